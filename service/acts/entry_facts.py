"""What an entry of a list states: mended before it is stored, and compared with what is stored already.

What breaks a rule (domain 6, invariants 1 to 3) or contradicts a known version is left out and named in a remark;
nothing that is stored is ever overwritten. No session.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from citations.dates import BadDateError, read_iso
from citations.formats.incoming import Entry, Problem
from citations.formats.item import ExportItem
from citations.identity import slug
from citations.kinds import Origin
from citations.models import SourceVersion
from citations.records import Organisation, Reference
from citations.stored import version_fields
from service.acts.access_rules import stand_fault

_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_NAMES = tuple(field.name for field in fields(Reference))
_NOT_COMPARED = frozenset({"style", "printed_kind", "valid_until", "valid_until_origin", "et_al", "month"})
"""Fields that say how a line was printed, and those that are compared by a rule of their own."""
_MONTHS = range(1, 13)
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Mended:
    """An entry as it may be stored, and what had to be left out for it."""

    item: ExportItem
    remarks: tuple[Problem, ...]


def mended(entry: Entry, today: date) -> Mended:
    """Return an entry without what no version may say: a Stand ahead of today, a day no calendar has, broken signs."""
    reference, remarks = _storable(entry.item.reference), []
    if reference != entry.item.reference:
        remarks.append(_remark(entry, reference.title, "reading.broken_signs"))
    if fault := stand_fault(reference.stand, today):
        remarks.append(_remark(entry, reference.stand, fault, value=reference.stand, today=today.isoformat()))
        reference = replace(reference, stand="")
    if reference.year is not None and not date.min.year <= reference.year <= date.max.year:
        remarks.append(_remark(entry, str(reference.year), "refused.no_date", value=str(reference.year)))
        reference = replace(reference, year=None)
    if reference.month is not None and reference.month not in _MONTHS:
        remarks.append(_remark(entry, str(reference.month), "refused.no_date", value=str(reference.month)))
        reference = replace(reference, month=None)
    item = replace(entry.item, reference=reference)
    if item.consensus_as_of and (fault := stand_fault(item.consensus_as_of, today)):
        remarks.append(_remark(entry, item.consensus_as_of, fault, value=item.consensus_as_of, today=today.isoformat()))
        item = replace(item, consensus_as_of="")
    item, fault = _with_end(item)
    if fault:
        remarks.append(_remark(entry, reference.valid_until, fault, value=reference.valid_until))
    return Mended(item, tuple(remarks))


def storable(text: str) -> str:
    """Return a text in which signs that no database stores (zero bytes, half surrogates) stand as U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)


def add_facts(
    entry: Entry, item: ExportItem, version: SourceVersion, today: date
) -> tuple[dict[str, object], list[Problem]]:
    """Give a version what it lacks of end, status and consensus; return what was added, and what was not taken.

    An end that was computed is not stored: the ledger computes it anew (invariant 3).
    """
    added: dict[str, object] = {}
    remarks: list[Problem] = []
    stated: dict[str, object] = {"consensus_as_of": item.consensus_as_of, "status": item.status}
    if item.valid_until_origin is not Origin.DERIVED:
        stated["valid_until"] = item.valid_until
    for name, value in stated.items():
        stored = getattr(version, name)
        if not value or value == stored:
            continue
        if stored:
            remarks.append(_differs(entry, name, stored, value))
        elif name == "valid_until" and (begins := _begins(version)) and item.valid_until and item.valid_until < begins:
            facts = {"value": item.valid_until.isoformat(), "stand": version.as_of or version.consensus_as_of}
            remarks.append(_remark(entry, facts["value"], "refused.valid_before_stand", **facts))
        else:
            setattr(version, name, value)
            added[name] = _said(value)
    if "valid_until" in added:
        version.valid_until_origin = item.valid_until_origin or Origin.PRINTED
    if "status" in added:
        version.status_on = today
    return added, remarks


def differences(entry: Entry, item: ExportItem, version: SourceVersion) -> Iterator[Problem]:
    """Yield a remark for every field in which an entry contradicts a known version; the version stays as it is."""
    if item.reference.stand and not version.as_of:  # it would begin after its end
        end = version.valid_until.isoformat() if version.valid_until else ""
        facts = {"value": end, "stand": item.reference.stand}
        yield _remark(entry, item.reference.stand, "refused.valid_before_stand", **facts)
    for name, value in version_fields(item.reference).items():
        stored = getattr(version, name)
        if value and stored and name not in _NOT_COMPARED and _words(value) != _words(stored):
            yield _differs(entry, name, stored, value)


def _storable(reference: Reference) -> Reference:
    """Return the reference without signs that no database stores; the same object where there are none."""
    values = {name: getattr(reference, name) for name in _NAMES}
    clean = {name: _cleaned(value) for name, value in values.items()}
    return reference if clean == values else Reference(**clean)


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - a field of a reference
    """Return a field without signs that no database stores."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if isinstance(value, Organisation):
        return Organisation(storable(value.name), _cleaned(value.bracket), value.members)
    return value


def _with_end(item: ExportItem) -> tuple[ExportItem, str]:
    """Return the item with the end of validity that its line prints, and the rule that a printed one breaks."""
    printed = item.reference.valid_until
    item = replace(item, reference=replace(item.reference, valid_until="")) if printed else item
    if not printed or item.valid_until is not None:
        return item, ""
    try:
        return replace(item, valid_until=read_iso(printed).latest(), valid_until_origin=Origin.PRINTED), ""
    except BadDateError:
        return item, "refused.no_date"


def _begins(version: SourceVersion) -> date | None:
    """Return the first day on which a version can have been valid, None where it gives none."""
    try:
        start = version.as_of or version.consensus_as_of
        return read_iso(start).earliest() if start else None
    except BadDateError:
        return None


def _remark(entry: Entry, raw: str, why: str, **facts: str) -> Problem:
    return Problem(entry.line, raw, why, facts)


def _differs(entry: Entry, name: str, stored: object, stated: object) -> Problem:
    facts = {"field": name, "stored": _shown(stored), "stated": _shown(stated)}
    return Problem(entry.line, facts["stated"], "reading.differs", facts)


def _said(value: object) -> object:
    """Return a value as the log keeps it."""
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _shown(value: object) -> str:
    """Return a value in words: names of people and organisations in a row."""
    if isinstance(value, list):
        return ", ".join(str(one[0]) if isinstance(one, list) else str(one) for one in value)
    return str(_said(value))


def _words(value: object) -> str:
    """Return what two spellings of one value have in common: letters and figures."""
    return slug(_shown(value), _LONGEST)
