"""Writes entries with bibtexparser, block by block, so that memory is that of one block at any size.

bibtexparser's own way holds the whole library and copies it before it writes; given in blocks, and with values that are
already escaped and delimited, it has nothing to copy.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Block, Entry, Field
from bibtexparser.writer import BibtexFormat

from citations.collector import paused_collector
from citations.formats.item import ExportItem

BLOCK = 250
Made = tuple[str, str, dict[str, str]]
"""Entry type, citation key, and the fields as escaped values with their delimiters."""


class _Field(Field):
    """A field that is written and dropped: plain attributes, for nothing watches over them."""

    key = value = ""  # instead of properties, which are a call for each look

    def __init__(self, key: str, value: str) -> None:
        self.key = key
        self.value = value


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
            entries = [_entry(make(item)) for item in islice(waiting, BLOCK)]
            if not entries:
                return
            _refuse_doubles(last, entries)
            text = write_string(_library(entries), unparse_stack=[], bibtex_format=_Layout())  # type: ignore[no-untyped-call]
            last = entries[-1].key
            del entries
        yield before + text
        before = "\n"


def _entry(made: Made) -> Entry:
    kind, key, fields = made
    return Entry(kind, key, list(map(_Field, fields, fields.values())))


def _refuse_doubles(last: str, entries: list[Entry]) -> None:
    """Refuse a key met twice in a block or right after it; items come in the order of their keys."""
    seen = {last} if last else set()
    for entry in entries:
        if entry.key in seen:
            raise DoubledKeyError(f"the key {entry.key} is there twice")
        seen.add(entry.key)


def _library(entries: list[Entry]) -> Library:
    blocks: list[Block] = [*entries]
    return Library(blocks)
