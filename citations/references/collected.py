"""What a piece stands in, cut out of its line: a bulletin's issue, a society's collected guidelines, a numbered series.

Forms: "Epidemiologisches Bulletin 4/2023", "In: Deutsche Gesellschaft für Neurologie (Hrsg.), Leitlinien für ...",
"NICE guideline [NG12]. ...".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from citations.records import Organisation
from citations.references.bodies import looks_like_body, split_bodies
from citations.references.cleaning import BREAK

_NAME = (
    r"(?P<name>(?:(?=Bulletin zu)|[A-ZÄÖÜ][^().,;:\x1e]{0,40}?)"
    r"(?:[Bb]ulletin|Bull|Report|Berichte?|Heft|Magazin)\.?(?: zu[rm] [A-ZÄÖÜ]\w{3,40})?)"
)
_ISSUE = r"(?:Nr\. ?)?(?P<issue>\d{1,3})/(?P<year>(?:19|20)\d\d)(?!\d)"
_SERIAL = re.compile(r"\((?P<name>[A-ZÄÖÜ][^()]{3,60}?) (?P<issue>\d{1,3})/(?P<year>(?:19|20)\d\d)\)")
_BULLETIN = re.compile(rf"(?:(?<=[.,:] )|^){_NAME} {_ISSUE}[:.,]?")
_EDITED = re.compile(
    rf"[.,;{BREAK}]?\s*\b[Ii]n: ?(?P<who>[^:{BREAK}]{{3,200}}?) ?\((?:Hrsg|Hg)\.?\)[.,:]*"
    rf"(?: (?P<book>Leitlinien für [^.,;({BREAK}]+))?"
)
_BOOK = re.compile(rf"[.,;{BREAK}]?\s*\b[Ii]n: ?(?P<book>Leitlinien für [^.,;({BREAK}]+)")
_REGISTER = re.compile(
    rf"[.,;{BREAK}]?\s*\b[Ii]n: ?(?P<book>AWMF[ -](?:[Oo]nline|(?:Leitlinien-?)?[Rr]egister))(?=[\s.,;:(){BREAK}]|$)"
)
_SERIES = re.compile(
    r"^(?P<book>(?P<who>NICE )?(?:[Cc]linical )?[Gg]uidelines? \[?(?:NG|CG|TA|PH|QS|DG)\d{1,3}\]?)"
    r"(?: \((?P<year>(?:19|20)\d\d)\))?(?:[.:,] ?| [–—-] | )(?=[A-Z])"
)
_NUMBERED = re.compile(
    r"^(?P<who>NICE)(?:[ -](?:Leitlinien?|[Gg]uidance))? \[?(?:NG|CG|TA|PH|QS|DG|MTG|IPG) ?\d{1,3}\]?"
    r"(?: ?[:.,]| [–—-])? (?=[A-ZÄÖÜ„“\"])"
)
"""A guideline told by its society and a bare number; the number names no series that it stands in."""

_NUMBERED_BEHIND = re.compile(
    r"(?:[.,:;] | [–—-] | ?[(\[])(?P<book>(?P<who>NICE) (?:NG|CG|TA|PH|QS|DG|MTG|IPG) ?\d{1,3})[)\]]?"
    r"(?P<more>,? \(?(?:19|20)\d\d\)?)?[.\s]*$"
)
_BEFORE, _NUMBER_LENGTH = 6, 40


@dataclass(frozen=True, slots=True)
class Collection:
    """What a piece stands in: its name, issue and year, and who edits it. "" and None where not printed.

    ``numbered`` where the society's number of the piece led the line, so that all behind it is the piece's own.
    """

    name: str = ""
    issue: str = ""
    year: int | None = None
    organisations: tuple[Organisation, ...] = ()
    numbered: bool = False


NOTHING = Collection()
"""What a line says that stands in no collection."""


def cut_bulletin(text: str) -> tuple[Collection, str]:
    """Return the bulletin or series with issue and year that a line names, and the line without it."""
    hit = (_SERIAL.search(text) or _BULLETIN.search(text)) if "/" in text else None
    if hit is None:
        return NOTHING, text
    behind = text[hit.end() :]
    return Collection(hit["name"], hit["issue"], int(hit["year"])), text[: hit.start()] + behind.lstrip()


@lru_cache(maxsize=2)
def cut_collection(text: str) -> tuple[Collection, str]:
    """Return the collected guidelines, the numbered series or the bulletin that a guideline stands in, and the rest.

    Kept for a moment, because the reader of articles asks before the one of guidelines.
    """
    series = _SERIES.match(text)
    if series:
        year = int(series["year"]) if series["year"] else None
        bodies = split_bodies(series["who"] or "")
        return Collection(series["book"], year=year, organisations=bodies), text[series.end() :]
    numbered = _NUMBERED.match(text)
    if numbered:
        return Collection(organisations=split_bodies(numbered["who"]), numbered=True), text[numbered.end() :]
    behind = _NUMBERED_BEHIND.search(text, max(0, len(text) - _NUMBER_LENGTH)) if "NICE " in text else None
    if behind:
        before = text[: behind.start()]
        alone = ". " not in before and not looks_like_body(before.partition(": ")[0])
        collection = Collection(behind["book"], organisations=split_bodies(behind["who"]), numbered=alone)
        return collection, f"{before}{behind['more'] or ''}"
    if "n: " not in text:
        return cut_bulletin(text)
    start = max(0, text.find("n: ") - _BEFORE)
    hit = _EDITED.search(text, start) or _BOOK.search(text, start) or _REGISTER.search(text, start)
    if hit is None:
        return cut_bulletin(text)
    bodies = split_bodies(hit["who"]) if hit.re is _EDITED else ()
    return Collection(hit["book"] or "", organisations=bodies), f"{text[: hit.start()]}{BREAK}{text[hit.end() :]}"
