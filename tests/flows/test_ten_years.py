"""Ten years in a minute: scripted histories of all kinds of sources, against what must follow from the script."""

import os
import ssl
from datetime import timedelta
from functools import lru_cache

import pytest

from service.db import Sessions
from tests.flows.ten_years.script import BEGIN, END, differences
from tests.flows.ten_years.years import Years, expired_days, years_of

pytestmark = pytest.mark.slow

WHOLE = bool(os.environ.get("LEITSTAND_TEST_TEN_YEARS"))
"""Set to play 500 sources and 5,000 statements, which takes far longer than a minute."""

COUNTS = (120, 40, 300, 40) if WHOLE else (2, 2, 2, 1)
FEW = (1, 1, 2, 1)
"""So many guidelines, articles, pages, books."""

SHORT = BEGIN + timedelta(days=3 * 365)
EVERYTHING = {
    "revision", "vanish", "prolong", "late", "minor", "major", "correction", "erratum", "moved", "dead",
    "expression_of_concern", "new_version",  "withdrawal", "reinstated", "changed", "gone",
    "shell", "missing",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _one_context(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the certificates of this machine once, and not on each of thousands of days."""
    monkeypatch.setattr("ssl.create_default_context", lru_cache(ssl.create_default_context))


def assert_true_to_the_script(years: Years) -> None:
    bad = years.bad_days()
    assert differences(years.sources, years.said, bad, years.end) == []
    told, names = expired_days(years.sessions), {name: key for key, name in years.names.items()}
    for source in years.sources:
        if source.kind == "awmf":
            days = {day for day, _ in told.get(names[source.name], set())}
            assert (source.name, sorted(days)) == (source.name, [day for day in source.ends if day <= years.end])


def test_ten_years_flag_every_change_in_time_and_nothing_else(sqlite_sessions: Sessions) -> None:
    with years_of(sqlite_sessions, COUNTS, END, statements=10 if WHOLE else 3) as years:
        years.pass_by()
        assert {what for source in years.sources for what in source.happened} >= EVERYTHING
        assert_true_to_the_script(years)
        assert len(years.names) == sum(COUNTS[:3])


def test_three_years_are_the_same_on_either_database(sessions: Sessions) -> None:
    with years_of(sessions, FEW, SHORT) as years:
        years.pass_by()
        assert_true_to_the_script(years)


def test_one_look_in_five_may_fail(sqlite_sessions: Sessions) -> None:
    with years_of(sqlite_sessions, FEW, SHORT, flaky=True) as years:
        years.pass_by()
        assert years.world.failed
        assert_true_to_the_script(years)


def test_a_program_killed_at_random_loses_and_doubles_nothing(sqlite_sessions: Sessions) -> None:
    with years_of(sqlite_sessions, FEW, SHORT, killing=0.1) as years:
        years.pass_by()
        assert years.killed
        assert_true_to_the_script(years)
