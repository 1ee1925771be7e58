"""What people say of single statements: needs no source, harm class, no time claim, contradicted by newer evidence."""

from datetime import date

from sqlmodel import Session, col, select

from citations.kinds import Harm, Reason
from citations.models import Event, Flag, Statement, Subject
from jobs.entries import stand_behind
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import RefusedError, UnknownError


def declare_no_source(session: Session, moment: Moment, by: str, statement_id: int, because: str) -> None:
    """Say that a sentence needs no source, with the reason; an empty reason takes it back."""
    statement = _statement(session, statement_id)
    before: dict[str, object] = {"no_source_because": statement.no_source_because}
    statement.no_source_because = because.strip()
    event = record(
        session,
        moment,
        by,
        "declare_no_source",
        f"statement:{statement_id}",
        before=before,
        after={"no_source_because": because.strip()},
    )
    _settle(session, moment, event, statement)


def set_harm(session: Session, moment: Moment, by: str, statement_id: int, harm: Harm) -> None:
    """Set the harm class: a person's act, logged, with new deadlines in the same transaction (invariant 20)."""
    statement = _statement(session, statement_id)
    before: dict[str, object] = {"harm": statement.harm.value}
    statement.harm, statement.harm_by = harm, by
    subject = _subject(session, statement_id)
    subject.harm = harm
    event = record(
        session, moment, by, "set_harm", f"statement:{statement_id}", before=before, after={"harm": harm.value}
    )
    _settle(session, moment, event, statement)


def set_volatile(session: Session, moment: Moment, by: str, statement_id: int, *, volatile: bool) -> None:
    """Say whether a sentence makes a claim about its time; a word that only looks like one is dismissed once."""
    statement = _statement(session, statement_id)
    before: dict[str, object] = {"volatile": statement.volatile}
    statement.volatile = volatile
    _subject(session, statement_id).volatile = volatile
    if not volatile:
        statement.lapse_rule = ""
    event = record(
        session, moment, by, "set_volatile", f"statement:{statement_id}", before=before, after={"volatile": volatile}
    )
    _settle(session, moment, event, statement)


def contradict(session: Session, moment: Moment, by: str, statement_id: int, on: date, note: str) -> None:
    """Record newer evidence against a sentence, with its day and where it stands (reason ``contradicted``)."""
    if on > moment.today:
        raise RefusedError("refused.date_ahead", value=on.isoformat(), today=moment.today.isoformat())
    if not note.strip():
        raise RefusedError("refused.contradict_needs_note")
    statement = _statement(session, statement_id)
    before: dict[str, object] = {}
    if statement.contradicted_on is not None:
        before = {"on": statement.contradicted_on.isoformat(), "note": statement.contradicted_note}
    on = _open_day(session, statement_id, on, moment)
    statement.contradicted_on, statement.contradicted_note = on, note.strip()
    event = record(
        session,
        moment,
        by,
        "contradict",
        f"statement:{statement_id}",
        before=before,
        after={"on": on.isoformat(), "note": note.strip()},
    )
    _settle(session, moment, event, statement)


def _open_day(session: Session, statement_id: int, on: date, moment: Moment) -> date:
    """Return the day on which newer evidence counts: today where what came up on its own day is answered already.

    RefusedError where today's is answered too: a closed flag never opens again (invariant 13).
    """
    answered = select(col(Flag.trigger_day)).where(
        Flag.subject_id == _subject(session, statement_id).id,
        Flag.reason == Reason.CONTRADICTED,
        col(Flag.closed_review_id).is_not(None),
    )
    days = set(session.exec(answered))
    if on in days and moment.today in days:
        raise RefusedError("refused.contradicted_today", value=on.isoformat())
    return moment.today if on in days else on


def _statement(session: Session, statement_id: int) -> Statement:
    """Return a statement that is still worked on."""
    statement = session.get(Statement, statement_id)
    if statement is None:
        raise UnknownError("refused.unknown_statement", number=statement_id)
    if statement.state == "retired":
        raise RefusedError("refused.retired_statement", number=statement_id)
    return statement


def _subject(session: Session, statement_id: int) -> Subject:
    """Return the subject of a statement."""
    return session.exec(select(Subject).where(Subject.statement_id == statement_id)).one()


def _settle(session: Session, moment: Moment, event: Event, statement: Statement) -> None:
    """Draw the consequences of a change that has been logged."""
    touched = Touched(statements={statement.id or 0}, subjects=stand_behind(session, statement.page_id))
    settle(session, event, moment, touched)
