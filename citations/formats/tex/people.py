"""Lists of authors as BibTeX writes them, split and freed of LaTeX; ``foreign.names`` gives the stored form of each.

Bodies stand in braces of their own, or are told by their words; nothing is invented, no given name is dropped.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from citations.formats.foreign.names import Makers, apart, gathered, is_body, is_firm, is_more, named, person
from citations.formats.tex.values import plain
from citations.records import Organisation
from citations.references.bodies import is_named_body, looks_like_body
from citations.references.house_brackets import organisation

_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_AND_OR_BRACE = re.compile(r"[{}]|(?<=\s)and(?=\s)", re.IGNORECASE)
_ODD_AND = re.compile(r"and +and|A[Nn][Dd]|aN[Dd]|anD")
_DEPTH_SIGN = re.compile(r"[{},\s]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}|[^\W\d_a-z]{1,3}")
_GIVEN_FIRST = re.compile(r"(?:[^\W\d_]\.[ -]?){1,4}")
_JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_CAPITALS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ")
_LONGEST_CACHED = 120
_LONGEST_LIST = 400


@dataclass(frozen=True, slots=True)
class People:
    """Who made a source; whether the list was parted by other signs than "and"; commands nobody knows."""

    makers: Makers
    mended: bool = False
    unknown: tuple[str, ...] = ()


def people(value: str) -> People:
    """Return the people of the value of an ``author`` field."""
    return _known_people(value) if len(value) <= _LONGEST_LIST else _people(value)


def _people(value: str) -> People:
    names = split_names(value)
    mended = False
    if names and any(map(_may_be_several, names)):
        several = [one for name in names for one in (_apart(name) if _may_be_several(name) else (name,))]
        mended = len(several) > len(names)
        names = several
    persons: list[str] = []
    bodies: list[Organisation] = []
    unknown: list[str] = []
    et_al = False
    for name in names:
        said, commands = _name(name) if len(name) <= _LONGEST_CACHED else _name.__wrapped__(name)
        unknown += commands
        if isinstance(said, str):
            persons.append(said)
        elif said is None:
            et_al = True
        else:
            bodies.append(said)
    return People(gathered(persons, bodies, et_al=et_al), mended, tuple(unknown))


def _may_be_several(name: str) -> bool:
    """Say whether a look is worth it: "Last, First" and "First Last" are one name each."""
    commas = name.count(",")
    return (
        commas > 1
        or ";" in name
        or (commas == 1 and "." in name[:3])
        or "&" in name
        or " und " in name
        or (commas == 1 and name.endswith(_CAPITALS))
    )


def _apart(name: str) -> list[str]:
    """Return the names in one; a body in its own braces is one whatever it says."""
    if name[0] == "{" and _one_group(name):
        return [name]
    found = apart(plain(name)[0] if "{" in name or "\\" in name else name)
    return found if len(found) > 1 else [name]


_known_people = lru_cache(maxsize=2048)(_people)
"""What houses and groups that publish much are called is asked again and again."""


def split_names(value: str) -> list[str]:
    """Return the names of a list, split at every "and" that stands in no braces."""
    braced = "{" in value
    if value.isprintable() and _ODD_AND.search(value) is None:
        plainly = value.split(" and ")
        if not braced or all(map(_closed, plainly)):
            return [name for name in map(str.strip, plainly) if name]
    if not braced:
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


def _closed(name: str) -> bool:
    return ("{" not in name and "}" not in name) or name.count("{") == name.count("}")


@lru_cache(maxsize=4096)
def _name(name: str) -> tuple[str | Organisation | None, tuple[str, ...]]:
    """Return (a person in the stored form, a body, or None for "and others"; commands nobody knows) of one name."""
    text, unknown = plain(name)
    if name[0] == "{" and name[-1] == "}" and _one_group(name):
        return (organisation(text) if text else ""), unknown
    parts = [part.split() for part in name.split(",")] if text == name else _words_by_comma(name)
    parts = [part for part in parts if part]
    if len(parts) > 1:
        return (organisation(text) if is_body(text) else named([" ".join(part) for part in parts])), unknown
    words = parts[0] if parts else []
    if is_more(text):
        return None, unknown
    if is_firm(text) or is_named_body(text) or (len(words) == 1 and looks_like_body(text)):
        return organisation(text), unknown
    return _first_last(words), unknown


def _first_last(words: list[str]) -> str:
    """Return the store's form of "First von Last" and of "Last AB", as PubMed prints it."""
    if len(words) <= 1:
        return named([" ".join(words)])
    junior = words.pop() if len(words) > 2 and words[-1] in _JUNIOR else ""  # noqa: PLR2004 - First Last Jr
    if _INITIALS.fullmatch(words[-1]) and not _GIVEN_FIRST.fullmatch(words[0]):
        return person(" ".join(words[:-1]), words[-1], junior)
    particles = (at for at, word in enumerate(words[:-1]) if at and word[0].islower() and word[-1] != ".")
    first = next(particles, len(words) - 1)
    return person(" ".join(words[first:]), " ".join(words[:first]), junior)


def _one_group(name: str) -> bool:
    """Say whether the first brace of a name is closed by its last."""
    depth = 0
    for position, sign in enumerate(name):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return position == len(name) - 1
    return True


def _words_by_comma(name: str) -> list[list[str]]:
    """Return the words of each part between commas as text; what stands in braces is one word."""
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
    return [[word for raw in part if (word := plain(raw)[0])] for part in parts]
