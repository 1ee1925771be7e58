"""A row of a sheet beside what is stored: what the sheet changed, what changed here since, what cannot be read.

Three states meet: the row when it was carried away (its mark), the row in the sheet, the row as it stands here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from citations.formats.incoming import Problem
from citations.formats.sheets.columns import MARK, Column, Table
from citations.formats.sheets.contents import Headings, Row
from citations.formats.sheets.habits import restored
from citations.formats.sheets.marks import BrokenMarkError, Mark, read_mark
from citations.formats.sheets.notation import NotationError
from citations.formats.sheets.xlsx_text import fitting
from jobs.ledger import Moment
from jobs.refused import RefusedError


@dataclass(frozen=True, slots=True)
class Stored:
    """A row as it stands here: the number of its version or statement, what it is called, the cells that are known."""

    number: int
    label: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """What a table means for what is stored.

    ``stored`` finds rows by name; ``read`` makes values of changed cells; ``differing`` says which of these columns
    would change; ``apply`` stores them; ``add`` adds a row without a name; ``doubles`` keeps and returns what new
    versions, named by their numbers, may be once more.
    """

    table: Table[Any]
    stored: Callable[[Session, Sequence[str]], dict[str, Stored]]
    read: Callable[[Mapping[str, str]], dict[str, object]]
    differing: Callable[[Session, Stored, Mapping[str, object], date], set[str]]
    apply: Callable[[Session, Moment, str, Stored, Mapping[str, object]], None]
    add: Callable[[Session, Moment, str, Mapping[str, object]], "Added"] | None = None
    doubles: Callable[[Session, Moment, Sequence[int]], Mapping[int, "Twin"]] | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What a row without a name became: ``new`` or ``known``, the number of its version, the key of its source."""

    outcome: str
    number: int
    key: str


@dataclass(frozen=True, slots=True)
class Twin:
    """A source that a new row may be once more: its key ("" before it is stored), its title, why (catalogue keys)."""

    key: str
    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellSeen:
    """A cell that differs: what stands in the sheet and what stands here."""

    column: str
    sheet: str
    here: str


@dataclass(frozen=True, slots=True)
class RowSeen:
    """What became of a row. ``outcome`` is one of the words of ``OUTCOMES``; ``number`` is of its version or statement.

    ``problems`` say why it was left out, or what of it was passed over; ``values`` is what it would store; ``twin`` is
    the source that a new one may be once more, and ``key`` that of the source of a row without a name.
    """

    line: int
    name: str
    outcome: str
    label: str = ""
    cells: tuple[CellSeen, ...] = ()
    problems: tuple[Problem, ...] = ()
    number: int = field(default=0, compare=False)
    values: Mapping[str, object] = field(default_factory=dict)
    key: str = field(default="", compare=False)
    twin: Twin | None = None


OUTCOMES = ("changed", "new", "known", "conflict", "problem", "kept", "remark", "unchanged")
"""changed in the sheet; new; known already; changed on both sides; not readable; changed here only; only remarks."""


def compare(
    session: Session, side: Side, headings: Headings, row: Row, stored: Stored | None, moment: Moment
) -> RowSeen:
    """Return what a row with a name asks for; nothing is changed."""
    name = row_name(side, row)
    if row.faults:
        return RowSeen(row.line, name, "problem", cells=_as_brought(side, row), problems=row.faults)
    if stored is None:
        why = _problem(row, "reading.sheet_unknown", name=name)
        return RowSeen(row.line, name, "problem", cells=_as_brought(side, row), problems=(why,))
    mark, remarks = _mark(side, row, name)
    texts, changed_here, read_only = _differences(side, headings, row, stored, mark)
    remarks += read_only
    found = RowSeen(row.line, name, "unchanged", stored.label, problems=tuple(remarks), number=stored.number)
    try:
        values = side.read(texts)
        differing = side.differing(session, stored, values, moment.today) if values else set()
    except (RefusedError, NotationError) as error:
        asked = tuple(CellSeen(one, text, stored.cells.get(one, "")) for one, text in texts.items())
        return replace(found, outcome="problem", cells=asked, problems=(*remarks, refused(row.line, error, texts)))
    moved = {one for one in changed_here if one in differing or one not in texts}
    shown = [one for one in side.table.columns if one.name in differing | moved]
    cells = tuple(CellSeen(one.name, _sheet(row, one, texts, stored), stored.cells[one.name]) for one in shown)
    if not differing:
        outcome = "remark" if remarks else "kept" if moved else "unchanged"
        return replace(found, outcome=outcome)
    kept = {one: value for one, value in values.items() if one in differing}
    unsure = mark is None
    return replace(found, outcome="conflict" if moved or unsure else "changed", cells=cells, values=kept)


