"""Articles in any journal style: NLM, Vancouver, AMA, APA, Springer, Ärzteblatt, "In: ... Band: ...", author-year.

The end of the line is read first (``locators``), then the people at its head, then title and journal between them.
"""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.article_kind import is_systematic
from citations.references.articles_by_shape import (
    BRACKETED_END,
    QUOTE,
    fits,
    in_brackets,
    journal_first,
    journal_last,
    quoted,
)
from citations.references.bodies import is_society
from citations.references.cleaning import BREAK
from citations.references.collected import cut_collection
from citations.references.finished_articles import AROUND, YEAR_AT_END, class_of, finished
from citations.references.guideline_words import names_guideline
from citations.references.heads import NOBODY, head
from citations.references.journals import is_journal
from citations.references.lines import Peeled, line_of
from citations.references.locators import Tail, find_tail
from citations.references.people import People, begins_with_person, read_people
from citations.references.people_behind import people_behind, people_between, signed_title
from citations.references.publishers import is_publisher
from citations.references.segments import trim, unquoted
from citations.references.titles import named_like_journal, split_journal

_AFTER = ("(Review)", "(in German)", "(in English)", "(in French)", "Article in German", "Review")
_LOCATOR = re.compile(r"\((?:(?<=\d\()|(?<=\d \())\w|;(?<=\d;) ?[A-Za-z]{0,5}-?\d|:(?<=\d:) ?[A-Za-z]{0,5}-?\d")
"""What the numbers of an issue have in their middle; where it is missing, no line is searched for them.

Each form begins with its one sign, so that the search leaps over all letters and digits.
"""
_CUT = re.compile(
    rf"(?<=\d)[a-z]?(?=[.,;:] (?=[^\W\d]|[(\[])|\. (?=\d{{1,5}} [^\W\d]{{4}})| [–—|/(\[]|[.,;]? ?{BREAK})"
)
_CUTS = 12
_UP_TO_END = re.compile(rf"(?<=\w)\. (?=[A-ZÄÖÜ])|{BREAK}")
_YEAR_FIRST = re.compile(r"\(?(?P<y>(?:19|20)\d\d)\)?[,:] (?=[A-ZÄÖÜ])")
_INNER_YEAR = re.compile(r"(?P<stop>[.?!])? \((?P<y>(?:19|20)\d\d)\)[.:]? (?=[A-ZÄÖÜ])")
_ALL_IN_BRACKETS = re.compile(r"\([^()]+\)")
_ARXIV = re.compile(r"arXiv(?: preprint)?[:,]? ?(?:arXiv)?:? ?\d{4}\.\d{4,5}(?:v\d)?(?: ?\[[\w.-]+\])?")
_GERMAN_TITLE = re.compile(r"(?!Zeitschrift|Archiv|Blätter)\S+ (?:\S+ )*?(?:in der|der|des|im|und|bei|mit|am) ")
_REMARK_BEHIND = re.compile(r"(?<=(?:19|20)\d\d) \([^()]+\)\.?$")
"""A remark behind journal and year ("Roe A et al. Gut 2020 (first in humans)")."""
_COUNTED_BY_YEAR = re.compile(r"(?:19|20)\d\d\(")
"""The volume of a journal that counts by years, where the year of the article stands elsewhere."""
_ONLY_DATED = re.compile(r" ?\(?(?P<y>(?:19|20)\d\d)\)?[ .,]*")
_SOCIETY = re.compile(r"(?<=[.?!] )\((?P<who>[A-Z][A-Za-z&/]{1,10})\) (?=[A-Z])")


def read(line: str) -> Reference | None:
    """Return the article of a line that names volume or pages of a journal, None for any other line."""
    peeled = _opened(_without_preprint_number(line_of(line)))
    return _article(peeled, weak=False) or (_with_remark(peeled) if _LOCATOR.search(peeled.text) else None)


def read_weak(line: str) -> Reference | None:
    """Return the article of a line that ends with a journal's name and a year only ("BMJ. 2009.")."""
    peeled = _without_preprint_number(line_of(line))
    found = quoted(peeled) if QUOTE.search(peeled.text) else None
    if found or peeled.number or class_of(peeled.text) or cut_collection(peeled.text)[0].numbered:
        return found
    closed = "):" in peeled.text or peeled.text.rstrip(AROUND).endswith(")")
    bracketed = in_brackets(peeled) if closed and BRACKETED_END.search(peeled.text) else None
    remark = _REMARK_BEHIND.search(peeled.text) if bracketed is None and peeled.text.endswith((")", ").")) else None
    if remark:
        alone = _article(replace(peeled, text=peeled.text[: remark.start()]), weak=True)
        by = head(f"{remark.group().strip(' ().')}: ")[0]
        if alone and is_journal(alone.container) and not alone.authors and by.authors:
            return replace(alone, authors=by.authors, et_al=by.et_al)
        if alone and alone.authors and not alone.title and is_journal(alone.container):
            return alone
    return bracketed or _article(peeled, weak=True) or journal_last(peeled)


