"""Which sources were not looked at for longer than they may be: "not checked" is never shown as "unchanged".

A look that failed saw nothing (invariant 21), so only the last good one counts.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from citations.kinds import CitationState
from citations.models import Citation, SourceVersion, Watch
from citations.queries.among import among
from jobs.watchers import WATCHERS
from jobs.watchers.manual import EVERY_DAYS

GRACE = timedelta(days=1)
"""A run that begins earlier in the day than the one before finds a source not yet due; it is looked at the next day."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A registry that should have been looked at by now, and was not: since its last good look, None for never."""

    registry: str
    since: datetime | None
    by_hand: bool


@dataclass(frozen=True, slots=True)
class UncheckedHere:
    """What a page rests on without it having been checked: the worst by statement, and by subject of an entry."""

    statements: dict[int, Unchecked] = field(default_factory=dict)
    entries: dict[int, Unchecked] = field(default_factory=dict)


def interval(registry: str, *, by_hand: bool) -> timedelta:
    """Return how far apart two looks at one source are; a quarter where a person looks (registries, politeness)."""
    watcher = WATCHERS.get(registry)
    return timedelta(days=EVERY_DAYS if by_hand or watcher is None else watcher.every_days)


def unchecked(watch: Watch, now: datetime) -> Unchecked | None:
    """Return that a watched source is not checked, None where its last good look is recent enough.

    One that was never looked at is not checked once its first look has failed, or should have been. Where a registry
    knows no key of the source, there is nothing to check yet.
    """
    if watch.watcher not in WATCHERS or not watch.key:
        return None
    told = Unchecked(watch.watcher, watch.last_good_at, watch.by_hand)
    if watch.last_good_at is not None:
        return told if now - watch.last_good_at > interval(watch.watcher, by_hand=watch.by_hand) + GRACE else None
    return told if watch.failures or now - watch.next_look_at > GRACE else None


def unchecked_of(session: Session, source_ids: Iterable[int], now: datetime) -> dict[int, tuple[Unchecked, ...]]:
    """Return what is not checked of these sources, by source, the longest first; one question."""
    rows = session.exec(
        select(Watch).where(among(col(Watch.source_id), sorted(set(source_ids)))).order_by(col(Watch.id))
    )
    found: dict[int, list[Unchecked]] = defaultdict(list)
    for row in rows:
        told = unchecked(row, now)
        if told is not None:
            found[row.source_id].append(told)
    return {number: tuple(sorted(several, key=_longest)) for number, several in found.items()}


def unchecked_on(session: Session, page_id: int, now: datetime) -> UncheckedHere:
    """Return what the statements and entries of a page rest on without it having been checked; two questions."""
    rows = session.exec(
        select(Citation.statement_id, Citation.subject_id, SourceVersion.source_id)
        .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id))
        .where(Citation.page_id == page_id, Citation.state == CitationState.CONFIRMED)
        .distinct()
    ).all()
    stale = unchecked_of(session, [source_id for _, _, source_id in rows], now)
    statements: dict[int, list[Unchecked]] = defaultdict(list)
    entries: dict[int, list[Unchecked]] = defaultdict(list)
    for statement_id, subject_id, source_id in rows:
        if statement_id is not None:
            statements[statement_id] += stale.get(source_id, ())
        else:
            entries[subject_id or 0] += stale.get(source_id, ())
    return UncheckedHere(_worst(statements), _worst(entries))


def _worst(found: dict[int, list[Unchecked]]) -> dict[int, Unchecked]:
    return {number: min(several, key=_longest) for number, several in found.items() if several}


def _longest(one: Unchecked) -> tuple[bool, float, str]:
    """Sort what was never checked first, then the longest ago."""
    return (one.since is not None, one.since.timestamp() if one.since else 0.0, one.registry)
