"""schema.org JSON-LD out (domain 5.5): a page as MedicalWebPage with its last review and the sources it cites.

To be pasted into the page itself. A guideline is both MedicalGuideline and CreativeWork: version, date of issue and
expiry are properties of the latter only.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from citations.formats.biblatex import address, title
from citations.formats.item import ExportItem, Format, Of, house_note, issued
from citations.formats.page_item import PageOut, graph
from citations.formats.tex.escaping import clean
from citations.formats.tex.names import person_parts
from citations.formats.tex.words import ARTICLES, BOOKS, GUIDELINES, REPORTS, entry_key, institution, valid_isbn
from citations.identity import read_doi, read_register_number
from citations.kinds import SourceKind, Status
from citations.records import Reference
from citations.references.house_style import organisation_text

FORMAT = Format("schema-org", "application/ld+json", "jsonld", "format.schema-org", Of.PAGES)

_CONTEXT = "https://schema.org"
_K = SourceKind
_ISSUED_AS_GUIDELINE = GUIDELINES | {_K.ONKOPEDIA, _K.NCCN, _K.NICE_GUIDELINE, _K.ESMO_CPG, _K.ESMO_LIVING}
_STATES = {
    Status.FINAL: "Published",
    Status.UNDER_REVISION: "Under revision",
    Status.AMENDED: "Amended",
    Status.CORRECTED: "Corrected",
    Status.WITHDRAWN: "Withdrawn",
    Status.EXPIRED: "Obsolete",
    Status.RETRACTED: "Retracted",
}


def render(pages: Iterable[PageOut]) -> Iterator[str]:
    """Yield one page as the document itself, several as an ``@graph``, in the order given."""
    return graph(_CONTEXT, map(described, pages))


def described(page: PageOut) -> dict[str, Any]:
    """Return the MedicalWebPage; without ``lastReviewed`` where no person has reviewed the page as a whole."""
    reviewed = page.reviewed_on.isoformat() if page.reviewed_on else ""
    return _filled(
        {
            "@type": "MedicalWebPage",
            "@id": page.url,
            "url": page.url,
            "name": clean(page.title),
            "inLanguage": page.language,
            "datePublished": page.published,
            "lastReviewed": reviewed,
            "reviewedBy": _named("Person", page.reviewed_by) if reviewed else {},
            "citation": [cited(item) for item in page.sources],
        }
    )


def cited(item: ExportItem) -> dict[str, Any]:
    """Return one source; the facts of the house that schema.org has no property for stand in ``description``."""
    reference = item.reference
    known = issued(item)
    doi = read_doi(reference.doi)
    made: dict[str, Any] = {
        "@type": _types(item),
        "name": title(item),
        "identifier": _identifiers(item),
        "author": _authors(reference),
        "publisher": _named("Organization", institution(item) if item.kind in REPORTS else reference.publisher),
        "version": clean(reference.version),
        "datePublished": str(known) if known else "",
        "expires": item.valid_until.isoformat() if item.valid_until else "",
        "creativeWorkStatus": _STATES[item.status] if item.status else "",
        "url": address(reference),
        "sameAs": f"https://doi.org/{doi}" if doi else "",
        "description": house_note(item, full=True),
    }
    return _filled(made | _own(item, str(known) if known else ""))


def _own(item: ExportItem, day: str) -> dict[str, Any]:
    """Return what only guidelines, articles or books have."""
    reference = item.reference
    own: dict[str, Any] = {}
    if item.kind in _ISSUED_AS_GUIDELINE:
        own |= {"guidelineDate": day}
        own |= {"recognizingAuthority": _named("Organization", "AWMF") if item.kind in GUIDELINES else {}}
    if item.kind in ARTICLES:
        own |= {"isPartOf": _issue(reference), "pagination": clean(reference.pages)}
    if item.kind in BOOKS:
        own |= {"isbn": valid_isbn(reference.isbn), "bookEdition": clean(reference.edition)}
    return own


def _issue(reference: Reference) -> dict[str, Any]:
    """Return the issue in its volume in its journal, as far as they are known."""
    made = _named("Periodical", reference.container)
    for kind, name, number in (
        ("PublicationVolume", "volumeNumber", clean(reference.volume)),
        ("PublicationIssue", "issueNumber", clean(reference.issue)),
    ):
        if number:
            made = {"@type": kind, name: number} | ({"isPartOf": made} if made else {})
    return made


def _types(item: ExportItem) -> str | list[str]:
    """Return the type: every one of them is, or is beside, a CreativeWork, as ``citation`` demands."""
    kind = "MedicalScholarlyArticle" if item.kind in ARTICLES else "Book" if item.kind in BOOKS else "CreativeWork"
    return ["MedicalGuideline", kind] if item.kind in _ISSUED_AS_GUIDELINE else kind


def _identifiers(item: ExportItem) -> list[dict[str, Any]]:
    reference = item.reference
    number = read_register_number(reference.awmf_number) if clean(reference.awmf_number) else None
    named = {
        "AWMF-Registernummer": number.canonical if number else clean(reference.awmf_number),
        "DOI": read_doi(reference.doi) or clean(reference.doi),
        "PMID": clean(reference.pmid),
        "ISBN": valid_isbn(reference.isbn) or clean(reference.isbn),
        "citation key": entry_key(item),
    }
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in named.items() if value]


def _authors(reference: Reference) -> list[dict[str, Any]]:
    parts = [person_parts(name) for name in reference.authors if clean(name)]
    people = [_named("Person", f"{family}, {given}" if given else family) for family, given in parts]
    bodies = [*map(organisation_text, reference.organisations), reference.group_author]
    return [*people, *(_named("Organization", body) for body in bodies if clean(body))]


def _named(kind: str, name: str) -> dict[str, Any]:
    return {"@type": kind, "name": clean(name)} if clean(name) else {}


def _filled(made: dict[str, Any]) -> dict[str, Any]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in made.items() if value}
