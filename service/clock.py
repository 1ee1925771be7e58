"""The only place that asks the machine what time it is. Everything else takes the moment or the day as an argument."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Returns the present moment, aware, in UTC."""

BERLIN = ZoneInfo("Europe/Berlin")
"""The day of a deadline is a day here."""


def system_clock() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


def today(clock: Clock, zone: ZoneInfo = BERLIN) -> date:
    """Return the day that it is in ``zone`` at the clock's moment."""
    return clock().astimezone(zone).date()


def clock_on(day: date, zone: ZoneInfo = BERLIN) -> Clock:
    """Return a clock that stands at noon of ``day`` in ``zone``, for commands with ``--today``."""
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=zone).astimezone(UTC)
    return lambda: moment
