"""Several works in one line, and the remark that explains one: only the first work is what the line is read as.

" · " parts works, or a work and what somebody says of it; "; " parts works where people with their year follow.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from citations.records import Reference
from citations.references.cleaning import without_bullet, without_label
from citations.references.heads import NOBODY, head
from citations.references.lines import LONGEST
from citations.references.locators import find_tail
from citations.references.remarks import without_remark
from citations.references.segments import trim
from citations.references.titles import named_like_journal

_DOT = " · "
_NEW_PEOPLE = re.compile(r"; (?=[^\W\d_][^;\n]{2,120}? \((?:19|20)\d\d[a-z]?\)[.:,]? )")
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])")
_CLASSED = re.compile(r"S[123][ek]?[- ]Leitlinie |§+ ?\d")
"""How a further guideline or law begins."""
_KEPT = re.compile(
    r"(?i:https?://|www\.|doi\b|10\.\d{4}|PMID|Stand\b|Version\b|(?:zuletzt )?(?:abgerufen|aufgerufen)|Zugriff|accessed"
    r"|AWMF)|(?P<issue>(?:[A-Z]\w{2,20}\.? )?Bull\w*\.? (?:Nr\. ?)?\d{1,3}/(?:19|20)\d\d)"
)
"""What a remark says of the work itself: where it is found, and its state."""
_MOST_SIGNS = 12


def first_work(line: str) -> str:
    """Return the text of the first work of a line, without the further works and the remark behind it."""
    if _DOT in line:
        line = _before_dot(without_label(without_bullet(line)))
    line = without_remark(line)
    sign = _next_people(line)
    return line[: sign.start()] if sign else line


def further_works(line: str) -> Iterator[str]:
    """Yield the text of each work of a line behind its first one."""
    further = _behind_first(line) if len(line) <= LONGEST else ""
    while further:
        rest = _behind_first(further)
        yield further.removesuffix(rest).rstrip(" ·;")
        further = rest


def _behind_first(line: str) -> str:
    """Return what follows the first work of a line and begins with a work of its own, "" where nothing such follows."""
    if _DOT in line:
        before, *pieces = without_label(without_bullet(line)).split(_DOT, _MOST_SIGNS)
        for place, piece in enumerate(pieces):
            if _is_work(piece, before):
                return _DOT.join(pieces[place:])
            before = f"{before}{_DOT}{piece}"
    sign = _next_people(line)
    return line[sign.end() :] if sign else ""


def _next_people(line: str) -> re.Match[str] | None:
    """Return the semicolon behind which other people with their year begin a further work, None where none do."""
    if "; " not in line or ")" not in line:
        return None
    signs = islice(_NEW_PEOPLE.finditer(line), _MOST_SIGNS)
    dated = (sign for sign in signs if _YEAR.search(line, 0, sign.start()))
    return next((sign for sign in dated if _is_dated(head(line[sign.end() :])[0])), None)


def with_told_kind(reference: Reference, work: str, line: str) -> Reference:
    """Return a page as drug information where the remark cut from its line says that it holds that of a product."""
    if reference.kind != "web-page" or not reference.organisations or len(work) >= len(line):
        return reference
    return replace(reference, kind="drug-information") if _DRUG.search(line, len(work)) else reference


_DRUG = re.compile(r"(?:Fach|Gebrauchs|Produkt)information(?:en)? (?:zu|von|für) |Summar(?:y|ies) of Product|SmPC")


def _before_dot(line: str) -> str:
    """Return a line up to the first dot that parts works or a work and a remark, with what the remark keeps."""
    before, *pieces = line.split(_DOT, _MOST_SIGNS)
    for piece in pieces:
        if _is_work(piece, before):
            return before
        if _is_remark(piece, before):
            return before.rstrip(" .") + "".join(_said_of_work(piece))
        before = f"{before}{_DOT}{piece}"
    return line


def _is_dated(lead: Reference) -> bool:
    return bool(lead.authors and lead.year)


def _is_work(text: str, before: str) -> bool:
    """Say whether a text is a work of its own behind another: people or bodies with a year, a guideline, a law."""
    if not _leads(before):
        return False
    if _CLASSED.match(text):
        return True
    lead, rest = head(text)
    return bool(rest) and (_is_dated(lead) or bool(lead is not NOBODY and _YEAR.search(text) and _YEAR.search(before)))


def _leads(before: str) -> bool:
    """Say whether a text says whose the work is, or what it is, so that it is whole."""
    lead, rest = head(before)
    return (lead is not NOBODY and bool(trim(rest) or lead.year)) or _CLASSED.match(before) is not None


def _is_remark(text: str, before: str) -> bool:
    """Say whether a text explains the work before it: words behind an organisation's title, no place in a journal."""
    lead, title = head(before)
    return bool(lead.organisations) and not lead.authors and bool(trim(title)) and _is_worded(text)


def _is_worded(text: str) -> bool:
    first = text.partition(" ")[0]
    return len(text.split()) > 1 and first[:1].isupper() and not _KEPT.match(text)


def _said_of_work(remark: str) -> list[str]:
    """Return the parts of a remark that say where the work stands, as lists print them behind a title.

    A journal with its numbers and an address follow a full stop, a state or a bulletin's issue stands in brackets.
    """
    kept: list[str] = []
    for part in re.split(r"; | \(|\)(?=[\s.;,]|$)", remark):
        tail = find_tail(part)
        printed = tail is not None and tail.strong and named_like_journal(trim(part[: tail.start]))
        sign = _KEPT.search(part)
        if printed:
            kept.append(f". {trim(part)}")
        elif sign:
            said = sign.group() if sign["issue"] else trim(part[sign.start() :])
            kept.append(f" ({said})" if sign["issue"] or said.startswith("Stand") else f". {said}")
    return kept
