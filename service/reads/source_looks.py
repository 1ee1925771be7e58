"""What the registries say of one source: their words beside ours, every look, what was found, what a person decides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from citations.dates import BadDateError, read_iso
from citations.identity import normal_address
from citations.kept_sightings import sighting_of
from citations.kinds import Certainty, Lifecycle, LookOutcome
from citations.models import Finding, Observation, Visit, Watch
from citations.sightings import Pointer, Sighting
from citations.versions import same_label
from jobs.searching import CANDIDATES, DECLINED
from jobs.watchers.archive import ARCHIVE, ARCHIVED
from jobs.watchers.substances import SUBSTANCE
from service.reads.looks import page_of
from service.reads.source import SourceSeen
from service.reads.unchecked import Unchecked, unchecked
from service.reads.unnamed import lacking
from service.reads.versions import VersionSeen

MOST = 30
"""Looks that a source's page shows, the newest first."""

_KEPT = ("conflict", DECLINED, CANDIDATES, ARCHIVED)
_MEANS = {
    Lifecycle.CURRENT: "final",
    Lifecycle.UNDER_REVISION: "under_revision",
    Lifecycle.EXPIRED: "expired",
    Lifecycle.CORRECTED: "corrected",
    Lifecycle.WITHDRAWN: "withdrawn",
    Lifecycle.RETRACTED: "retracted",
}
"""What a lifecycle is called as the status of a version."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing a registry says, beside what is stored ("" for nothing); ``differs`` where both say something else."""

    name: str
    theirs: str
    ours: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One registry about the source: what it said last, as it says it, and how good that evidence is.

    ``rows`` are empty while nothing was ever seen there.
    """

    watch_id: int
    registry: str
    key: str
    url: str
    by_hand: bool
    seen_at: datetime | None
    next_look_at: datetime
    failures: int
    evidence: str
    status_text: str
    warnings: tuple[str, ...]
    rows: tuple[Beside, ...]
    unchecked: Unchecked | None


@dataclass(frozen=True, slots=True)
class Found:
    """Something that became true outside, since a day; ``ended_at`` when it was over."""

    version_id: int
    reason: str
    label: str
    url: str
    on: date
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A record that may be this source (``successor`` False) or its newer edition; a person decides."""

    registry: str
    pointer: Pointer
    successor: bool
    url: str

    @property
    def name(self) -> str:
        """Return the name under which the offer is chosen, and remembered where it is declined."""
        return f"{self.pointer.scheme}:{self.pointer.value}"


@dataclass(frozen=True, slots=True)
class Moved:
    """The address of a version that leads elsewhere now, as a registry saw it."""

    version_id: int
    registry: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """What was said of the source and contradicts what is stored: kept, and nothing was changed (invariant 5)."""

    on: date
    by: str
    registry: str
    values: Mapping[str, str]
    note: str


@dataclass(frozen=True, slots=True)
class Archived:
    """A snapshot of the source in the web archive: its address, the day it shows (ISO), the version, who wished it."""

    url: str
    shown: str
    on: str
    version_id: int | None
    by: str


@dataclass(frozen=True, slots=True)
class SourceLooks:
    """Everything a source's page shows of the looks at it. ``has_address`` says that a page of it can be archived.

    ``unnamed`` says of a source about a medicine that its substance is missing: "all" where nothing watches it, "some"
    where EMA knows it otherwise; "" where nothing is missing.
    """

    said: tuple[Said, ...]
    visits: tuple[Visit, ...]
    found: tuple[Found, ...]
    conflicts: tuple[Conflict, ...]
    moved: tuple[Moved, ...]
    offers: tuple[Offer, ...]
    archived: tuple[Archived, ...]
    has_address: bool
    unnamed: str = ""

    @property
    def anything(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.said or self.visits or self.found or self.conflicts or self.offers or self.archived)


def looks_of(session: Session, source: SourceSeen, now: datetime) -> SourceLooks:
    """Return what the registries say of a source, in four questions."""
    source_id, versions = source.id, source.versions
    watches = session.exec(select(Watch).where(Watch.source_id == source_id).order_by(Watch.watcher)).all()
    visits = session.exec(
        select(Visit).where(Visit.source_id == source_id).order_by(col(Visit.id).desc()).limit(MOST)
    ).all()
    found = session.exec(select(Finding).where(Finding.source_id == source_id).order_by(col(Finding.id).desc())).all()
    kept = session.exec(
        select(Observation)
        .where(Observation.source_id == source_id, col(Observation.outcome).in_(_KEPT))
        .order_by(col(Observation.id).desc())
    ).all()
    seen = [(watch, sighting_of(watch.sighting)) for watch in watches]
    ours = _stored(versions)
    return SourceLooks(
        said=tuple(_said(watch, sighting, ours, now) for watch, sighting in seen if watch.key),
        visits=tuple(visits),
        found=tuple(Found(row.version_id, row.reason.value, row.label, row.url, row.on, row.ended_at) for row in found),
        conflicts=tuple(
            Conflict(row.seen_on, row.by, row.watcher, dict(row.values), row.note)
            for row in kept
            if row.outcome == "conflict"
        ),
        moved=_moved(seen, visits, versions),
        offers=_offers(seen, kept, source.identifiers),
        archived=tuple(_archived(row) for row in kept if row.outcome == ARCHIVED),
        has_address=bool(source.homepage or any(one.url for one in versions)),
        unnamed=lacking(source, watches),
    )


