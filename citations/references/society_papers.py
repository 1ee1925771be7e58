"""Papers told by people, title, society and year, without a journal ("Roe A. Title. British Sleep Society, 2023").

Or with the society between people and title: "Roe A (2019), Universität Ulm: „Title“ ...".
"""

import re
from dataclasses import replace

from citations.records import Reference
from citations.references.bodies import is_known_body, is_named_body, is_society, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.heads import head
from citations.references.journals import is_group, is_printed
from citations.references.lines import Peeled, line_of
from citations.references.publisher_parts import without_place
from citations.references.publishers import PUBLISHER
from citations.references.segments import trim, unquoted

_YEAR = re.compile(rf",? \(?(?P<y>(?:19|20)\d\d)\)?[\s.{BREAK}]*$")
_THESIS = re.compile(r"arbeit\b|[Dd]issertation|\bDiss\.|[Tt]hesis|Habil")
_EDITOR = re.compile(r" \((?:Hrsg|Hg|eds?)\.?\)$")
_TITLE_END = re.compile(r"[.?!] (?=[A-ZÄÖÜ])")


def read(line: str) -> Reference | None:
    """Return the paper of a line that ends with a society and a year behind people and title, None for others.

    A society that stands where a journal would is who publishes it; what it publishes under people's names is no book.
    """
    peeled = line_of(line)
    signed = _signed(peeled) if _QUOTE.search(peeled.text) else None
    if signed:
        return signed
    dated = _YEAR.search(peeled.text, max(0, len(peeled.text) - _NEAR))
    if dated is None or peeled.url or peeled.doi or peeled.isbn or peeled.accessed:
        return None
    before = peeled.text[: dated.start()]
    ends = list(_TITLE_END.finditer(before, max(0, len(before) - _LONGEST_NAME)))
    name = "" if _THESIS.search(before) else before[ends[-1].end() :] if ends else ""
    name = _EDITOR.sub("", without_place(name))
    if BREAK in name or ": " in name or is_printed(name) or not _publishes(name):
        return None
    lead, title = head(before[: ends[-1].start() + 1])
    title = unquoted(title.removesuffix("."))
    if not lead.authors or lead.year or len(title) < _WORD or ". In: " in before:
        return None
    bodies = (*lead.organisations, *split_bodies(name))
    return replace(lead, kind="report", organisations=bodies, title=trim(title), year=int(dated["y"]))


def _signed(peeled: Peeled) -> Reference | None:
    """Return the paper of people who name their institute before the quoted title; None for any other line."""
    lead, rest = head(peeled.text)
    hit = _AT_INSTITUTE.match(rest) if lead.authors and not peeled.isbn else None
    year = lead.year or (int(hit["y"]) if hit and hit["y"] else None)
    if hit is None or not year or not (is_known_body(hit["who"]) or is_named_body(hit["who"])):
        return None
    title, bodies = unquoted(hit["title"].rstrip(".")), split_bodies(hit["who"])
    return replace(
        lead, kind="report", organisations=bodies, title=title, year=year, doi=peeled.doi, url=peeled.url,
        accessed=peeled.accessed,
    )  # fmt: skip


_QUOTE = re.compile(r"[:,] [„“»\"]")
_AT_INSTITUTE = re.compile(
    r"(?P<who>[^:„“»\"\x1e]{4,120}?)(?: \((?P<y>(?:19|20)\d\d)\))?[:,] [„“»\"](?P<title>[^„“”»«\"\x1e]{4,300})[“”»«\"]"
)
"""An institute and the quoted title; what is said of the paper behind it is no part of either."""


def _publishes(name: str) -> bool:
    return (
        is_group(name) or is_society(name) or (" " in name and looks_like_body(name) and PUBLISHER.search(name) is None)
    )


_NEAR, _LONGEST_NAME = 20, 120
_WORD = 4
