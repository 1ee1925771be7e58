"""Author lists of BibTeX into the store's form: "Dei Tos AP" where only initials are known, else "Müller, Anna".

Bodies stand in braces of their own, or are told by their words; nothing is invented, no given name is dropped.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from citations.formats.tex.values import plain
from citations.references.bodies import is_named_body, looks_like_body

_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_AND_OR_BRACE = re.compile(r"[{}]|(?<=\s)and(?=\s)", re.IGNORECASE)
_DEPTH_SIGN = re.compile(r"[{},\s]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}|[^\W\d_a-z]{1,3}")
_GIVEN_FIRST = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}")
_OTHERS = frozenset({"others", "et al", "et al.", "u. a.", "u.a."})
_JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_VANCOUVER = re.compile(r"[^,;{}\\]{2,60} [^\W\d_a-z]{1,4}")
_JUNIOR_PARTS = 3
_LONGEST_CACHED = 120


@dataclass(frozen=True, slots=True)
class People:
    """Who made a source: people, bodies, whether others are meant; what of it was no name; commands nobody knows."""

    authors: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    et_al: bool = False
    mended: bool = False
    unknown: tuple[str, ...] = ()


def people(value: str) -> People:
    """Return the people of the value of an ``author`` field."""
    names = split_names(value)
    mended = False
    if len(names) == 1 and "{" not in value:
        parts = _other_separators(names[0])
        mended = len(parts) > 1
        names = parts
    authors: list[str] = []
    bodies: list[str] = []
    unknown: list[str] = []
    et_al = False
    for name in names:
        said, body, commands = _name(name) if len(name) <= _LONGEST_CACHED else _name.__wrapped__(name)
        unknown += commands
        if not body and said.lower() in _OTHERS:
            et_al = True
        elif said:
            (bodies if body else authors).append(said)
    return People(tuple(authors), tuple(bodies), et_al, mended, tuple(unknown))


def split_names(value: str) -> list[str]:
    """Return the names of a list, split at every "and" that stands in no braces."""
    if "{" not in value:
        return [name for name in map(str.strip, _AND.split(value)) if name]
    names, depth, start = [], 0, 0
    for hit in _AND_OR_BRACE.finditer(value):
        sign = hit.group()
        if sign in "{}":
            depth = max(0, depth + (1 if sign == "{" else -1))
        elif depth == 0:
            names.append(value[start : hit.start()])
            start = hit.end()
    names.append(value[start:])
    return [name for name in map(str.strip, names) if name]


def _other_separators(value: str) -> list[str]:
    """Return the names of a list that strangers separate by semicolons, or by commas as PubMed prints it."""
    if ";" in value:
        return [name for name in map(str.strip, value.split(";")) if name]
    parts = [name for name in map(str.strip, value.split(",")) if name]
    known = [part for part in parts if _VANCOUVER.fullmatch(part) or part.lower() in _OTHERS]
    return parts if len(parts) > 1 and len(known) == len(parts) else [value]


@lru_cache(maxsize=4096)
def _name(name: str) -> tuple[str, bool, tuple[str, ...]]:
    """Return (name in the store's form, is a body, commands nobody knows) of one name."""
    if name[0] == "{" and name[-1] == "}" and _one_group(name):
        text, unknown = plain(name)
        return text, bool(text), unknown
    parts = [[plain(word)[0] for word in words] for words in _words_by_comma(name)]
    unknown = plain(name)[1]
    words = [[word for word in part if word] for part in parts]
    words = [part for part in words if part]
    if len(words) > 1:
        return _with_commas([" ".join(part) for part in words]), False, unknown
    text = " ".join(words[0]) if words else ""
    if len(words) == 1 and len(words[0]) > 1 and not is_named_body(text):
        return _first_last(words[0]), False, unknown
    return text, bool(text) and text.lower() not in _OTHERS and looks_like_body(text), unknown


def _with_commas(parts: list[str]) -> str:
    """Return the store's form of "von Last, First" or "von Last, Jr, First"; more commas stay with the given name."""
    if len(parts) >= _JUNIOR_PARTS and parts[1] in _JUNIOR:
        return f"{parts[0]}, {', '.join(parts[2:])} {parts[1]}"
    return _stored(parts[0], ", ".join(parts[1:]))


def _first_last(words: list[str]) -> str:
    """Return the store's form of "First von Last" and of "Last AB", as PubMed prints it."""
    junior = words.pop() if len(words) > 2 and words[-1] in _JUNIOR else ""  # noqa: PLR2004 - First Last Jr
    if _INITIALS.fullmatch(words[-1]) and not _GIVEN_FIRST.fullmatch(words[0]) and not junior:
        return _stored(" ".join(words[:-1]), words[-1])
    first = next((at for at, word in enumerate(words[:-1]) if at and word[0].islower()), len(words) - 1)
    family, given = " ".join(words[first:]), " ".join(words[:first])
    return f"{family}, {given} {junior}" if junior else _stored(family, given)


def _stored(family: str, given: str) -> str:
    """Return "Family II" where the given names are initials, else "Family, Given"."""
    if _INITIALS.fullmatch(given) and given.isupper():
        return f"{family} {given.replace('.', '').replace(' ', '')}"
    return f"{family}, {given}"


def _one_group(name: str) -> bool:
    """Say whether the first brace of a name is closed by its last."""
    depth = 0
    for position, sign in enumerate(name):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return position == len(name) - 1
    return True


def _words_by_comma(name: str) -> list[list[str]]:
    """Return the words of each part between commas; what stands in braces is one word."""
    parts: list[list[str]] = [[]]
    depth = start = 0
    for hit in _DEPTH_SIGN.finditer(name):
        sign = hit.group()
        if sign in "{}":
            depth = max(0, depth + (1 if sign == "{" else -1))
        elif depth == 0:
            parts[-1].append(name[start : hit.start()])
            start = hit.end()
            if sign == ",":
                parts.append([])
    parts[-1].append(name[start:])
    return parts
