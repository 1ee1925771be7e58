"""Records looks that saw nothing: shown, never taken for unchanged (invariant 21); and links that stay away (14)."""

from datetime import datetime, timedelta

from sqlmodel import Session

from citations.kinds import LookOutcome, Reason
from citations.models import Source, Visit, Watch
from citations.verdicts import Happening
from jobs.fact_target import cited_among
from jobs.facts import versions_of_source
from jobs.findings import (
    DEAD_AFTER_HOURS,
    DEAD_AFTER_LOOKS,
    Concerned,
    open_findings,
    says_absent,
    says_dead,
    stored_of,
)
from jobs.ledger import SYSTEM, Moment, record, settle
from jobs.recording import Looked, opened_by
from jobs.watchers import WATCHERS
from jobs.watchers.contract import WatchError
from jobs.watching import LEAST_PAUSE, after_failure

BUG = "bug"
"""How a look is called whose watcher failed by itself; it has no outcome, for it says nothing of the registry."""

_HOST_RESTS = frozenset({"look.host_waits", "look.host_stopped", "look.host_budget"})
_DAY = timedelta(days=1)


def record_failure(session: Session, moment: Moment, watch: Watch, error: WatchError, days: int) -> Looked:
    """Record a look that saw nothing; it opens no flag but that of a link that stays dead."""
    source = session.get_one(Source, watch.source_id)
    session.add(
        Visit(
            source_id=watch.source_id,
            watcher=watch.watcher,
            key=watch.key,
            at=moment.now,
            by=watch.watcher,
            outcome=error.outcome,
            why=error.why,
            facts=error.facts,
            status=error.status,
        )
    )
    dead = says_dead(error)
    rests = error.why in _HOST_RESTS
    watch.last_look_at = watch.last_look_at if rests else moment.now
    watch.failures += 0 if rests or error.outcome is LookOutcome.SKIPPED else 1
    watch.missing = watch.missing + 1 if dead else watch.missing if rests else 0
    watch.missing_since = (watch.missing_since or moment.now) if watch.missing else None
    watch.claimed_by, watch.claimed_until = "", None
    watch.next_look_at = _again(watch, moment.now, error, days)
    reasons = _declare_dead(session, moment, source, watch) if dead and WATCHERS[watch.watcher].is_link else ()
    return Looked(
        source.key, watch.watcher, error.outcome.value, reasons=reasons, why=error.why, facts=dict(error.facts)
    )


def push_ahead(session: Session, moment: Moment, watch_id: int) -> None:
    """Let a look whose watcher has a bug wait an hour; nothing else is known of it."""
    watch = session.get(Watch, watch_id)
    if watch is not None:
        watch.failures += 1
        watch.claimed_by, watch.claimed_until = "", None
        watch.next_look_at = moment.now + LEAST_PAUSE


def _again(watch: Watch, now: datetime, error: WatchError, days: int) -> datetime:
    """Return when to look again: a host that rests soon, a missing link within a day, what has no record as usual."""
    if error.why in _HOST_RESTS:
        return max(now + LEAST_PAUSE, error.retry_at or now)
    if error.outcome is LookOutcome.SKIPPED or says_absent(error):
        undecided = WATCHERS[watch.watcher].is_link and says_dead(error) and not _is_dead(watch, now)
        return now + (min(_DAY, timedelta(days=days)) if undecided else timedelta(days=days))
    return after_failure(watch.failures, now, days, error.retry_at)


def _is_dead(watch: Watch, now: datetime) -> bool:
    """Say whether enough looks over enough hours found nothing (invariant 14)."""
    since = watch.missing_since or now
    return watch.missing >= DEAD_AFTER_LOOKS and now - since >= timedelta(hours=DEAD_AFTER_HOURS)


def _declare_dead(session: Session, moment: Moment, source: Source, watch: Watch) -> tuple[str, ...]:
    """Open ``link_dead`` after three such looks in a row over at least 48 hours; return the reasons it opened."""
    since = watch.missing_since or moment.now
    if not _is_dead(watch, moment.now):
        return ()
    stored = stored_of(session, watch.source_id)
    key = f"{watch.watcher}:{since.date().isoformat()}"
    own = f"{watch.watcher}:"
    if any(row.reason is Reason.LINK_DEAD and row.ended_at is None and row.key.startswith(own) for row in stored):
        return ()  # a failure in between began the count anew; the link has been dead all the time
    versions = [one for one in versions_of_source(session, source) if one.merged_into_id is None]
    concerned = Concerned(versions, cited_among(session, versions), None, frozenset({watch.key}))
    happening = Happening(Reason.LINK_DEAD, "link", key, moment.today.isoformat(), url=watch.key)
    touched = open_findings(session, moment, [happening], concerned, None)
    if not touched.versions:
        return ()
    event = record(session, moment, SYSTEM, "look", f"source:{source.key}")
    settle(session, event, moment, touched)
    return opened_by(session, event)
