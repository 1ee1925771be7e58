"""Active substances as registries write them: salts, German and English endings, combinations. Pure.

A name never matches inside another one: ifosfamid is no trofosfamid, trastuzumab no trastuzumab emtansine.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from citations.kinds import SourceKind

SUBSTANCE = "substance"
"""The scheme under which watchers are given the active substances of a source, several joined by "; "."""

MEDICINES = frozenset(
    {SourceKind.DRUG_LABEL, SourceKind.SAFETY_NOTICE, SourceKind.APPROVAL_DECISION, SourceKind.GBA_DECISION}
)
"""Kinds of sources that are about a medicine, so that a missing substance is a gap (domain 1.7, 1.8)."""

_SALTS = frozenset(
    {
        "hydrochlorid", "chlorid", "hydrobromid", "bromid", "sulfat", "sulphat", "phosphat",
        "acetat", "citrat", "maleat", "malat", "fumarat", "tartrat", "succinat",
        "mesilat", "mesylat", "besilat", "besylat", "tosilat", "tosylat", "ditosylat",
        "lactat", "gluconat", "carbonat", "napsylat", "camsylat", "natrium", "sodium",
        "kalium", "potassium", "calcium", "magnesium", "dinatrium", "disodium", "hydrat",
        "monohydrat", "dihydrat", "trihydrat", "hemihydrat", "anhydrous", "wasserfrei", "dihydrochlorid",
        "monohydrochlorid", "dimesilat", "isetionat",
    }
)  # fmt: skip
_WAYS = frozenset(
    {
        "liposomal", "liposomales", "liposomale", "pegyliert", "pegylierte", "pegyliertes", "pegyliertem",
        "pegylated", "nab", "albumin", "bound", "gebunden", "gebundenes", "humanized",
        "recombinant",
    }
)  # fmt: skip
"""Words for the salt and for how a medicine is made: the substance is the same with and without them."""

_GLUED = re.compile(rf"(?<=[^\W\d_]{{4}})(?:{'|'.join(sorted(_SALTS, key=len, reverse=True))})e?\Z")
_GLUED_AHEAD = re.compile(r"\A(?:di)?(?:natrium|kalium|calcium|magnesium)(?=[^\W\d_]{5})")
_CONTAINING = re.compile(r"haltig\w{0,2}\Z")
_ACID = re.compile(r"\b([^\W\d_]{3,})ic acid\b")
_BRACKET = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")
_COMBINED = re.compile(r"[;,/+\n]|\s(?:and|und)\s")
_OTHER = re.compile(
    r"(?:alfa|alpha|beta|gamma|delta|epsilon|zeta|theta|kappa|omega|pegol|tesirin|duocarmazin|aritox|tox"
    r"|ozogamicin|mafodotin|medoxomil|etexilat|alafenamid|disoproxil|\w+tansin|\w*vedotin|(?!irino|topo)\w+tecan|\w+dotox)e?"
)
"""Second words that make another substance of a name: antibodies with a drug attached, greek letters, prodrugs."""
_CHANGES = frozenset({"peg", "es", "lev", "levo", "dex", "dextro", "des", "nor", "ar", "pro", "fos"})
"""Parts before a hyphen that make another substance of a name."""


def names_in(text: str) -> list[str]:
    """Return the substances that a list or a combination names ("a; b", "a/b"), each once in whatever spelling."""
    parts = (" ".join(part.split()) for part in _COMBINED.split(text))
    found: dict[tuple[str, ...], str] = {}
    for part in parts:
        if core := _core(part):
            found.setdefault(core, part)
    return list(found.values())


def in_table(cell: str, substances: Iterable[str]) -> bool:
    """Say whether a cell of a table names one of these substances, alone or in a combination ("a;b", "a / b")."""
    wanted = {_core(name) for name in substances} - {()}
    return _core(cell) in wanted or any(_core(part) in wanted for part in _COMBINED.split(_BRACKET.sub(" ", cell)))


def in_words(text: str, substances: Iterable[str]) -> bool:
    """Say whether running words name one of these substances, inflected or with "-haltig" behind it."""
    words = _words(text)
    return any(_stands_in(words, wanted) for wanted in map(_core, substances) if wanted)


def _stands_in(words: list[tuple[str, str, str]], wanted: tuple[str, ...]) -> bool:
    for first in range(len(words) - len(wanted) + 1):
        here = words[first : first + len(wanted)]
        if not all(_same(word, name) for (word, _, _), name in zip(here, wanted, strict=True)):
            continue
        behind = words[first + len(wanted)] if first + len(wanted) < len(words) else ("", "", "")
        ahead = words[first - 1][0] if first and here[0][1] == "-" else ""
        if ahead not in _CHANGES and not (behind[1] in (" ", "-") and _OTHER.fullmatch(behind[0])):
            return True
    return False


def _same(word: str, name: str) -> bool:
    return word == name or (word[-1:] == "s" and _stem(word[:-1]) == name)


def _words(text: str) -> list[tuple[str, str, str]]:
    """Return the words of a text without salts: (stem, what stands before it, the word itself)."""
    plain = _plain(text)
    found, end = [], 0
    for match in _WORD.finditer(plain):
        stem = _stem(match.group())
        if stem and stem not in _WAYS and stem not in _SALTS:
            found.append((stem, plain[end : match.start()], match.group()))
        end = match.end()
    return found


@lru_cache(maxsize=16384)
def _core(name: str) -> tuple[str, ...]:
    """Return the words that make a substance, without salts; all of its words where it is nothing but a salt."""
    words = [_stem(word) for word in _WORD.findall(_BRACKET.sub(" ", _plain(name)))]
    core = tuple(word for word in words if word not in _SALTS and word not in _WAYS)
    return core or tuple(words)


def _stem(word: str) -> str:
    """Return a word without the ending that parts German from English, without a salt glued to it."""
    word = _CONTAINING.sub("", word)
    before = ""
    while before != word:
        before = word
        word = _bare(word)
    return word


def _bare(word: str) -> str:
    if word.removesuffix("e") in _SALTS:
        return word.removesuffix("e")
    shorter = _GLUED_AHEAD.sub("", _GLUED.sub("", word))
    if shorter != word and shorter not in _SALTS and f"{shorter}um" not in _SALTS:
        return re.sub(r"(?:mono|di|tri|hemi)\Z", "", shorter) if shorter.endswith(("mono", "tri", "hemi")) else shorter
    return word[:-1] if word.endswith("e") and len(word) > 4 else word  # noqa: PLR2004 - no ending of a short word


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "").replace("\u2010", "-")
    return _ACID.sub(r"\1säure", folded.replace("\u2011", "-").replace("\u2013", "-"))
