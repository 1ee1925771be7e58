"""A publisher's whole site for the benchmarks: a million statements, loaded in sets, the same on both databases."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert, text
from sqlmodel import Session

from citations import models
from citations.queries.tables import CITATION, DEADLINE, PAGE, SOURCE, STATEMENT, SUBJECT, VERSION
from jobs.standing import count
from service.db import Sessions

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 6, tzinfo=UTC)
BATCH = 20_000
KINDS = ("awmf_guideline", "onkopedia", "journal_article", "cochrane_review", "web_page")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is stored: pages, statements a page, versions, versions on a page's list."""

    pages: int = 10_000
    statements: int = 100
    versions: int = 100_000
    listed: int = 20

    @property
    def in_words(self) -> str:
        """Return the size for a heading."""
        total = self.pages * self.statements
        cited = total * 2 - self.pages * self.listed + self.pages * self.listed
        return f"{total:,} statements, {self.pages:,} pages, {self.versions:,} versions, {cited:,} citations"


def fill(sessions: Sessions, size: Size, chance: random.Random) -> None:
    """Load everything. Deadlines lie ahead of TODAY, so that a sweep finds what a benchmark makes due."""
    with sessions.write() as session:
        load(session, SOURCE, _sources(size))
        load(session, VERSION, _versions(size))
        load(session, PAGE, _pages(size))
        load(session, _table("revision"), _revisions(size))
    lists = [chance.sample(range(1, size.versions + 1), size.listed) for _ in range(size.pages)]
    with sessions.write() as session:
        load(session, STATEMENT, _statements(size, chance))
        load(session, SUBJECT, _subjects(size, chance))
        load(session, CITATION, _citations(size, lists, chance))
        load(session, DEADLINE, _deadlines(size, lists, chance))
    with sessions.write() as session:
        session.connection().execute(text("UPDATE ledger_day SET day = :day"), {"day": TODAY})
        session.add(models.LedgerDay(day=TODAY))
        _count(session, size)
    analyze(sessions)


def load(session: Session, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    """Insert rows in batches."""
    while batch := list(islice(rows, BATCH)):
        session.connection().execute(insert(table), batch)


def _table(name: str) -> Table:
    return models.Page.metadata.tables[name]


def _count(session: Session, size: Size) -> None:
    """Set up the tallies for everything."""
    total = size.pages * (size.statements + size.listed)
    for start in range(0, total, 50_000):
        count(session, range(start + 1, min(start + 50_000, total) + 1), 1)


def analyze(sessions: Sessions) -> None:
    """Let the database learn the sizes, as it would over time."""
    with sessions.engine.connect().execution_options(leitstand_writes=True, isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))


def _sources(size: Size) -> Iterator[dict[str, Any]]:
    for n in range(1, size.versions + 1):
        yield {
            "id": n,
            "key": f"awmf:{n:06d}",
            "kind": KINDS[n % 5],
            "title": f"Leitlinie {n}",
            "parent_id": None,
            "homepage": "",
        }


def _versions(size: Size) -> Iterator[dict[str, Any]]:
    blank = {column.name: "" for column in VERSION.columns if str(column.type) in ("VARCHAR", "TEXT")}
    for n in range(1, size.versions + 1):
        yield blank | {
            "id": n,
            "source_id": n,
            "label": "1.0",
            "as_of": "2024-06",
            "cite_key": f"k{n}",
            "title": f"Leitlinie {n}",
            "awmf_number": f"{n % 1000:03d}/{n // 1000:03d}OL",
            "guideline_class": "S3",
            "organisations": [],
            "authors": [],
            "et_al": False,
            "valid_until": None,
            "valid_until_origin": None,
            "status": None,
            "status_on": None,
            "superseded_by_id": None,
            "year": 2024,
            "month": 6,
            "first_seen_on": TODAY,
        }


def _pages(size: Size) -> Iterator[dict[str, Any]]:
    for n in range(1, size.pages + 1):
        yield {
            "id": n,
            "url": f"https://example.org/{n}",
            "title": f"Seite {n}",
            "language": "de",
            "published": "2025",
            "reach": "unknown",
            "reviewed_on": date(2025, 3, 14),
            "reviewed_inferred": False,
            "retired_on": None,
            "first_seen_on": TODAY,
            "imported_at": NOW,
        }


def _revisions(size: Size) -> Iterator[dict[str, Any]]:
    for n in range(1, size.pages + 1):
        yield {
            "id": n,
            "page_id": n,
            "number": 1,
            "sha256": str(n),
            "encoding": "utf-8",
            "format": "text",
            "text": "",
            "notices": [],
            "imported_at": NOW,
            "imported_by": "bench",
        }


