"""The journal of a guideline: with its numbers amid the line ("Title, Gesundheitsbl 2018;61:448–473, Society") or bare.

Bare it stands at the end ("Title. Eur Heart J", "Title — Bundesgesundheitsblatt") or in brackets with a supplement.
"""

import re
from dataclasses import dataclass, replace

from citations.records import Reference
from citations.references.bodies import looks_like_body
from citations.references.cleaning import BREAK
from citations.references.journals import is_abbreviated, is_journal
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


def cut_name(text: str) -> Printed | None:
    """Return the journal of a guideline that stands alone at the end or in brackets, None where none is named so."""
    supplement = _SUPPLEMENT.search(text) if ", Suppl" in text else None
    if supplement and is_journal(supplement["journal"]):
        tail = Tail(supplement.start(), None, None, "", supplement["issue"], "", strong=False)
        return Printed(supplement["journal"], tail, f"{text[: supplement.start()]}{BREAK}{text[supplement.end() :]}")
    plain = text.rstrip(f" .;{BREAK}")
    if plain[-1:].isdecimal():
        return None
    place, sign = max((plain.rfind(sign, -_LONGEST), sign) for sign in _BEFORE_NAME)
    name = plain[place + len(sign) :]
    if place <= 0 or not is_abbreviated(name) or looks_like_body(name):
        return None
    return Printed(name, Tail(place, None, None, "", "", "", strong=False), plain[:place])


_SUPPLEMENT = re.compile(
    r" ?\((?P<journal>[A-ZÄÖÜ][^().,;:\d\x1e]{2,60}), (?P<issue>Suppl(?:ement)?\b\.?(?: ?\d{1,3})?)\)"
)
_BEFORE_NAME = (". ", " — ", " – ", "? ")
_LONGEST = 60
