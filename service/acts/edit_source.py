"""A person fills in or corrects what is known of a version: fields of the reference, facts, the kind of its source.

A hard key (register number, DOI, PMID, ISBN) that is changed is learned, the old one keeps naming the source.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from sqlalchemy import update
from sqlmodel import Session, col, select

from citations.dates import BadDateError, read_iso
from citations.identity import identify
from citations.kinds import Origin
from citations.likeness import marks
from citations.models import Event, Identifier, Source, SourceVersion, TitleMark
from citations.queries.tables import SEARCH
from citations.search import fold
from citations.stored import mark_of, reference_of
from citations.versions import conflicting
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import RefusedError, UnknownError
from jobs.succession import put_in_order
from jobs.title_marks import mark
from jobs.versions import number
from service.acts.doubles import notice
from service.acts.edited_fields import read_field

_HARD = {"awmf_number": "awmf", "doi": "doi", "pmid": "pmid", "isbn": "isbn"}
_PLACED_BY = frozenset({"label", "as_of", "year", "form"})
"""What places a version among its siblings."""
_FOUND_BY = frozenset({"title", "authors", "organisations", "awmf_number", "doi", "substances"})
_OF_SOURCE = frozenset({"kind", "substances"})
"""What belongs to the source and not to one of its versions."""


def edit_source(session: Session, moment: Moment, by: str, version_id: int, fields: Mapping[str, object]) -> Event:
    """Change fields of a version and of its source; return the event with the values before and after.

    ``fields`` are columns of a version, ``kind`` and ``substances``, as ``service.acts.edited_fields`` reads them: text
    as typed or values in their own types; "" and None empty a field. Deadlines and flags follow in the same
    transaction. Raises UnknownError for an unknown version; RefusedError, with the fact ``field`` where one field is to
    blame, for a value that breaks a rule (domain 6, invariants 2, 3, 5, 18), for a key that another source has, and
    where nothing would change.
    """
    version = session.get(SourceVersion, version_id)
    if version is None:
        raise UnknownError("refused.unknown_version", number=version_id)
    source = session.get_one(Source, version.source_id)
    if version.merged_into_id is not None or source.merged_into_id is not None:
        raise RefusedError("refused.edit_merged", key=source.key)
    changed = changes(source, version, fields, moment.today)
    if not changed:
        raise RefusedError("refused.edit_nothing")
    before = {name: logged(value_of(source, version, name)) for name in changed}
    _write(source, version, changed, moment.today)
    _refuse_contradictions(version, changed)
    family = list(
        session.exec(select(SourceVersion).where(SourceVersion.source_id == source.id).order_by(col(SourceVersion.id)))
    )
    _place(session, version, family, changed)
    _learn(session, source, version, changed)
    if _FOUND_BY & changed.keys():
        make_findable(session, source, family)
        mark(session, [source])
        notice(session, moment, [number(source)])
    after = {name: logged(value_of(source, version, name)) for name in changed}
    event = record(session, moment, by, "edit_source", f"version:{version_id}", before=before, after=after)
    settle(session, event, moment, Touched(versions={number(one) for one in family}))
    return event


def changes(source: Source, version: SourceVersion, fields: Mapping[str, object], today: date) -> dict[str, object]:
    """Return which fields would change, each with what would be stored. RefusedError for a value that breaks a rule."""
    read = {name: read_field(name, value, today) for name, value in fields.items()}
    changed = {name: value for name, value in read.items() if value != value_of(source, version, name)}
    if "valid_until" not in changed:
        return changed
    if changed["valid_until"] is None:
        origin: Origin | None = None
    else:
        printed = version.valid_until_origin in (None, Origin.DERIVED)  # a person's word is no computation
        origin = Origin.PRINTED if printed else version.valid_until_origin
        named = read.get("valid_until_origin")
        origin = Origin(str(named)) if named else origin
    changed.pop("valid_until_origin", None)
    return changed if origin == version.valid_until_origin else changed | {"valid_until_origin": origin}


def value_of(source: Source, version: SourceVersion, name: str) -> object:
    """Return a field of a version as it is stored; some are its source's."""
    value = getattr(source if name in _OF_SOURCE else version, name)
    return list(value) if isinstance(value, list) else value