def _article(peeled: Peeled, *, weak: bool) -> Reference | None:
    text = peeled.text
    tail = find_tail(_without_end(text))
    if tail is None or not (tail.strong or weak):
        return None if tail or weak else journal_first(peeled)
    apart = people_between(text[: tail.start])
    if apart and fits(Reference(""), tail, apart[2], weak=weak) and (not weak or _is_named(apart)):
        reference = Reference("", authors=apart[1].authors, et_al=apart[1].et_al)
        return finished(reference, peeled, tail, (unquoted(apart[0]), apart[2]))
    held = not weak or _may_hold_journal(text[: tail.start], peeled)  # else nobody need be asked who leads
    reference, rest = _with_society(*head(text[: tail.start])) if held else (NOBODY, "")
    reference, rest = (reference, rest) if tail.year or reference.year else _year_between(reference, rest)
    found = _split(reference, rest, tail, weak=weak, loose=weak and not peeled.url) if held else None
    if found is None:
        return None
    if reference.year and tail.issue and not tail.volume and _COUNTED_BY_YEAR.match(text, tail.start):
        tail = replace(tail, volume=str(tail.year), year=reference.year)
    title, journal = found
    first = None if tail.year or reference.year else _YEAR_FIRST.match(journal)
    if first:
        reference, journal = replace(reference, year=int(first["y"])), journal[first.end() :]
    dated = YEAR_AT_END.search(title) if not (tail.year or reference.year) else None
    if dated:
        reference, title = replace(reference, year=int(dated["y"])), title[: dated.start()]
    reference, title = (reference, title) if reference.authors else _by_people(reference, title, weak=weak)
    if not title and weak and f": {journal}" in text and _GERMAN_TITLE.match(journal):
        return None
    if not title and not reference.authors and ((weak and _no_issue(reference, journal)) or not is_journal(journal)):
        return None
    return finished(reference, peeled, tail, (unquoted(title), journal))


def _may_hold_journal(text: str, peeled: Peeled) -> bool:
    """Say whether a journal may stand at the end of what is printed before a year."""
    loose = not peeled.url and (" et al" in text or begins_with_person(text))
    return split_journal(text, weak=True, loose=loose) is not None


def _is_named(apart: tuple[str, People, str]) -> bool:
    """Say whether what stands behind title and people is a journal; behind "et al." nearly any name is one."""
    return is_journal(apart[2]) or (apart[1].et_al and named_like_journal(apart[2]))


def _without_preprint_number(peeled: Peeled) -> Peeled:
    return replace(peeled, text=_ARXIV.sub("arXiv", peeled.text)) if "arXiv" in peeled.text else peeled


def _opened(peeled: Peeled) -> Peeled:
    """Return a line of which journal and numbers stand in brackets at its end without these brackets."""
    ending = peeled.text[-_NEAR_END:].rstrip(AROUND)[-2:]
    closed = _PLACE_IN_BRACKETS.search(peeled.text) if ending[1:] == ")" and ending[0] in "0123456789)" else None
    tail = find_tail(closed["inside"]) if closed else None
    if closed is None or tail is None or not tail.strong or not is_journal(trim(closed["inside"][: tail.start])):
        return peeled
    return replace(peeled, text=f"{peeled.text[: closed.start()].rstrip('.')}. {closed['inside']}.")


_NEAR_END = 12
_PLACE_IN_BRACKETS = re.compile(
    r" \((?P<inside>[A-ZÄÖÜ][^()\x1e]{2,80}(?:\([^()\x1e]{1,12}\)[^()\x1e]{0,30})?)\)[\s.;,\x1e]*$"
)


def _year_between(reference: Reference, rest: str) -> tuple[Reference, str]:
    """Return reference and rest with the year in brackets that stands between title and journal."""
    hit = _INNER_YEAR.search(rest)
    if hit is None or not (hit["stop"] or is_journal(rest[hit.end() :].strip(AROUND))):
        return reference, rest
    return replace(reference, year=int(hit["y"])), f"{rest[: hit.start()]}{hit['stop'] or '.'} {rest[hit.end() :]}"


