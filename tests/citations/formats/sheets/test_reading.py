"""Whatever an editor hands in: other delimiters and encodings are read, what is no sheet is refused in words."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook  # type: ignore[import-untyped]  # has no types of its own

from citations.formats.sheets.contents import SheetError
from citations.formats.sheets.reading import open_sheet

_TEXT = 'Zitierschlüssel;Titel;Stand\nmüller2020;"Ein „Titel“;\nzwei Zeilen";2020-01\n'
_READ = {"cite_key": "müller2020", "title": "Ein „Titel“;\nzwei Zeilen", "as_of": "2020-01"}


@pytest.mark.parametrize(
    "data",
    [
        _TEXT.encode(),
        _TEXT.encode("utf-8-sig"),
        _TEXT.encode("cp1252"),
        _TEXT.encode("utf-16"),
        ("sep=;\r\n" + _TEXT).encode(),
        ("Meine Tabelle;;\n" + _TEXT).encode(),
        ("\n\n" + _TEXT + "\n;;\n").encode(),
        'Stand,"Zitierschlüssel",Notiz,TITEL\n2020-01,müller2020,,"Ein „Titel“;\nzwei Zeilen"\n'.encode(),
        'as_of\tcite_key\ttitle\n2020-01\tmüller2020\t"Ein „Titel“;\nzwei Zeilen"\n'.encode(),
    ],
)
def test_every_dialect_is_read(data: bytes) -> None:
    (row,) = open_sheet(data).rows
    assert row.values == _READ


def test_lines_pasted_from_two_encodings_are_each_read_in_their_own() -> None:
    data = "Titel;Stand\nmüde;2020\n".encode() + "größer;2021\n".encode("cp1252")
    assert [row.values["title"] for row in open_sheet(data).rows] == ["müde", "größer"]


def test_lines_are_those_of_the_file() -> None:
    data = b'Titel;Zitierschl\xfcssel\n"a\nb";k1\n\nc;k2\n'
    assert [row.line for row in open_sheet(data).rows] == [2, 5]


def test_what_stands_outside_the_headings_is_told() -> None:
    (row,) = open_sheet(b"Titel;Stand\na;2020;vergessen\n").rows
    assert [fault.why for fault in row.faults] == ["reading.sheet_too_wide"]


def _zip(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr({"types": "[Content_Types].xml", "book": "xl/workbook.xml"}.get(name, name), content)
    return file.getvalue()


@pytest.mark.parametrize(
    "data, key",
    [
        (b"", "reading.sheet_empty"),
        (b"  \n", "reading.sheet_empty"),
        (b"%PDF-1.7", "reading.sheet_other"),
        (b"\xd0\xcf\x11\xe0 old or locked", "reading.sheet_other"),
        (b"a;b\n1;2\n", "reading.sheet_no_headings"),
        (b"\x81\x8d\x8f", "reading.sheet_no_text"),
        (b"Titel;Titel;Stand\n", "reading.sheet_heading_twice"),
        (b"PK\x03\x04 broken", "reading.sheet_no_workbook"),
        (_zip(a=b"x"), "reading.sheet_no_workbook"),
        (_zip(types=b"<a/>", book=b"<!DOCTYPE a []><a/>"), "reading.sheet_no_workbook"),
        (_zip(types=b"<a/>", book=b"<a/>"), "reading.sheet_no_workbook"),
    ],
)
def test_what_is_no_sheet_is_refused_with_its_reason(data: bytes, key: str) -> None:
    with pytest.raises(SheetError) as refused:
        list(open_sheet(data).rows)
    assert refused.value.key == key


@pytest.mark.parametrize("part, megabytes", [("book", 257), ("sharedStrings", 65)])
def test_what_would_not_fit_once_unpacked_is_refused_before(part: str, megabytes: int) -> None:
    parts = {"types": b"<a/>", "book": b"<a/>"} | {part: b"0" * (megabytes * 2**20)}
    with pytest.raises(SheetError) as refused:
        open_sheet(_zip(**parts))
    assert refused.value.key == "reading.sheet_too_large"


def test_formulas_and_errors_are_named_by_their_cell() -> None:
    book = Workbook()
    book.active.append(["Zitierschlüssel", "Titel", "Jahr"])
    book.active.append(["a", "=1+1", 2020])
    book.active.append(["b", "#REF!", 2020])
    file = BytesIO()
    book.save(file)
    faults = [fault for row in open_sheet(file.getvalue()).rows for fault in row.faults]
    assert [(fault.why, fault.facts["cell"], fault.line) for fault in faults] == [
        ("reading.sheet_formula", "B2", 2),
        ("reading.sheet_error", "B3", 3),
    ]


def test_the_sheet_with_our_headings_is_found_among_others() -> None:
    book = Workbook()
    book.active.append(["Notizen"])
    other = book.create_sheet("Quellen")
    other.append(["Titel", "Zitierschlüssel"])
    other.append(["T", "k"])
    file = BytesIO()
    book.save(file)
    assert [row.values for row in open_sheet(file.getvalue()).rows] == [{"title": "T", "cite_key": "k"}]


def _damaged() -> bytes:
    book = Workbook()
    book.active.append(["Titel", "Zitierschlüssel"])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


_WHOLE = _damaged()


@settings(max_examples=150)
@given(st.integers(0, len(_WHOLE) - 1), st.binary(min_size=1, max_size=8), st.booleans())
def test_damaged_workbooks_are_refused_and_nothing_else(at: int, put: bytes, cut: bool) -> None:
    _only_refused(lambda: _WHOLE[:at] + put + (b"" if cut else _WHOLE[at + len(put) :]))


@settings(max_examples=150)
@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"Titel;Stand;{text}".encode()))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _only_refused(lambda: data)


def _only_refused(given_bytes: Callable[[], bytes]) -> None:
    try:
        list(open_sheet(given_bytes()).rows)
    except SheetError as error:
        assert error.key.startswith("reading.sheet_")  # noqa: PT017 - that nothing else is raised is the test