def read_new(side: Side, row: Row) -> RowSeen:
    """Return what a row without a name asks for: to be added."""
    problems = list(row.faults)
    if MARK in row.values:
        problems.append(_problem(row, "reading.sheet_name_missing", column=side.table.row_name))
    elif side.add is None:
        problems.append(_problem(row, "reading.sheet_no_new"))
    if problems:
        return RowSeen(row.line, "", "problem", cells=_as_brought(side, row), problems=tuple(problems))
    texts, remarks = {}, []
    for column in side.table.columns:
        text = restored(row.values.get(column.name, ""), lambda _: False, dated=column.dated).strip()
        if text and column.editable:
            texts[column.name] = text
        elif text:
            remarks.append(_problem(row, "reading.sheet_read_only", column=column.name, value=text))
    cells = tuple(CellSeen(name, text, "") for name, text in texts.items())
    found = RowSeen(row.line, "", "new", texts.get("title", ""), cells, problems=tuple(remarks))
    try:
        return replace(found, values=side.read(texts))
    except (RefusedError, NotationError) as error:
        return replace(found, outcome="problem", problems=(*remarks, refused(row.line, error, texts)))


def _as_brought(side: Side, row: Row) -> tuple[CellSeen, ...]:
    """Return what stands in a row that is compared with nothing; nothing of it is lost from sight."""
    written = {one.name: one.dated for one in side.table.columns if one.name in row.values}
    return tuple(
        CellSeen(name, restored(row.values[name], lambda _: False, dated=dated), "") for name, dated in written.items()
    )


def row_name(side: Side, row: Row) -> str:
    """Return which row it is, "" for a new one."""
    return restored(row.values.get(side.table.row_name, ""), lambda _: False).strip()


def refused(line: int, error: RefusedError | NotationError, texts: Mapping[str, str]) -> Problem:
    """Return a refusal as the problem of a line, with the column that is to blame."""
    if isinstance(error, NotationError):
        column = next(
            (name for name in ("organisations", "authors", "sources") if str(error) in texts.get(name, "")), ""
        )
        return Problem(line, texts.get(column, ""), "reading.sheet_list", {"value": str(error), "column": column})
    facts = {name: str(value) for name, value in error.facts.items() if name != "field"}
    column = str(error.facts.get("field", ""))
    return Problem(line, texts.get(column, ""), error.key, facts | {"column": column})


def _problem(row: Row, why: str, **facts: str) -> Problem:
    return Problem(row.line, "", why, facts)


def _mark(side: Side, row: Row, name: str) -> tuple[Mark | None, list[Problem]]:
    """Return the mark of a row; None, with a remark, where it is none: then nobody knows which side changed."""
    text = str(row.values.get(MARK, ""))
    try:
        return (read_mark(side.table, name, text) if text.strip() else None), []
    except BrokenMarkError:
        return None, [_problem(row, "reading.sheet_mark")]


def _differences(
    side: Side, headings: Headings, row: Row, stored: Stored, mark: Mark | None
) -> tuple[dict[str, str], set[str], list[Problem]]:
    """Return the changed cells of the sheet, which columns changed here, and remarks on cells nobody may change."""
    texts: dict[str, str] = {}
    here: set[str] = set()
    remarks = []
    for column in side.table.columns:
        name, own = column.name, stored.cells.get(column.name)
        was = mark if mark is not None and name in mark.tags else None
        if own is not None and column.editable and was is not None and not _fits(was, name, own):
            here.add(name)
        if name not in headings.names or name == side.table.row_name:
            continue
        text = _text(row, column, own, was)
        if was.fits(name, text) if was is not None else own is None or text == own:
            continue
        if column.editable:
            texts[name] = text
        elif text != own:
            remarks.append(_problem(row, "reading.sheet_read_only", column=name, value=text))
    return texts, here, remarks


def _text(row: Row, column: Column[Any], own: str | None, was: Mark | None) -> str:
    """Return what a cell means: what stood there before a spreadsheet touched it, where its mark can tell."""
    value = row.values.get(column.name, "")
    if was is None:
        return restored(value, lambda text: text == own, dated=column.dated)
    return restored(value, lambda text: was.fits(column.name, text), dated=column.dated)


def _fits(mark: Mark, column: str, own: str) -> bool:
    """Say whether what stands here is what was carried away, whole or as far as a cell had room."""
    return mark.fits(column, own) or mark.fits(column, fitting(own))


def _sheet(row: Row, column: Column[Any], texts: Mapping[str, str], stored: Stored) -> str:
    """Return what to show as the sheet's side: its changed text, else what it still says."""
    if column.name in texts:
        return texts[column.name]
    own = stored.cells[column.name]
    return restored(row.values.get(column.name, ""), lambda text: text == own, dated=column.dated)
