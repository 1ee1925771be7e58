"""The one place where facts become deadlines and flags: recompute what a change touched, open, close, restand.

Every act hands what it changed to ``settle``; the timetable calls ``sweep``. Both are sets, never loops over rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from sqlalchemy import ColumnElement, exists
from sqlalchemy import func as sql
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, or_, select

from citations.kinds import CitationState, SourceKind, SubjectKind
from citations.models import (
    Citation,
    Deadline,
    Event,
    LedgerDay,
    PolicyRow,
    RecommendationMark,
    Source,
    SourceVersion,
    Subject,
)
from citations.policy import DEFAULTS, Policy
from citations.queries.among import among
from citations.queries.standing import ticking
from jobs.deadlines import settle_deadlines
from jobs.flags import close_gone, fire, open_for_citations, touched_by
from jobs.gather import Wanted, citation_dues, entry_dues, version_dues
from jobs.gather_pages import page_dues, statement_dues
from jobs.standing import restand, with_points
from jobs.turning import marked_citations, turn
from jobs.watching import plan

SYSTEM = "Leitstand"
"""Who did it where no person did: the sweep."""


@dataclass(slots=True)
class Touched:
    """What an act changed. ``entries`` are (page, version) pairs; ``fresh`` are new citations."""

    versions: set[int] = field(default_factory=set)
    entries: set[tuple[int, int]] = field(default_factory=set)
    citations: set[int] = field(default_factory=set)
    fresh: set[int] = field(default_factory=set)
    statements: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)
    subjects: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens: the day in Europe/Berlin on which rules are judged, and the instant that is stored."""

    today: date
    now: datetime


def load_policy(session: Session) -> Policy:
    """Return the numbers in force: the defaults, and over them the newest stored row of each key."""
    newest = select(sql.max(PolicyRow.id)).group_by(PolicyRow.key)
    rows = session.exec(select(PolicyRow).where(col(PolicyRow.id).in_(newest))).all()
    changed = {row.key: row.value for row in rows}
    return Policy(dict(DEFAULTS) | changed, {row.key: row.id for row in rows if row.id is not None})


def record(  # noqa: PLR0913 - the row of a log has these columns
    session: Session,
    moment: Moment,
    by: str,
    act: str,
    about: str,
    *,
    before: dict[str, object] | None = None,
    after: dict[str, object] | None = None,
) -> Event:
    """Write who did what, with the values before and after, and return the event with its number."""
    event = Event(at=moment.now, by=by, act=act, about=about, before=before or {}, after=after or {})
    session.add(event)
    session.flush()
    return event


def settle(session: Session, event: Event, moment: Moment, touched: Touched, policy: Policy | None = None) -> None:
    """Bring deadlines, flags and subjects in step with what an act changed, in the act's own transaction."""
    session.flush()
    policy = policy or load_policy(session)
    _plan_looks(session, touched, moment)
    _widen(session, touched)
    wanted = _wanted(session, touched, policy)
    gone = settle_deadlines(session, wanted)
    marked = marked_citations(wanted, gone)
    turn(session, event, moment.today, marked)
    close_gone(session, event, gone, marked)
    fire(session, event, moment.today, policy, [scope.name for scope in wanted])
    open_for_citations(session, event, moment.today, policy, sorted({*touched.fresh, *marked}))
    subjects = _subjects(session, touched) | set(touched_by(session, event)) | touched.subjects
    restand(session, sorted(subjects), moment.today, policy)
    session.expire_all()


def _plan_looks(session: Session, touched: Touched, moment: Moment) -> None:
    """Let the registries watch what the touched versions are known by now."""
    if touched.versions or touched.fresh:
        cited = select(Citation.version_id).where(among(col(Citation.id), [*touched.fresh]))
        either = or_(among(col(SourceVersion.id), [*touched.versions]), col(SourceVersion.id).in_(cited))
        plan(session, session.exec(select(SourceVersion.source_id).where(either).distinct()).all(), moment.now)


def sweep(session: Session, moment: Moment) -> int:
    """Open what became due up to today and let overdue points grow; return the number of flags opened.

    Pure in (state, day): running twice, or after weeks of silence, gives the same flags (invariant 12).
    """
    session.flush()
    policy = load_policy(session)
    state = session.get(LedgerDay, 1)
    opened = _fire_due(session, moment, policy)
    restand(session, opened + _ticking(session, state, moment.today, policy), moment.today, policy, due=False)
    session.merge(LedgerDay(id=1, day=moment.today))
    session.expire_all()
    return len(opened)


def _fire_due(session: Session, moment: Moment, policy: Policy) -> list[int]:
    """Open what is due and return its subjects; a sweep that finds nothing leaves no line in the log."""
    due = select(Deadline.id).where(col(Deadline.fired_on).is_(None), Deadline.due_on <= moment.today)
    if session.exec(due.limit(1)).first() is None:
        return []
    event = record(session, moment, SYSTEM, "sweep", "ledger", after={"day": moment.today.isoformat()})
    fire(session, event, moment.today, policy)
    opened = touched_by(session, event)
    event.after = event.after | {"flags": len(opened)}
    return opened


