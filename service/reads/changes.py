"""What a new version touches: every sentence that rests on an older one, page by page, with what its place is now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlalchemy import select as plain_select
from sqlmodel import Session, col, select

from citations.kinds import Change, CitationState
from citations.models import (
    Citation,
    ListedSource,
    Observation,
    Page,
    RecommendationMark,
    Review,
    Source,
    SourceVersion,
    Statement,
    Subject,
)
from citations.places import places
from citations.queries.among import among
from citations.reasons import SUPERSEDED
from jobs.gather_superseded import Says, later_than, said_in, siblings_of, weighed
from jobs.ledger import load_policy
from jobs.refused import UnknownError
from service.reads.open_flags import OpenFlag, flags_of_subjects
from service.reads.source import ObservationRow, observation_row
from service.reads.versions import VersionSeen, versions_of_sources

MOST = 200
"""Places that the card shows, and that one step can decide; a version that touches more says how many are left."""
_OBSERVED = 10


@dataclass(frozen=True, slots=True)
class MarkSeen:
    """One recommendation with what the version says of it, and how many places cite it."""

    id: int
    locator: str
    place: str
    change: str
    year: int | None
    uses: int


@dataclass(frozen=True, slots=True)
class Touched:
    """One place that rests on an older version.

    ``reason`` is that of its open flag about a newer version, "" where a person decided already. ``change`` is the mark
    that decides, "" where none does: then ``unmarked`` says why, as a word of the catalogue. ``flags`` are all open
    reasons of this place. The rest is what was decided last on its sentence.
    """

    citation_id: int
    subject_id: int
    statement_id: int | None
    text: str
    role: str
    version_id: int
    locator: str
    reason: str
    change: str
    year: int | None
    unmarked: str
    flags: tuple[OpenFlag, ...]
    band: str
    points: int | None
    last_review: int
    last: Review | None

    @property
    def minor(self) -> bool:
        """Whether the new version means little for this place."""
        return self.reason == "superseded_minor"


@dataclass(frozen=True, slots=True)
class TouchedPage:
    """A page with everything on it that rests on an older version."""

    page_id: int
    title: str
    rows: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class CardSeen:
    """The card of one version. ``single`` and ``bulk`` count the places that have moved to it already, by how."""

    key: str
    title: str
    version: VersionSeen
    older: tuple[VersionSeen, ...]
    newest: VersionSeen | None
    pages: tuple[TouchedPage, ...]
    hidden: int
    marks: tuple[MarkSeen, ...]
    observations: tuple[ObservationRow, ...]
    single: int
    bulk: int

    @property
    def rows(self) -> tuple[Touched, ...]:
        """Return every place in the order of the card."""
        return tuple(row for page in self.pages for row in page.rows)

    @property
    def unused(self) -> tuple[MarkSeen, ...]:
        """Return the recommendations that are new in this version and that no sentence uses."""
        return tuple(mark for mark in self.marks if mark.change == Change.NEW and not mark.uses)

    def named(self, version_id: int) -> VersionSeen | None:
        """Return one of the older versions."""
        return next((one for one in self.older if one.id == version_id), None)


def seen_card(session: Session, source: Source, version_id: int, today: date) -> CardSeen:
    """Return the card of a version, in eleven questions. UnknownError for one that is not of this source."""
    number = source.id or 0
    seen = versions_of_sources(session, [number], load_policy(session))
    if version_id not in seen:
        raise UnknownError("refused.unknown_version", number=version_id)
    family = siblings_of(session, [number])[number]
    older = {one.id or 0: one for one in family if version_id in {other.id for other in later_than(one, family)}}
    says = said_in(session, [number])
    rows, hidden = _places(session, [*older])
    flags = flags_of_subjects(session, [row[1].id or 0 for row in rows], today)
    pages = _by_page(rows, flags, older, family, says)
    single, bulk = _moved(session, version_id)
    current = seen[version_id].superseded_by
    return CardSeen(
        key=source.key,
        title=source.title,
        version=seen[version_id],
        older=tuple(seen[one] for one in older),
        newest=seen.get(current) if current is not None else None,
        pages=pages,
        hidden=hidden,
        marks=_marks(session, version_id, [*older, version_id]),
        observations=_observations(session, version_id),
        single=single,
        bulk=bulk,
    )


def _places(session: Session, version_ids: Sequence[int]) -> tuple[Sequence[Any], int]:
    """Return what rests on these versions, page by page, and how many of them are left out."""
    live = (
        among(col(Citation.version_id), version_ids),
        col(Citation.state) == CitationState.CONFIRMED,
        col(Subject.active),
    )
    rows = session.execute(
        plain_select(Citation, Subject, col(Page.title), col(Statement.exact), col(ListedSource.text), Review)
        .join(Subject, col(Subject.id) == col(Citation.subject_id))
        .join(Page, col(Page.id) == col(Citation.page_id))
        .join(Statement, col(Statement.id) == col(Citation.statement_id), isouter=True)
        .join(ListedSource, col(ListedSource.id) == col(Citation.listed_id), isouter=True)
        .join(Review, col(Review.id) == col(Subject.last_review_id), isouter=True)
        .where(*live)
        .order_by(col(Page.title), col(Citation.page_id), col(Subject.position), col(Citation.id))
        .limit(MOST)
    ).all()
    counted = select(func.count()).select_from(Citation).join(Subject, col(Subject.id) == col(Citation.subject_id))
    return rows, session.exec(counted.where(*live)).one() - len(rows)


def _by_page(
    rows: Sequence[Any],
    flags: Mapping[int, Sequence[OpenFlag]],
    older: Mapping[int, SourceVersion],
    family: Sequence[SourceVersion],
    says: Says,
) -> tuple[TouchedPage, ...]:
    """Return the places page by page."""
    grouped: dict[tuple[int, str], list[Touched]] = defaultdict(list)
    for citation, subject, title, exact, line, last in rows:
        own = tuple(flag for flag in flags.get(subject.id, ()) if flag.citation_id == citation.id)
        old = older[citation.version_id]
        said = _said(citation, old, later_than(old, family), says)
        text = exact if citation.statement_id is not None else citation.mention or line or ""
        grouped[citation.page_id, title].append(_touched(citation, subject, text, (own, said, last)))
    return tuple(TouchedPage(page_id, title, tuple(several)) for (page_id, title), several in grouped.items())


def _said(
    citation: Citation, version: SourceVersion, later: Sequence[SourceVersion], says: Says
) -> tuple[str, int | None, str]:
    """Return (mark, year, "") for a place that newer versions mark, else ("", None, why not)."""
    cited = places(citation.locator)
    if not cited:
        return "", None, "unread" if citation.locator else "nowhere"
    weight = weighed(cited, version, later, says)
    return ("", None, "silent") if weight is None else (weight.said.change.value, weight.said.year, "")


def _touched(
    citation: Citation,
    subject: Subject,
    text: str,
    told: tuple[tuple[OpenFlag, ...], tuple[str, int | None, str], Review | None],
) -> Touched:
    """Return one place as it is shown."""
    flags, (change, year, unmarked), last = told
    return Touched(
        citation_id=citation.id or 0,
        subject_id=subject.id or 0,
        statement_id=citation.statement_id,
        text=text,
        role=citation.role.value,
        version_id=citation.version_id,
        locator=citation.locator,
        reason=next((flag.reason.value for flag in flags if flag.reason in SUPERSEDED), ""),
        change=change,
        year=year,
        unmarked=unmarked,
        flags=flags,
        band=subject.band.value if subject.band else "",
        points=subject.points,
        last_review=subject.last_review_id or 0,
        last=last,
    )


def _marks(session: Session, version_id: int, version_ids: Sequence[int]) -> tuple[MarkSeen, ...]:
    """Return the marks of a version in the order they were entered in, with the number of places that cite each."""
    cited = session.exec(
        select(Citation.locator).where(
            among(col(Citation.version_id), version_ids),
            Citation.state == CitationState.CONFIRMED,
            Citation.locator != "",
            col(Citation.statement_id).is_not(None),
        )
    )
    uses: dict[str, int] = defaultdict(int)
    for locator in cited:
        for place in places(locator):
            uses[place] += 1
    rows = session.exec(
        select(RecommendationMark)
        .where(RecommendationMark.version_id == version_id, col(RecommendationMark.ended_at).is_(None))
        .order_by(col(RecommendationMark.id))
    )
    return tuple(
        MarkSeen(row.id or 0, row.locator, row.place, row.mark.value, row.year, uses[row.place]) for row in rows
    )


def _observations(session: Session, version_id: int) -> tuple[ObservationRow, ...]:
    """Return what was seen of the version outside the pages, newest first."""
    rows = session.exec(
        select(Observation)
        .where(Observation.version_id == version_id)
        .order_by(col(Observation.id).desc())
        .limit(_OBSERVED)
    )
    return tuple(observation_row(row) for row in rows)


def _moved(session: Session, version_id: int) -> tuple[int, int]:
    """Return how many places were moved to this version one by one, and how many in bulk."""
    rows = session.execute(
        plain_select(col(Review.in_bulk), func.count())
        .join(
            Citation, (col(Citation.subject_id) == col(Review.subject_id)) & (col(Citation.made_at) == col(Review.at))
        )
        .where(col(Citation.version_id) == version_id, col(Citation.state) == CitationState.CONFIRMED)
        .group_by(col(Review.in_bulk))
    )
    counts = {bool(bulk): int(n) for bulk, n in rows}
    return counts.get(False, 0), counts.get(True, 0)
