"""Lines that a page prints of itself: a bare number of a part, a common noun before a colon. They name no source."""

import re

_COMMON = frozenset(
    (
        "redaktion", "online-redaktion", "fachredaktion", "lektorat", "rat", "institut", "verband", "verein", "zentrum",
        "klinikum", "gesellschaft", "programm", "register", "netzwerk", "portal", "dienst", "stiftung", "kommission",
        "ausschuss", "universität", "hochschule", "kammer", "behörde", "kasse", "versicherung", "arbeitsgruppe",
        "arbeitskreis", "ministerium", "hilfe", "initiative", "netz", "online", "spital", "akademie",
        "institute", "society", "association", "hospital", "program", "programme", "group", "board", "panel",
        "department", "office", "service", "university", "centre", "center", "clinic", "college", "committee",
        "network", "foundation", "council", "union", "trust", "administration", "faculty",
    )
)  # fmt: skip
"""Nouns of organisations: alone before a colon they say what somebody or something is, and name nobody."""
_SOURCED = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|://|www\.|doi|et al")
"""What names a source all the same ("Redaktion: Roe A. Title. Gut 2019")."""
_COUNTED = re.compile(
    r"(?:Kapitel|Chapter|Seite|Page|S\.|Teil|Part|Abschnitt|Section|Anhang|Appendix|Anlage|Tab(?:elle|le|\.)?"
    r"|Abb(?:ildung|\.)|Fig(?:ure|\.)|Box|Absatz|Punkt) ?[\dA-Z]{1,4}(?:(?: ?/ ?| von | of )\d{1,4})?[.:]?"
)
"""A part of a page or book that says no more than its number."""
_LONGEST_NOUN = 16
_LONGEST_COUNT = 40


def is_no_source(line: str) -> bool:
    """Say whether a line can only be what a page says of itself."""
    text = line.strip()
    if len(text) <= _LONGEST_COUNT and _COUNTED.fullmatch(text):
        return True
    place = text.find(":", 0, _LONGEST_NOUN)
    return place > 0 and text[:place].lower() in _COMMON and _SOURCED.search(text) is None
