"""Reads a BibTeX file back with bibtexparser, as strangers do, and insists that nothing failed."""

from collections.abc import Iterable

import bibtexparser


def read_back(pieces: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the entries by key, each with its fields and its type under ``ENTRYTYPE``; fails where a block failed."""
    library = bibtexparser.parse_string("".join(pieces))  # type: ignore[attr-defined]
    assert library.failed_blocks == []
    found = {}
    for entry in library.entries:
        fields = {field.key: str(field.value) for field in entry.fields}
        found[entry.key] = fields | {"ENTRYTYPE": entry.entry_type}
    assert len(found) == len(library.entries)
    return found
