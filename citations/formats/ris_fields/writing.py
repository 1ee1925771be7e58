"""The visible tags of an item in RIS (domain 5.3): what reference managers read.

Programs disagree on the tag for a report's number, so it stands in M1 and in the note. A comma in a corporate author
makes a person of it in bibutils and citation-js; nothing in RIS can prevent that, and the name is not changed for it.
"""

from citations.dates import PartialDate
from citations.formats.biblatex import address, title
from citations.formats.item import ExportItem, house_note, issued, partial
from citations.formats.tex.escaping import clean
from citations.formats.tex.names import person_parts
from citations.formats.tex.words import ARTICLES, BOOKS, REPORTS, entry_key, institution, language, report_type
from citations.references.house_style import organisation_text

Tag = tuple[str, str]
_LANGUAGES = {"ngerman": "de", "english": "en"}


def record(item: ExportItem) -> list[Tag]:
    """Return the tags of one item with their texts on one line, TY first; none is empty (domain 5.3)."""
    reference = item.reference
    tags: list[Tag] = [("ID", entry_key(item))]
    tags += _authors(item)
    tags += [("TI", title(item)), *_place(item)]
    tags += _dates(item)
    tags += [("DO", reference.doi), ("UR", address(reference)), ("LA", _LANGUAGES.get(language(item), ""))]
    tags += [("SN", reference.isbn), ("AN", f"PMID:{reference.pmid}" if clean(reference.pmid) else "")]
    tags += [("N1", house_note(item, full=True)), ("N1", reference.medium), ("KW", item.kind.value.replace("_", "-"))]
    cleaned = ((tag, clean(text).strip()) for tag, text in tags)
    return [("TY", _type(item)), *((tag, text) for tag, text in cleaned if text)]


def _type(item: ExportItem) -> str:
    if item.kind in REPORTS:
        return "RPRT"
    if item.kind in ARTICLES:
        return "JOUR" if clean(item.reference.container) else "RPRT"
    if item.kind in BOOKS:
        return "CHAP" if item.reference.kind == "chapter" else "BOOK"
    return "ELEC"


def _authors(item: ExportItem) -> list[Tag]:
    reference = item.reference
    people = [", ".join(part for part in person_parts(name) if part) for name in reference.authors]
    bodies = [*map(organisation_text, reference.organisations), reference.group_author]
    more = ["et al."] if reference.et_al else []
    return [("AU", name) for name in (*people, *bodies, *more)]


def _place(item: ExportItem) -> list[Tag]:
    """Return where it appeared: journal and pages, or edition, publisher and number."""
    reference = item.reference
    start, _, end = clean(reference.pages).replace("–", "-").replace("—", "-").partition("-")
    tags = [("VL", reference.volume), ("IS", reference.issue), ("SP", start), ("EP", end)]
    place = ", ".join(part for part in (clean(reference.place), clean(reference.country)) if part)
    tags += [("CY", place), ("T3", reference.series)]
    if _type(item) == "JOUR":
        return [("JO", reference.container), ("PB", reference.publisher), ("ET", _edition(item)), *tags]
    tags += [("T2", reference.container), ("ET", _edition(item)), ("M1", reference.awmf_number)]
    if item.kind in REPORTS:
        return [("PB", institution(item)), ("M3", report_type(reference, item.kind)), *tags]
    return [("PB", reference.publisher), *tags]


def _edition(item: ExportItem) -> str:
    """Return ``Version 1.1 (Langversion)``, or the edition of a book."""
    version, form = clean(item.reference.version), clean(item.reference.edition_form)
    if not version:
        return clean(item.reference.edition) or form
    return f"Version {version}" + (f" ({form})" if form else "")


def _dates(item: ExportItem) -> list[Tag]:
    """Return year, as-of date and access date as RIS writes them: ``2022/06//``."""
    known, accessed = issued(item), partial(item.reference.accessed)
    tags = [("PY", f"{known.year:04d}"), ("DA", _slashes(known))] if known else []
    return tags + ([("Y2", _slashes(accessed))] if accessed else [])


def _slashes(day: PartialDate) -> str:
    month = f"{day.month:02d}" if day.month else ""
    return f"{day.year:04d}/{month}/" + (f"{day.day:02d}/" if day.day else "/")
