"""MARC 21 records as libraries give them: title, makers, edition, publisher, series. Pure; no wire.

A library marks words that do not count in sorting ("Der") with two control characters; they are taken out.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

from citations.records import Reference
from citations.references.numbers import read_isbn
from jobs.watchers.books import book

_SPACE = "{http://www.loc.gov/MARC21/slim}"
_SORTING = str.maketrans("", "", "\u0098\u009c\u00ac")
_NUMBER = re.compile(r"\d+")
_AUTHORS = frozenset({"aut", "edt", "cre", ""})


def records(root: ET.Element) -> Iterator[ET.Element]:
    """Yield the MARC records of an answer."""
    return (element for element in root.iter(f"{_SPACE}record") if element.find(f"{_SPACE}datafield") is not None)


def isbns(record: ET.Element) -> frozenset[str]:
    """Return the valid ISBNs of a record as thirteen digits; cancelled ones are not among them."""
    return frozenset(filter(None, map(read_isbn, _values(record, "020", "a"))))


def reference_of(record: ET.Element, isbn: str) -> Reference:
    """Return the bibliographic fields of a record. What it does not say stays empty."""
    published = next((one for tag in ("264", "260") for one in _fields(record, tag)), None)
    return replace(
        book(isbn, _makers(record), _first(record, "250", "a"), _part(published, "c")),
        title=_title(record),
        publisher=_part(published, "b"),
        place=_part(published, "a").strip("[]"),
        series=_first(record, "490", "a") or _first(record, "830", "a"),
        volume=_volume(record),
    )


def _title(record: ET.Element) -> str:
    main, more = _first(record, "245", "a"), _first(record, "245", "b")
    part = _first(record, "245", "p")
    return ": ".join(filter(None, (part or main, more)))


def _volume(record: ET.Element) -> str:
    """Return the number of the volume in its series or work, digits where it has any."""
    said = _first(record, "490", "v") or _first(record, "245", "n") or _first(record, "830", "v")
    number = _NUMBER.search(said)
    return number.group() if number else said


def _makers(record: ET.Element) -> Iterator[str]:
    """Yield people and bodies who made the book: the first named, then those with a maker's part."""
    for tag in ("100", "110", "700", "710"):
        for field in _fields(record, tag):
            parts = {part.text or "" for part in field.findall(f"{_SPACE}subfield[@code='4']")} or {""}
            name = _part(field, "a").rstrip(",")
            if name and parts & _AUTHORS:
                yield f"{name}," if tag.endswith("10") else name


def _fields(record: ET.Element, tag: str) -> list[ET.Element]:
    return record.findall(f"{_SPACE}datafield[@tag='{tag}']")


def _values(record: ET.Element, tag: str, code: str) -> Iterator[str]:
    return (_part(field, code) for field in _fields(record, tag))


def _first(record: ET.Element, tag: str, code: str) -> str:
    return next(filter(None, _values(record, tag, code)), "")


def _part(field: ET.Element | None, code: str) -> str:
    """Return a subfield without marks for sorting and the punctuation that parts it from the next one."""
    text = field.findtext(f"{_SPACE}subfield[@code='{code}']") if field is not None else ""
    return re.sub(r"\s*[/:;,=]\s*\Z", "", " ".join((text or "").translate(_SORTING).split()))
