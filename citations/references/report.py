"""Reports of institutes and registries: cancer statistics, IQWiG reports, bulletins, health technology assessments."""

import re

from citations.records import Organisation, Reference
from citations.references.bodies import is_known_body, is_named_body, looks_like_body, split_bodies
from citations.references.collected import cut_bulletin
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.journals import is_journal
from citations.references.lines import line_of
from citations.references.publishers import PUBLISHER, is_place, is_publisher
from citations.references.segments import segments, trim, unquoted

_WORDS = (
    "bericht", "report", "bulletin", "krebs in deutschland", "nutzenbewertung", "dossierbewertung", "beschluss",
    "gutachten", "health technology assessment", "weißbuch", "jahrbuch", "cancer facts",
    "positionspapier", "stellungnahme", "white paper", "technical", "global aids update", "datenreport", "hta-",
    "fachserie", "pflegestatistik", "todesursachenstatistik", "rapid review", "surveillance", "studie 20",
)  # fmt: skip
_WEAK_WORDS = (
    "factsheet", "fact sheet", "statistic", "statistik", "statistis", "survey", "monitor", "erhebung", "survival",
    "schätzung",
)  # fmt: skip
"""Words of pages on figures as well: they speak of a report only where no address and no day of access do."""
_SPOKEN, _SPOKEN_WEAKLY = re.compile("|".join(_WORDS)), re.compile("|".join(_WEAK_WORDS))
_OWN_SERIES = re.compile(r"^(?P<who>IQWiG)-Berichte?(?: [–-])?,? Nr\. ?\d{1,4}[:.] ")
_DECISION = re.compile(r"Beschluss de[sr] (?P<who>Gemeinsamen Bundesausschuss(?:es)?|G-BA)\b")
_OWN_NAME = re.compile(r"^(?P<who>[A-ZÄÖÜ]{2,8}|Barmer|IQWiG)[- ](?=\w*(?:[Rr]eport|[Bb]ericht|monitor|studie)\b)")
_SORT = re.compile(
    r"[,;.:]? (?:Abschlussbericht|Vorbericht|Rapid Report|Dossierbewertung(?= [A-Z]?\d)|Auftrag [A-Z]\d\d"
    r"|HTA-Bericht(?= \w*\d)|IQWiG-Berichte)\b.*$"
)
_SORT_BEFORE = re.compile(
    r"^(?:Abschlussbericht|Vorbericht|Rapid Report|Dossierbewertung|Addendum|HTA-Bericht) "
    r"(?:(?:Nr\. )?[A-Z]{0,2}\d[\w.-]*)?[:,]? ?(?=[„“\"»])"
)
_NO_SUBTITLE = re.compile(
    r"^(?:In: |Stand\b|Version\b|Nr\b|Bd\b|Band\b|Heft\b|Auftrag\b|Abschluss|Rapid|Fachserie|Berichtsjahr|Technical"
    r"|IQWiG-|EMA/|Licen|Series\b|\d)|\b(?:bulletin|Verlag|Portal|Internetportal|online|Website)\b",
    re.IGNORECASE,
)
_SHORT_NAMES = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜa-z-]{1,11}(?:(?:, | \+ | & |/| und )[A-ZÄÖÜ][A-ZÄÖÜa-z-]{1,11}){0,5}")
_SHORT = 30
_BOOKLETS = re.compile(r"^Fachserie \d[^.]*$")
_PLACE = re.compile(r"^[A-ZÄÖÜ][\w .,-]{1,30}(?: \([^()]+\))?: [^.;:]{2,80}$")


def _bodies_behind(parts: list[str]) -> tuple[Organisation, ...]:
    """Return the organisations that stand behind a report's title, () where the title speaks of no report."""
    if not parts or not (speaks_of_report(parts[0]) or _speaks_weakly(parts[0])):
        return ()
    own = _OWN_NAME.match(parts[0])
    named = next((part for part in parts[1:] if "Hrsg" in part or is_named_body(part) or is_known_body(part)), "")
    named = named or next((part for part in parts[1:] if _SHORT_NAMES.fullmatch(part) and looks_like_body(part)), "")
    named = named or (own["who"] if own and looks_like_body(own["who"]) else "")
    return split_bodies(re.sub(r" ?\(Hrsg\.?\)", "", named).replace(" und die ", ", ")) if named else ()


def speaks_of_report(text: str) -> bool:
    """Say whether one of the words of reports stands in a text."""
    return _SPOKEN.search(text.lower()) is not None


def _speaks_weakly(text: str) -> bool:
    return _SPOKEN_WEAKLY.search(text.lower()) is not None


def with_subtitle(parts: list[str]) -> str:
    """Return the title of the first part and of a second one that can only be its subtitle."""
    if len(parts) < 2 or " " not in parts[1] or not parts[1][0].isupper():  # noqa: PLR2004 - two parts
        return parts[0]
    if _NO_SUBTITLE.search(parts[1]) or _PLACE.match(parts[1]) or is_place(parts[1].rstrip(" 0123456789")):
        return parts[0]
    if (
        looks_like_body(parts[1])
        or is_publisher(parts[1].partition(",")[0])
        or (is_journal(parts[1]) and len(parts[1]) < _SHORT)
    ):
        return parts[0]
    return f"{parts[0]} {parts[1]}" if parts[0].endswith(("?", "!")) else f"{parts[0]}. {parts[1]}"


def read(line: str) -> Reference | None:
    """Return the report of an organisation, None where no organisation leads or nothing speaks of a report."""
    peeled = line_of(line)
    serial, text = cut_bulletin(peeled.text)
    own = _OWN_SERIES.match(text)
    decision = _DECISION.match(text)
    lead, rest = (Reference("", organisations=split_bodies(own["who"])), text[own.end() :]) if own else head(text)
    if decision:
        lead, rest = Reference("", organisations=split_bodies(decision["who"])), text
    speaks = not lead.authors and speaks_of_report(rest)
    if (
        lead.authors
        or (peeled.isbn and not speaks)
        or not (speaks or serial.name or own or ": " in rest or _speaks_weakly(rest))
    ):
        return None
    edition = read_edition(rest, months=not peeled.stand)
    parts = segments(edition.text) or ([serial.name] if serial.name else [])
    bodies = lead.organisations or _bodies_behind(parts)
    imprint = next((part for part in parts[1:] if _PLACE.match(part)), "")
    page = bool(peeled.accessed or (peeled.url and not (edition.year or lead.year)))
    spoken = speaks or own or serial.name or imprint or (not page and _speaks_weakly(rest))
    house = PUBLISHER.search(edition.text) if peeled.isbn else None
    if (
        house
        or (" In: " in rest and not speaks)
        or "who classification" in rest.lower()
        or not (bodies and parts)
        or not spoken
        or (PUBLISHER.search(imprint) and (edition.version or not speaks))
        or (peeled.accessed and not serial.name and not speaks_of_report(parts[0]))
    ):
        return None
    return Reference(
        "report",
        organisations=bodies,
        title=unquoted(_SORT_BEFORE.sub("", _SORT.sub("", trim(with_subtitle(parts))))),
        container=serial.name or next((part for part in parts[1:] if _BOOKLETS.match(part)), ""),
        issue=serial.issue,
        version=edition.version,
        year=lead.year or edition.year or serial.year,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        doi=peeled.doi,
        isbn=peeled.isbn,
        url=peeled.url,
    )
