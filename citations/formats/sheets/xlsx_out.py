"""XLSX in which every cell is text, so that no program takes 032 for a number or 1.1 for a day in January.

Rows are written as they come, into a file beside; the memory is that of one row, whatever the number of rows.
"""

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile

from openpyxl import Workbook  # type: ignore[import-untyped]  # has no types of its own
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]  # has no types of its own
from openpyxl.styles import Font  # type: ignore[import-untyped]  # has no types of its own
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]  # has no types of its own

from citations.formats.sheets.columns import MARK_HEADING, Item, Table
from citations.formats.sheets.marks import write_mark
from citations.formats.sheets.timeless import without_time
from citations.formats.sheets.xlsx_text import escape, fitting

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NAMES = {"sources": "Quellen", "statements": "Aussagen"}
_BLOCK = 1 << 16
_MARK_WIDTH = 16


def render_xlsx(table: Table[Item], items: Iterable[Item]) -> Iterator[bytes]:
    """Yield the workbook in blocks, once its last row is written."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_NAMES[table.name])
    sheet.freeze_panes = "B2"
    widths = [*(column.width for column in table.columns), _MARK_WIDTH]
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    cells = [WriteOnlyCell(sheet) for _ in widths]
    headings = [*(column.heading for column in table.columns), MARK_HEADING]
    for cell in cells:
        cell.font = Font(bold=True)
    sheet.append(_filled(cells, headings))
    for cell in cells:
        cell.font = Font()
        cell.number_format = "@"
    rows = 1
    for rows, item in enumerate(items, 2):  # noqa: B007 - how many there were is asked below
        texts = {name: fitting(text) for name, text in table.cells(item).items()}
        sheet.append(_filled(cells, [*map(escape, texts.values()), write_mark(table, texts)]))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{rows}"
    with TemporaryFile() as made, TemporaryFile() as file:
        book.save(made)
        without_time(made, file)
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block


def _filled(cells: list[WriteOnlyCell], texts: list[str]) -> list[WriteOnlyCell]:
    """Put texts into the cells of a row, each as text and nothing else: neither formula, error nor number."""
    for cell, text in zip(cells, texts, strict=True):
        cell.value = text
        cell.data_type = "s"
    return cells
