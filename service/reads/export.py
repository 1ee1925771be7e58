"""Sources on their way out: versions with their last human access, in a stream, and the pieces of a file in a format.

Read in blocks by keyset, in the order of the citation keys, so that memory is that of one block at any size.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlmodel import Session, col, select

from citations.dates import read_iso
from citations.formats import FORMATS, html, text
from citations.formats.item import ExportItem, ListedOut
from citations.kinds import CitationState, SourceKind
from citations.models import Access, Citation, Page, Source, SourceVersion
from citations.queries.among import among
from citations.stored import reference_of
from service.acts.refused import UnknownError
from service.reads.printed_list import printed_list

BLOCK = 500

_LISTS = {"text": text.render_lines, "html": html.render_lines}


def export_items(
    session: Session, *, page_id: int | None = None, keys: Sequence[str] | None = None
) -> Iterator[ExportItem]:
    """Yield one item per version, in the order of the citation keys: of a page, of some citation keys, or of all.

    Of a page are the versions its list or its sentences use now; ``accessed`` is then the last access for that page,
    otherwise the last one for any page (domain 6, Access event). Two questions per block of some hundred versions.
    """
    last = ""
    while True:
        rows = _block(session, last, page_id, keys)
        if not rows:
            return
        accessed = _last_accesses(session, [version.id or 0 for version, _, _ in rows], page_id)
        yield from (_item(version, key, kind, accessed.get(version.id or 0, "")) for version, key, kind in rows)
        last = rows[-1][0].cite_key
        session.expunge_all()  # nothing here is written to: the block is let go before the next is read


def exported(
    session: Session, form: str, *, page_id: int | None = None, keys: Sequence[str] | None = None
) -> Iterator[str]:
    """Return the pieces of a file in a format. UnknownError at once for a page or a citation key that is not known.

    ``text`` and ``html`` of a page give its printed list as it should stand now, in its own order (domain 4.1).
    """
    require(session, page_id=page_id, keys=keys)
    if page_id is not None and keys is None and form in _LISTS:
        return _LISTS[form](listed_lines(session, page_id))
    return FORMATS[form].render(export_items(session, page_id=page_id, keys=keys))


def listed_lines(session: Session, page_id: int) -> list[ListedOut]:
    """Return the lines of a page's printed list as they should stand now, with the heading of each group."""
    printed = printed_list(session, page_id)
    return [ListedOut(group.title, line.bullet, line.text) for group in printed.groups for line in group.lines]


def require(session: Session, *, page_id: int | None = None, keys: Sequence[str] | None = None) -> None:
    """Raise UnknownError for a page or a citation key that is not known."""
    if page_id is not None and session.get(Page, page_id) is None:
        raise UnknownError("refused.unknown_page", number=page_id)
    if keys is not None:
        found = set(session.exec(select(SourceVersion.cite_key).where(col(SourceVersion.cite_key).in_(keys))))
        for key in keys:
            if key not in found:
                raise UnknownError("refused.unknown_source", key=key, near="–")


def _block(
    session: Session, after: str, page_id: int | None, keys: Sequence[str] | None
) -> Sequence[tuple[SourceVersion, str, SourceKind]]:
    """Return the next versions after a citation key, with key and kind of their source."""
    question = (
        select(SourceVersion, Source.key, Source.kind)
        .join(Source, col(Source.id) == col(SourceVersion.source_id))
        .where(col(SourceVersion.cite_key) > after)
        .order_by(col(SourceVersion.cite_key))
        .limit(BLOCK)
    )
    if keys is not None:
        question = question.where(col(SourceVersion.cite_key).in_(keys))
    if page_id is not None:
        used = select(Citation.version_id).where(
            Citation.page_id == page_id, Citation.state == CitationState.CONFIRMED
        )
        question = question.where(col(SourceVersion.id).in_(used))
    return session.exec(question).all()


def _last_accesses(session: Session, version_ids: Sequence[int], page_id: int | None) -> dict[int, str]:
    """Return the last human access of each version, for one page or for any."""
    question = select(Access.version_id, Access.on).where(among(col(Access.version_id), version_ids)).distinct()
    if page_id is not None:
        question = question.where(Access.page_id == page_id)
    return _latest(session.exec(question))


def _latest(rows: Iterable[Any]) -> dict[int, str]:
    last: dict[int, str] = {}
    for version_id, on in rows:
        have = last.get(version_id)
        if have is None or read_iso(on).earliest() > read_iso(have).earliest():
            last[version_id] = on
    return last


def _item(version: SourceVersion, key: str, kind: SourceKind, accessed: str) -> ExportItem:
    return ExportItem(
        cite_key=version.cite_key,
        kind=kind,
        reference=reference_of(version, accessed=accessed),
        key=key,
        valid_until=version.valid_until,
        valid_until_origin=version.valid_until_origin,
        consensus_as_of=version.consensus_as_of,
        status=version.status,
    )
