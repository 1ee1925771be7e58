"""A sheet is brought back in the browser: handed in, looked at, decided, brought in."""

import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.acts.edit_source import edit_source
from service.db import Sessions
from tests.factories import EDITOR, bring_in, moment, version_of

GUIDELINE = "awmf:032-044OL"


@pytest.fixture
def editor(client: FlaskClient, sessions: Sessions) -> FlaskClient:
    """Return a client of an application with one page."""
    with sessions.write() as session:
        bring_in(session)
    return client


def carried(client: FlaskClient) -> bytes:
    """Return the sheet of all sources as a browser gets it."""
    answer = client.get("/export/csv")
    assert answer.status_code == 200
    return bytes(answer.data)


def hand_in(client: FlaskClient, data: bytes, name: str = "quellen.csv") -> TestResponse:
    """Hand a sheet in and follow to its preview."""
    form = {"file": (BytesIO(data), name), "person": EDITOR, "act": "sheet"}
    return client.post("/sheets", data=form, follow_redirects=True)


def test_the_form_leads_to_the_sheets_that_can_be_taken_along(editor: FlaskClient) -> None:
    text = editor.get("/sheets").text
    assert "Tabelle zurückbringen" in text
    for address in re.findall(r'href="(/export/[^"]+)"', text):
        assert editor.get(address).status_code == 200


def test_a_change_is_shown_and_then_brought_in(editor: FlaskClient, sessions: Sessions) -> None:
    data = carried(editor).replace(b"Adulte Weichgewebesarkome", b"Weichteilsarkome")
    shown = hand_in(editor, data)
    assert "<td>Weichteilsarkome</td><td>Adulte Weichgewebesarkome</td>" in shown.text
    with sessions.read() as session:
        assert version_of(session, GUIDELINE).title == "Adulte Weichgewebesarkome"
    done = editor.post(shown.request.path, data={"person": EDITOR}, follow_redirects=True)
    assert "Übernommen: 1 geändert, 0 neu" in done.text
    with sessions.read() as session:
        assert version_of(session, GUIDELINE).title == "Weichteilsarkome"
    assert editor.post(shown.request.path, data={"person": EDITOR}).status_code == 409
    again = editor.get(shown.request.path, follow_redirects=True)
    assert (again.status_code, again.request.path) == (200, done.request.path), "who goes back sees what became of it"


@pytest.mark.parametrize("choice, title", [("", "Hier"), ("sheet", "Dort"), ("here", "Hier")])
def test_a_conflict_is_decided_in_the_preview(editor: FlaskClient, sessions: Sessions, choice: str, title: str) -> None:
    data = carried(editor).replace(b"Adulte Weichgewebesarkome", b"Dort")
    with sessions.write() as session:
        edit_source(session, moment(), EDITOR, version_of(session, GUIDELINE).id or 0, {"title": "Hier"})
    shown = hand_in(editor, data)
    name = re.search(r'name="(row-[^"]+)"', shown.text)
    assert name is not None
    done = editor.post(shown.request.path, data={"person": EDITOR, name[1]: choice}, follow_redirects=True)
    assert ("title: Dort" in done.text) is (choice == "")
    with sessions.read() as session:
        assert version_of(session, GUIDELINE).title == title


def test_what_cannot_be_read_is_said_with_its_column(editor: FlaskClient) -> None:
    shown = hand_in(editor, carried(editor).replace(b";2022;", b";20222;", 1))
    assert "Jahr: „20222“ passt nicht: eine ganze Zahl von 1400 bis 2027." in shown.text
    done = editor.post(shown.request.path, data={"person": EDITOR}, follow_redirects=True)
    assert "Jahr: „20222“ passt nicht" in done.text


@pytest.mark.parametrize(
    "data, said", [(b"%PDF-1.7", "Das ist keine Tabelle, sondern PDF"), (b"a;b\n", "keine Überschrift")]
)
def test_what_is_no_sheet_is_refused_in_words(editor: FlaskClient, data: bytes, said: str) -> None:
    answer = hand_in(editor, data)
    assert (answer.status_code, said in answer.text) == (400, True)
    assert editor.post("/sheets", data={"person": EDITOR, "act": "sheet"}).status_code == 400


def test_a_sheet_that_is_not_there_is_not_found(editor: FlaskClient) -> None:
    assert [editor.get(address).status_code for address in ("/sheets/9", "/sheets/9/done")] == [404, 404]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_pages_are_whole_in_both_languages(editor: FlaskClient, language: str) -> None:
    editor.set_cookie("language", language)
    data = carried(editor).replace(b"Adulte Weichgewebesarkome", b"Weichteilsarkome") + b";;;;;;\r\nx;;\r\n"
    shown = hand_in(editor, data)
    done = editor.post(shown.request.path, data={"person": EDITOR}, follow_redirects=True)
    for text in (editor.get("/sheets").text, shown.text, done.text):
        assert f'<html lang="{language}">' in text
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids))
