"""A printed reference to a Reference, and back to the same bytes. One file per family of references.

READERS is ordered: special before general; the first that reads a line wins. No database, no clock, no wire.
"""

from collections.abc import Callable
from dataclasses import replace

from citations.records import Reading, Reference, Unread
from citations.references import (
    article,
    book,
    bulletins,
    data_sets,
    drug_information,
    guideline,
    guideline_awmf,
    last_resort,
    law,
    named_papers,
    onkopedia,
    periodical,
    prose,
    report,
    report_makers,
    sheet,
    short_articles,
    society_papers,
    textbooks,
    volume,
    web_page,
)
from citations.references.access_dates import renew_verbatim
from citations.references.cleaning import without_bullet, without_label
from citations.references.contract import fields
from citations.references.house_style import STYLES, default_style, print_line, print_reference, style_of
from citations.references.lines import LONGEST
from citations.references.lists import split_list
from citations.references.no_source import is_no_source
from citations.references.several import first_work, with_told_kind

Reader = Callable[[str], Reference | None]
HOUSE_READERS: tuple[Reader, ...] = (guideline_awmf.read, onkopedia.read, article.read, book.read)
READERS: tuple[Reader, ...] = (
    law.read,
    bulletins.read,
    named_papers.read,
    periodical.read,
    drug_information.read,
    data_sets.read,
    short_articles.read,
    periodical.read_weak,
    guideline.read,
    report_makers.read,
    report.read,
    sheet.read,
    society_papers.read,
    textbooks.read,
    volume.read,
    web_page.read,
    report_makers.read_own,
    last_resort.read,
)
_END = "."
"""How every style of the house ends its line."""
__all__ = [
    "HOUSE_READERS", "READERS", "STYLES", "default_style", "fields", "print_line", "print_reference", "read_line",
    "renew_verbatim", "split_list",
]  # fmt: skip


def read_line(text: str) -> Reading:
    """Return what one printed line of a source list says: a Reference, a Prose line or Unread with the reason.

    Lines that follow the house style come back byte for byte from ``print_line`` (domain 4.1, round-trip rule); any
    other Reference has no ``style`` and keeps its printed form with whoever owns the line.
    """
    if len(text) > LONGEST:
        return Unread("line_too_long")
    if without_label(without_bullet(text)) == text:  # else number or label would be taken for a part of a name
        for read in HOUSE_READERS:
            reference = read(text)
            if reference and print_line(reference) == text:
                return reference
    sentence = prose.read(text.strip())
    if sentence:
        return sentence
    work = "" if is_no_source(text) else first_work(text)
    reference = next((found for read in READERS if (found := read(work))), None) if work else None
    return _styled(with_told_kind(reference, work, text), text) if reference else Unread("no_source_recognised")


def _styled(reference: Reference, text: str) -> Reference:
    """Return the reference with the style that prints it back to the same bytes, without style where none does."""
    style = style_of(reference, text) if text.endswith(_END) else ""
    return replace(reference, style=style) if style else reference
