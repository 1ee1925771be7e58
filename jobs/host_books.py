"""What several programs share about hosts, in the database: when each may be called next, how often it was that day."""

from datetime import UTC, datetime, timedelta

from citations.kinds import LookOutcome
from citations.models import HostBook
from jobs.sessions import Sessions
from jobs.watchers.contract import Politeness, WatchError


class HostBooks:
    """The books of ``jobs.pace`` in the database; each reservation is a short transaction of its own."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def reserve(self, host: str, politeness: Politeness, now: datetime) -> float:
        """Reserve the next call and return the seconds until it; WatchError where the day's budget is spent.

        A day is one in UTC. Two programs that ask at once get two moments, a gap apart.
        """
        today = now.astimezone(UTC).date()
        with self._sessions.write() as session:
            row = session.get(HostBook, host, with_for_update=True)
            if row is None:
                row = HostBook(host=host, day=today, calls=0, free_at=now)
                session.add(row)
            if row.day != today:
                row.day, row.calls = today, 0
            if politeness.daily and row.calls >= politeness.daily:
                tomorrow = datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(days=1)
                raise WatchError(LookOutcome.SKIPPED, "look.host_budget", {"host": host}, retry_at=tomorrow)
            start = max(row.free_at, now)
            row.calls += 1
            row.free_at = start + timedelta(seconds=politeness.gap)
            return (start - now).total_seconds()
