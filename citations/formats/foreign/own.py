r"""The facts of an item that a format has no field for, as JSON, so that what we write comes back whole.

A writer makes its visible fields first, reads them as it would a stranger's, and writes down only what did not come
back. So a fact stands in one place: who changes the visible title in another program gets the changed title back.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from citations.formats.item import ExportItem
from citations.kinds import Origin, SourceKind, Status
from citations.records import Organisation, Reference

CARRIED = frozenset(field.name for field in fields(ExportItem)) - {"reference"} | {
    f"reference.{field.name}" for field in fields(Reference)
}
"""Fields that come back as they were: all of them. Half a pair of UTF-16, which no file can hold, is U+FFFD."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_DELICATE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]|(?<= ) ")
_NAMES = tuple(sorted(CARRIED))
_ENUMS = {"kind": SourceKind, "valid_until_origin": Origin, "status": Status}
_NUMBERS = frozenset({"reference.year", "reference.month"})


class NotOursError(ValueError):
    """What stands where our own facts belong was not written by us; the message names the field."""


def missing_facts(item: ExportItem, seen: ExportItem) -> dict[str, Any]:
    """Return the fields of ``item`` that ``seen``, read from the visible fields alone, does not give back."""
    facts = {}
    for name in _NAMES:
        value = _value(item, name)
        if value != _value(seen, name):
            facts[name] = _plain(value)
    return facts


def with_facts(seen: ExportItem, facts: object) -> ExportItem:
    """Return the item with our own facts put in; NotOursError where one is no value of its field."""
    if not isinstance(facts, Mapping):
        raise NotOursError("")
    inner: dict[str, Any] = {}
    outer: dict[str, Any] = {}
    for name, value in facts.items():
        if name not in CARRIED:
            raise NotOursError(str(name))
        head, _, field = str(name).rpartition(".")
        (inner if head else outer)[field] = _read(str(name), value)
    return replace(seen, reference=replace(seen.reference, **inner), **outer)


def one_line(facts: Mapping[str, Any]) -> str:
    """Return the facts as JSON that survives any program: on one line, no sign unprintable, no two spaces in a row."""
    text = _SURROGATE.sub("\ufffd", json.dumps(facts, ensure_ascii=False, separators=(",", ":")))
    return _DELICATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _value(item: ExportItem, name: str) -> Any:  # noqa: ANN401 - a field of any type
    head, _, field = name.rpartition(".")
    return getattr(item.reference if head else item, field)


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
