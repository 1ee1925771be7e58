"""schema.org out: the page with its last review, each source with the properties its types have, any page as JSON."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from citations.formats import written
from citations.formats.page_item import PageOut
from citations.formats.schema_org import cited
from citations.kinds import SourceKind, Status
from tests.citations.formats.any_page import PAGE, PAGES
from tests.citations.formats.items import ARTICLE, BOOK, GUIDELINE, ONE_OF_EACH


def document(*pages: PageOut) -> dict[str, Any]:
    """Return the document of some pages."""
    made: dict[str, Any] = json.loads(b"".join(written("schema-org", pages)))
    assert made["@context"] == "https://schema.org"
    return made


def test_a_page_says_when_and_by_whom_it_was_reviewed() -> None:
    made = document(PAGE)
    assert (made["@type"], made["url"], made["inLanguage"]) == ("MedicalWebPage", PAGE.url, "de")
    assert (made["lastReviewed"], made["reviewedBy"]) == ("2026-01-02", {"@type": "Person", "name": "Anna"})
    assert made["datePublished"] == "2025-03"
    assert len(made["citation"]) == 3


def test_a_page_nobody_has_reviewed_promises_nothing() -> None:
    assert not {"lastReviewed", "reviewedBy"} & set(document(replace(PAGE, reviewed_on=None)))


def test_a_guideline_has_its_number_version_dates_and_status() -> None:
    made = cited(GUIDELINE)
    assert made["@type"] == ["MedicalGuideline", "CreativeWork"]
    assert made["identifier"][0] == {
        "@type": "PropertyValue", "propertyID": "AWMF-Registernummer", "value": "032-044OL",
    }  # fmt: skip
    assert (made["version"], made["datePublished"], made["guidelineDate"]) == ("1.1", "2022-06", "2022-06")
    assert (made["expires"], made["creativeWorkStatus"]) == ("2026-09-06", "Obsolete")
    assert "aufgerufen am 04.03.2025" in made["description"]


def test_an_article_stands_in_its_issue_and_a_book_has_its_isbn() -> None:
    made = cited(replace(ARTICLE, kind=SourceKind.JOURNAL_ARTICLE))
    assert made["@type"] == "MedicalScholarlyArticle"
    assert (made["isPartOf"]["issueNumber"], made["isPartOf"]["isPartOf"]["volumeNumber"]) == ("11", "32")
    assert made["isPartOf"]["isPartOf"]["isPartOf"]["name"] == "Ann Oncol"
    assert made["sameAs"] == f"https://doi.org/{ARTICLE.reference.doi}"
    assert (cited(BOOK)["@type"], cited(BOOK)["isbn"]) == ("Book", "9789283245025")


@pytest.mark.parametrize("kind", SourceKind)
def test_every_kind_is_a_work_that_a_page_can_cite(kind: SourceKind) -> None:
    for item in ONE_OF_EACH:
        made = cited(replace(item, kind=kind))
        types = made["@type"] if isinstance(made["@type"], list) else [made["@type"]]
        assert {"CreativeWork", "MedicalScholarlyArticle", "Book"} & {*types}
        assert made["name"]
        assert all(value for value in made.values())


def test_a_status_is_told_for_each_and_only_where_there_is_one() -> None:
    told = {cited(replace(GUIDELINE, status=status))["creativeWorkStatus"] for status in Status}
    assert len(told) == len(Status)
    assert "creativeWorkStatus" not in cited(replace(GUIDELINE, status=None))


def test_several_pages_are_one_graph_and_none_an_empty_one() -> None:
    other = replace(PAGE, url="https://www.example.org/andere", reviewed_on=date(2026, 2, 3))
    assert [page["url"] for page in document(PAGE, other, PAGE)["@graph"]] == [PAGE.url, other.url, PAGE.url]
    assert document()["@graph"] == []


@given(PAGES)
def test_any_page_is_a_document(page: PageOut) -> None:
    made = document(page)
    assert made["@type"] == "MedicalWebPage"
    assert len(made.get("citation", [])) == len(page.sources)
