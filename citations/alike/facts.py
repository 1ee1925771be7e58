"""People, journals, publishers and pages compared: abbreviations and initials count as what they stand for."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from citations.records import Reference
from citations.search import fold

_WORD = re.compile(r"[^\W_]+")
_JOURNAL_FILLERS = frozenset(
    (
        "the",
        "of",
        "and",
        "for",
        "in",
        "on",
        "a",
        "an",
        "der",
        "die",
        "das",
        "und",
        "fuer",
        "des",
        "la",
        "le",
        "de",
        "zu",
    )
)
_FIRM_FILLERS = frozenset(
    ("verlag", "press", "publishing", "publishers", "gmbh", "kg", "ag", "co", "inc", "ltd", "group", "und", "and")
)
_NAMES_KEPT = 3
_LONG_NAME = 5
"""Letters from which one wrong letter is a slip and not another name."""


@lru_cache(maxsize=4096)
def _journal(name: str) -> tuple[str, ...]:
    plain = re.sub(r"\([^)]*\)", " ", fold(name)).split(" : ")[0].split(": ")[0]
    return tuple(word for word in _WORD.findall(plain) if word not in _JOURNAL_FILLERS)


def same_journal(one: str, other: str) -> bool | None:
    """Say whether two names mean one journal, full or abbreviated; None where one of them is missing."""
    left, right = _journal(one), _journal(other)
    if not left or not right:
        return None
    if left == right or _stands_for(left, right) or _stands_for(right, left):
        return True
    return _acronym(left, right) or _acronym(right, left) or OSA.distance("".join(left), "".join(right)) <= 1


def _stands_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether every word of an abbreviated name shortens the word of the full name in its place."""
    return len(short) == len(full) and all(_shortens(a, b) for a, b in zip(short, full, strict=True))


def _shortens(short: str, word: str) -> bool:
    """Say whether letters are left out of a word behind its first one ("Dtsch" of "Deutsches")."""
    if not short or short[0] != word[0]:
        return False
    bare = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return any(_is_within(short, form) for form in (word, bare))


def _is_within(short: str, word: str) -> bool:
    letters = iter(word)
    return all(letter in letters for letter in short)


def _acronym(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether one word is the first letters of the other name ("BMJ", "JAMA" with its small words aside)."""
    return len(short) == 1 and len(full) > 1 and short[0] == "".join(word[0] for word in full)


def journal_mark(name: str) -> str:
    """Return the first letters of a journal's name: the same for the full and the abbreviated one."""
    words = _journal(name)
    return words[0] if len(words) == 1 else "".join(word[0] for word in words)


def same_name(one: str, other: str) -> bool | None:
    """Say whether two names mean one publisher or body: a word shared beside "Verlag"; None if one is missing."""
    left, right = ({word for word in _WORD.findall(fold(name)) if word not in _FIRM_FILLERS} for name in (one, other))
    return bool(left & right) if left and right else None


def plain_number(text: str) -> str:
    """Return the number with which a volume or a range of pages begins, "" for none: "32-8" gives "32"."""
    found = re.match(r"\s*(?:[a-z]{1,3}\.?\s*)?([a-z]*\d+)", text, re.IGNORECASE)
    return found.group(1).lower().lstrip("0") if found else ""


def same_people(one: Reference, other: Reference) -> bool | None:
    """Say whether two references have the same first author, or the same body; None where nothing can be said.

    Initials stand for given names, "et al." for whoever follows, and a slip of one letter is forgiven.
    """
    if one.authors and other.authors:
        return _same_persons(one.authors, other.authors)
    bodies = [{_body(name) for name in _bodies(side)} for side in (one, other)]
    if not bodies[0] or not bodies[1]:
        return None
    return True if bodies[0] & bodies[1] else None


def _bodies(reference: Reference) -> list[str]:
    names = [reference.group_author] if reference.group_author else []
    for organisation in reference.organisations:
        names += [organisation.name, *(() if organisation.members else organisation.bracket)]
    return [name for name in names if name]


def _body(name: str) -> str:
    return "".join(word for word in _WORD.findall(fold(name)) if word not in {"ev", "e", "v"})


def _same_persons(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if _same_person(one[0], other[0]):
        return True
    pairs = [(a, b) for a in one[:_NAMES_KEPT] for b in other[:_NAMES_KEPT]]
    shared = sum(_same_person(a, b) for a, b in pairs)
    return shared >= min(2, len(one), len(other)) and len(one) > 1 and len(other) > 1


@lru_cache(maxsize=8192)
def _person(name: str) -> tuple[frozenset[str], str]:
    """Return the family names that a name may hold, folded, and its initials."""
    family, comma, given = name.partition(",")
    if not comma:
        tokens = name.replace(".", ". ").split()
        short = [token for token in tokens if _is_initials(token)]
        rest = [token for token in tokens if not _is_initials(token)]
        if not rest:
            short, rest = tokens[1:], tokens[:1]
        if short or len(rest) == 1:
            return _families(rest), "".join(fold(token[:1]) for token in short)
        return _families(rest[-1:]), fold(rest[0][:1])
    return _families(family.split()), "".join(fold(part[:1]) for part in re.split(r"[\s.-]+", given.strip()) if part)


def _is_initials(token: str) -> bool:
    bare = token.replace(".", "").replace("-", "")
    return 0 < len(bare) <= 3 and bare.isupper()  # noqa: PLR2004


def _families(tokens: list[str]) -> frozenset[str]:
    words = {word for token in tokens for word in _WORD.findall(fold(token))}
    return frozenset({"".join(_WORD.findall(fold(" ".join(tokens)))), *(word for word in words if len(word) > 3)})  # noqa: PLR2004


def _same_person(one: str, other: str) -> bool:
    (families, initials), (others, other_initials) = _person(one), _person(other)
    if initials and other_initials and initials[0] != other_initials[0]:
        return False
    if families & others:
        return True
    long = [[name for name in side if len(name) >= _LONG_NAME] for side in (families, others)]
    return any(OSA.distance(_bare(a), _bare(b)) <= 1 for a in long[0] for b in long[1])


def _bare(word: str) -> str:
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
