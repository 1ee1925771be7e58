"""Single values of forms: what is read, and which rule is named for what is not."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from citations.dates import PartialDate
from citations.kinds import Harm
from service.web.fields import Fields, FormError, read_date


@pytest.mark.parametrize(
    "text,iso",
    [
        ("2026-11-20", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
        ("3.4.2025", "2025-04-03"),
        ("20. 11. 2026", "2026-11-20"),
        ("11/2026", "2026-11"),
        ("1.2026", "2026-01"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
        ("29.02.2024", "2024-02-29"),
    ],
)
def test_a_date_is_read_however_it_is_typed(text: str, iso: str) -> None:
    assert str(read_date(text)) == iso


@pytest.mark.parametrize(
    "text,key",
    [
        ("31.02.2026", "form.no_such_day"),
        ("29.02.2023", "form.no_such_day"),
        ("00.11.2026", "form.no_such_day"),
        ("13/2026", "form.no_such_month"),
        ("20.13.2026", "form.no_such_month"),
        ("2026-00-10", "form.no_such_month"),
        ("morgen", "form.no_date"),
        ("20.11.26", "form.no_date"),
        ("2026-11-20T10:00", "form.no_date"),
        ("0000", "form.no_such_day"),
    ],
)
def test_what_is_no_date_names_the_rule(text: str, key: str) -> None:
    with pytest.raises(FormError) as error:
        read_date(text)
    assert error.value.faults[0].key == key


@given(st.dates())
def test_every_day_comes_back_from_both_ways_of_writing(day: object) -> None:
    iso = str(day)
    year, month, number = iso.split("-")
    assert read_date(f"{number}.{month}.{year}") == read_date(iso) == PartialDate(int(year), int(month), int(number))


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_a_fault(text: str) -> None:
    with suppress(FormError):
        assert read_date(text).earliest() <= read_date(text).latest()


def _fields(**values: str) -> Fields:
    return Fields(MultiDict(values))


def test_everything_wrong_with_a_form_is_said_at_once() -> None:
    fields = _fields(on="31.02.2026", version="viele", harm="H9", note="x" * 4001)
    fields.day("on")
    fields.number("version")
    fields.word("harm", Harm)
    fields.text("note")
    fields.line("because", needed=True)
    with pytest.raises(FormError) as error:
        fields.check()
    found = [(fault.field, fault.key) for fault in error.value.faults]
    assert found == [
        ("on", "form.no_such_day"),
        ("version", "form.no_number"),
        ("harm", "form.no_choice"),
        ("note", "form.too_long"),
        ("because", "form.needed"),
    ]


@pytest.mark.parametrize("value", ["-1", "1.5", "²", "٣", "2147483648", "1e3", "0x10"])
def test_a_number_of_a_row_is_plain_and_fits_the_database(value: str) -> None:
    fields = _fields(version=value)
    assert fields.number("version") is None
    assert fields.faults[0].key == "form.no_number"


@pytest.mark.parametrize("value", ["a\x00b", "a\x1fb", "a\ud800b"])
def test_characters_no_text_has_are_refused(value: str) -> None:
    fields = _fields(note=value)
    fields.text("note")
    assert fields.faults[0].key == "form.control_characters"


def test_a_month_is_no_day() -> None:
    fields = _fields(on="11/2026")
    assert fields.day("on") is None
    assert fields.faults[0].key == "form.whole_day"


def test_line_ends_of_browsers_become_plain_ones() -> None:
    assert _fields(note=" eins\r\nzwei\rdrei ").text("note") == "eins\nzwei\ndrei"
    assert _fields(note="eins\r\n zwei").line("note") == "eins zwei"
