"""Saving a source's page in the archive from its page: what is said, and what stands there for years."""

import pytest
from flask.testing import FlaskClient
from sqlmodel import Session

from service.db import Sessions
from service.settings import Settings
from tests.databases import stocked
from tests.factories import bring_in, version_of
from tests.played import addresses
from tests.registries.world import World

WHO = {"person": "Anna Beispiel"}
KEY = "awmf:032-044OL"
URL = "https://www.example.org/leitlinie"


@pytest.fixture
def settings(settings: Settings, played: str) -> Settings:
    """Return settings of an application that knows the played archive."""
    return settings.model_copy(update=addresses(played))


@pytest.fixture
def number(sessions: Sessions) -> int:
    """Store a page with a guideline that has an address, and return the guideline's number."""
    return stocked(sessions, _addressed)


def _addressed(session: Session) -> int:
    bring_in(session)
    version = version_of(session, KEY)
    version.url = URL
    return version.source_id


def _wished(client: FlaskClient, number: int, language: str = "de") -> str:
    address = f"/looks/sources/{number}?lang={language}"
    answer = client.post(address, data={"act": "archive", **WHO}, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def test_one_click_saves_the_page_and_the_snapshot_stands_at_the_source(client: FlaskClient, number: int) -> None:
    text = _wished(client, number)
    assert "Im Archiv gesichert, Fassung vom 20.11.2026." in text
    assert "/web/20261120120000/" in client.get(f"/sources/{KEY}").text
    assert "Snapshot of 20 Nov 2026" in client.get(f"/sources/{KEY}?lang=en").text


def test_a_failure_says_why_and_which_older_snapshot_there_is(client: FlaskClient, number: int, world: World) -> None:
    world.on(world.day, "archive", URL, "20250314081500")
    world.on(world.day, "web_archive", URL, "error:blocked-url")
    text = _wished(client, number, "en")
    assert "The archive could not save the page: The capture failed (error:blocked-url)." in text
    assert "A snapshot of 14 Mar 2025 was in the archive already" in text


def test_nobody_archives_without_a_name(client: FlaskClient, number: int, world: World) -> None:
    answer = client.post(f"/looks/sources/{number}", data={"act": "archive"})
    assert answer.status_code != 303
    assert not [registry for _, registry, _ in world.calls if "archive" in registry]


def test_a_source_without_an_address_has_no_button(client: FlaskClient, number: int, sessions: Sessions) -> None:
    assert "Im Archiv sichern" in client.get(f"/sources/{KEY}").text
    with sessions.write() as session:
        version_of(session, KEY).url = ""
    assert "Im Archiv sichern" not in client.get(f"/sources/{KEY}").text
    assert client.post(f"/looks/sources/{number}", data={"act": "archive", **WHO}).status_code == 400
