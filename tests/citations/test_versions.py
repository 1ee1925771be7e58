"""Which version is newer, which step is major, and where label and date contradict each other."""

import pytest

from citations.versions import Mark, conflicting, is_major, is_newer


@pytest.mark.parametrize(
    "one, other, answer",
    [
        (Mark("2.0"), Mark("1.1"), True),
        (Mark("1.1"), Mark("1.0"), True),
        (Mark("1.9"), Mark("1.10"), False),
        (Mark("pub3"), Mark("pub2"), True),
        (Mark("5th ed."), Mark("4th ed."), True),
        (Mark("", "2025-04"), Mark("", "2019-04"), True),
        (Mark("", "2019"), Mark("", "2019-04"), None),
        (Mark("Sommer"), Mark("Winter"), None),
        (Mark("2"), Mark("2.0"), None),
        (Mark("2.0", "2025-04"), Mark("", "2016"), True),
    ],
)
def test_labels_come_before_dates(one: Mark, other: Mark, answer: bool | None) -> None:
    assert is_newer(one, other) is answer


@pytest.mark.parametrize(
    "old, new, major",
    [("1.1", "2.0", True), ("1.0", "1.1", False), ("", "2.0", True), ("2", "2.1", False)],
)
def test_a_step_is_major_when_the_first_number_changes(old: str, new: str, major: bool) -> None:
    assert is_major(Mark(old), Mark(new)) is major


@pytest.mark.parametrize(
    "one, other, clash",
    [
        (Mark("2.0", "2019-01"), Mark("1.0", "2021-01"), True),
        (Mark("2.0", "2023-01"), Mark("1.0", "2021-01"), False),
        (Mark("2.0", "2021"), Mark("1.0", "2021-01"), False),
        (Mark("2.0"), Mark("1.0", "2021-01"), False),
        (Mark("", "2019"), Mark("1.0", "2021"), False),
    ],
)
def test_a_higher_number_with_an_older_date_is_a_conflict(one: Mark, other: Mark, clash: bool) -> None:
    assert conflicting(one, other) is clash
    assert conflicting(other, one) is clash
