"""Works of Crossref as it lists them: dates of any precision, titles with markup, people, bibliographic fields."""

import html
import re
from collections.abc import Mapping
from itertools import takewhile

from citations.dates import BadDateError, PartialDate
from citations.records import Organisation, Reference
from citations.references.numbers import read_isbn
from jobs.watchers.answers import text
from jobs.watchers.hashing import record_hash

_KINDS = {
    "journal-article": "journal-article",
    "proceedings-article": "journal-article",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "reference-entry": "chapter",
    "report": "report",
}
_MARKUP = re.compile(
    r"</?(?:i|b|u|p|br|em|strong|sub|sup|scp|sc|span|tt|title|(?:jats|mml):[a-z-]+)(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_LASTING = (
    "DOI", "type", "title", "subtitle", "container-title", "author", "editor", "issued", "published-print", "volume",
    "issue", "page", "article-number", "ISBN", "publisher", "edition-number", "update-to", "updated-by", "relation",
)  # fmt: skip
"""What stays while nothing happens; ``indexed``, ``deposited``, ``score`` and the counts move by themselves."""
_UNORDERED = ("updated-by", "update-to")
_PARTS = 3


def lasting_hash(work: Mapping[str, object]) -> str:
    """Return the hash of a work without what moves by itself, whatever the order of its notices (registries, 2)."""
    reduced = {name: work[name] for name in _LASTING if work.get(name)}
    for name in _UNORDERED:
        rows = reduced.get(name)
        if isinstance(rows, list):
            reduced[name] = sorted(rows, key=record_hash)
    return record_hash(reduced)


def rows(work: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """Return a list of objects in a work, [] for anything else."""
    value = work.get(name)
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def doi_in(record: Mapping[str, object], name: str = "DOI") -> str:
    """Return the DOI of a record in lower case, with every sign it has: old ones hold brackets and semicolons."""
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", text(record, name).lower())


def first(work: Mapping[str, object], name: str) -> str:
    """Return the first text of a list, plain: without markup, entities resolved, single spaces."""
    value = work.get(name)
    said = next((one for one in value if isinstance(one, str) and one.strip()), "") if isinstance(value, list) else ""
    return " ".join(html.unescape(_MARKUP.sub("", said)).split())


def dated(value: object) -> str:
    """Return ``{"date-parts": [[2021, 11]]}`` as partial ISO date, "" for none; a part no calendar has is left out."""
    lists = value.get("date-parts") if isinstance(value, dict) else None
    parts = lists[0] if isinstance(lists, list) and lists and isinstance(lists[0], list) else []
    numbers = list(takewhile(lambda part: isinstance(part, int) and not isinstance(part, bool), parts[:_PARTS]))
    while numbers:
        try:
            return str(PartialDate(*numbers))
        except (BadDateError, OverflowError):
            numbers.pop()
    return ""


def published(work: Mapping[str, object]) -> str:
    """Return the day of the issue as people cite it: in print before online, "" for none."""
    issue = work.get("journal-issue")
    places = [issue.get("published-print") if isinstance(issue, dict) else None]
    places += [work.get(name) for name in ("published-print", "issued", "published", "published-online", "posted")]
    return next((day for day in map(dated, places) if day), "")


def reference_of(work: Mapping[str, object]) -> Reference:
    """Return the bibliographic fields of a work; empty is what Crossref does not have."""
    day = published(work)
    people = rows(work, "author") or rows(work, "editor")
    authors = tuple(name for name in map(_person, people) if name)
    bodies = [text(one, "name") for one in people if text(one, "name") and not text(one, "family")]
    return Reference(
        _KINDS.get(text(work, "type"), "other"),
        organisations=tuple(Organisation(name) for name in bodies) if not authors else (),
        authors=authors,
        group_author="; ".join(bodies) if authors else "",
        title=_title(work),
        container=first(work, "container-title"),
        year=int(day[:4]) if day else None,
        month=int(day[5:7]) if len(day) > len("2021") else None,
        volume=text(work, "volume"),
        issue=text(work, "issue"),
        pages=text(work, "page") or text(work, "article-number"),
        doi=doi_in(work),
        isbn=next((isbn for isbn in map(read_isbn, _texts(work, "ISBN")) if isbn), ""),
        publisher=text(work, "publisher"),
        edition=text(work, "edition-number"),
    )


def _title(work: Mapping[str, object]) -> str:
    """Return the title with its subtitle, where that does not stand in it already."""
    title, subtitle = first(work, "title"), first(work, "subtitle")
    return f"{title.rstrip(' :')}: {subtitle}" if title and subtitle and subtitle not in title else title


def _texts(work: Mapping[str, object], name: str) -> list[str]:
    value = work.get(name)
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _person(row: Mapping[str, object]) -> str:
    """Return ``Gronchi A`` of family and given name, as the house prints people (domain 4.1)."""
    family, given = text(row, "family"), text(row, "given")
    initials = "".join(
        part[0].upper() for part in re.split(r"[\s.\-\u2010-\u2015]+", given) if part and part[0].isalpha()
    )
    return f"{family} {initials}".strip() if family else ""
