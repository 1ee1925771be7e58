"""An ISBN whose check digit is wrong, or that has too few or too many digits: said with what was printed.

Readers take no number that cannot be one; what they say of it then is that they have no field for it, which is not why.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from citations.formats.incoming import Entry, Problem
from citations.references.numbers import read_isbn

_PRINTED = re.compile(
    r"(?:\bISBN(?:-?1[03])?|^SN {1,2}- )[^\dX\n]{0,12}(\d[\dX \u2010-\u2015-]{7,22}[\dX])", re.IGNORECASE | re.MULTILINE
)
_FIELD = re.compile(r"\bISBN\"?\s{0,3}[:=]\s{0,3}[\"{]\s{0,3}(\d[\dX \u2010-\u2015-]{0,7})[\"}]", re.IGNORECASE)
"""A field that is called so and has a few digits; elsewhere so few are no ISBN."""
_NAMES = frozenset({"isbn", "sn"})
_NAMED_BY = {"reading.bib_kept_raw": "fields", "reading.csl_left": "keys", "reading.ris_left": "tag"}
"""Remarks that something has no place, and which of their facts names the fields."""
_LENGTHS = (10, 13)
_SHORTEST = 9
"""An ISSN has eight digits, and stands in the same tag of RIS."""


def isbn_checked(entry: Entry) -> Entry:
    """Return an entry with a remark where it prints an ISBN that cannot be one, instead of one that it has no place."""
    said = [] if entry.item.reference.isbn else list(_wrong(entry))
    if not said:
        return entry
    others = [left for remark in entry.remarks if (left := _without_isbn(remark)) is not None]
    return replace(entry, remarks=(*others, *said))


def _wrong(entry: Entry) -> Iterator[Problem]:
    """Yield what is wrong with each ISBN that is printed."""
    for printed in dict.fromkeys(hit[1].strip() for hit in _PRINTED.finditer(entry.raw)):
        digits = sum(sign.isdigit() or sign in "xX" for sign in printed)
        if digits in _LENGTHS and not read_isbn(printed):
            yield Problem(entry.line, printed, "reading.isbn_check", {"text": printed})
        elif digits not in _LENGTHS and digits >= _SHORTEST:
            yield Problem(entry.line, printed, "reading.isbn_length", {"text": printed, "number": str(digits)})
    for printed in dict.fromkeys(hit[1].strip() for hit in _FIELD.finditer(entry.raw)):
        digits = sum(map(str.isdigit, printed))
        yield Problem(entry.line, printed, "reading.isbn_length", {"text": printed, "number": str(digits)})


def _without_isbn(remark: Problem) -> Problem | None:
    """Return a remark on fields without place for all but the ISBN; None where it speaks of nothing else."""
    name = _NAMED_BY.get(remark.why)
    if name is None:
        return remark
    fields = [field for field in remark.facts.get(name, "").split(", ") if field.lower() not in _NAMES]
    return replace(remark, facts={**remark.facts, name: ", ".join(fields)}) if fields else None
