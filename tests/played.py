"""The registries played on this machine, and what a program or a client needs to ask them and no others."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from jobs.wire import Limits, Manner
from service.settings import Settings
from tests.clocks import TODAY
from tests.registries.server import REGISTRIES, playing
from tests.registries.world import World

IDENTITY = "Leitstand/test (+https://example.org; mailto:x@example.org)"


def manner_at(address: str) -> Manner:
    """Return the manner of a wire that may speak to the server at ``address`` and waits for nobody."""
    return Manner(IDENTITY, frozenset({urlsplit(address).netloc}), Limits(total=5.0))


def bases_at(address: str) -> dict[str, str]:
    """Return the base address of every registry, by name, on the server at ``address``."""
    return {name: f"{address}/{name}" for name in REGISTRIES}


def addresses(address: str) -> dict[str, str]:
    """Return the settings, by name, that send every registry to the server at ``address``."""
    names = [name for name in Settings.model_fields if name.endswith("_url") and name != "database_url"]
    told = {name: f"{address}/{name.removesuffix('_url')}" for name in names}
    return told | {"allow_hosts": urlsplit(address).netloc}


@pytest.fixture
def world() -> World:
    """Return what the played registries know; they stand on the day of the fixtures."""
    return World(TODAY)


@pytest.fixture
def played(world: World) -> Iterator[str]:
    """Play the registries of ``world`` and return the address of their server."""
    with playing(world) as address:
        yield address


@pytest.fixture
def played_settings(played: str, settings: Settings) -> Settings:
    """Return settings whose registries are the played ones; keys are given by a test that needs them."""
    return settings.model_copy(update=addresses(played))