def _ticking(session: Session, state: LedgerDay | None, today: date, policy: Policy) -> list[int]:
    """Return the subjects whose points the passing of days changes. A day before the last one is recomputed whole."""
    if state is None or today < state.day:
        return with_points(session)
    return list(session.connection().execute(ticking(state.day, today, policy)).scalars())


def _widen(session: Session, touched: Touched) -> None:
    """Add what hangs on versions: patient versions of a guideline, pages that use them, citations with own clocks.

    Which version of a guideline is cited decides what its patient version inherits: so citations count here too.
    """
    cited = select(Citation.version_id).where(among(col(Citation.id), [*touched.citations, *touched.fresh]))
    touched.versions |= _patient_versions(session, touched.versions | set(session.exec(cited)))
    if touched.versions:
        _widen_versions(session, touched)
    touched.citations |= _dosed(session, touched.entries)


def _widen_versions(session: Session, touched: Touched) -> None:
    """Add the pages that use touched versions, and the citations whose own reviews or marked places move theirs."""
    live = (among(col(Citation.version_id), [*touched.versions]), Citation.state == CitationState.CONFIRMED)
    moved = or_(col(Citation.reviewed_on).is_not(None), and_(Citation.locator != "", _marked_family()))
    rows = session.exec(select(Citation.id).where(*live, moved))
    touched.citations |= {number for number in rows if number is not None}
    touched.entries |= set(session.exec(select(Citation.page_id, Citation.version_id).where(*live).distinct()).all())


@cache
def _marked_family() -> ColumnElement[bool]:
    """Return whether a version of the same source as the cited one marks its recommendations."""
    cited, other = aliased(SourceVersion), aliased(SourceVersion)
    return exists(
        select(RecommendationMark.id)
        .join(other, col(other.id) == col(RecommendationMark.version_id))
        .join(cited, col(cited.source_id) == col(other.source_id))
        .where(col(cited.id) == col(Citation.version_id))
        .correlate(Citation)
    )


def _dosed(session: Session, entries: Iterable[tuple[int, int]]) -> set[int]:
    """Return the sentences' citations of drug labels among these entries: an access moves their own clock too."""
    pairs = set(entries)
    rows = session.exec(
        select(Citation.id, Citation.page_id, Citation.version_id)
        .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id))
        .join(Source, col(Source.id) == col(SourceVersion.source_id))
        .where(
            among(col(Citation.version_id), [version for _, version in pairs]),
            col(Citation.statement_id).is_not(None),
            Citation.state == CitationState.CONFIRMED,
            Source.kind == SourceKind.DRUG_LABEL,
        )
    )
    return {number for number, page_id, version_id in rows if number is not None and (page_id, version_id) in pairs}


def _patient_versions(session: Session, versions: Iterable[int]) -> set[int]:
    """Return the versions of sources whose parent has one of these versions (invariant 7)."""
    parents = select(SourceVersion.source_id).where(among(col(SourceVersion.id), [*versions]))
    children = (
        select(SourceVersion.id)
        .join(Source, col(Source.id) == SourceVersion.source_id)
        .where(col(Source.parent_id).in_(parents))
    )
    return {number for number in session.exec(children) if number is not None}


def _wanted(session: Session, touched: Touched, policy: Policy) -> Wanted:
    """Return what the clocks give now for every touched scope."""
    wanted: Wanted = {}
    if touched.versions:
        wanted |= version_dues(session, touched.versions, policy)
    if touched.entries:
        wanted |= entry_dues(session, touched.entries, policy)
    if touched.citations:
        wanted |= citation_dues(session, touched.citations, policy)
    if touched.statements:
        wanted |= statement_dues(session, touched.statements, policy)
    if touched.pages:
        wanted |= page_dues(session, touched.pages, policy)
    return wanted


def _subjects(session: Session, touched: Touched) -> set[int]:
    """Return every subject whose due day the touched scopes can move."""
    found: set[int] = set()
    cited = select(Citation.subject_id).distinct()
    if touched.versions:
        found |= set(session.exec(cited.where(among(col(Citation.version_id), [*touched.versions]))))
    found |= _on_entries(session, {entry for entry in touched.entries if entry[1] not in touched.versions})
    numbers = touched.citations | touched.fresh
    if numbers:
        found |= set(session.exec(cited.where(among(col(Citation.id), [*numbers]))))
    if touched.statements:
        own = select(Subject.id).where(among(col(Subject.statement_id), [*touched.statements]))
        found |= {number for number in session.exec(own) if number is not None}
    if touched.pages:
        pages = among(col(Subject.page_id), [*touched.pages])
        whole = select(Subject.id).where(pages, Subject.kind == SubjectKind.PAGE)
        found |= {number for number in session.exec(whole) if number is not None}
    return found


def _on_entries(session: Session, entries: set[tuple[int, int]]) -> set[int]:
    """Return the subjects that cite these versions on these pages."""
    pages, versions = {page_id for page_id, _ in entries}, {version_id for _, version_id in entries}
    rows = session.exec(
        select(Citation.subject_id, Citation.page_id, Citation.version_id)
        .where(among(col(Citation.page_id), [*pages]), among(col(Citation.version_id), [*versions]))
        .distinct()
    )
    return {subject_id for subject_id, *entry in rows if tuple(entry) in entries}
