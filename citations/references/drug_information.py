"""Drug information: Fachinformation, Gebrauchsinformation, EPAR, safety letters, of one product or of several."""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.bodies import is_portal, looks_like_body, split_bodies
from citations.references.cleaning import BREAK, LINE_END
from citations.references.document_words import DRUG_LABELS, DRUG_SIGNS
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.houses import is_house_name
from citations.references.lines import line_of
from citations.references.printed_dates import date_at
from citations.references.publishers import is_place
from citations.references.segments import segments, unquoted
from citations.references.signs import has_any

_WORDS = re.compile("|".join(DRUG_LABELS), re.IGNORECASE)
_DECISION = re.compile(r"beschl[uü]ss\w* .{0,60}arzneimittel-richtlinie")
"""A committee's decision about its directive is a report, the changed directive itself tells of a drug."""
_NOTICE = re.compile(
    r"(?:(?:Presse|Sicherheits|Risiko)?[Mm]itteilung|(?:Risiko|Sicherheits)?[Ii]nformation|Meldung) (?:der|des|von) "
    r"(?P<who>EMA|FDA|BfArM|PEI|PRAC|CHMP|AkdÄ|Swissmedic|BASG|MHRA)(?: vom|,)? (?=\d)"
    r"|(?P<agency>EMA|FDA|BfArM|PEI|PRAC|CHMP|AkdÄ|Swissmedic|BASG|MHRA)-"
    r"(?:(?:Presse|Sicherheits|Risiko)?[Mm]itteilung|(?:Risiko|Sicherheits)?[Ii]nformation|Meldung)(?: vom|,)? (?=\d)"
)
"""What a drug agency made known on a day; such a notice has no other name."""
_NOTICE_SIGNS = ("itteilung", "nformation", "Meldung")


def _notice(text: str) -> Reference | None:
    """Return the notice of a drug agency by its day ("Mitteilung der EMA vom 1.2.2019"), None for any other line."""
    hit = _NOTICE.match(text) if has_any(_NOTICE_SIGNS, text[:60]) else None
    date = date_at(text, hit.end()) if hit else None
    if hit is None or date is None or text[date.end :].strip(f" .;,:{BREAK}"):
        return None
    return Reference("drug-information", organisations=(Organisation(hit["who"] or hit["agency"]),), stand=date.iso)


def read(line: str) -> Reference | None:
    """Return the drug information that a line names, None for any other line."""
    peeled = line_of(line)
    notice = _notice(peeled.text)
    if notice:
        return replace(notice, accessed=peeled.accessed, url=peeled.url)
    low = peeled.text[:300].lower()
    spoken = has_any(DRUG_SIGNS, low) and _WORDS.search(low)
    if peeled.doi or not (spoken or _in_address(peeled.url)) or _DECISION.search(low):
        return None
    edition = read_edition(peeled.text)
    led = _LED.match(edition.text)
    who = led["who"] if led and looks_like_body(led["who"]) else ""
    bodies, parts = _bodies(_OPEN.sub(")", edition.text[led.end() if led and who else 0 :]).replace(" ()", ""))
    if not parts:
        return None
    bodies = (*split_bodies(who), *bodies)
    title = unquoted(_REMARK.sub(r"\g<name>", _ABOUT.sub("", parts[0])))
    second = _SECOND.fullmatch(parts[1]) if len(parts) > 1 and f"; {parts[1]}" in peeled.text else None
    second = None if second and _HEEDED.search(parts[1]) else second
    if second and looks_like_body(second["who"]) and not looks_like_body(parts[1]):
        title += f" | {second['what'] if second['sep'] == ' ' else parts[1]}"
        bodies = (*bodies, *split_bodies(second["who"]))
    return Reference(
        "drug-information",
        organisations=bodies,
        title=title,
        version=edition.version,
        year=edition.year if not peeled.stand else None,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        url=peeled.url,
    )


def _in_address(url: str) -> bool:
    """Say whether an address is a file's that calls itself a product's information."""
    return url.lower().endswith(".pdf") and has_any(_FILES, url.lower())


def _bodies(text: str) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return who made or published the information, and the parts that are left, the title first."""
    reference, rest = head(text)
    named = [body.name for body in reference.organisations]
    if named and not any(_WORDS.search(name) and not _is_portal(name) for name in named):
        product = len(reference.organisations) == 1 and _PRODUCT.match(rest)
        if not product or is_maker(reference.organisations[0].name):
            return reference.organisations, segments(rest)
    lead, colon, behind = text.partition(": ")
    who = looks_like_body(lead) or is_maker(lead)
    if colon and (_LIST.match(lead) or (who and not _WORDS.search(lead))):
        return split_bodies(lead), segments(behind)
    parts = segments(text)
    if len(parts) > 1 and not _WORDS.search(parts[0]) and len(parts[0]) < _LONGEST_NAME:
        if not _PRODUCT.match(parts[1]) or is_maker(parts[0]):
            return split_bodies(parts[0]), parts[1:]
        parts = [f"{parts[0]}. {parts[1]}", *parts[2:]]
    bodies, parts = _behind(parts)
    site = text.rpartition(LINE_END)[2].strip(f" .,;{BREAK}") if LINE_END in text else ""
    if not bodies and parts[1:] == [site] and _SITE.fullmatch(site):
        return (Organisation(site),), parts[:1]
    return bodies, parts


def _behind(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return the maker behind the product: after a comma, in brackets, in a part of its own or in the imprint."""
    if not parts:
        return (), parts
    name, comma, maker = parts[0].rpartition(", ")
    if comma and (is_place(maker) or (_TOWN.fullmatch(maker) and is_maker(name.rpartition(", ")[2]))):
        name, comma, maker = name.rpartition(", ")
    if comma and (is_maker(maker) or looks_like_body(maker)):
        return split_bodies(maker), [name]
    bracket = _BRACKET.search(parts[0])
    if bracket and bracket["firm"]:
        return split_bodies(bracket["firm"]), [parts[0][: bracket.start()]]
    if bracket and (is_maker(bracket["maker"]) or is_house_name(bracket["maker"])):
        return split_bodies(bracket["maker"]), [parts[0][: bracket.start()]]
    for part in parts[1:]:
        publisher = part.partition(": ")[2] or part
        if is_maker(publisher) or looks_like_body(publisher):
            return split_bodies(publisher) if " (" in publisher else (Organisation(publisher),), parts
    return (), parts


