"""Lists of recommendations as guidelines print them: which one was checked, modified, is new or gone (domain 1.1).

Reads text that people paste. What is not understood is reported line by line and never guessed.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from citations.kinds import Change
from citations.places import places

LONGEST = 200_000
"""Characters of a pasted list that are read; the rest is reported as one line."""

_WORDS: dict[Change, str] = {
    Change.CHECKED: r"geprüft|überprüft|checked|reviewed",
    Change.CONFIRMED: r"bestätigt|confirmed|reaffirmed",
    Change.MODIFIED: r"modifiziert|geändert|aktualisiert|modified|amended|updated",
    Change.NEW: r"neu|hinzugefügt|new|added",
    Change.REMOVED: r"gestrichen|entfallen|entfällt|gelöscht|removed|deleted",
}
_WORD = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{one.value}>{words})" for one, words in _WORDS.items()) + r")(?![\w-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.])(?:(?:0?[1-9]|1[0-2])\s?/\s?)?((?:19|20)\d\d)(?![\d.]*\d)")
_CELLS = re.compile(r"\t+|\s{2,}|\s*\|\s*")
_LOOSE = " \t.,:;=()[]-–—*•"


@dataclass(frozen=True, slots=True)
class Marked:
    """One recommendation with what a version says of it; ``place`` as printed, ``key`` in comparable form."""

    place: str
    key: str
    change: Change
    year: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that says nothing that was understood; ``why`` is a key of the catalogue."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What was read of a list: every line that is not blank is in one of the two, in its order."""

    marked: tuple[Marked, ...]
    unread: tuple[Unread, ...]


def read_marks(text: str) -> Marks:
    """Return the marks of a pasted list and the lines that were not understood.

    A place that is marked in two ways in one list is reported with each of its lines: nobody can say which one holds.
    """
    lines = [(n, line.strip()) for n, line in enumerate(text[:LONGEST].splitlines(), 1)]
    found: list[Marked] = []
    unread: list[Unread] = []
    rest = [one for one in lines if one[1]]
    if len(text) > LONGEST:
        unread.append(Unread(len(lines), text[LONGEST : LONGEST + 80], "marks.too_long"))
    while rest:
        number, line = rest.pop(0)
        read = read_line(line, number)
        if isinstance(read, Unread) and rest and _is_place(line) and _is_change(rest[0][1]):
            read = read_line(f"{line} {rest.pop(0)[1]}", number)
        if isinstance(read, Unread):
            unread.append(read)
        else:
            found += read
    return _without_contradictions(found, unread, dict(lines))


def read_line(line: str, number: int = 1) -> tuple[Marked, ...] | Unread:
    """Return the recommendations that one line marks, or why it was not understood."""
    cells = [cell for cell in _CELLS.split(line) if cell.strip(_LOOSE)]
    telling = [cell for cell in cells if _is_change(cell)]
    if len(cells) > 1 and telling:
        return _of_table(line, number, cells, telling)
    words = list(_WORD.finditer(line))
    if len(words) != 1:
        return Unread(number, line, "marks.no_change" if not words else "marks.two_changes")
    before, after = line[: words[0].start()], line[words[0].end() :]
    year, (before, after) = _taken(before, after)
    if bool(before) is bool(after):
        return Unread(number, line, "marks.no_place")
    return _marked(line, number, before or after, (_change(words[0]), year))


def _of_table(line: str, number: int, cells: list[str], telling: list[str]) -> tuple[Marked, ...] | Unread:
    """Return what a row of a table marks: its place stands first, its change alone in a cell."""
    if len(telling) > 1:
        return Unread(number, line, "marks.two_changes")
    match = _WORD.search(telling[0])
    if match is None:
        return Unread(number, line, "marks.no_change")
    others = [cell for cell in cells if cell is not telling[0]]
    years = {
        year for cell in [telling[0], *others[1:]] if (year := _year_alone(cell, match if cell is telling[0] else None))
    }
    if not others or len(years) > 1:
        return Unread(number, line, "marks.no_place" if not others else "marks.two_years")
    if len(others) > 1 and others[0].strip(_LOOSE).isdecimal() and "." in others[1] and places(others[1]):
        return Unread(number, line, "marks.two_places")
    place = others[0]
    if not places(place) and len(others) > 1 and places(f"{place} {others[1]}"):
        place = f"{place} {others[1]}"
    return _marked(line, number, place, (_change(match), next(iter(years), None)))


def _year_alone(cell: str, word: re.Match[str] | None) -> int | None:
    """Return the year a cell says, beside a change or alone."""
    text = cell[: word.start()] + cell[word.end() :] if word else cell
    year, (before, after) = _taken(text, "")
    return None if before or after else year


def _marked(line: str, number: int, place: str, said: tuple[Change, int | None]) -> tuple[Marked, ...] | Unread:
    """Return one mark for each place, or that the place was not understood."""
    keys = places(place)
    if not keys:
        return Unread(number, line, "marks.no_place")
    printed = " ".join(place.split()).strip(_LOOSE)
    return tuple(Marked(printed if len(keys) == 1 else key, key, *said, number) for key in keys)


def _taken(before: str, after: str) -> tuple[int | None, tuple[str, str]]:
    """Return the year that stands next to a change, and what is left around it without loose signs."""
    year = None
    for match in (_YEAR.match(after.lstrip(_LOOSE)), _YEAR.fullmatch(before.strip(_LOOSE)) or _ending(before)):
        if match is not None and year is None:
            year = int(match[1])
            if match.string == after.lstrip(_LOOSE):
                after = match.string[match.end() :]
            else:
                before = match.string[: match.start()]
    return year, (before.strip(_LOOSE), after.strip(_LOOSE))


def _ending(text: str) -> re.Match[str] | None:
    """Return the year at the end of a text."""
    bare = text.rstrip(_LOOSE)
    return next((match for match in _YEAR.finditer(bare) if match.end() == len(bare)), None)


def _change(match: re.Match[str]) -> Change:
    """Return the change that a word names."""
    return next(one for one in Change if match[one.value])


def _is_change(text: str) -> bool:
    """Say whether a text is a change alone, with its year or without."""
    match = _WORD.search(text)
    if match is None or _WORD.search(text, match.end()):
        return False
    return _taken(text[: match.start()], text[match.end() :])[1] == ("", "")


def _is_place(text: str) -> bool:
    """Say whether a text is a place alone."""
    return bool(places(text))


def _without_contradictions(found: list[Marked], unread: list[Unread], lines: dict[int, str]) -> Marks:
    """Return marks with each place once; one that is marked in two ways is reported with all its lines."""
    grouped: dict[str, list[Marked]] = defaultdict(list)
    for one in found:
        grouped[one.key].append(one)
    torn = {key for key, several in grouped.items() if len({(one.change, one.year) for one in several}) > 1}
    wrong = {one.line for one in found if one.key in torn}
    unread += [Unread(number, lines[number], "marks.contradiction") for number in sorted(wrong)]
    kept = [several[0] for key, several in grouped.items() if key not in torn]
    return Marks(tuple(kept), tuple(sorted(unread, key=lambda one: one.line)))
