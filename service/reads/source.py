"""One source: what it is known by, its versions, who opened it, what was observed, and every place where it is used."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func
from sqlalchemy import select as plain_select
from sqlmodel import Session, col, select

from citations.kinds import CitationState
from citations.models import Access, Citation, Identifier, ListedSource, Observation, Page, Source, Statement, Subject
from jobs.known_sources import kept_source
from jobs.ledger import load_policy
from jobs.refused import UnknownError
from jobs.watchers.substances import SUBSTANCE, names_in
from service.reads.history import Happening, history
from service.reads.versions import VersionSeen, versions_of_sources

MOST = 500
"""Uses that a page shows; a source used more often says how many are left out."""


@dataclass(frozen=True, slots=True)
class AccessRow:
    """Somebody saw a version on a day, for a page, or as a list that came in says: then for none."""

    version_id: int
    on: str
    by: str
    origin: str
    note: str
    page_id: int | None
    page_title: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Use:
    """One statement, or a page's own entry, that uses a version. ``text`` is the sentence, or the printed line."""

    version_id: int
    subject_id: int
    statement_id: int | None
    text: str
    role: str
    locator: str
    state: str
    band: str
    points: int | None
    asked: bool


@dataclass(frozen=True, slots=True)
class UsedOn:
    """A page that uses the source, with everything on it that does."""

    page_id: int
    title: str
    versions: tuple[int, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """What was seen of the source outside the pages; ``outcome`` conflict changed nothing (invariant 5).

    ``registry`` is the short name of the one that a program or a person looked at, "" for none.
    """

    seen_on: date
    by: str
    registry: str
    outcome: str
    version_id: int | None
    values: dict[str, str]
    note: str


@dataclass(frozen=True, slots=True)
class SourceSeen:
    """Everything the view of a source shows; versions newest first."""

    id: int
    key: str
    kind: str
    title: str
    homepage: str
    identifiers: tuple[tuple[str, str], ...]
    parent: tuple[str, str] | None
    children: tuple[tuple[str, str], ...]
    versions: tuple[VersionSeen, ...]
    accesses: tuple[AccessRow, ...]
    used_on: tuple[UsedOn, ...]
    hidden: int
    observations: tuple[ObservationRow, ...]
    printed: tuple[str, ...]
    history: tuple[Happening, ...]

    def version(self, version_id: int | None) -> VersionSeen | None:
        """Return one of its versions."""
        return next((one for one in self.versions if one.id == version_id), None)


def source_keyed(session: Session, key: str) -> Source:
    """Return the source of a key, or the one it was merged into. UnknownError if there is none."""
    source = session.exec(select(Source).where(Source.key == key)).first()
    if source is None:
        raise UnknownError("refused.unknown_source", key=key, near="–")
    return kept_source(session, source)


def seen_source(session: Session, key: str) -> SourceSeen:
    """Return a source with all its uses, in a fixed number of questions. UnknownError for an unknown key."""
    source = source_keyed(session, key)
    number = source.id or 0
    versions = versions_of_sources(session, [number], load_policy(session))
    names = session.exec(select(Identifier.scheme, Identifier.value).where(Identifier.source_id == number))
    uses, titles, hidden = _uses(session, list(versions))
    merged = select(Source.key).where(Source.merged_into_id == number)
    abouts = [
        *(f"source:{one}" for one in (source.key, *session.exec(merged))),
        *(f"version:{one}" for one in versions),
    ]
    parent, children = _family(session, source)
    return SourceSeen(
        id=number,
        key=source.key,
        kind=source.kind.value,
        title=source.title,
        homepage=source.homepage,
        identifiers=(*sorted(names.all()), *((SUBSTANCE, name) for name in names_in(source.substances))),
        parent=parent,
        children=children,
        versions=tuple(reversed(versions.values())),
        accesses=_accesses(session, list(versions)),
        used_on=_by_page(uses, titles),
        hidden=hidden,
        observations=_observations(session, number),
        printed=_printed(session, list(versions)),
        history=tuple(dict.fromkeys(history(session, abouts))),  # a merge is logged on both sides
    )


def _family(session: Session, source: Source) -> tuple[tuple[str, str] | None, tuple[tuple[str, str], ...]]:
    """Return (key, title) of the guideline a patient version restates, and of what restates this one."""
    near = (col(Source.parent_id) == source.id) | (col(Source.id) == source.parent_id)
    rows = session.exec(select(Source.id, Source.key, Source.title).where(near).order_by(col(Source.id))).all()
    parent = next(((key, title) for number, key, title in rows if number == source.parent_id), None)
    return parent, tuple((key, title) for number, key, title in rows if number != source.parent_id)


def _accesses(session: Session, version_ids: list[int]) -> tuple[AccessRow, ...]:
    """Return who opened which version when, newest day first."""
    rows = session.exec(
        select(Access, Page.title)
        .join(Page, col(Page.id) == col(Access.page_id), isouter=True)
        .where(col(Access.version_id).in_(version_ids))
        .order_by(col(Access.on).desc(), col(Access.id).desc())
        .limit(MOST)
    )
    return tuple(
        AccessRow(row.version_id, row.on, row.by, row.origin, row.note, row.page_id, title, row.recorded_at)
        for row, title in rows
    )


def _uses(session: Session, version_ids: list[int]) -> tuple[dict[int, list[Use]], dict[int, str], int]:
    """Return the first uses per page, the pages' titles, and how many uses are left out: counted, never loaded."""
    used = (
        col(Citation.version_id).in_(version_ids),
        col(Citation.state).in_([CitationState.CONFIRMED, CitationState.PROPOSED]),
    )
    rows = session.execute(
        plain_select(Citation, Subject, col(Page.title), col(Statement.exact), col(ListedSource.text))
        .join(Subject, col(Subject.id) == col(Citation.subject_id))
        .join(Page, col(Page.id) == col(Citation.page_id))
        .join(Statement, col(Statement.id) == col(Citation.statement_id), isouter=True)
        .join(ListedSource, col(ListedSource.id) == col(Citation.listed_id), isouter=True)
        .where(*used)
        .order_by(
            col(Page.title), col(Citation.page_id), col(Citation.statement_id).is_not(None), col(Subject.position)
        )
        .limit(MOST)
    ).all()
    many = len(rows) == MOST
    counted = session.exec(select(func.count()).select_from(Citation).where(*used)).one() if many else len(rows)
    uses: dict[int, list[Use]] = defaultdict(list)
    titles: dict[int, str] = {}
    for citation, subject, title, exact, line in rows:
        titles[citation.page_id] = title
        text = exact if citation.statement_id is not None else citation.mention or line or ""
        uses[citation.page_id].append(_use(citation, subject, text))
    return uses, titles, counted - len(rows)


def _use(citation: Citation, subject: Subject, text: str) -> Use:
    """Return one use as it is shown."""
    return Use(
        version_id=citation.version_id,
        subject_id=subject.id or 0,
        statement_id=citation.statement_id,
        text=text,
        role=citation.role.value,
        locator=citation.locator,
        state=citation.state.value,
        band=subject.band.value if subject.band else "",
        points=subject.points,
        asked=subject.active,
    )


def _by_page(uses: dict[int, list[Use]], titles: dict[int, str]) -> tuple[UsedOn, ...]:
    """Return the uses page by page."""
    return tuple(
        UsedOn(page_id, titles[page_id], tuple(sorted({use.version_id for use in several})), tuple(several))
        for page_id, several in uses.items()
    )


def observation_row(row: Observation) -> ObservationRow:
    """Return an observation as it is shown."""
    values = dict(row.values)
    return ObservationRow(row.seen_on, row.by, row.watcher, row.outcome, row.version_id, values, row.note)


def _observations(session: Session, source_id: int) -> tuple[ObservationRow, ...]:
    """Return what was observed, newest first."""
    rows = session.exec(
        select(Observation).where(Observation.source_id == source_id).order_by(col(Observation.id).desc()).limit(MOST)
    )
    return tuple(observation_row(row) for row in rows)


def _printed(session: Session, version_ids: list[int]) -> tuple[str, ...]:
    """Return the lines in which pages print the source, each once."""
    rows = session.exec(
        select(ListedSource.text)
        .join(Citation, col(Citation.listed_id) == col(ListedSource.id))
        .where(col(Citation.version_id).in_(version_ids), ListedSource.state == "active")
        .distinct()
        .order_by(ListedSource.text)
        .limit(20)
    )
    return tuple(rows.all())
