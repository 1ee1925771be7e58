"""What a sheet that was brought back holds, before anybody asks what it means: its table, its columns, its rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from citations.formats.incoming import Problem
from citations.formats.sheets.columns import MARK, MARK_HEADING, SOURCES, STATEMENTS, Table


class ShownText(str):
    """A cell of a CSV file: what a spreadsheet showed, which need not be what stood in the cell before."""

    __slots__ = ()


Value = str | int | float | bool | date | time
MOST_ROWS = 100_000
"""Rows that are read; more are refused before anything is done."""
MOST_COLUMNS = 200
_ENOUGH = 2


class SheetError(ValueError):
    """A file is no sheet that can be read: ``key`` is a catalogue key, ``facts`` fill its sentence."""

    def __init__(self, key: str, /, **facts: str) -> None:
        """Keep the key and the facts."""
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it: its line, its values by column (empty cells are left out), cells nobody can read."""

    line: int
    values: Mapping[str, Value]
    faults: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Headings:
    """Which column of a sheet is which of ours: None for one that is none of them. ``missing`` are ours it lacks."""

    table: Table[Any]
    names: tuple[str | None, ...]
    ignored: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was recognised. ``form`` is csv or xlsx; ``rows`` can be gone through once."""

    form: str
    headings: Headings
    rows: Iterator[Row] = field(repr=False)

    @property
    def slug(self) -> str:
        """The format that it has: csv, xlsx, statements-csv, statements-xlsx."""
        return self.form if self.headings.table is SOURCES else f"{self.headings.table.name}-{self.form}"


def read_headings(cells: Sequence[Value | None]) -> Headings | None:
    """Return what the headings of a row mean, None for a row that is none of headings.

    Their order does not count, nor do capitals; the technical names are understood as well.
    """
    best = max((_headings(table, cells) for table in (SOURCES, STATEMENTS)), key=_known)
    return best if _known(best) >= _ENOUGH else None


def _headings(table: Table[Any], cells: Sequence[Value | None]) -> Headings:
    ours = {_plain(column.heading): column.name for column in table.columns} | {_plain(MARK_HEADING): MARK}
    ours = {column.name: column.name for column in table.columns} | ours
    names: list[str | None] = []
    ignored = []
    for cell in cells:
        text = "" if cell is None else str(cell)
        name = ours.get(_plain(text))
        if name is not None and name in names:
            raise SheetError("reading.sheet_heading_twice", heading=text)
        names.append(name)
        if name is None and text.strip():
            ignored.append(text.strip())
    every = [*(column.name for column in table.columns), MARK]
    return Headings(table, tuple(names), tuple(ignored), tuple(name for name in every if name not in names))


def _known(headings: Headings) -> int:
    return sum(name is not None for name in headings.names)


def _plain(text: str) -> str:
    return " ".join(text.replace("\ufeff", "").casefold().split())
