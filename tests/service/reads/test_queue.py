"""The queue: its order, its rows, its filters, its pages, and how many questions it asks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from citations.kinds import Band, Decision, Harm, Reason
from citations.models import Subject
from jobs.ledger import sweep
from service.acts.review import Verdict, review
from service.db import Sessions
from service.reads import queue as reads
from service.reads.queue import QueuePage, due_rows, queue_page
from service.reads.queue_filters import Filters, Place, chosen, read_place
from tests.clocks import TODAY
from tests.databases import CountQueries, stocked
from tests.factories import EDITOR, bring_in, moment, work_list


@pytest.fixture
def filled(sessions: Sessions) -> Sessions:
    """Return sessions of a database with one page, a bound statement, swept on the day of the figures."""
    stocked(sessions, work_list)
    return sessions


def _page(sessions: Sessions, filters: Filters | None = None, after: Place | None = None) -> QueuePage:
    with sessions.read() as session:
        return queue_page(session, filters or Filters(), TODAY, after)


def _many(session: Session, number: int) -> None:
    sentences = " ".join(f"Satz {n} nennt Ifosfamid als Medikament." for n in range(number))
    bring_in(session, f"Viele Sätze\n{sentences}\n", url="https://www.example.org/viele")
    sweep(session, moment())


def test_the_gravest_comes_first_and_says_why(filled: Sessions) -> None:
    items = _page(filled).items
    points = [item.worst.priority for item in items]
    assert points == sorted(points, key=lambda number: -(number or 0))
    assert all(item.worst.worst for item in items)
    first = items[0].worst
    assert (first.reason, first.source_name, first.only_support) == ("reassess_due", "S3 032/044OL", True)
    assert first.text == "Doxorubicin ist meist das erste Medikament."


def test_the_other_reasons_of_a_subject_stand_beside_the_worst(filled: Sessions) -> None:
    item = _page(filled).items[0]
    assert {row.reason for row in item.rest} == {"access_stale", "review_due"}


def test_an_entry_shows_its_printed_line(filled: Sessions) -> None:
    entries = [item for item in _page(filled).items if item.kind == "entry"]
    assert [item.worst.text[:10] for item in entries] == ["Bannasch H"]
    assert all(item.worst.statement is None for item in entries)


def test_due_rows_are_one_per_reason_in_the_order_of_the_queue(filled: Sessions) -> None:
    with filled.read() as session:
        rows = due_rows(session, TODAY)
        items = queue_page(session, Filters(), TODAY).items
        assert [row.flag_id for item in items for row in (item.worst, *item.rest)] == [row.flag_id for row in rows]
        assert due_rows(session, TODAY, 2) == rows[:2]
    row = rows[0]
    assert row.overdue_days == (TODAY - row.due_on).days > 0
    assert (row.source_key, row.version, row.role, row.harm) == ("awmf:032-044OL", "1.1", "supports", "H3")


def test_before_a_day_comes_nothing_is_due(filled: Sessions) -> None:
    with filled.read() as session:
        assert [row for row in due_rows(session, date(2020, 1, 1)) if row.due_on > date(2020, 1, 1)] == []


@pytest.mark.parametrize(
    "filters, expected",
    [
        (Filters(harm=Harm.H0), 0),
        (Filters(text="doxorubicin MEDIKAMENT"), 1),
        (Filters(text="soft tissue"), 1),
        (Filters(text="nirgends"), 0),
        (Filters(text="%"), 0),
        (Filters(page_id=999), 0),
        (Filters(kind="awmf_guideline"), 1),
        (Filters(kind="journal_article"), 1),
        (Filters(reason=Reason.RETRACTED), 0),
        (Filters(reason=Reason.ACCESS_STALE), 1),
    ],
)
def test_filters_narrow(filled: Sessions, filters: Filters, expected: int) -> None:
    assert len(_page(filled, filters).items) == expected


def test_each_band_has_its_own(filled: Sessions) -> None:
    every = _page(filled).items
    by_band = [item for band in Band for item in _page(filled, Filters(band=band)).items]
    assert sorted(item.worst.subject_id for item in by_band) == sorted(item.worst.subject_id for item in every)


def test_what_is_put_off_is_listed_only_where_it_is_asked_for(filled: Sessions) -> None:
    with filled.write() as session:
        subject = session.exec(select(Subject).where(col(Subject.points).is_not(None))).first()
        assert subject is not None
        verdict = Verdict(Decision.DEFERRED, note="Neue Fassung kommt", until=TODAY + timedelta(days=9))
        review(session, moment(), EDITOR, subject.id or 0, verdict)
        number = subject.id
    hidden, too, only = (
        {item.worst.subject_id for item in _page(filled, Filters(deferred=word)).items} for word in ("", "too", "only")
    )
    assert only == {number}
    assert too == hidden | only
    assert number not in hidden
    with filled.read() as session:
        assert number not in {row.subject_id for row in due_rows(session, TODAY)}
        assert number in {row.subject_id for row in due_rows(session, TODAY + timedelta(days=9))}


def test_pages_follow_on_without_gap_or_double(filled: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled.write() as session:
        _many(session, 17)
    whole = [item.worst.subject_id for item in _page(filled).items]
    monkeypatch.setattr(reads, "PAGE_LENGTH", 4)
    found: list[int] = []
    place: Place | None = None
    while True:
        page = _page(filled, after=place)
        found += [item.worst.subject_id for item in page.items]
        if page.following is None:
            break
        place = read_place(str(page.following))
    assert found == whole
    assert len(whole) > 17


def test_the_number_of_questions_is_the_same_for_ten_and_for_many(
    sessions: Sessions, count_queries: CountQueries
) -> None:
    counted = []
    for number in (10, 120):
        with sessions.write() as session:
            _many(session, number)
        with count_queries(sessions) as sent:
            assert _page(sessions).items
        counted.append(len(sent))
    assert counted[0] == counted[1] <= 4


@pytest.mark.parametrize("after", [None, Place(50, TODAY, 3, 4, 5)])
def test_every_page_comes_from_the_index_of_the_queue(sqlite_sessions: Sessions, after: Place | None) -> None:
    with sqlite_sessions.read() as session:
        connection = session.connection()
        question = chosen(Filters(), TODAY, after, 51).compile(connection, compile_kwargs={"literal_binds": True})
        steps = [str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}")]
    assert any("ix_subject_queue" in step for step in steps)
    assert "SCAN subject" not in steps


@given(st.text())
def test_a_place_that_is_none_is_no_place(text: str) -> None:
    place = read_place(text)
    assert place is None or read_place(str(place)) == place


@given(st.builds(Place, *(st.integers(0, 2**31 - 1) if n != 1 else st.dates() for n in range(5))))
def test_a_place_survives_an_address(place: Place) -> None:
    assert read_place(str(place)) == place
