"""Places in a source as people write them, in a form that can be compared; what is not understood names none."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.places import MOST, places


@pytest.mark.parametrize(
    "text, found",
    [
        ("Empfehlung 3.1", ("3.1",)),
        ("3.1", ("3.1",)),
        ("3.1.", ("3.1",)),
        (" E 3.1 ", ("3.1",)),
        ("E3.1", ("3.1",)),
        ("Empf. 3.1", ("3.1",)),
        ("Empfehlung Nr. 3.1", ("3.1",)),
        ("EMPFEHLUNG 3.1", ("3.1",)),
        ("Recommendation 3.1", ("3.1",)),
        ("3.1. Konsensbasierte Empfehlung", ("3.1",)),
        ("Evidenzbasiertes Statement 3.1", ("3.1",)),
        ("3.10", ("3.10",)),
        ("Empfehlung 3.1a", ("3.1a",)),
        ("Empfehlung 3-1", ("3-1",)),
        ("Empfehlungen 3.1, 3.2 und 3.4", ("3.1", "3.2", "3.4")),
        ("5.1–5.4", ("5.1", "5.2", "5.3", "5.4")),
        ("5.1 bis 5.3", ("5.1", "5.2", "5.3")),
        ("Kap. 3.1", ("chapter:3.1",)),
        ("Kapitel 3, 3.1", ("chapter:3", "chapter:3.1")),
        ("Kap. 5, Empfehlung 5.12, S. 88", ("5.12",)),
        ("Kapitel 4 und Empfehlung 5.2", ("chapter:4", "5.2")),
        ("S. 31", ("page:31",)),
        ("Tab. 3", ("table:3",)),
        ("Abb. 2", ("figure:2",)),
        ("", ()),
        ("irgendwo", ()),
        ("3.1 ff.", ()),
        ("Empfehlung 3.1 (alte Zählung)", ()),
        ("nicht 3.1", ()),
        ("5.4–5.1", ()),
        ("5.1–6.2", ()),
        ("5.1–4", ()),
        ("5.1–5.999", ()),
        ("Version 2.0", ()),
    ],
)
def test_a_place_is_read_whole_or_not_at_all(text: str, found: tuple[str, ...]) -> None:
    assert places(text) == found


_NUMBERS = st.lists(st.integers(1, 99), min_size=1, max_size=3).map(lambda parts: ".".join(map(str, parts)))


@given(
    _NUMBERS,
    st.sampled_from(["", "Empfehlung ", "E ", "E", "Empf. ", "Nr. ", "Statement "]),
    st.sampled_from(["", "."]),
)
def test_every_way_to_write_a_recommendation_is_the_same_place(number: str, word: str, end: str) -> None:
    assert places(f"{word}{number}{end}") == (number,)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader_and_none_names_a_place_without_a_digit(text: str) -> None:
    found = places(text)
    assert len(found) <= MOST
    assert not found or any(char.isdecimal() for char in unicodedata.normalize("NFKC", text))


def test_a_raised_number_is_read_like_the_number_that_it_stands_for() -> None:
    assert places("²") == ("2",)
