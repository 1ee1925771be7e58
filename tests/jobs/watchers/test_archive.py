"""The archive: which snapshot it has, saving one, and every way in which that fails."""

from datetime import UTC, date, datetime

import pytest

from citations.kinds import LookOutcome
from jobs.watchers.archive import PENDING, Snapshot, closest, finished, save
from jobs.watchers.contract import WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.world import World

DAY = date(2026, 11, 20)
URL = "https://www.example.org/sarkome?seite=2&teil=ä"


def test_the_closest_snapshot_is_given_with_its_moment_and_a_secure_address(world: World, play: Play) -> None:
    world.on(DAY, "archive", URL, "20250314081500")
    kept = Snapshot(f"https://web.archive.org/web/20250314081500/{URL}", datetime(2025, 3, 14, 8, 15, tzinfo=UTC))
    assert closest(URL, play()) == kept


@pytest.mark.parametrize("said", [None, ("20250314081500", "404"), "20251314081500", "2025"])
def test_what_is_no_snapshot_of_the_text_is_none(world: World, play: Play, said: object) -> None:
    if said is not None:
        world.on(DAY, "archive", URL, said)
    assert closest(URL, play()) is None


@pytest.mark.parametrize(
    "answer, outcome",
    [
        ((200, b"<html>busy</html>"), LookOutcome.PARSE_FAILED),
        ((200, b"[1]"), LookOutcome.PARSE_FAILED),
        ((403, b"Blocked Site Error"), LookOutcome.UNAVAILABLE),
        ((429, b""), LookOutcome.RATE_LIMITED),
        ((503, b""), LookOutcome.UNAVAILABLE),
    ],
)
def test_an_archive_that_cannot_say_what_it_has_is_a_failed_question(
    world: World, play: Play, answer: tuple[int, bytes], outcome: LookOutcome
) -> None:
    world.on(DAY, "archive", "answer", answer)
    with pytest.raises(WatchError) as raised:
        closest(URL, play())
    assert raised.value.outcome is outcome


def test_answers_with_other_things_in_the_usual_places_are_no_snapshot(world: World, play: Play) -> None:
    for body in (b"{}", b'{"archived_snapshots": []}', b'{"archived_snapshots": {"closest": {"available": "yes"}}}'):
        world.on(DAY, "archive", "answer", (200, body))
        assert closest(URL, play()) is None


@pytest.mark.parametrize("pending", [0, 2])
def test_a_saved_page_is_known_by_the_moment_the_archive_names(world: World, play: Play, pending: int) -> None:
    world.on(DAY, "web_archive", "pending", pending)
    client = play()
    kept = save(URL, client)
    assert kept.at == datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert kept.url == f"{client.base('web_archive')}/web/20261120120000/{URL}"


def test_submitted_is_not_archived_and_can_be_asked_for_later(world: World, play: Play) -> None:
    world.on(DAY, "web_archive", "pending", 6)
    with pytest.raises(WatchError) as raised:
        save(URL, play())
    assert (raised.value.why, raised.value.outcome) == (PENDING, LookOutcome.SKIPPED)
    assert finished(URL, raised.value.facts["job"], play()).at.date() == DAY


def test_a_capture_that_failed_says_so_in_the_words_of_the_archive(world: World, play: Play) -> None:
    world.on(DAY, "web_archive", URL, "error:blocked-url")
    with pytest.raises(WatchError, match="archive_refused") as raised:
        save(URL, play())
    assert "error:blocked-url" in raised.value.facts["said"]


def test_an_archive_that_wants_an_account_gets_the_one_of_the_settings(world: World, play: Play) -> None:
    world.on(DAY, "web_archive", "account", "ours:secret")
    with pytest.raises(WatchError) as raised:
        save(URL, play())
    assert raised.value.outcome is LookOutcome.UNAUTHORIZED
    assert save(URL, play(archive="ours:secret")).at.date() == DAY
