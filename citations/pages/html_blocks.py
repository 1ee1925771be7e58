"""HTML to blocks: the text of all elements in document order, each with its part, each piece of furniture named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citations.pages.blocks import Block, Document, Part
from citations.pages.furniture import furniture
from citations.pages.html_facts import facts_of
from citations.pages.html_tree import BREAK, HEADINGS, Element, Run, Tree, collapsed, parse
from citations.pages.link_boxes import without_link_boxes
from citations.pages.profiles import Profile, profile_for
from citations.pages.selectors import Selector, matches, read_selector
from citations.pages.source_headings import is_source_title
from citations.pages.text_lines import bullet_of, is_glossary_entry, is_glossary_title, is_heading

_BREAKS = re.compile(rf"[ ]*{BREAK}[ ]*")
_PARAGRAPHS = re.compile(rf"(?:[ ]*{BREAK}){{2,}}[ ]*")
_LARGE_CELL = 600
_PARTS = {
    "li": Part.ITEM,
    "dt": Part.GLOSSARY,
    "dd": Part.GLOSSARY,
    "figcaption": Part.CAPTION,
    "caption": Part.CAPTION,
    "table": Part.PARAGRAPH,
    "section": Part.PARAGRAPH,
    "article": Part.PARAGRAPH,
    "aside": Part.PARAGRAPH,
}
_TOOL = re.compile(
    r"\s*\[\s?(?:Bearbeiten|Quelltext bearbeiten|edit|edit source)"
    r"(?:\s?\|\s?(?:Quelltext bearbeiten|edit source))?\s?\]\Z",
    re.IGNORECASE,
)
_NO_ROW = frozenset(("table", "li", "ul", "ol", "dl", "caption"))
_PSEUDO_LEVEL = 7
_FOLDED = 6


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element hands down to the text below it."""

    part: Part = Part.PARAGRAPH
    level: int = 0
    why: str = ""
    in_article: bool = False
    in_body: bool = False
    in_list: bool = False
    profiled: bool = False
    raw: bool = False
    aside: int = 0
    term: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    """One block before it has its place: its words and what is known of it."""

    words: str
    context: _Context
    linked: bool
    bold: bool


@dataclass(frozen=True, slots=True)
class _Selectors:
    body: Selector
    sources: Selector | None
    furniture: tuple[tuple[Selector, str], ...]


def read_html(source: str, url: str, profiles: Sequence[Profile]) -> Document:
    """Return text and blocks of an HTML page. ``text`` is all text outside script, style, template and comments.

    White space is collapsed within a block, a newline stands between blocks and for every <br>. A profile that fits
    the host of ``url`` says where the body stands; without one, or when it finds nothing, structure does.
    Raises PageUnreadableError (page_too_large) for a page of more tags than anybody writes.
    """
    tree = parse(source)
    _protect_lists(tree)
    profile = profile_for(url, tuple(profiles))
    selectors, notices = _usable(profile, tree)
    contexts = _contexts(tree, selectors)
    pieces = _glossaries([piece for group in _groups(tree.runs) for piece in _pieces(group, contexts)])
    text, blocks = _placed(pieces)
    facts = facts_of(tree)
    heading = next((words for words, block in zip(_texts(text, blocks), blocks, strict=True) if block.level == 1), "")
    return Document(
        text=text,
        blocks=blocks,
        is_html=True,
        title=" ".join((heading or facts.title).split()),
        language=facts.language,
        published=facts.published,
        notices=notices,
    )


def _texts(text: str, blocks: Sequence[Block]) -> list[str]:
    return [text[block.start : block.end] for block in blocks]


def _protect_lists(tree: Tree) -> None:
    """Whatever stands around the title of a list of sources is no furniture."""
    for run in tree.runs:
        words = collapsed(run.text).strip()
        if words and not run.linked and is_source_title(words):
            element: Element | None = run.owner
            while element is not None and not element.holds_main:
                element.holds_main = True
                element = element.parent


def _usable(profile: Profile | None, tree: Tree) -> tuple[_Selectors | None, tuple[str, ...]]:
    """Return the selectors of a profile if its body is still found, and a notice for each that finds nothing."""
    if profile is None:
        return None, ()
    notices = tuple(
        f"profile_no_longer_matches:{text}"
        for text in (profile.body, profile.sources)
        if text and not _finds(read_selector(text), tree)
    )
    body = read_selector(profile.body)
    if not _finds(body, tree):
        return None, notices
    sources = read_selector(profile.sources) if profile.sources else None
    return _Selectors(body, sources, tuple((read_selector(text), why) for text, why in profile.furniture)), notices


def _finds(selector: Selector, tree: Tree) -> bool:
    return any(matches(selector, element) for element in tree.elements)


def _contexts(tree: Tree, selectors: _Selectors | None) -> dict[int, _Context]:
    """Return the context of every element by its identity; parents come first, so each is one step from its parent."""
    contexts: dict[int, _Context] = {}
    for number, element in enumerate(tree.elements, 1):
        above = contexts.get(id(element.parent), _Context())
        contexts[id(element)] = _below(above, element, number, selectors)
    return contexts


def _below(above: _Context, element: Element, number: int, selectors: _Selectors | None) -> _Context:
    own = replace(
        above,
        in_article=above.in_article or element.tag in ("main", "article"),
        raw=above.raw or element.tag == "pre",
        aside=number if element.tag == "aside" else above.aside,
        row=number if element.tag == "tr" else 0 if element.tag in _NO_ROW else above.row,
        term=element.tag if element.tag in ("dt", "dd", "dl") else above.term,
    )
    own = _with_part(own, element)
    if selectors is not None:
        inside = matches(selectors.body, element)
        listed = selectors.sources is not None and matches(selectors.sources, element)
        own = replace(own, profiled=True, in_body=above.in_body or inside or listed, in_list=above.in_list or listed)
        named = next((why for one, why in selectors.furniture if matches(one, element)), "")
        own = replace(own, why=named or ("" if inside or listed else own.why))
    if not own.in_body:
        own = replace(own, why=furniture(element, in_article=above.in_article) or own.why)
    return own


