"""Looks at a host on this machine beside a bare loop over one client; and what it costs to find that nothing is due."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import bindparam, event, text
from sqlmodel import Session

from citations.kinds import SourceKind
from citations.models import Source
from citations.models.columns import UtcDateTime
from jobs.check_sources import Looking, check_sources
from jobs.client import Places, RunClient
from jobs.pace import Pace
from jobs.taking import BATCH, Wish, anything_due, take
from jobs.watchers import doi
from jobs.watchers.contract import Watched
from jobs.wire import Manner, Wire
from service.clock import BERLIN
from service.db import Sessions, open_sessions
from service.schema import migrate
from tests.benchmarks.answering import answering
from tests.benchmarks.stock import NOW, TODAY, Size, analyze, fill, load
from tests.looking import no_pause
from tests.played import manner_at
from tests.servers import own_database, postgres_answers

LOOKS = 10_000
SOURCES = 100_000
LEVEL = 1.3
"""The wire may take so many times what a bare loop takes for the same calls."""

PIECE = 100
WAKES = 200
ROUNDS = 20
FAR = timedelta(days=400)
WATCH = Source.metadata.tables["watch"]
_DUE = text(
    "SELECT id FROM watch WHERE by_hand = :no AND (claimed_until IS NULL OR claimed_until <= :now)"
    " AND next_look_at <= :now ORDER BY next_look_at, id LIMIT :most"
).bindparams(bindparam("now", type_=UtcDateTime))
_CLAIM = text("UPDATE watch SET claimed_by = 'bare', claimed_until = :until WHERE id IN :ids").bindparams(
    bindparam("until", type_=UtcDateTime), bindparam("ids", expanding=True)
)
_GIVEN = tuple(
    text(question).bindparams(bindparam("ids", expanding=True))
    for question in (
        "SELECT * FROM watch WHERE id IN :ids",
        "SELECT * FROM source WHERE id IN :ids",
        "SELECT * FROM source_version WHERE source_id IN :ids ORDER BY id",
        "SELECT source_id, scheme, value FROM identifier WHERE source_id IN :ids ORDER BY id",
        (
            "SELECT v.source_id, c.quote FROM citation c JOIN source_version v ON v.id = c.version_id"
            " WHERE v.source_id IN :ids AND c.state = 'confirmed' AND c.quote <> ''"
        ),
    )
)


def main(looks: int = LOOKS, sources: int = SOURCES) -> None:
    """Measure the wire alone, then whole looks and idle wakes on SQLite, and on PostgreSQL where one answers."""
    with answering() as address:
        _calls(address, looks)
        for name, place in _databases():
            _whole(name, place, address, looks)
        for name, place in _databases():
            _idle(name, place, address, sources)


def _databases() -> Iterator[tuple[str, str]]:
    """Give the address of an empty database of each system."""
    with tempfile.TemporaryDirectory() as folder:
        yield "SQLite", f"sqlite:///{Path(folder) / 'bench.db'}"
    if postgres_answers():
        with own_database() as place:
            yield "PostgreSQL", place


def _calls(address: str, looks: int) -> None:
    """Print what a call costs bare, through the wire and with its watcher, measured piece by piece in turn."""
    manner = manner_at(address)
    wire = Wire(manner, Pace(lambda: NOW, no_pause), lambda: NOW)
    client = RunClient(wire, Places({"doi": address}), TODAY)
    names = [f"10.1000/{number}" for number in range(1, looks + 1)]
    asked = [Watched(number, name, SourceKind.JOURNAL_ARTICLE, "") for number, name in enumerate(names, 1)]
    with httpx.Client(headers=_headers(manner)) as plain:
        works: dict[str, Callable[[int], object]] = {
            "bare loop over one httpx client": lambda place: plain.get(_url(address, names[place])).content,
            "wire": lambda place: wire.get(_url(address, names[place]), doi.POLITE).body,
            "wire and watcher": lambda place: doi.look(asked[place], client),
        }
        spent: dict[str, list[float]] = {name: [] for name in works}
        for start in range(0, looks, PIECE):
            for name, work in works.items():
                spent[name].append(_piece(work, start, min(start + PIECE, looks)))
    wire.close()
    _print_calls(spent, looks)


def _print_calls(spent: dict[str, list[float]], looks: int) -> None:
    """Print medians over the pieces, and the median of the ratios piece by piece."""
    bare = next(iter(spent.values()))
    print(f"| {looks:,} calls | ms a call | ratio |\n| --- | --- | --- |")
    ratios = {
        name: statistics.median(mine / floor for mine, floor in zip(seconds, bare, strict=True))
        for name, seconds in spent.items()
    }
    for name, seconds in spent.items():
        print(f"| {name} | {statistics.median(seconds) * 1000:.3f} | {ratios[name]:.2f} |", flush=True)
    print(f"\nwire within {LEVEL} of the bare loop: {'yes' if ratios['wire'] <= LEVEL else 'NO'}\n")


def _piece(work: Callable[[int], object], start: int, end: int) -> float:
    """Return the seconds that one of these calls takes."""
    started = time.perf_counter()
    for place in range(start, end):
        work(place)
    return (time.perf_counter() - started) / (end - start)


def _url(address: str, name: str) -> str:
    return f"{address}/api/handles/{name}?type=URL"


def _headers(manner: Manner) -> dict[str, str]:
    return {"User-Agent": manner.identity, "Accept-Encoding": "gzip", "Accept": "*/*"}


@contextmanager
def _stored(place: str, sources: int, next_look: Callable[[int], datetime]) -> Iterator[Sessions]:
    """Give a database with so many sources, each with one planned look."""
    migrate(place)
    sessions = open_sessions(place)
    fill(sessions, Size(pages=0, statements=0, versions=sources, listed=0), random.Random(7))  # noqa: S311 - the same
    with sessions.write() as session:
        load(session, WATCH, _watches(sources, next_look))
    analyze(sessions)
    yield sessions
    sessions.close()


def _watches(sources: int, next_look: Callable[[int], datetime]) -> Iterator[dict[str, Any]]:
    never: dict[str, Any] = dict.fromkeys(("last_look_at", "last_good_at", "missing_since", "observation_id"))
    blank = never | {"failures": 0, "missing": 0, "sighting": {}, "claimed_by": "", "claimed_until": None}
    for n in range(1, sources + 1):
        own = {"id": n, "source_id": n, "watcher": "doi", "key": f"10.1000/{n}", "by_hand": False}
        yield blank | own | {"next_look_at": next_look(n)}


def _whole(name: str, place: str, address: str, looks: int) -> None:
    """Print what whole looks cost, those that see a source for the first time and those that see nothing new."""
    print(f"| {name}: {looks:,} looks | ms a look | bare loop | ratio |\n| --- | --- | --- | --- |")
    with _stored(place, looks, lambda _n: NOW) as sessions:
        for work, day in (("first look", NOW), ("nothing new", NOW + FAR)):
            looking = _looking(address, day)
            bare = _bare(address, looks)
            started = time.perf_counter()
            done = check_sources(sessions, looking)
            seconds = (time.perf_counter() - started) / looks
            if sum(one.saw for one in done) != looks:
                raise AssertionError(f"{len(done)} looks of {looks}, of which some saw nothing")
            print(f"| {work} | {seconds * 1000:.3f} | {bare * 1000:.3f} | {seconds / bare:.2f} |", flush=True)
    print()


def _bare(address: str, looks: int) -> float:
    """Return the seconds of one call of the bare loop."""
    with httpx.Client(headers=_headers(manner_at(address))) as plain:
        return _piece(lambda place: plain.get(_url(address, f"10.1000/{place + 1}")).content, 0, looks)


def _looking(address: str, now: datetime) -> Looking:
    where = Places({"doi": address})
    return Looking(where, manner_at(address), lambda: now, BERLIN, no_pause, "bench", shares=False)


def _idle(name: str, place: str, address: str, sources: int) -> None:
    """Print what a wake costs when nothing is due, how it is found out, and what it costs to find what is due."""
    with _stored(place, sources, lambda n: NOW + timedelta(minutes=n)) as sessions:
        looking = _looking(address, NOW)
        with _asked(sessions) as asked:
            check_sources(sessions, looking)
        used, started = time.process_time(), time.perf_counter()
        for _ in range(WAKES):
            check_sources(sessions, looking)
        used, passed = time.process_time() - used, time.perf_counter() - started
        print(f"### {name}: {sources:,} planned looks, none due\n")
        print(f"one wake: {used / WAKES * 1000:.3f} ms of the processor, {passed / WAKES * 1000:.3f} ms in all")
        print(f"questions: {len(asked)}; plan:")
        for line in _plan(sessions, *asked[0]):
            print(f"    {line}")
        print("\n| due | find and take ms | bare SQL ms | ratio |\n| --- | --- | --- | --- |")
        for due in (0, 1, 10, 100):
            _finding(sessions, due)
        print()


def _finding(sessions: Sessions, due: int) -> None:
    """Print what it costs to find and take what is due, with all that the watchers are given, beside the bare SQL."""
    now = NOW + timedelta(minutes=due)
    ours, bare = [], []
    for _ in range(ROUNDS):
        with sessions.write() as session:
            ours.append(_timed(session, lambda inside: _found(inside, now), due))
            session.rollback()
        with sessions.write() as session:
            bare.append(_timed(session, lambda inside: _by_hand(inside, now), due))
            session.rollback()
    ratio = statistics.median(mine / floor for mine, floor in zip(ours, bare, strict=True))
    figures = f"{statistics.median(ours) * 1000:.2f} | {statistics.median(bare) * 1000:.2f} | {ratio:.2f}"
    print(f"| {due} | {figures} |", flush=True)


def _timed(session: Session, work: Callable[[Session], int], due: int) -> float:
    session.connection()
    started = time.perf_counter()
    found = work(session)
    seconds = time.perf_counter() - started
    if found != due:
        raise AssertionError(f"{found} found, {due} were due")
    return seconds


def _found(session: Session, now: datetime) -> int:
    return len(take(session, Wish(), "bench", now)) if anything_due(session, now) else 0


def _by_hand(session: Session, now: datetime) -> int:
    """Find, claim and read the same with SQL by hand."""
    run = session.connection().execute
    ids = [row[0] for row in run(_DUE, {"now": now, "no": False, "most": BATCH})]
    if ids:
        run(_CLAIM, {"ids": ids, "until": now + timedelta(hours=1)})
        for question in _GIVEN:
            run(question, {"ids": ids}).all()
    return len(ids)


@contextmanager
def _asked(sessions: Sessions) -> Iterator[list[tuple[str, Any]]]:
    """Collect the questions that are asked, with their values; not what opens a connection or a transaction."""
    sent: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            sent.append((statement, values))

    event.listen(sessions.engine, "before_cursor_execute", note)
    yield sent
    event.remove(sessions.engine, "before_cursor_execute", note)


def _plan(sessions: Sessions, question: str, values: Any) -> list[str]:  # noqa: ANN401 - as the driver has them
    """Return how the database answers a question, a line for each step."""
    ask = "EXPLAIN" if sessions.engine.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
    with sessions.engine.connect() as connection:
        return [str(row[-1]) for row in connection.exec_driver_sql(f"{ask} {question}", values)]
