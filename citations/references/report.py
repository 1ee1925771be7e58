"""Reports of institutes and registries: cancer statistics, IQWiG reports, bulletins, health technology assessments."""

import re

from citations.records import Reference
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.lines import line_of
from citations.references.segments import segments, trim, unquoted

_WORDS = re.compile(
    r"bericht|report\b|statisti[ckst]|bulletin|krebs in deutschland|nutzenbewertung"
    r"|dossierbewertung|beschluss|gutachten"
    r"|health technology assessment|\bHTA\b|factsheet|fact sheet|survey|weißbuch|jahrbuch|monitor"
    r"|erhebung|\bcancer facts\b"
    r"|positionspapier|stellungnahme|white paper|technical|survival|schätzung",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\((?P<name>[A-ZÄÖÜ][^()]{3,60}?) (?P<issue>\d{1,3})/(?P<year>(?:19|20)\d\d)\)")
_BULLETIN = re.compile(
    r"(?<=[.,:] )(?P<name>[A-ZÄÖÜ][^().,;:]{0,40}?(?:[Bb]ulletin|Bull|Report|Berichte?|Heft|Magazin)\.?)"
    r" (?:Nr\. ?)?(?P<issue>\d{1,3})/(?P<year>(?:19|20)\d\d)(?!\d)"
)
_PLACE = re.compile(r"^[A-ZÄÖÜ][\w .-]{1,30}(?: \([^()]+\))?: [^.;:]{2,80}$")


def read(line: str) -> Reference | None:
    """Return the report of an organisation, None where no organisation leads or nothing speaks of a report."""
    peeled = line_of(line)
    serial = _SERIAL.search(peeled.text) or _BULLETIN.search(peeled.text)
    text = peeled.text[: serial.start()] + peeled.text[serial.end() :] if serial else peeled.text
    lead, rest = head(text)
    edition = read_edition(rest, months=not peeled.stand)
    parts = segments(edition.text)
    imprint = next((part for part in parts[1:] if _PLACE.match(part)), "")
    spoken = _WORDS.search(rest) or serial or imprint
    if (
        "who classification" in rest.lower()
        or not lead.organisations
        or lead.authors
        or not parts
        or not spoken
        or peeled.isbn
        or (peeled.accessed and not serial and not _WORDS.search(parts[0]))
    ):
        return None
    return Reference(
        "report",
        organisations=lead.organisations,
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
