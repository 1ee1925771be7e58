"""The search: statements, printed lines and sources that contain every word, folded, anywhere inside a word.

The index differs per database and may be missing; the answer is the same. Marking hits lives in ``marking``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, TextClause, func, select, text
from sqlmodel import Session

from citations.queries.tables import LISTED, PAGE, SEARCH, SOURCE, STATEMENT
from citations.search import fold
from service.reads.marking import Piece, excerpt

MOST = 50
"""Hits shown per group."""
COUNTED = 1000
"""Hits are counted up to here; beyond it nobody reads on, and counting on would cost more than finding."""
LONGEST_QUERY = 200
MOST_WORDS = 12
_TRIGRAM = 3
_QUOTES = "\"'„“”‚‘’»«›‹"
_FTS = "search_fts"


@dataclass(frozen=True, slots=True)
class SourceHit:
    """A source that was found: its key in an address, its kind, its title with the hits marked."""

    key: str
    kind: str
    title: tuple[Piece, ...]
    also: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class TextHit:
    """A statement or a printed line that was found, on its page, with its state."""

    id: int
    pieces: tuple[Piece, ...]
    state: str
    page_id: int
    page_title: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: at most MOST per group, and how many there are (COUNTED means: that many or more)."""

    words: tuple[str, ...]
    sources: tuple[SourceHit, ...] = ()
    statements: tuple[TextHit, ...] = ()
    lines: tuple[TextHit, ...] = ()
    counts: tuple[int, int, int] = (0, 0, 0)


def search(session: Session, query: str) -> Found:
    """Return what contains every word of a query, in five questions; nothing for a query without words."""
    words = searched_words(query)
    if not words:
        return Found(())
    indexed = _indexed(session)
    groups = [_ids(session, kind, words, indexed=indexed) for kind in ("source", "statement", "listed")]
    return Found(
        words=tuple(words),
        sources=_sources(session, groups[0], words),
        statements=_texts(session, STATEMENT, STATEMENT.c.exact, groups[1], words),
        lines=_texts(session, LISTED, LISTED.c.text, groups[2], words),
        counts=(len(groups[0]), len(groups[1]), len(groups[2])),
    )


def searched_words(query: str) -> list[str]:
    """Return the folded words of a query, each once; what is no text (control characters) is left out."""
    plain = "".join(char if char.isprintable() else " " for char in query[:LONGEST_QUERY])
    words = (word.strip(_QUOTES) or word for word in fold(plain).split())
    return list(dict.fromkeys(words))[:MOST_WORDS]


def _indexed(session: Session) -> bool:
    """Say whether SQLite's index is there; PostgreSQL uses its own by itself."""
    if session.connection().dialect.name != "sqlite":
        return False
    there = text("SELECT 1 FROM sqlite_master WHERE name = :name")
    return session.connection().execute(there, {"name": _FTS}).first() is not None


def _ids(session: Session, kind: str, words: Sequence[str], *, indexed: bool) -> list[int]:
    """Return which rows of a kind contain every word, at most COUNTED of them."""
    question: Select[Any] = select(SEARCH.c.ref_id).where(SEARCH.c.kind == kind)
    matched = [word for word in words if len(word) >= _TRIGRAM] if indexed else []
    values: dict[str, object] = {}
    if matched:
        question = question.where(_in_index())
        values["phrases"] = " ".join('"' + word.replace('"', '""') + '"' for word in matched)
    question = question.where(*(_contains(word) for word in words if word not in matched))
    rows = session.connection().execute(question.order_by(SEARCH.c.ref_id).limit(COUNTED), values)
    return [int(row[0]) for row in rows]


def _in_index() -> TextClause:
    return text(f"search_text.id IN (SELECT rowid FROM {_FTS} WHERE {_FTS} MATCH :phrases)")  # noqa: S608 - a constant name


def _contains(word: str) -> ColumnElement[bool]:
    return SEARCH.c.folded.contains(word, autoescape=True)


def _sources(session: Session, ids: Sequence[int], words: Sequence[str]) -> tuple[SourceHit, ...]:
    question = (
        select(SOURCE.c.key, SOURCE.c.kind, SOURCE.c.title, SEARCH.c.folded)
        .join(SEARCH, SEARCH.c.ref_id == SOURCE.c.id)
        .where(SOURCE.c.id.in_(ids[:MOST]), SEARCH.c.kind == "source")
        .order_by(func.lower(SOURCE.c.title), SOURCE.c.id)
    )
    rows = session.connection().execute(question)
    return tuple(SourceHit(row.key, row.kind.value, excerpt(row.title, words), excerpt(row.key, words)) for row in rows)


def _texts(
    session: Session,
    table: Any,  # noqa: ANN401 - one of two tables
    column: ColumnElement[str],
    ids: Sequence[int],
    words: Sequence[str],
) -> tuple[TextHit, ...]:
    question = (
        select(table.c.id, column.label("words"), table.c.state, PAGE.c.id.label("page_id"), PAGE.c.title)
        .join(PAGE, PAGE.c.id == table.c.page_id)
        .where(table.c.id.in_(ids[:MOST]))
        .order_by(PAGE.c.id, table.c.position, table.c.id)
    )
    rows = session.connection().execute(question)
    return tuple(TextHit(row.id, excerpt(row.words, words), row.state, row.page_id, row.title) for row in rows)
