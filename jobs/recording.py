"""Records one look, with all that follows, in the transaction of whoever calls: visit, observation, facts, flags.

A look that failed is a visit and nothing else, but for a link that stays away (invariants 14 and 21).
"""

import hashlib
import json
import zlib
from dataclasses import dataclass, field, replace

from sqlmodel import Session, col, select

from citations.dates import read_iso
from citations.kept_sightings import same_sight, sighting_of, sighting_row
from citations.kinds import Lifecycle, LookOutcome, Reason, Status
from citations.models import Event, Finding, Flag, Observation, RawAnswer, Source, SourceVersion, Visit, Watch
from citations.sightings import Edition, Pointer, Sighting
from citations.verdicts import Verdict, judge
from jobs.fact_target import Fact, cited_among, clash_of, target_of
from jobs.facts import Learned, learn_fact, versions_of_source
from jobs.findings import Concerned, end_findings, lost_quotes, open_findings, stored_of, take_back
from jobs.ledger import SYSTEM, Moment, Touched, record, settle
from jobs.refused import RefusedError
from jobs.watchers import WATCHERS
from jobs.watching import next_look

RAW_LIMIT = 1_000_000
"""Bytes of an answer that are kept, packed; a longer one is not kept at all, for half an answer proves nothing."""

QUOTES_LOST = "lost_quotes"
"""The fact under which a watcher tells which quotes it did not find: a list in JSON, for a quote may have lines."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a look, as people and programs are told; ``candidates`` counts what a search offers."""

    source_key: str
    registry: str
    outcome: str
    version_label: str = ""
    version_date: str = ""
    valid_until: str = ""
    lifecycle: str = Lifecycle.UNKNOWN.value
    notices: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    why: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    candidates: int = 0

    @property
    def saw(self) -> bool:
        """Whether the source was seen at all."""
        return not self.why


@dataclass(slots=True)
class _Changes:
    """What follows from a look, what was found before, and what it changed so far."""

    verdict: Verdict
    stored: list[Finding]
    touched: Touched = field(default_factory=Touched)
    outcome: str = "unchanged"
    note: str = ""
    shown: SourceVersion | None = None

    def add(self, other: Touched) -> None:
        """Note further rows that the ledger must follow."""
        self.touched.versions |= other.versions
        self.touched.citations |= other.citations

    def learned(self, one: Learned | None) -> None:
        """Note what a fact changed."""
        if one is not None:
            self.touched.versions |= one.touched
            self.outcome = "conflict" if one.clash is not None else "recorded"
            self.shown = self.shown if one.clash is not None else one.version


def record_sighting(session: Session, moment: Moment, watch: Watch, sighting: Sighting, days: int) -> Looked:
    """Record what a look saw and all that follows from it; the next look is ``days`` ahead."""
    source = session.get_one(Source, watch.source_id)
    before = sighting_of(watch.sighting)
    seen = replace(before, url=sighting.url or before.url) if _not_modified(sighting) and before else sighting
    stored = stored_of(session, watch.source_id)
    verdict = judge(before, seen, today=moment.today.isoformat())
    changes = _learn(session, moment, source, seen, _Changes(verdict, stored))
    row = sighting_row(seen)
    if before is None or not same_sight(row, watch.sighting) or changes.outcome != "unchanged":
        watch.observation_id = _observe(session, moment, watch, changes, sighting, row).id
    _find(session, moment, watch, changes, seen)
    watch.sighting = row
    visit = _visit(watch, moment, sighting.outcome, seen.url)
    visit.observation_id = watch.observation_id
    session.add(visit)
    _succeeded(watch, moment, source.key, days)
    return _told(source, watch, sighting.outcome, seen, _settled(session, moment, source, changes.touched))


def _not_modified(sighting: Sighting) -> bool:
    return sighting.outcome is LookOutcome.NOT_MODIFIED


