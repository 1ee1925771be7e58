"""Column types and names that every table shares: instants, closed word lists, the names of constraints.

Imported by each model module before its first table, so that the naming convention is in force when a constraint is
made. No tables and no rules live here.
"""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Enum
from sqlalchemy.engine import Dialect
from sqlalchemy.types import DateTime, TypeDecorator
from sqlmodel import SQLModel

WORD_LENGTH = 32
"""Room for the longest word of a closed list; a constant, so that a longer new word is refused by the constructor."""

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class NaiveInstantError(ValueError):
    """An instant without a time zone was about to be stored; nobody could say which moment it means."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC on both databases: aware in, aware out; a naive one raises NaiveInstantError.

    SQLite keeps no time zone; it is stored there as UTC wall time, which sorts and compares like the instants do.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - signature of SQLAlchemy
        """Return the instant in UTC; raise NaiveInstantError when it has no time zone."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise NaiveInstantError(f"instant without a time zone: {value.isoformat()}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - signature of SQLAlchemy
        """Return the stored instant, aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words(enum: type[StrEnum]) -> Enum:
    """Return the column type of a closed word list: stores the words, refuses any other, needs no database type.

    A new word therefore needs no migration, and both databases hold the same text.
    """
    return Enum(
        enum,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=False,
        length=WORD_LENGTH,
        validate_strings=True,
    )
