"""What is neither article, book, guideline nor page: flyers, posters, a hospital's SOPs, single tables, data bases.

Kind "other" in the reference contract. A data base or classification is told by its version, a sheet by its own name.
"""

import re

from citations.records import Organisation, Reference
from citations.references.bodies import is_portal, is_short_name, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.lines import line_of
from citations.references.page_bodies import spelled_out
from citations.references.publishers import PUBLISHER
from citations.references.segments import segments, trim, unquoted
from citations.references.signs import has_any

_SIGNS = ("Flyer", "Poster", "Plakat", "SOP", "anweisung", "Tabelle", "Abbildung", "Kitteltaschen", "Version ")
_SHEET = re.compile(
    r"(?:Flyer|Poster|Plakat|SOP|Verfahrensanweisung|Arbeitsanweisung|Kitteltaschenkarte)(?=[ :])"
    r"|(?:Tabelle|Abbildung) \d{1,3}: "
)
_QUOTED = re.compile(r"(?:Flyer|Poster|Plakat) [„“\"»](?P<title>[^„“”\"»«]{3,200})[“”\"«]")
_OF_HOUSE = re.compile(r"(?P<who>[A-ZÄÖÜ][\w-]{1,12}) (?=(?:SOP|Flyer|Poster|Plakat|Verfahrensanweisung)[ :])")
_VERSIONED = re.compile(rf"(?P<title>[A-ZÄÖÜ][^.:;{BREAK}]{{4,120}}?(?: \([A-Z][\w-]{{1,9}}\))?),? {BREAK}")
"""A name right before the version that was taken out."""
_BOOK = re.compile(r"Aufl|Ausgabe|[Ee]dition|\bed\.|[Ll]eitlinie|[Gg]uideline|Langversion")


def read(line: str) -> Reference | None:
    """Return the sheet, table or data base of a line, None where people wrote it or nothing speaks for one."""
    peeled = line_of(line)
    if not has_any(_SIGNS, peeled.text) or peeled.isbn or peeled.doi:
        return None
    lead, rest = head(peeled.text)
    house = None if lead.organisations or lead.authors else _OF_HOUSE.match(rest)
    bodies = (Organisation(house["who"]),) if house and is_short_name(house["who"]) else lead.organisations
    rest = rest[house.end() :] if house else rest
    if lead.authors or any(is_portal(body.name) for body in bodies):  # a portal's "SOP ..." is a page of it
        return None
    edition = read_edition(rest, months=not peeled.stand)
    quoted = _QUOTED.match(edition.text)
    versioned = _VERSIONED.match(edition.text) if edition.version and "ersion" in rest and not bodies else None
    if quoted:
        title, parts = quoted["title"], segments(edition.text[quoted.end() :])
    elif _SHEET.match(rest):
        title, *parts = segments(edition.text) or [""]
    elif versioned and not (_BOOK.search(rest) or PUBLISHER.search(rest) or peeled.url):
        title, parts = versioned["title"], segments(edition.text[versioned.end() :])
    else:
        return None
    bodies, parts = spelled_out(bodies, [trim(title), *parts])
    named = next(filter(looks_like_body, parts[1:]), "") if not bodies else ""
    return Reference(
        "other",
        organisations=bodies or split_bodies(named),
        title=unquoted(parts[0]),
        version=edition.version,
        year=lead.year or edition.year,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        url=peeled.url,
    )
