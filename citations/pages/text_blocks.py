"""Plain text to blocks: headings are bare lines, list items begin with a bullet, hard-wrapped lines are joined."""

import re
from dataclasses import replace
from itertools import pairwise

from citations.pages.blocks import Block, Document, Part
from citations.pages.page_date import date_line
from citations.pages.source_headings import is_source_title
from citations.pages.text_lines import bullet_of, is_caption, is_glossary_entry, is_glossary_title, is_heading

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BLANK_BETWEEN = re.compile(r"(?:\r\n|[\r\n\v\f\x85\u2028\u2029])[^\S\r\n]*[\r\n\v\f\x85\u2028\u2029]")
_SHORTEST_WRAPPED = 40
_FINAL = '.!?…:;"“”»«)'
_SHARE = 5
_PART = 3
_WIDEST = 40
_MARKED = re.compile(r"(?P<mark>#{1,6})[ \t]+(?=\S)|(?:\*\*|__)(?=[^\s*_][^*_]{0,118}(?:\*\*|__):?$)")
_RULE = re.compile(r"([=\-_*~#+])(?:\s?\1){2,}")
_MARK_ENDS = "#*_ \t:"
DEEPEST = 6


def read_text(text: str) -> Document:
    """Return the blocks of a text without markup; its characters stay as they are, line ends too."""
    lines = _lines(text)
    lines = _hung(text, lines)
    if _is_wrapped(text, lines):
        lines = _joined(text, lines)
    return Document(text=text, blocks=_classified(text, lines), is_html=False)


def _lines(text: str) -> list[Block]:
    lines = []
    for match in _LINE.finditer(text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.start() + len(raw.rstrip())
        if start < end:
            bullet = bullet_of(text[start : min(end, start + 40)])
            lines.append(Block(start + len(bullet), end, Part.ITEM if bullet else Part.PARAGRAPH, bullet))
    return lines


def _adjacent(text: str, one: Block, other: Block) -> bool:
    """Say whether no blank line stands between two lines."""
    return _BLANK_BETWEEN.search(text, one.end, other.start - len(other.bullet)) is None


def _goes_on(text: str, one: Block, other: Block) -> bool:
    """Say whether a line can be the first part of a sentence that the next line goes on with."""
    long_enough = one.end - one.start >= _SHORTEST_WRAPPED
    return long_enough and not other.bullet and _adjacent(text, one, other)


def _is_wrapped(text: str, lines: list[Block]) -> bool:
    """Say whether a text was broken at a column: lines without a final mark go on in lower case below."""
    broken = sum(
        _goes_on(text, one, other) and text[one.end - 1] not in _FINAL and text[other.start].islower()
        for one, other in pairwise(lines)
    )
    inner = sum(_goes_on(text, one, other) for one, other in pairwise(lines))
    return broken > 1 and (broken * _SHARE >= len(lines) or broken * _PART >= inner)


def _plain(text: str, line: Block) -> bool:
    """Say whether a line can go on with the one above: no bullet, no mark of a heading."""
    return not line.bullet and not _MARKED.match(text, line.start, line.end)


def _hung(text: str, lines: list[Block]) -> list[Block]:
    """Join the lines that hang below a list item: no bullet, further in than the bullet, no blank line between."""
    joined: list[Block] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above and above.bullet and _hangs(text, above, line):
            joined[-1] = replace(above, end=line.end)
        else:
            joined.append(line)
    return joined


def _hangs(text: str, above: Block, line: Block) -> bool:
    return _plain(text, line) and _adjacent(text, above, line) and _indent(text, line) > _indent(text, above)


def _indent(text: str, line: Block) -> int:
    """Return how far a line (with its bullet) stands in from the margin."""
    start = line.start - len(line.bullet)
    margin = text[max(0, start - _WIDEST) : start]
    return len(margin) - len(margin.rstrip(" \t\u00a0"))


def _joined(text: str, lines: list[Block]) -> list[Block]:
    joined: list[Block] = []
    last = 0
    for line in lines:
        if joined and last >= _SHORTEST_WRAPPED and _plain(text, line) and _adjacent(text, joined[-1], line):
            joined[-1] = replace(joined[-1], end=line.end)
        else:
            joined.append(line)
        last = line.end - line.start
    return joined


def _classified(text: str, lines: list[Block]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    in_glossary = False
    level = 0
    for line in lines:
        words = text[line.start : line.end]
        if _RULE.fullmatch(words):
            level = 0
            continue
        marked = _marked(text, line)
        if marked:
            blocks.append(marked)
            level, in_glossary = 0, is_glossary_title(text[marked.start : marked.end])
            continue
        block, in_glossary = _classify(line, words, in_glossary)
        if block.part is Part.HEADING:
            # a bare line has no rank; one that follows another at once stands below it
            level = min(level + 1, DEEPEST)
            block = replace(block, level=level)
        elif not is_caption(words):
            level = 0
        blocks.append(block)
    return tuple(blocks)


def _marked(text: str, line: Block) -> Block | None:
    """Return the heading that a line of marked-up text is ("## Quellen", "**Quellen**"), without its marks."""
    match = None if line.bullet else _MARKED.match(text, line.start, line.end)
    if match is None:
        return None
    end = line.end
    while end > match.end() and text[end - 1] in _MARK_ENDS:
        end -= 1
    if match["mark"] is None and text[line.end - 1] in ".!":
        return None
    level = len(match["mark"]) if match["mark"] else DEEPEST + 1
    return Block(match.end(), end, Part.HEADING, level=level) if end > match.end() else None


def _classify(line: Block, words: str, in_glossary: bool) -> tuple[Block, bool]:
    if line.bullet:
        numbered_title = line.bullet[0].isdigit() and is_source_title(words)
        return (replace(line, part=Part.HEADING) if numbered_title else line), False
    if is_glossary_title(words):
        return replace(line, part=Part.HEADING), True
    if in_glossary and is_glossary_entry(words):
        return replace(line, part=Part.GLOSSARY), True
    if is_caption(words) and len(words) <= _SHORTEST_WRAPPED * 5:
        return replace(line, part=Part.CAPTION), False
    if is_heading(words) and not date_line(words)[0]:
        return replace(line, part=Part.HEADING), False
    return line, False
