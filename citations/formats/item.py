"""What a format is given: one version of a source with its access, or one line of a printed list. Frozen, no database.

The facts of the house that every format must carry (domain 5: Stand, validity, access, register number) are worded
here once, as the note.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from citations.dates import BadDateError, PartialDate, read_iso
from citations.kinds import Origin, SourceKind, Status
from citations.records import Reference
from citations.references.house_style import german_day


class Of(StrEnum):
    """What a format is given: ExportItem, StatementOut, PageOut, or one FeedOut of ChangeOut."""

    SOURCES = "sources"
    STATEMENTS = "statements"
    PAGES = "pages"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name in addresses and commands, what a browser is told it is, and the catalogue key of its name."""

    slug: str
    content_type: str
    extension: str
    label: str
    of: Of = Of.SOURCES


@dataclass(frozen=True, slots=True)
class ExportItem:
    """One version of a source and its last human access (domain 5: one export per version and access).

    ``cite_key`` belongs to the version and is never used again; ``key`` names the source. ``reference.accessed`` is the
    last access by a person, for one page or overall. ``consensus_as_of`` is the date of the last full consensus.
    """

    cite_key: str
    kind: SourceKind
    reference: Reference
    key: str = ""
    valid_until: date | None = None
    valid_until_origin: Origin | None = None
    consensus_as_of: str = ""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class ListedOut:
    """One line of a printed list: the heading of its group, its bullet, its text; as HTML where a style marks it up."""

    group: str
    bullet: str
    text: str
    html: str = ""


@lru_cache(maxsize=4096)
def partial(text: str) -> PartialDate | None:
    """Return the date of a stored partial ISO date, None where there is none or it is no date."""
    try:
        return read_iso(text) if text.strip() else None
    except BadDateError:
        return None


def issued(item: ExportItem) -> PartialDate | None:
    """Return the as-of date: the Stand, else the printed year (and month) of publication."""
    stand = partial(item.reference.stand)
    if stand is not None:
        return stand
    return of_year(item.reference.year, item.reference.month)


def of_year(year: int | None, month: int | None) -> PartialDate | None:
    """Return the date of a printed year (and month); None for none and for years that no calendar has."""
    if year is None or not date.min.year <= year <= date.max.year:
        return None
    return PartialDate(year, month if month in range(1, 13) else None)


def house_note(item: ExportItem, *, full: bool = False) -> str:
    """Return the facts of the house as one line (domain 5).

    ``Stand MM/YYYY; gültig bis TT.MM.JJJJ; aufgerufen am TT.MM.JJJJ; AWMF-Registernummer: NNN/NNNXX``. Only
    what is known; a computed end of validity says so, a date that is none stays as it was written. ``full`` adds the
    version, for formats that have no field for it.
    """
    facts = house_facts(item)
    if not full:
        facts.pop("version", None)
    return "; ".join(facts.values())


def house_facts(item: ExportItem) -> dict[str, str]:
    """Return what is known of stand, valid_until, accessed, number and version, each in the words of the note."""
    reference = item.reference
    facts = {"stand": f"Stand {_month(reference.stand)}"} if reference.stand.strip() else {}
    if item.valid_until is not None:
        computed = " (errechnet)" if item.valid_until_origin is Origin.DERIVED else ""
        facts["valid_until"] = f"gültig bis {german_day(item.valid_until.isoformat())}{computed}"
    if reference.accessed.strip():
        facts["accessed"] = f"aufgerufen am {_day(reference.accessed)}"
    if reference.awmf_number.strip():
        facts["number"] = f"AWMF-Registernummer: {reference.awmf_number.strip()}"
    if reference.version.strip():
        form = reference.edition_form.strip()
        facts["version"] = f"Version {reference.version.strip()}" + (f" ({form})" if form else "")
    return facts


@lru_cache(maxsize=4096)
def _month(text: str) -> str:
    """Return a Stand as the house prints it: month and year, never the day."""
    known = partial(text)
    if known is None:
        return text.strip()
    return german_day(str(PartialDate(known.year, known.month)))


@lru_cache(maxsize=4096)
def _day(text: str) -> str:
    """Return an access date in German order."""
    known = partial(text)
    return german_day(str(known)) if known else text.strip()
