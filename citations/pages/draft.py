"""Puts a page together: blocks, lists and sentences become a PageDraft whose segments partition its text."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from citations.kinds import Harm, StatementKind
from citations.pages.blocks import Block, Document, Part
from citations.pages.claims import lapse_rule
from citations.pages.harm import propose_harm
from citations.pages.language import language_of
from citations.pages.mentions import mentions
from citations.pages.page_date import date_line
from citations.pages.sentences import sentences
from citations.pages.source_headings import LONGEST_GROUP
from citations.pages.source_list import Region, SourceLine, find_lists, with_titles_apart
from citations.pages.text_lines import is_glossary_title
from citations.pages.time_words import time_words
from citations.records import DraftStatement, ListedLine, PageDraft, Reading, Reference, SetAside

ReadLine = Callable[[str], Reading]
PrintLine = Callable[[Reference], str | None]

_CONTEXT = 32
_TITLE_WITHIN = 3
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_KINDS = {
    Part.PARAGRAPH: StatementKind.SENTENCE,
    Part.HEADING: StatementKind.HEADING,
    Part.ITEM: StatementKind.LIST_ITEM,
    Part.GLOSSARY: StatementKind.GLOSSARY,
    Part.CAPTION: StatementKind.CAPTION,
}
_CUT = frozenset((Part.PARAGRAPH, Part.ITEM))
_PLAIN = frozenset((StatementKind.HEADING, StatementKind.CAPTION))
_DATE_RANK = ("updated", "stand", "declared", "created")


@dataclass(frozen=True, slots=True)
class Readers:
    """How one printed line is read, and how what was read is printed again."""

    read_line: ReadLine
    print_line: PrintLine


def assemble(document: Document, encoding: str, title: str | None, readers: Readers) -> PageDraft:
    """Return the draft of a page; statements, listed lines, what was set aside and the marks partition its text."""
    document = with_titles_apart(document)
    regions = find_lists(document)
    statements = tuple(_statements(document, regions))
    lines = [line for region in regions for line in region.lines]
    listed = tuple(_listed(document, line, number, readers) for number, line in enumerate(lines, 1))
    aside = tuple(_set_aside(document, regions))
    found = [(one.start, one.end) for one in statements]
    found += [(one.start, one.end) for one in listed] + [(one.start, one.end) for one in aside]
    return PageDraft(
        text=document.text,
        title=_title(document, title),
        language=document.language or language_of(document.text),
        published=_published(document, regions),
        statements=statements,
        listed=listed,
        set_aside=aside,
        marks=_gaps(len(document.text), sorted(found)),
        notices=document.notices + _notices(document, statements, listed),
        encoding=encoding,
        mentions=_mentions(statements),
    )


def _gaps(length: int, segments: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    gaps = []
    done = 0
    for start, end in segments:
        if start > done:
            gaps.append((done, start))
        done = end
    if done < length:
        gaps.append((done, length))
    return tuple(gaps)


def _is_date(document: Document, block: Block) -> bool:
    return block.part in (Part.PARAGRAPH, Part.HEADING) and bool(date_line(document.words(block))[0])


class _Regions:
    """Finds the list of sources that a block stands in."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self.regions = regions
        self.firsts = [region.first for region in regions]

    def at(self, index: int) -> Region | None:
        place = bisect_right(self.firsts, index) - 1
        if place >= 0 and index < self.regions[place].last:
            return self.regions[place]
        return None


def _statements(document: Document, regions: Sequence[Region]) -> Iterator[DraftStatement]:
    path = _Path()
    inside = _Regions(regions)
    for index, block in enumerate(document.blocks):
        region = inside.at(index)
        path.stand(in_list=region is not None)
        if block.part is Part.FURNITURE or (region is not None and index not in region.titles):
            continue
        words = document.words(block)
        if region is None and _is_date(document, block):
            continue
        path.enter(block, words)
        part = Part.HEADING if region is not None and _is_title_line(words, block) else block.part
        for start, end in _cuts(part, words):
            yield _statement(document, (block.start + start, block.start + end), _KINDS[part], path.above, region)


def _is_title_line(words: str, block: Block) -> bool:
    """Say whether a bare paragraph inside a list names a group."""
    return block.part is Part.PARAGRAPH and words[-1] not in ".!?" and len(words) <= LONGEST_GROUP


def _cuts(part: Part, words: str) -> list[tuple[int, int]]:
    return sentences(words) if part in _CUT else [(0, len(words))]


