"""A list of sources comes in: every entry becomes a source, or is known, or is kept as a problem with its whole text.

One transaction for a list of any length, and a short one: everything is read and compared before (``plan_list``). The
same list a second time adds nothing but the note that it came.
"""

import hashlib

from sqlmodel import Session, SQLModel, col, select

from citations.models import ImportedEntry, ListImport, Source
from citations.queries.tables import LIKELY_DOUBLE
from jobs.ledger import Moment, Touched, record, settle
from jobs.new_rows import write_rows
from jobs.succession import put_families_in_order
from jobs.unused import settle_unused
from jobs.versions import number
from service.acts.doubles import notice
from service.acts.keep_entries import store_kept
from service.acts.plan_list import ListPlan, ListResult, Row, named, plan_list, read_entries
from service.acts.read_list import ListFile
from service.acts.still_true import ChangedMeanwhileError, still_true

SETTLED = 2000
"""Versions whose deadlines are drawn at once."""
ENTRY = SQLModel.metadata.tables[str(ImportedEntry.__tablename__)]


def import_sources(session: Session, moment: Moment, by: str, file: ListFile) -> ListResult:
    """Plan and store a list in the transaction of ``session``; raises as ``read_entries`` and ``store_list`` do."""
    return store_list(session, moment, by, plan_list(session, moment.today, read_entries(file, moment.today)))


def store_list(session: Session, moment: Moment, by: str, plan: ListPlan) -> ListResult:
    """Store every source of a list, with what the file states of it, and return what became of each entry.

    Raises RefusedError where the file is of no known format and nothing in it could be read, and ChangedMeanwhileError
    where the plan no longer holds: then nothing is stored.
    """
    plan.checked()
    row = new_row(plan.read.file, plan.read.format, "imported", moment, by)
    session.add(row)
    session.flush()
    return bring_in(session, moment, by, row, plan)


def new_row(file: ListFile, form: str, state: str, moment: Moment, by: str) -> ListImport:
    """Return the note that a list came."""
    name = named(file)
    digest = hashlib.sha256(file.data).hexdigest()
    return ListImport(name=name, format=form, state=state, sha256=digest, by=by, at=moment.now)


def bring_in(session: Session, moment: Moment, by: str, row: ListImport, plan: ListPlan) -> ListResult:
    """Store a planned list whose row is stored; then draw the deadlines. ChangedMeanwhileError as ``store_list``."""
    result = plan.result
    if not still_true(session, plan.then, plan.keeping.choice):
        raise ChangedMeanwhileError
    result.import_id = row.id or 0
    others = _others(session, plan)
    session.add_all(_known(plan))
    store_kept(session, moment, by, plan.keeping)
    write_rows(session, ENTRY, entry_rows(plan, result.import_id))
    _store_doubles(session, moment, plan)
    notice(session, moment, others)
    _settle(session, moment, by, plan)
    return result


def entry_rows(plan: ListPlan, import_id: int) -> list[Row]:
    """Return what is stored of each entry of a list; a source that has no number yet is not named."""
    rows = []
    for said, kept in zip(plan.rows, plan.kept, strict=True):
        ids = (kept.found.source.id, kept.found.version.id) if kept is not None else (None, None)
        rows.append(said | {"import_id": import_id, "source_id": ids[0], "version_id": ids[1]})
    return rows


def _known(plan: ListPlan) -> list[SQLModel]:
    """Return the stored versions that the list names: what they learned is written with them."""
    return [one.found.version for one in plan.keeping.kept if one.found.version.id is not None]


def _others(session: Session, plan: ListPlan) -> list[int]:
    """Return sources that others stored after the list was planned: it has not been compared with them."""
    return [number or 0 for number in session.exec(select(Source.id).where(col(Source.id) > plan.then.source))]


def _store_doubles(session: Session, moment: Moment, plan: ListPlan) -> None:
    """Store which new sources may be ones that are stored already."""
    rows = [
        {
            "one_id": plan.numbered[one].id if one in plan.numbered else one,
            "other_id": plan.numbered[other].id,
            "score": likeness.score,
            "reasons": list(likeness.reasons),
            "state": "open",
            "noticed_at": moment.now,
            "decided_by": "",
        }
        for (one, other), likeness in plan.proposed.items()
    ]
    write_rows(session, LIKELY_DOUBLE, rows)


def _settle(session: Session, moment: Moment, by: str, plan: ListPlan) -> None:
    """Log that the list came, and draw the deadlines of all versions that are new or learned something."""
    result, several = plan.result, [one for one in plan.keeping.kept if one.changed]
    unused = {number(one.version) for one in plan.unused}
    changed = {number(one.found.version) for one in several} - unused
    siblings = {number(one.found.version) for one in several if not one.found.new_source} - unused
    if siblings:
        changed |= put_families_in_order(session, siblings)
    counts: dict[str, object] = {"name": result.name, "new": result.new, "known": result.known, "double": result.double}
    about = f"list_import:{result.import_id}"
    event = record(session, moment, by, "import_sources", about, after=counts)
    settle_unused(session, event, moment, plan.unused, plan.policy)
    ordered = sorted(changed)
    for start in range(0, len(ordered), SETTLED):
        settle(session, event, moment, Touched(versions=set(ordered[start : start + SETTLED])))
