"""Between a printed reference and a stored version: the same fields, two shapes. No rules beyond naming."""

from datetime import date
from typing import Any

from citations.dates import BadDateError, read_iso
from citations.kinds import Origin
from citations.models import SourceVersion
from citations.records import Organisation, Reference
from citations.versions import Mark

LONGEST_NAME = 60
"""Characters of a name in a line of the queue."""

_SHARED = (
    "guideline_class",
    "et_al",
    "group_author",
    "title",
    "container",
    "year",
    "month",
    "volume",
    "issue",
    "pages",
    "awmf_number",
    "doi",
    "pmid",
    "isbn",
    "url",
    "publisher",
    "place",
    "country",
    "series",
    "edition",
    "medium",
    "style",
)


def mark_of(version: SourceVersion) -> Mark:
    """Return what places a stored version among its siblings."""
    return Mark(version.label, version.as_of or (str(version.year) if version.year else ""))


def version_fields(reference: Reference) -> dict[str, Any]:
    """Return the columns of a version that a reference fills. Access dates belong to pages, not to versions."""
    fields: dict[str, Any] = {name: getattr(reference, name) for name in _SHARED}
    return fields | {
        "label": reference.version,
        "form": reference.edition_form,
        "as_of": reference.stand,
        "printed_kind": reference.kind,
        "authors": list(reference.authors),
        "valid_until": _printed_end(reference),
        "valid_until_origin": Origin.PRINTED if _printed_end(reference) else None,
        "organisations": [[o.name, list(o.bracket), o.members] for o in reference.organisations],
    }


def _printed_end(reference: Reference) -> date | None:
    """Return the last valid day that is printed, None where none is or where it ends before the Stand (invariant 3)."""
    try:
        end = read_iso(reference.valid_until).latest() if reference.valid_until else None
        start = read_iso(reference.stand).earliest() if reference.stand else None
    except BadDateError:
        return None
    return None if end and start and end < start else end


def reference_of(version: SourceVersion, *, accessed: str = "") -> Reference:
    """Return the reference that a version stands for, with the access date of one page."""
    shared: dict[str, Any] = {name: getattr(version, name) for name in _SHARED}
    return Reference(
        kind=version.printed_kind,
        version=version.label,
        edition_form=version.form,
        stand=version.as_of,
        accessed=accessed,
        valid_until=_printed(version),
        authors=tuple(version.authors),
        organisations=tuple(_organisation(item) for item in version.organisations),
        **shared,
    )


def _printed(version: SourceVersion) -> str:
    """Return the last valid day of a version if pages print it."""
    printed = version.valid_until is not None and version.valid_until_origin is Origin.PRINTED
    return version.valid_until.isoformat() if printed and version.valid_until else ""


def _organisation(item: Any) -> Organisation:  # noqa: ANN401 - a JSON value
    """Return the organisation of a stored triple."""
    name, bracket, members = item
    return Organisation(name, tuple(bracket), bool(members))


def short_name(version: SourceVersion, key: str, title: str) -> str:
    """Return the few words that name a version in a line of the queue: "S3 032/044OL", "Gronchi 2021", "BfArM"."""
    if version.awmf_number:
        return f"{version.guideline_class} {version.awmf_number}".strip()
    if version.authors:
        first = version.authors[0]
        family = first.partition(",")[0] if "," in first else first.rsplit(" ", 1)[0]
        return f"{family} {version.year or ''}".strip()
    scheme = key.partition(":")[0]
    name = version.title or title
    if scheme == "onkopedia":
        name = f"Onkopedia {name}"
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 2].rstrip() + " …"
