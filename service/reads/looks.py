"""How the looks at the registries go: last success, failures in a row, what is due, what a person must look at.

A registry, or the timetable, that is silent for too long is an alarm: then nobody knows what has changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, case, func
from sqlalchemy import select as plain_select
from sqlmodel import Session, col, select

from citations.models import JobRun, Source, Visit, Watch
from citations.models.running import Outcome
from jobs.ledger import Moment
from jobs.watchers import WATCHERS
from service.reads.board import SWEEP
from service.reads.budgets import Budget, budgets
from service.reads.unchecked import interval
from service.reads.unnamed import Unnamed, unnamed
from service.reads.unseen import Unseen, unseen_since

MOST = 100
"""Reminders that the page shows at once; the rest is counted."""

SILENT_INTERVALS = 2
"""A registry that was not seen for so many of its intervals is silent."""

SILENT_SWEEP_DAYS = 1
"""A timetable whose last sweep is of an older day than so many days ago is silent."""

_JOBS_DAYS = 14


@dataclass(frozen=True, slots=True)
class Registry:
    """How one registry stands. ``sources`` are those a program looks at, ``hand`` those a person looks at.

    ``failures`` counts looks since the last good one that got no answer, the first of them at ``failing_since``.
    ``answered`` says whether there was any answer, if only that a source is not known there. ``silent_since`` is set
    where nothing was seen there for too long, such answers included: since then nobody knows.
    """

    slug: str
    every_days: int
    sources: int
    hand: int
    due: int
    hand_due: int
    next_look_at: datetime | None
    last_good_at: datetime | None
    answered: bool
    failures: int
    failing_since: datetime | None
    silent_since: datetime | None
    last_failure_id: int


@dataclass(frozen=True, slots=True)
class Health:
    """The registries by name, and the day of the last finished sweep (None: there was none)."""

    registries: tuple[Registry, ...]
    swept: date | None
    sweep_silent: bool

    @property
    def silent(self) -> tuple[Registry, ...]:
        """Registries that are silent for too long."""
        return tuple(one for one in self.registries if one.silent_since is not None)

    @property
    def watching(self) -> bool:
        """Whether there is any source to look at."""
        return bool(self.registries)

    @property
    def hand_due(self) -> int:
        """How many sources a person should look at now."""
        return sum(one.hand_due for one in self.registries)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A source that a person should look at: the address to open, since when, and when it was seen last."""

    watch_id: int
    registry: str
    source_key: str
    title: str
    kind: str
    url: str
    due_at: datetime
    last_good_at: datetime | None


@dataclass(frozen=True, slots=True)
class LooksSeen:
    """Everything the page of looks shows.

    ``failures`` is the last look at a registry that got no answer, ``budgets`` the hosts of the registries that look at
    anything and those called today, ``jobs`` the last run of each job, ``unnamed``
    medicines without a substance (at most ``MOST``).
    """

    health: Health
    failures: dict[str, Visit]
    reminders: tuple[Reminder, ...]
    budgets: tuple[Budget, ...]
    jobs: tuple[JobRun, ...]
    unnamed: tuple[Unnamed, ...]


def health(session: Session, at: Moment) -> Health:
    """Return how the looks go, in three questions whatever is stored."""
    counted = _counted(session, at.now)
    goods = {slug: rows.last_good_at for slug, rows in counted.items()}
    failed = unseen_since(session, goods)
    swept = session.exec(
        select(col(JobRun.day))
        .where(JobRun.job == SWEEP, JobRun.outcome == Outcome.DONE)
        .order_by(col(JobRun.day).desc())
        .limit(1)
    ).first()
    silent = swept is None or (at.today - swept).days > SILENT_SWEEP_DAYS
    rows = tuple(_registry(one, failed.get(slug), at.now) for slug, one in sorted(counted.items()))
    return Health(rows, swept, silent)


