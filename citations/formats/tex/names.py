"""Author lists as BibTeX wants them: ``Family, I. I.``, corporate authors in braces of their own, ``and others``."""

import re
from functools import lru_cache

from citations.formats.item import ExportItem
from citations.formats.tex.escaping import clean, escape
from citations.records import Reference
from citations.references.house_style import organisation_text

_INITIALS = re.compile(r"[^\W\d_]{1,4}(?:-[^\W\d_])?")
_PLAIN = re.compile(r"(?!(?i:and|others)\b)([^\W\d_]++(?:-[^\W\d_]++)?) ([A-Z]{1,3})")
_RESERVED = re.compile(r"(?i)(?:\band\b|\bothers\b|[,;])")


def authors(item: ExportItem) -> str:
    """Return the value of ``author``, "" where nobody is named (domain 5.1)."""
    reference = item.reference
    people = [made for made in map(person, reference.authors) if made]
    groups = [corporate(name) for name in _groups(reference)]
    ending = ["others"] if reference.et_al and (people or groups) else []
    return " and ".join([*people, *groups, *ending])


def _groups(reference: Reference) -> list[str]:
    """Return the corporate authors with what stands in brackets behind them; organisations first, the group last."""
    if not reference.organisations and not reference.group_author:
        return []
    names = [*map(organisation_text, reference.organisations), reference.group_author]
    return [name for name in names if name.strip()]


@lru_cache(maxsize=4096)
def corporate(name: str) -> str:
    """Return a body's name in its own braces, so that no " and " and no comma in it is taken for a separator."""
    return "{" + escape(name) + "}"


@lru_cache(maxsize=4096)
def person(name: str) -> str:
    """Return ``Gronchi, A.`` for "Gronchi A", ``Dei Tos, A. P.`` for "Dei Tos AP", ``Müller, Anna`` as it is.

    A name without initials, or with words that BibTeX reserves, is kept whole in braces; "" is nobody.
    """
    if plain := _PLAIN.fullmatch(name):
        return f"{plain[1]}, {'. '.join(plain[2])}."
    family, given = person_parts(name)
    if not given:
        return corporate(name) if family else ""
    return f"{escape(family)}, {escape(given)}"


def is_plain(name: str) -> bool:
    """Say whether a name is a family of one word with initials, which every program reads in one way."""
    return _PLAIN.fullmatch(name) is not None


def person_parts(name: str) -> tuple[str, str]:
    """Return (family, given) of a person; given is "" where the name does not say which part is which.

    A name with a second comma, a semicolon, "and" or "others" is a body among the people: whole in every format.
    """
    name = clean(name)
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        named = bool(family and given)
    else:
        family, _, initials = (part.strip() for part in name.rpartition(" "))
        named = bool(family and initials.isupper() and _INITIALS.fullmatch(initials))
        given = dotted(initials)
    return (family, given) if named and not _RESERVED.search(f"{family} {given}") else (name, "")


def dotted(initials: str) -> str:
    """Return "A. P." for "AP" and "J.-P." for "J-P"."""
    halves = [" ".join(f"{letter}." for letter in half) for half in initials.split("-")]
    return "-".join(halves)
