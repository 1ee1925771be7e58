"""Taking looks that are due, so that no two workers do the same one, and what a watcher is given of each.

A worker holds what it took until ``claimed_until``; one that was killed gives back by silence.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from citations.kept_sightings import sighting_of
from citations.kinds import CitationState
from citations.models import Citation, Identifier, Source, SourceVersion, Watch
from citations.queries.among import among
from citations.stored import reference_of
from jobs.watchers.contract import Known, Watched
from jobs.watchers.substances import names_in
from jobs.watching import Shape, shapes

BATCH = 200
"""So many looks are taken at once; what one call answers for many sources is asked once for them."""

CLAIM = timedelta(hours=1)
"""So long a worker may take for a batch before others may take it over."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which looks: all or only those that are due, of one registry, of one source ("" and None: of every)."""

    due: bool = True
    registry: str = ""
    source_id: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A look that was taken: its row, the registry, and what the watcher is given."""

    watch_id: int
    registry: str
    source_key: str
    watched: Watched


def anything_due(session: Session, now: datetime) -> bool:
    """Say whether a look is due that nobody has taken: one question to an index."""
    return session.exec(select(Watch.id).where(*_free(Wish(), now)).limit(1)).first() is not None


def take(session: Session, wish: Wish, owner: str, now: datetime, after: int = 0) -> list[Task]:
    """Claim up to a batch of looks, the longest due first, and return them; whoever calls commits.

    Without ``due`` the rows are taken in the order of their numbers, those after ``after``.
    """
    order = [col(Watch.next_look_at), col(Watch.id)] if wish.due else [col(Watch.id)]
    free = [*_free(wish, now), *([] if wish.due else [col(Watch.id) > after])]
    rows = session.exec(
        select(Watch).where(*free).order_by(*order).limit(BATCH).with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        row.claimed_by, row.claimed_until = owner, now + CLAIM
    session.flush()
    return _tasks(session, rows)


def _free(wish: Wish, now: datetime) -> list[ColumnElement[bool]]:
    """Return which rows may be taken."""
    unclaimed = or_(col(Watch.claimed_until).is_(None), col(Watch.claimed_until) <= now)
    chosen = [col(Watch.by_hand).is_(False), unclaimed]
    if wish.due:
        chosen.append(col(Watch.next_look_at) <= now)
    if wish.registry:
        chosen.append(col(Watch.watcher) == wish.registry)
    if wish.source_id is not None:
        chosen.append(col(Watch.source_id) == wish.source_id)
    return chosen


def _tasks(session: Session, rows: Sequence[Watch]) -> list[Task]:
    """Return what each watcher is given, in a fixed number of questions."""
    ids = sorted({row.source_id for row in rows})
    if not ids:
        return []
    known = shapes(session, ids)
    sources = {row.id or 0: row for row in session.exec(select(Source).where(among(col(Source.id), ids)))}
    versions, numbers, quotes = _versions(session, ids), _numbers(session, ids), _quotes(session, ids)
    return [
        Task(
            row.id or 0,
            row.watcher,
            sources[row.source_id].key,
            _watched(row, sources[row.source_id], known.get(row.source_id), versions, numbers, quotes),
        )
        for row in rows
    ]


def _watched(
    row: Watch,
    source: Source,
    shape: Shape | None,
    versions: dict[int, list[Known]],
    numbers: dict[int, list[tuple[str, str]]],
    quotes: dict[int, list[str]],
) -> Watched:
    before = sighting_of(row.sighting)
    own = numbers[row.source_id]
    return Watched(
        source_id=row.source_id,
        key=row.key,
        kind=source.kind,
        title=source.title,
        identifiers=tuple(own),
        versions=tuple(versions[row.source_id]),
        substances=tuple(names_in(source.substances)),
        quotes=tuple(dict.fromkeys(quotes[row.source_id])),
        url=shape.url if shape else source.homepage,
        etag=before.etag if before else "",
        last_modified=before.last_modified if before else "",
        content_hash=before.content_hash if before else "",
        last_look=row.last_look_at,
        before=before,
    )


def _versions(session: Session, ids: Sequence[int]) -> dict[int, list[Known]]:
    """Return what is stored of the versions of sources, oldest first, without merged ones."""
    found: dict[int, list[Known]] = defaultdict(list)
    rows = session.exec(
        select(SourceVersion).where(among(col(SourceVersion.source_id), ids)).order_by(col(SourceVersion.id))
    )
    for row in rows:
        if row.merged_into_id is not None:
            continue  # not left to the database: SQLite would walk through all the versions that are not merged
        end = row.valid_until.isoformat() if row.valid_until else ""
        known = Known(row.id or 0, row.label, row.as_of, end, row.doi, row.pmid, row.url, reference_of(row))
        found[row.source_id].append(known)
    return found


def _numbers(session: Session, ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = session.exec(select(Identifier).where(among(col(Identifier.source_id), ids)).order_by(col(Identifier.id)))
    for row in rows:
        found[row.source_id].append((row.scheme, row.value))
    return found


def _quotes(session: Session, ids: Iterable[int]) -> dict[int, list[str]]:
    """Return the words of sources that pages rest on."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = session.exec(
        select(SourceVersion.source_id, Citation.quote)
        .join(Citation, col(Citation.version_id) == col(SourceVersion.id))
        .where(
            among(col(SourceVersion.source_id), [*ids]),
            Citation.state == CitationState.CONFIRMED,
            Citation.quote != "",
        )
        .order_by(col(Citation.id))
    )
    for source_id, quote in rows:
        found[source_id].append(quote)
    return found