def seen_looks(session: Session, at: Moment, bases: Mapping[str, str]) -> LooksSeen:
    """Return the page of looks, in eight questions whatever is stored; ``bases`` are the registries' addresses."""
    found = health(session, at)
    runs = session.exec(
        select(JobRun).where(JobRun.day > at.today - timedelta(days=_JOBS_DAYS)).order_by(col(JobRun.day).desc())
    ).all()
    last = {run.job: run for run in reversed(runs)}
    return LooksSeen(
        found,
        _last_failures(session, found),
        _reminders(session, at.now),
        budgets(session, at.now, {one.slug for one in found.registries if one.sources}, bases),
        tuple(last[name] for name in sorted(last)),
        unnamed(session, MOST),
    )


@dataclass(slots=True)
class _Counts:
    """What the rows of one registry add up to."""

    slug: str
    sources: int = 0
    hand: int = 0
    due: int = 0
    hand_due: int = 0
    next_look_at: datetime | None = None
    first_due: datetime | None = None
    last_good_at: datetime | None = None


def _counted(session: Session, now: datetime) -> dict[str, _Counts]:
    """Return the rows of each registry added up: one question, one row per registry and hand.

    Searches for sources that a registry knows no key of are none of its looks.
    """
    due: ColumnElement[bool] = col(Watch.next_look_at) <= now
    question = plain_select(
        col(Watch.watcher),
        col(Watch.by_hand),
        func.count(),
        func.sum(case((due, 1), else_=0)),
        func.min(case((~due, col(Watch.next_look_at)))),
        func.min(col(Watch.next_look_at)),
        func.max(col(Watch.last_good_at)),
    )
    question = question.where(col(Watch.key) != "").group_by(col(Watch.watcher), col(Watch.by_hand))
    found: dict[str, _Counts] = {}
    for slug, by_hand, n, due_n, following, first, good in session.execute(question):
        if slug not in WATCHERS:
            continue
        row = found.setdefault(slug, _Counts(slug))
        if by_hand:
            row.hand, row.hand_due = n, int(due_n)
        else:
            row.sources, row.due, row.next_look_at = n, int(due_n), following
            row.first_due, row.last_good_at = first, good
    return found


def _registry(counts: _Counts, failed: Unseen | None, now: datetime) -> Registry:
    """Return how one registry stands."""
    every = interval(counts.slug, by_hand=False)
    quiet_since = counts.last_good_at or (failed.quiet_since if failed else counts.first_due)
    silent = counts.sources > 0 and quiet_since is not None and now - quiet_since > SILENT_INTERVALS * every
    return Registry(
        slug=counts.slug,
        every_days=every.days,
        sources=counts.sources,
        hand=counts.hand,
        due=counts.due,
        hand_due=counts.hand_due,
        next_look_at=counts.next_look_at,
        last_good_at=counts.last_good_at,
        answered=counts.last_good_at is not None or bool(failed and failed.answers),
        failures=failed.n if failed else 0,
        failing_since=failed.since if failed else None,
        silent_since=quiet_since if silent else None,
        last_failure_id=(failed.last_id or 0) if failed else 0,
    )


def _last_failures(session: Session, found: Health) -> dict[str, Visit]:
    """Return the last look at each registry that got no answer."""
    ids = [one.last_failure_id for one in found.registries if one.last_failure_id]
    rows = session.exec(select(Visit).where(col(Visit.id).in_(ids)))
    return {row.watcher: row for row in rows}


def _reminders(session: Session, now: datetime) -> tuple[Reminder, ...]:
    """Return what a person should look at, the longest due first, in one question."""
    rows = session.exec(
        select(Watch, Source)
        .join(Source, col(Source.id) == col(Watch.source_id))
        .where(col(Watch.by_hand).is_(True), Watch.key != "", Watch.next_look_at <= now)
        .order_by(col(Watch.next_look_at), col(Watch.id))
        .limit(MOST)
    )
    return tuple(
        Reminder(
            watch_id=watch.id or 0,
            registry=watch.watcher,
            source_key=source.key,
            title=source.title,
            kind=source.kind.value,
            url=page_of(watch.watcher, watch.key) or source.homepage,
            due_at=watch.next_look_at,
            last_good_at=watch.last_good_at,
        )
        for watch, source in rows
    )


def page_of(registry: str, key: str) -> str:
    """Return where people read what a registry says of a key, "" for nowhere."""
    watcher = WATCHERS.get(registry)
    return watcher.page(key) if watcher else ""
