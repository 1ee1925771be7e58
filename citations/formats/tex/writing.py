"""Writes entries with bibtexparser, block by block, so that memory is that of one block at any size.

bibtexparser's own way holds the whole library and copies it before it writes; given in blocks, and with values that are
already escaped and delimited, it has nothing to copy.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry
from bibtexparser.writer import BibtexFormat

from citations.collector import paused_collector
from citations.formats.item import ExportItem

BLOCK = 250
Made = tuple[str, str, dict[str, str]]
"""Entry type, citation key, and the fields as escaped values with their delimiters."""


class _Field(NamedTuple):
    """A field that is written and dropped: what the writer looks at, and nothing that watches over it."""

    key: str
    value: str


_field = partial(tuple.__new__, _Field)  # of a name and a value, without a step of Python for each of a million


class _Entry(Entry):
    """An entry that is written and dropped: plain attributes instead of properties, which are a call for each look."""

    entry_type = key = ""
    fields: list[_Field] = []  # type: ignore[assignment]  # noqa: RUF012 - a property there, of each entry here

    def __init__(self, made: Made) -> None:
        self.entry_type, self.key, values = made
        self.fields = list(map(_field, values.items()))


class _Block(Library):
    """A block of the file. Its keys have been compared (``_refuse_doubles``); a library would do it twice more."""

    blocks: list[_Entry] = []  # type: ignore[assignment]  # noqa: RUF012 - as above

    def __init__(self, entries: list[_Entry]) -> None:
        self.blocks = entries


class _Layout(BibtexFormat):
    """How our files are laid out; plain attributes as above."""

    indent = "  "
    value_column = 0
    trailing_comma = True
    block_separator = "\n"


class DoubledKeyError(ValueError):
    """Two versions in one export have the same citation key; a file with a doubled key is read by no program whole."""


def written(items: Iterable[ExportItem], make: Callable[[ExportItem], Made]) -> Iterator[str]:
    """Yield the file in pieces of some hundred entries; raises DoubledKeyError where neighbours share a key."""
    waiting = iter(items)
    last, before = "", ""
    while True:
        with paused_collector():
            entries = [_Entry(make(item)) for item in islice(waiting, BLOCK)]
            if not entries:
                return
            _refuse_doubles(last, entries)
            text = write_string(_Block(entries), unparse_stack=[], bibtex_format=_Layout())  # type: ignore[no-untyped-call]
            last = entries[-1].key
            del entries
        yield before + text
        before = "\n"


def _refuse_doubles(last: str, entries: list[_Entry]) -> None:
    """Refuse a key met twice in a block or right after it; items come in the order of their keys."""
    seen = {last} if last else set()
    for entry in entries:
        if entry.key in seen:
            raise DoubledKeyError(f"the key {entry.key} is there twice")
        seen.add(entry.key)
