"""Leases: one holder at a time, free when given back, free when their time is over."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlmodel import select

from citations.models.running import Lease
from jobs.lease import lease
from service.db import Sessions, open_sessions

NOW = datetime(2026, 11, 20, 11, tzinfo=UTC)


class FaultError(Exception):
    """Raised by the work that a lease is held for."""


def _leave_behind(sessions: Sessions, until: datetime) -> None:
    with sessions.write() as session:
        session.add(Lease(name="sweep", owner="dead", until=until))


def test_the_first_who_asks_holds_it(sessions: Sessions) -> None:
    with lease(sessions, "sweep", "one", NOW, 60) as held:
        assert held


def test_the_second_does_not_get_it(sessions: Sessions) -> None:
    with lease(sessions, "sweep", "one", NOW, 60), lease(sessions, "sweep", "two", NOW, 60) as held:
        assert not held


def test_the_loser_does_not_take_it_from_the_holder_at_its_end(sessions: Sessions) -> None:
    with lease(sessions, "sweep", "one", NOW, 60):
        with lease(sessions, "sweep", "two", NOW, 60):
            pass
        with sessions.read() as session:
            assert session.exec(select(Lease.owner)).one() == "one"


def test_other_names_are_other_leases(sessions: Sessions) -> None:
    with lease(sessions, "sweep", "one", NOW, 60), lease(sessions, "digest", "two", NOW, 60) as held:
        assert held


def test_what_was_given_back_is_free(sessions: Sessions) -> None:
    with lease(sessions, "sweep", "one", NOW, 60):
        pass
    with lease(sessions, "sweep", "two", NOW, 60) as held:
        assert held


def test_it_is_given_back_when_the_work_raises(sessions: Sessions) -> None:
    with pytest.raises(FaultError), lease(sessions, "sweep", "one", NOW, 60):
        raise FaultError
    with lease(sessions, "sweep", "two", NOW, 60) as held:
        assert held


@pytest.mark.parametrize("seconds, free", [(1, False), (0, True), (-1, True)])
def test_the_lease_of_a_dead_holder_is_free_when_its_time_is_over(
    sessions: Sessions, seconds: int, *, free: bool
) -> None:
    _leave_behind(sessions, NOW + timedelta(seconds=seconds))
    with lease(sessions, "sweep", "one", NOW, 60) as held:
        assert held is free


def test_on_postgresql_a_holder_who_takes_longer_than_the_lease_keeps_it(postgres_database: str) -> None:
    sessions = open_sessions(postgres_database)
    with lease(sessions, "sweep", "one", NOW, 1), lease(sessions, "sweep", "two", NOW + timedelta(hours=1), 1) as held:
        assert not held
    sessions.close()


def test_of_many_who_ask_at_once_one_gets_it(sessions: Sessions) -> None:
    asked, answered = Barrier(6), Barrier(6)

    def ask(owner: int) -> bool:
        asked.wait()
        with lease(sessions, "sweep", str(owner), NOW, 60) as held:
            answered.wait()
            return held

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(ask, range(6))) == [False] * 5 + [True]
