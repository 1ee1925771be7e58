"""The list of sources for commands: each with the version that pages use, its dates and what is open on it."""

from collections import defaultdict
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from citations.kinds import CitationState
from citations.models import Citation, Flag, Source, SourceVersion


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One version of a source. Dates are ISO or ""; ``used`` counts citations, ``reasons`` the open flags by reason."""

    key: str
    kind: str
    title: str
    version: str
    stand: str
    consensus: str
    valid_until: str
    valid_until_origin: str
    status: str
    cite_key: str
    used: int
    reasons: dict[str, int]


def source_rows(session: Session) -> list[SourceRow]:
    """Return every version of every source, by key, in three questions."""
    rows = session.exec(
        select(Source, SourceVersion)
        .join(SourceVersion, col(SourceVersion.source_id) == col(Source.id))
        .where(col(SourceVersion.merged_into_id).is_(None))
        .order_by(Source.key, col(SourceVersion.id))
    ).all()
    used = dict(
        session.exec(
            select(Citation.version_id, func.count())
            .where(Citation.state == CitationState.CONFIRMED)
            .group_by(col(Citation.version_id))
        ).all()
    )
    reasons: dict[int, dict[str, int]] = defaultdict(dict)
    counted = (
        select(col(Citation.version_id), col(Flag.reason), func.count())
        .join(Citation, col(Citation.id) == col(Flag.citation_key))
        .where(col(Flag.closed_at).is_(None))
        .group_by(col(Citation.version_id), col(Flag.reason))
    )
    for version_id, reason, n in session.exec(counted):
        reasons[version_id][reason.value] = n
    return [
        _row(source, version, used.get(version.id or 0, 0), reasons.get(version.id or 0, {}))
        for source, version in rows
    ]


def _row(source: Source, version: SourceVersion, used: int, reasons: dict[str, int]) -> SourceRow:
    """Return one row."""
    return SourceRow(
        key=source.key,
        kind=source.kind.value,
        title=source.title,
        version=version.label,
        stand=version.as_of,
        consensus=version.consensus_as_of,
        valid_until=version.valid_until.isoformat() if version.valid_until else "",
        valid_until_origin=version.valid_until_origin.value if version.valid_until_origin else "",
        status=version.status.value if version.status else "",
        cite_key=version.cite_key,
        used=used,
        reasons=reasons,
    )
