"""Stored deadlines: what the clocks give for a scope, compared with what is stored, and only the difference written.

Which facts feed the clocks is gathered in ``jobs.gather``; what becomes of a deadline that is due, in ``jobs.flags``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, select, update
from sqlmodel import Session

from citations.clocks import Due, told_apart
from citations.dates import earliest
from citations.queries.among import among
from citations.queries.tables import DEADLINE
from jobs.new_rows import write_rows

CHUNK = 500
"""Scopes asked for in one question: databases take only so many bound values."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a deadline is about, from the narrowest filled field: citation, version on a page, version, subject."""

    version_id: int | None = None
    page_id: int | None = None
    citation_id: int | None = None
    subject_id: int | None = None

    @property
    def name(self) -> str:
        """Return the stored name of the scope."""
        parts = (("c", self.citation_id), ("s", self.subject_id), ("v", self.version_id), ("p", self.page_id))
        return "".join(f"{letter}{number}" for letter, number in parts if number is not None)


@dataclass(frozen=True, slots=True)
class Gone:
    """A deadline that no longer holds: its flags close, because a fact changed (not because somebody reviewed).

    ``accessed`` is the access that moved an access clock: it closes the flags of that clock that are not younger, and
    no other (invariant 8). None where something else moved or ended it.
    """

    scope: Scope
    clock: str
    reason: str
    due_on: date
    accessed: date | None = None
    evidence: str = ""


def settle_deadlines(session: Session, wanted: Mapping[Scope, Sequence[Due]]) -> list[Gone]:
    """Store what the clocks give for these scopes and return what ceased to hold. Writes only the difference."""
    gone: list[Gone] = []
    scopes = list(wanted)
    for start in range(0, len(scopes), CHUNK):
        part = scopes[start : start + CHUNK]
        gone += _settle_part(session, {scope: wanted[scope] for scope in part})
    return gone


def _settle_part(session: Session, wanted: Mapping[Scope, Sequence[Due]]) -> list[Gone]:
    """Compare and write one chunk of scopes."""
    by_name = {scope.name: scope for scope in wanted}
    stored = session.connection().execute(select(DEADLINE).where(DEADLINE.c.scope.in_(by_name))).mappings().all()
    have = {(row["scope"], str(row["reason"]), str(row["clock"]), row["evidence"]): row for row in stored}
    want = {
        (scope.name, due.reason.value, due.clock.value, due.evidence): (scope, due)
        for scope, dues in wanted.items()
        for due in dues
    }
    gone = [_gone(by_name[key[0]], row) for key, row in have.items() if key not in want]
    moved = [key for key in want if key in have and _moved(have[key], want[key][1])]
    gone += [
        _gone(by_name[key[0]], have[key], want[key][1]) for key in moved if _speaks_of_another(have[key], want[key][1])
    ]
    _delete(session, [int(row["id"]) for key, row in have.items() if key not in want])
    for key in moved:
        _move(session, have[key], want[key][1])
    insert_dues(session, [want[key] for key in want if key not in have])
    return gone


def _moved(row: Mapping[Any, Any], due: Due) -> bool:
    """Say whether a stored deadline differs from what the clocks give now."""
    now = (due.on, due.facts, due.about_version_id, due.policy_id)
    return (row["due_on"], row["facts"], row["about_version_id"], row["policy_id"]) != now


def _speaks_of_another(row: Mapping[Any, Any], due: Due) -> bool:
    """Say whether the flags of a stored deadline are not those of what the clocks give now."""
    return (row["due_on"], row["about_version_id"]) != (due.on, due.about_version_id)


def _gone(scope: Scope, row: Mapping[Any, Any], moved_to: Due | None = None) -> Gone:
    """Return the record of a deadline that no longer holds."""
    seen = moved_to.facts.get("accessed") if moved_to else None
    accessed = earliest(seen) if seen != row["facts"].get("accessed") else None
    return Gone(scope, str(row["clock"]), str(row["reason"]), row["due_on"], accessed, told_apart(row["evidence"]))


def _move(session: Session, row: Mapping[Any, Any], due: Due) -> None:
    """Write a changed deadline; a new day or new facts make it due anew, so that its flags say what holds now."""
    values: dict[str, Any] = {
        "due_on": due.on,
        "facts": due.facts,
        "policy_id": due.policy_id,
        "about_version_id": due.about_version_id,
    }
    if _speaks_of_another(row, due) or row["facts"] != due.facts:
        values["fired_on"] = None
    session.connection().execute(update(DEADLINE).where(DEADLINE.c.id == row["id"]).values(values))


def _delete(session: Session, ids: Sequence[int]) -> None:
    """Remove derived rows that no longer hold; their history is in the flags and events."""
    if ids:
        session.connection().execute(delete(DEADLINE).where(among(DEADLINE.c.id, ids)))


def insert_dues(session: Session, rows: Sequence[tuple[Scope, Due]]) -> None:
    """Write new deadlines in one go."""
    values = [
        {
            "scope": scope.name,
            "version_id": scope.version_id,
            "page_id": scope.page_id,
            "citation_id": scope.citation_id,
            "subject_id": scope.subject_id,
            "clock": due.clock,
            "reason": due.reason,
            "evidence": due.evidence,
            "due_on": due.on,
            "about_version_id": due.about_version_id,
            "policy_id": due.policy_id,
            "facts": due.facts,
            "fired_on": None,
        }
        for scope, due in rows
    ]
    write_rows(session, DEADLINE, values)