def _is_portal(name: str) -> bool:
    return is_house_name(name) or is_portal(name) or name.endswith("Service")


def is_maker(name: str) -> bool:
    """Say whether a name is a maker's: by its legal form, or as one of the large ones."""
    return _MAKER.fullmatch(name.strip(" .;,")) is not None


_FILES = (
    "product-information", "fachinformation", "gebrauchsinformation", "smpc", "packungsbeilage", "beipackzettel",
    "prescribing-information",
)  # fmt: skip
_TOWN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:[ -][A-Za-zÄÖÜäöüß]+){0,3}")
_LONGEST_NAME = 80
_SITE = re.compile(r"[A-Za-z][\w-]{1,20}(?: (?:of|for|the|[A-ZÄÖÜ][\w-]{1,20})){1,5}(?: \([\w-]{2,10}\))?")
"""The name of a collection that has the line below a product of its own."""
_LED = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w-]{1,12})[ -]"
    r"(?=Rote-Hand-Brief|Fachinformation|Produktinformation|EPAR\b|P(?:rescribing|roduct) Information)"
)
"""A house right before the sort of its document."""
_OPEN = re.compile(rf"[,;]?\s*{BREAK}\s*\)")
"""The end of a bracket of which the last piece (a Stand, an address) was taken out."""
_ABOUT = re.compile(r" \((?:[^()]* )?(?:SmPC|EMA-Produktinformation|Fachinformation|Abschnitt \d[\d.]*)\b[^()]*\)$")
_REMARK = re.compile(
    r"(?<=^Fachinfo)(?P<name>(?:rmation)? .*?) [–—] "
    r"(?:[a-zäöü]|(?:Warnhinweis|Dosierung|Gegenanzeige|Kontraindikation|Nebenwirkung|Wechselwirkung|Anwendung|Hinweis"
    r"|Abschnitt|Sicherheit|Pharmako|Zulassung)).*$"
)
"""What an editor says of a product's information, behind its name."""
_SECOND = re.compile(r"(?P<who>[A-ZÄÖÜ]\w{1,10})(?P<sep>[ -])(?P<what>[A-ZÄÖÜ].*)")
"""Another document behind a semicolon, with its house before it."""
_HEEDED = re.compile(r" (?:mit)?(?:berücksichtigt|beachtet|herangezogen|geprüft)$")
"""What an editor says of another document that she looked at."""
_LIST = re.compile(r"(?:Rote|Gelbe) Liste\b[^:.]{0,20}$")
_PRODUCT = re.compile(
    r"(?:(?:US |Full )?[Pp]rescribing [Ii]nformation|[Pp]roduct [Ii]nformation|[Pp]ackage [Ii]nsert"
    r"|Summary of [Pp]roduct [Cc]haracteristics|SmPC|(?:Fach|Gebrauchs|Produkt)information|EPAR|Packungsbeilage)"
    r"(?: \([^()]*\))?\s*(?:[.,;\x1e]|$)"
)
_BRACKET = re.compile(r" \((?P<maker>[^()]{3,60})\)$| (?:der|von) (?:Firma|Fa\.) (?P<firm>[^,.()]{3,60})$")
_MAKERS = (
    r"Bristol[- ]Myers[- ]Squibb|Pfizer|Roche|Novartis|Sanofi(?:[- ]Aventis)?|Bayer|Merck(?: Sharp (?:&"
    r"|and) Dohme)?|MSD"
    r"|AstraZeneca|GlaxoSmithKline|GSK|Lilly|Eli Lilly|AbbVie|Amgen|Janssen(?:-Cilag)?|Takeda|Biogen|Gilead"
    r"|Novo Nordisk"
    r"|Boehringer Ingelheim|Daiichi Sankyo|Astellas|Ipsen|Servier|Teva|ratiopharm|Hexal|STADA|medac|Genentech|BioNTech"
    r"|Moderna|UCB|Grünenthal|Berlin-Chemie|Fresenius Kabi|Accord|Regeneron|Incyte|BeiGene|Eisai|CSL Behring|Octapharma"
)
_MAKER = re.compile(
    rf"(?:{_MAKERS})(?:[/ ](?:{_MAKERS}|Pharma\w*|Deutschland|Oncology|AG|SE|GmbH))*(?: & Co\.? KG(?:aA)?)?\.?"
    r"|[A-ZÄÖÜ][\w .&,®-]{1,60} (?:AG|SE|KG|KGaA|GmbH|Ltd\.?|Limited|LLC|LP|Inc\.?|plc|B\.V|N\.V|S\.A|A/S"
    r"|Corporation|Corp\.?"
    r"|Pharma(?:ceuticals)?)(?: & Co\.? KG(?:aA)?)?\.?(?: Deutschland)?"
)
