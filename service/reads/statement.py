"""One statement in its place, with everything a person needs to decide on it."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from citations.kinds import StatementKind
from citations.models import Page, Review, Statement, Subject
from jobs.ledger import load_policy
from jobs.refused import UnknownError
from service.reads.bindable import Offer, offers
from service.reads.cited import Cited, cited_by
from service.reads.history import Happening, history
from service.reads.open_flags import OpenFlag, flags_of_subject


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The sentence before or after, to read on in place."""

    id: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a subject stands in the work: flags, place in the queue, last review. Shared by all kinds of subject."""

    subject_id: int
    band: str
    points: int | None
    due_on: date | None
    deferred_until: date | None
    last_review: int
    reviewed_by: str
    reviewed_on: date | None
    decision: str
    because: str
    note: str
    flags: tuple[OpenFlag, ...]


@dataclass(frozen=True, slots=True)
class StatementSeen:
    """Everything the view of a statement shows. ``own`` are flags of the sentence itself, not of one of its sources."""

    id: int
    page_id: int
    page_title: str
    page_url: str
    position: int
    kind: str
    text: str
    heading_path: tuple[str, ...]
    state: str
    harm: str
    harm_by: str
    volatile: bool
    time_words: tuple[str, ...]
    no_source_because: str
    contradicted_on: date | None
    contradicted_note: str
    first_seen_on: date
    lost_on: date | None
    before: Neighbour | None
    after: Neighbour | None
    replaces: Neighbour | None
    replaced_by: Neighbour | None
    standing: Standing
    own: tuple[OpenFlag, ...]
    cited: tuple[Cited, ...]
    offers: tuple[Offer, ...]
    found: tuple[Offer, ...]
    history: tuple[Happening, ...]

    @property
    def bindable(self) -> bool:
        """Whether the statement can rest on a source: not a heading or caption, not retired."""
        return self.state != "retired" and self.kind not in (StatementKind.HEADING, StatementKind.CAPTION)


def seen_statement(session: Session, statement_id: int, today: date, find: str = "") -> StatementSeen:
    """Return a statement with its surroundings; ``find`` searches all sources for one to bind. 18 questions."""
    row = session.exec(
        select(Statement, Subject, Page)
        .join(Subject, col(Subject.statement_id) == col(Statement.id))
        .join(Page, col(Page.id) == col(Statement.page_id))
        .where(Statement.id == statement_id)
    ).first()
    if row is None:
        raise UnknownError("refused.unknown_statement", number=statement_id)
    statement, subject, page = row
    flags = tuple(flags_of_subject(session, subject.id or 0, today))
    cited = cited_by(session, subject.id or 0, flags, load_policy(session))
    bound = {one.version.id for one in cited}
    before, after = _neighbours(session, statement)
    old, fresh = _rewording(session, statement)
    listed, found = offers(session, statement.page_id, bound, find)
    return StatementSeen(
        id=statement_id,
        page_id=statement.page_id,
        page_title=page.title,
        page_url=page.url,
        position=statement.position,
        kind=statement.kind.value,
        text=statement.exact,
        heading_path=tuple(statement.heading_path),
        state=statement.state,
        harm=statement.harm.value,
        harm_by=statement.harm_by,
        volatile=statement.volatile,
        time_words=tuple(statement.time_words),
        no_source_because=statement.no_source_because,
        contradicted_on=statement.contradicted_on,
        contradicted_note=statement.contradicted_note,
        first_seen_on=statement.first_seen_on,
        lost_on=statement.lost_on,
        before=before,
        after=after,
        replaces=old,
        replaced_by=fresh,
        standing=standing(session, subject, flags),
        own=tuple(flag for flag in flags if not flag.citation_id),
        cited=cited,
        offers=listed,
        found=found,
        history=tuple(history(session, [f"statement:{statement_id}"], subject.id)),
    )


def standing(session: Session, subject: Subject, flags: tuple[OpenFlag, ...]) -> Standing:
    """Return where a subject stands, with its last review, in one question."""
    last = session.exec(select(Review).where(Review.id == subject.last_review_id)).first()
    return Standing(
        subject_id=subject.id or 0,
        band=subject.band.value if subject.band else "",
        points=subject.points,
        due_on=subject.due_on,
        deferred_until=subject.deferred_until,
        last_review=subject.last_review_id or 0,
        reviewed_by=last.by if last else "",
        reviewed_on=last.on if last else None,
        decision=last.decision.value if last else "",
        because=last.because.value if last and last.because else "",
        note=last.note if last else "",
        flags=flags,
    )


def _neighbours(session: Session, statement: Statement) -> tuple[Neighbour | None, Neighbour | None]:
    """Return what stands before and after a statement on its page, in two questions."""
    near = select(Statement.id, Statement.kind, Statement.exact).where(
        Statement.page_id == statement.page_id, Statement.state == "active", Statement.id != statement.id
    )
    position = col(Statement.position)
    above = session.exec(near.where(position < statement.position).order_by(position.desc()).limit(1)).first()
    below = session.exec(near.where(position > statement.position).order_by(position).limit(1)).first()
    return _neighbour(above), _neighbour(below)


def _rewording(session: Session, statement: Statement) -> tuple[Neighbour | None, Neighbour | None]:
    """Return the statement this one replaces, and the one that replaces it, in one question."""
    near = select(Statement.id, Statement.kind, Statement.exact).where(
        (col(Statement.id) == statement.replaces_id) | (col(Statement.replaces_id) == statement.id)
    )
    rows = session.exec(near.order_by(col(Statement.id))).all()
    old = next((row for row in rows if row[0] == statement.replaces_id), None)
    fresh = next((row for row in rows if row[0] != statement.replaces_id), None)
    return _neighbour(old), _neighbour(fresh)


def _neighbour(row: tuple[int | None, str, str] | None) -> Neighbour | None:
    """Return a statement as a neighbour."""
    return None if row is None else Neighbour(row[0] or 0, StatementKind(row[1]).value, row[2])
