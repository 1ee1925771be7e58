"""What decisions change beside flags: a citation moves to another version, a sentence is reworded or retired."""

from sqlmodel import Session, col, select

from citations.kinds import CitationState, Role, SubjectKind
from citations.models import Citation, Event, ListedSource, Page, SourceVersion, Statement, Subject
from citations.pages import lapse_rule, time_words
from jobs.flags import close_of_citations
from jobs.ledger import Moment, Touched
from jobs.refused import UnknownError
from jobs.standing import activate
from service.acts.cite import end
from service.acts.findable import make_findable


def move_citation(
    session: Session, moment: Moment, event: Event, citation: Citation, version_id: int, touched: Touched
) -> None:
    """Move a citation to another version; the page's own entry follows when no sentence rests on the old one."""
    if session.get(SourceVersion, version_id) is None:
        raise UnknownError("refused.unknown_version", number=version_id)
    old = citation.version_id
    _replace(session, moment, event, citation, version_id, touched)
    if citation.statement_id is None:
        return
    live = select(Citation).where(
        Citation.page_id == citation.page_id,
        Citation.version_id == old,
        Citation.state == CitationState.CONFIRMED,
    )
    rest = session.exec(live).all()
    if all(other.statement_id is None for other in rest):
        for entry in rest:
            _replace(session, moment, event, entry, version_id, touched)


def _replace(
    session: Session, moment: Moment, event: Event, citation: Citation, version_id: int, touched: Touched
) -> None:
    """End a citation and put one on the other version in its place, unless there is one already."""
    end(citation, moment, event.by)
    session.flush()
    close_of_citations(session, event, [citation.id or 0])
    touched.citations.add(citation.id or 0)
    there = select(Citation.id).where(
        Citation.page_id == citation.page_id,
        Citation.version_id == version_id,
        Citation.state == CitationState.CONFIRMED,
        col(Citation.statement_id).is_not_distinct_from(citation.statement_id),
    )
    if session.exec(there).first() is not None:
        return
    fresh = Citation(
        page_id=citation.page_id,
        statement_id=citation.statement_id,
        version_id=version_id,
        subject_id=citation.subject_id,
        listed_id=citation.listed_id,
        mention=citation.mention,
        role=citation.role,
        state=CitationState.CONFIRMED,
        locator=citation.locator,
        quote=citation.quote,
        reviewed_on=moment.today,
        made_by=event.by,
        made_at=moment.now,
    )
    session.add(fresh)
    session.flush()
    touched.citations.add(fresh.id or 0)
    touched.fresh.add(fresh.id or 0)
    touched.entries |= {(citation.page_id, version_id), (citation.page_id, citation.version_id)}


def retire(session: Session, moment: Moment, event: Event, subject: Subject, touched: Touched) -> None:
    """Take a statement, an entry or a whole page out of the work; nothing is deleted."""
    if subject.kind is SubjectKind.PAGE:
        _retire_page(session, moment, event, subject, touched)
        return
    _retire_one(session, moment, event, subject, touched)
    if subject.kind is SubjectKind.ENTRY:  # without its last source a page leaves its sentences unsourced
        rows = select(Statement.id).where(Statement.page_id == subject.page_id, Statement.state != "retired")
        touched.statements |= {number for number in session.exec(rows) if number is not None}


def _retire_one(session: Session, moment: Moment, event: Event, subject: Subject, touched: Touched) -> None:
    """Take a statement or an entry out of the work."""
    _retire_citations(session, moment, event, subject, touched)
    if subject.statement_id is not None:
        statement = session.get(Statement, subject.statement_id)
        if statement is not None:
            statement.state = "retired"
            touched.statements.add(subject.statement_id)
    session.flush()
    activate(session, [subject.id or 0], active=False)


def _retire_citations(session: Session, moment: Moment, event: Event, subject: Subject, touched: Touched) -> None:
    """End whatever still hangs on a subject, and the printed line an entry came from."""
    live = select(Citation).where(
        Citation.subject_id == subject.id,
        col(Citation.state).in_([CitationState.CONFIRMED, CitationState.PROPOSED]),
    )
    rows = session.exec(live).all()
    for citation in rows:
        end(citation, moment, event.by)
        touched.citations.add(citation.id or 0)
        line = session.get(ListedSource, citation.listed_id) if citation.listed_id else None
        if line is not None and line.reading == "reference":
            line.state = "retired"
    session.flush()
    close_of_citations(session, event, [citation.id or 0 for citation in rows])


def _retire_page(session: Session, moment: Moment, event: Event, subject: Subject, touched: Touched) -> None:
    """Retire a page with everything on it."""
    page = session.get(Page, subject.page_id)
    if page is None:
        raise UnknownError("refused.unknown_page", number=subject.page_id)
    page.retired_on = moment.today
    touched.pages.add(subject.page_id)
    others = session.exec(
        select(Subject).where(Subject.page_id == subject.page_id, Subject.kind != SubjectKind.PAGE)
    ).all()
    for other in others:
        _retire_one(session, moment, event, other, touched)
    activate(session, [subject.id or 0], active=False)


def rewrite(session: Session, moment: Moment, event: Event, subject: Subject, words: str, touched: Touched) -> None:
    """Put a new sentence in the place of an old one; it takes over the citations as proposals (6, Statement)."""
    old = session.get(Statement, subject.statement_id)
    if old is None:
        raise UnknownError("refused.unknown_statement", number=subject.statement_id)
    bound = session.exec(
        select(Citation).where(Citation.subject_id == subject.id, Citation.state == CitationState.CONFIRMED)
    ).all()
    fresh = _reworded(session, old, words, moment)
    own = Subject(
        kind=SubjectKind.STATEMENT,
        page_id=old.page_id,
        statement_id=fresh.id,
        position=old.position,
        harm=old.harm,
        volatile=fresh.volatile,
    )
    session.add(own)
    session.flush()
    session.add_all(_proposed(citation, fresh, own, moment, event.by) for citation in bound)
    touched.statements |= {fresh.id or 0, old.id or 0}
    retire(session, moment, event, subject, touched)


def _reworded(session: Session, old: Statement, words: str, moment: Moment) -> Statement:
    """Add the statement with the new words in the old one's place."""
    found = time_words(words)
    fresh = Statement(
        page_id=old.page_id,
        first_revision_id=old.first_revision_id,
        position=old.position,
        kind=old.kind,
        exact=words,
        prefix=old.prefix,
        suffix=old.suffix,
        start=old.start,
        heading_path=list(old.heading_path),
        time_words=list(found),
        lapse_rule=lapse_rule(words),
        harm=old.harm,
        harm_by=old.harm_by,
        volatile=bool(found),
        reviewed_on=moment.today,
        first_seen_on=moment.today,
        replaces_id=old.id,
    )
    session.add(fresh)
    session.flush()
    make_findable(session, "statement", {fresh.id or 0: words})
    return fresh


def _proposed(citation: Citation, fresh: Statement, subject: Subject, moment: Moment, by: str) -> Citation:
    """Return a citation of the old sentence as a proposal for the new one."""
    return Citation(
        page_id=citation.page_id,
        statement_id=fresh.id,
        version_id=citation.version_id,
        subject_id=subject.id or 0,
        role=Role(citation.role),
        state=CitationState.PROPOSED,
        locator=citation.locator,
        quote=citation.quote,
        made_by=by,
        made_at=moment.now,
    )
