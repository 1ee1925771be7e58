"""Printed lines of many houses with the fields they say: how well the reader reads what it was and was not built on."""

from tests.citations.references.scoring import level


def test_the_lines_that_the_reader_was_built_on_stay_read() -> None:
    score, identities = level("lines_worked.jsonl")
    assert score >= 0.985
    assert identities >= 0.985


def test_lines_that_were_kept_back_are_read_no_worse_than_when_they_were_first_measured() -> None:
    score, identities = level("lines_kept.jsonl")
    assert score >= 0.92
    assert identities >= 0.9