def _archived(row: Observation) -> Archived:
    values = row.values
    return Archived(
        values.get(ARCHIVE, ""), values.get("url", ""), values.get("archived_on", ""), row.version_id, row.by
    )


def _stored(versions: Sequence[VersionSeen]) -> VersionSeen | None:
    """Return the version that a registry's words stand beside: the newest that no other follows."""
    return next((one for one in versions if one.superseded_by is None), next(iter(versions), None))


def _said(watch: Watch, sighting: Sighting | None, ours: VersionSeen | None, now: datetime) -> Said:
    return Said(
        watch_id=watch.id or 0,
        registry=watch.watcher,
        key=watch.key,
        url=page_of(watch.watcher, watch.key) or (sighting.url if sighting else ""),
        by_hand=watch.by_hand,
        seen_at=watch.last_good_at,
        next_look_at=watch.next_look_at,
        failures=watch.failures,
        evidence=sighting.evidence.value if sighting else "",
        status_text=sighting.status_text if sighting else "",
        warnings=sighting.warnings if sighting else (),
        rows=tuple(_beside(sighting, ours)) if sighting else (),
        unchecked=unchecked(watch, now),
    )


def _beside(sighting: Sighting, ours: VersionSeen | None) -> Iterable[Beside]:
    """Yield what the registry says, field by field, beside what is stored; what it does not say is left out."""
    if sighting.title:
        yield Beside("title", sighting.title, ours.title if ours else "", differs=False)
    if sighting.version_label:
        label = ours.label if ours else ""
        differs = bool(label) and not same_label(label, sighting.version_label)
        yield Beside("version", sighting.version_label, label, differs=differs)
    if sighting.version_date:
        stored = [one for one in (ours.as_of, ours.consensus_as_of) if one] if ours else []
        agree = any(_agree(one, sighting.version_date) for one in stored)
        yield Beside("stand", sighting.version_date, ours.as_of if ours else "", differs=bool(stored) and not agree)
    if sighting.valid_until:
        end = ours.valid_until.isoformat() if ours and ours.valid_until and ours.origin != "derived" else ""
        differs = bool(end) and not _ends_with(end, sighting.valid_until)
        yield Beside("valid_until", sighting.valid_until, end, differs=differs)
    if sighting.lifecycle is not Lifecycle.UNKNOWN:
        status, means = (ours.status if ours else ""), _MEANS.get(sighting.lifecycle, "")
        differs = bool(status and means) and status != means
        yield Beside("lifecycle", sighting.lifecycle.value, status, differs=differs)


def _agree(one: str, other: str) -> bool:
    """Say whether two partial dates can be the same day."""
    return one.startswith(other) or other.startswith(one)


def _ends_with(day: str, partial: str) -> bool:
    """Say whether a stored last day is the end of what a registry names."""
    try:
        return read_iso(partial).latest().isoformat() == day
    except BadDateError:
        return False


def _moved(
    seen: Sequence[tuple[Watch, Sighting | None]], visits: Sequence[Visit], versions: Sequence[VersionSeen]
) -> tuple[Moved, ...]:
    """Return addresses that lead elsewhere now. A DOI that leads elsewhere stays good and moves only what it moved."""
    last: dict[str, Visit] = {}
    for visit in reversed(visits):
        if visit.outcome in (LookOutcome.OK, LookOutcome.NOT_MODIFIED, LookOutcome.MOVED):
            last[visit.watcher] = visit
    found = []
    for watch, sighting in seen:
        newest = last.get(watch.watcher)
        if sighting is None or not sighting.url or newest is None or newest.outcome is not LookOutcome.MOVED:
            continue
        before = normal_address(sighting.facts.get("moved_from", "")) or normal_address(watch.key)
        for one in versions:
            own = normal_address(one.url)
            ours = own == before if before else one is _stored(versions)
            if own and ours and own != normal_address(sighting.url):
                found.append(Moved(one.id, watch.watcher, one.url, sighting.url))
    return tuple({(one.version_id, one.new): one for one in found}.values())


def _offers(
    seen: Sequence[tuple[Watch, Sighting | None]], kept: Sequence[Observation], names: Sequence[tuple[str, str]]
) -> tuple[Offer, ...]:
    """Return what may be this source or follow it, without what a person declined and what it is known by already."""
    known = {name for row in kept if row.outcome == DECLINED for name in row.values}
    known |= {f"{scheme}:{value}" for scheme, value in names}
    numbered = {scheme for scheme, _ in names}
    follows = [
        _offer(watch.watcher, one, successor=one.scheme != SUBSTANCE)
        for watch, sighting in seen
        for one in _candidates(sighting)
    ]
    newest = {row.watcher: sighting_of(row.sighting) for row in reversed(kept) if row.outcome == CANDIDATES}
    same = [_offer(slug, one, successor=False) for slug, sight in newest.items() for one in _candidates(sight)]
    fresh = [one for one in (*follows, *same) if one.successor or one.pointer.scheme not in numbered]
    return tuple({one.name: one for one in fresh if one.name not in known}.values())


def _candidates(sighting: Sighting | None) -> list[Pointer]:
    rows = sighting.successors if sighting else ()
    return [one for one in rows if one.certainty is Certainty.CANDIDATE]


def _offer(registry: str, one: Pointer, *, successor: bool) -> Offer:
    places = {"doi": "doi", "awmf": "awmf", "pmid": "pubmed"}
    url = page_of(places.get(one.scheme, ""), one.value)
    return Offer(registry, one, successor, url)
