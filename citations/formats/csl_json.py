"""CSL-JSON out and in (domain 5.4): a list that citeproc, Zotero and pandoc read; own facts in ``custom`` and note.

What no key carries stands in ``custom.leitstand``; ``CARRIED`` names what comes back of a file of our own. Finding
objects in a file and reading one lives in ``csl_fields``.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from citations.dates import PartialDate
from citations.formats.biblatex import address, title
from citations.formats.csl_fields.objects import Found, objects
from citations.formats.csl_fields.reading import NAMING, Seen, visible
from citations.formats.foreign.draft import day_lost
from citations.formats.foreign.own import CARRIED, built, missing_facts, one_line, with_facts
from citations.formats.incoming import Entry, Incoming, Problem
from citations.formats.item import ExportItem, Format, house_note, issued, partial
from citations.formats.tex.escaping import clean
from citations.formats.tex.names import person_parts
from citations.formats.tex.words import ARTICLES, BOOKS, REPORTS, entry_key, institution, language, report_type
from citations.kinds import SourceKind, Status
from citations.references.house_style import organisation_text

__all__ = ["CARRIED", "FORMAT", "described", "read", "recognises", "render"]

FORMAT = Format("csl-json", "application/vnd.citationstyles.csl+json; charset=utf-8", "json", "format.csl-json")

_LANGUAGES = {"ngerman": "de-DE", "english": "en-US"}
_OWN = "leitstand"
_BEGINS = re.compile(r"\s*[\[{]")
_SIGNS = re.compile(
    r'"(?:type|issued|container-title|DOI|title|author|journalAbbreviation|message)"\s*:|\[\s*(?:\]|\{\s*"id"\s*:)'
)
_STATUS = {Status.EXPIRED: "abgelaufen", Status.WITHDRAWN: "zurückgezogen", Status.RETRACTED: "zurückgezogen"}


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield the list in pieces, an object per item and line, in the order given."""
    yield "["
    for place, item in enumerate(items):
        yield (",\n" if place else "\n") + _written(item)
    yield "\n]\n"


def _written(item: ExportItem) -> str:
    """Return the object of an item with the facts that no key of it gives back, on one line."""
    described_item = described(item)
    facts = missing_facts(item, visible(_as_read(described_item)).facts)
    if not facts:
        return json.dumps(described_item, ensure_ascii=False)
    custom = described_item.pop("custom")
    head = json.dumps(described_item, ensure_ascii=False)[:-1]
    return f'{head}, "custom": {one_line(custom | {_OWN: facts})}}}'


def _as_read(value: Any) -> Any:  # noqa: ANN401 - a JSON value
    """Return a value as ``objects`` gives it: every number as it is written."""
    if isinstance(value, dict):
        return {name: _as_read(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_as_read(one) for one in value]
    return str(value) if type(value) is int else value


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


def recognises(head: str) -> bool:
    """Say whether the first lines of a file are CSL-JSON: a bracket, and the keys of an entry."""
    text = head.removeprefix("\ufeff")
    return _BEGINS.match(text) is not None and _SIGNS.search(text) is not None


def read(lines: Iterable[str]) -> Iterator[Incoming]:
    """Yield every object of a file, or the problem that it is, in order; linear, one object in memory."""
    for found in objects(lines):
        yield found if isinstance(found, Problem) else _entry(found)


def _entry(found: Found) -> Incoming:
    """Return the entry of an object; one that says nothing is a problem."""
    if NAMING.isdisjoint(found.value):
        return Problem(found.line, found.raw, "reading.csl_empty")
    value = dict(found.value)
    own = None
    if isinstance(value.get("custom"), dict):
        value["custom"] = dict(value["custom"])
        own = value["custom"].pop(_OWN, None)
    seen = visible(value)
    facts = seen.facts
    remarks = [Problem(found.line, text, "reading.csl_doubled", {"key": key}) for key, text in found.doubled]
    try:
        facts = with_facts(facts, own) if own is not None else facts
    except ValueError as error:
        remarks.append(Problem(found.line, str(own)[:200], "reading.own_facts", {"field": str(error)[:80]}))
    item = built(facts)
    reference = item.reference
    named = (reference.title, reference.authors, reference.organisations, reference.doi, reference.url, item.key, own)
    if not any(named):
        return Problem(found.line, found.raw, "reading.csl_empty")
    return Entry(item, found.line, found.raw, (*remarks, *_remarks(item, seen, found.line)))


def _remarks(item: ExportItem, seen: Seen, line: int) -> Iterator[Problem]:
    """Yield what was doubtful, and one remark for all keys that the item does not carry."""
    for why, text, facts in seen.doubtful:
        yield Problem(line, text, why, facts)
    if day_lost(seen.draft, item):
        yield Problem(line, str(seen.draft.issued), "reading.csl_date", {"key": "issued"})
    again = _as_read(described(item)) if seen.left else {}
    lost = {key: value for key, value in seen.left.items() if again.get(key) != value}
    if lost:
        raw = json.dumps(lost, ensure_ascii=False)
        yield Problem(line, raw, "reading.csl_left", {"keys": ", ".join(lost)})