def _with_part(own: _Context, element: Element) -> _Context:
    tag = element.tag
    if tag in HEADINGS:
        return replace(own, part=Part.HEADING, level=HEADINGS.index(tag) + 1)
    if tag in ("td", "th"):
        # a cell that holds this much, or titles and paragraphs, is layout and no table
        layout = element.text > _LARGE_CELL or element.holds_titles
        return replace(own, part=Part.PARAGRAPH if layout else Part.ITEM, level=0, row=0 if layout else own.row)
    if tag == "summary":
        return replace(own, part=Part.HEADING, level=_FOLDED)
    part = _PARTS.get(tag)
    return own if part is None else replace(own, part=part, level=0)


def _groups(runs: Sequence[Run]) -> Iterator[list[Run]]:
    group: list[Run] = []
    for run in runs:
        if run.starts_block and group:
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _pieces(group: Sequence[Run], contexts: dict[int, _Context]) -> Iterator[_Piece]:
    solid = [run for run in group if run.text.strip()]
    context = contexts.get(id(group[0].owner), _Context())
    joined = "".join(run.text for run in group)
    if context.raw:
        joined = joined.replace("\n", BREAK)
    for paragraph in _PARAGRAPHS.split(collapsed(joined)):
        words = _BREAKS.sub("\n", paragraph).strip()
        if words:
            linked = all(run.linked for run in solid)
            yield _Piece(words, context, linked, all(run.bold for run in solid))


def _glossaries(pieces: list[_Piece]) -> list[_Piece]:
    """Mark the entries of glossary boxes: below a title "Lexikon", or an aside of nothing but ``term: definition``."""
    asides: dict[int, bool] = {}
    for piece in pieces:
        if piece.context.aside and piece.context.part is not Part.HEADING and not piece.context.why:
            fits = is_glossary_entry(piece.words)
            asides[piece.context.aside] = asides.get(piece.context.aside, True) and fits
    marked: list[_Piece] = []
    below_title = False
    for piece in pieces:
        context = piece.context
        if is_glossary_title(piece.words) and context.part in (Part.HEADING, Part.PARAGRAPH):
            below_title = True
            marked.append(_with(piece, Part.HEADING, context.level or _PSEUDO_LEVEL))
            continue
        plain = context.part in (Part.PARAGRAPH, Part.ITEM)
        below_title = below_title and plain and is_glossary_entry(piece.words)
        boxed = plain and (below_title or asides.get(context.aside, False))
        marked.append(_with(piece, Part.GLOSSARY, 0) if boxed else piece)
    return marked


def _with(piece: _Piece, part: Part, level: int) -> _Piece:
    return replace(piece, context=replace(piece.context, part=part, level=level))


def _placed(pieces: Sequence[_Piece]) -> tuple[str, tuple[Block, ...]]:
    """Return the text of the page and its blocks; a term and its definitions become one block."""
    blocks: list[Block] = []
    links: list[bool] = []
    place = 0
    before, row = "", 0
    for piece in pieces:
        start, end = place, place + len(piece.words)
        place = end + 1
        term = piece.context.term if piece.context.part is Part.GLOSSARY else ""
        if blocks and (_defines(before, term, blocks[-1]) or _same_row(row, piece.context, blocks[-1])):
            blocks[-1] = replace(blocks[-1], end=end)
            links[-1] = links[-1] and piece.linked
        else:
            blocks += _headed(_block(piece, start, end), piece.words)
            links += [piece.linked] * (len(blocks) - len(links))
        before, row = term, piece.context.row
    text = "\n".join(piece.words for piece in pieces)
    return text, without_link_boxes(text, blocks, links)


def _defines(before: str, term: str, last: Block) -> bool:
    """Say whether a term or definition belongs to the glossary entry above it."""
    both = term == "dd" and before in ("dt", "dd")
    return last.part is Part.GLOSSARY and (both or (term == "dt" and before == "dt"))


def _same_row(row: int, context: _Context, last: Block) -> bool:
    """Say whether a cell belongs to the row above it: "5 mg" alone says nothing."""
    return bool(row) and context.row == row and context.part is Part.ITEM and not context.why and last.part is Part.ITEM


def _headed(block: Block, words: str) -> list[Block]:
    """Return a heading and, apart from it, the "[edit]" that some pages print behind it."""
    tool = _TOOL.search(words) if block.part is Part.HEADING else None
    if tool is None or not tool.start():
        return [block]
    cut = block.end - (len(words) - tool.start())
    aside = Block(cut + len(tool.group()) - len(tool.group().lstrip()), block.end, Part.FURNITURE, why="furniture_form")
    return [replace(block, end=cut), aside]


def _block(piece: _Piece, start: int, end: int) -> Block:
    context = piece.context
    why = context.why or ("furniture_outside_body" if context.profiled and not context.in_body else "")
    if why:
        return Block(start, end, Part.FURNITURE, why=why)
    part, level = context.part, context.level
    if part is Part.PARAGRAPH and piece.bold and is_heading(piece.words):
        part, level = Part.HEADING, _PSEUDO_LEVEL
    bullet = bullet_of(piece.words[:40]) if part in (Part.PARAGRAPH, Part.ITEM) else ""
    if bullet and part is Part.PARAGRAPH:
        part = Part.ITEM
    return Block(start + len(bullet), end, part, bullet, level if part is Part.HEADING else 0, "", context.in_list)
