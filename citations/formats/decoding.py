"""Bytes of a file of sources to its lines, whatever their encoding. Every place that was no text of it is reported.

A page is refused as a whole where it cannot be decoded (``citations.pages.decode``); a list of thousands of entries is
not: programs paste lines of two encodings into one file, so each line is judged by itself. Knows no format.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from citations.formats.incoming import Problem
from citations.pages.decode import BYTE_ORDER_MARKS

LONGEST_PIECE = 65_536
"""Bytes (of UTF-16 and UTF-32: characters) of a line that come at once; a longer line comes in several pieces."""

MOST_FAULTS = 1000
"""Lines whose fault is kept with its text; the rest is counted, so that a hostile file needs no memory."""

_HEAD = 4096
_RAW = 1000
_BINARY = (
    (b"PK\x03\x04", "zip"), (b"%PDF", "pdf"), (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"),
    (b"\xd0\xcf\x11\xe0", "office"), (b"\x1f\x8b", "gzip"), (b"7z\xbc\xaf", "7z"), (b"Rar!\x1a", "rar"),
    (b"SQLite format 3\0", "sqlite"), (b"RIFF", "riff"),
)  # fmt: skip
_PACKED = ((b"xl/", "xlsx"), (b"word/", "docx"), (b"ppt/", "pptx"), (b"opendocument", "odf"))
_SIGNS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_SIGN_SHARE = 10
_LINE_END = re.compile(r"\r\n|\n|\r")
_SHORTEST_WIDE = 4
_WIDEST = 4


class BinaryFileError(ValueError):
    """A file is no text: ``what`` names it ("xlsx", "pdf", "png" ...), "binary" where nothing tells."""

    def __init__(self, what: str) -> None:
        super().__init__(f"no text but {what}")
        self.what = what


class Decoded:
    """The lines of a file, and what was wrong with their encoding.

    ``lines`` yields the lines once, with their line ends: LF, CR LF or a lone CR, nothing else ends a line. One longer
    than ``LONGEST_PIECE`` comes in pieces, of which the last alone has a line end. ``faults`` fills while they are
    read, up to ``MOST_FAULTS``; ``fault_count`` counts them all. ``encoding`` is what the file as a whole is read as.
    """

    def __init__(self, chunks: Iterable[bytes]) -> None:
        rest = iter(chunks)
        head = b""
        for chunk in rest:
            head += chunk
            if len(head) >= _HEAD:
                break
        self.faults: list[Problem] = []
        self.fault_count = 0
        self.encoding, skipped = _encoding(head)
        self._line = 1
        body = _blocks(head[skipped:], rest)
        self.lines: Iterator[str] = self._by_line(body) if self.encoding == "utf-8" else self._wide(body)

    def _by_line(self, blocks: Iterable[bytes]) -> Iterator[str]:
        """Yield lines of UTF-8, each of them as Windows-1252 that is none."""
        for line in _pieces(blocks):
            try:
                text = line.decode()
            except UnicodeDecodeError:
                text = line.decode("windows-1252", "backslashreplace")
                self._fault(text, "reading.encoding_line")
            yield text
            self._line += text.endswith(("\n", "\r"))

    def _wide(self, blocks: Iterable[bytes]) -> Iterator[str]:
        """Yield lines of UTF-16 or UTF-32; what is none of it is U+FFFD."""
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        rest = ""
        for block in chain(blocks, (None,)):
            rest += decoder.decode(block or b"", final=block is None)
            end = 0
            for match in _LINE_END.finditer(rest):
                if block is not None and match.end() == len(rest) and rest[-1] == "\r":
                    break
                yield self._widely(rest[end : match.end()])
                end = match.end()
            rest = rest[end:]
            while len(rest) > LONGEST_PIECE or (rest and block is None):
                yield self._widely(rest[:LONGEST_PIECE])
                rest = rest[LONGEST_PIECE:]

    def _widely(self, text: str) -> str:
        if "\ufffd" in text:
            self._fault(text, "reading.encoding_wide")
        self._line += text.endswith(("\n", "\r"))
        return text

    def _fault(self, text: str, why: str) -> None:
        self.fault_count += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Problem(self._line, text.rstrip("\r\n")[:_RAW], why, {"encoding": self.encoding}))


def decoded_lines(chunks: Iterable[bytes]) -> Decoded:
    r"""Return the lines of a file: byte order marks of UTF-8, -16 and -32, else UTF-8 line by line.

    A line that is no UTF-8 is read as Windows-1252, in which the five bytes that mean nothing stay visible (``\x81``).
    Linear in the size; keeps one chunk and one piece of a line. Raises BinaryFileError for what is no text.
    """
    return Decoded(chunks)


def _encoding(head: bytes) -> tuple[str, int]:
    """Return the encoding of a file and the length of its mark. Windows programs write UTF-16 without one as well."""
    for mark, name in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return name, len(mark)
    for sign, what in _BINARY:
        if head.startswith(sign):
            inside = (name for word, name in _PACKED if what == "zip" and word in head)
            raise BinaryFileError(next(inside, what))
    begun = head[: _HEAD // 2]
    even, odd = begun[::2], begun[1::2]
    if len(begun) >= _SHORTEST_WIDE and 0 in (len(even.strip(b"\0")), len(odd.strip(b"\0"))) and begun.strip(b"\0"):
        return ("utf-16-le" if even.strip(b"\0") else "utf-16-be"), 0
    if len(_SIGNS.findall(begun)) * _SIGN_SHARE > len(begun):
        raise BinaryFileError("binary")
    return "utf-8", 0


def _blocks(head: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the bytes in blocks that are worth a look, whatever pieces they come in."""
    held, size = [head], len(head)
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size >= LONGEST_PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _pieces(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield lines, long ones in pieces of at most ``LONGEST_PIECE`` bytes, none of which ends within a character."""
    rest = b""
    for block in blocks:
        lines = (rest + block).splitlines(keepends=True)
        # the last line may go on, and the LF of a CR may come, with the next block
        rest = lines.pop() if lines and not lines[-1].endswith(b"\n") else b""
        for line in lines:
            yield from (line,) if len(line) <= LONGEST_PIECE else _cut(line)
        if len(rest) > LONGEST_PIECE:
            *whole, rest = _cut(rest)
            yield from whole
    yield from [rest] if rest else []


def _cut(line: bytes) -> list[bytes]:
    pieces, start = [], 0
    while len(line) - start > LONGEST_PIECE:
        end = start + LONGEST_PIECE
        while end > start + LONGEST_PIECE - _WIDEST and line[end] & 0xC0 == 0x80:  # noqa: PLR2004 - a byte that goes on
            end -= 1
        pieces.append(line[start:end])
        start = end
    return [*pieces, line[start:]] if start < len(line) else pieces
