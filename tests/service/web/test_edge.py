"""What a request brings: language, person, token; and what a person reads when something does not go."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pydantic import SecretStr
from sqlalchemy import event
from sqlmodel import select

from citations.models import Person
from citations.pages import PageUnreadableError
from jobs.refused import ConflictError, RefusedError, UnknownError
from service.app import create_app
from service.clock import Clock
from service.db import Sessions, open_sessions
from service.settings import Settings
from service.web.edge import who
from tests.factories import bring_in


@pytest.fixture
def acting(app: Flask) -> Flask:
    """Return the application with views that go wrong in each known way."""
    errors = {
        "refused": RefusedError("refused.retire_needs_note"),
        "unknown": UnknownError("refused.unknown_page", number=7),
        "conflict": ConflictError("conflict.bound_already", who="Ben"),
        "unreadable": PageUnreadableError("page_undecodable", position=17, encoding="utf-8"),
        "large": PageUnreadableError("page_too_large", size=30_000_000, limit=20_000_000),
        "disk": OSError(28, "No space left on device"),
    }

    def fail(name: str) -> str:
        raise errors[name]

    app.add_url_rule("/fail/<name>", "fail", fail, methods=["POST"])
    app.add_url_rule("/act", "act", lambda: f"{who()} acted", methods=["POST"])
    return app


@pytest.fixture
def visitor(acting: Flask) -> FlaskClient:
    """Return a client that needs no form token."""
    acting.config.update(WTF_CSRF_ENABLED=False)
    return acting.test_client()


@pytest.mark.parametrize(
    "name, status, said",
    [
        ("refused", 400, "Zum Herausnehmen gehört eine Begründung."),
        ("unknown", 404, "Die Seite Nummer 7 gibt es nicht."),
        ("conflict", 409, "von Ben"),
        ("unreadable", 400, "Byte 17 ist in utf-8 nicht möglich"),
        ("large", 413, "30.000.000"),
        ("disk", 503, "nichts halb gespeichert"),
    ],
)
def test_every_no_is_a_page_in_words_that_keeps_what_was_typed(
    visitor: FlaskClient, name: str, status: int, said: str
) -> None:
    answer = visitor.post(f"/fail/{name}", data={"note": "Meine lange <Begründung>", "csrf_token": "geheim"})
    assert answer.status_code == status
    assert said in answer.text
    assert "Meine lange &lt;Begründung&gt;" in answer.text
    assert "geheim" not in answer.text


@pytest.mark.parametrize(
    "address, status",
    [
        ("/nix", 404),
        ("/pages/99999999999999999999", 404),
        ("/search?q=%00", 400),
        ("/fail/disk", 405),
        ("/static/nix", 404),
    ],
)
def test_a_wrong_address_is_answered_in_words(visitor: FlaskClient, address: str, status: int) -> None:
    answer = visitor.get(address)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_a_database_that_is_gone_is_told_and_comes_back_without_a_restart(
    settings: Settings, clock: Clock, sqlite_database: str
) -> None:
    app = create_app(settings, open_sessions(sqlite_database), clock=clock)
    client = app.test_client()
    assert client.get("/queue").status_code == 200
    path = Path(sqlite_database.removeprefix("sqlite:///"))
    content = path.read_bytes()
    path.write_bytes(b"no database any more" * 400)
    answer = client.get("/queue")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    assert client.get("/health").status_code == 503
    path.write_bytes(content)
    assert client.get("/queue").status_code == 200


@pytest.mark.slow
def test_a_full_disk_leaves_nothing_half_written_and_is_forgotten_when_there_is_room(
    settings: Settings, clock: Clock, sqlite_database: str
) -> None:
    sessions = open_sessions(sqlite_database)
    room = ["PRAGMA max_page_count = 1"]
    event.listen(sessions.engine, "checkout", lambda connection, *_: connection.execute(room[0]))
    app = create_app(settings, sessions, clock=clock)

    def add() -> str:
        with sessions.write() as session:
            bring_in(session, "Titel\n" + "Ein langer Satz über Ifosfamid. " * 3000)
        return "added"

    app.add_url_rule("/add", "add", add)
    client = app.test_client()
    assert client.get("/add").status_code == 503
    assert "Noch ist keine Seite eingelesen" in client.get("/").text
    room[0] = "PRAGMA max_page_count = 1000000"
    assert client.get("/add").text == "added"


def test_a_form_from_elsewhere_is_refused(acting: Flask) -> None:
    answer = acting.test_client().post("/act", data={"person": "Anna"})
    assert answer.status_code == 400
    assert "Es ist nichts gespeichert" in answer.text


def test_a_form_of_this_site_is_taken(app: Flask) -> None:
    client = app.test_client()
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/person").text)
    assert token is not None
    answer = client.post("/person", data={"csrf_token": token[1], "person": " Anna  Beispiel ", "next": "/queue"})
    assert (answer.status_code, answer.location) == (303, "/queue")
    assert "Anna Beispiel" in client.get("/queue").text


ELSEWHERE = ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\x01", "x"]


def test_who_acts_without_a_name_is_asked_and_loses_nothing(visitor: FlaskClient, sessions: Sessions) -> None:
    asked = visitor.post("/act?x=1", data={"note": "\nZeile eins\nZeile zwei", "pick": ["a", "b"]})
    assert asked.status_code == 403
    assert 'action="/act?x=1"' in asked.text
    assert asked.text.count('name="pick"') == 2
    assert "\n\nZeile eins\nZeile zwei</textarea>" in asked.text
    assert visitor.post("/act?x=1", data={"note": "N", "person": "Anna"}).text == "Anna acted"
    assert visitor.post("/act").text == "Anna acted"
    with sessions.read() as session:
        assert list(session.exec(select(Person.name))) == ["Anna"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\x07b"])
def test_a_name_that_is_none_is_refused_beside_the_form(visitor: FlaskClient, name: str) -> None:
    answer = visitor.post("/person", data={"person": name})
    assert answer.status_code == 400
    assert "Ein Name hat 1 bis 80 Zeichen" in answer.text


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_led_away(visitor: FlaskClient, address: str) -> None:
    answer = visitor.post("/person", data={"person": "Anna", "next": address})
    assert answer.location == "/"


def test_the_language_is_chosen_once_and_kept(client: FlaskClient) -> None:
    assert '<html lang="de">' in client.get("/queue", headers={"Accept-Language": "en"}).text
    chosen = client.get("/queue?lang=en&band=A")
    assert '<html lang="en">' in chosen.text
    assert 'href="/queue?band=A&amp;lang=de"' in chosen.text
    assert '<html lang="en">' in client.get("/").text
    assert '<html lang="en">' in client.get("/?lang=fr").text


def test_the_operator_says_which_language_comes_first(tmp_path: Path, sessions: Sessions, clock: Clock) -> None:
    settings = Settings(data_dir=tmp_path, secret_key=SecretStr("x"), language="en")
    assert "Overview" in create_app(settings, sessions, clock=clock).test_client().get("/").text


def test_cookies_are_kept_from_scripts_and_other_sites(client: FlaskClient) -> None:
    client.post("/person", data={"person": "Anna"})
    answers = [client.get("/?lang=en"), client.post("/person", data={"person": "Ben"})]
    cookies = [header for answer in answers for header in answer.headers.getlist("Set-Cookie")]
    assert len(cookies) == 3
    assert all("HttpOnly" in cookie and "SameSite=Lax" in cookie for cookie in cookies)


def test_something_too_large_is_refused_in_words(acting: Flask) -> None:
    acting.config.update(MAX_CONTENT_LENGTH=1000, WTF_CSRF_ENABLED=False)
    answer = acting.test_client().post("/act", data={"note": "x" * 5000})
    assert answer.status_code == 413
    assert "Zu groß" in answer.text


def test_a_fault_of_the_program_is_a_page_too(app: Flask) -> None:
    app.add_url_rule("/broken", "broken", lambda: str(1 / 0))
    app.config.update(TESTING=False, PROPAGATE_EXCEPTIONS=False)
    answer = app.test_client().get("/broken")
    assert answer.status_code == 500
    assert "Hier ist etwas schiefgegangen" in answer.text
