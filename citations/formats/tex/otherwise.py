"""Told without reading it: which facts the fields of our own BibLaTeX entry give back otherwise than the item has them.

Most entries of an export are plain: each fact has a field that can be read in one way only. They need not be read,
which would be most of the work of an export. What is doubtful is not told: such an entry is read by ``exact``.
A law in the tests holds this to ``read_fields``: who teaches the reader a new way teaches this as well.
"""

import re
from collections.abc import Mapping
from dataclasses import fields as fields_of
from functools import lru_cache
from typing import Any

from citations.formats.foreign.draft import CLASS_FIRST, CLASSES, RENEWED, UNDATED
from citations.formats.foreign.kinds import reference_kind
from citations.formats.foreign.names import Makers, gathered
from citations.formats.foreign.numbers import MEDIA, PRINTED_NUMBER, doi, pmid
from citations.formats.foreign.numbers import pages as read_pages
from citations.formats.item import ExportItem
from citations.formats.tex.entry_kinds import KINDS
from citations.formats.tex.mapping import FORM, ONKOPEDIA
from citations.formats.tex.names import corporate, is_plain, person
from citations.formats.tex.people import people
from citations.formats.tex.words import BOOKS, GUIDELINES, REPORTS, institution_of, type_of
from citations.kinds import HOUSE_KINDS, Origin, SourceKind
from citations.records import Organisation, Reference
from citations.references.house_style import organisation_text

_CLASSES = frozenset(CLASSES.values())
_DAY, _MONTH = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_MAKERS = tuple(field.name for field in fields_of(Makers))
_EDITION = re.compile(r"[0-9]{1,3}")
_ISBN = re.compile(r"[0-9][0-9 -]+[0-9Xx]")
_TELLING_ADDRESS = re.compile(r"doi\.org/|nih\.gov|awmf", re.IGNORECASE)
_FIRST_YEAR = 1000
_MONTHS = range(1, 13)


def said_otherwise(item: ExportItem, entry: str, fields: Mapping[str, str]) -> dict[str, Any] | None:
    """Return facts of the Reference as the fields of a tidied item's entry give them back; all others come back as is.

    ``fields`` are the plain ones, of an entry of the type ``entry``. None where only reading tells. Key and citation
    key are not spoken of.
    """
    reference = item.reference
    kind = reference_kind(KINDS.get(entry, ""), item.kind, "", {})
    once = kind in UNDATED or entry == "article"
    as_they_are = _are_read(reference)
    sure = (
        "addendum" not in fields
        and (fields.get("eprinttype") != "leitstand" or fields["eprint"] == item.key)
        and (item.kind not in HOUSE_KINDS or (as_they_are and _is_titled(reference, fields)))
        and _title(item, fields)
        and _dates(item, fields, once=once)
        and _validity(item, fields)
        and _where(item)
        and _numbers(reference, fields)
        and (entry != "report" or "publisher" not in fields)
    )
    if not sure:
        return None
    seen: dict[str, Any] = {}
    bodies = reference.organisations
    if not as_they_are:
        makers = _read_apart(reference) or people(fields.get("author", "")).makers
        bodies = makers.organisations
        seen |= {name: getattr(makers, name) for name in _MAKERS}
    if kind != reference.kind:
        seen["kind"] = kind
    if reference.stand:
        renewed = kind in RENEWED or reference.container == "Onkopedia"
        seen["year"] = None if renewed else int(reference.stand[:4])
    if reference.pages:
        seen["pages"] = read_pages(fields["pages"]) if "pages" in fields else fields["eid"]
    if reference.url:
        seen["url"] = fields["url"]
    if entry == "report":
        body = fields["institution"]
        implied = item.kind in REPORTS and body == institution_of(item.kind, "", bodies)
        seen["publisher"] = "" if implied else body
    if reference.valid_until or reference.style:
        seen |= {"valid_until": "", "style": ""}
    return seen


def _is_titled(reference: Reference, fields: Mapping[str, str]) -> bool:
    """Say whether a house has a maker and a title that is none of its names, so that neither is read for the other."""
    names = map(organisation_text, reference.organisations)
    return "author" in fields and reference.title not in names


def _are_read(reference: Reference) -> bool:
    """Say whether the makers are read as they are: each name alone, and one body beside people as their group."""
    persons, bodies, group = reference.authors, reference.organisations, reference.group_author
    if group:
        usual = bool(persons) and not bodies and _body_comes_back(Organisation(group))
    else:
        usual = bool(persons or bodies) and not (persons and len(bodies) == 1 and not bodies[0].bracket)
    return usual and all(map(_comes_back, persons)) and all(map(_body_comes_back, bodies))


