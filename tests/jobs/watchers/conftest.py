"""A client for watchers: the real wire, to the registries played on this machine on 2026-11-20."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import pytest

from jobs.client import Places, RunClient
from jobs.pace import Pace
from jobs.wire import Limits, Manner, Wire
from tests.registries.server import REGISTRIES, playing
from tests.registries.world import World

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
Play = Callable[..., RunClient]


@pytest.fixture
def world() -> World:
    return World(TODAY)


@pytest.fixture
def play(world: World) -> Iterator[Play]:
    """Give a function that plays the registries of ``world`` and returns a fresh client of a run; keys by name."""
    with ExitStack() as stack:
        address = stack.enter_context(playing(world))
        allowed = frozenset({urlsplit(address).netloc})
        manner = Manner("Leitstand/test (+https://example.org; mailto:x@example.org)", allowed, Limits(total=5.0))

        def start(due: dict[str, tuple[str, ...]] | None = None, **secrets: str) -> RunClient:
            wire = Wire(manner, Pace(lambda: NOW, lambda _seconds: None), lambda: NOW)
            stack.callback(wire.close)
            bases = {registry: f"{address}/{registry}" for registry in REGISTRIES}
            return RunClient(wire, Places(bases, secrets), world.day, due)

        yield start
