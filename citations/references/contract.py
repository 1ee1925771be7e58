"""The nineteen fields of a reading as the command line and the gold files name them (issue contract)."""

from citations.records import Prose, Reading, Reference

_LISTS = ("organisations", "authors")
_TEXTS = (
    "guideline_class", "title", "container", "version", "edition_form", "volume", "issue", "pages", "stand",
    "accessed", "awmf_number", "doi", "pmid", "isbn", "url",
)  # fmt: skip
NAMES = (
    "kind", "guideline_class", "organisations", "authors", "title", "container", "version", "edition_form", "year",
    "volume", "issue", "pages", "stand", "accessed", "awmf_number", "doi", "pmid", "isbn", "url",
)  # fmt: skip


def fields(reading: Reading) -> dict[str, object]:
    """Return the nineteen fields; None or an empty list where the line does not say it.

    Members of a house ("Leitlinienprogramm Onkologie (Deutsche Krebsgesellschaft, ...)") count as organisations, an
    abbreviation in brackets does not; a publisher counts as an organisation of a book. The mentions of a prose line
    are joined: titles with " | ", organisations in order, of everything else the first.
    """
    if isinstance(reading, Reference):
        return _of(reading)
    if not isinstance(reading, Prose):
        return {name: [] if name in _LISTS else None for name in NAMES}
    rows = [_of(mention.reference) for mention in reading.mentions]
    joined = {name: next((row[name] for row in rows if row[name]), None) for name in NAMES}
    joined["title"] = " | ".join(str(row["title"]) for row in rows if row["title"]) or None
    for name in _LISTS:
        joined[name] = [value for row in rows for value in _strings(row[name])]
    return joined


def _strings(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _organisations(reference: Reference) -> list[str]:
    names = []
    for organisation in reference.organisations:
        names.append(organisation.name)
        names += organisation.bracket if organisation.members else ()
    names += [reference.group_author, reference.publisher]
    return list(dict.fromkeys(name for name in names if name))


def _of(reference: Reference) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(reference, name) or None for name in _TEXTS}
    row["container"] = reference.container or reference.series or None
    row["version"] = reference.version or reference.edition or None
    row["kind"] = reference.kind or None
    row["year"] = reference.year
    row["organisations"] = _organisations(reference)
    row["authors"] = list(reference.authors)
    return {name: row[name] for name in NAMES}
