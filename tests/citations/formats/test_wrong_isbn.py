"""An ISBN that cannot be one is said to be that, in every format, with what was printed."""

from datetime import date

import pytest

from citations.formats.incoming import Entry
from citations.kinds import SourceKind
from citations.printed import PRINTED
from service.acts.plan_list import read_entries
from service.acts.read_list import ListFile

WRONG = "978-3-16-148410-1"
FORMS = {
    "a.bib": "@book{{x, author={{Meier, A}}, title={{Ein Buch}}, year=2019, isbn={{{isbn}}}}}",
    "a.ris": "TY  - BOOK\nAU  - Meier, A\nTI  - Ein Buch\nSN  - {isbn}\nPY  - 2019\nER  - \n",
    "a.json": '[{{"id": "x", "type": "book", "title": "Ein Buch", "ISBN": "{isbn}"}}]',
    "a.txt": "Meier A. Das Buch der Sarkome. 2. Aufl. Berlin: Springer; 2019. ISBN {isbn}",
}


def _remarks(name: str, isbn: str) -> list[tuple[str, dict[str, str]]]:
    read = read_entries(ListFile(name, FORMS[name].format(isbn=isbn).encode()), date(2026, 11, 20))
    ((entry, _),) = read.entries
    assert isinstance(entry, Entry)
    return [(remark.why, dict(remark.facts)) for remark in entry.remarks]


@pytest.mark.parametrize("name", FORMS)
def test_a_wrong_check_digit_is_said_with_what_was_printed_and_nothing_else(name: str) -> None:
    assert _remarks(name, WRONG) == [("reading.isbn_check", {"text": WRONG})]


@pytest.mark.parametrize("name", FORMS)
def test_a_right_one_is_taken_without_a_word(name: str) -> None:
    assert _remarks(name, "978-3-16-148410-0") == []


@pytest.mark.parametrize("name", ["a.bib", "a.ris", "a.txt"])
def test_too_few_digits_are_counted(name: str) -> None:
    facts = {"text": "978-3-16-148410", "number": "12"}
    assert ("reading.isbn_length", facts) in _remarks(name, "978-3-16-148410")


@pytest.mark.parametrize("name", ["a.bib", "a.json"])
def test_a_field_of_a_few_digits_is_said_to_be_too_short_and_nothing_else(name: str) -> None:
    assert _remarks(name, "123") == [("reading.isbn_length", {"text": "123", "number": "3"})]


def test_the_number_of_a_journal_is_no_broken_isbn() -> None:
    assert [why for why, _ in _remarks("a.ris", "1234-5678")] == ["reading.ris_left"]


def test_every_kind_is_printed_as_something() -> None:
    assert PRINTED.keys() == set(SourceKind)
    assert PRINTED[SourceKind.SAFETY_NOTICE] == "drug-information"
