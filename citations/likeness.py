"""Whether two sources may be one and the same: a score with its reasons, and marks by which likely pairs are found.

It proposes and never decides (domain 1.1, 6): editions, volumes, parts, the patient version, an erratum or a protocol
are works of their own and never alike. What words say is read in ``citations.alike``; no database.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from citations.alike.facts import plain_number, same_journal, same_name, same_people
from citations.alike.titles import Wording, alike_titles, long_words, tell_apart, title_forms
from citations.identity import identify
from citations.kinds import HOUSE_KINDS, SourceKind
from citations.records import Reference
from citations.references.numbers import read_register_number

THRESHOLD = 70
"""Points from which a pair is shown to a person."""

_ONE_WORK_ONE_NUMBER = ("doi", "pmid", "cochrane", "isbn", "house")
_GUIDELINES = frozenset({SourceKind.AWMF_GUIDELINE, SourceKind.AWMF_LIVING})
_ARTICLES = frozenset(
    {
        SourceKind.JOURNAL_ARTICLE,
        SourceKind.SYSTEMATIC_REVIEW,
        SourceKind.COCHRANE_REVIEW,
        SourceKind.ESMO_CPG,
        SourceKind.ESMO_LIVING,
    }
)
_BOOKS = frozenset({SourceKind.BOOK, SourceKind.WHO_BOOK})
_ANYTHING = frozenset({SourceKind.WEB_PAGE, SourceKind.NEWS_TEXT, SourceKind.BOOK})
"""Kinds that a reader falls back to: the same work may have been read as something more exact elsewhere."""

Keys = frozenset[tuple[str, str]]
"""The (scheme, value) pairs by which a work is known."""

_MOST_MARKS = 48
_PAIRED = 6
"""The longest words of a title, paired with each other: fifteen marks, ten of which survive a slip in one word."""

_HEAD = 6


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two sources are one, from 0 to 100, and why: catalogue keys, the strongest first."""

    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """One side of a comparison: kind, fields, and every hard key it is known by; titles are folded only once."""

    kind: SourceKind
    reference: Reference
    keys: Keys
    wordings: tuple[Wording, ...]


def work(kind: SourceKind, reference: Reference, keys: Iterable[tuple[str, str]] = ()) -> Work:
    """Return one side of a comparison; ``keys`` are (scheme, value) pairs known beside those the reference states."""
    own = identify(reference, kind=kind).identifiers
    return Work(kind, reference, frozenset({*own, *keys}), title_forms(reference))


def compare(one: Work, other: Work) -> Likeness | None:
    """Return how alike two works are; None where they are not, and where they can never be one."""
    if not kinds_meet(one.kind, other.kind) or numbers_apart(one.keys, other.keys):
        return None
    if _suffix_asked(one.keys, other.keys):
        return Likeness(90, ("double.suffix",))
    a, b = one.reference, other.reference
    if tell_apart(a, b) or _dated_apart(one, other):
        return None
    people = same_people(a, b)
    place = _place(a, b)
    if people is False or place is False:
        return None
    found = alike_titles(one.wordings, other.wordings)
    if found is None:
        return _by_place(one, other, people=people, place=place)
    score, reasons = found
    points, why = _around(one, other, people=people, place=place)
    if _says_little(one, other) and not (people and place):
        points -= 40
    total = round(score * 0.6) + points
    return Likeness(max(0, min(total, 99)), (*reasons, *why)) if total >= THRESHOLD else None


