"""Which kind of source a reference names, as far as deadlines are concerned (domain 0 and 4.2).

By the words of the reference alone; what is the same source is decided in ``citations.identity``.
"""

import re

from citations.kinds import SourceKind
from citations.records import Reference
from citations.references.houses import House, house_of_address, house_of_name, is_bare_address
from citations.references.prose import is_generic_document

_DOCUMENTS = ("drug_label", "safety_notice", "iqwig_report", "gba_decision", "approval_decision")
_SIMPLE_KINDS = {
    "patient-guideline": SourceKind.AWMF_PATIENT_GUIDELINE,
    "law": SourceKind.WEB_PAGE,
}
_SAFETY = re.compile(
    r"rote-hand-brief|informationsbrief|direct healthcare professional"
    r"|sicherheitsinformation",
    re.IGNORECASE,
)
_REPORT = re.compile(r"^report|beschlu|nutzenbewertung|dossierbewertung", re.IGNORECASE)
_GERMAN = re.compile(r"leitlinie|expertenstandard|[äöüß]|\b(?:und|der|des|bei|beim|von)\b", re.IGNORECASE)
_LIVING = re.compile(r"\bliving\b", re.IGNORECASE)
_NATIONAL = re.compile(r"versorgungs-?leitlinie|\bNVL\b|\bAWMF\b|Leitlinienprogramm Onkologie", re.IGNORECASE)
_FOREIGN = (
    (re.compile(r"\bNCCN\b|National Comprehensive Cancer Network"), SourceKind.NCCN),
    (re.compile(r"\bNICE\b|National Institute for Health and Care Excellence"), SourceKind.NICE_GUIDELINE),
)
_LABEL = re.compile(
    r"fachinformation|gebrauchsinformation|produktinformation|product information"
    r"|summary of product",
    re.IGNORECASE,
)


def source_kind(reference: Reference, *, behind: str = "") -> SourceKind:
    """Return the kind that decides the deadlines (domain 0), from the words of the reference alone.

    A society's guideline printed in a journal without register number or class has the clocks of an article: nobody
    renews it under the same key, its successor is a new article.
    """
    readers = {
        "guideline": _guideline_kind, "journal-article": _article_kind, "systematic-review": _article_kind,
        "book": _book_kind, "chapter": _book_kind,
    }  # fmt: skip
    if reference.kind in readers:
        return readers[reference.kind](reference)
    house = house_of(reference)
    if house and names_house_only(reference):
        return (
            SourceKind(behind)
            if behind in _DOCUMENTS and reference.title and not is_generic_document(reference.title)
            else _house_kind(house)
        )
    simple = _SIMPLE_KINDS.get(reference.kind)
    return simple or _open_kind(reference, house, behind if behind in _DOCUMENTS else "")


def _open_kind(reference: Reference, house: House | None, behind: str) -> SourceKind:
    """Return the kind of a report, drug information or page."""
    if _SAFETY.search(reference.title):
        return SourceKind.SAFETY_NOTICE
    if reference.kind == "drug-information":
        stands = "drug_label" if _LABEL.search(reference.title) or house is None else house.behind
        return SourceKind(behind or stands or "drug_label")
    if (
        house
        and house.behind in ("iqwig_report", "gba_decision")
        and _REPORT.search(f"{reference.kind} {reference.title}")
    ):
        return SourceKind(house.behind)
    if reference.organisations and not (reference.title or reference.url):
        return SourceKind.ORGANISATION
    return SourceKind.WEB_PAGE


def _guideline_kind(reference: Reference) -> SourceKind:
    names = f"{reference.title} {reference.container} " + " ".join(o.name for o in reference.organisations)
    living = bool(_LIVING.search(names))
    if reference.container == "Onkopedia":
        return SourceKind.ONKOPEDIA
    if reference.awmf_number or reference.guideline_class:
        return SourceKind.AWMF_LIVING if living else SourceKind.AWMF_GUIDELINE
    if re.search(r"\bESMO\b", names):
        return SourceKind.ESMO_LIVING if living else SourceKind.ESMO_CPG
    foreign = next((kind for pattern, kind in _FOREIGN if pattern.search(names)), None)
    return foreign or _unnumbered_kind(reference, names)


def _unnumbered_kind(reference: Reference, names: str) -> SourceKind:
    """Return the kind of a guideline without register number, class and known house."""
    if _NATIONAL.search(names):
        return SourceKind.AWMF_GUIDELINE
    if reference.doi or (reference.container and (reference.volume or reference.pages)):
        return SourceKind.JOURNAL_ARTICLE
    return SourceKind.AWMF_GUIDELINE if _GERMAN.search(names) else SourceKind.WEB_PAGE


def _article_kind(reference: Reference) -> SourceKind:
    if reference.container.lower().startswith("cochrane database") or "14651858" in reference.doi:
        return SourceKind.COCHRANE_REVIEW
    if reference.kind == "systematic-review":
        return SourceKind.SYSTEMATIC_REVIEW
    return SourceKind.JOURNAL_ARTICLE


def _book_kind(reference: Reference) -> SourceKind:
    makers = " ".join((*(o.name for o in reference.organisations), reference.publisher, reference.series))
    blue = re.search(r"WHO Classification|International Agency for Research on Cancer|\bIARC\b", makers, re.IGNORECASE)
    titled = re.search(r"WHO classification", reference.title, re.IGNORECASE)
    return SourceKind.WHO_BOOK if blue or titled else SourceKind.BOOK


def house_of(reference: Reference) -> House | None:
    """Return the known house that an organisation or the address of a reference names, None for strangers."""
    names = (house_of_name(organisation.name) for organisation in reference.organisations)
    named = next((house for house in names if house), None)
    return named or (house_of_address(reference.url) if reference.url else None)


def names_house_only(reference: Reference) -> bool:
    """Say whether nothing but the house is named: no document, no year, no page of its site."""
    document = reference.title and not is_generic_document(reference.title)
    page = reference.url and not is_bare_address(reference.url)
    return not (document or page or reference.year or reference.doi or reference.isbn or reference.authors)


def _house_kind(house: House) -> SourceKind:
    return SourceKind.PORTAL if house.portal else SourceKind.ORGANISATION
