"""Dates as medical pages print them: known to the year, the month or the day, and arithmetic on them.

Partial dates are stored as what was printed (``2022``, ``2022-06``, ``2022-06-15``); rules of section 1.10 of the
domain sheet. Reading dates out of prose lives with the readers, not here.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class BadDateError(ValueError):
    """A text is not a day, month or year of the calendar, or breaks a rule about days that its message names."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, month or day. ``month`` and ``day`` are None where they were not printed."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has (month 13, 31.02.)."""
        if self.day is not None and self.month is None:
            raise BadDateError(f"{self.year}-?-{self.day}")
        try:
            date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except ValueError as error:
            raise BadDateError(str(self)) from error

    def __str__(self) -> str:
        """Return the ISO form as far as it is known: ``2022-06``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def earliest(self) -> date:
        """Return the first day that fits; deadlines start from it, so they are never late (1.10)."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """Return the last day that fits."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def read_iso(text: str) -> PartialDate:
    """Return the date of ``2022``, ``2022-06`` or ``2022-06-15``; raise BadDateError for anything else."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        raise BadDateError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    return PartialDate(year or 0, month, day)


def earliest(text: str | None) -> date | None:
    """Return the first day that fits a stored partial date, None for None."""
    return read_iso(text).earliest() if text else None


def newer(one: PartialDate, other: PartialDate) -> bool | None:
    """Say whether ``one`` is newer than ``other``; None where the printed precision leaves it open (1.10)."""
    if one.earliest() > other.latest():
        return True
    if one.latest() < other.earliest() or (one == other and one.day is not None):
        return False
    return None


def add_months(day: date, months: int) -> date:
    """Return the day ``months`` later, clamped to the month's end: 31.01. + 1 month = 28./29.02. (1.10).

    What would lie behind the last day of the calendar is that day.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def derived_end(start: PartialDate, months: int) -> date:
    """Return the last valid day where none is printed: start + months - 1 day (1.1: Stand + 5 years - 1 day)."""
    return add_months(start.earliest(), months) - timedelta(days=1)
