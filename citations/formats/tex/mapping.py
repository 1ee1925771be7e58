"""Plain fields of an entry into the facts of a source, for both BibTeX formats, ours and strangers' (domain 5.1, 5.2).

What no fact takes is left over and named. The writer asks the same function what its own entry says, and adds what it
does not (``exact``): so the two can never drift apart.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from citations.dates import BadDateError, read_iso
from citations.formats.tex.dating import partial_iso, parts_of, read_access, read_edition, read_note, take_issued
from citations.formats.tex.entry_kinds import ARTICLES_IN, BOOKISH, DATED, SOURCE_KINDS, reference_kind
from citations.formats.tex.people import People
from citations.kinds import Origin, SourceKind, Status
from citations.references.house_brackets import organisation
from citations.references.numbers import read_register_number

_ALIASES = {
    "journal": "journaltitle", "address": "location", "school": "institution", "pmid": "pubmed", "pubmedid": "pubmed",
    "archiveprefix": "eprinttype", "accessed": "urldate", "accessdate": "urldate", "lastchecked": "urldate",
    "lastaccessed": "urldate", "urlaccessdate": "urldate", "visited": "urldate", "retrieved": "urldate",
    "lastvisited": "urldate", "articleno": "eid", "article-number": "eid", "articlenumber": "eid", "link": "url",
    "city": "location", "journal_title": "journaltitle",
}  # fmt: skip
_QUIET = frozenset({"langid", "language", "hyphenation", "langidopts", "options", "crossref", "xdata", "xref"})
"""What is nobody's loss: the language is told by the words, inheritance is done."""
_DOI = re.compile(r"(?:https?://)?(?:dx\.|www\.)?(?:doi\.org/|doi:? ?)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_DOI_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>{}\"]+")
_PLACE = re.compile(r"([^()]+) \(([^()]+)\)")
_CLASS = re.compile(r"(?!Onkopedia)(\S{1,12})-Leitlinie")
_PAGE_LABEL = re.compile(r"(?:pp?|pages|S|Seiten?)\.? ", re.IGNORECASE)
_PAGE_DASH = re.compile(r"\s?(?:-{1,3}|[‐-―−])\s?")
_PMID = re.compile(r"(?:PMID:?\s*)?(\d{1,8})", re.IGNORECASE)
_STATUSES = {status.value: status for status in Status}
_FORM = re.compile(r"version|fassung|edition|auflage|update|entwurf|draft", re.IGNORECASE)


@dataclass(slots=True)
class Found:
    """What an entry says: the facts of its Reference, those of the item around it, and the fields that were left."""

    facts: dict[str, Any] = field(default_factory=dict)
    item: dict[str, Any] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)


def read_fields(entry: str, given: Mapping[str, str], who: People) -> Found:
    """Return what the fields of an entry of type ``entry`` say; ``author`` and ``editor`` are in ``who``."""
    left: dict[str, str] = {}
    for name, value in given.items():
        left.setdefault(_ALIASES.get(name, name), value)
    found = Found(left=left)
    facts = found.facts
    _names(found, who)
    _kind_by_keyword(found, entry)
    noted = _note(found)
    _title(found, entry)
    _where(found, entry)
    _imprint(found, entry)
    _numbers(found, entry)
    _addresses(found)
    found.item.setdefault("kind", None)
    facts["kind"] = reference_kind(entry, found.item["kind"], facts, given)
    _dates(found, noted)
    found.left = {name: value for name, value in left.items() if value and name not in _QUIET}
    return found


def _names(found: Found, who: People) -> None:
    facts = found.facts
    if who.authors:
        facts["authors"] = who.authors
    if who.et_al:
        facts["et_al"] = True
    if who.authors and len(who.bodies) == 1:
        facts["group_author"] = who.bodies[0]
    elif who.bodies:
        facts["organisations"] = tuple(map(organisation, who.bodies))


