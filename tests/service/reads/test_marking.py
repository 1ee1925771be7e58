"""Excerpts: the hits are marked where they stand, and nothing but the text itself is in the pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.search import fold
from service.reads.marking import LONGEST_EXCERPT, excerpt


@pytest.mark.parametrize(
    "text, query, hits",
    [
        ("Adulte Weichgewebesarkome", "Sarkom", ["sarkom"]),
        ("Müller prüft die Größe", "mueller groesse", ["Müller", "Größe"]),
        ("AWMF-Registernummer: 032/044OL", "032 - 044ol", ["032/044OL"]),
        ("Nummer 032–044OL im Register", "032/044OL", ["032–044OL"]),
        ("Café", "cafe", ["Café"]),
        ("ein Wort", "zwei", []),
        ("aaaa", "aa aaa", ["aaaa"]),
    ],
)
def test_hits_are_marked_as_they_are_printed(text: str, query: str, hits: list[str]) -> None:
    assert [piece.text for piece in excerpt(text, fold(query).split()) if piece.hit] == hits


def test_a_long_text_is_cut_around_its_first_hit() -> None:
    pieces = excerpt("wort " * 500 + "Sarkom" + " wort" * 500, ["sarkom"])
    assert [piece.text for piece in pieces if piece.hit] == ["Sarkom"]
    assert sum(len(piece.text) for piece in pieces) < LONGEST_EXCERPT + 10


@given(st.text(max_size=300), st.lists(st.text(min_size=1, max_size=8).map(fold).filter(bool), max_size=4))
def test_a_short_text_is_given_whole_whatever_is_searched(text: str, words: list[str]) -> None:
    assert "".join(piece.text for piece in excerpt(text, words)) == text
