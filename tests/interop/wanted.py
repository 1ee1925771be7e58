"""What a program must read of an item: the key fields, from the item itself, in the words of each format.

Facts are plain: names are family names, whole for bodies; dates ISO; "" or () where there is nothing to say.
"""

from collections.abc import Iterable

from citations.formats import biblatex, bibtex, csl_json, ris
from citations.formats.item import ExportItem, house_note, issued, partial
from citations.formats.tex.escaping import verbatim
from citations.formats.tex.names import person_parts
from citations.formats.tex.words import ARTICLES, BOOKS, REPORTS, institution, valid_isbn
from citations.kinds import SourceKind
from citations.references.house_style import class_label, organisation_text

Facts = dict[str, str | tuple[str, ...]]
ET_AL = "et al."
FORMATS = {"biblatex": biblatex.render, "bibtex": bibtex.render, "ris": ris.render, "csl-json": csl_json.render}
_TEX = frozenset({"biblatex", "bibtex"})


def wanted(item: ExportItem, written_as: str) -> Facts:
    """Return the facts of an item that a reader of this format must find."""
    reference, tex = item.reference, written_as in _TEX
    kind, known, accessed = _kind(item, tex=tex), issued(item), partial(reference.accessed)
    address = biblatex.address(reference)
    return {
        "kind": kind,
        "key": item.cite_key,
        "title": _title(item, kind, written_as),
        "families": _families(item, tex=tex),
        "year": str(known.year) if known else "",
        "doi": reference.doi,
        "url": verbatim(address) if tex else address,
        "number": reference.awmf_number if kind == "report" or (kind == "online" and not tex) else "",
        "journal": reference.container if kind in ("article", "chapter") else "",
        "volume": reference.volume if kind in ("article", "book", "chapter") else "",
        "issue": reference.issue if kind == "article" else "",
        "pages": reference.pages.replace("–", "-") if kind in ("article", "chapter") else "",
        "publisher": _publisher(item, kind, tex=tex),
        "isbn": reference.isbn if item.kind in BOOKS and (valid_isbn(reference.isbn) or not tex) else "",
        "accessed": str(accessed) if accessed else "",
        "note": house_note(item),
    }


def _kind(item: ExportItem, *, tex: bool) -> str:
    """Return what a program must take the item for; drug labels are manuals in TeX, pages of the web elsewhere."""
    if item.kind in BOOKS:
        return "chapter" if item.reference.kind == "chapter" else "book"
    if item.kind is SourceKind.DRUG_LABEL:
        return "manual" if tex else "online"
    if item.kind in ARTICLES:
        return "article" if item.reference.container else "report"
    return "report" if item.kind in REPORTS else "online"


def _title(item: ExportItem, kind: str, written_as: str) -> str:
    """Return the title; classic BibTeX has the class of a guideline before it, as old styles print no type."""
    guideline = item.reference.kind.endswith("guideline") and kind != "article"
    label = class_label(item.reference) if written_as == "bibtex" and guideline else ""
    return label + biblatex.title(item)


def _publisher(item: ExportItem, kind: str, *, tex: bool) -> str:
    """Return who publishes a report or a book; in TeX every report must name somebody."""
    if kind == "report" and (tex or item.kind in REPORTS):
        return institution(item)
    return item.reference.publisher if item.kind in BOOKS else ""


def bodies(items: Iterable[ExportItem]) -> set[str]:
    """Return the names of all bodies among the authors."""
    groups = {item.reference.group_author for item in items if item.reference.group_author}
    return groups | {organisation_text(body) for item in items for body in item.reference.organisations} | {ET_AL}


def _families(item: ExportItem, *, tex: bool) -> tuple[str, ...]:
    reference = item.reference
    if tex and not reference.title:
        return ()  # a house is the title of its own entry
    people = [person_parts(name)[0] for name in reference.authors]
    bodies = [*map(organisation_text, reference.organisations), reference.group_author]
    return (*people, *filter(None, bodies), *([ET_AL] if reference.et_al else []))


def told(facts: Facts, item: ExportItem) -> Facts:
    """Return what a program read, with the note reduced to the facts of the house if they are in it, whole."""
    note = house_note(item)
    return facts | {"note": note} if note in str(facts["note"]) else facts
