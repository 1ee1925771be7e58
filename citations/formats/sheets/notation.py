"""Several values in one cell, and values that a spreadsheet would take for a formula: written and read without loss.

A list stands with semicolons: ``Gronchi A; Miah AB``. An organisation has its abbreviation in square brackets,
``Gemeinsamer Bundesausschuss [G-BA]``, its members in braces, ``Leitlinienprogramm Onkologie {DKG; DKH; AWMF}``.
A name that contains one of these signs, begins or ends with a space, or is empty, stands in double quotes, a double
quote in it twice.

In CSV a value that begins with ``=``, ``+``, ``-``, ``@`` or a tab gets an apostrophe before it, and so does one that
begins with apostrophes before such a sign; reading takes exactly one away again.
"""

import re
from collections.abc import Iterable

from citations.records import Organisation

_SIGNS = re.compile(r'[;"\[\]{}\r\n]')
_DANGEROUS = re.compile(r"'*\s*[\t\r\n=+\-@\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile(r"'+\s*[\t\r\n=+\-@\uff1d\uff0b\uff0d\uff20]")
_PLAIN = re.compile(r'[^;"\[\]{}]+')
_ENDS = {"[": "]", "{": "}"}


class NotationError(ValueError):
    """A cell with several values cannot be read; the message is the part that is wrong."""


def write_names(names: Iterable[str]) -> str:
    """Return a list of names as the text of a cell."""
    return "; ".join(_quoted(name) for name in names)


def write_organisations(organisations: Iterable[Organisation]) -> str:
    """Return organisations with what stands in their brackets as the text of a cell."""
    return "; ".join(_organisation(one) for one in organisations)


def read_names(text: str) -> tuple[str, ...]:
    """Return the names of a cell; NotationError for one that is no list of names."""
    found = read_organisations(text)
    for one in found:
        if one.bracket or one.members:
            raise NotationError(one.name)
    return tuple(one.name for one in found)


def read_organisations(text: str) -> tuple[Organisation, ...]:
    """Return the organisations of a cell; NotationError for one that is no list of them."""
    if not text.strip():
        return ()
    found, at = [], 0
    while True:
        one, at = _read_organisation(text, at)
        if one is not None:
            found.append(one)
        if at >= len(text):
            return tuple(found)
        if text[at] != ";":
            raise NotationError(text[at : at + 40])
        at += 1


def guard(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguard(text: str) -> str:
    """Return what ``guard`` was given."""
    return text[1:] if _GUARDED.match(text) else text


def _quoted(name: str) -> str:
    if name and name == name.strip() and not _SIGNS.search(name):
        return name
    return '"' + name.replace('"', '""') + '"'


def _organisation(one: Organisation) -> str:
    if not one.bracket and not one.members:
        return _quoted(one.name)
    start = "{" if one.members else "["
    return f"{_quoted(one.name)} {start}{write_names(one.bracket)}{_ENDS[start]}"


def _read_organisation(text: str, at: int) -> tuple[Organisation | None, int]:
    """Return the organisation that begins at a place, None for nothing between two semicolons, and where it ends."""
    name, at = _read_name(text, at)
    if at >= len(text) or text[at] not in _ENDS:
        return (None if name is None else Organisation(name)), at
    start, at = text[at], at + 1
    if name is None:
        raise NotationError(text[at - 1 : at + 39])
    bracket = []
    while True:
        part, at = _read_name(text, at)
        bracket += [] if part is None else [part]
        if at >= len(text) or text[at] not in (";", _ENDS[start]):
            raise NotationError(text[max(0, at - 20) : at + 20] or text)
        at += 1
        if text[at - 1] != ";":
            break
    return Organisation(name, tuple(bracket), members=start == "{"), _blank(text, at)


def _read_name(text: str, at: int) -> tuple[str | None, int]:
    """Return the name that begins at a place, None for none, and where what follows it begins."""
    at = _blank(text, at)
    if text[at : at + 1] != '"':
        found = _PLAIN.match(text, at)
        return (None, at) if found is None else (found.group().strip() or None, found.end())
    parts, begins = [], at
    while text[at : at + 1] == '"':
        end = text.find('"', at + 1)
        if end < 0:
            raise NotationError(text[begins : begins + 40])
        parts.append(text[at + 1 : end])
        at = end + 1
    return '"'.join(parts), _blank(text, at)


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