def _read_apart(reference: Reference) -> Makers | None:
    """Return the makers as they are read, name by name; None where somebody else is written as author."""
    persons: list[str] = []
    bodies: list[Organisation] = []
    more = reference.et_al
    groups = (Organisation(reference.group_author),) if reference.group_author else ()
    for name in reference.authors:
        if is_plain(name):
            persons.append(name)
            continue
        read = _read(name)
        if read.group_author:
            return None
        persons += read.authors
        bodies += read.organisations
        more = more or read.et_al
    for body in (*reference.organisations, *groups):
        read = _read_body(body)
        if read.authors or read.group_author or read.et_al:
            return None
        bodies += read.organisations
    return gathered(persons, bodies, et_al=more) if persons or bodies else None


def _comes_back(name: str) -> bool:
    return is_plain(name) or _read(name) == Makers((name,))


def _body_comes_back(body: Organisation) -> bool:
    return _read_body(body) == Makers(organisations=(body,))


@lru_cache(maxsize=4096)
def _read(name: str) -> Makers:
    return people(person(name)).makers


@lru_cache(maxsize=1024)
def _read_body(body: Organisation) -> Makers:
    return people(corporate(organisation_text(body))).makers


def _title(item: ExportItem, fields: Mapping[str, str]) -> bool:
    """Judge title, class and form: the title holds no word that is read for one of the others."""
    reference = item.reference
    if not reference.title or CLASS_FIRST.match(reference.title):
        return False
    if reference.guideline_class:
        named = reference.guideline_class in _CLASSES and item.kind in GUIDELINES
        if not named or fields.get("type") != f"{reference.guideline_class}-Leitlinie":
            return False
    elif fields.get("type", type_of(item.kind)) != type_of(item.kind):
        return False
    if item.kind is SourceKind.ONKOPEDIA:
        mine = reference.container == "Onkopedia" and not reference.edition_form
        return mine and not reference.title.startswith(ONKOPEDIA)
    return not reference.edition_form or FORM.search(reference.edition_form) is not None


def _dates(item: ExportItem, fields: Mapping[str, str], *, once: bool) -> bool:
    """Judge Stand, year, month, access and consensus: what is printed ``once`` has no Stand, all else no month."""
    reference = item.reference
    accessed, year, month = reference.accessed, reference.year, reference.month
    if accessed and not (_DAY.fullmatch(accessed) and fields.get("urldate") == accessed):
        return False
    if fields.get("origdate", "") != item.consensus_as_of:
        return False
    if reference.stand:
        known = _MONTH.fullmatch(reference.stand) and fields.get("date") == reference.stand
        return bool(known) and not once and month is None
    if year is None:
        return month is None
    return year >= _FIRST_YEAR and "date" in fields and (month is None or (once and month in _MONTHS))


def _validity(item: ExportItem, fields: Mapping[str, str]) -> bool:
    """Judge the last valid day, whose origin the note says in part, and the words of the note: only the house's."""
    if item.valid_until is not None and item.valid_until_origin is not Origin.DERIVED:
        usual = Origin.REGISTER if item.kind in GUIDELINES else Origin.PRINTED
        if item.valid_until_origin is not usual:
            return False
    medium = item.reference.medium
    return not medium or (medium.lower() in MEDIA and fields["note"] == medium and item.kind in BOOKS)


def _where(item: ExportItem) -> bool:
    """Judge place and edition; a book has no issue."""
    reference = item.reference
    edition, place, country = reference.edition, reference.place, reference.country
    if item.kind in BOOKS and (reference.issue or (edition and not _EDITION.fullmatch(edition))):
        return False
    return bool(place or not country) and not ("(" in place or ")" in place or "(" in country or ")" in country)


def _numbers(reference: Reference, fields: Mapping[str, str]) -> bool:
    """Judge identifiers and address: none has to be normalised, and the address names no other."""
    number, isbn, url = reference.awmf_number, reference.isbn, reference.url
    return (
        (not number or PRINTED_NUMBER.fullmatch(number) is not None)
        and (not isbn or (_ISBN.fullmatch(isbn) is not None and fields.get("isbn") == isbn))
        and (not reference.doi or doi(fields["doi"]) == reference.doi)
        and (not reference.pmid or pmid(fields["eprint"]) == reference.pmid)
        and (not url or _TELLING_ADDRESS.search(url) is None)
    )
