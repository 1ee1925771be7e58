"""A list is looked at before it is stored: the draft with what would become of each entry, and its end.

A draft keeps the file itself; its entries are those of an import that was taken back. What is confirmed is read anew.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import Session, col, select

from citations.models import ImportedEntry, ListImport, Source
from jobs.ledger import Moment, record
from jobs.refused import RefusedError, UnknownError
from service.acts.import_sources import ENTRY, ListResult, bring_in, new_row, store_list
from service.acts.read_list import ListFile, read_list

Ticks = tuple[Iterable[int], Iterable[int]]


def draft_list(session: Session, moment: Moment, by: str, file: ListFile) -> int:
    """Keep a list as a draft, with what would become of each entry; return its number. Stores no source.

    Raises RefusedError for a file that cannot be read.
    """
    reading = read_list(file)
    row = new_row(file, reading.format, "draft", moment, by)
    row.data = file.data
    session.add(row)
    session.flush()
    number = row.id or 0
    taken_back = session.begin_nested()
    known = _highest_source(session)
    store_list(session, moment, by, row, reading)
    entries = [
        dict(one) for one in session.connection().execute(ENTRY.select().where(ENTRY.c.import_id == number)).mappings()
    ]
    taken_back.rollback()
    if entries:
        session.connection().execute(insert(ENTRY), [_as_draft(entry, known) for entry in entries])
    return number


def leave_out(session: Session, import_id: int, shown: Iterable[int], wanted: Iterable[int]) -> None:
    """Remember which of the entries at the places ``shown`` are not wanted. RefusedError for what is no draft."""
    row = _list(session, import_id)
    if row.state != "draft":
        raise RefusedError("refused.list_decided", name=row.name)
    keep, places = set(wanted), set(shown)
    rows = session.exec(
        select(ImportedEntry).where(ImportedEntry.import_id == import_id, col(ImportedEntry.position).in_(places))
    )
    for entry in rows:
        facts = {name: value for name, value in entry.facts.items() if name != "left_out"}
        entry.facts = facts if entry.position in keep else facts | {"left_out": "1"}


def confirm_list(
    session: Session, moment: Moment, by: str, import_id: int, ticks: Ticks = ((), ())
) -> ListResult | None:
    """Store a draft, but for what is left out; None where somebody has done so already. RefusedError if discarded.

    ``ticks`` are the places last shown, and those of them that are wanted.
    """
    row = _list(session, import_id)
    if row.state == "imported":
        return None
    if row.state != "draft":
        raise RefusedError("refused.list_decided", name=row.name)
    leave_out(session, import_id, *ticks)
    session.flush()
    reading = read_list(ListFile(row.name, row.data, row.format))
    drawn = session.exec(select(ImportedEntry).where(ImportedEntry.import_id == import_id))
    left_out = {entry.position for entry in drawn if "left_out" in entry.facts}
    _forget(session, row)
    row.state, row.by, row.at = "imported", by, moment.now
    return bring_in(session, moment, by, row, reading, left_out)


def discard_list(session: Session, moment: Moment, by: str, import_id: int) -> None:
    """Throw a draft away; that it was there stays known. RefusedError for one that is imported or discarded."""
    row = _list(session, import_id)
    if row.state != "draft":
        raise RefusedError("refused.list_decided", name=row.name)
    _forget(session, row)
    row.state = "discarded"
    record(session, moment, by, "discard_list", f"list_import:{import_id}", after={"name": row.name})


def _list(session: Session, import_id: int) -> ListImport:
    row = session.get(ListImport, import_id)
    if row is None:
        raise UnknownError("refused.unknown_list", number=import_id)
    return row


def _forget(session: Session, row: ListImport) -> None:
    """Drop the file and the outlook of a draft: what comes of it is kept entry by entry."""
    row.data = b""
    session.execute(delete(ImportedEntry).where(col(ImportedEntry.import_id) == row.id))


def _highest_source(session: Session) -> int:
    return session.exec(select(col(Source.id)).order_by(col(Source.id).desc()).limit(1)).first() or 0


def _as_draft(entry: dict[str, Any], known: int) -> dict[str, Any]:
    """Return an entry of an import that was taken back: sources that are no more are not named."""
    gone = (entry["source_id"] or 0) > known
    kept = {name: value for name, value in entry.items() if name != "id"}
    return kept | {"version_id": None, "source_id": None if gone else entry["source_id"]}