class _Path:
    """The headings above the place where the reading stands."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._before_list: list[tuple[int, str]] | None = None
        self._box = ""
        self.above: tuple[str, ...] = ()

    def stand(self, *, in_list: bool) -> None:
        """Say whether the reading stands in a list of sources; behind it the headings before it count again."""
        if in_list and self._before_list is None:
            self._before_list = list(self._open)
        elif not in_list and self._before_list is not None:
            self._open, self._before_list = self._before_list, None

    def enter(self, block: Block, words: str) -> None:
        """Take a block into account; the title of a glossary box stands over its entries only."""
        title = _visible(words)
        if block.part is not Part.HEADING:
            self._box = self._box if block.part is Part.GLOSSARY else ""
        elif is_glossary_title(words):
            self.above = self._titles()
            self._box = title
            return
        else:
            self._open = [kept for kept in self._open if kept[0] < block.level]
            self.above = self._titles()
            self._open.append((block.level, title))
            self._box = ""
            return
        self.above = self._titles() + ((self._box,) if self._box else ())

    def _titles(self) -> tuple[str, ...]:
        return tuple(title for _, title in self._open)


def _statement(
    document: Document, span: tuple[int, int], kind: StatementKind, path: tuple[str, ...], region: Region | None
) -> DraftStatement:
    start, end = span
    text = document.text
    exact = text[start:end]
    plain = kind in _PLAIN or region is not None
    return DraftStatement(
        kind=kind,
        exact=exact,
        prefix=text[max(0, start - _CONTEXT) : start],
        suffix=text[end : end + _CONTEXT],
        start=start,
        end=end,
        heading_path=path,
        time_words=() if plain else time_words(exact),
        harm=Harm.H0 if region is not None else propose_harm(kind, exact, path),
        lapse_rule="" if plain else lapse_rule(exact),
    )


def _listed(document: Document, line: SourceLine, position: int, readers: Readers) -> ListedLine:
    printed = document.text[line.start : line.end]
    # a reference printed over several lines is read as one; its own line breaks make it irregular, not unread
    joined = re.sub(r"\s*[\r\n]\s*", " ", printed)
    reading = readers.read_line(joined if joined == printed else _with_stops(printed, is_html=document.is_html))
    irregular = isinstance(reading, Reference) and readers.print_line(reading) != printed
    return ListedLine(
        text=printed,
        group=line.group,
        position=position,
        bullet=line.bullet,
        reading=reading,
        irregular=irregular,
        start=line.start,
        end=line.end,
    )


def _with_stops(printed: str, *, is_html: bool) -> str:
    """Return a reference in one line; a line break of the markup ends a part as a full stop does."""
    parts = [part for part in re.split(r"\s*[\r\n]\s*", printed.strip()) if part]
    if not is_html:
        return " ".join(parts)
    stopped = [part if part[-1] in ".,;:-–?!(&" else f"{part}." for part in parts[:-1]]
    return " ".join((*stopped, parts[-1]))


def _set_aside(document: Document, regions: Sequence[Region]) -> Iterator[SetAside]:
    inside = _Regions(regions)
    for index, block in enumerate(document.blocks):
        why = block.why if block.part is Part.FURNITURE else ""
        if not why and inside.at(index) is None and _is_date(document, block):
            why = "furniture_page_date"
        if why:
            yield SetAside(start=block.start, end=block.end, text=document.words(block), why=why)


def _published(document: Document, regions: Sequence[Region]) -> str:
    """Return the page's latest word on its own date: updated before Stand before declared before created."""
    inside = _Regions(regions)
    dates = {"declared": document.published} if document.published else {}
    for index, block in enumerate(document.blocks):
        what, iso = date_line(document.words(block)) if inside.at(index) is None else ("", "")
        if iso:
            dates[what] = max(iso, dates.get(what, ""))
    return next((dates[what] for what in _DATE_RANK if what in dates), "")


def _title(document: Document, given: str | None) -> str:
    if given and given.strip():
        return given.strip()
    if document.title:
        return _visible(document.title)
    first = [block for block in document.blocks if block.part is not Part.FURNITURE][:_TITLE_WITHIN]
    return next((_visible(document.words(block)) for block in first if block.part is Part.HEADING), "")


def _visible(words: str) -> str:
    """Return a title in one line, without the characters that only say where it may be broken."""
    return " ".join(_INVISIBLE.sub("", words).split())


def _notices(document: Document, statements: Sequence[DraftStatement], listed: Sequence[ListedLine]) -> tuple[str, ...]:
    notices = []
    if not listed:
        notices.append("no_source_list")
    elif not any(one.kind not in _PLAIN and one.harm is not Harm.H0 for one in statements):
        notices.append("only_source_list")
    if "\ufffd" in document.text:
        notices.append("replacement_characters")
    return tuple(notices)


def _mentions(statements: Sequence[DraftStatement]) -> tuple[tuple[int, Reference], ...]:
    return tuple(
        (index, reference)
        for index, one in enumerate(statements)
        if one.kind not in _PLAIN
        for reference in mentions(one.exact)
    )
