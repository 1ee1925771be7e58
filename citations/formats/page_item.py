"""What formats of pages, statements and changes are given, and how a document of one or many pages begins and ends.

Frozen, no database.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from citations.formats.item import ExportItem
from citations.kinds import Band, Clock, Harm, Reason, StatementKind


@dataclass(frozen=True, slots=True)
class StatementOut:
    """A statement with what is known about it on the day of the export.

    ``sources`` are the citation keys of the confirmed sources that support it, in order; ``due_on`` is the earliest day
    of its clocks, ``clock`` the one that gives it; ``reasons`` are those of its open flags, the gravest first.
    ``prefix``, ``suffix`` and ``start`` are the W3C selector.
    """

    id: int
    page_id: int
    page_url: str
    page_title: str
    position: int
    kind: StatementKind
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    heading_path: tuple[str, ...] = ()
    harm: Harm = Harm.H1
    harm_by: str = ""
    state: str = "active"
    no_source_because: str = ""
    sources: tuple[str, ...] = ()
    due_on: date | None = None
    clock: Clock | None = None
    band: Band | None = None
    points: int = 0
    reasons: tuple[Reason, ...] = ()
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True)
class PageOut:
    """A page with its statements and the sources it uses now.

    ``reviewed_on`` is the day on which a person reviewed it whole, never an inferred one: it is published as a promise.
    ``reviewed_by`` is that person.
    """

    id: int
    url: str
    title: str
    language: str
    published: str = ""
    reviewed_on: date | None = None
    reviewed_by: str = ""
    due_on: date | None = None
    statements: tuple[StatementOut, ...] = ()
    sources: tuple[ExportItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeOut:
    """Something that changed: an event of the log in words. ``id`` is an IRI and never changes; ``url`` where to look.

    ``title`` and ``text`` are sentences of the catalogue: this package has no words of its own.
    """

    id: str
    at: datetime
    by: str
    title: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class FeedOut:
    """What changed, newest first: everywhere, or on one page. ``url`` is the page about it, ``own_url`` the feed's."""

    id: str
    title: str
    url: str
    own_url: str
    language: str
    updated: datetime
    entries: tuple[ChangeOut, ...] = ()


def lasting_urn(*parts: object) -> str:
    """Return a name that stays the same for the same parts, in every export and on every machine (RFC 9562, UUIDv5)."""
    return uuid5(NAMESPACE_URL, "leitstand:" + json.dumps([str(part) for part in parts])).urn


def source_urn(item: ExportItem) -> str:
    """Return the lasting name of a version's record; FHIR and Web Annotation call it the same."""
    return lasting_urn("version", item.key, item.cite_key)


def graph(context: str, nodes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a JSON-LD document: one node alone as the document itself, none or several in an ``@graph``."""
    following = iter(nodes)
    first = list(islice(following, 2))
    if len(first) == 1:
        yield json.dumps({"@context": context, **first[0]}, ensure_ascii=False, indent=1) + "\n"
        return
    yield json.dumps({"@context": context}, ensure_ascii=False)[:-1] + ', "@graph": ['
    for place, node in enumerate(chain(first, following)):
        yield (",\n" if place else "\n") + json.dumps(node, ensure_ascii=False)
    yield "\n]}\n"
