"""Many new rows at once: a list of sources is stored while everybody else who wants to save is waiting.

Rows go in the fastest way that each database has: one prepared statement on SQLite, COPY on PostgreSQL.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Table, func, select, text
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import manager_of_class, set_committed_value
from sqlmodel import Session, SQLModel

Row = TypeVar("Row", bound=SQLModel)


def fresh(model: type[Row], values: Mapping[str, Any]) -> Row:
    """Return a new object as a load from the database would make it, with its defaults and these values.

    The model's own way to make one looks at every field anew, which for thousands of rows takes longer than to read,
    compare and write them. Nothing is checked: tables do not validate.
    """
    row = manager_of_class(model).new_instance()
    plain, made = _defaults(model)
    row.__dict__.update(plain | {name: make() for name, make in made.items()} | dict(values))
    return row


@cache
def _defaults(model: type[SQLModel]) -> tuple[dict[str, Any], dict[str, Callable[[], Any]]]:
    """Return the defaults of a model: values, and what makes those that every object has for itself."""
    fields = model.model_fields.items()
    made = {name: field.default_factory for name, field in fields if field.default_factory is not None}
    plain = {name: field.default for name, field in fields if name not in made and not field.is_required()}
    return plain, cast("dict[str, Callable[[], Any]]", made)


def store_new(session: Session, table: Table, rows: Sequence[SQLModel]) -> None:
    """Write objects that are new as rows of their table and give each its number.

    The session does not know them; who wants to go on working with them hands them to ``adopt``.
    """
    if not rows:
        return
    for row, number in zip(rows, _numbers(session.connection(), table, len(rows)), strict=True):
        set_committed_value(row, "id", number)
    names = [column.name for column in table.columns]
    write_rows(session, table, [{name: row.__dict__[name] for name in names} for row in rows])


def adopt(session: Session, rows: Sequence[SQLModel]) -> None:
    """Make objects whose rows are written those of the session, as if it had read them."""
    for row in rows:
        make_transient_to_detached(row)
        session.add(row)


def write_rows(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows that name the same columns; a column that they do not name has the database's default."""
    if not rows:
        return
    connection = session.connection()
    names = list(rows[0])
    values = _bound(connection, table, names, rows)
    quoted = [connection.dialect.identifier_preparer.quote(name) for name in (table.name, *names)]
    target = f"{quoted[0]} ({', '.join(quoted[1:])})"
    if connection.dialect.name == "postgresql":
        _copy(connection, target, values)
    else:
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO {target} VALUES ({marks})", values)  # noqa: S608 - names of our tables


def _copy(connection: Connection, target: str, values: Sequence[tuple[Any, ...]]) -> None:
    """Write rows with PostgreSQL's COPY, which its driver offers beside plain statements."""
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


def _bound(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> list[tuple[Any, ...]]:
    """Return rows as the driver takes them, each column by its type."""
    columns = []
    for name in names:
        process = table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect)
        columns.append([row[name] for row in rows] if process is None else [process(row[name]) for row in rows])
    return list(zip(*columns, strict=True))


def _numbers(connection: Connection, table: Table, count: int) -> list[int]:
    """Return numbers for new rows; nobody else writes meanwhile."""
    if connection.dialect.name == "postgresql":
        sequence = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)")
        return list(connection.execute(sequence, {"name": table.name, "count": count}).scalars())
    highest = connection.execute(select(func.max(table.c.id))).scalar_one() or 0
    return list(range(highest + 1, highest + 1 + count))
