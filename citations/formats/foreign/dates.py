"""Dates as other programs write them: ``2021/11/05/``, "2021 Nov 5", "05.11.2021", "[2021]", "Spring 2021"."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from citations.dates import BadDateError, PartialDate
from citations.references.printed_dates import MONTHS, date_at

_SLASHED = re.compile(r"(\d{4})(?:[/-](\d{0,2}))?(?:[/-](\d{0,2}))?(?:/(.*))?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_INSTANT = re.compile(r"(\d{4})-(\d{2})-(\d{2})T[\d:.,+Zz-]+")
_STARTS = re.compile(r"(?<![\w/.-])(?:\d|[A-Za-zÄä])")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date as far as it could be read, also as ISO; ``exact`` is False where words of it were left out."""

    day: PartialDate | None
    exact: bool = True
    iso: str = field(init=False, compare=False, default="")

    def __post_init__(self) -> None:
        """Write the date down once: readings are kept, and asked for often."""
        object.__setattr__(self, "iso", str(self.day) if self.day else "")


def read_date(text: str) -> ReadDate:
    """Return the date of any wording; no date for words without one. Nothing that is not written is filled in."""
    return _read(text) if len(text) <= _LONGEST else ReadDate(None, exact=not text.strip())


@lru_cache(maxsize=4096)
def _read(text: str) -> ReadDate:
    text = text.strip()
    if not text:
        return ReadDate(None)
    slashed = _SLASHED.fullmatch(text) or _COMPACT.fullmatch(text) or _INSTANT.fullmatch(text)
    if slashed:
        return _of_parts(*slashed.groups())
    hits = (date_at(text, start.start()) for start in _STARTS.finditer(text))
    for hit in hits:
        day = calendar_date(hit.iso) if hit else None
        if hit and day:
            return ReadDate(day, exact=not text[: hit.start].strip(" [(c©") and not text[hit.end :].strip(" ])./"))
    return ReadDate(None, exact=False)


def _of_parts(year: str, month: str | None = None, day: str | None = None, rest: str | None = None) -> ReadDate:
    """Return the date of three written numbers; the words RIS allows behind them may name the month."""
    rest = (rest or "").strip(" /")
    named = MONTHS.get(rest.lower().strip(".")) if rest and not (month or "").strip("0") else None
    exact = not rest or named is not None
    for known in ((month, day), (month, None), (None, None)):
        found = _made(year, *known)
        if found and named:
            return ReadDate(PartialDate(found.year, named), exact)
        if found:
            return ReadDate(found, exact and known == (month, day))
    return ReadDate(None, exact=False)


def _made(year: str, month: str | None, day: str | None) -> PartialDate | None:
    numbers = [int(part) or None if part else None for part in (month, day)]
    try:
        return PartialDate(int(year), *numbers)
    except BadDateError:
        return None


def calendar_date(iso: str) -> PartialDate | None:
    """Return the date of a partial ISO form that was found in a text, None where no calendar has it (31.02.)."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    return _made(year, month, day)
