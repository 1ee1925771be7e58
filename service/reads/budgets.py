"""How much of its daily budget each host used up: a host that is called no more today is no failure."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, select

from citations.models import HostBook
from jobs.addresses import place_of
from jobs.watchers import WATCHERS


@dataclass(frozen=True, slots=True)
class Budget:
    """How often a host was called today (UTC), and how often it may be (0: as often as needed), for which registries.

    A host that no registry has of its own is one of cited pages (registry "page").
    """

    host: str
    used: int
    daily: int
    registries: tuple[str, ...]

    @property
    def spent(self) -> bool:
        """Whether nothing is called there any more today."""
        return 0 < self.daily <= self.used


def budgets(session: Session, now: datetime, looking: Collection[str], bases: Mapping[str, str]) -> tuple[Budget, ...]:
    """Return the hosts of the registries that are ``looking``, and those called today, by name, in one question.

    ``bases`` are the addresses of the registries by name.
    """
    today = now.astimezone(UTC).date()
    used = dict(session.exec(select(HostBook.host, HostBook.calls).where(HostBook.day == today)).all())
    asked: dict[str, dict[str, int]] = defaultdict(dict)
    for watcher in WATCHERS.values():
        for name, politeness in watcher.asks.items():
            host = place_of(bases[name]) if name else ""
            if host in used or (host and watcher.slug in looking):
                asked[host][watcher.slug] = politeness.daily
    pages = {slug: one.asks[""].daily for slug, one in WATCHERS.items() if "" in one.asks}
    for host in used:
        asked[host] = asked[host] or pages
    return tuple(
        Budget(host, used.get(host, 0), max(several.values(), default=0), tuple(sorted(several)))
        for host, several in sorted(asked.items())
    )
