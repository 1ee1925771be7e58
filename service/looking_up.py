"""The client of somebody who waits in front of a form: less patient than the nightly run, as polite towards hosts."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from threading import Lock

from citations.kinds import LookOutcome
from jobs.client import RunClient
from jobs.pace import Pace
from jobs.watchers.contract import Answer, Client, Politeness, WatchError
from jobs.wire import Limits, Wire
from service.acts.look_up import LookedUp
from service.clock import Clock, system_clock
from service.looking import manner, places
from service.settings import Settings
from service.wording import refusal
from service.words import Translate

PATIENCE = Limits(connect=5.0, read=10.0, total=15.0)
"""What one call of a look-up may take; a person waits for several."""
SECONDS = 30.0
"""After so long no further call is begun."""


class Turns:
    """When a host may be called next, for all look-ups of this program together."""

    def __init__(self) -> None:
        self._free: dict[str, datetime] = {}
        self._lock = Lock()

    def reserve(self, host: str, politeness: Politeness, now: datetime) -> float:
        """Reserve the next call of a host and return the seconds until it."""
        with self._lock:
            turn = max(now, self._free.get(host, now))
            self._free[host] = turn + timedelta(seconds=politeness.gap)
        return (turn - now).total_seconds()


class Hurried:
    """A client that begins no further call once its time is over; the one under way ends by its own limits."""

    def __init__(self, client: Client, now: Callable[[], datetime], seconds: float) -> None:
        self.today = client.today
        self.base, self.secret, self.others = client.base, client.secret, client.others
        self._client, self._now = client, now
        self._until = now() + timedelta(seconds=seconds)

    def get(
        self, url: str, *, politeness: Politeness, headers: Mapping[str, str] | None = None, share: bool = False
    ) -> Answer:
        """Fetch an address; WatchError once the time is over."""
        self._refuse_late(url)
        return self._client.get(url, politeness=politeness, headers=headers, share=share)

    def post(
        self, url: str, body: bytes, *, politeness: Politeness, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send a body to an address; WatchError once the time is over."""
        self._refuse_late(url)
        return self._client.post(url, body, politeness=politeness, headers=headers)

    def _refuse_late(self, url: str) -> None:
        if self._now() >= self._until:
            raise WatchError(LookOutcome.UNAVAILABLE, "look.out_of_time", {"url": url})


_TURNS = Turns()


@contextmanager
def looking(settings: Settings, today: date, now: Clock = system_clock, seconds: float = SECONDS) -> Iterator[Client]:
    """Give the client of one look-up on a day, and close its connections in the end."""
    wire = Wire(replace(manner(settings), limits=PATIENCE), Pace(now, time.sleep, _TURNS), now)
    try:
        yield Hurried(RunClient(wire, places(settings), today), now, seconds)
    finally:
        wire.close()


def remarks(t: Translate, looked: LookedUp) -> tuple[str, ...]:
    """Return what else to know: what a registry says of its own record, and who could not be asked."""
    said = [t(key) for seen in looked.sightings for key in seen.warnings]
    said += [refusal(t, one.why, one.facts) for one in looked.failed]
    return tuple(dict.fromkeys(said))
