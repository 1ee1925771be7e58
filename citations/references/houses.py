"""Known houses and portals: names in every inflection, addresses, and what kind of document stands behind them.

Data and the search for it in running text. Which source a house is, as a key, is decided in ``citations.identity``.
"""

import re
from dataclasses import dataclass

_ENDING = "(?:en|er|es|em|e|s|n|m)?"


@dataclass(frozen=True, slots=True)
class House:
    """A house or portal. ``~`` in ``forms`` stands for any German ending.

    ``behind`` says which document an editor should name instead (domain 4.2): drug_label, safety_notice,
    iqwig_report, gba_decision, approval_decision, or "" where the house itself is meant. ``kind`` is the
    Reference kind of a bare mention.
    """

    slug: str
    name: str
    forms: tuple[str, ...]
    domains: tuple[str, ...] = ()
    behind: str = ""
    kind: str = "web-page"
    portal: bool = False


@dataclass(frozen=True, slots=True)
class HouseMatch:
    """A house named in a text at ``text[start:end]``; ``by_address`` where its web address named it."""

    house: House
    start: int
    end: int
    by_address: bool


HOUSES: tuple[House, ...] = (
    House(
        "fachinfo", "FachInfo-Service", ("FachInfo-Service~",), ("fachinfo.de",), "drug_label", "drug-information", True
    ),
    House(
        "pharmnet-bund", "PharmNet.Bund", ("PharmNet.Bund", "PharmNet-Bund"), ("pharmnet-bund.de",),
        "drug_label", "drug-information", True,
    ),
    House(
        "bfarm", "Bundesinstitut für Arzneimittel und Medizinprodukte",
        ("Bundesinstitut~ für Arzneimittel und Medizinprodukte", "BfArM"), ("bfarm.de",),
        "safety_notice", "drug-information", True,
    ),
    House(
        "pei", "Paul-Ehrlich-Institut", ("Paul-Ehrlich-Institut~", "PEI"), ("pei.de",),
        "safety_notice", "drug-information", True,
    ),
    House(
        "ema", "Europäische Arzneimittel-Agentur",
        (
            "Europäisch~ Arzneimittelbehörde EMA", "Europäisch~ Arzneimittelbehörde",
            "Europäisch~ Arzneimittel-Agentur EMA", "Europäisch~ Arzneimittel-Agentur",
            "Europäisch~ Arzneimittelagentur", "European Medicines Agency", "EMA",
        ),
        ("ema.europa.eu",), "approval_decision", "drug-information", True,
    ),
    House(
        "iqwig", "Institut für Qualität und Wirtschaftlichkeit im Gesundheitswesen",
        (
            "Institut~ für Qualität und Wirtschaftlichkeit im Gesundheitswesen",
            "Institute for Quality and Efficiency in Health Care", "IQWiG",
        ),
        ("iqwig.de",), "iqwig_report", "report", True,
    ),
    House(
        "g-ba", "Gemeinsamer Bundesausschuss",
        ("Gemeinsam~ Bundesausschuss~", "Gemeinsam~ Bundessausschuss~", "Federal Joint Committee", "G-BA"),
        ("g-ba.de",), "gba_decision", "drug-information", True,
    ),
    House(
        "rote-liste", "Rote Liste", ("Rote~ Liste",), ("rote-liste.de",), "drug_label", "drug-information", True
    ),
    House(
        "gelbe-liste", "Gelbe Liste", ("Gelbe~ Liste",), ("gelbe-liste.de",), "drug_label", "drug-information", True
    ),
    House(
        "swissmedic", "Swissmedic", ("Swissmedic",), ("swissmedic.ch", "swissmedicinfo.ch"),
        "approval_decision", "drug-information", True,
    ),
    House(
        "fda", "U.S. Food and Drug Administration", ("Food and Drug Administration", "FDA"), ("fda.gov",),
        "approval_decision", "drug-information", True,
    ),
    House("embryotox", "Embryotox", ("Embryotox",), ("embryotox.de",), "", "drug-information", True),
    House("oncomap", "OncoMap", ("OncoMap",), ("oncomap.de",), portal=True),
    House("cochrane", "Cochrane", ("Cochrane Deutschland", "Cochrane Library", "Cochrane"),
          ("cochrane.org", "cochrane.de")),
    House("drks", "Deutsches Register Klinischer Studien", ("Deutsch~ Register~ Klinischer Studien", "DRKS"),
          ("drks.de",), portal=True),
    House("clinicaltrials-gov", "ClinicalTrials.gov", ("ClinicalTrials.gov",), ("clinicaltrials.gov",), portal=True),
    House("awmf-register", "AWMF-Leitlinienregister", ("AWMF-Leitlinienregister~", "Leitlinienregister~ der AWMF"),
          ("register.awmf.org",), portal=True),
    House("leitlinienprogramm-onkologie", "Leitlinienprogramm Onkologie", ("Leitlinienprogramm~ Onkologie",),
          ("leitlinienprogramm-onkologie.de",)),
    House("gesundheitsinformation", "gesundheitsinformation.de", ("gesundheitsinformation.de",),
          ("gesundheitsinformation.de",), portal=True),
    House("deutsche-sarkom-stiftung", "Deutsche Sarkom-Stiftung", ("Deutsch~ Sarkom-Stiftung",),
          ("sarkome.de", "deutsche-sarkom-stiftung.de")),
    House("deutsche-krebshilfe", "Deutsche Krebshilfe", ("Stiftung Deutsche Krebshilfe", "Deutsch~ Krebshilfe"),
          ("krebshilfe.de",)),
    House("deutsche-krebsgesellschaft", "Deutsche Krebsgesellschaft", ("Deutsch~ Krebsgesellschaft",),
          ("krebsgesellschaft.de",)),
    House("krebsinformationsdienst", "Krebsinformationsdienst", ("Krebsinformationsdienst~",),
          ("krebsinformationsdienst.de",)),
    House("dkfz", "Deutsches Krebsforschungszentrum", ("Deutsch~ Krebsforschungszentrum~", "DKFZ"), ("dkfz.de",)),
    House("rki", "Robert Koch-Institut", ("Robert Koch-Institut~", "Robert-Koch-Institut~", "RKI"), ("rki.de",)),
    House("zfkd", "Zentrum für Krebsregisterdaten", ("Zentrum~ für Krebsregisterdaten", "ZfKD"),
          ("krebsdaten.de",)),
    House("bzga", "Bundeszentrale für gesundheitliche Aufklärung",
          ("Bundeszentrale für gesundheitliche Aufklärung", "BZgA"), ("bzga.de",)),
    House("who", "World Health Organization",
          ("World Health Organization", "World Health Organisation", "Weltgesundheitsorganisation", "WHO"),
          ("who.int",)),
    House("iarc", "International Agency for Research on Cancer", ("International Agency for Research on Cancer",),
          ("iarc.who.int", "iarc.fr")),
    House("nci", "National Cancer Institute", ("National Cancer Institute",), ("cancer.gov",)),
    House("esmo", "European Society for Medical Oncology", ("European Society for Medical Oncology", "ESMO"),
          ("esmo.org",)),
)  # fmt: skip
BY_SLUG = {house.slug: house for house in HOUSES}


