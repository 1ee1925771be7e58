"""Articles told in few words: the title behind journal and date, a paper's name before a title, Cochrane's reviews.

"Roe A et al., Gut, 3 May 2020: Title", "Gut 2020;69:1-9: Title", "Deutsche Apotheker Zeitung: Title (Januar 2026)",
"Cochrane Review (2019): Title", "Title – Cochrane Review 2019".
"""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.article_kind import kind_of_article
from citations.references.cleaning import BREAK
from citations.references.guideline_words import names_guideline
from citations.references.heads import NOBODY, head
from citations.references.journals import is_bulletin, is_journal, is_magazine
from citations.references.lines import Peeled, line_of
from citations.references.locators import Tail, find_tail
from citations.references.people_behind import signed_title
from citations.references.printed_dates import date_at
from citations.references.segments import segments, trim, unquoted

_COLON = re.compile(r": (?=[\w„“»\"])")
_DASH = re.compile(r" [–—] (?=[\w„“»\"])")
_FURTHEST = 120
"""So far into a line its journal ends at most that stands before the title."""
_BEHIND_ISSUE = re.compile(r",? ?(?:Nr|No|Heft|Ausgabe)\.? ?(?P<issue>\d{1,3})(?:[/,] ?(?P<y>(?:19|20)\d\d))?$")
_YEAR_BEHIND = re.compile(r"(?:19|20)\d\d$")
_DATE = re.compile(r"(?:[.,;]? ?\(|[.,;] )(?:vom |am )?(?:(?:Nr|Heft|Ausgabe)\.? ?(?P<issue>\d{1,3})[,/]? ?)?(?=\w)")
_FROM = re.compile(r"[, ]*(?:vom|v\.|,)?\s*$")
_DATED_PLACE = re.compile(r"(?:19|20)\d\d(?!\):)[^\x1e]{0,60}?(?:: | [–—] )")
"""What stands before a title at the end: a year, its numbers and a colon or dash; no line without is taken apart."""
_SENTENCE = re.compile(r"[a-zäöüß-]{8,}\. ")
_DATE_END = re.compile(r"\)?[.\x1e ]*$")
_COCHRANE = re.compile(
    r"(?P<who>(?:The )?Cochrane(?: Library| Collaboration)?)"
    r"(?P<review>[- ](?:Systematic )?(?:Reviews?|Übersichtsarbeit))?,? ?"
    r"(?:(?:\(?(?P<y>(?:19|20)\d\d)\)?)?:|(?(review)(?:zu[rm]?|über|on|of|[–—-])(?= )|(?!))) ?(?P<title>\S.{3,})"
)
_COCHRANE_BY = re.compile(r"(?:The )?Cochrane[- ](?:Systematic )?Reviews?(?: (?:von|by)|:| [–—-])? (?=[A-ZÄÖÜ])")
"""What a review is, before the people whose it is ("Cochrane Review Roe A. (2022): Title")."""
_BY = re.compile(r" \((?P<who>[^()]{3,120}?)(?:,? (?P<y>(?:19|20)\d\d))?\)?$")
"""The people in brackets behind a review's title."""
_COCHRANE_BEHIND = re.compile(
    r"(?P<title>.{8,}?)(?:\.? [–—-] |[,.] | \()(?:ein(?:e|en)? )?Cochrane[- ](?:Systematic )?Review"
    r"(?: of|,| \(|\. |\b) ?"
    r"(?P<who>[^()\d]{0,80}?),? ?\(?(?P<y>(?:19|20)\d\d)?\)?[.\x1e ]*$"
)


def read(line: str) -> Reference | None:
    """Return the article of a line in one of the short forms, None for any other line."""
    peeled = line_of(line)
    if peeled.number or peeled.accessed:
        return None
    if "Cochrane" in peeled.text:
        review = _cochrane(peeled)
        if review:
            return review
    if not (peeled.url or peeled.stand):
        last = _paper_last(peeled) or _listed(line, peeled)
        if last:
            return last
    colon = peeled.text.find(": ", 0, _FURTHEST)
    if is_magazine(peeled.text[: max(0, colon)]) or _DATED_PLACE.search(peeled.text, 0, _FURTHEST):
        return _title_last(peeled)
    return None


def _cochrane(peeled: Peeled) -> Reference | None:
    """Return the review of a line that says by whom it is and what it is called, without its journal."""
    by = _COCHRANE_BY.match(peeled.text)
    reference, title = head(peeled.text[by.end() :]) if by else (NOBODY, "")
    if reference.authors and reference.year and title:
        return _article(reference, peeled, unquoted(title.partition(BREAK)[0]), "")
    before = _COCHRANE.match(peeled.text)
    if before:
        title, year, _ = _dated(before["title"].partition(BREAK)[0])
        by = _BY.search(title)
        who = head(f"{by['who']}: ")[0] if by else NOBODY
        title = title[: by.start()] if by and who.authors else title
        organisations = () if before["review"] else (Organisation(before["who"]),)
        year = int(before["y"]) if before["y"] else int(by["y"]) if by and by["y"] else year
        reference = replace(who, organisations=organisations, year=year)
        return _article(reference, peeled, unquoted(title), "")
    behind = _COCHRANE_BEHIND.fullmatch(peeled.text)
    if behind is None:
        return None
    reference, title = head(behind["title"])
    who = head(f"{behind['who']}, ")[0] if behind["who"] and not reference.authors else reference
    year = int(behind["y"]) if behind["y"] else reference.year
    return _article(replace(reference, authors=who.authors, et_al=who.et_al, year=year), peeled, unquoted(title), "")


