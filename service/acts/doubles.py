"""Likely doubles: proposals with their reasons, and a person's word that two are different."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from sqlmodel import Session, col, select

from citations.likeness import Likeness, Work
from citations.models import LikelyDouble, Source, TitleMark
from citations.queries.among import among
from jobs.ledger import Moment, record
from jobs.refused import ConflictError, RefusedError, UnknownError
from service.acts.candidates import Candidates, likeliest, sharing, works_of

Noticed = dict[int, tuple[LikelyDouble, ...]]
Proposed = dict[tuple[int, int], Likeness]
_COMPARED = 500
"""Sources that are compared at once: so many that few questions are asked, so few that the others fit in memory."""


def notice(session: Session, moment: Moment, source_ids: Sequence[int]) -> Noticed:
    """Compare these sources with all stored ones and keep what may be one source twice; return it by source.

    Nothing is merged. A pair on which a person has decided is not proposed again.
    """
    session.flush()
    candidates = _candidates(session, source_ids)
    pairs = {(min(a, b), max(a, b)) for a, several in candidates.items() for b in several if a != b}
    works = works_of(session, {number for pair in pairs for number in pair})
    known = _known(session, pairs)
    for one, other in sorted(pairs - known.keys()):
        likeness = likeliest(works.get(one, ()), works.get(other, ()))
        if likeness is not None:
            known[one, other] = LikelyDouble(
                one_id=one,
                other_id=other,
                score=likeness.score,
                reasons=list(likeness.reasons),
                noticed_at=moment.now,
            )
            session.add(known[one, other])
    session.flush()
    return _by_source(source_ids, [row for row in known.values() if row.state == "open"])


def propose(
    session: Session, marks: Mapping[int, frozenset[str]], works: Callable[[int], tuple[Work, ...]]
) -> Proposed:
    """Return which of some sources that are not stored yet may be a stored one, or one another; stores nothing.

    They go by numbers of their own, higher than those of all stored ones; ``works`` gives the versions of one.
    """
    own: dict[str, list[int]] = defaultdict(list)
    for one, several in marks.items():
        for mark in several:
            own[mark].append(one)
    found: Proposed = {}
    asked = sorted(marks)
    for start in range(0, len(asked), _COMPARED):
        part = {one: marks[one] for one in asked[start : start + _COMPARED]}
        pairs = {
            (min(one, twin), max(one, twin))
            for one, twins in sharing(session, part, own).items()
            for twin in twins
            if one != twin
        }
        stored = works_of(session, {number for pair in pairs for number in pair if number not in marks})
        known = stored | {one: works(one) for one in {one for pair in pairs for one in pair} if one in marks}
        for one, other in sorted(pairs - found.keys()):
            likeness = likeliest(known.get(one, ()), known.get(other, ()))
            if likeness is not None:
                found[one, other] = likeness
    return found


def _candidates(session: Session, source_ids: Sequence[int]) -> Candidates:
    """Return the sources that share marks with each of these."""
    own: dict[int, set[str]] = defaultdict(set)
    rows = session.exec(
        select(TitleMark.source_id, TitleMark.mark).where(among(col(TitleMark.source_id), [*source_ids]))
    )
    for source_id, one in rows:
        own[source_id].add(one)
    return sharing(session, {number: frozenset(several) for number, several in own.items()})


def _known(session: Session, pairs: set[tuple[int, int]]) -> dict[tuple[int, int], LikelyDouble]:
    """Return the stored proposals among these pairs."""
    rows = session.exec(select(LikelyDouble).where(among(col(LikelyDouble.one_id), sorted({one for one, _ in pairs}))))
    return {(row.one_id, row.other_id): row for row in rows if (row.one_id, row.other_id) in pairs}


def _by_source(source_ids: Sequence[int], rows: Sequence[LikelyDouble]) -> Noticed:
    """Return proposals by the sources that were asked about, the likeliest first."""
    asked = set(source_ids)
    found: dict[int, list[LikelyDouble]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: -row.score):
        for number in {row.one_id, row.other_id} & asked:
            found[number].append(row)
    return {number: tuple(several) for number, several in found.items()}


def call_different(session: Session, moment: Moment, by: str, pair: tuple[int, int]) -> None:
    """Keep for ever that two sources are two: never proposed again. ConflictError if somebody decided already."""
    one, other = sorted(pair)
    if one == other:
        raise RefusedError("refused.merge_itself")
    sources = {row.id: row for row in session.exec(select(Source).where(col(Source.id).in_(pair)))}
    if len(sources) != len(pair):
        raise UnknownError("refused.unknown_source", key=", ".join(map(str, pair)), near="–")
    for row in sources.values():
        if row.merged_into_id is not None:
            kept = session.get_one(Source, row.merged_into_id)
            raise RefusedError("refused.merge_merged", key=row.key, into=kept.key)
    known = session.exec(
        select(LikelyDouble).where(LikelyDouble.one_id == one, LikelyDouble.other_id == other).with_for_update()
    ).first()
    if known is not None and known.state != "open":
        raise ConflictError("conflict.double_decided", who=known.decided_by, state=known.state)
    known = known or LikelyDouble(one_id=one, other_id=other, score=0, noticed_at=moment.now)
    known.state, known.decided_at, known.decided_by = "different", moment.now, by
    session.add(known)
    for number, twin in ((one, other), (other, one)):
        after: dict[str, object] = {"source": sources[twin].title}
        record(session, moment, by, "called_different", f"source:{sources[number].key}", after=after)
