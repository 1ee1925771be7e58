"""What a decision carries, and which decisions the rules refuse; nothing is changed here (invariants 8 to 11)."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlmodel import Session

from citations.kinds import Because, Decision, Reason, Role, SubjectKind
from citations.models import Citation, Flag, Page, Review, SourceVersion, Statement, Subject
from citations.reasons import confirmation_refused, deferral_refused
from citations.stored import mark_of
from citations.versions import is_newer
from jobs.ledger import Moment, load_policy
from jobs.refused import ConflictError, RefusedError, UnknownError


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the form carries. ``seen`` are the flags on screen, ``last_review`` the newest review there (0 for none).

    ``accessed`` gives per version the day on which the editor opened it; ``moves`` per citation the newer version it
    moves to; ``words`` is the new sentence of ``revised``; ``until`` the day of ``deferred``. ``because`` says why a
    new version does not touch the sentence; ``in_bulk`` that only this was judged, with others on one screen.
    """

    decision: Decision
    note: str = ""
    seen: tuple[int, ...] = ()
    last_review: int = 0
    accessed: dict[int, str] = field(default_factory=dict)
    moves: dict[int, int] = field(default_factory=dict)
    words: str = ""
    until: date | None = None
    because: Because | None = None
    in_bulk: bool = False


@dataclass(slots=True)
class Case:
    """A subject with all that hangs on it while it is decided."""

    subject: Subject
    flags: list[Flag]
    citations: dict[int, Citation]


def refuse_stale(session: Session, case: Case, verdict: Verdict) -> None:
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


def refuse_forbidden(session: Session, case: Case, verdict: Verdict, moment: Moment) -> None:
    """Refuse what invariants 9 to 11 and the kind of subject forbid."""
    decision = verdict.decision
    _refuse_gone(session, case)
    if decision is Decision.REVISED:
        _refuse_rewording(session, case, verdict)
    if decision is Decision.SOURCE_UPDATED:
        _refuse_moves(session, case, verdict)
    if decision is Decision.RETIRED and not verdict.note.strip():
        raise RefusedError("refused.retire_needs_note")
    if decision is Decision.CONFIRMED:
        _refuse_confirmation(case, verdict)
    if decision is Decision.DEFERRED:
        _refuse_deferral(session, case, verdict, moment)


def _refuse_gone(session: Session, case: Case) -> None:
    """Refuse to decide on what has left the work: a retired sentence, an ended entry, a retired page."""
    subject = case.subject
    if subject.active or (subject.kind is SubjectKind.ENTRY and case.citations):
        return
    if subject.kind is SubjectKind.STATEMENT:
        raise RefusedError("refused.retired_statement", number=subject.statement_id)
    page = session.get_one(Page, subject.page_id)
    if page.retired_on is not None:
        raise RefusedError("refused.retired_page", number=page.id, since=page.retired_on)
    raise UnknownError("refused.unknown_entry", number=subject.id)


def _refuse_rewording(session: Session, case: Case, verdict: Verdict) -> None:
    """Refuse a new sentence without words, or with the words of the old one: that would change nothing."""
    words = " ".join(verdict.words.split())
    old = session.get(Statement, case.subject.statement_id) if case.subject.statement_id else None
    if old is None or words in ("", " ".join(old.exact.split())):
        raise RefusedError("refused.revise_needs_words")


def _refuse_moves(session: Session, case: Case, verdict: Verdict) -> None:
    """Refuse to move what is not cited here, and to move to anything but a newer version of the same source."""
    for citation_id, version_id in verdict.moves.items():
        citation, to = case.citations.get(citation_id), session.get(SourceVersion, version_id)
        if citation is None or to is None:
            raise RefusedError("refused.update_needs_version")
        old = session.get_one(SourceVersion, citation.version_id)
        if to.source_id != old.source_id or to.id == old.id or is_newer(mark_of(old), mark_of(to)):
            raise RefusedError("refused.update_needs_version")
    if not verdict.moves:
        raise RefusedError("refused.update_needs_version")


def _refuse_confirmation(case: Case, verdict: Verdict) -> None:
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


def _refuse_deferral(session: Session, case: Case, verdict: Verdict, moment: Moment) -> None:
    """Refuse a deferral without day or reason, for too long, or of something grave (invariant 11)."""
    most = load_policy(session).number("deferred.days")
    first, last = moment.today + timedelta(days=1), moment.today + timedelta(days=most)
    if verdict.until is None:
        raise RefusedError("refused.defer_needs_day", first=first, last=last)
    if not verdict.note.strip():
        raise RefusedError("refused.defer_needs_note")
    if not first <= verdict.until <= last:
        raise RefusedError("refused.defer_days", most=most, first=first, last=last, until=verdict.until.isoformat())
    for flag in case.flags:
        if deferral_refused(flag.reason, case.subject.harm):
            raise RefusedError("refused.defer_grave", reason=flag.reason.value)
