"""Statements with their due days as a German Excel opens it. Read back by ``service.acts.sheets``."""

from collections.abc import Iterable, Iterator

from citations.formats.item import Format, Of
from citations.formats.page_item import StatementOut
from citations.formats.sheets.columns import STATEMENTS
from citations.formats.sheets.csv_out import render_csv

FORMAT = Format("statements-csv", "text/csv; charset=utf-8", "csv", "format.statements-csv", of=Of.STATEMENTS)


def render(items: Iterable[StatementOut]) -> Iterator[str]:
    """Yield the table, a row per item."""
    return render_csv(STATEMENTS, items)
