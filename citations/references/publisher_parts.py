"""The publisher of a book and its place, taken out of what stands behind the title."""

import re

from citations.references.bodies import looks_like_body
from citations.references.cleaning import BREAK
from citations.references.publishers import PUBLISHER, imprint_of, is_place
from citations.references.segments import segments, trim

_IMPRINT = re.compile(
    r"(?P<place>[A-ZÄÖÜ][^.:;()\x1e]{1,40}?)(?: \((?P<country>[^()]+)\))?: (?P<publisher>[^.:;\x1e]{2,80}?)"
    r"(?:[;,] ?|$|\.|(?=\x1e))"
)


def cut_publisher(text: str) -> tuple[str, str, str]:
    """Return (publisher, place, text without both)."""
    imprint = _IMPRINT.search(text, max(0, text.rfind(". ", 0, len(text) - 2)))
    hit = PUBLISHER.search(text)
    if hit:
        placed = imprint and (is_place(imprint["place"]) or hit.start() == imprint.start("publisher"))
        imprint = imprint if placed else None
        start = imprint.start() if imprint and imprint.start() < hit.start() <= imprint.end() else hit.start()
        place = trim(text[start : hit.start()]) if start < hit.start() else ""
        return hit["p"], place, f"{text[:start]}{BREAK}{text[hit.end() :]}"
    between = _BETWEEN.search(text)
    if between:
        return between["name"], "", f"{text[: between.start()]}{BREAK}{text[between.end() :]}"
    parts = segments(text)
    body, place = _body_among(parts[1:])
    if place:
        before, _, behind = text.rpartition(f"{place}: {body}")
        return body, place, f"{before}{BREAK}{behind}"
    before, _, behind = text.rpartition(body) if body else (text, "", "")
    return body, "", f"{before}{BREAK}{behind}" if body else text


def without_place(part: str) -> str:
    """Return the part of a line without the place that ends it ("Autonomic Failure, Oxford")."""
    before, comma, place = part.rpartition(", ")
    return before if comma and is_place(place) else part


def _body_among(parts: list[str]) -> tuple[str, str]:
    """Return (organisation that publishes, its place) among the parts behind a title, "" for none."""
    for printed in parts:
        part = YEAR_BEHIND.sub("", printed)
        imprint = imprint_of(part)
        if imprint and (looks_like_body(imprint[1]) or is_place(imprint[0])):
            return imprint[1], imprint[0]
        if looks_like_body(part):
            place, colon, body = part.partition(": ")
            return (body, place) if colon and _TOWN.fullmatch(place) and not looks_like_body(place) else (part, "")
        name, comma, town = part.rpartition(", ")
        if comma and is_place(town) and _HOUSE.fullmatch(name):
            return name, town
    last = _TOWN_AND_NAME.fullmatch(parts[-1]) if parts else None
    return (last["publisher"], last["place"]) if last else ("", "")


_TOWN = re.compile(r"[A-ZÄÖÜ][\w.-]{2,20}(?:(?: am |/| a\. ?)[A-ZÄÖÜ][\w.]{0,12}| [A-ZÄÖÜ][\w-]{2,20})?")
YEAR_BEHIND = re.compile(r",? (?:19|20)\d\d$")
_HOUSE = re.compile(r"[A-ZÄÖÜ][\w&-]{2,20}(?: [A-ZÄÖÜ&][\w&-]{0,20}){0,3}")
_BETWEEN = re.compile(rf"{BREAK}[,.] (?P<name>{_HOUSE.pattern}){BREAK}")
"""The publisher between the edition and the place with its year."""
_TOWN_AND_NAME = re.compile(
    rf"(?P<place>{_TOWN.pattern}): (?P<publisher>[A-ZÄÖÜ][^:.;,]{{1,40}}?)(?:[,;] ?(?:19|20)\d\d)?"
)
