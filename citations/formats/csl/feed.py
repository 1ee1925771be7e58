"""What a style is told of an item: the CSL data of ``csl_json`` (domain 5.4), without what a list does not print.

Every text is guarded; for the mended styles the data are set as Citing Medicine and AMA order them.
"""

from dataclasses import dataclass
from typing import Any

from citations.formats import csl_json
from citations.formats.csl.marks import guarded, sentence
from citations.formats.csl.mends import GROUPS, is_nlm, mended
from citations.formats.item import ExportItem
from citations.formats.tex.escaping import clean
from citations.formats.tex.words import BOOKS, REPORTS
from citations.references.house_style import organisation_text

_UNTOLD = ("custom", "status", "note", "original-date", "ISBN")
"""Not for a style: facts of the house go into the note; the last consensus is no first edition."""

_TYPES = {"regulation": "report"}  # most styles print a regulation as an act of parliament
_ENGLISH = {
    "Leitlinie": "Guideline",
    "Patientenleitlinie": "Patient guideline",
    "Sicherheitsinformation": "Safety notice",
    "Zulassungsentscheidung": "Approval decision",
    "Beschluss": "Decision",
    "Bericht": "Report",
}
_GERMAN = {"Guideline": "Leitlinie"}
_VOLUME = {"de": "Bd.", "en": "vol."}


@dataclass(frozen=True, slots=True)
class Fed:
    """The data of an item, and how many authors it names of a list that goes on (0: all are named)."""

    data: dict[str, Any]
    cut: int


def fed(item: ExportItem, style: str, locale: str) -> Fed:
    """Return what a style, by its published id, is told of an item in a list in German or English."""
    data = {name: value for name, value in csl_json.described(item).items() if name not in _UNTOLD}
    data["type"] = _TYPES.get(data["type"], data["type"])
    data["language"] = data.get("language", "de-DE")  # of a title in another language no style changes the case
    if "genre" in data:
        data["genre"] = _genre(data["genre"], locale)
    if not clean(item.reference.title):
        data.pop("author", None)  # a house that is named and nothing else is the title of its own entry
    cut = _cut(item, data)
    if mended(style):
        _set(data, item, locale, nlm=is_nlm(style))
    return Fed({name: _guarded(name, value) for name, value in data.items()}, cut)


def _genre(genre: str, locale: str) -> str:
    """Return the kind of a report in the language of the list."""
    if locale == "de":
        return _GERMAN.get(genre, genre)
    return _ENGLISH.get(genre, genre.replace("-Leitlinie", " guideline"))


def _cut(item: ExportItem, data: dict[str, Any]) -> int:
    """Return how many names stand before "et al." in the data, which end with a name that is never printed."""
    return len(data["author"]) - 1 if item.reference.et_al and "author" in data else 0


def _set(data: dict[str, Any], item: ExportItem, locale: str, *, nlm: bool) -> None:
    """Set the data as the two styles of medicine want them."""
    _part_groups(data, item)
    version = item.reference.version
    if item.kind in REPORTS and clean(version):
        data["edition"] = ", ".join([f"Version {clean(version)}", *filter(None, [data.get("edition", "")])])
    if item.kind in BOOKS and "collection-title" in data and "volume" in data:
        number = _VOLUME[locale] if nlm or locale == "de" else _VOLUME[locale].rstrip(".")
        data["collection-number"] = f"{number} {data.pop('volume')}"
    if nlm and clean(item.reference.country) and clean(item.reference.place):
        data["publisher-place"] = f"{clean(item.reference.place)} ({clean(item.reference.country)})"


def _part_groups(data: dict[str, Any], item: ExportItem) -> None:
    """Take the bodies that follow persons out of the authors: they are printed apart from them."""
    reference = item.reference
    bodies = [clean(body) for body in (*map(organisation_text, reference.organisations), reference.group_author)]
    bodies = [body for body in bodies if body]
    people = [name for name in data.get("author", []) if name.get("literal") not in bodies]
    if bodies and any(clean(author) for author in reference.authors):
        data["author"] = people
        data[GROUPS] = "; ".join(bodies)


def _guarded(name: str, value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """Return a value with every text in it guarded; codes and dates stay as they are."""
    if name in ("id", "type", "language") or isinstance(value, dict):
        return value
    if isinstance(value, list):
        return [{part: guarded(text) for part, text in person.items()} for person in value]
    return sentence(value)
