"""A client for watchers: the real wire, to the registries played on this machine on 2026-11-20."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest

from jobs.client import Places, RunClient
from jobs.pace import Pace
from jobs.wire import Wire
from tests.played import bases_at, manner_at
from tests.registries.world import World

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
Play = Callable[..., RunClient]


@pytest.fixture
def play(world: World, played: str) -> Iterator[Play]:
    """Give a function that plays the registries of ``world`` and returns a fresh client of a run; keys by name."""
    with ExitStack() as stack:

        def start(due: dict[str, tuple[str, ...]] | None = None, **secrets: str) -> RunClient:
            wire = Wire(manner_at(played), Pace(lambda: NOW, lambda _seconds: None), lambda: NOW)
            stack.callback(wire.close)
            return RunClient(wire, Places(bases_at(played), secrets), world.day, due)

        yield start