def marks(kind: SourceKind, reference: Reference) -> frozenset[str]:
    """Return the marks of a work: two that share one are worth a comparison.

    Pairs of the long words of its title, so that one misspelt word leaves pairs that still meet; its place (year,
    first page), for titles that were translated; the bare register number, for those without their suffix.
    """
    found: list[str] = []
    number = read_register_number(reference.awmf_number) if reference.awmf_number else None
    if number:
        found.append("#" + number.canonical.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    page = plain_number(reference.pages)
    if page and reference.year and kind in _ARTICLES | _ANYTHING:
        found.append(f"@{reference.year}-{plain_number(reference.volume)}-{page}")
    for words in (long_words(wording.words) for wording in title_forms(reference)):
        chosen = sorted(words, key=lambda word: (-len(word), word))[:_PAIRED]
        found += ["+".join(sorted(pair)) for pair in combinations(chosen, 2)]
        if 0 < len(words) <= 2:  # noqa: PLR2004 - a slip in so short a title leaves no pair
            longest = min(words, key=lambda word: (-len(word), word))
            found += [f"={longest}", f"~{longest[:_HEAD]}"]
    return frozenset(list(dict.fromkeys(found))[:_MOST_MARKS])


def kinds_meet(one: SourceKind, other: SourceKind) -> bool:
    """Say whether two kinds can be one work read twice; a patient version never is its guideline (domain 1.1)."""
    if one is other:
        return True
    pair = {one, other}
    families = (_GUIDELINES, _ARTICLES, _BOOKS, HOUSE_KINDS | {SourceKind.WEB_PAGE})
    if any(pair <= family for family in families):
        return True
    if SourceKind.AWMF_PATIENT_GUIDELINE in pair or pair & HOUSE_KINDS:
        return False
    return bool(pair & _ANYTHING)


def numbers_apart(one: Keys, other: Keys) -> tuple[str, str, str] | None:
    """Return (scheme, value, other value) where two works carry different numbers of one scheme, else None.

    Then they are two, whatever their words say; a register number with and without its suffix is asked (1.1).
    """
    for scheme in (*_ONE_WORK_ONE_NUMBER, "awmf"):
        left, right = _values(one, scheme), _values(other, scheme)
        if left and right and not left & right and not (scheme == "awmf" and _suffix_asked(one, other)):
            return scheme, min(left), min(right)
    return None


def _suffix_asked(one: Keys, other: Keys) -> bool:
    """Say whether two register numbers differ by having a suffix or none: asked, never merged silently (1.1)."""
    left, right = _values(one, "awmf"), _values(other, "awmf")
    if not left or not right or left & right:
        return False
    bare = {number for number in left | right if number[-1:].isdigit()}
    full = {number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for number in left | right if number[-1:].isupper()}
    return bool(bare & full)


def _values(keys: Keys, scheme: str) -> frozenset[str]:
    return frozenset(value for name, value in keys if name == scheme)


def _dated_apart(one: Work, other: Work) -> bool:
    """Say whether two years make two works: in a series of reports each year is one; a guideline's is its version's."""
    a, b = one.reference.year, other.reference.year
    if not a or not b or a == b or {one.kind, other.kind} <= _GUIDELINES | {SourceKind.ONKOPEDIA} | HOUSE_KINDS:
        return False
    same_spot = bool(_place(one.reference, other.reference))
    if {one.kind, other.kind} <= _ARTICLES:
        return not same_spot and not (abs(a - b) == 1 and _place(one.reference, other.reference) is not False)
    return not same_spot


def _place(a: Reference, b: Reference) -> bool | None:
    """Say whether two works stand at the same place of a journal: None where one of them does not say."""
    journal = same_journal(a.container, b.container)
    if journal is False:
        return False
    said = [
        plain_number(left) == plain_number(right)
        for left, right in ((a.volume, b.volume), (a.pages, b.pages))
        if plain_number(left) and plain_number(right)
    ]
    if said and not any(said):
        return False
    if len(said) == 2 and not all(said):  # noqa: PLR2004 - volume and page
        return None if journal and a.year == b.year else False
    return True if all(said) and plain_number(a.pages) and plain_number(b.pages) and journal is not None else None


def _by_place(one: Work, other: Work, *, people: bool | None, place: bool | None) -> Likeness | None:
    """Return the likeness of works whose titles differ but that stand on the same page: a translated title."""
    a, b = one.reference, other.reference
    if not (place and people and a.year and a.year == b.year and {one.kind, other.kind} <= _ARTICLES | _ANYTHING):
        return None
    return Likeness(76, ("double.same_place", "double.same_people", "double.other_title"))


def _around(one: Work, other: Work, *, people: bool | None, place: bool | None) -> tuple[int, tuple[str, ...]]:
    """Return the points that people, place, year and keys give beside the title, with their reasons."""
    a, b = one.reference, other.reference
    points, why = 0, []
    journal = same_journal(a.container, b.container)
    if place:
        points, why = 18, ["double.same_place"]
    elif journal:
        points, why = 13, ["double.same_container"]
    elif same_name(a.publisher, b.publisher):
        points, why = 10, ["double.same_publisher"]
    else:
        points = 6
    points += 14 if people else 7
    why += ["double.same_people"] if people else []
    if a.year and a.year == b.year:
        points, why = points + 8, [*why, "double.same_year"]
    elif a.year and b.year:
        why.append("double.other_year")
    else:
        points += 5
    schemes = [{scheme for scheme, _ in side.keys} & {"doi", "pmid", "awmf", "isbn"} for side in (one, other)]
    if bool(schemes[0]) is not bool(schemes[1]):
        why.append("double.one_number")
    return points, tuple(why)


def _says_little(one: Work, other: Work) -> bool:
    """Say whether the titles alone tell nothing, such as "Editorial": then people and place must agree as well."""
    if {one.kind, other.kind} <= HOUSE_KINDS | _GUIDELINES | {SourceKind.ONKOPEDIA, SourceKind.AWMF_PATIENT_GUIDELINE}:
        return False
    return max((len(long_words(w.words)) for w in (*one.wordings, *other.wordings)), default=0) <= 1
