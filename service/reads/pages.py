"""The list of pages: each with its size, its dates and what is open on it, in three questions."""

from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import process
from sqlmodel import Session, col, func, select

from citations.models import Page, Statement, Tally
from jobs.refused import RefusedError, UnknownError
from service.acts.import_page import page_address


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page. ``open`` counts its subjects in the queue by band; ``reviewed_on`` and ``published`` are ISO or ""."""

    id: int
    url: str
    title: str
    published: str
    reviewed_on: str
    reviewed_inferred: bool
    statements: int
    open: dict[str, int]


def page_rows(session: Session) -> list[PageRow]:
    """Return every page that is not retired, by title."""
    pages = session.exec(select(Page).where(col(Page.retired_on).is_(None)).order_by(Page.title, col(Page.id))).all()
    sizes = session.exec(
        select(Statement.page_id, func.count()).where(Statement.state == "active").group_by(col(Statement.page_id))
    )
    size = dict(sizes.all())
    bands: dict[int, dict[str, int]] = defaultdict(dict)
    counted = select(Tally.key, Tally.label, Tally.n).where(Tally.dimension == "page", Tally.n > 0)
    for key, label, n in session.exec(counted):
        bands[int(key)][label] = n
    return [
        PageRow(
            id=page.id or 0,
            url=page.url,
            title=page.title,
            published=page.published,
            reviewed_on=page.reviewed_on.isoformat() if page.reviewed_on else "",
            reviewed_inferred=page.reviewed_inferred,
            statements=size.get(page.id or 0, 0),
            open=bands.get(page.id or 0, {}),
        )
        for page in pages
    ]


def page_named(session: Session, text: str) -> int:
    """Return the page that a number or an address names; UnknownError lists the nearest addresses."""
    if text.isdecimal():
        found = session.exec(select(Page.id).where(Page.id == int(text))).first()
    else:
        found = session.exec(select(Page.id).where(Page.url == _address(text))).first()
    if found is not None:
        return found
    near = [match[0] for match in process.extract(text, session.exec(select(Page.url)).all(), limit=3)]
    raise UnknownError("refused.unknown_page_named", name=text, near=", ".join(near) or "–")


def _address(text: str) -> str:
    """Return an address in the stored spelling, or the text itself where it is none."""
    try:
        return page_address(text)
    except RefusedError:
        return text
