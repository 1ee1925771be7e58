"""What becomes of flags where the marks of a recommendation say more, or no longer say more, than the whole version.

The newer version is the same evidence, whatever weight it has: its flag turns from one reason into the other. What a
person decided stays decided, what she put off stays put off unless it has become graver (invariants 11 and 13).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, literal_column, select, union_all, update
from sqlmodel import Session

from citations.kinds import Clock, Reason
from citations.models import Event
from citations.queries.among import among
from citations.queries.flags import evidence_key
from citations.queries.standing import reaches
from citations.queries.tables import CITATION, DEADLINE, FLAG
from citations.reasons import SUPERSEDED
from jobs.deadlines import Gone
from jobs.gather import Wanted

Asked = set[tuple[int, int, Reason, date]]
"""(citation, version spoken of, reason, day) of every deadline that says that a newer version exists."""


def marked_citations(wanted: Wanted, gone: Sequence[Gone]) -> list[int]:
    """Return the citations for which marks decide what a newer version means, or did so until now."""
    now = {
        scope.citation_id
        for scope, dues in wanted.items()
        if any(due.reason in SUPERSEDED and not due.evidence for due in dues)
    }
    before = {one.scope.citation_id for one in gone if one.reason in set(SUPERSEDED) and not one.evidence}
    return sorted(number for number in now | before if number is not None)


def turn(session: Session, event: Event, today: date, citation_ids: Sequence[int]) -> None:
    """Bring the flags of newer versions on these citations in step with their deadlines, as they are stored now."""
    if not citation_ids:
        return
    asked = _asked(session, citation_ids, today)
    wanted = {(citation, about): (reason, day) for citation, about, reason, day in asked}
    rows = _flags(session, citation_ids)
    taken = {_key(row) for row in rows}
    for row in rows:
        to = wanted.get((row["citation_key"], row["about_key"]))
        if _key(row) in asked or (row["closed_at"] is not None and row["closed_review_id"] is None):
            continue
        target = None if to is None else (row["citation_key"], row["about_key"], *to)
        if target is not None and target not in taken:
            taken.add(target)
            _turn(session, event, row, target[2], target[3])
        elif row["closed_at"] is None:
            _change(session, row, {"closed_at": event.at, "closed_event_id": event.id})


def _asked(session: Session, citation_ids: Sequence[int], today: date) -> Asked:
    """Return what the deadlines of newer versions ask of these citations."""
    newer = (DEADLINE.c.clock == Clock.EVENT, DEADLINE.c.reason.in_(SUPERSEDED), DEADLINE.c.due_on <= today)
    which = (*newer, evidence_key() == "", among(CITATION.c.id, citation_ids))
    about = func.coalesce(DEADLINE.c.about_version_id, DEADLINE.c.version_id, literal_column("0"))
    row = (CITATION.c.id, about, DEADLINE.c.reason, DEADLINE.c.due_on)
    wide = select(*row).select_from(DEADLINE.join(CITATION, reaches(DEADLINE))).where(*which)
    own = select(*row).select_from(DEADLINE.join(CITATION, DEADLINE.c.citation_id == CITATION.c.id)).where(*which)
    found = session.connection().execute(union_all(wide, own))
    return {(int(citation), int(version), Reason(reason), day) for citation, version, reason, day in found}


def _flags(session: Session, citation_ids: Sequence[int]) -> Sequence[Mapping[Any, Any]]:
    """Return the flags of newer versions on these citations, open or closed, in the order of their numbers."""
    which = (among(FLAG.c.citation_key, citation_ids), FLAG.c.reason.in_(SUPERSEDED), FLAG.c.evidence == "")
    return session.connection().execute(select(FLAG).where(*which).order_by(FLAG.c.id)).mappings().all()


def _key(row: Mapping[Any, Any]) -> tuple[int, int, Reason, date]:
    """Return what there is only one flag of on a citation."""
    return row["citation_key"], row["about_key"], Reason(row["reason"]), row["trigger_day"]


def _turn(session: Session, event: Event, row: Mapping[Any, Any], reason: Reason, day: date) -> None:
    """Give a flag its new reason; one that has become graver counts as opened now, so that nobody sleeps over it."""
    graver = row["closed_at"] is None and row["reason"] == Reason.SUPERSEDED_MINOR
    opened = {"opened_event_id": event.id} if graver else {}
    _change(session, row, {"reason": reason, "trigger_day": day} | opened)


def _change(session: Session, row: Mapping[Any, Any], values: Mapping[str, Any]) -> None:
    """Write changed values of one flag."""
    session.connection().execute(update(FLAG).where(FLAG.c.id == row["id"]).values(**values))
