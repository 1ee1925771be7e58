"""The statements of an imported page: carried over, added, or lost; and the sources that sentences name themselves."""

from collections.abc import Sequence

from sqlmodel import Session, col, select, update

from citations.kinds import CitationState, Role, StatementKind, SubjectKind
from citations.matching import Place, carry
from citations.models import Citation, Page, Revision, Statement, Subject
from citations.records import DraftStatement
from jobs.ledger import Moment
from jobs.versions import number
from service.acts.cite import cite_on_page
from service.acts.findable import make_findable
from service.acts.importing import Importing
from service.acts.sources import find_or_add

_WITHOUT_PLACE = frozenset({StatementKind.HEADING, StatementKind.CAPTION})


def store_statements(run: Importing) -> list[int]:
    """Match the draft with what is stored, move what was found, add what is new, mark what lost its place.

    Returns the ids in the order of the draft.
    """
    session, drafts = run.session, run.draft.statements
    old = session.exec(
        select(Statement)
        .where(Statement.page_id == run.page_id, col(Statement.state).in_(["active", "lost"]))
        .order_by(col(Statement.position))
    ).all()
    matched = carry([_place(row) for row in old], [_place(row) for row in drafts])
    run.result.lost = sum(_lose(old[index], run.moment) for index in matched.lost)
    rows = [
        _moved(old[was], one, position) if was is not None else _new(run.page, run.revision, one, position, run.moment)
        for position, (one, was) in enumerate(zip(drafts, matched.found, strict=True))
    ]
    session.add_all(rows)
    session.flush()
    fresh = [row for row, was in zip(rows, matched.found, strict=True) if was is None]
    _add_subjects(session, run.page, fresh)
    _place_subjects(session, run.page_id)
    make_findable(session, "statement", {row.id or 0: row.exact for row in fresh})
    run.result.statements, run.result.new_statements = len(rows), len(fresh)
    run.result.carried = len(rows) - len(fresh)
    run.touched.statements |= {row.id or 0 for row in (*rows, *old)}
    return [row.id or 0 for row in rows]


def _place_subjects(session: Session, page_id: int) -> None:
    """Give the subjects of a page's statements the places that these have now."""
    place = select(Statement.position).where(col(Statement.id) == col(Subject.statement_id)).scalar_subquery()
    moved = update(Subject).where(col(Subject.page_id) == page_id, col(Subject.statement_id).is_not(None))
    session.exec(moved.values(position=place))


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
    """Mark a statement whose words are gone; a heading or caption simply goes. Says whether it newly lost its place."""
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


def store_mentions(run: Importing, ids: Sequence[int]) -> None:
    """Keep the sources that sentences of the body name themselves: on the page, and proposed for the sentence."""
    for index, reference in run.draft.mentions:
        found = find_or_add(run.session, reference, run.moment.today)
        run.named(found)
        known = select(Citation.id).where(
            Citation.statement_id == ids[index],
            Citation.version_id == number(found.version),
        )
        if run.session.exec(known).first() is None:
            _propose(run, ids[index], cite_on_page(run, found.version))
        elif not _retired(run, number(found.version)):
            cite_on_page(run, found.version)


def _retired(run: Importing, version_id: int) -> bool:
    """Say whether a person took an entry that no printed line gave off the page: nobody else ends those."""
    ended = select(Citation.id).where(
        Citation.page_id == run.page_id,
        Citation.version_id == version_id,
        col(Citation.statement_id).is_(None),
        col(Citation.listed_id).is_(None),
        Citation.state == CitationState.ENDED,
    )
    return run.session.exec(ended).first() is not None


def _propose(run: Importing, statement_id: int, entry: Citation) -> None:
    """Propose for a sentence the source that it names itself."""
    subject = run.session.exec(select(Subject.id).where(Subject.statement_id == statement_id)).one()
    run.session.add(
        Citation(
            page_id=entry.page_id,
            statement_id=statement_id,
            version_id=entry.version_id,
            subject_id=subject or 0,
            role=Role.SEE_ALSO,
            state=CitationState.PROPOSED,
            made_by=run.by,
            made_at=run.moment.now,
        )
    )
