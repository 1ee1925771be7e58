"""Which version of a source follows which, and what the newer one keeps of the older (invariants 4 and 6)."""

from sqlmodel import Session, col, func, select

from citations.dates import read_iso
from citations.kinds import CitationState, Origin
from citations.models import Access, Citation, SourceVersion
from citations.queries.among import among
from citations.stored import mark_of
from citations.versions import Mark, is_major, is_newer
from jobs.gather import latest_printed
from jobs.versions import number


def pages_using(session: Session, version_id: int) -> list[int]:
    """Return the pages that use a version, by their list or by a sentence."""
    used = select(Citation.page_id).where(Citation.version_id == version_id, Citation.state == CitationState.CONFIRMED)
    return sorted(set(session.exec(used.distinct())))


def put_in_order(session: Session, versions: list[SourceVersion]) -> None:
    """Bring all versions of one source in order: what supersedes what, and what a minor version passes on."""
    _supersede(session, versions)
    _pass_on(versions)


def put_source_in_order(session: Session, source_id: int) -> None:
    """Bring the versions of a source in order, leaving out those whose place another has taken."""
    family = session.exec(
        select(SourceVersion)
        .where(SourceVersion.source_id == source_id, col(SourceVersion.merged_into_id).is_(None))
        .order_by(col(SourceVersion.id))
    ).all()
    put_in_order(session, list(family))


def put_families_in_order(session: Session, version_ids: set[int]) -> set[int]:
    """Bring the sources of these versions in order and return all versions of those that have several."""
    sources = select(SourceVersion.source_id).where(among(col(SourceVersion.id), [*version_ids]))
    rows = session.exec(
        select(SourceVersion).where(col(SourceVersion.source_id).in_(sources)).order_by(col(SourceVersion.id))
    )
    families: dict[int, list[SourceVersion]] = {}
    for row in rows:
        families.setdefault(row.source_id, []).append(row)
    several = [family for family in families.values() if len(family) > 1]
    for family in several:
        put_in_order(session, family)
    return {number(version) for family in several for version in family}


def existed(session: Session, version: SourceVersion, stand: str) -> bool:
    """Say whether a version of this Stand existed when the pages that use a nameless one were last read."""
    pages = pages_using(session, number(version))
    own = session.exec(select(func.max(Access.on)).where(Access.version_id == version.id)).one()
    last = own or max(latest_printed(session, pages).values(), default="")
    return not last or read_iso(stand).earliest() <= read_iso(last).latest()


def _supersede(session: Session, versions: list[SourceVersion]) -> None:
    """Point every older version at the newest of its form; no cycles, one current version (invariant 4).

    A version with neither number nor date is older than one that appeared after its pages were last read. What a
    register calls the successor is newer where neither number nor date tells.
    """
    for version in versions:
        siblings = [v for v in versions if v is not version and v.form in ("", version.form)]
        if mark_of(version) == Mark():
            newer = [v for v in siblings if v.succeeds or (v.as_of and not existed(session, version, v.as_of))]
        else:
            newer = [v for v in siblings if _follows(v, version)]
        top = next((v for v in newer if not any(_follows(w, v) for w in newer if w is not v)), None)
        version.superseded_by_id = None if top is None else top.id


def _follows(one: SourceVersion, other: SourceVersion) -> bool:
    """Say whether one version is newer: by number, by date, or because a register says so."""
    told = is_newer(mark_of(one), mark_of(other))
    return bool(told) or (told is None and one.succeeds and number(one) > number(other))


def _pass_on(versions: list[SourceVersion]) -> None:
    """Let newer minor versions keep consensus and end of the version they amend, unless known better (invariant 6)."""
    for base in versions:
        for other in versions:
            minor = is_newer(mark_of(other), mark_of(base)) and not is_major(mark_of(base), mark_of(other))
            if not minor or other.valid_until_origin is Origin.REGISTER:
                continue
            other.consensus_as_of = other.consensus_as_of or base.consensus_as_of or base.as_of
            if base.valid_until is not None:
                other.valid_until, other.valid_until_origin = base.valid_until, base.valid_until_origin
