"""Sources on their way out: versions with their last human access, in a stream.

Read by a cursor in blocks, in the order of the citation keys, so that memory is that of one block at any size.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, select
from sqlmodel import Session

from citations.dates import read_iso
from citations.formats.item import ExportItem
from citations.kinds import CitationState
from citations.queries.among import among
from citations.queries.tables import ACCESS, CITATION, SOURCE, VERSION
from citations.stored import reference_of
from jobs.refused import UnknownError

BLOCK = 500
ITEM_COLUMNS = (*VERSION.c, SOURCE.c.key.label("source_key"), SOURCE.c.kind)
_Name = TypeVar("_Name", bound=Hashable)


def export_items(
    session: Session, *, page_id: int | None = None, keys: Sequence[str] | None = None
) -> Iterator[ExportItem]:
    """Yield one item per version, in the order of the citation keys: of a page, of some citation keys, or of all.

    Of a page are the versions its list or its sentences use now; ``accessed`` is then the last access for that page,
    otherwise the last one for any page or none (domain 6, Access event). An end of validity is given where it is
    printed or registered, never as this program computed it. What was merged into another is left out; its key gives
    the one that was kept. One question for the versions, one for the accesses of each block.
    """
    streamed = session.execute(_versions(session, page_id, keys), execution_options={"yield_per": BLOCK})
    for rows in streamed.partitions():
        accessed = _last_accesses(session, [row.id for row in rows], page_id)
        yield from (item_of(row, accessed.get(row.id, "")) for row in rows)


def kept_keys(session: Session, keys: Sequence[str]) -> list[str]:
    """Return the citation keys under which versions stand now; UnknownError for a key that never was one."""
    standing: list[str] = []
    rows = session.execute(select(VERSION.c.cite_key, VERSION.c.merged_into_id).where(VERSION.c.cite_key.in_(keys)))
    found = {row.cite_key: row.merged_into_id for row in rows}
    for key in keys:
        if key not in found:
            raise UnknownError("refused.unknown_cite_key", name=key)
    gone = {merged for merged in found.values() if merged is not None}
    standing += [key for key, merged in found.items() if merged is None]
    seen: set[int] = set()
    while gone - seen:
        seen |= gone
        rows = session.execute(
            select(VERSION.c.cite_key, VERSION.c.merged_into_id).where(among(VERSION.c.id, sorted(gone)))
        )
        following = [(key, merged) for key, merged in rows]
        standing += [key for key, merged in following if merged is None]
        gone = {merged for _, merged in following if merged is not None}
    return sorted(set(standing))


def keys_of_sources(session: Session, source_ids: Sequence[int]) -> list[str]:
    """Return the citation keys of every version of some sources."""
    question = select(VERSION.c.cite_key).where(
        among(VERSION.c.source_id, source_ids), VERSION.c.merged_into_id.is_(None)
    )
    return sorted(session.execute(question).scalars())


def in_key_order(session: Session) -> ColumnElement[str]:
    """Return the citation key as it is ordered by: by code point, on every database."""
    key: ColumnElement[str] = VERSION.c.cite_key
    return key.collate("C") if session.get_bind().dialect.name == "postgresql" else key


def of_kept() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return what holds of a version and a source that were not merged into another."""
    return VERSION.c.merged_into_id.is_(None), SOURCE.c.merged_into_id.is_(None)


def keep_later(last: dict[_Name, str], name: _Name, on: str) -> None:
    """Keep an access date if it is later than the one that is known."""
    have = last.get(name)
    if have is None or read_iso(on).earliest() > read_iso(have).earliest():
        last[name] = on


def item_of(row: Any, accessed: str) -> ExportItem:  # noqa: ANN401 - a row with ITEM_COLUMNS
    """Return a stored version as it leaves."""
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


def _versions(session: Session, page_id: int | None, keys: Sequence[str] | None) -> Select[Any]:
    """Return the question for versions with key and kind of their source, in the same order on every database."""
    question = (
        select(*ITEM_COLUMNS)
        .join(SOURCE, SOURCE.c.id == VERSION.c.source_id)
        .where(*of_kept())
        .order_by(in_key_order(session))
    )
    if keys is not None:
        question = question.where(VERSION.c.cite_key.in_(kept_keys(session, keys)))
    if page_id is not None:
        used = select(CITATION.c.version_id).where(
            CITATION.c.page_id == page_id, CITATION.c.state == CitationState.CONFIRMED
        )
        question = question.where(VERSION.c.id.in_(used))
    return question


def _last_accesses(session: Session, version_ids: Sequence[int], page_id: int | None) -> dict[int, str]:
    """Return the last human access of each version, for one page or for any and none."""
    question = select(ACCESS.c.version_id, ACCESS.c.on).where(among(ACCESS.c.version_id, version_ids)).distinct()
    if page_id is not None:
        question = question.where(ACCESS.c.page_id == page_id)
    last: dict[int, str] = {}
    for version_id, on in session.execute(question):
        keep_later(last, version_id, on)
    return last
