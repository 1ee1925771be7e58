"""Which kind of source an entry is: by our own kind where it says it, by its type, by the words of a guideline."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from citations.kinds import SourceKind
from citations.printed import PRINTED
from citations.references.article_kind import kind_of_article

K = SourceKind
ARTICLE = "journal-article"
OWN_KINDS = MappingProxyType({kind.value.replace("_", "-"): kind for kind in SourceKind})
"""Our kinds as the writers put them among the keywords; those of one word may be a stranger's as well."""
_BY_THEIR_TYPE = frozenset({K.BOOK, K.WHO_BOOK})
"""What is a book or a chapter of one is said by the type of the entry."""
_PRINTED_ONCE = frozenset({"book", "chapter", "law"})
_GUIDELINE = re.compile(r"leitlinie|guideline", re.IGNORECASE)
_PATIENT = re.compile(r"patient\w*-?leitlinie|patient guideline", re.IGNORECASE)


def reference_kind(kind: str, ours: SourceKind | None, genre: str, fields: Mapping[str, Any]) -> str:
    """Return the kind of a Reference: of its type, corrected by the words of a guideline.

    ``kind`` is what the type of the entry says, "" for a type that says nothing; ``genre`` its type in words.
    """
    if ours in (K.ESMO_CPG, K.ESMO_LIVING):
        return ARTICLE if kind == ARTICLE else "guideline"
    if ours is not None and ours not in _BY_THEIR_TYPE:
        return PRINTED[ours]
    title, container = fields.get("title", ""), fields.get("container", "")
    kind = kind or _open_kind(fields)
    if kind == ARTICLE:
        found = kind_of_article(title, container)
        return kind_of_article(genre, "") if found == ARTICLE and genre else found
    if kind in _PRINTED_ONCE:
        return kind
    if _PATIENT.search(f"{genre} {title}"):
        return "patient-guideline"
    known = fields.get("awmf_number") or fields.get("guideline_class") or container == "Onkopedia"
    named = _GUIDELINE.search(genre) or kind_of_article(title, "") == "guideline"
    return "guideline" if known or named else kind


def _open_kind(fields: Mapping[str, Any]) -> str:
    """Return the kind where the type tells nothing: a journal's article, a page of the web, or other."""
    if fields.get("container") and (fields.get("volume") or fields.get("pages")):
        return ARTICLE
    return "web-page" if fields.get("url") and not fields.get("doi") else "other"
