"""What the fields of our own entry do not say of an item, in one more field, so that everything comes back.

``verba = {leitstand:year=2022;authors.1f3a=WHO}``: each fact with its value; the four digits are a checksum of what the
other fields said of it when this was written, so that a fact that somebody changed in the file since counts as changed.
``left`` is the checksum of the fields that say nothing new (type, addendum ...), of which a reader need not remark.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any

from citations.formats.item import ExportItem
from citations.formats.tex.escaping import clean
from citations.formats.tex.mapping import Found
from citations.kinds import Origin, SourceKind, Status
from citations.records import Organisation, Reference

FIELD = "verba"
_SIGNATURE = "leitstand:"
_ITEM_FACTS = ("key", "kind", "valid_until", "valid_until_origin", "consensus_as_of", "status")
_REFERENCE_FACTS = tuple(field.name for field in fields(Reference))
_REFERENCE_VALUES, _ITEM_VALUES = attrgetter(*_REFERENCE_FACTS), attrgetter(*_ITEM_FACTS)
_ITEM = "item."
_ITEM_NAMES = tuple(_ITEM + name for name in _ITEM_FACTS)
CARRIED = frozenset({*_ITEM_FACTS, *_REFERENCE_FACTS})
"""Every fact of an item and its Reference comes back as ``clean`` leaves it, names without text left out.

The citation key comes back as it is written (``words.entry_key``), the origin of a validity where there is one."""
_RESERVED = re.compile(r"[%&=;|{}\\\x00-\x1f\x7f-\xa0\u2000-\u200a\u2028-\u202f\u205f\u3000\u1680\ufeff]")
_LETTERS = {"year": int, "month": int, "et_al": bool}
_WORDS = {"kind": SourceKind, "valid_until": date.fromisoformat, "valid_until_origin": Origin, "status": Status}


def facts_of(item: ExportItem) -> dict[str, Any]:
    """Return every fact of an item that says something, by name; those around the Reference as ``item.``."""
    reference = item.reference
    facts: dict[str, Any] = {}
    for name, value in zip(_REFERENCE_FACTS, _REFERENCE_VALUES(reference), strict=True):
        if value or value == 0:
            made = _cleaned(value)
            if made or made == 0:
                facts[name] = made
    for name, value in zip(_ITEM_NAMES, _ITEM_VALUES(item), strict=True):
        if value:
            made = clean(value) if type(value) is str else value
            if made:
                facts[name] = made
    if item.valid_until is None:
        facts.pop(_ITEM + "valid_until_origin", None)  # where no day comes from is nothing
    return facts


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - text, number, yes or no, names, organisations
    if type(value) is str:
        return clean(value)
    if isinstance(value, tuple):
        return tuple(made for made in map(_cleaned_name, value) if made)
    return None if value is False else value


def _cleaned_name(name: str | Organisation) -> str | Organisation | None:
    if isinstance(name, str):
        return clean(name)
    return Organisation(clean(name.name), tuple(map(clean, name.bracket)), name.members)


def told(found: Found) -> dict[str, Any]:
    """Return the facts that fields say, by the same names."""
    said = {_ITEM + name: value for name, value in found.item.items() if value}
    return said | {name: value for name, value in found.facts.items() if value or value == 0}


def written(item: ExportItem, found: Found) -> str:
    """Return the value of the field for an item whose other fields say what was ``found``; "" where they say all."""
    wanted, said = facts_of(item), told(found)
    parts = []
    for name in wanted.keys() | said.keys():
        value, other = wanted.get(name), said.get(name)
        if value != other or type(value) is not type(other):
            check = f".{_checksum(_packed(other))}" if name in said else ""
            parts.append(f"{name}{check}={_packed(value)}")
    if found.left:
        parts.append(f"left={_left(found.left)}")
    return _SIGNATURE + ";".join(sorted(parts)) if parts else ""


def restored(found: Found, value: str) -> Found:
    """Return what an entry says with the exact facts of our field put in, where the other fields are as they were."""
    if not value.startswith(_SIGNATURE):
        return Found(found.facts, found.item, found.left | ({FIELD: value} if value else {}))
    said = told(found)
    made = Found(dict(found.facts), dict(found.item), found.left)
    for part in value.removeprefix(_SIGNATURE).split(";"):
        name, _, packed = part.partition("=")
        name, dot, check = name.rpartition(".") if "." in name.removeprefix(_ITEM) else (name, "", "")
        if name == "left":
            made.left = {} if packed == _left(found.left) else found.left
        elif (name in said) == bool(dot) and (not dot or check == _checksum(_packed(said[name]))):
            _put(made, name, packed)
    return made


def _put(made: Found, name: str, packed: str) -> None:
    """Put one exact fact in; one that is none of ours is left over, for a remark."""
    inner = name.removeprefix(_ITEM)
    facts, known = (made.item, _ITEM_FACTS) if inner != name else (made.facts, _REFERENCE_FACTS)
    try:
        value = _unpacked(name, packed)
    except ValueError:
        known = ()
    if inner in known:
        facts[inner] = value
    else:
        made.left = made.left | {FIELD: f"{name}={packed}"}


def _unpacked(name: str, packed: str) -> Any:  # noqa: ANN401 - as the fact is
    if not packed:
        return _EMPTY.get(name)
    if name.startswith(_ITEM):
        return _WORDS.get(name.removeprefix(_ITEM), str)(_plain(packed))
    if name in _LETTERS:
        return _LETTERS[name](int(packed))
    if name == "authors":
        return tuple(map(_plain, packed.split("|")))
    if name == "organisations":
        return tuple(map(_organisation, packed.split("&")))
    return _plain(packed)


_EMPTY: Mapping[str, Any] = {"authors": (), "organisations": (), "et_al": False, "year": None, "month": None} | {
    name: "" for name in _REFERENCE_FACTS if name not in ("authors", "organisations", "et_al", "year", "month")
}


def _organisation(packed: str) -> Organisation:
    members, name, *bracket = packed.split("|")
    return Organisation(_plain(name), tuple(map(_plain, bracket)), members == "m")


def _packed(value: Any) -> str:  # noqa: ANN401 - as the fact is
    if value is None:
        return ""
    if isinstance(value, tuple):
        if value and isinstance(value[0], Organisation):
            return "&".join(
                "|".join(("m" if body.members else "b", *map(_coded, (body.name, *body.bracket)))) for body in value
            )
        return "|".join(map(_coded, value))
    if isinstance(value, bool | int) and not isinstance(value, str):
        return str(int(value))
    return _coded(str(value))


def _coded(text: str) -> str:
    """Return a text for our field: on one line, with the signs that mean something there percent-encoded."""
    text = clean(text)
    return text if _RESERVED.search(text) is None else _RESERVED.sub(_percent, text)


def _percent(hit: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in hit.group().encode())


_CODED = re.compile(r"(?:%[0-9A-F]{2})+")


def _plain(packed: str) -> str:
    if "%" not in packed:
        return packed
    return _CODED.sub(lambda hit: bytes.fromhex(hit.group().replace("%", "")).decode("utf-8", "replace"), packed)


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')) & 0xFFFF:04x}"


def _left(left: Mapping[str, str]) -> str:
    return _checksum("\x1f".join([f"{name}={value}" for name, value in sorted(left.items())]))
