"""The note of the house (domain 5) and the lines of identifiers that programs keep in notes, back into facts."""

import re
from dataclasses import dataclass, field
from datetime import date

from citations.dates import PartialDate
from citations.formats.foreign.dates import read_date
from citations.kinds import Origin

_END = re.compile(r"gültig bis (\d{2})\.(\d{2})\.(\d{4})( \(errechnet\))?")
_VERSION = re.compile(r"Version (?P<version>[^()]+?)(?: \((?P<edition_form>[^()]+)\))?")
_SIMPLE = (
    ("stand", re.compile(r"Stand (.+)")),
    ("accessed", re.compile(r"aufgerufen am (.+)")),
    ("awmf_number", re.compile(r"AWMF-Registernummer: (.+)")),
)
_LABELLED = re.compile(
    r"(PMID|DOI|ISBN|Version|Edition|Citation[ -]Key|AWMF-Registernummer)\s*[:=]\s*(\S.*)", re.IGNORECASE
)
_LABELS = {
    "pmid": "pmid", "doi": "doi", "isbn": "isbn", "version": "version", "edition": "edition",
    "citation key": "cite_key", "citation-key": "cite_key", "awmf-registernummer": "awmf_number",
}  # fmt: skip


@dataclass(slots=True)
class Noted:
    """What notes say: fields of a reference, the last valid day with its origin, and the text left over."""

    fields: dict[str, str] = field(default_factory=dict)
    valid_until: date | None = None
    origin: Origin | None = None
    left: str = ""


def read_note(text: str) -> Noted:
    """Return the facts of a note: those of the house, and lines such as ``PMID: 123``. What is neither is ``left``."""
    noted = Noted()
    left = []
    for line in text.split("\n"):
        pieces = line.split("; ")
        rest = [piece for piece in pieces if not (_house(noted, piece.strip()) or _labelled(noted, piece.strip()))]
        left += ["; ".join(rest)] if any(piece.strip() for piece in rest) else []
    noted.left = "\n".join(left).strip()
    return noted


def _house(noted: Noted, piece: str) -> bool:
    """Take one fact of the house; say whether it was one."""
    end = _END.fullmatch(piece)
    if end:
        try:
            noted.valid_until = date(int(end[3]), int(end[2]), int(end[1]))
        except ValueError:
            return False
        noted.origin = Origin.DERIVED if end[4] else Origin.PRINTED
        return True
    version = _VERSION.fullmatch(piece)
    if version:
        noted.fields |= {name: value for name, value in version.groupdict().items() if value}
        return True
    return any(_simple(noted, name, found[1]) for name, pattern in _SIMPLE if (found := pattern.fullmatch(piece)))


def _simple(noted: Noted, name: str, value: str) -> bool:
    if name == "awmf_number":
        noted.fields[name] = value
        return True
    found = read_date(value)
    if found.day is None or not found.exact:
        return False
    noted.fields[name] = str(found.day)
    return True


def _labelled(noted: Noted, piece: str) -> bool:
    found = _LABELLED.fullmatch(piece)
    if found is None:
        return False
    noted.fields.setdefault(_LABELS[found[1].lower()], found[2].strip())
    return True


def finer(one: str, other: PartialDate | None) -> str:
    """Return the more exact of a noted date and a date of a field that does not contradict it."""
    return str(other) if other is not None and str(other).startswith(one) else one
