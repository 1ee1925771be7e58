"""What spreadsheets make of text on their own, taken back: 2022.0 was 2022, "Jun 22" was 2022-06, 32 was 032.

A cell is what it shows unless the mark of its row says that something else stood there which a spreadsheet turns into
just this. So nothing is guessed: what fits no mark is taken as an editor's own word.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from citations.dates import BadDateError, PartialDate
from citations.formats.sheets.contents import ShownText, Value
from citations.formats.sheets.words import NO, YES

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of a spreadsheet, in no zone
_LAST_DAY = 2_958_465
"""Day number of 9999-12-31."""
_WIDEST = 14
_CENTURY = 2000
_TURN = 30
"""Years of two digits up to here are this century's, as spreadsheets read them."""
_MONTHS = (
    ("jan", "jän"), ("feb",), ("mär", "mrz", "mar", "maer"), ("apr",), ("mai", "may"), ("jun",), ("jul",), ("aug",),
    ("sep",), ("okt", "oct"), ("nov",), ("dez", "dec"),
)  # fmt: skip
_DATES = (
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]00:00(?::00)?)?"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2})\s?[/.]\s?(?P<year>\d{4})"),
    re.compile(r"(?:(?P<day>\d{1,2})\.?[ -])?(?P<name>[A-Za-zäÄ]{3,9})\.?[ -](?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<day>\d{1,2})\.?[ -](?P<name>[A-Za-zäÄ]{3,9})\.?"),
    re.compile(r"(?P<year>\d{4})"),
)
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?(?:E[+-]?\d{1,3})?|\d{1,18}(?:[.,]\d+)?", re.IGNORECASE)


def restored(value: Value, fits: Callable[[str], bool], *, dated: bool = False) -> str:
    """Return the text of a cell: as it stands if that fits, else what stood there, else its plainest reading.

    ``fits`` says whether a text is what stood in the cell; ``dated`` that the column holds dates, which are then given
    as ISO whatever way they are written.
    """
    plain = _plain(value)
    if fits(plain):
        return plain
    before = next((text for text in _before(value, plain) if fits(text)), None)
    if before is not None:
        return before
    if dated and (known := _date_of(plain)) is not None:
        return str(known)
    return plain


def _plain(value: Value) -> str:
    """Return a value as an editor would have typed it."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 10**16 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value if isinstance(value, str) else value.isoformat() if isinstance(value, date | time) else str(value)


def _before(value: Value, plain: str) -> Iterator[str]:
    """Yield what may have stood in a cell before a spreadsheet took it for a number, a date or a yes.

    Text in a workbook is what somebody typed: nothing was made of it.
    """
    if isinstance(value, str) and not isinstance(value, ShownText):
        return
    if isinstance(value, bool) or plain.casefold() in ("wahr", "falsch", "true", "false"):
        yield from ("true", "false", "True", "False", "TRUE", "FALSE", "wahr", "falsch", "Wahr", "Falsch")
    if isinstance(value, date):
        yield from _as_dates(value)
    elif isinstance(value, time):
        yield from (f"{value:%H:%M}", f"{value.hour}:{value:%M}", f"{value:%H:%M:%S}")
    elif isinstance(value, int | float) or _NUMBER.fullmatch(plain):
        yield from _as_numbers(plain)
    if isinstance(value, str):
        known = _date_of(value)
        if known is not None:
            yield str(known)
            yield from _as_dates(known.earliest())
        yield from (value.strip(), f"'{value}", f" {value}", f"{value} ")


def _as_numbers(plain: str) -> Iterator[str]:
    """Yield the ways in which a number may have been written, and the date that it is as the number of a day."""
    pointed = plain.replace(",", ".")
    number = float(pointed)
    whole = str(int(number)) if number.is_integer() else ""
    for text in dict.fromkeys(filter(None, (whole, pointed, plain, pointed.replace(".", ",")))):
        yield from (text, f"+{text}", f"{text}.")
        digits = text.removeprefix("-")
        yield from (digits.zfill(width) for width in range(len(digits) + 1, _WIDEST))
    base = pointed if "." in pointed else f"{pointed}."
    yield from (base + "0" * count for count in range(1, 5))
    yield from ((base + "0" * count).replace(".", ",") for count in range(1, 5))
    if whole and 0 < int(whole) <= _LAST_DAY:
        yield from _as_dates((_EPOCH + timedelta(days=int(whole))).date())


def _as_dates(day: date) -> Iterator[str]:
    """Yield the ways in which what became this day may have been written; without its day only what is a first."""
    y, m, d, yy = day.year, day.month, day.day, day.year % 100
    yield f"{y:04d}-{m:02d}-{d:02d}"
    yield from (f"{d}.{m}.", f"{d:02d}.{m:02d}.")
    for sign in ".-/":
        yield from (f"{d}{sign}{m}", f"{d:02d}{sign}{m:02d}", f"{m}{sign}{d}", f"{m:02d}{sign}{d:02d}")
        yield from (f"{d}{sign}{m}{sign}{y:04d}", f"{d:02d}{sign}{m:02d}{sign}{y:04d}", f"{y:04d}{sign}{m}{sign}{d}")
        yield from (f"{d}{sign}{m}{sign}{yy:02d}", f"{d:02d}{sign}{m:02d}{sign}{yy:02d}")
        if d == 1:
            yield from (f"{m}{sign}{y:04d}", f"{m:02d}{sign}{y:04d}", f"{m}{sign}{yy}", f"{m:02d}{sign}{yy:02d}")
            yield from (f"{m}{sign}{yy:02d}", f"{y:04d}{sign}{m}", f"{y:04d}{sign}{m:02d}")
    if d == m == 1:
        yield f"{y:04d}"


def _date_of(text: str) -> PartialDate | None:
    """Return the date that a cell shows, in any of the ways spreadsheets show one; None for none."""
    for form in _DATES:
        match = form.fullmatch(text.strip())
        if match is None:
            continue
        parts = match.groupdict()
        month = _month(parts["name"]) if "name" in parts else int(parts["month"]) if parts.get("month") else None
        if "name" in parts and month is None:
            continue
        year = int(parts["year"]) if parts.get("year") else 1904  # a day without a year: any leap year does
        year += 0 if len(parts.get("year") or "xxxx") > 2 else _CENTURY if year < _TURN else _CENTURY - 100  # noqa: PLR2004 - digits
        try:
            return PartialDate(year, month, int(parts["day"]) if parts.get("day") else None)
        except BadDateError:
            return None
    return None


def _month(name: str) -> int | None:
    short = name.casefold()
    return next((number for number, starts in enumerate(_MONTHS, 1) if short.startswith(starts)), None)
