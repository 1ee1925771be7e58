"""BibLaTeX: types and fields as the mapping says, every fact of the house in it, and nothing that breaks a file."""

import re
import shutil
import subprocess
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.formats import biblatex
from citations.formats.item import ExportItem
from citations.formats.tex.escaping import clean, verbatim
from citations.formats.tex.tidying import tidied
from citations.formats.tex.values import plain
from citations.formats.tex.words import entry_key
from citations.formats.tex.writing import DoubledKeyError
from citations.kinds import Origin, SourceKind
from tests.citations.formats.items import (
    ARTICLE,
    BOOK,
    CHAPTER,
    DECISION,
    GUIDELINE,
    HARD,
    ITEMS,
    LABEL,
    ONE_OF_EACH,
    ONKOPEDIA,
    PAGE,
    PORTAL,
    REVIEW,
    many,
)
from tests.citations.formats.reading import read_back


def _written(item: ExportItem) -> dict[str, str]:
    return read_back(biblatex.render([item]))[entry_key(item)]


def test_a_guideline_carries_every_fact_of_the_house() -> None:
    assert _written(GUIDELINE) == {
        "ENTRYTYPE": "report",
        "author": "{Leitlinienprogramm Onkologie (Deutsche Krebsgesellschaft, Deutsche Krebshilfe, AWMF)}",
        "title": "Adulte Weichgewebesarkome",
        "titleaddon": "Langversion",
        "type": "S3-Leitlinie",
        "institution": "AWMF",
        "number": "032/044OL",
        "version": "1.1",
        "date": "2022-06",
        "origdate": "2021-09-07",
        "urldate": "2025-03-04",
        "langid": "ngerman",
        "note": "Stand 06/2022; gültig bis 06.09.2026; aufgerufen am 04.03.2025; AWMF-Registernummer: 032/044OL",
        "keywords": "awmf-guideline",
        "usera": "2026-09-06",
        "userb": "expired",
    }


@pytest.mark.parametrize(
    "item, wanted",
    [
        (
            ARTICLE,
            {
                "ENTRYTYPE": "article",
                "author": "Gronchi, A. and Miah, A. B. and Dei Tos, A. P. and others",
                "title": "{Soft tissue and visceral sarcomas: Ewing and others}",
                "journaltitle": "Ann Oncol",
                "date": "2021-11",
                "volume": "32",
                "number": "11",
                "pages": "1348--1365",
                "doi": "10.1016/j.annonc.2021.07.006",
                "langid": "english",
            },
        ),
        (
            REVIEW,
            {"ENTRYTYPE": "article", "eid": "CD003293", "author": "Bramwell, V. H. and {Sarcoma Disease Site Group}"},
        ),
        (
            BOOK,
            {
                "ENTRYTYPE": "book",
                "location": "Lyon (France)",
                "edition": "5",
                "number": "3",
                "series": "WHO classification of tumours series",
                "note": "Internet",
                "isbn": "978-92-832-4502-5",
            },
        ),
        (CHAPTER, {"ENTRYTYPE": "inbook", "booktitle": "Handbuch der Aufklärung", "pages": "10--22"}),
        (
            PORTAL,
            {
                "ENTRYTYPE": "online",
                "title": "Bundesinstitut für Arzneimittel und Medizinprodukte (BfArM)",
                "langid": "ngerman",
                "urldate": "2025-03-14",
                "eprint": "house:bfarm",
            },
        ),
        (LABEL, {"ENTRYTYPE": "manual", "author": r"{Muster \& Söhne AG}", "date": "2024-02", "urldate": "2025-03-14"}),
        (
            DECISION,
            {
                "ENTRYTYPE": "report",
                "type": "Beschluss",
                "date": "2023",
                "url": "https://www.g-ba.de/beschluesse/1_2/?a=b&c=50%25#teil",
            },
        ),
        (PAGE, {"ENTRYTYPE": "online", "date": "2025-01-15", "url": "https://www.beispiel.example/a_b"}),
        (ONKOPEDIA, {"ENTRYTYPE": "online", "titleaddon": "Onkopedia-Leitlinie", "organization": "Onkopedia"}),
    ],
)
def test_each_kind_has_its_type_and_fields(item: ExportItem, wanted: dict[str, str]) -> None:
    fields = _written(item)
    assert {name: fields.get(name) for name in wanted} == wanted


def test_a_portal_has_no_date_and_is_not_its_own_author() -> None:
    assert _written(PORTAL).keys() & {"date", "author", "year"} == set()


