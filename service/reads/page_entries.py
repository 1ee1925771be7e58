"""The printed list of a page as entries that can be worked on: lines in groups and order, each with its sources."""

from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, col, select

from citations.kinds import CitationState
from citations.models import Citation, ListedSource, Source, SourceVersion, Subject
from citations.stored import short_name
from service.reads.open_flags import OpenFlag

NOT_LISTED = ""


@dataclass(frozen=True, slots=True)
class EntrySeen:
    """A source as the page uses it. ``asked`` is False while it is bound to sentences, which are asked instead."""

    subject_id: int
    version_id: int
    key: str
    kind: str
    short: str
    mention: str
    label: str
    as_of: str
    band: str
    points: int | None
    asked: bool
    bound: int
    flags: tuple[OpenFlag, ...]
    worst: OpenFlag | None
    deferred_until: date | None


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One printed line with what it names. ``reading`` is reference, prose, unread, or none for what no line names."""

    id: int
    bullet: str
    text: str
    reading: str
    why: str
    irregular: bool
    entries: tuple[EntrySeen, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the list with its printed heading, in order."""

    title: str
    lines: tuple[LineSeen, ...]


def page_groups(session: Session, page_id: int, flags: dict[int, list[OpenFlag]]) -> tuple[Group, ...]:
    """Return the list in groups and order, at the end the entries that no line names, in three questions."""
    entries = _entries(session, page_id, flags)
    rows = session.exec(
        select(ListedSource)
        .where(ListedSource.page_id == page_id, ListedSource.state == "active")
        .order_by(col(ListedSource.position), col(ListedSource.id))
    )
    groups: list[tuple[str, list[LineSeen]]] = []
    shown: set[int] = set()
    for row in rows:
        line = _line(row, entries.get(row.id or 0, []))
        shown.add(row.id or 0)
        if not groups or groups[-1][0] != row.group:
            groups.append((row.group, []))
        groups[-1][1].append(line)
    rest = [entry for listed, several in entries.items() if listed not in shown for entry in several]
    if rest:
        groups.append((NOT_LISTED, [LineSeen(0, "", "", "none", "", irregular=False, entries=tuple(rest))]))
    return tuple(Group(title, tuple(lines)) for title, lines in groups)


def _line(row: ListedSource, entries: list[EntrySeen]) -> LineSeen:
    """Return one printed line."""
    return LineSeen(row.id or 0, row.bullet, row.text, row.reading, row.why, row.irregular, tuple(entries))


def _entries(session: Session, page_id: int, flags: dict[int, list[OpenFlag]]) -> dict[int, list[EntrySeen]]:
    """Return the live entries of a page by the line that names them, 0 where none does."""
    bound: dict[int, int] = {}
    used = select(Citation.version_id).where(
        Citation.page_id == page_id,
        col(Citation.statement_id).is_not(None),
        Citation.state == CitationState.CONFIRMED,
    )
    for version_id in session.exec(used):
        bound[version_id] = bound.get(version_id, 0) + 1
    rows = session.exec(
        select(Citation, Subject, SourceVersion, Source)
        .join(Subject, col(Subject.id) == col(Citation.subject_id))
        .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id))
        .join(Source, col(Source.id) == col(SourceVersion.source_id))
        .where(
            Citation.page_id == page_id,
            col(Citation.statement_id).is_(None),
            Citation.state == CitationState.CONFIRMED,
        )
        .order_by(col(Citation.id))
    )
    found: dict[int, list[EntrySeen]] = {}
    for citation, subject, version, source in rows:
        entry = _entry(citation, subject, version, source, flags.get(subject.id or 0, []))
        found.setdefault(citation.listed_id or 0, []).append(replace(entry, bound=bound.get(version.id or 0, 0)))
    return found


def _entry(
    citation: Citation, subject: Subject, version: SourceVersion, source: Source, flags: list[OpenFlag]
) -> EntrySeen:
    """Return one entry as it is shown."""
    return EntrySeen(
        subject_id=subject.id or 0,
        version_id=version.id or 0,
        key=source.key,
        kind=source.kind.value,
        short=short_name(version, source.key, source.title),
        mention=citation.mention,
        label=version.label,
        as_of=version.as_of,
        band=subject.band.value if subject.band else "",
        points=subject.points,
        asked=subject.active,
        bound=0,
        flags=tuple(flags),
        worst=next((flag for flag in flags if flag.id == subject.worst_flag_id), None),
        deferred_until=subject.deferred_until,
    )