def _paper_last(peeled: Peeled) -> Reference | None:
    """Return the article of which only title and paper are told ("Title. Pharmazeutische Zeitung"), None for others."""
    text = peeled.text.rstrip(f" .{BREAK}")
    place, sign = max((text.rfind(sign, -_LONGEST_PAPER), sign) for sign in _BEFORE_PAPER)
    paper = text[place + len(sign) :]
    if place < 0 or not is_magazine(_COUNTRY.sub("", paper)):
        return None
    reference, title = head(f"{text[:place]}{sign.strip()}")
    title = trim(title.rstrip(". "))
    if reference.organisations or " " not in title or names_guideline(title):
        return None
    return _article(reference, peeled, unquoted(title), paper)


def _listed(line: str, peeled: Peeled) -> Reference | None:
    """Return the article of which only title and the index that lists it are told ("Title (PubMed)"), or None."""
    listed = _INDEXED.search(line, max(0, len(line) - _LONGEST_INDEX)) if "Pub" in line[-_LONGEST_INDEX:] else None
    title = line[: listed.start()].strip() if listed else ""
    if " " not in title or "\n" in title or peeled.doi or len(line) > _LONGEST_LISTED:
        return None
    if head(title)[0] is not NOBODY or len(segments(title)) > 1:
        return None
    return replace(_article(NOBODY, peeled, unquoted(title), "PubMed"), container="")


_INDEXED = re.compile(r"(?: \(| [–—-] )Pub ?Med(?: ?Central)?\)?\.?\s*$")
_LONGEST_LISTED = 400
_LONGEST_INDEX = 30
_BEFORE_PAPER = (". ", ", ", "? ", "! ", " – ", " — ", " | ")
_COUNTRY = re.compile(r" (?:Schweiz|Österreich|Deutschland)$")
_LONGEST_PAPER = 60


def _title_last(peeled: Peeled) -> Reference | None:
    """Return the article of a line with its title behind a colon or a dash, and nothing but its place before."""
    reference, rest = head(peeled.text)
    if reference.organisations and not reference.authors:
        found = _behind_place(peeled, reference, rest)
        if found:
            return found
        reference, rest = Reference(""), peeled.text
    return _behind_place(peeled, reference, rest)


def _behind_place(peeled: Peeled, reference: Reference, rest: str) -> Reference | None:
    """Return the article of what a head is followed by: a journal and its numbers, then the title; None for others."""
    colon = _COLON.search(rest, 2, _FURTHEST) or (_DASH.search(rest, 2, _FURTHEST) if reference.authors else None)
    if colon is None or BREAK in rest[: colon.start()]:
        return None
    before, title = rest[: colon.start()], rest[colon.end() :].partition(BREAK)[0]
    tail = find_tail(before)
    issue = _BEHIND_ISSUE.search(before)
    named = _FROM.sub("", before[: min(issue.start() if issue else len(before), tail.start if tail else len(before))])
    named = trim(named)
    year_of = _YEAR_BEHIND.search(named)
    journal = trim(named[: year_of.start()]) if year_of else named
    if _SENTENCE.search(journal):
        return None
    who, title = (NOBODY, title) if reference.authors else signed_title(title)
    if reference.authors:
        listed = peeled.text[: -len(rest)].rstrip().endswith(",")
        told = (
            is_journal(journal)
            and (tail is not None if not reference.year else listed)
            and (listed or (tail is not None and tail.strong))
        )
    else:
        told = is_magazine(journal) or (
            is_journal(journal) and tail is not None and bool(tail.strong or " " in journal or who.authors)
        )
    if not told or names_guideline(journal):
        return None
    found = _placed(
        reference if reference.authors else replace(who, organisations=reference.organisations), tail, journal
    )
    found = replace(found, year=int(year_of.group())) if year_of and not found.year else found
    if issue:
        found = replace(found, issue=issue["issue"], year=int(issue["y"]) if issue["y"] else found.year)
    title, year, number = _dated(title) if not found.year else (title, found.year, "")
    parts = segments(title)
    if not parts:
        return None
    whole = ". ".join(parts) if not reference.authors else parts[0]
    return _article(replace(found, year=year, issue=found.issue or number), peeled, unquoted(whole), found.container)


def _placed(reference: Reference, tail: Tail | None, journal: str) -> Reference:
    """Return the reference with its place in a journal."""
    if tail is None:
        return replace(reference, container=journal)
    return replace(
        reference,
        container=journal,
        year=tail.year or reference.year,
        month=tail.month,
        volume=tail.volume,
        issue=tail.issue,
        pages=tail.pages,
    )


def _dated(title: str) -> tuple[str, int | None, str]:
    """Return a title, the year of the date that ends it and the issue named with it ("Title (Heft 3/2022)")."""
    for place in reversed(list(_DATE.finditer(title, max(0, len(title) - _LONGEST_DATE)))):
        date = date_at(title, place.end())
        if date and _DATE_END.match(title, date.end):
            return trim(title[: place.start()]), int(date.iso[:4]), place["issue"] or ""
    return title, None, ""


_LONGEST_DATE = 40


def _article(reference: Reference, peeled: Peeled, title: str, journal: str) -> Reference:
    kind = kind_of_article(title, journal) if journal else "systematic-review"
    kind = "report" if kind == "journal-article" and not reference.authors and is_bulletin(journal) else kind
    return replace(
        reference, kind=kind, title=title, container=journal, doi=peeled.doi, pmid=peeled.pmid, url=peeled.url
    )
