"""Long lists of numbers: the right rows on both databases, found by index."""

from datetime import date
from typing import Any

from sqlalchemy import select

from citations.policy import Policy
from citations.queries import standing
from citations.queries.among import IDS, among, numbers
from citations.queries.tables import SUBJECT
from service.db import Sessions
from tests.databases import listening
from tests.factories import bring_in


def test_exactly_the_rows_of_the_list_are_found(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        every = sorted(session.connection().execute(select(SUBJECT.c.id)).scalars())
        for wanted in ([], every[:1], every[1:4], [*every, 10**6]):
            rows = session.connection().execute(select(SUBJECT.c.id).where(among(SUBJECT.c.id, wanted))).scalars()
            assert sorted(rows) == [number for number in wanted if number in every]


def test_the_score_of_a_few_subjects_reads_no_other(sqlite_sessions: Sessions) -> None:
    values = {IDS: numbers([1, 2, 3])} | standing.ladder_days(date(2026, 11, 20), Policy())
    sent: list[tuple[str, Any]] = []
    with sqlite_sessions.write() as session:
        connection = session.connection()
        with listening(sqlite_sessions, "before_cursor_execute", lambda *call: sent.append((call[2], call[3]))):
            connection.execute(standing.score(Policy()), values)
        question, bound = sent[-1]
        plan = [str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", bound)]
    assert "SEARCH subject USING INTEGER PRIMARY KEY (rowid=?)" in plan
    assert not any(step.startswith(("SCAN subject", "SCAN flag")) for step in plan)
