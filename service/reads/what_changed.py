"""What happened since somebody was last here: imports, facts, new versions, decisions of others, flags of the sweep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col
from sqlmodel import select as select_model

from citations.models import Person
from citations.queries.tables import EVENT, PAGE, SOURCE, STATEMENT

MOST = 15


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened: who did what when, to what (``kind`` and ``ref`` for its address, ``name`` to read).

    ``opened`` is how many sentences, sources and pages a sweep flagged; ``decision`` what somebody decided.
    """

    at: datetime
    by: str
    act: str
    kind: str
    ref: str
    name: str
    decision: str
    opened: int


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes newest first; ``since`` is the last visit, None for a first one. ``more``: there are older ones."""

    since: datetime | None
    rows: tuple[Change, ...]
    more: bool


def what_changed(session: Session, person: str) -> Changes:
    """Return what others and the sweep did since the person's last visit, in five questions."""
    since = session.exec(select_model(Person.before_at).where(col(Person.name) == person)).first() if person else None
    connection = session.connection()
    question = select(EVENT).order_by(EVENT.c.id.desc()).limit(MOST + 1)
    if since is not None:
        question = question.where(EVENT.c.at > since, EVENT.c.by != person)
    events = connection.execute(question).all()
    shown = events[:MOST]
    names = _names(session, shown)
    return Changes(since, tuple(_change(row, names) for row in shown), len(events) > MOST)


def _names(session: Session, events: Sequence[Row[Any]]) -> dict[str, str]:
    """Return what the things that changed are called: titles of pages and sources, words of statements."""
    abouts = [row.about.partition(":") for row in events]
    connection = session.connection()
    wanted = {kind: [ref for what, _, ref in abouts if what == kind] for kind in ("page", "source", "statement")}
    pages = connection.execute(select(PAGE.c.id, PAGE.c.title).where(PAGE.c.id.in_(_numbers(wanted["page"]))))
    sources = connection.execute(select(SOURCE.c.key, SOURCE.c.title).where(SOURCE.c.key.in_(wanted["source"])))
    texts = select(STATEMENT.c.id, STATEMENT.c.exact).where(STATEMENT.c.id.in_(_numbers(wanted["statement"])))
    named = [("page", pages), ("source", sources), ("statement", connection.execute(texts))]
    return {f"{kind}:{row[0]}": str(row[1]) for kind, rows in named for row in rows}


def _numbers(texts: Sequence[str]) -> list[int]:
    return [int(part) for part in texts if part.isdecimal()]


def _change(row: Row[Any], names: dict[str, str]) -> Change:
    kind, _, ref = row.about.partition(":")
    decision = str(row.after.get("decision", "")) if row.act == "review" else ""
    opened = int(row.after.get("flags", 0))
    return Change(row.at, row.by, row.act, kind, ref, names.get(row.about, ""), decision, opened)
