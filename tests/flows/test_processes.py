"""Programs beside each other: two services, a scheduler beside two webs, stops, a taken port, catching up."""

import json
import shutil
import signal
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import ColumnElement, select
from sqlmodel import col
from sqlmodel import select as find

from citations.models.running import JobRun, Outcome
from citations.queries.tables import FLAG, SUBJECT
from jobs.running import Runner, run_if_due
from jobs.scheduler import TIMETABLE, Timing, start
from service.db import Sessions, open_sessions
from tests.clocks import NOON, HandClock
from tests.factories import PAGE, bring_in, moment
from tests.leitstand import hand_in, leitstand, service, surroundings
from tests.processes import MUST_END_SECONDS, started, stop
from tests.recount import assert_whole
from tests.waiting import until

BERLIN = ZoneInfo("Europe/Berlin")
WEB = ("web", "--port", "0")
SWEPT = ("sweep_deadlines", Outcome.DONE)


def runs(address: str) -> list[tuple[str, Outcome]]:
    """Return which jobs ran and how they ended."""
    sessions = open_sessions(address)
    with sessions.read() as session:
        found = [(row.job, row.outcome) for row in session.exec(find(JobRun).order_by(col(JobRun.id)))]
    sessions.close()
    return found


@pytest.mark.slow
def test_two_services_on_one_database_serve_the_same_pages_and_sweep_once(database_url: str, tmp_path: Path) -> None:
    environment = surroundings(database_url, tmp_path)
    with service(environment) as one, service(environment) as two:
        with one.visitor() as here, two.visitor() as there:
            assert hand_in(here, PAGE, "https://www.example.org/eins").status_code == 303
            assert hand_in(there, PAGE, "https://www.example.org/zwei").status_code == 303
            listed = [visitor.get("/pages").text for visitor in (here, there)]
            assert all("example.org/eins" in page and "example.org/zwei" in page for page in listed)
        until(lambda: runs(database_url).count(SWEPT) == 1, "the sweep of the day")
        ends = [stop(running.process) for running in (one, two)]
    assert [code for code, _, _ in ends] == [0, 0]
    assert max(seconds for _, seconds, _ in ends) < MUST_END_SECONDS
    assert assert_whole(database_url)["page"] == 2


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_scheduler_beside_two_webs_ends_like_them_within_five_seconds(
    postgres_database: str, tmp_path: Path, number: int
) -> None:
    environment = surroundings(postgres_database, tmp_path)
    with ExitStack() as stack:
        webs = [stack.enter_context(service(environment, *WEB)) for _ in range(2)]
        timetable = stack.enter_context(started("service", "scheduler", environment=environment))
        until(lambda: runs(postgres_database).count(SWEPT) == 1, "the sweep of the day")
        for web in webs:
            with web.visitor() as visitor:
                assert visitor.get("/health").json()["scheduler_silent_days"] == 0
        ends = [stop(process, number) for process in (timetable, *(web.process for web in webs))]
    assert [code for code, _, _ in ends] == [0, 0, 0]
    assert max(seconds for _, seconds, _ in ends) < MUST_END_SECONDS


@pytest.mark.slow
def test_a_port_that_is_taken_ends_the_second_program_with_a_sentence(sqlite_database: str, tmp_path: Path) -> None:
    environment = surroundings(sqlite_database, tmp_path)
    with service(environment) as first:
        port = first.url.rpartition(":")[2]
        for command in ("serve", "web"):
            ended = leitstand(environment, command, "--port", port)
            assert (ended.code, len(ended.stderr.splitlines())) == (1, 1)
            assert f"Port {port} auf 127.0.0.1 ist von einem anderen Programm belegt." in ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize("host", ["kein.rechner.invalid", "192.0.2.1"])
def test_an_address_of_another_machine_is_refused_with_a_sentence(
    sqlite_database: str, tmp_path: Path, host: str
) -> None:
    ended = leitstand(surroundings(sqlite_database, tmp_path), "web", "--host", host, "--port", "0")
    assert (ended.code, len(ended.stderr.splitlines())) == (1, 1)
    assert f"„{host}“ gehört nicht zu dieser Maschine" in ended.stderr


@pytest.mark.slow
def test_a_page_handed_in_by_one_program_is_due_in_the_other(database_url: str, tmp_path: Path) -> None:
    environment = surroundings(database_url, tmp_path)
    with service(environment, *WEB) as served, served.visitor() as visitor:
        assert hand_in(visitor, PAGE).status_code == 303
        listed = json.loads(leitstand(environment, "due", "--json", "--today", "2026-11-20").stdout)
    assert {row["reason"] for row in listed} >= {"access_stale", "reassess_due"}


def flags(sessions: Sessions) -> Sequence[object]:
    """Return every flag ever opened and every place in the queue, without when the program happened to look."""
    columns: tuple[ColumnElement[Any], ...] = (
        FLAG.c.subject_id,
        FLAG.c.citation_key,
        FLAG.c.reason,
        FLAG.c.trigger_day,
        FLAG.c.closed_at.is_(None),
    )
    places: tuple[ColumnElement[Any], ...] = (
        SUBJECT.c.id,
        SUBJECT.c.points,
        SUBJECT.c.band,
        SUBJECT.c.reason,
        SUBJECT.c.since,
    )
    with sessions.read() as session:
        connection = session.connection()
        opened = connection.execute(select(*columns).order_by(*columns[:4])).all()
        return [*opened, *connection.execute(select(*places).order_by(SUBJECT.c.id)).all()]


def test_three_weeks_of_silence_are_caught_up_in_one_run_with_the_flags_of_daily_ones(
    migrated_file: Path, tmp_path: Path
) -> None:
    daily, silent = (open_sessions(f"sqlite:///{tmp_path / name}.db") for name in ("daily", "silent"))
    for sessions in (daily, silent):
        shutil.copyfile(migrated_file, str(sessions.engine.url.database))
        with sessions.write() as session:
            bring_in(session, when=moment("2026-02-20"))
    clock = HandClock(NOON.replace(month=2, day=20))
    before = flags(silent)
    for _ in range(21):
        clock.move(days=1)
        run_if_due(Runner(daily, clock, BERLIN, 5, "daily"), TIMETABLE[0])
    caught_up = start(silent, Timing(clock, BERLIN, 5))
    until(partial(done, silent), "the sweep that catches up")
    caught_up.request_stop()
    assert caught_up.wait(MUST_END_SECONDS)
    assert flags(silent) == flags(daily) != before
    with silent.read() as session:
        day = NOON.replace(month=2, day=20).date() + timedelta(days=21)
        assert set(session.exec(find(col(JobRun.day)))) == {day}
    for sessions in (daily, silent):
        sessions.close()
        assert_whole(str(sessions.engine.url))


def done(sessions: Sessions) -> bool:
    """Say whether a job has ended."""
    with sessions.read() as session:
        return Outcome.DONE in session.exec(find(JobRun.outcome)).all()
