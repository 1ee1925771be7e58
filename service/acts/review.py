"""An editor's decision on a subject: what it needs, what it closes, and the clocks it sets anew (domain 6, Review)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlmodel import Session, col, select

from citations.kinds import CitationState, Decision, Reason, Role, SubjectKind
from citations.models import Access, Citation, Event, Flag, Page, Review, SourceVersion, Statement, Subject
from citations.reasons import CLOSED_BY, closes, confirmation_refused, deferral_refused
from citations.versions import is_newer
from jobs.entries import stand_behind
from jobs.gather import mark_of
from jobs.ledger import Moment, Touched, load_policy, record, settle
from service.acts.access_rules import access_fault
from service.acts.refused import ConflictError, RefusedError, UnknownError
from service.acts.rewrite import move_citation, retire, rewrite


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the form carries. ``seen`` are the flags on screen, ``last_review`` the newest review there (0 for none).

    ``accessed`` gives per version the day on which the editor opened it; ``moves`` per citation the newer version it
    moves to; ``words`` is the new sentence of ``revised``; ``until`` the day of ``deferred``.
    """

    decision: Decision
    note: str = ""
    seen: tuple[int, ...] = ()
    last_review: int = 0
    accessed: dict[int, str] = field(default_factory=dict)
    moves: dict[int, int] = field(default_factory=dict)
    words: str = ""
    until: date | None = None


@dataclass(slots=True)
class _Case:
    """A subject with all that hangs on it while it is decided."""

    subject: Subject
    flags: list[Flag]
    citations: dict[int, Citation]


def review(session: Session, moment: Moment, by: str, subject_id: int, verdict: Verdict) -> Review:
    """Record a decision, close exactly the flags it covers, and set the next deadlines, in one transaction.

    Raises ConflictError if somebody decided or closed a flag meanwhile; RefusedError names the rule that forbids it.
    """
    case = _case(session, subject_id)
    _refuse_stale(session, case, verdict)
    _refuse_forbidden(session, case, verdict, moment)
    row = _store(session, moment, by, case, verdict)
    about = f"statement:{case.subject.statement_id}" if case.subject.statement_id else f"subject:{subject_id}"
    after: dict[str, object] = {"decision": verdict.decision.value, "note": verdict.note}
    event = record(session, moment, by, "review", about, after=after)
    touched = Touched(subjects={subject_id})
    _store_accesses(session, moment, by, case, verdict, touched)
    if verdict.decision is Decision.DEFERRED:
        case.subject.deferred_until = verdict.until
    else:
        case.subject.deferred_until = None
        _close(session, case, verdict, row, event, moment)
        _apply(session, moment, event, case, verdict, touched)
    case.subject.last_review_id = row.id
    session.flush()
    touched.subjects |= stand_behind(session, case.subject.page_id)
    settle(session, event, moment, touched)
    return row


def _case(session: Session, subject_id: int) -> _Case:
    """Load the subject (locked, so that two editors cannot both decide), its open flags and live citations."""
    subject = session.exec(select(Subject).where(Subject.id == subject_id).with_for_update()).first()
    if subject is None:
        raise UnknownError("refused.unknown_subject", number=subject_id)
    flags = session.exec(select(Flag).where(Flag.subject_id == subject_id, col(Flag.closed_at).is_(None))).all()
    cited = session.exec(
        select(Citation).where(Citation.subject_id == subject_id, Citation.state == CitationState.CONFIRMED)
    ).all()
    return _Case(subject, list(flags), {row.id or 0: row for row in cited})


def _refuse_stale(session: Session, case: _Case, verdict: Verdict) -> None:
    """Refuse what was decided on an old screen: a newer review, or a flag on it that is closed by now."""
    last = case.subject.last_review_id or 0
    open_ids = {flag.id for flag in case.flags}
    gone = [number for number in verdict.seen if number not in open_ids]
    if last == verdict.last_review and not gone:
        return
    newest = session.get(Review, last) if last else None
    raise ConflictError(
        "conflict.reviewed",
        who=newest.by if newest else "",
        decision=newest.decision.value if newest else "",
        at=newest.at.isoformat() if newest else "",
        note=newest.note if newest else "",
        closed=len(gone),
    )


