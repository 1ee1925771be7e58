"""What a database or a disk that does not go is called in the catalogue: full, read-only, busy, away, no database.

Reads the codes that the drivers give, never their words, which differ by version and language.
"""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from service.said import OperatorError
from service.words import Translate

_SQLITE = {
    sqlite3.SQLITE_FULL: "outage.full",
    sqlite3.SQLITE_READONLY: "outage.read_only",
    sqlite3.SQLITE_PERM: "outage.read_only",
    sqlite3.SQLITE_BUSY: "outage.busy",
    sqlite3.SQLITE_LOCKED: "outage.busy",
    sqlite3.SQLITE_CANTOPEN: "outage.away",
    sqlite3.SQLITE_NOTADB: "outage.no_database",
    sqlite3.SQLITE_CORRUPT: "outage.damaged",
    sqlite3.SQLITE_IOERR: "outage.disk",
}
_PRIMARY = 0xFF
"""SQLite's extended codes keep the kind of error in their lowest byte."""

_POSTGRES = {
    "53100": "outage.full",
    "53300": "outage.busy",
    "55P03": "outage.busy",
    "25006": "outage.read_only",
    "XX001": "outage.damaged",
    "58030": "outage.disk",
}
_POSTGRES_AWAY = ("08", "57P", "28", "3D")
"""Connection lost, server stopping, no entry, no such database: the first letters of PostgreSQL's codes."""

_DISK = {
    errno.ENOSPC: "outage.full",
    errno.EDQUOT: "outage.full",
    errno.EROFS: "outage.read_only",
    errno.EACCES: "outage.read_only",
    errno.EPERM: "outage.read_only",
}


class OutageError(OperatorError):
    """The database of a command does not go: which one, what is the matter, and what its driver says."""

    def __init__(self, place: str, error: SQLAlchemyError) -> None:
        """Keep the address of the database (without its password) and the error of its driver."""
        super().__init__("cli.outage", place=place)
        self.error = error

    def sentence(self, t: Translate) -> str:
        """Return what is the matter, where, and the words of the driver for who looks further."""
        orig = self.error.orig if isinstance(self.error, DBAPIError) else self.error
        why = " ".join(str(orig).split())
        return t(self.key, **self.facts, what=t(outage(self.error) or "outage.other"), why=why)


def outage(error: BaseException) -> str:
    """Return the catalogue key of what is the matter, "" where it is none that waiting or an operator can end."""
    if isinstance(error, PoolTimeoutError):
        return "outage.busy"
    if isinstance(error, DBAPIError):
        return _outage_of_driver(error)
    return _DISK.get(error.errno or 0, "outage.disk") if isinstance(error, OSError) else ""


def _outage_of_driver(error: DBAPIError) -> str:
    if isinstance(error.orig, sqlite3.Error):
        code = getattr(error.orig, "sqlite_errorcode", 0)
        return _SQLITE.get(code & _PRIMARY, "")
    state = getattr(error.orig, "sqlstate", None) or ""
    if found := _POSTGRES.get(state):
        return found
    lost = not state and isinstance(error, OperationalError | InterfaceError)
    return "outage.away" if lost or state.startswith(_POSTGRES_AWAY) else ""
