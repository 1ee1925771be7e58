"""The same sources, written in the manner of Zotero as BibTeX, BibLaTeX, RIS and CSL-JSON, read to the same References.

What a format has no field for, or says in another way, is named in ``_APART``; nothing else may differ.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from citations.formats import READABLE, recognised
from citations.formats.incoming import Entry, Incoming
from citations.formats.item import ExportItem
from tests.citations.formats.same_sources import SOURCES

FILES = {"bibtex": "bibtex.bib", "biblatex": "biblatex.bib", "ris": "sources.ris", "csl-json": "csl.json"}
_APART: dict[tuple[str, str], dict[str, Any]] = {
    ("web page", "bibtex"): {"stand": "2024-03"},  # classic BibTeX has no field for the day
}
"""Where a format has no field for what the source says: (source, format) and what is read instead."""


@pytest.mark.parametrize("slug", FILES)
def test_sources_are_the_same_whichever_format_says_them(slug: str) -> None:
    wanted = [replace(one, **_APART.get((name, slug), {})) for name, one in SOURCES.items()]
    assert [item.reference for item in _items(slug)] == wanted


def test_their_kinds_are_the_same_whichever_format_says_them() -> None:
    said = [[(item.kind, item.valid_until, item.valid_until_origin) for item in _items(slug)] for slug in FILES]
    assert said == [said[0]] * len(FILES)


def _items(slug: str) -> list[ExportItem]:
    text = (Path(__file__).parent / "zotero" / FILES[slug]).read_text(encoding="utf-8")
    assert recognised(text) == slug
    return [_entry(one).item for one in READABLE[slug].read(text.splitlines(keepends=True))]


def _entry(found: Incoming) -> Entry:
    assert isinstance(found, Entry)
    return found


@pytest.mark.parametrize(
    "note, name, value",
    [
        ("Stand: Juni 2022", "stand", "2022-06"),
        ("Stand 15.06.2022, gültig bis 30.06.2025", "valid_until", "2025-06-30"),
        ("zuletzt aufgerufen am 4. März 2025", "accessed", "2025-03-04"),
        ("accessed 2025-03-04", "accessed", "2025-03-04"),
        ("AWMF-Register-Nr. 032/024OL", "awmf_number", "032/024OL"),
        ("PMID: 34293461 PMCID: PMC123", "pmid", "34293461"),
        ("DOI: 10.1000/ab; ISBN: 978-92-832-4502-5", "doi", "10.1000/ab"),
        ("Version 1.1 (Langversion)", "edition_form", "Langversion"),
    ],
)
def test_a_note_says_the_same_in_every_format(note: str, name: str, value: str) -> None:
    files = {
        "bibtex": f"@techreport{{k, title = {{T}}, note = {{{note}}}}}",
        "ris": f"TY  - RPRT\nTI  - T\nN1  - {note}\nER  - \n",
        "csl-json": json.dumps([{"type": "report", "title": "T", "note": note}]),
    }
    found = [_entry(one) for slug, text in files.items() for one in READABLE[slug].read(text.splitlines(keepends=True))]
    references = {one.item.reference for one in found}
    assert {getattr(reference, name) for reference in references} == {value}
    assert len(references) == 1


@pytest.mark.parametrize(
    "written",
    ["5", "5.", "5th", "5th ed.", "Fifth", "fifth edition", "5. Auflage", "fünfte Auflage", "5., neue Auflage"],
)
def test_an_edition_is_its_number_in_every_format(written: str) -> None:
    files = {
        "bibtex": f"@book{{k, title = {{T}}, edition = {{{written}}}}}",
        "ris": f"TY  - BOOK\nTI  - T\nET  - {written}\nER  - \n",
        "csl-json": json.dumps([{"type": "book", "title": "T", "edition": written}]),
    }
    found = [_entry(one) for slug, text in files.items() for one in READABLE[slug].read(text.splitlines(keepends=True))]
    assert [one.item.reference.edition for one in found] == ["5"] * len(files)
    assert {bool(one.remarks) for one in found} == {"neue" in written}
