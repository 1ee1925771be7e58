"""A source as a page lists it, with everything a person needs to decide on it."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from citations.kinds import CitationState, SubjectKind
from citations.models import Citation, ListedSource, Page, Statement, Subject
from jobs.ledger import load_policy
from jobs.refused import UnknownError
from service.reads.cited import Cited, cited_by
from service.reads.history import Happening, history
from service.reads.open_flags import flags_of_subject
from service.reads.statement import Standing, standing


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """Everything the view of an entry shows. ``bound`` are the sentences of the page that rest on the same version."""

    page_id: int
    page_title: str
    page_url: str
    harm: str
    active: bool
    group: str
    bullet: str
    line: str
    reading: str
    cited: tuple[Cited, ...]
    bound: tuple[tuple[int, str], ...]
    standing: Standing
    history: tuple[Happening, ...]


def seen_entry(session: Session, subject_id: int, today: date) -> EntrySeen:
    """Return an entry, in a fixed number of questions. UnknownError if there is none of this number."""
    row = session.exec(
        select(Subject, Page)
        .join(Page, col(Page.id) == col(Subject.page_id))
        .where(Subject.id == subject_id, Subject.kind == SubjectKind.ENTRY)
    ).first()
    if row is None:
        raise UnknownError("refused.unknown_entry", number=subject_id)
    subject, page = row
    flags = tuple(flags_of_subject(session, subject_id, today))
    cited = cited_by(session, subject_id, flags, load_policy(session))
    line = _line(session, subject_id)
    abouts = [f"subject:{subject_id}", *(f"version:{one.version.id}" for one in cited)]
    return EntrySeen(
        page_id=page.id or 0,
        page_title=page.title,
        page_url=page.url,
        harm=subject.harm.value,
        active=subject.active,
        group=line.group if line else "",
        bullet=line.bullet if line else "",
        line=line.text if line else "",
        reading=line.reading if line else "",
        cited=cited,
        bound=_bound(session, page.id or 0, [one.version.id for one in cited]),
        standing=standing(session, subject, flags),
        history=tuple(history(session, abouts, subject_id)),
    )


def _line(session: Session, subject_id: int) -> ListedSource | None:
    """Return the printed line of an entry, None where no line names it."""
    return session.exec(
        select(ListedSource)
        .join(Citation, col(Citation.listed_id) == col(ListedSource.id))
        .where(Citation.subject_id == subject_id)
        .order_by(col(Citation.id).desc())
    ).first()


def _bound(session: Session, page_id: int, version_ids: list[int]) -> tuple[tuple[int, str], ...]:
    """Return the statements of a page that rest on these versions."""
    from_statement = select(Citation.statement_id).where(
        Citation.page_id == page_id,
        col(Citation.version_id).in_(version_ids),
        Citation.state == CitationState.CONFIRMED,
        col(Citation.statement_id).is_not(None),
    )
    rows = session.exec(
        select(Statement.id, Statement.exact)
        .where(col(Statement.id).in_(from_statement))
        .order_by(col(Statement.position))
    )
    return tuple((number or 0, text) for number, text in rows)
