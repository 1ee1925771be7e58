"""Classic BibTeX out (domain 5.2): what styles of 1988 print carries all facts; programs find them in fields as well.

Old styles ignore ``date``, ``urldate``, ``version`` and ``langid``: year, month and note repeat them.
"""

from collections.abc import Iterable, Iterator

from citations.formats import biblatex
from citations.formats.item import ExportItem, Format, house_note, issued
from citations.formats.tex.escaping import clean, escape
from citations.formats.tex.writing import Made, written
from citations.references.house_style import class_label, ordinal

FORMAT = Format("bibtex", "application/x-bibtex; charset=utf-8", "bib", "format.bibtex")

_TYPES = {"report": "techreport", "online": "misc", "inbook": "incollection"}
_RENAMED = {"journaltitle": "journal", "location": "address"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield the .bib file in pieces, one entry per item, in the order given; DoubledKeyError for a key met twice."""
    return written(items, entry)


def entry(item: ExportItem) -> Made:
    """Return entry type, key and delimited fields of one item (domain 5.2). No field is empty, none is invented."""
    modern, key, fields = biblatex.entry(item)
    made = {_RENAMED.get(name, name): value for name, value in fields.items() if name != "addendum"}
    made["title"] = "{{" + escape(_title(item, modern)) + "}}"
    made |= _dates(item)
    if modern == "online":
        made |= _howpublished(item)
    if modern == "article" and "eid" in made:
        made["pages"] = made["eid"]
    if modern in ("book", "inbook"):
        made |= _book(item, made)
    note = _note(item, fields)
    if note:
        made["note"] = "{" + note + "}"
    return _TYPES.get(modern, modern), key, made


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
    return {"year": f"{{{known.year:04d}}}"} | month


def _howpublished(item: ExportItem) -> dict[str, str]:
    """Return the address as text, which every document can print without a package; ``url`` has it for programs."""
    words = (item.reference.publisher, biblatex.address(item.reference))
    where = ", ".join(clean(word) for word in words if clean(word))
    return {"howpublished": "{" + escape(where) + "}"} if where else {}


def _book(item: ExportItem, made: dict[str, str]) -> dict[str, str]:
    """Return edition and volume as old styles print them: "Fifth" cannot be made for all, "5th" can."""
    edition, volume = clean(item.reference.edition), clean(item.reference.volume)
    fields = {"edition": "{" + escape(ordinal(edition)) + "}"} if edition else {}
    if volume and "number" in made:
        fields["volume"] = made["number"]
    return fields


def _note(item: ExportItem, fields: dict[str, str]) -> str:
    """Return the note, escaped: medium, form, all facts of the house, and what had no field of its own."""
    reference = item.reference
    addendum = fields.get("addendum", "")[1:-1]
    form = "" if clean(reference.version) else clean(reference.edition_form)
    words = [escape(part) for part in (reference.medium, form, house_note(item, full=True)) if clean(part)]
    return "; ".join([*words, *([addendum] if addendum else [])])
