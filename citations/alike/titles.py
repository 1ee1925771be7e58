"""Titles compared: spelling, subtitles, brackets and slips do not count; numbers, parts and kinds of text do."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, DamerauLevenshtein

from citations.records import Reference
from citations.search import fold

_LONG = 4
_FORMS: tuple[tuple[str, str], ...] = (
    ("erratum", r"errat(?:um|a)\b|corrigend|berichtigung|korrektur(?: zu|en|:)|correction (?:to|of|in)\b|^correction"),
    ("retraction", r"retraction|expression of concern|\brueckzug\b|zurueckziehung|withdrawal notice"),
    ("reply", r"\breply\b|\bresponse to\b|^antwort|author'?s? (?:reply|response)|schlusswort|^erwiderung|in reply"),
    ("comment", r"\bcomment(?:ary)?\b|kommentar|leserbrief|letter to the editor|diskussion(?:sbeitrag)? zu"),
    ("editorial", r"^editorial\b|\beditorial:|\[editorial\]|\beditorial on\b"),
    ("protocol", r"\bprotocol\b|studienprotokoll|\bprotokoll\b"),
    ("report", r"leitlinienreport|methodenreport|evidenzbericht|evidenztabelle|methodenpapier"),
    ("report", r"(?:evidence|guideline|methods) report"),
    ("patient", r"patient(?:inn)?enleitlinie|patientenversion|patienteninformation|laienversion|fuer patient"),
    ("patient", r"patient (?:version|guideline)|plain language"),
    ("short", r"kurzversion|kurzfassung|pocket|kitteltasche|executive summary|short version|zusammenfassung\b"),
    ("long", r"langversion|langfassung|long version|full version"),
    ("slides", r"foliensatz|\bslides?\b|praesentation\b"),
    ("supplement", r"\bsupplement(?:ary)?\b|\bappendix\b|\banhang\b"),
    ("abstract", r"\[abstract\]|\bconference abstract\b"),
)  # fmt: skip
_MARKED = tuple((name, re.compile(pattern)) for name, pattern in _FORMS)
_NO_MATTER = frozenset({"long"})
"""What may stand on one side only: the long version is the guideline itself; the other words name another text."""

_NUMERALS = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
}  # fmt: skip
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "erste": "1", "erster": "1",
    "zweite": "2", "zweiter": "2", "dritte": "3", "dritter": "3", "vierte": "4", "fuenfte": "5", "sechste": "6",
    "one": "1", "two": "2", "three": "3", "eins": "1", "zwei": "2", "drei": "3",
}  # fmt: skip
_PART = re.compile(r"\b(?:part|teil|band|vol|volume|bd|folge|kapitel|chapter)\.? ?(\w+)\b")
_NAMED_LETTER = re.compile(
    r"\b(?:hepatitis|vitamin|type?|grade?|influenza|faktor|factor|gruppe|group|kategorie|klasse|stage) ([a-z])\b"
)
_BRACKET = re.compile(r"[\[(]([^\[\]()]{12,})[\])]")
_NOTES = re.compile(r"\[(?:internet|article in [^\]]*|in german|online|in eng[^\]]*)\]")
_CLASS = re.compile(r"^(?:s1|s2k|s2e|s3)?[- ]?(?:leitlinie|guideline)s?(?: der [^:]{3,60}:)?[: -]+|^s[123][ek]?[ -]")
_STAMP = re.compile(r"^(?:\[?retracted(?: article)?\]?|withdrawn)\s*:?\s+|\s*\[?\(?retracted article\)?\]?$")
"""How a register marks the article itself: still the same article; its notice is another text."""

_SUBTITLE = re.compile(r"[:?!.]\s|\s[-\u2013\u2014]\s")
_WORD = re.compile(r"[^\W_]+")
_LITTLE = frozenset(
    (
        "the", "and", "for", "with", "von", "und", "der", "die", "das", "des", "dem", "den", "ein", "eine", "einer",
        "eines", "zur", "zum", "bei", "mit", "fuer", "aus", "auf", "nach", "ueber", "from", "into", "upon", "their",
        "its", "this", "that", "than",
    )
)  # fmt: skip
_OPPOSITES = (
    ("hypo", "hyper"), ("prae", "post"), ("pre", "post"), ("inter", "intra"), ("mono", "poly"), ("endo", "exo"),
    ("supra", "infra"), ("ante", "post"), ("makro", "mikro"), ("macro", "micro"), ("anti", "ante"), ("uni", "bi"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to write a title: its words folded, and whether a subtitle was left away for it."""

    words: tuple[str, ...]
    cut: bool = False

    @property
    def text(self) -> str:
        """Return the words in a row."""
        return " ".join(self.words)


@lru_cache(maxsize=4096)
def _title_forms(title: str) -> tuple[Wording, ...]:
    plain = fold(title).replace("&", " und ").replace("\u2019", "'")
    plain = _CLASS.sub("", _STAMP.sub("", _NOTES.sub(" ", plain))).strip()
    inside = [match.group(1) for match in _BRACKET.finditer(plain)]
    outside = _BRACKET.sub(" ", plain)
    main = _SUBTITLE.split(outside, maxsplit=1)[0]
    forms = [Wording(_words(text)) for text in (plain, outside, *inside)]
    short = Wording(_words(main), cut=True)
    if len(long_words(short.words)) >= 1 and short.words != forms[1].words:
        forms.append(short)
    return tuple(dict.fromkeys(form for form in forms if form.words))


def title_forms(reference: Reference) -> tuple[Wording, ...]:
    """Return the ways to write the title of a reference; where it has none, the name of whoever made it."""
    named = reference.title or ", ".join(o.name for o in reference.organisations) or reference.group_author
    return _title_forms(named or reference.container)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(re.sub(r"(?<=\w)[-\u2010-\u2015'](?=\w)", "", text)))


