"""Pages of plain text: what each line becomes, and the law that nothing is lost."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citations.kinds import StatementKind
from tests.citations.pages.reading import assert_partition, page, read_or_key

RATGEBER = Path(__file__).resolve().parents[2] / "pages" / "ratgeber.txt"
PIECES = st.sampled_from(
    [
        "Quellen",
        "Literatur:",
        "Leitlinien",
        "- ",
        "1. ",
        "[2] ",
        "• ",
        "Muster A. Lancet 2020;3(1):1-9.",
        "Ein Satz. Noch einer.",
        "Lexikon",
        "Nävus: ein Mal",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        "\u00a0",
        "Stand: 04.03.2025",
        "Bild: Archiv",
        "Wohin?",
        " ",
        "Text ohne Ende",
        "Impressum",
        "(a. B",
        "„Ja.“",
        "\u00ad",
        "\u2028",
        "ﬁ",
        "İ",
    ]
)


def readable(text: str) -> bool:
    return any(character.isalnum() for character in text)


@given(st.lists(PIECES, max_size=25).map("".join).filter(readable))
@example("Quellen\n- a.")
def test_any_text_is_partitioned(text: str) -> None:
    draft = page(text, kind="text")
    assert draft.text == text
    assert_partition(draft)
    assert all(not text[start:end].strip() or text[start:end].strip() in "-1.[2]•" for start, end in draft.marks)


@given(st.text(max_size=300))
def test_any_string_is_read_or_refused_by_its_own_error(text: str) -> None:
    draft, key = read_or_key(text, "text")
    assert (draft is None) == key.startswith("page_")
    if draft is not None:
        assert_partition(draft)


def test_a_whole_page_of_text() -> None:
    draft = page(RATGEBER.read_bytes())
    kinds = [one.kind for one in draft.statements]
    assert kinds.count(StatementKind.GLOSSARY) == 2
    assert kinds.count(StatementKind.CAPTION) == 1
    assert [one.exact for one in draft.statements if one.kind is StatementKind.HEADING] == [
        "Leben mit einem Stoma: das Wichtigste in Kürze",
        "Lexikon",
        "Was hilft bei Problemen?",
        "Adressen",
        "Literatur",
        "Leitlinien",
        "Bücher",
        "Haben Sie noch Fragen?",
    ]
    assert [(one.bullet, one.group) for one in draft.listed] == [
        ("1. ", "Leitlinien"),
        ("2. ", "Leitlinien"),
        ("[3] ", "Bücher"),
    ]
    assert draft.listed[0].text.count("\n") == 1
    assert [one.why for one in draft.set_aside] == ["furniture_page_date"]
    assert (draft.published, draft.title) == ("2024-03-04", "Leben mit einem Stoma: das Wichtigste in Kürze")
    assert [one.lapse_rule for one in draft.statements if one.lapse_rule] == ["year_end"]
    assert draft.statements[-1].heading_path == ("Haben Sie noch Fragen?",)


def test_list_item_of_two_sentences_becomes_two_items() -> None:
    draft = page("- Das tut weh. Dann ruft man an.\n- Das heilt.", kind="text")
    assert [one.exact for one in draft.statements] == ["Das tut weh.", "Dann ruft man an.", "Das heilt."]
    assert {one.kind for one in draft.statements} == {StatementKind.LIST_ITEM}


def test_hard_wrapped_text_is_joined_to_paragraphs() -> None:
    text = (
        "Die Haut ist das größte Organ des Menschen und schützt\nvor Keimen und Kälte. Sie wächst ein Leben lang und\n"
        "erneuert sich dabei etwa alle vier Wochen ganz von\nselbst.\n\nPflege\n\n"
        "Milde Seife reicht den meisten Menschen aus, um\ngesund zu bleiben.\n"
    )
    draft = page(text, kind="text")
    assert [one.kind.value for one in draft.statements] == ["sentence", "sentence", "heading", "sentence"]
    assert draft.statements[0].exact.endswith("schützt\nvor Keimen und Kälte.")
    assert_partition(draft)


def test_prefix_and_suffix_are_what_stands_around() -> None:
    draft = page("Erster Satz hier. Zweiter Satz dort. Dritter Satz.", kind="text")
    middle = draft.statements[1]
    assert (middle.prefix, middle.exact, middle.suffix) == (
        "Erster Satz hier. ",
        "Zweiter Satz dort.",
        " Dritter Satz.",
    )


@pytest.mark.parametrize(
    "line, iso",
    [
        ("Stand: 04.03.2025", "2025-03-04"),
        ("Erstellt am 12. Mai 2024", "2024-05-12"),
        ("Letzte Aktualisierung: 03/2023", "2023-03"),
        ("Zuletzt geändert: März 2022", "2022-03"),
        ("Last updated: March 4, 2021", "2021-03-04"),
        ("Stand: 31.02.2024", ""),
        ("Aktualisiert am: 2020-01-02", "2020-01-02"),
    ],
)
def test_a_line_that_says_only_the_date_of_the_page_is_its_date(line: str, iso: str) -> None:
    draft = page(f"Ein Satz über Husten.\n{line}\n", kind="text")
    assert draft.published == iso
    assert [one.text for one in draft.set_aside] == [line]
