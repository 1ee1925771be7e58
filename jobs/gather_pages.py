"""Gathers what statements and pages give by themselves: own clocks, lapsed claims, missing support, lost words."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from citations import clocks
from citations.clocks import Due
from citations.dates import earliest, read_iso
from citations.kinds import CitationState, Clock, Harm, Reason, Role, StatementKind
from citations.models import Citation, Page, Statement, Subject
from citations.pages import lapses_on
from citations.policy import Policy
from citations.queries.among import among
from jobs.deadlines import Scope
from jobs.gather import Wanted, by_id

_NO_CLOCK = frozenset({StatementKind.HEADING, StatementKind.CAPTION})


def statement_dues(session: Session, statement_ids: Iterable[int], policy: Policy) -> Wanted:
    """Return what holds for statements by themselves: their clock, lapsed claims, missing support, lost words."""
    statements = by_id(session, Statement, statement_ids)
    page_ids = {statement.page_id for statement in statements.values()}
    pages = by_id(session, Page, page_ids)
    subjects = _subjects(session, statements)
    supported = _supported(session, statements)
    sourced = set(
        session.exec(
            select(Citation.page_id)
            .where(
                among(col(Citation.page_id), [*page_ids]),
                col(Citation.statement_id).is_(None),
                Citation.state == CitationState.CONFIRMED,
            )
            .distinct()
        )
    )
    wanted: Wanted = {}
    for number, statement in statements.items():
        page = pages[statement.page_id]
        bare = number not in supported and statement.page_id not in sourced
        dues = [] if statement.state == "retired" else _statement_dues(statement, page, policy, bare=bare)
        wanted[Scope(subject_id=subjects[number])] = dues
    return wanted


def _statement_dues(statement: Statement, page: Page, policy: Policy, *, bare: bool) -> list[Due]:
    """Return the deadlines of one statement that is not retired."""
    if statement.kind in _NO_CLOCK:
        return []
    if statement.state == "lost":
        return [Due(Clock.EVENT, Reason.QUOTE_LOST, statement.lost_on or statement.first_seen_on)]
    said = earliest(page.published)
    since = max(
        (day for day in (statement.reviewed_on, page.reviewed_on) if day), default=said or statement.first_seen_on
    )
    dues = [clocks.statement(statement.harm, since, policy, volatile=statement.volatile, statement_id=statement.id)]
    if bare and statement.harm is not Harm.H0 and not statement.no_source_because:
        dues.append(Due(Clock.EVENT, Reason.UNSOURCED, said or statement.first_seen_on))
    if statement.contradicted_on is not None:
        facts = {"note": statement.contradicted_note}
        dues.append(Due(Clock.EVENT, Reason.CONTRADICTED, statement.contradicted_on, facts))
    return dues + _lapsed(statement, page)


def _lapsed(statement: Statement, page: Page) -> list[Due]:
    """Return when what a sentence announces is past. An undated page cannot show that it still lies ahead."""
    if not statement.lapse_rule:
        return []
    words = ", ".join(statement.time_words)
    inferred = page.reviewed_on.isoformat() if page.reviewed_on and page.reviewed_inferred else ""
    said = page.published or inferred
    on = lapses_on(statement.lapse_rule, read_iso(said) if said else None)
    if on is None:
        return [Due(Clock.EVENT, Reason.CLAIM_LAPSED, statement.first_seen_on, {"words": words, "undated": "1"})]
    return [Due(Clock.EVENT, Reason.CLAIM_LAPSED, on, {"words": words})]


def page_dues(session: Session, page_ids: Iterable[int], policy: Policy) -> Wanted:
    """Return what holds for pages as a whole: the page clock, and that a page carries no date of its own (8)."""
    pages = by_id(session, Page, page_ids)
    rows = session.exec(
        select(Subject.page_id, Subject.id).where(among(col(Subject.page_id), [*pages]), Subject.kind == "page")
    )
    wanted: Wanted = {}
    for page_id, subject_id in rows:
        page = pages[page_id]
        dues: list[Due] = []
        if page.retired_on is None:
            dues.append(clocks.page(page.reviewed_on or earliest(page.published) or page.first_seen_on, policy))
            if not page.published:
                facts = {"missing": "published"}
                dues.append(Due(Clock.EVENT, Reason.REFERENCE_INCOMPLETE, page.first_seen_on, facts))
        wanted[Scope(subject_id=subject_id)] = dues
    return wanted


def _subjects(session: Session, statements: dict[int, Statement]) -> dict[int, int]:
    """Return the subject of each statement."""
    rows = session.exec(select(Subject.statement_id, Subject.id).where(among(col(Subject.statement_id), [*statements])))
    return {statement: subject for statement, subject in rows if statement is not None and subject is not None}


def _supported(session: Session, statements: dict[int, Statement]) -> set[int]:
    """Return which of these statements have a confirmed supporting citation."""
    rows = session.exec(
        select(Citation.statement_id).where(
            among(col(Citation.statement_id), [*statements]),
            Citation.role == Role.SUPPORTS,
            Citation.state == CitationState.CONFIRMED,
        )
    )
    return {number for number in rows if number is not None}
