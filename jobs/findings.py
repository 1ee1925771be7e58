"""What was found about versions and single citations: opened when it becomes true, ended when it is over.

The ledger draws flags from findings that hold (``jobs.gather_findings``).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from citations.dates import BadDateError, read_iso
from citations.kinds import CitationState, LookOutcome, NoticeKind, Reason
from citations.models import Citation, Finding, Source, SourceVersion
from citations.queries.among import among
from citations.verdicts import Happening, Told, is_news, later
from jobs.ledger import Moment, Touched
from jobs.same_letters import Letter, told_before
from jobs.watchers.contract import WatchError

DEAD_AFTER_LOOKS, DEAD_AFTER_HOURS = 3, 48
"""A link is dead after so many looks in a row that found nothing, over at least so many hours (invariant 14)."""

_OF_THE_WORK = frozenset({Reason.RETRACTED, Reason.WITHDRAWN, Reason.CONTRADICTED, Reason.SUPERSEDED_MAJOR})
"""What concerns every version there is; a correction or another text concerns those that pages use."""


_GONE = frozenset({404, 410})
_UNKNOWN_HOST = "look.unknown_host"


@dataclass(frozen=True, slots=True)
class Concerned:
    """The versions of a source: all, those that pages use, and the one that the register shows (None: none).

    ``names`` are the DOI and PMID of the record that was looked up.
    """

    versions: Sequence[SourceVersion]
    used: Sequence[SourceVersion]
    shown: SourceVersion | None
    names: frozenset[str] = frozenset()

    @property
    def named(self) -> Sequence[SourceVersion]:
        """Return the versions that the record is of; none where nobody knows."""
        return [one for one in self.versions if self.names & {name for name in (one.doi.lower(), one.pmid) if name}]

    def by(self, reason: Reason) -> Sequence[SourceVersion]:
        """Return the versions that something is true of: those of the DOI or PMID that was looked up, if any has it."""
        if self.named:
            return self.named
        if reason in _OF_THE_WORK:
            return self.versions
        if reason in (Reason.UNDER_REVISION, Reason.CONTENT_CHANGED) and self.shown is not None:
            return [self.shown]
        return self.used or self.versions[-1:]


def stored_of(session: Session, source_id: int) -> list[Finding]:
    """Return everything that was ever found about a source."""
    return list(session.exec(select(Finding).where(Finding.source_id == source_id).order_by(col(Finding.id))))


def open_findings(
    session: Session, moment: Moment, happenings: Sequence[Happening], concerned: Concerned, observation_id: int | None
) -> Touched:
    """Store what became true of the versions it concerns, each evidence once; return what it touches.

    Of a record that is none version's own, what was told of one version was told of all. A safety letter that another
    registry told of before is no news: it is noted with what is stored.
    """
    touched = Touched()
    stored = _stored(session, happenings, concerned)
    known = told_before(happenings, [_letter(row) for row in stored if row.kind == NoticeKind.SAFETY_LETTER])
    for happening in happenings:
        if happening.key in known:
            _tell(stored, known[happening.key], happening)
            continue
        for version in concerned.by(happening.reason):
            if not is_news(happening, _told(stored, version if concerned.named else None)):
                continue
            if happening.reason is Reason.CONTENT_CHANGED:
                touched.versions |= _end(_open(session, version, happening.reason), moment.now)
            row = _finding(version, happening, moment)
            row.observation_id = observation_id
            session.add(row)
            touched.versions.add(row.version_id)
    session.flush()
    return touched


def _stored(session: Session, happenings: Sequence[Happening], concerned: Concerned) -> list[Finding]:
    """Return what was found about the source before; of a letter nobody else may be telling at the same moment."""
    if not happenings or not concerned.versions:
        return []
    source_id = concerned.versions[0].source_id
    if any(one.kind == NoticeKind.SAFETY_LETTER for one in happenings):
        session.exec(select(Source.id).where(Source.id == source_id).with_for_update()).one()
    return stored_of(session, source_id)


def _letter(row: Finding) -> Letter:
    return Letter(row.key, row.on.isoformat(), row.label, row.told)


def _tell(stored: Iterable[Finding], key: str, happening: Happening) -> None:
    """Note that another registry tells of the same."""
    for row in stored:
        if row.key == key:
            row.told = {**row.told, happening.registry: happening.key}


def _open(session: Session, version: SourceVersion, reason: Reason) -> Sequence[Finding]:
    """Return what holds of a version for a reason: another change of the text takes the place of the one before."""
    own = (Finding.version_id == version.id, Finding.reason == reason, col(Finding.ended_at).is_(None))
    return session.exec(select(Finding).where(*own)).all()


def _told(stored: Iterable[Finding], version: SourceVersion | None) -> list[Told]:
    """Return what was told of a version, of any for None."""
    return [
        Told(row.reason, key, row.ended_at.date().isoformat() if row.ended_at else "")
        for row in stored
        if version is None or row.version_id == version.id
        for key in (row.key, *(key for key in row.told.values() if key != row.key))
    ]


def _finding(version: SourceVersion, one: Happening, moment: Moment) -> Finding:
    return Finding(
        source_id=version.source_id,
        version_id=version.id or 0,
        reason=one.reason,
        kind=one.kind,
        key=one.key,
        on=day_of(one.on, moment.today),
        label=one.label,
        url=one.url,
        told={one.registry: one.key} if one.registry else {},
        found_at=moment.now,
    )


def day_of(text: str, today: date) -> date:
    """Return the day since when something holds: its earliest day (1.10), today for none, never one ahead."""
    try:
        return min(read_iso(text).earliest(), today) if text else today
    except BadDateError:
        return today


def end_findings(
    stored: Iterable[Finding], reasons: Collection[Reason], now: datetime, *, but: Collection[str] = ()
) -> Touched:
    """End what is over, except for some keys; return what it touches."""
    return _ended([row for row in stored if row.reason in reasons and row.key not in but], now)


def take_back(stored: Iterable[Finding], taken_back: Mapping[Reason, str], now: datetime) -> Touched:
    """End what a register took back on a day; what was announced after it stands. Return what it touches."""
    over = [
        row
        for row in stored
        if row.reason in taken_back and not (_dated(row) and later(row.on.isoformat(), taken_back[row.reason]))
    ]
    return _ended(over, now)


def _dated(row: Finding) -> bool:
    """Say whether the registry dated it; else it has the day on which it was found (ours, around midnight)."""
    return row.on not in (row.found_at.date(), (row.found_at + timedelta(hours=2)).date())


def _ended(rows: Iterable[Finding], now: datetime) -> Touched:
    over = [row for row in rows if row.ended_at is None]
    lone = {row.citation_id for row in over if row.citation_id is not None}
    return Touched(versions=_end(over, now), citations=lone)


def _end(rows: Iterable[Finding], now: datetime) -> set[int]:
    versions = set()
    for row in rows:
        row.ended_at = now
        versions.add(row.version_id)
    return versions


def says_dead(error: WatchError) -> bool:
    """Say whether a failed look counts towards a dead link: 404, 410, an unknown host, and nothing else (14).

    A page that only looks empty, says by itself that it is missing, or leads home answered: it is no dead link.
    """
    return (says_absent(error) and error.status in _GONE) or error.why == _UNKNOWN_HOST


def says_absent(error: WatchError) -> bool:
    """Say whether there was nothing to see, so that asking again soon is of no use."""
    return error.outcome in (LookOutcome.NOT_FOUND, LookOutcome.GONE) or error.why == _UNKNOWN_HOST


def lost_quotes(session: Session, moment: Moment, source_id: int, lost: Collection[str]) -> Touched:
    """Bring what is known of quoted words in step with a look at the whole text; return what it touches."""
    rows = session.exec(
        select(Citation)
        .join(SourceVersion, col(SourceVersion.id) == col(Citation.version_id))
        .where(SourceVersion.source_id == source_id, Citation.quote != "", Citation.state == CitationState.CONFIRMED)
    ).all()
    ids = [row.id or 0 for row in rows]
    held = {
        row.citation_id: row
        for row in session.exec(
            select(Finding).where(
                among(col(Finding.citation_id), ids),
                Finding.reason == Reason.QUOTE_LOST,
                col(Finding.ended_at).is_(None),
            )
        )
    }
    touched = Touched()
    for row in rows:
        known = held.get(row.id)
        if (known is None) is not (row.quote in lost):
            continue
        touched.citations.add(row.id or 0)
        if known is not None:
            known.ended_at = moment.now
        else:
            key = f"quote:{row.id}:{moment.today.isoformat()}"
            session.add(_quote(row, source_id, key, moment))
    session.flush()
    return touched


def _quote(row: Citation, source_id: int, key: str, moment: Moment) -> Finding:
    return Finding(
        source_id=source_id,
        version_id=row.version_id,
        citation_id=row.id,
        reason=Reason.QUOTE_LOST,
        kind="quote",
        key=key,
        on=moment.today,
        label=row.quote,
        found_at=moment.now,
    )
