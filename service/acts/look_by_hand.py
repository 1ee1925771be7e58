"""What a person does where no program can look: says that a source is unchanged there, or that it has changed."""

from datetime import timedelta

from sqlmodel import Session

from citations.kinds import Evidence, LookOutcome, Reason
from citations.models import Observation, Source, Visit, Watch
from citations.verdicts import Happening
from jobs.fact_target import cited_among
from jobs.facts import versions_of_source
from jobs.findings import Concerned, open_findings
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import UnknownError
from jobs.watchers.manual import EVERY_DAYS


def look_by_hand(session: Session, moment: Moment, by: str, watch_id: int, *, changed: bool, note: str = "") -> None:
    """Record that a person looked today; the reminder comes back in a quarter. UnknownError for no such reminder.

    What has changed opens ``content_changed`` on what rests on the source; what it is, is recorded as a fact.
    """
    watch = session.get(Watch, watch_id)
    if watch is None:
        raise UnknownError("refused.unknown_look", number=watch_id)
    source = session.get_one(Source, watch.source_id)
    after: dict[str, object] = {"registry": watch.watcher, "changed": changed, "note": note}
    event = record(session, moment, by, "look_by_hand", f"source:{source.key}", after=after)
    seen = _observe(session, moment, by, watch, note) if changed else None
    visit = Visit(
        source_id=watch.source_id,
        watcher=watch.watcher,
        key=watch.key,
        at=moment.now,
        by=by,
        outcome=LookOutcome.OK,
        observation_id=seen.id if seen else watch.observation_id,
    )
    session.add(visit)
    watch.last_look_at = watch.last_good_at = moment.now
    watch.failures = 0
    watch.next_look_at = moment.now + timedelta(days=EVERY_DAYS)
    if seen is not None:
        watch.observation_id = seen.id
        settle(session, event, moment, _changed(session, moment, source, watch, seen))


def _observe(session: Session, moment: Moment, by: str, watch: Watch, note: str) -> Observation:
    """Keep what the person saw."""
    seen = Observation(
        source_id=watch.source_id,
        outcome="recorded",
        watcher=watch.watcher,
        evidence=Evidence.EDITOR.value,
        note=note,
        seen_on=moment.today,
        by=by,
        recorded_at=moment.now,
    )
    session.add(seen)
    session.flush()
    return seen


def _changed(session: Session, moment: Moment, source: Source, watch: Watch, seen: Observation) -> Touched:
    """Store that the text is another one for what pages use of it."""
    versions = [one for one in versions_of_source(session, source) if one.merged_into_id is None]
    key = f"{watch.watcher}:{moment.now.isoformat()}"
    happening = Happening(Reason.CONTENT_CHANGED, "by_hand", key, moment.today.isoformat(), seen.note, watch.key)
    concerned = Concerned(versions, cited_among(session, versions), None)
    return open_findings(session, moment, [happening], concerned, seen.id)