def _statements(size: Size, chance: random.Random) -> Iterator[dict[str, Any]]:
    for n in range(1, size.pages * size.statements + 1):
        yield {
            "id": n,
            "page_id": (n - 1) // size.statements + 1,
            "first_revision_id": (n - 1) // size.statements + 1,
            "position": (n - 1) % size.statements,
            "kind": "sentence",
            "exact": f"Satz {n} über eine Behandlung mit einem Medikament in einer bestimmten Lage.",
            "prefix": "",
            "suffix": "",
            "start": 0,
            "heading_path": [],
            "time_words": [],
            "lapse_rule": "",
            "harm": chance.choice(("H1", "H2", "H3")),
            "harm_by": "",
            "volatile": False,
            "state": "active",
            "no_source_because": "",
            "reviewed_on": None,
            "lost_on": None,
            "contradicted_on": None,
            "contradicted_note": "",
            "first_seen_on": TODAY,
            "replaces_id": None,
        }


def _subjects(size: Size, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Statements first, then a page's entries; all with a due day ahead and nothing open yet."""
    blank: dict[str, Any] = {"points": None, "band": None, "reason": None, "since": None, "worst_flag_id": None}
    blank |= {"deferred_until": None, "last_review_id": None}
    statements = size.pages * size.statements
    for n in range(1, statements + size.pages * size.listed + 1):
        entry = n > statements
        page = (n - statements - 1) // size.listed + 1 if entry else (n - 1) // size.statements + 1
        yield blank | {
            "id": n,
            "kind": "entry" if entry else "statement",
            "page_id": page,
            "statement_id": None if entry else n,
            "position": n % 100,
            "active": not entry,
            "harm": chance.choice(("H1", "H2", "H3")),
            "volatile": False,
            "due_on": TODAY + timedelta(days=chance.randint(10, 1500)),
            "due_clock": chance.choice(("validity", "reassess", "access")),
            "due_kind": chance.choice(KINDS),
        }


def _citations(size: Size, lists: list[list[int]], chance: random.Random) -> Iterator[dict[str, Any]]:
    blank: dict[str, Any] = {
        "listed_id": None,
        "mention": "",
        "locator": "",
        "quote": "",
        "reviewed_on": None,
        "kept_on": None,
    }
    blank |= {"made_by": "bench", "made_at": NOW, "ended_at": None, "ended_by": "", "state": "confirmed"}
    statements = size.pages * size.statements
    number = 0
    for page, listed in enumerate(lists, 1):
        for place, version in enumerate(listed):
            number += 1
            subject = statements + (page - 1) * size.listed + place + 1
            yield blank | {
                "id": number,
                "page_id": page,
                "statement_id": None,
                "version_id": version,
                "subject_id": subject,
                "role": "background",
            }
        for place in range(size.statements):
            statement = (page - 1) * size.statements + place + 1
            for version in chance.sample(listed, 1 + (place % 5 != 0)):
                number += 1
                yield blank | {
                    "id": number,
                    "page_id": page,
                    "statement_id": statement,
                    "version_id": version,
                    "subject_id": statement,
                    "role": "supports",
                }


def _deadlines(size: Size, lists: list[list[int]], chance: random.Random) -> Iterator[dict[str, Any]]:
    blank: dict[str, Any] = {
        "page_id": None,
        "citation_id": None,
        "subject_id": None,
        "evidence": "",
        "about_version_id": None,
    }
    blank |= {"policy_id": None, "fired_on": None, "version_id": None}
    for version in range(1, size.versions + 1):
        for clock, reason in (("validity", "expired"), ("reassess", "reassess_due")):
            due = TODAY + timedelta(days=chance.randint(10, 1500))
            facts = {"valid_until": (due - timedelta(days=1)).isoformat(), "origin": "derived"}
            yield blank | {
                "scope": f"v{version}",
                "version_id": version,
                "clock": clock,
                "reason": reason,
                "due_on": due,
                "facts": facts,
            }
    for page, listed in enumerate(lists, 1):
        for version in listed:
            due = TODAY + timedelta(days=chance.randint(10, 1500))
            facts = {"accessed": "2026-01-01", "months": "12"}
            yield blank | {
                "scope": f"v{version}p{page}",
                "version_id": version,
                "page_id": page,
                "clock": "access",
                "reason": "access_stale",
                "due_on": due,
                "facts": facts,
            }
    for statement in range(1, size.pages * size.statements + 1):
        due = TODAY + timedelta(days=chance.randint(10, 1500))
        yield blank | {
            "scope": f"s{statement}",
            "subject_id": statement,
            "clock": "statement",
            "reason": "review_due",
            "due_on": due,
            "facts": {"months": "12"},
        }
