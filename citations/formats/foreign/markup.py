"""Titles without the markup of HTML that programs and registers leave in them: ``<i>E. coli</i>``, ``&amp;``.

CSL-JSON has it by its definition; Crossref, PubMed and publishers write it into every format.
"""

import re
from html import unescape

from citations.formats.tex.commands import LOWERED, RAISED

_NAMES = "i|b|u|em|strong|italic|bold|sc|scp|sub|sup|span|small|br|p"
_TAG = re.compile(rf"</?(?:jats:)?(?:{_NAMES})(?:\s[^<>]{{0,100}})?/?>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(?:jats:)?(sub|sup)>([^<>]{1,20})</(?:jats:)?\1>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|[aou]uml|[AOU]uml|szlig|[ndm]?dash|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_SPACES = re.compile(r"[ \t\r\n]+")


def without_markup(text: str) -> str:
    """Return a text on one line without tags and entities; raised and lowered digits are signs of their own."""
    if "&" in text:
        text = _ENTITY.sub(lambda hit: unescape(hit.group()), text)
    if "<" in text and ">" in text:
        text = _TAG.sub("", _SCRIPT.sub(_script, text))
    return _SPACES.sub(" ", text).strip()


def _script(hit: re.Match[str]) -> str:
    table = RAISED if hit[1].lower() == "sup" else LOWERED
    said = hit[2]
    return "".join(table[sign] for sign in said) if set(said) <= table.keys() else said
