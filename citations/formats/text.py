"""The printed list of sources as plain text, in house style, from listed lines; of all sources, by kind and title."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from citations.formats.item import ExportItem, Format, ListedOut
from citations.kinds import SourceKind
from citations.references.house_style import print_reference

FORMAT = Format("text", "text/plain; charset=utf-8", "txt", "format.text")

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
