"""What a decision did: which reasons it closed, and which stay open. Read in the transaction of the decision itself."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from citations.kinds import Reason
from citations.models import Flag, Review


@dataclass(frozen=True, slots=True)
class Outcome:
    """The decision, the reasons it closed, the reasons that stay open, each once; ``until`` where it was put off."""

    decision: str
    closed: tuple[str, ...]
    open: tuple[str, ...]
    until: date | None


def outcome(session: Session, review: Review) -> Outcome:
    """Return what a review that was just recorded did to its subject, in one question."""
    rows = session.exec(
        select(Flag.reason, Flag.closed_review_id, Flag.closed_at)
        .where(Flag.subject_id == review.subject_id)
        .order_by(col(Flag.severity).desc(), col(Flag.id))
    ).all()
    closed = dict.fromkeys(Reason(reason).value for reason, closed_by, _ in rows if closed_by == review.id)
    still = dict.fromkeys(Reason(reason).value for reason, _, closed_at in rows if closed_at is None)
    return Outcome(review.decision.value, tuple(closed), tuple(still), review.until)