def _pattern(form: str) -> str:
    return re.escape(form).replace(r"\~", _ENDING).replace("~", _ENDING)


_FORMS = [(form, house) for house in HOUSES for form in house.forms]
_FORMS.sort(key=lambda pair: -len(pair[0]))
_FIRST = "".join(sorted({re.escape(form[0]) for form, _ in _FORMS}))
_NAMES = re.compile(
    rf"(?<![\w-])(?=[{_FIRST}])(?:" + "|".join(f"({_pattern(form)})" for form, _ in _FORMS) + r")(?!\w)"
)


def _beginning_with(letters: str) -> tuple[re.Pattern[str], tuple[House, ...]]:
    """Return the pattern of the names that begin so, each as one group, and the houses of the groups."""
    forms = [(form, house) for form, house in _FORMS if form.startswith(letters)]
    names = "|".join(f"({_pattern(form)})" for form, _ in forms)
    return re.compile(rf"(?:{names})(?!\w)"), tuple(house for _, house in forms)


_BY_BEGINNING = {letters: _beginning_with(letters) for letters in {form[:3] for form, _ in _FORMS}}
"""The names of houses by how they begin; most texts are refused by it, and no pattern is tried."""
_NONE: tuple[None, tuple[House, ...]] = (None, ())
_ADDRESS = re.compile(
    r"(?<![\w.@-])(?:https?://)?(?:www\.)?([a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3})(?![\w-])", re.IGNORECASE
)
_DOMAINS = {domain: house for house in HOUSES for domain in house.domains}


def house_of_name(name: str) -> House | None:
    """Return the house that a name or a whole inflected phrase names from its first word on, None for a stranger."""
    name = name.strip()
    pattern, houses = _BY_BEGINNING.get(name[:3], _NONE)
    match = pattern.match(name) if pattern else None
    return houses[match.lastindex - 1] if match and match.lastindex else None


def is_house_name(name: str) -> bool:
    """Say whether a text is the name of a house and nothing more."""
    pattern, _ = _BY_BEGINNING.get(name[:3], _NONE)
    match = pattern.match(name) if pattern else None
    return match is not None and match.end() == len(name)


def house_of_address(url: str) -> House | None:
    """Return the house whose site an address belongs to, None for a stranger's."""
    match = _ADDRESS.match(url.strip())
    labels = match.group(1).lower().split(".") if match else []
    return next((_DOMAINS[d] for d in (".".join(labels[i:]) for i in range(len(labels))) if d in _DOMAINS), None)


def is_bare_address(url: str) -> bool:
    """Say whether an address names a site only, no page of it."""
    return "/" not in url.strip().rstrip("/").removeprefix("https://").removeprefix("http://")


def find_houses(text: str) -> list[HouseMatch]:
    """Return the houses named in ``text`` in order of place, each once, by name or by the address of its site."""
    found = [
        HouseMatch(_FORMS[match.lastindex - 1][1], match.start(), match.end(), by_address=False)
        for match in _NAMES.finditer(text)
        if match.lastindex
    ]
    for match in _ADDRESS.finditer(text):
        house = house_of_address(match.group())
        if house:
            found.append(HouseMatch(house, match.start(), match.end(), by_address=True))
    found.sort(key=lambda hit: hit.start)
    once: dict[str, HouseMatch] = {}
    for hit in found:
        once.setdefault(hit.house.slug, hit)
    return list(once.values())
