"""FHIR R5 out (domain 5.6): a Bundle of Citation resources, one per version, each with a name that lasts.

Systems of identifiers and codes are those of the AWMF's own FHIR guide and of HL7's terminology. A record stays
``active`` whatever becomes of its source: that is ``citedArtifact.currentState``.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citations.dates import PartialDate
from citations.formats.biblatex import address, title
from citations.formats.item import ExportItem, Format, house_note, issued, partial
from citations.formats.page_item import source_urn
from citations.formats.tex.escaping import clean
from citations.formats.tex.names import person_parts
from citations.formats.tex.words import GUIDELINES, REPORTS, institution, language, pages_and_eid, valid_isbn
from citations.identity import read_doi, read_register_number
from citations.kinds import Origin, Status
from citations.records import Reference
from citations.references.house_style import organisation_text

FORMAT = Format("fhir", "application/fhir+json; charset=utf-8", "fhir.json", "format.fhir")

AWMF_NUMBERS = "http://fhir.awmf.org/guidelines"
AWMF_CLASSES = "http://fhir.awmf.org/awmf.ig/CodeSystem/cs-awmf-guideline-class"
_HL7 = "http://terminology.hl7.org/CodeSystem/"
_URN = "urn:ietf:rfc:3986"
_CLASSES = frozenset({"S1", "S2e", "S2k", "S3"})
_LANGUAGES = {"ngerman": "de", "english": "en"}
_STATES = {
    Status.FINAL: ("published-final-form", "Veröffentlicht"),
    Status.UNDER_REVISION: ("under-review", "In Überarbeitung"),
    Status.AMENDED: ("", "Amendment publiziert"),
    Status.CORRECTED: ("", "Korrigiert"),
    Status.WITHDRAWN: ("withdrawn", "Zurückgezogen"),
    Status.EXPIRED: ("archived", "Abgelaufen"),
    Status.RETRACTED: ("retracted", "Retraktion"),
}
"""Codes of HL7 where it has one that means the same, and the register's word (domain 1.1)."""
_PMID = re.compile(r"\d{1,8}")
_RANGE = re.compile(r"(.+)--(.+)")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield the Bundle in pieces, a resource per line, in the order given; one without resources has no ``entry``."""
    yield '{"resourceType": "Bundle", "type": "collection"'
    place = -1
    for place, item in enumerate(items):
        entry = {"fullUrl": source_urn(item), "resource": resource(item)}
        yield (",\n" if place else ', "entry": [\n') + json.dumps(entry, ensure_ascii=False)
    yield "}\n" if place < 0 else "\n]}\n"


def resource(item: ExportItem) -> dict[str, Any]:
    """Return the Citation of one version; nothing in it is empty, nothing invented (domain 5.6)."""
    keys = [("Schlüssel", clean(item.key)), ("Zitierschlüssel", clean(item.cite_key))]
    made = {
        "resourceType": "Citation",
        "url": source_urn(item),
        "identifier": [{"type": _said(word), "value": value} for word, value in keys if value],
        "title": title(item),
        "status": "active",
        "effectivePeriod": {"end": item.valid_until.isoformat()} if item.valid_until else {},
        "citedArtifact": _artifact(item),
    }
    whole: dict[str, Any] = _filled(made)
    return whole


def _artifact(item: ExportItem) -> dict[str, Any]:
    reference = item.reference
    kind_of_title = {"coding": [{"system": _HL7 + "title-type", "code": "primary"}]}
    return {
        "identifier": _identifiers(reference),
        "dateAccessed": _date(partial(reference.accessed)),
        "version": {"value": clean(reference.version)} if clean(reference.version) else {},
        "currentState": [_state(item.status)] if item.status else [],
        "statusDate": _status_dates(item),
        "title": [{"type": [kind_of_title], "text": title(item)}],
        "publicationForm": [_form(item)],
        "webLocation": [{"url": address(reference)}] if _URI.fullmatch(address(reference)) else [],
        "classification": _classes(item),
        "contributorship": _contributors(reference),
        "note": [{"text": note} for note in _notes(item)],
    }


def _identifiers(reference: Reference) -> list[dict[str, Any]]:
    """Return every number the source is known by; one that is none keeps its words and has no system."""
    number = read_register_number(reference.awmf_number) if clean(reference.awmf_number) else None
    doi, isbn, pmid = read_doi(reference.doi), valid_isbn(reference.isbn), clean(reference.pmid)
    known = (
        (AWMF_NUMBERS, number.canonical if number else "", "AWMF-Registernummer", reference.awmf_number),
        ("https://doi.org", doi, "DOI", reference.doi),
        ("https://pubmed.ncbi.nlm.nih.gov", pmid if _PMID.fullmatch(pmid) else "", "PMID", pmid),
        (_URN, f"urn:isbn:{isbn}" if isbn else "", "ISBN", reference.isbn),
    )
    return [
        {"type": _said(name)} | ({"system": system, "value": value} if value else {"value": clean(raw)})
        for system, value, name, raw in known
        if clean(raw)
    ]


def _state(status: Status) -> dict[str, Any]:
    code, word = _STATES[status]
    system = _HL7 + "cited-artifact-status-type"
    return ({"coding": [{"system": system, "code": code}]} if code else {}) | _said(word)


def _status_dates(item: ExportItem) -> list[dict[str, Any]]:
    """Return Stand, last full consensus and last valid day, each as an activity with its period."""
    computed = " (errechnet)" if item.valid_until_origin is Origin.DERIVED else ""
    stand, consensus = partial(item.reference.stand), partial(item.consensus_as_of)
    periods: list[tuple[str, dict[str, Any]]] = [
        ("Stand", {"start": _date(stand)}),
        ("letzte Konsentierung", {"start": _date(consensus)}),
        (f"gültig bis{computed}", {"end": item.valid_until.isoformat() if item.valid_until else ""}),
    ]
    return [{"activity": _said(word), "period": period} for word, period in periods if any(period.values())]


def _form(item: ExportItem) -> dict[str, Any]:
    """Return where and when the source appeared."""
    reference = item.reference
    pages, number = pages_and_eid(reference.pages)
    first, last = found.groups() if (found := _RANGE.fullmatch(pages)) else ("", "")
    spoken = _LANGUAGES.get(language(item), "")
    body = institution(item) if item.kind in REPORTS else reference.publisher
    places = [part for part in (clean(reference.place), clean(reference.country)) if part]
    house = {
        "title": clean(reference.container) or clean(reference.series),
        "publisher": {"display": clean(body)},
        "publisherLocation": ", ".join(places),
    }
    return {
        "publishedIn": house,
        "citedMedium": _said(reference.medium),
        "volume": clean(reference.volume),
        "issue": clean(reference.issue),
        "articleDate": _date(issued(item)),
        "publicationDateText": f"Stand {clean(reference.stand)}" if clean(reference.stand) else "",
        "lastRevisionDate": _date(partial(reference.stand)),
        "language": [{"coding": [{"system": "urn:ietf:bcp:47", "code": spoken}]}] if spoken else [],
        "accessionNumber": number,
        "pageString": pages.replace("--", "-"),
        "firstPage": first,
        "lastPage": last,
    }


def _classes(item: ExportItem) -> list[dict[str, Any]]:
    """Return guideline class, form and kind; the class has the code of the AWMF's guide where it is one of its four."""
    named = clean(item.reference.guideline_class)
    coded = {"coding": [{"system": AWMF_CLASSES, "code": named}]} if named in _CLASSES else {}
    kind = {"coding": [{"system": _HL7 + "cited-artifact-classification-type", "code": "knowledge-artifact-type"}]}
    sorts = [
        (_said("Leitlinienklasse"), (coded | _said(named)) if named else {}),
        (_said("Form"), _said(item.reference.edition_form)),
        (kind | _said("Art der Quelle"), _said(item.kind.value)),
    ]
    return [{"type": sort, "classifier": [value]} for sort, value in sorts if value]


