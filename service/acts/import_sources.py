"""A list of sources comes in: every entry becomes a source, or is known, or is kept as a problem with its whole text.

One transaction for a list of any length; entries are read as a stream and stored in blocks. A preview is an import
that is taken back. The same list a second time adds nothing but the note that it came.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, col, select

from citations.formats.incoming import Entry, Incoming, Problem
from citations.models import ImportedEntry, LikelyDouble, ListImport, Source
from citations.queries.among import among
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import RefusedError
from jobs.succession import put_families_in_order
from jobs.versions import number
from service.acts.doubles import Noticed, notice
from service.acts.entry_facts import storable
from service.acts.keep_entries import Kept, keep
from service.acts.read_list import ListFile, ReadList, read_list

BLOCK = 500
"""Entries that are stored at once."""
SETTLED = 2000
"""Versions whose deadlines are drawn at once."""
LONGEST_NAME = 200
ENTRY = SQLModel.metadata.tables[str(ImportedEntry.__tablename__)]


@dataclass(slots=True)
class ListResult:
    """What became of a list. ``new`` counts new sources; ``double`` those that may be one that is stored already.

    Every entry is counted once, in ``kept`` or in ``problems``; ``remarks`` say what kept ones lost or had repaired.
    """

    import_id: int
    name: str
    format: str
    new: int = 0
    known: int = 0
    double: int = 0
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    @property
    def kept(self) -> int:
        """Entries that are sources now."""
        return self.new + self.known + self.double


@dataclass(slots=True)
class Run:
    """One list on its way in. ``changed`` are versions that are new or learned something."""

    session: Session
    moment: Moment
    by: str
    row: ListImport
    reading: ReadList
    result: ListResult
    left_out: frozenset[int] = frozenset()
    changed: set[int] = field(default_factory=set)
    siblings: set[int] = field(default_factory=set)


def import_sources(session: Session, moment: Moment, by: str, file: ListFile) -> ListResult:
    """Store every source of a list, with what the file states of it, and return what became of each entry.

    Raises RefusedError for a file that cannot be read at all, and where it is of no known format and nothing in it
    could be read: then nothing is stored.
    """
    reading = read_list(file)
    row = new_row(file, reading.format, "imported", moment, by)
    session.add(row)
    session.flush()
    return bring_in(session, moment, by, row, reading)


def preview_sources(session: Session, moment: Moment, by: str, file: ListFile) -> ListResult:
    """Return what an import would do; everything it did is taken back. Raises as ``import_sources`` does."""
    taken_back = session.begin_nested()
    result = import_sources(session, moment, by, file)
    taken_back.rollback()
    return result


def new_row(file: ListFile, form: str, state: str, moment: Moment, by: str) -> ListImport:
    """Return the note that a list came."""
    name = " ".join(storable(file.name).split())[:LONGEST_NAME]
    digest = hashlib.sha256(file.data).hexdigest()
    return ListImport(name=name, format=form, state=state, sha256=digest, by=by, at=moment.now)


def bring_in(
    session: Session, moment: Moment, by: str, row: ListImport, reading: ReadList, left_out: Iterable[int] = ()
) -> ListResult:
    """Store a list whose row is stored, but for the entries at the places ``left_out``; then draw the deadlines."""
    run = store_list(session, moment, by, row, reading, left_out)
    result = run.result
    if not result.kept and not result.left_out and not reading.sure:
        raise RefusedError("refused.list_unreadable", name=row.name, number=len(result.problems))
    after: dict[str, object] = {"name": row.name, "new": result.new, "known": result.known, "double": result.double}
    event = record(session, moment, by, "import_sources", f"list_import:{row.id}", after=after)
    changed = sorted(run.changed)
    for start in range(0, len(changed), SETTLED):
        settle(session, event, moment, Touched(versions=set(changed[start : start + SETTLED])))
    return result


def store_list(
    session: Session, moment: Moment, by: str, row: ListImport, reading: ReadList, left_out: Iterable[int] = ()
) -> Run:
    """Store the entries block by block, and of each propose which new sources may be ones that are stored already.

    Memory is that of a block: a session lets go of what is written and no longer named.
    """
    result = ListResult(row.id or 0, row.name, reading.format)
    run = Run(session, moment, by, row, reading, result, frozenset(left_out))
    for block in _blocks(run.reading.entries):
        _store_block(run, block)
    run.result.remarks += run.reading.faults()
    if run.siblings:
        run.changed |= put_families_in_order(run.session, run.siblings)
    return run


def _blocks(entries: Iterable[Incoming]) -> Iterator[list[tuple[int, Incoming]]]:
    """Yield the entries with their places, a block at a time."""
    placed = iter(enumerate(entries))
    while block := list(islice(placed, BLOCK)):
        yield block


def _store_block(run: Run, block: list[tuple[int, Incoming]]) -> None:
    """Store a block of entries, each with a row that says where it stood and what became of it."""
    wanted = [one for place, one in block if isinstance(one, Entry) and place not in run.left_out]
    stored = keep(run.session, run.moment, run.by, wanted)
    kept, rows = iter(stored), []
    for place, one in block:
        if isinstance(one, Problem):
            run.result.problems.append(one)
            rows.append(_row(run, place, one) | {"outcome": "problem", "why": one.why, "facts": dict(one.facts)})
        elif place in run.left_out:
            run.result.left_out += 1
            rows.append(_row(run, place, one) | {"outcome": "left_out", "facts": {"title": _title(one)}})
        else:
            rows.append(_row(run, place, one) | _became(run, next(kept)))
    run.session.connection().execute(insert(ENTRY), rows)
    new = [number(one.found.source) for one in stored if one.found.new_source]
    _mark_doubles(run, notice(run.session, run.moment, new))


def _row(run: Run, place: int, one: Incoming) -> dict[str, object]:
    """Return what every row of an import says."""
    row: dict[str, object] = {"import_id": run.row.id, "position": place, "line": one.line, "raw": storable(one.raw)}
    return row | {"why": "", "facts": {}, "remarks": [], "source_id": None, "version_id": None}


def _became(run: Run, kept: Kept) -> dict[str, object]:
    """Count an entry that is kept and return what its row says of it."""
    found, result = kept.found, run.result
    result.new += found.new_source
    result.known += not found.new_source
    result.remarks += kept.remarks
    version_id = number(found.version)
    if kept.changed and not found.new_source:
        run.siblings.add(version_id)
    if kept.changed:
        run.changed.add(version_id)
    return {
        "outcome": "new" if found.new_source else "known",
        "facts": {"title": found.source.title, "key": found.source.key},
        "remarks": [stored_remark(remark) for remark in kept.remarks],
        "source_id": number(found.source),
        "version_id": version_id,
    }


def stored_remark(remark: Problem) -> dict[str, object]:
    """Return a remark as it is stored with its entry."""
    facts = {name: storable(value) for name, value in remark.facts.items()}
    return asdict(remark) | {"raw": storable(remark.raw), "facts": facts}


def _title(entry: Entry) -> str:
    reference = entry.item.reference
    return storable(reference.title or ", ".join(o.name for o in reference.organisations) or entry.item.key)


def _mark_doubles(run: Run, noticed: Noticed) -> None:
    """Say of the entries of new sources which source that was there before each may be, and why."""
    likely = {one: found for one, several in noticed.items() if (found := _earlier(one, several)) is not None}
    if not likely:
        return
    rows = run.session.exec(
        select(ImportedEntry).where(
            ImportedEntry.import_id == run.row.id,
            ImportedEntry.outcome == "new",
            among(col(ImportedEntry.source_id), [*likely]),
        )
    ).all()
    twins = run.session.exec(select(Source).where(among(col(Source.id), [one.one_id for one in likely.values()])))
    named = {source.id: source for source in twins}
    for row in rows:
        likeness = likely[row.source_id or 0]
        twin = named[likeness.one_id]
        double = {"double_key": twin.key, "double_title": twin.title, "reasons": ",".join(likeness.reasons)}
        row.outcome, row.facts = "double", row.facts | double
    run.session.flush()
    run.result.new -= len(rows)
    run.result.double += len(rows)


def _earlier(source_id: int, likely: Iterable[LikelyDouble]) -> LikelyDouble | None:
    """Return the likeliest proposal that names a source which was there before this one."""
    return next((one for one in likely if one.other_id == source_id), None)
