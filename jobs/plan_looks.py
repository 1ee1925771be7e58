"""The daily job beside the looks: plans those of every source, and lets go of answers that are old."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from citations.models import Observation, RawAnswer
from jobs.ledger import load_policy
from jobs.watching import plan_all


@dataclass(frozen=True, slots=True)
class Planned:
    """What the job did: for how many sources looks were planned, and how many old answers were let go."""

    sources: int
    pruned: int

    def __str__(self) -> str:
        """Return one line for the log."""
        return f"{self.sources} planned, {self.pruned} answers pruned"


def plan_looks(session: Session, _today: date, now: datetime) -> Planned:
    """Bring all planned looks in step, and prune what registries answered long ago."""
    keep = load_policy(session).number("looks.raw_days")
    return Planned(plan_all(session, now), prune_answers(session, now - timedelta(days=keep)))


def prune_answers(session: Session, before: datetime) -> int:
    """Let go of answers from before a moment, but for the newest of each source and registry; return how many."""
    newest = select(func.max(Observation.id)).where(col(Observation.raw_id).is_not(None))
    newest = newest.group_by(col(Observation.source_id), col(Observation.watcher))
    kept = select(Observation.raw_id).where(col(Observation.id).in_(newest))
    old = select(RawAnswer.id).where(RawAnswer.at < before, col(RawAnswer.id).not_in(kept))
    ids = session.exec(old).all()
    if ids:
        session.connection().execute(update(Observation).where(col(Observation.raw_id).in_(old)).values(raw_id=None))
        session.connection().execute(delete(RawAnswer).where(col(RawAnswer.id).in_(ids)))
    return len(ids)
