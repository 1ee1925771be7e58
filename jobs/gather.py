"""Gathers the facts that the clocks need, scope by scope, in a fixed number of questions per batch."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlmodel import Session, SQLModel, col, func, select

from citations import clocks
from citations.clocks import PARENT, Due, VersionDates, told_apart
from citations.identity import missing_fields
from citations.kinds import CitationState, Clock, Reason, SourceKind, Status
from citations.models import Access, Citation, Source, SourceVersion, Statement
from citations.pages import states_dose
from citations.policy import Policy
from citations.queries.among import among
from citations.reasons import INHERITED
from citations.stored import reference_of
from jobs.deadlines import Scope
from jobs.gather_findings import found_of_citations, found_of_versions
from jobs.gather_superseded import siblings_of, superseded, superseded_citations

Row = TypeVar("Row", bound=SQLModel)
Wanted = dict[Scope, list[Due]]

_STATUS_REASON = {
    Status.WITHDRAWN: Reason.WITHDRAWN,
    Status.RETRACTED: Reason.RETRACTED,
    Status.CORRECTED: Reason.CORRECTED,
    Status.AMENDED: Reason.CORRECTED,
    Status.UNDER_REVISION: Reason.UNDER_REVISION,
}


def dates_of(source: Source, version: SourceVersion) -> VersionDates:
    """Return what the clocks need of a stored version."""
    issued = f"{version.year:04d}" + (f"-{version.month:02d}" if version.month else "") if version.year else ""
    return VersionDates(
        kind=source.kind,
        key=source.key,
        as_of=version.as_of,
        consensus_as_of=version.consensus_as_of,
        issued=issued,
        valid_until=version.valid_until,
        valid_until_origin=version.valid_until_origin,
        superseded=version.superseded_by_id is not None,
    )


def version_dues(session: Session, version_ids: Iterable[int], policy: Policy) -> Wanted:
    """Return what holds for versions wherever cited: validity, re-assessment, events, what a parent passes on."""
    versions = by_id(session, SourceVersion, version_ids)
    sources = by_id(session, Source, {version.source_id for version in versions.values()})
    siblings = siblings_of(session, sources)
    found = found_of_versions(session, versions)
    wanted: Wanted = {}
    for number, version in versions.items():
        source = sources[version.source_id]
        dues = own_dues(source, version, siblings[version.source_id], policy, found[number])
        if source.parent_id is not None:
            dues += _not_said_before(dues, _inherited(session, source.parent_id, policy))
        wanted[Scope(version_id=number)] = dues
    return wanted


def own_dues(
    source: Source, version: SourceVersion, siblings: Sequence[SourceVersion], policy: Policy, found: Sequence[Due]
) -> list[Due]:
    """Return the deadlines that a version gives by its own facts; what was announced goes before a mere status."""
    dated = dates_of(source, version)
    dues = [due for due in (clocks.validity(dated, policy), clocks.reassess(dated, policy)) if due is not None]
    dues += superseded(version, siblings)
    dues += [due for due in found if due.reason not in {one.reason for one in dues}]
    announced = {due.reason for due in found}
    reason = _STATUS_REASON.get(version.status) if version.status else None
    if reason is not None and reason not in announced and version.status_on is not None:
        facts = {"status": version.status.value if version.status else ""}
        dues.append(Due(Clock.EVENT, reason, version.status_on, facts))
    if version.status is Status.EXPIRED and version.status_on is not None:
        dues = [due for due in dues if due.reason is not Reason.EXPIRED or due.on <= version.status_on]
        if not any(due.reason is Reason.EXPIRED for due in dues):
            dues.append(Due(Clock.VALIDITY, Reason.EXPIRED, version.status_on, {"status": "expired"}))
    return dues


def _inherited(session: Session, parent_id: int, policy: Policy) -> list[Due]:
    """Return what a patient version takes over from its guideline (invariant 7)."""
    cited = (
        select(func.min(Citation.version_id))
        .join(SourceVersion, col(SourceVersion.id) == Citation.version_id)
        .where(SourceVersion.source_id == parent_id, Citation.state == CitationState.CONFIRMED)
    )
    newest = select(func.max(SourceVersion.id)).where(SourceVersion.source_id == parent_id)
    number = session.exec(cited).one() or session.exec(newest).one()
    if number is None:
        return []
    dues = version_dues(session, [number], policy)[Scope(version_id=number)]
    title = session.exec(select(Source.title).where(Source.id == parent_id)).one()
    inherited = [due for due in dues if due.reason in INHERITED]
    return [
        replace(due, facts=due.facts | {"parent": title}, evidence=":".join(filter(None, (PARENT, due.evidence))))
        for due in inherited
    ]


def _not_said_before(own: Sequence[Due], inherited: Sequence[Due]) -> list[Due]:
    """Return what a guideline passes on without what the patient version says itself: both would be the same flag."""
    said = {_flag_of(due) for due in own}
    return [due for due in inherited if _flag_of(due) not in said]


def _flag_of(due: Due) -> tuple[Reason, date, int | None, str]:
    """Return what tells the flags of one version apart."""
    return due.reason, due.on, due.about_version_id, told_apart(due.evidence)


def entry_dues(session: Session, entries: Iterable[tuple[int, int]], policy: Policy) -> Wanted:
    """Return what holds for versions as pages use them: the access clock and what the printed line leaves out."""
    pairs = set(entries)
    versions = by_id(session, SourceVersion, {version for _, version in pairs})
    sources = by_id(session, Source, {version.source_id for version in versions.values()})
    seen = last_accesses(session, pairs)
    latest = latest_printed(session, {page for page, _ in pairs})
    wanted: Wanted = {}
    for page_id, version_id in pairs:
        version = versions[version_id]
        source = sources[version.source_id]
        own = seen.get((page_id, version_id), "")
        inferred = not own and source.kind not in clocks.PRINTS_ACCESS
        last = own or (latest.get(page_id, "") if inferred else "")
        due = clocks.access(dates_of(source, version), policy, last, inferred=inferred)
        missing = missing_fields(source.kind, reference_of(version, accessed=own))
        dues = [due] if due is not None else []
        if missing:
            facts = {"missing": ",".join(missing)}
            dues.append(Due(Clock.EVENT, Reason.REFERENCE_INCOMPLETE, version.first_seen_on, facts))
        wanted[Scope(version_id=version_id, page_id=page_id)] = dues
    return wanted


def last_accesses(session: Session, entries: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """Return the last human access per (page, version) as a partial ISO date: as text they stand in order of days."""
    pairs = set(entries)
    pages, versions = {page for page, _ in pairs}, {version for _, version in pairs}
    rows = session.exec(
        select(col(Access.page_id), col(Access.version_id), func.max(Access.on))
        .where(among(col(Access.page_id), [*pages]), among(col(Access.version_id), [*versions]))
        .group_by(col(Access.page_id), col(Access.version_id))
    )
    return {(page_id or 0, version_id): on for page_id, version_id, on in rows if (page_id, version_id) in pairs}


def latest_printed(session: Session, page_ids: Iterable[int]) -> dict[int, str]:
    """Return the latest access date printed on each page: where a style prints none, it is inferred from it (8)."""
    rows = session.exec(
        select(Access.page_id, func.max(Access.on))
        .where(among(col(Access.page_id), [*page_ids]), Access.origin == "printed")
        .group_by(col(Access.page_id))
    )
    return {page_id or 0: on for page_id, on in rows}


def citation_dues(session: Session, citation_ids: Iterable[int], policy: Policy) -> Wanted:
    """Return what holds for single citations: their own last review moves clocks that their version would set."""
    citations = by_id(session, Citation, citation_ids)
    live = {number: citation for number, citation in citations.items() if citation.state is CitationState.CONFIRMED}
    versions = by_id(session, SourceVersion, {citation.version_id for citation in live.values()})
    sources = by_id(session, Source, {version.source_id for version in versions.values()})
    kept = {citation.version_id for citation in live.values() if citation.kept_on is not None}
    expired = _expired_on(version_dues(session, kept, policy)) if kept else {}
    wanted: Wanted = {Scope(citation_id=number): [] for number in citations}
    for number, citation in live.items():
        version = versions[citation.version_id]
        dated = dates_of(sources[version.source_id], version)
        since = expired.get(citation.version_id)
        wanted[Scope(citation_id=number)] = _reviewed_dues(citation, dated, since, policy)
    labels = {n: c for n, c in live.items() if sources[versions[c.version_id].source_id].kind is SourceKind.DRUG_LABEL}
    for number, due in _dose_dues(session, labels, policy).items():
        wanted[Scope(citation_id=number)].append(due)
    for number, due in superseded_citations(session, live, versions).items():
        wanted[Scope(citation_id=number)].append(due)
    for number, dues in found_of_citations(session, live).items():
        wanted[Scope(citation_id=number)] += dues
    return wanted


def _dose_dues(session: Session, labels: dict[int, Citation], policy: Policy) -> dict[int, Due]:
    """Return the shorter access clock of labels behind sentences that state a dose or a warning (domain 0)."""
    bound = {number: citation for number, citation in labels.items() if citation.statement_id is not None}
    if not bound:
        return {}
    texts = by_id(session, Statement, {citation.statement_id or 0 for citation in bound.values()})
    seen = last_accesses(session, {(citation.page_id, citation.version_id) for citation in bound.values()})
    label = VersionDates(SourceKind.DRUG_LABEL)
    dues: dict[int, Due] = {}
    for number, citation in bound.items():
        last = seen.get((citation.page_id, citation.version_id), "")
        due = clocks.access(label, policy, last, dose=True)
        if due is not None and states_dose(texts[citation.statement_id or 0].exact):
            dues[number] = due
    return dues


def _expired_on(wanted: Wanted) -> dict[int | None, date]:
    """Return since when versions count as expired, by their dates, their status, or their guideline."""
    days = {
        scope.version_id: [due.on for due in dues if due.reason is Reason.EXPIRED] for scope, dues in wanted.items()
    }
    return {version_id: min(found) for version_id, found in days.items() if found}


def _reviewed_dues(citation: Citation, dated: VersionDates, expired: date | None, policy: Policy) -> list[Due]:
    """Return the clocks that the reviews of one citation have moved."""
    dues: list[Due] = []
    if citation.reviewed_on is not None:
        due = clocks.reassess(dated, policy, citation.reviewed_on)
        dues += [due] if due is not None else []
    if citation.kept_on is not None and expired is not None and expired <= citation.kept_on:
        dues.append(clocks.kept(citation.kept_on, policy))
    return dues


def by_id(session: Session, model: type[Row], ids: Iterable[int]) -> dict[int, Row]:
    """Return rows by id."""
    wanted = sorted(set(ids))
    found: dict[int, Row] = {}
    for start in range(0, len(wanted), 5000):
        rows = session.exec(select(model).where(col(model.id).in_(wanted[start : start + 5000])))  # type: ignore[attr-defined]
        found |= {row.id: row for row in rows}  # type: ignore[attr-defined]
    return found
