"""What people record about sources: an access, a fact from the register, a newer version, newer evidence."""

from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, col, select

from citations.dates import BadDateError, PartialDate, newer, read_iso
from citations.identity import read_register_number
from citations.kinds import CitationState, Origin, Status
from citations.models import Access, Citation, Identifier, Observation, Source, SourceVersion
from citations.records import Reference
from citations.stored import reference_of
from citations.versions import Mark, conflicting, same_label
from jobs.gather import mark_of
from jobs.ledger import Moment, Touched, record, settle
from service.acts.access_rules import access_fault
from service.acts.doubles import mark
from jobs.known_sources import kept_source, standing_version
from jobs.refused import RefusedError, UnknownError
from service.acts.sources import add_version, number
from jobs.succession import existed, put_in_order

_STANDS_BESIDE = frozenset(
    {Status.RETRACTED, Status.WITHDRAWN, Status.CORRECTED, Status.AMENDED, Status.EXPIRED},
)
"""What a register says that "in revision" does not take back: that is information, no better state (1.1)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What somebody read in a register: version, Stand, last valid day, status, register number. Empty: not said."""

    version: str = ""
    stand: str = ""
    valid_until: str = ""
    status: Status | None = None
    awmf_number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording a fact did: the version it went to, and whether that version is new.

    ``conflict`` is the label of the version it contradicts; then nothing but the observation was stored.
    """

    source_key: str
    version_id: int
    version: str
    new_version: bool
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """Which version somebody opened, for which pages, on which day (a partial ISO date)."""

    version_id: int
    page_ids: tuple[int, ...]
    on: str
    note: str = ""


def record_access(session: Session, moment: Moment, by: str, opened: Opened) -> None:
    """Record that a person opened a version on a day, for these pages. Nobody else sets the printed date (15)."""
    opened = replace(opened, version_id=standing_version(session, opened.version_id))
    version = session.get(SourceVersion, opened.version_id)
    if version is None:
        raise UnknownError("refused.unknown_version", number=opened.version_id)
    fault = access_fault(opened.on, version.as_of, moment.today)
    if fault:
        raise RefusedError(fault, value=opened.on, stand=version.as_of, today=moment.today.isoformat())
    for page_id in opened.page_ids:
        session.add(
            Access(
                version_id=opened.version_id,
                page_id=page_id,
                on=opened.on,
                origin="recorded",
                by=by,
                note=opened.note,
                recorded_at=moment.now,
            )
        )
    after: dict[str, object] = {"on": opened.on, "pages": list(opened.page_ids)}
    event = record(session, moment, by, "record_access", f"version:{opened.version_id}", after=after)
    settle(session, event, moment, Touched(entries={(page_id, opened.version_id) for page_id in opened.page_ids}))


def record_fact(session: Session, moment: Moment, by: str, source: Source, fact: Fact) -> Recorded:
    """Record what the register says. Adds missing facts, a newer version if it is one, and keeps an observation.

    A fact that contradicts what is known (higher number, older date) is kept as an observation and shown as a
    conflict; it changes nothing else (invariant 5).
    """
    source = kept_source(session, source)
    stand, valid_until = _dates(fact, moment.today)
    versions = list(
        session.exec(select(SourceVersion).where(SourceVersion.source_id == source.id).order_by(col(SourceVersion.id)))
    )
    target = _target(session, versions, fact)
    clash = _clash(versions, target, fact)
    if clash is not None:
        session.add(_observation(moment, by, clash, fact, "conflict"))
        after: dict[str, object] = {"version": fact.version, "stand": fact.stand}
        record(session, moment, by, "conflict", f"source:{source.key}", after=after)
        return Recorded(source.key, number(clash), fact.version, new_version=False, conflict=clash.label or clash.as_of)
    created = target is None
    if target is None:
        target = _new_version(session, source, versions, fact, moment)
    before = _state(target)
    _fill(target, fact, stand, valid_until, moment.today, created=created)
    _number(session, source, target, fact)
    _refuse_contradictions(target)
    session.flush()
    mark(session, [source])
    known = [*versions, target] if created else versions
    put_in_order(session, known)
    changed = {number(version) for version in known}
    event = record(session, moment, by, "record_fact", f"source:{source.key}", before=before, after=_state(target))
    session.add(_observation(moment, by, target, fact, "recorded"))
    settle(session, event, moment, Touched(versions=changed))
    return Recorded(source.key, number(target), target.label, created)


def _dates(fact: Fact, today: date) -> tuple[PartialDate | None, date | None]:
    """Return Stand and last valid day as dates; RefusedError names the rule that one of them breaks."""
    stand, last = _date(fact.stand), _date(fact.valid_until)
    end = None if last is None else last.latest()
    if stand is not None and stand.earliest() > today:
        raise RefusedError("refused.stand_ahead", value=fact.stand, today=today.isoformat())
    if stand is not None and end is not None and end < stand.earliest():
        raise RefusedError("refused.valid_before_stand", value=fact.valid_until, stand=fact.stand)
    return stand, end


def _date(text: str) -> PartialDate | None:
    """Return a date as given, None for none; RefusedError for one that no calendar has."""
    try:
        return read_iso(text) if text else None
    except BadDateError as error:
        raise RefusedError("refused.no_date", value=text) from error


def _target(session: Session, versions: list[SourceVersion], fact: Fact) -> SourceVersion | None:
    """Return the stored version a fact is about, None if it speaks of one that is not stored yet.

    Without a label it is the one of that Stand, or the newest one that pages use; but a newer Stand is a newer version
    (1.2). With a label it is the one that has it, or a nameless one that could be it: one that the pages had read
    before that version existed is not (8, supportive care).
    """
    cited = _cited(session, versions)
    if not fact.version:
        dated = [version for version in versions if fact.stand and version.as_of == fact.stand]
        newest = next(reversed(dated or cited or versions), None)
        return None if newest is not None and _outdates(fact.stand, newest.as_of) else newest
    same = [version for version in versions if version.label and same_label(version.label, fact.version)]
    nameless = [version for version in cited or versions if not version.label]
    return next(iter(same), None) or next((v for v in nameless if _could_be(session, v, fact)), None)


def _outdates(stand: str, as_of: str) -> bool:
    """Say whether a Stand is certainly newer than the one a version has."""
    return bool(stand and as_of and newer(read_iso(stand), read_iso(as_of)))


def _clash(versions: list[SourceVersion], target: SourceVersion | None, fact: Fact) -> SourceVersion | None:
    """Return the stored version that a fact contradicts: a higher number with an older date, or the reverse."""
    label = fact.version or (target.label if target else "")
    stand = fact.stand if target is None or not target.as_of else target.as_of
    mark = Mark(label, stand)
    return next((v for v in versions if v is not target and conflicting(mark, mark_of(v))), None)


def _cited(session: Session, versions: list[SourceVersion]) -> list[SourceVersion]:
    """Return which of these versions a page uses."""
    used = select(Citation.version_id).where(
        col(Citation.version_id).in_([version.id for version in versions]), Citation.state == CitationState.CONFIRMED
    )
    ids = set(session.exec(used.distinct()))
    return [version for version in versions if version.id in ids]


def _could_be(session: Session, version: SourceVersion, fact: Fact) -> bool:
    """Say whether a nameless version can be the one a fact names: it existed when its pages last opened it."""
    if not fact.stand:
        return True
    if version.as_of:
        return version.as_of.startswith(fact.stand) or fact.stand.startswith(version.as_of)
    return existed(session, version, fact.stand)


def _new_version(
    session: Session, source: Source, versions: list[SourceVersion], fact: Fact, moment: Moment
) -> SourceVersion:
    """Add the version a fact speaks of, with what the newest known one tells of title and people."""
    known = reference_of(versions[-1]) if versions else Reference(kind="other", title=source.title)
    fresh = replace(
        known,
        version=fact.version,
        stand=fact.stand,
        accessed="",
        valid_until="",
        year=None,
        month=None,
        doi="",
        pmid="",
    )
    return add_version(session, source, fresh, moment.today)


def _fill(
    version: SourceVersion, fact: Fact, stand: PartialDate | None, end: date | None, today: date, *, created: bool
) -> None:
    """Add the facts. A register's day beside a printed month is the day of the last full consensus (0, finding 1)."""
    version.label = version.label or fact.version
    if stand is not None and not version.as_of:
        version.as_of = str(stand)
    elif stand is not None and not created and str(stand) != version.as_of:
        version.consensus_as_of = str(stand)
    if end is not None:
        version.valid_until, version.valid_until_origin = end, Origin.REGISTER
    status = fact.status
    if status is None and version.status is Status.EXPIRED and end is not None and end >= today:
        status = Status.FINAL  # an extension answers what the register called expired (1.1)
    if status in (None, version.status) or (status is Status.UNDER_REVISION and version.status in _STANDS_BESIDE):
        return
    version.status, version.status_on = status, today


