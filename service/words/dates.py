"""Days and instants as a German or an English reader writes them. Reading dates lives in ``citations.dates``."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import get_month_names

from citations.dates import BadDateError, PartialDate, read_iso

_MONTHS = {
    language: tuple(get_month_names("abbreviated", locale=language)[number].rstrip(".") for number in range(1, 13))
    for language in ("de", "en")
}


def write_day(language: str, day: date) -> str:
    """Return ``04.03.2025`` in German, ``4 Mar 2025`` in English."""
    if language == "de":
        return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"
    return f"{day.day} {_MONTHS['en'][day.month - 1]} {day.year}"


def write_partial(language: str, iso: str) -> str:
    """Return a stored partial date as far as it is known (``06/2022``, ``Jun 2022``); other text as it is."""
    try:
        known = read_iso(iso)
    except BadDateError:
        return iso
    return _partial(language, known)


def _partial(language: str, known: PartialDate) -> str:
    if known.month is None:
        return f"{known.year:04d}"
    if known.day is None:
        month = _MONTHS["en"][known.month - 1]
        return f"{known.month:02d}/{known.year:04d}" if language == "de" else f"{month} {known.year}"
    return write_day(language, known.earliest())


def write_month(language: str, iso: str) -> str:
    """Return a month ``2026-11`` in words: ``Nov 2026``; other text as it is."""
    try:
        known = read_iso(iso)
    except BadDateError:
        return iso
    return f"{_MONTHS[language][(known.month or 1) - 1]} {known.year}"


def write_instant(language: str, instant: datetime, zone: ZoneInfo) -> str:
    """Return an instant with its day and minute in ``zone``: ``20.11.2026, 12:00``."""
    local = instant.astimezone(zone)
    return f"{write_day(language, local.date())}, {local.hour:02d}:{local.minute:02d}"
