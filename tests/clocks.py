"""Clocks that stand still, and one that is moved by hand. No test waits for time to pass."""

from datetime import UTC, date, datetime, timedelta

from service.clock import Clock, clock_on

TODAY = date(2026, 11, 20)
"""The day of every computed figure of the domain sheet."""

NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
"""Noon in Berlin of that day."""


def standing_clock(day: date) -> Clock:
    """Return a clock that shows noon of ``day`` in Berlin for ever."""
    return clock_on(day)


class HandClock:
    """A clock that a test moves."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the moment that the hand shows."""
        return self.now

    def move(self, **step: float) -> None:
        """Move on by days, hours, minutes."""
        self.now += timedelta(**step)
