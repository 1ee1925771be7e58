"""What was left as it is in bulk on the card of a version, and whether it can still be taken back."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from citations.models import Event, Review
from jobs.refused import RefusedError
from service.acts.not_touched import LEFT
from service.acts.touched_after_all import BACK, kept_numbers, what_forbids

MOST = 5
"""Decisions in bulk that a card offers to take back: the newest ones."""


@dataclass(frozen=True, slots=True)
class LeftSeen:
    """One decision in bulk that holds: who left how many sentences and entries as they are, when and why.

    ``refused`` says why it can no longer be taken back, None where it can.
    """

    id: int
    by: str
    at: datetime
    n: int
    because: str
    refused: RefusedError | None


def left_on(session: Session, version_id: int) -> tuple[LeftSeen, ...]:
    """Return the newest decisions in bulk about a version that nobody has taken back."""
    events = session.exec(
        select(Event)
        .where(Event.about == f"version:{version_id}", col(Event.act).in_([LEFT, BACK]))
        .order_by(col(Event.id).desc())
    ).all()
    back = {event.after.get("left") for event in events if event.act == BACK}
    holding = [event for event in events if event.act == LEFT and event.id not in back]
    return tuple(_seen(session, event) for event in holding[:MOST])


def _seen(session: Session, event: Event) -> LeftSeen:
    """Return one decision as the card shows it."""
    reviews = kept_numbers(event, "statements")
    first = session.get(Review, reviews[0])
    because = first.because.value if first is not None and first.because else ""
    return LeftSeen(event.id or 0, event.by, event.at, len(reviews), because, what_forbids(session, event))
