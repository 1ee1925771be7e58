"""What a run gives its watchers: the wire with the addresses of the settings, robots.txt, and answers fetched once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from threading import Lock
from urllib.parse import urlsplit

from protego import Protego

from citations.kinds import LookOutcome
from jobs.watchers.contract import Answer, Politeness, WatchError
from jobs.wire import Wire

_ROBOTS = Politeness(gap=1.0)
_MISSING = 400
_LONGEST_DELAY = 60.0
"""A crawl delay beyond this is honoured as this; nobody waits longer between two calls."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the registries are and what opens them: base addresses and keys by name; our name for robots.txt."""

    bases: Mapping[str, str]
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    agent: str = "Leitstand"


class RunClient:
    """The client of one run. Answers that serve many sources are kept for its length, and for no longer."""

    def __init__(
        self, wire: Wire, places: Places, today: date, due: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self.today = today
        self._wire, self._places, self._due = wire, places, due or {}
        self._shared: dict[str, Answer | WatchError] = {}
        self._robots: dict[str, Protego | None] = {}
        self._locks: dict[str, Lock] = {}
        self._lock = Lock()

    def base(self, name: str) -> str:
        """Return the base address of a registry, without closing slash."""
        return self._places.bases[name].rstrip("/")

    def secret(self, name: str) -> str:
        """Return a key of a registry, "" for none."""
        return self._places.secrets.get(name, "")

    def others(self, registry: str) -> tuple[str, ...]:
        """Return the keys of this registry that are due in this run."""
        return self._due.get(registry, ())

    def get(
        self, url: str, *, politeness: Politeness, headers: Mapping[str, str] | None = None, share: bool = False
    ) -> Answer:
        """Fetch an address; a shared one only once in a run, failures included."""
        if not share:
            return self._fetch(url, politeness, headers)
        with self._locked(url):
            if url not in self._shared:
                try:
                    self._shared[url] = self._fetch(url, politeness, headers)
                except WatchError as error:
                    self._shared[url] = error
            kept = self._shared[url]
        if isinstance(kept, WatchError):
            raise kept
        return kept

    def post(
        self, url: str, body: bytes, *, politeness: Politeness, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send a body to an address, once."""
        return self._wire.post(url, politeness, headers, body)

    def _fetch(self, url: str, politeness: Politeness, headers: Mapping[str, str] | None) -> Answer:
        permit = partial(self._permitted, politeness=politeness) if politeness.robots else None
        return self._wire.get(url, politeness, headers, permit)

    def _permitted(self, url: str, politeness: Politeness) -> Politeness:
        """Return the politeness with the host's crawl delay; WatchError where robots.txt forbids the address (9)."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._locked(site):
            if site not in self._robots:
                self._robots[site] = self._rules(site)
            rules = self._robots[site]
        if rules is None:
            return politeness
        if not rules.can_fetch(url, self._places.agent):
            raise WatchError(LookOutcome.BLOCKED, "look.robots", {"host": parts.netloc})
        delay = min(rules.crawl_delay(self._places.agent) or 0.0, _LONGEST_DELAY)
        return replace(politeness, gap=max(politeness.gap, delay))

    def _rules(self, site: str) -> Protego | None:
        """Return a site's rules, None where it has none; a site that cannot say is not looked at (RFC 9309)."""
        answer = self._wire.get(f"{site}/robots.txt", _ROBOTS)
        return None if answer.status >= _MISSING else Protego.parse(answer.text)

    def _locked(self, name: str) -> Lock:
        with self._lock:
            return self._locks.setdefault(name, Lock())
