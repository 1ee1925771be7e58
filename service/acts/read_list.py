"""A file of sources, or a pasted list, into entries: which format it is, its lines, its limits. No session."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePath

from citations.formats import READABLE, recognised
from citations.formats.decoding import BinaryFileError, Decoded, decoded_lines
from citations.formats.incoming import Incoming, Problem
from citations.formats.sheets.contents import SheetError
from citations.formats.sheets.reading import open_sheet
from jobs.refused import RefusedError

LARGEST = 20_000_000
"""Bytes of the largest list: one list is one transaction, and while it runs nobody else can save anything."""
TEXT = "text"
IS_SHEET = "refused.list_is_sheet"
"""Why a sheet is refused here: it says of its rows what they are, and is brought in row by row."""
_CHUNK = 65_536
_HEAD = 16_384
_SHEETS = ("xlsx", "odf")
_ROWS = (".csv", ".tsv")
"""How the names of sheets end that are text."""
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
"""How the file of a page of the web begins."""


@dataclass(frozen=True, slots=True)
class ListFile:
    """What somebody hands in: its name, its bytes, and the format they say it has ("" to find out)."""

    name: str
    data: bytes
    format: str = ""


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list being read: its format, its entries in order, each once, and the faults of its encoding as they appear.

    ``sure`` says whether somebody named the format, or its content or name showed it; else it is taken for text.
    """

    format: str
    sure: bool
    entries: Iterator[Incoming]
    decoded: Decoded

    def faults(self) -> list[Problem]:
        """Return which lines were not in the encoding of the file; complete once the entries are read."""
        left_out = self.decoded.fault_count - len(self.decoded.faults)
        more = [Problem(0, "", "reading.encoding_more", {"number": str(left_out)})] if left_out else []
        return self.decoded.faults + more


def read_list(file: ListFile) -> ReadList:
    """Return a list as it is read, entry by entry.

    Raises RefusedError for an empty file, one that is too large, one that is no text, one that is a sheet (sent to the
    import of sheets) or a page of the web (sent to the import of pages), and for a format that is not read.
    """
    if not file.data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise RefusedError("refused.list_empty", name=file.name)
    if len(file.data) > LARGEST:
        raise RefusedError("refused.list_too_large", name=file.name, most=LARGEST // 1_000_000)
    if file.format and file.format not in READABLE:
        raise RefusedError("refused.list_format", format=file.format, known=", ".join(READABLE))
    try:
        decoded = decoded_lines(file.data[start : start + _CHUNK] for start in range(0, len(file.data), _CHUNK))
    except BinaryFileError as error:
        key = IS_SHEET if error.what in _SHEETS else "refused.list_is_binary"
        raise RefusedError(key, name=file.name, what=error.what.upper()) from error
    head, size = list[str](), 0
    for line in decoded.lines:
        head.append(line)
        size += len(line)
        if size > _HEAD:
            break
    form = file.format or _format("".join(head), file.name)
    if form == TEXT and _PAGE.match("".join(head)):
        raise RefusedError("refused.list_is_page", name=file.name)
    if form == TEXT and not file.format and _is_sheet(file):
        raise RefusedError(IS_SHEET, name=file.name, what="CSV")
    return ReadList(form, bool(file.format) or form != TEXT, READABLE[form].read(chain(head, decoded.lines)), decoded)


def _format(head: str, name: str) -> str:
    """Return the format that the content shows; where it shows none, the ending of the name is a hint."""
    shown = recognised(head)
    ending = PurePath(name).suffix.lower().removeprefix(".")
    hinted = (slug for slug, module in READABLE.items() if module.FORMAT.extension == ending)
    return next(hinted, TEXT) if shown == TEXT else shown


def _is_sheet(file: ListFile) -> bool:
    """Say whether a text is a sheet: by its name, or by headings that are those of our columns."""
    if PurePath(file.name).suffix.lower() in _ROWS:
        return True
    try:
        open_sheet(file.data)
    except SheetError:
        return False
    return True
