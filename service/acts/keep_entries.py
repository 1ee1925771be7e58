"""Entries of a list become sources, versions and accesses, a block at a time; what each lost is said in remarks."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import insert
from sqlmodel import Session, col, select

from citations.formats.incoming import Entry, Problem
from citations.formats.item import ExportItem
from citations.models import Access
from citations.queries.among import among
from citations.queries.tables import ACCESS
from jobs.cite_keys import is_clean
from jobs.ledger import Moment, record
from jobs.versions import number
from service.acts.access_rules import access_fault
from service.acts.entry_facts import Mended, add_facts, differences, mended, storable
from service.acts.sources import Found, Wanted, find_or_add_all


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry that is kept: the version it means, what was left out of it, and whether anything is new by it."""

    entry: Entry
    found: Found
    remarks: tuple[Problem, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """What the entries of a block share; ``opened`` are the (version, day) pairs that are known."""

    session: Session
    moment: Moment
    by: str
    opened: set[tuple[int, str]]
    accesses: list[dict[str, object]] = field(default_factory=list)


def keep(session: Session, moment: Moment, by: str, entries: Sequence[Entry]) -> list[Kept]:
    """Store what entries state and return what became of each, in order, in a fixed number of questions.

    Facts are added, never overwritten; what a known version learns is logged. Deadlines are left to the caller.
    """
    ready = [mended(entry, moment.today) for entry in entries]
    wanted = [_wanted(entry, one.item, moment) for entry, one in zip(entries, ready, strict=True)]
    found = find_or_add_all(session, wanted, moment.today)
    run = _Block(session, moment, by, _opened(session, found))
    kept = [_kept(run, entry, one, named) for entry, one, named in zip(entries, ready, found, strict=True)]
    session.flush()
    if run.accesses:
        session.connection().execute(insert(ACCESS), run.accesses)
    return kept


def _wanted(entry: Entry, item: ExportItem, moment: Moment) -> Wanted:
    """Return what to look for. A version dated after the day of access is not the one that was read (domain 8)."""
    accessed = item.reference.accessed
    read_on = accessed if accessed and not access_fault(accessed, "", moment.today) else ""
    return Wanted(item.reference, item.kind, item.key, item.cite_key, read_on, storable(entry.raw))


def _kept(run: _Block, entry: Entry, ready: Mended, found: Found) -> Kept:
    """Give a version the facts of its entry and its access, and say what was left out."""
    remarks = [*entry.remarks, *ready.remarks, *_of_key(entry, found)]
    added, left = add_facts(entry, ready.item, found.version, run.moment.today)
    remarks += left
    if not found.new_version:
        remarks += differences(entry, ready.item, found.version)
    accessed, fault = _access(run, entry, ready.item, found)
    remarks += fault
    learned = found.learned | added
    if learned and not found.new_version:
        record(run.session, run.moment, run.by, "record_fact", f"source:{found.source.key}", after=learned)
    return Kept(entry, found, tuple(remarks), changed=found.new_version or bool(learned) or accessed)


def _of_key(entry: Entry, found: Found) -> list[Problem]:
    """Return a remark where a version is not called what its file calls it: a document that cites it must be told."""
    own, ours = entry.item.cite_key, found.version.cite_key
    if not own or own == ours:
        return []
    why = (
        "reading.key_known"
        if not found.new_version
        else "reading.key_taken"
        if is_clean(own)
        else "reading.key_unclean"
    )
    return [Problem(entry.line, own, why, {"key": own, "ours": ours})]


def _access(run: _Block, entry: Entry, item: ExportItem, found: Found) -> tuple[bool, list[Problem]]:
    """Keep the day on which a list says that somebody opened a version, once; one that breaks a rule counts nothing."""
    accessed, version = item.reference.accessed, found.version
    if not accessed:
        return False, []
    if fault := access_fault(accessed, version.as_of, run.moment.today):
        facts = {"value": accessed, "stand": version.as_of, "today": run.moment.today.isoformat()}
        return False, [Problem(entry.line, accessed, fault, facts)]
    if (number(version), accessed) in run.opened:
        return False, []
    run.opened.add((number(version), accessed))
    run.accesses.append(
        {
            "version_id": number(version),
            "page_id": None,
            "on": accessed,
            "origin": "imported",
            "by": run.by,
            "note": "",
            "recorded_at": run.moment.now,
        }
    )
    return True, []


def _opened(session: Session, found: Sequence[Found]) -> set[tuple[int, str]]:
    """Return on which days these versions were opened, as far as it is stored."""
    known = sorted({number(one.version) for one in found if not one.new_version})
    rows = session.exec(select(Access.version_id, Access.on).where(among(col(Access.version_id), known)))
    return set(rows.all())
