r"""The facts of an item that a format has no field for, as JSON, so that what we write comes back whole.

A writer makes its visible fields first, reads them as it would a stranger's, and writes down only what did not come
back. So a fact stands in one place: who changes the visible title in another program gets the changed title back.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from itertools import compress
from operator import attrgetter, ne
from typing import Any

from citations.formats.foreign.draft import Facts
from citations.formats.foreign.numbers import PRINTED_NUMBER, register_number
from citations.formats.item import ExportItem
from citations.identity import key_of
from citations.kinds import Origin, SourceKind, Status
from citations.records import Organisation, Reference
from citations.references.numbers import read_doi

_REFERENCE = {field.name: None if field.default is MISSING else field.default for field in fields(Reference)}
_ITEM = {field.name: None if field.default is MISSING else field.default for field in fields(ExportItem)}
del _ITEM["reference"]
_ITEM["cite_key"] = ""
CARRIED = frozenset(_ITEM) | {f"reference.{name}" for name in _REFERENCE}
"""Fields that come back as they were: all of them. Half a pair of UTF-16, which no file can hold, is U+FFFD."""

_FIELDS = tuple((True, name) for name in _REFERENCE) + tuple((False, name) for name in _ITEM)
_KEY_PLACE = _FIELDS.index((False, "key"))
_REFERENCE_VALUES, _ITEM_VALUES = attrgetter(*_REFERENCE), attrgetter(*_ITEM)
_SURROGATE = re.compile("[\ud800-\udfff]")
_DELICATE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]|(?<= ) ")
_ENUMS = {"kind": SourceKind, "valid_until_origin": Origin, "status": Status}
_NUMBERS = frozenset({"reference.year", "reference.month"})


_LONGEST_DOI = 60
"""Signs of a DOI of which the key is made without a look at the other facts."""


def usual_key(kind: SourceKind, reference: Reference) -> str:
    """Return the key that a source of ours has by its facts (domain 6): who reads a file of ours needs no other.

    The same as ``key_of`` gives, only faster for most; "" for facts that no file can hold.
    """
    number, doi = reference.awmf_number, reference.doi
    plain = number and PRINTED_NUMBER.fullmatch(number)
    if number and (known := number.replace("/", "-") if plain else register_number(number)):
        return f"awmf:{known}-patient" if kind is SourceKind.AWMF_PATIENT_GUIDELINE else f"awmf:{known}"
    if doi and not number and len(doi) <= _LONGEST_DOI and kind not in _OTHER_KEYS:
        known = read_doi(doi)
        if known and known.isascii():
            return f"doi:{known}"
    try:
        return key_of(reference, kind)
    except UnicodeEncodeError:
        return ""


_OTHER_KEYS = frozenset({SourceKind.ONKOPEDIA, SourceKind.COCHRANE_REVIEW})


def built(seen: Facts) -> ExportItem:
    """Return the item of an entry; one of ours that says no key has the usual one."""
    if not has_usual_key(seen):
        return seen.built()
    reference = Reference(**seen.reference)
    key = usual_key(seen.item["kind"], reference)
    return ExportItem(**({"cite_key": ""} | seen.item), key=key, reference=reference)


def has_usual_key(seen: Facts) -> bool:
    """Say whether a reader takes the usual key, because the entry is one of ours and says no other."""
    return seen.ours and "key" not in seen.item


class NotOursError(ValueError):
    """What stands where our own facts belong was not written by us; the message names the field."""


def differences(item: ExportItem, seen: Facts) -> Iterator[tuple[bool, str, Any, Any]]:
    """Yield (is of the Reference, name, value, value read) of all fields that ``seen`` does not say as they are."""
    values = (*_REFERENCE_VALUES(item.reference), *_ITEM_VALUES(item))
    read = (*(_REFERENCE | seen.reference).values(), *(_ITEM | seen.item).values())
    if has_usual_key(seen):
        read = (*read[:_KEY_PLACE], None, *read[_KEY_PLACE + 1 :])  # what is not said may be the usual one or none
    for place in compress(range(len(values)), map(ne, values, read)):
        yield *_FIELDS[place], values[place], read[place]


def missing_facts(item: ExportItem, seen: Facts) -> dict[str, Any]:
    """Return the fields of ``item`` that ``seen``, read from the visible fields alone, does not give back."""
    return {
        f"reference.{name}" if inner else name: _plain(value)
        for inner, name, value, _ in differences(item, seen)
        if inner or name != "key" or not has_usual_key(seen) or value != usual_key(item.kind, item.reference)
    }


def with_facts(seen: Facts, own: object) -> Facts:
    """Return what was read with our own facts put in; NotOursError where one is no value of its field."""
    if not isinstance(own, Mapping):
        raise NotOursError("")
    made = Facts(dict(seen.reference), dict(seen.item), seen.ours)
    for name, value in own.items():
        if name not in CARRIED:
            raise NotOursError(str(name))
        head, _, field = str(name).rpartition(".")
        (made.reference if head else made.item)[field] = _read(str(name), value)
    return made


def one_line(facts: Mapping[str, Any]) -> str:
    """Return the facts as JSON that survives any program: on one line, no sign unprintable, no two spaces in a row."""
    text = _SURROGATE.sub("\ufffd", json.dumps(facts, ensure_ascii=False, separators=(",", ":")))
    return _DELICATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _plain(value: Any) -> Any:  # noqa: ANN401 - a field of any type, a JSON value
    """Return a field's value as JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [[one.name, list(one.bracket), one.members] if isinstance(one, Organisation) else one for one in value]
    return value


def _read(name: str, value: Any) -> Any:  # noqa: ANN401 - a JSON value, a field of any type
    """Return the value of a field; NotOursError for a value of another shape."""
    try:
        return _checked(name, value)
    except (ValueError, TypeError) as error:
        raise NotOursError(name) from error


def _checked(name: str, value: Any) -> Any:  # noqa: ANN401 - see _read
    if name in _ENUMS:
        return None if value is None and name != "kind" else _ENUMS[name](value)
    if name == "valid_until" or name in _NUMBERS:
        read = int if name in _NUMBERS else date.fromisoformat
        return None if value is None else read(value)
    if name == "reference.et_al":
        return value is True
    if name == "reference.authors":
        return tuple(map(_text, value))
    return tuple(map(_organisation, value)) if name == "reference.organisations" else _text(value)


def _organisation(value: Any) -> Organisation:  # noqa: ANN401 - a JSON value
    name, bracket, members = value
    return Organisation(_text(name), tuple(map(_text, bracket)), members is True)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
