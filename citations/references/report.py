"""Reports of institutes and registries: cancer statistics, IQWiG reports, bulletins, health technology assessments."""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.bodies import is_known_body, is_named_body, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.collected import cut_bulletin
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.journals import is_journal
from citations.references.lines import line_of
from citations.references.printed_dates import date_at
from citations.references.publishers import PUBLISHER, is_place, is_publisher
from citations.references.segments import quoted_title, segments, trim, unquoted

_WORDS = (
    "bericht", "report", "bulletin", "krebs in deutschland", "nutzenbewertung", "dossierbewertung", "beschluss",
    "gutachten", "health technology assessment", "weißbuch", "jahrbuch", "cancer facts",
    "positionspapier", "stellungnahme", "white paper", "technical", "global aids update", "datenreport", "hta-",
    "befragung", "basisstatistik", "sterbetafel", "health at a glance", "fachserie", "pflegestatistik",
    "todesursachenstatistik", "rapid review", "surveillance", "studie 20",
)  # fmt: skip
_WEAK_WORDS = (
    "factsheet", "fact sheet", "statistic", "statistik", "statistis", "survey", "monitor", "erhebung", "survival",
    "schätzung",
)  # fmt: skip
"""Words of pages on figures as well: they speak of a report only where no address and no day of access do."""
_SPOKEN, _SPOKEN_WEAKLY = re.compile("|".join(_WORDS)), re.compile("|".join(_WEAK_WORDS))
_OWN_SERIES = re.compile(r"^(?P<who>IQWiG)-Berichte?(?: [–-])?,? Nr\. ?\d{1,4}[:.] ")
_DECISION = re.compile(r"Beschluss de[sr] (?P<who>Gemeinsamen Bundesausschuss(?:es)?|G-BA)\b")
_OWN_NAME = re.compile(
    r"^(?P<who>[A-ZÄÖÜ]{2,8}|Barmer|IQWiG|G-BA)[- ](?=\w*(?:[Rr]eport|[Bb]ericht|monitor|studie|[Bb]eschluss)\b)"
)
_VERSIONED = re.compile(r"\b[Vv]ersion \d")
"""What an institute counts its papers by, as a book has editions."""
_NOTICE = re.compile(
    r"(?:^|(?<=[.,;:\x1e] ))(?:Mitteilung|Stellungnahme|Information) (?:Nr\. ?)?(?P<no>\d{1,3}/(?:19|20)\d\d)"
    r"(?: de[sr] [A-Z]\w{1,20})?(?P<day>,? (?:vom )?(?=\d))?"
)
"""A numbered notice of an institute; the day behind the number is the one of its publication."""
_IMPRINT = re.compile(r"(?<=[.,!?] )(?P<place>[A-ZÄÖÜ][^\W\d_]{2,20})(?:,? (?P<year>(?:19|20)\d\d))?[\s.,;]*$")
_BODY_BEHIND = re.compile(r", (?P<who>[A-ZÄÖÜ][^,;:()]{4,120}(?: \([^()]{2,20}\))?)$")
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
    r"|IQWiG-|Status \d|Datenjahr\b|Kap(?:itel|\.)|Abschnitt\b|EMA/|Licen|Series\b|\d)"
    r"|\b(?:bulletin|Verlag|Portal|Internetportal|online|Website)\b",
    re.IGNORECASE,
)
_SHORT_NAMES = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜa-z-]{1,11}(?:(?:, | \+ | & |/| und )[A-ZÄÖÜ][A-ZÄÖÜa-z-]{1,11}){0,5}")
_SHORT, _TWO = 30, 2
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


def _notice(text: str) -> tuple[str, int | None, str]:
    """Return number and year of a numbered notice ("Mitteilung Nr. 008/2025, 06.03.2025") and the text without it."""
    hit = _NOTICE.search(text) if "/" in text else None
    if hit is None:
        return "", None, text
    date = date_at(text, hit.end()) if hit["day"] is not None else None
    year = int(date.iso[:4]) if date else int(hit["no"][-4:])
    return hit["no"], year, f"{text[: hit.start()]}{BREAK}{text[date.end if date else hit.end() :]}"


def _in_print(text: str) -> bool:
    """Say whether a line ends with the place where it was printed ("Titel. Bonn, 2024", "Titel. BfArM, Bonn")."""
    imprint = _IMPRINT.search(text, max(0, len(text) - _SHORT * 2))
    if imprint is None or not is_place(imprint["place"]):
        return False
    before = text[: imprint.start()].rstrip(" ,")
    return imprint["year"] is not None or looks_like_body(re.split(r"[.?!] ", before)[-1])