def _split(reference: Reference, rest: str, tail: Tail, *, weak: bool, loose: bool) -> tuple[str, str] | None:
    """Return title and journal of what stands between head and tail, None where it cannot be an article's."""
    full = bool(tail.year and tail.volume and tail.pages)
    known = weak or not (reference.authors or reference.organisations or full)
    found = split_journal(rest, weak=known, loose=bool(loose and reference.authors and tail.year))
    if found is None and reference.authors and full and named_like_journal(rest.strip(AROUND)):
        found = "", rest.strip(AROUND)
    found = None if found and not found[0] and ": " in found[1] else found
    if found is None and tail.year and (tail.volume or tail.issue) and (tail.pages or reference.authors):
        title, comma, journal = rest.rstrip(AROUND).rpartition(", ")
        found = (title, journal) if comma and " " in title and named_like_journal(journal) else None
        title, colon, journal = rest.rstrip(AROUND).rpartition(": ")
        found = (title, journal) if not found and colon and _is_topic(title, tail, journal) else found
    if found is None or not fits(reference, tail, found[1], weak=weak):
        return None
    before, stop, last = found[0].rpartition(". ")
    title = before if stop and is_publisher(last) else found[0]
    return title[1:-1] if _ALL_IN_BRACKETS.fullmatch(title) else title, found[1]


def _is_topic(title: str, tail: Tail, journal: str) -> bool:
    """Say whether a title may end with a colon: numbers of an issue follow, and it is no guideline's own name."""
    return tail.strong and is_journal(journal) and not names_guideline(title)


def _by_people(reference: Reference, title: str, *, weak: bool) -> tuple[Reference, str]:
    """Return reference and title with the people that stand behind the title, or in its place behind a score's name.

    "Title. A Smith and B Jones", "CURB-65: Roe A et al. (Gut ...)", "Meta-Analyse: Roe A et al., Gut 2016".
    """
    if weak and " et al" not in title:
        return reference, title
    behind = None if weak else people_behind(title)
    if behind:
        return replace(reference, authors=behind[1].authors, et_al=behind[1].et_al), behind[0]
    names = [body.name for body in reference.organisations]
    label, _, listed = (names[0], "", title) if names else title.partition(": ")
    people = read_people(f"{listed}.") if listed and len(names) <= 1 and not is_society(label) else None
    dated = _ONLY_DATED.fullmatch(listed, people.end) if people else None
    if people is None or (people.end < len(listed) and not dated) or not (names or people.et_al):
        return reference, title
    reference = replace(reference, year=int(dated["y"])) if dated else reference
    kind = "systematic-review" if is_systematic(label) else ""
    reference = replace(reference, kind=kind, organisations=(), authors=people.authors, et_al=people.et_al)
    return reference, "" if kind else label


def _no_issue(reference: Reference, journal: str) -> bool:
    """Say whether what stands alone with a year is a document and no journal: a guideline, or a body's."""
    return names_guideline(journal) or bool(reference.organisations)


def _with_society(reference: Reference, rest: str) -> tuple[Reference, str]:
    """Return head and rest without the society that stands in brackets before the journal ("(ASH) Blood Adv")."""
    before = _SOCIETY.search(rest) if ". (" in rest else None
    if before is None or not is_journal(rest[before.end() :]):
        return reference, rest
    reference = replace(reference, organisations=(*reference.organisations, Organisation(before["who"])))
    return reference, rest[: before.start()] + rest[before.end() :]


def _with_remark(peeled: Peeled) -> Reference | None:
    """Return the article of a line that goes on behind its numbers: with a remark, the language, other pages.

    A title may stand there too ("Roe A (2008). Gut, 6(2), 83–84: Title"). None where no numbers name volume and pages.
    """
    text = peeled.text
    for cut in [hit.end() for hit in _CUT.finditer(text)][:_CUTS]:
        tail = find_tail(text[:cut])
        if tail is None or not tail.strong or not tail.pages or not (tail.volume or tail.issue):
            continue
        reference, journal = head(text[: tail.start])
        journal, title = trim(journal), _UP_TO_END.split(trim(text[cut + 1 :]))[0]
        alone = reference.authors and reference.year and (is_journal(journal) or named_like_journal(journal))
        alone = alone or (reference is NOBODY and tail.year and text[cut] == ":" and is_journal(journal))
        if alone and text[cut] in ":." and " " in title and fits(reference, tail, journal, weak=False):
            who, title = (reference, title) if reference.authors else signed_title(title.rstrip(AROUND))
            return finished(who, peeled, tail, (unquoted(title.rstrip(AROUND)), journal))
        found = _article(replace(peeled, text=text[:cut]), weak=False)
        if found and found.kind == "guideline" and not found.authors:
            return None  # what stands behind it, society or version, is the reader's of guidelines
        if found and (is_journal(found.container) or found.authors or found.organisations):
            return found
    return None


def _without_end(text: str) -> str:
    """Return the text without what follows the tail: full stops, breaks, "Review", "Article in German"."""
    text = text.rstrip(AROUND)
    if not text.endswith(_AFTER):
        return text
    return next(text.removesuffix(end).rstrip(AROUND) for end in _AFTER if text.endswith(end))
