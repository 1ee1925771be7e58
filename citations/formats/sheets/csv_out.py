"""CSV as a German Excel opens it: semicolons, CR LF, UTF-8 with its mark; in a stream, one row at a time."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from citations.formats.sheets.columns import MARK_HEADING, Item, Table
from citations.formats.sheets.marks import write_mark
from citations.formats.sheets.notation import guard


def render_csv(table: Table[Item], items: Iterable[Item]) -> Iterator[str]:
    """Yield the heading and a row per item, in the order given; every value comes back as it was."""
    yield "\ufeff" + _line([*(column.heading for column in table.columns), MARK_HEADING])
    for item in items:
        cells = table.cells(item)
        yield _line([*(guard(text) for text in cells.values()), write_mark(table, cells)])


def _line(values: list[str]) -> str:
    line = StringIO(newline="")
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(values)
    return line.getvalue()
