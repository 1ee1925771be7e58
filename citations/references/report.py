"""Reports of institutes and registries: cancer statistics, IQWiG reports, bulletins, health technology assessments."""

import re

from citations.records import Organisation, Reference
from citations.references.bodies import is_named_body, split_bodies
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.lines import line_of
from citations.references.publishers import PUBLISHER
from citations.references.segments import segments, trim, unquoted

_WORDS = (
    "bericht", "report", "statistic", "statistik", "statistis", "bulletin", "krebs in deutschland", "nutzenbewertung",
    "dossierbewertung", "beschluss", "gutachten", "health technology assessment", "factsheet", "fact sheet", "survey",
    "weißbuch", "jahrbuch", "monitor", "erhebung", "cancer facts", "positionspapier", "stellungnahme", "white paper",
    "technical", "survival", "schätzung", "global aids update", "datenreport", "hta-",
)  # fmt: skip
_SERIAL = re.compile(r"\((?P<name>[A-ZÄÖÜ][^()]{3,60}?) (?P<issue>\d{1,3})/(?P<year>(?:19|20)\d\d)\)")
_BULLETIN = re.compile(
    r"(?<=[.,:] )(?P<name>[A-ZÄÖÜ][^().,;:]{0,40}?(?:[Bb]ulletin|Bull|Report|Berichte?|Heft|Magazin)\.?)"
    r" (?:Nr\. ?)?(?P<issue>\d{1,3})/(?P<year>(?:19|20)\d\d)(?!\d)"
)
_PLACE = re.compile(r"^[A-ZÄÖÜ][\w .,-]{1,30}(?: \([^()]+\))?: [^.;:]{2,80}$")


def _bodies_behind(parts: list[str]) -> tuple[Organisation, ...]:
    """Return the organisations that stand behind a report's title, () where the title speaks of no report."""
    if not parts or not _speaks(parts[0]):
        return ()
    named = next((part for part in parts[1:] if "Hrsg" in part or is_named_body(part)), "")
    return split_bodies(re.sub(r" ?\(Hrsg\.?\)", "", named).replace(" und die ", ", ")) if named else ()


def _speaks(text: str) -> bool:
    """Say whether one of the words of reports stands in a text."""
    low = text.lower()
    return any(word in low for word in _WORDS)


def read(line: str) -> Reference | None:
    """Return the report of an organisation, None where no organisation leads or nothing speaks of a report."""
    peeled = line_of(line)
    serial = _SERIAL.search(peeled.text) or _BULLETIN.search(peeled.text)
    text = peeled.text[: serial.start()] + peeled.text[serial.end() :] if serial else peeled.text
    lead, rest = head(text)
    edition = read_edition(rest, months=not peeled.stand)
    parts = segments(edition.text)
    bodies = lead.organisations or _bodies_behind(parts)
    imprint = next((part for part in parts[1:] if _PLACE.match(part)), "")
    spoken = _speaks(rest) or serial or imprint
    if (
        "who classification" in rest.lower()
        or lead.authors
        or not (bodies and parts)
        or not spoken
        or peeled.isbn
        or (edition.version and PUBLISHER.search(imprint))
        or (peeled.accessed and not serial and not _speaks(parts[0]))
    ):
        return None
    return Reference(
        "report",
        organisations=bodies,
        title=unquoted(trim(parts[0])),
        container=serial["name"] if serial else "",
        issue=serial["issue"] if serial else "",
        version=edition.version,
        year=lead.year or edition.year or (int(serial["year"]) if serial else None),
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        doi=peeled.doi,
        isbn=peeled.isbn,
        url=peeled.url,
    )
