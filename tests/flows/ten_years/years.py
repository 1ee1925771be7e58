"""The years themselves: registries that fail by script, days that pass where nothing is due, programs that die."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from random import Random
from threading import current_thread, local, main_thread
from urllib.parse import unquote, urlsplit

from sqlmodel import col, select

from citations.kinds import Reason
from citations.models import Citation, Deadline, Flag, Source, SourceVersion, Watch
from jobs.check_sources import Looking, check_sources
from jobs.client import Places
from jobs.recording import Looked
from jobs.sweep_deadlines import sweep_deadlines
from jobs.wire import Limits, Manner
from service.clock import BERLIN, clock_on
from service.db import Sessions
from tests.flows.ten_years.publishing import Counts, publish
from tests.flows.ten_years.script import ASKS, BEGIN, Said, Scripted
from tests.looking import no_pause
from tests.played import IDENTITY
from tests.registries.awmf import KEY
from tests.registries.server import REGISTRIES, playing
from tests.registries.world import Outage, World

WATCHED = frozenset({
    Reason.SUPERSEDED_MAJOR, Reason.SUPERSEDED_MINOR, Reason.RETRACTED, Reason.WITHDRAWN, Reason.CONTRADICTED,
    Reason.CORRECTED, Reason.CONTENT_CHANGED, Reason.LINK_DEAD, Reason.UNDER_REVISION, Reason.QUOTE_LOST,
})  # fmt: skip
"""What only a look can open; the clocks of reviews and accesses run beside it and are tested elsewhere."""

_FAILS, _IN = 1, 5
_STOPPED = 3
_STATUSES = (503, 0, 500, 429)


class KilledError(Exception):
    """The program was killed here."""


class _Calls(list[tuple[date, str, str]]):
    """Keeps of the calls only the present one of each thread: ten years of them would fill the memory."""

    def __init__(self) -> None:
        super().__init__()
        self.of = local()

    def append(self, call: tuple[date, str, str]) -> None:
        """Note the call that is being answered."""
        self.of.path = unquote(call[2]).partition("/")[2].partition("/")[2]


@dataclass
class FailingWorld(World):
    """A world in which one call in five fails, the same all day long; ``failed`` are day, registry, path."""

    flaky: bool = False
    failed: list[tuple[date, str, str]] = field(default_factory=list)
    stopped: set[tuple[date, str]] = field(default_factory=set)
    _row: dict[str, int] = field(default_factory=dict)
    _calls: _Calls = field(default_factory=_Calls)

    def __post_init__(self) -> None:
        """Keep no list of calls."""
        self.calls = self._calls

    def outage(self, registry: str) -> Outage | None:
        """Return the outage of a registry, or that of the present call."""
        path = self._calls.of.path
        found = super().outage(registry)
        if found is None and self.flaky and registry in REGISTRIES and self._hit(registry, path):
            found = Outage(registry, self.day, self.day, 500)
        self._row[registry] = 0 if found is None else self._row.get(registry, 0) + 1
        if found is not None:
            self.failed.append((self.day, registry, path))
            if self._row[registry] >= _STOPPED:
                self.stopped.add((self.day, registry))
        return found

    def _hit(self, registry: str, path: str) -> bool:
        drawn = sha256(f"{self.day}{registry}{path}".encode()).digest()[0] / 256
        return drawn < _FAILS / _IN


def outages(chance: Random, until: date) -> Iterator[Outage]:
    """Yield outages of every registry: of days and of weeks, cut off, broken, or asking for patience."""
    for registry in ("awmf", "bfarm", "crossref", "doi", "ema", "gba", "onkopedia", "page", "pubmed"):
        day = BEGIN + timedelta(days=100 + chance.randrange(100))
        while day < until:
            length = chance.choice((0, 1, 3, 7, 20, 34))
            status = chance.choice(_STATUSES)
            headers = (("Retry-After", "3600"),) if status == 429 else ()
            yield Outage(registry, day, day + timedelta(days=length), status, headers)
            day += timedelta(days=160 + chance.randrange(200))


@dataclass
class Years:
    """A stock, its registries and the program that watches them, from the first day to ``end``."""

    sessions: Sessions
    world: FailingWorld
    sources: list[Scripted]
    end: date
    addresses: dict[str, str]
    chance: Random
    killing: float = 0.0
    told: list[Said] = field(default_factory=list)
    looks: int = 0
    killed: set[date] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def pass_by(self) -> None:
        """Let the days pass: on each on which anything is due sweep what is, then look at what is."""
        while True:
            look, deadline = self._ahead()
            tomorrow = self.world.day + timedelta(days=1)
            self.world.day = max(tomorrow, min(look or self.end, deadline or self.end))
            if self.world.day > self.end:
                return
            if deadline is not None and deadline <= self.world.day:
                with self.sessions.write() as session:
                    sweep_deadlines(session, self.world.day, clock_on(self.world.day)())
            dying = self.chance.random() < self.killing
            self._look(self.chance.randrange(6) if dying else None)

    def _look(self, left: int | None) -> None:
        """Look at what is due; with ``left`` the program dies after so many looks, before or after a record."""
        before = self.chance.random() < 0.5
        told = 0

        def hear(looked: Looked) -> None:
            nonlocal told
            told += 1
            self.looks += 1
            name = self.names[looked.source_key]
            watched = [reason for reason in looked.reasons if Reason(reason) in WATCHED]
            self.told.extend(Said(self.world.day, name, reason) for reason in watched)
            if left is not None and told > left and not before:
                raise KilledError

        looking = self._looking(_Dying(self.world.day, left) if before and left is not None else None)
        try:
            check_sources(self.sessions, looking, told=hear)
        except KilledError:
            self.killed.add(self.world.day)

    def _looking(self, dying: "_Dying | None") -> Looking:
        allowed = frozenset(urlsplit(address).netloc for address in self.addresses.values())
        places = Places({name: f"{self.addresses[name]}/{name}" for name in REGISTRIES}, {"awmf": KEY})
        clock = dying or clock_on(self.world.day)
        return Looking(places, Manner(IDENTITY, allowed, Limits(total=5.0)), clock, BERLIN, no_pause, "t", shares=False)

    def _ahead(self) -> tuple[date | None, date | None]:
        """Return on which days the next look and the next deadline are due; one after noon is one of the day after."""
        with self.sessions.read() as session:
            look = session.exec(
                select(col(Watch.next_look_at))
                .where(col(Watch.by_hand).is_(False))
                .order_by(col(Watch.next_look_at))
                .limit(1)
            ).first()
            deadline = session.exec(
                select(col(Deadline.due_on))
                .where(col(Deadline.fired_on).is_(None))
                .order_by(col(Deadline.due_on))
                .limit(1)
            ).first()
        if look is None:
            return None, deadline
        noon = clock_on(self.world.day)()
        return self.world.day - timedelta(days=(noon - look) // timedelta(days=1)), deadline

    def bad_days(self) -> dict[str, dict[str, set[date]]]:
        """Return by source and registry the days on which it could not be seen, as the registries know them."""
        found: dict[str, dict[str, set[date]]] = {}
        for source in self.sources:
            own = found[source.name] = {name: set(self.killed) for name in REGISTRIES}
            for one in self.world.outages:
                length = (one.last - one.first).days + 1
                own[one.registry] |= {one.first + timedelta(days=number) for number in range(length)}
            for day, registry in self.world.stopped:
                own[registry].add(day)
        for day, registry, path in self.world.failed if self.world.flaky else ():
            for source in self.sources:
                if source.concerns(registry, path):
                    found[source.name][registry].add(day)
        for days in found.values():
            days |= {name: set().union(*(days[asked] for asked in several)) for name, several in ASKS.items()}
        return found


class _Dying:
    """A clock that stands at noon, and dies with its program after some questions of the one that records.

    Its threads only ask what a clock says; they end with it.
    """

    def __init__(self, day: date, left: int | None) -> None:
        self._clock, self._left = clock_on(day), 3 + 2 * (left or 0)

    def __call__(self) -> datetime:
        """Return noon; KilledError when the time has come."""
        self._left -= current_thread() is main_thread()
        if self._left < 0:
            raise KilledError
        return self._clock()


@contextmanager
def years_of(
    sessions: Sessions, counts: Counts, until: date, *, flaky: bool = False, killing: float = 0.0
) -> Iterator[Years]:
    """Give the years of a stock."""
    chance = Random(20161120)  # noqa: S311 - a script, not a secret
    world = FailingWorld(BEGIN, flaky=flaky)
    sources = counts.stories(chance)
    for source in sources:
        for day, key, value in source.says:
            registry, _, name = key.partition(":")
            world.on(day, registry, name or source.name, value)
    world.outages.extend(outages(chance, until))
    with ExitStack() as stack:
        addresses = {name: stack.enter_context(playing(world)) for name in sorted(REGISTRIES)}
        years = Years(sessions, world, sources, until, addresses, chance, killing)
        years.names = publish(sessions, sources, addresses["page"], counts.statements)
        yield years


def opened(years: Years) -> list[Said]:
    """Return what was flagged, each once however many citations it hangs on, as the tables have it.

    A source that two citations rest on is flagged on both, on the same day; a lost quote on the one that quotes it.
    """
    with years.sessions.read() as session:
        flags = session.exec(
            select(col(Source.key), Flag)
            .join(SourceVersion, col(SourceVersion.source_id) == col(Source.id))
            .join(Citation, col(Citation.version_id) == col(SourceVersion.id))
            .join(Flag, col(Flag.citation_key) == col(Citation.id))
            .where(col(Flag.reason).in_(WATCHED))
        ).all()
    told = Counter(
        (key, flag.opened_at.date(), flag.reason, flag.about_key, flag.trigger_day, flag.evidence)
        for key, flag in flags
    )
    lone = [one for one, number in told.items() if number != (1 if one[2] is Reason.QUOTE_LOST else 2)]
    assert lone == []
    return [Said(day, years.names[key], reason.value) for key, day, reason, *_ in told]


def expired_days(sessions: Sessions) -> dict[str, set[tuple[date, date]]]:
    """Return by the key of a source since when it was out of date and when that was told."""
    found: dict[str, set[tuple[date, date]]] = {}
    with sessions.read() as session:
        rows = session.exec(
            select(col(Source.key), col(Flag.trigger_day), col(Flag.opened_at))
            .join(SourceVersion, col(SourceVersion.source_id) == col(Source.id))
            .join(Citation, col(Citation.version_id) == col(SourceVersion.id))
            .join(Flag, col(Flag.citation_key) == col(Citation.id))
            .where(Flag.reason == Reason.EXPIRED)
        )
        for key, day, at in rows:
            found.setdefault(key, set()).add((day, at.date()))
    return found
