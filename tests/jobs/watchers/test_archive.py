"""The web archive: the copy nearest to a day, none, and answers that are none."""

from datetime import UTC, date, datetime

import pytest

from citations.kinds import LookOutcome, SourceKind
from jobs.watchers import archive
from jobs.watchers.contract import Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.world import World

DEAD = "https://example.org/seite?a=1&b=ä"


def test_the_copy_nearest_to_a_day_is_given_with_https(world: World, play: Play) -> None:
    world.on("2026-01-01", "availability", DEAD, ["20200101000000", "20250304100000"])
    found = archive.snapshot(DEAD, date(2025, 3, 1), play())
    assert found is not None
    assert (found.role, found.file_name) == ("archive", "2025-03-04")
    assert found.url == f"https://web.archive.org/web/20250304100000/{DEAD}"


def test_no_copy_is_none(play: Play) -> None:
    assert archive.snapshot(DEAD, date(2025, 3, 1), play()) is None


def test_a_copy_of_an_error_is_none(world: World, play: Play) -> None:
    world.on("2026-01-01", "availability", DEAD, {"status": "404", "available": True, "url": "x", "timestamp": "x"})
    assert archive.snapshot(DEAD, date(2025, 3, 1), play()) is None


@pytest.mark.parametrize(
    "said",
    [
        {"status": "200", "available": True, "url": "https://elsewhere.example/", "timestamp": "20250304100000"},
        {"status": "200", "available": True, "url": "http://web.archive.org/web/1/x", "timestamp": "now"},
    ],
)
def test_a_copy_that_stands_elsewhere_or_has_no_day_is_not_understood(
    world: World, play: Play, said: dict[str, object]
) -> None:
    world.on("2026-01-01", "availability", DEAD, said)
    with pytest.raises(WatchError) as caught:
        archive.snapshot(DEAD, date(2025, 3, 1), play())
    assert caught.value.outcome is LookOutcome.PARSE_FAILED


def test_an_answer_that_is_no_json_is_not_understood(world: World, play: Play) -> None:
    world.on("2026-01-01", "availability", "broken", True)
    with pytest.raises(WatchError) as caught:
        archive.snapshot(DEAD, date(2025, 3, 1), play())
    assert caught.value.outcome is LookOutcome.PARSE_FAILED


def test_a_look_seeks_the_copy_of_the_last_good_day(world: World, play: Play) -> None:
    world.on("2026-01-01", "availability", DEAD, ["20200101000000", "20250304100000"])
    last = datetime(2020, 2, 1, tzinfo=UTC)
    watched = Watched(1, DEAD, SourceKind.WEB_PAGE, "Seite", url=DEAD, last_look=last)
    assert archive.look(watched, play()).documents[0].file_name == "2020-01-01"
    with pytest.raises(WatchError) as caught:
        archive.look(Watched(1, "https://example.org/x", SourceKind.WEB_PAGE, "Seite"), play())
    assert (caught.value.outcome, caught.value.why) == (LookOutcome.NOT_FOUND, "look.archive_none")


def test_no_source_is_looked_at_here_by_itself() -> None:
    assert archive.key_of(SourceKind.WEB_PAGE, {"url": "example.org"}, "https://example.org") == ""
