"""Reads a published page, plain text or HTML, into a PageDraft: the one way in."""

import re
from collections.abc import Sequence

from citations.pages.decode import decode
from citations.pages.draft import Readers, assemble
from citations.pages.html_blocks import read_html
from citations.pages.profiles import Profile
from citations.pages.text_blocks import read_text
from citations.pages.unreadable import PageUnreadableError
from citations.records import PageDraft

LARGEST_TEXT = 500_000
"""Characters of the longest text that is read; a patient page has some 20,000."""
MOST_BLOCKS = 10_000
"""Paragraphs, list items and headings of the longest page that is read; a patient page has some 150."""

_LOOKS_LIKE_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|article|div|p|h[1-6]|ul|ol|table|section)\b",
    re.IGNORECASE,
)


def read_page_with(
    data: bytes | str, readers: Readers, *, url: str, form: str | None, title: str | None, profiles: Sequence[Profile]
) -> PageDraft:
    """Return the draft of a page; see ``citations.pages.read_page``. ``readers`` read and print one listed line."""
    text, encoding = decode(data)
    is_html = _is_html(text, url, form)
    document = read_html(text, url, profiles) if is_html else read_text(_checked_length(text))
    _checked_length(document.text)
    if len(document.blocks) > MOST_BLOCKS:
        raise PageUnreadableError("page_too_large", size=len(document.blocks), limit=MOST_BLOCKS)
    if not any(character.isalnum() for character in document.text):
        raise PageUnreadableError("page_without_text")
    return assemble(document, encoding, title, readers)


def _checked_length(text: str) -> str:
    if len(text) > LARGEST_TEXT:
        raise PageUnreadableError("page_text_too_long", size=len(text), limit=LARGEST_TEXT)
    return text


def _is_html(text: str, url: str, form: str | None) -> bool:
    """Say whether markup is to be read: as told, else by the beginning of the text."""
    if form in ("html", "text"):
        return form == "html"
    if url.lower().split("?")[0].endswith((".txt", ".md")):
        return False
    return _LOOKS_LIKE_HTML.search(text[:4096]) is not None
