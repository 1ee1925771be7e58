"""What people say of a page as a whole: when it was published, how widely it is read. Each is logged and recomputed."""

from sqlmodel import Session, select

from citations.dates import BadDateError, read_iso
from citations.models import Page, Statement, Subject
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import RefusedError, UnknownError

REACHES = ("high", "middle", "low", "unknown")
"""How widely a page is read, as the score knows it (domain 7, reach)."""


def set_published(session: Session, moment: Moment, by: str, page_id: int, published: str, because: str) -> Page:
    """Set the day, month or year a page gives as its own date; every clock that counts from it is set anew (8).

    ``published`` is a partial ISO date, "" for none. RefusedError for what is no date, lies ahead, or has no reason.
    """
    page = _page(session, page_id)
    if not because.strip():
        raise RefusedError("refused.change_needs_reason")
    if published:
        _refuse_date(published, moment)
    before: dict[str, object] = {"published": page.published}
    page.published = published
    after: dict[str, object] = {"published": published, "because": because.strip()}
    event = record(session, moment, by, "set_published", f"page:{page_id}", before=before, after=after)
    rows = session.exec(select(Statement.id).where(Statement.page_id == page_id, Statement.state != "retired"))
    statements = {number for number in rows if number is not None}
    settle(session, event, moment, Touched(pages={page_id}, statements=statements))
    return page


def set_reach(session: Session, moment: Moment, by: str, page_id: int, reach: str) -> Page:
    """Set how widely a page is read: it moves every place of the page in the queue (domain 7, reach)."""
    page = _page(session, page_id)
    if reach not in REACHES:
        raise RefusedError("refused.unknown_reach", value=reach)
    before: dict[str, object] = {"reach": page.reach}
    page.reach = reach
    event = record(session, moment, by, "set_reach", f"page:{page_id}", before=before, after={"reach": reach})
    rows = session.exec(select(Subject.id).where(Subject.page_id == page_id))
    subjects = {number for number in rows if number is not None}
    settle(session, event, moment, Touched(pages={page_id}, subjects=subjects))
    return page


def _page(session: Session, page_id: int) -> Page:
    """Return a page that is still worked on."""
    page = session.get(Page, page_id)
    if page is None:
        raise UnknownError("refused.unknown_page", number=page_id)
    if page.retired_on is not None:
        raise RefusedError("refused.retired_page", number=page_id, since=page.retired_on)
    return page


def _refuse_date(published: str, moment: Moment) -> None:
    """Refuse what is no date or begins after today."""
    try:
        read = read_iso(published)
    except BadDateError as error:
        raise RefusedError("refused.no_date", value=published) from error
    if read.earliest() > moment.today:
        raise RefusedError("refused.date_ahead", value=published, today=moment.today.isoformat())
