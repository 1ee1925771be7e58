"""The counts the board reads, taken from and added to the tallies for the subjects that an act or a sweep touches."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, literal, select

from citations.queries.among import among
from citations.queries.tables import SUBJECT

DIMENSIONS = ("band", "day", "month", "page")


def counts(dimension: str, ids: Sequence[int], sign: int) -> Select[Any]:
    """Return (dimension, key, label, n) of these subjects as they stand; ``sign`` -1 takes them away."""
    key, label, present = _columns(dimension)
    return (
        select(literal(dimension), key, label, (func.count() * sign).label("n"))
        .where(SUBJECT.c.active, present, among(SUBJECT.c.id, ids))
        .group_by(key, label)
    )


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
