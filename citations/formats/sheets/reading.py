"""Opens what an editor brings back, whatever program saved it."""

from citations.formats.sheets.contents import Sheet, SheetError
from citations.formats.sheets.csv_in import open_csv
from citations.formats.sheets.xlsx_in import open_xlsx

_OTHERS = ((b"\xd0\xcf\x11\xe0", "XLS"), (b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"\x1f\x8b", "GZIP"), (b"<", "HTML"))
"""How files begin that are handed in by mistake; a workbook with a password begins like an old one."""


def open_sheet(data: bytes) -> Sheet:
    """Return the sheet of a CSV or XLSX file; SheetError says what else it is, or why it cannot be read.

    Rows are read as they are asked for: a fault further down raises SheetError then.
    """
    if data.startswith(b"PK\x03\x04"):
        return open_xlsx(data)
    other = next((name for start, name in _OTHERS if data.startswith(start)), "")
    if other:
        raise SheetError("reading.sheet_other", kind=other)
    if not data.strip():
        raise SheetError("reading.sheet_empty")
    return open_csv(data)
