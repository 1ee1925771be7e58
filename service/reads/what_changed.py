"""What happened since somebody was last here: imports, facts, new versions, decisions of others, flags of the sweep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session, col
from sqlmodel import select as select_model

from citations.models import Person
from citations.queries.tables import EVENT, PAGE, SOURCE, STATEMENT, VERSION

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
class _Thing:
    """What changed: its kind, the number or key in its address, and its name."""

    kind: str
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes newest first; ``since`` is the last visit, None for a first one. ``more``: there are older ones."""

    since: datetime | None
    rows: tuple[Change, ...]
    more: bool


def what_changed(session: Session, person: str) -> Changes:
    """Return what others and the sweep did since the person's last visit, in six questions."""
    since = session.exec(select_model(Person.before_at).where(col(Person.name) == person)).first() if person else None
    connection = session.connection()
    question = select(EVENT).order_by(EVENT.c.id.desc()).limit(MOST + 1)
    if since is not None:
        question = question.where(EVENT.c.at > since, EVENT.c.by != person)
    events = connection.execute(question).all()
    shown = events[:MOST]
    things = _things(session, shown)
    return Changes(since, tuple(_change(row, things) for row in shown), len(events) > MOST)


def _things(session: Session, events: Sequence[Row[Any]]) -> dict[str, _Thing]:
    """Return what changed, by what the log calls it: a version is shown as its source."""
    wanted: dict[str, list[str]] = {}
    for kind, _, ref in (row.about.partition(":") for row in events):
        wanted.setdefault(kind, []).append(ref)
    ids = {kind: _numbers(refs) for kind, refs in wanted.items()}
    connection = session.connection()
    pages = connection.execute(select(PAGE.c.id, PAGE.c.title).where(PAGE.c.id.in_(ids.get("page", []))))
    texts = select(STATEMENT.c.id, STATEMENT.c.exact).where(STATEMENT.c.id.in_(ids.get("statement", [])))
    sources = select(SOURCE.c.key, SOURCE.c.title).where(SOURCE.c.key.in_(wanted.get("source", [])))
    versions = select(VERSION.c.id, SOURCE.c.key, SOURCE.c.title).join(SOURCE, SOURCE.c.id == VERSION.c.source_id)
    named = (("page", pages), ("statement", connection.execute(texts)), ("source", connection.execute(sources)))
    found = {f"{kind}:{row[0]}": _Thing(kind, str(row[0]), str(row[1])) for kind, rows in named for row in rows}
    edited = connection.execute(versions.where(VERSION.c.id.in_(ids.get("version", []))))
    return found | {f"version:{number}": _Thing("source", key, title) for number, key, title in edited}


def _numbers(texts: Sequence[str]) -> list[int]:
    return [int(part) for part in texts if part.isdecimal()]


def _change(row: Row[Any], things: dict[str, _Thing]) -> Change:
    kind, _, ref = row.about.partition(":")
    thing = things.get(row.about) or _Thing(kind, ref, str(row.after.get("name", "")))
    decision = str(row.after.get("decision", "")) if row.act == "review" else ""
    opened = int(row.after.get("flags", 0))
    return Change(row.at, row.by, row.act, thing.kind, thing.ref, thing.name, decision, opened)
