"""The index behind the search, made by hand because it differs per database; called by the first migration.

SQLite: an FTS5 table over trigrams beside ``search_text``, kept in step by triggers. PostgreSQL: a trigram index. Where
a database offers neither, the search still works and reads every row; the log says so.
"""

import logging

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError, ProgrammingError

_log = logging.getLogger("leitstand.search")

_SQLITE = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(folded, content='search_text', content_rowid='id', tokenize='trigram')",
    """CREATE TRIGGER search_fts_added AFTER INSERT ON search_text BEGIN
         INSERT INTO search_fts(rowid, folded) VALUES (new.id, new.folded);
       END""",
    """CREATE TRIGGER search_fts_removed AFTER DELETE ON search_text BEGIN
         INSERT INTO search_fts(search_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
       END""",
    """CREATE TRIGGER search_fts_changed AFTER UPDATE OF folded ON search_text BEGIN
         INSERT INTO search_fts(search_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
         INSERT INTO search_fts(rowid, folded) VALUES (new.id, new.folded);
       END""",
    "INSERT INTO search_fts(search_fts) VALUES ('rebuild')",
)
_SQLITE_AWAY = (
    "DROP TRIGGER IF EXISTS search_fts_added",
    "DROP TRIGGER IF EXISTS search_fts_removed",
    "DROP TRIGGER IF EXISTS search_fts_changed",
    "DROP TABLE IF EXISTS search_fts",
)
_POSTGRES = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX search_text_trigrams ON search_text USING gin (folded gin_trgm_ops)",
)
_POSTGRES_AWAY = ("DROP INDEX IF EXISTS search_text_trigrams",)


def create(connection: Connection) -> bool:
    """Make the index and fill it with what is stored; return False, with a line in the log, where it cannot be made."""
    try:
        with connection.begin_nested():
            for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES:
                connection.exec_driver_sql(statement)
    except (OperationalError, ProgrammingError) as error:
        _log.warning("the search works without an index and reads every row: %s", error.orig)
        return False
    return True


def drop(connection: Connection) -> None:
    """Take the index away; what it was made of stays."""
    for statement in _SQLITE_AWAY if connection.dialect.name == "sqlite" else _POSTGRES_AWAY:
        connection.exec_driver_sql(statement)
