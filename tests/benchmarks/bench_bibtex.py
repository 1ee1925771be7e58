"""BibLaTeX out: our stream of blocks beside bibtexparser's own writer with the whole library, in the same run."""

import time
import tracemalloc
from collections.abc import Callable, Iterable

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Block, Entry, Field

from citations.formats import biblatex
from citations.formats.item import ExportItem
from tests.citations.formats.items import many

TIMED = 100_000
WEIGHED = (1_000, 100_000)


def main(count: int = TIMED) -> None:
    """Print entries per second of both writers, the making of the entries included, and our peak memory."""
    whole = _speed(_whole_library, count)
    ours = _speed(_stream, count)
    print(f"bibtex: {count} entries, the whole library through bibtexparser: {whole:,.0f} entries/s")
    print(f"bibtex: {count} entries, in blocks: {ours:,.0f} entries/s, {ours / whole:.1f} times")
    for size in WEIGHED:
        print(f"bibtex: {size} entries in blocks, peak memory {peak(size) / 1e6:.2f} MB")


def peak(count: int) -> int:
    """Return the most bytes held at a time while ``count`` entries are written and thrown away."""
    tracemalloc.start()
    _stream(many(count))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def _speed(work: Callable[[Iterable[ExportItem]], int], count: int) -> float:
    items = list(many(count))
    started = time.perf_counter()
    work(items)
    return count / (time.perf_counter() - started)


def _stream(items: Iterable[ExportItem]) -> int:
    return sum(len(piece) for piece in biblatex.render(items))


def _whole_library(items: Iterable[ExportItem]) -> int:
    """Write as bibtexparser's manual says: every entry in one library, then one text; values as they are, unescaped."""
    blocks: list[Block] = [_plain(item) for item in items]
    return len(write_string(Library(blocks)))


def _plain(item: ExportItem) -> Entry:
    kind, key, fields = biblatex.entry(item)
    return Entry(kind, key, [Field(name, value[1:-1]) for name, value in fields.items()])


if __name__ == "__main__":
    main()
