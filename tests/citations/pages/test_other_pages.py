"""Pages of many makers, read by structure alone: hospital, foundation, encyclopaedia, blog, portal, print view, ..."""

from collections import Counter
from pathlib import Path

import pytest

from citations.identity import identify
from citations.kinds import Harm, StatementKind
from citations.pages import read_page
from citations.records import PageDraft, Prose, Reference
from tests.citations.pages.expected_pages import EXPECTED, Expected
from tests.citations.pages.reading import assert_partition

PAGES = Path(__file__).resolve().parents[2] / "pages"
KINDS = tuple(StatementKind)
EVERY = pytest.mark.parametrize("wanted", EXPECTED, ids=[one.name for one in EXPECTED])
_NO_BODY = (StatementKind.HEADING, StatementKind.CAPTION)


def draft_of(name: str) -> PageDraft:
    return read_page((PAGES / name).read_bytes(), url=f"https://www.example.org/{name}")


def statements(name: str) -> dict[str, tuple[StatementKind, Harm, tuple[str, ...]]]:
    return {one.exact: (one.kind, one.harm, one.heading_path) for one in draft_of(name).statements}


def key_of(reading: object) -> str:
    if isinstance(reading, Reference):
        return identify(reading).key
    return "prose" if isinstance(reading, Prose) else "unread"


@EVERY
def test_no_character_of_a_page_is_lost(wanted: Expected) -> None:
    assert_partition(draft_of(wanted.name))


@EVERY
def test_a_page_has_its_statements_and_nothing_of_the_navigation(wanted: Expected) -> None:
    draft = draft_of(wanted.name)
    counts = Counter(one.kind for one in draft.statements)
    body = [one for one in draft.statements if one.kind not in _NO_BODY]
    assert tuple(counts[kind] for kind in KINDS) == _in_order(wanted)
    assert (body[0].exact, body[-1].exact) == (wanted.first, wanted.last)
    assert body[-1].heading_path == wanted.last_path


def _in_order(wanted: Expected) -> tuple[int, ...]:
    names = ("sentence", "list_item", "heading", "glossary", "caption")
    by_name = dict(zip(names, wanted.counts, strict=True))
    return tuple(by_name[kind.value] for kind in KINDS)


@EVERY
def test_every_line_of_the_list_stands_in_its_group_with_its_key(wanted: Expected) -> None:
    draft = draft_of(wanted.name)
    assert [(one.group, one.bullet, key_of(one.reading)) for one in draft.listed] == list(wanted.listed)
    assert [one.position for one in draft.listed] == list(range(1, len(draft.listed) + 1))


@EVERY
def test_a_page_says_its_title_and_its_date(wanted: Expected) -> None:
    draft = draft_of(wanted.name)
    assert (draft.title, draft.published) == (wanted.title, wanted.published)
    assert draft.language == ("en" if wanted.name == "charity.html" else "de")


@EVERY
def test_what_is_set_aside_says_why(wanted: Expected) -> None:
    draft = draft_of(wanted.name)
    assert {one.why.removeprefix("furniture_") for one in draft.set_aside} == set(wanted.aside)


@pytest.mark.parametrize(
    "name, row, harm",
    [
        ("arzneimittel.html", "Steigerung\num 5 mg alle 2–4 Wochen", Harm.H3),
        ("blog.html", "Linsen\n8 mg", Harm.H3),
        ("typo3.html", "1\n140–159\n90–99", Harm.H1),
    ],
)
def test_a_row_of_a_table_is_one_statement(name: str, row: str, harm: Harm) -> None:
    kind, found, _ = statements(name)[row]
    assert (kind, found) == (StatementKind.LIST_ITEM, harm)


@pytest.mark.parametrize(
    "name, words, path",
    [
        ("stiftung.html", "Eine Diät ohne nachgewiesene Allergie wird nicht empfohlen.",
         ("Leben mit Neurodermitis", "Pflege im Alltag", "Hilft eine Diät?")),
        ("typo3.html", "Gemessen wird im Sitzen, nach fünf Minuten Ruhe.", ("Bluthochdruck", "Wie wird gemessen?")),
        ("enzyklopaedie.html", "Die Ursachen sind nicht vollständig geklärt.", ("Spannungskopfschmerz", "Ursachen")),
        ("ratgeber.md", "Regelmäßiger Schlaf beugt Attacken vor.",
         ("Migräne bei Kindern", "Behandlung", "Vorbeugung")),
        ("guertelrose.html", "Der Ausschlag folgt dem Verlauf eines Nervs („Gürtel“).",
         ("Gürtelrose", "Woran erkennt man sie?")),
    ],
)  # fmt: skip
def test_folded_sections_marks_and_layout_tables_give_the_headings(
    name: str, words: str, path: tuple[str, ...]
) -> None:
    assert statements(name)[words][2] == path


@pytest.mark.parametrize(
    "name, words",
    [
        ("autorenbox.html", "Autorin: Redaktion Ernährung"),
        ("autorenbox.html", "Fachlich geprüft von: Innere Medizin, 09/2023"),
        ("charity.html", "Next review due: 14 March 2027"),
        ("klinik.html", "Sekretariat Viszeralchirurgie\nTelefon: 0000 12345\nE-Mail schreiben"),
    ],
)
def test_who_wrote_a_page_and_how_to_call_needs_no_source(name: str, words: str) -> None:
    assert statements(name)[words][1] is Harm.H0


def test_a_page_in_windows_letters_is_decoded() -> None:
    assert draft_of("guertelrose.html").encoding == "windows-1252"


@pytest.mark.parametrize("name", [one.name for one in EXPECTED])
def test_no_page_is_told_to_lack_its_list(name: str) -> None:
    assert draft_of(name).notices == ()
