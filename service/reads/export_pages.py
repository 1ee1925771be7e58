"""Pages and statements on their way out, with what is known about them: a stream in blocks of pages.

Memory is that of one block, and the number of questions grows with blocks, not with pages or statements.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from citations.formats.item import ExportItem
from citations.formats.page_item import PageOut, StatementOut
from citations.kinds import CitationState, Decision, Reason, Role, SubjectKind
from citations.queries.among import among
from citations.queries.tables import ACCESS, CITATION, FLAG, PAGE, REVIEW, SOURCE, STATEMENT, SUBJECT, VERSION
from service.reads.export_items import ITEM_COLUMNS, in_key_order, item_of, keep_later, of_kept

BLOCK = 20
"""Pages that are held at a time."""

_LIVE = CITATION.c.state == CitationState.CONFIRMED


def pages_out(session: Session, today: date, page_id: int | None = None) -> Iterator[PageOut]:
    """Yield one page, or all that are not retired in the order of their numbers, in six questions per block."""
    for pages in _blocks(session, page_id):
        numbers = [row.id for row in pages]
        said, subjects = _statements(session, pages, today), _page_subjects(session, numbers)
        reviewers, sources = _reviewers(session, numbers), _sources(session, numbers)
        for row in pages:
            reviewed_on = None if row.reviewed_inferred else row.reviewed_on
            yield PageOut(
                id=row.id,
                url=row.url,
                title=row.title,
                language=row.language,
                published=row.published,
                reviewed_on=reviewed_on,
                reviewed_by=reviewers.get((row.id, reviewed_on), ""),
                due_on=subjects.get(row.id),
                statements=tuple(said.get(row.id, ())),
                sources=tuple(sources.get(row.id, ())),
            )


def statements_out(session: Session, today: date, page_id: int | None = None) -> Iterator[StatementOut]:
    """Yield the statements that are not retired, page by page in their order, in four questions per block."""
    for pages in _blocks(session, page_id):
        said = _statements(session, pages, today)
        for row in pages:
            yield from said.get(row.id, ())


def _blocks(session: Session, page_id: int | None) -> Iterator[Sequence[Any]]:
    """Yield the pages asked for in blocks; of all, those that are not retired."""
    question = select(PAGE).order_by(PAGE.c.id)
    question = question.where(PAGE.c.retired_on.is_(None) if page_id is None else PAGE.c.id == page_id)
    yield from session.execute(question, execution_options={"yield_per": BLOCK}).partitions()


def _statements(session: Session, pages: Sequence[Any], today: date) -> dict[int, list[StatementOut]]:
    """Return the statements of some pages by page, in three questions."""
    numbers = [row.id for row in pages]
    page_of = {row.id: row for row in pages}
    reasons, cited = _reasons(session, numbers, today), _cited(session, numbers)
    place = (SUBJECT.c.id.label("subject_id"), SUBJECT.c.due_on, SUBJECT.c.due_clock, SUBJECT.c.band, SUBJECT.c.points)
    rows = session.execute(
        select(*STATEMENT.c, *place)
        .join(SUBJECT, SUBJECT.c.statement_id == STATEMENT.c.id, isouter=True)
        .where(among(STATEMENT.c.page_id, numbers), STATEMENT.c.state != "retired")
        .order_by(STATEMENT.c.page_id, STATEMENT.c.position, STATEMENT.c.id)
    )
    found: dict[int, list[StatementOut]] = defaultdict(list)
    for row in rows:
        why, sources = reasons.get(row.subject_id, ()), cited.get(row.id, ())
        found[row.page_id].append(_statement(row, page_of[row.page_id], tuple(why), tuple(sources)))
    return found


def _statement(row: Any, page: Any, reasons: tuple[Reason, ...], sources: tuple[str, ...]) -> StatementOut:  # noqa: ANN401 - rows
    return StatementOut(
        id=row.id,
        page_id=page.id,
        page_url=page.url,
        page_title=page.title,
        position=row.position,
        kind=row.kind,
        exact=row.exact,
        prefix=row.prefix,
        suffix=row.suffix,
        start=row.start,
        heading_path=tuple(row.heading_path),
        harm=row.harm,
        harm_by=row.harm_by,
        state=row.state,
        no_source_because=row.no_source_because,
        sources=sources,
        due_on=row.due_on,
        clock=row.due_clock,
        band=row.band,
        points=row.points or 0,
        reasons=reasons,
        reviewed_on=row.reviewed_on,
    )


def _reasons(session: Session, numbers: Sequence[int], today: date) -> dict[int, list[Reason]]:
    """Return the open reasons by subject, each once, the gravest first, as far as they were due on the day."""
    rows = session.execute(
        select(FLAG.c.subject_id, FLAG.c.reason)
        .join(SUBJECT, SUBJECT.c.id == FLAG.c.subject_id)
        .where(among(SUBJECT.c.page_id, numbers), FLAG.c.closed_at.is_(None), FLAG.c.trigger_day <= today)
        .order_by(FLAG.c.severity.desc(), FLAG.c.trigger_day, FLAG.c.id)
    )
    found: dict[int, list[Reason]] = defaultdict(list)
    for subject_id, reason in rows:
        if reason not in found[subject_id]:
            found[subject_id].append(reason)
    return found


def _cited(session: Session, numbers: Sequence[int]) -> dict[int, list[str]]:
    """Return the citation keys of the confirmed sources that support a statement, by statement, in order."""
    rows = session.execute(
        select(CITATION.c.statement_id, VERSION.c.cite_key)
        .join(VERSION, VERSION.c.id == CITATION.c.version_id)
        .where(among(CITATION.c.page_id, numbers), _LIVE, CITATION.c.role == Role.SUPPORTS)
        .where(CITATION.c.statement_id.is_not(None))
        .order_by(CITATION.c.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for statement_id, key in rows:
        if key not in found[statement_id]:
            found[statement_id].append(key)
    return found


def _page_subjects(session: Session, numbers: Sequence[int]) -> dict[int, date | None]:
    """Return the due day of each page as a whole."""
    question = select(SUBJECT.c.page_id, SUBJECT.c.due_on).where(
        among(SUBJECT.c.page_id, numbers), SUBJECT.c.kind == SubjectKind.PAGE
    )
    return {row.page_id: row.due_on for row in session.execute(question)}


def _reviewers(session: Session, numbers: Sequence[int]) -> dict[tuple[int, date | None], str]:
    """Return who reviewed a page as a whole on a day; who only put it off has not."""
    rows = session.execute(
        select(SUBJECT.c.page_id, REVIEW.c.on, REVIEW.c.by)
        .join(REVIEW, REVIEW.c.subject_id == SUBJECT.c.id)
        .where(among(SUBJECT.c.page_id, numbers), SUBJECT.c.kind == SubjectKind.PAGE)
        .where(REVIEW.c.decision != Decision.DEFERRED)
        .order_by(REVIEW.c.id)
    )
    return {(page_id, on): by for page_id, on, by in rows}


def _sources(session: Session, numbers: Sequence[int]) -> dict[int, list[ExportItem]]:
    """Return the versions each page uses now, with its own last access, in the order of their citation keys."""
    used = (
        select(CITATION.c.page_id, CITATION.c.version_id).where(among(CITATION.c.page_id, numbers), _LIVE).distinct()
    ).subquery()
    accesses = select(ACCESS.c.page_id, ACCESS.c.version_id, ACCESS.c.on)
    last: dict[tuple[int, int], str] = {}
    for page_id, version_id, on in session.execute(accesses.where(among(ACCESS.c.page_id, numbers))):
        keep_later(last, (page_id, version_id), on)
    rows = session.execute(
        select(used.c.page_id.label("on_page"), *ITEM_COLUMNS)
        .select_from(used)
        .join(VERSION, VERSION.c.id == used.c.version_id)
        .join(SOURCE, SOURCE.c.id == VERSION.c.source_id)
        .where(*of_kept())
        .order_by(used.c.page_id, in_key_order(session))
    )
    found: dict[int, list[ExportItem]] = defaultdict(list)
    for row in rows:
        found[row.on_page].append(item_of(row, last.get((row.on_page, row.id), "")))
    return found