def _learn(session: Session, moment: Moment, source: Source, seen: Sighting, changes: _Changes) -> _Changes:
    """Store successor and facts; what breaks a rule is a conflict, kept and shown, and changes nothing (5)."""
    verdict = changes.verdict
    if verdict.successor is not None:
        changes.learned(_fact(session, moment, source, _successor(verdict.successor, seen), changes))
        changes.shown = None
    status = verdict.status
    if status is None and verdict.taken_back:
        changes.add(_reinstate(session, moment, source))
    if verdict.stated:
        fact = Fact(verdict.version, verdict.stand, verdict.valid_until, status, title=seen.title)
        changes.learned(_fact(session, moment, source, fact, changes))
    for edition in seen.editions:
        _learn_edition(session, moment, source, edition, changes)
    return changes


def _learn_edition(session: Session, moment: Moment, source: Source, edition: Edition, changes: _Changes) -> None:
    """Store what a register keeps of an earlier version, where it is one that is stored; else it concerns nobody."""
    fact = Fact(edition.version_label, edition.version_date, edition.valid_until)
    versions = versions_of_source(session, source)
    target = target_of(session, versions, fact)
    if target is None or _holds(target, edition) or clash_of(versions, target, fact) is not None:
        return
    learned = _fact(session, moment, source, fact, changes)
    if learned is not None:
        changes.add(Touched(versions=learned.touched))


def _holds(version: SourceVersion, edition: Edition) -> bool:
    """Say whether a version is known as the register keeps it."""
    end = read_iso(edition.valid_until).latest() if edition.valid_until else version.valid_until
    dates = (version.as_of, version.consensus_as_of)
    return bool(version.label) and end == version.valid_until and edition.version_date in ("", *dates)


def _fact(session: Session, moment: Moment, source: Source, fact: Fact, changes: _Changes) -> Learned | None:
    try:
        with session.begin_nested():
            return learn_fact(session, moment, SYSTEM, source, fact)
    except RefusedError as error:
        changes.outcome, changes.note = "conflict", error.key
        return None


def _successor(pointer: Pointer, seen: Sighting) -> Fact:
    """Return the newer version that a register names."""
    doi, pmid = (pointer.value if pointer.scheme == scheme else "" for scheme in ("doi", "pmid"))
    own = pointer.label if seen.version_label == pointer.label else ""
    return Fact(own, doi=doi, pmid=pmid, title=pointer.title, issued=pointer.dated, succeeds=True)


def _reinstate(session: Session, moment: Moment, source: Source) -> Touched:
    """Take back what versions were called: the register says that they stand again."""
    again = {Status.RETRACTED, Status.WITHDRAWN}
    rows = [one for one in versions_of_source(session, source) if one.status in again]
    for one in rows:
        one.status, one.status_on = Status.FINAL, moment.today
    return Touched(versions={one.id or 0 for one in rows})


def _find(session: Session, moment: Moment, watch: Watch, changes: _Changes, seen: Sighting) -> None:
    """Open and end findings."""
    verdict, stored = changes.verdict, changes.stored
    dead = [row for row in stored if row.key.startswith(f"{watch.watcher}:")]
    changes.add(end_findings(dead, {Reason.LINK_DEAD}, moment.now))
    planned = {one.key for one in seen.notices}
    changes.add(end_findings(stored, {Reason.UNDER_REVISION}, moment.now, but=planned) if _lists(watch) else Touched())
    happened = (*verdict.happenings, *verdict.over)
    if happened:
        source = session.get_one(Source, watch.source_id)
        versions = [one for one in versions_of_source(session, source) if one.merged_into_id is None]
        concerned = Concerned(versions, cited_among(session, versions), changes.shown, _names(watch, seen))
        changes.add(open_findings(session, moment, happened, concerned, watch.observation_id))
    if verdict.taken_back:
        changes.add(take_back(stored_of(session, watch.source_id), verdict.taken_back, moment.now))
    if QUOTES_LOST in seen.facts:
        lost: list[str] = json.loads(seen.facts[QUOTES_LOST])
        changes.add(lost_quotes(session, moment, watch.source_id, lost))


def _lists(watch: Watch) -> bool:
    """Say whether a register lists what is in work, so that its silence says that nothing is."""
    return watch.watcher == "awmf"


