"""The job that looks: takes what is due, looks host by host, records each look in a transaction of its own.

No transaction is open while a registry is asked. Hosts are asked side by side, one host's looks one after the other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from queue import SimpleQueue
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from citations.models import Source, Watch
from citations.sightings import Sighting
from jobs.client import Places, RunClient
from jobs.failed_looks import BUG, push_ahead, record_failure
from jobs.host_books import HostBooks
from jobs.ledger import Moment
from jobs.pace import Pace
from jobs.recording import Looked, record_sighting
from jobs.running import outlive
from jobs.searching import EVERY_DAYS as SEARCH_DAYS
from jobs.searching import record_candidates
from jobs.sessions import Sessions
from jobs.taking import BATCH, Task, Wish, anything_due, take
from jobs.watchers import WATCHERS
from jobs.watchers.contract import WatchError
from jobs.watchers.manual import days_between, needs_hand
from jobs.wire import Manner, Wire

SIDE_BY_SIDE = 4
"""So many hosts are asked at the same time."""

Seen = Sighting | WatchError | Exception

_PLANNED = (
    select(Watch, Source)
    .join(Source, col(Source.id) == col(Watch.source_id))
    .where(col(Watch.id) == bindparam("id"), col(Watch.key) == bindparam("key"))
)
"""The row of one look with its source: asked for every look, so made once."""


@dataclass(frozen=True, slots=True)
class Looking:
    """What looks need from the program: where the registries are, how we present ourselves, clock, zone, a pause.

    ``owner`` names the worker in claims. ``shares`` says that other programs may look at the same time: not with a
    clock that stands still.
    """

    places: Places
    manner: Manner
    clock: Callable[[], datetime]
    zone: ZoneInfo
    sleep: Callable[[float], None]
    owner: str
    shares: bool = True


def check_sources(
    sessions: Sessions,
    looking: Looking,
    wish: Wish | None = None,
    *,
    told: Callable[[Looked], None] = lambda _looked: None,
    stopping: Callable[[], bool] = lambda: False,
) -> list[Looked]:
    """Look at what is wished for (else: what is due) and return what came of it; ``told`` hears of each at once.

    Costs one question to an index where nothing is due.
    """
    wish = wish or Wish()
    with sessions.read() as session:
        if wish.due and not anything_due(session, looking.clock()):
            return []
    done: list[Looked] = []
    last = 0
    with _wire(sessions, looking) as wire:
        while not stopping():
            with sessions.write() as session:
                tasks = take(session, wish, looking.owner, looking.clock(), last)
            if not tasks:
                break
            last = max(task.watch_id for task in tasks)
            done += _batch(sessions, looking, wire, tasks, (told, stopping))
            if len(tasks) < BATCH:
                break  # nothing was left, and what became due meanwhile can wait for the next run
    return done


@contextmanager
def _wire(sessions: Sessions, looking: Looking) -> Iterator[Wire]:
    books = HostBooks(sessions) if looking.shares else None
    wire = Wire(looking.manner, Pace(looking.clock, looking.sleep, books), looking.clock)
    try:
        yield wire
    finally:
        wire.close()


def _batch(
    sessions: Sessions,
    looking: Looking,
    wire: Wire,
    tasks: Sequence[Task],
    calls: tuple[Callable[[Looked], None], Callable[[], bool]],
) -> list[Looked]:
    """Look at one batch, and record each look as soon as it came back."""
    told, stopping = calls
    client = RunClient(wire, looking.places, _moment(looking).today, _due(tasks))
    hands = [task for task in tasks if needs_hand(WATCHERS[task.registry], client)]
    groups = _groups([task for task in tasks if task not in hands])
    _let_go(sessions, [task.watch_id for task in hands], by_hand=True)
    came: SimpleQueue[tuple[Task, Seen] | None] = SimpleQueue()
    done: list[Looked] = []
    left = {task.watch_id for group in groups for task in group}
    with ThreadPoolExecutor(SIDE_BY_SIDE, "look") as pool:
        for group in groups:
            pool.submit(_look_at, group, client, came, stopping)
        for _ in range(sum(map(len, groups))):
            task, seen = came.get() or (None, None)
            if task is not None and seen is not None:
                looked = _record(sessions, looking, client, task, seen)
                told(looked)
                done.append(looked)
                left.discard(task.watch_id)
    _let_go(sessions, sorted(left), by_hand=False)
    return done


def _look_at(
    group: Sequence[Task],
    client: RunClient,
    came: "SimpleQueue[tuple[Task, Seen] | None]",
    stopping: Callable[[], bool],
) -> None:
    """Look at the sources of one host, one after the other; what was not begun when the program stops comes to none."""
    for task in group:
        came.put(None if stopping() else (task, outlive(partial(_look, task, client), _name(task))))


def _look(task: Task, client: RunClient) -> Sighting | WatchError:
    watcher = WATCHERS[task.registry]
    look = watcher.look if task.watched.key else watcher.search
    if look is None:
        raise NotImplementedError(task.registry)
    try:
        return look(task.watched, client)
    except WatchError as error:
        return error


def _record(sessions: Sessions, looking: Looking, client: RunClient, task: Task, seen: Seen) -> Looked:
    """Record a look in a transaction of its own; what has a bug is taken back and waits an hour."""
    moment, searches = _moment(looking), not task.watched.key
    days = SEARCH_DAYS if searches else days_between(WATCHERS[task.registry], client)

    def write() -> Looked | Exception | None:
        if isinstance(seen, Exception) and not isinstance(seen, WatchError):
            return seen
        with sessions.write() as session:
            watch = _still_planned(session, task)
            if watch is None:
                return None
            if isinstance(seen, WatchError):
                return record_failure(session, moment, watch, seen, days)
            if searches:
                return record_candidates(session, moment, watch, seen)
            return record_sighting(session, moment, watch, seen, days)

    looked = outlive(write, _name(task))
    if isinstance(looked, Exception):
        with sessions.write() as session:
            push_ahead(session, moment, task.watch_id)
        return Looked(task.source_key, task.registry, BUG, why="look.bug", facts={"error": type(looked).__name__})
    return looked or Looked(task.source_key, task.registry, "skipped", why="look.changed_meanwhile")


def _still_planned(session: Session, task: Task) -> Watch | None:
    """Return the row of a look, its source read with it; None if it was merged, or got another key, meanwhile."""
    found = session.exec(_PLANNED, params={"id": task.watch_id, "key": task.watched.key}).first()
    return found[0] if found is not None else None


def _let_go(sessions: Sessions, watch_ids: Sequence[int], *, by_hand: bool) -> None:
    """Give back what was taken and not looked at: to a person where no program can look here, else to any worker."""
    if watch_ids:
        with sessions.write() as session:
            free = {"by_hand": by_hand, "claimed_by": "", "claimed_until": None}
            session.connection().execute(update(Watch).where(col(Watch.id).in_(watch_ids)).values(free))


def take_back_from_hand(session: Session, places: Places) -> None:
    """Give back to the program what a person looked at for want of a key that is set by now."""
    able = [one.slug for one in WATCHERS.values() if one.secret and places.secrets.get(one.secret)]
    waiting = (col(Watch.watcher).in_(able), col(Watch.by_hand))
    if able and session.exec(select(Watch.id).where(*waiting).limit(1)).first() is not None:
        session.connection().execute(update(Watch).where(*waiting).values(by_hand=False))


def _groups(tasks: Sequence[Task]) -> list[list[Task]]:
    """Return the looks by registry, and those at addresses by host: one worker speaks to one of them."""
    found: Mapping[str, list[Task]] = defaultdict(list)
    for task in tasks:
        host = urlsplit(task.watched.key).netloc if "://" in task.watched.key else ""
        found[host or task.registry].append(task)
    return list(found.values())


def _due(tasks: Sequence[Task]) -> dict[str, tuple[str, ...]]:
    """Return the keys of each registry that are looked at together."""
    keys: dict[str, list[str]] = defaultdict(list)
    for task in tasks:
        keys[task.registry].append(task.watched.key)
    return {registry: tuple(several) for registry, several in keys.items()}


def _moment(looking: Looking) -> Moment:
    now = looking.clock()
    return Moment(now.astimezone(looking.zone).date(), now)


def _name(task: Task) -> str:
    return f"look at {task.source_key} ({task.registry})"
