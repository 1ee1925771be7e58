"""The open reasons on subjects, as the editor's pages show them: raw facts; their sentences come from the catalogue."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from citations.kinds import Clock, Reason
from citations.models import Citation, Flag, Source, SourceVersion, Subject
from citations.stored import short_name


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """One open reason. ``citation_id`` is 0 for a reason of the subject itself; ``about_id`` the version spoken of.

    ``source`` names the cited version in a few words; ``days`` counts from the trigger day to today.
    """

    id: int
    subject_id: int
    citation_id: int
    version_id: int
    about_id: int
    reason: Reason
    clock: Clock
    severity: int
    since: date
    days: int
    facts: dict[str, str]
    source: str
    source_key: str


def flags_of_subject(session: Session, subject_id: int, today: date) -> list[OpenFlag]:
    """Return the open flags of one subject, gravest and oldest first."""
    return _flags(session, col(Flag.subject_id) == subject_id, today)


def flags_of_page(session: Session, page_id: int, today: date) -> dict[int, list[OpenFlag]]:
    """Return the open flags of every subject of a page that is worked on, by subject."""
    of_page = select(Subject.id).where(Subject.page_id == page_id, col(Subject.active))
    grouped: dict[int, list[OpenFlag]] = defaultdict(list)
    for flag in _flags(session, col(Flag.subject_id).in_(of_page), today):
        grouped[flag.subject_id].append(flag)
    return grouped


def flags_of_subjects(session: Session, subject_ids: Sequence[int], today: date) -> dict[int, list[OpenFlag]]:
    """Return the open flags of some subjects, by subject."""
    grouped: dict[int, list[OpenFlag]] = defaultdict(list)
    for flag in _flags(session, col(Flag.subject_id).in_(sorted(set(subject_ids))), today):
        grouped[flag.subject_id].append(flag)
    return grouped


def _flags(session: Session, which: ColumnElement[bool], today: date) -> list[OpenFlag]:
    """Return open flags with the source they speak of, in one question."""
    rows = session.exec(
        select(Flag, SourceVersion, Source)
        .join(Citation, col(Citation.id) == col(Flag.citation_key), isouter=True)
        .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id), isouter=True)
        .join(Source, col(Source.id) == col(SourceVersion.source_id), isouter=True)
        .where(which, col(Flag.closed_at).is_(None))
        .order_by(col(Flag.severity).desc(), col(Flag.trigger_day), col(Flag.id))
    )
    return [_flag(flag, version, source, today) for flag, version, source in rows]


def _flag(flag: Flag, version: SourceVersion | None, source: Source | None, today: date) -> OpenFlag:
    """Return one flag as it is shown."""
    return OpenFlag(
        id=flag.id or 0,
        subject_id=flag.subject_id,
        citation_id=flag.citation_key,
        version_id=(version.id or 0) if version else 0,
        about_id=flag.about_key,
        reason=flag.reason,
        clock=flag.clock,
        severity=flag.severity,
        since=flag.trigger_day,
        days=(today - flag.trigger_day).days,
        facts=dict(flag.facts),
        source=short_name(version, source.key, source.title) if version and source else "",
        source_key=source.key if source else "",
    )
