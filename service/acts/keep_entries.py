"""Entries of a list become sources, versions and accesses, a block at a time; what each lost is said in remarks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, col, select

from citations.formats.incoming import Entry, Problem
from citations.formats.item import ExportItem
from citations.models import Access, SourceVersion
from citations.queries.among import among
from citations.queries.tables import ACCESS
from jobs.cite_keys import is_clean
from jobs.ledger import Moment, record
from jobs.new_rows import adopt, write_rows
from jobs.versions import number
from service.acts.access_rules import access_fault
from service.acts.entry_facts import Mended, add_facts, differences, mended, storable
from service.acts.sources import Choice, Found, Wanted, choose, store


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry that is kept: the version it means, what was left out of it, and whether anything is new by it."""

    entry: Entry
    found: Found
    remarks: tuple[Problem, ...]
    changed: bool


@dataclass(slots=True)
class Keeping:
    """What keeping some entries will write; ``opened`` are the (citation key, day) pairs that are known.

    ``learned`` is what known versions learn, by the source's key; ``accesses`` are new.
    """

    today: date
    choice: Choice
    opened: set[tuple[str, str]]
    kept: list[Kept] = field(default_factory=list)
    accesses: list[tuple[SourceVersion, str]] = field(default_factory=list)
    learned: list[tuple[str, dict[str, object]]] = field(default_factory=list)


def keep(session: Session, moment: Moment, by: str, entries: Sequence[Entry]) -> list[Kept]:
    """Store what entries state and return what became of each, in order, in a fixed number of questions.

    Facts are added, never overwritten; what a known version learns is logged. Deadlines are left to the caller.
    """
    keeping = plan_keeping(session, moment.today, [(entry, mended(entry, moment.today)) for entry in entries])
    store_kept(session, moment, by, keeping)
    adopt(session, [*keeping.choice.sources, *keeping.choice.versions])
    return keeping.kept


def plan_keeping(session: Session, today: date, entries: Sequence[tuple[Entry, Mended]]) -> Keeping:
    """Find out what becomes of entries; writes nothing, so that nobody waits while much is compared."""
    wanted = [_wanted(entry, ready.item, today) for entry, ready in entries]
    choice = choose(session, wanted, today)
    keeping = Keeping(today, choice, _opened(session, choice.found))
    for (entry, ready), found in zip(entries, choice.found, strict=True):
        keeping.kept.append(_kept(keeping, entry, ready, found))
    return keeping


def store_kept(session: Session, moment: Moment, by: str, keeping: Keeping) -> None:
    """Write what was planned. New sources and versions are left to the caller to ``adopt``."""
    store(session, keeping.choice)
    same = {"page_id": None, "origin": "imported", "by": by, "note": "", "recorded_at": moment.now}
    accesses = [{"version_id": number(version), "on": on, **same} for version, on in keeping.accesses]
    write_rows(session, ACCESS, accesses)
    for key, learned in keeping.learned:
        record(session, moment, by, "record_fact", f"source:{key}", after=learned)


def _wanted(entry: Entry, item: ExportItem, today: date) -> Wanted:
    """Return what to look for. A version dated after the day of access is not the one that was read (domain 8)."""
    accessed = item.reference.accessed
    read_on = accessed if accessed and not access_fault(accessed, "", today) else ""
    return Wanted(item.reference, item.kind, item.key, item.cite_key, read_on, storable(entry.raw))


def _kept(run: Keeping, entry: Entry, ready: Mended, found: Found) -> Kept:
    """Give a version the facts of its entry and its access, and say what was left out."""
    remarks = [*entry.remarks, *ready.remarks, *_of_key(entry, found)]
    added, left = add_facts(entry, ready.item, found.version, run.today)
    remarks += left
    if not found.new_version:
        remarks += differences(entry, ready.item, found.version)
    accessed, fault = _access(run, entry, ready.item, found)
    remarks += fault
    learned = found.learned | added
    if learned and not found.new_version:
        run.learned.append((found.source.key, learned))
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


def _access(run: Keeping, entry: Entry, item: ExportItem, found: Found) -> tuple[bool, list[Problem]]:
    """Keep the day on which a list says that somebody opened a version, once; one that breaks a rule counts nothing."""
    accessed, version = item.reference.accessed, found.version
    if not accessed:
        return False, []
    if fault := access_fault(accessed, version.as_of, run.today):
        facts = {"value": accessed, "stand": version.as_of, "today": run.today.isoformat()}
        return False, [Problem(entry.line, accessed, fault, facts)]
    if (version.cite_key, accessed) in run.opened:
        return False, []
    run.opened.add((version.cite_key, accessed))
    run.accesses.append((version, accessed))
    return True, []


def _opened(session: Session, found: Sequence[Found]) -> set[tuple[str, str]]:
    """Return on which days these versions were opened, as far as it is stored."""
    known = {one.version.id: one.version.cite_key for one in found if one.version.id is not None}
    asked = among(col(Access.version_id), sorted(known))
    return {(known[one], on) for one, on in session.exec(select(Access.version_id, Access.on).where(asked))}
