"""A list of sources is read and compared with all that is stored, and nothing is written: what storing it will do.

Reading and comparing take seconds, writing does not; so a list is planned while others save, and stored in one go.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import cast

from sqlmodel import Session, col, select

from citations.formats.foreign.wrong_isbn import isbn_checked
from citations.formats.incoming import Entry, Incoming, Problem
from citations.likeness import Work, work
from citations.models import Source
from citations.policy import Policy
from citations.queries.among import among
from citations.references import print_reference
from citations.stored import reference_of
from jobs.ledger import load_policy
from jobs.refused import RefusedError
from jobs.unused import Unused, reckon
from service.acts.doubles import Proposed, propose
from service.acts.entry_facts import Mended, mended, storable
from service.acts.keep_entries import Keeping, Kept, plan_keeping
from service.acts.read_list import ListFile, read_list
from service.acts.sources import called
from service.acts.still_true import Reach, reach

PROVISIONAL = 1 << 40
"""Where the numbers of sources begin that are not stored yet: above all of those that are."""
_LONGEST_NAME = 200
Row = dict[str, object]


@dataclass(slots=True)
class ListResult:
    """What became of a list. ``new`` counts new sources; ``double`` those that may be one that is stored already.

    Every entry is counted once, in ``kept`` or in ``problems``; ``remarks`` say what kept ones lost or had repaired.
    """

    name: str
    format: str
    import_id: int = 0
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


@dataclass(frozen=True, slots=True)
class ReadEntries:
    """The entries of a file as they may be stored. ``sure``: somebody named the format, or the file showed it."""

    file: ListFile
    format: str
    sure: bool
    entries: tuple[tuple[Incoming, Mended | None], ...]
    faults: tuple[Problem, ...]


@dataclass(slots=True)
class ListPlan:
    """What storing a list will do. ``rows`` say of each entry what becomes of it, ``kept`` with which version.

    ``numbered`` are the new sources by their provisional number; ``then`` is how far the stored rows went; ``unused``
    are the new sources that have one version, with their deadlines by the ``policy`` in force.
    """

    read: ReadEntries
    left_out: frozenset[int]
    then: Reach
    keeping: Keeping
    proposed: Proposed
    numbered: dict[int, Source]
    result: ListResult
    policy: Policy
    unused: list[Unused]
    rows: list[Row] = field(default_factory=list)
    kept: list[Kept | None] = field(default_factory=list)

    def checked(self) -> ListResult:
        """Return the counts; RefusedError where the file is of no known format and nothing in it could be read."""
        result = self.result
        if not result.kept and not result.left_out and not self.read.sure:
            raise RefusedError("refused.list_unreadable", name=result.name, number=len(result.problems))
        return result


def read_entries(file: ListFile, today: date) -> ReadEntries:
    """Return everything that a file says; asks no database.

    Raises RefusedError as ``read_list`` does, and for a file without an entry: there is nothing to decide on.
    """
    reading = read_list(file)
    checked = (isbn_checked(one) if isinstance(one, Entry) else one for one in reading.entries)
    entries = tuple((one, mended(one, today) if isinstance(one, Entry) else None) for one in checked)
    if not entries:
        raise RefusedError("refused.list_without_entry", name=file.name)
    return ReadEntries(file, reading.format, reading.sure, entries, tuple(reading.faults()))


def named(file: ListFile) -> str:
    """Return the name of a list as it is shown: one line of bounded length."""
    return " ".join(storable(file.name).split())[:_LONGEST_NAME]


def plan_list(session: Session, today: date, read: ReadEntries, left_out: Iterable[int] = ()) -> ListPlan:
    """Return what storing the entries would do, but for those at the places ``left_out``; writes nothing."""
    then, without = reach(session), frozenset(left_out)
    wanted = [
        (one, ready)
        for place, (one, ready) in enumerate(read.entries)
        if isinstance(one, Entry) and ready is not None and place not in without
    ]
    keeping = plan_keeping(session, today, wanted)
    numbered = {PROVISIONAL + place: source for place, source in enumerate(keeping.choice.sources)}
    proposed = _proposed(session, keeping, numbered)
    result, policy = ListResult(named(read.file), read.format), load_policy(session)
    plan = ListPlan(read, without, then, keeping, proposed, numbered, result, policy, _unused(keeping, policy))
    _say_of_each(plan, _twins(session, plan))
    result.remarks += read.faults
    return plan


def _unused(keeping: Keeping, policy: Policy) -> list[Unused]:
    """Return what holds for the new sources that have one version."""
    choice = keeping.choice
    names: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair, source in choice.names.items():
        names[source.key].append(pair)
    versions = Counter(source.key for source in choice.of)
    pairs = zip(choice.of, choice.versions, strict=True)
    return [
        reckon(source, version, names[source.key], policy)
        for source, version in pairs
        if source.id is None and versions[source.key] == 1
    ]


def described(plan: ListPlan) -> ListPlan:
    """Return the plan with rows that say of each entry as what it was read: its printed line, kind and numbers."""
    for row, kept in zip(plan.rows, plan.kept, strict=True):
        if kept is None:
            continue
        reference = kept.entry.item.reference
        numbers = (
            ("AWMF", reference.awmf_number), ("DOI", reference.doi), ("PMID", reference.pmid), ("ISBN", reference.isbn)
        )  # fmt: skip
        shown = {
            "printed": storable(print_reference(reference)),
            "kind": kept.found.source.kind.value,
            "numbers": storable(" · ".join(f"{name} {number}" for name, number in numbers if number)),
        }
        row["facts"] = cast("dict[str, str]", row["facts"]) | shown
    return plan


def mostly_unread(unread: int, total: int) -> bool:
    """Say whether a list is perhaps none: more of its entries could not be read than could."""
    return unread * 2 > total


def _proposed(session: Session, keeping: Keeping, numbered: Mapping[int, Source]) -> Proposed:
    """Return what new sources may be once more."""
    choice = keeping.choice
    versions, names = defaultdict(list), defaultdict(list)
    for version, source in zip(choice.versions, choice.of, strict=True):
        versions[source.key].append(version)
    for pair, source in choice.names.items():
        names[source.key].append(pair)

    def works(one: int) -> tuple[Work, ...]:
        source = numbered[one]
        return tuple(work(source.kind, reference_of(row), names[source.key]) for row in versions[source.key])

    return propose(session, {one: choice.marks[source.key] for one, source in numbered.items()}, works)


def _twins(session: Session, plan: ListPlan) -> dict[str, Row]:
    """Return of each new source, by its key, which one that was there before it may be, and why."""
    likely: dict[int, tuple[int, int, Sequence[str]]] = {}
    for (one, other), likeness in plan.proposed.items():
        if other not in likely or likely[other][0] < likeness.score:
            likely[other] = (likeness.score, one, likeness.reasons)
    stored = [one for _, one, _ in likely.values() if one not in plan.numbered]
    rows = session.exec(select(Source.id, Source.key, Source.title).where(among(col(Source.id), sorted({*stored}))))
    named = {number or 0: (key, title) for number, key, title in rows}
    named |= {number: (source.key, source.title) for number, source in plan.numbered.items()}
    return {
        plan.numbered[other].key: {
            "double_key": named[one][0],
            "double_title": named[one][1],
            "reasons": ",".join(reasons),
        }
        for other, (_, one, reasons) in likely.items()
    }


def _say_of_each(plan: ListPlan, twins: Mapping[str, Row]) -> None:
    """Write down for every entry what becomes of it, and count it."""
    kept = iter(plan.keeping.kept)
    for place, (one, _) in enumerate(plan.read.entries):
        row: Row = {
            "position": place,
            "line": one.line,
            "raw": storable(one.raw),
            "why": "",
            "facts": {},
            "remarks": [],
        }
        became = None
        if isinstance(one, Problem):
            plan.result.problems.append(one)
            row |= {"outcome": "problem", "why": one.why, "facts": dict(one.facts)}
        elif place in plan.left_out:
            plan.result.left_out += 1
            row |= {"outcome": "left_out", "facts": {"title": _title(one)}}
        else:
            became = next(kept)
            row |= _became(plan.result, became, twins)
        plan.rows.append(row)
        plan.kept.append(became)


def _became(result: ListResult, kept: Kept, twins: Mapping[str, Row]) -> Row:
    """Count an entry that is kept and return what its row says of it."""
    found = kept.found
    twin = twins.get(found.source.key, {}) if found.new_source else {}
    outcome = "known" if not found.new_source else "double" if twin else "new"
    setattr(result, outcome, getattr(result, outcome) + 1)
    result.remarks += kept.remarks
    return {
        "outcome": outcome,
        "facts": {"title": found.source.title, "key": found.source.key, **twin},
        "remarks": [_stored_remark(remark) for remark in kept.remarks],
    }


def _stored_remark(remark: Problem) -> Row:
    """Return a remark as it is stored with its entry."""
    facts = {name: storable(value) for name, value in remark.facts.items()}
    return asdict(remark) | {"raw": storable(remark.raw), "facts": facts}


def _title(entry: Entry) -> str:
    reference = entry.item.reference
    return storable(called(reference) or entry.item.key)
