"""Dates of BibTeX entries in every form people write them, and the house's note (domain 5) read back into its facts."""

import re
from functools import lru_cache

from citations.dates import BadDateError, PartialDate, read_iso
from citations.references.access_dates import find_access
from citations.references.numbers import read_register_number
from citations.references.printed_dates import MONTHS, date_at

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_ISO_START = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T[\d:.Z+-]*)?[?~%]?(?:/.*)?")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_YEAR_MONTH = re.compile(r"(\d{4})\s*[/.-]\s*(\d{1,2})")
_MONTH_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_LAST_MONTH, _LAST_DAY = 12, 31
_STAND = re.compile(r"\bStand(?:\s+der\s+Information)?:?\s+", re.IGNORECASE)
_VALID = re.compile(r"\b(?:gültig|valid) (?:bis|until):?\s+", re.IGNORECASE)
_COMPUTED = " (errechnet)"
_AWMF = re.compile(r"AWMF[- ]?(?:Leitlinien-?)?Reg(?:ister)?[-. ]*(?:nummer|nr\.?|no\.?)?[: ]*", re.IGNORECASE)
_VERSION = re.compile(r"(?:^|; )Version ([^;]*?)(?: \(([^();]*)\))?(?=; |$)")
_SIGNS = re.compile(
    r"stand|gültig|valid|ruf|griff|access|retriev|cited|viewed|besucht|AWMF|version|gesehen", re.IGNORECASE
)
_HOUSE = re.compile(
    r"(?:Stand (?P<sm>\d\d)/(?P<sy>\d{4}))?(?:(?:^|; )gültig bis (?P<vd>\d\d)\.(?P<vm>\d\d)\.(?P<vy>\d{4})"
    r"(?P<computed> \(errechnet\))?)?(?:(?:^|; )aufgerufen am (?P<ad>\d\d)\.(?P<am>\d\d)\.(?P<ay>\d{4}))?"
    r"(?:(?:^|; )AWMF-Registernummer: (?P<awmf>\d{3}/\d{3}[A-Z]{0,3}))?"
)
_EDGE = " ;,.()[]:"
_ORDINALS = (
    ("first", "erste"), ("second", "zweite"), ("third", "dritte"), ("fourth", "vierte"), ("fifth", "fünfte"),
    ("sixth", "sechste"), ("seventh", "siebte"), ("eighth", "achte"), ("ninth", "neunte"), ("tenth", "zehnte"),
    ("eleventh", "elfte"), ("twelfth", "zwölfte"), ("thirteenth", "dreizehnte"), ("fourteenth", "vierzehnte"),
    ("fifteenth", "fünfzehnte"), ("sixteenth", "sechzehnte"), ("seventeenth", "siebzehnte"),
    ("eighteenth", "achtzehnte"), ("nineteenth", "neunzehnte"), ("twentieth", "zwanzigste"),
)  # fmt: skip
_NUMERALS = {word: str(number) for number, words in enumerate(_ORDINALS, 1) for word in words}
_EDITION = re.compile(r"(\d{1,3})(?:st|nd|rd|th|\.)?(?:[ ,]*(?:ed(?:ition|n)?|aufl(?:age)?)\.?)?", re.IGNORECASE)
_EDITION_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th|\.)(?!\w)", re.IGNORECASE)
_EDITION_WORD = re.compile(r"([^\W\d_]+?)(?:[rn]|s)?(?: (?:ed(?:ition|n)?|aufl(?:age)?)\.?)?", re.IGNORECASE)


def partial_iso(text: str) -> str:
    """Return the partial ISO form of a date in any printed form, "" where the text is no date and nothing else."""
    return _iso_of(text) or (text if _is_iso(text) else "")


@lru_cache(maxsize=4096)
def _iso_of(text: str) -> str:
    found = date_at(text, 0)
    return found.iso if found and found.end == len(text) and _is_iso(found.iso) else ""


def read_date(text: str) -> tuple[str, bool]:
    """Return (partial ISO date, whether it says all) of a ``date``; of a range the beginning, "" for no date."""
    hit = _ISO_START.fullmatch(text)
    if hit and _is_iso(hit[1]):
        return hit[1], hit[1] == text
    iso = partial_iso(text)
    if iso:
        return iso, True
    year = _YEAR.search(text)
    return (year[1], False) if year else ("", not text)


def read_year_month(year: str, month: str, day: str = "") -> tuple[str, bool]:
    """Return (partial ISO date, whether it says all) of ``year``, ``month`` and ``day`` in any form."""
    if not year:
        return "", not month
    hit = _YEAR_MONTH.fullmatch(year)
    if hit and 1 <= int(hit[2]) <= _LAST_MONTH and not month:
        return f"{hit[1]}-{int(hit[2]):02d}", True
    found = _YEAR.search(year)
    iso, whole = (found[1], found[1] == year) if found else ("", False)
    number, said_day, all_read = read_month(month)
    said_day = said_day or (int(day) if day.isdecimal() and len(day) <= 2 else 0)  # noqa: PLR2004 - two digits
    if not iso or not number:
        return iso, whole and all_read and not month
    dated = f"{iso}-{number:02d}"
    full = f"{dated}-{said_day:02d}"
    return (full if said_day and _is_iso(full) else dated), whole and all_read


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


