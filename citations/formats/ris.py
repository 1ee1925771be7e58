"""RIS out and in (domain 5.3): tags that reference managers read, the facts of the house in their tag and in the note.

What no tag carries stands in one line ``U1  - leitstand {...}``, which other programs keep as a custom field or drop;
``CARRIED`` names what comes back of a file of our own. Making tags and reading them lives in ``ris_fields``.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from citations.formats.foreign.own import CARRIED, built, missing_facts, one_line, with_facts
from citations.formats.incoming import Entry, Incoming, Problem
from citations.formats.item import ExportItem, Format
from citations.formats.ris_fields import relatives
from citations.formats.ris_fields.reading import NAMING, remarks, visible
from citations.formats.ris_fields.records import Record, records
from citations.formats.ris_fields.writing import Tag, record

__all__ = ["CARRIED", "FORMAT", "read", "recognises", "record", "render"]

FORMAT = Format("ris", "application/x-research-info-systems; charset=utf-8", "ris", "format.ris")

_OWN = "leitstand "
_HEAD = 8
"""Lines of a file that show which of the tagged formats it is."""
_TYPE_LINE = re.compile(r"^\ufeff?[ \t]{0,3}TY[ \t]{0,4}-[ \t]*[A-Z]{2,8}[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_OTHER_LINE = re.compile(r"^[ \t]{0,3}[A-Z][A-Z0-9][ \t]{1,4}-[ \t]*\S", re.IGNORECASE | re.MULTILINE)


def render(items: Iterable[ExportItem]) -> Iterator[str]:
    """Yield one record per item, in the order given; lines end as the format asks, with CR LF."""
    for item in items:
        yield "".join(f"{tag}  - {text}\r\n" for tag, text in _whole(item)) + "ER  - \r\n\r\n"


def _whole(item: ExportItem) -> list[Tag]:
    """Return the tags of an item with the facts that no tag of them gives back."""
    tags = record(item)
    facts = missing_facts(item, visible(Record(1, tags=[(tag, [text], 1) for tag, text in tags])).facts)
    return [*tags, ("U1", _OWN + one_line(facts))] if facts else tags


def recognises(head: str) -> bool:
    """Say whether the first lines of a file are RIS, a type and another tag below it, or one of its relatives."""
    if relatives.recognises(head):
        return True
    begun = _TYPE_LINE.search(head)
    return begun is not None and _OTHER_LINE.search(head, begun.end()) is not None


def read(lines: Iterable[str]) -> Iterator[Incoming]:
    """Yield every record of a file, or the problem that it is, in order; linear, one record in memory."""
    rest = iter(lines)
    head = list(islice(rest, _HEAD))
    text = "".join(head)
    whole = chain(head, rest)
    for found in relatives.records(text, whole) if relatives.recognises(text) else records(whole):
        yield found if isinstance(found, Problem) else _entry(found)


def _entry(found: Record) -> Incoming:
    """Return the entry of a record; one that says nothing is a problem."""
    if NAMING.isdisjoint([tag for tag, _, _ in found.tags]):
        return Problem(found.line, found.raw, "reading.ris_empty")
    own = [pieces for tag, pieces, _ in found.tags if tag == "U1" and pieces[0].startswith(_OWN)]
    seen = visible(replace(found, tags=[one for one in found.tags if one[1] not in own]))
    facts, odd = seen.facts, list(found.odd)
    for pieces in own:
        text = " ".join(pieces)
        try:
            facts = with_facts(facts, json.loads(text.removeprefix(_OWN)))
        except (ValueError, RecursionError) as error:
            odd.append(Problem(found.line, text, "reading.own_facts", {"field": str(error)[:80]}))
    item = built(facts)
    reference = item.reference
    named = (reference.title, reference.authors, reference.organisations, reference.doi, reference.url, item.key, own)
    if not any(named):
        return Problem(found.line, found.raw, "reading.ris_empty")
    return Entry(item, found.line, found.raw, (*odd, *remarks(item, seen, found.line)))
