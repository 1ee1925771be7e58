"""Politeness towards hosts: one call at a time with a gap and some jitter, a daily budget, a stop after failures.

Within one program a lock and a clock do; where several programs look (PostgreSQL), ``Books`` holds what they share.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Protocol

from citations.kinds import LookOutcome
from jobs.watchers.contract import Politeness, WatchError

FAILURES_IN_A_ROW = 3
"""So many failures in a row stop a host for the rest of the run (registries, rule 5)."""

LONGEST_WAIT = timedelta(days=1)
"""A host that asks for more is asked again in the next run (registries, 9)."""

_JITTER = 0.2


class Books(Protocol):
    """What several programs share about hosts."""

    def reserve(self, host: str, politeness: Politeness, now: datetime) -> float:
        """Reserve the next call and return the seconds until it; WatchError where the day's budget is spent."""


@dataclass(slots=True)
class _Host:
    """What one run knows of a host."""

    lock: Lock = field(default_factory=Lock)
    free_at: datetime | None = None
    failures: int = 0
    retry_at: datetime | None = None
    calls: int = 0


class Pace:
    """Keeps the politeness of one run. A gap and a budget of 0 mean that a host may be called without pause."""

    def __init__(self, now: Callable[[], datetime], sleep: Callable[[float], None], books: Books | None = None) -> None:
        self._now, self._sleep, self._books = now, sleep, books
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()

    @contextmanager
    def turn(self, host: str, politeness: Politeness) -> Iterator[None]:
        """Wait until the host may be called and let nobody else call it meanwhile; WatchError where it is stopped."""
        known = self._host(host)
        with known.lock:
            self._refuse_stopped(host, known)
            self._wait(host, known, politeness)
            known.calls += 1
            try:
                yield
            finally:
                if politeness.gap:
                    known.free_at = self._now() + timedelta(seconds=politeness.gap)

    def answered(self, host: str) -> None:
        """Note that the host answered: its run of failures is over."""
        self._host(host).failures = 0

    def failed(self, host: str, retry_at: datetime | None = None) -> None:
        """Note a failure; ``retry_at`` is what the host asked for."""
        known = self._host(host)
        known.failures += 1
        if retry_at is not None:
            known.retry_at = min(retry_at, self._now() + LONGEST_WAIT)

    def calls(self) -> dict[str, int]:
        """Return how often each host was called in this run."""
        return {host: known.calls for host, known in self._hosts.items() if known.calls}

    def _host(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())

    def _refuse_stopped(self, host: str, known: _Host) -> None:
        if known.retry_at is not None and known.retry_at > self._now():
            raise WatchError(LookOutcome.SKIPPED, "look.host_waits", {"host": host}, retry_at=known.retry_at)
        if known.failures >= FAILURES_IN_A_ROW:
            raise WatchError(LookOutcome.SKIPPED, "look.host_stopped", {"host": host})

    def _wait(self, host: str, known: _Host, politeness: Politeness) -> None:
        seconds = (known.free_at - self._now()).total_seconds() if known.free_at else 0.0
        if self._books is not None and (politeness.gap or politeness.daily):
            seconds = max(seconds, self._books.reserve(host, politeness, self._now()))
        if seconds > 0:
            self._sleep(seconds * (1 + random.random() * _JITTER))  # noqa: S311 - spreads calls, hides nothing
