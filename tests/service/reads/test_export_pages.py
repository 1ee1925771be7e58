"""Pages and statements on their way out: what is known about each, in which order, in how many questions."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from citations.formats.page_item import PageOut, StatementOut
from citations.kinds import Clock, Decision, Harm, Reason, Role, SubjectKind
from citations.models import Page, Statement, Subject
from jobs.ledger import sweep
from service.acts.review import Verdict, review
from service.db import Sessions
from service.reads import export_pages
from service.reads.export_pages import pages_out, statements_out
from tests.databases import CountQueries, stocked
from tests.factories import EDITOR, PAGE, bound, bring_in, flag_ids, moment, statement_with

TODAY = date(2026, 11, 20)


@pytest.fixture
def filled(sessions: Sessions) -> Sessions:
    """Store two pages; on the first a sentence rests on a guideline, and time has been swept."""
    stocked(sessions, _two_pages)
    return sessions


def _two_pages(session: Session) -> None:
    bring_in(session)
    bring_in(session, PAGE.replace("Doxorubicin", "Ifosfamid"), url="https://www.example.org/zweite")
    statement = session.exec(select(Statement).where(col(Statement.exact).startswith("Doxorubicin"))).one()
    bound(session, statement.exact, harm=Harm.H3)
    sweep(session, moment())


def _page(session: Session, number: int = 1) -> PageOut:
    (page,) = pages_out(session, TODAY, number)
    return page


def _with(page: PageOut, words: str) -> StatementOut:
    return next(one for one in page.statements if words in one.exact)


def test_a_statement_carries_its_sources_clock_and_reasons(filled: Sessions) -> None:
    with filled.read() as session:
        one = _with(_page(session), "Doxorubicin")
        subject = session.exec(select(Subject).where(Subject.statement_id == one.id)).one()
    assert one.sources == (_key_of_guideline(filled),)
    assert (one.due_on, one.clock, one.band, one.points) == (
        subject.due_on, subject.due_clock, subject.band, subject.points,
    )  # fmt: skip
    assert {Reason.REASSESS_DUE, Reason.ACCESS_STALE} <= set(one.reasons)
    assert one.reasons[0] is subject.reason
    assert (one.harm, one.harm_by, one.page_url) == (Harm.H3, EDITOR, "https://www.example.org/knochen")
    assert isinstance(one.clock, Clock)


def _key_of_guideline(sessions: Sessions) -> str:
    with sessions.read() as session:
        return next(item.cite_key for item in _page(session).sources if item.key == "awmf:032-044OL")


def test_a_source_that_does_not_support_is_no_source_of_the_statement(filled: Sessions) -> None:
    with filled.write() as session:
        bound(session, "Ifosfamid", role=Role.SEE_ALSO)
    with filled.read() as session:
        assert _with(_page(session, 2), "Ifosfamid").sources == ()


def test_a_page_has_its_sources_with_its_own_access(filled: Sessions) -> None:
    with filled.read() as session:
        page = _page(session)
    accessed = {item.key: item.reference.accessed for item in page.sources}
    assert accessed["awmf:032-044OL"] == "2025-03-04"
    assert [item.cite_key for item in page.sources] == sorted(item.cite_key for item in page.sources)


def test_an_inferred_review_is_not_published_and_a_person_s_is(filled: Sessions) -> None:
    with filled.read() as session:
        assert (_page(session).reviewed_on, _page(session).reviewed_by) == (None, "")
    with filled.write() as session:
        subject = session.exec(select(Subject).where(Subject.page_id == 1, Subject.kind == SubjectKind.PAGE)).one()
        verdict = Verdict(Decision.CONFIRMED, seen=flag_ids(session, subject))
        review(session, moment(), "Anna", subject.id or 0, verdict)
    with filled.read() as session:
        assert (_page(session).reviewed_on, _page(session).reviewed_by) == (TODAY, "Anna")


def test_what_was_not_yet_due_on_the_day_asked_for_is_not_told(filled: Sessions) -> None:
    with filled.read() as session:
        (page,) = pages_out(session, date(2025, 7, 1), 1)
    assert _with(page, "Doxorubicin").reasons == (Reason.REASSESS_DUE,)


def test_all_pages_come_in_order_without_the_retired_ones(filled: Sessions) -> None:
    with filled.read() as session:
        assert [page.id for page in pages_out(session, TODAY)] == [1, 2]
        told = [(one.page_id, one.position) for one in statements_out(session, TODAY)]
    assert told == sorted(told)
    assert {page for page, _ in told} == {1, 2}
    with filled.write() as session:
        page = session.get_one(Page, 1)
        page.retired_on = TODAY
    with filled.read() as session:
        assert [page.id for page in pages_out(session, TODAY)] == [2]
        assert [page.id for page in pages_out(session, TODAY, 1)] == [1]


def test_a_retired_statement_is_left_out_and_a_lost_one_says_so(filled: Sessions) -> None:
    with filled.write() as session:
        for words, state in (("Doxorubicin", "lost"), ("Ifosfamid", "retired")):
            statement_with(session, words).state = state
    with filled.read() as session:
        states = {one.exact[:9]: one.state for one in statements_out(session, TODAY)}
    assert states["Doxorubic"] == "lost"
    assert "Ifosfamid" not in states


def test_the_questions_grow_with_blocks_and_not_with_pages(
    filled: Sessions, count_queries: CountQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    with count_queries(filled) as sent, filled.read() as session:
        assert len(list(pages_out(session, TODAY))) == 2
    assert len(sent) == 8
    with count_queries(filled) as sent, filled.read() as session:
        assert list(statements_out(session, TODAY))
    assert len(sent) == 4
    monkeypatch.setattr(export_pages, "BLOCK", 1)
    with filled.read() as session:
        assert [page.id for page in pages_out(session, TODAY)] == [1, 2]
