"""The gazette behind a law's name: "..., BGBl. I 2024 Nr. 162", "..., BAnz AT 01.07.2021 B2"."""

import re
from dataclasses import dataclass

from citations.references.cleaning import BREAK
from citations.references.signs import has_any

_SIGNS = ("BGBl", "BAnz", "ABl", "GVBl", "GMBl")
_NAME = (
    r"(?P<name>BGBl\.?(?: (?P<early>(?:19|20)\d\d))?(?: I{1,3}(?![\w-]))?|BAnz(?: AT)?|ABl\.?(?: [LC](?!\w))?"
    r"|G[VM]Bl\.?)"
)
_WHERE = (
    r"(?:,? (?:\d\d?\.\d\d?\.)?(?P<year>(?:19|20)\d\d)(?![\d/]))?"
    r"(?: B\d{1,2})?(?:,? Nr\. ?(?P<issue>\d{1,4}[a-z]?))?(?: B\d{1,2})?"
    r"(?:,? S\. ?(?P<pages>\d{1,5}(?: ?ff?\.| ?[–-] ?\d{1,5})?))?"
)
_BEHIND = re.compile(rf"(?:(?:[,.;:]| [–—-])? | \(){_NAME}{_WHERE}(?=[\s.,;:)]|$)")


@dataclass(frozen=True, slots=True)
class Gazette:
    """Name of a gazette and where in it a law stands; "" and None where not printed."""

    name: str = ""
    year: int | None = None
    issue: str = ""
    pages: str = ""


NO_GAZETTE = Gazette()


def cut_gazette(text: str) -> tuple[Gazette, str]:
    """Return the gazette that a law's name is followed by, and the name; what is said behind the gazette falls off."""
    hit = _BEHIND.search(text) if has_any(_SIGNS, text) else None
    if hit is None or not hit.start():
        return NO_GAZETTE, text
    year = hit["early"] or hit["year"]
    name = hit["name"].replace(f" {hit['early']}", "") if hit["early"] else hit["name"]
    gazette = Gazette(name, int(year) if year else None, hit["issue"] or "", hit["pages"] or "")
    return gazette, text[: hit.start()].rstrip(f" ,;:–—{BREAK}")
