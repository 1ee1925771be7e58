"""Disk full or read-only, database locked or gone: a clear no, nothing half written, on it goes without a restart."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import httpx
import psycopg
import pytest
from sqlalchemy import create_engine, make_url

from tests.databases import listening
from tests.disks import fill, make_room, small_disk, write_protected
from tests.factories import PAGE, URL
from tests.gates import Gate, gate
from tests.leitstand import Service, hand_in, leitstand, service, surroundings
from tests.recount import assert_whole
from tests.waiting import until
from tests.web import LiveServer

pytestmark = pytest.mark.slow

LONG = "Behandlung\n" + "".join(f"Satz {number} über Ifosfamid.\n" for number in range(1500)) + PAGE
OTHER = "https://www.example.org/anderswo"


def page_of(answer: httpx.Response, status: int, words: str) -> None:
    """Check that an answer is a page in words with a status."""
    assert answer.status_code == status, answer.text
    assert words in answer.text
    assert "Traceback" not in answer.text


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of 3 MB with a database of its own."""
    with small_disk(tmp_path / "disk", 3000) as folder:
        assert leitstand(surroundings(f"sqlite:///{folder / 'a.db'}", folder), "migrate").code == 0
        yield folder


def test_a_full_disk_refuses_an_import_by_command_and_takes_it_when_there_is_room(disk: Path) -> None:
    address = f"sqlite:///{disk / 'a.db'}"
    environment = surroundings(address, disk)
    command = ("import-page", "-", "--url", URL)
    fill(disk, spare=120_000)
    refused = leitstand(environment, *command, given=LONG)
    assert refused.code == 1
    assert "Auf dem Datenträger ist kein Platz mehr." in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    make_room(disk)
    assert assert_whole(address)["page"] == 0
    assert leitstand(environment, *command, given=PAGE).code == 0
    assert assert_whole(address)["page"] == 1


def test_a_full_disk_refuses_an_import_by_browser_and_takes_it_without_a_restart(disk: Path) -> None:
    address = f"sqlite:///{disk / 'a.db'}"
    with service(surroundings(address, disk)) as served, served.visitor() as visitor:
        assert hand_in(visitor, PAGE, OTHER).status_code == 303
        fill(disk)
        page_of(hand_in(visitor, LONG), 503, "Auf dem Datenträger ist kein Platz mehr.")
        assert visitor.get("/queue").status_code == 200
        make_room(disk)
        assert hand_in(visitor, PAGE).status_code == 303
    assert assert_whole(address)["page"] == 2


def test_a_database_that_may_not_grow_refuses_an_import_and_takes_it_later(live_server: LiveServer) -> None:
    room = ["PRAGMA max_page_count = 1"]
    with (
        listening(live_server.sessions, "checkout", lambda connection, *_: connection.execute(room[0])),
        httpx.Client(base_url=live_server.url) as visitor,
    ):
        page_of(hand_in(visitor, LONG), 503, "Es ist nichts halb gespeichert")
        room[0] = "PRAGMA max_page_count = 1000000"
        assert hand_in(visitor, LONG).status_code == 303
    assert assert_whole(str(live_server.sessions.engine.url))["page"] == 1


def folder_of(address: str) -> Path:
    """Return the folder that the file of a SQLite database lies in."""
    return Path(str(make_url(address).database)).parent


def test_a_read_only_folder_is_named_by_commands_and_services_and_left_as_it_was(
    sqlite_database: str, tmp_path: Path
) -> None:
    environment = surroundings(sqlite_database, tmp_path / "data")
    with write_protected(folder_of(sqlite_database)):
        for words in (("import-page", "-", "--url", URL), ("due",)):
            ended = leitstand(environment, *words, given=PAGE)
            assert ended.code == 1
            assert sqlite_database in ended.stderr
            assert "Traceback" not in ended.stderr
        with service(environment) as served:
            assert served.url == ""
            assert served.process.wait() == 1
            assert "Traceback" not in "".join(served.said)
    assert leitstand(environment, "import-page", "-", "--url", URL, given=PAGE).code == 0


def test_a_folder_that_becomes_read_only_is_told_and_forgotten_without_a_restart(
    live_server: LiveServer,
) -> None:
    with httpx.Client(base_url=live_server.url) as visitor:
        assert visitor.get("/queue").status_code == 200
        with write_protected(folder_of(str(live_server.sessions.engine.url))):
            live_server.sessions.close()
            answer = hand_in(visitor, PAGE)
            assert answer.status_code == 503
            live_server.sessions.close()
        assert hand_in(visitor, PAGE).status_code == 303


