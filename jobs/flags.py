"""Opens and closes flags over sets. Who asks, and what changed before, is the ledger's business."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Date, Table, Update, and_, bindparam, case, exists, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from citations.kinds import Clock, Reason
from citations.models import Event
from citations.policy import Policy
from citations.queries.among import IDS, among, numbers
from citations.queries.flags import COLUMNS, UNIQUE, opening
from citations.queries.tables import CITATION, DEADLINE, FLAG, SUBJECT
from citations.reasons import SUPERSEDED
from jobs.deadlines import CHUNK, Gone

Insert = postgresql.Insert | sqlite.Insert


def insert_into(dialect: str, table: Table) -> Insert:
    """Return an insert that knows ON CONFLICT, in the words of a database system."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def fire(session: Session, event: Event, today: date, policy: Policy, scopes: Sequence[str] | None = None) -> None:
    """Turn every deadline that is due into flags, in sets; only those of ``scopes`` if given.

    A flag that a changed fact had closed opens again if the fact holds again; one that a person's decision closed
    stays closed for ever (invariant 13).
    """
    opening, fired = _firing(session.connection().dialect.name, policy, chosen=scopes is not None)
    parts = [None] if scopes is None else [scopes[at : at + CHUNK] for at in range(0, len(scopes), CHUNK)]
    for part in parts:
        values = {"today_": today} | ({} if part is None else {"scopes_": list(part)})
        session.connection().execute(opening, values | {"event_": _number(event), "at_": event.at})
        session.connection().execute(fired, values)
    _end_deferrals(session, event)


def _end_deferrals(session: Session, event: Event) -> None:
    """Wake what waits where an event opened a flag: whoever put it off had not seen that (invariant 11)."""
    opened = select(FLAG.c.subject_id).where(FLAG.c.opened_event_id == _number(event))
    waiting = and_(SUBJECT.c.deferred_until.is_not(None), SUBJECT.c.id.in_(opened))
    session.connection().execute(update(SUBJECT).where(waiting).values(deferred_until=None))


def open_for_citations(session: Session, event: Event, today: date, policy: Policy, ids: Sequence[int]) -> None:
    """Open on new citations what has already fired for their version."""
    if ids:
        fired = and_(DEADLINE.c.fired_on.is_not(None), DEADLINE.c.due_on <= bindparam("today_", type_=Date))
        which = and_(fired, DEADLINE.c.version_id.is_not(None), among(CITATION.c.id))
        statement = _opening(session.connection().dialect.name, policy, which, wide=True)
        values = {"event_": _number(event), "at_": event.at, "today_": today, IDS: numbers(ids)}
        session.connection().execute(statement, values)
        _end_deferrals(session, event)


@lru_cache(maxsize=8)
def _firing(dialect: str, policy: Policy, *, chosen: bool) -> tuple[Insert, Update]:
    """Return what opens the flags of due deadlines, all or of chosen scopes, and what marks those as fired."""
    due = and_(DEADLINE.c.fired_on.is_(None), DEADLINE.c.due_on <= bindparam("today_", type_=Date))
    if chosen:
        due = and_(due, DEADLINE.c.scope.in_(bindparam("scopes_", expanding=True)))
    marked = update(DEADLINE).where(due).values(fired_on=bindparam("today_", type_=Date))
    return _opening(dialect, policy, due), marked


def _opening(dialect: str, policy: Policy, which: ColumnElement[bool], *, wide: bool = False) -> Insert:
    """Return what inserts the flags that ``which`` gives and opens again those that only a fact had closed.

    One that is open already says from now on what its deadline says.
    """
    statement = insert_into(dialect, FLAG).from_select(COLUMNS, opening(policy, which, wide=wide))
    again: dict[str, Any] = {
        "closed_at": None,
        "closed_event_id": None,
        "opened_event_id": case(
            (FLAG.c.closed_at.is_(None), FLAG.c.opened_event_id), else_=statement.excluded.opened_event_id
        ),
        "facts": statement.excluded.facts,
        "severity": statement.excluded.severity,
    }
    undecided = FLAG.c.closed_review_id.is_(None)
    return statement.on_conflict_do_update(index_elements=UNIQUE, set_=again, where=undecided)


def close_gone(session: Session, event: Event, gone: Sequence[Gone], turned: Sequence[int]) -> None:
    """Close the flags of deadlines that no longer hold: a fact changed, nobody reviewed.

    An access closes every flag that asked for one up to its day, and none that became due later (invariant 8). What
    ``jobs.turning`` has turned or closed on citations with marks stays as it is.
    """
    for one in gone:
        if Reason(one.reason) in SUPERSEDED and not one.evidence and one.scope.citation_id is not None:
            continue  # a citation whose own marks ceased to count has been turned
        day = FLAG.c.trigger_day == one.due_on if one.accessed is None else FLAG.c.trigger_day <= one.accessed
        told = (FLAG.c.reason == Reason(one.reason), FLAG.c.evidence == one.evidence)
        same = and_(FLAG.c.clock == Clock(one.clock), day, *told)
        _close(session, event, event.at, and_(same, _within(one, turned)))


def close_of_citations(session: Session, event: Event, ids: Sequence[int]) -> None:
    """Close every open flag of citations that have ended."""
    if ids:
        _close(session, event, event.at, among(FLAG.c.citation_key, ids))


def _within(one: Gone, turned: Sequence[int]) -> ColumnElement[bool]:
    """Return which flags stem from the scope of a deadline."""
    scope = one.scope
    if scope.subject_id is not None:
        return and_(FLAG.c.subject_id == scope.subject_id, FLAG.c.citation_key == 0)
    if scope.citation_id is not None:
        return FLAG.c.citation_key == scope.citation_id
    cited = select(CITATION.c.id).where(CITATION.c.version_id == scope.version_id)
    if Reason(one.reason) in SUPERSEDED and not one.evidence:
        own = (DEADLINE.c.citation_id == CITATION.c.id, DEADLINE.c.reason.in_(SUPERSEDED), DEADLINE.c.evidence == "")
        cited = cited.where(~exists().where(*own))  # what its own marks say of a citation is no matter of the version
        cited = cited.where(~among(CITATION.c.id, turned))
    if scope.page_id is not None:
        cited = cited.where(CITATION.c.page_id == scope.page_id)
    return FLAG.c.citation_key.in_(cited)


def _close(session: Session, event: Event, at: datetime, which: ColumnElement[bool]) -> None:
    """Close open flags and name the event."""
    session.connection().execute(
        update(FLAG).where(FLAG.c.closed_at.is_(None), which).values(closed_at=at, closed_event_id=_number(event))
    )


def touched_by(session: Session, event: Event) -> list[int]:
    """Return the subjects whose flags an event opened or closed."""
    number = _number(event)
    which = or_(FLAG.c.opened_event_id == number, FLAG.c.closed_event_id == number)
    return [int(row[0]) for row in session.connection().execute(select(FLAG.c.subject_id).where(which).distinct())]


def _number(event: Event) -> int:
    """Return the id of an event that has been written."""
    if event.id is None:
        raise UnwrittenEventError(event.act)
    return event.id


class UnwrittenEventError(RuntimeError):
    """An event was used before it was flushed: its flags could not name it."""
