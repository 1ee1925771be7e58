"""FHIR R5 out: every kind and any item is a valid Citation, every fact in its element, the Bundle valid."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from fhir.resources.bundle import Bundle
from fhir.resources.citation import Citation
from hypothesis import given

from citations.formats import written
from citations.formats.fhir import AWMF_CLASSES, AWMF_NUMBERS, resource
from citations.formats.item import ExportItem
from citations.formats.page_item import source_urn
from citations.kinds import Origin, SourceKind, Status
from citations.records import Reference
from tests.citations.formats.items import ARTICLE, BOOK, GUIDELINE, ITEMS, ONE_OF_EACH, REVIEW, many


def bundle(items: Iterable[ExportItem]) -> dict[str, Any]:
    """Return the Bundle of some items, judged by the model of FHIR R5."""
    text = b"".join(written("fhir", items)).decode()
    Bundle.model_validate_json(text)
    made: dict[str, Any] = json.loads(text)
    return made


def artifact(item: ExportItem) -> dict[str, Any]:
    """Return what is cited."""
    made: dict[str, Any] = resource(item)["citedArtifact"]
    return made


@pytest.mark.parametrize("kind", SourceKind)
def test_a_citation_of_every_kind_is_valid(kind: SourceKind) -> None:
    for item in ONE_OF_EACH:
        Citation.model_validate(resource(replace(item, kind=kind)))


@given(ITEMS)
def test_any_item_is_a_valid_citation(item: ExportItem) -> None:
    Citation.model_validate_json(json.dumps(resource(item)))
    assert not list(_empty(resource(item)))


def _empty(value: object) -> Iterable[object]:
    if value in ("", [], {}, None):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _empty(part)


def test_the_facts_of_a_guideline_stand_in_their_elements() -> None:
    made = artifact(GUIDELINE)
    assert {"system": AWMF_NUMBERS, "value": "032-044OL"}.items() <= made["identifier"][0].items()
    assert (made["version"], made["dateAccessed"]) == ({"value": "1.1"}, "2025-03-04")
    assert [(one["activity"]["text"], one["period"]) for one in made["statusDate"]] == [
        ("Stand", {"start": "2022-06"}),
        ("letzte Konsentierung", {"start": "2021-09-07"}),
        ("gültig bis", {"end": "2026-09-06"}),
    ]
    assert made["currentState"][0]["text"] == "Abgelaufen"
    classes = {one["type"]["text"]: one["classifier"][0] for one in made["classification"]}
    assert classes["Leitlinienklasse"]["coding"] == [{"system": AWMF_CLASSES, "code": "S3"}]
    assert classes["Form"] == {"text": "Langversion"}
    assert classes["Art der Quelle"] == {"text": "awmf_guideline"}
    assert resource(GUIDELINE)["effectivePeriod"] == {"end": "2026-09-06"}
    assert resource(GUIDELINE)["status"] == "active"


def test_the_facts_of_an_article_stand_in_their_elements() -> None:
    made = artifact(ARTICLE)
    assert {"system": "https://doi.org", "value": ARTICLE.reference.doi}.items() <= made["identifier"][0].items()
    form = made["publicationForm"][0]
    assert (form["publishedIn"]["title"], form["volume"], form["issue"]) == ("Ann Oncol", "32", "11")
    assert (form["firstPage"], form["lastPage"], form["articleDate"]) == ("1348", "1365", "2021-11")
    listed = made["contributorship"]
    assert listed["complete"] is False
    assert [one["contributor"]["display"] for one in listed["entry"]][-1] == "Dei Tos, A. P."
    assert [one["rankingOrder"] for one in listed["entry"]] == [1, 2, 3]


def test_a_number_of_an_article_and_an_isbn_are_kept() -> None:
    assert artifact(REVIEW)["publicationForm"][0]["accessionNumber"] == "CD003293"
    assert artifact(BOOK)["identifier"][0]["value"] == "urn:isbn:9789283245025"
    assert "Auflage: 5" in [note["text"] for note in artifact(BOOK)["note"]]


def test_what_is_no_number_keeps_its_words_without_a_system() -> None:
    odd = replace(GUIDELINE, reference=Reference(kind="guideline", title="x", awmf_number="siehe Register"))
    assert artifact(odd)["identifier"] == [{"type": {"text": "AWMF-Registernummer"}, "value": "siehe Register"}]


def test_a_computed_end_of_validity_says_so() -> None:
    ends = artifact(replace(GUIDELINE, valid_until_origin=Origin.DERIVED))["statusDate"]
    assert ends[-1]["activity"]["text"] == "gültig bis (errechnet)"


@pytest.mark.parametrize("status", Status)
def test_every_status_is_a_state_of_the_source_and_never_of_the_record(status: Status) -> None:
    item = replace(GUIDELINE, status=status)
    assert artifact(item)["currentState"][0]["text"]
    assert resource(item)["status"] == "active"


def test_a_bundle_is_valid_empty_and_large_and_names_no_record_twice() -> None:
    assert "entry" not in bundle([])
    names = [entry["fullUrl"] for entry in bundle(many(300))["entry"]]
    assert len(set(names)) == 300
    assert names[0] == source_urn(next(many(1)))


def test_the_name_of_a_record_lasts_whatever_becomes_known_of_the_source() -> None:
    assert source_urn(replace(GUIDELINE, status=None, valid_until=None)) == source_urn(GUIDELINE)
    assert source_urn(replace(GUIDELINE, cite_key="other2022")) != source_urn(GUIDELINE)
