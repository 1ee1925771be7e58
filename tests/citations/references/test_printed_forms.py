"""References as German and English medical pages print them: one row per printed form, with every field it says."""

import pytest

from citations.records import Reference
from citations.references import read_line
from tests.citations.references.printed_articles import CASES as ARTICLES
from tests.citations.references.printed_articles_briefly import CASES as ARTICLES_BRIEFLY
from tests.citations.references.printed_articles_numbered import CASES as ARTICLES_NUMBERED
from tests.citations.references.printed_bodies import CASES as BODIES
from tests.citations.references.printed_books_briefly import CASES as BOOKS
from tests.citations.references.printed_briefly_said import CASES as BRIEFLY_SAID
from tests.citations.references.printed_document_words import CASES as DOCUMENT_WORDS
from tests.citations.references.printed_drugs import CASES as DRUGS
from tests.citations.references.printed_guideline_abroad import CASES as GUIDELINES_ABROAD
from tests.citations.references.printed_guideline_classes import CASES as GUIDELINE_CLASSES
from tests.citations.references.printed_guideline_lists import CASES as GUIDELINE_LISTS
from tests.citations.references.printed_guideline_numbers import CASES as GUIDELINE_NUMBERS
from tests.citations.references.printed_guideline_societies import CASES as GUIDELINE_SOCIETIES
from tests.citations.references.printed_guideline_states import CASES as GUIDELINE_STATES
from tests.citations.references.printed_guidelines import CASES as GUIDELINES
from tests.citations.references.printed_laws import CASES as LAWS
from tests.citations.references.printed_other import CASES as OTHERS
from tests.citations.references.printed_pages import CASES as PAGES
from tests.citations.references.printed_pages_briefly import CASES as PAGES_BRIEFLY
from tests.citations.references.printed_pages_sites import CASES as PAGES_SITES
from tests.citations.references.printed_remarks import CASES as REMARKS
from tests.citations.references.printed_report_makers import CASES as REPORT_MAKERS
from tests.citations.references.printed_reports import CASES as REPORTS
from tests.citations.references.printed_reports_numbered import CASES as NUMBERED_REPORTS
from tests.citations.references.printed_shapes import CASES as SHAPES
from tests.citations.references.reading import said
from tests.citations.references.scoring import gold

HOUSES = (
    *(*DRUGS, *LAWS, *PAGES, *PAGES_BRIEFLY, *PAGES_SITES, *REPORTS, *REPORT_MAKERS, *NUMBERED_REPORTS, *OTHERS),
    *(*BODIES, *DOCUMENT_WORDS),
)
ALL_GUIDELINES = (
    *GUIDELINES,
    *GUIDELINE_LISTS,
    *GUIDELINE_NUMBERS,
    *GUIDELINE_CLASSES,
    *GUIDELINES_ABROAD,
    *GUIDELINE_SOCIETIES,
    *GUIDELINE_STATES,
)


@pytest.mark.parametrize(
    "line, wanted",
    [
        *REMARKS,
        *ALL_GUIDELINES,
        *ARTICLES,
        *HOUSES,
        *SHAPES,
        *ARTICLES_BRIEFLY,
        *ARTICLES_NUMBERED,
        *BOOKS,
        *BRIEFLY_SAID,
    ],
)
def test_a_printed_form_says_its_fields_and_no_more(line: str, wanted: dict[str, object]) -> None:
    assert said(line) == wanted


@pytest.mark.parametrize(
    "row",
    [
        *gold("lines_printed.jsonl"),
        *gold("lines_makers.jsonl"),
        *gold("lines_guidelines.jsonl"),
        *gold("lines_articles.jsonl"),
        *gold("lines_seldom.jsonl"),
    ],
    ids=lambda row: str(row["id"]),
)
def test_a_kind_of_line_that_was_once_misread_says_its_fields_and_no_more(row: dict[str, object]) -> None:
    assert said(str(row["text"])) == row["fields"]


@pytest.mark.parametrize(
    "line, key",
    [
        ("doi:10.1136/bmj.n71", "10.1136/bmj.n71"),
        ("https://doi.org/10.1016/S0140-6736(20)31288-5", "10.1016/S0140-6736(20)31288-5"),
    ],
)
def test_a_bare_doi_is_a_reference(line: str, key: str) -> None:
    reading = read_line(line)
    assert isinstance(reading, Reference)
    assert (reading.kind, reading.doi, reading.title) == ("journal-article", key, "")
