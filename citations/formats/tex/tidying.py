"""An item with every text on one line, before any of its fields is made. Most are so already; that is told at once."""

from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from citations.formats.item import ExportItem
from citations.formats.tex.escaping import clean
from citations.records import Organisation, Reference

_TEXTS = tuple(field.name for field in fields(Reference) if field.type is str)
_texts = attrgetter(*_TEXTS)


def tidied(item: ExportItem) -> ExportItem:
    """Return the item with all its texts as ``clean`` leaves them and without nameless people; itself if they are so.

    The citation key stays: ``words.entry_key`` makes one of any text.
    """
    reference = item.reference
    said = [item.key, item.consensus_as_of, *_texts(reference), *reference.authors]
    for body in reference.organisations:
        said += (body.name, *body.bracket)
    whole = f"|{'|'.join(said)}|"
    if whole.isprintable() and "  " not in whole and " |" not in whole and "| " not in whole:
        return item if "" not in reference.authors else _without_nameless(item)
    made: dict[str, Any] = {name: clean(text) for name, text in zip(_TEXTS, _texts(reference), strict=True)}
    people, bodies = tuple(map(clean, reference.authors)), tuple(map(_body, reference.organisations))
    tidy = replace(reference, **made, authors=people, organisations=bodies)
    return _without_nameless(
        replace(item, reference=tidy, key=clean(item.key), consensus_as_of=clean(item.consensus_as_of))
    )


def _without_nameless(item: ExportItem) -> ExportItem:
    return replace(item, reference=replace(item.reference, authors=tuple(filter(None, item.reference.authors))))


def _body(body: Organisation) -> Organisation:
    return Organisation(clean(body.name), tuple(map(clean, body.bracket)), body.members)
