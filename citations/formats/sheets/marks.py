"""The mark at the end of a row: what stood in each of its cells when it was carried away, six signs for a cell.

With it a brought back row says cell by cell whether the sheet changed it, and the stored row whether it changed here,
whatever columns were moved or taken out meanwhile. Thirty bits a cell: a change goes unnoticed once in a thousand
million. The mark speaks for one row only: its first signs are a check that takes in the row's name.
"""

import hashlib
import re
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import dataclass

from citations.formats.sheets.columns import Item, Table

_SIGNS = 6
"""Signs of a tag: thirty bits, in letters and digits of one case, which no spreadsheet changes."""
_START = "z1"
_SHAPE = re.compile(rf"{_START}((?:[a-z2-7]{{{_SIGNS}}})+)")


class BrokenMarkError(ValueError):
    """A mark is none, was cut, or belongs to another row."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stood in the cells of a row. ``tags`` by technical name of the column."""

    row: str
    tags: Mapping[str, str]

    def fits(self, column: str, text: str) -> bool:
        """Say whether a text is what stood in this cell."""
        return self.tags.get(column) == tag(self.row, column, text)


def tag(row: str, column: str, text: str) -> str:
    """Return the signs for what stands in a cell; how lines end does not count, spreadsheets change that."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    digest = hashlib.sha256(f"{row}\0{column}\0{lines}".encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest).decode("ascii").lower()[:_SIGNS]


def write_mark(table: Table[Item], cells: Mapping[str, str]) -> str:
    """Return the mark of a row."""
    row = cells[table.row_name]
    tags = "".join(tag(row, column.name, cells[column.name]) for column in table.columns)
    return f"{_START}{tag(row, '', tags)}{tags}"


def read_mark(table: Table[Item], row: str, text: str) -> Mark:
    """Return what a mark says; BrokenMarkError for one that is none or another row's.

    An older one knows fewer columns than there are now; a newer one more.
    """
    match = _SHAPE.fullmatch(text.strip())
    signs = match[1] if match else ""
    check, tags = signs[:_SIGNS], signs[_SIGNS:]
    if not tags or check != tag(row, "", tags):
        raise BrokenMarkError(text[:40])
    each = [tags[at : at + _SIGNS] for at in range(0, len(tags), _SIGNS)]
    return Mark(row, {column.name: sign for column, sign in zip(table.columns, each, strict=False)})
