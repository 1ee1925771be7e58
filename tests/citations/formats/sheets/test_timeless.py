"""A workbook carries no time: whoever writes it when, the same rows are the same bytes."""

import io
import zipfile
from datetime import datetime

from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]  # has no types of its own

from citations.formats.sheets.timeless import without_time


def _workbook(day: datetime) -> bytes:
    book = Workbook()
    book.active.append(["032/044OL", "ä"])
    book.properties.created = day
    made, target = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made, "a") as parts:
        parts.writestr(zipfile.ZipInfo("extra.txt", day.timetuple()[:6]), day.strftime("x"))
    without_time(made, target)
    return target.getvalue()


def test_two_days_give_the_same_bytes_and_the_rows_come_back() -> None:
    early, late = _workbook(datetime(2020, 1, 1)), _workbook(datetime(2026, 11, 20))  # noqa: DTZ001 - as openpyxl
    assert early == late
    assert [cell.value for cell in next(load_workbook(io.BytesIO(early)).active.rows)] == ["032/044OL", "ä"]
