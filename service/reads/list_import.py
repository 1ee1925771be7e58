"""A list of sources that came in, or is about to: what became of each entry, a stretch at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from citations.models import ImportedEntry, ListImport, Source
from citations.records import Reference
from citations.references import fields, read_line
from citations.references.sureness import Sure, sureness
from jobs.refused import UnknownError
from service.acts.plan_list import mostly_unread

PER_STRETCH = 100
OUTCOMES = ("new", "double", "known", "problem", "filled", "left_out")
"""What becomes of an entry, in the order in which it is shown."""
_DATES = frozenset({"stand", "accessed", "valid_until"})
_COLUMNS = {"version": "label", "edition_form": "form", "stand": "as_of"}


@dataclass(frozen=True, slots=True)
class ReadField:
    """A field that was read out of a printed line; ``unsure`` where it was taken by its place alone.

    ``dated``: the value is a partial ISO date.
    """

    name: str
    value: str
    dated: bool
    unsure: bool


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """One entry. ``key`` names its source where there is one; ``twin`` is (key, title) of what it may be again.

    ``remarks`` are (why, facts, raw) of what it lost; ``wanted`` says whether a draft's entry is to be stored.
    """

    id: int
    position: int
    line: int
    raw: str
    outcome: str
    title: str
    key: str
    why: str
    facts: dict[str, str]
    remarks: tuple[tuple[str, dict[str, str], str], ...]
    twin: tuple[str, str]
    reasons: tuple[str, ...]
    fields: tuple[ReadField, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class ListSeen:
    """A list with a stretch of its entries; ``counts`` are those of all, ``pages`` how many stretches there are."""

    id: int
    name: str
    format: str
    state: str
    by: str
    at: datetime
    counts: dict[str, int]
    left_out: int
    entries: tuple[EntrySeen, ...]
    only: str
    page: int
    pages: int

    @property
    def total(self) -> int:
        """Entries of the whole list."""
        return sum(self.counts.values())

    @property
    def matching(self) -> int:
        """Entries of the outcome that is shown, of all where none is chosen."""
        return self.counts[self.only] if self.only else self.total

    @property
    def mostly_unread(self) -> bool:
        """Whether it is perhaps no list of sources."""
        return mostly_unread(self.counts.get("problem", 0), self.total)


@dataclass(frozen=True, slots=True)
class CameFrom:
    """An entry of a list by which a source came in, or was named again."""

    import_id: int
    name: str
    by: str
    at: datetime
    line: int
    raw: str


def seen_list(session: Session, import_id: int, page: int = 1, only: str = "") -> ListSeen:
    """Return a list with a stretch of its entries, of one outcome where ``only`` names it. UnknownError for none."""
    row = list_numbered(session, import_id)
    own = ImportedEntry.import_id == import_id
    counted = dict(
        session.exec(select(ImportedEntry.outcome, func.count()).where(own).group_by(ImportedEntry.outcome)).all()
    )
    counts = {outcome: counted[outcome] for outcome in OUTCOMES if outcome in counted}
    only = only if only in counts else ""
    number = counts[only] if only else sum(counts.values())
    pages = max(1, -(-number // PER_STRETCH))
    page = min(max(page, 1), pages)
    wanted = select(ImportedEntry).where(own)
    wanted = wanted.where(ImportedEntry.outcome == only) if only else wanted
    places = (col(ImportedEntry.position), col(ImportedEntry.id))
    entries = session.exec(wanted.order_by(*places).offset((page - 1) * PER_STRETCH).limit(PER_STRETCH)).all()
    known = _known(session, entries)
    return ListSeen(
        id=import_id,
        name=row.name,
        format=row.format,
        state=row.state,
        by=row.by,
        at=row.at,
        counts=counts,
        left_out=_left_out(session, import_id) if row.state == "draft" else 0,
        entries=tuple(_entry(entry, known, printed=row.format == "text") for entry in entries),
        only=only,
        page=page,
        pages=pages,
    )


def list_numbered(session: Session, import_id: int) -> ListImport:
    """Return a list without the bytes of its file. UnknownError where there is none of this number."""
    wanted = select(ListImport).options(defer(ListImport.data, raiseload=True)).where(ListImport.id == import_id)  # type: ignore[arg-type]  # a mapped column
    row = session.exec(wanted).first()
    if row is None:
        raise UnknownError("refused.unknown_list", number=import_id)
    return row


def seen_entry(session: Session, entry_id: int) -> tuple[EntrySeen, ListImport]:
    """Return one entry with the list it stands in. UnknownError for one of no list."""
    entry = session.get(ImportedEntry, entry_id)
    if entry is None:
        raise UnknownError("refused.unknown_entry", number=entry_id)
    row = list_numbered(session, entry.import_id)
    return _entry(entry, _known(session, [entry]), printed=row.format == "text"), row


def came_from(session: Session, source_id: int) -> tuple[CameFrom, ...]:
    """Return the entries of lists that name a source, the latest first, at most a stretch."""
    rows = session.exec(
        select(ImportedEntry, ListImport.name, ListImport.by, ListImport.at)
        .join(ListImport, col(ListImport.id) == col(ImportedEntry.import_id))
        .where(ImportedEntry.source_id == source_id, ListImport.state == "imported")
        .order_by(col(ImportedEntry.id).desc())
        .limit(PER_STRETCH)
    )
    return tuple(CameFrom(row.import_id, name, by, at, row.line, row.raw) for row, name, by, at in rows)


def _left_out(session: Session, import_id: int) -> int:
    """Return how many entries of a draft are not wanted."""
    rows = session.exec(select(ImportedEntry.facts).where(ImportedEntry.import_id == import_id))
    return sum("left_out" in facts for facts in rows)


def _known(session: Session, entries: Sequence[ImportedEntry]) -> dict[str, str]:
    """Return key and title of the stored sources that these entries name."""
    keys = {entry.facts.get(name, "") for entry in entries for name in ("key", "double_key")}
    rows = session.exec(select(Source.key, Source.title).where(col(Source.key).in_(sorted(keys))))
    return dict(rows.all())


def _entry(entry: ImportedEntry, known: dict[str, str], *, printed: bool) -> EntrySeen:
    facts = entry.facts
    key, twin = facts.get("key", ""), facts.get("double_key", "")
    return EntrySeen(
        id=entry.id or 0,
        position=entry.position,
        line=entry.line,
        raw=entry.raw,
        outcome=entry.outcome,
        title=facts.get("title", ""),
        key=key if key in known else "",
        why=entry.why,
        facts=facts,
        remarks=tuple(_remark(one) for one in entry.remarks),
        twin=(twin if twin in known else "", facts.get("double_title", "")),
        reasons=tuple(reason for reason in facts.get("reasons", "").split(",") if reason),
        fields=read_fields(entry.raw) if printed and entry.outcome != "problem" else (),
        wanted="left_out" not in facts,
    )


def _remark(stored: dict[str, Any]) -> tuple[str, dict[str, str], str]:
    return str(stored["why"]), dict(stored["facts"]), str(stored["raw"])


def read_fields(raw: str) -> tuple[ReadField, ...]:
    """Return what is read out of a printed line, field by field; nothing of a sentence and of an unread line."""
    reading = read_line(raw)
    if not isinstance(reading, Reference):
        return ()
    sure = sureness(raw, reading)
    found = [(name, value) for name, value in fields(reading).items() if value and name != "kind"]
    return tuple(
        ReadField(_COLUMNS.get(name, name), _words(value), dated=name in _DATES, unsure=sure.get(name) is Sure.UNSURE)
        for name, value in found
    )


def _words(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
