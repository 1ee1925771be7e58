"""Likely doubles to look at: the open ones as a list, and those of references that are not stored yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import aliased
from sqlmodel import Session, case, col, func, or_, select

from citations.kinds import SourceKind
from citations.likeness import compare, marks, work
from citations.models import LikelyDouble, Source
from citations.queries.among import among
from citations.records import Reference
from service.acts.candidates import sharing, works_of
from service.reads.source_list import SourceRow, rows_of_sources

PER_STRETCH = 25


@dataclass(frozen=True, slots=True)
class LikelyOf:
    """A stored source that a reference may be, from 0 to 100, and why: catalogue keys, the strongest first."""

    source_id: int
    key: str
    title: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources that may be one."""

    one: SourceRow
    other: SourceRow
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Some open pairs, the likeliest first, how many there are, and where the next begin (None: the end)."""

    rows: tuple[Pair, ...]
    count: int
    after: int | None


def likely(session: Session, references: Sequence[tuple[SourceKind, Reference]]) -> list[tuple[LikelyOf, ...]]:
    """Return for each reference, in order, the stored sources it may be; stores nothing."""
    wanted = {place: marks(kind, reference) for place, (kind, reference) in enumerate(references)}
    candidates = sharing(session, wanted)
    ids = {number for several in candidates.values() for number in several}
    works = works_of(session, ids)
    named = {
        number or 0: (key, title)
        for number, key, title in session.exec(
            select(Source.id, Source.key, Source.title).where(among(col(Source.id), [*works]))
        )
    }
    found: list[tuple[LikelyOf, ...]] = []
    for place, (kind, reference) in enumerate(references):
        own, likes = work(kind, reference), []
        for number in candidates[place]:
            for other in works.get(number, ()):
                likeness = compare(own, other)
                if likeness is not None:
                    likes.append(LikelyOf(number, *named[number], likeness.score, likeness.reasons))
        best: dict[int, LikelyOf] = {}
        for one in sorted(likes, key=lambda one: (-one.score, one.source_id)):
            best.setdefault(one.source_id, one)
        found.append(tuple(best.values()))
    return found


def twins_of(session: Session, source_id: int) -> tuple[LikelyOf, ...]:
    """Return the stored sources that one may be once more and on which nobody has decided, the likeliest first."""
    other = case((col(LikelyDouble.one_id) == source_id, LikelyDouble.other_id), else_=LikelyDouble.one_id)
    rows = session.exec(
        select(LikelyDouble, Source)
        .join(Source, col(Source.id) == other)
        .where(or_(LikelyDouble.one_id == source_id, LikelyDouble.other_id == source_id))
        .where(LikelyDouble.state == "open", col(Source.merged_into_id).is_(None))
        .order_by(col(LikelyDouble.score).desc(), col(LikelyDouble.id))
        .limit(PER_STRETCH)
    )
    return tuple(LikelyOf(twin.id or 0, twin.key, twin.title, row.score, tuple(row.reasons)) for row, twin in rows)


def open_doubles(session: Session, after: int = 0) -> Pairs:
    """Return open pairs, the likeliest first, from a place on; a fixed number of questions."""
    one, other = aliased(Source), aliased(Source)
    standing = (
        LikelyDouble.state == "open",
        col(one.merged_into_id).is_(None),
        col(other.merged_into_id).is_(None),
    )
    joined = (
        select(LikelyDouble)
        .join(one, col(one.id) == col(LikelyDouble.one_id))
        .join(other, col(other.id) == col(LikelyDouble.other_id))
        .where(*standing)
    )
    count = session.exec(select(func.count()).select_from(joined.subquery())).one()
    found = session.exec(
        joined.order_by(col(LikelyDouble.score).desc(), col(LikelyDouble.id)).offset(after).limit(PER_STRETCH)
    ).all()
    ids = sorted({number for row in found for number in (row.one_id, row.other_id)})
    sources = session.exec(select(Source).where(among(col(Source.id), ids))).all()
    rows = {row.id: row for row in rows_of_sources(session, sources)}
    pairs = tuple(Pair(rows[row.one_id], rows[row.other_id], row.score, tuple(row.reasons)) for row in found)
    later = after + PER_STRETCH
    return Pairs(pairs, count, later if later < count else None)
