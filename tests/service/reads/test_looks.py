"""How the looks go: who is silent, who fails since when, what is not checked, in how many questions."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, delete, select

from citations.kinds import CitationState, LookOutcome, SourceKind
from citations.models import Citation, HostBook, JobRun, Source, Watch
from citations.models.running import Outcome
from jobs.watchers import WATCHERS
from service.db import Sessions
from service.looking import places
from service.reads.looks import Registry, health, seen_looks
from service.reads.source import seen_source
from service.reads.source_looks import looks_of
from service.reads.unchecked import unchecked_of, unchecked_on
from service.settings import Settings
from tests.databases import CountQueries, stocked
from tests.factories import bound, bring_in, moment
from tests.service.watching import KEY, source_of, visited, watched

NOW = moment()
BASES = places(Settings()).bases
SOURCES = 12


@pytest.fixture
def filled(sessions: Sessions) -> Sessions:
    """Return a database with a page whose sources nobody watches yet."""
    stocked(sessions, _unwatched)
    return sessions


def _unwatched(session: Session) -> None:
    bring_in(session)
    session.connection().execute(delete(Watch))


def _registry(sessions: Sessions, slug: str = "awmf") -> Registry:
    with sessions.read() as session:
        return next(one for one in health(session, NOW).registries if one.slug == slug)


@pytest.mark.parametrize("days, silent", [(0, False), (14, False), (15, True), (400, True)])
def test_a_registry_is_silent_after_twice_its_interval(filled: Sessions, days: int, silent: bool) -> None:
    with filled.write() as session:
        watched(session, NOW, good_days_ago=days)
    found = _registry(filled)
    assert (found.silent_since is not None) is silent
    assert found.last_good_at == NOW.now - timedelta(days=days)


def test_a_registry_that_never_answered_is_silent_from_its_first_failure_on(filled: Sessions) -> None:
    first = NOW.now - timedelta(days=15)
    with filled.write() as session:
        watch = watched(session, NOW)
        for day in range(0, 15, 3):
            visited(session, watch, LookOutcome.UNAVAILABLE, first + timedelta(days=day), "look.no_connection")
    found = _registry(filled)
    assert (found.silent_since, found.failing_since, found.failures) == (first, first, 5)


def test_a_run_of_failures_is_counted_from_the_last_good_look_on_and_what_was_put_off_is_none(filled: Sessions) -> None:
    with filled.write() as session:
        watch = watched(session, NOW, good_days_ago=3)
        for days, outcome in (
            (5, LookOutcome.UNAVAILABLE),
            (3, LookOutcome.OK),
            (2, LookOutcome.RATE_LIMITED),
            (1, LookOutcome.SKIPPED),
            (0, LookOutcome.UNAVAILABLE),
        ):
            visited(session, watch, outcome, NOW.now - timedelta(days=days))
    found = _registry(filled)
    assert (found.failures, found.failing_since) == (2, NOW.now - timedelta(days=2))
    assert found.silent_since is None


@pytest.mark.parametrize("outcome", [LookOutcome.NOT_FOUND, LookOutcome.GONE])
def test_a_registry_that_does_not_know_a_source_has_answered_and_fails_nobody(
    filled: Sessions, outcome: LookOutcome
) -> None:
    with filled.write() as session:
        watch = watched(session, NOW)
        visited(session, watch, LookOutcome.UNAVAILABLE, NOW.now - timedelta(days=2), "look.no_connection")
        visited(session, watch, outcome, NOW.now - timedelta(days=1))
        visited(session, watch, outcome, NOW.now)
    found = _registry(filled)
    assert (found.failures, found.answered) == (1, True)
    with filled.read() as session:
        last = seen_looks(session, NOW, BASES).failures["awmf"]
    assert last.outcome is LookOutcome.UNAVAILABLE


def test_a_registry_that_knows_nothing_any_more_is_silent_all_the_same(filled: Sessions) -> None:
    first = NOW.now - timedelta(days=15)
    with filled.write() as session:
        watch = watched(session, NOW)
        visited(session, watch, LookOutcome.NOT_FOUND, first)
    found = _registry(filled)
    assert (found.failures, found.silent_since) == (0, first)


def test_what_people_look_at_is_a_reminder_and_never_an_alarm(filled: Sessions) -> None:
    with filled.write() as session:
        watched(session, NOW, good_days_ago=500, by_hand=True)
    found = _registry(filled)
    assert (found.hand, found.hand_due, found.silent_since) == (1, 1, None)
    with filled.read() as session:
        (reminder,) = seen_looks(session, NOW, BASES).reminders
    assert reminder.source_key == KEY
    assert reminder.url.startswith("https://register.awmf.org/")


@pytest.mark.parametrize("days, silent", [(0, False), (1, False), (2, True), (None, True)])
def test_the_timetable_is_silent_when_its_last_finished_sweep_is_older_than_a_day(
    filled: Sessions, days: int | None, silent: bool
) -> None:
    with filled.write() as session:
        for day, outcome in ((days, Outcome.DONE), (0, Outcome.FAILED)):
            if (day is not None and (day, outcome) != (0, Outcome.FAILED)) or days:
                on = NOW.today - timedelta(days=day or 0)
                run = JobRun(job="sweep_deadlines", day=on, owner="x", started_at=NOW.now, outcome=outcome)
                session.add(run)
    with filled.read() as session:
        assert health(session, NOW).sweep_silent is silent


@pytest.mark.parametrize("days, missing", [(7, False), (8, False), (9, True)])
def test_a_source_is_not_checked_once_its_last_good_look_is_older_than_its_interval(
    filled: Sessions, days: int, missing: bool
) -> None:
    with filled.write() as session:
        watch = watched(session, NOW, good_days_ago=days)
        visited(session, watch, LookOutcome.UNAVAILABLE, NOW.now)
        found = unchecked_of(session, [watch.source_id], NOW.now)
    assert bool(found) is missing


def test_a_new_source_is_not_checked_from_its_first_failed_look_on(filled: Sessions) -> None:
    with filled.write() as session:
        watch = watched(session, NOW)
        assert unchecked_of(session, [watch.source_id], NOW.now) == {}
        watch.failures = 1
        session.add(watch)
        (one,) = unchecked_of(session, [watch.source_id], NOW.now)[watch.source_id]
    assert one.since is None


def test_a_page_names_the_statements_and_entries_whose_source_is_not_checked(filled: Sessions) -> None:
    with filled.write() as session:
        statement, _ = bound(session, "Doxorubicin")
        watched(session, NOW, good_days_ago=30)
        watched(session, NOW, "crossref", good_days_ago=50)
        here = unchecked_on(session, statement.page_id, NOW.now)
        entry = session.exec(
            select(Citation.subject_id).where(
                Citation.statement_id == None,  # noqa: E711 - SQL
                Citation.state == CitationState.CONFIRMED,
                Citation.page_id == statement.page_id,
            )
        ).first()
    assert {number: one.registry for number, one in here.statements.items()} == {statement.id: "crossref"}
    assert entry in here.entries


def test_the_calls_of_today_are_shown_by_host(filled: Sessions) -> None:
    today = NOW.now.astimezone(UTC).date()
    with filled.write() as session:
        for host, day in (("a.example", today), ("b.example", today - timedelta(days=1))):
            session.add(HostBook(host=host, day=day, calls=7, free_at=datetime(2026, 1, 1, tzinfo=UTC)))
    with filled.read() as session:
        budgets = {one.host: one for one in seen_looks(session, NOW, BASES).budgets}
    assert {host: (one.used, one.registries) for host, one in budgets.items()} == {"a.example": (7, ("page",))}


def test_each_registry_that_looks_at_something_tells_what_it_used_of_its_budget(filled: Sessions) -> None:
    with filled.write() as session:
        watched(session, NOW, good_days_ago=1)
        far = datetime(2026, 1, 1, tzinfo=UTC)
        session.add(HostBook(host="api.crossref.org", day=NOW.today, calls=20_000, free_at=far))
    with filled.read() as session:
        budgets = {one.host: one for one in seen_looks(session, NOW, BASES).budgets}
    register, articles = budgets["leitlinien-api.awmf.org"], budgets["api.crossref.org"]
    assert (register.used, register.daily > 0, register.spent, register.registries) == (0, True, False, ("awmf",))
    assert (articles.spent, "crossref" in articles.registries) == (True, True)


def test_every_registry_that_looks_has_a_budget() -> None:
    for watcher in WATCHERS.values():
        assert watcher.look is None or watcher.asks, watcher.slug
        assert all(politeness.daily > 0 for politeness in watcher.asks.values()), watcher.slug
        assert set(watcher.asks) - {""} <= set(BASES), watcher.slug


def test_the_questions_do_not_follow_what_is_stored(filled: Sessions, count_queries: CountQueries) -> None:
    with filled.write() as session:
        watched(session, NOW, good_days_ago=1)
        page_id = session.exec(select(Citation.page_id)).first() or 0
    few = _questions(filled, count_queries, page_id)
    with filled.write() as session:
        for number in range(SOURCES):
            source = Source(key=f"portal:{number}", kind=SourceKind.PORTAL, title=f"Haus {number}")
            session.add(source)
            session.flush()
            for slug in ("manual", "crossref", "pubmed"):
                watch = watched(session, NOW, slug, source.key, good_days_ago=number, by_hand=slug == "manual")
                visited(session, watch, LookOutcome.UNAVAILABLE, NOW.now)
        source_of(session)
        watch = watched(session, NOW, "doi", good_days_ago=1)
        for day in range(SOURCES):
            visited(session, watch, LookOutcome.UNAVAILABLE, NOW.now - timedelta(days=day))
    assert _questions(filled, count_queries, page_id) == few
    assert few == [3, 8, 4, 2]


def _questions(sessions: Sessions, count_queries: CountQueries, page_id: int) -> list[int]:
    """Return how many questions health, the page of looks, a source's looks and a page ask."""
    with sessions.read() as session:
        source = seen_source(session, KEY)
    counted = []
    for ask in (
        lambda session: health(session, NOW),
        lambda session: seen_looks(session, NOW, BASES),
        lambda session: looks_of(session, source, NOW.now),
        lambda session: unchecked_on(session, page_id, NOW.now),
    ):
        with sessions.read() as session, count_queries(sessions) as sent:
            ask(session)
        counted.append(len(sent))
    return counted
