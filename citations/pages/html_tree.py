"""The elements of an HTML page and its text in order, without repair beyond what roles need. Linear at any depth."""

import re
from dataclasses import dataclass

from citations.pages.html_tokens import Script, Tag, tokens
from citations.pages.unreadable import PageUnreadableError
from citations.pages.word_lists import words

MOST_TAGS = 100_000
"""Angle brackets of the largest page that is read; the largest real ones have some 20,000."""

INLINE = words("""
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt ruby s samp
    small span
    strike strong sub sup time tt u var wbr nobr center""") - {"center", "label"}
VOID = words("area base br col embed hr img input link meta param source track wbr")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CLOSES_P = words("""
    address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr
    main menu nav ol p pre section table ul""")
_SIBLINGS = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr", "td", "th"), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "option": (("option",), ("select", "optgroup", "datalist")),
}
_WALLS = frozenset(("table", "td", "th", "caption", "button", "template", "svg", "object"))
_TITLES = frozenset((*HEADINGS, "table"))
_SPACE = re.compile(r"[ \t\n\r\f]+")
BREAK = "\x1e"
"""Stands for a line break of the markup; no page that is read can hold it (control characters are refused)."""


@dataclass(slots=True, eq=False)
class Element:
    """One element: what selectors and the judging of furniture ask for. ``text`` counts characters below it."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None"
    depth: int
    text: int = 0
    linked: int = 0
    holds_main: bool = False
    holds_titles: bool = False
    paragraphs: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text directly inside one element; ``bold`` and ``linked`` as the inline tags around it say."""

    owner: Element
    text: str
    linked: bool
    bold: bool
    starts_block: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """The runs of a page in order, the elements, the meta elements and the JSON-LD scripts."""

    runs: tuple[Run, ...]
    elements: tuple[Element, ...]
    metas: tuple[dict[str, str], ...]
    scripts: tuple[str, ...]


def parse(source: str) -> Tree:
    """Return the tree of a page. Raises PageUnreadableError (page_too_large) above MOST_TAGS."""
    tags = source.count("<")
    if tags > MOST_TAGS:
        raise PageUnreadableError("page_too_large", size=tags, limit=MOST_TAGS)
    return _Builder().build(source)


class _Builder:
    def __init__(self) -> None:
        self.root = Element("#root", {}, None, 0)
        self.stack = [self.root]
        self.open: list[dict[str, int]] = [{}]
        self.elements: list[Element] = []
        self.runs: list[Run] = []
        self.metas: list[dict[str, str]] = []
        self.scripts: list[str] = []
        self.links = 0
        self.bold = 0
        self.hidden = 0
        self.fresh = True

    def build(self, source: str) -> Tree:
        for token in tokens(source):
            if isinstance(token, str):
                self._text(token)
            elif isinstance(token, Script):
                if "ld+json" in token.kind:
                    self.scripts.append(token.content)
            elif token.closing:
                self._close(token.name)
            else:
                self._open(token)
        self._count()
        return Tree(tuple(self.runs), tuple(self.elements), tuple(self.metas), tuple(self.scripts))

    def _text(self, text: str) -> None:
        if self.hidden or not text:
            return
        self.runs.append(Run(self.stack[-1], text, self.links > 0, self.bold > 0, self.fresh))
        self.fresh = False

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name in ("meta", "time"):
            self.metas.append({**tag.attributes, "tag": name})
        if name == "br":
            self._text(BREAK)
        elif name == "template":
            self.hidden += 1
        elif name in INLINE:
            self._inline(name, 1)
        elif name in VOID:
            # a picture inside a sentence does not cut it; a rule across the page does
            self.fresh = self.fresh or name == "hr"
        elif not self.hidden:
            self._make_room(name)
            self._push(tag)

    def _inline(self, name: str, step: int) -> None:
        if name == "a":
            # links do not nest; a second one closes the first
            self.links = max(0, step)
        elif name in ("b", "strong"):
            self.bold = max(0, self.bold + step)

    def _make_room(self, name: str) -> None:
        if name in _CLOSES_P and self.open[-1].get("p"):
            self._pop_to("p")
        closing, walls = _SIBLINGS.get(name, ((), ()))
        if closing:
            place = len(self.stack) - 1
            # what stands open between two siblings is seldom deep; a wall or the sibling comes soon
            lowest = max(0, place - 64)
            while place > lowest and self.stack[place].tag not in walls:
                if self.stack[place].tag in _WALLS and self.stack[place].tag not in closing:
                    return
                if self.stack[place].tag in closing:
                    self._cut_stack(place)
                place -= 1

    def _push(self, tag: Tag) -> None:
        parent = self.stack[-1]
        element = Element(tag.name, tag.attributes, parent, parent.depth + 1)
        self.elements.append(element)
        self.stack.append(element)
        self.open[-1][tag.name] = self.open[-1].get(tag.name, 0) + 1
        if tag.name in _WALLS:
            self.open.append({})
        self.fresh = True

    def _close(self, name: str) -> None:
        if name == "template":
            self.hidden = max(0, self.hidden - 1)
        elif name == "br":
            self._text(BREAK)
        elif name in INLINE:
            self._inline(name, -1)
        elif name == "p" and not self.open[-1].get("p"):
            self.fresh = True
        elif name in _WALLS:
            self._close_wall(name)
        elif self.open[-1].get(name):
            self._pop_to(name)

    def _close_wall(self, name: str) -> None:
        """Close a cell, a table ...: look only as far as such walls stand open."""
        for depth in range(len(self.open) - 2, max(-1, len(self.open) - 34), -1):
            if self.open[depth].get(name):
                while len(self.open) > depth + 2:
                    self._pop_wall()
                self._pop_wall()
                return

    def _pop_wall(self) -> None:
        while self.stack[-1].tag not in _WALLS:
            self._pop()
        self._pop()

    def _pop_to(self, name: str) -> None:
        while self.stack[-1].tag != name:
            self._pop()
        self._pop()

    def _cut_stack(self, place: int) -> None:
        while len(self.stack) > place:
            self._pop()

    def _pop(self) -> None:
        element = self.stack.pop()
        if element.tag in _WALLS:
            self.open.pop()
        self.open[-1][element.tag] -= 1
        self.fresh = True

    def _count(self) -> None:
        """Add up, from the leaves to the root, how much text and how much linked text stands below each element."""
        for run in self.runs:
            size = len(run.text) - run.text.count(" ") - run.text.count("\n")
            run.owner.text += size
            run.owner.linked += size if run.linked else 0
        for element in reversed(self.elements):
            parent = element.parent
            if parent is not None:
                parent.text += element.text
                parent.linked += element.linked
                parent.paragraphs += element.tag == "p" or element.paragraphs
                parent.holds_titles |= element.holds_titles or element.tag in _TITLES or parent.paragraphs > 1
                parent.holds_main |= element.holds_main or element.tag in ("main", "article", "h1")


def collapsed(text: str) -> str:
    """Return a text with runs of HTML's own white space as one space; no-break spaces stay."""
    return _SPACE.sub(" ", text)
