"""One page with its statements in place, and how much of it rests on a source."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select as plain_select
from sqlmodel import Session, col, or_, select

from citations.kinds import CitationState, StatementKind, SubjectKind
from citations.models import Citation, Page, Review, Revision, SetAsideText, Statement, Subject
from jobs.refused import UnknownError
from service.reads.open_flags import OpenFlag, flags_of_page
from service.reads.page_entries import Group, page_groups
from service.reads.page_list import COUNTED


@dataclass(frozen=True, slots=True)
class Piece:
    """One statement in its place. ``binding`` is bound, proposed, declared, unbound or none (nothing to bind)."""

    id: int
    kind: str
    text: str
    level: int
    harm: str
    binding: str
    bound: int
    proposed: int
    no_source_because: str
    band: str
    points: int | None
    worst: OpenFlag | None
    more: int
    deferred_until: date | None
    lost_on: date | None


@dataclass(frozen=True, slots=True)
class KindCoverage:
    """How many pieces of a kind there are, and how many are bound, declared to need none, or neither."""

    kind: str
    counted: int
    bound: int
    declared: int

    @property
    def unbound(self) -> int:
        """Pieces that nobody has bound or declared."""
        return self.counted - self.bound - self.declared


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A stretch that an import kept out of the body, with the reason; ``back_at`` when somebody took it back."""

    id: int
    text: str
    why: str
    back_at: datetime | None
    back_by: str


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One imported state of the page."""

    id: int
    number: int
    at: datetime
    by: str
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageSeen:
    """Everything the page view shows."""

    id: int
    title: str
    url: str
    language: str
    published: str
    reach: str
    reviewed_on: date | None
    reviewed_inferred: bool
    retired_on: date | None
    subject_id: int
    due_on: date | None
    deferred_until: date | None
    last_review: int
    reviewed_by: str
    flags: tuple[OpenFlag, ...]
    pieces: tuple[Piece, ...]
    lost: tuple[Piece, ...]
    coverage: tuple[KindCoverage, ...]
    total: KindCoverage
    groups: tuple[Group, ...]
    aside: tuple[AsideRow, ...]
    revisions: tuple[RevisionRow, ...]


def seen_page(session: Session, page_id: int, today: date) -> PageSeen:
    """Return one page as it stands, in a fixed number of questions. UnknownError if there is none."""
    row = session.exec(
        select(Page, Subject, Review.by)
        .join(Subject, col(Subject.page_id) == col(Page.id))
        .join(Review, col(Review.id) == col(Subject.last_review_id), isouter=True)
        .where(Page.id == page_id, Subject.kind == SubjectKind.PAGE)
    ).first()
    if row is None:
        raise UnknownError("refused.unknown_page", number=page_id)
    page, subject, reviewer = row
    flags = flags_of_page(session, page_id, today)
    pieces = _pieces(session, page_id, flags)
    here = tuple(piece for piece in pieces if piece.lost_on is None)
    revisions = _revisions(session, page_id)
    return PageSeen(
        id=page_id,
        title=page.title,
        url=page.url,
        language=page.language,
        published=page.published,
        reach=page.reach,
        reviewed_on=page.reviewed_on,
        reviewed_inferred=page.reviewed_inferred,
        retired_on=page.retired_on,
        subject_id=subject.id or 0,
        due_on=subject.due_on,
        deferred_until=subject.deferred_until,
        last_review=subject.last_review_id or 0,
        reviewed_by=reviewer or "",
        flags=tuple(flags.get(subject.id or 0, ())),
        pieces=here,
        lost=tuple(piece for piece in pieces if piece.lost_on is not None),
        coverage=_by_kind(here),
        total=_covered("all", [piece for piece in here if piece.kind in COUNTED]),
        groups=page_groups(session, page_id, flags),
        aside=_aside(session, page_id, revisions[0].id if revisions else 0),
        revisions=revisions,
    )


def _pieces(session: Session, page_id: int, flags: dict[int, list[OpenFlag]]) -> list[Piece]:
    """Return every statement that is not retired, in order, in two questions."""
    cited: dict[int, list[CitationState]] = {}
    live = (CitationState.CONFIRMED, CitationState.PROPOSED)
    states = select(Citation.statement_id, Citation.state).where(
        Citation.page_id == page_id, col(Citation.statement_id).is_not(None), col(Citation.state).in_(live)
    )
    for statement_id, state in session.exec(states):
        cited.setdefault(statement_id or 0, []).append(CitationState(state))
    rows = session.exec(
        select(Statement, Subject)
        .join(Subject, col(Subject.statement_id) == col(Statement.id))
        .where(Statement.page_id == page_id, Statement.state != "retired")
        .order_by(col(Statement.position), col(Statement.id))
    )
    return [_piece(row, subject, cited.get(row.id or 0, []), flags.get(subject.id or 0, [])) for row, subject in rows]


def _piece(row: Statement, subject: Subject, cited: list[CitationState], flags: list[OpenFlag]) -> Piece:
    """Return one statement as it is shown."""
    bound = sum(state is CitationState.CONFIRMED for state in cited)
    worst = next((flag for flag in flags if flag.id == subject.worst_flag_id), None)
    return Piece(
        id=row.id or 0,
        kind=row.kind.value,
        text=row.exact,
        level=min(6, len(row.heading_path) + 3),
        harm=row.harm.value,
        binding=_binding(row, bound, len(cited) - bound),
        bound=bound,
        proposed=len(cited) - bound,
        no_source_because=row.no_source_because,
        band=subject.band.value if subject.band else "",
        points=subject.points,
        worst=worst,
        more=len(flags) - 1 if worst else 0,
        deferred_until=subject.deferred_until,
        lost_on=row.lost_on if row.state == "lost" else None,
    )


def _binding(row: Statement, bound: int, proposed: int) -> str:
    """Return how a statement stands to sources."""
    if row.kind not in COUNTED:
        return "none"
    if bound:
        return "bound"
    if row.no_source_because:
        return "declared"
    return "proposed" if proposed else "unbound"


def _by_kind(pieces: tuple[Piece, ...]) -> tuple[KindCoverage, ...]:
    """Return the coverage of each kind that can rest on a source and is on the page."""
    grouped = [(kind, [piece for piece in pieces if piece.kind == kind]) for kind in map(StatementKind, COUNTED)]
    return tuple(_covered(kind.value, found) for kind, found in grouped if found)


def _covered(kind: str, pieces: list[Piece]) -> KindCoverage:
    """Return the coverage of some pieces."""
    states = [piece.binding for piece in pieces]
    return KindCoverage(kind, len(pieces), states.count("bound"), states.count("declared"))


def _aside(session: Session, page_id: int, revision_id: int) -> tuple[AsideRow, ...]:
    """Return what the newest revision set aside, and whatever somebody took back before."""
    rows = session.exec(
        select(SetAsideText)
        .where(
            SetAsideText.page_id == page_id,
            or_(SetAsideText.revision_id == revision_id, col(SetAsideText.taken_back_at).is_not(None)),
        )
        .order_by(col(SetAsideText.revision_id), col(SetAsideText.position))
    )
    return tuple(AsideRow(row.id or 0, row.text, row.why, row.taken_back_at, row.taken_back_by) for row in rows)


def _revisions(session: Session, page_id: int) -> tuple[RevisionRow, ...]:
    """Return every imported state, newest first, without its text."""
    rows = session.execute(
        plain_select(
            col(Revision.id),
            col(Revision.number),
            col(Revision.imported_at),
            col(Revision.imported_by),
            col(Revision.notices),
        )
        .where(col(Revision.page_id) == page_id)
        .order_by(col(Revision.number).desc())
    )
    return tuple(RevisionRow(number or 0, count, at, by, tuple(notices)) for number, count, at, by, notices in rows)
