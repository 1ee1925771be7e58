"""Where a page's printed list of sources begins and ends, its groups and its lines, by structure alone.

This runs before any sentence is cut: no rule for sentences keeps a reference whole. Reading a line is not done here.
"""

import re
from dataclasses import dataclass, replace

from citations.pages.blocks import Block, Document, Part
from citations.pages.page_date import date_line
from citations.pages.source_headings import (
    LONGEST_GROUP,
    ends_list,
    ends_list_line,
    is_group_title,
    is_intro,
    is_source_title,
    is_weak_title,
    looks_like_reference,
)

_RUN_IN = re.compile(r"(?:Quellen|Literatur|Referenzen|References|Sources)\s?:?(?:\s*\n|(?<=:)[ \t\u00a0])\s*(?=\S)")
_NUMBERED = re.compile(r"\(?\[?\d{1,3}[.)\]]")
_BLANK = re.compile(r"\n\s*\n|\r\n\s*\r\n|\r\s*\r")
_BARE_NUMBER = re.compile(r"(\d{1,3})[ \t\u00a0]+(?=[^\W\d_])")
_MARK = re.compile(
    r"[↑^]\s*(?:[a-z]\b,?\s*){0,20}"
    r"|(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)])[ \t\u00a0]+(?=[^\W_])|\[\d{1,3}\](?=[^\W\d_])"
)
_MOST_GROUP_WORDS = 2
_SHORTEST_WHOLE = 60
_AHEAD = 12
_BOLD = 7
_ALONE = 2
_MOST_TRIED = 40
_ENDS_OPEN = tuple(",;:-–/&(")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One printed line: its place in the text, the bullet before it, the heading of its group ("" if none)."""

    start: int
    end: int
    bullet: str
    group: str


@dataclass(frozen=True, slots=True)
class Region:
    """One list: blocks ``first`` up to, not including, ``last``; ``titles`` are the blocks in it that are no lines."""

    first: int
    last: int
    titles: frozenset[int]
    lines: tuple[SourceLine, ...]


def with_titles_apart(document: Document) -> Document:
    """Return the document with run-in titles ("Quellen: ...", "Literatur" above lines of one paragraph) as blocks."""
    blocks: list[Block] = []
    for block in document.blocks:
        match = _RUN_IN.match(document.text, block.start, block.end) if block.part is Part.PARAGRAPH else None
        if match and looks_like_reference(document.text[match.end() : block.end]):
            title = match.group().rstrip()
            blocks.append(replace(block, end=block.start + len(title), part=Part.HEADING, level=7))
            blocks.append(replace(block, start=match.end()))
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def find_lists(document: Document) -> tuple[Region, ...]:
    """Return the lists of sources of a page in order; none overlap, each has at least one line."""
    marked = [index for index, block in enumerate(document.blocks) if block.in_list]
    if marked:
        return (_Walk(document, marked[0], marked[-1] + 1).region(),)
    regions = _found(document, strong=True)
    return tuple(regions or _found(document, strong=False))


def _found(document: Document, *, strong: bool) -> list[Region]:
    regions: list[Region] = []
    done = 0
    tried = 0
    for index, block in enumerate(document.blocks):
        if index < done or tried == _MOST_TRIED or not _is_title(document, index, block, strong=strong):
            continue
        tried += 1
        region = _Walk(document, index, len(document.blocks)).region()
        if region.lines and (strong or _mostly_references(document, region)):
            regions.append(region)
            done = region.last
    return regions


def _is_title(document: Document, index: int, block: Block, *, strong: bool) -> bool:
    if block.part not in (Part.HEADING, Part.PARAGRAPH):
        return False
    words = document.words(block)
    if is_source_title(words):
        return True
    if not is_weak_title(words) or block.part is not Part.HEADING:
        return False
    return not strong or any(
        later.part is Part.HEADING and is_source_title(document.words(later))
        for later in document.blocks[index + 1 : index + 3]
    )


def _mostly_references(document: Document, region: Region) -> bool:
    hits = sum(looks_like_reference(document.text[line.start : line.end]) for line in region.lines)
    return hits * 2 >= len(region.lines)


class _Walk:
    """One pass over the blocks of one list, from its title to its end."""

    def __init__(self, document: Document, first: int, limit: int) -> None:
        self.document = document
        self.first = first
        self.limit = limit
        self.titles: set[int] = set()
        self.lines: list[SourceLine] = []
        self.group = ""
        self.rank = document.blocks[first].level or 7
        self.bound = document.blocks[first].in_list
        self.several = sum(1 for block in document.blocks[first:limit] if block.part is not Part.HEADING) > _ALONE

    def region(self) -> Region:
        index = self.first
        while index < self.limit and self._take(index):
            index += 1
        # a title that stands directly before the end belongs to what follows it
        while index - 1 in self.titles and index < self.limit and index - 1 > self.first:
            index -= 1
            self.titles.discard(index)
        return Region(self.first, index, frozenset(self.titles), self._unmarked())

    def _unmarked(self) -> tuple[SourceLine, ...]:
        """Return the lines with the marks printed before them as bullets: "[1] ", "↑ a b ", bare numbers that count."""
        words = [self.document.text[line.start : line.end] for line in self.lines]
        numbers = [_BARE_NUMBER.match(one) for one in words]
        counting = len(words) > 1 and all(
            hit and not line.bullet and int(hit[1]) == place
            for place, (hit, line) in enumerate(zip(numbers, self.lines, strict=True), 1)
        )
        pairs = zip(words, self.lines, strict=True)
        marks = numbers if counting else [None if line.bullet else _MARK.match(one) for one, line in pairs]
        return tuple(
            replace(line, start=line.start + hit.end(), bullet=hit.group()) if hit and hit.end() < len(one) else line
            for line, hit, one in zip(self.lines, marks, words, strict=True)
        )

    def _take(self, index: int) -> bool:
        """Put one block where it belongs; False if the list ends before it."""
        block = self.document.blocks[index]
        words = self.document.words(block)
        if block.part is Part.FURNITURE or (self.bound and not block.in_list):
            self.titles.add(index)
        elif is_source_title(words) and block.part is not Part.ITEM:
            self.titles.add(index)
            self.group = ""
        elif index == self.first and block.part is Part.HEADING:
            self.titles.add(index)
        elif self._continues(block, words):
            self.lines[-1] = replace(self.lines[-1], end=block.end)
        elif block.part in (Part.HEADING, Part.PARAGRAPH):
            return self._take_bare(index, block, words)
        elif block.part is Part.CAPTION:
            self.titles.add(index)
        elif self._names_group(index, block, words):
            self.titles.add(index)
            self.group = " ".join(words.split()).rstrip(":")
        else:
            self._add(block)
        return True

    def _take_bare(self, index: int, block: Block, words: str) -> bool:
        if not self.bound and (date_line(words)[0] or ends_list_line(words)):
            return False
        if self._is_group(index, block, words):
            self.titles.add(index)
            self.group = " ".join(words.split()).rstrip(":")
            return True
        if block.part is Part.HEADING and self._ends(index, block, words):
            return False
        if self._announces(index, words):
            self.titles.add(index)
        elif block.part is Part.HEADING and not self._may_be_line(words):
            self.titles.add(index)
            self.group = " ".join(words.split())
        else:
            self._add(block)
        return True

    def _names_group(self, index: int, block: Block, words: str) -> bool:
        """Say whether a list item only names the items below it ("Leitlinien" above a list inside the list)."""
        below = self.document.blocks[index + 1 : index + 2]
        short = len(words.split()) <= _MOST_GROUP_WORDS or words.endswith(":")
        return short and not block.bullet and bool(below) and below[0].part is Part.ITEM and is_group_title(words)

    def _is_group(self, index: int, block: Block, words: str) -> bool:
        if block.part is Part.HEADING and self.document.is_html and block.level < _BOLD:
            return not ends_list(words) and (block.level > self.rank or is_group_title(words))
        followed = index + 1 < len(self.document.blocks)
        short = len(words) <= LONGEST_GROUP and words[-1] not in ".;,"
        # with nothing below it, a line is a line and no title
        return short and followed and is_group_title(words)

    def _ends(self, index: int, block: Block, words: str) -> bool:
        if self.bound:
            return False
        if ends_list(words):
            return True
        is_tag = self.document.is_html and block.level < _BOLD
        if looks_like_reference(words) and not is_tag:
            return False
        is_name = not is_tag and self._may_be_line(words) and self._bare_below(index)
        return not is_name and not self._references_below(index)

    def _references_below(self, index: int) -> bool:
        """Say whether a printed reference stands between this heading and the next."""
        for block in self.document.blocks[index + 1 : index + 1 + _AHEAD]:
            words = self.document.words(block)
            if looks_like_reference(words) and not date_line(words)[0]:
                return True
            if block.part is Part.HEADING:
                return False
        return False

    def _bare_below(self, index: int) -> bool:
        """Say whether a bare line is one of several names below each other, as lists of organisations have them."""
        below = self.document.blocks[index + 1 : index + 2]
        return not below or below[0].part is Part.HEADING or below[0].bullet != ""

    def _may_be_line(self, words: str) -> bool:
        return not self.document.is_html and (looks_like_reference(words) or bool(self.lines))

    def _announces(self, index: int, words: str) -> bool:
        """Say whether a sentence before the first line only introduces the list, or a second title follows it."""
        if self.lines or self.group:
            return False
        later = self.document.blocks[index + 1 : index + 3]
        if any(block.part is Part.HEADING and is_source_title(self.document.words(block)) for block in later):
            return True
        return bool(later) and is_intro(words)

    def _continues(self, block: Block, words: str) -> bool:
        """Say whether a line of plain text goes on with the reference above it."""
        if not self.lines or self.document.is_html or block.bullet or is_group_title(words):
            return False
        last = self.lines[-1]
        if _BLANK.search(self.document.text, last.end, block.start) or date_line(words)[0] or ends_list_line(words):
            return False
        if _NUMBERED.match(last.bullet):
            return True
        return _open_end(self.document.text[last.start : last.end], words)

    def _add(self, block: Block) -> None:
        words = self.document.words(block)
        listed = block.part is Part.ITEM and not block.bullet and self.several and not _NUMBERED.match(words)
        whole = (self.several and not self.document.is_html) or (listed and not _each_a_reference(words))
        spans = [(0, len(words))] if whole else _printed_lines(words)
        for number, (start, end) in enumerate(spans):
            bullet = block.bullet if number == 0 else ""
            self.lines.append(SourceLine(block.start + start, block.start + end, bullet, self.group))


def _each_a_reference(words: str) -> bool:
    """Say whether every printed line of a list item is a reference of its own, and not a part of one."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    return all(looks_like_reference(line) and len(line) >= _SHORTEST_WHOLE for line in lines)


def _open_end(above: str, below: str) -> bool:
    """Say whether a printed line clearly goes on below: no full stop, and lower case, a digit or a dash follow."""
    if above.endswith(_ENDS_OPEN):
        return True
    return above[-1] not in ".!?)" and (below[0].islower() or below[0].isdigit() or below[0] in "-–")


def _printed_lines(words: str) -> list[tuple[int, int]]:
    """Return the lines inside one block (line breaks of HTML, wrapped text), wrapped references joined again."""
    spans: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\r\n]+", words):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        end = match.start() + len(match.group().rstrip())
        if start >= end:
            continue
        if spans and _goes_on(words[spans[-1][0] : spans[-1][1]], words[start:end]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _goes_on(above: str, below: str) -> bool:
    last = above.rsplit("\n", 1)[-1]
    return _open_end(last, below) and not _NUMBERED.match(below)
