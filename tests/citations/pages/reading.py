"""A stand-in for the reader of references, and what every test of a draft looks at."""

from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise

from citations.pages.draft import Readers
from citations.pages.profiles import Profile
from citations.pages.reading import read_page_with
from citations.pages.unreadable import PageUnreadableError
from citations.records import PageDraft, Reading, Reference, Unread


def _read(text: str) -> Reading:
    if "\n" in text or "\r" in text:
        raise AssertionError(text)
    return Reference(kind="other", title=text.rstrip(".")) if text.endswith(".") else Unread("no_source_recognised")


def _print(reference: Reference) -> str | None:
    return f"{reference.title}."


READERS = Readers(_read, _print)


def page(
    data: bytes | str,
    *,
    url: str = "https://www.example.org/x",
    kind: str | None = None,
    profiles: Sequence[Profile] = (),
) -> PageDraft:
    return read_page_with(data, READERS, url=url, form=kind, title=None, profiles=profiles)


def read_or_key(data: bytes | str, kind: str | None = None) -> tuple[PageDraft | None, str]:
    """Return the draft, or None and the key of the refusal."""
    try:
        return page(data, kind=kind), ""
    except PageUnreadableError as error:
        return None, error.key


def segments(draft: PageDraft) -> list[tuple[int, int]]:
    pieces = [(one.start, one.end) for one in draft.statements]
    pieces += [(one.start, one.end) for one in draft.listed]
    pieces += [(one.start, one.end) for one in draft.set_aside]
    return sorted(pieces + list(draft.marks))


def assert_partition(draft: PageDraft) -> None:
    """Check the law: statements, listed lines, what was set aside and marks are the text, each character once."""
    spans = segments(draft)
    assert "".join(draft.text[start:end] for start, end in spans) == draft.text
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    assert all(draft.text[one.start : one.end] == one.exact for one in draft.statements)
    assert all(draft.text[one.start : one.end] == one.text for one in draft.listed)
    assert all(draft.text[one.start : one.end] == one.text for one in draft.set_aside)


class _AllText(HTMLParser):
    """All text of a page but scripts, styles and templates, by the standard library."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.hidden += tag in {"script", "style", "template"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style", "template"} and self.hidden > 0

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)


def all_text(source: str) -> str:
    parser = _AllText()
    parser.feed(source)
    parser.close()
    return "".join("".join(parser.found).split())
