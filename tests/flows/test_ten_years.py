"""Ten years in a minute: scripted histories of all kinds of sources, against what must follow from the script."""

import os
import ssl
from datetime import date, timedelta
from functools import lru_cache

import pytest
from sqlmodel import func, select

from citations.models import Source, Statement
from service.db import Sessions
from tests.flows.ten_years.script import BEGIN, END, differences
from tests.flows.ten_years.years import Years, expired_days, years_of

pytestmark = pytest.mark.slow

SMALL = (6, 4, 5, 2)
FULL = (120, 40, 300, 40)
"""Guidelines, articles, pages, books: 500 sources."""


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
    with years_of(sqlite_sessions, SMALL, END) as years:
        years.pass_by()
        assert {what for source in years.sources for what in source.happened} >= EVERYTHING
        assert_true_to_the_script(years)


EVERYTHING = {
    "revision", "vanish", "prolong", "late", "minor", "major", "correction", "erratum", "moved", "dead",
    "expression_of_concern", "new_version", "retraction", "withdrawal", "removal", "reinstated", "changed", "gone",
    "shell", "missing",
}  # fmt: skip
