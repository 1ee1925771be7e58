"""Looks in tests: a database, a played world, a clock that stands at noon of its day, real watchers and wire."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlmodel import Session, col, select

from citations.models import Citation, Finding, Flag, Observation, Source, SourceVersion, Visit, Watch
from jobs.check_sources import Looking, check_sources
from jobs.client import Places
from jobs.recording import Looked
from jobs.taking import Wish
from service.clock import BERLIN, clock_on
from service.db import Sessions
from tests.played import bases_at, manner_at
from tests.registries.awmf import KEY
from tests.registries.server import playing
from tests.registries.world import World


def no_pause(_seconds: float) -> None:
    """Do not wait: the registries of the play are not impolite to."""


class Play:
    """A world and the looks at it. ``look`` looks at what is due on the world's day, ``look_at_all`` at everything."""

    def __init__(self, sessions: Sessions, world: World, address: str) -> None:
        self.sessions, self.world, self.address = sessions, world, address
        self.keys = {"awmf": KEY}

    @property
    def looking(self) -> Looking:
        """What looks need on the day of the world."""
        where, manner = Places(bases_at(self.address), self.keys), manner_at(self.address)
        return Looking(where, manner, clock_on(self.world.day), BERLIN, no_pause, "test", shares=False)

    def look(self, wish: Wish | None = None) -> list[Looked]:
        """Look at what is due."""
        return check_sources(self.sessions, self.looking, wish)

    def look_at_all(self, registry: str = "") -> list[Looked]:
        """Look at every source, of one registry if one is named, whether it is due or not."""
        return self.look(Wish(due=False, registry=registry))

    def as_worker(self, name: str) -> Looking:
        """Return what another worker needs."""
        return replace(self.looking, owner=name)

    def days(self, number: int, registry: str = "") -> None:
        """Let days pass, looking at what is due on each."""
        for _ in range(number):
            self.world.pass_days()
            self.look(Wish(registry=registry))


@contextmanager
def playing_on(sessions: Sessions, world: World) -> Iterator[Play]:
    """Play a world against a database."""
    with playing(world) as address:
        yield Play(sessions, world, address)


def flags_of(sessions: Sessions, key: str) -> list[tuple[str, str]]:
    """Return the open flags of the citations of a source as (reason, trigger day), in order."""
    with sessions.read() as session:
        rows = session.exec(
            select(col(Flag.reason), col(Flag.trigger_day))
            .join(Citation, col(Citation.id) == col(Flag.citation_key))
            .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id))
            .join(Source, col(Source.id) == col(SourceVersion.source_id))
            .where(Source.key == key, col(Flag.closed_at).is_(None))
        ).all()
    return sorted((reason.value, day.isoformat()) for reason, day in rows)


def reasons_of(sessions: Sessions, key: str) -> list[str]:
    """Return the reasons of the open flags of a source."""
    return [reason for reason, _ in flags_of(sessions, key)]


def watch_of(session: Session, key: str, registry: str) -> Watch:
    """Return the planned look at a source."""
    rows = select(Watch).join(Source, col(Source.id) == col(Watch.source_id))
    return session.exec(rows.where(Source.key == key, Watch.watcher == registry)).one()


def visits(sessions: Sessions, registry: str = "") -> list[Visit]:
    """Return the looks that were recorded, oldest first."""
    with sessions.read() as session:
        rows = session.exec(select(Visit).order_by(col(Visit.id))).all()
    return [row for row in rows if registry in ("", row.watcher)]


def observations(sessions: Sessions, registry: str = "") -> list[Observation]:
    """Return what was observed, oldest first."""
    with sessions.read() as session:
        rows = session.exec(select(Observation).order_by(col(Observation.id))).all()
    return [row for row in rows if registry in ("", row.watcher)]


def findings(sessions: Sessions) -> list[Finding]:
    """Return what was found, oldest first."""
    with sessions.read() as session:
        return list(session.exec(select(Finding).order_by(col(Finding.id))).all())