def test_a_locked_database_is_told_when_the_patience_is_over(live_server: LiveServer) -> None:
    engine = live_server.sessions.engine
    other = create_engine(engine.url, isolation_level="AUTOCOMMIT").connect()
    with (
        listening(live_server.sessions, "checkout", lambda one, *_: one.execute("PRAGMA busy_timeout = 50")),
        httpx.Client(base_url=live_server.url) as visitor,
    ):
        other.exec_driver_sql("BEGIN IMMEDIATE")
        page_of(hand_in(visitor, PAGE), 503, "hält die Datenbank so lange besetzt")
        assert visitor.get("/queue").status_code == 200
        other.exec_driver_sql("ROLLBACK")
        assert hand_in(visitor, PAGE).status_code == 303
    other.close()
    other.engine.dispose()
    assert assert_whole(str(engine.url))["page"] == 1


def waiting(database: psycopg.Connection) -> list[int]:
    """Return the server's processes that wait for a lock of another one."""
    rows = database.execute(
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    return [row[0] for row in rows]


@pytest.fixture
def server(postgres_database: str) -> Iterator[psycopg.Connection]:
    """Return a connection of a test's own beside the program's."""
    with psycopg.connect(postgres_database, autocommit=True) as connection:
        yield connection


@pytest.fixture
def passage(postgres_database: str) -> Iterator[Gate]:
    """Return a gate between the program and PostgreSQL."""
    url = make_url(postgres_database)
    with gate(url.host or "127.0.0.1", url.port or 5432) as made:
        yield made


@pytest.fixture
def behind(passage: Gate, postgres_database: str, tmp_path: Path) -> Iterator[Service]:
    """Return a service whose way to PostgreSQL leads through the gate."""
    url = make_url(postgres_database).set(host="127.0.0.1", port=passage.port)
    with service(surroundings(url.render_as_string(hide_password=False), tmp_path)) as served:
        yield served


def _cut(server: psycopg.Connection, answer: Future[httpx.Response]) -> bool:
    """Cut every connection that waits at this moment, the timetable's too; say whether the answer is there."""
    for victim in waiting(server):
        server.execute("SELECT pg_terminate_backend(%s)", [victim])
    return answer.done()


def test_a_connection_cut_in_the_middle_of_an_import_leaves_nothing(
    behind: Service, server: psycopg.Connection, postgres_database: str
) -> None:
    with behind.visitor() as visitor, ThreadPoolExecutor(1) as pool:
        assert hand_in(visitor, PAGE, OTHER).status_code == 303
        with psycopg.connect(postgres_database) as other:
            other.execute("LOCK TABLE tally IN SHARE MODE")
            answer = pool.submit(hand_in, visitor, PAGE)
            until(lambda: _cut(server, answer), "the end of an import that waits for the tallies")
            page_of(answer.result(), 503, "Die Datenbank ist nicht erreichbar.")
        assert assert_whole(postgres_database)["page"] == 1
        assert hand_in(visitor, PAGE).status_code == 303
    assert assert_whole(postgres_database)["page"] == 2


def test_a_server_that_refuses_is_told_on_every_page_and_forgotten_without_a_restart(
    behind: Service, passage: Gate, postgres_database: str
) -> None:
    with behind.visitor() as visitor:
        assert visitor.get("/queue").status_code == 200
        passage.close()
        for address in ("/", "/queue", "/sources", "/pages", "/search?q=Sarkom"):
            page_of(visitor.get(address), 503, "Die Datenbank ist nicht erreichbar.")
        assert visitor.get("/health").status_code == 503
        passage.open()
        assert visitor.get("/health").status_code == 200
        assert hand_in(visitor, PAGE).status_code == 303
    assert assert_whole(postgres_database)["page"] == 1


def test_a_server_that_refuses_ends_a_command_with_a_sentence_that_keeps_the_password(
    passage: Gate, postgres_database: str, tmp_path: Path
) -> None:
    url = make_url(postgres_database).set(host="127.0.0.1", port=passage.port, password="geheim")  # noqa: S106 - to see that it is never shown
    environment = surroundings(url.render_as_string(hide_password=False), tmp_path)
    passage.close()
    for words in (("due",), ("migrate",), ("web", "--port", "0"), ("scheduler",)):
        ended = leitstand(environment, *words)
        assert ended.code == 1
        assert "Die Datenbank ist nicht erreichbar." in ended.stderr
        assert "Traceback" not in ended.stderr
        assert "geheim" not in ended.stderr