def logged(value: object) -> object:
    """Return a stored value as the log keeps it."""
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _write(source: Source, version: SourceVersion, changed: Mapping[str, object], today: date) -> None:
    """Store the values. A source that bore its version's title goes on bearing it."""
    if "title" in changed and changed["title"] and source.title in (version.title, ""):
        source.title = str(changed["title"])
    for name, value in changed.items():
        setattr(source if name in _OF_SOURCE else version, name, value)
    if "status" in changed:
        version.status_on = today if version.status else None
    if not version.title and not version.organisations and not version.authors and not version.group_author:
        raise RefusedError("refused.edit_nameless", field="title")


def _refuse_contradictions(version: SourceVersion, changed: Mapping[str, object]) -> None:
    """Refuse an end before the Stand (invariant 3), an origin without an end, and an end without an origin."""
    if "valid_until_origin" in changed and (version.valid_until is None) != (version.valid_until_origin is None):
        raise RefusedError("refused.edit_origin", field="valid_until_origin")
    start = version.as_of or version.consensus_as_of
    if version.valid_until is None or not start or not {"valid_until", "as_of", "consensus_as_of"} & changed.keys():
        return
    try:
        begins = read_iso(start).earliest()
    except BadDateError:  # an older value that nobody is changing now
        return
    if version.valid_until < begins:
        end = version.valid_until.isoformat()
        field = "valid_until" if "valid_until" in changed else "as_of" if "as_of" in changed else "consensus_as_of"
        raise RefusedError("refused.valid_before_stand", field=field, value=end, stand=start)


def _place(
    session: Session, version: SourceVersion, family: list[SourceVersion], changed: Mapping[str, object]
) -> None:
    """Put the versions in order anew; a higher number with an older date is refused (invariants 4 and 5)."""
    if not _PLACED_BY & changed.keys():
        return
    other = next((one for one in family if one is not version and conflicting(mark_of(version), mark_of(one))), None)
    if other is not None:
        field = "label" if "label" in changed else "as_of"
        facts = {"version": version.label, "stand": version.as_of, "other": other.label or other.as_of}
        raise RefusedError("refused.conflict", field=field, **facts)
    session.flush()
    put_in_order(session, family)


def _learn(session: Session, source: Source, version: SourceVersion, changed: Mapping[str, object]) -> None:
    """Add the hard keys that were typed; RefusedError for one that another source has. Old keys stay."""
    typed = {_HARD[name]: name for name in changed if name in _HARD and changed[name]}
    if not typed:
        return
    for scheme, value in identify(reference_of(version), kind=source.kind).identifiers:
        name = typed.get(scheme)
        if name is None:
            continue
        known = session.exec(select(Identifier).where(Identifier.scheme == scheme, Identifier.value == value)).first()
        if known is None:
            session.add(Identifier(source_id=number(source), scheme=scheme, value=value))
        elif known.source_id != source.id:
            owner = session.get_one(Source, known.source_id).title
            raise RefusedError("refused.key_taken", field=name, value=str(changed[name]), owner=owner)
    session.flush()


def make_findable(session: Session, source: Source, family: list[SourceVersion]) -> None:
    """Bring the searched text of a source, and the marks that find likely doubles, in step with its versions."""
    words = [source.key, source.title, source.substances]
    for one in family:
        reference = reference_of(one)
        words += [reference.title, reference.awmf_number, reference.doi, *reference.authors]
        words += [part for o in reference.organisations for part in (o.name, *o.bracket)]
    folded = fold(" ".join(dict.fromkeys(words)))
    known = set(session.exec(select(TitleMark.mark).where(TitleMark.source_id == source.id)))
    fresh = {mark for one in family for mark in marks(source.kind, reference_of(one))} - known
    session.add_all(TitleMark(source_id=number(source), mark=mark) for mark in sorted(fresh))
    mine = (SEARCH.c.kind == "source", SEARCH.c.ref_id == source.id)
    session.connection().execute(update(SEARCH).where(*mine).values(folded=folded))
