"""What a sentence could be bound to: the sources its page lists first, then what a search over all sources finds."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from citations.kinds import CitationState
from citations.models import Citation, ListedSource, Source, SourceVersion
from citations.stored import short_name
from service.reads.source_list import matching

MOST = 25
"""Versions that a search offers; more means that the words were too few."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A version that can be bound, in words an editor knows it by."""

    version_id: int
    key: str
    kind: str
    short: str
    title: str
    label: str
    as_of: str
    superseded: bool


def offers(
    session: Session, page_id: int, bound: Collection[int], find: str = ""
) -> tuple[tuple[Offer, ...], tuple[Offer, ...]]:
    """Return (the page's own sources in printed order, what the search finds elsewhere), without what is bound."""
    own = _own(session, page_id)
    listed = tuple(offer for offer in own if offer.version_id not in bound)
    taken = {offer.version_id for offer in own} | set(bound)
    found = tuple(offer for offer in _found(session, find) if offer.version_id not in taken) if find.strip() else ()
    return listed, found[:MOST]


def _own(session: Session, page_id: int) -> list[Offer]:
    """Return the versions a page uses, as its list is ordered."""
    rows = session.exec(
        select(SourceVersion, Source, ListedSource.position)
        .join(Source, col(Source.id) == col(SourceVersion.source_id))
        .join(Citation, col(Citation.version_id) == col(SourceVersion.id))
        .join(ListedSource, col(ListedSource.id) == col(Citation.listed_id), isouter=True)
        .where(
            Citation.page_id == page_id,
            Citation.state == CitationState.CONFIRMED,
            col(Citation.statement_id).is_(None),
        )
        .order_by(col(Citation.id))
    ).all()
    ordered = sorted(rows, key=lambda row: (row[2] is None, row[2] or 0))
    return list({version.id: _offer(version, source) for version, source, _ in ordered}.values())


def _found(session: Session, find: str) -> list[Offer]:
    """Return versions of the sources that a search finds: every word in the source's text, or a number of its own."""
    rows = session.exec(
        select(SourceVersion, Source)
        .join(Source, col(Source.id) == col(SourceVersion.source_id))
        .where(matching(find))
        .order_by(col(SourceVersion.superseded_by_id).is_not(None), col(Source.title), col(SourceVersion.id).desc())
        .limit(4 * MOST)
    )
    return [_offer(version, source) for version, source in rows]


def _offer(version: SourceVersion, source: Source) -> Offer:
    """Return a version as it is offered."""
    return Offer(
        version_id=version.id or 0,
        key=source.key,
        kind=source.kind.value,
        short=short_name(version, source.key, source.title),
        title=version.title or source.title,
        label=version.label,
        as_of=version.as_of or (str(version.year) if version.year else ""),
        superseded=version.superseded_by_id is not None,
    )
