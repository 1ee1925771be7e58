"""Marks inside the text a style makes, so that nothing of the data is ever taken for markup (dependencies 4, trap 35).

They are noncharacters of Unicode, which no text holds: what comes from outside is rid of them before a style sees it,
and what a style makes is escaped before they become tags.
"""

import re
from html import escape

from citations.formats.tex.escaping import clean

_TAGS = {
    "i": ("\ufdd0", "\ufdd1"),
    "b": ("\ufdd2", "\ufdd3"),
    "u": ("\ufdd4", "\ufdd5"),
    "sup": ("\ufdd6", "\ufdd7"),
    "sub": ("\ufdd8", "\ufdd9"),
}
_LESS = "\ufdda"
_ENDED = "\ufddb"
_OPENING = {ord(pair[0]): f"<{tag}>" for tag, pair in _TAGS.items()}
_CLOSING = {ord(pair[1]): f"</{tag}>" for tag, pair in _TAGS.items()}
_STRANGE = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_TAG = re.compile("[\ufdd0-\ufdd9]")
_SENTENCE_ENDS = (".", "?", "!", "…")
_TWO_ENDS = re.compile(f"{_ENDED}((?:[\ufdd0-\ufdd9”“»«\"'])*)[.]")
_FINISH = {ord(_LESS): "<", ord(_ENDED): ""}
_SPACES = re.compile(" {2,}")


def guarded(text: str) -> str:
    """Return a text of the data as a style may have it: on one line and without marks.

    ``<`` is hidden, because citeproc takes some tags in a title for its own.
    """
    return clean(_STRANGE.sub("", text)).replace("<", _LESS)


def sentence(text: str) -> str:
    """Return a guarded text whose own end of sentence is marked: no style's full stop comes behind it."""
    text = guarded(text)
    return text + _ENDED if text.endswith(_SENTENCE_ENDS) else text


def tagged(tag: str, text: str) -> str:
    """Return a text of the style between the marks of a tag: ``i``, ``b``, ``u``, ``sup`` or ``sub``."""
    first, last = _TAGS[tag]
    return f"{first}{text}{last}" + (_ENDED if str(text).endswith(_SENTENCE_ENDS) else "")


def finished(text: str) -> str:
    """Return what a style made without doubled ends ("?.", "..") and spaces; only the tags are still marks."""
    text = _TWO_ENDS.sub(_ENDED + r"\1", text).replace(_ENDED, "")
    return _SPACES.sub(" ", text).strip()


def as_text(text: str) -> str:
    """Return finished text as plain text, without tags and without entities."""
    return _TAG.sub("", text).translate(_FINISH)


def as_html(text: str) -> str:
    """Return finished text as HTML: everything escaped, then the marks of tags, which are well nested."""
    return escape(text.translate(_FINISH), quote=False).translate(_OPENING | _CLOSING)
