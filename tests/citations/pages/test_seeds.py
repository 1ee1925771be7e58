"""The two seed pages: kinds, lists, time words and classes, named by line number; their sentences stay outside."""

import time
from collections.abc import Callable

import pytest

from citations.kinds import Harm, StatementKind
from citations.records import DraftStatement, PageDraft
from tests.citations.pages.reading import assert_partition, page


def on_line(draft: PageDraft, line: int) -> list[DraftStatement]:
    return [one for one in draft.statements if draft.text.count("\n", 0, one.start) + 1 == line]


def test_seeds_are_partitioned_without_a_gap(seed_a: str, seed_b: str) -> None:
    for seed in (seed_a, seed_b):
        draft = page(seed)
        assert draft.text == seed
        assert_partition(draft)


def test_time_words_of_seed_a_stand_in_exactly_five_statements(seed_a: str) -> None:
    draft = page(seed_a)
    lines = [draft.text.count("\n", 0, one.start) + 1 for one in draft.statements if one.time_words]
    assert lines == [15, 47, 49, 50, 68]


def test_list_of_seed_a_has_its_sixteen_lines_in_five_blocks(seed_a: str) -> None:
    draft = page(seed_a)
    lines = seed_a.split("\n")
    printed = [line for number in (*range(84, 90), 91, 92, *range(94, 100), 101, 102) for line in [lines[number - 1]]]
    assert [one.bullet + one.text for one in draft.listed] == printed
    assert [one.position for one in draft.listed] == list(range(1, 17))
    groups = list(dict.fromkeys(one.group for one in draft.listed))
    assert groups == [lines[82], lines[89], lines[92], lines[99]]
    assert draft.notices == ()


def test_headings_glossary_and_caption_of_seed_a_are_told_apart(seed_a: str) -> None:
    draft = page(seed_a)
    lines = {
        kind: [draft.text.count("\n", 0, one.start) + 1 for one in draft.statements if one.kind is kind]
        for kind in StatementKind
    }
    assert lines[StatementKind.HEADING] == [
        4,
        8,
        14,
        16,
        30,
        33,
        39,
        46,
        52,
        58,
        62,
        66,
        67,
        77,
        80,
        82,
        83,
        90,
        93,
        100,
    ]
    assert lines[StatementKind.GLOSSARY] == [17, 18, 40]
    assert lines[StatementKind.CAPTION] == [35]
    assert on_line(draft, 68)[0].heading_path[-1] == on_line(draft, 67)[0].exact
    assert on_line(draft, 19)[0].heading_path == (on_line(draft, 14)[0].exact,)


@pytest.mark.parametrize(
    "line, place, harm",
    [
        (49, -1, Harm.H3),
        (47, 1, Harm.H3),
        (47, 2, Harm.H3),
        (37, 1, Harm.H3),
        (31, 1, Harm.H2),
        (60, 0, Harm.H2),
        (60, 1, Harm.H2),
        (59, 0, Harm.H2),
        (59, 1, Harm.H2),
        (10, 0, Harm.H1),
        (75, 2, Harm.H2),
        (32, 0, Harm.H0),
    ],
)
def test_harm_classes_of_seed_a(seed_a: str, line: int, place: int, harm: Harm) -> None:
    assert on_line(page(seed_a), line)[place].harm is harm


def test_seed_b_is_twelve_statements_with_their_classes(seed_b: str) -> None:
    draft = page(seed_b)
    assert [one.harm.value for one in draft.statements] == [
        "H1",
        "H1",
        "H3",
        "H1",
        "H3",
        "H3",
        "H3",
        "H3",
        "H3",
        "H2",
        "H0",
        "H0",
    ]
    assert [bool(one.time_words) for one in draft.statements] == [number in {7, 8, 9} for number in range(1, 13)]
    assert [number for number, one in enumerate(draft.statements, 1) if one.lapse_rule] == [9]
    assert draft.statements[8].lapse_rule == "year_end"
    assert draft.notices == ("no_source_list",)


def test_body_of_seed_a_names_its_portal(seed_a: str) -> None:
    draft = page(seed_a)
    named = [(draft.statements[index], reference.organisations[0].name) for index, reference in draft.mentions]
    assert named[0] == (on_line(draft, 32)[0], "OncoMap")
    assert {one.start for one, _ in named} == {on_line(draft, 32)[0].start}


def test_seed_a_reads_the_same_with_windows_line_ends(seed_a: str) -> None:
    crlf = page(seed_a.replace("\n", "\r\n").encode())
    plain = page(seed_a)
    assert "\r\n" in crlf.text
    assert [one.exact for one in crlf.statements] == [one.exact for one in plain.statements]
    assert [one.text for one in crlf.listed] == [one.text for one in plain.listed]
    assert_partition(crlf)


def quickest(act: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return min(times)


def test_seed_a_is_read_quickly(seed_a: str) -> None:
    assert quickest(lambda: page(seed_a)) < 0.5
