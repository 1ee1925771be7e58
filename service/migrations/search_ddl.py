"""The index behind the search, made by hand because it differs per database; called by the first migration.

SQLite: an FTS5 table over trigrams beside ``search_text``, kept in step by triggers. PostgreSQL: a trigram index. Where
a database offers neither, the search still works and reads every row; the log says so.
"""

import logging

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError, ProgrammingError

FTS = "search_fts"
"""The name of SQLite's index table; ``service.reads.search`` asks whether it is there."""

INDEX = "search_text_trigrams"
"""The name of PostgreSQL's index."""

_log = logging.getLogger("leitstand.search")

_SQLITE = (
    f"CREATE VIRTUAL TABLE {FTS} USING fts5"
    "(folded, content='search_text', content_rowid='id', tokenize='trigram', detail='full')",
    f"CREATE TRIGGER {FTS}_added AFTER INSERT ON search_text BEGIN "
    f"INSERT INTO {FTS}(rowid, folded) VALUES (new.id, new.folded); END",
    f"CREATE TRIGGER {FTS}_removed AFTER DELETE ON search_text BEGIN "
    f"INSERT INTO {FTS}({FTS}, rowid, folded) VALUES ('delete', old.id, old.folded); END",
    f"CREATE TRIGGER {FTS}_changed AFTER UPDATE OF folded ON search_text BEGIN "
    f"INSERT INTO {FTS}({FTS}, rowid, folded) VALUES ('delete', old.id, old.folded); "
    f"INSERT INTO {FTS}(rowid, folded) VALUES (new.id, new.folded); END",
    f"INSERT INTO {FTS}({FTS}) VALUES ('rebuild')",
)
_SQLITE_AWAY = (
    f"DROP TRIGGER IF EXISTS {FTS}_added",
    f"DROP TRIGGER IF EXISTS {FTS}_removed",
    f"DROP TRIGGER IF EXISTS {FTS}_changed",
    f"DROP TABLE IF EXISTS {FTS}",
)
_POSTGRES = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    f"CREATE INDEX {INDEX} ON search_text USING gin (folded gin_trgm_ops)",
)
_POSTGRES_AWAY = (f"DROP INDEX IF EXISTS {INDEX}",)


def create(connection: Connection) -> bool:
    """Make the index and fill it with what is stored; return False, with a line in the log, where it cannot be made."""
    try:
        with connection.begin_nested():
            for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES:
                connection.execute(text(statement))
    except (OperationalError, ProgrammingError) as error:
        _log.warning("the search works without an index and reads every row: %s", error.orig)
        return False
    return True


def drop(connection: Connection) -> None:
    """Take the index away; what it was made of stays."""
    for statement in _SQLITE_AWAY if connection.dialect.name == "sqlite" else _POSTGRES_AWAY:
        connection.execute(text(statement))
