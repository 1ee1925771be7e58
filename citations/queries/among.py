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
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **kw)}))"


@compiles(_Numbers, "postgresql")
def _on_postgresql(element: _Numbers, compiler: SQLCompiler, **kw: object) -> str:
    """Return PostgreSQL's way to unfold a list."""
    return f"(SELECT CAST(value AS INTEGER) FROM json_array_elements_text(CAST({compiler.process(element.clauses, **kw)} AS JSON)))"


def among(column: ColumnElement[Any], ids: Sequence[int]) -> ColumnElement[bool]:
    """Return ``column IN (...)`` for these numbers, however many."""
    return column.bool_op("IN")(_Numbers(bindparam(None, json.dumps(list(ids)), String)))
