"""All rows that hang on two sources: what a merge may change, and what an undo must find again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Table, and_, or_, select, update
from sqlmodel import Session, SQLModel

from citations.models import Event
from citations.queries.among import among
from citations.queries.tables import CITATION, DEADLINE, FLAG, LIKELY_DOUBLE, SEARCH, SOURCE, SUBJECT, VERSION
from service.acts.moved_rows import Rows, ids_where, rows_of

_KEPT = {"subject": ("deferred_until",), "deadline": ("about_version_id",)}
"""What an undo restores of rows that the ledger draws anew from the facts."""


ORDERED = "superseded_by_id"
"""Which version is newer follows from the versions there are; a version added since moves it and forbids nothing."""

_STAY = frozenset({"deadline", "merge", "likely_double", "source_version", "watch"})
"""Tables that name a source and do not simply follow it: drawn ones, the log of merges, what is judged one by one, and
the looks that are planned, which a settled source gets anew."""


def followers(of: Table, column: str) -> Iterator[Table]:
    """Yield the tables whose rows hang on a source or a version by a column: they follow it, whatever they are."""
    for table in SQLModel.metadata.sorted_tables:
        if table.name not in _STAY and column in table.c and table.c[column].references(of.c.id):
            yield table


@dataclass(frozen=True, slots=True)
class Reach:
    """The sources and what hangs on them: with the patient versions that take over what a guideline's state is."""

    sources: tuple[int, ...]
    versions: tuple[int, ...]
    citations: tuple[int, ...]


def reach_of(session: Session, one: int, other: int) -> Reach:
    """Return all that two sources reach: themselves, what was merged into them, and their patient versions."""
    both = (one, other)
    sources = ids_where(
        session,
        SOURCE,
        or_(SOURCE.c.id.in_(both), SOURCE.c.parent_id.in_(both), SOURCE.c.merged_into_id.in_(both)),
    )
    versions = ids_where(session, VERSION, among(VERSION.c.source_id, sources))
    merged = ids_where(session, VERSION, among(VERSION.c.merged_into_id, versions))
    several = tuple(sorted({*versions, *merged}))
    citations = ids_where(session, CITATION, among(CITATION.c.version_id, several))
    return Reach(tuple(sources), several, tuple(citations))


def order_of(session: Session, source_ids: Sequence[int]) -> dict[str, list[object]]:
    """Return the order of all versions of some sources, and what puts them in order, as JSON has it."""
    session.flush()
    columns = (VERSION.c[name] for name in ("source_id", "label", "as_of", "year", "form", "succeeds", ORDERED))
    rows = session.connection().execute(select(VERSION.c.id, *columns).where(among(VERSION.c.source_id, [*source_ids])))
    return {str(number): list(values) for number, *values in rows}


def rows_within(session: Session, reach: Reach) -> Rows:
    """Return every row a merge may change, as it is now."""
    session.flush()
    found = rows_of(session, SOURCE, reach.sources)
    found |= rows_of(session, VERSION, reach.versions)
    for of, column, ids in ((SOURCE, "source_id", reach.sources), (VERSION, "version_id", reach.versions)):
        for table in followers(of, column):
            found |= rows_of(session, table, ids_where(session, table, among(table.c[column], ids)))
    found |= rows_of(session, FLAG, ids_where(session, FLAG, among(FLAG.c.citation_key, reach.citations)))
    pairs = or_(among(LIKELY_DOUBLE.c.one_id, reach.sources), among(LIKELY_DOUBLE.c.other_id, reach.sources))
    found |= rows_of(session, LIKELY_DOUBLE, ids_where(session, LIKELY_DOUBLE, pairs))
    texts = and_(SEARCH.c.kind == "source", among(SEARCH.c.ref_id, reach.sources))
    found |= rows_of(session, SEARCH, ids_where(session, SEARCH, texts))
    about = ids_where(session, DEADLINE, among(DEADLINE.c.about_version_id, reach.versions))
    drawn = rows_of(session, SUBJECT, subjects_within(session, reach)) | rows_of(session, DEADLINE, about)
    return found | {key: {name: row[name] for name in _KEPT[key[0]]} for key, row in drawn.items()}


def subjects_within(session: Session, reach: Reach) -> Sequence[int]:
    """Return the subjects on the pages that cite the sources: their entries may wake or rest."""
    cited = select(CITATION.c.page_id).where(among(CITATION.c.id, reach.citations))
    own = select(CITATION.c.subject_id).where(among(CITATION.c.id, reach.citations))
    entries = and_(SUBJECT.c.page_id.in_(cited), SUBJECT.c.statement_id.is_(None))
    return ids_where(session, SUBJECT, or_(entries, SUBJECT.c.id.in_(own)))


def waiting_again(session: Session, event: Event, before: Rows) -> None:
    """Let wait what waited, unless the event brought something that whoever put it off has not seen (11)."""
    awake = select(FLAG.c.subject_id).where(FLAG.c.opened_event_id == event.id, FLAG.c.closed_at.is_(None))
    seen = {int(row[0]) for row in session.connection().execute(awake)}
    columns = rows_of(session, SUBJECT, [number for table, number in before if table == "subject"])
    for (table, number), row in before.items():
        if table != "subject" or not row["deferred_until"] or number in seen:
            continue
        if columns[table, number]["deferred_until"] is None:
            until = SUBJECT.c.deferred_until.type.python_type.fromisoformat(row["deferred_until"])
            session.connection().execute(update(SUBJECT).where(SUBJECT.c.id == number).values(deferred_until=until))
