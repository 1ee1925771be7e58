"""What is learned about sources, by people and by looks at registers: a fact, a newer version."""

from dataclasses import dataclass, field, replace
from datetime import date

from sqlmodel import Session, col, select

from citations.dates import BadDateError, PartialDate, read_iso
from citations.identity import read_register_number
from citations.kinds import Evidence, Origin, Status
from citations.models import Event, Identifier, Observation, Source, SourceVersion
from citations.records import Reference
from citations.stored import reference_of
from jobs.fact_target import Fact, clash_of, target_of
from jobs.known_sources import kept_source
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import RefusedError
from jobs.succession import put_in_order
from jobs.title_marks import mark
from jobs.versions import add_version, number

__all__ = ["Fact", "Learned", "Recorded", "learn_fact", "record_fact", "versions_of_source"]

_STANDS_BESIDE = frozenset(
    {Status.RETRACTED, Status.WITHDRAWN, Status.CORRECTED, Status.AMENDED, Status.EXPIRED},
)
"""What a register says that "in revision" does not take back: that is information, no better state (1.1)."""


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
class Learned:
    """What a fact changed, before the ledger follows: the version it is about, all that may have moved, the event.

    ``clash`` is the version it contradicts; then nothing was changed and there is only the event.
    """

    version: SourceVersion
    new_version: bool
    event: Event
    touched: set[int] = field(default_factory=set)
    clash: SourceVersion | None = None


def record_fact(session: Session, moment: Moment, by: str, source: Source, fact: Fact) -> Recorded:
    """Record what the register says. Adds missing facts, a newer version if it is one, and keeps an observation.

    A fact that contradicts what is known (higher number, older date) is kept as an observation and shown as a
    conflict; it changes nothing else (invariant 5).
    """
    source = kept_source(session, source)
    learned = learn_fact(session, moment, by, source, fact)
    clash = learned.clash
    session.add(_observation(moment, by, learned.version, fact, "conflict" if clash else "recorded"))
    if clash is not None:
        told = clash.label or clash.as_of
        return Recorded(source.key, number(clash), fact.version, new_version=False, conflict=told)
    settle(session, learned.event, moment, Touched(versions=learned.touched))
    return Recorded(source.key, number(learned.version), learned.version.label, learned.new_version)


def learn_fact(session: Session, moment: Moment, by: str, source: Source, fact: Fact) -> Learned:
    """Store a fact without its consequences; whoever calls keeps the observation and settles. RefusedError as said.

    The source is one that was not merged into another.
    """
    stand, valid_until = _dates(fact, moment.today)
    versions = versions_of_source(session, source)
    target = target_of(session, versions, fact)
    clash = clash_of(versions, target, fact)
    if clash is not None:
        after: dict[str, object] = {"version": fact.version, "stand": fact.stand}
        event = record(session, moment, by, "conflict", f"source:{source.key}", after=after)
        return Learned(clash, new_version=False, event=event, clash=clash)
    created = target is None
    if target is None:
        target = _new_version(session, source, versions, fact, moment)
    before = _state(target)
    _fill(target, fact, stand, valid_until, moment.today, created=created)
    _number(session, source, target, fact)
    _names(session, source, target, fact)
    _refuse_contradictions(target)
    session.flush()
    mark(session, [source])
    known = [*versions, target] if created else versions
    put_in_order(session, known)
    event = record(session, moment, by, "record_fact", f"source:{source.key}", before=before, after=_state(target))
    return Learned(target, created, event, {number(version) for version in known})


def versions_of_source(session: Session, source: Source) -> list[SourceVersion]:
    """Return all versions of a source, in the order in which they became known."""
    return list(
        session.exec(select(SourceVersion).where(SourceVersion.source_id == source.id).order_by(col(SourceVersion.id)))
    )


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


def _new_version(
    session: Session, source: Source, versions: list[SourceVersion], fact: Fact, moment: Moment
) -> SourceVersion:
    """Add the version a fact speaks of, with what the newest known one tells of title and people.

    A successor with a name of its own is another text: its volume, pages and people are not known.
    """
    known = reference_of(versions[-1]) if versions else Reference(kind="other", title=source.title)
    issued = _date(fact.issued)
    fresh = replace(
        known,
        version=fact.version,
        stand=fact.stand,
        accessed="",
        valid_until="",
        year=issued.year if issued else None,
        month=issued.month if issued else None,
        title=fact.title or known.title,
        url=fact.url or ("" if fact.succeeds else known.url),
        doi=fact.doi,
        pmid=fact.pmid,
    )
    if fact.doi or fact.pmid:
        fresh = replace(fresh, volume="", issue="", pages="")
    version = add_version(session, source, fresh, moment.today)
    version.succeeds = fact.succeeds
    return version


def _fill(
    version: SourceVersion, fact: Fact, stand: PartialDate | None, end: date | None, today: date, *, created: bool
) -> None:
    """Add the facts. A register's day beside a printed month is the day of the last full consensus (0, finding 1)."""
    version.label = version.label or fact.version
    version.doi, version.pmid = version.doi or fact.doi, version.pmid or fact.pmid
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
    owner = _owner(session, "awmf", read.canonical)
    if owner is not None and owner.id != source.id:
        raise RefusedError("refused.number_taken", value=read.printed, owner=owner.title)
    if owner is None:
        session.add(Identifier(source_id=number(source), scheme="awmf", value=read.canonical))
    version.awmf_number = read.printed


def _names(session: Session, source: Source, version: SourceVersion, fact: Fact) -> None:
    """Let a version be found by its own DOI and PMID, unless another source is known by them."""
    for scheme, value in (("doi", fact.doi), ("pmid", fact.pmid)):
        if value and value == getattr(version, scheme) and _owner(session, scheme, value) is None:
            session.add(Identifier(source_id=number(source), scheme=scheme, value=value))


def _owner(session: Session, scheme: str, value: str) -> Source | None:
    """Return the source that is known by a hard key."""
    taken = select(Source).join(Identifier, col(Identifier.source_id) == col(Source.id))
    return session.exec(taken.where(Identifier.scheme == scheme, Identifier.value == value)).first()


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
        evidence=Evidence.EDITOR.value,
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
