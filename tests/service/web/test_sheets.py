"""A sheet is brought back in the browser: handed in, looked at, decided, brought in."""

import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.acts.edit_source import edit_source
from service.db import Sessions
from tests.databases import stocked
from tests.factories import EDITOR, bring_in, moment, version_of

GUIDELINE = "awmf:032-044OL"


@pytest.fixture
def editor(client: FlaskClient, sessions: Sessions) -> FlaskClient:
    """Return a client of an application with one page."""
    stocked(sessions, bring_in)
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
    assert ("Titel: Dort" in done.text) is (choice == "")
    assert ("auf beiden Seiten geändert</p>" in done.text) is (choice == "")
    with sessions.read() as session:
        assert version_of(session, GUIDELINE).title == title


def added(client: FlaskClient, *cells: str) -> bytes:
    """Return the sheet with one more row: kind, title and year."""
    kind, title, year = cells
    return carried(client) + f";;{kind};;;;;;{title};;;;{year}\r\n".encode()


def test_a_cell_that_changed_here_alone_is_not_shown_as_one_that_would_be_emptied(
    editor: FlaskClient, sessions: Sessions
) -> None:
    data = carried(editor).replace(b"Adulte Weichgewebesarkome", b"Dort")
    with sessions.write() as session:
        number = version_of(session, GUIDELINE).id or 0
        edit_source(session, moment(), EDITOR, number, {"title": "Hier", "publisher": "AWMF"})
    shown = hand_in(editor, data)
    assert "<td>Dort</td><td>Hier</td>" in shown.text
    assert "nicht angerührt</span></td><td>AWMF</td>" in shown.text
    choice = {f"row-{name}": "sheet" for name in re.findall(r'name="row-([^"]+)"', shown.text)}
    editor.post(shown.request.path, data={"person": EDITOR} | choice)
    with sessions.read() as session:
        version = version_of(session, GUIDELINE)
        assert (version.title, version.publisher) == ("Dort", "AWMF")


def test_what_was_brought_in_is_told_apart_from_what_was_not(editor: FlaskClient) -> None:
    data = added(editor, "Buch", "Ein neues Buch", "2020") + b"nirgends;;;;;;;;Verloren\r\n"
    shown = hand_in(editor, data)
    done = editor.post(shown.request.path, data={"person": EDITOR}, follow_redirects=True).text
    taken, left = done.split('id="left-out"')
    assert '<a href="/sources/title:ein-neues-buch-2020">Ein neues Buch</a>' in taken
    assert "Titel: Verloren" in left
    assert "Ein neues Buch" not in left


def test_a_row_without_a_key_is_compared_with_nothing_and_leads_to_what_is_known(editor: FlaskClient) -> None:
    data = added(editor, "Buch", "Ein neues Buch", "2020")
    data += data.splitlines(keepends=True)[-1]
    shown = hand_in(editor, data)
    assert "<td>Ein neues Buch</td></tr>" in shown.text
    assert "schon bekannt" in shown.text
    assert "<td>leer</td>" not in shown.text
    assert 'href="/sources/title:ein-neues-buch-2020"' not in shown.text, "it is not stored yet"
    editor.post(shown.request.path, data={"person": EDITOR})
    again = hand_in(editor, data)
    assert '<a href="/sources/title:ein-neues-buch-2020">Ein neues Buch</a>' in again.text
    assert "<td>leer</td>" not in again.text


def test_days_are_shown_as_they_are_written_here(editor: FlaskClient) -> None:
    shown = hand_in(editor, carried(editor).replace(b";2022-06;", b";12.05.2022;"))
    assert "<td>12.05.2022</td><td>06/2022</td>" in shown.text
    editor.set_cookie("language", "en")
    assert "<td>12 May 2022</td><td>Jun 2022</td>" in editor.get(shown.request.path).text


def test_a_new_row_says_which_source_it_may_be(editor: FlaskClient) -> None:
    title = "The diagnosis and treatment of soft tissue sarcomas of limbs"
    shown = hand_in(editor, added(editor, "Fachartikel", title, "2011"))
    done = editor.post(shown.request.path, data={"person": EDITOR}, follow_redirects=True)
    for text in (shown.text, done.text):
        assert "Vielleicht dieselbe Quelle wie:" in text
        assert 'href="/sources/title:the-diagnosis-and-treatment-of-soft-tissue-sarcomas-of-bannasch-2011-108"' in text
        assert "gleiches Jahr" in text


def test_two_new_rows_that_are_alike_link_to_no_source_before_there_is_one(editor: FlaskClient) -> None:
    one = added(editor, "Buch", "Sarkome verstehen und behandeln", "2020")
    data = one + b";;Buch;;;;;;Sarkome verstehen und behandelt;;;;2020\r\n"
    shown = hand_in(editor, data)
    assert "Vielleicht dieselbe Quelle wie:" in shown.text
    assert 'href="/sources/title:sarkome' not in shown.text
    assert "Diese Spalten fehlen" not in shown.text


def test_a_sheet_that_is_not_wanted_is_thrown_away(editor: FlaskClient, sessions: Sessions) -> None:
    shown = hand_in(editor, carried(editor).replace(b"Adulte Weichgewebesarkome", b"Weichteilsarkome"))
    form = {"person": EDITOR, "act": "discard"}
    thrown = editor.post(shown.request.path, data=form, follow_redirects=True)
    assert "Die Vorschau ist verworfen" in thrown.text
    assert editor.post(shown.request.path, data={"person": EDITOR}).status_code == 409
    assert "verworfen" in editor.get(shown.request.path).text
    with sessions.read() as session:
        assert version_of(session, GUIDELINE).title == "Adulte Weichgewebesarkome"


def test_the_form_says_what_may_be_handed_in(editor: FlaskClient) -> None:
    text = editor.get("/sheets").text
    assert "Höchstens 20 Megabyte" in text
    assert "HTML" not in text


def test_what_cannot_be_read_is_said_with_its_column(editor: FlaskClient) -> None:
    data = carried(editor).replace(b";2022;", b";20222;", 1).replace(b"Adulte Weichgewebesarkome", b"Weichteilsarkome")
    shown = hand_in(editor, data)
    assert "Jahr: „20222“ passt nicht: eine ganze Zahl von 1400 bis 2027." in shown.text
    done = editor.post(shown.request.path, data={"person": EDITOR}, follow_redirects=True)
    assert "Jahr: „20222“ passt nicht" in done.text
    assert "Adulte Weichgewebesarkome" in done.text.partition('id="left-out"')[2], "which source it is about"
    assert "Titel: Weichteilsarkome" in done.text, "nothing of a row that was left out is lost from sight"


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
