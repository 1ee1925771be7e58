"""Dates as they stand in printed references, German and English: found, read to partial ISO, printed in the same form.

No arithmetic on dates (``citations.dates``) and no clock.
"""

import re
from dataclasses import dataclass

_MONTH_WORDS = (
    ("januar", "jänner", "january", "jan"),
    ("februar", "feber", "february", "feb"),
    ("märz", "maerz", "marz", "m\ufffdrz", "march", "mär", "mrz", "mar"),
    ("april", "apr"),
    ("mai", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)
MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, start=1) for word in words}
GERMAN_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NLM_MONTHS = tuple(month[:3] for month in ENGLISH_MONTHS)

_WORD = "(?P<word>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-zäöü])(?P<dot>\.?)"
_GAP = r"(?:\] ?\[|[ \n])+"
_YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)"
_YEAR_LENGTH = 4
_SHORT_CENTURY_PIVOT = 70
_LAST_MONTH = 12
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: ``text[start:end]`` says ``iso`` (partial ISO); ``form`` names how it is printed."""

    start: int
    end: int
    iso: str
    form: str
    text: str


# The order decides: forms with a day before forms without, four-digit years before two-digit ones.
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("ymd", _YEAR + r"(?P<sep>[-/])(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?!\d)"),
        ("d.m.y", r"(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\. ?" + _YEAR + r"(?!\d)"),
        ("d.m.yy", r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<yy>\d{2})(?!\d)"),
        ("d/m/y", r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/" + _YEAR + r"(?!\d)"),
        ("m/d/y", r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/" + _YEAR + r"(?!\d)"),
        ("d word y", r"(?P<d>\d{1,2})(?:\.|st|nd|rd|th)?(?: of)?" + _GAP + _WORD + r",?" + _GAP + _YEAR + r"(?!\d)"),
        ("word d, y", _WORD + _GAP + r"(?P<d>\d{1,2})(?:st|nd|rd|th)?,?" + _GAP + _YEAR + r"(?!\d)"),
        ("y word d", _YEAR + r",?[ \n]+" + _WORD + r"[ \n]+(?P<d>\d{1,2})(?!\d)"),
        ("y word", _YEAR + r",?[ \n]+" + _WORD),
        ("word y", _WORD + r"(?:[ \n]*,?[ \n]*|" + _GAP + ")" + _YEAR + r"(?!\d)"),
        ("word yy", _WORD + r"[ \n]+'(?P<yy>\d{2})(?!\d)"),
        ("m/y", r"(?P<m>\d{1,2})(?: ?/ ?|\.)" + _YEAR + r"(?!\d|\.\d)"),
        ("y-m", _YEAR + r"[-/](?P<m>\d{2})(?!\d)"),
        ("m/yy", r"(?P<m>\d{1,2})/(?P<yy>\d{2})(?![\d/])"),
        ("y", _YEAR + r"(?!\d)"),
    )
)


_WORD_FIRST = tuple(form for form in _FORMS if form[0].startswith("word"))
_YEAR_FIRST = tuple(form for form in _FORMS if form[0].startswith("y"))
_DIGITS_FIRST = tuple(form for form in _FORMS if form not in _WORD_FIRST and form not in _YEAR_FIRST)


def _forms_at(text: str, position: int) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the forms that can begin there: with a month, with the four digits of a year, or with one or two."""
    sign = text[position : position + 1]
    if sign.isdecimal():
        return _YEAR_FIRST if text[position : position + _YEAR_LENGTH].isdecimal() else _DIGITS_FIRST
    return _WORD_FIRST if sign.isalpha() else ()


def _number(value: str | None) -> int | None:
    return int(value) if value else None


def _iso(match: re.Match[str]) -> str | None:
    """Return the partial ISO form, None where the numbers are no date of the calendar's shape."""
    groups = match.groupdict()
    year = _number(groups.get("y"))
    if year is None:
        short = int(groups["yy"])
        year = 1900 + short if short >= _SHORT_CENTURY_PIVOT else 2000 + short
    month = MONTHS.get((groups.get("word") or "").lower()) or _number(groups.get("m"))
    day = _number(groups.get("d"))
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= _LAST_MONTH or (day is not None and not 1 <= day <= _LAST_DAY):
        return None
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day is not None else "")


def date_at(text: str, position: int) -> PrintedDate | None:
    """Return the date that begins at ``position``, None where none does. 31.02. is left to ``citations.dates``."""
    for name, pattern in _forms_at(text, position):
        match = pattern.match(text, position)
        if match is None:
            continue
        iso = _iso(match)
        if iso is not None:
            return PrintedDate(match.start(), match.end(), iso, name, match.group())
    return None


def _word_like(word: str, month: int) -> str:
    """Return the month's name in the language and length of ``word``."""
    low = word.lower()
    english = low in {name.lower() for name in ENGLISH_MONTHS} or low in {"mar", "may", "oct", "dec"}
    german = low in {name.lower() for name in GERMAN_MONTHS}
    names = ENGLISH_MONTHS if english and not german else GERMAN_MONTHS
    full = low in {name.lower() for name in (*ENGLISH_MONTHS, *GERMAN_MONTHS)} or low in {"maerz", "jänner"}
    return names[month - 1] if full else names[month - 1][:3]


def reprint(old: PrintedDate, iso: str) -> str:
    """Return ``iso`` (a full day) in the form in which ``old`` is printed; ``4.3.2025`` stays unpadded."""
    year, month, day = iso.split("-")
    match = dict(_FORMS)[old.form].match(old.text)
    if match is None:
        return old.text
    out = old.text
    values = {"y": year, "yy": year[2:], "m": month, "d": day}
    spans = [(match.span(name), name) for name, value in match.groupdict().items() if value is not None]
    for (start, end), name in sorted(spans, reverse=True):
        printed = old.text[start:end]
        if name == "word":
            new = _word_like(printed, int(month))
        elif name in ("m", "d"):
            new = str(int(values[name])) if len(printed) == 1 else values[name]
            if old.form.endswith(" y") or old.form.endswith("d, y"):
                new = values[name] if printed.startswith("0") else str(int(values[name]))
        else:
            new = values.get(name, printed)
        out = out[:start] + new + out[end:]
    return out
