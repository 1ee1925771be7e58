"""Plain fields of an entry into the facts of a source, for both BibTeX formats, ours and strangers' (domain 5.1, 5.2).

What no fact takes is left over and named. The writer asks the same function what its own entry says, and adds what it
does not (``exact``): so the two can never drift apart. What words mean is said in ``foreign``, for all formats.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from citations.formats.foreign.dates import read_date
from citations.formats.foreign.draft import Draft, Facts, facts, names_class
from citations.formats.foreign.kinds import OWN_KINDS
from citations.formats.foreign.names import Makers
from citations.formats.foreign.note import read_note
from citations.formats.foreign.numbers import MEDIA, doi, edition, isbn, pages, pmid, register_number
from citations.formats.tex.dating import take_issued
from citations.formats.tex.entry_kinds import ARTICLES_IN, BOOKISH, KINDS
from citations.formats.tex.words import type_of
from citations.kinds import Origin, SourceKind, Status

_ALIASES = {
    "journal": "journaltitle", "address": "location", "school": "institution", "pmid": "pubmed", "pubmedid": "pubmed",
    "archiveprefix": "eprinttype", "accessed": "urldate", "accessdate": "urldate", "lastchecked": "urldate",
    "lastaccessed": "urldate", "urlaccessdate": "urldate", "visited": "urldate", "retrieved": "urldate",
    "lastvisited": "urldate", "articleno": "eid", "article-number": "eid", "articlenumber": "eid", "link": "url",
    "city": "location", "journal_title": "journaltitle",
}  # fmt: skip
KNOWN = frozenset(
    "author booktitle crossref date doi edition editor eid eprint howpublished institution isbn issue journaltitle"  # noqa: SIM905
    " keywords location month note number organization pages publisher pubmed series title type url urldate verba"
    " version volume xdata year".split()
) | frozenset(_ALIASES)
"""Fields of which one must be there for an entry to say anything."""
_QUIET = frozenset("author langid language hyphenation langidopts options crossref xdata xref".split())  # noqa: SIM905
"""What is nobody's loss: people are read apart, the language is told by the words, inheritance is done."""
_ADDRESS = re.compile(r"https?://[^\s<>{}\"]+")
_PLACE = re.compile(r"([^()]+) \(([^()]+)\)")
_STATUSES = {status.value: status for status in Status}
FORM = re.compile(r"version|fassung|edition|auflage|update|entwurf|draft", re.IGNORECASE)
ONKOPEDIA = "Onkopedia-Leitlinie"


@dataclass(slots=True)
class Found:
    """What an entry says, as facts and as their draft, and the fields that were left."""

    facts: Facts
    left: dict[str, str]
    draft: Draft


def read_fields(entry: str, given: Mapping[str, str], who: Makers) -> Found:
    """Return what the fields of an entry of type ``entry`` say; ``author`` and ``editor`` are in ``who``."""
    left = {name: value for name, value in given.items() if value and name not in _QUIET}
    if not left.keys().isdisjoint(_ALIASES):
        given, left = left, {}
        for name, value in given.items():
            left.setdefault(_ALIASES.get(name, name), value)
    draft = Draft(KINDS.get(entry, ""), makers=who)
    if left.get("entrysubtype") == "newspaper":
        draft.kind = "other"
    _own(draft, left, entry)
    _title(draft, left, entry)
    _where(draft, left, entry)
    _imprint(draft, left, entry)
    _numbers(draft, left, entry)
    _dates(draft, left)
    if "note" in left:
        _note(draft, left)
    _addresses(draft, left)
    if draft.valid_until and draft.origin is None:
        draft.origin = Origin.PRINTED
    return Found(facts(draft), left, draft)


def _own(draft: Draft, left: dict[str, str], entry: str) -> None:
    """Take our own kind from ``keywords``, and the facts that only our own entries have beside it."""
    kind = OWN_KINDS.get(left.get("keywords", ""))
    if left.get("eprinttype") == "leitstand" and "eprint" in left:
        draft.key = left.pop("eprint")
        del left["eprinttype"]
    if kind is None or (kind is SourceKind.BOOK and entry not in BOOKISH):
        return
    draft.source_kind = kind
    del left["keywords"]
    if left.get("type") == type_of(kind):
        draft.genre = left.pop("type")
    if left.get("userb") in _STATUSES:
        draft.status = _STATUSES[left.pop("userb")]
    if "origdate" in left:
        consensus = read_date(left["origdate"])
        if consensus.day and consensus.exact:
            draft.consensus = consensus.iso
            del left["origdate"]
    last = read_date(left["usera"]).day if "usera" in left else None
    if last and last.day:
        draft.valid_until = last.earliest()
        del left["usera"]


def _note(draft: Draft, left: dict[str, str]) -> None:
    """Take the facts of the house and the identifiers out of the note."""
    noted = read_note(left["note"])
    if not draft.note(noted):
        return
    left["note"] = noted.left
    if draft.kind in ("book", "chapter") and noted.left.lower() in MEDIA:
        draft.fields["medium"] = left["note"]
        left["note"] = ""
    if not left["note"]:
        del left["note"]


