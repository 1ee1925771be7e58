"""A long list of numbers as one bound value, so that a statement over thousands of rows is compiled once and reused."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, String, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

IDS = "ids_json"
"""The name under which a prepared statement takes its list."""


class _Among(FunctionElement[bool]):
    """Whether a column is one of the numbers of a JSON list."""

    inherit_cache = True
    type = Boolean()


@compiles(_Among, "sqlite")
def _on_sqlite(element: _Among, compiler: SQLCompiler, **kw: object) -> str:
    """Return SQLite's way: the list unfolded into rows."""
    column, listed = (compiler.process(part, **kw) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({listed}))"  # noqa: S608 - a bound value


@compiles(_Among, "postgresql")
def _on_postgresql(element: _Among, compiler: SQLCompiler, **kw: object) -> str:
    """Return PostgreSQL's way: an array unfolded into rows, which the planner takes for few and seeks by index."""
    column, listed = (compiler.process(part, **kw) for part in element.clauses)
    return f"{column} IN (SELECT unnest(CAST(translate({listed}, '[]', '{{}}') AS INTEGER[])))"


def among(column: ColumnElement[Any] | Mapped[Any], ids: Sequence[int] | None = None) -> ColumnElement[bool]:
    """Return whether a column is one of these numbers, however many; without numbers, of those handed over as IDS."""
    bound = bindparam(IDS, type_=String) if ids is None else bindparam(None, numbers(ids), String)
    return _Among(column, bound)


def numbers(ids: Sequence[int]) -> str:
    """Return a list of numbers as the one value that is bound."""
    return json.dumps(list(ids))
