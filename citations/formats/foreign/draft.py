"""An entry of any format on its way to an item: the same words mean the same source, whichever program wrote them."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from citations.dates import PartialDate
from citations.formats.foreign.names import Makers
from citations.formats.foreign.note import Noted, finer
from citations.formats.item import ExportItem
from citations.formats.tex.words import REPORTS, institution
from citations.identity import normal_address
from citations.kinds import Origin, SourceKind, Status
from citations.records import Reference
from citations.references.article_kind import kind_of_article
from citations.references.numbers import read_doi, read_isbn, read_register_number, trim_doi
from citations.references.source_kinds import source_kind

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DOI_ADDRESS = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/10\.\d{4,9}/\S+", re.IGNORECASE)
_PMID = re.compile(r"(?:PMID:?\s*|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/)?(\d{1,8})/?", re.IGNORECASE)
_PUBMED = re.compile(r"https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,8})/?")
_CLASS = re.compile(r"(S1|S2e|S2k|S2|S3)[- ](?:Leitlinie|guideline)", re.IGNORECASE)
_CLASS_FIRST = re.compile(rf"{_CLASS.pattern}\s*[:,–-]?\s+(?=\S)", re.IGNORECASE)
_GUIDELINE = re.compile(r"leitlinie|guideline", re.IGNORECASE)
_PATIENT = re.compile(r"patient\w*-?leitlinie|patient guideline", re.IGNORECASE)
_VERSION = re.compile(r"(?:Version|Vers\.|V\.?)\s?(?P<version>\d[^\s()]*)(?:\s\((?P<form>[^()]+)\))?", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,3})(?:\.|st|nd|rd|th)?,?(?:\s(?:Auflage|Aufl\.?|edition|ed\.?|edn\.?))?", re.IGNORECASE)
_UNDATED = frozenset({"journal-article", "systematic-review", "book", "chapter", "law"})
_CLASSES = {name.lower(): name for name in ("S1", "S2e", "S2k", "S2", "S3")}


@dataclass(slots=True)
class Draft:
    """What an entry says so far. ``fields`` are those of a Reference; ``genre`` is the type of report in words."""

    kind: str
    fields: dict[str, str] = field(default_factory=dict)
    makers: Makers = field(default_factory=Makers)
    issued: PartialDate | None = None
    genre: str = ""
    source_kind: SourceKind | None = None
    cite_key: str = ""
    key: str = ""
    consensus: str = ""
    valid_until: date | None = None
    origin: Origin | None = None
    status: Status | None = None

    def note(self, noted: Noted) -> None:
        """Put in what a note says where no field said it."""
        self.cite_key = self.cite_key or noted.fields.pop("cite_key", "")
        for name, value in noted.fields.items():
            self.fields[name] = self.fields.get(name) or value
        if noted.valid_until is not None and self.valid_until is None:
            self.valid_until, self.origin = noted.valid_until, noted.origin


def assembled(draft: Draft) -> ExportItem:
    """Return the item of an entry: its kind by its words, its dates where a kind like it has them."""
    fields: dict[str, Any] = {name: value for name, value in draft.fields.items() if value}
    fields |= _numbers(fields) | _guideline_class(draft, fields)
    kind = _kind(draft, fields)
    fields |= _dates(draft, kind, fields)
    if draft.valid_until and draft.origin is Origin.PRINTED:
        fields.setdefault("valid_until", draft.valid_until.isoformat())
    makers = draft.makers
    reference = Reference(
        kind=kind,
        authors=makers.authors,
        organisations=makers.organisations,
        group_author=makers.group_author,
        et_al=makers.et_al,
        **fields,
    )
    item = ExportItem(
        cite_key=draft.cite_key,
        kind=draft.source_kind or source_kind(reference),
        reference=reference,
        key=draft.key,
        valid_until=draft.valid_until,
        valid_until_origin=draft.origin,
        consensus_as_of=draft.consensus,
        status=draft.status,
    )
    return _settled(item)


def _settled(item: ExportItem) -> ExportItem:
    """Return the item without the publisher that its kind implies: writers name it by themselves (domain 5.1)."""
    bare = replace(item, reference=replace(item.reference, publisher=""))
    implied = item.kind in REPORTS and item.reference.publisher and institution(bare) == item.reference.publisher
    return bare if implied else item


def _numbers(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the identifiers that addresses say as well; an address that says a DOI and no more is dropped."""
    url = str(fields.get("url", ""))
    found: dict[str, Any] = {}
    if _DOI_ADDRESS.fullmatch(url) and fields.get("doi", read_doi(url)).lower() == read_doi(url):
        found = {"doi": fields.get("doi") or doi(url), "url": ""}
    pubmed = _PUBMED.fullmatch(url)
    if pubmed and not fields.get("pmid"):
        found["pmid"] = pubmed[1]
    if not fields.get("awmf_number") and "awmf" in normal_address(url):
        number = read_register_number(url)
        found |= {"awmf_number": number.printed} if number else {}
    return found


