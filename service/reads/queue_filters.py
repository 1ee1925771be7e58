"""What of the queue is wanted, and from where on: filters and the place to go on from. Nothing is read here."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, or_, select, tuple_

from citations.kinds import Band, Harm, Reason
from citations.queries.tables import CITATION, FLAG, SEARCH, SUBJECT
from citations.search import fold

ORDER = (SUBJECT.c.points.desc(), SUBJECT.c.since, SUBJECT.c.page_id, SUBJECT.c.position, SUBJECT.c.id)
"""The order of the queue (domain 7, ties); the partial index has the same."""

LONGEST_TEXT = 200
_NUMBER_PARTS = 4
_LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Filters:
    """What to show: empty fields do not narrow. ``deferred`` is "" (hidden), "too" or "only"."""

    band: Band | None = None
    reason: Reason | None = None
    kind: str = ""
    page_id: int | None = None
    harm: Harm | None = None
    deferred: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """The last row of a page of the queue; the next page begins behind it."""

    points: int
    since: date
    page_id: int
    position: int
    id: int

    def __str__(self) -> str:
        """Return the place as it stands in an address."""
        return f"{self.points}~{self.since.isoformat()}~{self.page_id}~{self.position}~{self.id}"


def read_place(text: str) -> Place | None:
    """Return the place written in an address, None for anything else."""
    points, _, rest = text.partition("~")
    since, _, numbers = rest.partition("~")
    parts = [points, *numbers.split("~")]
    if len(parts) != _NUMBER_PARTS or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    found = [int(part[:11]) for part in parts]
    try:
        return Place(found[0], date.fromisoformat(since), *found[1:]) if max(found) <= _LARGEST else None
    except ValueError:
        return None


def place_of(row: Row[Any]) -> Place:
    """Return the place of a row that was read with the columns of the order."""
    return Place(row.points, row.since, row.page_id, row.position, row.id)


def chosen(filters: Filters, today: date, after: Place | None, limit: int) -> Select[Any]:
    """Return the ids of the subjects in question in their order, never counting past what was shown before.

    Behind a place there are two ranges of the index: the rest of its points, and everything with fewer.
    """
    rows = select(SUBJECT.c.id).where(*_conditions(filters, today))
    if after is None:
        return rows.order_by(*ORDER).limit(limit)
    behind = tuple_(SUBJECT.c.since, SUBJECT.c.page_id, SUBJECT.c.position, SUBJECT.c.id) > tuple_(
        after.since, after.page_id, after.position, after.id
    )
    same = rows.where(SUBJECT.c.points == after.points, behind).order_by(*ORDER).limit(limit).subquery("same")
    fewer = rows.where(SUBJECT.c.points < after.points).order_by(*ORDER).limit(limit).subquery("fewer")
    either = select(same.c.id).union_all(select(fewer.c.id))
    return select(SUBJECT.c.id).where(SUBJECT.c.id.in_(either)).order_by(*ORDER).limit(limit)


def in_queue() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return what the partial index of the queue demands, so that both databases use it."""
    return SUBJECT.c.points.is_not(None), SUBJECT.c.active


def awake(today: date) -> ColumnElement[bool]:
    """Return whether a subject is not put off beyond today."""
    return or_(SUBJECT.c.deferred_until.is_(None), SUBJECT.c.deferred_until <= today)


def _conditions(filters: Filters, today: date) -> list[ColumnElement[bool]]:
    found = list(in_queue())
    if filters.deferred == "":
        found.append(awake(today))
    elif filters.deferred == "only":
        found.append(SUBJECT.c.deferred_until > today)
    if filters.band:
        found.append(SUBJECT.c.band == filters.band)
    if filters.kind:
        found.append(SUBJECT.c.due_kind == filters.kind)
    if filters.page_id is not None:
        found.append(SUBJECT.c.page_id == filters.page_id)
    if filters.harm:
        found.append(SUBJECT.c.harm == filters.harm)
    if filters.reason:
        open_ = and_(FLAG.c.subject_id == SUBJECT.c.id, FLAG.c.closed_at.is_(None), FLAG.c.reason == filters.reason)
        found.append(exists().where(open_))
    if filters.text.strip():
        found += [_says(word) for word in fold(filters.text[:LONGEST_TEXT]).split()]
    return found


def _says(word: str) -> ColumnElement[bool]:
    """Return whether the statement, or the printed line of an entry, contains a folded word."""
    said = exists().where(
        SEARCH.c.kind == "statement",
        SEARCH.c.ref_id == SUBJECT.c.statement_id,
        SEARCH.c.folded.contains(word, autoescape=True),
    )
    listed = exists().where(
        CITATION.c.subject_id == SUBJECT.c.id,
        SEARCH.c.kind == "listed",
        SEARCH.c.ref_id == CITATION.c.listed_id,
        SEARCH.c.folded.contains(word, autoescape=True),
    )
    return or_(said, listed)
