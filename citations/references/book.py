"""Books of the house style (domain 4.1): "Author. Title [Internet]. Place: Publisher; Year. (Series, 5th ed.)."."""

import re

from citations.records import Organisation, Reference
from citations.references.bodies import looks_like_body
from citations.references.guideline_words import names_guideline
from citations.references.people import read_people

_HEAD = re.compile(r"(?P<author>[^.]+)\. (?P<title>[^\[\].]+?)(?: \[(?P<medium>[^\]]*)\])?")
_IMPRINT = re.compile(
    r"(?P<place>[^.:();]+?)(?: \((?P<country>[^()]*)\))?: (?P<publisher>[^.:;]+); (?P<year>(?:18|19|20)\d\d)"
)
_SERIES = re.compile(
    r"\((?P<series>[^(),]+?)(?:, (?P<edition>\d+)(?:st|nd|rd|th) ed\.)?(?:; vol\. (?P<volume>[^()]+))?\)"
)
_GUIDANCE = re.compile(r"(?:NG|CG|TA|PH|QS|DG)\d{1,3}")


def read(line: str) -> Reference | None:
    """Return the book of a line in the house style (domain 4.1, ``book``), None for any other line."""
    parts = line.removesuffix(".").split(". ", 3)
    if len(parts) not in (3, 4) or not line.endswith("."):
        return None
    imprint = _IMPRINT.fullmatch(parts[2])
    if imprint is None:
        return None
    head = _HEAD.fullmatch(f"{parts[0]}. {parts[1]}")
    if head and (": " in head["author"] or names_guideline(head["author"])):
        return None
    bare = len(parts) == 3 and not (head and head["medium"])  # noqa: PLR2004
    if (
        head is None
        or _GUIDANCE.fullmatch(head["medium"] or "")
        or (bare and _is_body(head["author"], imprint["publisher"]))
    ):
        return None
    series = _SERIES.fullmatch(parts[3]) if len(parts) > 3 else None  # noqa: PLR2004
    if series is None and len(parts) > 3:  # noqa: PLR2004
        return None
    people = read_people(f"{head['author']}.")
    return Reference(
        kind="book",
        authors=people.authors if people else (),
        organisations=() if people else (Organisation(head["author"]),),
        title=head["title"],
        medium=head["medium"] or "",
        place=imprint["place"],
        country=imprint["country"] or "",
        publisher=imprint["publisher"],
        year=int(imprint["year"]),
        series=(series["series"] if series else ""),
        edition=(series["edition"] or "" if series else ""),
        volume=(series["volume"] or "" if series else ""),
        style="book",
    )


def _is_body(author: str, publisher: str) -> bool:
    """Say whether an author is an organisation: by its name, or because it publishes itself."""
    return author == publisher or looks_like_body(author)
