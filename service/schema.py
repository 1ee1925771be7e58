"""Whether the database has this program's tables, and the upgrade to them: by command, never by chance."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from alembic import command
from alembic.autogenerate.api import AutogenContext
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, Enum, event, inspect, text
from sqlalchemy.schema import SchemaItem
from sqlmodel import SQLModel

import citations.models  # noqa: F401 - the import registers every table
from citations.models.columns import UtcDateTime
from service.db import make_engine
from service.said import OperatorError

MIGRATE = "leitstand migrate"
"""The command that a message names."""

SEARCH_PREFIX = "search_"
"""Tables of the full-text index are made by hand in migrations, differently per database; no model describes them."""

_LOCK = 0x1E175A4D
_PATIENCE_MILLISECONDS = 120_000


class SchemaError(OperatorError):
    """The database is not the one this program was written for; the sentence says what to run."""


class BrokenReferencesError(OperatorError):
    """After an upgrade a row points to one that is not there; the upgrade was taken back."""


class NotWrittenError(Exception):
    """A new migration did not become one file."""


def check_schema(engine: Engine) -> None:
    """Return when the database has exactly this program's tables; else raise SchemaError with the command to run.

    Creates nothing, not even an empty file. An unreachable database raises SQLAlchemy's OperationalError.
    """
    script = ScriptDirectory.from_config(_config())
    revisions = _revisions(engine)
    if not revisions:
        raise SchemaError("operator.schema.none", place=_place(engine), command=MIGRATE)
    _refuse_newer(engine, revisions, script)
    if set(revisions) != set(script.get_heads()):
        raise SchemaError("operator.schema.older", **_steps(engine, revisions, script), command=MIGRATE)


def migrate(address: str) -> str:
    """Bring the database at ``address`` to this program's tables, in one transaction; return the revision it has then.

    Of several programs that start this at once one does the work and the others wait for it. Raises SchemaError
    when the database is newer than the program, BrokenReferencesError when rows lost their counterpart.
    """
    engine = make_engine(address)
    try:
        _make_folder(engine)
        with _alone(engine) as connection:
            config = _config(connection)
            script = ScriptDirectory.from_config(config)
            _refuse_newer(engine, _heads(engine, connection), script)
            command.upgrade(config, "head")
            _check_references(connection)
        return str(script.get_current_head())
    finally:
        engine.dispose()


def comparison() -> dict[str, Any]:
    """Return how models and tables are compared: by ``env.py``, and by the test that they are the same."""
    return {
        "target_metadata": SQLModel.metadata,
        "render_as_batch": True,
        "include_name": _ours,
        "render_item": _render_plainly,
    }


def write_migration(address: str, message: str) -> Path:
    """Write the step from the newest migration to the models and return its file; ``address`` is a scratch database."""
    migrate(address)
    engine = make_engine(address)
    with engine.connect() as connection:
        config = _config(connection)
        number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
        written = command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")
    engine.dispose()
    if written is None or isinstance(written, list):
        raise NotWrittenError(message)
    return Path(written.path)


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "service:migrations")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _revisions(engine: Engine) -> tuple[str, ...]:
    path = _file(engine)
    if path is not None and not path.exists():
        return ()
    with engine.connect() as connection:
        return _heads(engine, connection)


def _heads(engine: Engine, connection: Connection) -> tuple[str, ...]:
    """Return the steps the database has; SchemaError where our tables stand without a word on which step they are."""
    heads = MigrationContext.configure(connection).get_current_heads()
    if not heads and set(inspect(connection).get_table_names()) & SQLModel.metadata.tables.keys():
        raise SchemaError("operator.schema.unmarked", place=_place(engine), command=MIGRATE)
    return heads


def _refuse_newer(engine: Engine, revisions: tuple[str, ...], script: ScriptDirectory) -> None:
    known = {step.revision for step in script.walk_revisions()}
    if not set(revisions) <= known:
        raise SchemaError("operator.schema.newer", **_steps(engine, revisions, script), command=MIGRATE)


def _steps(engine: Engine, revisions: tuple[str, ...], script: ScriptDirectory) -> dict[str, str]:
    return {"place": _place(engine), "found": ", ".join(revisions), "wanted": ", ".join(script.get_heads())}


def _place(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that nobody else upgrades beside; commits at the end, or takes all back."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _unbind_references)
        writing = engine.execution_options(leitstand_writes=True)
        with writing.begin() as connection:
            yield connection
        return
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        yield connection


def _unbind_references(connection: Any, _entry: Any) -> None:  # noqa: ANN401 - what the pool hands over
    """Switch foreign keys off before the transaction: rebuilding a parent table would delete its children's rows."""
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MILLISECONDS}")


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise BrokenReferencesError("operator.schema.broken", rows=len(broken), table=broken[0][0])


def _make_folder(engine: Engine) -> None:
    path = _file(engine)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)


def _file(engine: Engine) -> Path | None:
    name = engine.url.database
    is_file = engine.dialect.name == "sqlite" and name and name != ":memory:"
    return Path(name) if is_file and name else None


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    by_hand = name is not None and name.startswith(SEARCH_PREFIX) and name not in SQLModel.metadata.tables
    return not (kind in {"table", "index"} and by_hand)


def _render_plainly(kind: str, item: SchemaItem | object, _context: AutogenContext) -> str | Literal[False]:
    """Write our column types as what the database sees, so that old steps never change their meaning."""
    if kind != "type":
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    if type(item).__name__ == "AutoString":
        length = getattr(item, "length", None)
        return f"sa.String(length={length})" if length else "sa.String()"
    return False
