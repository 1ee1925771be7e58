"""A journal with its numbers in the middle of a guideline's line: "Title, Gesundheitsbl 2018;61:448–473, Society"."""

import re
from dataclasses import dataclass, replace

from citations.records import Reference
from citations.references.cleaning import BREAK
from citations.references.journals import is_journal
from citations.references.locators import Tail, find_tail

_PRINTED = re.compile(
    r"[.,:] (?P<journal>[A-ZÄÖÜ][^,.;:()\d\x1e]{2,60}?)\.?,? (?P<tail>(?:(?:19|20)\d\d ?[;,] ?)?\d{1,4}"
    r"(?: ?\([^()\x1e]{1,12}\))?[:,] ?(?:S\. ?|p\. ?|pp\. ?)?[A-Za-z]?\d{1,5}(?:[–-][A-Za-z]?\d{1,5})?)"
    r"(?=[.,;:\s\x1e]|$)"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """The journal that a guideline is printed in, what its numbers say, and the line without both."""

    journal: str
    tail: Tail
    text: str


def printed_in(reference: Reference, printed: Printed) -> Reference:
    """Return the guideline with the journal that it is printed in."""
    tail = printed.tail
    return replace(
        reference,
        container=printed.journal,
        year=tail.year or reference.year,
        volume=tail.volume,
        issue=tail.issue,
        pages=tail.pages,
    )


def cut_journal(text: str) -> Printed | None:
    """Return the journal of a guideline with the numbers of its issue, None where no such thing stands in the line."""
    for hit in _PRINTED.finditer(text):
        tail = find_tail(hit["tail"]) if is_journal(hit["journal"]) else None
        if tail and tail.volume and tail.pages:
            return Printed(hit["journal"], tail, f"{text[: hit.start()]}{BREAK}{text[hit.end() :]}")
    return None
