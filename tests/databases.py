"""Databases for tests: a test that asks for ``sessions`` runs on SQLite and on PostgreSQL, each time on empty tables.

The migrations run once per database system and run of the suite. A SQLite test gets a copy of the migrated file; the
PostgreSQL tests of one process share a database that is emptied after each.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from service.db import Sessions, open_sessions
from service.schema import migrate
from tests.servers import NO_POSTGRES, empty_tables, own_database, postgres_answers

SYSTEMS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a SQLite file with the program's tables, migrated once; copy it, never write to it."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    migrate(f"sqlite:///{path}")
    return path


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


_opened = cache(open_sessions)
"""Opened once in a process: what was compiled for the questions of one test serves the next."""


@pytest.fixture
def sessions(database_url: str) -> Iterator[Sessions]:
    """Return the sessions of a migrated, empty database, on each system in turn."""
    yield _opened(database_url)
    _opened(database_url).close()


@pytest.fixture
def sqlite_sessions(sqlite_database: str) -> Iterator[Sessions]:
    """Return the sessions of a migrated, empty SQLite file, for tests that no database makes a difference to."""
    yield _opened(sqlite_database)
    _opened(sqlite_database).close()


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
