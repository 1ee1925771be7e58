"""Taking looks: what is asked of the database is found by index, however much is stored."""

import random

from sqlmodel import col, select

from citations.models import Source, Watch
from jobs.known_sources import versions_of
from jobs.taking import Wish, take
from jobs.watching import shapes
from service.db import Sessions
from tests.benchmarks.stock import NOW, Size, fill
from tests.databases import listening

SIZE = Size(pages=20, statements=10, versions=2000, listed=10)
PASSED_THROUGH = "INDEX ix_source_version_merged_into_id (merged_into_id=?)"
"""How SQLite says that it walks through every version that is not merged."""


def _steps(sessions: Sessions, sent: list[tuple[str, object]]) -> list[str]:
    """Return how SQLite answers these questions, step by step."""
    with sessions.engine.connect() as connection:
        plans = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", values) for asked, values in sent]  # type: ignore[arg-type]  # as the driver got them
        return [str(row[-1]) for plan in plans for row in plan]


def test_taking_a_few_looks_walks_through_no_table(sqlite_sessions: Sessions) -> None:
    fill(sqlite_sessions, SIZE, random.Random(7))  # noqa: S311 - the same stock in every run
    sent: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, asked: str, values: object, *_rest: object) -> None:
        if asked.startswith("SELECT"):
            sent.append((asked, values))

    with sqlite_sessions.write() as session:
        session.add_all(Watch(source_id=n, watcher="doi", key=f"10.1/{n}", next_look_at=NOW) for n in (1, 2, 3))
        session.flush()
        with listening(sqlite_sessions, "before_cursor_execute", note):
            assert len(take(session, Wish(), "x", NOW)) == len(shapes(session, [1, 2, 3]))
            versions_of(session, session.exec(select(Source).where(col(Source.id) <= 3)).all())
    steps = _steps(sqlite_sessions, sent)
    assert steps
    assert [step for step in steps if step.startswith("SCAN") and "json_each" not in step] == []
    assert [step for step in steps if step.endswith(PASSED_THROUGH)] == []
