"""Rows before and after: what an act changed, column by column, and the way back. Knows tables, not their meaning."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Date, Table, select, update
from sqlmodel import Session, SQLModel

from citations.models.columns import UtcDateTime
from citations.queries.among import among

Rows = dict[tuple[str, int], dict[str, Any]]
"""(table, id) and the row's values as JSON has them."""

Change = dict[str, object]
"""One changed row: table, id, and the values of its changed columns before and after."""


def table_named(name: str) -> Table:
    """Return the table of a stored change."""
    return SQLModel.metadata.tables[name]


def rows_of(session: Session, table: Table, ids: Iterable[int]) -> Rows:
    """Return rows as they are now."""
    found = session.connection().execute(select(table).where(among(table.c.id, sorted(set(ids))))).mappings()
    return {(table.name, int(row["id"])): {name: _plain(value) for name, value in row.items()} for row in found}


def changes(before: Rows, after: Rows) -> list[dict[str, object]]:
    """Return what differs, row by row; rows that are new or gone are not among it."""
    found: list[dict[str, object]] = []
    for (table, number), old in before.items():
        new = after.get((table, number), old)
        names = [name for name in old if old[name] != new[name]]
        if names:
            values = ({name: row[name] for name in names} for row in (old, new))
            found.append(dict(zip(("table", "id", "before", "after"), (table, number, *values), strict=True)))
    return found


def stands(now: Rows, change: Mapping[str, Any], names: Iterable[str] = ()) -> bool:
    """Say whether a row still has what a change gave it, in some columns, or in all that were changed."""
    row = now.get((change["table"], change["id"]))
    return row is not None and all(row[name] == change["after"][name] for name in names or change["after"])


def put_back(session: Session, change: Mapping[str, Any]) -> None:
    """Give a row the values it had before."""
    table = table_named(change["table"])
    values = {name: _typed(table, name, value) for name, value in change["before"].items()}
    session.connection().execute(update(table).where(table.c.id == change["id"]).values(values))


def _plain(value: Any) -> Any:  # noqa: ANN401 - a value of any column
    """Return a value as JSON has it."""
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | datetime) else value


def _typed(table: Table, name: str, value: Any) -> Any:  # noqa: ANN401 - a value of any column
    """Return a value as its column has it."""
    kind = table.c[name].type
    if value is None:
        return None
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


def ids_where(session: Session, table: Table, *which: Any) -> Sequence[int]:  # noqa: ANN401 - conditions of SQLAlchemy
    """Return the ids of rows under some conditions."""
    return [int(row[0]) for row in session.connection().execute(select(table.c.id).where(*which).order_by(table.c.id))]
