"""Short cuts of the flows: record a fact, decide on a subject, find what hangs on a source or a sentence."""

from sqlmodel import Session, col, select

from citations.kinds import CitationState, Decision, SubjectKind
from citations.models import Citation, Review, Statement, Subject
from jobs.facts import Fact, record_fact
from service.acts.review import Verdict, review
from service.acts.sources import source_named
from tests.factories import (
    EDITOR,
    flag_ids,
    moment,
    version_of,
)

S3 = "awmf:032-044OL"
EXPIRED = Fact(stand="2021-09-07", valid_until="2026-09-06")


def tell(session: Session, fact: Fact, key: str = S3, day: str = "2026-11-20") -> None:
    """Record a fact about a source."""
    record_fact(session, moment(day), EDITOR, source_named(session, key), fact)


def decide(session: Session, subject: Subject, decision: Decision, day: str = "2026-11-20", **form: object) -> Review:
    """Decide on everything that is open on a subject, with a note unless the form says otherwise."""
    session.refresh(subject)
    form = {"note": "gelesen", "seen": flag_ids(session, subject), "last_review": subject.last_review_id or 0} | form
    return review(session, moment(day, 10), EDITOR, subject.id or 0, Verdict(decision, **form))  # type: ignore[arg-type]


def entry_of(session: Session, key: str = S3) -> Subject:
    """Return the subject of the page's own entry for the version of a source that the page uses."""
    session.expire_all()
    found = (
        select(Subject)
        .join(Citation, col(Citation.subject_id) == col(Subject.id))
        .where(Subject.kind == SubjectKind.ENTRY, Citation.state == CitationState.CONFIRMED)
        .where(Citation.version_id == version_of(session, key).id)
    )
    return session.exec(found).one()


def citation_of(session: Session, statement: Statement) -> Citation:
    """Return the live citation of a statement."""
    live = select(Citation).where(Citation.statement_id == statement.id, Citation.state == CitationState.CONFIRMED)
    return session.exec(live).one()