def _names(watch: Watch, seen: Sighting) -> frozenset[str]:
    """Return the DOI and PMID of the record that was looked up: its own, where it says that they are one work's."""
    own = {seen.reference.doi.lower(), seen.reference.pmid} if seen.reference else set()
    return frozenset(own | {watch.key} if watch.key in own else {watch.key}) - {""}


def _observe(
    session: Session,
    moment: Moment,
    watch: Watch,
    changes: _Changes,
    sighting: Sighting,
    row: dict[str, object],
) -> Observation:
    """Keep what was seen for ever, with the answer itself."""
    values = {
        "version": sighting.version_label,
        "stand": sighting.version_date,
        "valid_until": sighting.valid_until,
        "status": sighting.lifecycle.value if sighting.lifecycle is not Lifecycle.UNKNOWN else "",
    }
    seen = observed(moment, watch, sighting, row)
    seen.outcome = "recorded" if changes.outcome == "unchanged" else changes.outcome
    seen.version_id = changes.shown.id if changes.shown else None
    seen.values = {name: value for name, value in values.items() if value}
    seen.raw_id = _keep(session, moment, sighting.raw)
    seen.note = changes.note
    session.add(seen)
    session.flush()
    return seen


def observed(moment: Moment, watch: Watch, sighting: Sighting, row: dict[str, object]) -> Observation:
    """Return what a look saw as an observation that is not stored yet and has no outcome."""
    return Observation(
        source_id=watch.source_id,
        outcome="",
        watcher=watch.watcher,
        evidence=sighting.evidence.value,
        sighting=row,
        seen_on=moment.today,
        by=watch.watcher,
        recorded_at=moment.now,
    )


def _keep(session: Session, moment: Moment, raw: bytes) -> int | None:
    """Keep an answer packed, once however many observations it served; None for none and for one too large."""
    packed = zlib.compress(raw) if raw else b""
    if not packed or len(packed) > RAW_LIMIT:
        return None
    digest = hashlib.sha256(raw).hexdigest()
    row = session.exec(select(RawAnswer).where(RawAnswer.sha256 == digest)).first()
    if row is None:
        row = RawAnswer(sha256=digest, body=packed, at=moment.now)
        session.add(row)
        session.flush()
    return row.id


def _visit(watch: Watch, moment: Moment, outcome: LookOutcome, url: str = "") -> Visit:
    return Visit(
        source_id=watch.source_id,
        watcher=watch.watcher,
        key=watch.key,
        at=moment.now,
        by=watch.watcher,
        outcome=outcome,
        url=url,
    )


def _succeeded(watch: Watch, moment: Moment, name: str, days: int) -> None:
    watch.last_look_at = watch.last_good_at = moment.now
    watch.failures, watch.missing, watch.missing_since = 0, 0, None
    watch.claimed_by, watch.claimed_until = "", None
    watch.next_look_at = next_look(WATCHERS[watch.watcher], name, moment.now, days)


def _settled(session: Session, moment: Moment, source: Source, touched: Touched) -> tuple[str, ...]:
    """Let the ledger follow, if anything changed; return the reasons of the flags that this opened."""
    if not (touched.versions or touched.citations):
        return ()
    event = record(session, moment, SYSTEM, "look", f"source:{source.key}")
    settle(session, event, moment, touched)
    return opened_by(session, event)


def opened_by(session: Session, event: Event) -> tuple[str, ...]:
    """Return the reasons of the flags that an event opened and that are open."""
    mine = (col(Flag.opened_event_id) == event.id, col(Flag.closed_at).is_(None))
    return tuple(sorted(set(session.exec(select(Flag.reason).where(*mine)))))


def _told(source: Source, watch: Watch, outcome: LookOutcome, seen: Sighting, reasons: tuple[str, ...]) -> Looked:
    return Looked(
        source.key,
        watch.watcher,
        outcome.value,
        seen.version_label,
        seen.version_date,
        seen.valid_until,
        seen.lifecycle.value,
        tuple(one.kind.value for one in seen.notices),
        reasons,
    )
