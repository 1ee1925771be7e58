"""Articles in the three styles of the house: ``nlm``, ``nlm-spaced`` and ``vancouver-colon`` (domain 4.1).

Only lines that follow the grammar; looser printings belong to ``periodical.py``.
"""

import re

from citations.records import Reference
from citations.references.article_kind import kind_of_article
from citations.references.bodies import looks_like_body
from citations.references.printed_dates import NLM_MONTHS
from citations.references.title_bodies import bodies_in_title

_DOI = re.compile(r" doi: (10\.\d{4,9}/\S+)\.$")
_PLACE = re.compile(
    r"(?P<y>(?:18|19|20)\d\d)(?: (?P<mon>" + "|".join(NLM_MONTHS) + r"))?;(?P<s1> ?)"
    r"(?P<vol>\d*)(?:\((?P<issue>[^()]*)\))?:(?P<s2> ?)(?P<pages>[^\s:;]+)\."
)
_AUTHOR = re.compile(r"[^\W\d_][^\d,;:.()]*? [^\W\d_]{1,4}(?:-[^\W\d_])?")
_WORDS_OF_NAME = 2
_STYLES = {("", "", ".", "."): "nlm", (" ", "", ".", "."): "nlm-spaced", (" ", " ", ":", ""): "vancouver-colon"}


_CLASSED = re.compile(r"\bS(?:1|2e|2k|2|3)[- ](?:[Gg]uidelines?|[Ll]eitlinie)\b")


def _people(text: str) -> tuple[tuple[str, ...], bool, str] | None:
    """Return (authors, et al., group) of a Vancouver author list without its end, None where it is none."""
    people, _, group = text.partition("; ")
    et_al = people.endswith(" et al")
    names = people.removesuffix(" et al").split(", ")
    if not all(_AUTHOR.fullmatch(name) and name.rpartition(" ")[2].isupper() for name in names):
        return None
    if any(name.count(" ") > _WORDS_OF_NAME and looks_like_body(name) for name in names):
        return None
    return tuple(names), et_al, group


def _split_head(head: str) -> tuple[str, str, str, str] | None:
    """Return (authors, their end, title, journal with its dot); the first end that leaves authors counts."""
    for end in (". ", ": "):
        authors, found, rest = head.partition(end)
        if found and _people(authors) is not None:
            title, _, journal = rest.rstrip().removesuffix(".").rpartition(". ")
            return (authors, end[0], title, journal + ("." if rest.rstrip().endswith(".") else "")) if title else None
    return None


def read(line: str) -> Reference | None:
    """Return the article of a line in one of the three styles, None for any other line."""
    doi = _DOI.search(line) if " doi: 10." in line else None
    body = line[: doi.start()] if doi else line
    semicolon = body.rfind(";")
    place = _PLACE.fullmatch(body, body.rfind(" ", 0, body.rfind(" ", 0, semicolon)) + 1) if semicolon > 0 else None
    if place is None or (place["mon"] is None and place["s1"] is None):
        place = None
    if place is None and semicolon > 0:
        place = _PLACE.fullmatch(body, body.rfind(" ", 0, semicolon) + 1)
    head = _split_head(body[: place.start()]) if place else None
    if place is None or head is None:
        return None
    authors, end, title, journal = head
    people = _people(authors)
    style = _STYLES.get((place["s1"], place["s2"], end, "." if journal.endswith(".") else ""), "")
    if people is None or not style:
        return None
    if _CLASSED.search(title) or ". In: " in title:
        return None  # class and topic, or chapter and book, are the general readers' to part
    kind = kind_of_article(title, journal.removesuffix("."))
    return Reference(
        kind=kind,
        organisations=bodies_in_title(title) if kind == "guideline" else (),
        authors=people[0],
        et_al=people[1],
        group_author=people[2],
        title=title,
        container=journal.removesuffix("."),
        year=int(place["y"]),
        month=NLM_MONTHS.index(place["mon"]) + 1 if place["mon"] else None,
        volume=place["vol"],
        issue=place["issue"] or "",
        pages=place["pages"],
        doi=doi.group(1) if doi else "",
        style=style,
    )
