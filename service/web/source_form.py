"""The form of a source: which fields sources of a kind have, and how what is typed becomes values of a version."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from citations.kinds import SourceKind
from citations.records import Organisation
from jobs.watchers.substances import MEDICINES
from service.web.fields import Fields
from service.web.forms import Form

_GUIDELINE = (
    "title", "organisations", "guideline_class", "form", "label", "as_of", "valid_until", "awmf_number", "url",
)  # fmt: skip
_ARTICLE = ("authors", "group_author", "title", "container", "year", "volume", "issue", "pages", "doi", "pmid")
_BOOK = (
    "authors", "organisations", "title", "edition", "series", "volume", "publisher", "place", "year", "isbn", "url",
)  # fmt: skip
_DOCUMENT = ("organisations", "title", "label", "as_of", "year", "valid_until", "url")
_MEDICINE = (*_DOCUMENT[:2], "substances", *_DOCUMENT[2:])
_WEB = ("organisations", "authors", "title", "as_of", "url")
_ALL = (
    "title", "organisations", "authors", "group_author", "guideline_class", "form", "label", "as_of",
    "consensus_as_of", "valid_until", "status", "year", "month", "container", "volume", "issue", "pages",
    "awmf_number", "doi", "pmid", "isbn", "url", "publisher", "place", "country", "series", "edition", "medium",
    "substances",
)  # fmt: skip
FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "guideline": _GUIDELINE,
        "article": _ARTICLE,
        "book": _BOOK,
        "document": _DOCUMENT,
        "medicine": _MEDICINE,
        "web": _WEB,
        "all": _ALL,
    }
)
"""The fields that are asked for, by family of kinds, in the order of the form."""
LISTS = frozenset({"authors", "organisations"})
"""Fields with a name a line."""
DATES = frozenset({"as_of", "consensus_as_of", "valid_until"})
"""Fields that hold a day, a month or a year."""
_BY_KIND = {
    SourceKind.ESMO_CPG: "article",
    SourceKind.COCHRANE_REVIEW: "article",
    SourceKind.SYSTEMATIC_REVIEW: "article",
    SourceKind.JOURNAL_ARTICLE: "article",
    SourceKind.WHO_BOOK: "book",
    SourceKind.BOOK: "book",
    SourceKind.IQWIG_REPORT: "document",
    SourceKind.PORTAL: "web",
    SourceKind.ORGANISATION: "web",
    SourceKind.WEB_PAGE: "web",
    SourceKind.NEWS_TEXT: "web",
} | dict.fromkeys(MEDICINES, "medicine")
_BODY = re.compile(r"(?P<name>.+?)\s*\((?P<bracket>[^()]+)\)")


def family_of(kind: SourceKind) -> str:
    """Return the family of a kind; what is no other is a guideline."""
    return _BY_KIND.get(kind, "guideline")


def read_source_form(form: Form, *, all_fields: bool = False) -> tuple[SourceKind, dict[str, object], str]:
    """Return kind, fields by column and the day of access ("" for none). FormError for what is no text or no date.

    Fields that the form does not have are left out, so that correcting one never empties another; empty ones are left
    out too unless ``all_fields``. Rules of the field are checked by the act.
    """
    fields = Fields(form)
    kind = fields.word("kind", SourceKind)
    names = [name for name in _ALL if name in form]
    read = {name: _read(fields, name) for name in names}
    accessed = fields.partial("accessed")
    fields.check()
    return kind, {name: value for name, value in read.items() if value or all_fields}, accessed


def _read(fields: Fields, name: str) -> object:
    if name in DATES:
        return fields.partial(name)
    if name not in LISTS:
        return fields.line(name, longest=2000)
    lines = [" ".join(line.split()) for line in fields.text(name, longest=20_000).split("\n") if line.strip()]
    return lines if name == "authors" else tuple(map(_body, lines))


def _body(line: str) -> Organisation:
    """Return the organisation of a line: what stands in brackets is an abbreviation, or the members if several."""
    match = _BODY.fullmatch(line)
    if match is None:
        return Organisation(line)
    bracket = tuple(part.strip() for part in match["bracket"].split(",") if part.strip())
    return Organisation(match["name"], bracket, members=len(bracket) > 1)
