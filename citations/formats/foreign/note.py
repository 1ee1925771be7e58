"""The note of the house (domain 5) and the identifiers that programs keep in notes, back into facts.

The same words are found in the notes of every format: "Stand: Juni 2022", "accessed 4 March 2025", "PMID: 34293461".
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from citations.formats.foreign.dates import calendar_date
from citations.kinds import Origin
from citations.references.access_dates import find_access
from citations.references.numbers import read_register_number
from citations.references.printed_dates import date_at

_HOUSE = re.compile(
    r"Stand (?P<sm>\d\d)/(?P<sy>\d{4})"
    r"|gültig bis (?P<vd>\d\d)\.(?P<vm>\d\d)\.(?P<vy>\d{4})(?P<computed> \(errechnet\))?"
    r"|aufgerufen am (?P<ad>\d\d)\.(?P<am>\d\d)\.(?P<ay>\d{4})|AWMF-Registernummer: (?P<awmf>\d{3}/\d{3}[A-Z]{0,3})"
    r"|Version (?P<version>[\w.]+)(?: \((?P<form>[^;()]+)\))?"
)
_LONGEST_PIECE = 80
_SIGNS = re.compile(
    r"stand|gültig|valid|ruf|griff|access|retriev|cited|viewed|besucht|gesehen|AWMF|version|edition|auflage|PMID|DOI"
    r"|ISBN|citation[ -]key",
    re.IGNORECASE,
)
_STAND = re.compile(r"\bStand(?:\s+der\s+Information)?:?\s+", re.IGNORECASE)
_VALID = re.compile(r"\b(?:gültig|valid) (?:bis|until):?\s+", re.IGNORECASE)
_COMPUTED = " (errechnet)"
_AWMF = re.compile(r"AWMF[- ]?(?:Leitlinien-?)?Reg(?:ister)?[-. ]*(?:nummer|nr\.?|no\.?)?[: ]*", re.IGNORECASE)
_NUMBER = re.compile(r"[\w/-]+(?: ?OL\b)?")
_NUMBER_REACH = 20
_LABELLED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bPMID\s?[:=]?\s?(?P<pmid>\d{1,8})\b",
        r"\b(?P<pmid>\d{1,8})\[pmid\]",
        r"\bDOI\s?[:=]\s?(?P<doi>10\.\d{4,9}/[^\s;]+)",
        r"\bISBN\s?[:=]\s?(?P<isbn>[\dXx-]{10,17})\b",
        r"(?:^|; )Version(?: |:\s?|=\s?)(?P<version>[^;()]+?)(?: \((?P<edition_form>[^;()]+)\))?(?=; |$)",
        r"(?:^|; )(?:Edition|Auflage)\s?[:=]\s?(?P<edition>[^;]+)",
        r"(?:^|; )Citation[ -]Key\s?[:=]\s?(?P<cite_key>\S+)",
    )
)
_HYPHENATED = re.compile(r"\b(\d{1,2})-([A-Za-zÄä]{3,9})-(\d{4})\b")
"""A day as Wikipedia's own citations print it: "[Online; accessed 19-July-2008]". As long with spaces."""
_EDGE = " ;,.()[]:"


@dataclass(slots=True)
class Noted:
    """What notes say: fields of a reference, the last valid day with its origin, and the text left over."""

    fields: dict[str, str] = field(default_factory=dict)
    valid_until: date | None = None
    origin: Origin | None = None
    left: str = ""


def read_note(text: str) -> Noted:
    """Return the facts of a note: those of the house, and identifiers such as ``PMID: 123``. The rest is ``left``."""
    noted = Noted()
    if not _house(noted, text):
        rest = [_line(noted, line) for line in text.split("\n")]
        noted.left = "\n".join(line for line in rest if line.strip()).strip()
    return noted


def _house(noted: Noted, text: str) -> bool:
    """Take a note that is the house's own and nothing else, at once; the longer way gives the same."""
    fields: dict[str, str] = {}
    last, origin = None, None
    for piece in text.split("; "):
        read = _piece(piece) if len(piece) <= _LONGEST_PIECE else None
        if read is None:
            return False
        if read.valid_until:
            last, origin = read.valid_until, read.origin
        fields |= read.fields
    noted.fields, noted.valid_until, noted.origin = fields, last, origin
    return True


@lru_cache(maxsize=4096)
def _piece(text: str) -> Noted | None:
    """Return one fact as the house words it (domain 5), None for anything else; sources share most of them."""
    hit = _HOUSE.fullmatch(text)
    if hit is None:
        return None
    if hit["version"]:
        return Noted({"version": hit["version"]} | ({"edition_form": hit["form"]} if hit["form"] else {}))
    if hit["awmf"]:
        return Noted({"awmf_number": hit["awmf"]})
    dates = (hit.group("sy", "sm"), hit.group("vy", "vm", "vd"), hit.group("ay", "am", "ad"))
    parts = next(said for said in dates if said[0])
    read = calendar_date("-".join(parts))
    if read is None:
        return None
    if hit["vy"]:
        return Noted({}, read.earliest(), Origin.DERIVED if hit["computed"] else Origin.PRINTED)
    return Noted({"stand" if hit["sy"] else "accessed": str(read)})


def _line(noted: Noted, line: str) -> str:
    """Take the facts of one line; return what is left of it."""
    if _SIGNS.search(line) is None:
        return line
    rest = _without_access(noted, line)
    rest = _without_end(noted, rest)
    rest = _without_stand(noted, rest)
    rest = _without_number(noted, rest)
    for pattern in _LABELLED:
        hit = pattern.search(rest)
        if hit:
            noted.fields = {name: said.strip() for name, said in hit.groupdict().items() if said} | noted.fields
            rest = rest[: hit.start()] + "; " + rest[hit.end() :]
    return _tidy(rest) if rest != line else line


def _without_access(noted: Noted, text: str) -> str:
    found = find_access(text) or find_access(_HYPHENATED.sub(r"\1 \2 \3", text))
    if found is None or calendar_date(found[1].iso) is None:
        return text
    noted.fields.setdefault("accessed", found[1].iso)
    return text[: found[0]] + text[found[1].end :]


def _without_stand(noted: Noted, text: str) -> str:
    hit = _STAND.search(text)
    found = date_at(text, hit.end()) if hit else None
    if hit is None or found is None or calendar_date(found.iso) is None:
        return text
    noted.fields.setdefault("stand", found.iso)
    return text[: hit.start()] + text[found.end :]


def _without_end(noted: Noted, text: str) -> str:
    hit = _VALID.search(text)
    found = date_at(text, hit.end()) if hit else None
    day = calendar_date(found.iso) if found else None
    if hit is None or found is None or day is None or day.day is None:
        return text
    rest = text[found.end :]
    noted.valid_until, noted.origin = day.earliest(), Origin.PRINTED
    if rest.startswith(_COMPUTED):
        noted.origin, rest = Origin.DERIVED, rest[len(_COMPUTED) :]
    return text[: hit.start()] + rest


def _without_number(noted: Noted, text: str) -> str:
    label = _AWMF.search(text)
    number = read_register_number(text[label.end() : label.end() + _NUMBER_REACH]) if label else None
    if label is None or number is None:
        return text
    said = _NUMBER.match(text, label.end())
    noted.fields.setdefault("awmf_number", said.group() if said else number.printed)
    return text[: label.start()] + text[said.end() if said else label.end() :]


def _tidy(text: str) -> str:
    """Return what is left of a note, without the punctuation around what was taken."""
    parts = [part.strip(_EDGE) for part in text.split(";")]
    return "; ".join(part for part in parts if part)
