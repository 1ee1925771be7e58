"""A long list of numbers or words as one bound value, so that a statement over thousands of rows compiles once."""

import json
from collections.abc import Iterable, Sequence
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


class _Words(FunctionElement[Any]):
    """The rows of a JSON list of words."""

    inherit_cache = True


@compiles(_Numbers, "sqlite")
@compiles(_Words, "sqlite")
def _on_sqlite(element: _Numbers | _Words, compiler: SQLCompiler, **kw: object) -> str:
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


@compiles(_Words, "postgresql")
def _words_on_postgresql(element: _Words, compiler: SQLCompiler, **kw: object) -> str:
    """Return PostgreSQL's way to unfold a list."""
    listed = compiler.process(element.clauses, **kw)
    return f"(SELECT jsonb_array_elements_text(CAST({listed} AS jsonb)))"


def among_words(column: ColumnElement[Any] | Mapped[Any], words: Iterable[str]) -> ColumnElement[bool]:
    """Return whether a column is one of these words, however many: one value is bound, as with ``among``."""
    bound = bindparam(None, json.dumps(sorted(words)), String)
    return cast("ColumnElement[bool]", column.bool_op("IN")(_Words(bound)))


def numbers(ids: Sequence[int]) -> str:
    """Return a list of numbers as the one value that is bound."""
    return json.dumps(list(ids))
