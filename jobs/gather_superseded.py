"""Gathers what newer versions mean: for a version wherever it is cited, and for single citations by marked places.

A newer version that only re-affirms the cited recommendation lowers the reason, one that changes it raises it (1.1).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlmodel import Session, col, select

from citations.clocks import Due
from citations.dates import earliest
from citations.kinds import Clock, Reason
from citations.models import Citation, RecommendationMark, SourceVersion
from citations.places import places
from citations.queries.among import among
from citations.stored import mark_of
from citations.versions import is_major, is_newer
from citations.weights import Said, Step, Weight, weigh

Says = Mapping[int, Mapping[str, Sequence[Said]]]
"""What versions say of their places."""


def later_than(version: SourceVersion, siblings: Sequence[SourceVersion]) -> list[SourceVersion]:
    """Return the versions of the same form that are newer; none for a version that nothing supersedes."""
    own = mark_of(version)
    later = [
        other
        for other in siblings
        if other.id != version.id
        and other.form in ("", version.form)
        and (is_newer(mark_of(other), own) or other.id == version.superseded_by_id)
    ]
    return later if version.superseded_by_id is not None else []


def superseded(version: SourceVersion, siblings: Sequence[SourceVersion]) -> list[Due]:
    """Return the one deadline that says a newer version exists: about the newest, since the first of that weight."""
    later = later_than(version, siblings)
    if not later:
        return []
    own = mark_of(version)
    major = [other for other in later if is_major(own, mark_of(other))]
    reason = Reason.SUPERSEDED_MAJOR if major else Reason.SUPERSEDED_MINOR
    return [_due(version, later, major or later, reason)]


def _due(
    version: SourceVersion, later: Sequence[SourceVersion], weighty: Sequence[SourceVersion], reason: Reason
) -> Due:
    """Return the deadline that newer versions give, about the newest of them."""
    newest = next((other for other in later if other.id == version.superseded_by_id), weighty[-1])
    facts = {"from": version.label or version.as_of, "to": newest.label or newest.as_of}
    on = min(_appeared(other) for other in weighty)
    return Due(Clock.EVENT, reason, on, facts, about_version_id=newest.id)


def _appeared(version: SourceVersion) -> date:
    """Return since when a newer version counts: its Stand, the day a registry gives it, else when it became known."""
    issued = f"{version.year:04d}-{version.month or 1:02d}" if version.succeeds and version.year else ""
    return earliest(version.as_of) or earliest(issued) or version.first_seen_on


def superseded_citations(
    session: Session, citations: Mapping[int, Citation], versions: Mapping[int, SourceVersion]
) -> dict[int, Due]:
    """Return what newer versions mean for the citations whose place they mark, in two questions.

    What is not in it takes the deadline of its version, as if there were no marks.
    """
    named = {number: places(one.locator) for number, one in citations.items() if one.locator}
    placed = {number: cited for number, cited in named.items() if cited}
    old = {citations[number].version_id for number in placed}
    sources = {versions[number].source_id for number in old if versions[number].superseded_by_id is not None}
    says = said_in(session, sources)
    if not says:
        return {}
    families = siblings_of(session, sources)
    found: dict[int, Due] = {}
    for number, cited in placed.items():
        version = versions[citations[number].version_id]
        later = later_than(version, families.get(version.source_id, ()))
        weight = weighed(cited, version, later, says)
        if weight is not None:
            found[number] = _marked_due(version, later, weight)
    return found


def weighed(cited: Sequence[str], version: SourceVersion, later: Sequence[SourceVersion], says: Says) -> Weight | None:
    """Return what newer versions mean for places of a version; None where their marks decide nothing."""
    return weigh(cited, mark_of(version), [Step(mark_of(other), says.get(other.id or 0, {})) for other in later])


def _marked_due(version: SourceVersion, later: Sequence[SourceVersion], weight: Weight) -> Due:
    """Return the deadline that the mark of a recommendation gives; its facts name the mark."""
    reason = Reason.SUPERSEDED_MAJOR if weight.major else Reason.SUPERSEDED_MINOR
    weighty = [later[number] for number in weight.majors] if weight.major else later
    due = _due(version, later, weighty, reason)
    facts = {"place": weight.said.place, "change": weight.said.change.value, "year": str(weight.said.year or "")}
    due.facts.update({name: value for name, value in facts.items() if value})
    return due


def said_in(session: Session, source_ids: Iterable[int]) -> dict[int, dict[str, list[Said]]]:
    """Return what the versions of some sources say of their recommendations, by version and place, in one question."""
    wanted = sorted(set(source_ids))
    if not wanted:
        return {}
    rows = session.exec(
        select(RecommendationMark)
        .join(SourceVersion, col(SourceVersion.id) == col(RecommendationMark.version_id))
        .where(among(col(SourceVersion.source_id), wanted), col(RecommendationMark.ended_at).is_(None))
        .order_by(col(RecommendationMark.id))
    )
    says: dict[int, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        says[row.version_id][row.place].append(Said(row.locator, row.mark, row.year))
    return {version_id: dict(by_place) for version_id, by_place in says.items()}


def siblings_of(session: Session, source_ids: Iterable[int]) -> dict[int, list[SourceVersion]]:
    """Return all versions of these sources, in the order in which they became known."""
    grouped: dict[int, list[SourceVersion]] = defaultdict(list)
    rows = session.exec(
        select(SourceVersion)
        .where(among(col(SourceVersion.source_id), sorted(set(source_ids))))
        .order_by(col(SourceVersion.id))
    )
    for version in rows:
        grouped[version.source_id].append(version)
    return grouped
