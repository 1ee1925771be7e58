"""How sure the reader is of each field of one line: by what the line itself shows, never by what usually holds.

Reads nothing new; it looks at a line and at the Reference that ``read_line`` gave for it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from citations.records import Reference
from citations.references.access_dates import find_access
from citations.references.bodies import is_named_body, is_society
from citations.references.cleaning import clean
from citations.references.contract import fields
from citations.references.houses import house_of_name
from citations.references.journals import is_journal
from citations.references.numbers import read_doi, read_isbn
from citations.references.publishers import is_publisher
from citations.references.signs import has_any


class Sure(StrEnum):
    """How far a field may be taken as read.

    CERTAIN: the house style prints the line back, or a label or a check digit vouches for the field. LIKELY: the
    grammar of its family put it there. UNSURE: taken by its place or as what was left; somebody should look.
    """

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(slots=True)
class _Case:
    """A line as it is read, the same in small letters, what was read from it, and what several judges ask for."""

    line: str
    low: str
    reference: Reference
    in_journal: bool
    printed: bool


def _case(text: str, reference: Reference) -> _Case:
    line = clean(text)
    in_journal = bool(reference.container) and is_journal(reference.container)
    return _Case(line, line.lower(), reference, in_journal, _is_printed(reference, in_journal=in_journal))


def _is_printed(reference: Reference, *, in_journal: bool) -> bool:
    """Say whether the house style prints the line back; a journal or publisher in it must be a known one.

    Lines of strangers have the shape of the house's articles and books as well, those of its guidelines never.
    """
    if reference.style == "book":
        return is_publisher(reference.publisher)
    return bool(reference.style) and (reference.style == "guideline" or in_journal)


_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>\])?#]+", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{3}|nvl)\s?[-/_\u2010-\u2015\u2212]\s?\d{3}(?!\d)", re.IGNORECASE)
_NUMBER_LABEL = re.compile(
    r"AWMF|Reg(?:ister|istrierungs|istration|\b)|leitlinien?-?n(?:umme)?r|nvl-|\dOL", re.IGNORECASE
)
_STAND_LABEL = re.compile(r"\bStand\b|aktualisier|geändert|Änderung|updated?|revised|reviewed|modified", re.IGNORECASE)
_VERSION_BEFORE = re.compile(
    r"(?:version|vers\.|ver\.|auflage|edition|(?<! e\.)(?<! e\. )\bV\.?)\W{0,4}$", re.IGNORECASE
)
_VERSION_BEHIND = re.compile(
    r"(?:\.|st|nd|rd|th)?,? ?(?:[^\W\d]+\.?,? ){0,5}(?:version|aufl|fassung|ausgabe|aktualisierung|ed(?:ition|n)?\b)",
    re.IGNORECASE,
)
_PATIENT = re.compile(r"patient(?:inn)?en-?\s?(?:version|leitlinie|information)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d./-])(?:1[89]|20)\d\d(?![\d./-])")
_INITIALS = re.compile(r".+[ ,]+[^\W\d_a-z][^\W\d_]{0,3}(?:[.-][^\W\d_]{0,2}\.?)*")
_BORDER = re.compile(r"(?:[.!?:;)\x1e\n„“\"»‘]|^) ?[„“\"»‘]?$")
_CLASS = re.compile(r"\bS[123][ek]?(?![\w-]?\d)", re.IGNORECASE)
_GUIDELINE = ("leitlinie", "guideline", "recommendation", "empfehlung", "consensus")
_GAP = frozenset("():;,")
_GAP_LENGTH = 3
_SOME, _MANY = 2, 3
_LABEL_LENGTH = 16


def sureness(text: str, reference: Reference) -> Mapping[str, Sure]:
    """Return for every filled one of the nineteen fields (``contract.NAMES``) how sure it is.

    ``text`` is the printed line, ``reference`` what ``read_line`` gave for it. A field that is empty has no entry.
    """
    case = _case(text, reference)
    return {name: _JUDGES[name](case) for name, value in fields(reference).items() if value}


def _level(*, certain: bool, likely: bool = True) -> Sure:
    return Sure.CERTAIN if certain and likely else Sure.LIKELY if likely else Sure.UNSURE


def _kind(case: _Case) -> Sure:
    """Judge the kind: a label, a number or a known journal with its volume vouch for it; a bare page is a guess."""
    it = case.reference
    labelled = it.guideline_class or it.awmf_number or (it.isbn and it.kind == "book")
    in_journal = it.volume and case.in_journal and not has_any(_GUIDELINE, case.low)
    fallen = it.kind in ("web-page", "other") and not (it.url or it.accessed)
    by_name = it.kind in ("journal-article", "report", "guideline") and not (
        labelled or it.volume or it.doi or it.url or it.stand or it.version or it.year
    )
    doubtful = it.kind != "patient-guideline" and "patient" in case.low and _PATIENT.search(case.line)
    certain = (labelled or in_journal or case.printed) and not doubtful
    guessed = it.kind == "book" and not (it.isbn or it.publisher or it.edition or it.pages or it.organisations)
    return _level(certain=bool(certain), likely=not (fallen or by_name or guessed))


def _class(case: _Case) -> Sure:
    return _level(certain=len({hit.lower() for hit in _CLASS.findall(case.line)}) == 1)


def _organisations(case: _Case) -> Sure:
    """Judge organisations: known houses and named societies are likely; a publisher must be a known one."""
    names = [organisation.name for organisation in case.reference.organisations]
    known = all(house_of_name(name) or is_named_body(name) or is_society(name) for name in names)
    closed = not case.reference.publisher or is_publisher(case.reference.publisher)
    printed = case.printed and not case.reference.authors  # beside people they are read out of the title
    return _level(certain=printed, likely=printed or (known and closed))


def _authors(case: _Case) -> Sure:
    return _level(certain=case.printed, likely=all(map(_INITIALS.fullmatch, case.reference.authors)))


def _title(case: _Case) -> Sure:
    """Judge the title: likely where a full stop, colon, quotation mark or class label stands before it."""
    title = case.reference.title
    place = case.line.find(title)
    bordered = place == 0 or (place > 0 and bool(_BORDER.search(case.line[max(0, place - 3) : place])))
    labelled = bool(case.reference.guideline_class) and place > 0
    stopped = place < 0 or bool(re.match(r"\W|$", case.line[place + len(title) :]))
    return _level(certain=case.printed, likely=(bordered or labelled) and stopped)


def _container(case: _Case) -> Sure:
    it = case.reference
    known = case.in_journal or it.container == "Onkopedia" or bool(it.series) or it.kind == "chapter"
    return _level(certain=case.printed, likely=known)


def _version(case: _Case) -> Sure:
    """Judge the version: certain where a label stands right before or behind it, not somewhere in the line."""
    version = case.reference.version or case.reference.edition
    labelled = any(
        _VERSION_BEFORE.search(case.line[max(0, start - _LABEL_LENGTH) : start])
        or _VERSION_BEHIND.match(case.line, start + len(version))
        for start in _places(version, case.line)
    )
    return _level(certain=case.printed or labelled)


def _places(version: str, line: str) -> Iterator[int]:
    """Yield where a version stands in a line, no part of a longer number.

    Searched for without a pattern: one made of the version itself would have to be compiled for every line.
    """
    start = line.find(version)
    while start >= 0:
        end = start + len(version)
        before, behind = line[start - 1 : start], line[end : end + 1]
        whole = not (before.isdecimal() or before == "." or behind.isdecimal())
        if whole:
            yield start
        start = line.find(version, end if whole else start + 1)


def _year(case: _Case) -> Sure:
    """Judge the year: one in a line that is no other date's nor the title's is sure; of three, somebody should look."""
    it, years = case.reference, _YEAR.findall(case.line)
    shared = len(years) == 1 and str(it.year) in (it.accessed[:4], it.stand[:4])
    titled = len(_YEAR.findall(it.title)) >= len(years)
    alone = set(years) == {str(it.year)} and not shared and not titled
    return _level(certain=case.printed or alone, likely=len(set(years)) < _MANY)


def _locator(case: _Case) -> Sure:
    """Judge volume, issue and pages: they vouch for each other side by side behind a known journal."""
    it = case.reference
    parts = [part for part in (it.volume, it.issue, it.pages.partition("-")[0]) if part]
    told = case.in_journal and it.year and it.volume and it.pages
    return _level(certain=case.printed or bool(told and _side_by_side(parts, case.line)))


def _side_by_side(parts: list[str], line: str) -> bool:
    """Say whether the parts follow each other in a line with no more than three blanks, commas or brackets between."""
    first, *others = parts
    start = line.find(first)
    while start >= 0:
        if _follow(others, line, start + len(first)):
            return True
        start = line.find(first, start + 1)
    return False


def _follow(parts: list[str], line: str, end: int) -> bool:
    """Say whether the parts follow each other from a place on."""
    if not parts:
        return True
    for place in range(end, end + _GAP_LENGTH + 1):
        if line.startswith(parts[0], place) and _follow(parts[1:], line, place + len(parts[0])):
            return True
        sign = line[place : place + 1]
        if not (sign in _GAP or sign.isspace()):
            return False
    return False


def _stand(case: _Case) -> Sure:
    return _level(certain=case.printed or bool(_STAND_LABEL.search(case.line)))


def _accessed(case: _Case) -> Sure:
    found = find_access(case.line)
    return _level(certain=found is not None and found[1].iso == case.reference.accessed, likely=found is not None)


def _number(case: _Case) -> Sure:
    printed = {re.sub(r"\W|(?<=\d)[a-z]+$", "", hit) for hit in _NUMBER.findall(case.line)}
    return _level(certain=bool(_NUMBER_LABEL.search(case.line)), likely=len(printed) < _SOME)


def _doi(case: _Case) -> Sure:
    printed = {hit.rstrip(".,;") for hit in _DOI.findall(case.low)}
    return _level(certain=bool(read_doi(case.reference.doi)), likely=len(printed) < _SOME)


def _isbn(case: _Case) -> Sure:
    return _level(certain=bool(read_isbn(case.reference.isbn)), likely=case.line.upper().count("ISBN") < _SOME)


def _labelled(case: _Case) -> Sure:
    """Judge a PMID, an address, a word like "Langversion": only read where they say themselves what they are."""
    return Sure.CERTAIN if case.line else Sure.LIKELY


_JUDGES: dict[str, Callable[[_Case], Sure]] = {
    "kind": _kind, "guideline_class": _class, "organisations": _organisations, "authors": _authors, "title": _title,
    "container": _container, "version": _version, "edition_form": _labelled, "year": _year, "volume": _locator,
    "issue": _locator, "pages": _locator, "stand": _stand, "accessed": _accessed, "awmf_number": _number, "doi": _doi,
    "pmid": _labelled, "isbn": _isbn, "url": _labelled,
}  # fmt: skip
