"""Programs killed in the middle of writing: the database is whole, and the same work goes through again."""

import signal
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import httpx
import psycopg
import pytest

from tests.factories import PAGE, URL
from tests.leitstand import hand_in, leitstand, service, surroundings
from tests.processes import started
from tests.recount import assert_whole
from tests.waiting import until

pytestmark = pytest.mark.slow

LONG = "Behandlung\n" + "".join(f"Satz {number} über Ifosfamid gilt seit 2024.\n" for number in range(5000)) + PAGE
IMPORT = ("import-page", "-", "--url", URL, "--today", "2025-03-05")
SWEEP = ("sweep", "--today", "2026-11-20")
_SPILLED = 200_000
"""A transaction of SQLite that has outgrown the memory writes ahead of its end: this much shows that it is at work."""

Killing = Callable[["subprocess.Popen[str]"], None]


@contextmanager
def in_the_middle(address: str) -> Iterator[Killing]:
    """Give a way to kill a program that has written and not yet committed."""
    if address.startswith("sqlite"):
        yield lambda process: _kill_at_work(process, Path(address.removeprefix("sqlite:///") + "-wal"))
        return
    connected = partial(psycopg.connect, address, autocommit=True)
    with connected() as watcher, connected() as other, other.transaction():
        other.execute("LOCK TABLE tally IN SHARE MODE")  # every act comes here last, after its own rows
        yield lambda process: _kill_waiting(process, watcher)


def _kill_at_work(process: "subprocess.Popen[str]", log: Path) -> None:
    before = log.stat().st_size if log.exists() else 0
    until(lambda: log.exists() and log.stat().st_size > before + _SPILLED, "a transaction that outgrows the memory")
    process.send_signal(signal.SIGSTOP)
    process.kill()
    process.wait()


def _kill_waiting(process: "subprocess.Popen[str]", watcher: psycopg.Connection) -> None:
    question = (
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' "
        "AND query LIKE '%tally%'"
    )
    until(lambda: watcher.execute(question).fetchall(), "a program that waits for the tallies")
    process.kill()
    process.wait()


def test_an_import_killed_in_the_middle_leaves_nothing_and_goes_through_again(
    database_url: str, tmp_path: Path
) -> None:
    environment = surroundings(database_url, tmp_path)
    page = tmp_path / "seite.txt"
    page.write_text(LONG, encoding="utf-8")
    words = ("import-page", str(page), *IMPORT[2:])
    with in_the_middle(database_url) as kill, started("service", *words, environment=environment) as process:
        kill(process)
    assert assert_whole(database_url) == {"page": 0, "revision": 0, "statement": 0, "subject": 0, "open": 0}
    assert leitstand(environment, *words).code == 0
    once = assert_whole(database_url)
    assert (once["page"], once["revision"]) == (1, 1)
    assert once["statement"] > 5000
    assert leitstand(environment, *words).code == 0
    assert assert_whole(database_url) == once


def test_a_sweep_killed_in_the_middle_is_done_whole_by_the_next(database_url: str, tmp_path: Path) -> None:
    environment = surroundings(database_url, tmp_path)
    assert leitstand(environment, *IMPORT, given=LONG).code == 0
    before = assert_whole(database_url)
    with in_the_middle(database_url) as kill, started("service", *SWEEP, environment=environment) as process:
        kill(process)
    assert assert_whole(database_url) == before
    assert leitstand(environment, *SWEEP).code == 0
    after = assert_whole(database_url)
    assert after["open"] > before["open"] + 5000
    assert leitstand(environment, *SWEEP).code == 0
    assert assert_whole(database_url) == after


def test_a_service_killed_during_an_import_leaves_nothing_and_takes_it_after_the_restart(
    database_url: str, tmp_path: Path
) -> None:
    environment = surroundings(database_url, tmp_path)
    with service(environment) as served, served.visitor() as visitor, ThreadPoolExecutor(1) as pool:
        assert hand_in(visitor, PAGE, "https://www.example.org/vorher").status_code == 303
        with in_the_middle(database_url) as kill:
            answer = pool.submit(_quietly, visitor)
            kill(served.process)
            assert answer.result() is None
    assert assert_whole(database_url)["page"] == 1
    with service(environment) as served, served.visitor() as visitor:
        for _ in range(2):
            assert hand_in(visitor, LONG).status_code == 303
    whole = assert_whole(database_url)
    assert (whole["page"], whole["revision"]) == (2, 2)


def _quietly(visitor: httpx.Client) -> httpx.Response | None:
    """Hand in a page to a service that will not answer any more."""
    with suppress(httpx.TransportError):
        return hand_in(visitor, LONG)
    return None
