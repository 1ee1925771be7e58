"""The last resort: lines that name people and a title and hardly more, which no other reader has taken.

Reads few plain shapes; whatever else stands in a line makes it somebody else's, or nobody's. What is taken here is
taken by its place alone, so that ``sureness`` calls most of it likely at best.
"""

import re
from dataclasses import replace

from citations.records import Reference
from citations.references.article_kind import kind_of_article
from citations.references.bodies import is_portal, looks_like_body
from citations.references.guideline_words import names_guideline
from citations.references.heads import head
from citations.references.journals import is_abbreviated, is_journal
from citations.references.lines import Peeled, line_of
from citations.references.publishers import PUBLISHER
from citations.references.segments import segments, unquoted

_ONLINE_BOOK = "StatPearls"
_SITE_AND_YEAR = re.compile(r"(?P<site>[A-Z][\w -]{2,40}?)(?:,? (?P<y>(?:19|20)\d\d))?(?: \[Internet\])?")
_INITIALS = re.compile(r"[A-ZÄÖÜ](?:\.|$)")
_SMALL_WORD = re.compile(r"(?<= )[a-zäöüß]{2,}(?= )")
_WORDS, _PAIR = 4, 2
"""So many words has a title at least that only people vouch for; and so many are people without "et al."."""
_MOST_PARTS = 3
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_SERVICE = re.compile(
    r"(?:Ihre?|Unsere?|Mein|Wir|Bitte|Your|Our|We|Please|Tel|Telefon|Fax|E-Mail|Sprechstunde|Termine?|Kontakt|Contact"
    r"|Praxis|Klinik|Abteilung|Station|Department|Redaktion|Vorstand)\b"
)
"""How a line goes on that names people for something else than what they wrote."""


def read(line: str) -> Reference | None:
    """Return the work of people of whom a line says a title and perhaps where it stands; None for any other line."""
    peeled = line_of(line)
    said = peeled.accessed or peeled.stand or peeled.number or peeled.isbn or peeled.valid_until
    if said or names_guideline(peeled.text):
        return None
    lead, rest = head(peeled.text)
    if not lead.authors or not rest or rest[0].islower():
        return None
    return _titled(lead, rest, peeled)


def _titled(lead: Reference, rest: str, peeled: Peeled) -> Reference | None:
    """Return the work of a line that is people, a title and at most a journal or an online work behind it."""
    parts = _parts(rest)
    if not 1 <= len(parts) <= _MOST_PARTS or PUBLISHER.search(rest) or _OF_SERVICE.match(rest):
        return None
    *titles, last = parts
    title = unquoted(". ".join(titles))
    site = _SITE_AND_YEAR.fullmatch(last) if titles else None
    if site and site["site"] == _ONLINE_BOOK:
        return _placed(lead, peeled, title, site, "chapter")
    if site and (is_portal(site["site"]) or looks_like_body(site["site"])):
        return _placed(lead, peeled, title, site, "web-page")
    several = lead.et_al or len(lead.authors) >= _PAIR
    if titles and several and " " in title and is_journal(last) and not _DIGIT.search(last):
        kind = kind_of_article(title, last)
        return replace(lead, kind=kind, title=title, container=last, doi=peeled.doi, pmid=peeled.pmid, url=peeled.url)
    whole = unquoted(". ".join(parts))
    if peeled.url or len(parts) > _PAIR or not several or not _is_title(lead, whole):
        return None
    return replace(lead, kind=kind_of_article(whole, ""), title=whole)


def _parts(text: str) -> list[str]:
    """Return the parts of a text; a journal behind a comma is one, and a year alone belongs to what stands before."""
    parts = segments(text)
    if len(parts) > 1 and _YEAR.fullmatch(parts[-1]):
        parts[-2:] = [f"{parts[-2]} {parts[-1]}"]
    title, comma, journal = parts[-1].rpartition(", ") if parts else ("", "", "")
    return [*parts[:-1], title, journal] if comma and is_abbreviated(journal) else parts


def _placed(lead: Reference, peeled: Peeled, title: str, site: re.Match[str], kind: str) -> Reference | None:
    """Return the part of an online work, with the year printed behind its name."""
    if not title:
        return None
    year = int(site["y"]) if site["y"] else lead.year
    return replace(lead, kind=kind, title=title, container=site["site"], year=year, url=peeled.url, doi=peeled.doi)


def _is_title(lead: Reference, text: str) -> bool:
    """Say whether words behind people with initials, or behind "et al.", can be nothing but a title."""
    named = lead.et_al or all(map(_INITIALS.search, lead.authors))
    return named and text.count(" ") + 1 >= _WORDS and _SMALL_WORD.search(text) is not None
