"""What a journal prints behind a guideline's title: "Guideline of the DGGG and OEGGG (S2k-Level, August 2020)"."""

import re
from dataclasses import dataclass

from citations.records import Organisation
from citations.references.printed_dates import date_at
from citations.references.segments import trim

_SHORT = r"[A-ZÄÖÜ][\w-]{1,12}"
_AND = r"(?:, (?:und |and )?|/| und | and | & )(?:the |der |des )?"
_IMPRINT = re.compile(
    rf"(?:[.:,] |^)(?:Guidelines? (?:of|by) the|Leitlinien? (?:der|des"
    rf"|von)) (?P<who>{_SHORT}(?:{_AND}{_SHORT}){{0,9}}),? "
    r"\((?P<sort>S1|S2e|S2k|S2|S3)[- ]?(?:[Ll]evel|Niveau|[Gg]uideline|Leitlinie)?(?P<more>[^()]{0,90})\)"
)
_BETWEEN = re.compile(_AND)
_BEFORE_DATE = re.compile(r"(?:^|[, ])(?=[^\W\d_]{3,9}\.? (?:19|20)\d\d|\d{1,2}/(?:19|20)\d\d)")
_IN_BRACKETS = re.compile(r"\((?P<sort>S1|S2e|S2k|S3)\) (?=[Gg]uideline|Leitlinie)")


@dataclass(frozen=True, slots=True)
class Imprint:
    """Class, societies and Stand (partial ISO) behind a title, and the title without them."""

    title: str
    sort: str
    organisations: tuple[Organisation, ...] = ()
    stand: str = ""


def cut_imprint(title: str) -> Imprint | None:
    """Return what a journal prints behind a guideline's title, None where nothing of that kind stands there."""
    hit = _IMPRINT.search(title) if "S" in title and "(" in title else None
    if hit is None:
        inside = _IN_BRACKETS.search(title) if "(S" in title else None
        return Imprint(title, inside["sort"]) if inside else None
    place = _BEFORE_DATE.search(hit["more"])
    date = date_at(hit["more"], place.end()) if place else None
    return Imprint(
        trim(title[: hit.start()] + title[hit.end() :]),
        hit["sort"],
        tuple(map(Organisation, _BETWEEN.split(hit["who"]))),
        date.iso if date else "",
    )
