"""Web pages: an organisation, a title, an address, an access date, in any order and with any of them missing.

The last reader: reads a line only where an address, an access date, an organisation or a Stand speaks for a page.
"""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.bodies import is_known_body, is_named_body, is_portal, looks_like_body, split_bodies
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.houses import find_houses, is_house_name
from citations.references.lines import line_of
from citations.references.report import with_subtitle
from citations.references.segments import quoted_title, segments, trim, unquoted

_CLASSIFICATION = re.compile(r"\b(?:ICD|ICF|DSM|ICD-O|OPS|TNM)(?:-\d+|-[IV]+)?\b", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:Current .*|Artikel|Online|Internet|Web ?page|Website|PDF|o\. ?D\.|n\.d\."
    r"|Online-Quelle|\[?online\]?|Text)$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s*\((?:klinischer Kontext|sekundär|[^()]*Kontext[^()]*|PDF|Website|online"
    r"|deutsch|englisch|o\. ?[JD]\.|ohne Jahr|n\.d\.)\)$",
    re.IGNORECASE,
)
_ACRONYM_LENGTH = 8
_OWN_LABEL = re.compile(
    r"(?P<who>[A-ZÄÖÜ]{2,8}|[A-Z][A-Za-z]{1,6}[A-Z])(?:-(?:Ratgeber|Merkblatt|Faktenblatt|Themenheft|Patienten)"
    r"|[- ](?:Information|Regel|Vorschrift|Empfehlung) (?=[\d„]))"
)
_STANDARD = re.compile(r"(?:DIN|ISO|IEC|ÖNORM|VDI|TRBA|TRGS|ASR)\b[\w /-]{0,20} [A-Z]?\d")
"""A standard or technical rule by its number."""
_LAST_BODY = re.compile(r"(?P<title>.{3,200}), (?P<who>[^,;:.]{2,120})")
_SITE_PART = re.compile(r"(?:[\w-]{2,40}\.){1,3}(?:de|org|com|net|info|eu|ch|at)(?: \([^()]{2,20}\))?", re.IGNORECASE)
"""A site as a part of its own, with its house in brackets."""
_OWN_SERIES = re.compile(
    r"[A-ZÄÖÜ]{2,8}-(?:Ratgeber|Merkblätter|Merkblatt|Faktenblätter|Faktenblatt)(?: für [^.:]{3,60})?"
)
"""The series of an institute, as a part of its own behind the title."""
_MAGAZINE = re.compile(
    r"(?:[A-ZÄÖÜ][\w.]{1,20} ){0,3}[\w-]{0,20}(?:[ÄA]rzteblatt|Zeitung|Zeitschrift|[Ww]ochenschrift|[Mm]onatsschrift)"
    r"(?: (?:International|online))?"
)
"""A journal by the noun of one; printed where a page names its house, it is what the article stands in."""
_IMPRINT = re.compile(r"[A-ZÄÖÜ][\w .,-]{1,30}(?: \([^()]+\))?: (?P<who>[^.;:]{2,80})")
_SITE = re.compile(r"[A-ZÄÖÜ][\w-]+")
_SITE_NAME = re.compile(
    r"(?:[A-ZÄÖÜ][\w.&-]{1,30}|der|die|für|und|of|the|and)(?: (?:[A-ZÄÖÜ][\w.&-]{0,30}|der|die|für|und|of|the"
    r"|and)){0,4}"
)
_TITLE_AND_SITE = 2
_TITLE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+")
_SERIES = re.compile(r"(?:ratgeber|reihe|hefte?|magazin|bulletin|broschüren)$", re.IGNORECASE)
"""The last word of a series that has its own place on the way to a page ("Blaue Ratgeber")."""
_FIELD = re.compile(r"(?:ie|ik|medizin|kunde|krankheiten|störungen|forschung|pflege|wissenschaften)\b| und |^[a-z]")
"""What the name of a society goes on with behind a comma ("..., Kopf- und Hals-Chirurgie")."""
_WORK = re.compile(r",.*$")
_QUOTED = re.compile(r"(?P<title>[^,„“\"]{0,60}[„“\"][^„“”\"]{3,200}[“”\"]), (?P<who>[^„“”\"]{3,200})")
_SITE_BEHIND = re.compile(r" \| (?:[\w-]{2,40}\.){1,3}(?:de|org|com|net|info|eu|ch|at)$", re.IGNORECASE)
_UNTITLED = re.compile(r"\s*[–—-] (?:Gesundheitsportal|Portal|Informationsportal|Onlineportal|Website) .*$")


