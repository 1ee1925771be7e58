"""A program whose settings point at the registries played on this machine: for look-ups through command and form."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

import pytest

from service.settings import Settings
from tests.registries.server import playing
from tests.registries.world import World

TODAY = date(2026, 11, 20)


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
