"""Sheets out and in again: every value and every mark comes back, also after a spreadsheet had its way with them."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]  # has no types of its own

from citations.formats import written
from citations.formats.page_item import StatementOut
from citations.formats.sheets.columns import MARK, SOURCES, STATEMENTS, Table
from citations.formats.sheets.contents import Sheet, ShownText, Value
from citations.formats.sheets.habits import restored
from citations.formats.sheets.marks import read_mark
from citations.formats.sheets.reading import open_sheet
from citations.kinds import Band, Clock, Harm, Reason, StatementKind
from tests.citations.formats.items import ARTICLE, GUIDELINE, ITEMS, ONE_OF_EACH, many

_ANY = st.text(max_size=30) | st.text("\r\n\t=+-@'_x0041;\"\x00\x01\x0b\x85\ufffe", max_size=12)
STATEMENT_ITEMS = st.builds(
    StatementOut,
    id=st.integers(1, 10**9),
    page_id=st.integers(1, 9),
    page_url=_ANY,
    page_title=_ANY,
    position=st.integers(0, 999),
    kind=st.sampled_from(StatementKind),
    exact=_ANY,
    heading_path=st.lists(_ANY, max_size=2).map(tuple),
    harm=st.sampled_from(Harm),
    no_source_because=_ANY,
    sources=st.lists(_ANY, max_size=3).map(tuple),
    due_on=st.none() | st.dates(),
    clock=st.none() | st.sampled_from(Clock),
    band=st.none() | st.sampled_from(Band),
    reasons=st.lists(st.sampled_from(Reason), max_size=3).map(tuple),
    reviewed_on=st.none() | st.dates(),
)


def carried(form: str, items: list[Any]) -> bytes:
    """Return a file of items."""
    return b"".join(written(form, items))


def read_rows(sheet: Sheet) -> list[dict[str, str]]:
    """Return what the cells of a sheet mean, every one of them; fails where a mark does not fit."""
    table, found = sheet.headings.table, []
    for row in sheet.rows:
        assert not row.faults
        name = str(row.values.get(table.row_name, ""))
        mark = read_mark(table, name, str(row.values[MARK]))
        cells = {}
        for column in table.columns:
            cells[column.name] = restored(
                row.values.get(column.name, ""), partial(mark.fits, column.name), dated=column.dated
            )
            assert mark.fits(column.name, cells[column.name])
        found.append(cells)
    return found


def _same(table: Table[Any], form: str, items: list[Any]) -> None:
    sheet = open_sheet(carried(form, items))
    assert (sheet.slug, sheet.headings.ignored, sheet.headings.missing) == (form, (), ())
    assert read_rows(sheet) == [table.cells(item) for item in items]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@settings(max_examples=40)
@given(items=st.lists(ITEMS, max_size=4))
def test_every_source_comes_back_as_it_was(form: str, items: list[Any]) -> None:
    _same(SOURCES, form, items)


@pytest.mark.parametrize("form", ["statements-csv", "statements-xlsx"])
@settings(max_examples=40)
@given(items=st.lists(STATEMENT_ITEMS, max_size=4))
def test_every_statement_comes_back_as_it_was(form: str, items: list[StatementOut]) -> None:
    _same(STATEMENTS, form, items)


def test_one_of_each_kind_comes_back() -> None:
    for form in ("csv", "xlsx"):
        _same(SOURCES, form, list(ONE_OF_EACH))


def test_csv_is_what_a_german_excel_opens() -> None:
    text = carried("csv", [GUIDELINE])
    assert text.startswith(b"\xef\xbb\xbfZitierschl\xc3\xbcssel;")
    assert text.count(b"\r\n") == 2


def test_no_cell_of_a_workbook_is_anything_but_text() -> None:
    item = replace(ARTICLE, reference=replace(ARTICLE.reference, title="=1+1", volume="#N/A", issue="007"))
    sheet = load_workbook(BytesIO(carried("xlsx", [item])))["Quellen"]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:AI2")
    assert sheet["I2"].number_format == "@"


def test_a_text_too_long_for_a_cell_is_cut_and_its_mark_is_that_of_the_cut_one() -> None:
    item = replace(ARTICLE, reference=replace(ARTICLE.reference, title="_x0041_" * 9000))
    (row,) = read_rows(open_sheet(carried("xlsx", [item])))
    assert row["title"].endswith("[gekürzt]")


def test_a_file_is_written_row_by_row() -> None:
    pieces = iter(written("csv", many(10**9)))
    assert [next(pieces)[:3] for _ in range(3)][1:] == [b"que", b"que"]


_HABITS: list[tuple[str, str, Any]] = [
    ("year", "2021", 2021),
    ("year", "2021", 2021.0),
    ("issue", "007", 7),
    ("label", "1.1", 1.1),
    ("label", "2.0", 2),
    ("label", "1.10", 1.1),
    ("label", "1.1", datetime(2026, 1, 1)),  # noqa: DTZ001 - as the library gives it
    ("label", "1.1", "01. Jan"),
    ("as_of", "2022-06", datetime(2022, 6, 1)),  # noqa: DTZ001 - the same
    ("as_of", "2022-06", "Jun 22"),
    ("as_of", "2022-06", 44713),
    ("as_of", "2021-09-07", "07.09.2021"),
    ("as_of", "2022", datetime(2022, 1, 1)),  # noqa: DTZ001 - the same
    ("issue", "3-4", datetime(2026, 4, 3)),  # noqa: DTZ001 - the same
    ("pages", "10–22", "10–22"),
    ("isbn", "9783456789012", 9783456789012),
    ("isbn", "9783456789012", 9.783456789012e12),
    ("edition", "1,5", 1.5),
    ("medium", "true", True),
    ("volume", "+5", 5),
    ("publisher", " Verlag", "Verlag"),
]


@pytest.mark.parametrize("name, was, made", _HABITS)
def test_what_a_spreadsheet_made_of_a_cell_is_taken_back(name: str, was: str, made: object) -> None:
    cell = ShownText(made) if isinstance(made, str) else made
    assert restored(cell, was.__eq__, dated=SOURCES.column(name).dated) == was  # type: ignore[arg-type]  # any value


@pytest.mark.parametrize(
    "was, typed", [("2022-06", "2022-06-06"), ("2022", "2022-02-01"), ("007", "7"), ("1.10", "1.1"), ("10", "10.5")]
)
def test_what_an_editor_typed_into_a_workbook_is_hers(was: str, typed: str) -> None:
    assert restored(typed, was.__eq__, dated=True) == typed


@pytest.mark.parametrize("was, typed", [("2022-06", "06.06.2022"), ("2022", "01.02.2022"), ("2022-06", "07/2022")])
def test_a_more_precise_date_is_no_habit_of_a_spreadsheet(was: str, typed: str) -> None:
    assert restored(ShownText(typed), was.__eq__, dated=True) != was


@pytest.mark.parametrize(
    "typed, meant",
    [
        (datetime(2024, 5, 1), "2024-05-01"),  # noqa: DTZ001 - as the library gives it
        ("05/2024", "2024-05"),
        ("1.5.2024", "2024-05-01"),
        ("Mai 24", "2024-05"),
        ("31.02.2024", "31.02.2024"),
        ("bald", "bald"),
        (2024, "2024"),
        ("2024-5-1", "2024-05-01"),
    ],
)
def test_a_date_may_be_typed_in_any_way(typed: Value, meant: str) -> None:
    assert restored(typed, lambda _: False, dated=True) == meant


def test_a_workbook_saved_with_numbers_and_dates_is_read_as_it_was() -> None:
    book = Workbook()
    sheet = book.active
    cells = SOURCES.cells(GUIDELINE)
    headings = [column.heading for column in SOURCES.columns]
    sheet.append([*headings, "Stand der Zeile", "Notiz"])
    from_file = load_workbook(BytesIO(carried("xlsx", [GUIDELINE])))["Quellen"]
    values: list[Any] = [cell.value for cell in from_file[2]]
    values[headings.index("Jahr")] = 2022
    values[headings.index("Stand")] = date(2022, 6, 1)
    values[headings.index("Version")] = 1.1
    sheet.append([*values, "meine"])
    file = BytesIO()
    book.save(file)
    read = open_sheet(file.getvalue())
    assert read.headings.ignored == ("Notiz",)
    assert read_rows(read) == [cells]