def _title(draft: Draft, left: dict[str, str], entry: str) -> None:
    fields = draft.fields
    title = left.pop("title", "")
    if left.get("key") == title:
        left.pop("key", "")  # what old styles sort by
    if "subtitle" in left:
        title = _joined(title, left.pop("subtitle"))
    draft.genre = left.get("type", draft.genre)
    if "type" in left and names_class(draft.genre):
        del left["type"]
    addon = left.get("titleaddon", "")
    if addon == ONKOPEDIA:
        del left["titleaddon"]
        if left.get("organization", "Onkopedia") == "Onkopedia":
            left.pop("organization", "")
            fields["container"] = "Onkopedia"
            title = title.removeprefix(f"{ONKOPEDIA} ")
    elif draft.source_kind is SourceKind.ONKOPEDIA and left.get("organization") == "Onkopedia":
        fields["container"] = left.pop("organization")
        title = title.removeprefix(f"{ONKOPEDIA} ")
    if addon and addon != ONKOPEDIA and FORM.search(addon):
        fields["edition_form"] = left.pop("titleaddon")
    fields["title"] = title or (left.pop("booktitle", "") if entry in BOOKISH else "")


def _joined(title: str, subtitle: str) -> str:
    return f"{title}{' ' if title.endswith(('?', '!', ':', '.')) else ': '}{subtitle}" if title else subtitle


def _where(draft: Draft, left: dict[str, str], entry: str) -> None:
    """Take what it appeared in: the book, or the journal by its short name where one is given; volume and issue."""
    fields = draft.fields
    if not fields.get("container"):
        if "booktitle" in left:
            book = left.pop("booktitle")
            fields["container"] = _joined(book, left.pop("booksubtitle")) if "booksubtitle" in left else book
        elif "journaltitle" in left:
            whole = left.pop("journaltitle")
            whole = _joined(whole, left.pop("journalsubtitle")) if "journalsubtitle" in left else whole
            fields["container"] = left.pop("shortjournal", "") or whole
            left |= {"journaltitle": whole} if whole != fields["container"] else {}
    _move(left, fields, "version", "version")
    _move(left, fields, "volume", "volume")
    if entry in ARTICLES_IN:
        fields["issue"] = left.pop("number", "") or left.pop("issue", "")
    elif entry in BOOKISH and "number" in left:
        _move(left, fields, "number", "volume")
    said, eid = left.pop("pages", ""), left.pop("eid", "")
    if said or eid:
        fields["pages"] = pages(said) if said else eid
        if said and eid and eid != said:
            left["eid"] = eid


def _move(left: dict[str, str], fields: dict[str, str], name: str, fact: str) -> None:
    """Take a field for a fact; one that says otherwise than another field before stays."""
    value = left.get(name)
    if value and fields.setdefault(fact, value) == value:
        del left[name]


def _imprint(draft: Draft, left: dict[str, str], entry: str) -> None:
    fields = draft.fields
    for name in ("publisher", "institution", "organization"):
        _move(left, fields, name, "publisher")
    _move(left, fields, "series", "series")
    place = left.pop("location", "")
    if place:
        hit = _PLACE.fullmatch(place) if place[-1] == ")" else None
        fields["place"] = hit[1] if hit else place
        fields["country"] = hit[2] if hit else ""
    if "edition" in left:
        read, whole = edition(left["edition"], book=entry in BOOKISH)
        fields |= {name: value for name, value in read.items() if value and not fields.get(name)}
        if whole:
            del left["edition"]


def _numbers(draft: Draft, left: dict[str, str], entry: str) -> None:
    fields = draft.fields
    number = left.get("number", "")
    if number and entry not in BOOKISH and register_number(number) and _is_awmf(number, draft):
        fields["awmf_number"] = left.pop("number")
    for name, reads in (("doi", doi), ("isbn", isbn)):
        said = reads(left[name]) if name in left else ""
        if said:
            fields[name] = said
            del left[name]
    if "eprint" in left or "pubmed" in left:
        _pubmed(left, fields)


def _pubmed(left: dict[str, str], fields: dict[str, str]) -> None:
    in_pubmed = left.get("eprinttype", "").lower() in ("pubmed", "pmid")
    eprint = pmid(left["eprint"]) if in_pubmed and "eprint" in left else ""
    number = pmid(left["pubmed"]) if "pubmed" in left else ""
    fields["pmid"] = eprint or number
    if eprint:
        del left["eprint"], left["eprinttype"]
    if number and number == fields["pmid"]:
        del left["pubmed"]


def _is_awmf(number: str, draft: Draft) -> bool:
    """Say whether a number in the form of a register number is one: printed with a slash, or the entry says AWMF."""
    said = f"{draft.genre} {draft.fields.get('publisher', '')}"
    return "/" in number or "AWMF" in said or "Leitlinie" in said


def _addresses(draft: Draft, left: dict[str, str]) -> None:
    """Take the address; where there is no field of it, from ``howpublished`` or the note, as strangers write it."""
    fields = draft.fields
    if "url" in left:
        fields["url"] = left.pop("url")
    for name in ("howpublished", "note"):
        text = left.get(name, "")
        hit = _ADDRESS.search(text) if "http" in text else None
        if hit:
            url = hit.group().rstrip(".,;)")
            if fields.setdefault("url", url) == url:
                left[name] = (text[: hit.start()] + text[hit.start() + len(url) :]).strip(" ,;.")
                if not left[name]:
                    del left[name]
    _move(left, fields, "howpublished", "publisher")


def _dates(draft: Draft, left: dict[str, str]) -> None:
    draft.issued = take_issued(left)
    if "urldate" in left:
        read = read_date(left["urldate"])
        if read.day:
            draft.fields["accessed"] = read.iso
        if read.day and read.exact:
            del left["urldate"]
