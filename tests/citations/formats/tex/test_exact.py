"""Everything our two writers write comes back equal, with no remark; what somebody changed in the file is changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given, settings

from citations.formats import biblatex, bibtex
from citations.formats.foreign.own import usual_key
from citations.formats.incoming import Entry, Incoming
from citations.formats.item import ExportItem
from citations.formats.tex.escaping import clean
from citations.formats.tex.words import entry_key
from citations.identity import identify
from citations.records import Organisation, Reference
from tests.citations.formats.any_item import PLAUSIBLE_ITEMS
from tests.citations.formats.items import GUIDELINE, ITEMS, ONE_OF_EACH, PAGE

Render = Callable[[Iterable[ExportItem]], Iterator[str]]
Read = Callable[[Iterable[str]], Iterator[Incoming]]
FORMATS = [(biblatex.render, biblatex.read), (bibtex.render, bibtex.read)]


def _back(item: ExportItem, render: Render, read: Read) -> Entry:
    (found,) = read("".join(render([item])).splitlines(keepends=True))
    assert isinstance(found, Entry)
    return found


def _cleaned(item: ExportItem) -> ExportItem:
    """Return the item as far as the law says that it comes back: texts on one line, names without text left out."""
    names = tuple(name for name in map(clean, item.reference.authors) if name)
    bodies = tuple(
        Organisation(clean(body.name), tuple(map(clean, body.bracket)), body.members)
        for body in item.reference.organisations
    )
    values = asdict(item.reference).items()
    texts: dict[str, Any] = {name: clean(value) for name, value in values if isinstance(value, str)}
    return replace(
        item,
        cite_key=entry_key(item),
        key=clean(item.key),
        consensus_as_of=clean(item.consensus_as_of),
        valid_until_origin=item.valid_until_origin if item.valid_until else None,
        reference=replace(item.reference, **texts, authors=names, organisations=bodies),
    )


def _holds(item: ExportItem, render: Render, read: Read) -> None:
    found = _back(item, render, read)
    assert found.item.cite_key == entry_key(item)
    assert _cleaned(found.item) == _cleaned(item)
    assert found.remarks == ()


@pytest.mark.parametrize("render, read", FORMATS)
@pytest.mark.parametrize("item", ONE_OF_EACH, ids=lambda item: item.cite_key)
def test_each_kind_comes_back_whole(item: ExportItem, render: Render, read: Read) -> None:
    _holds(item, render, read)


@pytest.mark.slow
@pytest.mark.parametrize("render, read", FORMATS)
@settings(max_examples=200)
@given(item=ITEMS)
def test_any_item_comes_back_whole(item: ExportItem, render: Render, read: Read) -> None:
    _holds(item, render, read)


@pytest.mark.parametrize("render, read", FORMATS)
@pytest.mark.parametrize("name", ["0; A", "Roe & Doe A", "Roe und Doe A", "Roe, A; Doe, B", "Roe, A & Doe, B"])
def test_a_name_with_a_sign_that_parts_names_is_one_name(name: str, render: Render, read: Read) -> None:
    _holds(replace(GUIDELINE, reference=Reference("guideline", title="0", authors=(name,))), render, read)


def test_a_value_of_control_characters_alone_leaves_nothing_behind() -> None:
    reference = Reference("guideline", container="0", series="\x1f", year=1)
    _holds(replace(GUIDELINE, reference=reference), biblatex.render, biblatex.read)


@pytest.mark.parametrize("render, read", FORMATS)
def test_ordinary_items_come_back_as_the_very_same_value(render: Render, read: Read) -> None:
    assert _back(GUIDELINE, render, read).item == GUIDELINE


@pytest.mark.parametrize(
    "old, new, name, wanted",
    [
        ("032/044OL", "032/045OL", "awmf_number", "032/045OL"),
        ("Adulte Weichgewebesarkome", "Kindliche Sarkome", "title", "Kindliche Sarkome"),
        ("2025-03-04", "2026-01-02", "accessed", "2026-01-02"),
    ],
)
def test_what_somebody_changed_in_the_file_is_changed(old: str, new: str, name: str, wanted: str) -> None:
    text = "".join(biblatex.render([GUIDELINE])).replace(old, new)
    (found,) = biblatex.read([text])
    assert isinstance(found, Entry)
    assert getattr(found.item.reference, name) == wanted


def test_an_exact_fact_counts_only_while_its_field_is_as_it_was() -> None:
    text = "".join(biblatex.render([PAGE])).replace("www.beispiel.example/a_b", "www.anders.example/c")
    (found,) = biblatex.read([text])
    assert isinstance(found, Entry)
    assert found.item.reference.url == "https://www.anders.example/c"


def test_facts_nobody_knows_in_our_field_are_remarked() -> None:
    text = "".join(biblatex.render([replace(PAGE, key="url:x")])).replace("leitstand:", "leitstand:nonsense=1;")
    (found,) = biblatex.read([text])
    assert isinstance(found, Entry)
    assert [remark.why for remark in found.remarks] == ["reading.bib_kept_raw"]


@given(item=ITEMS | PLAUSIBLE_ITEMS)
def test_the_usual_key_is_the_one_that_identity_gives(item: ExportItem) -> None:
    assert usual_key(item.kind, item.reference) == identify(item.reference, kind=item.kind).key


@pytest.mark.parametrize("render, read", FORMATS)
def test_a_usual_key_is_not_said_another_one_is_and_both_come_back(render: Render, read: Read) -> None:
    odd = replace(GUIDELINE, key="title:anders")
    assert "item.key" not in "".join(render([GUIDELINE]))
    assert "item.key=title:anders" in "".join(render([odd]))
    assert [_back(item, render, read).item.key for item in (GUIDELINE, odd)] == [GUIDELINE.key, odd.key]


def test_a_key_that_an_older_file_says_is_read() -> None:
    said = "verba = {leitstand:item.key=awmf:001-001;item.valid_until_origin.ccbc=register},"
    text = "".join(biblatex.render([GUIDELINE])).replace("  userb", f"  {said}\n  userb")
    (found,) = biblatex.read([text])
    assert isinstance(found, Entry)
    assert (found.item.key, found.item.valid_until_origin) == ("awmf:001-001", GUIDELINE.valid_until_origin)
    assert found.remarks == ()


@pytest.mark.parametrize("render", [biblatex.render, bibtex.render])
def test_most_entries_need_no_field_of_our_own(render: Render) -> None:
    said = sum(" verba = " in text for item in ONE_OF_EACH for text in render([item]))
    assert said <= len(ONE_OF_EACH) / 3
