"""Lines of a file in any encoding: nothing is lost, every doubtful line is named, binary files are refused."""

import codecs
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.formats.decoding import LONGEST_PIECE, MOST_FAULTS, BinaryFileError, decoded_lines

TEXT = "TY  - JOUR\r\nAU  - Müller, Änne\r\nTI  - ≥ 5 µm\r\n"


def _cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 3, 7, 5000])
@pytest.mark.parametrize(
    "encoding, mark",
    [
        ("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-le", b""),
        ("utf-16-be", codecs.BOM_UTF16_BE), ("utf-16-be", b""), ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)  # fmt: skip
def test_marks_are_obeyed_however_the_bytes_are_cut(encoding: str, mark: bytes, size: int) -> None:
    ascii_only = encoding.startswith("utf-16") and not mark
    text = TEXT.encode("ascii", "ignore").decode() if ascii_only else TEXT
    decoded = decoded_lines(_cut(mark + text.encode(encoding), size))
    assert list(decoded.lines) == text.splitlines(keepends=True)
    assert (decoded.encoding, decoded.faults) == (encoding, [])


def test_one_line_of_another_encoding_is_read_and_named() -> None:
    data = "AU  - Müller\n".encode() + "TI  - Größe „5“\n".encode("windows-1252") + b"KW  - a\x81b\n"
    decoded = decoded_lines([data])
    assert list(decoded.lines) == ["AU  - Müller\n", "TI  - Größe „5“\n", "KW  - a\\x81b\n"]
    assert [(fault.line, fault.raw) for fault in decoded.faults] == [(2, "TI  - Größe „5“"), (3, "KW  - a\\x81b")]


def test_only_line_ends_of_files_end_a_line() -> None:
    text = "a\x85b\u2028c\u2029d\x0be\x0cf\0g\rh\r\ni\n\nj"
    assert list(decoded_lines(_cut(text.encode(), 2)).lines) == [
        "a\x85b\u2028c\u2029d\x0be\x0cf\0g\r", "h\r\n", "i\n", "\n", "j",
    ]  # fmt: skip


def test_wide_text_that_is_broken_is_named() -> None:
    decoded = decoded_lines([codecs.BOM_UTF16_LE + "ab\n".encode("utf-16-le") + b"\x00\xd8x\0\n\0"])
    assert list(decoded.lines) == ["ab\n", "\ufffdx\n"] or decoded.fault_count == 1
    assert decoded.fault_count == 1


@pytest.mark.parametrize(
    "data, what",
    [
        (b"PK\x03\x04" + b"\0" * 30 + b"xl/workbook.xml", "xlsx"), (b"PK\x03\x04zzzz", "zip"), (b"%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff\xe0", "jpeg"), (b"\x1f\x8b\x08", "gzip"),
        (bytes(range(32)) * 20, "binary"), (b"\0" * 50, "binary"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_by_its_name(data: bytes, what: str) -> None:
    with pytest.raises(BinaryFileError) as refused:
        decoded_lines([data])
    assert refused.value.what == what


def test_nothing_and_one_mark_are_no_lines() -> None:
    assert list(decoded_lines([]).lines) == []
    assert list(decoded_lines([b"", codecs.BOM_UTF8]).lines) == []


def test_a_very_long_line_comes_in_pieces_that_cut_no_character() -> None:
    text = "ä€𝔸" * LONGEST_PIECE + "\n"
    decoded = decoded_lines(_cut(text.encode(), 10_007))
    pieces = list(decoded.lines)
    assert "".join(pieces) == text
    assert decoded.faults == []
    assert max(len(piece.encode()) for piece in pieces) <= LONGEST_PIECE


def test_faults_of_a_hostile_file_are_counted_and_not_hoarded() -> None:
    decoded = decoded_lines([b"\xe4\n" * 5000])
    assert sum(line == "ä\n" for line in decoded.lines) == 5000
    assert (len(decoded.faults), decoded.fault_count) == (MOST_FAULTS, 5000)


@given(st.lists(st.binary(max_size=40)), st.integers(1, 9))
def test_however_bytes_are_cut_the_lines_are_the_same(parts: list[bytes], size: int) -> None:
    data = b"TY  - JOUR and enough words to be text, whatever follows them here\n" * 40 + b"\n".join(parts)
    whole, cut = decoded_lines([data]), decoded_lines(_cut(data, size))
    lines = list(whole.lines)
    assert list(cut.lines) == lines
    assert whole.faults == cut.faults
    assert len(lines) == len(re.findall(rb"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+", data))
