"""A BibTeX file as a stream of blocks: entries, macros, and what is neither. Holds one batch and the largest entry.

bibtexparser writes our files and reads them back in the tests, but it does not split what strangers send: measured on
2.1, it drops ``@commentary`` and entries with a doubled field, fuses two fields where a comma is missing, takes a line
that begins with ``@`` for the end of an entry, and wants the whole text in memory; its splitter alone takes two thirds
of the time that its whole reading takes (dependencies: traps 15 to 24). This one is as BibTeX reads, and mends.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citations.formats.tex.bounds import EndOfTextError, UnclosedError
from citations.formats.tex.fields import Block, Scanner

BATCH = 1 << 16
_HEAD = re.compile(r"(?<![\w.])@[ \t]*+(\w[\w.+-]*+)\s*+([{(])(?!\s*+@)")
_ENTRY_LIKE = re.compile(r'@[ \t]*+\w*+\s*+[{(]|[A-Za-z]\s*+=\s*+[{"]')
_EMPTY = re.compile(
    r"(?:@[ \t]*+(?!(?i:comment|preamble|string)\b)\w[\w.+-]*+\s*+[{(][^@,={}()\"\n]*+[,=]?+\s*+[})]?+\s*+(?=@))++"
)
"""Entries without a field in a row, of which the last one is left out; thousands of them are one to who reads."""
_COMMENT_END = re.compile(r"\n|$")
_HEAD_REACH = 400


@dataclass(frozen=True, slots=True)
class Junk:
    """Text between entries that looks like a part of one; ``why`` is a key of the catalogue."""

    line: int
    raw: str
    why: str


class _Text:
    """The part of the file that is in memory; ``line`` is the number of the line in which it begins."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.text = ""
        self.line = 1
        self.whole = False
        self.began = False

    def drop(self, position: int) -> None:
        """Forget what has been read."""
        self.line += self.text.count("\n", 0, position)
        self.text = self.text[position:]

    def load(self, size: int) -> None:
        """Read on until ``size`` more characters are there or the file ends; every line end becomes one."""
        parts, length = [self.text], 0
        for line in self.lines:
            if "\r" in line:
                line = line.replace("\r\n", "\n").replace("\r", "\n")  # noqa: PLW2901 - the same line
            parts.append(line)
            length += len(line)
            if length >= size:
                break
        else:
            self.whole = True
        self.text = "".join(parts)
        if not self.began:
            self.text = self.text.removeprefix("\ufeff")
            self.began = True


def blocks(lines: Iterable[str]) -> Iterator[Block | Junk]:
    """Yield the blocks of a file in order, comments and preambles left out; raises for no input."""
    source = _Text(lines)
    source.load(BATCH)
    while True:
        position = 0
        for found, position in _batch(source):  # noqa: B007 - the last position is where the batch ended
            yield from found
        if source.whole:
            return
        source.drop(position)
        source.load(max(BATCH, len(source.text)))  # twice as much each time: reading stays linear


def _batch(source: _Text) -> Iterator[tuple[list[Block | Junk], int]]:
    """Yield what stands whole in memory, each with the position behind it."""
    text, scanner = source.text, Scanner(source.text, whole=source.whole)
    position = counted = 0
    line = source.line
    while True:
        head = _next_head(text, position)
        start = head.start() if head else len(text)
        if head is None and not source.whole:
            half = text.rfind("@", max(position, len(text) - _HEAD_REACH))  # of a head, perhaps
            start = half if half >= 0 else len(text)
        line += text.count("\n", counted, start)
        counted = start
        junk = _junk(text[position:start], line)
        if head is None:
            yield junk, start
            return
        nothing = _EMPTY.match(text, start)
        if nothing:
            yield [*junk, Junk(line, nothing.group().rstrip(), "reading.bib_no_fields")], nothing.end()
            position = nothing.end()
            continue
        try:
            made, end = _block(scanner, head)
        except EndOfTextError:
            yield junk, start
            return
        for block in made:
            if isinstance(block, Block):
                block.line, block.raw = line, text[start:end]
        yield [*junk, *(_placed(block, line) for block in made)], end
        position = end


def _next_head(text: str, position: int) -> re.Match[str] | None:
    """Return the head of the next block that does not stand in a line behind ``%``."""
    while head := _HEAD.search(text, position):
        if not text[text.rfind("\n", 0, head.start()) + 1 : head.start()].lstrip().startswith("%"):
            return head
        position = text.find("\n", head.end())
        if position < 0:
            return None
    return None


def _placed(found: Block | Junk, line: int) -> Block | Junk:
    return Junk(line, found.raw, found.why) if isinstance(found, Junk) else found


def _block(scanner: Scanner, head: re.Match[str]) -> tuple[list[Block | Junk], int]:
    """Return what begins at a head, and where it ends."""
    kind, closer = head[1].lower(), "}" if head[2] == "{" else ")"
    start = head.end()
    if kind in ("comment", "preamble"):
        return [], _passed(scanner, start, closer)
    block = Block(kind, head.start())
    try:
        if kind == "string":
            scanner.macro(block, start, closer)
        else:
            scanner.entry(block, start, closer)
    except UnclosedError as error:
        return [Junk(0, scanner.text[head.start() : error.at].strip(), "reading.bib_never_closed")], error.at
    return [block], block.end


def _passed(scanner: Scanner, start: int, closer: str) -> int:
    """Return the end of a comment or preamble; one that never closes ends with its line."""
    try:
        if closer == "}":
            return scanner.group_end(start - 1)
        return scanner.bracket_end(start)
    except UnclosedError:
        hit = _COMMENT_END.search(scanner.text, start)
        return hit.end() if hit else len(scanner.text)


def _junk(text: str, line_behind: int) -> list[Block | Junk]:
    """Return text between entries if it looks like a part of an entry; BibTeX takes all of it for a comment."""
    if len(text) < 3 or _ENTRY_LIKE.search(text) is None:  # noqa: PLR2004 - no entry is that short
        return []
    said = text.strip()
    line = line_behind - text.count("\n") + text[: len(text) - len(text.lstrip())].count("\n")
    commented = all(part.lstrip()[:1] in ("%", "") for part in said.split("\n"))
    return [Junk(line, said, "reading.bib_commented_out" if commented else "reading.bib_between_entries")]
