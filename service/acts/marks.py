"""What people enter of a new version: which of its recommendations were checked, modified, are new or gone."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from citations.kinds import CitationState
from citations.models import Citation, RecommendationMark, SourceVersion
from citations.recommendations import Marked
from jobs.known_sources import standing_version
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import ConflictError, RefusedError, UnknownError

LATEST = 2100
EARLIEST = 1990
"""Years between which a mark can lie."""


def mark_recommendations(
    session: Session, moment: Moment, by: str, version_id: int, marked: Sequence[Marked]
) -> tuple[int, int]:
    """Keep what a version says of its recommendations; return how many are new or changed, and how many were known.

    A place that said otherwise before says from now on what is entered now; the old mark ends and stays in its row.
    """
    version_id = standing_version(session, version_id)
    if session.get(SourceVersion, version_id) is None:
        raise UnknownError("refused.unknown_version", number=version_id)
    if not marked:
        raise RefusedError("refused.no_marks")
    for one in marked:
        if one.year is not None and not EARLIEST <= one.year <= LATEST:
            raise RefusedError("refused.mark_year", year=one.year, place=one.place, first=EARLIEST, last=LATEST)
    live = _live(session, version_id)
    fresh = [one for one in marked if not any(_same(row, one) for row in live.get(one.key, []))]
    for one in fresh:
        for row in live.get(one.key, []):
            row.ended_at, row.ended_by = moment.now, by
        row = RecommendationMark(
            version_id=version_id,
            locator=one.place,
            place=one.key,
            mark=one.change,
            year=one.year,
            by=by,
            at=moment.now,
        )
        session.add(row)
    if fresh:
        said_now: dict[str, object] = {"marks": "; ".join(_told(one) for one in fresh)}
        before: dict[str, object] = {"marks": "; ".join(_stored(row) for one in fresh for row in live.get(one.key, []))}
        _settle(session, moment, by, version_id, before, said_now)
    return len(fresh), len(marked) - len(fresh)


def end_mark(session: Session, moment: Moment, by: str, version_id: int, mark_id: int) -> None:
    """Take a mark back: the recommendation is judged by the number of the version again."""
    row = session.get(RecommendationMark, mark_id)
    if row is None or row.version_id != standing_version(session, version_id):
        raise UnknownError("refused.unknown_mark", number=mark_id)
    if row.ended_at is not None:
        raise ConflictError("conflict.mark_ended", who=row.ended_by)
    row.ended_at, row.ended_by = moment.now, by
    _settle(session, moment, by, row.version_id, {"marks": _stored(row)}, {})


def _settle(
    session: Session, moment: Moment, by: str, version_id: int, before: dict[str, object], after: dict[str, object]
) -> None:
    """Log what was entered and let the flags of every place of the source follow, in the same transaction."""
    session.flush()
    event = record(session, moment, by, "mark_recommendations", f"version:{version_id}", before=before, after=after)
    own = select(SourceVersion.source_id).where(SourceVersion.id == version_id).scalar_subquery()
    placed = (
        select(Citation.id)
        .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id))
        .where(SourceVersion.source_id == own, Citation.state == CitationState.CONFIRMED, Citation.locator != "")
    )
    settle(session, event, moment, Touched(citations={number for number in session.exec(placed) if number is not None}))


def _live(session: Session, version_id: int) -> dict[str, list[RecommendationMark]]:
    """Return the marks of a version that hold, by place."""
    rows = session.exec(
        select(RecommendationMark)
        .where(RecommendationMark.version_id == version_id, col(RecommendationMark.ended_at).is_(None))
        .order_by(col(RecommendationMark.id))
    )
    found: dict[str, list[RecommendationMark]] = {}
    for row in rows:
        found.setdefault(row.place, []).append(row)
    return found


def _same(row: RecommendationMark, one: Marked) -> bool:
    """Say whether a stored mark says what is entered now."""
    return (row.mark, row.year) == (one.change, one.year)


def _told(one: Marked) -> str:
    """Return a mark as the log keeps it."""
    return " ".join(str(part) for part in (one.place, one.change.value, one.year) if part)


def _stored(row: RecommendationMark) -> str:
    """Return a stored mark as the log keeps it."""
    return " ".join(str(part) for part in (row.locator, row.mark.value, row.year) if part)
