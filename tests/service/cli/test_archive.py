"""``leitstand archive`` against the played archive: what it prints and how it ends."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from service.cli import COMMANDS
from service.cli.spoken import Spoken
from service.db import open_sessions
from tests.factories import bring_in, version_of
from tests.registries.server import playing
from tests.registries.world import World

KEY = "032/044OL"
URL = "https://www.example.org/leitlinie"
DAY = "2026-11-20"


@pytest.fixture
def world() -> World:
    return World(date.fromisoformat(DAY))


@pytest.fixture
def run(sqlite_database: str, world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Result]]:
    """Give how to call the command on a database with one guideline that has an address."""
    sessions = open_sessions(sqlite_database)
    with sessions.write() as session:
        bring_in(session)
        version_of(session, "awmf:032-044OL").url = URL
    sessions.close()
    monkeypatch.setenv("LEITSTAND_DATABASE_URL", sqlite_database)
    with playing(world) as address:
        monkeypatch.setenv("LEITSTAND_ALLOW_HOSTS", urlsplit(address).netloc)
        for name in ("archive", "web_archive"):
            monkeypatch.setenv(f"LEITSTAND_{name.upper()}_URL", f"{address}/{name}")
        group = Spoken(COMMANDS, name="leitstand")
        yield lambda *words: CliRunner().invoke(group, ["archive", *words, "--today", DAY], catch_exceptions=False)


def test_a_saved_page_is_told_with_its_snapshot(run: Callable[..., Result]) -> None:
    said = json.loads(run(KEY, "--json").stdout)
    assert (said["source_key"], said["archived_on"]) == ("awmf:032-044OL", DAY)
    assert said["archive"].endswith(URL)
    assert "Fassung vom 20.11.2026" in run(KEY).stdout


def test_a_page_that_could_not_be_saved_ends_with_one_and_the_reason(run: Callable[..., Result], world: World) -> None:
    world.on(DAY, "archive", URL, "20250314081500")
    world.on(DAY, "web_archive", URL, "error:not-found")
    ended = run(KEY)
    assert ended.exit_code == 1
    assert "error:not-found" in ended.stderr
    assert "14.03.2025" in ended.stderr
