"""What was left as it is in bulk is taken back in one step: every place rests on its older version again, undecided.

The reviews stay, as everything that people said; each sentence notes that its decision was taken back. Where somebody
has gone on since, at one sentence only, all of it stays as it is, and the refusal names that sentence.
"""

from collections.abc import Sequence
from textwrap import shorten

from sqlalchemy import select, update
from sqlmodel import Session, col, func
from sqlmodel import select as rows

from citations.kinds import CitationState
from citations.models import Citation, Event, Review, Statement
from citations.queries.among import among
from citations.queries.tables import FLAG, REVIEW, SUBJECT
from jobs.entries import stand_behind
from jobs.flags import close_of_citations
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import ConflictError, RefusedError, UnknownError
from service.acts.cite import end
from service.acts.not_touched import LEFT

BACK = "touched_after_all"
"""Under which name the log keeps that a decision in bulk was taken back; ``after.left`` is the event it was."""

_LONGEST = 80


def touched_after_all(session: Session, moment: Moment, by: str, version_id: int, event_id: int) -> int:
    """Take a decision in bulk about a version back and return how many sentences and entries are open again.

    Raises UnknownError for none such, ConflictError if somebody did so already, RefusedError where somebody went on.
    """
    left = session.exec(rows(Event).where(Event.id == event_id).with_for_update()).first()
    if left is None or left.act != LEFT or left.about != f"version:{version_id}":
        raise UnknownError("refused.unknown_left", number=event_id)
    refused = what_forbids(session, left)
    if refused is not None:
        raise refused
    reviews, fresh, ended = (kept_numbers(left, name) for name in ("statements", "fresh", "ended"))
    revived, dropped = _citations(session, ended), _citations(session, fresh)
    after: dict[str, object] = {"left": event_id, "statements": list(reviews)}
    event = record(session, moment, by, BACK, left.about, after=after)
    for citation in dropped:
        end(citation, moment, by)
    close_of_citations(session, event, fresh)
    for citation in revived:
        citation.state, citation.ended_at, citation.ended_by = CitationState.CONFIRMED, None, ""
    session.flush()
    subjects = _undecided(session, event, reviews)
    for statement_id in sorted({one.statement_id for one in revived if one.statement_id is not None}):
        record(session, moment, by, BACK, f"statement:{statement_id}")
    _settle(session, moment, event, [*revived, *dropped], subjects)
    return len(reviews)


def what_forbids(session: Session, left: Event) -> RefusedError | None:
    """Return why a decision in bulk cannot be taken back, None where it can: said before anybody tries."""
    back = session.exec(rows(Event).where(Event.about == left.about, Event.act == BACK)).all()
    again = next((one for one in back if one.after.get("left") == left.id), None)
    if again is not None:
        return ConflictError("conflict.left_taken_back", who=again.by)
    reviews, fresh, ended = (kept_numbers(left, name) for name in ("statements", "fresh", "ended"))
    old = _citations(session, ended)
    locators = {(one.subject_id, one.locator) for one in old}
    decided = set(
        session.exec(
            rows(Review.subject_id).where(
                among(col(Review.subject_id), sorted({one.subject_id for one in old})), col(Review.id) > max(reviews)
            )
        )
    )
    gone = [one for one in old if one.state is not CitationState.ENDED or one.subject_id in decided]
    gone += [
        one
        for one in _citations(session, fresh)
        if one.state is not CitationState.CONFIRMED or (one.subject_id, one.locator) not in locators
    ]
    gone += _bound_again(session, old)
    return _refusal(session, gone[0]) if gone else None


def _bound_again(session: Session, old: Sequence[Citation]) -> list[Citation]:
    """Return the citations whose place rests on the older version again by somebody's hand."""
    ids = [one.id or 0 for one in old]
    versions = sorted({one.version_id for one in old})
    live = session.exec(
        rows(Citation).where(
            among(col(Citation.version_id), versions), col(Citation.state).in_(("confirmed", "proposed"))
        )
    ).all()
    there = {(one.page_id, one.statement_id, one.version_id) for one in live if one.id not in ids}
    return [one for one in old if (one.page_id, one.statement_id, one.version_id) in there]


def _refusal(session: Session, citation: Citation) -> RefusedError:
    """Return the refusal that names the place where somebody has gone on."""
    statement = session.get(Statement, citation.statement_id) if citation.statement_id is not None else None
    text = statement.exact if statement is not None else citation.mention
    return RefusedError("refused.left_gone_on", name=shorten(text or "–", _LONGEST, placeholder=" …"))


def _undecided(session: Session, event: Event, reviews: Sequence[int]) -> set[int]:
    """Take the word of these reviews from the flags that they closed and return whose last review they were.

    Such a flag is closed by a changed fact from now on; whatever asks for it still opens it again.
    """
    session.connection().execute(
        update(FLAG)
        .where(among(FLAG.c.closed_review_id, [*reviews]))
        .values(closed_review_id=None, closed_event_id=event.id, closed_at=event.at)
    )
    before = (
        select(func.max(REVIEW.c.id))
        .where(REVIEW.c.subject_id == SUBJECT.c.id, ~among(REVIEW.c.id, [*reviews]))
        .scalar_subquery()
    )
    whose = among(SUBJECT.c.last_review_id, [*reviews])
    found = {int(row[0]) for row in session.connection().execute(select(SUBJECT.c.id).where(whose))}
    session.connection().execute(
        update(SUBJECT).where(among(SUBJECT.c.id, sorted(found))).values(last_review_id=before)
    )
    return found


def _settle(session: Session, moment: Moment, event: Event, citations: Sequence[Citation], subjects: set[int]) -> None:
    """Bring deadlines, flags and resting entries in step with the citations that count again or no longer."""
    touched = Touched(
        citations={one.id or 0 for one in citations},
        fresh={one.id or 0 for one in citations if one.state is CitationState.CONFIRMED},
        entries={(one.page_id, one.version_id) for one in citations},
        subjects={*subjects, *(one.subject_id for one in citations)},
    )
    for page_id in sorted({one.page_id for one in citations}):
        touched.subjects |= stand_behind(session, page_id)
    session.expire_all()
    settle(session, event, moment, touched)


def _citations(session: Session, ids: Sequence[int]) -> Sequence[Citation]:
    """Return citations in the order of their numbers."""
    return session.exec(rows(Citation).where(among(col(Citation.id), [*ids])).order_by(col(Citation.id))).all()


def kept_numbers(event: Event, name: str) -> list[int]:
    """Return row numbers that an event has kept."""
    found = event.after.get(name)
    return [one for one in found if isinstance(one, int)] if isinstance(found, list) else []
