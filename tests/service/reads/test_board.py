"""The board: its numbers equal a recount, it says when it is stale, and it asks the same number of questions always."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col, func, select

from citations.models import Page, Subject
from citations.queries.tables import EVENT
from jobs.ledger import sweep
from service.acts.edit_source import edit_source
from service.acts.import_sources import import_sources
from service.acts.people import arrive
from service.acts.policy import change_policy
from service.acts.read_list import ListFile
from service.db import Sessions
from service.reads.board import MONTHS, Board, board
from tests.clocks import TODAY
from tests.databases import CountQueries, stocked
from tests.factories import EDITOR, after, bring_in, moment, version_of, work_list


@pytest.fixture
def filled(sessions: Sessions) -> Sessions:
    """Return sessions of a database with one page, a bound statement, swept on the day of the figures."""
    stocked(sessions, work_list)
    return sessions


def _board(sessions: Sessions, today: date = TODAY, person: str = "") -> Board:
    with sessions.read() as session:
        return board(session, today, person)


def test_every_deadline_is_behind_near_or_ahead(filled: Sessions) -> None:
    seen = _board(filled)
    with filled.read() as session:
        due = select(func.count()).where(col(Subject.due_on).is_not(None), col(Subject.active))
        assert seen.overdue + seen.soon + seen.fine == session.exec(due).one()
        assert seen.overdue == session.exec(due.where(col(Subject.due_on) <= TODAY)).one() > 0
        assert seen.before + sum(month.n for month in seen.months) + seen.later == session.exec(due).one()


def test_open_work_is_counted_by_band_by_kind_and_by_page(filled: Sessions) -> None:
    seen = _board(filled)
    with filled.read() as session:
        open_ = session.exec(select(func.count()).where(col(Subject.points).is_not(None), col(Subject.active))).one()
    assert sum(seen.bands.values()) == open_ > 0
    assert sum(sum(row.bands.values()) for row in seen.kinds) == open_
    assert sum(sum(row.bands.values()) for row in seen.pages) == open_


def test_pages_with_the_same_work_stand_by_their_title(sessions: Sessions) -> None:
    titles = ("Zunge", "Auge", "magen")
    with sessions.write() as session:
        for title in titles:
            page_id = bring_in(session, url=f"https://www.example.org/{title}").page_id
            session.get_one(Page, page_id).title = title
        sweep(session, moment())
    assert [row.title for row in _board(sessions).pages] == ["Auge", "magen", "Zunge"]


def test_months_follow_each_other_from_this_one_on(filled: Sessions) -> None:
    months = _board(filled).months
    assert len(months) == MONTHS
    assert (months[0].iso, months[1].iso, months[2].iso, months[-1].iso) == ("2026-11", "2026-12", "2027-01", "2028-10")


def test_the_lead_time_is_the_one_of_the_rules(filled: Sessions) -> None:
    before = _board(filled)
    with filled.write() as session:
        change_policy(session, moment(), EDITOR, "lead.other", 1200, "Wir planen ein Jahr voraus.")
    after_change = _board(filled)
    assert after_change.soon > before.soon
    assert after_change.soon + after_change.fine == before.soon + before.fine


def test_a_sweep_that_stayed_away_is_told(filled: Sessions) -> None:
    assert _board(filled).silent_days == 0
    assert _board(filled, TODAY + timedelta(days=3)).silent_days == 3


def test_an_empty_database_is_empty(sessions: Sessions) -> None:
    seen = _board(sessions)
    assert seen.empty
    assert (seen.swept, seen.run, seen.pages, seen.kinds) == (None, None, (), ())


def test_the_pages_with_the_gravest_work_come_first(filled: Sessions) -> None:
    with filled.write() as session:
        for number in range(14):
            text = f"Titel\nSatz {number} nennt Ifosfamid als Medikament. Dosis {number} wird erhöht.\n"
            bring_in(session, text, url=f"https://www.example.org/{number}")
        sweep(session, moment())
    pages = _board(filled).pages
    assert len(pages) == 10
    order = [tuple(row.bands.values()) for row in pages]
    assert order == sorted(order, reverse=True)


def test_what_changed_since_the_last_visit_leaves_out_ones_own_steps(filled: Sessions) -> None:
    start = moment()
    with filled.write() as session:
        arrive(session, start, "Anna")
    assert _board(filled, person="Anna").changes.since is None
    with filled.write() as session:
        arrive(session, after(start, days=1), "Anna")
        for by, url in (("Anna", "https://www.example.org/a"), ("Ben", "https://www.example.org/b")):
            result = bring_in(session, when=after(start, hours=5), url=url)
            own = EVENT.c.about == f"page:{result.page_id}"
            session.connection().execute(update(EVENT).where(own).values(by=by))
        sweep(session, moment("2027-06-01"))
    changes = _board(filled, person="Anna").changes
    assert changes.since == start.now
    assert [(row.by, row.act) for row in changes.rows] == [("Leitstand", "sweep"), ("Ben", "import_page")]
    assert changes.rows[1].name


def test_a_list_and_an_edited_source_are_named_on_the_board(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        import_sources(session, moment(), EDITOR, ListFile("more.bib", b"@book{k, title = {Another one}}"))
        version = version_of(session, "awmf:032-044OL")
        edit_source(session, moment(), EDITOR, version.id or 0, {"title": "Sarkome"})
    rows = _board(sessions).changes.rows
    assert [(row.act, row.kind, row.name) for row in rows[:2]] == [
        ("edit_source", "source", "Sarkome"),
        ("import_sources", "list_import", "more.bib"),
    ]
    assert rows[0].ref == "awmf:032-044OL"


def test_a_sweep_says_how_many_reasons_it_opened(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, when=moment("2026-01-10"))
        sweep(session, moment("2026-11-20"))
    row = _board(sessions).changes.rows[0]
    assert (row.act, row.opened > 0) == ("sweep", True)


def test_the_number_of_questions_does_not_follow_what_is_stored(
    sessions: Sessions, count_queries: CountQueries
) -> None:
    counted = []
    for number in (10, 1000):
        with sessions.write() as session:
            sentences = " ".join(f"Satz {n} nennt Ifosfamid als Medikament." for n in range(number))
            bring_in(session, f"Viele Sätze\n{sentences}\n", url=f"https://www.example.org/{number}")
            sweep(session, moment())
        with count_queries(sessions) as sent:
            assert not _board(sessions, person="Anna").empty
        counted.append(len(sent))
    assert counted[0] == counted[1] <= 14