def _named_behind(title: str, bodies: tuple[Organisation, ...]) -> tuple[str, tuple[Organisation, ...]]:
    """Return title and organisations where the title ends with its publisher ("Jahresbericht 2023, X-Register gGmbH").

    A short name before the title gives way to the whole name that begins with it.
    """
    behind = _BODY_BEHIND.search(title) if ", " in title else None
    if behind is None or not is_known_body(behind["who"]) or not speaks_of_report(title[: behind.start()]):
        return title, bodies
    named = split_bodies(behind["who"])
    short = all(f" {body.name} " in f" {behind['who']} " for body in bodies)
    return title[: behind.start()], named if short else bodies


def speaks_of_report(text: str) -> bool:
    """Say whether one of the words of reports stands in a text."""
    return _SPOKEN.search(text.lower()) is not None


def _may_speak(text: str) -> bool:
    """Say whether anything in a line may turn out to speak of a report."""
    said = ": " in text or speaks_of_report(text) or _speaks_weakly(text)
    return said or bool(_VERSIONED.search(text)) or _in_print(text)


def _speaks_weakly(text: str) -> bool:
    return _SPOKEN_WEAKLY.search(text.lower()) is not None


def _body_in_place(part: str) -> bool:
    """Say whether a part is an organisation and its place only ("BfArM, Bonn")."""
    name, comma, place = part.partition(", ")
    return bool(comma) and is_place(place.rstrip(" 0123456789")) and looks_like_body(name)


def with_subtitle(parts: list[str]) -> str:
    """Return the title of the first part and of a second one that can only be its subtitle."""
    if len(parts) < _TWO or " " not in parts[1] or not parts[1][0].isupper():
        return parts[0]
    if _NO_SUBTITLE.search(parts[1]) or _PLACE.match(parts[1]) or is_place(parts[1].rstrip(" 0123456789")):
        return parts[0]
    if (
        looks_like_body(parts[1])
        or is_publisher(parts[1].partition(",")[0])
        or _body_in_place(parts[1])
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
    number, noticed, rest = _notice(rest)
    speaks = not lead.authors and speaks_of_report(rest)
    if lead.authors or (peeled.isbn and not speaks) or not (speaks or serial.name or own or number or _may_speak(rest)):
        return None
    edition = read_edition(rest, months=not peeled.stand)
    quoted = quoted_title(edition.text)
    parts = [quoted[0], *segments(quoted[1])] if quoted else segments(edition.text)
    if serial.name and len(parts) < _TWO and not lead.organisations and all(map(looks_like_body, parts)):
        lead, parts = replace(lead, organisations=split_bodies(parts[0]) if parts else ()), []
    parts = parts or ([serial.name] if serial.name else [])
    bodies = lead.organisations or _bodies_behind(parts)
    title, bodies = _named_behind(parts[0] if quoted else trim(with_subtitle(parts)), bodies) if parts else ("", ())
    imprint = next((part for part in parts[1:] if _PLACE.match(part)), "")
    page = bool(peeled.accessed or (peeled.url and not (edition.year or lead.year)))
    printed = not (page or peeled.url or edition.version) and _in_print(rest)
    spoken = speaks or own or serial.name or number or imprint or printed
    weakly = not page and (_speaks_weakly(rest) or (edition.version and _VERSIONED.search(rest)))
    house = PUBLISHER.search(edition.text) if peeled.isbn else None
    if (
        house
        or (" In: " in rest and not speaks)
        or "who classification" in rest.lower()
        or not (bodies and parts)
        or not (spoken or weakly)
        or (PUBLISHER.search(imprint) and (edition.version or not speaks))
        or (peeled.accessed and not serial.name and not speaks_of_report(parts[0]))
    ):
        return None
    return Reference(
        "report",
        organisations=bodies,
        title=unquoted(_SORT_BEFORE.sub("", _SORT.sub("", title))),
        container=serial.name or next((part for part in parts[1:] if _BOOKLETS.match(part)), ""),
        issue=serial.issue or number,
        version=edition.version,
        year=lead.year or edition.year or serial.year or noticed,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        doi=peeled.doi,
        isbn=peeled.isbn,
        url=peeled.url,
    )
