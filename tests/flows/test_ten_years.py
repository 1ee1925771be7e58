"""Ten years in a minute: scripted histories of all kinds of sources, against what must follow from the script."""

import os
from datetime import timedelta

import pytest

from service.db import Sessions
from tests.flows.ten_years.publishing import Counts
from tests.flows.ten_years.script import BEGIN, END, differences
from tests.flows.ten_years.years import Years, expired_days, opened, years_of

pytestmark = pytest.mark.slow

WHOLE = bool(os.environ.get("LEITSTAND_TEST_TEN_YEARS"))
"""Set to play 500 sources and 5,000 statements, which takes longer than a minute."""

MANY = Counts(30, 30, 50, 12, 15, 6, 1, 256, 100, statements=10)
SOME = Counts(guidelines=2, patients=1, onkopedia=2, articles=2, cochrane=1, pages=3, books=1)
COUNTS = MANY if WHOLE else SOME
FEW = MANY if WHOLE else Counts(1, 1, 1, 1, 1, 1, 1, 1, 1)

SHORT = BEGIN + timedelta(days=2 * 365)
EVERYTHING = {
    "revision", "vanish", "prolong", "late", "minor", "major", "correction", "erratum", "moved", "dead",
    "expression_of_concern", "new_version", "withdrawal", "reinstated", "changed", "gone", "shell", "missing", "quote",
    "new_text", "new_stand", "moved_slug", "renamed", "unlisted", "updated", "review_withdrawn",
}  # fmt: skip
EARLY = {"letter_ema", "letter_bfarm", "benefit", "candidate"}
"""What the kinds show in two years that are not part of the ten."""


def assert_true_to_the_script(years: Years) -> None:
    flagged = opened(years)
    assert differences(years.sources, flagged, years.bad_days(), years.end) == []
    inheriting = {source.name for source in years.sources if source.parent}
    assert {one for one in flagged if one.name not in inheriting} == set(years.told)
    told, names = expired_days(years.sessions), {name: key for key, name in years.names.items()}
    for source in years.sources:
        if source.kind == "awmf":
            days = {day for day, _ in told.get(names[source.name], set())}
            assert (source.name, sorted(days)) == (source.name, [day for day in source.ends if day <= years.end])


def happened(years: Years) -> set[str]:
    return {what for source in years.sources for what in source.happened}


def test_ten_years_flag_every_change_in_time_and_nothing_else(sqlite_sessions: Sessions) -> None:
    with years_of(sqlite_sessions, COUNTS, END) as years:
        years.pass_by()
        assert happened(years) >= EVERYTHING
        assert_true_to_the_script(years)
        assert len(years.names) == len(years.sources) - COUNTS.books


def test_two_years_of_every_kind_are_the_same_on_either_database(sessions: Sessions) -> None:
    with years_of(sessions, FEW, SHORT) as years:
        years.pass_by()
        assert happened(years) >= EARLY
        assert_true_to_the_script(years)


def test_one_look_in_five_may_fail_and_the_program_be_killed_at_random(sqlite_sessions: Sessions) -> None:
    with years_of(sqlite_sessions, FEW, SHORT, flaky=True, killing=0.1) as years:
        years.pass_by()
        assert years.world.failed
        assert years.killed
        assert_true_to_the_script(years)
