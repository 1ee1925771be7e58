"""A published page, HTML or plain text, to a PageDraft: statements, the printed list of sources, what was set aside.

No database, no clock, no wire. How one printed reference is read is the affair of ``citations.references``.
"""

from collections.abc import Sequence

from citations.pages.claims import lapse_rule, lapses_on
from citations.pages.draft import Readers
from citations.pages.harm import propose_harm, states_dose
from citations.pages.profiles import PROFILES, Profile
from citations.pages.reading import read_page_with
from citations.pages.time_words import time_words
from citations.pages.unreadable import PageUnreadableError
from citations.records import PageDraft
from citations.references import print_line, read_line

__all__ = [
    "PROFILES",
    "PageUnreadableError",
    "Profile",
    "lapse_rule",
    "lapses_on",
    "propose_harm",
    "read_page",
    "states_dose",
    "time_words",
]


def read_page(
    data: bytes | str,
    *,
    url: str,
    format: str | None = None,  # noqa: A002 - as the command line names it
    title: str | None = None,
    profiles: Sequence[Profile] = PROFILES,
) -> PageDraft:
    """Return the draft of a published page (issue 2, part 3; domain 4.1, 6). Nothing of the page is lost.

    ``format`` is "html" or "text", by default as the input looks; ``url`` picks the profile and is never fetched.
    Raises PageUnreadableError, nothing else: page_empty, page_too_large, page_text_too_long, page_undecodable (with the
    byte position), page_binary, page_without_text.
    """
    readers = Readers(read_line, print_line)
    return read_page_with(data, readers, url=url, form=format, title=title, profiles=profiles)
