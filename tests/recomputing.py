"""Computes again, from the facts alone, what the ledger keeps in step act by act, and compares."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from citations.clocks import Due, told_apart
from citations.kinds import CitationState, Reason, Role
from citations.models import Citation, Deadline, Flag, Page, Statement, Subject
from citations.policy import Policy
from citations.priority import Standing, priority, weight
from citations.reasons import SETS_NO_DUE_DAY, SUPERSEDED
from jobs.deadlines import Scope
from jobs.gather import Wanted, citation_dues, entry_dues, version_dues
from jobs.gather_pages import page_dues, statement_dues
from jobs.ledger import load_policy
from tests.jobs.test_standing import counted, tallied

Key = tuple[str, str, str, str]


def assert_in_step(session: Session, today: date, done: list[str]) -> None:
    """Check deadlines, flags, places in the queue, due days and tallies against a computation from scratch."""
    session.expire_all()
    policy = load_policy(session)
    wanted = _all_dues(session, policy)
    _assert_deadlines(session, wanted, done)
    _assert_flags(session, today, done)
    _assert_places(session, today, policy, done)
    assert tallied(session) == counted(session), done


def _all_dues(session: Session, policy: Policy) -> Wanted:
    """Return what the clocks give for everything that counts."""

    def ids(model: Any) -> list[int]:  # noqa: ANN401 - any table
        return list(session.exec(select(model.id)))

    live = session.exec(select(Citation).where(Citation.state == CitationState.CONFIRMED)).all()
    wanted: Wanted = {}
    wanted |= version_dues(session, {row.version_id for row in live}, policy)
    wanted |= entry_dues(session, {(row.page_id, row.version_id) for row in live}, policy)
    wanted |= citation_dues(session, [row.id or 0 for row in live], policy)
    wanted |= statement_dues(session, ids(Statement), policy)
    wanted |= page_dues(session, ids(Page), policy)
    return wanted


def _assert_deadlines(session: Session, wanted: Wanted, done: list[str]) -> None:
    """Check that the stored deadlines of every scope that counts are those that the clocks give."""

    def key(scope: Scope, due: Due) -> Key:
        return (scope.name, due.clock.value, due.reason.value, due.evidence)

    expected = {
        key(scope, due): (due.on, due.facts, due.about_version_id) for scope, dues in wanted.items() for due in dues
    }
    names = {scope.name for scope in wanted}
    rows = session.exec(select(Deadline)).all()
    stored = {
        (row.scope, row.clock.value, row.reason.value, row.evidence): (row.due_on, row.facts, row.about_version_id)
        for row in rows
        if row.scope in names
    }
    wrong = {name: (stored.get(name), expected.get(name)) for name in stored.keys() | expected.keys()}
    wrong = {name: pair for name, pair in wrong.items() if pair[0] != pair[1]}
    assert wrong == {}, done


def _reaching(session: Session) -> list[tuple[int, int, Deadline]]:
    """Return (subject, citation or 0, deadline) for every deadline and what it is about, by plain loops."""
    deadlines = session.exec(select(Deadline)).all()
    own = {(row.citation_id, row.clock) for row in deadlines if row.citation_id and row.clock != "event"}
    marked = {(row.citation_id, row.evidence) for row in deadlines if row.citation_id and row.reason in SUPERSEDED}
    found = []
    live = session.exec(select(Citation).where(Citation.state == CitationState.CONFIRMED)).all()
    active = set(session.exec(select(Subject.id).where(Subject.active)))
    for row in deadlines:
        if row.subject_id is not None:
            found += [(row.subject_id, 0, row)] if row.subject_id in active else []
        for one in live:
            wide = row.version_id == one.version_id and row.page_id in (None, one.page_id) and row.citation_id is None
            newer = row.reason in SUPERSEDED and (one.id, row.evidence) in marked
            if row.citation_id == one.id or (wide and (one.id, row.clock) not in own and not newer):
                found.append((one.subject_id, one.id or 0, row))
    return found


def _assert_flags(session: Session, today: date, done: list[str]) -> None:
    """Check that what is due has a flag, open or answered by a person, and that no flag stands open without a cause."""
    flags = session.exec(select(Flag)).all()
    by_key = {
        (row.subject_id, row.citation_key, row.reason, row.about_key, row.trigger_day, row.evidence): row
        for row in flags
    }
    reaching = _reaching(session)
    for subject_id, citation_id, due in reaching:
        assert (due.fired_on is not None) is (due.due_on <= today), (done, due)
        if due.due_on <= today:
            about = due.about_version_id or due.version_id or 0
            flag = by_key.get((subject_id, citation_id, due.reason, about, due.due_on, told_apart(due.evidence)))
            assert flag is not None, (done, due)
            assert flag.closed_at is None or flag.closed_review_id is not None, (done, due, flag)
    asked = {(subject_id, citation_id, due.reason, due.due_on) for subject_id, citation_id, due in reaching}
    live = set(session.exec(select(Citation.id).where(Citation.state == CitationState.CONFIRMED)))
    for flag in flags:
        if flag.closed_at is None:
            assert flag.citation_key == 0 or flag.citation_key in live, (done, flag)
            unseen = flag.reason in (Reason.ACCESS_STALE, Reason.REASSESS_DUE, Reason.EXPIRED)
            key = (flag.subject_id, flag.citation_key, flag.reason, flag.trigger_day)
            assert key in asked or unseen, (done, flag)


def _assert_places(session: Session, today: date, policy: Policy, done: list[str]) -> None:
    """Check worst reason, points, band and due day of every subject."""
    citations = {row.id: row for row in session.exec(select(Citation))}
    reaching = _reaching(session)
    flags = session.exec(select(Flag).where(col(Flag.closed_at).is_(None))).all()
    pages = {row.id: row.reach for row in session.exec(select(Page))}
    for subject in session.exec(select(Subject)):
        own = [flag for flag in flags if flag.subject_id == subject.id]
        expected = _place(subject, own, citations, pages[subject.page_id], today, policy)
        assert (subject.points, subject.band, subject.reason, subject.since) == expected, (done, subject)
        days = [
            (flag.trigger_day, flag.clock.value, flag.citation_key)
            for flag in own
            if flag.reason not in SETS_NO_DUE_DAY
        ]
        days += [
            (due.due_on, due.clock.value, citation_id)
            for subject_id, citation_id, due in reaching
            if subject_id == subject.id and due.fired_on is None and due.reason not in SETS_NO_DUE_DAY
        ]
        counting = [day for day in days if _counts(citations.get(day[2]))]
        found = min(counting)[0] if counting else None
        assert subject.due_on == found, (done, subject, counting)


def _counts(citation: Citation | None) -> bool:
    """Say whether what hangs on a citation sets a due day: support, or a page's own entry (domain 6, Deadline)."""
    return citation is None or citation.role is Role.SUPPORTS or citation.statement_id is None


def _place(
    subject: Subject,
    flags: list[Flag],
    citations: dict[int | None, Citation],
    reach: str,
    today: date,
    policy: Policy,
) -> tuple[object, ...]:
    """Return points, band, reason and day by the pure function."""
    if not flags:
        return (None, None, None, None)
    live = [row for row in citations.values() if row.subject_id == subject.id and row.state is CitationState.CONFIRMED]
    supports = {row.id for row in live if row.role is Role.SUPPORTS}
    heavy = {flag.citation_key for flag in flags if flag.severity >= policy.severity(Reason.REASSESS_DUE)}

    def role(flag: Flag) -> Role | None:
        cited = citations.get(flag.citation_key)
        return cited.role if cited else None

    worst = min(flags, key=lambda flag: (-weight(flag.severity, role(flag)), flag.trigger_day, flag.id or 0))
    only = bool(supports) and supports <= heavy
    standing = Standing(
        worst.reason,
        worst.trigger_day,
        role(worst),
        subject.harm,
        only_support=only,
        volatile=subject.volatile,
        reach=reach,
    )
    score = priority(standing, today, policy)
    return (score.points, score.band, worst.reason, worst.trigger_day)