def read_edition(text: str) -> tuple[str, bool]:
    """Return (number of an edition, whether that is all it says): "5" for 5th, Fifth, "5. Auflage"; else the text."""
    hit = _EDITION.fullmatch(text)
    if hit:
        return hit[1], True
    word = _EDITION_WORD.fullmatch(text)
    number = _NUMERALS.get(word[1].lower(), "") if word else ""
    if number:
        return number, True
    hit = _EDITION_NUMBER.match(text)
    return (hit[1], False) if hit else (text, True)


def read_note(text: str) -> tuple[dict[str, str], str]:
    """Return (facts of the house, what else it says) of a note.

    Facts are ``stand``, ``valid_until``, ``computed``, ``accessed``, ``awmf_number``, ``version``, ``edition_form``.
    """
    facts = _house_facts(text)
    if facts:
        return facts, ""
    if _SIGNS.search(text) is None:
        return {}, text
    text = _take_access(text, facts)
    text = _take_date(text, _VALID, "valid_until", facts)
    text = _take_date(text, _STAND, "stand", facts)
    label = _AWMF.search(text)
    number = read_register_number(text[label.end() : label.end() + 20]) if label else None
    if label and number:
        tail = text[label.end() :]
        said = re.match(r"[\w/-]+(?: ?OL\b)?", tail)
        facts["awmf_number"] = said.group() if said else number.printed
        text = text[: label.start()] + (tail[said.end() :] if said else tail)
    version = _VERSION.search(text)
    if version:
        facts |= {"version": version[1]} | ({"edition_form": version[2]} if version[2] else {})
        text = text[: version.start()] + text[version.end() :]
    return facts, _tidy(text) if facts else text


def _house_facts(text: str) -> dict[str, str]:
    """Return the facts of a note that is the house's own and nothing else, at once; the longer way gives the same."""
    hit = _HOUSE.fullmatch(text)
    if hit is None:
        return {}
    dates = (
        ("stand", f"{hit['sy']}-{hit['sm']}" if hit["sy"] else ""),
        ("valid_until", f"{hit['vy']}-{hit['vm']}-{hit['vd']}" if hit["vy"] else ""),
        ("accessed", f"{hit['ay']}-{hit['am']}-{hit['ad']}" if hit["ay"] else ""),
    )
    facts = {name: iso for name, iso in dates if iso}
    if not all(map(_is_iso, facts.values())):
        return {}
    more = (("computed", "1" if hit["computed"] else ""), ("awmf_number", hit["awmf"] or ""))
    return facts | {name: said for name, said in more if said}


def _take_access(text: str, facts: dict[str, str]) -> str:
    found = find_access(text)
    if found is None or not _is_iso(found[1].iso):
        return text
    facts["accessed"] = found[1].iso
    return text[: found[0]] + text[found[1].end :]


def _take_date(text: str, words: re.Pattern[str], name: str, facts: dict[str, str]) -> str:
    hit = words.search(text)
    found = date_at(text, hit.end()) if hit else None
    if hit is None or found is None or not _is_iso(found.iso):
        return text
    facts[name] = found.iso
    rest = text[found.end :]
    if name == "valid_until" and rest.startswith(_COMPUTED):
        facts["computed"] = "1"
        rest = rest[len(_COMPUTED) :]
    return text[: hit.start()] + rest


def _tidy(text: str) -> str:
    """Return what is left of a note, without the punctuation around what was taken."""
    parts = [part.strip(_EDGE) for part in text.split(";")]
    return "; ".join(part for part in parts if part)


@lru_cache(maxsize=4096)
def _is_iso(text: str) -> bool:
    try:
        read_iso(text)
    except BadDateError:
        return False
    return True


def parts_of(iso: str) -> PartialDate:
    """Return the parts of a partial ISO date that has been read."""
    hit = _ISO.fullmatch(iso)
    year, month, day = (int(part) if part else None for part in hit.groups()) if hit else (0, None, None)
    return PartialDate(year or 0, month, day)


def read_access(text: str) -> str:
    """Return the date of an access in free words, "" for none."""
    return read_note(f"accessed {text}")[0].get("accessed", "") if text else ""


def take_issued(left: dict[str, str]) -> str:
    """Take the date of publication; what it says beyond one date stays among what is left."""
    iso = ""
    if "date" in left:
        iso, whole = read_date(left["date"])
        if iso and whole:
            del left["date"]
    year, month, day = left.get("year", ""), left.get("month", ""), left.get("day", "")
    if year or month:
        printed, whole = read_year_month(year, month, day)
        if whole and (not iso or iso.startswith(printed)):
            for name in ("year", "month", "day"):
                left.pop(name, "")
        iso = iso or printed
    return iso
