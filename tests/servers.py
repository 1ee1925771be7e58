"""The PostgreSQL that the suite may use: where it answers, and databases of the suite's own on it."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import psycopg
from psycopg import sql
from sqlalchemy import make_url

ADDRESS = os.environ.get("LEITSTAND_TEST_DATABASE_URL", "postgresql://root@127.0.0.1:5432/test")
NO_POSTGRES = (
    "no PostgreSQL answers: apt-get install postgresql, start it, "
    "and set LEITSTAND_TEST_DATABASE_URL to a database whose user may create others"
)


@cache
def postgres_answers() -> bool:
    """Say whether the server of the suite lets us in."""
    try:
        psycopg.connect(_plain(ADDRESS), connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def own_database(template: str = "template1") -> Iterator[str]:
    """Make a database with a name of its own, give its address, drop it at the end whoever is still connected."""
    name = f"leitstand_test_{os.getpid()}_{secrets.token_hex(4)}"
    made, from_template = sql.Identifier(name), sql.Identifier(template)
    with psycopg.connect(_plain(ADDRESS), autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(made, from_template))
    try:
        yield make_url(ADDRESS).set(database=name).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(_plain(ADDRESS), autocommit=True) as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(made))


def empty_tables(address: str) -> None:
    """Empty every table that has rows, and let its numbers start at 1 again."""
    with psycopg.connect(_plain(address), autocommit=True) as database:
        names = [row[0] for row in database.execute(_TABLES)]
        if not names:
            return
        filled = sql.SQL(" UNION ALL ").join(
            sql.SQL("(SELECT {} FROM {} LIMIT 1)").format(sql.Literal(name), sql.Identifier(name)) for name in names
        )
        tables = [sql.Identifier(row[0]) for row in database.execute(filled)]
        if tables:
            database.execute("SET lock_timeout = '10s'")
            database.execute(sql.SQL("TRUNCATE {} CASCADE").format(sql.SQL(", ").join(tables)))
        database.execute(_START_AT_ONE)


_TABLES = (
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' ORDER BY tablename"
)
_START_AT_ONE = (
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) FROM pg_sequences "
    "WHERE schemaname = 'public' AND last_value IS NOT NULL"
)
"""A table whose rows were taken back is empty, and has used up their numbers all the same."""


def _plain(address: str) -> str:
    return make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
