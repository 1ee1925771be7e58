"""Who has worked here, for the choice of a name."""

from sqlmodel import Session, col, select

from citations.models import Person

MOST = 20


def known_names(session: Session) -> list[str]:
    """Return the names of those who were here last, the latest first, in one question."""
    return list(session.exec(select(Person.name).order_by(col(Person.seen_at).desc()).limit(MOST)))
