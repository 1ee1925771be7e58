"""Gathers what was found outside and still holds: the event deadlines that findings give."""

from collections import defaultdict
from collections.abc import Iterable

from sqlmodel import Session, col, select

from citations.clocks import Due
from citations.kinds import Clock, Reason
from citations.models import Finding
from citations.queries.among import among


def found_of_versions(session: Session, versions: Iterable[int]) -> dict[int, list[Due]]:
    """Return what was found about versions, wherever they are cited; an empty list for those without findings."""
    rows = session.exec(
        select(Finding)
        .where(among(col(Finding.version_id), [*versions]))
        .where(col(Finding.citation_id).is_(None), col(Finding.ended_at).is_(None))
        .order_by(col(Finding.id))
    )
    found: dict[int, list[Due]] = defaultdict(list)
    for row in rows:
        found[row.version_id].append(_due(row))
    return found


def found_of_citations(session: Session, citations: Iterable[int]) -> dict[int, list[Due]]:
    """Return what was found about single citations."""
    rows = session.exec(
        select(Finding)
        .where(among(col(Finding.citation_id), [*citations]), col(Finding.ended_at).is_(None))
        .order_by(col(Finding.id))
    )
    found: dict[int, list[Due]] = defaultdict(list)
    for row in rows:
        found[row.citation_id or 0].append(_due(row))
    return found


def _due(row: Finding) -> Due:
    """Return the deadline of a finding; its kind and key are the evidence, so that another one is another flag."""
    told = {"kind": row.kind, "label": row.label, "url": row.url} | _words(row)
    facts = {name: value for name, value in told.items() if value}
    return Due(Clock.EVENT, row.reason, row.on, facts, evidence=f"{row.kind}:{row.key}")


def _words(row: Finding) -> dict[str, str]:
    """Return what the sentence of a reason needs beside the label: the note, or the version it speaks of."""
    if row.reason is Reason.CONTRADICTED:
        return {"note": row.label or row.kind}
    return {"from": "–", "to": row.label or row.kind} if row.reason is Reason.SUPERSEDED_MAJOR else {}
