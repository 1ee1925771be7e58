"""Databases for tests: a test that asks for ``sessions`` runs on SQLite and on PostgreSQL, each time on empty tables.

The migrations run once per database system and run of the suite. A SQLite test gets a copy of the migrated file; the
PostgreSQL tests of one process share a database that is emptied after each.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar, cast

import pytest
from sqlalchemy import Connection, event
from sqlmodel import Session

from service.db import Sessions, open_sessions
from service.schema import migrate
from tests.servers import NO_POSTGRES, empty_tables, own_database, postgres_answers

SYSTEMS = ("sqlite", "postgresql")
_ROOM = 2_000_000_000


@pytest.fixture(scope="session")
def migrated_file() -> Iterator[Path]:
    """Give a SQLite file with the program's tables, migrated once; copy it, never write to it."""
    with TemporaryDirectory(prefix="leitstand-tests-", dir=_memory()) as folder:
        path = Path(folder) / "migrated.db"
        migrate(f"sqlite:///{path}")
        yield path


def _memory() -> Path | None:
    """Return Linux's disk in memory, where no test waits for what it writes, if it has room; a container's is small."""
    disk = Path("/dev/shm")  # noqa: S108 - a folder of a random name is made in it
    return disk if os.access(disk, os.W_OK) and shutil.disk_usage(disk).free > _ROOM else None


@pytest.fixture(scope="session")
def migrated_postgres() -> Iterator[str]:
    """Return the address of a PostgreSQL database with the program's tables; skips when no server answers."""
    _need_postgres()
    with own_database() as address:
        migrate(address)
        yield address


@pytest.fixture
def sqlite_database(migrated_file: Path) -> str:
    """Return the address of a migrated, empty SQLite file; the tests of one process use the same name in turn."""
    folder = migrated_file.with_name("used")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "leitstand.db"
    shutil.copyfile(migrated_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_database(migrated_postgres: str) -> Iterator[str]:
    """Return the address of a migrated, empty PostgreSQL database; emptied again after the test."""
    yield migrated_postgres
    empty_tables(migrated_postgres)


@pytest.fixture(params=SYSTEMS)
def database_url(request: pytest.FixtureRequest) -> str:
    """Return the address of a migrated, empty database, on each system in turn."""
    name = "sqlite_database" if request.param == "sqlite" else "postgres_database"
    return str(request.getfixturevalue(name))


@pytest.fixture(params=SYSTEMS)
def bare_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a database without any table, on each system in turn; for tests of the migrations."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    _need_postgres()
    with own_database() as address:
        yield address


opened = cache(open_sessions)
"""Opened once in a process: what was compiled for the questions of one test serves the next."""


@pytest.fixture
def sessions(database_url: str) -> Iterator[Sessions]:
    """Return the sessions of a migrated, empty database, on each system in turn."""
    yield opened(database_url)
    opened(database_url).close()


@pytest.fixture
def sqlite_sessions(sqlite_database: str) -> Iterator[Sessions]:
    """Return the sessions of a migrated, empty SQLite file, for tests that no database makes a difference to."""
    yield opened(sqlite_database)
    opened(sqlite_database).close()


_Given = TypeVar("_Given")
_stocks: dict[Callable[[Session], Any], tuple[bytes, Any]] = {}


def stocked(sessions: Sessions, fill: Callable[[Session], _Given]) -> _Given:
    """Write into a migrated, empty database what ``fill`` writes, and return what it returned.

    On SQLite ``fill`` runs once in a process and every later test gets a copy of the file that it left. So it must be a
    function of a module, depend on its session alone, and return plain values: no row outlives the session.
    """
    path = sessions.engine.url.database
    if sessions.engine.dialect.name == "sqlite" and path and fill in _stocks:
        content, given = _stocks[fill]
        sessions.close()
        Path(path).write_bytes(content)
        return cast("_Given", given)
    with sessions.write() as session:
        given = fill(session)
    if sessions.engine.dialect.name == "sqlite" and path:
        sessions.close()  # the last connection takes the write-ahead log into the file
        _stocks[fill] = Path(path).read_bytes(), given
    return given


class Statements(list[str]):
    """The SQL statements that a block sent, without those that begin and end transactions."""


CountQueries = Callable[[Sessions], AbstractContextManager[Statements]]


@pytest.fixture
def count_queries() -> CountQueries:
    """Return a way to count what a block sends, used as a context manager over the sessions: ``len(sent)``."""
    return _counted


@contextmanager
def _counted(sessions: Sessions) -> Iterator[Statements]:
    sent = Statements()

    def note(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            sent.append(statement)

    with listening(sessions, "before_cursor_execute", note):
        yield sent


@contextmanager
def listening(sessions: Sessions, what: str, listener: Callable[..., object]) -> Iterator[None]:
    """Listen to an event of the engine for a block; the next test uses the same one."""
    event.listen(sessions.engine, what, listener)
    try:
        yield
    finally:
        event.remove(sessions.engine, what, listener)


def _need_postgres() -> None:
    if not postgres_answers():
        pytest.skip(NO_POSTGRES)
