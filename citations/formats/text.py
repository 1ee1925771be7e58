"""The printed list of sources as plain text, in house style, from listed lines; of all sources, by kind and title.

Read, it is any printed list: numbered, with bullets, a line each, over several lines, or run on.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from citations.formats.incoming import Entry, Incoming, Problem
from citations.formats.item import ExportItem, Format, ListedOut
from citations.kinds import SourceKind
from citations.pages.source_headings import is_group_title
from citations.records import Reference, Unread
from citations.references import print_reference, read_line, split_list
from citations.references.lists import without_numbers
from citations.references.several import further_works
from citations.references.source_kinds import source_kind

FORMAT = Format("text", "text/plain; charset=utf-8", "txt", "format.text")

_SHORT, _FEWEST_SIGNS = 8, 3
_SHORTEST_TITLE = len("Links")
_ORDER = {kind: place for place, kind in enumerate(SourceKind)}


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield all items as house-style lines, guidelines first, each kind by title."""
    return render_lines(listed(items))


def render_lines(lines: Iterable[ListedOut]) -> Iterator[str]:
    """Yield lines as plain text: each group under its heading, groups apart by an empty line."""
    for place, (group, rows) in enumerate(groupby(lines, key=lambda line: line.group)):
        yield ("\n" if place else "") + (f"{group}\n" if group else "")
        yield from (f"{row.bullet}{row.text}\n" for row in rows)


def listed(items: Iterable[ExportItem]) -> Iterator[ListedOut]:
    """Return all items as lines without groups, by kind and title; of an item only its line is kept for sorting."""
    rows = [(_ORDER[item.kind], item.reference.title.casefold(), item.cite_key, _line(item)) for item in items]
    return (ListedOut("", "", line) for _, _, _, line in sorted(rows))


def _line(item: ExportItem) -> str:
    return " ".join(print_reference(item.reference).splitlines())


def read(lines: Iterable[str]) -> Iterator[Incoming]:
    """Yield what each printed reference says: an entry for each work of a line, and for each source in a sentence.

    Titles of the list and of its groups are no entries. A printed list has no mark that ends an entry, so the list is
    cut as a whole and kept whole until it is read.
    """
    text = "".join(lines).replace("\r\n", "\n").replace("\r", "\n")
    parts = [part for block in _blocks(text) for part in split_list(block)]
    for (line, raw), words in zip(_placed(text, parts), without_numbers(parts), strict=True):
        if _is_title(raw):
            continue
        yield from _entries(line, raw, words)
        for work in further_works(words):
            yield from _entries(line, work, work)


def _entries(line: int, raw: str, words: str) -> Iterator[Incoming]:
    """Yield what a printed line says: its first work, each source that a sentence names, or that nobody can read it."""
    reading = read_line(words) if _says_something(words) else Unread("no_source_recognised")
    if isinstance(reading, Unread):
        yield Problem(line, raw, f"line.{reading.why}")
    elif isinstance(reading, Reference):
        yield _entry(line, raw, reading)
    else:
        yield from (_entry(line, raw, mention.reference) for mention in reading.mentions)


def _blocks(text: str) -> Iterator[str]:
    """Yield a list in pieces: each title of the list or of a group by itself, and what stands between two titles."""
    held: list[str] = []
    for line in text.split("\n"):
        if _is_title(line):
            yield from ("\n".join(held), line)
            held = []
        else:
            held.append(line)
    yield "\n".join(held)


def _is_title(line: str) -> bool:
    """Say whether a line is the title of a list or of a group in it: no entry, and no fault."""
    return len(line) >= _SHORTEST_TITLE and "\n" not in line and is_group_title(line.strip().rstrip(" :"))


def _says_something(words: str) -> bool:
    """Say whether a line has at least three letters or digits, or is a paragraph of a law; nothing less is a source."""
    return len(words) > _SHORT or "§" in words or sum(map(str.isalnum, words)) >= _FEWEST_SIGNS


def recognises(head: str) -> bool:  # noqa: ARG001 - of every format that is read
    """Say no: printed references are what no other format recognises."""
    return False


def _entry(line: int, raw: str, reference: Reference) -> Entry:
    return Entry(ExportItem(cite_key="", kind=source_kind(reference), reference=reference), line, raw)


def _placed(text: str, parts: list[str]) -> Iterator[tuple[int, str]]:
    """Yield each part with the line it begins in; parts stand in the text in order."""
    line, place = 1, 0
    for part in parts:
        begins = max(place, text.find(part.split("\n", 1)[0], place))
        line += text.count("\n", place, begins)
        place = begins
        yield line, part
        inside = part.rpartition("\n")[2]
        ends = max(place, text.find(inside, place)) if "\n" in part else place
        line += text.count("\n", place, ends)
        place = ends + len(inside)
