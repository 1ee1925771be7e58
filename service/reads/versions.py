"""A version of a source as the editor's pages show it: what it is, its dates, and whence its last valid day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from citations import clocks
from citations.models import Source, SourceVersion
from citations.policy import Policy
from citations.references import print_reference
from citations.stored import reference_of, short_name
from jobs.gather import dates_of


@dataclass(frozen=True, slots=True)
class VersionSeen:
    """One version. ``valid_until`` is the last valid day with its origin (printed, register, derived), None if none.

    ``superseded_by`` is the id of the newest version of its form, None for the current one. Dates of issue are
    partial ISO, "" where nothing is known.
    """

    id: int
    source_id: int
    key: str
    kind: str
    source_title: str
    short: str
    printed: str
    label: str
    form: str
    guideline_class: str
    title: str
    as_of: str
    consensus_as_of: str
    issued: str
    valid_until: date | None
    origin: str
    status: str
    status_on: date | None
    superseded_by: int | None
    awmf_number: str
    doi: str
    url: str
    cite_key: str
    first_seen_on: date


def seen_version(source: Source, version: SourceVersion, policy: Policy) -> VersionSeen:
    """Return a stored version as it is shown; a last valid day that nobody printed is derived and says so (1.1)."""
    dated = dates_of(source, version)
    end = clocks.valid_until(dated, policy)
    return VersionSeen(
        id=version.id or 0,
        source_id=source.id or 0,
        key=source.key,
        kind=source.kind.value,
        source_title=source.title,
        short=short_name(version, source.key, source.title),
        printed=print_reference(reference_of(version)),
        label=version.label or (f"{version.edition}. Auflage" if version.edition.isdecimal() else version.edition),
        form=version.form,
        guideline_class=version.guideline_class,
        title=version.title or source.title,
        as_of=version.as_of,
        consensus_as_of=version.consensus_as_of,
        issued=dated.issued,
        valid_until=end[0] if end else None,
        origin=end[1].value if end else "",
        status=version.status.value if version.status else "",
        status_on=version.status_on,
        superseded_by=version.superseded_by_id,
        awmf_number=version.awmf_number,
        doi=version.doi,
        url=version.url or source.homepage,
        cite_key=version.cite_key,
        first_seen_on=version.first_seen_on,
    )


def versions_of_sources(session: Session, source_ids: Iterable[int], policy: Policy) -> dict[int, VersionSeen]:
    """Return every version of these sources by id, in one question."""
    rows = session.exec(
        select(Source, SourceVersion)
        .join(SourceVersion, col(SourceVersion.source_id) == col(Source.id))
        .where(col(Source.id).in_(sorted(set(source_ids))))
        .order_by(col(SourceVersion.id))
    )
    return {version.id or 0: seen_version(source, version, policy) for source, version in rows}


def versions_named(session: Session, version_ids: Iterable[int], policy: Policy) -> dict[int, VersionSeen]:
    """Return these versions, and all others of their sources, by id, in one question."""
    sources = select(SourceVersion.source_id).where(col(SourceVersion.id).in_(sorted(set(version_ids))))
    rows = session.exec(
        select(Source, SourceVersion)
        .join(SourceVersion, col(SourceVersion.source_id) == col(Source.id))
        .where(col(Source.id).in_(sources))
        .order_by(col(SourceVersion.id))
    )
    return {version.id or 0: seen_version(source, version, policy) for source, version in rows}
