"""The nineteen fields of a reading as the command line and the gold files name them (issue contract)."""

from citations.records import Prose, Reading, Reference

_LISTS = ("organisations", "authors")
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
    return {
        "kind": reference.kind or None,
        "guideline_class": reference.guideline_class or None,
        "organisations": _organisations(reference),
        "authors": list(reference.authors),
        "title": reference.title or None,
        "container": reference.container or reference.series or None,
        "version": reference.version or reference.edition or None,
        "edition_form": reference.edition_form or None,
        "year": reference.year,
        "volume": reference.volume or None,
        "issue": reference.issue or None,
        "pages": reference.pages or None,
        "stand": reference.stand or None,
        "accessed": reference.accessed or None,
        "awmf_number": reference.awmf_number or None,
        "doi": reference.doi or None,
        "pmid": reference.pmid or None,
        "isbn": reference.isbn or None,
        "url": reference.url or None,
    }
