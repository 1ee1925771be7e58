"""What others call: a style in a language, and the lines it makes of items, in the order in which they come."""

import importlib
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from citations.formats.csl.feed import fed
from citations.formats.csl.marks import as_html, as_text, finished, guarded
from citations.formats.csl.names import EXTRA, NoStylesError, Style, installed
from citations.formats.csl.note import note
from citations.formats.item import ExportItem, ListedOut
from citations.references.house_style import print_reference

if TYPE_CHECKING:
    from citations.formats.csl.processor import Processor

LOCALES = {"de": "de-DE", "en": "en-US"}
"""The languages a list can be printed in."""


@dataclass(slots=True)
class Printer:
    """A style at work on one list: it numbers what it is given, beginning with 1."""

    style: Style
    locale: str
    _processor: "Processor"
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def line(self, item: ExportItem, group: str = "") -> ListedOut:
        """Return the entry of an item, the facts of the house behind it where the style prints none (``note``).

        Where a style has nothing to print for a kind, the line is the house's own.
        """
        told = fed(item, self.style.id, self.locale)
        made = self._processor.entry(told.data, next(self._numbers), told.cut)
        entry = finished(made.text)
        if not as_text(entry):
            return ListedOut(group, "", as_text(finished(guarded(print_reference(item.reference)))))
        more = note(item, self.locale, as_text(entry), made.read)
        whole = finished(f"{entry} {guarded(more)}.") if more else entry
        return ListedOut(group, "", as_text(whole), as_html(whole))


def printer(style: Style, locale: str) -> Printer:
    """Return a style ready for a list in ``de`` or ``en``.

    Raises NoStylesError where the extra is not installed, BrokenStyleError for a file that makes no lists.
    """
    if not installed():
        raise NoStylesError(EXTRA)
    processor = importlib.import_module("citations.formats.csl.processor")
    return Printer(style, locale, processor.Processor(style, LOCALES[locale]))
