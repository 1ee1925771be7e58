"""Lists of recommendations with their marks: every line is read or reported, nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.kinds import Change
from citations.recommendations import LONGEST, Unread, read_line, read_marks

READ = [
    ("3.1 modifiziert 2025", "3.1", Change.MODIFIED, 2025),
    ("Empfehlung 3.2: geprüft", "3.2", Change.CHECKED, None),
    ("4.5 NEU", "4.5", Change.NEW, None),
    ("3.7\tBei neu aufgetretenem Tumor soll geprüft werden, ob …\tA\tmodifiziert 2025", "3.7", Change.MODIFIED, 2025),
    ("6.12. Konsensbasierte Empfehlung modifiziert 2022", "6.12", Change.MODIFIED, 2022),
    ("6.12.  Konsensbasierte Empfehlung  modifiziert 2022", "6.12", Change.MODIFIED, 2022),
    ("10.1 geprüft (2023)", "10.1", Change.CHECKED, 2023),
    ("10.1 geprüft 03/2023", "10.1", Change.CHECKED, 2023),
    ("10.2 2023 geprüft", "10.2", Change.CHECKED, 2023),
    ("10.3\tgeprüft\t2025", "10.3", Change.CHECKED, 2025),
    ("| 13.1 | Text | bestätigt 2021 |", "13.1", Change.CONFIRMED, 2021),
    ("14.1 – gestrichen", "14.1", Change.REMOVED, None),
    ("15.1\tText\t1a\tA\tneu 2024", "15.1", Change.NEW, 2024),
    ("E3-1: bestätigt 2020", "3-1", Change.CONFIRMED, 2020),
    ("• 2.4 – aktualisiert", "2.4", Change.MODIFIED, None),
    ("Empfehlung\t3.9\tneu", "3.9", Change.NEW, None),
    ("7.2 checked 2024", "7.2", Change.CHECKED, 2024),
    ("5.6 EK geprüft 2025", "5.6", Change.CHECKED, 2025),
    ("5.7 Expertenkonsens neu 2025", "5.7", Change.NEW, 2025),
]
NOT_READ = [
    ("Nummer\tEmpfehlung\tGrad", "marks.no_change"),
    ("8.1 nicht geprüft", "marks.no_place"),
    ("8.1 ungeprüft", "marks.no_change"),
    ("8.1 neu formuliert", "marks.no_place"),
    ("geprüft 2024", "marks.no_place"),
    ("Bei 3.1 wurde geprüft, ob", "marks.no_place"),
    ("3.1 geprüft 2024, modifiziert 2025", "marks.two_changes"),
    ("3.1\tneu\tgeprüft", "marks.two_changes"),
    ("11\t11.3\tneu", "marks.two_places"),
    ("11.3\tneu 2024\t2025", "marks.two_years"),
    ("3.1 modifiziert 2025 2024", "marks.no_place"),
]


@pytest.mark.parametrize("line, key, change, year", READ)
def test_a_line_says_what_became_of_a_recommendation(line: str, key: str, change: Change, year: int | None) -> None:
    read = read_line(line)
    assert not isinstance(read, Unread), read
    assert [(one.key, one.change, one.year) for one in read] == [(key, change, year)]


@pytest.mark.parametrize("line, why", NOT_READ)
def test_a_line_that_is_not_clear_is_reported(line: str, why: str) -> None:
    read = read_line(line)
    assert isinstance(read, Unread)
    assert read.why == why


def test_a_range_and_a_list_mark_each_of_their_recommendations() -> None:
    read = read_marks("5.1–5.4 geprüft\nNeu: 7.1, 7.3\n")
    assert [(one.key, one.change) for one in read.marked] == [
        *((f"5.{n}", Change.CHECKED) for n in range(1, 5)),
        ("7.1", Change.NEW),
        ("7.3", Change.NEW),
    ]


def test_a_place_and_its_mark_on_two_lines_belong_together() -> None:
    read = read_marks("9.1\n\nEmpfehlung 9.2\ngeprüft 2024\n9.3 neu\n")
    assert [(one.key, one.change, one.year) for one in read.marked] == [
        ("9.2", Change.CHECKED, 2024),
        ("9.3", Change.NEW, None),
    ]
    assert [one.text for one in read.unread] == ["9.1"]


def test_what_is_marked_in_two_ways_is_reported_with_both_lines_and_kept_with_none() -> None:
    read = read_marks("1.1 geprüft\n1.2 neu\nEmpfehlung 1.1: modifiziert\n1.2 neu\n")
    assert [one.key for one in read.marked] == ["1.2"]
    assert [(one.line, one.why) for one in read.unread] == [(1, "marks.contradiction"), (3, "marks.contradiction")]


def test_a_list_that_is_too_long_says_from_where_on_it_was_not_read() -> None:
    read = read_marks("1.1 neu\n" + "x" * LONGEST)
    assert "marks.too_long" in {one.why for one in read.unread}


_WORD = {
    Change.CHECKED: "geprüft",
    Change.CONFIRMED: "bestätigt",
    Change.MODIFIED: "modifiziert",
    Change.NEW: "neu",
    Change.REMOVED: "gestrichen",
}
FORMS = ("{place} {said}", "Empfehlung {place}: {said}", "{place}\tText, der neu ist\tA\t{said}", "{said}: {place}")
_YEARS = st.none() | st.integers(2000, 2026)


@given(
    st.dictionaries(st.tuples(st.integers(1, 20), st.integers(1, 99)), st.tuples(st.sampled_from(Change), _YEARS)),
    st.sampled_from(FORMS),
)
def test_a_printed_list_is_read_back(marks: dict[tuple[int, int], tuple[Change, int | None]], form: str) -> None:
    lines = []
    for (chapter, number), (change, year) in marks.items():
        said = f"{_WORD[change]} {year}" if year else _WORD[change]
        lines.append(form.format(place=f"{chapter}.{number}", said=said))
    read = read_marks("\n".join(lines))
    assert read.unread == ()
    assert {one.key: (one.change, one.year) for one in read.marked} == {
        f"{chapter}.{number}": said for (chapter, number), said in marks.items()
    }


_LINES = st.lists(st.text(alphabet="3.1 2025|\tEneugprüftmodz–-:,;()x", max_size=30) | st.text(max_size=30), max_size=8)


@given(_LINES)
def test_every_line_is_read_or_reported(lines: list[str]) -> None:
    text = "\n".join(lines)
    read = read_marks(text)
    told = {one.line for one in read.marked} | {one.line for one in read.unread}
    numbers = [n for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    # a mark alone belongs to the place on the line before it
    assert all(n in told or any(m in told for m in numbers if m < n) for n in numbers)
    assert all(one.key for one in read.marked)
