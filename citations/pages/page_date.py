"""The dates a page prints or declares about itself, as partial ISO dates. Dates of its sources are not read here."""

import re

from citations.dates import BadDateError, PartialDate

_NAMES = (
    ("jan", "jän"), ("feb",), ("mär", "mar", "mae"), ("apr",), ("mai", "may"), ("jun",),
    ("jul",), ("aug",), ("sep",), ("okt", "oct"), ("nov",), ("dez", "dec"),
)  # fmt: skip
_DATE = (
    r"(?:(?P<iso>(?:19|20)\d\d-\d\d(?:-\d\d)?)"
    r"|(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)"
    r"|(?P<my>\d{1,2})/(?P<yy>(?:19|20)\d\d)"
    r"|(?:(?P<dn>\d{1,2})\.?\s)?(?P<mn>[^\W\d_]{3,9})\.?\s(?:(?P<de>\d{1,2})(?:st|nd|rd|th)?,\s)?(?P<yn>(?:19|20)\d\d)"
    r"|(?P<only>(?:19|20)\d\d))"
)
_UPDATED = r"(?:letzte|zuletzt|last)\s[^\W\d_]{3,20}|(?:aktualisiert|überarbeitet|geändert|geprüft|updated|reviewed)"
_STAND = r"(?:stand(?:\sder\s[^\W\d_]{3,20})?|as of)"
_CREATED = r"(?:erstellt|veröffentlicht|erschienen|online seit|publiziert|published|created|datum|date)"
_LINE = re.compile(
    rf"\W{{0,3}}(?:(?P<updated>{_UPDATED})|(?P<stand>{_STAND})|(?P<created>{_CREATED}))"
    rf"(?:\s?:|\sam:?|\son:?)?\s{{1,3}}(?:(?:am|den|vom|im)\s)?{_DATE}(?:,?\s\d{{1,2}}[:.]\d\d(?:\sUhr)?)?\W{{0,3}}",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?|(?:19|20)\d\d(?!\d)")
_LONGEST_LINE = 90


def date_line(words: str) -> tuple[str, str]:
    """Return (what, partial ISO date) of a line that says nothing but a date of the page, ("", "") of any other.

    ``what`` is updated, stand or created. A day that no calendar has gives no date (domain 1.10: never a guess).
    """
    match = _LINE.fullmatch(words.strip()) if len(words) <= _LONGEST_LINE else None
    if match is None:
        return "", ""
    what = next(name for name in ("updated", "stand", "created") if match[name])
    return what, _iso(match)


def stamp(value: str) -> str:
    """Return the partial ISO date at the beginning of a machine's time stamp ("2025-03-04T10:00:00+01:00"), or ""."""
    match = _STAMP.match(value.strip())
    return _checked(match.group()) if match else ""


def _iso(match: re.Match[str]) -> str:
    if match["iso"] or match["only"]:
        return _checked(match["iso"] or match["only"])
    month = match["m"] or match["my"] or _month(match["mn"])
    year = match["y"] or match["yy"] or match["yn"]
    day = match["d"] or match["dn"] or match["de"]
    return _checked("-".join([year, f"{int(month or 0):02d}"] + ([f"{int(day):02d}"] if day else [])))


def _month(name: str) -> int:
    return next((number for number, starts in enumerate(_NAMES, 1) if name.lower().startswith(starts)), 0)


def _checked(iso: str) -> str:
    try:
        PartialDate(*(int(part) for part in iso.split("-")))
    except BadDateError:
        return ""
    return iso
