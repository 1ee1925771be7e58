"""A long list of numbers as one bound value, so that a statement over thousands of rows is compiled once and reused."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Numbers(FunctionElement[Any]):
    """The rows of a JSON list of whole numbers."""

    inherit_cache = True


@compiles(_Numbers, "sqlite")
def _on_sqlite(element: _Numbers, compiler: SQLCompiler, **kw: object) -> str:
    """Return SQLite's way to unfold a list."""
    listed = compiler.process(element.clauses, **kw)
    return f"(SELECT value FROM json_each({listed}))"  # noqa: S608 - a bound value


@compiles(_Numbers, "postgresql")
def _on_postgresql(element: _Numbers, compiler: SQLCompiler, **kw: object) -> str:
    """Return PostgreSQL's way to unfold a list."""
    listed = compiler.process(element.clauses, **kw)
    return f"(SELECT CAST(value AS INTEGER) FROM json_array_elements_text(CAST({listed} AS JSON)))"  # noqa: S608 - as above


IDS = "ids_json"
"""The name under which a prepared statement takes its list."""


def among(column: ColumnElement[Any], ids: Sequence[int] | None = None) -> ColumnElement[bool]:
    """Return ``column IN (...)`` for these numbers, however many; without numbers, for those handed over as IDS."""
    bound = bindparam(IDS, type_=String) if ids is None else bindparam(None, numbers(ids), String)
    return column.bool_op("IN")(_Numbers(bound))


def numbers(ids: Sequence[int]) -> str:
    """Return a list of numbers as the one value that is bound."""
    return json.dumps(list(ids))
