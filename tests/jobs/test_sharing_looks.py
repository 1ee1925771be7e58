"""Who does which look, and when: planning, claims, workers that share, one that was killed, hosts that are shared."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from threading import Barrier

import pytest
from sqlmodel import col, select

from citations.kinds import LookOutcome
from citations.models import Source, Watch
from jobs.check_sources import check_sources, take_back_from_hand
from jobs.host_books import HostBooks
from jobs.taking import CLAIM, Wish, take
from jobs.watchers.contract import Politeness, WatchError
from jobs.watching import SOON, after_failure, plan_all
from service.db import Sessions
from tests.databases import CountQueries
from tests.factories import bring_in, moment
from tests.looking import playing_on, visits, watch_of
from tests.registries.awmf import guideline
from tests.registries.world import World

DAY = date(2026, 11, 20)
NOW = moment(DAY).now
AWMF = "awmf:032-044OL"


def stocked(sessions: Sessions) -> None:
    """Bring in a page with a guideline and an article."""
    with sessions.write() as session:
        bring_in(session)


def played() -> World:
    """Return a world with the guideline."""
    world = World(DAY)
    said = guideline("032-044OL", "Weichgewebesarkome", version="1.1", stand="07.09.2021", until="06.09.2027")
    world.on("2022-06-30", "awmf", "032-044OL", said)
    return world


def test_a_new_source_is_due_within_hours_at_each_registry_that_knows_it(sessions: Sessions) -> None:
    stocked(sessions)
    with sessions.read() as session:
        watch = watch_of(session, AWMF, "awmf")
        assert watch.key == "032-044OL"
        assert NOW <= watch.next_look_at <= NOW + SOON
        moments = session.exec(select(Watch.next_look_at)).all()
    assert len(set(moments)) == len(moments)


def test_planning_again_changes_nothing(sessions: Sessions) -> None:
    stocked(sessions)
    with sessions.write() as session:
        before = session.exec(select(Watch.id, Watch.key, Watch.next_look_at).order_by(col(Watch.id))).all()
        plan_all(session, NOW + timedelta(days=3))
        assert session.exec(select(Watch.id, Watch.key, Watch.next_look_at).order_by(col(Watch.id))).all() == before


def test_a_merged_source_is_not_watched(sessions: Sessions) -> None:
    stocked(sessions)
    with sessions.write() as session:
        gone = session.exec(select(Source).where(Source.key == AWMF)).one()
        gone.merged_into_id = session.exec(select(Source.id).where(Source.key != AWMF)).first()
        session.flush()
        plan_all(session, NOW)
        assert session.exec(select(Watch).where(Watch.source_id == gone.id)).all() == []


def test_nothing_due_costs_one_question(sessions: Sessions, count_queries: CountQueries) -> None:
    stocked(sessions)
    with playing_on(sessions, played()) as play:
        play.world.day = DAY - timedelta(days=1)
        with count_queries(sessions) as sent:
            assert play.look() == []
    assert len(sent) == 1
    assert visits(sessions) == []


def test_a_look_that_is_due_comes_back_an_interval_later(sessions: Sessions) -> None:
    stocked(sessions)
    with playing_on(sessions, played()) as play:
        play.days(30, "awmf")
    days = [one.at.date() for one in visits(sessions, "awmf")]
    assert 4 <= len(days) <= 6
    assert min(later - earlier for earlier, later in pairwise(days)) >= timedelta(days=6)


@pytest.mark.parametrize("failures, hours", [(1, 1), (2, 2), (3, 4), (8, 128), (9, 168), (99, 168)])
def test_failures_double_the_pause_up_to_the_interval(failures: int, hours: int) -> None:
    assert after_failure(failures, NOW, 7, None) == NOW + timedelta(hours=hours)


def test_what_a_host_asks_for_is_kept(sessions: Sessions) -> None:
    assert after_failure(1, NOW, 7, NOW + timedelta(hours=30)) == NOW + timedelta(hours=30)
    assert after_failure(1, NOW, 7, NOW - timedelta(hours=30)) == NOW + timedelta(hours=1)
    assert sessions.engine is not None


def test_a_look_that_somebody_holds_is_not_taken_until_he_is_silent_for_too_long(sessions: Sessions) -> None:
    stocked(sessions)
    everything = Wish(due=False)
    with sessions.write() as session:
        first = take(session, everything, "killed", NOW)
    with sessions.write() as session:
        assert take(session, everything, "other", NOW + CLAIM - timedelta(seconds=1)) == []
    with sessions.write() as session:
        again = take(session, everything, "other", NOW + CLAIM)
    assert [task.watch_id for task in again] == [task.watch_id for task in first]


def test_workers_that_look_at_once_share_the_looks(sessions: Sessions) -> None:
    stocked(sessions)
    together = Barrier(3)
    with playing_on(sessions, played()) as play:

        def work(name: str) -> int:
            together.wait()
            return len(check_sources(sessions, play.as_worker(name), Wish(due=False, registry="awmf")))

        with ThreadPoolExecutor(3) as pool:
            done = list(pool.map(work, ["one", "two", "three"]))
    assert len(visits(sessions, "awmf")) == sum(done) >= 1
    with sessions.read() as session:
        assert session.exec(select(Watch.claimed_by).where(Watch.claimed_by != "")).all() == []


def test_without_a_key_a_person_looks_until_a_key_is_set(sessions: Sessions) -> None:
    stocked(sessions)
    with playing_on(sessions, played()) as play:
        keys, play.keys = play.keys, {}
        assert play.look_at_all("awmf") == []
        play.keys = keys
        assert play.look_at_all("awmf") == []
        with sessions.write() as session:
            take_back_from_hand(session, play.looking.places)
        assert [one.outcome for one in play.look_at_all("awmf")] == ["ok"]


def test_two_programs_call_a_host_a_gap_apart(sessions: Sessions) -> None:
    one, other = HostBooks(sessions), HostBooks(sessions)
    polite = Politeness(gap=5.0)
    assert [books.reserve("example.org", polite, NOW) for books in (one, other, one)] == [0.0, 5.0, 10.0]
    assert other.reserve("example.net", polite, NOW) == 0.0
    assert one.reserve("example.org", polite, NOW + timedelta(minutes=1)) == 0.0


def test_a_budget_of_a_day_is_spent_until_the_next_one(sessions: Sessions) -> None:
    books, polite = HostBooks(sessions), Politeness(gap=0.0, daily=2)
    late = datetime(2026, 11, 20, 23, tzinfo=UTC)
    for _ in range(2):
        books.reserve("example.org", polite, late)
    with pytest.raises(WatchError) as refused:
        books.reserve("example.org", polite, late)
    assert (refused.value.outcome, refused.value.why) == (LookOutcome.SKIPPED, "look.host_budget")
    assert refused.value.retry_at == datetime(2026, 11, 21, tzinfo=UTC)
    assert books.reserve("example.org", polite, late + timedelta(hours=1)) == 0.0
