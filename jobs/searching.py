"""Records what a registry offers for a source that it knows no key of: records it may be, for a person to choose from.

Nothing follows from it: it changes no source and opens no flag. What a person declined stays declined for ever.
"""

from sqlmodel import Session, col, select

from citations.kept_sightings import sighting_row
from citations.kinds import LookOutcome
from citations.models import Observation, Source, Visit, Watch
from citations.sightings import Sighting
from jobs.ledger import Moment
from jobs.recording import Looked, observed
from jobs.watchers import WATCHERS
from jobs.watching import next_look

EVERY_DAYS = 91
"""A quarter lies between two searches for one source: titles in a register hardly change."""

CANDIDATES = "candidates"
"""How the observation is called that holds what a registry offers for a source that it knows no key of."""

DECLINED = "declined"
"""How the observation is called that holds what a person declined, by "scheme:value"."""


def record_candidates(session: Session, moment: Moment, watch: Watch, found: Sighting) -> Looked:
    """Record what a search found: a visit, and an observation where the registry offers other records than last."""
    source = session.get_one(Source, watch.source_id)
    row = sighting_row(found)
    stored = session.exec(
        select(Observation)
        .where(Observation.source_id == watch.source_id, col(Observation.outcome).in_([CANDIDATES, DECLINED]))
        .order_by(col(Observation.id))
    ).all()
    last = next((one for one in reversed(stored) if (one.outcome, one.watcher) == (CANDIDATES, watch.watcher)), None)
    if last.sighting != row if last else found.successors:
        last = _observe(session, moment, watch, found, row)
    visit = Visit(
        source_id=watch.source_id,
        watcher=watch.watcher,
        key=watch.key,
        at=moment.now,
        by=watch.watcher,
        outcome=LookOutcome.OK,
        observation_id=last.id if last else None,
    )
    session.add(visit)
    watch.last_look_at = watch.last_good_at = moment.now
    watch.failures, watch.observation_id = 0, visit.observation_id
    watch.claimed_by, watch.claimed_until = "", None
    watch.next_look_at = next_look(WATCHERS[watch.watcher], source.key, moment.now, EVERY_DAYS)
    declined = {name for one in stored if one.outcome == DECLINED for name in one.values}
    fresh = [one for one in found.successors if f"{one.scheme}:{one.value}" not in declined]
    return Looked(source.key, watch.watcher, LookOutcome.OK.value, candidates=len(fresh))


def _observe(session: Session, moment: Moment, watch: Watch, found: Sighting, row: dict[str, object]) -> Observation:
    seen = observed(moment, watch, found, row)
    seen.outcome = CANDIDATES
    session.add(seen)
    session.flush()
    return seen
