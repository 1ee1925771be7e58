"""The migrations: the tables they make, the databases they refuse, and several programs that upgrade at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, Index, inspect, text
from sqlmodel import SQLModel

from service.db import Sessions, make_engine
from service.schema import MIGRATE, SchemaError, check_schema, comparison, migrate


@pytest.fixture
def bare_engine(bare_database_url: str) -> Iterator[Engine]:
    engine = make_engine(bare_database_url)
    yield engine
    engine.dispose()


UNTOLD = "ignore:autogenerate skipping metadata-specified expression-based index"
"""SQLite tells nothing about the expressions of an index; there, that the index is made is asked of SQLite itself."""


def _differences(address: str) -> list[tuple[object, ...]]:
    engine = make_engine(address)
    options = {"compare_type": True, "include_name": comparison()["include_name"]}
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts=options), SQLModel.metadata)
    engine.dispose()
    return [difference for difference in found if not _is_untold(difference, address)]


def _is_untold(difference: tuple[object, ...], address: str) -> bool:
    act, item = difference[0], difference[1]
    on_expressions = {
        index.name
        for table in SQLModel.metadata.tables.values()
        for index in table.indexes
        if len(index.columns) != len(index.expressions)
    }
    found_by_name = act in {"add_index", "remove_index"} and isinstance(item, Index) and item.name in on_expressions
    return address.startswith("sqlite") and found_by_name


@pytest.mark.filterwarnings(UNTOLD)
def test_the_migrated_tables_are_those_of_the_models(database_url: str) -> None:
    assert _differences(database_url) == []


@pytest.mark.filterwarnings(UNTOLD)
@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE lease ADD COLUMN stray INTEGER",
        "CREATE INDEX stray ON lease (owner)",
        "CREATE TABLE stray (a INTEGER)",
    ],
)
def test_what_no_model_has_is_found(bare_engine: Engine, bare_database_url: str, change: str) -> None:
    migrate(bare_database_url)
    with Sessions(bare_engine).write() as session:
        session.execute(text(change))
    assert "stray" in str(_differences(bare_database_url))


def test_every_index_of_the_models_is_made(database_url: str) -> None:
    engine = make_engine(database_url)
    catalogue = (
        "SELECT name FROM sqlite_master" if engine.dialect.name == "sqlite" else "SELECT indexname FROM pg_indexes"
    )
    with engine.connect() as connection:
        made = set(connection.scalars(text(catalogue)))
    engine.dispose()
    assert {index.name for table in SQLModel.metadata.tables.values() for index in table.indexes} <= made


def test_every_constraint_has_a_name(database_url: str) -> None:
    engine = make_engine(database_url)
    inspector = inspect(engine)
    named = [
        constraint["name"]
        for table in SQLModel.metadata.tables
        for constraint in [*inspector.get_unique_constraints(table), *inspector.get_foreign_keys(table)]
    ]
    engine.dispose()
    assert None not in named
    assert named


def test_an_upgraded_database_is_accepted(bare_engine: Engine, bare_database_url: str) -> None:
    migrate(bare_database_url)
    check_schema(bare_engine)


def test_a_second_upgrade_changes_nothing(bare_engine: Engine, bare_database_url: str) -> None:
    first = migrate(bare_database_url)
    tables = inspect(bare_engine).get_table_names()
    assert migrate(bare_database_url) == first
    assert inspect(bare_engine).get_table_names() == tables


def test_an_empty_database_is_refused_with_the_command(bare_engine: Engine) -> None:
    with pytest.raises(SchemaError) as refused:
        check_schema(bare_engine)
    assert (refused.value.key, refused.value.facts["command"]) == ("operator.schema.none", MIGRATE)


def test_a_missing_file_is_refused_and_not_created(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "leitstand.db"
    engine = make_engine(f"sqlite:///{path}")
    with pytest.raises(SchemaError, match="schema.none"):
        check_schema(engine)
    assert not path.parent.exists()


@pytest.mark.parametrize("act", ["check", "migrate"])
def test_a_newer_database_is_refused_by_check_and_upgrade(
    bare_engine: Engine, bare_database_url: str, act: str
) -> None:
    migrate(bare_database_url)
    with Sessions(bare_engine).write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaError, match="schema.newer"):
        check_schema(bare_engine) if act == "check" else migrate(bare_database_url)


def test_a_database_without_a_known_step_is_refused(bare_engine: Engine, bare_database_url: str) -> None:
    migrate(bare_database_url)
    with Sessions(bare_engine).write() as session:
        session.execute(text("DELETE FROM alembic_version"))
    with pytest.raises(SchemaError, match="schema.unmarked"):
        check_schema(bare_engine)


def test_programs_that_upgrade_at_once_wait_for_each_other(bare_engine: Engine, bare_database_url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        revisions = list(pool.map(migrate, [bare_database_url] * 4))
    assert len(set(revisions)) == 1
    check_schema(bare_engine)
