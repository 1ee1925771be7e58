"""Files of one short piece again and again: every reader comes to their end, and its work grows as the file does."""

import sys
from collections.abc import Callable, Iterable
from functools import partial
from types import FrameType

import pytest

from citations.formats import READABLE, written
from citations.formats.decoding import decoded_lines
from citations.formats.incoming import Incoming
from citations.formats.sheets.contents import SheetError
from citations.formats.sheets.reading import open_sheet

PIECES = (
    "[", "{", '"', "1", "\\", "\ufeff", "$", "~", ";", "(", ")", "=", "@", "\n", "\r",
    "{}", "}{", '{"a":1}', '{"a":{}}', '{"title":"a"}', '{"a":', '[{"a":', "[{}],", "{[", "{1}", "{\n", '"\n', "{}\n",
    "@a{b,", "@a{b,}", "@a{}", "@a(b,", "@a{b=", "@a{b,c=1}", "@a{b,title=c}", "@a{b,c={", "@string{a=b}", "@comment{",
    "@a{b,\n", "%@a{b,}\n",
    "TY  - ", "TY  - JOUR\n", "ER  - \n", "AU  - a;", "AU  - A\n", "T1-", "TY  - A\nER  - \n",
    "TY  - A\nTI  - A\nER  - \n",
    "1.\n", "a,\n", '"a"\n', "and ", "2020 ", "doi:10.1000/a ", "- ",
)  # fmt: skip
SMALL, LARGE = 4_000, 16_000
MOST_CALLS_FOR_A_SIGN = 40
HEADINGS = b"".join(written("csv", []))


def _list(slug: str, data: bytes) -> Iterable[Incoming]:
    return READABLE[slug].read(decoded_lines([data]).lines)


def _sheet(data: bytes) -> Iterable[object]:
    try:
        yield from open_sheet(HEADINGS + data).rows
    except SheetError as error:
        yield error


Read = Callable[[bytes], Iterable[object]]
READERS: dict[str, Read] = {**{slug: partial(_list, slug) for slug in READABLE}, "csv": _sheet}


@pytest.mark.slow
@pytest.mark.parametrize("slug", READERS)
@pytest.mark.parametrize("piece", PIECES)
def test_the_work_grows_as_the_file_does(slug: str, piece: str) -> None:
    few, many = (_calls(READERS[slug], piece, size) for size in (SMALL, LARGE))
    assert many <= few * LARGE / SMALL * 1.2 + 1_000
    assert many <= LARGE * MOST_CALLS_FOR_A_SIGN


def _calls(read: Read, piece: str, size: int) -> int:
    """Return how many functions are called, ours and Python's own, until a file of this size has been read."""
    data = (piece * (size // len(piece))).encode()
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event.endswith("call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        for _ in read(data):
            pass
    finally:
        sys.setprofile(before)
    return count
