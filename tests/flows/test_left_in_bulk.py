"""What was left as it is in bulk, taken back: all as it was before and open again, or nothing at all."""

import pytest
from sqlmodel import Session, col, select

from citations.kinds import Because, CitationState, Decision
from citations.models import Citation, Event, Flag, Review, SourceVersion, Subject
from jobs.refused import ConflictError, RefusedError
from service.acts.not_touched import LEFT, Reading, Ticked, not_touched
from service.acts.review import Verdict, review
from service.acts.touched_after_all import touched_after_all
from service.db import Sessions
from tests.factories import EDITOR, bring_in, flag_ids, moment, statement_with, subject_of
from tests.flows.test_marks import STEPS, WORDS, newer
from tests.recomputing import assert_in_step


def ready(session: Session) -> None:
    """Let three sentences rest on a version that a newer one supersedes."""
    bring_in(session)
    for name in ("cited", "placed", "version"):
        STEPS[name](session)


def _leave_all(session: Session) -> tuple[int, int]:
    """Leave all three sentences as they are and return the version that was read, and the event."""
    version = session.exec(select(SourceVersion.id).where(SourceVersion.label == "2.0")).one() or 0
    cited = session.exec(
        select(Citation, Subject)
        .join(Subject, col(Subject.id) == col(Citation.subject_id))
        .where(Citation.state == CitationState.CONFIRMED, Citation.version_id != version)
        .where(col(Citation.statement_id).is_not(None))
    ).all()
    ticked = [
        Ticked(one.id or 0, subject.last_review_id or 0, flag_ids(session, subject))
        for one, subject in cited
        if one.locator
    ]
    assert not_touched(session, moment(), EDITOR, Reading(version, ticked, Because.SAME)) == len(WORDS)
    return version, session.exec(select(Event.id).where(Event.act == LEFT)).one() or 0


def _standing(session: Session) -> list[list[tuple[object, ...]]]:
    """Return what an editor sees: what counts and is open, by sentence, and what was decided last."""
    session.expire_all()
    cited = session.exec(select(Citation).where(Citation.state == CitationState.CONFIRMED).order_by(col(Citation.id)))
    flags = session.exec(select(Flag).where(col(Flag.closed_at).is_(None)).order_by(col(Flag.id)))
    subjects = session.exec(select(Subject).order_by(col(Subject.id)))
    return [
        [(one.id, one.version_id, one.locator, one.ended_by) for one in cited],
        [(one.id, one.citation_key, one.reason, one.about_key, one.trigger_day, one.facts) for one in flags],
        [(one.id, one.active, one.last_review_id, one.points, one.due_on) for one in subjects],
    ]


def test_what_was_decided_in_bulk_is_taken_back_in_one_step(sessions: Sessions) -> None:
    with sessions.write() as session:
        ready(session)
        before = _standing(session)
        version, left = _leave_all(session)
        assert newer(session) == {}
        assert touched_after_all(session, moment(), EDITOR, version, left) == len(WORDS)
        assert _standing(session) == before
        assert_in_step(session, moment().today, [])
        assert len(session.exec(select(Review)).all()) == len(WORDS)
        with pytest.raises(ConflictError):
            touched_after_all(session, moment(), "Kollegin", version, left)


def test_where_somebody_went_on_nothing_is_taken_back_and_the_sentence_is_named(sessions: Sessions) -> None:
    with sessions.write() as session:
        ready(session)
        version, left = _leave_all(session)
        statement = statement_with(session, "Operation")
        subject = subject_of(session, statement)
        verdict = Verdict(Decision.CONFIRMED, "gelesen", flag_ids(session, subject), subject.last_review_id or 0)
        review(session, moment(), EDITOR, subject.id or 0, verdict)
        before = _standing(session)
        with pytest.raises(RefusedError) as refused:
            touched_after_all(session, moment(), EDITOR, version, left)
        assert refused.value.facts["name"] == statement.exact
        assert _standing(session) == before
