"""The daily job: what became due up to today becomes flags. Safe to repeat, and to miss for weeks."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from jobs.ledger import Moment, sweep


@dataclass(frozen=True, slots=True)
class SweepResult:
    """What a sweep did: the day it was for, and how many subjects got or lost a flag."""

    day: date
    touched: int

    def __str__(self) -> str:
        """Return one line for the log."""
        return f"{self.day.isoformat()}: {self.touched}"


def sweep_deadlines(session: Session, today: date, now: datetime) -> SweepResult:
    """Open every flag that is due on ``today`` (a day in Europe/Berlin); ``now`` is the instant that is stored."""
    return SweepResult(today, sweep(session, Moment(today, now)))
