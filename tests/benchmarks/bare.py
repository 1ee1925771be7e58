"""The floor: the same rows written and read with SQL by hand, nothing around it."""

from datetime import date
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from tests.benchmarks.stock import NOW

_FLAGS = """
INSERT INTO flag (subject_id, citation_key, about_key, reason, clock, severity, trigger_day, facts, opened_at,
  opened_event_id)
SELECT c.subject_id, c.id, d.version_id, d.reason, d.clock, 32, d.due_on, d.facts, :now, :event
FROM deadline d JOIN citation c ON c.version_id = d.version_id AND c.state = 'confirmed'
WHERE d.fired_on IS NULL AND d.due_on <= :day ON CONFLICT DO NOTHING
"""
_FIRED = "UPDATE deadline SET fired_on = :day WHERE fired_on IS NULL AND due_on <= :day"
_TOUCHED = "SELECT DISTINCT subject_id FROM flag WHERE opened_event_id = :event"
_COUNT = """
INSERT INTO tally (dimension, key, label, n)
SELECT 'page', CAST(page_id AS VARCHAR), band, COUNT(*) FROM subject
WHERE active AND points IS NOT NULL AND id IN ({touched}) GROUP BY page_id, band
UNION ALL
SELECT 'band', band, due_kind, COUNT(*) FROM subject
WHERE active AND points IS NOT NULL AND id IN ({touched}) GROUP BY band, due_kind
ON CONFLICT (dimension, key, label) DO UPDATE SET n = tally.n + excluded.n
"""
_POINTS = """
UPDATE subject SET worst_flag_id = w.flag_id, reason = 'expired', since = :day, points = w.points,
  band = CASE WHEN w.points >= 70 THEN 'A' WHEN w.points >= 50 THEN 'B' WHEN w.points >= 30 THEN 'C' ELSE 'D' END
FROM (
  SELECT s.id, f.flag_id, f.weight + 2 + CASE s.harm WHEN 'H3' THEN 30 WHEN 'H2' THEN 20 WHEN 'H1' THEN 8 ELSE 2 END
    + CASE WHEN f.supports = (SELECT COUNT(*) FROM citation c WHERE c.subject_id = s.id AND c.role = 'supports')
           AND f.supports > 0 THEN 6 ELSE 0 END AS points
  FROM subject s JOIN (
    SELECT f.subject_id, MIN(f.id) AS flag_id, MAX(CASE WHEN c.role = 'supports' THEN 32 ELSE 16 END) AS weight,
      SUM(CASE WHEN c.role = 'supports' THEN 1 ELSE 0 END) AS supports
    FROM flag f JOIN citation c ON c.id = f.citation_key
    WHERE f.closed_at IS NULL AND f.subject_id IN ({touched}) GROUP BY f.subject_id
  ) f ON f.subject_id = s.id
) w WHERE subject.id = w.id
"""
_BOARD = (
    "SELECT key, label, n FROM tally WHERE dimension = 'day' AND key BETWEEN '2026-11-01' AND '2027-01-20'",
    "SELECT key, label, n FROM tally WHERE dimension = 'month' AND n <> 0",
    "SELECT key, label, n FROM tally WHERE dimension = 'band' AND n <> 0",
)
_QUEUE = """
SELECT s.id, s.kind, s.points, s.band, s.reason, s.since, t.exact, p.title
FROM subject s JOIN page p ON p.id = s.page_id LEFT JOIN statement t ON t.id = s.statement_id
WHERE s.points IS NOT NULL AND {active} ORDER BY s.points DESC, s.since, s.page_id, s.position, s.id LIMIT 51
"""


def bare_sweep(session: Session, day: date) -> int:
    """Write flags, deadlines, points and counts for what is due, by hand; return how many subjects it touched."""
    run = session.connection().execute
    event = run(
        text(
            'INSERT INTO event (at, "by", act, about, "before", "after")'
            " VALUES (:now, 'bare', 'sweep', 'ledger', '{}', '{}') RETURNING id"
        ),
        {"now": _stored(session)},
    ).scalar_one()
    values: dict[str, Any] = {"day": day, "now": _stored(session), "event": event}
    run(text(_FLAGS), values)
    run(text(_FIRED), values)
    run(text(_POINTS.format(touched=_TOUCHED)), values)
    run(text(_COUNT.format(touched=_TOUCHED)), values)
    return len(run(text(_TOUCHED), values).all())


def _stored(session: Session) -> object:
    """Return the instant in the form that the database stores."""
    return NOW if session.connection().dialect.name == "postgresql" else NOW.strftime("%Y-%m-%d %H:%M:%S.%f")


def bare_board(session: Session, _day: date) -> int:
    """Read the counts of the board."""
    return sum(len(session.connection().execute(text(question)).all()) for question in _BOARD)


def bare_queue(session: Session, _day: date) -> int:
    """Read the first page of the queue."""
    # The partial index is only used where the question repeats its condition in the words of the database.
    active = "s.active" if session.connection().dialect.name == "postgresql" else "s.active = 1"
    return len(session.connection().execute(text(_QUEUE.format(active=active))).all())
