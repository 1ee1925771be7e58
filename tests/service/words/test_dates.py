"""Days, months and instants as readers of both languages write them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.clock import BERLIN
from service.words.dates import write_day, write_instant, write_month, write_partial


@pytest.mark.parametrize(
    "iso, german, english",
    [
        ("2025-03-04", "04.03.2025", "4 Mar 2025"),
        ("2022-06", "06/2022", "Jun 2022"),
        ("2003", "2003", "2003"),
        ("31.02.2024", "31.02.2024", "31.02.2024"),
        ("", "", ""),
    ],
)
def test_partial_dates_are_written_as_far_as_they_are_known(iso: str, german: str, english: str) -> None:
    assert (write_partial("de", iso), write_partial("en", iso)) == (german, english)


def test_months_have_names() -> None:
    assert (write_month("de", "2026-03"), write_month("en", "2026-03")) == ("März 2026", "Mar 2026")


def test_an_instant_is_shown_in_its_zone() -> None:
    at = datetime(2026, 7, 31, 22, 5, tzinfo=UTC)
    assert write_instant("de", at, BERLIN) == "01.08.2026, 00:05"


@given(st.dates())
def test_every_day_is_written_whole(day: date) -> None:
    assert len(write_day("de", day)) == 10
    assert str(day.year) in write_day("en", day)
