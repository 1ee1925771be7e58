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

_WRAPPERS = ("items", "message", "references")
_WRAPPER_NAMES = frozenset(f'"{name}"' for name in _WRAPPERS)
_DEEPEST = 60
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+("?)(\\?)|[{}\[\]:,]|[^\s"{}\[\]:,]++', re.DOTALL)
_STRING_GOES_ON = re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+("?)(\\?)', re.DOTALL)
_OUTSIDE = re.compile(r'[^{}\[\]"]++')
_NOTHING = re.compile(r"\{\s*+\}(?:[\s,}]*+\{\s*+\})*+")
_BETWEEN = " ,:\t\r\n"
_NO_OBJECT = re.compile(r'\{\s*+[^\s"}]')
_UNQUOTED = "Expecting property name enclosed in double quotes"
_PAIRS = {"}": "{", "]": "["}


@dataclass(frozen=True, slots=True)
class Found:
    """One object: the line it begins in, its text, its value, and the keys that stand in it twice with their values."""

    line: int
    raw: str
    value: dict[str, Any]
    doubled: tuple[tuple[str, str], ...] = ()


class _Decoder:
    """Values of JSON texts; ``doubled`` are the keys that stood twice in the last one, with the value that was lost."""

    def __init__(self) -> None:
        self.doubled: list[tuple[str, str]] = []
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._once, parse_int=str, parse_float=str, parse_constant=str, strict=False
        )

    def value(self, text: str, start: int = 0) -> tuple[dict[str, Any], int]:
        """Return the value of the object that begins at ``start``, and its end; ValueError where none stands there."""
        self.doubled.clear()
        value, end = self._decoder.raw_decode(text, start)
        return value, end

    def _once(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            seen: dict[str, Any] = {}
            for name, value in pairs:
                if name in seen:
                    self.doubled.append((name, str(seen[name])))
                seen[name] = value
        return made


@dataclass(slots=True)
class _Scan:
    """Where the scan of a file is. ``stack`` are the open brackets of the entry being read, empty between entries."""

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
    nothing: list[str] = field(default_factory=list)
    nothing_line: int = 1
    decoder: _Decoder = field(default_factory=_Decoder)


def objects(lines: Iterable[str]) -> Iterator[Found | Problem]:
    """Yield every entry of a file: of a list, of ``{"items": [...]}``, of Crossref's ``message``, or one alone."""
    scan = _Scan()
    rest = ""
    for piece in lines:
        if piece.isspace() and not (scan.stack or rest):
            scan.line += piece.endswith(("\n", "\r"))
            continue
        text = rest + piece
        rest = text[-1] if text.endswith("\\") else ""
        yield from _line(scan, text[: len(text) - len(rest)])
        scan.line += text.endswith(("\n", "\r"))
    yield from _flushed(scan)
    if scan.stack or scan.arrays:
        raw = "".join(scan.pieces).strip()
        yield Problem(scan.begins if scan.stack else scan.line, raw, "reading.csl_open")


def _line(scan: _Scan, text: str) -> list[Found | Problem]:
    """Scan one line, or one piece of a very long one."""
    made: list[Found | Problem] = []
    position = _string_end(scan, text) if scan.in_string else 0
    kept, tried = 0, False
    while match := _next(scan, text, position):
        position, sign = match.end(), match.group()[0]
        if sign == "{" and not scan.stack and not tried:
            kept = _whole(scan, text, match.start(), made)
            tried = not kept  # once for each line: what is looked at in vain is never much
            position = kept or position
            if kept:
                continue
        if sign in "{[":
            begun = _opened(scan, sign, text[kept : match.start()])
            if begun:
                kept = match.start() if begun == "entry" else position
        elif sign not in "}]":
            _word(scan, match.group(), closed=bool(match[1]))
        elif _closed(scan, sign):
            scan.pieces.append(text[kept:position])
            made += _entry(scan)
            kept = position
    if scan.stack:
        scan.pieces.append(text[kept:])
    if scan.in_string and text.endswith(("\n", "\r")):
        scan.in_string, scan.faulty = False, True
    return made


def _string_end(scan: _Scan, text: str) -> int:
    """Return where the string ends that was open in the piece before."""
    goes_on = _STRING_GOES_ON.match(text)
    scan.in_string = goes_on is not None and not goes_on[1]
    return goes_on.end() if goes_on else 0


def _next(scan: _Scan, text: str, position: int) -> re.Match[str] | None:
    """Return the next sign or word; between entries what stands before the next bracket is passed over at once."""
    outside = None if scan.stack else _OUTSIDE.match(text, position)
    if outside:
        _outside(scan, outside.group())
        position = outside.end()
    return _TOKEN.search(text, position)


def _whole(scan: _Scan, text: str, start: int, made: list[Found | Problem]) -> int:
    """Take what stands whole in this line: an entry, or objects without a key in a row, which are one.

    Returns where it ends; 0 where the brackets have to be counted: what is a wrapper, too deep, longer or broken.
    """
    nothing = _NOTHING.match(text, start)
    if nothing:
        scan.nothing_line = scan.nothing_line if scan.nothing else scan.line
        scan.nothing.append(nothing.group())
        return nothing.end()
    if scan.wrapped and not scan.arrays:
        return 0
    try:
        value, end = scan.decoder.value(text, start)
    except (ValueError, RecursionError):
        return 0
    doubled = tuple(scan.decoder.doubled)
    if text.count("{", start, end) + text.count("[", start, end) > _DEEPEST:
        return 0
    if not scan.arrays and (doubled or any(isinstance(value.get(name), dict | list) for name in _WRAPPERS)):
        return 0
    made += _flushed(scan)
    made.append(Found(scan.line, text[start:end], value, doubled))
    return end


def _word(scan: _Scan, word: str, *, closed: bool) -> None:
    """Take what is no bracket: a string with its quotation marks, a colon or comma, a number or word."""
    string = word[0] == '"'
    scan.in_string = string and not closed
    if not scan.stack:
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
    wrapper = len(scan.stack) == 1 and not scan.arrays and scan.after_colon and scan.name in _WRAPPER_NAMES
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
    reason = _UNQUOTED if _NO_OBJECT.match(raw) else ""
    try:
        value, _ = ({}, 0) if reason else scan.decoder.value(raw)
    except ValueError as error:
        reason = str(error)[:80]
    if reason:
        yield Problem(scan.begins, raw, "reading.csl_broken", {"reason": reason})
        return
    yield Found(scan.begins, raw, value, tuple(scan.decoder.doubled))


def _outside(scan: _Scan, text: str) -> None:
    """Keep what stands between entries and is no part of the list; a wrapper's own facts are none of ours."""
    if scan.junk or (not scan.wrapped and text.strip(_BETWEEN)):
        scan.junk_line = scan.junk_line if scan.junk else scan.line
        scan.junk.append(text)


def _flushed(scan: _Scan) -> Iterator[Found | Problem]:
    """Yield what stood before the entry that begins, or the end of the file, and was none or had no key."""
    if scan.nothing:
        yield Found(scan.nothing_line, "\n".join(scan.nothing), {})
        scan.nothing = []
    if scan.junk:
        raw = "".join(scan.junk).strip(_BETWEEN)
        yield Problem(scan.junk_line, raw, "reading.csl_outside")
        scan.junk = []
