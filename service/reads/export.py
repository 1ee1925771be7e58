"""Sources on their way out: versions with their last human access, in a stream, and the pieces of a file in a format.

Read by a cursor in blocks, in the order of the citation keys, so that memory is that of one block at any size.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlmodel import Session

from citations.dates import read_iso
from citations.formats import html, text, written
from citations.formats.item import ExportItem, ListedOut
from citations.kinds import CitationState
from citations.models import Page
from citations.queries.among import among
from citations.queries.tables import ACCESS, CITATION, SOURCE, VERSION
from citations.stored import reference_of
from service.acts.refused import UnknownError
from service.reads.printed_list import lines_of, printed_list

BLOCK = 500

_LISTS = {"text": text.render_lines, "html": html.render_lines}


def export_items(
    session: Session, *, page_id: int | None = None, keys: Sequence[str] | None = None
) -> Iterator[ExportItem]:
    """Yield one item per version, in the order of the citation keys: of a page, of some citation keys, or of all.

    Of a page are the versions its list or its sentences use now; ``accessed`` is then the last access for that page,
    otherwise the last one for any page (domain 6, Access event). An end of validity is given where it is printed or
    registered, never as this program computed it. One question for the versions, one for the accesses of each block.
    """
    streamed = session.execute(_versions(session, page_id, keys), execution_options={"yield_per": BLOCK})
    for rows in streamed.partitions():
        accessed = _last_accesses(session, [row.id for row in rows], page_id)
        yield from (_item(row, accessed.get(row.id, "")) for row in rows)


def exported(
    session: Session, form: str, *, page_id: int | None = None, keys: Sequence[str] | None = None
) -> Iterator[bytes]:
    """Return the pieces of a file in a format. UnknownError at once for a page or a citation key that is not known.

    ``text`` and ``html`` of a page give its printed list as it should stand now, in its own order (domain 4.1).
    """
    require(session, page_id=page_id, keys=keys)
    if page_id is not None and keys is None and form in _LISTS:
        return (piece.encode() for piece in _LISTS[form](listed_lines(session, page_id)))
    return written(form, export_items(session, page_id=page_id, keys=keys))


def listed_lines(session: Session, page_id: int) -> list[ListedOut]:
    """Return the lines of a page's printed list as they should stand now, with the heading of each group."""
    return lines_of(printed_list(session, page_id))


def require(session: Session, *, page_id: int | None = None, keys: Sequence[str] | None = None) -> None:
    """Raise UnknownError for a page or a citation key that is not known."""
    if page_id is not None and session.get(Page, page_id) is None:
        raise UnknownError("refused.unknown_page", number=page_id)
    if keys is not None:
        found = set(session.execute(select(VERSION.c.cite_key).where(VERSION.c.cite_key.in_(keys))).scalars())
        for key in keys:
            if key not in found:
                raise UnknownError("refused.unknown_cite_key", name=key)


def _versions(session: Session, page_id: int | None, keys: Sequence[str] | None) -> Select[Any]:
    """Return the question for versions with key and kind of their source, in the same order on every database."""
    in_order: ColumnElement[str] = VERSION.c.cite_key
    if session.get_bind().dialect.name == "postgresql":
        in_order = in_order.collate("C")  # by code point, as SQLite does
    question = (
        select(*VERSION.c, SOURCE.c.key.label("source_key"), SOURCE.c.kind)
        .join(SOURCE, SOURCE.c.id == VERSION.c.source_id)
        .order_by(in_order)
    )
    if keys is not None:
        question = question.where(VERSION.c.cite_key.in_(keys))
    if page_id is not None:
        used = select(CITATION.c.version_id).where(
            CITATION.c.page_id == page_id, CITATION.c.state == CitationState.CONFIRMED
        )
        question = question.where(VERSION.c.id.in_(used))
    return question


def _last_accesses(session: Session, version_ids: Sequence[int], page_id: int | None) -> dict[int, str]:
    """Return the last human access of each version, for one page or for any."""
    question = select(ACCESS.c.version_id, ACCESS.c.on).where(among(ACCESS.c.version_id, version_ids)).distinct()
    if page_id is not None:
        question = question.where(ACCESS.c.page_id == page_id)
    last: dict[int, str] = {}
    for version_id, on in session.execute(question):
        have = last.get(version_id)
        if have is None or read_iso(on).earliest() > read_iso(have).earliest():
            last[version_id] = on
    return last


def _item(row: Any, accessed: str) -> ExportItem:  # noqa: ANN401 - a row with the columns of a version
    return ExportItem(
        cite_key=row.cite_key,
        kind=row.kind,
        reference=reference_of(row, accessed=accessed),
        key=row.source_key,
        valid_until=row.valid_until,
        valid_until_origin=row.valid_until_origin,
        consensus_as_of=row.consensus_as_of,
        status=row.status,
    )
