"""Doing a thing alone: a lease in the database, on PostgreSQL also a lock that dies with its holder. Runs no job."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Engine, bindparam, delete, func, select, text
from sqlmodel import col

from citations.models.columns import UtcDateTime
from citations.models.running import Lease
from jobs.sessions import Sessions

_TAKE = text(
    "INSERT INTO lease (name, owner, until) VALUES (:name, :owner, :until) "
    "ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE lease.until <= :now",
).bindparams(bindparam("until", type_=UtcDateTime), bindparam("now", type_=UtcDateTime))
"""One statement, so that of two that ask at once the database lets one win; the same words on both databases."""

_FAMILY = 0x1E17


@contextmanager
def lease(sessions: Sessions, name: str, owner: str, now: datetime, seconds: float) -> Iterator[bool]:
    """Give True when ``owner`` alone may do ``name`` from ``now`` for ``seconds``, False when somebody else does it.

    The lease is given back at the end of the block, and is free after ``seconds`` where its holder died. On
    PostgreSQL a lock is held besides, so that a holder that takes longer is not doubled either.
    """
    with _advisory_lock(sessions.engine, name) as free:
        held = free and _take(sessions, name, owner, (now, now + timedelta(seconds=seconds)))
        try:
            yield held
        finally:
            if held:
                _give_back(sessions, name, owner)


def _take(sessions: Sessions, name: str, owner: str, span: tuple[datetime, datetime]) -> bool:
    now, until = span
    with sessions.write() as session:
        values = {"name": name, "owner": owner, "until": until, "now": now}
        return session.connection().execute(_TAKE, values).rowcount == 1


def _give_back(sessions: Sessions, name: str, owner: str) -> None:
    with sessions.write() as session:
        session.connection().execute(delete(Lease).where(col(Lease.name) == name, col(Lease.owner) == owner))


@contextmanager
def _advisory_lock(engine: Engine, name: str) -> Iterator[bool]:
    """Give whether nobody else holds the lock of ``name``; SQLite has none and always says yes."""
    if engine.dialect.name != "postgresql":
        yield True
        return
    key = zlib.crc32(name.encode()) - 2**31
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        held = bool(connection.scalar(select(func.pg_try_advisory_lock(_FAMILY, key))))
        try:
            yield held
        finally:
            if held:
                connection.execute(select(func.pg_advisory_unlock(_FAMILY, key)))
