"""Lists inside a cell and guarded values: whatever is written comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.formats.sheets.notation import (
    NotationError,
    guard,
    read_names,
    read_organisations,
    unguard,
    write_names,
    write_organisations,
)  # fmt: skip
from citations.records import Organisation
from tests.citations.formats.items import _ORGANISATION, _TEXT

_SIGNS = st.text("'=+-@\t\r\n ;\"[]{}a\uff1d", max_size=8)


@given(st.lists(_TEXT | _SIGNS, max_size=4).map(tuple))
def test_every_list_of_names_comes_back(names: tuple[str, ...]) -> None:
    assert read_names(write_names(names)) == names


@given(st.lists(_ORGANISATION | st.builds(Organisation, _SIGNS, st.lists(_SIGNS, max_size=2).map(tuple)), max_size=3))
def test_every_organisation_comes_back(several: list[Organisation]) -> None:
    assert read_organisations(write_organisations(several)) == tuple(several)


@given(_TEXT | _SIGNS)
def test_a_guarded_value_begins_no_formula_and_comes_back(text: str) -> None:
    assert unguard(guard(text)) == text
    assert guard(text).lstrip(" ")[:1] not in tuple("=+-@\t\r\n")


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("Gronchi A;Miah AB ; ", ("Gronchi A", "Miah AB")),
        ("", ()),
        (" ; ", ()),
        ('"Land; Meer"', ("Land; Meer",)),
        ("O'Neill J-P (für die Gruppe)", ("O'Neill J-P (für die Gruppe)",)),
    ],
)
def test_a_list_may_be_typed_carelessly(typed: str, meant: tuple[str, ...]) -> None:
    assert read_names(typed) == meant


@pytest.mark.parametrize("typed", ['"offen', "A [B", "A {B]", "A [B] C", "[B]", 'A "B"', "A } B"])
def test_a_list_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(NotationError):
        read_organisations(typed)


def test_members_and_abbreviations_are_told_apart() -> None:
    assert read_organisations("Programm {DKG; AWMF}; Ausschuss [G-BA]") == (
        Organisation("Programm", ("DKG", "AWMF"), members=True),
        Organisation("Ausschuss", ("G-BA",)),
    )
