"""Cuts HTML into tags and text, in one pass and without ever losing a character of text.

Own and small on purpose: a tree builder that repairs like a browser was quadratic on deep nesting (200,000 open tags
took selectolax 88 seconds) and moves or drops text of broken tables and framesets.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,80})")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]{1,80})(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_STOP = re.compile(r"""[>"']""")
_AFTER_EQUALS = re.compile(r"=\s{0,9}\Z")
_SILENT = frozenset(("script", "style"))
_KEPT = frozenset(
    ("class", "id", "role", "lang", "name", "property", "content", "datetime", "type", "itemprop", "href"),
)
_LONGEST_VALUE = 500
_MOST_QUOTES = 100


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing tag; attributes only as far as anybody here asks for them."""

    name: str
    closing: bool
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Script:
    """The content of a script (JSON-LD among others); never text of the page."""

    kind: str
    content: str


Token = Tag | Script | str


def tokens(source: str) -> Iterator[Token]:
    """Yield the tags, scripts and text (entities resolved) of a page in order. Comments and styles are left out."""
    return _Scanner(source).run()


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.lower = source.lower() if len(source.lower()) == len(source) else source
        self.no_more: dict[str, bool] = {}

    def run(self) -> Iterator[Token]:
        place = 0
        length = len(self.source)
        while place < length:
            angle = self.source.find("<", place)
            if angle < 0:
                angle = length
            if angle > place:
                yield html.unescape(self.source[place:angle])
            if angle == length:
                return
            place, found = self._markup(angle)
            yield from found

    def _markup(self, angle: int) -> tuple[int, tuple[Token, ...]]:
        """Return where the markup at an angle bracket ends, and its tokens; a lone bracket is text."""
        if self.source.startswith("<!--", angle):
            return self._until("-->", angle + 4), ()
        if self.source.startswith(("<!", "<?"), angle):
            end = self._find(">", angle)
            return (end + 1, ()) if end >= 0 else (angle + 1, ("<",))
        match = _TAG.match(self.source, angle)
        end = self._tag_end(match.end()) if match else -1
        if match is None or end < 0:
            return angle + 1, ("<",)
        name = match.group(2).lower()
        tag = Tag(name, bool(match.group(1)), {} if match.group(1) else self._attributes(match.end(), end))
        if name in _SILENT and not tag.closing:
            return self._silent(tag, end + 1)
        return end + 1, (tag,)

    def _silent(self, tag: Tag, start: int) -> tuple[int, tuple[Token, ...]]:
        end = self.lower.find(f"</{tag.name}", start)
        end = len(self.source) if end < 0 else end
        close = self._find(">", end) if end < len(self.source) else -1
        after = close + 1 if close >= 0 else len(self.source)
        if tag.name == "style":
            return after, ()
        return after, (Script(tag.attributes.get("type", "").lower(), self.source[start:end]),)

    def _tag_end(self, start: int) -> int:
        """Return the place of the bracket that closes a tag, -1 if none does. Quotes hide brackets if they close."""
        nearest = self._find(">", start)
        place = start
        for _ in range(_MOST_QUOTES if nearest >= 0 else 0):
            match = _STOP.search(self.source, place)
            if match is None:
                break
            if match.group() == ">":
                return match.start()
            place = match.end()
            if _AFTER_EQUALS.search(self.source, max(start, match.start() - 10), match.start()):
                close = self._find(match.group(), place)
                place = close + 1 if close >= 0 else place
        # quotes that never end, or without number: then they hide nothing, so that no text is swallowed
        return nearest

    def _attributes(self, start: int, end: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.source, start, end):
            name = match.group(1).lower()
            if name in _KEPT and name not in attributes:
                value = match.group(2) or match.group(3) or match.group(4) or ""
                attributes[name] = html.unescape(value[:_LONGEST_VALUE])
        return attributes

    def _until(self, mark: str, start: int) -> int:
        end = self._find(mark, start)
        return end + len(mark) if end >= 0 else len(self.source)

    def _find(self, mark: str, start: int) -> int:
        """Find a mark; once there is none, it is never looked for again."""
        if self.no_more.get(mark):
            return -1
        place = self.source.find(mark, start)
        if place < 0:
            self.no_more[mark] = True
        return place
