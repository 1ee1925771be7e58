"""Column types: instants keep their moment on both databases, words of a closed list and no others are stored."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError
from sqlmodel import SQLModel, col, select

from citations.models.columns import NaiveInstantError, UtcDateTime, words
from citations.models.running import JobRun, Lease, Outcome
from service.db import Sessions

NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)
BERLIN = timezone(timedelta(hours=1))


@given(st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=st.timezones()))  # noqa: DTZ001 - the strategy adds the zone
def test_an_instant_keeps_its_moment(moment: datetime) -> None:
    column = UtcDateTime()
    stored = column.process_bind_param(moment, sqlite.dialect())
    assert stored is not None
    assert column.process_result_value(stored.replace(tzinfo=None), sqlite.dialect()) == moment.astimezone(UTC)


def test_an_instant_comes_back_in_utc(sessions: Sessions) -> None:
    with sessions.write() as session:
        session.add(Lease(name="a", owner="x", until=NOON.astimezone(BERLIN)))
    with sessions.read() as session:
        until = session.exec(select(Lease.until)).one()
    assert (until, until.utcoffset()) == (NOON, timedelta(0))


def test_instants_compare_by_moment_in_the_database(sessions: Sessions) -> None:
    with sessions.write() as session:
        session.add(Lease(name="a", owner="x", until=NOON))
    with sessions.read() as session:
        later = (NOON + timedelta(minutes=1)).astimezone(BERLIN)
        assert session.exec(select(Lease.name).where(col(Lease.until) < later)).all() == ["a"]
        assert session.exec(select(Lease.name).where(col(Lease.until) < NOON.astimezone(BERLIN))).all() == []


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(NaiveInstantError):
        UtcDateTime().process_bind_param(NOON.replace(tzinfo=None), sqlite.dialect())


def test_the_word_is_stored_and_the_member_comes_back(sessions: Sessions) -> None:
    with sessions.write() as session:
        session.add(JobRun(job="a", day=NOON.date(), owner="x", started_at=NOON, outcome=Outcome.DONE))
    with sessions.read() as session:
        assert session.execute(text("SELECT outcome FROM job_run")).scalar() == "done"
        assert session.exec(select(JobRun.outcome)).one() is Outcome.DONE


def test_a_word_outside_the_list_is_refused(sessions: Sessions) -> None:
    wrong = JobRun(job="a", day=NOON.date(), owner="x", started_at=NOON, outcome=Outcome.DONE)
    wrong.outcome = "perhaps"  # type: ignore[assignment]  # what a careless caller does
    with pytest.raises(StatementError, match="perhaps"), sessions.write() as session:
        session.add(wrong)


def test_lists_of_words_need_no_type_of_the_database() -> None:
    column = words(Outcome)
    assert not column.native_enum
    assert column.length == 32


def test_every_constraint_of_every_table_has_a_name() -> None:
    constraints = [item for table in SQLModel.metadata.tables.values() for item in table.constraints]
    assert [item for item in constraints if item.name is None] == []
