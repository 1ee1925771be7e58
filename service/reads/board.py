"""The board: how many deadlines are behind us, near and ahead, by month, kind and page. Read from the tallies only."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Integer, Row, Select, case, cast, func, select, union_all
from sqlmodel import Session, col
from sqlmodel import select as select_model

from citations.dates import add_months
from citations.kinds import Band, Clock
from citations.models import JobRun, LedgerDay
from citations.policy import Policy
from citations.queries.tables import PAGE, TALLY
from jobs.ledger import load_policy
from service.reads.what_changed import Changes, what_changed

SWEEP = "sweep_deadlines"
"""The name of the sweep in the timetable."""

MONTHS = 24
PAGES = 10


@dataclass(frozen=True, slots=True)
class Month:
    """What falls due in a month: ``iso`` as 2026-11."""

    iso: str
    n: int


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of source: open work per band, what is due until the end of this month, what comes later."""

    kind: str
    bands: dict[str, int]
    behind: int
    ahead: int


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page with its open work per band."""

    id: int
    title: str
    bands: dict[str, int]


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the board shows. ``swept`` is the day up to which flags are brought, ``run`` the scheduler's last."""

    overdue: int
    soon: int
    fine: int
    bands: dict[str, int]
    before: int
    months: tuple[Month, ...]
    later: int
    kinds: tuple[KindRow, ...]
    pages: tuple[PageRow, ...]
    swept: date | None
    silent_days: int
    run: tuple[datetime, str] | None
    changes: Changes

    @property
    def empty(self) -> bool:
        """Whether nothing has been imported yet."""
        return not (self.overdue or self.soon or self.fine or sum(self.bands.values()))


def board(session: Session, today: date, person: str = "") -> Board:
    """Return the board of a day in a fixed number of questions, whatever is stored (performance: a millisecond)."""
    policy = load_policy(session)
    connection = session.connection()
    terms: dict[str, int] = {row.term: int(row.n) for row in connection.execute(_terms(today, policy))}
    counts = connection.execute(select(TALLY).where(TALLY.c.dimension.in_(["month", "band"]), TALLY.c.n != 0)).all()
    before, months, later = _months(counts, today)
    overdue, soon = before + terms.get("overdue", 0), terms.get("soon", 0)
    swept = session.exec(select_model(col(LedgerDay.day))).first()
    return Board(
        overdue=overdue,
        soon=soon,
        fine=before + sum(month.n for month in months) + later - overdue - soon,
        bands=_bands(counts),
        before=before,
        months=months,
        later=later,
        kinds=_kinds(counts, today),
        pages=_pages(session),
        swept=swept,
        silent_days=(today - swept).days if swept else 0,
        run=_last_run(session),
        changes=what_changed(session, person),
    )


def _terms(today: date, policy: Policy) -> Select[Any]:
    """Return what of the days since this month began is overdue, or within the lead time of its clock (8, lead time).

    The months hold the rest, so that a few weeks of days are read, not years of them.
    """
    validity = (today + timedelta(days=policy.number("lead.validity"))).isoformat()
    other = (today + timedelta(days=policy.number("lead.other"))).isoformat()
    lead = case((TALLY.c.label == Clock.VALIDITY.value, validity), else_=other)
    behind, near = TALLY.c.key <= today.isoformat(), TALLY.c.key <= lead
    term = case((behind, "overdue"), (near, "soon"), else_="later").label("term")
    window = TALLY.c.key.between(today.replace(day=1).isoformat(), max(validity, other))
    return select(term, func.sum(TALLY.c.n).label("n")).where(TALLY.c.dimension == "day", window).group_by(term)


def _months(rows: Sequence[Row[Any]], today: date) -> tuple[int, tuple[Month, ...], int]:
    """Return what was due before this month, this month and the following ones, and what comes after them."""
    totals: Counter[str] = Counter()
    for row in rows:
        if row.dimension == "month":
            totals[row.key] += row.n
    shown = [add_months(today.replace(day=1), ahead).isoformat()[:7] for ahead in range(MONTHS)]
    before = sum(n for key, n in totals.items() if key < shown[0])
    later = sum(n for key, n in totals.items() if key > shown[-1])
    return before, tuple(Month(iso, totals[iso]) for iso in shown), later


def _bands(rows: Sequence[Row[Any]]) -> dict[str, int]:
    found = dict.fromkeys((band.value for band in Band), 0)
    for row in rows:
        if row.dimension == "band":
            found[row.key] += row.n
    return found


def _kinds(rows: Sequence[Row[Any]], today: date) -> tuple[KindRow, ...]:
    """Return the kinds with work or deadlines, the one with the gravest work first."""
    bands: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys((band.value for band in Band), 0))
    behind: Counter[str] = Counter()
    ahead: Counter[str] = Counter()
    this_month = today.isoformat()[:7]
    for row in rows:
        if row.dimension == "band":
            bands[row.label][row.key] += row.n
        elif row.key <= this_month:
            behind[row.label] += row.n
        else:
            ahead[row.label] += row.n
    names = {*bands, *behind, *ahead}
    found = [KindRow(name, bands[name], behind[name], ahead[name]) for name in names]
    return tuple(sorted(found, key=lambda row: (*(-n for n in row.bands.values()), -row.behind, row.kind)))


def _pages(session: Session) -> tuple[PageRow, ...]:
    """Return the pages with the most grave work: the first ones of each band by index, then their full counts."""
    tops = [
        select(
            select(TALLY.c.key)
            .where(TALLY.c.dimension == "page", TALLY.c.label == band.value, TALLY.c.n > 0)
            .order_by(TALLY.c.n.desc())
            .limit(PAGES)
            .subquery(f"top_{band.value}")
        )
        for band in Band
    ]
    connection = session.connection()
    keys = {row[0] for row in connection.execute(union_all(*tops))}
    question = (
        select(PAGE.c.id, PAGE.c.title, TALLY.c.label, TALLY.c.n)
        .join(TALLY, PAGE.c.id == cast(TALLY.c.key, Integer))
        .where(TALLY.c.dimension == "page", TALLY.c.key.in_(sorted(keys)), TALLY.c.n > 0)
    )
    found: dict[int, PageRow] = {}
    for number, title, label, n in connection.execute(question):
        row = found.setdefault(number, PageRow(number, title, dict.fromkeys((band.value for band in Band), 0)))
        row.bands[label] = n
    ranked = sorted(found.values(), key=lambda row: (*(-n for n in row.bands.values()), row.title.casefold(), row.id))
    return tuple(ranked[:PAGES])


def _last_run(session: Session) -> tuple[datetime, str] | None:
    """Return when the scheduler last began a sweep, and how that ended."""
    rows = select_model(JobRun).where(col(JobRun.job) == SWEEP).order_by(col(JobRun.day).desc()).limit(1)
    found = session.exec(rows).first()
    return (found.started_at, found.outcome.value) if found else None
