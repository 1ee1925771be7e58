"""Read, does not touch us: several places at once that stand on a new version as they are (domain 6, Review)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from citations.kinds import Because, CitationState, Decision
from citations.models import Citation, Flag, SourceVersion, Subject
from citations.queries.among import among
from jobs.known_sources import standing_version
from jobs.ledger import Moment, record
from jobs.refused import ConflictError, RefusedError, UnknownError
from service.acts.review import review
from service.acts.verdict import Verdict

LEFT = "not_touched"
"""Under which name the log keeps what was decided together, with what it takes to take it back."""

MOST = 200
"""Places that are decided in one step: no more than one screen shows."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """One place as it stood on the screen: its citation, the newest review of its sentence, and its open flags."""

    citation_id: int
    last_review: int
    seen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody says of the places she ticked after reading a new version."""

    version_id: int
    ticked: Sequence[Ticked]
    because: Because
    note: str = ""


def not_touched(session: Session, moment: Moment, by: str, reading: Reading) -> int:
    """Let each ticked place rest on the new version as it stands, and return how many that were.

    Each is a review of its own, kept as decided in bulk. Nothing else of the sentences moves: not their own clocks,
    not their other sources. One that somebody decided meanwhile refuses all (ConflictError).
    """
    version_id = standing_version(session, reading.version_id)
    version = session.get(SourceVersion, version_id)
    if version is None:
        raise UnknownError("refused.unknown_version", number=version_id)
    if version.superseded_by_id is not None:
        raise RefusedError("refused.not_newest")
    if not 0 < len(reading.ticked) <= MOST:
        raise RefusedError("refused.ticks", n=len(reading.ticked), most=MOST)
    if reading.because is Because.OTHER and not reading.note.strip():
        raise RefusedError("refused.because_needs_note")
    subjects = _by_subject(session, reading.ticked)
    before = _live(session, subjects)
    reviews = [_stands(session, moment, by, subject_id, several, reading) for subject_id, several in subjects.items()]
    now = _live(session, subjects)
    after: dict[str, object] = {"statements": reviews, "ended": sorted(before - now), "fresh": sorted(now - before)}
    record(session, moment, by, LEFT, f"version:{version_id}", after=after)
    return len(reading.ticked)


def _live(session: Session, subjects: Iterable[int]) -> set[int]:
    """Return the citations that count on the pages of these subjects: an entry may move on with its sentences."""
    pages = select(Subject.page_id).where(among(col(Subject.id), [*subjects]))
    live = (col(Citation.page_id).in_(pages), Citation.state == CitationState.CONFIRMED)
    return {number for number in session.exec(select(Citation.id).where(*live)) if number is not None}


def _by_subject(session: Session, ticked: Sequence[Ticked]) -> dict[int, list[Ticked]]:
    """Return the ticked places by their sentence: one that rests on two older versions is reviewed once."""
    found: dict[int, list[Ticked]] = {}
    for one in ticked:
        citation = session.get(Citation, one.citation_id)
        if citation is None:
            raise UnknownError("refused.unknown_citation", number=one.citation_id)
        if citation.state is not CitationState.CONFIRMED:
            raise ConflictError("conflict.ticked_already", who=citation.ended_by)
        found.setdefault(citation.subject_id, []).append(one)
    return found


def _stands(
    session: Session, moment: Moment, by: str, subject_id: int, several: Sequence[Ticked], reading: Reading
) -> int:
    """Review one sentence: its citations of older versions move to the one that was read. Return the review."""
    numbers = [one.citation_id for one in several]
    shown = {number for one in several for number in one.seen}
    own = select(Flag.id).where(col(Flag.citation_key).in_(numbers), col(Flag.id).in_(shown)).order_by(col(Flag.id))
    verdict = Verdict(
        Decision.SOURCE_UPDATED,
        note=reading.note,
        seen=tuple(number for number in session.exec(own) if number is not None),
        last_review=several[0].last_review,
        moves=dict.fromkeys(numbers, standing_version(session, reading.version_id)),
        because=reading.because,
        in_bulk=True,
    )
    return review(session, moment, by, subject_id, verdict).id or 0
