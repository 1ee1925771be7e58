"""Statements with their due days as a table, in which every cell is text. Read back by ``service.acts.sheets``."""

from collections.abc import Iterable, Iterator

from citations.formats.item import Format, Of
from citations.formats.page_item import StatementOut
from citations.formats.sheets.columns import STATEMENTS
from citations.formats.sheets.xlsx_out import CONTENT_TYPE, render_xlsx

FORMAT = Format("statements-xlsx", CONTENT_TYPE, "xlsx", "format.statements-xlsx", of=Of.STATEMENTS)


def render(items: Iterable[StatementOut]) -> Iterator[bytes]:
    """Yield the table, a row per item."""
    return render_xlsx(STATEMENTS, items)
