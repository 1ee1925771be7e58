"""Order among the versions of one source: labels first, else dates (domain 6, invariants 4 to 6). Pure."""

import re
from dataclasses import dataclass

from citations.dates import BadDateError, newer, read_iso

_NUMBERS = re.compile(r"\D{0,12}(\d{1,6}(?:\.\d{1,6}){0,3})\D{0,12}")


@dataclass(frozen=True, slots=True)
class Mark:
    """What places a version among its siblings: its label ("1.1", "pub2", "5") and its Stand or year as ISO text."""

    label: str = ""
    dated: str = ""


def label_order(label: str) -> tuple[int, ...] | None:
    """Return the numbers of a label ("Version 1.1" gives (1, 1)), None where it has no single number."""
    match = _NUMBERS.fullmatch(label.strip())
    return tuple(int(part) for part in match.group(1).split(".")) if match else None


def is_newer(one: Mark, other: Mark) -> bool | None:
    """Say whether ``one`` is newer: by label if both have comparable ones, else by date; None where it is open."""
    ahead = _label_ahead(one.label, other.label)
    return _dated_later(one, other) if ahead is None else ahead


def conflicting(one: Mark, other: Mark) -> bool:
    """Say whether label and date contradict each other: higher number, older date (invariant 5)."""
    ahead, later = _label_ahead(one.label, other.label), _dated_later(one, other)
    return ahead is not None and later is not None and ahead is not later


def is_major(old: Mark, new: Mark) -> bool:
    """Say whether the step to ``new`` is major: the first number changes, or there are no numbers (1.1; 1.2)."""
    first, second = label_order(old.label), label_order(new.label)
    return first is None or second is None or first[0] != second[0]


def same_label(one: str, other: str) -> bool:
    """Say whether two labels name one version: the same words, or the same numbers ("2" and "2.0")."""
    numbers = label_order(one), label_order(other)
    return one.strip() == other.strip() or (None not in numbers and _label_ahead(one, other) is None)


def _label_ahead(one: str, other: str) -> bool | None:
    """Say whether the first label has the higher number; None for equal ones and for labels without a number."""
    first, second = label_order(one), label_order(other)
    if first is None or second is None:
        return None
    left, right = _padded(first, second), _padded(second, first)
    return None if left == right else left > right


def _padded(label: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """Return a label as long as the other one, so that 2 and 2.0 compare equal."""
    return label + (0,) * max(0, len(other) - len(label))


def _dated_later(one: Mark, other: Mark) -> bool | None:
    """Compare by date under the rule for partial dates (1.10); None where a date is missing or unreadable."""
    try:
        return newer(read_iso(one.dated), read_iso(other.dated)) if one.dated and other.dated else None
    except BadDateError:
        return None
