"""Atom out (RFC 4287): what changed, newest first, for any reader of news. Words and addresses come with the entries.

Characters that XML 1.0 cannot hold are dropped.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from citations.formats.item import Format, Of
from citations.formats.page_item import ChangeOut, FeedOut

FORMAT = Format("atom", "application/atom+xml; charset=utf-8", "atom", "format.atom", Of.CHANGES)

NAMESPACE = "http://www.w3.org/2005/Atom"
_NAME = "Leitstand"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(feeds: Iterable[FeedOut]) -> Iterator[str]:
    """Yield a feed in pieces, an entry each; of several feeds the first, for a document holds one."""
    for feed in feeds:
        head = Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
        for name, words in (("id", feed.id), ("title", feed.title), ("updated", _instant(feed.updated))):
            _text(head, name, words)
        SubElement(head, "link", {"rel": "self", "type": "application/atom+xml", "href": _plain(feed.own_url)})
        SubElement(head, "link", {"rel": "alternate", "type": "text/html", "href": _plain(feed.url)})
        _text(SubElement(head, "author"), "name", _NAME)
        _text(head, "generator", _NAME)
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield tostring(head, encoding="unicode").removesuffix("</feed>") + "\n"
        yield from (tostring(_entry(entry), encoding="unicode") + "\n" for entry in feed.entries)
        yield "</feed>\n"
        return


def _entry(change: ChangeOut) -> Element:
    """Return one entry; it is never updated, for what happened never changes."""
    made = Element("entry")
    for name, words in (("id", change.id), ("title", change.title), ("updated", _instant(change.at))):
        _text(made, name, words)
    _text(made, "published", _instant(change.at))
    _text(SubElement(made, "author"), "name", _plain(change.by).strip() or _NAME)
    SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": _plain(change.url)})
    _text(made, "content", change.text or change.title)
    return made


def _text(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = _plain(words)


def _plain(text: str) -> str:
    return _NOT_XML.sub("", text)


def _instant(moment: datetime) -> str:
    """Return an instant as RFC 3339 has it, in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
