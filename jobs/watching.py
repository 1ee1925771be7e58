"""Which registries watch which source, under which key, and when each is looked at next. Looks at nothing itself."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from citations.kinds import CitationState, SourceKind
from citations.models import Citation, Identifier, Source, SourceVersion, Watch
from citations.queries.among import among
from citations.queries.tables import WATCH
from jobs.new_rows import write_rows
from jobs.watchers import WATCHERS
from jobs.watchers.contract import Watcher
from jobs.watchers.substances import SUBSTANCE

SOON = timedelta(hours=6)
"""Within this time a new source is looked at for the first time, each at a moment of its own."""

LEAST_PAUSE = timedelta(hours=1)
"""Nothing is looked at again earlier than this, whatever failed."""

_SPREAD = 0.1
_CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides who watches a source: kind, hard keys by scheme, address; ``name`` is its own key."""

    name: str
    kind: SourceKind
    identifiers: Mapping[str, str]
    url: str


def plan(session: Session, source_ids: Iterable[int], now: datetime) -> None:
    """Bring the planned looks of these sources in step with what they are known by, in sets.

    A source that was merged into another has none. A new one is due within hours; one that got another key is looked
    at anew, as if it had never been.
    """
    wanted_ids = sorted(set(source_ids))
    for start in range(0, len(wanted_ids), _CHUNK):
        _plan(session, wanted_ids[start : start + _CHUNK], now)


def plan_all(session: Session, now: datetime) -> int:
    """Plan the looks of every source: what older programs stored, and what a new watcher wants. Returns how many."""
    ids = [number for number in session.exec(select(Source.id)) if number is not None]
    plan(session, ids, now)
    return len(ids)


def next_look(watcher: Watcher, name: str, now: datetime, days: int) -> datetime:
    """Return when a source is looked at again after a good look: an interval on, less a share of its own."""
    return now + timedelta(days=days * (1 - _SPREAD * share(watcher.slug, name)))


def after_failure(failures: int, now: datetime, days: int, retry_at: datetime | None) -> datetime:
    """Return when to try again after so many failures in a row: doubling from an hour up to the interval."""
    pause = min(LEAST_PAUSE * (1 << min(failures - 1, 16)), max(timedelta(days=days), LEAST_PAUSE))
    return max(now + pause, min(retry_at, now + timedelta(days=days)) if retry_at else now)


def share(*parts: str) -> float:
    """Return a number from 0 to 1 that is always the same for the same words, and spreads different ones."""
    return int.from_bytes(hashlib.sha256("\n".join(parts).encode()).digest()[:4]) / 2**32


def shapes(session: Session, source_ids: Sequence[int]) -> dict[int, Shape]:
    """Return what decides who watches these sources, without merged ones, in four questions.

    Numbers and address are those of the newest version that pages use, before others under which it is known.
    """
    sources = session.exec(
        select(Source).where(among(col(Source.id), source_ids), col(Source.merged_into_id).is_(None))
    ).all()
    numbers = _numbers(session, source_ids)
    urls = _by_used_versions(session, source_ids, numbers)
    return {
        row.id or 0: Shape(row.key, row.kind, _known_by(row, numbers), urls.get(row.id or 0, "") or row.homepage)
        for row in sources
    }


def _known_by(row: Source, numbers: Mapping[int, dict[str, str]]) -> dict[str, str]:
    """Return the hard keys of a source, with its active substances among them."""
    own = numbers[row.id or 0]
    return own | {SUBSTANCE: row.substances} if row.substances else own


def _numbers(session: Session, source_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return the first hard key of each scheme."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    rows = session.exec(
        select(Identifier).where(among(col(Identifier.source_id), source_ids)).order_by(col(Identifier.id))
    )
    for row in rows:
        found[row.source_id].setdefault(row.scheme, row.value)
    return found


def _by_used_versions(
    session: Session, source_ids: Sequence[int], numbers: dict[int, dict[str, str]]
) -> dict[int, str]:
    """Let the DOI and PMID of the newest used version go before others; return the addresses of such versions."""
    # asked version by version: a list of all versions that are used would be made of every citation there is
    used = (
        select(Citation.id)
        .where(Citation.version_id == SourceVersion.id, Citation.state == CitationState.CONFIRMED)
        .exists()
    )
    own = among(col(SourceVersion.source_id), source_ids)
    rows = session.exec(
        select(SourceVersion.source_id, SourceVersion.doi, SourceVersion.pmid, SourceVersion.url)
        .where(own, used)
        .order_by(col(SourceVersion.id))
    )
    urls: dict[int, str] = {}
    for source_id, doi, pmid, url in rows:
        if doi or pmid:
            told = {"doi": doi.lower(), "pmid": pmid}
            numbers[source_id] |= {scheme: value for scheme, value in told.items() if value}
        urls[source_id] = url or urls.get(source_id, "")
    return urls


def _plan(session: Session, source_ids: Sequence[int], now: datetime) -> None:
    """Plan one chunk: add what is missing, change what moved, take away what no longer watches."""
    known = shapes(session, source_ids)
    wanted = {(number, slug): key for number, shape in known.items() for slug, key in watched_by(shape).items()}
    stored = session.exec(
        select(Watch.id, Watch.source_id, Watch.watcher, Watch.key).where(among(col(Watch.source_id), source_ids))
    )
    have = {(source_id, slug): (number or 0, key) for number, source_id, slug, key in stored}
    gone = [number for place, (number, _) in have.items() if place not in wanted]
    if gone:
        session.connection().execute(delete(Watch).where(among(col(Watch.id), gone)))
    for place, (number, key) in have.items():
        if place in wanted and key != wanted[place]:
            fresh = _row(place, wanted[place], known[place[0]], now)
            session.connection().execute(update(Watch).where(col(Watch.id) == number).values(fresh))
    rows = [_row(place, key, known[place[0]], now) for place, key in wanted.items() if place not in have]
    write_rows(session, WATCH, rows)


def watched_by(shape: Shape) -> dict[str, str]:
    """Return which watchers look at a source, each with the key that it asks for."""
    return {
        watcher.slug: key
        for watcher in WATCHERS.values()
        if (key := watcher.key_of(shape.kind, shape.identifiers, shape.url)) or shape.kind in watcher.searches
    }


def plan_new(session: Session, fresh: Iterable[tuple[int, Shape, Mapping[str, str]]], now: datetime) -> None:
    """Plan the looks of sources that were stored just now: (number, shape, what ``watched_by`` says of it)."""
    rows = [_row((number, slug), key, shape, now) for number, shape, watched in fresh for slug, key in watched.items()]
    write_rows(session, WATCH, rows)


def _row(place: tuple[int, str], key: str, shape: Shape, now: datetime) -> dict[str, object]:
    """Return a look that is planned for the first time; what a person does is not urgent."""
    watcher = WATCHERS[place[1]]
    first = timedelta(days=watcher.every_days) if watcher.by_hand else SOON * share(watcher.slug, shape.name)
    return {
        "source_id": place[0],
        "watcher": watcher.slug,
        "key": key,
        "by_hand": watcher.by_hand,
        "next_look_at": now + first,
        "last_look_at": None,
        "last_good_at": None,
        "failures": 0,
        "missing": 0,
        "missing_since": None,
        "sighting": {},
        "observation_id": None,
        "claimed_by": "",
        "claimed_until": None,
    }
