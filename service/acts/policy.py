"""Changing the numbers of the field: who, when, why; everything they govern is recomputed in the same transaction."""

from sqlalchemy import update
from sqlmodel import Session, col, select

from citations.kinds import Reason
from citations.models import Citation, Page, PolicyRow, Source, SourceVersion, Statement, Subject
from citations.policy import DEFAULTS
from citations.queries.tables import FLAG
from jobs.ledger import Moment, Touched, load_policy, record, settle
from jobs.refused import RefusedError

MOST = 1200
"""No interval is longer than a hundred years, no number of points larger than this either."""

_MOST_OF = {"overdue.most": 100}
"""More points than that no score has to give."""

_NONE_ALLOWED = ("validity.", "reassess.", "access.")
_CLOCKS = (*_NONE_ALLOWED, "statement.", "page.", "expired.", "overdue.step")


def change_policy(session: Session, moment: Moment, by: str, key: str, value: int | None, because: str) -> PolicyRow:
    """Store a new number with author, day and reason, and recompute what it governs.

    Raises RefusedError for an unknown key, a number below zero, a missing reason, or none where a number must be.
    """
    if key not in DEFAULTS:
        raise RefusedError("refused.unknown_policy", key=key)
    if not because.strip():
        raise RefusedError("refused.policy_needs_reason", key=key)
    least, most = _bounds(key)
    fits = key.startswith(_NONE_ALLOWED) if value is None else least <= value <= most
    if not fits:
        raise RefusedError("refused.policy_number", key=key, value=value, least=least, most=most)
    before: dict[str, object] = {"value": load_policy(session).values[key]}
    row = PolicyRow(key=key, value=value, since=moment.today, author=by, because=because.strip())
    session.add(row)
    session.flush()
    if key.startswith("severity."):
        same = (FLAG.c.closed_at.is_(None), FLAG.c.reason == Reason(key.partition(".")[2]))
        session.connection().execute(update(FLAG).where(*same).values(severity=value))
    event = record(session, moment, by, "change_policy", f"policy:{key}", before=before, after={"value": value})
    settle(session, event, moment, _governed(session, key))
    return row


def _bounds(key: str) -> tuple[int, int]:
    """Return the smallest and the largest number a key takes: a clock of no months would never run again."""
    return (1 if key.startswith(_CLOCKS) else 0), _MOST_OF.get(key, MOST)


def _governed(session: Session, key: str) -> Touched:
    """Return what a number governs: a kind's versions, a class's statements, the pages, or every place in the queue."""
    area, _, word = key.partition(".")
    touched = Touched()
    if key.startswith(("validity.", "reassess.", "access.")):
        kind = word.partition(".")[0]
        every = select(SourceVersion.id).join(Source, col(Source.id) == SourceVersion.source_id)
        rows = session.exec(every if kind == "again" else every.where(Source.kind == kind))
        touched.versions = {number for number in rows if number is not None}
    elif area == "statement":
        rows = session.exec(select(Statement.id).where(Statement.harm == word, Statement.state != "retired"))
        touched.statements = {number for number in rows if number is not None}
    elif area == "page":
        touched.pages = {number for number in session.exec(select(Page.id)) if number is not None}
    elif area == "expired":
        kept = session.exec(select(Citation.id).where(col(Citation.kept_on).is_not(None)))
        touched.citations = {number for number in kept if number is not None}
    elif area != "lead":
        rows = session.exec(select(Subject.id).where(col(Subject.points).is_not(None)))
        touched.subjects = {number for number in rows if number is not None}
    return touched
