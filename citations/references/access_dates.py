"""The access date of a printed line: found, and renewed without touching anything else of the line (domain 4.1)."""

import re

from citations.references.printed_dates import PrintedDate, date_at, reprint
from citations.references.signs import has_any

_WORDS = re.compile(
    r"(?=[abcdeghklorvz])"
    r"(?<![^\W\d_])(?:(?:zuletzt|letztmalig|letztmals|last|date|Datum)\s+)?(?:(?:des|of) (?:letzten |last )?)?"
    r"(?:auf\s?gerufen|ab\s?gerufen|zugegriffen|besucht|eingesehen|gepr(?:ü|ue|\ufffd)ft|accessed(?: last)?"
    r"|(?<=[,;(] )assessed(?: last)?|retrieved|cited|viewed"
    r"|(?:letzter\s+)?Zugriffs?(?:datum|zeitpunkt)?|(?:letzter\s+)?(?:Auf|Ab)rufs?(?:datum)?|Download|gesehen|gelesen"
    r"|heruntergeladen|konsultiert|access(?:\s+date)?)"
    r"\b\s*(?:on|am|vom|den|im|in|:|=|,|\[|\(|\s)*",
    re.IGNORECASE,
)
"""Looks at the first letters of all its words first: most signs of a line are refused by that alone."""
_BEFORE = 60
"""So far before the first of the signs the words may begin ("Datum des letzten Zugriffs")."""
_YEAR_ONLY = 4
"""A statement is checked in a year ("geprüft 2021"), a page on a day."""
_SIGNS = (
    "ruf", "griff", "access", "assessed", "retrieved", "cited", "viewed", "besucht", "gepr", "gesehen", "laden",
    "download", "konsult", "gelesen",
)  # fmt: skip


def find_access(text: str) -> tuple[int, PrintedDate] | None:
    """Return (start of the words, access date) of the last access date in a line, None where none is printed."""
    low = text.lower()
    if not has_any(_SIGNS, low):
        return None
    first = min(place for sign in _SIGNS if (place := low.find(sign)) >= 0)
    found = None
    for words in _WORDS.finditer(text, max(0, first - _BEFORE)):
        date = date_at(text, words.end())
        if date is not None and (len(date.iso) > _YEAR_ONLY or "gepr" not in words.group().lower()):
            found = (words.start(), date)
    return found


def renew_verbatim(text: str, old_accessed: str, new_accessed: str) -> str:
    """Return the line with ``new_accessed`` in the place and form of the printed access date ``old_accessed``.

    Both are ISO days. A line without that date comes back unchanged; so does every other date of the line.
    """
    found = find_access(text)
    if found is None or found[1].iso != old_accessed:
        return text
    date = found[1]
    return text[: date.start] + reprint(date, new_accessed) + text[date.end :]