def _refuse_forbidden(session: Session, case: _Case, verdict: Verdict, moment: Moment) -> None:
    """Refuse what invariants 9 to 11 and the kind of subject forbid."""
    decision, kind = verdict.decision, case.subject.kind
    if decision is Decision.REVISED and (kind is not SubjectKind.STATEMENT or not verdict.words.strip()):
        raise RefusedError("refused.revise_needs_words")
    if decision is Decision.SOURCE_UPDATED and not verdict.moves:
        raise RefusedError("refused.update_needs_version")
    if decision is Decision.RETIRED and not verdict.note.strip():
        raise RefusedError("refused.retire_needs_note")
    if decision is Decision.CONFIRMED:
        _refuse_confirmation(case, verdict)
    if decision is Decision.DEFERRED:
        _refuse_deferral(session, case, verdict, moment)


def _refuse_confirmation(case: _Case, verdict: Verdict) -> None:
    """Refuse to confirm on a retracted or withdrawn support, and to keep an expired version without a note."""
    for flag in case.flags:
        citation = case.citations.get(flag.citation_key)
        role = citation.role if citation else Role.SUPPORTS
        if confirmation_refused(flag.reason, role, case.subject.harm):
            raise RefusedError("refused.confirm_retracted", reason=flag.reason.value)
        if (
            flag.reason in (Reason.EXPIRED, Reason.CONTRADICTED)
            and flag.id in verdict.seen
            and not verdict.note.strip()
        ):
            raise RefusedError("refused.confirm_needs_note", reason=flag.reason.value)


def _refuse_deferral(session: Session, case: _Case, verdict: Verdict, moment: Moment) -> None:
    """Refuse a deferral without day or reason, for too long, or of something grave (invariant 11)."""
    most = load_policy(session).number("deferred.days")
    if verdict.until is None or not verdict.note.strip():
        raise RefusedError("refused.defer_needs")
    if not moment.today < verdict.until <= moment.today + timedelta(days=most):
        raise RefusedError("refused.defer_days", most=most, until=verdict.until.isoformat())
    for flag in case.flags:
        if deferral_refused(flag.reason, case.subject.harm):
            raise RefusedError("refused.defer_grave", reason=flag.reason.value)


def _store(session: Session, moment: Moment, by: str, case: _Case, verdict: Verdict) -> Review:
    """Keep the decision with what was on the screen."""
    row = Review(
        subject_id=case.subject.id or 0,
        decision=verdict.decision,
        by=by,
        at=moment.now,
        on=moment.today,
        note=verdict.note.strip(),
        until=verdict.until,
        seen_flags=list(verdict.seen),
        seen_versions=sorted({citation.version_id for citation in case.citations.values()}),
    )
    session.add(row)
    session.flush()
    return row


def _store_accesses(session: Session, moment: Moment, by: str, case: _Case, verdict: Verdict, touched: Touched) -> None:
    """Keep which versions the editor opened, and when; a date that breaks a rule refuses the whole decision."""
    for version_id, on in verdict.accessed.items():
        version = session.get(SourceVersion, version_id)
        if version is None:
            raise UnknownError("refused.unknown_version", number=version_id)
        fault = access_fault(on, version.as_of, moment.today)
        if fault:
            raise RefusedError(fault, value=on, stand=version.as_of, today=moment.today.isoformat())
        page_id = case.subject.page_id
        session.add(
            Access(version_id=version_id, page_id=page_id, on=on, origin="recorded", by=by, recorded_at=moment.now)
        )
        touched.entries.add((page_id, version_id))


def _close(session: Session, case: _Case, verdict: Verdict, row: Review, event: Event, moment: Moment) -> None:
    """Close what the decision covers: flags on the screen, about the versions it names, no newer ones (8)."""
    for flag in case.flags:
        if flag.id not in verdict.seen or flag.opened_at > moment.now:
            continue
        citation = case.citations.get(flag.citation_key)
        if _closes(session, flag, citation, verdict):
            _shut(flag, row, event)
            _follow_entry(session, case, flag, citation, row, event)
    session.flush()


def _closes(session: Session, flag: Flag, citation: Citation | None, verdict: Verdict) -> bool:
    """Say whether the decision closes this flag."""
    if verdict.decision is Decision.SOURCE_UPDATED and citation is not None and citation.id not in verdict.moves:
        return _closes_as(session, flag, citation, verdict, Decision.CONFIRMED)
    return _closes_as(session, flag, citation, verdict, verdict.decision)


