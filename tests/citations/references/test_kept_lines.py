"""Printed lines of many houses with the fields they say stay read as well as they were."""

import pytest

from tests.citations.references.scoring import level


@pytest.mark.parametrize("name", ["lines_worked.jsonl", "lines_kept.jsonl"])
def test_the_lines_that_the_reader_was_built_on_stay_read(name: str) -> None:
    score, identities = level(name)
    assert score >= 0.985
    assert identities >= 0.985
