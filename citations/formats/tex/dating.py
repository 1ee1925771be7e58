"""The date of a BibTeX entry, which may stand in ``date`` or in ``year``, ``month`` and ``day``, in any form."""

import re
from functools import lru_cache

from citations.dates import BadDateError, PartialDate
from citations.formats.foreign.dates import ReadDate, read_date
from citations.references.printed_dates import MONTHS

_MONTH_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_LAST_MONTH, _LAST_DAY = 12, 31


def take_issued(left: dict[str, str]) -> PartialDate | None:
    """Take the date of publication; what it says beyond one date stays among what is left."""
    issued = None
    if "date" in left:
        read = read_date(left["date"])
        issued = read.day
        if issued and read.exact:
            del left["date"]
    if "year" in left or "month" in left:
        year = left.get("year") or (str(issued) if issued and issued.month is None else "")
        read = read_year_month(year, left.get("month", ""), left.get("day", ""))
        if read.exact and read.day and _agree(issued, read.day):
            for name in ("year", "month", "day"):
                left.pop(name, "")
            issued = max(issued, read.day, key=lambda day: len(str(day))) if issued else read.day
        elif _agree(issued, read_date(year).day) and read_date(year).exact:
            left.pop("year", "")  # it is the month that says no month: "Winter", "1--3"
        issued = issued or read.day
    return issued


def _agree(issued: PartialDate | None, other: PartialDate | None) -> bool:
    """Say whether two dates are one, of which each may say less than the other."""
    if issued is None or other is None:
        return True
    return str(issued).startswith(str(other)) or str(other).startswith(str(issued))


def read_year_month(year: str, month: str, day: str = "") -> ReadDate:
    """Return the date of ``year``, ``month`` and ``day``; a year may say the month as well ("2021/11")."""
    read = read_date(year)
    if read.day is None or not (month or day):
        return read
    number, named_day, all_read = read_month(month)
    if not number or (read.day.month or number) != number:
        return ReadDate(read.day, exact=False)
    named_day = named_day or (int(day) if day.isdecimal() and len(day) <= 2 else 0)  # noqa: PLR2004 - two digits
    try:
        return ReadDate(PartialDate(read.day.year, number, named_day or None), read.exact and all_read)
    except BadDateError:
        return ReadDate(PartialDate(read.day.year, number), exact=False)


@lru_cache(maxsize=1024)
def read_month(text: str) -> tuple[int, int, bool]:
    """Return (month, day, whether that is all) of ``jan``, ``Jan.``, ``01``, ``1 June``, ``10 jan``; 0 for unknown."""
    words = [MONTHS[word] for word in map(str.lower, _MONTH_WORD.findall(text)) if word in MONTHS]
    numbers = [int(number) for number in _NUMBER.findall(text)]
    if words:
        day = numbers[0] if len(numbers) == 1 and 1 <= numbers[0] <= _LAST_DAY else 0
        return words[0], day, len(words) == 1 and len(numbers) <= 1
    if len(numbers) == 1 and text.strip(" .").isdecimal() and 1 <= numbers[0] <= _LAST_MONTH:
        return numbers[0], 0, True
    return 0, 0, not text
