"""Two sources side by side: field by field, with the value that would win, and what hangs on both in numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case
from sqlmodel import Session, col, func, select

from citations.kinds import CitationState
from citations.likeness import Likeness
from citations.models import (
    Access,
    Citation,
    Flag,
    Identifier,
    LikelyDouble,
    Merge,
    Observation,
    Source,
    SourceVersion,
)
from citations.queries.among import among
from jobs.known_sources import kept_source
from jobs.refused import RefusedError, UnknownError
from service.acts.candidates import likeliest, works_of
from service.acts.merge_plan import FieldPair, plan_merge
from service.acts.sources import source_named
from service.acts.unmerge import what_forbids


@dataclass(frozen=True, slots=True)
class Hanging:
    """What hangs on one source, in numbers. ``flags`` are open ones, ``closed`` those that are history."""

    versions: int
    pages: int
    statements: int
    accesses: int
    observations: int
    flags: int
    closed: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of two sources, with what hangs on it."""

    id: int
    key: str
    title: str
    kind: str
    names: tuple[tuple[str, str], ...]
    hanging: Hanging


@dataclass(frozen=True, slots=True)
class Part:
    """The fields of the sources themselves (``version`` ""), or of two versions that become one."""

    version: str
    fields: tuple[FieldPair, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a merge would do. ``refused`` says why there can be none; ``moving`` are versions that go over whole."""

    keep: Side
    gone: Side
    parts: tuple[Part, ...]
    moving: tuple[str, ...]
    likeness: Likeness | None
    state: str
    stamp: str
    refused: RefusedError | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge in force: what was merged into the source that is looked at, by whom and when.

    ``refused`` says why it can no longer be undone exactly, None where it can.
    """

    id: int
    key: str
    title: str
    by: str
    at: datetime
    refused: RefusedError | None = None


def merge_preview(session: Session, keep_id: int, gone_id: int, choices: Mapping[str, str]) -> Preview:
    """Return two sources side by side, in a fixed number of questions. UnknownError for a number nobody has."""
    sources = {row.id: row for row in session.exec(select(Source).where(col(Source.id).in_([keep_id, gone_id])))}
    missing = next((number for number in (keep_id, gone_id) if number not in sources), None)
    if missing is not None:
        raise UnknownError("refused.unknown_source", key=str(missing), near="–")
    keep, gone = (_side(session, sources[number]) for number in (keep_id, gone_id))
    works = works_of(session, (keep_id, gone_id))
    likeness = likeliest(works.get(keep_id, ()), works.get(gone_id, ()))
    state = session.exec(
        select(LikelyDouble.state).where(
            LikelyDouble.one_id == min(keep_id, gone_id), LikelyDouble.other_id == max(keep_id, gone_id)
        )
    ).first()
    try:
        plan = plan_merge(session, keep_id, gone_id)
    except RefusedError as refused:
        return Preview(keep, gone, (), (), likeness, state or "", "", refused)
    fields = plan.fields(choices)
    names = ["source", *(str(one.id) for _, one in plan.pairs)]
    parts = [Part(name, tuple(f for f in fields if f.name.startswith(f"{name}."))) for name in names]
    titled = {str(one.id): _name(one) for _, one in plan.pairs} | {"source": ""}
    shown = tuple(Part(titled[part.version], part.fields) for part in parts if part.fields)
    return Preview(keep, gone, shown, tuple(map(_name, plan.moving)), likeness, state or "", plan.stamp)


def second_source(session: Session, text: str) -> int:
    """Return the source somebody names by key or number, to compare it. UnknownError lists the nearest keys."""
    return source_named(session, text).id or 0


def merges_of(session: Session, source_id: int) -> Sequence[Merged]:
    """Return the merges in force into a source, the newest first, each with what forbids its undo."""
    rows = session.exec(
        select(Merge, Source)
        .join(Source, col(Source.id) == col(Merge.gone_id))
        .where(Merge.kept_id == source_id, col(Merge.undone_at).is_(None))
        .order_by(col(Merge.id).desc())
    )
    return [Merged(row.id or 0, gone.key, gone.title, row.by, row.at, what_forbids(session, row)) for row, gone in rows]


def kept_key(session: Session, source_id: int) -> str:
    """Return the key under which a source is found today. UnknownError for a number nobody has."""
    source = session.get(Source, source_id)
    if source is None:
        raise UnknownError("refused.unknown_source", key=str(source_id), near="–")
    return kept_source(session, source).key


def _name(version: SourceVersion) -> str:
    """Return the few words that name a version beside its sibling."""
    return version.label or version.as_of or str(version.year or "") or version.cite_key


def _side(session: Session, source: Source) -> Side:
    """Return one source with its numbers."""
    number = source.id or 0
    versions = session.exec(
        select(SourceVersion.id).where(SourceVersion.source_id == number, col(SourceVersion.merged_into_id).is_(None))
    ).all()
    ids = [one or 0 for one in versions]
    cited = (among(col(Citation.version_id), ids), Citation.state == CitationState.CONFIRMED)
    pages, statements = session.exec(
        select(func.count(func.distinct(Citation.page_id)), func.count(func.distinct(Citation.statement_id))).where(
            *cited
        )
    ).one()
    open_ = func.sum(case((col(Flag.closed_at).is_(None), 1), else_=0))
    flags, waiting = session.exec(
        select(func.count(), open_)
        .join(Citation, col(Citation.id) == col(Flag.citation_key))
        .where(among(col(Citation.version_id), ids))
    ).one()
    accesses = session.exec(select(func.count(col(Access.id))).where(among(col(Access.version_id), ids))).one()
    seen = session.exec(select(func.count(col(Observation.id))).where(Observation.source_id == number)).one()
    names = session.exec(select(Identifier.scheme, Identifier.value).where(Identifier.source_id == number)).all()
    hanging = Hanging(len(ids), pages, statements, accesses, seen, int(waiting or 0), flags - int(waiting or 0))
    return Side(number, source.key, source.title, source.kind.value, tuple(sorted(names)), hanging)
