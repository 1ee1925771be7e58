"""Author lists: people apart from bodies, and no body is ever cut at an "and" or a comma."""

from dataclasses import replace

import pytest

from citations.formats.tex.names import authors, person
from citations.formats.tex.words import entry_key, language, pages_and_eid
from citations.kinds import SourceKind
from citations.records import Organisation, Reference
from tests.citations.formats.items import ARTICLE, GUIDELINE


@pytest.mark.parametrize(
    "printed, written",
    [
        ("Gronchi A", "Gronchi, A."),
        ("Dei Tos AP", "Dei Tos, A. P."),
        ("Blay J-Y", "Blay, J.-Y."),
        ("Müller, Anna", "Müller, Anna"),
        ("von der Heide HJM", "von der Heide, H. J. M."),
        ("Anna Müller", "{Anna Müller}"),
        ("WHO", "{WHO}"),
        ("Team of A and B AG", "{Team of A and B AG}"),
        ("Land, Sea, Inc", "{Land, Sea, Inc}"),
        ("Others A", "{Others A}"),
        ("Ab{c A", r"Ab\textbraceleft{}c, A."),
    ],
)
def test_a_person_is_family_and_initials_or_whole(printed: str, written: str) -> None:
    assert person(printed) == written


def test_bodies_stand_in_their_own_braces_and_et_al_is_others() -> None:
    reference = Reference(
        "report",
        authors=("Gronchi A",),
        organisations=(Organisation("Land and Sea, Institute", ("LSI",)),),
        group_author="Sarcoma Group",
        et_al=True,
    )
    value = authors(replace(ARTICLE, reference=reference))
    assert value == "Gronchi, A. and {Land and Sea, Institute (LSI)} and {Sarcoma Group} and others"


def test_nobody_named_is_an_empty_list() -> None:
    assert authors(replace(ARTICLE, reference=Reference("other", et_al=True))) == ""


@pytest.mark.parametrize(
    "pages, wanted",
    [
        ("1348-1365", ("1348--1365", "")),
        ("32–8", ("32--8", "")),
        ("S12-S20", ("S12--S20", "")),
        ("CD003293", ("", "CD003293")),
        ("e2034", ("", "e2034")),
        ("17", ("17", "")),
        ("1-2, 5", ("1-2, 5", "")),
        ("", ("", "")),
    ],
)
def test_pages_are_a_range_or_the_number_of_an_article(pages: str, wanted: tuple[str, str]) -> None:
    assert pages_and_eid(pages) == wanted


@pytest.mark.parametrize(
    "title, wanted",
    [
        ("Diagnose und Therapie der Sarkome", "ngerman"),
        ("The treatment of sarcomas", "english"),
        ("Ewing sarcoma", ""),
        ("Aufklärung", "ngerman"),
    ],
)
def test_the_language_is_told_by_small_words(title: str, wanted: str) -> None:
    item = replace(ARTICLE, kind=SourceKind.JOURNAL_ARTICLE, reference=Reference("journal-article", title=title))
    assert language(item) == wanted


def test_a_german_register_is_german_whatever_the_title() -> None:
    assert language(replace(GUIDELINE, reference=Reference("guideline", title="Ewing sarcoma"))) == "ngerman"


@pytest.mark.parametrize("key", ["müller 2020", "a,b", "", "{", "x" * 200, "ab}c"])
def test_a_key_with_other_signs_becomes_ascii_and_stays_its_own(key: str) -> None:
    made = entry_key(replace(ARTICLE, cite_key=key))
    assert made.isascii()
    assert not set(made) & set(" ,{}\"\\%#~'()=")
    assert made != entry_key(replace(ARTICLE, cite_key=key + "é"))


def test_an_ordinary_key_is_kept() -> None:
    assert entry_key(ARTICLE) == "gronchi2021"
