"""What happened to a thing: events and reviews in one line of time, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, func, select

from citations.models import Event, Flag, Review, Source, SourceVersion
from citations.stored import short_name

_BINDINGS = frozenset({"bind", "unbind"})
MOST = 100
"""Rows that a page shows; older ones stay in the log."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value before and after, as the log keeps it; lists and numbers are text by now."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Who did what, when, and what was before. ``decision`` is "" for everything but a review."""

    at: datetime
    by: str
    act: str
    changes: tuple[Change, ...] = ()
    decision: str = ""
    because: str = ""
    note: str = ""
    until: date | None = None
    closed: int = 0


def history(session: Session, abouts: Sequence[str], subject_id: int | None = None) -> list[Happening]:
    """Return what was logged about these things, and the reviews of a subject, newest first, in four questions.

    The log also notes each review; it is shown once, with its decision.
    """
    events = session.exec(
        select(Event).where(col(Event.about).in_(list(abouts))).order_by(col(Event.id).desc()).limit(MOST)
    ).all()
    found = happenings(session, [event for event in events if event.act != "review" or subject_id is None])
    if subject_id is not None:
        found += _reviews(session, subject_id)
    return sorted(found, key=lambda one: one.at, reverse=True)[:MOST]


def happenings(session: Session, events: Sequence[Event]) -> list[Happening]:
    """Return logged events in their order with the values that differ, in one question."""
    names = _version_names(session, events)
    return [_happening(event, names) for event in events]


def _reviews(session: Session, subject_id: int) -> list[Happening]:
    """Return the reviews of a subject with the number of flags each closed."""
    rows = session.exec(
        select(Review).where(Review.subject_id == subject_id).order_by(col(Review.id).desc()).limit(MOST)
    ).all()
    counted = (
        select(Flag.closed_review_id, func.count())
        .where(Flag.subject_id == subject_id, col(Flag.closed_review_id).is_not(None))
        .group_by(col(Flag.closed_review_id))
    )
    closed = dict(session.exec(counted).all())
    return [
        Happening(
            at=row.at,
            by=row.by,
            act="review",
            decision=row.decision.value,
            because=row.because.value if row.because else "",
            note=row.note,
            until=row.until,
            closed=closed.get(row.id, 0),
        )
        for row in rows
    ]


def _version_names(session: Session, events: Sequence[Event]) -> dict[int, str]:
    """Return the names of the versions that bindings speak of by number."""
    logged = [(event, values) for event in events for values in (event.before, event.after)]
    values = {number for event, one in logged for number in _numbers(event, one)}
    rows = session.exec(
        select(SourceVersion, Source)
        .join(Source, col(Source.id) == col(SourceVersion.source_id))
        .where(col(SourceVersion.id).in_(sorted(values)))
    )
    return {version.id or 0: short_name(version, source.key, source.title) for version, source in rows}


def _numbers(event: Event, logged: dict[str, object]) -> list[int]:
    """Return the versions that one logged value of a binding names."""
    number = logged.get("version")
    return [number] if event.act in _BINDINGS and isinstance(number, int) else []


def _happening(event: Event, names: dict[int, str]) -> Happening:
    """Return one event with the values that differ."""
    before, after = (_named(event, logged, names) for logged in (event.before, event.after))
    changes = tuple(
        Change(name, _written(before.get(name)), _written(after.get(name)))
        for name in [*after, *(name for name in before if name not in after)]
        if before.get(name) != after.get(name)
    )
    return Happening(event.at, event.by, event.act, changes)


def _named(event: Event, logged: dict[str, object], names: dict[int, str]) -> dict[str, object]:
    """Return logged values with versions by name and lists of row numbers as their count."""
    told: dict[str, object] = {name: len(value) if isinstance(value, list) else value for name, value in logged.items()}
    for number in _numbers(event, logged):
        told["version"] = names.get(number, str(number))
    return told


def _written(value: object) -> str:
    """Return a logged value as text, "" for none."""
    return "" if value is None else str(value)
