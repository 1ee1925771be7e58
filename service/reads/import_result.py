"""What the newest import of a page left behind: new and lost statements, unread lines, what was set aside."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from citations.models import ListedSource, Page, Revision, SetAsideText, Statement
from jobs.refused import UnknownError


@dataclass(frozen=True, slots=True)
class ImportSeen:
    """The newest revision of a page in numbers an editor can check. ``odd`` are lines kept as printed, with why."""

    page_id: int
    title: str
    url: str
    revision: int
    at: datetime
    by: str
    encoding: str
    characters: int
    notices: tuple[str, ...]
    statements: int
    new: int
    lost: tuple[tuple[int, str], ...]
    lines: int
    unread: tuple[tuple[str, str], ...]
    odd: tuple[tuple[str, str], ...]
    aside: tuple[tuple[str, str], ...]


def import_result(session: Session, page_id: int) -> ImportSeen:
    """Return what the newest import of a page left behind, in four questions. UnknownError for an unknown page."""
    row = session.exec(
        select(Page, Revision)
        .join(Revision, col(Revision.page_id) == col(Page.id))
        .where(Page.id == page_id)
        .order_by(col(Revision.number).desc())
    ).first()
    if row is None:
        raise UnknownError("refused.unknown_page", number=page_id)
    page, revision = row
    pieces = session.exec(
        select(Statement.id, Statement.exact, Statement.state, Statement.first_revision_id)
        .where(Statement.page_id == page_id, Statement.state != "retired")
        .order_by(col(Statement.position))
    ).all()
    lines = session.exec(
        select(ListedSource)
        .where(ListedSource.page_id == page_id, ListedSource.state == "active")
        .order_by(col(ListedSource.position))
    ).all()
    aside = session.exec(
        select(SetAsideText.text, SetAsideText.why)
        .where(SetAsideText.revision_id == revision.id)
        .order_by(col(SetAsideText.position))
    ).all()
    return ImportSeen(
        page_id=page_id,
        title=page.title,
        url=page.url,
        revision=revision.number,
        at=revision.imported_at,
        by=revision.imported_by,
        encoding=revision.encoding,
        characters=len(revision.text),
        notices=tuple(dict.fromkeys(revision.notices)),
        statements=sum(state == "active" for _, _, state, _ in pieces),
        new=sum(state == "active" and first == revision.id for _, _, state, first in pieces),
        lost=tuple((number or 0, text) for number, text, state, _ in pieces if state == "lost"),
        lines=len(lines),
        unread=tuple((line.text, line.why) for line in lines if line.reading == "unread"),
        odd=tuple((line.text, line.why) for line in lines if line.irregular and line.reading != "unread"),
        aside=tuple((text, why) for text, why in aside),
    )