def read(line: str) -> Reference | None:
    """Return the page of a line, None where nothing but words speaks for one."""
    peeled = line_of(line)
    lead, rest = head(peeled.text)
    edition = read_edition(rest, months=not peeled.stand)
    quoted = quoted_title(edition.text) if lead.organisations or lead.authors else None
    parts = [quoted[0], *segments(quoted[1])] if quoted else segments(edition.text)
    parts = [part for part in parts if not _NOISE.match(part)]
    bars = line.count(" | ") > 1
    trail, parts = _trail(parts) if bars and lead.organisations else ("", parts)
    bodies, authors = lead.organisations, lead.authors
    if len(authors) == 1 and _SITE.fullmatch(authors[0]) and not lead.et_al:
        bodies, parts, authors = *_one_name(authors[0], parts), ()
    if not bodies and not authors:
        bodies, parts = _bodies(parts)
    if not bodies and not authors and len(parts) == 1 and is_named_body(parts[0]):
        bodies, parts = split_bodies(parts[0]), []
    if not parts and len(bodies) == 1 and peeled.url:
        bodies, parts = _named_title(bodies[0].name)
    if bars and bodies and not lead.organisations and not authors:  # "Topic | Series | Society"
        trail, parts = next(filter(_SERIES.search, parts[1:]), ""), parts[:1]
    own = _OWN_LABEL.match(parts[0]) if parts and not bodies and not authors else None
    bodies = (Organisation(own["who"]),) if own and looks_like_body(own["who"]) else bodies
    others = [part for part in parts[1:] if not part.startswith("In: ")]
    imprint = next((hit for part in others if (hit := _IMPRINT.fullmatch(part))), None)
    if imprint and looks_like_body(imprint["who"]) and (not bodies or _is_another(imprint["who"], bodies)):
        bodies = (*bodies, *split_bodies(imprint["who"]))
    series = next(filter(_OWN_SERIES.fullmatch, parts[1:]), "")
    parts = [part for part in parts if part != series]
    title = _title(parts[:1] if quoted else parts)
    bare = bool(peeled.doi or peeled.pmid) and not (title or bodies)
    if not (peeled.url or peeled.accessed or peeled.stand or bodies or bare or _STANDARD.match(title)):
        return None
    if not (title or bodies or peeled.url or bare):
        return None
    classification = (_CLASSIFICATION.match(title) or _STANDARD.match(title)) and not peeled.url
    kind = "journal-article" if bare else "other" if classification else "web-page"
    inside = _inside(parts) or trail or series
    if authors and peeled.url and not inside and len(parts) == _TITLE_AND_SITE and _SITE_NAME.fullmatch(parts[1]):
        title, inside = unquoted(parts[0]), parts[1]
    reference = Reference(
        kind,
        organisations=bodies,
        authors=authors,
        et_al=lead.et_al,
        title=title,
        container=inside,
        version=edition.version,
        year=lead.year or edition.year,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        doi=peeled.doi,
        pmid=peeled.pmid,
        url=peeled.url,
    )
    return _in_magazine(reference)


def _title(parts: list[str]) -> str:
    """Return the title at the head of the parts, without what a page says of itself behind it."""
    title = with_subtitle(parts) if parts else ""
    return unquoted(_REMARK.sub("", _SITE_BEHIND.sub("", title)))


def _in_magazine(page: Reference) -> Reference:
    """Return the article that a page is which names a journal where others name their house ("Ärzteblatt: Gicht")."""
    names = [body.name for body in page.organisations]
    said = page.title and not (page.authors or page.container or page.accessed) and len(names) == 1
    if not said or not _MAGAZINE.fullmatch(names[0]):
        return page
    return replace(page, kind="journal-article", organisations=(), container=names[0])


def _trail(parts: list[str]) -> tuple[str, list[str]]:
    """Return (series, the last part as the title) of a line that bars cut into the way to its page."""
    *way, title = parts or [""]
    if not way or any(map(looks_like_body, parts)):
        return "", parts
    return next((part for part in way if _SERIES.search(part)), ""), [title]