def _number(session: Session, source: Source, version: SourceVersion, fact: Fact) -> None:
    """Learn the register number of a guideline that pages name by its title alone."""
    if not fact.awmf_number:
        return
    read = read_register_number(fact.awmf_number)
    if read is None:
        raise RefusedError("refused.no_register_number", value=fact.awmf_number)
    taken = session.exec(
        select(Identifier).where(Identifier.scheme == "awmf", Identifier.value == read.canonical)
    ).first()
    if taken is not None and taken.source_id != source.id:
        owner = session.get_one(Source, taken.source_id).title
        raise RefusedError("refused.number_taken", value=read.printed, owner=owner)
    if taken is None:
        session.add(Identifier(source_id=number(source), scheme="awmf", value=read.canonical))
    version.awmf_number = read.printed


def _refuse_contradictions(version: SourceVersion) -> None:
    """Refuse an end before the Stand (invariant 3)."""
    start = version.as_of or version.consensus_as_of
    if version.valid_until is not None and start and version.valid_until < read_iso(start).earliest():
        raise RefusedError("refused.valid_before_stand", value=version.valid_until.isoformat(), stand=start)


def _observation(moment: Moment, by: str, version: SourceVersion, fact: Fact, outcome: str) -> Observation:
    """Return the observation itself, to be kept for ever."""
    values = {
        "version": fact.version,
        "stand": fact.stand,
        "valid_until": fact.valid_until,
        "status": fact.status.value if fact.status else "",
        "awmf_number": fact.awmf_number,
    }
    return Observation(
        source_id=version.source_id,
        version_id=version.id,
        outcome=outcome,
        values={key: value for key, value in values.items() if value},
        note=fact.note,
        seen_on=moment.today,
        by=by,
        recorded_at=moment.now,
    )


def _state(version: SourceVersion) -> dict[str, object]:
    """Return what recording can change of a version, for the log."""
    return {
        "version": version.label,
        "as_of": version.as_of,
        "consensus_as_of": version.consensus_as_of,
        "valid_until": version.valid_until.isoformat() if version.valid_until else "",
        "status": version.status.value if version.status else "",
        "awmf_number": version.awmf_number,
    }
