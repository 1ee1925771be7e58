"""robots.txt: asked before a cited page is fetched, and before a redirect is followed, wherever that leads."""

from contextlib import closing, nullcontext
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from citations.kinds import LookOutcome, SourceKind
from jobs.client import Places, RunClient
from jobs.pace import Pace
from jobs.watchers import page
from jobs.watchers.contract import Watched, WatchError
from jobs.wire import Wire
from tests.jobs.watchers.conftest import NOW, Play
from tests.played import bases_at, manner_at
from tests.registries.server import playing
from tests.registries.world import World

DAY = "2026-01-01"
HTML = "<!doctype html><title>Behandlung</title><main><h1>Behandlung</h1><p>Sie dauert sechs Wochen.</p></main>"


def _watched(address: str) -> Watched:
    return Watched(1, f"{address}/page/haus/seite", SourceKind.WEB_PAGE, "Seite")


def _failure(play: Play) -> WatchError:
    client = play()
    with pytest.raises(WatchError) as caught:
        page.look(_watched(client.base("page").removesuffix("/page")), client)
    return caught.value


def test_robots_are_honoured(world: World, play: Play) -> None:
    world.on(DAY, "page", "haus/seite", {"body": HTML})
    world.on(DAY, "robots", "*", "User-agent: *\nDisallow: /page/haus")
    failure = _failure(play)
    assert (failure.outcome, failure.why) == (LookOutcome.BLOCKED, "look.robots")
    assert [path for _, _, path in world.calls] == ["/robots.txt"]


def test_robots_are_honoured_where_a_redirect_leads_too(world: World, play: Play) -> None:
    world.on(DAY, "page", "haus/seite", {"redirect": "/page/geheim"})
    world.on(DAY, "page", "geheim", {"body": HTML})
    world.on(DAY, "robots", "*", "User-agent: *\nDisallow: /page/geheim")
    failure = _failure(play)
    assert (failure.outcome, failure.why) == (LookOutcome.BLOCKED, "look.robots")
    assert "/page/geheim" not in [path for _, _, path in world.calls]


@pytest.mark.parametrize("said, seen", [("User-agent: *\nDisallow: /", False), ("User-agent: *\nDisallow: /x", True)])
def test_the_robots_of_another_host_are_asked_before_a_redirect_to_it_is_followed(
    world: World, played: str, said: str, seen: bool
) -> None:
    there = World(world.day)
    there.on(DAY, "page", "haus/seite", {"body": HTML})
    there.on(DAY, "robots", "*", said)
    with playing(there) as other:
        world.on(DAY, "page", "haus/seite", {"redirect": f"{other}/page/haus/seite"})
        hosts = frozenset(urlsplit(address).netloc for address in (played, other))
        wire = Wire(
            replace(manner_at(played), allow_hosts=hosts), Pace(lambda: NOW, lambda _seconds: None), lambda: NOW
        )
        with closing(wire):
            client = RunClient(wire, Places(bases_at(played)), world.day)
            with nullcontext() if seen else pytest.raises(WatchError, match="look.robots"):
                page.look(_watched(played), client)
    assert [path for _, _, path in there.calls] == ["/robots.txt", *(["/page/haus/seite"] if seen else [])]
