"""Classic BibTeX: what old styles print says everything, in year, month and note."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from citations.formats import bibtex
from citations.formats.item import ExportItem
from citations.formats.tex.values import plain
from citations.formats.tex.words import entry_key
from tests.citations.formats.items import (
    ARTICLE,
    BOOK,
    CHAPTER,
    GUIDELINE,
    HARD,
    ITEMS,
    LABEL,
    ONKOPEDIA,
    PAGE,
    REVIEW,
    many,
)
from tests.citations.formats.reading import read_back


def _written(item: ExportItem) -> dict[str, str]:
    return read_back(bibtex.render([item]))[entry_key(item)]


def test_a_guideline_says_all_facts_in_its_note() -> None:
    fields = _written(GUIDELINE)
    assert fields["ENTRYTYPE"] == "techreport"
    assert fields["title"] == "{S3-Leitlinie Adulte Weichgewebesarkome}"
    assert (fields["type"], fields["number"], fields["institution"]) == ("S3-Leitlinie", "032/044OL", "AWMF")
    assert (fields["year"], fields["month"]) == ("2022", "jun")
    assert fields["note"] == (
        "Stand 06/2022; gültig bis 06.09.2026; aufgerufen am 04.03.2025; AWMF-Registernummer: 032/044OL; "
        "Version 1.1 (Langversion)"
    )


def test_the_month_is_a_macro() -> None:
    assert "  month = nov,\n" in "".join(bibtex.render([ARTICLE]))


@pytest.mark.parametrize(
    "item, wanted",
    [
        (ARTICLE, {"ENTRYTYPE": "article", "journal": "Ann Oncol", "year": "2021", "pages": "1348--1365"}),
        (REVIEW, {"ENTRYTYPE": "article", "pages": "CD003293"}),
        (BOOK, {"ENTRYTYPE": "book", "address": "Lyon (France)", "edition": "5th", "volume": "3"}),
        (CHAPTER, {"ENTRYTYPE": "incollection", "booktitle": "Handbuch der Aufklärung", "pages": "10--22"}),
        (LABEL, {"ENTRYTYPE": "manual", "year": "2024", "month": "feb"}),
        (PAGE, {"ENTRYTYPE": "misc", "howpublished": r"https://www.beispiel.example/a\_b"}),
        (ONKOPEDIA, {"ENTRYTYPE": "misc", "note": "Stand 04/2019; aufgerufen am 24.01.2025"}),
    ],
)
def test_each_kind_has_its_type_and_fields(item: ExportItem, wanted: dict[str, str]) -> None:
    fields = _written(item)
    assert {name: fields.get(name) for name in wanted} == wanted


def test_titles_are_protected_from_styles_that_lower_their_letters() -> None:
    assert _written(HARD)["title"].startswith("{")
    assert plain(_written(HARD)["title"])[0] == HARD.reference.title


def test_what_had_no_field_is_in_the_note() -> None:
    item = replace(GUIDELINE, reference=replace(GUIDELINE.reference, container="Ann & Oncol", volume="3"))
    assert _written(item)["note"].endswith(r"; Bd. 3; Ann \& Oncol")


@settings(max_examples=200)
@given(ITEMS)
def test_any_item_is_read_back_as_one_entry_with_the_same_values(item: ExportItem) -> None:
    kind, key, fields = bibtex.entry(item)
    said = {name: value[1:-1] if value.startswith("{") else value for name, value in fields.items()}
    assert read_back(bibtex.render([item])) == {key: said | {"ENTRYTYPE": kind}}


def test_a_file_of_many_blocks_is_read_whole() -> None:
    assert len(read_back(bibtex.render(many(300)))) == 300
