"""An editor has a page kept in the web archive: what stays of it, what is refused, and what failing leaves behind."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlmodel import Session

from citations.kinds import LookOutcome
from citations.models import Observation, Source, SourceVersion, Visit
from jobs.client import Places, RunClient
from jobs.ledger import Moment
from jobs.pace import Pace
from jobs.refused import RefusedError
from jobs.watchers.archive import ARCHIVE, ARCHIVED, PENDING
from jobs.watchers.contract import Client
from jobs.wire import Wire
from service.acts.archive import Kept, ask, record_answer, wish
from service.db import Sessions
from tests.databases import stocked
from tests.factories import EDITOR, bring_in, moment, version_of
from tests.looking import observations, visits
from tests.played import bases_at, manner_at
from tests.registries.world import World

DAY = date(2026, 11, 20)
KEY = "awmf:032-044OL"
URL = "https://www.example.org/leitlinie"
NOW = moment(DAY)


@pytest.fixture
def archive(world: World, played: str) -> Iterator[Client]:
    """Give a client of the played archive."""
    wire = Wire(manner_at(played), Pace(lambda: NOW.now, lambda _seconds: None), lambda: NOW.now)
    yield RunClient(wire, Places(bases_at(played)), world.day)
    wire.close()


@pytest.fixture
def ready(sessions: Sessions) -> Sessions:
    """Return a database whose guideline has an address."""
    stocked(sessions, _addressed)
    return sessions


def _addressed(session: Session) -> None:
    bring_in(session)
    _version(session).url = URL


def _version(session: Session) -> SourceVersion:
    return version_of(session, KEY)


def _archived(sessions: Sessions, client: Client, at: Moment = NOW) -> Kept:
    with sessions.read() as session:
        source = session.get_one(Source, _version(session).source_id)
        wished = wish(session, at, source, ())
    kept = ask(wished, client)
    with sessions.write() as session:
        record_answer(session, at, EDITOR, wished, kept)
    return kept


def _visit(source: Source, outcome: LookOutcome, why: str = "") -> Visit:
    return Visit(source_id=source.id or 0, watcher="page", key=URL, by="page", at=NOW.now, outcome=outcome, why=why)


def _snapshots(sessions: Sessions) -> list[Observation]:
    return [one for one in observations(sessions, ARCHIVE) if one.outcome == ARCHIVED]


def test_a_snapshot_stays_with_the_version_it_shows(ready: Sessions, archive: Client) -> None:
    assert _archived(ready, archive).failure is None
    (row,) = _snapshots(ready)
    with ready.read() as session:
        assert row.version_id == _version(session).id
    assert (row.values["url"], row.values["archived_on"], row.by) == (URL, "2026-11-20", EDITOR)
    assert row.values["archive"].endswith(f"/web/20261120120000/{URL}")
    (visit,) = visits(ready, ARCHIVE)
    assert (visit.outcome, visit.by, visit.observation_id) == (LookOutcome.OK, EDITOR, row.id)


def test_a_snapshot_of_today_is_taken_as_it_is_and_kept_once(ready: Sessions, archive: Client, world: World) -> None:
    world.on(DAY, "archive", URL, "20261120061500")
    for _ in range(2):
        assert _archived(ready, archive).failure is None
    assert [row.values["archived_on"] for row in _snapshots(ready)] == ["2026-11-20"]
    assert not any(registry == "web_archive" for _, registry, _ in world.calls)


def test_an_older_snapshot_is_kept_where_none_can_be_made(ready: Sessions, archive: Client, world: World) -> None:
    world.on(DAY, "archive", URL, "20250314081500")
    world.on(DAY, "web_archive", URL, "error:blocked-url")
    failure = _archived(ready, archive).failure
    assert failure is not None
    assert [row.values["archived_on"] for row in _snapshots(ready)] == ["2025-03-14"]
    (visit,) = visits(ready, ARCHIVE)
    assert (visit.outcome, visit.why) == (LookOutcome.UNAVAILABLE, "look.archive_refused")


def test_an_archive_that_cannot_say_what_it_has_saves_all_the_same(
    ready: Sessions, archive: Client, world: World
) -> None:
    world.on(DAY, "archive", "answer", (200, b"<html>busy</html>"))
    assert _archived(ready, archive).failure is None
    assert len(_snapshots(ready)) == 1


def test_a_wish_under_way_is_asked_for_and_not_made_twice(ready: Sessions, archive: Client, world: World) -> None:
    world.on(DAY, "web_archive", "pending", 6)
    failure = _archived(ready, archive).failure
    assert failure is not None
    assert (failure.why, _snapshots(ready)) == (PENDING, [])
    later = Moment(DAY, NOW.now + timedelta(minutes=5))
    assert _archived(ready, archive, later).failure is None
    assert [path for _, _, path in world.calls if path.endswith("/save")] == ["/web_archive/save"]


def test_a_wish_of_yesterday_is_made_anew(ready: Sessions, archive: Client, world: World) -> None:
    world.on(DAY, "web_archive", "pending", 5)
    _archived(ready, archive)
    _archived(ready, archive, Moment(DAY, NOW.now + timedelta(hours=25)))
    assert len([path for _, _, path in world.calls if path.endswith("/save")]) == 2


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/x", "http://2130706433/", "http://intranet/seite", "https://me:pw@example.org/", "ftp://a.b/"],
)
def test_what_is_not_public_is_never_told_to_the_archive(ready: Sessions, url: str) -> None:
    with ready.write() as session:
        version = _version(session)
        version.url = url
        with pytest.raises(RefusedError, match="archive_private"):
            wish(session, NOW, session.get_one(Source, version.source_id), ())


def test_hosts_of_the_setting_for_private_networks_are_not_public(ready: Sessions) -> None:
    with ready.read() as session, pytest.raises(RefusedError, match="archive_private"):
        wish(session, NOW, session.get_one(Source, _version(session).source_id), ["www.example.org"])


def test_a_page_behind_a_log_in_is_not_given_to_the_archive(ready: Sessions) -> None:
    with ready.write() as session:
        source = session.get_one(Source, _version(session).source_id)
        session.add(_visit(source, LookOutcome.BLOCKED, "look.page_log_in"))
        session.flush()
        with pytest.raises(RefusedError, match="archive_blocked"):
            wish(session, NOW, source, ())
        session.add(_visit(source, LookOutcome.OK))
        session.flush()
        assert wish(session, NOW, source, ()).url == URL


def test_a_source_without_an_address_has_nothing_to_keep(ready: Sessions) -> None:
    with ready.write() as session:
        version = _version(session)
        source = session.get_one(Source, version.source_id)
        version.url = source.homepage = ""
        with pytest.raises(RefusedError, match="no_address"):
            wish(session, NOW, source, ())
