"""Running one job for the day on which it is due, exactly once, whoever asks and however often. No timetable here."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Date, bindparam, text, update
from sqlmodel import Session, col, select

from citations.models.columns import UtcDateTime
from citations.models.running import JobRun, Outcome
from jobs.lease import lease
from jobs.sessions import Sessions

LEASE_SECONDS = 900
"""After this long a run that was cut off may be taken over by another program."""

_DETAIL_LENGTH = 2000
Result = TypeVar("Result")
_log = logging.getLogger("leitstand.jobs")

_CLAIM = text(
    "INSERT INTO job_run (job, day, owner, started_at, outcome, detail) "
    "VALUES (:job, :day, :owner, :now, 'running', '') "
    "ON CONFLICT (job, day) DO UPDATE SET owner = excluded.owner, started_at = excluded.started_at, "
    "finished_at = NULL, outcome = excluded.outcome, detail = '' WHERE job_run.outcome <> 'done'",
).bindparams(bindparam("now", type_=UtcDateTime), bindparam("day", type_=Date))


class TakenOverError(Exception):
    """Another program took this run over while it lasted; what it did is taken back."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job of the timetable: once a day at ``hour``, or at the operator's hour where that is None.

    ``run`` gets a session, the day and the moment; it neither commits nor asks a clock. What it returns is kept as
    text.
    """

    name: str
    run: Callable[[Session, date, datetime], object]
    hour: int | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """What is done at every full hour, with transactions of its own; ``run`` decides whether there is anything to do.

    It is told by a function when the program stops. What it leaves behind says what it did: it has no record.
    """

    name: str
    run: Callable[[Sessions, Callable[[], bool]], object]


@dataclass(frozen=True, slots=True)
class Runner:
    """Who runs jobs: the sessions, the clock, the zone in which days begin, the hour, and the name in the records."""

    sessions: Sessions
    clock: Callable[[], datetime]
    zone: ZoneInfo
    hour: int
    owner: str


def due_day(now: datetime, hour: int, zone: ZoneInfo) -> date:
    """Return the day of the last moment at which a job of ``hour`` was due."""
    local = now.astimezone(zone)
    return local.date() if local.hour >= hour else local.date() - timedelta(days=1)


def run_if_due(runner: Runner, job: Job) -> Outcome | None:
    """Run ``job`` unless it is done for the day it is due, or somebody else is at it; return how it ended, or None.

    What is due is read from the records, so a missed, doubled or late call changes nothing. A job that raises is
    taken back, logged, recorded as failed, and run again by the next call.
    """
    now = runner.clock()
    day = due_day(now, runner.hour if job.hour is None else job.hour, runner.zone)
    if _is_done(runner.sessions, job.name, day):
        return None
    with lease(runner.sessions, job.name, runner.owner, now, LEASE_SECONDS) as held:
        if not held or not _claim(runner, job.name, day, now):
            return None
        return _run(runner, job, day, now)


def outlive(call: Callable[[], Result], what: str) -> Result | Exception:
    """Return what a call gives, or what it raised, logged whole: the timetable outlives whatever a part of it does."""
    try:
        return call()
    except Exception as error:  # noqa: BLE001 - the one place that outlives everything; logged whole, told, retried
        _log.exception("%s failed; it is tried again at the next full hour", what)
        return error


def _run(runner: Runner, job: Job, day: date, now: datetime) -> Outcome:
    def work() -> object:
        with runner.sessions.write() as session:
            done = job.run(session, now.astimezone(runner.zone).date(), now)
            _finish(session, (job.name, day, runner.owner), str(done), runner.clock())
        return done

    result = outlive(work, f"job {job.name} of {day}")
    if isinstance(result, Exception):
        with runner.sessions.write() as session:
            detail = f"{type(result).__name__}: {result}"
            _record(session, (job.name, day, runner.owner), Outcome.FAILED, detail, runner.clock())
        return Outcome.FAILED
    _log.info("job %s of %s: %s", job.name, day, result)
    return Outcome.DONE


def _is_done(sessions: Sessions, name: str, day: date) -> bool:
    done = select(JobRun.id).where(JobRun.job == name, JobRun.day == day, JobRun.outcome == Outcome.DONE)
    with sessions.read() as session:
        return session.exec(done).first() is not None


def _claim(runner: Runner, name: str, day: date, now: datetime) -> bool:
    """Take the row of this job and day, unless it is done: the guard behind the lease."""
    values = {"job": name, "day": day, "owner": runner.owner, "now": now}
    with runner.sessions.write() as session:
        return session.connection().execute(_CLAIM, values).rowcount == 1


def _finish(session: Session, run: tuple[str, date, str], detail: str, now: datetime) -> None:
    if not _record(session, run, Outcome.DONE, detail, now):
        raise TakenOverError(f"{run[0]} of {run[1]}")


def _record(session: Session, run: tuple[str, date, str], outcome: Outcome, detail: str, now: datetime) -> bool:
    """Write how a run ended, in the transaction of what it did; return False when it is no longer ours."""
    job, day, owner = run
    ours = (col(JobRun.job) == job, col(JobRun.day) == day, col(JobRun.owner) == owner)
    running = col(JobRun.outcome) == Outcome.RUNNING
    values = {"outcome": outcome, "detail": detail[:_DETAIL_LENGTH], "finished_at": now}
    session.flush()  # what the job did and has not sent yet fails here, and not after the record
    return session.connection().execute(update(JobRun).where(*ours, running).values(values)).rowcount == 1
