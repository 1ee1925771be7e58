"""XLSX as spreadsheets write it: looked at before it is unpacked, read row by row; no formula is ever computed."""

import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook  # type: ignore[import-untyped]  # has no types of its own
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]  # the same

from citations.formats.incoming import Problem
from citations.formats.sheets.contents import (
    MOST_COLUMNS,
    MOST_ROWS,
    Headings,
    Row,
    Sheet,
    SheetError,
    Value,
    read_headings,
)  # fmt: skip
from citations.formats.sheets.xlsx_text import unescape

_LARGEST = 256 * 2**20
"""Bytes that a file may unpack to; twenty thousand sources take some forty million."""
_LARGEST_STRINGS = 64 * 2**20
"""Bytes of the table of strings, which is held in memory."""
_MOST_PARTS = 1000
_SEARCHED = 5
_HEAD = 4096
_BROKEN = (
    InvalidFileException, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, ParseError, KeyError, ValueError,
    TypeError, AttributeError, IndexError, EOFError, OSError, NotImplementedError, OverflowError, AssertionError,
)  # fmt: skip
"""What the library raises for workbooks that are damaged: it does not say so in one word."""


def open_xlsx(data: bytes) -> Sheet:
    """Return the sheet of a workbook: the first that has our headings. SheetError where there is none or it is broken.

    Macros and everything else but cells are left where they are.
    """
    refuse_bombs(data)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "reset_dimensions")]
    except _BROKEN as error:
        raise SheetError("reading.sheet_no_workbook") from error
    for sheet in sheets:
        sheet.reset_dimensions()  # some programs write wrong ones, and the rest would be left out
        for number, cells in enumerate(_cells(sheet, 1, _SEARCHED), 1):
            headings = read_headings([_read(cell) for cell in cells])
            if headings is not None:
                return Sheet("xlsx", headings, _rows(sheet, headings, number + 1))
    raise SheetError("reading.sheet_no_headings")


def refuse_bombs(data: bytes) -> None:
    """Raise SheetError for what is no workbook, or would not fit once unpacked; nothing is unpacked for it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            fault = _fault(file)
    except _BROKEN as error:
        raise SheetError("reading.sheet_no_workbook") from error
    if fault:
        raise SheetError(fault, most=str(_LARGEST // 2**20))


def _fault(file: zipfile.ZipFile) -> str:
    """Return what is wrong with the parts of a file, "" for nothing; a document type can grow without end."""
    parts = file.infolist()
    names = {part.filename for part in parts}
    strings = sum(part.file_size for part in parts if "sharedstrings" in part.filename.lower())
    if "[Content_Types].xml" not in names or not any(name.endswith("workbook.xml") for name in names):
        return "reading.sheet_no_workbook"
    if sum(part.file_size for part in parts) > _LARGEST or strings > _LARGEST_STRINGS:
        return "reading.sheet_too_large"
    odd = len(parts) > _MOST_PARTS or any(part.flag_bits & 1 for part in parts)
    return "reading.sheet_no_workbook" if odd or any(_has_type(file, part) for part in parts) else ""


def _has_type(file: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Say whether a part declares a document type: no workbook has one."""
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with file.open(part) as stream:
        head = stream.read(_HEAD).replace(b"\0", b"")
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _rows(sheet: Any, headings: Headings, first: int) -> Iterator[Row]:  # noqa: ANN401 - the library has no types
    for line, cells in enumerate(_cells(sheet, first, None), first):
        if line - first >= MOST_ROWS:
            raise SheetError("reading.sheet_rows", most=str(MOST_ROWS))
        values: dict[str, Value] = {}
        faults = []
        for name, cell in zip(headings.names, cells, strict=False):
            if name is None or cell.value is None:
                continue
            why = {"f": "reading.sheet_formula", "e": "reading.sheet_error"}.get(cell.data_type, "")
            if why:
                facts = {"cell": cell.coordinate, "column": name}
                faults.append(Problem(line, str(cell.value)[:200], why, facts))
            elif (value := _read(cell)) is not None and value != "":
                values[name] = value
        if values or faults:
            yield Row(line, values, tuple(faults))


def _cells(sheet: Any, first: int, last: int | None) -> Iterator[Any]:  # noqa: ANN401 - the library has no types
    """Yield the rows of a sheet from one on; SheetError where it is damaged."""
    try:
        yield from sheet.iter_rows(min_row=first, max_row=last, max_col=MOST_COLUMNS)
    except _BROKEN as error:
        raise SheetError("reading.sheet_no_workbook") from error


def _read(cell: Any) -> Value | None:  # noqa: ANN401 - the library has no types
    """Return what is in a cell; a date that shows no day, or neither day nor month, as far as it shows."""
    value = cell.value
    if isinstance(value, datetime) and value.time() == time():
        shown = str(cell.number_format).lower().split(";")[0]
        if "y" in shown and "d" not in shown and value.day == 1:
            return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
        return value
    if isinstance(value, str):
        return unescape(value)
    return value if isinstance(value, bool | int | float | date | time) else None if value is None else str(value)
