"""The text of a JSON file to its entries, one at a time, however they are wrapped; a broken one costs no other.

Brackets are counted without understanding what stands between them, so that memory is that of the largest entry, and
a file in which one entry is broken gives all others. What JSON allows nowhere (a brace where a name must stand, a line
end within a string) tells where an entry is broken and the next begins. Linear in the size.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from citations.formats.incoming import Problem

_WRAPPERS = frozenset({'"items"', '"message"', '"references"'})
_DEEPEST = 60
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+("?)(\\?)|[{}\[\]:,]|[^\s"{}\[\]:,]++', re.DOTALL)
_STRING_GOES_ON = re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+("?)(\\?)', re.DOTALL)
_PAIRS = {"}": "{", "]": "["}


@dataclass(frozen=True, slots=True)
class Found:
    """One object: the line it begins in, its text, its value, and the keys that stand in it twice with their values."""

    line: int
    raw: str
    value: dict[str, Any]
    doubled: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Scan:
    """Where the scan of a file is. ``stack`` are the open brackets of the entry being read, "" between entries."""

    line: int = 1
    stack: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    begins: int = 1
    faulty: bool = False
    in_string: bool = False
    after_colon: bool = False
    name: str = ""
    arrays: int = 0
    wrapped: bool = False
    junk: list[str] = field(default_factory=list)
    junk_line: int = 1


def objects(lines: Iterable[str]) -> Iterator[Found | Problem]:
    """Yield every entry of a file: of a list, of ``{"items": [...]}``, of Crossref's ``message``, or one alone."""
    scan = _Scan()
    rest = ""
    for piece in lines:
        text = rest + piece
        rest = text[-1] if text.endswith("\\") else ""
        yield from _line(scan, text[: len(text) - len(rest)])
        scan.line += text.endswith(("\n", "\r"))
    yield from _flushed(scan)
    if scan.stack or scan.arrays:
        raw = "".join(scan.pieces).strip()
        yield Problem(scan.begins if scan.stack else scan.line, raw, "reading.csl_open")


def _line(scan: _Scan, text: str) -> Iterator[Found | Problem]:
    """Scan one line, or one piece of a very long one."""
    position = kept = 0
    if scan.in_string:
        goes_on = _STRING_GOES_ON.match(text)
        position = goes_on.end() if goes_on else 0
        scan.in_string = goes_on is not None and not goes_on[1]
    for match in _TOKEN.finditer(text, position):
        sign = match.group()[0]
        if sign in "{[":
            begun = _opened(scan, sign, text[kept : match.start()])
            if begun:
                kept = match.start() if begun == "entry" else match.end()
        elif sign in "}]":
            if _closed(scan, sign):
                scan.pieces.append(text[kept : match.end()])
                yield from _entry(scan)
                kept = match.end()
        else:
            _word(scan, match.group(), closed=bool(match[1]))
    if scan.stack:
        scan.pieces.append(text[kept:])
    if scan.in_string and text.endswith(("\n", "\r")):
        scan.in_string, scan.faulty = False, True


def _word(scan: _Scan, word: str, *, closed: bool) -> None:
    """Take what is no bracket: a string with its quotation marks, a colon or comma, a number or word."""
    string = word[0] == '"'
    scan.in_string = string and not closed
    if not scan.stack:
        if word not in ",:":
            _outside(scan, word)
        return
    if string:
        scan.name = word if len(scan.stack) == 1 and not scan.after_colon else ""
    scan.after_colon = word == ":"


def _opened(scan: _Scan, sign: str, before: str) -> str:
    """Open a bracket; return "entry" where an entry begins here, "list" where what was open is only a wrapper."""
    if not scan.stack:
        if sign == "[":
            scan.arrays += 1
            return "list"
        return _begin(scan)
    wrapper = len(scan.stack) == 1 and not scan.arrays and scan.after_colon and scan.name in _WRAPPERS
    if wrapper:
        scan.stack, scan.pieces, scan.faulty, scan.wrapped = [], [], False, True
        if sign == "{":
            return _begin(scan)
        scan.arrays += 1
        return "list"
    if scan.stack[-1] == "{" and not scan.after_colon:
        scan.junk_line = scan.junk_line if scan.junk else scan.begins
        scan.junk += [*scan.pieces, before]
        scan.stack, scan.pieces = [], []
        return _opened(scan, sign, "")
    scan.stack.append(sign)
    scan.faulty |= len(scan.stack) > _DEEPEST
    scan.after_colon = False
    return ""


def _begin(scan: _Scan) -> str:
    scan.stack, scan.pieces, scan.begins, scan.faulty = ["{"], [], scan.line, False
    scan.after_colon, scan.name = False, ""
    return "entry"


def _closed(scan: _Scan, sign: str) -> bool:
    """Close a bracket; say whether the entry ends with it. A bracket of the other kind that was left open is closed."""
    scan.after_colon = False
    if not scan.stack:
        scan.arrays -= sign == "]" and scan.arrays > 0
        return False
    if scan.stack[-1] != _PAIRS[sign]:
        scan.faulty = True
        if sign == "]":
            return False
        while scan.stack[-1] != "{":
            scan.stack.pop()
    scan.stack.pop()
    return not scan.stack


def _entry(scan: _Scan) -> Iterator[Found | Problem]:
    """Yield the entry that is whole now, or the problem that it is."""
    yield from _flushed(scan)
    raw = "".join(scan.pieces).strip()
    scan.pieces = []
    if scan.faulty:
        yield Problem(scan.begins, raw, "reading.csl_deep")
        return
    doubled: list[tuple[str, str]] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, value in pairs:
            if name in made:
                doubled.append((name, str(made[name])))
            made[name] = value
        return made

    try:
        value = json.loads(
            raw, object_pairs_hook=once, parse_int=str, parse_float=str, parse_constant=str, strict=False
        )
    except ValueError as error:
        yield Problem(scan.begins, raw, "reading.csl_broken", {"reason": str(error)[:80]})
        return
    yield Found(scan.begins, raw, value, tuple(doubled))


def _outside(scan: _Scan, token: str) -> None:
    """Keep what stands between entries and is no part of the list; a wrapper's own facts are none of ours."""
    if not scan.wrapped:
        scan.junk_line = scan.junk_line if scan.junk else scan.line
        scan.junk += [token, " "]


def _flushed(scan: _Scan) -> Iterator[Problem]:
    """Yield what stood before the entry that begins, or the end of the file, and was none."""
    if scan.junk:
        raw = "".join(scan.junk).strip(" ,\r\n")
        yield Problem(scan.junk_line, raw, "reading.csl_outside")
        scan.junk = []
