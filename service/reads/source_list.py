"""All sources, a stretch at a time: by kind, by a search, each with its versions in use and what is open on it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, tuple_
from sqlmodel import Session, col, func, or_, select

from citations.identity import find_key
from citations.kinds import CitationState, SourceKind
from citations.models import Citation, Flag, Identifier, SearchText, Source, SourceVersion
from citations.search import fold
from jobs.ledger import load_policy
from service.reads.versions import VersionSeen, versions_of_sources

PER_STRETCH = 50


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source. ``pages`` and ``statements`` count its uses, ``open`` its flags, ``newest`` its current version."""

    id: int
    key: str
    kind: str
    title: str
    newest: VersionSeen | None
    versions: int
    pages: int
    statements: int
    open: int


@dataclass(frozen=True, slots=True)
class SourceStretch:
    """Some sources by title, and the place after which the next ones begin ("" and 0 at the end)."""

    rows: tuple[SourceRow, ...]
    after_title: str = ""
    after_id: int = 0


def source_stretch(
    session: Session, kind: SourceKind | None = None, find: str = "", after: tuple[str, int] | None = None
) -> SourceStretch:
    """Return the next sources by title, of a kind and with these words or this number; six questions at most."""
    wanted = (
        select(Source)
        .where(col(Source.merged_into_id).is_(None))
        .order_by(col(Source.title), col(Source.id))
        .limit(PER_STRETCH + 1)
    )
    if kind is not None:
        wanted = wanted.where(Source.kind == kind)
    if after is not None:
        wanted = wanted.where(tuple_(col(Source.title), col(Source.id)) > after)
    if find.strip():
        wanted = wanted.where(matching(find))
    sources = session.exec(wanted).all()
    shown = sources[:PER_STRETCH]
    rows = rows_of_sources(session, shown)
    if len(sources) <= PER_STRETCH:
        return SourceStretch(rows)
    return SourceStretch(rows, shown[-1].title, shown[-1].id or 0)


def matching(find: str) -> ColumnElement[bool]:
    """Return whether a source has every word of a search, or the number it is."""
    words = [word for word in fold(find).split(" ") if word][:8]
    named = select(SearchText.ref_id).where(
        SearchText.kind == "source", *[col(SearchText.folded).contains(word, autoescape=True) for word in words]
    )
    pairs = find_key(find)
    if not pairs:
        return col(Source.id).in_(named)
    known = [(col(Identifier.scheme) == scheme) & (col(Identifier.value) == value) for scheme, value in pairs]
    return or_(col(Source.id).in_(named), col(Source.id).in_(select(Identifier.source_id).where(or_(*known))))


def rows_of_sources(session: Session, sources: Sequence[Source]) -> tuple[SourceRow, ...]:
    """Return the rows of some sources, in their order, in a fixed number of questions."""
    ids = [source.id or 0 for source in sources]
    versions: dict[int, list[VersionSeen]] = defaultdict(list)
    for version in versions_of_sources(session, ids, load_policy(session)).values():
        versions[version.source_id].append(version)
    used, open_ = _used(session, ids), _open(session, ids)
    return tuple(
        SourceRow(
            id=source.id or 0,
            key=source.key,
            kind=source.kind.value,
            title=source.title,
            newest=_newest(versions[source.id or 0]),
            versions=len(versions[source.id or 0]),
            pages=used.get(source.id or 0, (0, 0))[0],
            statements=used.get(source.id or 0, (0, 0))[1],
            open=open_.get(source.id or 0, 0),
        )
        for source in sources
    )


def _newest(versions: list[VersionSeen]) -> VersionSeen | None:
    """Return the version that none supersedes, the one known last of several."""
    current = [version for version in versions if version.superseded_by is None]
    return next(reversed(current or versions), None)


def _used(session: Session, ids: list[int]) -> dict[int, tuple[int, int]]:
    """Return (pages, statements) that use each source."""
    rows = session.exec(
        select(
            SourceVersion.source_id,
            func.count(func.distinct(Citation.page_id)),
            func.count(func.distinct(Citation.statement_id)),
        )
        .join(Citation, col(Citation.version_id) == col(SourceVersion.id))
        .where(col(SourceVersion.source_id).in_(ids), Citation.state == CitationState.CONFIRMED)
        .group_by(col(SourceVersion.source_id))
    )
    return {source_id: (pages, statements) for source_id, pages, statements in rows}


def _open(session: Session, ids: list[int]) -> dict[int, int]:
    """Return how many open flags each source has raised, wherever it is used."""
    rows = session.exec(
        select(SourceVersion.source_id, func.count())
        .join(Citation, col(Citation.version_id) == col(SourceVersion.id))
        .join(Flag, col(Flag.citation_key) == col(Citation.id))
        .where(col(SourceVersion.source_id).in_(ids), col(Flag.closed_at).is_(None))
        .group_by(col(SourceVersion.source_id))
    )
    return dict(rows.all())
