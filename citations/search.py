"""Text folded for searching: case, umlauts and accents do not count, register numbers have one spelling."""

import re
import unicodedata

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_REGNO = re.compile(r"(\d{3}|nvl)\s?[-/_\u2010-\u2015]\s?(\d{3})([a-z]{1,3}\b)?", re.IGNORECASE)


def fold(text: str) -> str:
    """Return text for the index and for queries alike: lower case, ae for ä, no accents, single spaces."""
    plain = unicodedata.normalize("NFC", text).casefold().replace("\u00ad", "").translate(_UMLAUTS)
    bare = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    joined = _REGNO.sub(lambda match: f"{match[1]}-{match[2]}{match[3] or ''}", bare)
    return " ".join(joined.split())
