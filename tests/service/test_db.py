"""Sessions: what reads cannot write, what writes commits whole or not at all, and writers wait for each other."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, InternalError, OperationalError
from sqlmodel import col, select

from citations.models import Tally
from citations.models.running import Lease
from service.db import Sessions, make_engine, open_sessions
from tests.databases import CountQueries

NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)


class StopError(Exception):
    """Raised in the middle of a block."""


def _names(sessions: Sessions) -> list[str]:
    with sessions.read() as session:
        return list(session.exec(select(Lease.name).order_by(col(Lease.name))))


def test_a_block_that_ends_well_is_kept(sessions: Sessions) -> None:
    with sessions.write() as session:
        session.add(Lease(name="a", owner="x", until=NOW))
    assert _names(sessions) == ["a"]


def test_a_block_that_raises_leaves_nothing(sessions: Sessions) -> None:
    with pytest.raises(StopError), sessions.write() as session:  # noqa: PT012 - the block is what is tested
        session.add(Lease(name="a", owner="x", until=NOW))
        session.flush()
        raise StopError
    assert _names(sessions) == []


def test_a_session_for_reading_cannot_write(sessions: Sessions) -> None:
    with sessions.read() as session, pytest.raises((OperationalError, InternalError)):
        session.execute(text("DELETE FROM lease"))


def test_a_connection_that_read_may_write_afterwards(sessions: Sessions) -> None:
    for name in ("a", "b"):
        _names(sessions)
        with sessions.write() as session:
            session.add(Lease(name=name, owner="x", until=NOW))
    assert _names(sessions) == ["a", "b"]


def test_a_session_for_reading_sees_one_moment(sessions: Sessions) -> None:
    with sessions.read() as session:
        before = session.exec(select(Lease.name)).all()
        with sessions.write() as other:
            other.add(Lease(name="a", owner="x", until=NOW))
        assert session.exec(select(Lease.name)).all() == before
    assert _names(sessions) == ["a"]


def test_what_was_written_stays_readable_after_the_commit(sessions: Sessions) -> None:
    with sessions.write() as session:
        lease = Lease(name="a", owner="x", until=NOW)
        session.add(lease)
    assert lease.owner == "x"


def test_foreign_keys_are_enforced(sessions: Sessions) -> None:
    with pytest.raises(IntegrityError), sessions.write() as session:
        session.execute(text("INSERT INTO identifier (scheme, value, source_id) VALUES ('doi', '10.1/x', 4711)"))


def test_writers_that_count_up_lose_no_step(sessions: Sessions) -> None:
    with sessions.write() as session:
        session.add(Lease(name="count", owner="0", until=NOW))

    def step(_: int) -> None:
        with sessions.write() as session:
            lease = session.exec(select(Lease).with_for_update()).one()
            lease.owner = str(int(lease.owner) + 1)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(step, range(40)))
    with sessions.read() as session:
        assert session.exec(select(Lease.owner)).one() == "40"


def test_sqlite_keeps_a_write_ahead_log_and_waits_for_others(sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.read() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert session.execute(text("PRAGMA busy_timeout")).scalar() == 10_000
        assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_a_folder_that_is_missing_is_an_error_of_the_database(tmp_path: Path) -> None:
    sessions = open_sessions(f"sqlite:///{tmp_path / 'nowhere' / 'a.db'}")
    with pytest.raises(OperationalError), sessions.read() as session:
        session.execute(text("SELECT 1"))
    sessions.close()


def test_postgresql_is_reached_through_psycopg() -> None:
    assert make_engine("postgresql://somebody@127.0.0.1/x").dialect.driver == "psycopg"


def test_queries_are_counted_without_the_frame_of_transactions(sessions: Sessions, count_queries: CountQueries) -> None:
    with count_queries(sessions) as sent, sessions.read() as session:
        session.execute(text("SELECT 1"))
        session.execute(text("SELECT 2"))
    assert sent == ["SELECT 1", "SELECT 2"]


def test_two_writers_follow_each_other_and_neither_is_lost(sessions: Sessions) -> None:
    with sessions.write() as session:
        session.add(Tally(dimension="day", key="a", label="x", n=0))
        session.add(Tally(dimension="day", key="b", label="x", n=0))

    def add(order: tuple[str, str]) -> None:
        for _ in range(20):
            with sessions.write() as session:
                for key in order:
                    session.connection().execute(text("UPDATE tally SET n = n + 1 WHERE key = :key"), {"key": key})

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(add, [("a", "b"), ("b", "a")]))
    with sessions.read() as session:
        assert {row.key: row.n for row in session.exec(select(Tally))} == {"a": 40, "b": 40}
