"""What is told without reading is what reading tells: the short way and the long one write the same."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.formats import biblatex
from citations.formats.foreign.own import has_usual_key
from citations.formats.item import ExportItem
from citations.formats.tex import exact
from citations.formats.tex.mapping import read_fields
from citations.formats.tex.otherwise import said_otherwise
from citations.formats.tex.people import people
from citations.formats.tex.tidying import tidied
from citations.kinds import Origin, SourceKind
from citations.records import Organisation, Reference
from tests.citations.formats.any_item import ANY_ITEM, PLAUSIBLE_REFERENCES
from tests.citations.formats.items import GUIDELINE, ONE_OF_EACH

_ODD = {
    "title": (
        "S3-Leitlinie: Melanom", "s2k guideline – pain", "Onkopedia-Leitlinie Melanom", "S3", "10.2023", "Leitlinie",
        "Patientenleitlinie Melanom", "ISBN 978-92-832-4502-5", "PMID: 34293461", "a, b and c", "{x}", "Stand 06/2022",
    ),
    "container": ("Onkopedia", "Leitlinie", "AWMF", "https://a.example/b", "In: x"),
    "publisher": ("AWMF", "NICE", "Onkopedia", "Lyon: Karger", "Gemeinsamer Bundesausschuss", "Muster & Söhne AG"),
    "edition_form": ("Onkopedia-Leitlinie", "Kurzversion", "x", "2. Auflage", "Update 2020"),
    "stand": ("2019", "2019-13", "2022-06-15", "2022-06", "0999-01", "um 2020", "2022-06-31"),
    "accessed": ("2025", "2025-02", "2025-02-31", "2025-02-28", "gestern"),
    "pages": ("1-9", "1--9", "S. 5", "pp. 1-9", "e12", "12", "1–9", "CD003293", "1348-56, 70", "a b"),
    "url": (
        "www.awmf.org/leitlinien/032-044OL", "https://pubmed.ncbi.nlm.nih.gov/34293461/", "a.example", "HTTPS://A.example",
        "mailto:a",
        "https://register.awmf.org/de/leitlinien/detail/032-044OL", "https://doi.org/10.1000/x", "http://a b",
    ),
    "doi": ("10.1000/X", "https://doi.org/10.1000/x", "doi:10.1000/x", "10.1000/x.", "x"),
    "pmid": ("34293461", "PMID: 1", "123456789", "x"),
    "isbn": ("978-92-832-4502-5", "9789283245025 (print)", "ISBN 9789283245025", "3-89797-000-0", "123"),
    "place": ("Lyon (France)", "Köln", ")", "Bonn, Köln"),
    "country": ("France", "(x)"),
    "edition": ("5", "5.", "fifth", "1234", "Langversion", "Version 2"),
    "medium": ("Internet", "CD-ROM", "internet", "Film"),
    "awmf_number": ("032/044OL", "032-044OL", "032/044ol", "123/456ABCD", "32"),
    "guideline_class": ("S3", "S2", "s3", "S4"),
    "version": ("1.1", "Version 2", "a; b", "(x)"),
    "volume": ("2003", "Bd. 3", "3"),
    "issue": ("Suppl 1", "11"),
    "series": ("Reihe", "Bd. 2"),
    "group_author": ("AWMF", "Group A and B, C", "others"),
    "valid_until": ("2025-01-01",),
    "style": ("nlm",),
}  # fmt: skip
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    **{name: st.sampled_from(("", *values)) for name, values in _ODD.items()},
    "kind": st.sampled_from(sorted({item.reference.kind for item in ONE_OF_EACH} | {"law", "other", "report"})),
    "year": st.none() | st.sampled_from([0, 33, 999, 1000, 2022, 9999, 10000]),
    "month": st.none() | st.sampled_from([0, 1, 6, 12, 13]),
    "et_al": st.booleans(),
    "authors": st.lists(
        st.from_regex(r"(?:[A-Za-zäß]{1,6}|and|others|AWMF|Verein|Group)(?:-[A-Za-z]{1,4})? [A-Z]{1,4}", fullmatch=True)
        | st.sampled_from(["Gronchi A", "Müller, Anna", "AWMF", "et al.", "others", "a and b", "x", "", "Jr, A"]),
        max_size=3,
    ).map(tuple),
    "organisations": st.lists(
        st.builds(Organisation, st.sampled_from(["AWMF", "Onkopedia", "NICE", "x", ""]), st.sampled_from([(), ("y",)])),
        max_size=2,
    ).map(tuple),
}  # fmt: skip


@st.composite
def _nearly_plain(draw: st.DrawFn) -> ExportItem:
    """Draw an item as exports have them, of any kind, with some of its facts made odd."""
    item = draw(st.sampled_from(ONE_OF_EACH))
    names = draw(st.sets(st.sampled_from(sorted(_VALUES)), max_size=3))
    odd = {name: draw(_VALUES[name]) for name in sorted(names)}
    kind = draw(st.just(item.kind) | st.sampled_from(SourceKind))
    until = draw(st.sampled_from([item.valid_until, None, GUIDELINE.valid_until]))
    origin = draw(st.none() | st.sampled_from(Origin))
    consensus = draw(st.sampled_from(["", "2021", "2021-09-07", "2021-02-30", "bald"]))
    key = draw(st.sampled_from([item.key, "", "title:x"]))
    reference = replace(item.reference, **odd)
    return replace(
        item, kind=kind, reference=reference, valid_until=until, valid_until_origin=origin, consensus_as_of=consensus,
        key=key,
    )  # fmt: skip


@pytest.mark.slow
@settings(max_examples=2000)
@given(item=_nearly_plain() | ANY_ITEM)
def test_what_is_told_is_what_reading_tells(item: ExportItem) -> None:
    item = tidied(item)
    entry, made = biblatex.plain_entry(item)
    otherwise = said_otherwise(item, entry, made)
    if otherwise is None:
        return
    found = read_fields(entry, made, people(made.get("author", "")).makers)
    told = exact.written_otherwise(item, otherwise, usual=has_usual_key(found.facts))
    assert told == exact.written(item, found.facts, found.left)
    assert has_usual_key(found.facts) == (made.get("eprinttype") != "leitstand")


def test_most_kinds_are_told_without_being_read() -> None:
    told = [
        item.cite_key
        for item in map(tidied, ONE_OF_EACH)
        if said_otherwise(item, *biblatex.plain_entry(item)) is not None
    ]
    assert len(told) >= 2 * len(ONE_OF_EACH) // 3
    assert {"leitlinienprogrammonkologie2022", "gronchi2021", "bramwell2003", "dgho2019", "hart2020"} <= set(told)


@given(reference=PLAUSIBLE_REFERENCES)
def test_a_tidy_item_stays_the_same_object(reference: Reference) -> None:
    item = tidied(replace(GUIDELINE, reference=reference))
    assert tidied(item) is item


def test_all_facts_of_a_reference_are_made_odd() -> None:
    assert set(_VALUES) == {field.name for field in fields(Reference)}
