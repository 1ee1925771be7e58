"""Sources as a table, in which every cell is text. Read back by ``service.acts.sheets``."""

from collections.abc import Iterable, Iterator

from citations.formats.item import ExportItem, Format
from citations.formats.sheets.columns import SOURCES
from citations.formats.sheets.xlsx_out import CONTENT_TYPE, render_xlsx

FORMAT = Format("xlsx", CONTENT_TYPE, "xlsx", "format.xlsx")


def render(items: Iterable[ExportItem]) -> Iterator[bytes]:
    """Yield the table, a row per item."""
    return render_xlsx(SOURCES, items)
