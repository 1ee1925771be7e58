"""The search finds parts of words and register numbers however typed, with and without an index, and never fails."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from service.db import Sessions
from service.migrations import search_ddl
from service.reads.search import COUNTED, Found, search, searched_words
from tests.databases import CountQueries, stocked
from tests.factories import bring_in


@pytest.fixture(params=["with an index", "without an index"])
def filled(request: pytest.FixtureRequest, sessions: Sessions) -> Iterator[Sessions]:
    """Return sessions of a database with one page, with the search's index and without."""
    stocked(sessions, _with_index if request.param == "with an index" else _without_index)
    yield sessions
    if sessions.engine.dialect.name == "postgresql":  # its tables serve the next test too
        with sessions.write() as session:
            search_ddl.drop(session.connection())
            search_ddl.create(session.connection())


def _with_index(session: Session) -> None:
    search_ddl.drop(session.connection())
    assert search_ddl.create(session.connection())
    bring_in(session)


def _without_index(session: Session) -> None:
    search_ddl.drop(session.connection())
    bring_in(session)


def _found(sessions: Sessions, query: str) -> Found:
    with sessions.read() as session:
        return search(session, query)


def test_a_part_of_a_word_is_found(filled: Sessions) -> None:
    assert [hit.key for hit in _found(filled, "Sarkom").sources] == ["awmf:032-044OL"]


@pytest.mark.parametrize("typed", ["032/044OL", "032 - 044ol", "032-044OL", "032–044ol"])
def test_a_register_number_is_found_however_it_is_typed(filled: Sessions, typed: str) -> None:
    found = _found(filled, typed)
    assert [hit.key for hit in found.sources] == ["awmf:032-044OL"]
    assert len(found.lines) == 1


@pytest.mark.parametrize(
    "query, statements",
    [
        ("doxorubicin", 1),
        ("DOXORUBICIN Medikament", 1),
        ("doxorubicin operation", 0),
        ("uberblick", 0),
        ("ueberblick", 1),
        ("4", 1),
        ("%", 0),
        ("_", 0),
        ("jedes jahr 4", 1),
        ('"doxorubicin"', 1),
        ("", 0),
        ("   ", 0),
    ],
)
def test_every_word_must_occur(filled: Sessions, query: str, statements: int) -> None:
    assert len(_found(filled, query).statements) == statements


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text())
def test_no_query_breaks_the_search(filled: Sessions, query: str) -> None:
    found = _found(filled, query)
    assert len(found.statements) <= max(found.counts[1], 0) <= COUNTED


def test_the_number_of_questions_does_not_follow_what_is_found(filled: Sessions, count_queries: CountQueries) -> None:
    with count_queries(filled) as few:
        _found(filled, "nirgends")
    with count_queries(filled) as many:
        _found(filled, "e")
    assert len(few) == len(many) <= 7


def test_what_changes_is_found_as_it_is_now(sessions: Sessions) -> None:
    with sessions.write() as session:
        search_ddl.drop(session.connection())
        assert search_ddl.create(session.connection())
        bring_in(session)
    with sessions.write() as session:
        session.connection().exec_driver_sql("UPDATE search_text SET folded = 'ganz anderes' WHERE kind = 'source'")
    assert _found(sessions, "sarkom").counts[0] == 0
    assert _found(sessions, "ganz").counts[0] > 0
    with sessions.write() as session:
        session.connection().exec_driver_sql("DELETE FROM search_text")
    assert _found(sessions, "ganz").counts == (0, 0, 0)


def test_the_index_is_made_of_what_was_there_before(sessions: Sessions) -> None:
    with sessions.write() as session:
        search_ddl.drop(session.connection())
        bring_in(session)
        assert search_ddl.create(session.connection())
    assert _found(sessions, "sarkom").counts[0] == 1


def test_an_index_that_cannot_be_made_leaves_the_search_working(
    sessions: Sessions, caplog: pytest.LogCaptureFixture
) -> None:
    with sessions.write() as session:
        search_ddl.drop(session.connection())
        assert search_ddl.create(session.connection())
        assert not search_ddl.create(session.connection())
        bring_in(session)
    assert "without an index" in caplog.text
    assert _found(sessions, "sarkom").counts[0] == 1


def test_words_are_folded_once_each() -> None:
    assert searched_words("Größe GROESSE \x00 \ud800") == ["groesse"]
