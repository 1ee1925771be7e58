"""Records of the guideline register: their fields in our words, their files, and what the names of the files say.

The register writes days as DD.MM.YYYY, versions in two fields that are not always clean, and puts a guideline and the
registration of its update under one number (registries, 1).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from citations.dates import BadDateError, PartialDate
from citations.records import Organisation, Reference
from citations.references.numbers import read_register_number
from citations.sightings import Document
from jobs.watchers.answers import text

SITE = "https://register.awmf.org"
_ROLES = {
    "longVersion": "long_version",
    "shortVersion": "short_version",
    "guidelineReport": "guideline_report",
    "patientGuideline": "patient_version",
    "evidenceReport": "evidence_report",
    "practiceGuidance": "practice_guidance",
}
_DAY = re.compile(r"(?:(?:(?P<day>\d{1,2})\.)?(?P<month>\d{1,2})\.)?(?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:T.*)?")
_NUMBER = re.compile(r"\d{1,3}")
_STATE = re.compile(r"[-_](?P<state>abgelaufen|verlaengert|verlängert)(?=[-_.]|$)", re.IGNORECASE)
_FILE_MONTH = re.compile(r"(?<!\d)(?P<month>\d{4}-(?:0[1-9]|1[0-2]))(?!\d)")
_BRACKET = re.compile(r"(?P<name>.+?) \((?P<short>[^()]{2,30})\)")


@dataclass(frozen=True, slots=True)
class Link:
    """A file or page that a record names: type and title in the register's words, the file's name, its address."""

    type: str
    title: str
    file_name: str
    url: str
    released_on: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A record as the register has it; days are partial ISO dates. ``version`` is what stands in its two fields."""

    number: str
    label: str
    title: str
    guideline_class: str
    version: str
    clean: bool
    stand: str
    valid_until: str
    released_on: str
    started_on: str
    planned_for: str
    release_type: str
    houses: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def is_registration(self) -> bool:
        """Say whether it announces a guideline or an update, and is none yet."""
        return self.label == "Registration"

    @property
    def dated(self) -> str:
        """Return the Stand, else the day on which it was put into the register."""
        return self.stand or self.released_on


class BadRecordError(ValueError):
    """A record has a date that nobody can read; the message is the words of the register."""


@lru_cache(maxsize=1)
def indexed(body: bytes) -> Mapping[str, tuple[Mapping[str, object], ...]]:
    """Return the records of an answer by number, in their order; ValueError or RecursionError for what is no JSON.

    However they are grouped: the list call groups them by society. The list serves every source of a run, so the last
    one is kept.
    """
    found: dict[str, list[Mapping[str, object]]] = {}
    for record in records_in(json.loads(body)):
        found.setdefault(text(record, "AWMFGuidelineID"), []).append(record)
    return {number: tuple(records) for number, records in found.items()}


def records_in(value: object) -> Iterator[Mapping[str, object]]:
    """Yield the records of an answer, in their order."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict) and text(one, "AWMFGuidelineID"):
            yield one
        elif isinstance(one, dict):
            waiting.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            waiting.extend(reversed(one))


def read_record(raw: Mapping[str, object]) -> Record:
    """Return a record in our words; BadRecordError where a date is in no form that is known."""
    parts = text(raw, "versionMajor"), text(raw, "versionMinor")
    return Record(
        number=text(raw, "AWMFGuidelineID"),
        label=text(raw, "versionLabel") or "Guideline",
        title=" ".join(text(raw, "name").split()),
        guideline_class=text(raw, "AWMFGuidelineClass"),
        version=".".join(part for part in parts if part),
        clean=all(_NUMBER.fullmatch(part) for part in parts) or not any(parts),
        stand=day(text(raw, "lastEdit")),
        valid_until=day(text(raw, "validUntilDate")),
        released_on=day(text(raw, "releaseDate")),
        started_on=day(text(raw, "startDate")),
        planned_for=day(text(raw, "plannedCompletionDate")),
        release_type=text(raw, "AWMFReleaseType"),
        houses=_houses(raw.get("institutions")),
        links=tuple(_links(raw.get("links"))),
    )


def day(words: str) -> str:
    """Return a day of the register as partial ISO date, "" for none; BadRecordError for what is no date."""
    if not words:
        return ""
    found = _DAY.fullmatch(words) or _ISO.fullmatch(words)
    if found is None:
        raise BadRecordError(words)
    year, month, of_month = (int(found[name]) if found[name] else None for name in ("year", "month", "day"))
    try:
        return str(PartialDate(year or 0, month, of_month))
    except BadDateError as error:
        raise BadRecordError(words) from error


def state_of(file_name: str) -> str:
    """Return the mark in a file's name: "abgelaufen", "verlaengert", or "" (domain 1.1, file names)."""
    found = _STATE.search(file_name)
    return found["state"].lower().replace("ä", "ae") if found else ""


def without_state(file_name: str) -> str:
    """Return a file's name without its mark: the file is the same, only its state was written into the name."""
    return _STATE.sub("", file_name)


def month_of(file_name: str) -> str:
    """Return the last month that a file's name tells ("2022-06"), "" for none."""
    months = [found["month"] for found in _FILE_MONTH.finditer(file_name)]
    return months[-1] if months else ""


def documents(record: Record) -> tuple[Document, ...]:
    """Return the files and pages of a guideline; other guidelines it is linked to are not among them."""
    kept = [link for link in record.links if link.type in _ROLES]
    return tuple(Document(_ROLES[link.type], link.url, link.file_name) for link in kept)


def reference_of(record: Record) -> Reference:
    """Return the bibliographic fields of a guideline."""
    number = read_register_number(record.number)
    return Reference(
        "guideline",
        guideline_class=record.guideline_class,
        organisations=tuple(_organisation(name) for name in record.houses),
        title=record.title,
        version=record.version if record.clean else "",
        year=int(record.stand[:4]) if record.stand else None,
        stand=record.stand,
        valid_until=record.valid_until,
        awmf_number=number.printed if number else record.number,
    )


def _organisation(name: str) -> Organisation:
    found = _BRACKET.fullmatch(name)
    return Organisation(found["name"], (found["short"],)) if found else Organisation(name)


def _houses(value: object) -> tuple[str, ...]:
    """Return the names of the leading societies."""
    leading = value.get("leading") if isinstance(value, dict) else None
    rows = [row for row in leading if isinstance(row, dict)] if isinstance(leading, list) else []
    return tuple(name for name in (text(row, "name") for row in rows) if name)


def _links(value: object) -> Iterator[Link]:
    """Yield what a record links to; titles and addresses may be null (registries, 1)."""
    for row in value if isinstance(value, list) else []:
        if not isinstance(row, dict):
            continue
        media, href = text(row, "media"), text(row, "href")
        if href.lower().startswith(("http://", "https://")):
            name, url = media, href
        elif media or href:
            path = media if not href else href if not media else f"{href.rstrip('/')}/{media}"
            name, url = path.rpartition("/")[2], f"{SITE}/assets/guidelines/{quote(path)}"
        else:
            continue
        yield Link(text(row, "type"), text(row, "title"), name, url, text(row, "releaseDate")[:10])
