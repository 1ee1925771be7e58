"""A person fills in by hand what nobody could read, an entry of a list or a line of a page's list, or adds a source.

The printed text stays as it is; what was typed becomes a source, or is one that is known already.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from citations.formats.incoming import Entry
from citations.formats.item import ExportItem
from citations.kinds import Origin, SourceKind, Status
from citations.models import Access, ImportedEntry, ListedSource, ListImport
from citations.printed import PRINTED
from citations.records import Organisation, Reference
from jobs.entries import stand_behind
from jobs.facts import versions_of_source
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import ConflictError, RefusedError, UnknownError
from jobs.succession import put_families_in_order
from jobs.versions import number
from service.acts.access_rules import access_fault
from service.acts.cite import cite_on_page
from service.acts.doubles import notice
from service.acts.edit_source import make_findable
from service.acts.edited_fields import read_field
from service.acts.keep_entries import keep
from service.acts.sources import Found

_COLUMNS = {"label": "version", "form": "edition_form", "as_of": "stand"}


@dataclass(frozen=True, slots=True)
class Filled:
    """What a person typed: the kind of the source, fields by their column, and the day on which they opened it."""

    kind: SourceKind
    fields: Mapping[str, object]
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class FilledIn:
    """The source that came of it, and whether it is new; else it was known by its identity."""

    key: str
    title: str
    new: bool


@dataclass(slots=True)
class _Filling:
    """What putting a source on a page needs to know."""

    session: Session
    moment: Moment
    by: str
    page_id: int
    touched: Touched = field(default_factory=Touched)


def fill_entry(session: Session, moment: Moment, by: str, entry_id: int, filled: Filled) -> FilledIn:
    """Make a source of an entry of a list that nobody could read, and return it; a known one is found by its identity.

    RefusedError for fields that break a rule; ConflictError where somebody was faster.
    """
    entry = session.get(ImportedEntry, entry_id)
    if entry is None:
        raise UnknownError("refused.unknown_entry", number=entry_id)
    if entry.outcome != "problem" or session.get_one(ListImport, entry.import_id).state != "imported":
        raise ConflictError("conflict.filled_already", who=by)
    touched = Touched()
    found = _store(session, moment, by, filled, (entry.line, entry.raw), touched)
    entry.outcome, entry.source_id, entry.version_id = "filled", number(found.source), number(found.version)
    entry.facts = entry.facts | {"title": found.source.title, "key": found.source.key}
    after: dict[str, object] = {"text": entry.raw[:500], "source": found.source.key}
    event = record(session, moment, by, "fill_in", f"source:{found.source.key}", after=after)
    came = FilledIn(found.source.key, found.source.title, found.new_source)
    settle(session, event, moment, touched)
    return came


def fill_line(session: Session, moment: Moment, by: str, listed_id: int, filled: Filled) -> FilledIn:
    """Make a source of a printed line that nobody could read, put it on the line's page, and return it.

    The line keeps its text and is irregular from now on (domain 4.1). Raises as ``fill_entry`` does.
    """
    line = session.get(ListedSource, listed_id)
    if line is None:
        raise UnknownError("refused.unknown_line", number=listed_id)
    if line.reading != "unread" or line.state != "active":
        raise ConflictError("conflict.filled_already", who=by)
    run = _Filling(session, moment, by, line.page_id)
    here = Filled(filled.kind, filled.fields)
    found = _store(session, moment, by, here, (line.position, line.text), run.touched)
    cite_on_page(run, found.version, line)
    line.reading, line.why, line.irregular = "reference", "", True
    if filled.accessed:
        _open(run, found, filled.accessed)
    after: dict[str, object] = {"text": line.text, "source": found.source.key}
    event = record(session, moment, by, "fill_in", f"page:{line.page_id}", after=after)
    run.touched.subjects |= stand_behind(session, line.page_id)
    came = FilledIn(found.source.key, found.source.title, found.new_source)
    settle(session, event, moment, run.touched)
    return came


def add_typed(session: Session, moment: Moment, by: str, filled: Filled) -> FilledIn:
    """Store a source that a person typed, or took from a registry; a known one is found by its identity.

    A known source learns what it lacks; nothing of it is overwritten. RefusedError for fields that break a rule.
    """
    touched = Touched()
    found = _store(session, moment, by, filled, (0, ""), touched)
    came = FilledIn(found.source.key, found.source.title, found.new_source)
    if touched.versions:
        after: dict[str, object] = {"source": came.key}
        event = record(session, moment, by, "add_source", f"source:{came.key}", after=after)
        settle(session, event, moment, touched)
    return came


def _store(
    session: Session, moment: Moment, by: str, filled: Filled, printed: tuple[int, str], touched: Touched
) -> Found:
    """Store what was typed as one entry of a list would be; what an import leaves out with a remark is refused."""
    substances = str(read_field("substances", filled.fields.get("substances"), moment.today))
    entry = Entry(_item(filled, moment), *printed)
    (kept,) = keep(session, moment, by, [entry])
    broken = next((remark for remark in kept.remarks if remark.why.startswith("refused.")), None)
    if broken is not None:
        raise RefusedError(broken.why, **broken.facts)
    if substances and _name_substances(session, moment, by, kept.found, substances):
        touched.versions.add(number(kept.found.version))
    if kept.changed:
        touched.versions.add(number(kept.found.version))
        touched.versions |= put_families_in_order(session, touched.versions)
    if kept.found.new_source:
        notice(session, moment, [number(kept.found.source)])
    return kept.found


def _name_substances(session: Session, moment: Moment, by: str, found: Found, substances: str) -> bool:
    """Store by what a source is watched, if nobody said it before; return whether that is new."""
    source = found.source
    if source.substances:
        return False
    source.substances = substances
    make_findable(session, source, versions_of_source(session, source))
    if not found.new_source:
        record(session, moment, by, "record_fact", f"source:{source.key}", after={"substances": substances})
    return True


def _item(filled: Filled, moment: Moment) -> ExportItem:
    """Return what was typed, each field by its rule; RefusedError names the field and the rule it breaks."""
    read: dict[str, Any] = {
        name: read_field(name, value, moment.today)
        for name, value in filled.fields.items()
        if value and name != "substances"
    }
    end, status = read.pop("valid_until", None), read.pop("status", None)
    origin = read.pop("valid_until_origin", None) or Origin.PRINTED
    names = {_COLUMNS.get(name, name): value for name, value in read.items()}
    reference = _reference(filled.kind, names, filled.accessed)
    if not (reference.title or reference.organisations or reference.authors or reference.group_author):
        raise RefusedError("refused.edit_nameless", field="title")
    return ExportItem(
        cite_key="",
        kind=filled.kind,
        reference=reference,
        valid_until=end,
        valid_until_origin=origin if end else None,
        status=Status(status) if status else None,
    )


def _reference(kind: SourceKind, read: Mapping[str, Any], accessed: str) -> Reference:
    """Return the reference that the fields of a form make."""
    values = dict(read)
    people = tuple(values.pop("authors", ()))
    bodies = tuple(
        Organisation(name, tuple(bracket), members) for name, bracket, members in values.pop("organisations", ())
    )
    printed = PRINTED[kind]
    return Reference(kind=printed, authors=people, organisations=bodies, accessed=accessed, **values)


def _open(run: _Filling, found: Found, accessed: str) -> None:
    """Keep the day on which a person says to have opened the source for the page of the line."""
    stand = found.version.as_of
    if fault := access_fault(accessed, stand, run.moment.today):
        raise RefusedError(fault, value=accessed, stand=stand, today=run.moment.today.isoformat())
    run.session.add(
        Access(
            version_id=number(found.version),
            page_id=run.page_id,
            on=accessed,
            origin="recorded",
            by=run.by,
            recorded_at=run.moment.now,
        )
    )
