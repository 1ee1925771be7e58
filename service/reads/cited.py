"""The sources that a subject rests on, as its page shows them: version, dates, last access, place in the source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from citations.dates import read_iso
from citations.kinds import CitationState
from citations.models import Access, Citation, SourceVersion
from citations.policy import Policy
from citations.stored import mark_of
from citations.versions import is_newer
from service.reads.open_flags import OpenFlag
from service.reads.versions import VersionSeen, versions_named

_LIVE = (CitationState.CONFIRMED, CitationState.PROPOSED)


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation with its version. ``newer`` are the versions it could move to, newest first; ``flags`` its reasons.

    ``accessed`` is the last human access of the version for this page as partial ISO, with who saw it ("" none).
    """

    id: int
    version: VersionSeen
    role: str
    state: str
    locator: str
    quote: str
    mention: str
    made_by: str
    made_at: datetime
    reviewed_on: date | None
    accessed: str
    accessed_by: str
    access_printed: bool
    newer: tuple[VersionSeen, ...]
    flags: tuple[OpenFlag, ...]


def cited_by(session: Session, subject_id: int, flags: Sequence[OpenFlag], policy: Policy) -> tuple[Cited, ...]:
    """Return the live citations of a subject, confirmed ones first, in four questions."""
    rows = session.exec(
        select(Citation)
        .where(Citation.subject_id == subject_id, col(Citation.state).in_(_LIVE))
        .order_by(col(Citation.state), col(Citation.id))
    ).all()
    seen = versions_named(session, [row.version_id for row in rows], policy)
    newer = _newer(session, [row.version_id for row in rows])
    last = _last_accesses(session, [row.page_id for row in rows][:1], list(seen))
    return tuple(
        _cited(
            row,
            seen[row.version_id],
            last.get(row.version_id),
            tuple(seen[number] for number in newer.get(row.version_id, ()) if number in seen),
            tuple(flag for flag in flags if flag.citation_id == row.id),
        )
        for row in rows
    )


def _cited(
    row: Citation,
    version: VersionSeen,
    last: Access | None,
    newer: tuple[VersionSeen, ...],
    flags: tuple[OpenFlag, ...],
) -> Cited:
    """Return one citation as it is shown."""
    return Cited(
        id=row.id or 0,
        version=version,
        role=row.role.value,
        state=row.state.value,
        locator=row.locator,
        quote=row.quote,
        mention=row.mention,
        made_by=row.made_by,
        made_at=row.made_at,
        reviewed_on=row.reviewed_on,
        accessed=last.on if last else "",
        accessed_by=last.by if last else "",
        access_printed=last is not None and last.origin == "printed",
        newer=newer,
        flags=flags,
    )


def _newer(session: Session, version_ids: Sequence[int]) -> dict[int, list[int]]:
    """Return per version the ids of the newer ones of its source and form, newest known last becomes first."""
    sources = select(SourceVersion.source_id).where(col(SourceVersion.id).in_(version_ids))
    rows = session.exec(
        select(SourceVersion).where(col(SourceVersion.source_id).in_(sources)).order_by(col(SourceVersion.id).desc())
    ).all()
    found = {}
    for old in rows:
        if old.id not in version_ids:
            continue
        same = [row for row in rows if row.source_id == old.source_id and row.id != old.id]
        later = [row for row in same if is_newer(mark_of(row), mark_of(old)) or row.id == old.superseded_by_id]
        found[old.id or 0] = [row.id or 0 for row in sorted(later, key=lambda row: row.id != old.superseded_by_id)]
    return found


def _last_accesses(session: Session, page_ids: Sequence[int], version_ids: Sequence[int]) -> dict[int, Access]:
    """Return the last human access of these versions for a page."""
    rows = session.exec(
        select(Access).where(col(Access.page_id).in_(page_ids), col(Access.version_id).in_(version_ids))
    )
    last: dict[int, Access] = {}
    for row in rows:
        have = last.get(row.version_id)
        if have is None or read_iso(row.on).earliest() >= read_iso(have.on).earliest():
            last[row.version_id] = row
    return last
