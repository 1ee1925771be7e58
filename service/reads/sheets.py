"""What a sheet that was brought in left behind: the rows that are new, and those that were left out, as they came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from citations.formats import FORMATS
from citations.models import ImportedEntry, ListImport
from jobs.refused import UnknownError
from service.acts.sheets import BETWEEN, CONFLICT, SIDES

_COLUMNS = frozenset({column.name for side in SIDES.values() for column in side.table.columns})


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """A row that is kept with its import. ``why`` is a catalogue key, "" for a row that was taken in.

    ``cells`` are (column, text), the column "" where there is none; ``twin`` is (key, title) of what it may be again.
    """

    line: int
    cells: tuple[tuple[str, str], ...]
    outcome: str
    why: str
    facts: Mapping[str, str]
    twin: tuple[str, str]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """A sheet that was brought in: rows that are sources now, and rows that were left out."""

    name: str
    label: str
    by: str
    at: datetime
    taken: tuple[EntrySeen, ...]
    left_out: tuple[EntrySeen, ...]


def was_brought_in(session: Session, import_id: int) -> bool:
    """Say whether there is a sheet of this number that was brought in."""
    row = session.get(ListImport, import_id)
    return row is not None and row.state == "imported" and row.format in FORMATS


def brought_in(session: Session, import_id: int) -> SheetSeen:
    """Return a sheet that was brought in. UnknownError for one that was not."""
    row = session.get(ListImport, import_id)
    if row is None or row.state != "imported" or row.format not in FORMATS:
        raise UnknownError("refused.unknown_sheet", number=import_id)
    rows = session.exec(
        select(ImportedEntry).where(ImportedEntry.import_id == import_id).order_by(col(ImportedEntry.position))
    )
    entries = [_entry(one) for one in rows]
    taken = tuple(one for one in entries if one.outcome in ("new", "known"))
    left_out = tuple(one for one in entries if one.outcome not in ("new", "known"))
    return SheetSeen(row.name, FORMATS[row.format].FORMAT.label, row.by, row.at, taken, left_out)


def _entry(row: ImportedEntry) -> EntrySeen:
    facts = row.facts
    return EntrySeen(
        line=row.line,
        cells=_cells(row.raw),
        outcome="conflict" if row.why == CONFLICT else row.outcome,
        why="" if row.why == CONFLICT else row.why,
        facts=facts,
        twin=(facts.get("double_key", ""), facts.get("double_title", "")),
        reasons=tuple(reason for reason in facts.get("reasons", "").split(",") if reason),
    )


def _cells(raw: str) -> tuple[tuple[str, str], ...]:
    """Return a kept row cell by cell; a line that begins with no column belongs to the cell above it."""
    found: list[tuple[str, str]] = []
    for line in raw.split("\n"):
        column, between, text = line.partition(BETWEEN)
        if between and column in _COLUMNS:
            found.append((column, text))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}")
        else:
            found.append(("", line))
    return tuple(found)