def _kind_by_keyword(found: Found, entry: str) -> None:
    """Take our own kind from ``keywords``, and the facts that only our own entries have beside it."""
    left, item = found.left, found.item
    kind = SOURCE_KINDS.get(left.get("keywords", ""))
    if left.get("eprinttype") == "leitstand" and "eprint" in left:
        item["key"] = left.pop("eprint")
        del left["eprinttype"]
    if kind is None or (kind is SourceKind.BOOK and entry not in BOOKISH):
        return
    item["kind"] = kind
    del left["keywords"]
    if left.get("userb", "") in _STATUSES:
        item["status"] = _STATUSES[left.pop("userb")]
    if partial_iso(left.get("origdate", "")):
        item["consensus_as_of"] = left.pop("origdate")
    day = _day(left.get("usera", ""))
    if day:
        item |= {"valid_until": day, "valid_until_origin": Origin.PRINTED}
        del left["usera"]


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    try:
        known = read_iso(text) if text else None
    except BadDateError:
        return None
    return known.earliest() if known and known.day else None


def _note(found: Found) -> dict[str, str]:
    """Take the facts of the house out of the note; return its dates."""
    left, facts, item = found.left, found.facts, found.item
    note = left.get("note", "")
    if not note:
        return {}
    noted, rest = read_note(note)
    left["note"] = rest
    facts |= {name: noted[name] for name in ("awmf_number", "version", "edition_form") if name in noted}
    day = _day(noted.get("valid_until", ""))
    if day and item.get("valid_until", day) == day:
        item["valid_until"] = day
        item["valid_until_origin"] = Origin.DERIVED if "computed" in noted else Origin.PRINTED
    elif "valid_until" in noted:
        left["note"] = note
    return noted


def _title(found: Found, entry: str) -> None:
    left, facts = found.left, found.facts
    title = left.pop("title", "")
    subtitle = left.pop("subtitle", "")
    if subtitle:
        title = f"{title}{' ' if title.endswith(('?', '!', ':', '.')) else ': '}{subtitle}"
    named = _CLASS.fullmatch(left.get("type", ""))
    if named:
        facts["guideline_class"] = named[1]
        title = title.removeprefix(f"{left.pop('type')} ")
    if left.get("titleaddon") == "Onkopedia-Leitlinie":
        del left["titleaddon"]
        if left.get("organization", "Onkopedia") == "Onkopedia":
            left.pop("organization", "")
            facts["container"] = "Onkopedia"
            title = title.removeprefix("Onkopedia-Leitlinie ")
    elif _FORM.search(left.get("titleaddon", "")):
        facts["edition_form"] = left.pop("titleaddon")
    if title:
        facts["title"] = title
    elif entry in BOOKISH and "booktitle" in left:
        facts["title"] = left.pop("booktitle")


def _where(found: Found, entry: str) -> None:
    """Take what it appeared in: the journal with volume and issue, or the book."""
    left, facts = found.left, found.facts
    _move(left, facts, "version", "version")
    if "booktitle" in left and "container" not in facts:
        more = left.pop("booksubtitle", "")
        facts["container"] = left.pop("booktitle") + (f": {more}" if more else "")
    elif "journaltitle" in left and "container" not in facts:
        more = left.pop("journalsubtitle", "")
        facts["container"] = left.pop("journaltitle") + (f": {more}" if more else "")
    _move(left, facts, "volume", "volume")
    if entry in ARTICLES_IN:
        if "number" in left:
            facts["issue"] = left.pop("number")
        else:
            _move(left, facts, "issue", "issue")
    elif entry in BOOKISH and "number" in left and left["number"] == facts.setdefault("volume", left["number"]):
        del left["number"]
    _pages(left, facts)


def _pages(left: dict[str, str], facts: dict[str, Any]) -> None:
    pages, eid = left.pop("pages", ""), left.pop("eid", "")
    if pages:
        facts["pages"] = _PAGE_DASH.sub("-", _PAGE_LABEL.sub("", pages))
        if eid and eid != pages:
            left["eid"] = eid
    elif eid:
        facts["pages"] = eid


def _move(left: dict[str, str], facts: dict[str, Any], name: str, fact: str) -> None:
    if name in left and fact not in facts:
        facts[fact] = left.pop(name)
    elif name in left and left[name] == facts[fact]:
        del left[name]


