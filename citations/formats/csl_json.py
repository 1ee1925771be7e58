"""CSL-JSON out (domain 5.4): a list that citeproc, Zotero and pandoc read; own facts in ``custom`` and note."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from citations.dates import PartialDate
from citations.formats.biblatex import address, title
from citations.formats.item import ExportItem, Format, house_note, issued, partial
from citations.formats.tex.escaping import clean
from citations.formats.tex.names import person_parts
from citations.formats.tex.words import ARTICLES, BOOKS, REPORTS, entry_key, institution, language, report_type
from citations.kinds import SourceKind, Status
from citations.references.house_style import organisation_text

FORMAT = Format("csl-json", "application/vnd.citationstyles.csl+json; charset=utf-8", "json", "format.csl-json")

_LANGUAGES = {"ngerman": "de-DE", "english": "en-US"}
_STATUS = {Status.EXPIRED: "abgelaufen", Status.WITHDRAWN: "zurückgezogen", Status.RETRACTED: "zurückgezogen"}


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield the list in pieces, an object per item and line, in the order given."""
    yield "["
    for place, item in enumerate(items):
        yield (",\n" if place else "\n") + json.dumps(described(item), ensure_ascii=False)
    yield "\n]\n"


def described(item: ExportItem) -> dict[str, Any]:
    """Return the CSL item; no key is empty, none but ``custom`` is unknown to the schema (domain 5.4)."""
    reference = item.reference
    texts = {
        "title": title(item),
        "container-title": reference.container,
        "collection-title": reference.series,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages.replace("–", "-"),
        "version": reference.version,
        "edition": reference.edition or reference.edition_form,
        "medium": reference.medium,
        "number": reference.awmf_number,
        "genre": report_type(reference, item.kind) if item.kind in REPORTS else "",
        "publisher": institution(item) if item.kind in REPORTS else reference.publisher,
        "publisher-place": ", ".join(part for part in (clean(reference.place), clean(reference.country)) if part),
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "ISBN": reference.isbn,
        "URL": address(reference),
        "status": _STATUS.get(item.status, "") if item.status else "",
        "language": _LANGUAGES.get(language(item), ""),
        "note": house_note(item, full=True),
    }
    filled = {name: text for name, value in texts.items() if (text := clean(value))}
    return {"id": entry_key(item), "type": _type(item)} | _authors(item) | filled | _dates(item) | _custom(item)


def _type(item: ExportItem) -> str:
    if item.kind is SourceKind.GBA_DECISION:
        return "regulation"
    if item.kind in REPORTS:
        return "report"
    if item.kind in ARTICLES:
        return "article-journal" if clean(item.reference.container) else "report"
    if item.kind in BOOKS:
        return "chapter" if item.reference.kind == "chapter" else "book"
    return "webpage"


def _authors(item: ExportItem) -> dict[str, Any]:
    names: list[dict[str, str]] = []
    for family, given in map(person_parts, item.reference.authors):
        names.append({"family": family, "given": given} if given else {"literal": family})
    bodies = [*map(organisation_text, item.reference.organisations), item.reference.group_author]
    names += [{"literal": clean(body)} for body in bodies if clean(body)]
    names += [{"literal": "et al."}] if item.reference.et_al else []
    names = [name for name in names if all(name.values())]
    return {"author": names} if names else {}


def _dates(item: ExportItem) -> dict[str, Any]:
    dates = {
        "issued": issued(item),
        "accessed": partial(item.reference.accessed),
        "original-date": partial(item.consensus_as_of),
    }
    return {name: {"date-parts": [_parts(day)]} for name, day in dates.items() if day is not None}


def _parts(day: PartialDate) -> list[int]:
    return [part for part in (day.year, day.month, day.day) if part is not None]


def _custom(item: ExportItem) -> dict[str, Any]:
    """Return the facts that CSL has no key for, as they are stored."""
    facts = {
        "stand": clean(item.reference.stand),
        "valid_until": item.valid_until.isoformat() if item.valid_until else "",
        "valid_until_origin": item.valid_until_origin.value if item.valid_until_origin else "",
        "awmf": clean(item.reference.awmf_number),
        "status": item.status.value if item.status else "",
        "key": clean(item.key),
        "kind": item.kind.value,
    }
    return {"custom": {name: value for name, value in facts.items() if value}}
