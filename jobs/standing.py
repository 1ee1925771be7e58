"""Brings subjects up to date: worst flag, points, due day, and the tallies that the board reads."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy import literal_column, select, update
from sqlmodel import Session

from citations.policy import Policy
from citations.queries import standing, tallies
from citations.queries.among import IDS, among, numbers
from citations.queries.tables import SUBJECT, TALLY
from jobs.flags import Insert, insert_into

CHUNK = 5000
_SCORED = ("band", "page")


def restand(session: Session, ids: Sequence[int], today: date, policy: Policy, *, due: bool = True) -> None:
    """Recompute these subjects as of a day; ``due`` False when no deadline changed (the sweep)."""
    numbers = sorted(set(ids))
    for start in range(0, len(numbers), CHUNK):
        _restand(session, numbers[start : start + CHUNK], today, policy, due=due)


def _restand(session: Session, ids: Sequence[int], today: date, policy: Policy, *, due: bool) -> None:
    """Recompute one chunk: take its old counts away, update, add the new ones."""
    connection = session.connection()
    dimensions = tallies.DIMENSIONS if due else _SCORED
    uncount(session, ids, dimensions)
    listed = {IDS: numbers(ids)}
    connection.execute(standing.score(policy), listed | standing.ladder_days(today, policy))
    if due:
        connection.execute(standing.due(), listed)
    count(session, ids, 1, dimensions)


def count(session: Session, ids: Sequence[int], sign: int, dimensions: tuple[str, ...] = tallies.DIMENSIONS) -> None:
    """Add the present counts of these subjects to the tallies, or take them away."""
    if ids:
        statement = _adding(session.connection().dialect.name, dimensions)
        session.connection().execute(statement, {IDS: numbers(ids), "sign": sign})


@lru_cache(maxsize=8)
def _adding(dialect: str, dimensions: tuple[str, ...]) -> Insert:
    """Return the statement that adds counts to the tallies."""
    rows = tallies.counts(dimensions).subquery("rows")
    # WHERE true keeps SQLite from reading ON CONFLICT as part of a join.
    chosen = select(rows).where(literal_column("1") == literal_column("1"))
    statement = insert_into(dialect, TALLY).from_select(["dimension", "key", "label", "n"], chosen)
    return statement.on_conflict_do_update(
        index_elements=["dimension", "key", "label"],
        set_={"n": TALLY.c.n + statement.excluded.n},
    )


def uncount(session: Session, ids: Sequence[int], dimensions: tuple[str, ...] = tallies.DIMENSIONS) -> None:
    """Take the present counts of these subjects away, before they change."""
    count(session, ids, -1, dimensions)


def activate(session: Session, ids: Sequence[int], *, active: bool) -> None:
    """Put subjects on the board and into the queue, or take them off, with their counts."""
    if not ids:
        return
    uncount(session, ids)
    session.connection().execute(update(SUBJECT).where(among(SUBJECT.c.id, ids)).values(active=active))
    count(session, ids, 1)


def with_points(session: Session) -> list[int]:
    """Return every subject that has a place in the queue."""
    rows = session.connection().execute(select(SUBJECT.c.id).where(SUBJECT.c.points.is_not(None)))
    return [int(row[0]) for row in rows]
