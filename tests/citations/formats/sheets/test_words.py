"""The German words of cells: each means one value, and the pages say the same."""

from collections.abc import Mapping

import pytest

from citations.formats.sheets import words
from citations.kinds import Clock, Origin, Reason, SourceKind, Status
from service.words import translator

_LISTS = [
    (words.KINDS, SourceKind, "source_kind.{}"),
    (words.STATUS, Status, "status.{}"),
    (words.ORIGINS, Origin, "origin.{}"),
    (words.REASONS, Reason, "reason.{}.short"),
]


@pytest.mark.parametrize("said, values, key", _LISTS)
def test_cells_say_what_the_pages_say(said: Mapping[str, str], values: type[SourceKind], key: str) -> None:
    t = translator("de")
    assert dict(said) == {value: t(key.format(value)) for value in values}


@pytest.mark.parametrize("said, values", [(words.KINDS, SourceKind), (words.STATUS, Status), (words.ORIGINS, Origin)])
def test_each_word_means_one_value(said: Mapping[str, str], values: type[SourceKind]) -> None:
    assert set(said) == set(values)
    assert [words.meant(said, words.said(said, value).upper()) for value in values] == list(values)
    assert [words.meant(said, value.value) for value in values] == list(values)


def test_every_clock_has_a_word() -> None:
    assert set(words.CLOCKS) == set(Clock)
