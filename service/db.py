"""Engines and sessions: the only place that makes a session, for pages, commands and jobs alike.

SQLite is opened so that it behaves like a database with writers beside readers: write-ahead log, foreign keys on, and
``BEGIN IMMEDIATE`` for what writes. Whether the tables are those of this program is asked in ``service.schema``.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, event, make_url
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session, create_engine

from service.said import OperatorError

BUSY_MILLISECONDS = 10_000
"""How long a writer waits for another one on SQLite before it gives up."""

INSTALL_DRIVER = "python -m pip install 'leitstand[postgres]'"
"""The command that a message names where PostgreSQL's driver is missing."""

_RETRY_MILLISECONDS = 20
_SWITCHED = (("wal",), ("memory",))
_CONNECT_SECONDS = 5
_LOCK_SECONDS = 30
_LOCK_KEY = 0x1E1757A2D
_WRITES = "leitstand_writes"


class DriverMissingError(OperatorError):
    """The database's driver is not installed; the sentence names the command that installs it."""


def make_engine(address: str) -> Engine:
    """Return an engine for ``sqlite:///file`` or ``postgresql://host/name``; opens nothing yet.

    Raises DriverMissingError when PostgreSQL is asked for and its driver is not installed.
    """
    url = make_url(address)
    return _sqlite_engine(url) if url.get_backend_name() == "sqlite" else _postgres_engine(url)


class Sessions:
    """The sessions of one database. A session for reading cannot write, on either database."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(**{_WRITES: True})
        self._reading = engine
        if engine.dialect.name == "postgresql":
            self._reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that sees one moment of the database from its first question to its end."""
        with Session(self._reading, autoflush=False, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session that writes; commits when the block ends well, takes everything back when it raises.

        What was loaded stays readable afterwards. A block may commit in between, one source at a time.
        """
        with Session(self._writing, expire_on_commit=False) as session:
            yield session
            session.commit()

    def close(self) -> None:
        """Give back every connection that is not in use."""
        self.engine.dispose()


def open_sessions(address: str) -> Sessions:
    """Return the sessions of the database at ``address``; raises as make_engine does."""
    return Sessions(make_engine(address))


def _postgres_engine(url: URL) -> Engine:
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,  # a restarted server costs one reconnect, no failed request
            connect_args={"connect_timeout": _CONNECT_SECONDS},
        )
    except ModuleNotFoundError as error:
        raise DriverMissingError("operator.driver_missing", command=INSTALL_DRIVER) from error
    event.listen(engine, "begin", _begin_postgres)
    return engine


def _begin_postgres(connection: Connection) -> None:
    """Let one transaction write at a time, as on SQLite: two that add to the same tallies would wait for each other."""
    if connection.get_execution_options().get(_WRITES):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_LOCK_SECONDS}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK_KEY})")


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="sqlite+pysqlite"))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself; _begin_sqlite does
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    _switch_to_log(connection)
    connection.execute("PRAGMA synchronous = NORMAL")  # safe with a write-ahead log


def _switch_to_log(connection: sqlite3.Connection) -> None:
    """Switch a new file to its write-ahead log; SQLite does not wait by itself where two programs do so at once."""
    patience = BUSY_MILLISECONDS // _RETRY_MILLISECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() not in _SWITCHED:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            patience -= 1
            if patience < 0 or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_RETRY_MILLISECONDS / 1000)


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once where a session is for writing: two that read first and write later would collide."""
    writes = bool(connection.get_execution_options().get(_WRITES))
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