def _closes_as(session: Session, flag: Flag, citation: Citation | None, verdict: Verdict, decision: Decision) -> bool:
    """Apply the closing rule with what the flag is about."""
    named = session.get(SourceVersion, citation.version_id) if citation else None
    about = session.get(SourceVersion, flag.about_key) if flag.about_key else None
    newer = bool(named and about and named.id != about.id and is_newer(mark_of(about), mark_of(named)))
    on = verdict.accessed.get(citation.version_id) if citation else None
    accessed = date.fromisoformat(on) if on and len(on) == len("2000-01-01") else None
    if decision is Decision.SOURCE_UPDATED and citation is not None:
        return decision in CLOSED_BY[flag.reason]
    return closes(flag.reason, decision, note=verdict.note, accessed=accessed, trigger=flag.trigger_day, newer=newer)


def _follow_entry(
    session: Session, case: _Case, flag: Flag, citation: Citation | None, row: Review, event: Event
) -> None:
    """Close the same flag on the page's entry once no sentence of the page has it open: nothing is read twice."""
    if citation is None or citation.statement_id is None:
        return
    session.flush()
    same = (
        select(Flag, Citation)
        .join(Citation, col(Citation.id) == col(Flag.citation_key))
        .where(
            Citation.page_id == case.subject.page_id,
            Citation.version_id == citation.version_id,
            Flag.reason == flag.reason,
            Flag.trigger_day == flag.trigger_day,
            col(Flag.closed_at).is_(None),
        )
    )
    still = session.exec(same).all()
    if any(other.statement_id is not None for _, other in still):
        return
    for entry_flag, entry in still:
        _shut(entry_flag, row, event)
        entry.reviewed_on = row.on


def _shut(flag: Flag, row: Review, event: Event) -> None:
    """Close a flag by a person's decision: it never opens again."""
    flag.closed_at, flag.closed_event_id, flag.closed_review_id = event.at, event.id, row.id


def _apply(session: Session, moment: Moment, event: Event, case: _Case, verdict: Verdict, touched: Touched) -> None:
    """Change what the decision changes: clocks, citations, words, state."""
    subject = case.subject
    if verdict.decision is Decision.RETIRED:
        retire(session, moment, event, subject, touched)
        return
    for number, citation in case.citations.items():
        if number in verdict.moves:
            move_citation(session, moment, event, citation, verdict.moves[number], touched)
        else:
            _stamp(citation, case.flags, moment.today, touched)
    if verdict.decision is Decision.REVISED and subject.statement_id is not None:
        rewrite(session, moment, event, subject, verdict.words.strip(), touched)
    elif subject.statement_id is not None:
        _stamp_statement(session, subject, moment, touched)
    elif subject.kind is SubjectKind.PAGE:
        _stamp_page(session, subject, moment, touched)


def _stamp(citation: Citation, flags: Sequence[Flag], today: date, touched: Touched) -> None:
    """Note the review on a citation that stays; keeping an expired version is noted apart (9)."""
    citation.reviewed_on = today
    kept = [flag for flag in flags if flag.citation_key == citation.id and flag.reason is Reason.EXPIRED]
    if any(flag.closed_review_id is not None for flag in kept):
        citation.kept_on = today
    touched.citations.add(citation.id or 0)


def _stamp_statement(session: Session, subject: Subject, moment: Moment, touched: Touched) -> None:
    """Note the review on the statement; whoever confirms a contradicted sentence with a note has answered that."""
    statement = session.get(Statement, subject.statement_id)
    if statement is not None:
        statement.reviewed_on = moment.today
        statement.contradicted_on = None
        touched.statements.add(statement.id or 0)


def _stamp_page(session: Session, subject: Subject, moment: Moment, touched: Touched) -> None:
    """Note the whole-page review: it sets the clocks of the page and of all its statements."""
    page = session.get(Page, subject.page_id)
    if page is None:
        raise UnknownError("refused.unknown_page", number=subject.page_id)
    page.reviewed_on, page.reviewed_inferred = moment.today, False
    touched.pages.add(subject.page_id)
    rows = session.exec(select(Statement.id).where(Statement.page_id == subject.page_id))
    touched.statements |= {number for number in rows if number is not None}