def _guideline_class(draft: Draft, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the class of a guideline, and the title without it: it is printed before every title."""
    title = str(fields.get("title", ""))
    first = _CLASS_FIRST.match(title)
    named = _CLASS.match(draft.genre) or first
    if named is None:
        return {}
    known = {"guideline_class": _CLASSES[named[1].lower()]}
    return known | ({"title": title[first.end() :]} if first else {})


def _kind(draft: Draft, fields: dict[str, Any]) -> str:
    """Return the printed kind: what the entry's type says, corrected by the words of a guideline."""
    title, container = str(fields.get("title", "")), str(fields.get("container", ""))
    if draft.kind == "journal-article":
        return kind_of_article(f"{title} {draft.genre}".strip(), container)
    if draft.kind in ("book", "chapter", "law"):
        return draft.kind
    if _PATIENT.search(f"{draft.genre} {title}"):
        return "patient-guideline"
    numbered = fields.get("awmf_number") or fields.get("guideline_class")
    return "guideline" if numbered or _GUIDELINE.search(f"{draft.genre} {title}") else draft.kind


def _dates(draft: Draft, kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return year and month of what appears once, year and Stand of what is renewed (domain 1.10, 5)."""
    issued = draft.issued
    if issued is None:
        return {}
    if kind in _UNDATED or draft.kind == "journal-article":
        return {"year": issued.year, "month": issued.month}
    noted = str(fields.get("stand", ""))
    stand = finer(noted, issued) if noted else str(issued) if issued.month else ""
    return {"year": issued.year} | ({"stand": stand} if stand else {})


def day_lost(draft: Draft, item: ExportItem) -> bool:
    """Say whether the entry gave the day of its publication, for which an article or a book has no place."""
    return draft.issued is not None and draft.issued.day is not None and item.reference.stand != str(draft.issued)


def doi(text: str) -> str:
    """Return the DOI in a text as it is written, without address and label; "" where there is none."""
    found = _DOI.search(text)
    return trim_doi(found.group()) if found else ""


def pmid(text: str) -> str:
    """Return the number of "PMID:123", of an address of PubMed, or a number alone; "" for anything else."""
    found = _PUBMED.fullmatch(text.strip()) or _PMID.fullmatch(text.strip())
    return found[1] if found else ""


def isbn(text: str) -> str:
    """Return an ISBN as it is written, without label and remark ("978-... (print)"); "" for what has no valid one."""
    bare = re.sub(r"(?i)^ISBN(?:-1[03])?:?\s*|\s*\([^()]*\)$", "", text.strip())
    return bare if read_isbn(bare) else ""


def edition(text: str, *, book: bool) -> dict[str, str]:
    """Return version and form of "Version 1.1 (Langversion)", else the edition of a book: "5" for "5th ed."."""
    version = _VERSION.fullmatch(text)
    if version and not book:
        return {"version": version["version"], "edition_form": version["form"] or ""}
    if text in ("Langversion", "Kurzversion", "Patientenversion", "Leitlinienreport", "Pocketversion"):
        return {"edition_form": text}
    number = _ORDINAL.fullmatch(text)
    return {"edition": number[1] if number else text}
