"""An entry of any format on its way to an item: the same words mean the same source, whichever program wrote them."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from citations.dates import PartialDate
from citations.formats.foreign.kinds import reference_kind
from citations.formats.foreign.names import Makers
from citations.formats.foreign.note import Noted
from citations.formats.foreign.numbers import DOI_ADDRESS, PUBMED_ADDRESS, doi
from citations.formats.item import ExportItem
from citations.formats.tex.words import GUIDELINES, REPORTS, institution_of
from citations.identity import normal_address
from citations.kinds import HOUSE_KINDS, Origin, SourceKind, Status
from citations.records import Reference
from citations.references.house_brackets import organisation
from citations.references.house_style import organisation_text
from citations.references.numbers import read_doi, read_register_number
from citations.references.source_kinds import source_kind

_CLASS = re.compile(r"(S1|S2e|S2k|S2|S3)[- ](?:Leitlinie|guideline)", re.IGNORECASE)
CLASS_FIRST = re.compile(rf"{_CLASS.pattern}\s*[:,–-]?\s+(?=\S)", re.IGNORECASE)
UNDATED = frozenset({"journal-article", "systematic-review", "book", "chapter", "law"})
RENEWED = frozenset({"drug-information", "web-page"})
"""Kinds that print the Stand alone: where a note says that the date is one, it says no year of publication."""
CLASSES = {name.lower(): name for name in ("S1", "S2e", "S2k", "S2", "S3")}


@dataclass(slots=True)
class Facts:
    """What an entry says, by the names of the fields: those of its Reference, and those of the item around it.

    ``ours`` says that the entry names our own kind: where it says no key, it has the usual one.
    """

    reference: dict[str, Any] = field(default_factory=dict)
    item: dict[str, Any] = field(default_factory=dict)
    ours: bool = False

    def built(self) -> ExportItem:
        """Return the item that says this."""
        return ExportItem(**({"cite_key": ""} | self.item), reference=Reference(**self.reference))


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

    def note(self, noted: Noted) -> bool:
        """Put in what a note says where no field said it; say whether no field says otherwise."""
        agreed = True
        self.cite_key = self.cite_key or noted.fields.pop("cite_key", "")
        for name, value in noted.fields.items():
            said = self.fields.get(name) or value
            agreed &= said == value
            self.fields[name] = said
        if noted.valid_until is not None:
            self.valid_until = self.valid_until or noted.valid_until
            agreed &= self.valid_until == noted.valid_until
            self.origin = self.origin or noted.origin
        return agreed


def facts(draft: Draft) -> Facts:
    """Return the facts of an entry: its kind by its words, its dates where a kind like it has them; none is empty."""
    fields: dict[str, Any] = {name: value for name, value in draft.fields.items() if value}
    _numbers(fields)
    _guideline_class(draft, fields)
    fields["kind"] = kind = reference_kind(draft.kind, draft.source_kind, draft.genre, fields)
    _dates(draft, kind, fields)
    if draft.valid_until and draft.origin is Origin.PRINTED and draft.source_kind is None:
        fields.setdefault("valid_until", draft.valid_until.isoformat())
    if draft.source_kind in GUIDELINES and draft.origin is Origin.PRINTED:
        draft.origin = Origin.REGISTER  # our note names no other origin than a computed day; this one is the usual
    if draft.source_kind in HOUSE_KINDS and "title" in fields:
        _house(draft, fields)
    _makers(draft.makers, fields)
    ours = draft.source_kind or source_kind(Reference(**fields))
    # who publishes is implied by some kinds: writers name it by themselves (domain 5.1)
    if ours in REPORTS and fields.get("publisher") == institution_of(ours, "", draft.makers.organisations):
        fields.pop("publisher", "")
    item = {"kind": ours, "cite_key": draft.cite_key, "key": draft.key, "consensus_as_of": draft.consensus,
            "valid_until": draft.valid_until, "valid_until_origin": draft.origin, "status": draft.status}  # fmt: skip
    return Facts(fields, {name: value for name, value in item.items() if value}, draft.source_kind is not None)


def _house(draft: Draft, fields: dict[str, Any]) -> None:
    """Take the title of a house that is named and nothing else for what it is: its name."""
    if draft.makers == Makers():
        draft.makers = Makers(organisations=(organisation(fields.pop("title")),))
    elif fields["title"] in map(organisation_text, draft.makers.organisations):
        del fields["title"]


def _makers(makers: Makers, fields: dict[str, Any]) -> None:
    if makers.authors:
        fields["authors"] = makers.authors
    if makers.organisations:
        fields["organisations"] = makers.organisations
    if makers.group_author:
        fields["group_author"] = makers.group_author
    if makers.et_al:
        fields["et_al"] = True


def _numbers(fields: dict[str, Any]) -> None:
    """Put in the identifiers that addresses say as well; an address that says a DOI and no more is dropped."""
    url = fields.get("url")
    if not url:
        return
    if "doi.org/" in url and DOI_ADDRESS.fullmatch(url) and fields.get("doi", read_doi(url)).lower() == read_doi(url):
        fields.setdefault("doi", doi(url))
        del fields["url"]
    pubmed = PUBMED_ADDRESS.fullmatch(url)
    if pubmed:
        fields.setdefault("pmid", pubmed[1])
    if "awmf" in url.lower() and "awmf_number" not in fields and "awmf" in normal_address(url):
        number = read_register_number(url)
        if number:
            fields["awmf_number"] = number.printed


def _guideline_class(draft: Draft, fields: dict[str, Any]) -> None:
    """Put in the class of a guideline, and the title without it: it is printed before every title."""
    title = fields.get("title", "")
    first = CLASS_FIRST.match(title)
    named = _CLASS.match(draft.genre) or first
    if named:
        fields["guideline_class"] = CLASSES[named[1].lower()]
    if first:
        fields["title"] = title[first.end() :]


def names_class(genre: str) -> bool:
    """Say whether a type of report in words is the class of a guideline and no more."""
    return _CLASS.fullmatch(genre) is not None


def _dates(draft: Draft, kind: str, fields: dict[str, Any]) -> None:
    """Put in year and month of what appears once, year and Stand of what is renewed (domain 1.10, 5)."""
    issued = draft.issued
    if issued is None:
        return
    noted = fields.get("stand")
    if not (noted and (kind in RENEWED or fields.get("container") == "Onkopedia") and str(issued).startswith(noted)):
        fields["year"] = issued.year
    if kind in UNDATED or draft.kind == "journal-article":
        if issued.month:
            fields["month"] = issued.month
        return
    if noted or issued.month:
        said = str(issued)
        fields["stand"] = said if not noted or said.startswith(noted) else noted


def day_lost(draft: Draft, item: ExportItem) -> bool:
    """Say whether the entry gave the day of its publication, for which an article or a book has no place."""
    return draft.issued is not None and draft.issued.day is not None and item.reference.stand != str(draft.issued)
