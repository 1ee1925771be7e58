"""A long list of numbers as one bound value, so that a statement over thousands of rows is compiled once and reused."""

import json
from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, String, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

IDS = "ids_json"
"""The name under which a prepared statement takes its list."""


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
    """Return PostgreSQL's way: an array unfolded into rows, which the planner takes for few and seeks by index."""
    listed = compiler.process(element.clauses, **kw)
    return f"(SELECT unnest(CAST(translate({listed}, '[]', '{{}}') AS INTEGER[])))"


def among(column: ColumnElement[Any] | Mapped[Any], ids: Sequence[int] | None = None) -> ColumnElement[bool]:
    """Return whether a column is one of these numbers, however many; without numbers, of those handed over as IDS.

    An operator, not a function of truth: SQLite would compare the latter with 1 and forget its index.
    """
    bound = bindparam(IDS, type_=String) if ids is None else bindparam(None, numbers(ids), String)
    return cast("ColumnElement[bool]", column.bool_op("IN")(_Numbers(bound)))


def numbers(ids: Sequence[int]) -> str:
    """Return a list of numbers as the one value that is bound."""
    return json.dumps(list(ids))
