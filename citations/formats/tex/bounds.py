"""Where groups and quoted texts of a BibTeX file end, and where the next entry seems to begin if they never do.

Braces are counted as BibTeX counts them. A line inside a group that looks like the head of an entry may be text; when
some of them follow each other and the group is still open, a brace is missing before the first.
"""

import re

CANDIDATE = r'\n[ \t]*+(?=@[A-Za-z]{2,}+[ \t]*+[{(][^\s,={}"()]*+[ \t]*+,)'
BRACES = re.compile(r"[{}]|" + CANDIDATE)
LATEX_BRACES = re.compile(r"(?<!\\)[{}]|" + CANDIDATE)
_QUOTES = re.compile(r'["{}]|' + CANDIDATE)
_BRACKETS = re.compile(r"[{})]")
_CANDIDATES = 8


class EndOfTextError(Exception):
    """The text ended inside a block; there may be more of it."""


class UnclosedError(Exception):
    """A brace or quotation mark is never closed; ``at`` is where the next entry seems to begin."""

    def __init__(self, at: int) -> None:
        super().__init__(f"unclosed, next entry at {at}")
        self.at = at


class Bounds:
    """Looks for ends in ``text``; ``whole`` says that the file ends with it."""

    def __init__(self, text: str, *, whole: bool) -> None:
        self.text = text
        self.whole = whole
        self.braces = BRACES

    def group_end(self, position: int) -> int:
        """Return the end of the group that begins at ``position``."""
        return self._closed(position, self.braces, quoted=False)

    def quoted_end(self, position: int) -> int:
        """Return the end of the quoted text that begins at ``position``; quotation marks in braces are part of it."""
        return self._closed(position, _QUOTES, quoted=True)

    def _closed(self, position: int, pattern: re.Pattern[str], *, quoted: bool) -> int:
        depth, first, candidates = 0, -1, 0
        for hit in pattern.finditer(self.text, position + quoted):
            sign = hit.group()
            if sign == "{":
                depth += 1
            elif sign == "}":
                depth -= 1
                if depth <= 0 and not quoted:
                    return hit.end()
            elif sign == '"':
                if depth <= 0:
                    return hit.end()
            else:
                first = hit.start() + 1 if first < 0 else first
                candidates += 1
                if candidates >= _CANDIDATES:
                    raise UnclosedError(first)
        if not self.whole:
            raise EndOfTextError
        raise UnclosedError(first if first >= 0 else len(self.text))

    def bracket_end(self, position: int) -> int:
        """Return the end of a block in round brackets whose content begins at ``position``."""
        depth = 0
        for hit in _BRACKETS.finditer(self.text, position):
            depth += (hit.group() == "{") - (hit.group() == "}")
            if depth <= 0 and hit.group() == ")":
                return hit.end()
        self.want_more(len(self.text))
        raise UnclosedError(len(self.text))

    def want_more(self, position: int) -> None:
        """Ask for more text where there may be some."""
        if position >= len(self.text) and not self.whole:
            raise EndOfTextError
