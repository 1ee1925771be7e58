"""W3C Web Annotation out: one annotation per active statement, found by its words, with its sources and marks."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given

from citations.formats import written
from citations.formats.page_item import PageOut, source_urn
from tests.citations.formats.any_page import BOUND, LOOSE, PAGE, PAGES
from tests.citations.formats.items import ARTICLE, GUIDELINE, PORTAL


def document(*pages: PageOut) -> dict[str, Any]:
    """Return the document of some pages."""
    made: dict[str, Any] = json.loads(b"".join(written("web-annotation", pages)))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return made


def annotations(page: PageOut) -> list[dict[str, Any]]:
    """Return the annotations of a page."""
    found: list[dict[str, Any]] = document(page).get("first", {}).get("items", [])
    return found


def test_a_page_is_a_collection_of_its_active_statements_in_order() -> None:
    made = document(PAGE)
    assert (made["type"], made["total"], made["label"]) == ("AnnotationCollection", 2, "Sarkome")
    assert (made["first"]["type"], made["first"]["partOf"]) == ("AnnotationPage", made["id"])
    words = [one["target"]["selector"][0]["exact"] for one in made["first"]["items"]]
    assert words == [BOUND.exact, LOOSE.exact]


def test_a_statement_is_found_by_its_words_and_its_place() -> None:
    target = annotations(PAGE)[0]["target"]
    assert target["source"] == PAGE.url
    assert target["selector"] == [
        {"type": "TextQuoteSelector", "exact": BOUND.exact, "prefix": BOUND.prefix, "suffix": BOUND.suffix},
        {"type": "TextPositionSelector", "start": 24, "end": 24 + len(BOUND.exact)},
    ]
    assert "prefix" not in annotations(PAGE)[1]["target"]["selector"][0]


def test_its_sources_are_linked_and_described() -> None:
    one = annotations(PAGE)[0]
    assert one["motivation"] == ["linking", "tagging"]
    linked = [body["source"]["id"] for body in one["body"] if body["purpose"] == "linking"]
    assert linked == [source_urn(GUIDELINE), f"https://doi.org/{ARTICLE.reference.doi}", source_urn(PORTAL)]
    described = [body["value"] for body in one["body"] if body["purpose"] == "describing"]
    assert "gültig bis 06.09.2026" in described[0]
    keys = one["body"][0]["source"]["dcterms:identifier"]
    assert keys == [GUIDELINE.key, GUIDELINE.cite_key]


def test_class_day_clock_band_and_reasons_are_marks() -> None:
    bound, loose = annotations(PAGE)
    assert [body["value"] for body in bound["body"] if body["purpose"] == "tagging"] == [
        "harm:H3", "due:2026-09-07", "clock:validity", "band:A", "reason:expired", "reason:access_stale",
    ]  # fmt: skip
    assert loose["motivation"] == "tagging"
    assert [body["value"] for body in loose["body"]] == ["harm:H1"]


def test_the_name_of_an_annotation_lasts_whatever_becomes_of_the_statement() -> None:
    later = replace(PAGE, title="Neu", statements=(LOOSE, replace(BOUND, points=1, sources=())))
    assert {one["id"] for one in annotations(later)} == {one["id"] for one in annotations(PAGE)}


def test_several_pages_are_one_graph_and_a_page_without_statements_has_no_annotation_page() -> None:
    bare = replace(PAGE, url="https://www.example.org/leer", statements=())
    made = document(PAGE, bare)["@graph"]
    assert [one["total"] for one in made] == [2, 0]
    assert "first" not in made[1]


@given(PAGES)
def test_any_page_is_a_collection_whose_words_come_back(page: PageOut) -> None:
    active = [one for one in page.statements if one.state == "active"]
    found = annotations(page)
    assert [one["target"]["selector"][0]["exact"] for one in found] == [one.exact for one in active]
    assert all(body.get("value") or body["source"]["id"] for one in found for body in one["body"])
