"""The reader of both BibTeX formats: every entry of a file with all it says, and what is wrong with it.

Our own entries come back whole (``exact``); of others' what a Reference has a place for, and a remark names the rest.
Memory is that of one batch, the largest entry, the parents remembered, and a number for each key.
"""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from citations.formats.foreign.draft import Draft, day_lost
from citations.formats.foreign.markup import without_markup
from citations.formats.foreign.names import Makers
from citations.formats.foreign.own import built
from citations.formats.incoming import Entry, Incoming, Problem
from citations.formats.item import ExportItem
from citations.formats.tex import exact, strangers
from citations.formats.tex.blocks import Junk, blocks
from citations.formats.tex.entry_kinds import is_known, told_type
from citations.formats.tex.fields import Block, Fault
from citations.formats.tex.mapping import KNOWN, read_fields
from citations.formats.tex.parents import Parents, Waiting
from citations.formats.tex.people import People, people
from citations.formats.tex.values import one_line, plain

_VERBATIM = frozenset(
    "url doi eprint file pdf link verba verbb verbc verbatim local-url localfile bdsk-url-1 bdsk-url-2"  # noqa: SIM905
    " bdsk-file-1".split()
)
_URL = re.compile(r"\s*+\\(?:url|path|nolinkurl)\s*+\{([^{}]*+)\}\s*+")
_ESCAPED = re.compile(r"\{?\\([_%&#~$])(?:\{\})?\}?")
_DATES = ("date", "year", "month", "urldate", "day")
_NAMING = attrgetter(
    "title", "authors", "organisations", "group_author", "container", "doi", "pmid", "isbn", "url", "awmf_number"
)
"""Facts of which one must be there for an entry to name a source; without any, all such entries would be one."""


def read(lines: Iterable[str]) -> Iterator[Incoming]:
    """Yield every entry of a file, or the problem that it is; those that waited for a parent come behind it.

    Raises for no input.
    """
    parents, keys = Parents(), set[int]()
    for block in blocks(lines):
        if isinstance(block, Junk):
            yield Problem(block.line, block.raw, block.why)
        elif block.type == "string":
            yield from _macro_faults(block)
            yield from map(_entry, parents.define(block))
        else:
            _note_double(block, keys)
            for made in parents.take(block):
                yield _entry(made)
    yield from map(_entry, parents.rest())


def _note_double(block: Block, keys: set[int]) -> None:
    """Remember a key by its hash alone; a file's keys are the one thing that grows with it."""
    if block.key:
        mark = hash(block.key.lower())
        if mark in keys:
            block.faults.append(Fault(block.start, block.key, "reading.bib_doubled_key", {"key": block.key}))
        keys.add(mark)


def _macro_faults(block: Block) -> Iterator[Problem]:
    for fault in block.faults:
        yield _remark(block, fault)


def _entry(made: Waiting) -> Incoming:
    """Return one entry with its remarks; one without a field that anybody knows is a problem."""
    block = made.block
    if not any(made.values.values()) or KNOWN.isdisjoint(made.values):
        return Problem(block.line, block.raw, "reading.bib_no_fields")
    faults = block.faults
    stranger = strangers.is_stranger(made.values)
    fields, rest = strangers.mended(block.type, made.values) if stranger else (dict(made.values), {})
    unknown: list[str] = []
    who = _who(fields, block, unknown)
    ours = fields.pop(exact.FIELD, "")
    said = {name: _text(name, value, block, unknown) for name, value in fields.items()}
    if stranger and ("<" in block.raw or "&" in block.raw or "textless" in block.raw):
        said |= {name: without_markup(said[name]) for name in strangers.MARKED & said.keys()}
    if not is_known(block.type):
        faults.append(Fault(block.start, f"@{block.type}", "reading.bib_unknown_type", {"type": block.type}))
    found = read_fields(told_type(block.type, said), said, who.makers)
    facts, left = exact.restored(found.facts, found.left, one_line(ours))
    left |= {name: _text(name, value, block, unknown) for name, value in rest.items()}
    facts.item["cite_key"] = block.key
    item = built(facts)
    if stranger and not any(_NAMING(item.reference)):
        return Problem(block.line, block.raw, "reading.bib_no_fields")
    faults += _lost(block, _undated(left, found.draft, item), made, unknown)
    return Entry(item, block.line, block.raw, tuple([_remark(block, fault) for fault in faults]))


def _undated(left: dict[str, str], draft: Draft, item: ExportItem) -> dict[str, str]:
    """Return the fields left, with the date where the item has no place for its day."""
    return left | {"date": str(draft.issued)} if day_lost(draft, item) else left


def _who(fields: dict[str, str], block: Block, unknown: list[str]) -> People:
    """Return the authors; of a book without authors its editors, with a remark."""
    value = fields.pop("author", "")
    who = people(value)
    editors = fields.get("editor", "")
    if editors and who.makers == Makers():
        who = people(editors)
        block.faults.append(Fault(block.start, editors, "reading.bib_editors"))
        del fields["editor"]
    unknown += who.unknown
    if who.mended:
        block.faults.append(Fault(block.start, value or editors, "reading.bib_author_separators"))
    return who


def _text(name: str, value: str, block: Block, unknown: list[str]) -> str:
    """Return what a field says as text; addresses are never decoded, only freed of what no address can hold."""
    if name not in _VERBATIM:
        text, commands = plain(value)
        if commands:
            unknown += commands
        return text
    hit = _URL.fullmatch(value)
    text = one_line(hit[1] if hit else value)
    if "\\" in text and name in ("url", "doi"):
        block.faults.append(Fault(block.start, text, "reading.bib_escaped_address", {"field": name}))
        text = _ESCAPED.sub(r"\1", text)
    return text


def _lost(block: Block, fields: dict[str, str], made: Waiting, unknown: list[str]) -> list[Fault]:
    """Return the faults for what the item does not carry."""
    at = block.start
    faults = [
        Fault(at, fields[name], "reading.bib_no_date", {"field": name, "text": fields[name][:80]})
        for name in _DATES
        if name in fields
    ]
    left = {name: value for name, value in fields.items() if name not in _DATES}
    if left:
        raw = ", ".join(f"{name} = {{{value}}}" for name, value in left.items())
        faults.append(Fault(at, raw, "reading.bib_kept_raw", {"fields": ", ".join(left)}))
    named = (
        ("reading.bib_unknown_command", tuple(dict.fromkeys(unknown))),
        ("reading.bib_unknown_macro", made.macros),
        ("reading.bib_no_parent", made.missing),
        ("reading.bib_circular_parent", made.circular),
    )
    return faults + [Fault(at, ", ".join(names), why, {"names": ", ".join(names)}) for why, names in named if names]


def _remark(block: Block, fault: Fault) -> Problem:
    line = block.line + block.raw.count("\n", 0, max(0, fault.at - block.start))
    return Problem(line, fault.raw, fault.why, fault.facts)
