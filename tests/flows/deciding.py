"""Short cuts of the flows: record a fact, decide on a subject."""

from sqlmodel import Session

from citations.kinds import Decision
from citations.models import (
    Review,
    Subject,
)
from service.acts.facts import Fact, record_fact
from service.acts.review import Verdict, review
from service.acts.sources import source_named
from tests.factories import (
    EDITOR,
    flag_ids,
    moment,
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
