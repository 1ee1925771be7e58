"""What formats of pages, statements and changes are given. Frozen, no database."""

from dataclasses import dataclass
from datetime import date, datetime

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
    """A page with its statements and the sources it uses; ``reviewed_by`` is the last person who reviewed it whole."""

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
    """Something that changed: an event of the log in words. ``id`` never changes; ``url`` is where to look at it."""

    id: str
    at: datetime
    by: str
    title: str
    text: str
    url: str
