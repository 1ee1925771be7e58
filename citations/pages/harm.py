"""What a wrong sentence could do, proposed from its words (domain section 7). A person decides; this only proposes."""

import re
from collections.abc import Sequence
from functools import lru_cache

from citations.kinds import Harm, StatementKind
from citations.pages.harm_words import (
    AMOUNT,
    COUNTS,
    DRUG_ENDINGS,
    DRUGS,
    FOUND,
    H2_STEMS,
    H3_ENDINGS,
    H3_STEMS,
    NO_DRUGS,
    NOT_H2,
    NOW,
    OUTCOMES,
    PLACES,
    POINTERS,
)
from citations.pages.source_headings import ends_list_line

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NOW = re.compile(NOW, re.IGNORECASE)
_AMOUNT = re.compile(AMOUNT)
_POINTER = re.compile(POINTERS, re.IGNORECASE)
_FOUND = re.compile(FOUND, re.IGNORECASE)
_PLACE = re.compile(PLACES, re.IGNORECASE)
_COUNT = re.compile(COUNTS, re.IGNORECASE)
_OUTCOME = re.compile(OUTCOMES, re.IGNORECASE)
_LONGEST_READ = 4000
_SHORTEST_DRUG = 6
_WORDS_KEPT = 2048


def propose_harm(kind: StatementKind, text: str, heading_path: Sequence[str]) -> Harm:
    """Return the proposed class: pointer H0, drug H3, number H1, care H2, else H1, in this order (domain section 7).

    Headings and captions are H0, glossary entries H1. A list item that says too little by itself (a bare name, half a
    sentence) takes its class from the heading above it. What says when to act, or a dose, is H3 even beside a pointer.
    """
    if kind in (StatementKind.HEADING, StatementKind.CAPTION):
        return Harm.H0
    if kind is StatementKind.GLOSSARY:
        return Harm.H1
    plain = re.sub(r"\s", " ", text[:_LONGEST_READ].replace("\u00ad", ""))
    if _NOW.search(plain) or _AMOUNT.search(plain):
        return Harm.H3
    if ends_list_line(plain) or _POINTER.search(plain) or (_FOUND.search(plain) and _PLACE.search(plain)):
        return Harm.H0
    return _by_words(kind, plain, heading_path)


def states_dose(text: str) -> bool:
    """Say whether a sentence states a dose or a warning: its label is opened twice as often (domain 0, access)."""
    plain = text[:_LONGEST_READ]
    return bool(_AMOUNT.search(plain) or _NOW.search(plain))


def _by_words(kind: StatementKind, plain: str, heading_path: Sequence[str]) -> Harm:
    words = [word.lower() for word in _WORD.findall(plain)]
    if any(_names_drug(word) for word in words):
        return Harm.H3
    if _COUNT.search(plain) and not _OUTCOME.search(plain):
        return Harm.H1
    if any(_about_care(word) for word in words):
        return Harm.H2
    if kind is StatementKind.LIST_ITEM and not _is_whole_sentence(plain):
        above = [word.lower() for title in heading_path for word in _WORD.findall(title)]
        return Harm.H2 if any(_about_care(word) or _names_drug(word) for word in above) else Harm.H1
    return Harm.H1


def _is_whole_sentence(plain: str) -> bool:
    return plain[:1].isupper() and plain[-1:] in ".!?"


@lru_cache(maxsize=_WORDS_KEPT)
def _names_drug(word: str) -> bool:
    """Say whether a word names a drug, a class of drugs, a line of therapy, an approval or a dose."""
    if any(stem in word for stem in H3_STEMS) or word.endswith(H3_ENDINGS):
        return True
    return any(_is_drug(part) for part in word.split("-"))


def _is_drug(part: str) -> bool:
    bare = part.removesuffix("s")
    if part in DRUGS or bare in DRUGS:
        return True
    return len(bare) >= _SHORTEST_DRUG and bare.endswith(DRUG_ENDINGS) and not any(word in bare for word in NO_DRUGS)


@lru_cache(maxsize=_WORDS_KEPT)
def _about_care(word: str) -> bool:
    if word.startswith(NOT_H2):
        return False
    return any(stem in word for stem in H2_STEMS)
