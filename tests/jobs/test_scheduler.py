"""The timetable kept by threads and by processes: started late, started twice, told to stop."""

import signal
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session, select

from citations.models.running import JobRun, Outcome
from jobs.running import Job, Round
from jobs.scheduler import TIMETABLE, Timing, start
from service.db import Sessions
from tests.clocks import HandClock
from tests.processes import MUST_END_SECONDS, line, started, stop

TIMING = Timing(HandClock(), ZoneInfo("Europe/Berlin"), 5)
PATIENCE = 20


def test_the_timetable_names_each_job_once() -> None:
    names = [job.name for job in TIMETABLE]
    assert len(set(names)) == len(names)
    assert "sweep_deadlines" in names


def test_no_job_stands_in_the_hour_of_the_clock_change() -> None:
    assert all(job.hour != 2 for job in TIMETABLE)


def test_what_was_missed_is_caught_up_at_the_start(sessions: Sessions) -> None:
    ran = Event()

    def work(_session: Session, _today: date, _now: datetime) -> None:
        ran.set()

    running = start(sessions, TIMING, (Job("test", work),))
    assert ran.wait(PATIENCE)
    running.request_stop()
    assert running.wait(PATIENCE)


def test_a_stop_while_rounds_are_still_being_begun_breaks_no_thread(sqlite_sessions: Sessions) -> None:
    ran = Event()

    def work(_sessions: object, _stops: Callable[[], bool]) -> None:
        ran.set()

    for _ in range(5):  # a thread that breaks fails the test; which moment the stop meets is luck
        ran.clear()
        running = start(sqlite_sessions, TIMING, tuple(Round(f"test {number}", work) for number in range(100)))
        assert ran.wait(PATIENCE)
        running.request_stop()
        assert running.wait(PATIENCE)


def test_a_second_start_on_the_same_day_does_nothing(sessions: Sessions) -> None:
    calls: list[date] = []
    second = Event()

    def work(_session: Session, today: date, _now: datetime) -> None:
        calls.append(today)

    def last(_session: Session, _today: date, _now: datetime) -> None:
        second.set()

    for name in ("first", "second"):
        second.clear()
        running = start(sessions, TIMING, (Job("test", work), Job(name, last)))
        assert second.wait(PATIENCE)
        running.request_stop()
        assert running.wait(PATIENCE)
    assert len(calls) == 1


def test_a_job_at_work_is_waited_for(sessions: Sessions) -> None:
    begun, go_on = Event(), Event()

    def work(_session: Session, _today: date, _now: datetime) -> None:
        begun.set()
        go_on.wait(PATIENCE)

    running = start(sessions, TIMING, (Job("test", work),))
    assert begun.wait(PATIENCE)
    running.request_stop()
    assert not running.wait(0)
    go_on.set()
    assert running.wait(PATIENCE)
    with sessions.read() as session:
        assert session.exec(select(JobRun.outcome)).one() is Outcome.DONE


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_scheduler_that_is_told_to_stop_ends_at_once_with_0(database_url: str, number: int) -> None:
    with started("tests.programs.timetable", database_url, "quick") as process:
        assert [line(process), line(process)] == ["ran for 2026-11-20", "turn over"]
        code, seconds, printed = stop(process, number)
    assert (code, printed) == (0, "finished\n")
    assert seconds < MUST_END_SECONDS


@pytest.mark.slow
def test_a_job_that_does_not_end_is_cut_off_within_five_seconds(sqlite_database: str) -> None:
    with started("tests.programs.timetable", sqlite_database, "endless") as process:
        assert line(process) == "ran and does not end"
        code, seconds, printed = stop(process)
    assert code == 0
    assert seconds < MUST_END_SECONDS
    assert "stopped in the middle of work" in printed


@pytest.mark.slow
def test_two_schedulers_by_mistake_do_a_job_once(database_url: str) -> None:
    program = ("tests.programs.timetable", database_url, "quick")
    with started(*program) as one, started(*program) as other:
        printed = [text for process in (one, other) for text in iter(partial(line, process), "turn over")]
        for process in (one, other):
            stop(process)
    assert printed == ["ran for 2026-11-20"]
