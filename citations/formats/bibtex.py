"""Classic BibTeX out and in (domain 5.2): what styles of 1988 print carries all facts; fields have them as well.

Old styles ignore ``date``, ``urldate``, ``version`` and ``langid``: year, month and note repeat them.
"""

from collections.abc import Iterable, Iterator

from citations.formats import biblatex
from citations.formats.incoming import Incoming
from citations.formats.item import ExportItem, Format, house_note, issued
from citations.formats.tex import exact, reading, recognising
from citations.formats.tex.escaping import clean, delimited
from citations.formats.tex.tidying import tidied
from citations.formats.tex.words import entry_key
from citations.formats.tex.writing import Made, written
from citations.references.house_style import class_label, ordinal

FORMAT = Format("bibtex", "application/x-bibtex; charset=utf-8", "bib", "format.bibtex")

CARRIED = exact.CARRIED
"""The fields of ExportItem and Reference that come back equal from a file we wrote."""

_TYPES = {"report": "techreport", "online": "misc", "inbook": "incollection"}
_RENAMED = {"journaltitle": "journal", "location": "address"}
_IN_TITLE_OR_NOTE = frozenset({"addendum", "titleaddon"})  # pandoc and bibutils would add the latter to the title again
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield the .bib file in pieces, one entry per item, in the order given; DoubledKeyError for a key met twice."""
    return written(items, entry)


def read(lines: Iterable[str]) -> Iterator[Incoming]:
    """Yield every entry of a file, ours or a stranger's, or the problem that it is; raises for no input."""
    return reading.read(lines)


def recognises(head: str) -> bool:
    """Say whether the first lines of a file are BibTeX, and not BibLaTeX."""
    return recognising.is_bib(head) and not recognising.is_modern(head)


def entry(item: ExportItem) -> Made:
    """Return entry type, key and delimited fields of one item (domain 5.2). No field is empty, none is invented."""
    item = tidied(item)
    modern, fields = biblatex.plain_entry(item)
    made = {_RENAMED.get(name, name): value for name, value in fields.items() if name not in _IN_TITLE_OR_NOTE}
    made["title"] = clean(_title(item, modern))
    made |= _dates(item)
    if modern == "online":
        made |= _howpublished(item)
    if modern == "article" and "eid" in made:
        made["pages"] = made["eid"]
    if modern in ("book", "inbook"):
        made |= _book(item, made.pop("number", ""))  # old styles complain of a volume and a number together
    if "author" not in made:
        made["key"] = made["title"]  # what old styles sort by
    note = _note(item, fields)
    if note:
        made["note"] = note
    kind = _TYPES.get(modern, modern)
    german = made.get("langid") == "ngerman"
    written_as = {name: _delimited(name, value, german=german) for name, value in made.items()}
    if own := biblatex.exact_value(item, kind, made):
        written_as[exact.FIELD] = f"{{{own}}}"
    return kind, entry_key(item), written_as


def _delimited(name: str, value: str, *, german: bool) -> str:
    """Return a value as it is written: months as macros, which all styles translate; titles in their own braces."""
    if name == "month":
        return value
    return delimited(name, value, protect=name == "title" or not german)


def _title(item: ExportItem, modern: str) -> str:
    """Return the title; a guideline's with its class, for the type is printed apart from it or not at all."""
    label = class_label(item.reference) if item.reference.kind.endswith("guideline") and modern != "article" else ""
    return label + biblatex.title(item)


def _dates(item: ExportItem) -> dict[str, str]:
    """Return year and month, the month as the macro that every style translates."""
    known = issued(item)
    if known is None:
        return {}
    month = {"month": _MONTHS[known.month - 1]} if known.month else {}
    return {"year": f"{known.year:04d}"} | month


def _howpublished(item: ExportItem) -> dict[str, str]:
    """Return the address as text, which every document can print without a package; ``url`` has it for programs."""
    words = (item.reference.publisher, biblatex.address(item.reference))
    where = ", ".join(word for word in words if word)
    return {"howpublished": where} if where else {}


def _book(item: ExportItem, volume: str) -> dict[str, str]:
    """Return edition and volume as old styles print them: "Fifth" cannot be made for all, "5th" can."""
    edition = item.reference.edition
    fields = {"edition": ordinal(edition)} if edition else {}
    return fields | ({"volume": volume} if volume else {})


def _note(item: ExportItem, fields: dict[str, str]) -> str:
    """Return the note: medium, form, all facts of the house, and what had no field of its own."""
    reference = item.reference
    form = "" if reference.version else reference.edition_form
    words = (reference.medium, form, house_note(item, full=True), fields.get("addendum", ""))
    return clean("; ".join(word for word in words if word))
