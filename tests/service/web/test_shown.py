"""The board, the work list, the search and the health page as a browser gets them."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobs.ledger import sweep
from service.db import Sessions
from tests.databases import CountQueries, stocked
from tests.factories import bring_in, moment, work_list

_PAGES = ("/", "/queue", "/search?q=sarkom", "/person")


@pytest.fixture
def visitor(client: FlaskClient, sessions: Sessions) -> FlaskClient:
    """Return a client of an application with one page, a bound statement, swept."""
    stocked(sessions, work_list)
    return client


@pytest.mark.parametrize("address", _PAGES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_is_whole_in_both_languages(visitor: FlaskClient, address: str, language: str) -> None:
    visitor.set_cookie("language", language)
    answer = visitor.get(address)
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.text.rstrip().endswith("</html>")
    assert "<h1>" in answer.text


@pytest.mark.parametrize("address", _PAGES)
def test_pages_keep_to_their_own_policy(visitor: FlaskClient, address: str) -> None:
    answer = visitor.get(address)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "<script" not in answer.text
    assert re.search(r"\sstyle=|\son\w+=", answer.text) is None


@pytest.mark.parametrize("address", _PAGES)
def test_every_field_has_a_label_and_every_id_is_there_once(visitor: FlaskClient, address: str) -> None:
    text = visitor.get(address).text
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    fields = re.findall(r'<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*\sid="([^"]+)"', text)
    assert all(f'for="{one}"' in text for one in fields)


def test_the_board_says_what_is_due_and_leads_to_it(visitor: FlaskClient) -> None:
    text = visitor.get("/").text
    assert "fällig oder überfällig" in text
    assert "/queue?band=C" in text
    assert "Prüflauf" in text
    assert "<svg" in text


def test_an_empty_board_leads_to_the_import(client: FlaskClient) -> None:
    text = client.get("/").text
    assert "Noch ist keine Seite eingelesen" in text
    assert "/pages/import" in text


def test_the_work_list_says_why_and_leads_to_the_statement(visitor: FlaskClient) -> None:
    text = visitor.get("/queue").text
    assert "inhaltlich zu prüfen seit 537 Tagen (S3 032/044OL)" in text
    assert re.search(r'<a href="/statements/\d+">Doxorubicin ist meist', text)
    assert re.search(r'<a href="/entries/\d+">Bannasch H', text)
    assert "keine andere gültige Quelle" in text


@pytest.mark.parametrize(
    "query",
    [
        "band=Z",
        "reason=x",
        "page=abc",
        "page=99999999999999999999",
        "harm=9",
        "after=1~2~3",
        "after=%00",
        "kind=%27",
        "text=%25",
    ],
)
def test_a_filter_that_is_none_breaks_nothing(visitor: FlaskClient, query: str) -> None:
    assert visitor.get(f"/queue?{query}").status_code in {200, 400}


def test_the_work_list_can_be_turned_over(visitor: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        text = " ".join(f"Satz {n} nennt Ifosfamid als Medikament." for n in range(60))
        bring_in(session, f"Titel\n{text}\n", url="https://www.example.org/viele")
        sweep(session, moment())
    first = visitor.get("/queue?harm=H3").text
    following = re.search(r'href="(/queue\?harm=H3&amp;after=[^"]+)"', first)
    assert following is not None
    second = visitor.get(following[1].replace("&amp;", "&")).text
    shown = [set(re.findall(r"/statements/\d+", text)) for text in (first, second)]
    assert shown[0]
    assert shown[1]
    assert not shown[0] & shown[1]


def test_the_search_marks_what_it_found(visitor: FlaskClient) -> None:
    text = visitor.get("/search?q=Sarkom").text
    assert "Weichgewebe<mark>sarkom</mark>e" in text
    assert "/sources/awmf:032-044OL" in text


@pytest.mark.parametrize("query", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}"])
def test_what_was_typed_stays_text(visitor: FlaskClient, query: str) -> None:
    for address in ("/search", "/queue"):
        text = visitor.get(address, query_string={"q": query, "text": query}).text
        assert "<script>" not in text
        assert "<img" not in text
        assert "49" not in re.findall(r'value="([^"]*)"', text)


def test_the_text_of_a_page_stays_text(visitor: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, "Titel\nDas Medikament <b>Ifosfamid</b> & Co. hilft.\n", url="https://www.example.org/b")
        sweep(session, moment())
    assert "<b>Ifosfamid" not in visitor.get("/queue").text
    assert "&lt;b&gt;<mark>Ifosfamid</mark>&lt;/b&gt;" in visitor.get("/search?q=ifosfamid").text


@pytest.mark.parametrize("address", ["/queue", "/search?q=sarkom"])
def test_an_unchanged_page_is_not_sent_again(visitor: FlaskClient, address: str) -> None:
    first = visitor.get(address)
    again = visitor.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_pages_ask_the_same_number_of_questions_whatever_is_stored(
    visitor: FlaskClient, sessions: Sessions, count_queries: CountQueries
) -> None:
    few = _questions(visitor, sessions, count_queries)
    with sessions.write() as session:
        text = " ".join(f"Satz {n} nennt Ifosfamid als Medikament." for n in range(300))
        bring_in(session, f"Titel\n{text}\n", url="https://www.example.org/viele")
        sweep(session, moment())
    assert _questions(visitor, sessions, count_queries) == few


def _questions(visitor: FlaskClient, sessions: Sessions, count_queries: CountQueries) -> list[int]:
    counted = []
    for address in _PAGES:
        with count_queries(sessions) as sent:
            visitor.get(address)
        counted.append(len(sent))
    return counted


def test_health_tells_the_last_sweep(visitor: FlaskClient) -> None:
    answer = visitor.get("/health")
    assert answer.status_code == 200
    told = dict(answer.get_json())
    registries = told.pop("registries")
    assert registries["awmf"] == {
        "last_success": None, "failures": 0, "failing_since": None, "due": registries["awmf"]["due"],
        "by_hand_due": 0, "silent": False,
    }  # fmt: skip
    assert told == {
        "status": "ok",
        "database": "ok",
        "schema": "ok",
        "last_sweep": "2026-11-20",
        "scheduler_silent_days": 0,
        "silent": ["timetable"],  # the sweep of this test was an act of its own, no job of the timetable
    }


def test_health_knows_a_database_without_tables(app: Flask, sessions: Sessions) -> None:
    with sessions.write() as session:
        version = session.connection().exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
        session.connection().exec_driver_sql("DELETE FROM alembic_version")
    answer = app.test_client().get("/health")
    with sessions.write() as session:
        session.connection().exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{version}')")  # noqa: S608 - from the row itself
    assert answer.status_code == 503
    assert answer.json is not None
    assert "leitstand migrate" in answer.json["schema"]
