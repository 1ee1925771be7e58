"""What a watcher is and what it is given. One file per registry in this folder, found by a scan.

A watcher looks, and writes nothing: ``look(watched, client)`` returns a Sighting or raises WatchError. The wire is
reached through the client only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Protocol

from citations.kinds import LookOutcome, SourceKind
from citations.records import Reference
from citations.sightings import Sighting


class WatchError(Exception):
    """A look that saw nothing: how it ended, why (catalogue key ``look.…`` with facts), when to try again.

    It neither opens nor closes a flag about content and never looks like "unchanged" (invariant 21).
    """

    def __init__(
        self,
        outcome: LookOutcome,
        why: str,
        facts: Mapping[str, str] | None = None,
        *,
        status: int | None = None,
        retry_at: datetime | None = None,
    ) -> None:
        super().__init__(f"{outcome.value}: {why}")
        self.outcome = outcome
        self.why = why
        self.facts = dict(facts or {})
        self.status = status
        self.retry_at = retry_at


@dataclass(frozen=True, slots=True)
class Politeness:
    """How a host is spoken to: seconds between two calls, calls a day (0: no limit), whether robots.txt is asked.

    ``size`` is what a registry's own file may have, in bytes, where that is more than anything else may (0: no more).
    It holds at the host that was asked, and nowhere that it leads to.

    The gaps are those of registries.md. The budgets are ours: what ten thousand sources need on the worst day, doubled,
    so that a fault of ours ends there.
    """

    gap: float
    daily: int = 0
    robots: bool = False
    size: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored of one version of a source; in ``Watched.versions`` the oldest comes first."""

    version_id: int
    label: str = ""
    as_of: str = ""
    valid_until: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A source as a watcher gets it: ``key`` in the registry's own form, what is stored, what was last seen there.

    ``identifiers`` are (scheme, value) pairs; ``substances`` are active substances in lower case (drug information);
    ``quotes`` are words of the source that pages rest on. ``etag``, ``last_modified`` and ``content_hash`` are those of
    the last good look, which ``before`` holds whole (None: there was none).
    """

    source_id: int
    key: str
    kind: SourceKind
    title: str
    identifiers: tuple[tuple[str, str], ...] = ()
    versions: tuple[Known, ...] = ()
    substances: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    url: str = ""
    etag: str = ""
    last_modified: str = ""
    content_hash: str = ""
    last_look: datetime | None = None
    before: Sighting | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: status, headers in lower case, the body unpacked, the address it came from in the end.

    ``chain`` are the redirects on the way as (status, address).
    """

    status: int
    url: str
    headers: Mapping[str, str]
    body: bytes
    chain: tuple[tuple[int, str], ...] = ()

    @property
    def text(self) -> str:
        """Return the body as text: by the charset of the header, else UTF-8; what fits neither becomes U+FFFD."""
        charset = self.headers.get("content-type", "").partition("charset=")[2].split(";")[0].strip("\"' ") or "utf-8"
        try:
            return self.body.decode(charset, "replace")
        except LookupError:
            return self.body.decode("utf-8", "replace")


class Client(Protocol):
    """What a watcher may do: ask its registry. One per run; the same address asked twice in a run is fetched once."""

    today: date

    def base(self, name: str) -> str:
        """Return the base address of a registry from the settings, without closing slash ("awmf", "doi")."""

    def secret(self, name: str) -> str:
        """Return a key of a registry from the settings, "" for none."""

    def get(
        self,
        url: str,
        *,
        politeness: Politeness,
        headers: Mapping[str, str] | None = None,
        share: bool = False,
    ) -> Answer:
        """Fetch an address. Any status is an answer; WatchError where there was none.

        ``share``: an answer of this run serves again (a list call, a table of all medicines).
        """

    def post(
        self, url: str, body: bytes, *, politeness: Politeness, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send a body to an address; answers and errors are those of ``get``."""

    def others(self, registry: str) -> tuple[str, ...]:
        """Return the keys of this registry that are due in this run, for registries that answer many at once."""


Look = Callable[[Watched, Client], Sighting]


def _no_page(_key: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Watcher:
    """A registry: its name, which key it knows a source by ("" for none of its own), how often and how to look.

    ``every_days`` is the interval between two looks at one source; ``by_hand`` says that a person looks and the
    watcher only reminds. ``secret`` names a key without which a person looks as well (``jobs.watchers.manual``);
    ``page`` gives the address for people of a key, "" for none; ``is_link``
    says that what is not found there is a dead link (invariant 14), not a registry without a record.
    ``asks`` names the base addresses that it calls, each with its politeness; "" stands for whatever host a key names.
    ``search`` asks which records a source without a key may be, for an editor to choose from: a Sighting with nothing
    but candidates; it is asked for sources of the kinds of ``searches``.
    """

    slug: str
    key_of: Callable[[SourceKind, Mapping[str, str], str], str]
    every_days: int
    look: Look | None
    by_hand: bool = False
    asks: Mapping[str, Politeness] = field(default_factory=lambda: MappingProxyType({}))
    secret: str = ""
    is_link: bool = False
    page: Callable[[str], str] = _no_page
    search: Look | None = None
    searches: frozenset[SourceKind] = frozenset()
