"""Partial dates: the vectors of domain section 8, and the laws behind them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.dates import BadDateError, PartialDate, add_months, derived_end, newer, read_iso

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    "start, months, end",
    [
        ("2024-03-01", 60, "2029-02-28"),
        ("2021-09-07", 60, "2026-09-06"),
        ("2016-11-11", 60, "2021-11-10"),
        ("2019-08-27", 60, "2024-08-26"),
        ("2023-05-31", 60, "2028-05-30"),
        ("2022-06", 60, "2027-05-31"),
    ],
)
def test_an_end_is_derived_as_the_register_prints_it(start: str, months: int, end: str) -> None:
    assert derived_end(read_iso(start), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    "day, months, later",
    [("2024-02-29", 12, "2025-02-28"), ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29")],
)
def test_adding_months_clamps_to_the_end_of_the_month(day: str, months: int, later: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_a_month_spans_its_first_to_its_last_day() -> None:
    month = read_iso("2022-06")
    assert (month.earliest(), month.latest()) == (date(2022, 6, 1), date(2022, 6, 30))


@pytest.mark.parametrize("text", ["2025-02-31", "2025-13", "2025-00", "31.02.2025", "", "2025-1-1", "20250101", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadDateError):
        read_iso(text)


@pytest.mark.parametrize(
    "one, other, answer",
    [
        ("2025-04", "2022-06", True),
        ("2022-06", "2025-04", False),
        ("2022-06", "2022-06", None),
        ("2022", "2022-06", None),
        ("2022-06-15", "2022-06-15", False),
        ("2023", "2022-12-31", True),
    ],
)
def test_newer_needs_days_that_do_not_overlap(one: str, other: str, answer: bool | None) -> None:
    assert newer(read_iso(one), read_iso(other)) is answer


@given(DAYS, st.integers(min_value=0, max_value=240))
def test_adding_months_lands_in_the_right_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(DAYS, st.sampled_from(["year", "month", "day"]))
def test_a_date_comes_back_from_its_text_and_fits_itself(day: date, precision: str) -> None:
    partial = PartialDate(day.year, day.month if precision != "year" else None, day.day if precision == "day" else None)
    assert read_iso(str(partial)) == partial
    assert partial.earliest() <= day <= partial.latest()


@pytest.mark.parametrize("day, months", [(date(9999, 12, 31), 1), (date(9999, 1, 1), 12), (date(2026, 1, 1), 200_000)])
def test_what_lies_behind_the_calendar_is_its_last_day(day: date, months: int) -> None:
    assert add_months(day, months) == date.max
