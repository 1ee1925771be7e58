"""W3C Web Annotation out: every statement of a page with the sources it rests on and what is known about it.

One AnnotationCollection per page; an Annotation's target is a stretch of the published page, found by its words (Text
Quote Selector) with its position in the page's text as a hint. Its bodies link and describe the sources and tag harm
class, due day, clock, band and open reasons.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote as percent_encoded

from citations.formats.biblatex import address, title
from citations.formats.item import ExportItem, Format, Of, house_note
from citations.formats.page_item import PageOut, StatementOut, graph, lasting_urn, source_urn
from citations.formats.tex.escaping import clean
from citations.identity import read_doi

FORMAT = Format(
    "web-annotation",
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    "anno.jsonld",
    "format.web-annotation",
    Of.PAGES,
)

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def render(pages: Iterable[PageOut]) -> Iterator[str]:
    """Yield the collection of one page as the document itself, those of several as an ``@graph``."""
    return graph(_CONTEXT, map(collection, pages))


def collection(page: PageOut) -> dict[str, Any]:
    """Return the annotations of a page, one per active statement, in the order of the page."""
    sources = {item.cite_key: item for item in page.sources}
    active = [statement for statement in page.statements if statement.state == "active"]
    own = lasting_urn("annotations", page.url)
    made: dict[str, Any] = {
        "id": own,
        "type": "AnnotationCollection",
        "label": _kept(page.title) or page.url,
        "total": len(active),
    }
    if active:
        items = [annotation(statement, sources) for statement in active]
        first = {"id": lasting_urn("annotations", page.url, 1), "type": "AnnotationPage", "partOf": own}
        made["first"] = first | {"startIndex": 0, "items": items}
    return made


def annotation(statement: StatementOut, sources: Mapping[str, ExportItem]) -> dict[str, Any]:
    """Return one statement; ``sources`` are those of its page by citation key, one that is missing there is left out.

    Its name lasts: it belongs to the statement, whose words never change (domain 6, Statement).
    """
    cited = [sources[key] for key in statement.sources if key in sources]
    return {
        "id": lasting_urn("statement", statement.page_url, statement.id),
        "type": "Annotation",
        "motivation": ["linking", "tagging"] if cited else "tagging",
        "body": [body for item in cited for body in _about(item)] + [_tag(word) for word in _tags(statement)],
        "target": {"type": "SpecificResource", "source": statement.page_url, "selector": _selectors(statement)},
    }


def iri(item: ExportItem) -> str:
    """Return what a source is called on the web: its DOI, else its address, else the lasting name of its record."""
    doi, url = read_doi(item.reference.doi), address(item.reference)
    if doi:
        return f"https://doi.org/{_in_address(doi)}"
    return _in_address(url) if url.startswith(("https://", "http://")) else source_urn(item)


def _about(item: ExportItem) -> list[dict[str, Any]]:
    """Return the body that links a source, and the one that names and dates it for people."""
    named = {"dcterms:identifier": [clean(key) for key in (item.key, item.cite_key) if clean(key)]}
    note = house_note(item, full=True)
    words = f"{title(item)} ({clean(note)})" if clean(note) else title(item)
    link = {"type": "SpecificResource", "purpose": "linking", "source": {"id": iri(item)} | named}
    return [link, {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words}]


def _tags(statement: StatementOut) -> list[str]:
    """Return what is known about a statement as ``name:value``, the gravest reason first."""
    named = {
        "harm": statement.harm.value,
        "due": statement.due_on.isoformat() if statement.due_on else "",
        "clock": statement.clock.value if statement.clock else "",
        "band": statement.band.value if statement.band else "",
        "reviewed": statement.reviewed_on.isoformat() if statement.reviewed_on else "",
    }
    told = [f"{name}:{value}" for name, value in named.items() if value]
    return [*told, *(f"reason:{reason.value}" for reason in statement.reasons)]


def _tag(word: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "tagging", "value": word}


def _selectors(statement: StatementOut) -> list[dict[str, Any]]:
    """Return the words with what stands before and after, and their position, counted in characters."""
    around = {"prefix": statement.prefix, "suffix": statement.suffix}
    quote = {"type": "TextQuoteSelector", "exact": _kept(statement.exact)}
    end = statement.start + len(statement.exact)
    return [
        quote | {name: _kept(words) for name, words in around.items() if words},
        {"type": "TextPositionSelector", "start": statement.start, "end": end},
    ]


def _kept(text: str) -> str:
    """Return words as they are, white space too, but for half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _in_address(text: str) -> str:
    """Return an address with what no address may hold percent-encoded; what is encoded already stays."""
    return percent_encoded(text, safe="%/:?#[]@!$&'()*+,;=~")
