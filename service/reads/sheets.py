"""What a sheet that was brought in left behind: the rows that are new, and those that were left out, as they came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from citations.formats import FORMATS
from citations.models import ImportedEntry, ListImport
from jobs.refused import UnknownError


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """A row that is kept with its import. ``why`` is a catalogue key, "" for a row that was taken in."""

    line: int
    raw: str
    outcome: str
    why: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """A sheet that was brought in."""

    name: str
    label: str
    by: str
    at: datetime
    entries: tuple[EntrySeen, ...]


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
    entries = tuple(EntrySeen(one.line, one.raw, one.outcome, one.why, one.facts) for one in rows)
    return SheetSeen(row.name, FORMATS[row.format].FORMAT.label, row.by, row.at, entries)
