"""All pages, a stretch at a time: what is open on each, its dates, and how much of it rests on a source."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, tuple_
from sqlalchemy import select as plain_select
from sqlmodel import Session, and_, case, col, func, or_, select

from citations.kinds import CitationState, StatementKind
from citations.models import Citation, Page, Statement, Tally

PER_STRETCH = 50
COUNTED = (StatementKind.SENTENCE, StatementKind.LIST_ITEM, StatementKind.GLOSSARY)
"""What can rest on a source; headings and captions cannot."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page. ``open`` counts subjects in the queue by band; of ``counted`` pieces so many are bound or need none."""

    id: int
    title: str
    url: str
    published: str
    reviewed_on: date | None
    reviewed_inferred: bool
    retired: bool
    open: dict[str, int]
    counted: int
    bound: int
    declared: int

    @property
    def settled(self) -> int:
        """Pieces that are bound, or declared to need no source."""
        return self.bound + self.declared


@dataclass(frozen=True, slots=True)
class PageStretch:
    """Some pages by title, and the place after which the next ones begin ("" and 0 at the end)."""

    rows: tuple[PageRow, ...]
    after_title: str = ""
    after_id: int = 0


def page_stretch(session: Session, find: str = "", after: tuple[str, int] | None = None) -> PageStretch:
    """Return the next pages by title, those with ``find`` in title or address; four questions, whatever the size."""
    wanted = select(Page).order_by(col(Page.title), col(Page.id)).limit(PER_STRETCH + 1)
    if after is not None:
        wanted = wanted.where(tuple_(col(Page.title), col(Page.id)) > after)
    if find.strip():
        words = find.strip()
        like = (col(Page.title).icontains(words, autoescape=True), col(Page.url).icontains(words, autoescape=True))
        wanted = wanted.where(or_(*like))
    pages = session.exec(wanted).all()
    shown = pages[:PER_STRETCH]
    ids = [page.id or 0 for page in shown]
    counts, bound, bands = _counts(session, ids), _bound(session, ids), _bands(session, ids)
    rows = tuple(_row(page, counts, bound, bands) for page in shown)
    if len(pages) <= PER_STRETCH:
        return PageStretch(rows)
    return PageStretch(rows, shown[-1].title, shown[-1].id or 0)


def _row(
    page: Page, counts: dict[int, tuple[int, int]], bound: dict[int, int], bands: dict[int, dict[str, int]]
) -> PageRow:
    """Return one row."""
    number = page.id or 0
    counted, declared = counts.get(number, (0, 0))
    return PageRow(
        id=number,
        title=page.title,
        url=page.url,
        published=page.published,
        reviewed_on=page.reviewed_on,
        reviewed_inferred=page.reviewed_inferred,
        retired=page.retired_on is not None,
        open=bands.get(number, {}),
        counted=counted,
        bound=bound.get(number, 0),
        declared=declared,
    )


def _counts(session: Session, ids: list[int]) -> dict[int, tuple[int, int]]:
    """Return per page how many pieces can rest on a source, and how many are declared to need none and have none."""
    bound = _bound_to().exists()
    declared = case((and_(col(Statement.no_source_because) != "", ~bound), 1), else_=0)
    rows = session.exec(
        select(Statement.page_id, func.count(), func.sum(declared))
        .where(col(Statement.page_id).in_(ids), Statement.state == "active", col(Statement.kind).in_(COUNTED))
        .group_by(col(Statement.page_id))
    )
    return {page_id: (number, int(none or 0)) for page_id, number, none in rows}


def _bound(session: Session, ids: list[int]) -> dict[int, int]:
    """Return per page how many pieces have a confirmed source."""
    rows = session.exec(
        select(Statement.page_id, func.count())
        .where(
            col(Statement.page_id).in_(ids),
            Statement.state == "active",
            col(Statement.kind).in_(COUNTED),
            _bound_to().exists(),
        )
        .group_by(col(Statement.page_id))
    )
    return dict(rows.all())


def _bound_to() -> Select[Any]:
    """Return the confirmed citations of a statement."""
    confirmed = col(Citation.state) == CitationState.CONFIRMED
    rests_on_it = col(Citation.statement_id) == col(Statement.id)
    return plain_select(col(Citation.id)).where(rests_on_it, confirmed).correlate(Statement)


def _bands(session: Session, ids: list[int]) -> dict[int, dict[str, int]]:
    """Return per page how many subjects are open in each band, from the tallies."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    keys = [str(number) for number in ids]
    rows = session.exec(
        select(Tally.key, Tally.label, Tally.n).where(Tally.dimension == "page", col(Tally.key).in_(keys), Tally.n > 0)
    )
    for key, label, n in rows:
        found[int(key)][label] = n
    return found
