"""A list is looked at before it is stored: the draft with what would become of each entry, and its end.

A draft keeps the file itself, and of each entry what would become of it. What is confirmed is read and compared anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete
from sqlmodel import Session, col, select

from citations.models import ImportedEntry, ListImport
from jobs.ledger import Moment, record
from jobs.new_rows import write_rows
from jobs.refused import RefusedError, UnknownError
from service.acts.import_sources import ENTRY, bring_in, entry_rows, new_row
from service.acts.plan_list import ListPlan, ListResult, ReadEntries, mostly_unread, plan_list, read_entries
from service.acts.read_list import ListFile
from service.acts.still_true import ChangedMeanwhileError


@dataclass(frozen=True, slots=True)
class Ticks:
    """The places last shown, those of them that are wanted, and whether a list that is mostly unread is wanted too."""

    shown: Iterable[int] = ()
    wanted: Iterable[int] = ()
    unread: bool = False


NOTHING_TICKED = Ticks()


def draft_list(session: Session, moment: Moment, by: str, plan: ListPlan) -> int:
    """Keep a list as a draft, with what would become of each entry; return its number. Stores no source."""
    file = plan.read.file
    row = new_row(file, plan.read.format, "draft", moment, by)
    row.data = file.data
    session.add(row)
    session.flush()
    rows = [one | {"version_id": None} for one in entry_rows(plan, row.id or 0)]
    write_rows(session, ENTRY, rows)
    return row.id or 0


def leave_out(session: Session, import_id: int, shown: Iterable[int], wanted: Iterable[int]) -> None:
    """Remember which of the entries at the places ``shown`` are not wanted. RefusedError for what is no draft."""
    _draft(session, import_id)
    keep, places = set(wanted), set(shown)
    rows = session.exec(
        select(ImportedEntry).where(ImportedEntry.import_id == import_id, col(ImportedEntry.position).in_(places))
    )
    for entry in rows:
        facts = {name: value for name, value in entry.facts.items() if name != "left_out"}
        entry.facts = facts if entry.position in keep else facts | {"left_out": "1"}


def draft_entries(session: Session, today: date, import_id: int) -> ReadEntries | None:
    """Return what the file of a draft says, read anew; None where somebody has stored it already.

    RefusedError if it was discarded. A draft's file never changes, so this is done once for all tries to store it.
    """
    row = _waiting(session, import_id)
    return None if row is None else read_entries(ListFile(row.name, row.data, row.format), today)


def plan_draft(
    session: Session, today: date, draft: tuple[int, ReadEntries | None], ticks: Ticks = NOTHING_TICKED
) -> ListPlan | None:
    """Return what storing a draft will do, without what is left out; None where somebody has stored it already.

    RefusedError if it was discarded.
    """
    import_id, read = draft
    if _waiting(session, import_id) is None or read is None:
        return None
    return plan_list(session, today, read, _unwanted(session, import_id, ticks))


def confirm_list(
    session: Session, moment: Moment, by: str, planned: tuple[int, ListPlan | None], ticks: Ticks = NOTHING_TICKED
) -> ListResult | None:
    """Store a draft as it was planned; None where somebody has done so already.

    RefusedError if it was discarded, or if most of it could not be read and nobody ticked that it is wanted all the
    same. ChangedMeanwhileError where the plan no longer holds, or somebody left out other entries meanwhile.
    """
    import_id, plan = planned
    row = _waiting(session, import_id)
    if row is None:
        return None
    if plan is None or _unwanted(session, import_id, ticks) != plan.left_out:
        raise ChangedMeanwhileError
    unread, total = len(plan.result.problems), len(plan.rows)
    if mostly_unread(unread, total) and not ticks.unread:
        raise RefusedError("refused.list_noise", number=unread, total=total)
    _forget(session, row)
    row.state, row.by, row.at = "imported", by, moment.now
    return bring_in(session, moment, by, row, plan)


def _unwanted(session: Session, import_id: int, ticks: Ticks) -> set[int]:
    """Return the places that are left out: by what is stored, and by the ticks last shown, which go before."""
    shown, wanted = set(ticks.shown), set(ticks.wanted)
    entries = session.exec(
        select(ImportedEntry.position, ImportedEntry.facts).where(ImportedEntry.import_id == import_id)
    )
    stored = {position for position, facts in entries if "left_out" in facts}
    return (stored - shown) | (shown - wanted)


def discard_list(session: Session, moment: Moment, by: str, import_id: int) -> None:
    """Throw a draft away; that it was there stays known. RefusedError for one that is imported or discarded."""
    row = _draft(session, import_id)
    _forget(session, row)
    row.state = "discarded"
    record(session, moment, by, "discard_list", f"list_import:{import_id}", after={"name": row.name})


def _list(session: Session, import_id: int) -> ListImport:
    row = session.get(ListImport, import_id)
    if row is None:
        raise UnknownError("refused.unknown_list", number=import_id)
    return row


def _draft(session: Session, import_id: int) -> ListImport:
    """Return a list on which nobody has decided; RefusedError for one that is imported or discarded."""
    row = _list(session, import_id)
    if row.state != "draft":
        raise RefusedError("refused.list_decided", name=row.name)
    return row


def _waiting(session: Session, import_id: int) -> ListImport | None:
    """Return a draft that can be stored; None where somebody has done so already, RefusedError if it was discarded."""
    return None if _list(session, import_id).state == "imported" else _draft(session, import_id)


def _forget(session: Session, row: ListImport) -> None:
    """Drop the file and the outlook of a draft: what comes of it is kept entry by entry."""
    row.data = b""
    session.execute(delete(ImportedEntry).where(col(ImportedEntry.import_id) == row.id))
