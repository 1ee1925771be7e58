"""A job for a day: run once, caught up, taken back when it fails, tried again, never doubled."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Lock
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from citations.models.running import JobRun, Lease, Outcome
from jobs.running import Job, Runner, due_day, run_if_due
from service.db import Sessions
from tests.clocks import NOON, HandClock

BERLIN = ZoneInfo("Europe/Berlin")


class FaultError(Exception):
    """Raised by a job."""


class Work:
    """A job that writes one row each time it runs, and fails as often as it is told to."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.days: list[date] = []
        self._lock = Lock()

    def __call__(self, session: Session, today: date, now: datetime) -> str:
        with self._lock:
            self.days.append(today)
            failing = len(self.days) <= self.failures
        session.add(Lease(name=f"row {len(self.days)}", owner="work", until=now))
        session.flush()
        if failing:
            raise FaultError("the register is gone")
        return "3 flags"


def _runner(sessions: Sessions, clock: HandClock, owner: str = "one") -> Runner:
    return Runner(sessions, clock, BERLIN, 5, owner)


def _rows(sessions: Sessions) -> int:
    with sessions.read() as session:
        return len(session.exec(select(Lease).where(Lease.owner == "work")).all())


def _record(sessions: Sessions) -> JobRun:
    with sessions.read() as session:
        return session.exec(select(JobRun)).one()


def test_a_due_job_runs_and_is_recorded(sessions: Sessions) -> None:
    work = Work()
    assert run_if_due(_runner(sessions, HandClock()), Job("sweep", work)) is Outcome.DONE
    record = _record(sessions)
    assert (record.job, record.day, record.outcome, record.detail) == (
        "sweep",
        date(2026, 11, 20),
        Outcome.DONE,
        "3 flags",
    )
    assert record.started_at == record.finished_at == NOON
    assert _rows(sessions) == 1


def test_a_job_that_is_done_does_not_run_again_that_day(sessions: Sessions) -> None:
    work, clock = Work(), HandClock()
    for _ in range(3):
        run_if_due(_runner(sessions, clock), Job("sweep", work))
        clock.move(hours=1)
    assert len(work.days) == 1


def test_it_runs_again_when_its_hour_comes_the_next_day(sessions: Sessions) -> None:
    work, clock = Work(), HandClock()
    for _ in range(24):
        run_if_due(_runner(sessions, clock), Job("sweep", work))
        clock.move(hours=1)
    assert work.days == [date(2026, 11, 20), date(2026, 11, 21)]


def test_after_three_weeks_of_silence_it_runs_once_for_the_day_that_it_is(sessions: Sessions) -> None:
    work, clock = Work(), HandClock()
    run_if_due(_runner(sessions, clock), Job("sweep", work))
    clock.move(days=21)
    run_if_due(_runner(sessions, clock), Job("sweep", work))
    run_if_due(_runner(sessions, clock), Job("sweep", work))
    assert work.days == [date(2026, 11, 20), date(2026, 12, 11)]


def test_a_job_with_an_hour_of_its_own_waits_for_it(sessions: Sessions) -> None:
    work, clock = Work(), HandClock()
    run_if_due(_runner(sessions, clock), Job("digest", work, hour=15))
    assert _record(sessions).day == date(2026, 11, 19)


def test_a_job_that_raises_leaves_no_row_and_is_recorded_and_logged(
    sessions: Sessions, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        outcome = run_if_due(_runner(sessions, HandClock()), Job("sweep", Work(failures=1)))
    assert outcome is Outcome.FAILED
    assert _rows(sessions) == 0
    assert _record(sessions).detail == "FaultError: the register is gone"
    assert "Traceback" in caplog.text


def test_a_job_that_failed_is_tried_again_and_then_done(sessions: Sessions) -> None:
    work, runner = Work(failures=2), _runner(sessions, HandClock())
    outcomes = [run_if_due(runner, Job("sweep", work)) for _ in range(4)]
    assert outcomes == [Outcome.FAILED, Outcome.FAILED, Outcome.DONE, None]
    assert _rows(sessions) == 1


def test_a_run_that_was_cut_off_is_taken_over_when_its_lease_is_over(sessions: Sessions) -> None:
    clock, work = HandClock(), Work()
    with sessions.write() as session:
        session.add(Lease(name="sweep", owner="dead", until=NOON + timedelta(minutes=10)))
        session.add(JobRun(job="sweep", day=NOON.date(), owner="dead", started_at=NOON, outcome=Outcome.RUNNING))
    assert run_if_due(_runner(sessions, clock), Job("sweep", work)) is None
    clock.move(hours=1)
    assert run_if_due(_runner(sessions, clock), Job("sweep", work)) is Outcome.DONE


def test_a_run_that_was_taken_over_meanwhile_is_taken_back(sessions: Sessions) -> None:
    def robbed(session: Session, today: date, now: datetime) -> None:
        session.add(Lease(name=f"row of {today}", owner="work", until=now))
        session.exec(select(JobRun)).one().owner = "another"

    assert run_if_due(_runner(sessions, HandClock()), Job("sweep", robbed)) is Outcome.FAILED
    assert _rows(sessions) == 0


def test_schedulers_that_wake_at_once_do_the_job_once(sessions: Sessions) -> None:
    work, together = Work(), Barrier(6)

    def wake(number: int) -> Outcome | None:
        together.wait()
        return run_if_due(_runner(sessions, HandClock(), str(number)), Job("sweep", work))

    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(wake, range(6)))
    assert outcomes.count(Outcome.DONE) == 1
    assert outcomes.count(None) == 5
    assert len(work.days) == 1
    assert _rows(sessions) == 1


@pytest.mark.parametrize(
    "moment, day",
    [
        (datetime(2026, 11, 20, 3, 59, tzinfo=UTC), date(2026, 11, 19)),
        (datetime(2026, 11, 20, 4, 0, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2026, 3, 29, 2, 59, tzinfo=UTC), date(2026, 3, 28)),  # 04:59 in summer time, the night it begins
        (datetime(2026, 3, 29, 3, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 10, 25, 3, 59, tzinfo=UTC), date(2026, 10, 24)),  # 04:59 in winter time, the night it begins
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), date(2026, 12, 31)),
    ],
)
def test_a_job_is_due_at_its_hour_in_berlin(moment: datetime, day: date) -> None:
    assert due_day(moment, 5, BERLIN) == day


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)), st.integers(0, 23))  # noqa: DTZ001 - the strategy adds the zone
def test_later_moments_are_never_due_for_earlier_days(moment: datetime, hour: int) -> None:
    first = due_day(moment, hour, BERLIN)
    assert first <= due_day(moment + timedelta(hours=1), hour, BERLIN) <= first + timedelta(days=1)