def _imprint(found: Found, entry: str) -> None:
    left, facts = found.left, found.facts
    _move(left, facts, "publisher", "publisher")
    if left.get("institution") == "AWMF":
        del left["institution"]
    for name in ("institution", "organization"):
        _move(left, facts, name, "publisher")
    _move(left, facts, "series", "series")
    if "location" in left:
        hit = _PLACE.fullmatch(left["location"])
        facts["place"] = hit[1] if hit else left["location"]
        facts |= {"country": hit[2]} if hit else {}
        del left["location"]
    if "edition" in left:
        facts["edition"], whole = read_edition(left["edition"])
        if whole:
            del left["edition"]
    if facts.get("publisher") and entry in ("report", "techreport") and not facts.keys() & _SOMEBODY:
        facts["organisations"] = (organisation(facts["publisher"]),)


_SOMEBODY = {"authors", "organisations", "group_author"}


def _numbers(found: Found, entry: str) -> None:
    left, facts = found.left, found.facts
    number = left.get("number", "")
    if number and entry not in BOOKISH and read_register_number(number) and _is_awmf(number, found):
        facts["awmf_number"] = left.pop("number")
    doi = _DOI.fullmatch(left.get("doi", ""))
    if doi:
        facts["doi"] = doi[1]
        del left["doi"]
    _move(left, facts, "isbn", "isbn")
    pubmed = left.get("eprint", "") if left.get("eprinttype", "").lower() in ("pubmed", "pmid") else ""
    for said, names in ((pubmed, ("eprint", "eprinttype")), (left.get("pubmed", ""), ("pubmed",))):
        hit = _PMID.fullmatch(said)
        if hit and facts.setdefault("pmid", hit[1]) == hit[1]:
            for name in names:
                del left[name]


def _is_awmf(number: str, found: Found) -> bool:
    """Say whether a number in the form of a register number is one: printed with a slash, or the entry says AWMF."""
    said = " ".join((found.left.get("type", ""), found.facts.get("publisher", "")))
    return "/" in number or "AWMF" in said or "guideline_class" in found.facts or "Leitlinie" in said


def _addresses(found: Found) -> None:
    """Take the address; where there is no field of it, from ``howpublished`` or the note, as strangers write it."""
    left, facts = found.left, found.facts
    if "url" in left:
        facts["url"] = left.pop("url")
    for name in ("howpublished", "note"):
        text = left.get(name, "")
        hit = _ADDRESS.search(text) if "http" in text else None
        if hit:
            url = hit.group().rstrip(".,;)")
            if facts.setdefault("url", url) == url:
                left[name] = (text[: hit.start()] + text[hit.start() + len(url) :]).strip(" ,;.")
    named = _DOI_ADDRESS.fullmatch(facts.get("url", ""))
    if named and "doi" not in left:
        facts.setdefault("doi", named[1])
    how = left.pop("howpublished", "")
    if how and facts.setdefault("publisher", how) != how:
        left["howpublished"] = how


def _dates(found: Found, noted: Mapping[str, str]) -> None:
    left, facts = found.left, found.facts
    iso = take_issued(left)
    stand = noted.get("stand", "")
    known = parts_of(iso) if iso else None
    if stand and iso.startswith(stand):
        stand = iso
    elif not stand and known and known.day:
        if facts["kind"] in DATED:
            stand = iso
        else:
            left["date"] = iso
    if stand:
        facts["stand"] = stand
    if known:
        facts["year"] = known.year
        facts |= {"month": known.month} if known.month and stand != iso else {}
    accessed = partial_iso(left.get("urldate", "")) or read_access(left.get("urldate", ""))
    if accessed:
        facts["accessed"] = accessed
        del left["urldate"]
    if noted.get("accessed", accessed) != accessed:
        facts.setdefault("accessed", noted["accessed"])
        if accessed:
            left["note"] = "; ".join(part for part in (left["note"], f"aufgerufen {noted['accessed']}") if part)
