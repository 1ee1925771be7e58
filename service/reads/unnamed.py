"""Sources about a medicine whose active substance nobody has named, so that not every registry can watch them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from citations.kinds import SourceKind
from citations.models import Source, SourceVersion, Watch
from jobs.watchers.substances import MEDICINES, SUBSTANCE
from service.reads.source import SourceSeen


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A source about a medicine without a substance, which nobody can watch whole; ``version_id`` is its newest."""

    source_key: str
    title: str
    kind: str
    version_id: int


def unnamed(session: Session, most: int) -> tuple[Unnamed, ...]:
    """Return sources about a medicine whose substance nobody has named, in one question."""
    newest = select(func.max(SourceVersion.id)).where(SourceVersion.source_id == Source.id)
    rows = session.exec(
        select(Source.key, Source.title, Source.kind, newest.scalar_subquery())
        .where(col(Source.kind).in_(MEDICINES), Source.substances == "", col(Source.merged_into_id).is_(None))
        .order_by(Source.title, col(Source.id))
        .limit(most)
    )
    return tuple(Unnamed(key, title, str(kind), number) for key, title, kind, number in rows)


def lacking(source: SourceSeen, watches: Sequence[Watch]) -> str:
    """Say what a missing substance keeps from being watched."""
    if SourceKind(source.kind) not in MEDICINES or any(scheme == SUBSTANCE for scheme, _ in source.identifiers):
        return ""
    return "some" if any(one.watcher == "ema" and one.key for one in watches) else "all"
