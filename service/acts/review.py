"""An editor's decision on a subject: what it needs, what it closes, and the clocks it sets anew (domain 6, Review)."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from citations.kinds import CitationState, Decision, Reason, SubjectKind
from citations.models import Access, Citation, Event, Flag, Page, Review, SourceVersion, Statement, Subject
from citations.reasons import CLOSED_BY, closes
from citations.stored import mark_of
from citations.versions import is_newer
from jobs.entries import stand_behind
from jobs.known_sources import standing_version
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import RefusedError, UnknownError
from service.acts.access_rules import access_fault
from service.acts.rewrite import move_citation, retire, rewrite
from service.acts.verdict import Case, Verdict, refuse_forbidden, refuse_stale

__all__ = ["Verdict", "review"]


def review(session: Session, moment: Moment, by: str, subject_id: int, verdict: Verdict) -> Review:
    """Record a decision, close exactly the flags it covers, and set the next deadlines, in one transaction.

    Raises ConflictError if somebody decided or closed a flag meanwhile; RefusedError names the rule that forbids it.
    """
    case = _case(session, subject_id)
    refuse_stale(session, case, verdict)
    refuse_forbidden(session, case, verdict, moment)
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
        _close(session, case, verdict, row, event, touched)
        _apply(session, moment, event, case, verdict, touched)
    case.subject.last_review_id = row.id
    session.flush()
    touched.subjects |= stand_behind(session, case.subject.page_id)
    settle(session, event, moment, touched)
    return row


def _case(session: Session, subject_id: int) -> Case:
    """Load the subject (locked, so that two editors cannot both decide), its open flags and live citations."""
    subject = session.exec(select(Subject).where(Subject.id == subject_id).with_for_update()).first()
    if subject is None:
        raise UnknownError("refused.unknown_subject", number=subject_id)
    flags = session.exec(select(Flag).where(Flag.subject_id == subject_id, col(Flag.closed_at).is_(None))).all()
    cited = session.exec(
        select(Citation).where(Citation.subject_id == subject_id, Citation.state == CitationState.CONFIRMED)
    ).all()
    return Case(subject, list(flags), {row.id or 0: row for row in cited})


def _store(session: Session, moment: Moment, by: str, case: Case, verdict: Verdict) -> Review:
    """Keep the decision with what was on the screen."""
    row = Review(
        subject_id=case.subject.id or 0,
        decision=verdict.decision,
        by=by,
        at=moment.now,
        on=moment.today,
        note=verdict.note.strip(),
        because=verdict.because,
        in_bulk=verdict.in_bulk,
        until=verdict.until,
        seen_flags=list(verdict.seen),
        seen_versions=sorted({citation.version_id for citation in case.citations.values()}),
    )
    session.add(row)
    session.flush()
    return row


def _store_accesses(session: Session, moment: Moment, by: str, case: Case, verdict: Verdict, touched: Touched) -> None:
    """Keep which versions the editor opened, and when; a date that breaks a rule refuses the whole decision."""
    for named, on in verdict.accessed.items():
        version_id = standing_version(session, named)
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


def _close(session: Session, case: Case, verdict: Verdict, row: Review, event: Event, touched: Touched) -> None:
    """Close what the decision covers: flags on the screen, about the versions it names, no newer ones (8)."""
    for flag in case.flags:
        if flag.id not in verdict.seen or flag.opened_at > row.at:
            continue
        citation = case.citations.get(flag.citation_key)
        if _closes(session, flag, citation, verdict):
            _shut(flag, row, event)
            if citation is not None and _meaning(citation, verdict) is Decision.CONFIRMED:
                _follow_entry(session, flag, citation, row, event, touched)
    session.flush()


def _meaning(citation: Citation | None, verdict: Verdict) -> Decision:
    """Return what a decision says of one citation: where one source moves on, the others are confirmed."""
    moves = verdict.decision is Decision.SOURCE_UPDATED
    stays = moves and citation is not None and citation.id not in verdict.moves
    return Decision.CONFIRMED if stays else verdict.decision


def _closes(session: Session, flag: Flag, citation: Citation | None, verdict: Verdict) -> bool:
    """Say whether the decision closes this flag: the closing rule with what the flag is about."""
    decision = _meaning(citation, verdict)
    named = session.get(SourceVersion, citation.version_id) if citation else None
    about = session.get(SourceVersion, flag.about_key) if flag.about_key else None
    newer = bool(named and about and named.id != about.id and is_newer(mark_of(about), mark_of(named)))
    on = verdict.accessed.get(citation.version_id) if citation else None
    accessed = date.fromisoformat(on) if on and len(on) == len("2000-01-01") else None
    if decision is Decision.SOURCE_UPDATED and citation is not None:
        return decision in CLOSED_BY[flag.reason]
    return closes(flag.reason, decision, note=verdict.note, accessed=accessed, trigger=flag.trigger_day, newer=newer)


def _follow_entry(
    session: Session, flag: Flag, citation: Citation, row: Review, event: Event, touched: Touched
) -> None:
    """Close the same flag on the page's entry once no sentence of the page has it open: nothing is read twice.

    Only for what was confirmed: a sentence that goes or changes says nothing of the source that its page lists.
    """
    if citation.statement_id is None:
        return
    session.flush()
    same = (
        select(Flag, Citation)
        .join(Citation, col(Citation.id) == col(Flag.citation_key))
        .where(
            Citation.page_id == citation.page_id,
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
        _stamp(entry, [entry_flag], row.on, touched)


def _shut(flag: Flag, row: Review, event: Event) -> None:
    """Close a flag by a person's decision: it never opens again."""
    flag.closed_at, flag.closed_event_id, flag.closed_review_id = event.at, event.id, row.id


def _apply(session: Session, moment: Moment, event: Event, case: Case, verdict: Verdict, touched: Touched) -> None:
    """Change what the decision changes: clocks, citations, words, state. In bulk only the citations were judged."""
    subject = case.subject
    if verdict.decision is Decision.RETIRED:
        retire(session, moment, event, subject, touched)
        return
    for number, citation in case.citations.items():
        if number in verdict.moves:
            move_citation(session, moment, event, citation, verdict.moves[number], touched)
        elif not verdict.in_bulk:
            _stamp(citation, case.flags, moment.today, touched)
    if verdict.decision is Decision.REVISED and subject.statement_id is not None:
        rewrite(session, moment, event, subject, verdict.words.strip(), touched)
    elif subject.statement_id is not None and not verdict.in_bulk:
        _stamp_statement(session, case, moment, touched)
    elif subject.kind is SubjectKind.PAGE:
        _stamp_page(session, subject, moment, touched)


def _stamp(citation: Citation, flags: Sequence[Flag], today: date, touched: Touched) -> None:
    """Note the review on a citation that stays; keeping an expired version is noted apart (9)."""
    citation.reviewed_on = today
    kept = [flag for flag in flags if flag.citation_key == citation.id and flag.reason is Reason.EXPIRED]
    if any(flag.closed_review_id is not None for flag in kept):
        citation.kept_on = today
    touched.citations.add(citation.id or 0)


def _stamp_statement(session: Session, case: Case, moment: Moment, touched: Touched) -> None:
    """Note the review on the statement; whoever confirms a contradicted sentence with a note has answered that."""
    statement = session.get(Statement, case.subject.statement_id)
    if statement is not None:
        statement.reviewed_on = moment.today
        if any(flag.reason is Reason.CONTRADICTED and flag.closed_review_id is not None for flag in case.flags):
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
