"""Citation keys: one for each new version, in plain letters, never used again (domain 5.1). Given out in sets."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from string import ascii_lowercase

from sqlmodel import Session, col, select

from citations.models import SourceVersion
from citations.queries.among import among_words
from citations.records import Reference

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_CLEAN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.+/-]{0,119}")
"""What every TeX program takes as a citation key."""


@dataclass(frozen=True, slots=True)
class KeyAsked:
    """What a new version would like to be called: the key its file gave it, "" for none, else one from this stem."""

    stem: str
    own: str = ""


def is_clean(key: str) -> bool:
    """Say whether a key that a file brings can be used as it is: ASCII, nothing that TeX reads as a sign."""
    return _CLEAN.fullmatch(key) is not None


def key_stem(reference: Reference, source_key: str) -> str:
    """Return how a new key begins: first author or organisation, and the year."""
    name = reference.authors[0].rsplit(" ", 1)[0] if reference.authors else ""
    name = name or (reference.organisations[0].name if reference.organisations else "") or reference.title or source_key
    return (_ascii(name) or "quelle") + str(reference.year or reference.stand[:4] or "")


def new_keys(session: Session, asked: Sequence[KeyAsked]) -> list[str]:
    """Return a free key for each, in order, no two the same: the file's own if it is clean and free, else a new one.

    A new key is its stem, then the stem with a letter, then with a number. Two questions for all of them; one more for
    a stem of which every letter is taken.
    """
    stems = Counter(one.stem for one in asked)
    taken = _taken(session, {*stems, *(one.own for one in asked if is_clean(one.own))})
    crowded = [stem for stem, number in stems.items() if number > 1 or stem in taken]
    taken |= _taken(session, {stem + letter for stem in crowded for letter in ascii_lowercase})
    # a key that a file brings goes before one that is made up here, wherever it stands in the block
    own = {one.own for one in asked if is_clean(one.own)} - taken
    used, given, full = taken | own, [], set[str]()
    for one in asked:
        if one.own in own:
            own.discard(one.own)
            given.append(one.own)
        else:
            given.append(_next(session, one.stem, used, full))
        used.add(given[-1])
    return given


def _taken(session: Session, keys: set[str]) -> set[str]:
    """Return which of these keys a version has."""
    if not keys:
        return set()
    return set(session.exec(select(SourceVersion.cite_key).where(among_words(col(SourceVersion.cite_key), keys))))


def _next(session: Session, stem: str, taken: set[str], full: set[str]) -> str:
    """Return the first free key of a stem; ``full`` gathers the numbered ones of stems without a free letter."""
    letters: list[str] = [stem + end for end in ("", *ascii_lowercase) if stem + end not in taken]
    if letters:
        return letters[0]
    if not any(key.startswith(f"{stem}-") for key in full):
        numbered = col(SourceVersion.cite_key).startswith(f"{stem}-", autoescape=True)
        full |= {f"{stem}-", *session.exec(select(SourceVersion.cite_key).where(numbered))}
    numbered_keys = (f"{stem}-{number}" for number in count(2))
    return next(key for key in numbered_keys if key not in taken and key not in full)


def _ascii(name: str) -> str:
    """Return the first words of a name in plain lower-case letters."""
    folded = name.translate(_UMLAUTS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode().lower()
    return "".join(re.findall(r"[a-z0-9]+", plain)[:3])[:40]