def long_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that carry a title."""
    return tuple(word for word in words if len(word) >= _LONG and word not in _LITTLE)


def tell_apart(one: Reference, other: Reference) -> bool:
    """Say whether words or fields make two works of two references: kind of text, edition, volume, part, numbers."""
    left, right = _signs(one), _signs(other)
    if (left.forms ^ right.forms) - _NO_MATTER:
        return True
    printed = [(left.edition, right.edition), (left.form, right.form), (left.part, right.part)]
    if _is_book(one) and _is_book(other):
        printed.append((plain_edition(one.volume), plain_edition(other.volume)))
    return any(a and b and a != b for a, b in printed) or _numbers_apart(left.numbers, right.numbers)


@dataclass(frozen=True, slots=True)
class _Signs:
    forms: frozenset[str]
    edition: str
    form: str
    part: str
    numbers: frozenset[str]


@lru_cache(maxsize=4096)
def _signs(reference: Reference) -> _Signs:
    text = fold(reference.title)
    whole = f"{text} {fold(reference.edition_form)}"
    forms = {name for name, pattern in _MARKED if pattern.search(whole)}
    forms |= {"patient"} if reference.kind == "patient-guideline" else set()
    part = _PART.search(text)
    numeral = _NUMERALS.get(part.group(1)) or _ORDINALS.get(part.group(1), part.group(1)) if part else _closing(text)
    return _Signs(
        frozenset(forms), plain_edition(reference.edition), fold(reference.edition_form), numeral, _codes(text)
    )


def _closing(text: str) -> str:
    """Return the number with which a title ends, such as "Sarkome II"."""
    last = text.rstrip(" .").rsplit(" ", 1)[-1]
    return _NUMERALS.get(last, "") if last not in ("i", "v", "x") else ""


def _codes(text: str) -> frozenset[str]:
    """Return what stands for a thing of its own: numbers, words with digits, letters behind a noun (Hepatitis B)."""
    found = {word.lstrip("0") or "0" for word in _WORD.findall(text) if any(sign.isdigit() for sign in word)}
    found |= {f"letter {match.group(1)}" for match in _NAMED_LETTER.finditer(text)}
    return frozenset(found)


def _numbers_apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether each title has a number that the other has not; one that is only missing may stand in a subtitle."""
    return bool(left - right) and bool(right - left)


def _is_book(reference: Reference) -> bool:
    return reference.kind in ("book", "chapter", "report")


def plain_edition(text: str) -> str:
    """Return the number of an edition or volume, "" where none is said: "5th ed." and "fünfte" give "5"."""
    found = re.search(r"\d+", text)
    return found.group().lstrip("0") if found else _ORDINALS.get(fold(text).split(" ")[0], "") if text else ""


def alike_titles(one: tuple[Wording, ...], other: tuple[Wording, ...]) -> tuple[int, tuple[str, ...]] | None:
    """Return how alike two titles are, from 0 to 100, and why; None where they are titles of two works."""
    best: tuple[int, tuple[str, ...]] | None = None
    for left in one:
        for right in other:
            if left.cut and right.cut:
                continue
            found = _alike(left, right)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
    return best


def _alike(left: Wording, right: Wording) -> tuple[int, tuple[str, ...]] | None:
    """Compare two wordings."""
    cut = left.cut or right.cut
    if left.words == right.words:
        return (94, ("double.without_subtitle",)) if cut else (100, ("double.same_title",))
    joined = fuzz.ratio("".join(left.words), "".join(right.words))
    alone_left, alone_right = _alone(left.words, right.words), _alone(right.words, left.words)
    if alone_left and alone_right:
        if not _slips(alone_left, alone_right):
            return None
        score = max(fuzz.ratio(left.text, right.text), joined)
        return (round(min(score, 97) - (6 if cut else 0)), ("double.near_title",)) if score >= 80 else None  # noqa: PLR2004
    extra = alone_left or alone_right
    if not extra:
        return (round(max(90, min(joined, 98))) - (4 if cut else 0), ("double.near_title",))
    if cut or len(extra) > 1 or joined < 78:  # noqa: PLR2004
        return None
    return (round(min(joined, 92)), ("double.near_title",))


def _alone(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Return the long words of one title that the other has not."""
    there = set(others)
    return tuple(dict.fromkeys(word for word in long_words(words) if word not in there))


def _slips(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether all words that differ are the same words misspelt, abbreviated, or joined and parted."""
    if fuzz.ratio("".join(left), "".join(right)) >= 96:  # noqa: PLR2004 - weichteil sarkom, weichteilsarkom
        return not any(_opposite(a, b) for a in left for b in right)
    free = list(right)
    for word in left:
        twin = next((other for other in free if _slip(word, other)), None)
        if twin is None:
            return False
        free.remove(twin)
    return not free


def _slip(one: str, other: str) -> bool:
    """Say whether one word is the other with a slip of the hand: one letter, or two in a long word."""
    if _opposite(one, other):
        return False
    allowed = 1 if min(len(one), len(other)) <= 8 else 2  # noqa: PLR2004
    if OSA.distance(one, other, score_cutoff=allowed) <= allowed:
        return True
    return DamerauLevenshtein.distance(_bare(one), _bare(other), score_cutoff=1) <= 1


def _opposite(one: str, other: str) -> bool:
    """Say whether two words differ by a syllable that turns the meaning."""
    return any(
        (one.startswith(a) and other.startswith(b) and one[len(a) :] == other[len(b) :])
        or (one.startswith(b) and other.startswith(a) and one[len(b) :] == other[len(a) :])
        for a, b in _OPPOSITES
    )


def _bare(word: str) -> str:
    """Return a word as if its umlauts had been dropped instead of spelt out."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
