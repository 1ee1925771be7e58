"""The columns of both tables: their German headings, which of them an editor may change, and what stands in a cell.

Headings are part of the file format: columns may be added at the end of a list, none is renamed or moved, because the
marks of rows that were carried away go by this order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from citations.formats.item import ExportItem
from citations.formats.page_item import StatementOut
from citations.formats.sheets import words
from citations.formats.sheets.notation import write_names, write_organisations

Item = TypeVar("Item")
MARK = "mark"
MARK_HEADING = "Stand der Zeile"


@dataclass(frozen=True, slots=True)
class Column(Generic[Item]):
    """A column: its technical name, its heading, what stands in it, and whether an editor may change it.

    ``dated`` says that a cell holds a date; ``width`` is in characters.
    """

    name: str
    heading: str
    cell: Callable[[Item], str]
    editable: bool = True
    dated: bool = False
    width: int = 14


@dataclass(frozen=True, slots=True)
class Table(Generic[Item]):
    """A kind of sheet: its name, its columns, the first of which names the row."""

    name: str
    columns: tuple[Column[Item], ...]

    @property
    def row_name(self) -> str:
        """The column that says which row it is."""
        return self.columns[0].name

    def column(self, name: str) -> Column[Item]:
        """Return a column by its technical name."""
        return next(column for column in self.columns if column.name == name)

    def cells(self, item: Item) -> dict[str, str]:
        """Return what stands in every cell of a row, by technical name, without the mark."""
        return {column.name: column.cell(item) for column in self.columns}


def _text(name: str) -> Callable[[ExportItem], str]:
    """Return what reads a field of the reference."""
    return lambda item: str(getattr(item.reference, name))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _field(name: str, heading: str, field: str = "", *, dated: bool = False, width: int = 14) -> Column[ExportItem]:
    return Column(name, heading, _text(field or name), dated=dated, width=width)


SOURCES: Table[ExportItem] = Table(
    "sources",
    (
        Column("cite_key", "Zitierschlüssel", lambda i: i.cite_key, editable=False, width=24),
        Column("key", "Quellenschlüssel", lambda i: i.key, editable=False, width=24),
        Column("kind", "Art", lambda i: words.said(words.KINDS, i.kind), width=20),
        _field("guideline_class", "Klasse", width=8),
        Column("organisations", "Organisationen", lambda i: write_organisations(i.reference.organisations), width=40),
        Column("authors", "Autoren", lambda i: write_names(i.reference.authors), width=40),
        _field("group_author", "Gruppenautor", width=24),
        Column("et_al", "et al.", lambda i: words.YES if i.reference.et_al else "", width=7),
        _field("title", "Titel", width=60),
        _field("container", "Erschienen in", width=30),
        _field("label", "Version", "version", width=9),
        _field("form", "Form", "edition_form"),
        Column("year", "Jahr", lambda i: _number(i.reference.year), width=7),
        Column("month", "Monat", lambda i: _number(i.reference.month), width=7),
        _field("as_of", "Stand", "stand", dated=True),
        Column("consensus_as_of", "Konsens vom", lambda i: i.consensus_as_of, dated=True),
        Column("valid_until", "gültig bis", lambda i: i.valid_until.isoformat() if i.valid_until else "", dated=True),
        Column("valid_until_origin", "gültig bis laut", lambda i: words.said(words.ORIGINS, i.valid_until_origin)),
        Column("status", "Status", lambda i: words.said(words.STATUS, i.status)),
        Column("accessed", "aufgerufen am", lambda i: i.reference.accessed, editable=False, dated=True),
        _field("awmf_number", "Registernummer", width=16),
        _field("doi", "DOI", width=28),
        _field("pmid", "PMID", width=11),
        _field("isbn", "ISBN", width=19),
        _field("url", "Adresse", width=40),
        _field("publisher", "Verlag", width=24),
        _field("place", "Ort"),
        _field("country", "Land"),
        _field("series", "Reihe", width=24),
        _field("edition", "Auflage", width=9),
        _field("medium", "Medium"),
        _field("volume", "Band", width=8),
        _field("issue", "Heft", width=8),
        _field("pages", "Seiten", width=12),
    ),
)

STATEMENTS: Table[StatementOut] = Table(
    "statements",
    (
        Column("id", "Satznummer", lambda s: str(s.id), editable=False, width=11),
        Column("page_url", "Seite", lambda s: s.page_url, editable=False, width=30),
        Column("page_title", "Seitentitel", lambda s: s.page_title, editable=False, width=30),
        Column("position", "Position", lambda s: str(s.position), editable=False, width=9),
        Column("heading", "Überschrift", lambda s: " › ".join(s.heading_path), editable=False, width=30),
        Column("exact", "Text", lambda s: s.exact, editable=False, width=80),
        Column("harm", "Schadensklasse", lambda s: s.harm.value),
        Column("no_source_because", "Braucht keine Quelle, weil", lambda s: s.no_source_because, width=30),
        Column("sources", "Belegt durch", lambda s: write_names(sorted(set(s.sources))), width=40),
        Column(
            "due_on",
            "fällig am",
            lambda s: s.due_on.isoformat() if s.due_on else "",
            editable=False,
            dated=True,
        ),
        Column("clock", "Uhr", lambda s: words.said(words.CLOCKS, s.clock), editable=False),
        Column(
            "reasons",
            "Gründe",
            lambda s: write_names(words.said(words.REASONS, reason) for reason in s.reasons),
            editable=False,
            width=40,
        ),
        Column("band", "Dringlichkeit", lambda s: s.band.value if s.band else "", editable=False),
        Column(
            "reviewed_on",
            "zuletzt geprüft",
            lambda s: s.reviewed_on.isoformat() if s.reviewed_on else "",
            editable=False,
            dated=True,
        ),
    ),
)
