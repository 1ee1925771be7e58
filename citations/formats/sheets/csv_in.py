"""CSV as spreadsheets write it: any of three delimiters, with or without ``sep=;``, UTF-8, UTF-16 or Windows-1252."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from citations.formats.decoding import BinaryFileError, decoded_lines
from citations.formats.incoming import Problem
from citations.formats.sheets.contents import MOST_ROWS, Headings, Row, Sheet, SheetError, ShownText, read_headings
from citations.formats.sheets.notation import unguard

_DELIMITERS = ";,\t"
_SEARCHED = 5
"""Rows at the beginning among which the headings are looked for: a title may stand above them."""
_DAMAGED = re.compile(r"\\x(?:81|8d|8f|90|9d)|\ufffd")
"""What bytes become that mean nothing in the encoding of their line."""

csv.field_size_limit(2**27)  # a cell holds what it holds; how large a file may be is decided where it comes in


def open_csv(data: bytes) -> Sheet:
    """Return the sheet of a file. SheetError where no row is one of headings, or the text is none."""
    text = _text(data)
    told = _told(text)
    found = [_found(text, delimiter) for delimiter in told or _DELIMITERS]
    fitting = [one for one in found if one is not None]
    if not fitting:
        raise SheetError("reading.sheet_no_headings")
    delimiter, headings, line = max(fitting, key=lambda one: sum(name is not None for name in one[1].names))
    return Sheet("csv", headings, _rows(text, delimiter, headings, line))


def _text(data: bytes) -> str:
    """Return the text of a file; SheetError for bytes that are none, for what a sheet says is written back."""
    try:
        found = decoded_lines([data])
    except BinaryFileError as error:
        raise SheetError("reading.sheet_no_text") from error
    text = "".join(found.lines)
    if found.fault_count and _DAMAGED.search(text):
        raise SheetError("reading.sheet_no_text")
    return text


def _told(text: str) -> str:
    """Return the delimiter that Excel's first line names, "" for none."""
    first = text[:8].splitlines()[:1]
    named = first[0].strip().strip('"') if first else ""
    return named[4:5] if named.lower().startswith("sep=") and len(named) == len("sep=;") else ""


def _found(text: str, delimiter: str) -> tuple[str, Headings, int] | None:
    """Return the headings that one delimiter gives, and the number of rows up to them."""
    for number, cells in enumerate(islice(_read(text, delimiter), _SEARCHED), 1):
        headings = read_headings([unguard(cell) for _, cell in cells])
        if headings is not None:
            return delimiter, headings, number
    return None


def _rows(text: str, delimiter: str, headings: Headings, until: int) -> Iterator[Row]:
    for number, cells in enumerate(islice(_read(text, delimiter), until, None), 1):
        if number > MOST_ROWS:
            raise SheetError("reading.sheet_rows", most=str(MOST_ROWS))
        values = {
            name: ShownText(unguard(cell))
            for name, (_, cell) in zip(headings.names, cells, strict=False)
            if name and cell
        }
        over = [cell for _, cell in cells[len(headings.names) :] if cell.strip()]
        if values or over:
            line = cells[0][0]
            faults = (Problem(line, delimiter.join(over)[:200], "reading.sheet_too_wide"),) if over else ()
            yield Row(line, values, faults)


def _read(text: str, delimiter: str) -> Iterator[list[tuple[int, str]]]:
    """Yield rows as (line in which the row begins, cell); SheetError where quotes are broken."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            if cells:
                yield [(begins, cell) for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise SheetError("reading.sheet_broken_line", line=str(begins)) from error
