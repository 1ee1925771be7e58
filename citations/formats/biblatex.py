"""BibLaTeX out and in (domain 5.1): entries that biber validates, every fact in its native field.

The facts of the house stand in the note as well; the last valid day in ``usera``, the register's status in ``userb``,
and what no field says exactly in ``verba`` (``tex.exact``), so that all of ``CARRIED`` comes back.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from citations.formats.incoming import Incoming
from citations.formats.item import ExportItem, Format, house_note, issued, of_year, partial
from citations.formats.tex import exact, reading, recognising
from citations.formats.tex.escaping import TITLES, clean, delimited, must_be_escaped, verbatim
from citations.formats.tex.mapping import read_fields
from citations.formats.tex.names import authors, corporate
from citations.formats.tex.otherwise import said_otherwise
from citations.formats.tex.people import people
from citations.formats.tex.tidying import tidied
from citations.formats.tex.words import (
    ARTICLES,
    BOOKS,
    REPORTS,
    entry_key,
    institution,
    language,
    pages_and_eid,
    report_type,
    valid_isbn,
)
from citations.formats.tex.writing import Made, written
from citations.identity import normal_address
from citations.kinds import SourceKind
from citations.records import Reference
from citations.references.house_style import organisation_text

FORMAT = Format("biblatex", "application/x-bibtex; charset=utf-8", "bib", "format.biblatex")

CARRIED = exact.CARRIED
"""The fields of ExportItem and Reference that come back equal from a file we wrote."""

_IN_ALL = frozenset(
    "author title date origdate urldate url doi eprint eprinttype langid note addendum keywords usera userb".split()  # noqa: SIM905
)
_SAFE = frozenset("author url doi eprint eprinttype date origdate urldate langid keywords usera pages".split())  # noqa: SIM905
"""What holds no sign that must be escaped, or has it escaped already or apart."""
_KEYWORDS = {kind: kind.value.replace("_", "-") for kind in SourceKind}
_LABELS = {"volume": "Bd. ", "issue": "Heft ", "isbn": "ISBN ", "edition": "Aufl. "}
_LEGAL = {
    "report": _IN_ALL | frozenset("titleaddon type institution number version location pages".split()),  # noqa: SIM905
    "online": _IN_ALL | frozenset("titleaddon organization version".split()),  # noqa: SIM905
    "article": _IN_ALL | frozenset("journaltitle volume number pages eid version titleaddon".split()),  # noqa: SIM905
    "book": _IN_ALL | frozenset("location publisher edition series number pages isbn titleaddon".split()),  # noqa: SIM905
    "inbook": _IN_ALL | frozenset("booktitle location publisher edition series number pages isbn titleaddon".split()),  # noqa: SIM905
    "manual": _IN_ALL | frozenset("titleaddon organization version type number location publisher pages".split()),  # noqa: SIM905
}


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield the .bib file in pieces, one entry per item, in the order given; DoubledKeyError for a key met twice."""
    return written(items, entry)


def read(lines: Iterable[str]) -> Iterator[Incoming]:
    """Yield every entry of a file, ours or a stranger's, or the problem that it is; raises for no input."""
    return reading.read(lines)


def recognises(head: str) -> bool:
    """Say whether the first lines of a file are BibLaTeX."""
    return recognising.is_modern(head)


def entry(item: ExportItem) -> Made:
    """Return entry type, key and delimited fields of one item (domain 5.1). No field is empty, none is invented."""
    item = tidied(item)
    kind, fields = plain_entry(item)
    made = _delimited(fields)
    if own := _own_field(item, kind, fields):
        made[exact.FIELD] = f"{{{own}}}"
    return kind, entry_key(item), made


def _delimited(fields: dict[str, str]) -> dict[str, str]:
    """Return the values as they are written; most entries hold no sign that must be escaped, which one look tells."""
    protect = fields.get("langid") != "ngerman"
    made = {name: f"{{{value}}}" for name, value in fields.items()}
    if "pages" in fields:
        made["pages"] = delimited("pages", fields["pages"], protect=protect)
    risky = [name for name in fields if name not in _SAFE]
    if must_be_escaped("\n".join([fields[name] for name in risky])):
        return made | {name: delimited(name, fields[name], protect=protect) for name in risky}
    if protect:
        made |= {name: f"{{{made[name]}}}" for name in TITLES if name in made}
    return made


def _own_field(item: ExportItem, kind: str, fields: dict[str, str]) -> str:
    """Return the value of the field that says what the others do not, "" where they say all."""
    otherwise = said_otherwise(item, kind, fields)
    if otherwise is None:
        return exact_value(item, kind, fields)
    return exact.written_otherwise(item, otherwise, usual=fields.get("eprinttype") != "leitstand")


def plain_entry(item: ExportItem) -> tuple[str, dict[str, str]]:
    """Return entry type and fields of a tidied item as text, ``author`` and addresses as they are written."""
    kind = entry_type(item)
    said = {name: value for name, value in _fields(item, kind).items() if value}
    legal = _LEGAL[kind]
    if said.keys() <= legal:
        return kind, said
    fields = {name: value for name, value in said.items() if name in legal}
    fields["addendum"] = "; ".join([value for name, value in said.items() if name not in legal])
    return kind, fields


def exact_value(item: ExportItem, kind: str, fields: dict[str, str]) -> str:
    """Return what ``_own_field`` does, for the fields of an entry in either format: they are read."""
    found = read_fields(kind, fields, people(fields.get("author", "")).makers)
    return exact.written(item, found.facts, found.left)


