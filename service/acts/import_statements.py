"""The statements of an imported page: carried over, added, or lost; and the sources that sentences name themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from citations.kinds import CitationState, Role, StatementKind, SubjectKind
from citations.matching import Place, carry
from citations.models import Citation, Page, Revision, Statement, Subject
from citations.records import DraftStatement, PageDraft
from jobs.ledger import Moment, Touched
from service.acts.cite import cite_on_page
from service.acts.findable import make_findable
from service.acts.sources import find_or_add, number

_WITHOUT_PLACE = frozenset({StatementKind.HEADING, StatementKind.CAPTION})


@dataclass(slots=True)
class StoredStatements:
    """Ids in the order of the draft, all ids of the page, and the counts for the result."""

    ids: list[int] = field(default_factory=list)
    all_ids: set[int] = field(default_factory=set)
    new: int = 0
    carried: int = 0
    lost: int = 0


def store_statements(
    session: Session,
    moment: Moment,
    page: Page,
    revision: Revision,
    draft: PageDraft,
    touched: Touched,
) -> StoredStatements:
    """Match the draft with what is stored, move what was found, add what is new, mark what lost its place."""
    old = session.exec(
        select(Statement)
        .where(Statement.page_id == page.id, col(Statement.state).in_(["active", "lost"]))
        .order_by(col(Statement.position))
    ).all()
    matched = carry([_place(row) for row in old], [_place(row) for row in draft.statements])
    stored = StoredStatements(lost=sum(_lose(old[index], moment) for index in matched.lost))
    rows = [
        _moved(old[was], one, position) if was is not None else _new(page, revision, one, position, moment)
        for position, (one, was) in enumerate(zip(draft.statements, matched.found, strict=True))
    ]
    session.add_all(rows)
    session.flush()
    stored.ids = [row.id or 0 for row in rows]
    stored.carried = sum(was is not None for was in matched.found)
    stored.new = len(rows) - stored.carried
    stored.all_ids = set(stored.ids) | {row.id or 0 for row in old}
    fresh = [row for row, was in zip(rows, matched.found, strict=True) if was is None]
    _add_subjects(session, page, fresh)
    make_findable(session, "statement", {row.id or 0: row.exact for row in fresh})
    touched.statements |= stored.all_ids
    return stored


def add_statements(
    session: Session, page: Page, revision: Revision, drafts: Sequence[DraftStatement], first: int, moment: Moment
) -> list[int]:
    """Add statements from position ``first`` on, each with its subject, and return their ids."""
    rows = [_new(page, revision, draft, position, moment) for position, draft in enumerate(drafts, first)]
    session.add_all(rows)
    session.flush()
    _add_subjects(session, page, rows)
    make_findable(session, "statement", {row.id or 0: row.exact for row in rows})
    return [row.id or 0 for row in rows]


def _place(row: Statement | DraftStatement) -> Place:
    """Return what a statement is found again by."""
    return Place(row.kind, row.exact, row.prefix, row.suffix)


def _lose(row: Statement, moment: Moment) -> bool:
    """Mark a statement whose words are gone; a heading or caption simply goes. Returns whether it newly lost its place."""
    if row.kind in _WITHOUT_PLACE:
        row.state = "retired"
        return False
    newly = row.state == "active"
    row.state = "lost"
    row.lost_on = row.lost_on or moment.today
    return newly


def _moved(row: Statement, draft: DraftStatement, position: int) -> Statement:
    """Give a statement that was found again its new place; its words and what people said of it stay."""
    row.position, row.start = position, draft.start
    row.prefix, row.suffix = draft.prefix, draft.suffix
    row.heading_path = list(draft.heading_path)
    row.state, row.lost_on = "active", None
    return row


def _new(page: Page, revision: Revision, draft: DraftStatement, position: int, moment: Moment) -> Statement:
    """Return a new statement with what the reader proposes for it."""
    return Statement(
        page_id=page.id or 0,
        first_revision_id=revision.id or 0,
        position=position,
        kind=draft.kind,
        exact=draft.exact,
        prefix=draft.prefix,
        suffix=draft.suffix,
        start=draft.start,
        heading_path=list(draft.heading_path),
        time_words=list(draft.time_words),
        lapse_rule=draft.lapse_rule,
        harm=draft.harm,
        volatile=bool(draft.time_words),
        first_seen_on=moment.today,
    )


def _add_subjects(session: Session, page: Page, rows: list[Statement]) -> None:
    """Add the subject of each new statement."""
    session.add_all(
        Subject(
            kind=SubjectKind.STATEMENT,
            page_id=page.id or 0,
            statement_id=row.id,
            position=row.position,
            harm=row.harm,
            volatile=row.volatile,
        )
        for row in rows
    )
    session.flush()


def store_mentions(
    session: Session,
    moment: Moment,
    by: str,
    page: Page,
    draft: PageDraft,
    ids: list[int],
    touched: Touched,
) -> None:
    """Keep the sources that sentences of the body name themselves: on the page, and proposed for the sentence."""
    for index, reference in draft.mentions:
        found = find_or_add(session, reference, moment.today)
        touched.versions |= {number(found.version)} if found.new_version else set()
        citation = cite_on_page(session, moment, by, page, found.version, touched)
        statement_id = ids[index]
        known = select(Citation).where(
            Citation.statement_id == statement_id,
            Citation.version_id == number(found.version),
        )
        if session.exec(known).first() is None:
            subject = session.exec(select(Subject.id).where(Subject.statement_id == statement_id)).one()
            session.add(
                Citation(
                    page_id=citation.page_id,
                    statement_id=statement_id,
                    version_id=citation.version_id,
                    subject_id=subject or 0,
                    role=Role.SEE_ALSO,
                    state=CitationState.PROPOSED,
                    made_by=by,
                    made_at=moment.now,
                )
            )
