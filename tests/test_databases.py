"""The databases of the tests: each test begins with what it asks for, whatever the ones before it did."""

import pytest
from sqlmodel import Session, select

from citations.models import Page
from service.db import Sessions, open_sessions
from tests.databases import stocked
from tests.factories import bring_in
from tests.servers import empty_tables

TIMES = 2


def one_page(session: Session) -> int:
    return bring_in(session).page_id


@pytest.mark.parametrize("_turn", range(TIMES))
def test_what_a_test_adds_to_its_stock_no_other_test_sees(sessions: Sessions, _turn: int) -> None:
    assert stocked(sessions, one_page) == 1
    with sessions.write() as session:
        assert session.exec(select(Page.id)).all() == [1]
        assert bring_in(session, url="https://www.example.org/zwei").page_id == 2


def test_numbers_begin_at_one_though_what_took_them_was_taken_back(postgres_database: str) -> None:
    opened = open_sessions(postgres_database)
    for _ in range(TIMES):
        with opened.write() as session:
            assert bring_in(session).page_id == 1
            session.rollback()
        empty_tables(postgres_database)
    opened.close()
