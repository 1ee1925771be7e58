"""Looks for tests: a source that a registry watches, and visits with any end, without a wire."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from citations.kept_sightings import sighting_row
from citations.kinds import LookOutcome
from citations.models import Source, Visit, Watch
from citations.sightings import Sighting
from jobs.ledger import Moment
from service.acts.sources import source_named

KEY = "awmf:032-044OL"


def watched(  # noqa: PLR0913 - what a test may want to say of a watch
    session: Session,
    at: Moment,
    registry: str = "awmf",
    key: str = KEY,
    *,
    good_days_ago: int | None = None,
    by_hand: bool = False,
    sighting: Sighting | None = None,
) -> Watch:
    """Return the stored watch of a source at a registry, last seen so many days ago (None: never)."""
    source = source_named(session, key)
    row = session.exec(select(Watch).where(Watch.source_id == source.id, Watch.watcher == registry)).first()
    good = None if good_days_ago is None else at.now - timedelta(days=good_days_ago)
    row = row or Watch(source_id=source.id or 0, watcher=registry, key=key.partition(":")[2], next_look_at=at.now)
    row.by_hand, row.last_good_at, row.last_look_at = by_hand, good, good
    row.next_look_at = at.now + timedelta(hours=2) if not by_hand else at.now - timedelta(hours=2)
    row.sighting = sighting_row(sighting) if sighting else {}
    session.add(row)
    session.flush()
    return row


def visited(session: Session, watch: Watch, outcome: LookOutcome, at: datetime, why: str = "") -> Visit:
    """Store a visit."""
    row = Visit(
        source_id=watch.source_id,
        watcher=watch.watcher,
        key=watch.key,
        at=at,
        by=watch.watcher,
        outcome=outcome,
        why=why,
        facts={"host": "www.example.org"} if why else {},
    )
    session.add(row)
    session.flush()
    return row


def source_of(session: Session, key: str = KEY) -> Source:
    """Return a source as it stands now."""
    session.expire_all()
    return source_named(session, key)
