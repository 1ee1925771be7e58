"""Text into BibTeX values and back: every sign has one form, and no text can break an entry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.formats.tex.escaping import clean, escape, verbatim
from citations.formats.tex.values import plain

ANY = st.text() | st.text("{}\\\"'@%&_#$~^<> \n\tab", max_size=40)


@pytest.mark.parametrize(
    "text, value",
    [
        ("Müller & Söhne", r"Müller \& Söhne"),
        ("10 %", r"10 \%"),
        ("a_b #1 $5", r"a\_b \#1 \$5"),
        ("~", r"\textasciitilde{}"),
        ("x^2", r"x\textasciicircum{}2"),
        ("<5 µm>", "$<$5 µm$>$"),
        ("C:\\", r"C:\textbackslash{}"),
        ("{ja}", r"\{ja\}"),
        ("}{", r"\textbraceright{}\textbraceleft{}"),
        ("a\n  b", "a b"),
        ("≥ α β₂ – „x“", "≥ α β₂ – „x“"),
        ("\u202f§", "\u202f§"),
        ("\ud800", "\ufffd"),
        (r"\textbackslash{}", r"\textbackslash{}textbackslash\{\}"),
        ("a--b ---c", r"a-{}-b -{}-{}-c"),
        ("''x``", r"'{}'x`{}`"),
        ("", ""),
    ],
)
def test_each_sign_has_the_form_that_programs_read(text: str, value: str) -> None:
    assert escape(text) == value
    assert plain(value)[0] == clean(text)


@given(ANY)
def test_every_text_comes_back(text: str) -> None:
    assert plain(escape(text))[0] == clean(text)


@given(ANY)
def test_no_value_can_end_an_entry_early(text: str) -> None:
    value, depth = escape(text), 0
    for character in value:
        depth += (character == "{") - (character == "}")
        assert depth >= 0
    assert depth == 0
    assert not value.endswith("\\")
    assert "\n" not in value


def test_braces_that_only_protect_are_dropped() -> None:
    assert plain(r"{Ewing} \& {{ESMO}}")[0] == "Ewing & ESMO"


@pytest.mark.parametrize(
    "address, value",
    [
        ("https://example.org/a_b?c=50%25&d=#e~f$g", "https://example.org/a_b?c=50%25&d=#e~f$g"),
        ("https://example.org/{a}\\b c", "https://example.org/%7Ba%7D%5Cb%20c"),
        ("https://example.org/ü\u00a0x", "https://example.org/ü%C2%A0x"),
    ],
)
def test_an_address_is_never_escaped(address: str, value: str) -> None:
    assert verbatim(address) == value


def test_a_doi_keeps_its_angle_brackets() -> None:
    assert verbatim("10.1002/(SICI)78:6<1160::AID>3", doi=True) == "10.1002/(SICI)78:6<1160::AID>3"


@given(ANY)
def test_verbatim_values_are_safe_and_stay_what_they_are(text: str) -> None:
    value = verbatim(text)
    assert not set(value) & set("{}\\ \n")
    assert verbatim(value) == value
