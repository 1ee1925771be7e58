"""The site that a page stands on, printed as a name: before the colon with its house, or behind the title.

In small letters a site is an address, wherever it stands and unless the line prints another; written as a name
("Gesundheitsinformation.de"), it is what the page stands in, or the body that speaks where no house stands beside it.
"""

import re

from citations.references.bodies import is_known_body, is_named_body, is_portal, looks_like_body
from citations.references.signs import has_any

_SITE = r"(?:[\w-]{2,40}\.){1,3}(?:de|org|com|net|info|eu|ch|at|gov|uk)"
_OF_HOUSE = re.compile(
    rf"(?P<site>{_SITE}), (?:das |ein )?"
    r"(?:[\w-]{0,20}[Pp]ortal|Angebot|Website|Informationsangebot|Service|Projekt) (?:der|des|von) "
)
_HOUSE_IN_BRACKET = re.compile(rf"(?P<site>{_SITE}) \((?P<who>[^()]{{2,80}})\)(?::| [–—-]) ")
_HOUSE_IN_FRONT = re.compile(rf"(?P<who>[A-ZÄÖÜ][\w-]{{1,12}}) (?P<site>{_SITE})(?::| [–—-]) ")
_ENDINGS = (".de", ".org", ".com", ".net", ".info", ".eu", ".ch", ".at", ".gov", ".uk")
_IN = re.compile(r"In (?P<site>[A-ZÄÖÜ][\w.& -]{2,40})")
_SECTION = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w.-]{1,20}(?: [A-ZÄÖÜ][\w.-]{1,20}){0,2}) [–—-] "
    r"(?:[\w-]{0,20}(?:[Rr]essort|[Rr]ubrik|[Rr]edaktion)"
    r"(?: [A-ZÄÖÜ]\w{2,20}){0,2})(?:\. |: )"
)
_SECTION_SIGNS = ("essort", "ubrik", "edaktion")
_MAKER = re.compile(r"(?P<title>[^():;]{5,200}) \((?P<who>[A-ZÄÖÜ][^();:]{4,100}?),? (?P<year>(?:19|20)\d\d)\)")
"""A title, its house and the year only ("Harninkontinenz bei Frauen (Klinikum Musterstadt, 2017)")."""
_SITE_NAME = re.compile(
    r"(?:[A-ZÄÖÜ][\w.&-]{1,30}|der|die|für|und|of|the|and)(?: (?:[A-ZÄÖÜ][\w.&-]{0,30}|der|die|für|und|of|the"
    r"|and)){0,4}"
)


def led_by_site(text: str) -> tuple[str, str]:
    """Return the site that leads a line together with its house, and the line with the house alone; "" for none.

    "site.de, Elternportal des X: ...", "Site.de (X): ...", "X Site.de: ...".
    """
    if not has_any(_ENDINGS, text):
        return "", text
    of = _OF_HOUSE.match(text)
    if of:
        return of["site"], text[of.end() :]
    hit = _HOUSE_IN_BRACKET.match(text) or _HOUSE_IN_FRONT.match(text)
    if hit is None or not looks_like_body(hit["who"]):
        return "", text
    return hit["site"], f"{hit['who']}: {text[hit.end() :]}"


def cut_section(text: str) -> tuple[str, str]:
    """Return the paper whose section leads a line ("Der Standard – Gesundheitsressort. ..."), and what follows."""
    hit = _SECTION.match(text) if has_any(_SECTION_SIGNS, text) else None
    return (hit["who"], text[hit.end() :]) if hit else ("", text)


def with_maker(text: str) -> str:
    """Return a line that is a title, its house and the year in brackets with the house before the title."""
    hit = _MAKER.fullmatch(text.rstrip(" .")) if text.rstrip(" .").endswith(")") else None
    if hit is None or not (is_known_body(hit["who"]) or is_named_body(hit["who"])):
        return text
    return text if looks_like_body(hit["title"]) else f"{hit['who']} ({hit['year']}): {hit['title']}"


def is_site_name(text: str) -> bool:
    """Say whether a part has the shape of a site's name: a few words, all but the small ones in capitals."""
    return _SITE_NAME.fullmatch(text) is not None


def with_inside(parts: list[str]) -> list[str]:
    """Return the parts with "In: X" where a known portal is printed as "In X"."""
    return [f"In: {hit['site']}" if (hit := _IN.fullmatch(part)) and is_portal(hit["site"]) else part for part in parts]


def site_behind(parts: list[str], names: list[str], *, undated: bool) -> str:
    """Return the work of reference or portal behind the one title of a body's page, "" where none stands there.

    Any name can be one where the line says that the page has no date, as only pages on the net are cited.
    """
    title_and_site = 2
    if len(parts) != title_and_site or parts[1] in names or not is_site_name(parts[1]):
        return ""
    return parts[1] if is_portal(parts[1]) or (undated and not looks_like_body(parts[1])) else ""
