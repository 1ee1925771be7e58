"""Sources that come back in a sheet: found by citation key, changed by ``edit_source``, added as any other source."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from citations.formats.item import ExportItem
from citations.formats.sheets import words
from citations.formats.sheets.columns import SOURCES
from citations.formats.sheets.notation import read_names, read_organisations
from citations.kinds import SourceKind
from citations.models import Source, SourceVersion
from citations.printed import PRINTED
from citations.queries.among import among
from citations.records import Organisation, Reference
from citations.stored import reference_of
from jobs.ledger import Moment, Touched, record, settle
from jobs.refused import RefusedError
from jobs.succession import put_families_in_order
from jobs.versions import number
from service.acts.doubles import notice
from service.acts.edit_source import changes, edit_source, logged
from service.acts.edited_fields import read_field
from service.acts.sheet_rows import Added, Side, Stored, Twin
from service.acts.sources import Wanted, find_or_add_all

_RENAMED = {"label": "version", "form": "edition_form", "as_of": "stand"}
_OWN = frozenset({"kind", "valid_until", "valid_until_origin", "consensus_as_of", "status"})
"""Fields that a reference does not have, or has otherwise."""


def stored(session: Session, names: Sequence[str]) -> dict[str, Stored]:
    """Return versions by citation key, as they stand."""
    rows = session.exec(
        select(SourceVersion, Source)
        .join(Source, col(Source.id) == col(SourceVersion.source_id))
        .where(col(SourceVersion.cite_key).in_(list(names)))
    )
    return {version.cite_key: _stored(source, version) for version, source in rows}


def _stored(source: Source, version: SourceVersion) -> Stored:
    item = ExportItem(
        cite_key=version.cite_key,
        kind=source.kind,
        reference=reference_of(version),
        key=source.key,
        valid_until=version.valid_until,
        valid_until_origin=version.valid_until_origin,
        consensus_as_of=version.consensus_as_of,
        status=version.status,
    )
    cells = SOURCES.cells(item)
    del cells["accessed"]  # differs by page
    return Stored(number(version), version.title or source.title, cells)


def read(texts: Mapping[str, str]) -> dict[str, object]:
    """Return cells as the values that ``edit_source`` takes. RefusedError or NotationError for one that is none."""
    return {name: _read(name, text) for name, text in texts.items()}


def _read(name: str, text: str) -> object:
    if name == "authors":
        return read_names(text)
    if name == "organisations":
        return read_organisations(text)
    if name == "et_al":
        answer = words.is_yes(text)
        if answer is None:
            raise RefusedError("refused.edit_word", field=name, value=text[:60], known=f"{words.YES}, {words.NO}")
        return answer
    listed = {"kind": words.KINDS, "status": words.STATUS, "valid_until_origin": words.ORIGINS}.get(name)
    if listed is None:
        return text
    value = words.meant(listed, text.strip())
    if value and value not in set(listed):
        known = ", ".join(listed.values())
        raise RefusedError("refused.edit_word", field=name, value=text[:60], known=known)
    return value


def differing(session: Session, row: Stored, values: Mapping[str, object], today: date) -> set[str]:
    """Return which of these fields would change. RefusedError for a value that breaks a rule."""
    version = session.get_one(SourceVersion, row.number)
    source = session.get_one(Source, version.source_id)
    return changes(source, version, values, today).keys() & values.keys()


def apply(session: Session, moment: Moment, by: str, row: Stored, values: Mapping[str, object]) -> None:
    """Store the changed fields of a version."""
    edit_source(session, moment, by, row.number, values)


def add(session: Session, moment: Moment, by: str, values: Mapping[str, object]) -> Added:
    """Find or add the source that a row without a key names. RefusedError for a wrong value."""
    fields = {name: read_field(name, value, moment.today) for name, value in values.items()}
    reference = _reference(fields)
    if not (reference.title or reference.organisations or reference.authors or reference.group_author):
        raise RefusedError("refused.edit_nameless", field="title")
    kind = SourceKind(str(fields["kind"])) if fields.get("kind") else None
    (found,) = find_or_add_all(session, [Wanted(reference, kind)], moment.today)
    if not (found.new_source or found.new_version or found.learned):
        return Added("known", number(found.version), found.source.key)
    about, after = f"source:{found.source.key}", {name: logged(value) for name, value in values.items()}
    shown = {name: str(value) for name, value in after.items()}
    event = record(session, moment, by, "add_source", about, after=dict(shown))
    _complete(session, moment, by, found.source, found.version, fields)
    versions = {number(found.version)} | put_families_in_order(session, {number(found.version)})
    settle(session, event, moment, Touched(versions=versions))
    outcome = "new" if found.new_source or found.new_version else "known"
    return Added(outcome, number(found.version), found.source.key)


def doubles(session: Session, moment: Moment, version_ids: Sequence[int]) -> dict[int, Twin]:
    """Keep what new sources may be once more, and return for each version the likeliest one that was there before."""
    rows = session.exec(
        select(SourceVersion.id, SourceVersion.source_id).where(among(col(SourceVersion.id), [*version_ids]))
    )
    of = {version: source for version, source in rows if version is not None}
    noticed = notice(session, moment, sorted({*of.values()}))
    likely = {one: (row.one_id if row.other_id == one else row.other_id, row) for one, (row, *_) in noticed.items()}
    named = {
        source: (key, title)
        for source, key, title in session.exec(
            select(Source.id, Source.key, Source.title).where(
                among(col(Source.id), sorted({twin for twin, _ in likely.values()}))
            )
        )
    }
    return {
        version: Twin(*named[twin], tuple(row.reasons))
        for version, source in of.items()
        if source in likely
        for twin, row in (likely[source],)
    }


def _complete(
    session: Session, moment: Moment, by: str, source: Source, version: SourceVersion, fields: Mapping[str, object]
) -> None:
    """Store what a reference has no place for, where it is not known yet."""
    lacking = {
        name: value
        for name, value in fields.items()
        if name in _OWN and name != "kind" and value and not getattr(version, name)
    }
    if "valid_until" not in lacking:
        lacking.pop("valid_until_origin", None)
    if changes(source, version, lacking, moment.today):
        edit_source(session, moment, by, number(version), lacking)


def _reference(fields: Mapping[str, object]) -> Reference:
    """Return the reference that typed fields make."""
    kind = fields.get("kind")
    made: dict[str, Any] = {
        _RENAMED.get(name, name): value for name, value in fields.items() if name not in _OWN and value is not None
    }
    made["authors"] = tuple(made.get("authors", ()))
    made["organisations"] = tuple(Organisation(o[0], tuple(o[1]), o[2]) for o in made.get("organisations", ()))
    return Reference(kind=PRINTED[SourceKind(str(kind))] if kind else _likely(made), **made)


def _likely(made: Mapping[str, object]) -> str:
    """Return what a reference is called in print where nobody said its kind."""
    if made.get("awmf_number") or made.get("guideline_class"):
        return "guideline"
    if made.get("container") or made.get("doi") or made.get("pmid"):
        return "journal-article"
    return "book" if made.get("isbn") or made.get("publisher") else "web-page"


SIDE = Side(SOURCES, stored, read, differing, apply, add, doubles)
"""What a sheet of sources means."""
