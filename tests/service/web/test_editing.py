"""The editor's pages over HTTP: every page answers, every form does its act or says why not, nothing typed is lost."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient
from sqlmodel import col, select

from citations.models import Citation, Flag, Page, Person, Statement, Subject
from service.db import Sessions
from tests.databases import stocked
from tests.factories import GUIDELINE, PAGE, URL, bring_in, open_flags, statement_with, subject_of, version_of

KEY = "awmf:032-044OL"
WHO = {"person": "Anna Beispiel"}


@pytest.fixture
def page_id(sessions: Sessions) -> int:
    """Return a page that was read in."""
    return stocked(sessions, bring_in).page_id


def _statement(sessions: Sessions, words: str = "Doxorubicin") -> int:
    with sessions.read() as session:
        return statement_with(session, words).id or 0


def _version(sessions: Sessions) -> int:
    with sessions.read() as session:
        return version_of(session, KEY).id or 0


def _subject(sessions: Sessions, number: int) -> Subject:
    with sessions.read() as session:
        return session.exec(select(Subject).where(Subject.statement_id == number)).one()


def _bind(client: FlaskClient, sessions: Sessions, number: int) -> None:
    form = {"act": "bind", "version": str(_version(sessions)), "role": "supports", "locator": "5.3"} | WHO
    answer = client.post(f"/statements/{number}", data=form)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/statements/{number}#sources")


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_answers_in_both_languages(
    client: FlaskClient, sessions: Sessions, page_id: int, language: str
) -> None:
    number = _statement(sessions)
    _bind(client, sessions, number)
    with sessions.read() as session:
        entry = session.exec(select(Subject.id).where(Subject.kind == "entry")).first()
    for address in (
        "/pages", "/pages?find=knochen", f"/pages/{page_id}", f"/pages/{page_id}/list", f"/pages/{page_id}/imported",
        f"/pages/{page_id}/revisions/1", "/pages/import", f"/statements/{number}", f"/statements/{number}?find=sarkom",
        f"/entries/{entry}", "/sources", "/sources?kind=awmf_guideline&find=032/044OL", f"/sources/{KEY}", "/policy",
        "/policy?key=access.portal", "/policy?key=unknown",
    ):  # fmt: skip
        joined = f"{address}{'&' if '?' in address else '?'}lang={language}"
        assert client.get(joined).status_code == 200, joined


@pytest.mark.parametrize(
    "address",
    ["/pages/99", "/pages/99/list", "/pages/1/revisions/9", "/statements/99999999999", "/entries/99", "/sources/x:y"],
)
def test_what_does_not_exist_is_a_page_in_words(client: FlaskClient, page_id: int, address: str) -> None:
    assert page_id
    assert client.get(address).status_code == 404


def test_a_page_comes_in_by_upload(client: FlaskClient, sessions: Sessions) -> None:
    file = (BytesIO(PAGE.encode("windows-1252", "replace")), "knochen.txt")
    form = {"act": "import", "url": URL, "title": "Knochen", "file": file} | WHO
    answer = client.post("/pages/import", data=form, content_type="multipart/form-data", follow_redirects=True)
    assert answer.status_code == 200
    assert "Eingelesen" in answer.text
    with sessions.read() as session:
        assert session.exec(select(Page.title)).all() == ["Knochen"]


def test_the_same_page_again_says_so(client: FlaskClient, page_id: int) -> None:
    form = {"act": "import", "url": URL, "text": PAGE.strip(), "format": "text"} | WHO
    client.post("/pages/import", data=form)
    answer = client.post("/pages/import", data=form, follow_redirects=True)
    assert answer.request.path == f"/pages/{page_id}"
    assert "Unverändert" in answer.text


@pytest.mark.parametrize(
    "form,words",
    [
        ({"url": "ftp://example.org/x", "text": "Ein Satz."}, "ftp://example.org/x"),
        ({"url": URL, "text": "Ein Satz.", "published": "31.02.2026"}, "31.02.2026"),
        ({"url": URL, "text": "Ein Satz.", "published": "2027"}, "2027"),
        ({"url": URL, "text": "   "}, "fügen Sie den Text ein"),
        ({"url": URL, "text": "...", "format": "text"}, 'role="alert"'),
    ],
)
def test_a_refused_import_keeps_what_was_typed(client: FlaskClient, form: dict[str, str], words: str) -> None:
    answer = client.post("/pages/import", data=form | {"act": "import"} | WHO)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert form["text"].strip() in answer.text
    assert words in answer.text


@pytest.mark.parametrize(
    "start,kind",
    [(b"PK\x03\x04", "DOCX"), (b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff\xe0", "JPEG")],
)
def test_a_file_without_text_is_called_by_its_kind(client: FlaskClient, start: bytes, kind: str) -> None:
    file = (BytesIO(start + bytes(range(256))), "seite")
    answer = client.post("/pages/import", data={"act": "import", "url": URL, "file": file} | WHO)
    assert answer.status_code == 400
    assert f"Datei der Art {kind}" in answer.text


def test_a_page_that_is_too_large_is_refused_in_words(client: FlaskClient) -> None:
    client.application.config.update(MAX_CONTENT_LENGTH=2_000)
    file = (BytesIO(b"x" * 3_000), "gross.txt")
    answer = client.post("/pages/import", data={"act": "import", "url": URL, "file": file} | WHO)
    assert answer.status_code == 413
    assert "<h1" in answer.text


def test_a_decision_closes_flags_and_moves_on(client: FlaskClient, sessions: Sessions, page_id: int) -> None:
    assert page_id
    number = _statement(sessions)
    _bind(client, sessions, number)
    subject = _subject(sessions, number)
    with sessions.read() as session:
        seen = session.exec(select(Flag.id).where(Flag.subject_id == subject.id, col(Flag.closed_at).is_(None))).all()
    version = _version(sessions)
    form = {
        "act": "decide", "decision": "confirmed", "seen": [str(flag) for flag in seen], "last_review": "0",
        "opened": str(version), f"opened_on-{version}": "2026-11-20", "note": "gelesen",
    }  # fmt: skip
    answer = client.post(f"/statements/{number}", data=form)
    assert answer.status_code == 303
    assert not answer.headers["Location"].startswith(f"/statements/{number}#")
    assert answer.headers["Location"].endswith("#content")
    following = client.get(answer.headers["Location"])
    assert "Bestätigt. Geschlossen:" in following.text
    with sessions.read() as session:
        assert open_flags(session, subject) == {}
    again = client.post(f"/statements/{number}", data=form)
    assert again.status_code == 409
    assert "Anna Beispiel" in again.text
    assert "<h3>Notiz</h3><pre>gelesen</pre>" in again.text
    assert "<pre>confirmed</pre>" not in again.text
    printed = client.get(f"/pages/{page_id}/list.txt")
    assert GUIDELINE.replace("04.03.2025", "20.11.2026") in printed.text


def test_a_refused_decision_keeps_the_note(client: FlaskClient, sessions: Sessions, page_id: int) -> None:
    assert page_id
    number = _statement(sessions)
    form = {"act": "decide", "decision": "deferred", "note": "erst im Mai", "until": "2027-05-01", "last_review": "0"}
    answer = client.post(f"/statements/{number}", data=form | WHO)
    assert answer.status_code == 400
    assert "erst im Mai" in answer.text
    assert 'value="2027-05-01"' in answer.text


def test_taking_stock_confirms_and_records_the_access(client: FlaskClient, sessions: Sessions, page_id: int) -> None:
    with sessions.read() as session:
        entry = session.exec(
            select(Citation).where(
                Citation.version_id == version_of(session, KEY).id, col(Citation.listed_id).is_not(None)
            )
        ).one()
        seen = session.exec(select(Flag.id).where(Flag.subject_id == entry.subject_id, col(Flag.closed_at).is_(None)))
        flags = [str(flag) for flag in seen]
    form = {"act": "take_stock", "seen": flags, "last_review": "0", "opened": str(entry.version_id)}
    answer = client.post(f"/entries/{entry.subject_id}", data=form | {"opened_on": "2026-11-20"} | WHO)
    assert answer.status_code == 303
    with sessions.read() as session:
        assert open_flags(session, session.get(Subject, entry.subject_id)) == {}
    assert "20.11.2026" in client.get(f"/pages/{page_id}/list.txt").text


@pytest.mark.parametrize(
    "form,check",
    [
        ({"act": "harm", "harm": "H1"}, lambda row: row.harm == "H1"),
        ({"act": "volatile", "volatile": "1"}, lambda row: row.volatile),
        ({"act": "no_source", "because": "Überleitung"}, lambda row: row.no_source_because == "Überleitung"),
        ({"act": "contradict", "on": "2026-11-01", "note": "neue Studie"}, lambda row: row.contradicted_on is not None),
    ],
)
def test_the_small_forms_of_a_statement_do_what_they_say(
    client: FlaskClient, sessions: Sessions, page_id: int, form: dict[str, str], check: object
) -> None:
    assert page_id
    number = _statement(sessions)
    assert client.post(f"/statements/{number}", data=form | WHO).status_code == 303
    with sessions.read() as session:
        assert callable(check)
        assert check(session.get_one(Statement, number))


def test_a_source_can_be_unbound_but_not_through_another_statement(
    client: FlaskClient, sessions: Sessions, page_id: int
) -> None:
    assert page_id
    number = _statement(sessions)
    _bind(client, sessions, number)
    with sessions.read() as session:
        citation = session.exec(select(Citation.id).where(Citation.statement_id == number)).one()
    form = {"act": "unbind", "citation": str(citation), "note": "passt nicht"}
    other = _statement(sessions, "Eine Operation")
    assert client.post(f"/statements/{other}", data=form).status_code == 400
    assert client.post(f"/statements/{number}", data=form).status_code == 303
    assert "Quelle gelöst" in client.get(f"/statements/{number}").text


def test_a_fact_and_its_conflict_are_told(client: FlaskClient, page_id: int) -> None:
    assert page_id
    fact = {"act": "fact", "version": "2.0", "stand": "10/2026"}
    answer = client.post(f"/sources/{KEY}", data=fact | WHO, follow_redirects=True)
    assert "Neue Version 2.0" in answer.text
    clash = client.post(f"/sources/{KEY}", data=fact | {"version": "3.0", "stand": "2020"}, follow_redirects=True)
    assert "Widerspruch" in clash.text
    bad = client.post(f"/sources/{KEY}", data=fact | {"stand": "13/2026", "note": "Registerseite"})
    assert bad.status_code == 400
    assert "Registerseite" in bad.text


def test_an_access_counts_for_the_chosen_pages_only(client: FlaskClient, sessions: Sessions, page_id: int) -> None:
    form = {"act": "access", "version": str(_version(sessions)), "on": "2026-11-20", "page": str(page_id)}
    assert client.post(f"/sources/{KEY}", data=form | WHO).status_code == 303
    assert client.post(f"/sources/{KEY}", data=form | {"page": "4711"}).status_code == 400
    assert client.post(f"/sources/{KEY}", data=form | {"on": "2026-11-21"}).status_code == 400
    assert client.post(f"/sources/{KEY}", data=form | {"on": "2022-01-01"}).status_code == 400


def test_page_date_and_reach_are_changed_with_a_reason(client: FlaskClient, sessions: Sessions, page_id: int) -> None:
    form = {"act": "published", "published": "05/2026", "because": "steht unten"}
    assert client.post(f"/pages/{page_id}", data=form | WHO).status_code == 303
    assert client.post(f"/pages/{page_id}", data=form | {"because": ""}).status_code == 400
    assert client.post(f"/pages/{page_id}", data={"act": "reach", "reach": "high"}).status_code == 303
    with sessions.read() as session:
        page = session.get_one(Page, page_id)
        assert (page.published, page.reach) == ("2026-05", "high")


def test_a_rule_is_changed_and_its_change_shown(client: FlaskClient) -> None:
    form = {"act": "policy", "key": "severity.expired", "value": "35", "because": "Beschluss der Redaktion"} | WHO
    assert client.post("/policy", data=form).status_code == 303
    assert "Beschluss der Redaktion" in client.get("/policy").text
    refused = client.post("/policy", data=form | {"value": "", "because": "ohne Zahl"})
    assert refused.status_code == 400
    assert "ohne Zahl" in refused.text


def test_whoever_acts_without_a_name_is_asked_and_loses_nothing(
    client: FlaskClient, sessions: Sessions, page_id: int
) -> None:
    assert page_id
    number = _statement(sessions)
    answer = client.post(f"/statements/{number}", data={"act": "no_source", "because": "Überleitung zum Thema"})
    assert answer.status_code == 403
    assert "Überleitung zum Thema" in answer.text
    with sessions.read() as session:
        assert session.exec(select(Person)).all() == []


@pytest.mark.parametrize("address", ["/pages/{page}", "/statements/{statement}", "/sources/awmf:032-044OL"])
def test_an_act_that_no_page_has_is_refused(
    client: FlaskClient, sessions: Sessions, page_id: int, address: str
) -> None:
    target = address.format(page=page_id, statement=_statement(sessions))
    assert client.post(target, data={"act": "delete"} | WHO).status_code == 400


def test_the_whole_page_is_reviewed(client: FlaskClient, sessions: Sessions, page_id: int) -> None:
    form = {"act": "decide", "decision": "confirmed", "last_review": "0"} | WHO
    answer = client.post(f"/pages/{page_id}", data=form)
    assert answer.headers["Location"] == f"/pages/{page_id}#review"
    with sessions.read() as session:
        page = session.get_one(Page, page_id)
        assert not page.reviewed_inferred
        assert subject_of(session, statement_with(session, "Doxorubicin")).active
