"""BibTeX out and in: our streams beside bibtexparser's and pybtex's own writer and parser, in the same run.

How many entries may be said behind the name: 100,000 where nothing is.
"""

import io
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial

import bibtexparser
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Block, Entry, Field
from pybtex.database import parse_string
from pybtex.database.output.bibtex import Writer

from citations.formats import biblatex
from citations.formats.item import ExportItem
from citations.formats.tex.writing import Made
from tests.citations.formats.items import many

TIMED = 100_000
PYBTEX = 5_000
WEIGHED = (1_000, 100_000)


def main(count: int = TIMED) -> None:
    """Print entries per second of writers and readers, and the peak of traced memory of ours as files grow."""
    _speeds(count)
    print(f"\n{'peak of traced memory':48} entries        MB")
    for size in sorted({min(size, count) for size in WEIGHED}):
        for name, work in (("write: ours", _written), ("read: ours, streamed from the writer", _read)):
            print(f"{name:44} {size:11} {peak(partial(work, size)) / 1e6:9.2f}")


def _speeds(count: int) -> None:
    items = list(many(count))
    text = "".join(biblatex.render(items))
    small = "".join(biblatex.render(many(min(count, PYBTEX))))
    known = parse_string(small, "bibtex")
    ready = [biblatex.entry(item) for item in items]
    made = list(map(_plain, ready))
    print("ours starts from sources: it makes every value, escapes it, and adds what gives all facts back;")
    print("theirs does less: it is given our values, and where nothing else is said does not even make them\n")
    print(f"{'work':58} entries/s")
    _timed("write: ours, in blocks", count, lambda: sum(map(len, biblatex.render(items))))
    _timed("write: bibtexparser, the making of entries included", count, lambda: _whole(items))
    _timed("write: bibtexparser, library built of values made before", count, lambda: _built(ready))
    _timed("write: bibtexparser, entries made before", count, lambda: len(write_string(Library(list[Block](made)))))
    _timed("write: pybtex", len(known.entries), lambda: Writer().to_string(known))
    _timed("read: ours", count, lambda: sum(1 for _ in biblatex.read(io.StringIO(text))))
    _timed("read: bibtexparser, text only", count, lambda: bibtexparser.parse_string(text))  # type: ignore[attr-defined]
    _timed("read: pybtex", len(known.entries), lambda: parse_string(small, "bibtex"))


def peak(work: Callable[[], object]) -> int:
    """Return the most bytes held at a time while something is done and its result thrown away."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def _timed(name: str, count: int, work: Callable[[], object]) -> None:
    started, used = time.perf_counter(), time.process_time()
    work()
    seconds, cpu = time.perf_counter() - started, time.process_time() - used
    print(f"{name:58} {count / seconds:9,.0f}   ({count / cpu:,.0f} per second of the processor)", flush=True)


def _written(count: int) -> int:
    return sum(map(len, biblatex.render(many(count))))


def _read(count: int) -> int:
    return sum(1 for _ in biblatex.read(biblatex.render(many(count))))


def _whole(items: list[ExportItem]) -> int:
    """Write as bibtexparser's manual says: every entry in one library, then one text; values as they are, unescaped."""
    blocks: list[Block] = [_plain(biblatex.entry(item)) for item in items]
    return len(write_string(Library(blocks)))


def _built(ready: list[Made]) -> int:
    return len(write_string(Library(list[Block](map(_plain, ready)))))


def _plain(made: Made) -> Entry:
    kind, key, fields = made
    return Entry(kind, key, [Field(name, value[1:-1]) for name, value in fields.items()])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
