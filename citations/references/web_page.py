"""Web pages: an organisation, a title, an address, an access date, in any order and with any of them missing.

The last reader: reads a line only where an address, an access date, an organisation or a Stand speaks for a page.
"""

import re

from citations.records import Organisation, Reference
from citations.references.bodies import is_known_body, is_named_body, looks_like_body, split_bodies
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.houses import find_houses, is_house_name
from citations.references.lines import line_of
from citations.references.report import with_subtitle
from citations.references.segments import segments, trim, unquoted

_CLASSIFICATION = re.compile(r"\b(?:ICD|ICF|DSM|ICD-O|OPS|TNM)(?:-\d+|-[IV]+)?\b", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:Current .*|Artikel|Online|Internet|Web ?page|Website|PDF|o\. ?D\.|n\.d\."
    r"|Online-Quelle|\[?online\]?|Text)$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s*\((?:klinischer Kontext|sekundär|[^()]*Kontext[^()]*|PDF|Website|online"
    r"|deutsch|englisch)\)$",
    re.IGNORECASE,
)
_ACRONYM_LENGTH = 8
_OWN_LABEL = re.compile(
    r"(?P<who>[A-ZÄÖÜ]{2,8}|[A-Z][A-Za-z]{1,6}[A-Z])-(?:Ratgeber|Merkblatt|Faktenblatt|Themenheft|Patienten)"
)
_IMPRINT = re.compile(r"[A-ZÄÖÜ][\w .,-]{1,30}(?: \([^()]+\))?: (?P<who>[^.;:]{2,80})")
_SITE = re.compile(r"[A-ZÄÖÜ][\w-]+")
_TITLE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+")
_UNTITLED = re.compile(r"\s*[–—-] (?:Gesundheitsportal|Portal|Informationsportal|Onlineportal|Website) .*$")


def read(line: str) -> Reference | None:
    """Return the page of a line, None where nothing but words speaks for one."""
    peeled = line_of(line)
    lead, rest = head(peeled.text)
    edition = read_edition(rest, months=not peeled.stand)
    parts = [part for part in segments(edition.text) if not _NOISE.match(part)]
    bodies, authors = lead.organisations, lead.authors
    if len(authors) == 1 and _SITE.fullmatch(authors[0]) and not lead.et_al:
        named = next((part for part in parts[1:] if is_known_body(part)), "")
        if named and not looks_like_body(authors[0]):
            bodies, parts = split_bodies(named), [f"{authors[0]}: {parts[0]}", *(p for p in parts[1:] if p != named)]
        else:
            bodies = (Organisation(authors[0]),)
        authors = ()
    if not bodies and not authors:
        bodies, parts = _bodies(parts)
    if not bodies and not authors and len(parts) == 1 and is_named_body(parts[0]):
        bodies, parts = split_bodies(parts[0]), []
    if not parts and len(bodies) == 1 and peeled.url:
        bodies, parts = _named_title(bodies[0].name)
    own = _OWN_LABEL.match(parts[0]) if parts and not bodies and not authors else None
    bodies = (Organisation(own["who"]),) if own and looks_like_body(own["who"]) else bodies
    imprint = next((hit for part in parts[1:] if (hit := _IMPRINT.fullmatch(part))), None)
    if imprint and not bodies and looks_like_body(imprint["who"]):
        bodies = split_bodies(imprint["who"])
    title = unquoted(_REMARK.sub("", with_subtitle(parts))) if parts else ""
    bare = bool(peeled.doi or peeled.pmid) and not (title or bodies)
    if not (peeled.url or peeled.accessed or peeled.stand or bodies or bare):
        return None
    if not (title or bodies or peeled.url or bare):
        return None
    classification = _CLASSIFICATION.match(title) and not peeled.url
    inside = next((part.removeprefix("In: ") for part in parts[1:] if part.startswith("In: ")), "")
    return Reference(
        "journal-article" if bare else "other" if classification else "web-page",
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


def _named_title(name: str) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return the organisation and the title that follows it without a stop ("...ministerium Nationaler Krebsplan")."""
    first, _, rest = name.partition(" ")
    apart = looks_like_body(first) and _TITLE.match(rest)
    return ((Organisation(first),), [rest]) if apart else ((Organisation(name),), [])


def _bodies(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return the organisations among the parts, around a dash or at the head, and the rest."""
    if not parts:
        return (), []
    return _around_dash(parts) or _at_head(parts)


def _around_dash(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]] | None:
    """Return organisations and rest where a dash parts them in the first part, None where none does."""
    first = parts[0]
    left, dash, right = re.sub(r" [—-] ", " – ", first).partition(" – ")
    if dash and looks_like_body(right) and (not looks_like_body(left) or len(parts) > 1):
        known = _UNTITLED.search(first)
        return (split_bodies(left), parts[1:]) if known else (split_bodies(right), [left, *parts[1:]])
    return (split_bodies(left), [trim(right), *parts[1:]]) if dash and looks_like_body(left) else None


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
    behind = next((part for part in parts[1:] if is_named_body(part) or is_house_name(part) or is_known_body(part)), "")
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
