"""Printed lines of many houses with the fields they say stay read as well as they were."""

import pytest

from tests.citations.references.scoring import level


@pytest.mark.parametrize(
    "name, least_score, least_identities",
    [("lines_worked.jsonl", 0.985, 0.985), ("lines_kept.jsonl", 0.985, 0.985), ("lines_harvested.jsonl", 0.97, 0.955)],
)
def test_the_lines_that_the_reader_was_built_on_stay_read(
    name: str, least_score: float, least_identities: float
) -> None:
    score, identities = level(name)
    assert score >= least_score
    assert identities >= least_identities