def entry_type(item: ExportItem) -> str:
    """Return the entry type of an item's kind (domain 5.1).

    A report needs a date and a body that publishes it; without one of them it is ``online``, the one type whose
    missing date biber reports and people accept. What that type has no field for goes into the addendum.
    """
    if item.kind in REPORTS:
        return _report(item)
    if item.kind in ARTICLES:
        return "article" if item.reference.container else _report(item)
    if item.kind in BOOKS:
        return "inbook" if item.reference.kind == "chapter" and item.reference.container else "book"
    if item.kind is SourceKind.DRUG_LABEL:
        return "manual" if issued(item) else "online"
    return "online"


def _report(item: ExportItem) -> str:
    return "report" if issued(item) and institution(item) else "online"


def _fields(item: ExportItem, kind: str) -> dict[str, str]:
    """Return the fields as plain text (``author`` escaped already), empty ones among them."""
    reference = item.reference
    medium, note = reference.medium, house_note(item)
    fields = {
        "author": authors(item),
        "title": reference.title or title(item),
        "titleaddon": reference.edition_form if item.kind is not SourceKind.ONKOPEDIA else "Onkopedia-Leitlinie",
        **_place(item, kind),
        "date": _iso(item),
        "origdate": _iso_or_empty(item.consensus_as_of),
        "doi": verbatim(reference.doi, doi=True) if reference.doi else "",
        "url": verbatim(address(reference)) if reference.url else "",
        "urldate": _iso_or_empty(reference.accessed),
        "langid": language(item),
        "note": f"{medium}; {note}" if medium and note else medium or note,
        "keywords": _KEYWORDS[item.kind],
        "usera": item.valid_until.isoformat() if item.valid_until else "",
        "userb": item.status.value if item.status else "",
    }
    fields |= _registry(item, kind)
    if kind == "report" and not fields["author"]:
        fields["author"] = corporate(fields["institution"])  # who publishes is the author where nobody else is named
    if not reference.title and fields["title"] in _author_names(reference):
        fields["author"] = ""  # a house is the title of its own entry, not its author as well
    return fields


def title(item: ExportItem) -> str:
    """Return the title; for a house that is named and nothing else, its name; for want of all, the source's key."""
    if named := clean(item.reference.title):
        return named
    return next(iter(_author_names(item.reference)), "") or clean(item.key) or entry_key(item)


def _author_names(reference: Reference) -> list[str]:
    names = [organisation_text(organisation) for organisation in reference.organisations]
    return [clean(name) for name in (*names, reference.group_author, *reference.authors) if clean(name)]


def address(reference: Reference) -> str:
    """Return the address with a scheme; what is printed without one ("www.example.org") gets https."""
    url = clean(reference.url)
    return f"https://{url}" if url and "://" not in url and normal_address(url) else url


def _place(item: ExportItem, kind: str) -> dict[str, str]:
    """Return where the source appeared: in a series of reports, a journal, a house, on the web."""
    reference = item.reference
    pages, eid = pages_and_eid(reference.pages)
    where = {"version": reference.version, "pages": pages or eid, "location": _location(reference)}
    if kind == "article":
        issue = {"journaltitle": reference.container, "volume": reference.volume, "number": reference.issue}
        return where | issue | {"pages": pages, "eid": eid} | _rest(reference, "publisher", "series", "edition", "isbn")
    if kind in ("book", "inbook"):
        return where | _book(reference, kind)
    where |= _rest(reference, "volume", "issue", "series", "edition", "isbn", "publisher", "container")
    if kind == "report":
        number = {"number": reference.awmf_number, "type": report_type(reference, item.kind)}
        return where | number | {"institution": institution(item), "publisher": ""} | _left_publisher(item)
    if item.kind is SourceKind.ONKOPEDIA:
        return where | {"organization": "Onkopedia", "container": ""}
    return where | {"organization": reference.publisher, "publisher": ""}


def _left_publisher(item: ExportItem) -> dict[str, str]:
    """Return a report's publisher where the institution is another."""
    return {"publisher": item.reference.publisher} if institution(item) != item.reference.publisher else {}


def _book(reference: Reference, kind: str) -> dict[str, str]:
    """Return the imprint of a book; the volume of a series is ``number`` (domain 5.1)."""
    made = {
        "publisher": reference.publisher,
        "edition": reference.edition,
        "series": reference.series,
        "number": reference.volume,
        "isbn": reference.isbn if valid_isbn(reference.isbn) else "",
    }
    made["bad_isbn"] = f"ISBN {reference.isbn}" if reference.isbn and not made["isbn"] else ""
    return made | ({"booktitle": reference.container} if kind == "inbook" else _rest(reference, "container"))


def _rest(reference: Reference, *names: str) -> dict[str, str]:
    """Return fields that the entry type has no place for; they go into the addendum."""
    made = {}
    for name in names:
        value = getattr(reference, name)
        if value:
            made[name] = _LABELS.get(name, "") + value
    return made


def _location(reference: Reference) -> str:
    place, country = reference.place, reference.country
    return f"{place} ({country})" if place and country else place or country


def _registry(item: ExportItem, kind: str) -> dict[str, str]:
    """Return PubMed's number; for a house on the web without address, its key: biber wants one of the two."""
    reference = item.reference
    if reference.pmid:
        return {"eprint": verbatim(reference.pmid), "eprinttype": "pubmed"}
    if kind == "online" and not reference.url and not reference.doi and item.key:
        return {"eprint": verbatim(item.key), "eprinttype": "leitstand"}
    return {}


def _iso(item: ExportItem) -> str:
    return _iso_or_empty(item.reference.stand) or _iso_of_year(item.reference.year, item.reference.month)


@lru_cache(maxsize=1024)
def _iso_of_year(year: int | None, month: int | None) -> str:
    known = of_year(year, month)
    return str(known) if known else ""


@lru_cache(maxsize=4096)
def _iso_or_empty(text: str) -> str:
    known = partial(text)
    return str(known) if known else ""
