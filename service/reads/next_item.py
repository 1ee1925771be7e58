"""The next thing to look at: the first row of the queue that is not the one just decided."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, or_, select

from citations.kinds import SubjectKind
from citations.models import Subject


@dataclass(frozen=True, slots=True)
class NextItem:
    """An item of the queue: its kind and what it is found by."""

    kind: str
    subject_id: int
    statement_id: int | None
    page_id: int


def next_item(session: Session, but: int, today: date) -> NextItem | None:
    """Return the gravest open subject but one, None when nothing is left; what is put off waits for its day."""
    row = session.exec(
        select(Subject.kind, Subject.id, Subject.statement_id, Subject.page_id)
        .where(
            col(Subject.points).is_not(None),
            col(Subject.active),
            Subject.id != but,
            or_(col(Subject.deferred_until).is_(None), col(Subject.deferred_until) <= today),
        )
        .order_by(
            col(Subject.points).desc(),
            col(Subject.since),
            col(Subject.page_id),
            col(Subject.position),
            col(Subject.id),
        )
        .limit(1)
    ).first()
    return None if row is None else NextItem(SubjectKind(row[0]).value, row[1] or 0, row[2], row[3])
