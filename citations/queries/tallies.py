"""The counts the board reads, taken from and added to the tallies for the subjects that an act or a sweep touches."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    union_all,
)

from citations.queries.among import among
from citations.queries.tables import SUBJECT

DIMENSIONS = ("band", "day", "month", "page")


def counts(dimensions: Sequence[str]) -> CompoundSelect[Any]:
    """Return (dimension, key, label, n) of subjects (IDS) as they stand; the value ``sign`` -1 takes them away."""
    return union_all(*(_counted(dimension) for dimension in dimensions))


def _counted(dimension: str) -> Select[Any]:
    """Return the counts of one dimension."""
    key, label, present = _columns(dimension)
    return (
        select(
            literal_column(f"'{dimension}'").label("dimension"), key.label("key"), label.label("label"), _n().label("n")
        )
        .where(SUBJECT.c.active, present, among(SUBJECT.c.id))
        .group_by(key, label)
    )


def _n() -> ColumnElement[Any]:
    """Return the number of rows, with the sign of the change."""
    return func.count() * bindparam("sign", type_=Integer)


def _columns(dimension: str) -> tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[bool]]:
    """Return key, label and the condition under which a subject is counted in a dimension."""
    day = cast(SUBJECT.c.due_on, String)
    due, open_ = SUBJECT.c.due_on.is_not(None), SUBJECT.c.points.is_not(None)
    if dimension == "day":
        return day, SUBJECT.c.due_clock, due
    if dimension == "month":
        return func.substr(day, 1, 7), SUBJECT.c.due_kind, due
    if dimension == "page":
        return cast(SUBJECT.c.page_id, String), SUBJECT.c.band, open_
    return SUBJECT.c.band, SUBJECT.c.due_kind, open_
