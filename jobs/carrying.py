"""What becomes of flags when one version takes another's place: no flag lost, none opened twice (invariants 8, 13)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, literal_column, select, union_all, update
from sqlmodel import Session

from citations.models import Event
from citations.queries.among import among
from citations.queries.flags import evidence_key
from citations.queries.standing import reaches
from citations.queries.tables import CITATION, DEADLINE, FLAG

Asked = set[tuple[int, str, int, date, str]]
"""(citation, reason, version it speaks of, day, evidence): what deadlines that are due ask of citations."""


def asked_of(session: Session, citation_ids: Sequence[int]) -> Asked:
    """Return what the deadlines that have fired ask of these citations."""
    due = (DEADLINE.c.fired_on.is_not(None), among(CITATION.c.id, citation_ids))
    about = func.coalesce(DEADLINE.c.about_version_id, DEADLINE.c.version_id, literal_column("0"))
    row = (CITATION.c.id, DEADLINE.c.reason, about, DEADLINE.c.due_on, evidence_key())
    wide = select(*row).select_from(DEADLINE.join(CITATION, reaches(DEADLINE))).where(*due)
    own = select(*row).select_from(DEADLINE.join(CITATION, DEADLINE.c.citation_id == CITATION.c.id)).where(*due)
    found = session.connection().execute(union_all(wide, own))
    return {(int(number), str(reason), int(about), day, apart) for number, reason, about, day, apart in found}


def repoint(session: Session, citation_ids: Sequence[int], versions: Mapping[int, int]) -> None:
    """Let flags of these citations speak of the versions that took the place of others.

    Their deadlines do so too. So a flag that is closed stays closed, and an open one stays the same flag. Where the
    other one is there already, both stay as they are.
    """
    if not versions:
        return
    for old, new in versions.items():
        session.connection().execute(
            update(DEADLINE).where(DEADLINE.c.about_version_id == old).values(about_version_id=new)
        )
    rows = _flags(session, among(FLAG.c.citation_key, citation_ids))
    taken = {_key(row, row["about_key"]) for row in rows}
    for row in rows:
        about = versions.get(row["about_key"])
        if about is None or _key(row, about) in taken:
            continue
        taken.add(_key(row, about))
        session.connection().execute(update(FLAG).where(FLAG.c.id == row["id"]).values(about_key=about))


def _key(row: Mapping[Any, Any], about: int) -> tuple[Any, ...]:
    """Return what there is only one flag of."""
    return (row["subject_id"], row["citation_key"], row["reason"], about, row["trigger_day"], row["evidence"])


def close_unasked(session: Session, event: Event, citation_ids: Sequence[int], before: Asked, since: int = 0) -> None:
    """Close open flags for which a deadline stood before and stands no longer: a fact changed, nobody reviewed.

    ``since`` closes beside them those that this event or a later one opened and that nothing asks for now.
    """
    now = asked_of(session, citation_ids)
    rows = _flags(session, among(FLAG.c.citation_key, citation_ids), FLAG.c.closed_at.is_(None))
    gone = []
    for row in rows:
        key = (row["citation_key"], str(row["reason"]), row["about_key"], row["trigger_day"], row["evidence"])
        opened = bool(since) and row["opened_event_id"] >= since
        if key not in now and (key in before or opened):
            gone.append(int(row["id"]))
    if gone:
        session.connection().execute(
            update(FLAG).where(among(FLAG.c.id, gone)).values(closed_at=event.at, closed_event_id=event.id)
        )


def keep_decided(session: Session, event: Event, citation_ids: Sequence[int]) -> None:
    """Close what an event opened although a person has decided the same, for that day or a later one (13)."""
    rows = _flags(session, among(FLAG.c.citation_key, citation_ids))
    decided: dict[tuple[Any, ...], tuple[date, int]] = {}
    for row in rows:
        if row["closed_review_id"] is not None:
            key = (row["subject_id"], row["reason"], row["about_key"], row["evidence"])
            answer = (row["trigger_day"], row["closed_review_id"])
            decided[key] = max(decided.get(key, answer), answer)
    for row in rows:
        answered = decided.get((row["subject_id"], row["reason"], row["about_key"], row["evidence"]))
        opened = row["opened_event_id"] == event.id and row["closed_at"] is None
        if opened and answered is not None and answered[0] >= row["trigger_day"]:
            session.connection().execute(
                update(FLAG)
                .where(FLAG.c.id == row["id"])
                .values(closed_at=event.at, closed_event_id=event.id, closed_review_id=answered[1])
            )


def _flags(session: Session, *which: Any) -> Sequence[Mapping[Any, Any]]:  # noqa: ANN401 - conditions of SQLAlchemy
    """Return the flags under some conditions, in the order of their numbers."""
    statement: Select[Any] = select(FLAG).where(*which).order_by(FLAG.c.id)
    return session.connection().execute(statement).mappings().all()
