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
from typing import Any

from citations.formats.foreign.draft import Facts
from citations.formats.foreign.own import differences, has_usual_key, usual_key
from citations.formats.item import ExportItem
from citations.kinds import Origin, SourceKind, Status
from citations.records import Organisation, Reference

FIELD = "verba"
_SIGNATURE = "leitstand:"
_ITEM_FACTS = ("key", "kind", "valid_until", "valid_until_origin", "consensus_as_of", "status")
_REFERENCE_FACTS = tuple(field.name for field in fields(Reference))
_ITEM = "item."
CARRIED = frozenset({*_ITEM_FACTS, *_REFERENCE_FACTS})
"""Every fact of an item and its Reference comes back as ``tidied`` leaves it.

The citation key comes back as it is written (``words.entry_key``), the origin of a validity where there is one."""
_RESERVED = re.compile(r"[%&=;|{}\\\x00-\x1f\x7f-\xa0\u2000-\u200a\u2028-\u202f\u205f\u3000\u1680\ufeff]")
_LETTERS = {"year": int, "month": int, "et_al": bool}
_WORDS = {"kind": SourceKind, "valid_until": date.fromisoformat, "valid_until_origin": Origin, "status": Status}


def written(item: ExportItem, seen: Facts, left: Mapping[str, str]) -> str:
    """Return the value of the field for a tidied item whose other fields say ``seen``; "" where they say all."""
    parts = [f"left={_left(left)}"] if left else []
    for inner, name, value, other in differences(item, seen):
        if name == "cite_key" or (name == "key" and not inner and has_usual_key(seen)):
            continue
        if name == "valid_until_origin" and item.valid_until is None:
            value = None  # noqa: PLW2901 - where no day comes from is nothing
        parts += _part(name if inner else _ITEM + name, value, other)
    return _signed(parts, item, usual=has_usual_key(seen))


def written_otherwise(item: ExportItem, otherwise: Mapping[str, Any], *, usual: bool) -> str:
    """Return what ``written`` does, for an entry that gives all facts back but these of its Reference.

    ``usual`` says that the entry names no key, so that who reads it takes the usual one.
    """
    reference = item.reference
    parts: list[str] = []
    for name, other in otherwise.items():
        value = getattr(reference, name)
        if value != other:
            parts += _part(name, value, other)
    return _signed(parts, item, usual=usual)


def _part(name: str, value: Any, other: Any) -> tuple[str, ...]:  # noqa: ANN401 - facts of any type
    """Return the part that says a fact; nothing where it is nothing and the fields say nothing of it."""
    if value == other or (not value and not other and value != 0):
        return ()
    check = f".{_checksum(_packed(other))}" if other else ""  # facts that are read are never empty
    return (f"{name}{check}={_packed(value)}",)


def _signed(parts: list[str], item: ExportItem, *, usual: bool) -> str:
    if usual and item.key != usual_key(item.kind, item.reference):
        parts.append(f"{_ITEM}key={_packed(item.key)}")
    return _SIGNATURE + ";".join(sorted(parts)) if parts else ""


def restored(seen: Facts, left: dict[str, str], value: str) -> tuple[Facts, dict[str, str]]:
    """Return (facts, fields left) of an entry with the exact facts of our field, where the others are as they were."""
    if not value.startswith(_SIGNATURE):
        return seen, left | ({FIELD: value} if value else {})
    made = Facts(dict(seen.reference), dict(seen.item), seen.ours)
    for part in value.removeprefix(_SIGNATURE).split(";"):
        name, _, packed = part.partition("=")
        if name == "left":
            left = {} if packed == _left(left) else left
            continue
        bare = name.removeprefix(_ITEM)
        target, read = (made.reference, seen.reference) if bare == name else (made.item, seen.item)
        bare, _, check = bare.partition(".")
        if check != (_checksum(_packed(read[bare])) if bare in read else ""):
            continue  # somebody has changed the field since
        try:
            target[bare] = _fact(bare, packed, inner=target is made.reference)
        except ValueError:
            left = left | {FIELD: part}
    return made, left


def _fact(name: str, packed: str, *, inner: bool) -> Any:  # noqa: ANN401 - as the fact is
    """Return the value of a fact; ValueError for one that is none of ours."""
    if name not in (_REFERENCE_FACTS if inner else _ITEM_FACTS):
        raise ValueError(name)
    return _unpacked(name if inner else _ITEM + name, packed)


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


_EMPTY: Mapping[str, Any] = {
    **dict.fromkeys((*_REFERENCE_FACTS, f"{_ITEM}key", f"{_ITEM}consensus_as_of"), ""),
    "authors": (),
    "organisations": (),
    "et_al": False,
    "year": None,
    "month": None,
}


def _organisation(packed: str) -> Organisation:
    members, name, *bracket = packed.split("|")
    return Organisation(_plain(name), tuple(map(_plain, bracket)), members == "m")


def _packed(value: Any) -> str:  # noqa: ANN401 - as the fact is
    if isinstance(value, str):
        return _coded(str(value))
    if value is None:
        return ""
    if isinstance(value, tuple):
        if value and isinstance(value[0], Organisation):
            return "&".join(
                "|".join(("m" if body.members else "b", *map(_coded, (body.name, *body.bracket)))) for body in value
            )
        return "|".join(value if _RESERVED.search("".join(value)) is None else map(_coded, value))
    return str(int(value)) if isinstance(value, int) else str(value)


def _coded(text: str) -> str:
    """Return a text for our field: on one line, with the signs that mean something there percent-encoded."""
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