def _one_name(name: str, parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return organisations and rest of a line that begins with one word and a colon: a site's name, or a topic."""
    if looks_like_body(name) or not parts:
        return (Organisation(name),), parts
    topic, _, site = parts[0].rpartition(" – ")
    if topic and looks_like_body(site):
        return split_bodies(site), [f"{name}: {topic}", *parts[1:]]
    named = next((part for part in parts[1:] if is_known_body(part)), "")
    if named:
        return split_bodies(named), [f"{name}: {parts[0]}", *(part for part in parts[1:] if part != named)]
    return (Organisation(name),), parts


def _inside(parts: list[str]) -> str:
    """Return what a page stands in ("In: Wikipedia, Die freie Enzyklopädie"), "" for none."""
    inside = next((part.removeprefix("In: ") for part in parts[1:] if part.startswith("In: ")), "")
    return _WORK.sub("", inside) if looks_like_body(inside.partition(",")[0]) else inside


def _is_another(publisher: str, bodies: tuple[Organisation, ...]) -> bool:
    """Say whether a page's publisher is another body than those who wrote it, and no short name of theirs."""
    return " " in publisher and not any(publisher in body.name or body.name in publisher for body in bodies)


def _named_title(name: str) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return the organisation and the title that follows it without a stop ("...ministerium Nationaler Krebsplan")."""
    body, comma, topic = name.rpartition(", ")
    if comma and looks_like_body(body) and not looks_like_body(topic) and not _FIELD.search(topic):
        return (Organisation(body),), [topic]
    first, _, rest = name.partition(" ")
    houses = find_houses(name)
    if houses and not houses[0].start and _TITLE.match(behind := name[houses[0].end :].lstrip()):
        return (Organisation(name[: houses[0].end]),), [behind]
    apart = looks_like_body(first) and _TITLE.match(rest)
    return ((Organisation(first),), [rest]) if apart else ((Organisation(name),), [])


def _bodies(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return the organisations among the parts, around a dash or at the head, and the rest."""
    if not parts:
        return (), []
    return _around_dash(parts) or _behind_quotes(parts) or _behind_comma(parts) or _at_head(parts)


def _around_dash(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]] | None:
    """Return organisations and rest where a dash parts them in the first part, None where none does."""
    first = parts[0]
    left, dash, right = re.sub(r" [—|-] ", " – ", first).partition(" – ")
    if dash and looks_like_body(right) and (not looks_like_body(left) or len(parts) > 1):
        known = _UNTITLED.search(first)
        return (split_bodies(left), parts[1:]) if known else (split_bodies(right), [left, *parts[1:]])
    return (split_bodies(left), [trim(right), *parts[1:]]) if dash and looks_like_body(left) else None


def _behind_quotes(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]] | None:
    """Return the organisations behind a title in quotation marks ("Information „Akne“, BÄK, KBV"), None for others."""
    quoted = _QUOTED.fullmatch(parts[0])
    if quoted is None or not all(map(looks_like_body, quoted["who"].split(", "))):
        return None
    return split_bodies(quoted["who"]), [quoted["title"], *parts[1:]]


def _behind_comma(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]] | None:
    """Return the known organisation that ends the first part ("Hormone und Risiken, BfArM"), None for others."""
    last = _LAST_BODY.fullmatch(parts[0])
    if last is None or looks_like_body(last["title"]):
        return None
    who = last["who"]
    if not (is_house_name(who) or is_portal(who) or is_named_body(who) or is_known_body(who)):
        return None
    return split_bodies(who), [last["title"], *parts[1:]]


def _is_behind(part: str) -> bool:
    """Say whether a part behind a title is surely an organisation, or a site."""
    return bool(is_named_body(part) or is_house_name(part) or is_known_body(part) or _SITE_PART.fullmatch(part))


def _at_head(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return organisations and rest where the first part is one, or begins with a known house or a head noun."""
    first = parts[0]
    if len(parts) > 1 and looks_like_body(first):
        return split_bodies(first), parts[1:]
    word, _, rest = first.partition(" ")
    if (
        rest[:1].isupper()
        and looks_like_body(word)
        and not rest.startswith("Deutschland")
        and len(word) > _ACRONYM_LENGTH
    ):
        return split_bodies(word), [rest, *parts[1:]]
    behind = next(filter(_is_behind, parts[1:]), "")
    if behind:
        return split_bodies(behind), [part for part in parts if part != behind]
    name, comma, title = first.partition(", ")
    if comma and title[:1].isupper() and is_known_body(name) and not looks_like_body(title) and " für " not in name:
        return split_bodies(name), [title, *parts[1:]]
    houses = find_houses(first)
    if houses and houses[0].start == 0 and not houses[0].by_address and rest and first[houses[0].end :][:1] != "-":
        end = houses[0].end
        return split_bodies(first[:end]), [trim(first[end:]), *parts[1:]] if trim(first[end:]) else parts[1:]
    return (), parts
