"""Sources as a table, as a German Excel opens it. Read back by ``service.acts.sheets``."""

from collections.abc import Iterable, Iterator

from citations.formats.item import ExportItem, Format
from citations.formats.sheets.columns import SOURCES
from citations.formats.sheets.csv_out import render_csv

FORMAT = Format("csv", "text/csv; charset=utf-8", "csv", "format.csv")


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield the table, a row per item."""
    return render_csv(SOURCES, items)