def test_a_guideline_known_by_its_title_alone_invents_nothing() -> None:
    bare = replace(
        GUIDELINE,
        reference=replace(
            GUIDELINE.reference, organisations=(), version="", edition_form="", year=None, stand="", accessed="",
            awmf_number="", guideline_class="",
        ),
        consensus_as_of="", valid_until=None, status=None,
    )  # fmt: skip
    assert set(_written(bare)) == {"ENTRYTYPE", "title", "langid", "keywords", "eprint", "eprinttype"}


def test_what_a_type_has_no_field_for_is_in_the_addendum() -> None:
    item = replace(GUIDELINE, reference=replace(GUIDELINE.reference, container="Ann Oncol", volume="3", isbn="12"))
    assert _written(item)["addendum"] == "Bd. 3; ISBN 12; Ann Oncol"


def test_a_computed_end_of_validity_says_so() -> None:
    assert (
        "gültig bis 06.09.2026 (errechnet)" in _written(replace(GUIDELINE, valid_until_origin=Origin.DERIVED))["note"]
    )


def test_hard_signs_are_escaped_in_text_and_left_alone_in_addresses() -> None:
    fields = _written(HARD)
    assert plain(fields["title"])[0] == HARD.reference.title
    assert fields["doi"] == HARD.reference.doi
    assert fields["url"] == "https://example.org/a_b?c=50%25&d=%7Be%7D"
    assert fields["author"].startswith("{Team of A and B, Inc.} and Mustera, A. and ")


@settings(max_examples=300)
@given(ITEMS)
def test_any_item_is_read_back_as_one_entry_with_the_same_values(item: ExportItem) -> None:
    kind, key, fields = biblatex.entry(item)
    assert key.isascii()
    assert read_back(biblatex.render([item])) == {
        key: {name: value[1:-1] for name, value in fields.items()} | {"ENTRYTYPE": kind}
    }


@settings(max_examples=300)
@given(ITEMS)
def test_any_text_comes_back_through_our_own_reader(item: ExportItem) -> None:
    item = tidied(item)
    fields, reference = _written(item), item.reference
    said = {name: plain(value)[0] for name, value in fields.items()}
    assert said["title"] == biblatex.title(item)
    for name, value in (("version", reference.version), ("journaltitle", reference.container)):
        assert name not in fields or said[name] == clean(value)
    assert "None" not in {value for name, value in fields.items() if name not in ("title", "author", "addendum")} or (
        "None" in repr(reference)
    )
    assert fields.get("doi", "") == verbatim(reference.doi, doi=True)


@settings(max_examples=100)
@given(st.lists(ITEMS, max_size=6, unique_by=lambda item: item.cite_key))
def test_two_versions_never_share_a_key(items: list[ExportItem]) -> None:
    assert len(read_back(biblatex.render(items))) == len(items)


@pytest.mark.parametrize("place", [1, 250])
def test_a_doubled_key_is_refused_and_never_written(place: int) -> None:
    items = list(many(place))
    with pytest.raises(DoubledKeyError, match="quelle"):
        list(biblatex.render([*items, items[-1]]))


def test_nothing_at_all_is_an_empty_file() -> None:
    assert list(biblatex.render([])) == []


def test_a_file_of_many_blocks_is_read_whole() -> None:
    assert list(read_back(biblatex.render(many(600)))) == [f"quelle{number:07d}" for number in range(600)]


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_entries() -> None:
    _peak(100)
    assert _peak(5000) < _peak(1000) * 1.2 + 100_000


def _peak(count: int) -> int:
    tracemalloc.start()
    alike = (replace(ONE_OF_EACH[n % len(ONE_OF_EACH)], cite_key=f"k{n}") for n in range(count))  # caches stay as full
    for _ in biblatex.render(alike):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


@pytest.mark.slow
def test_biber_finds_nothing_but_missing_dates_of_online_sources(tmp_path: Path) -> None:
    biber = shutil.which("biber")
    if biber is None:
        pytest.skip("no biber found: apt-get install biber")
    file = tmp_path / "quellen.bib"
    file.write_text("".join(biblatex.render(ONE_OF_EACH)), encoding="utf-8")
    ran = subprocess.run(
        [biber, "--tool", "--validate-datamodel", "--output-file", str(tmp_path / "out.bib"), str(file)],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    said = [line for line in ran.stdout.splitlines() if line.startswith(("WARN", "ERROR")) and "INFO" not in line]
    dateless = {item.cite_key for item in ONE_OF_EACH if item.kind is SourceKind.PORTAL}
    other = [line for line in said if not _accepted(line, dateless)]
    assert other == []
    assert (tmp_path / "out.bib").read_text(encoding="utf-8").count("@") >= len(ONE_OF_EACH)


def _accepted(line: str, dateless: set[str]) -> bool:
    found = re.search(r"Entry '([^']+)'.*'date, year' must be defined", line)
    return found is not None and found.group(1) in dateless
