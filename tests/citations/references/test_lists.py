"""Pasted lists are cut into their lines and lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.references.lists import split_list, without_numbers


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
        ("(1) Roe A. Haut. Gut 2020;1:2.\n(2) Poe B. Haar. Gut 2021;2:3.", 2),
        ("1\tRoe A. Haut. Gut 2020;1:2.\n2\tPoe B. Haar. Gut 2021;2:3.", 2),
        ("a) Roe A. Haut. Gut 2020;1:2.\nb) Poe B. Haar. Gut 2021;2:3.", 2),
        ("‣ Roe A. Haut. Gut 2020.\n‣ Poe B. Haar. Gut 2021.\n‣ Zoe C. Hand. Gut 2022.", 3),
        ("[1] Roe A. Haut. Gut 2020;1:2. [2] Poe B. Haar. Gut 2021;2:3.", 2),
        ("1. Roe A. Haut\n   und Haar. Gut 2020.\n2. Poe B. Hand.\n   Gut 2021.", 2),
        ("Roe A. Haut und\n   Haar. Gut 2020;1:2.\nPoe B. Hand.\n   Gut 2021;2:3.", 2),
        ("Leitlinien\n1. Roe A. Haut. Gut 2020.\n2. Poe B. Haar. Gut 2021.\nBücher\n3. Zoe C. Hand. Thieme 2022.", 5),
        ("Artikel\n1. Roe A. Haut. Gut 2020.\n2. Poe B. Haar. Gut 2021.\nBücher:\n1. Zoe C. Hand. Thieme 2022.", 5),
        ("Roe A, Poe B. Haut und Haar. Gut 2020;1:2-7; Poe B. Hand und Fuß. Gut 2021;2:3-9.", 2),
        ("Roe A; Poe B: Haut und Haar im Alter. Gut 2020; 3: 4-5; doi: 10.1136/x", 1),
        ("Roe A (DGRh). S2e-Leitlinie: Rheuma, Juli 2018; Z Rheumatol 2018. DOI 10.1007/s00393-018", 1),
        ("- Roe A. Haut.\n- Poe B. Haar.\n- Doe C. Hand.\n- Zoe D. Fuß.\nKnie und Hüfte\nLow E. Ohr.", 6),
        ("- Roe A. Haut.\n- Poe B. Haar.\n- Doe C. Hand.\n- Zoe D. Fuß.\nhttps://a.example/fuss", 4),
        ("- Roe A. Haut.\n Gut 2020.\n- Poe B. Haar.\n- Doe C. Hand.\n- Zoe D. Fuß.\nGut 2021.", 4),
        ("Roe A. Haut. Gut 2020.\n- Auch online.\nPoe B. Haar. Gut 2021.\nZoe C. Hand. Gut 2022.\n- Auch als Buch.", 5),
        ("", 0),
        ("\r\n \r\n", 0),
    ],
)
def test_a_list_has_its_number_of_lines(text: str, count: int) -> None:
    assert len(split_list(text)) == count


@given(st.text(alphabet="ab1.2[]()-• \t\nAÄ;‣", max_size=120))
def test_nothing_but_blanks_is_lost(text: str) -> None:
    assert "".join("".join(split_list(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("form", ["{}. ", "[{}] ", "({}) ", "{})\t"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_numbered_list_has_no_longest_number(form: str, between: str) -> None:
    lines = [f"{form.format(n)}Doe J. Title {n}. Lancet. {1990 + n % 30};3:1-9." for n in range(1, 1302)]
    assert split_list(between.join(lines)) == lines


def test_numbers_that_count_a_list_are_taken_off_and_years_stay() -> None:
    parts = ["9. Doe J. One.", "10. Roe J. Two.", "2019. A title.", "11. Poe J. Three.", "1. Ode J. Four."]
    plain = ["Doe J. One.", "Roe J. Two.", "2019. A title.", "Poe J. Three.", "Ode J. Four."]
    assert [*without_numbers(parts)] == plain