def _contributors(reference: Reference) -> dict[str, Any]:
    """Return people, then bodies, in order; ``complete`` is False where the line ends with "et al."."""
    people = [person_parts(name) for name in reference.authors if clean(name)]
    bodies = [clean(name) for name in (*map(organisation_text, reference.organisations), reference.group_author)]
    entries: list[dict[str, Any]] = [
        {
            "contributor": {"type": "Practitioner", "display": f"{family}, {given}" if given else family},
            "forenameInitials": given,
        }
        for family, given in people
    ]
    entries += [{"contributor": {"type": "Organization", "display": name}} for name in bodies if name]
    ranked = [entry | {"rankingOrder": place} for place, entry in enumerate(entries, 1)]
    return {"complete": not reference.et_al, "entry": ranked} if ranked else {}


def _notes(item: ExportItem) -> list[str]:
    """Return the facts of the house in words, and what no element holds."""
    reference = item.reference
    parent = clean(reference.series) if clean(reference.container) else ""
    url = address(reference)
    named = {
        "Auflage": clean(reference.edition),
        "Reihe": parent,
        "Herausgeber": "" if item.kind not in GUIDELINES else clean(reference.publisher),
        "Adresse": "" if _URI.fullmatch(url) else url,
    }
    return [house_note(item, full=True), *(f"{name}: {value}" for name, value in named.items() if value)]


def _said(text: str) -> dict[str, Any]:
    return {"text": clean(text)} if clean(text) else {}


def _date(known: PartialDate | None) -> str:
    return str(known) if known else ""


def _filled(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """Return a value without what is empty in it: FHIR allows no empty text, list or object."""
    if isinstance(value, Mapping):
        kept = {name: _filled(part) for name, part in value.items()}
        return {name: part for name, part in kept.items() if part not in ("", [], {})}
    if isinstance(value, list):
        return [part for part in map(_filled, value) if part not in ("", [], {})]
    return clean(value).strip() if isinstance(value, str) else value  # a no-break space alone is no text to FHIR
