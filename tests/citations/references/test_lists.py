"""Pasted lists are cut into their lines and lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.references.lists import split_list


@pytest.mark.parametrize(
    "text, count",
    [
        ("1. Roe A. Haut. Gut 2020;1:2.\n2. Poe B. Haar. Gut 2021;2:3.", 2),
        ("[1] Roe A. Haut.\nGut 2020;1:2.\n[2] Poe B. Haar. Gut 2021.", 2),
        ("- Eins 2020\n- Zwei\n  zweite Zeile 2021", 2),
        ("Roe A. Haut. Gut 2020.\nPoe B. Haar. Gut 2021.\n\nZoe C. Hand. Gut 2022.", 3),
        ("1. Roe A. Haut. Gut 2020;1:2. 2. Poe B. Haar. Gut 2021;2:3. 3. Zoe C. Hand. Gut 2022.", 3),
        ("Roe A. Haut und\nhaar. Gut 2020.\nPoe B. Hand. Gut 2021.", 2),
        ("Roe A. Haut. Gut 2020.", 1),
        ("", 0),
        ("\r\n \r\n", 0),
    ],
)
def test_a_list_has_its_number_of_lines(text: str, count: int) -> None:
    assert len(split_list(text)) == count


@given(st.text(alphabet="ab1.2[]()-• \nAÄ;", max_size=120))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    assert "".join("".join(split_list(text)).split()) == "".join(text.split())
