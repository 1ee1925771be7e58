"""The sweep beside the bare SQL for the same rows, the board and the queue: on a million statements, both databases."""

import gc
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import event, text
from sqlmodel import Session

from jobs.ledger import Moment, sweep
from service.db import Sessions, open_sessions
from service.reads.board import board
from service.reads.queue import queue_page
from service.reads.queue_filters import Filters
from service.schema import migrate
from tests.benchmarks.bare import bare_board, bare_queue, bare_sweep
from tests.benchmarks.stock import NOW, TODAY, Size, fill
from tests.servers import own_database, postgres_answers

ROUNDS = 7
WARM = 3
"""Rounds that are not counted: the first ones compile statements and fill caches."""


def main() -> None:
    """Measure on SQLite, and on PostgreSQL where one answers. LEITSTAND_BENCH_PAGES makes it smaller."""
    size = Size(pages=int(os.environ.get("LEITSTAND_BENCH_PAGES", "10000")))
    size = Size(pages=size.pages, versions=size.pages * 10)
    with tempfile.TemporaryDirectory() as folder:
        _measure("SQLite", nullcontext(f"sqlite:///{Path(folder) / 'bench.db'}"), size)
    if postgres_answers():
        _measure("PostgreSQL", own_database(), size)


def _measure(name: str, database: AbstractContextManager[str], size: Size) -> None:
    """Fill one database and print what each piece of work costs beside its floor."""
    with database as address:
        migrate(address)
        sessions = open_sessions(address)
        started = time.perf_counter()
        fill(sessions, size, random.Random(7))  # noqa: S311 - the same stock in every run
        print(f"### {name}: {size.in_words} (loaded in {time.perf_counter() - started:.0f} s)\n")
        print("| work | flags | ours ms | bare SQL ms | ratio |\n| --- | --- | --- | --- | --- |")
        for changed in (0, 1, 10, 100, 1000):
            _sweeps(sessions, size, changed)
        _settle_due(sessions, size)
        _reads(sessions)
        sessions.close()


def _sweeps(sessions: Sessions, size: Size, changed: int) -> None:
    """Time a sweep after so many versions became due, ours and bare in turn, each taken back."""
    day = TODAY + timedelta(days=1)
    ours, bare, flags = [], [], 0
    for attempt in range(ROUNDS + 1):
        pair = []
        for work in (_ours, bare_sweep):
            with sessions.write() as session:
                _make_due(session, size, changed, day)
                seconds, flags = _timed(work, session, day)
                session.rollback()
            pair.append(seconds * 1000)
        if attempt:
            ours.append(pair[0])
            bare.append(pair[1])
    _row(f"sweep, {changed} versions became due", str(flags), ours, bare)


def _ours(session: Session, day: date) -> int:
    return sweep(session, Moment(day, NOW + timedelta(days=1)))


def _make_due(session: Session, size: Size, changed: int, day: date) -> None:
    """Let the validity of some versions end; the same ones for both sides."""
    step = size.versions // max(changed, 1)
    session.connection().execute(
        text("UPDATE deadline SET due_on = :day WHERE scope = :scope AND clock = 'validity'"),
        [{"day": day, "scope": f"v{n * step + 1}"} for n in range(changed)] or [{"day": day, "scope": "none"}],
    )


def _timed(work: Callable[[Session, date], int], session: Session, day: date) -> tuple[float, int]:
    """Return the seconds a piece of work takes, without the collector's pauses, and what it returns."""
    gc.collect()
    gc.disable()
    started = time.perf_counter()
    result = work(session, day)
    seconds = time.perf_counter() - started
    gc.enable()
    return seconds, result


def _settle_due(sessions: Sessions, size: Size) -> None:
    """Make a lasting state of some open flags, so that board and queue have something to show."""
    day = TODAY + timedelta(days=1)
    with sessions.write() as session:
        _make_due(session, size, min(5000, size.versions), day)
        sweep(session, Moment(day, NOW + timedelta(days=1)))


def _reads(sessions: Sessions) -> None:
    """Time what board and queue ask of the database beside the bare questions for the same rows, and all they do."""
    day = TODAY + timedelta(days=1)
    print("\n| page | questions | database ms | bare SQL ms | ratio | with rows ms |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, work, floor in (
        ("board", lambda s: board(s, day), bare_board),
        ("queue, first page", lambda s: queue_page(s, Filters(), day), bare_queue),
    ):
        asked, bare, whole = [], [], []
        with sessions.read() as session, _asked(sessions) as spent:
            for attempt in range(30):
                spent.clear()
                started = time.perf_counter()
                work(session)
                middle = time.perf_counter()
                questions, seconds = len(spent), sum(spent)
                floor(session, day)
                if attempt >= WARM:
                    whole.append((middle - started) * 1000)
                    asked.append(seconds * 1000)
                    bare.append((time.perf_counter() - middle) * 1000)
        ratio = statistics.median(mine / max(least, 1e-6) for mine, least in zip(asked, bare, strict=True))
        figures = (statistics.median(asked), statistics.median(bare), ratio, statistics.median(whole))
        print(f"| {name} | {questions} | " + " | ".join(f"{figure:.2f}" for figure in figures) + " |", flush=True)


@contextmanager
def _asked(sessions: Sessions) -> Iterator[list[float]]:
    """Collect the seconds that each question takes until its first rows are there."""
    spent: list[float] = []
    begun: list[float] = []

    def before(*_: object) -> None:
        begun.append(time.perf_counter())

    def behind(*_: object) -> None:
        spent.append(time.perf_counter() - begun.pop())

    event.listen(sessions.engine, "before_cursor_execute", before)
    event.listen(sessions.engine, "after_cursor_execute", behind)
    yield spent
    event.remove(sessions.engine, "before_cursor_execute", before)
    event.remove(sessions.engine, "after_cursor_execute", behind)


def _row(name: str, flags: str, ours: list[float], bare: list[float]) -> None:
    """Print medians, and the median of the ratios pair by pair."""
    ratio = statistics.median(mine / max(floor, 1e-6) for mine, floor in zip(ours, bare, strict=True))
    print(
        f"| {name} | {flags} | {statistics.median(ours):.2f} | {statistics.median(bare):.2f} | {ratio:.2f} |",
        flush=True,
    )
