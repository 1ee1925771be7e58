"""Several records of one number folded into one sighting: the guideline, and the registration of its update.

Pure: no wire. A registration never fights the guideline it will renew; it makes it "under revision" and a notice
(registries, judged against the nine). The dates decide; what contradicts them is said, not believed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from citations.dates import read_iso
from citations.kinds import Certainty, Lifecycle, LookOutcome, NoticeKind, SourceKind
from citations.references.numbers import RegisterNumber
from citations.sightings import Edition, Notice, Pointer, Sighting
from jobs.watchers.awmf_records import SITE, Link, Record, documents, month_of, reference_of, state_of, without_state
from jobs.watchers.contract import Watched, WatchError

_HOSTS = ("awmf.org", "www.awmf.org", "register.awmf.org", "awmf.de", "www.awmf.de")
_IN_ADDRESS = re.compile(
    r"(?:^|/)(?P<society>\d{3}|nvl)-(?P<serial>\d{3})(?P<suffix>ol(?![a-z0-9])|[A-Z]{0,3})(?=$|[^A-Z0-9-])"
)
_CITED = frozenset({"long_version", "short_version"})
"""The forms that people cite; an exchanged report changes no sentence."""


def page(key: str) -> str:
    """Return the address at which people see a guideline in the register."""
    return f"{SITE}/de/leitlinien/detail/{key}"


def number_of_address(url: str) -> RegisterNumber | None:
    """Return the register number in an address of the register or of its former site, None for none."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = parts.hostname or ""
    except ValueError:
        return None
    found = _IN_ADDRESS.search(parts.path) if host in _HOSTS else None
    return RegisterNumber(found["society"], found["serial"], found["suffix"].upper()) if found else None


def has_ended(record: Record, today: date) -> bool:
    """Say whether the last valid day is past; a month counts to its end."""
    return bool(record.valid_until) and read_iso(record.valid_until).latest() < today


def folded(watched: Watched, records: Sequence[Record], today: date) -> Sighting:
    """Return what the records of one number say; WatchError PARSE_FAILED for kinds of record nobody knows."""
    guidelines = [one for one in records if one.label == "Guideline"]
    registrations = [one for one in records if one.is_registration]
    if not guidelines and not registrations:
        facts = {"number": watched.key, "words": records[0].label}
        raise WatchError(LookOutcome.PARSE_FAILED, "look.awmf_label", facts)
    if not guidelines:
        return _announced(watched, max(registrations, key=lambda one: one.dated))
    record = max(guidelines, key=lambda one: (one.dated, one.released_on))
    registration = _follow_up(record, registrations)
    update = _update(record, registration)
    ended = has_ended(record, today)
    seen = Sighting(
        "awmf",
        watched.key,
        title=record.title,
        version_label=record.version if record.clean else "",
        version_date=record.stand,
        released_on=record.released_on,
        valid_until=record.valid_until,
        lifecycle=_lifecycle(record, ended=ended, in_work=bool(update)),
        status_text=record.release_type,
        successors=tuple(_elsewhere(record)),
        notices=(*update, *_extensions(record)),
        documents=documents(record),
        editions=_earlier(record, guidelines),
        warnings=tuple(_warnings(record, ended=ended)),
        url=page(watched.key),
        reference=reference_of(record),
        facts=_facts(record, registration),
    )
    if watched.kind is SourceKind.AWMF_PATIENT_GUIDELINE:
        seen = _patient_version(seen, record)
    return replace(seen, notices=(*seen.notices, *_exchanged(watched, seen)))


def _earlier(record: Record, guidelines: Sequence[Record]) -> tuple[Edition, ...]:
    """Return the records of versions before this one, the newest first, each once; one without a number is nobody's."""
    older = [one for one in guidelines if one.clean and one.version and one.dated < record.dated]
    ordered = sorted(older, key=lambda one: one.dated, reverse=True)
    found = [Edition(one.version, one.stand, one.valid_until) for one in ordered if one.version != record.version]
    return tuple(dict.fromkeys(found))


def _announced(watched: Watched, record: Record) -> Sighting:
    """Return that a guideline is registered and not out yet."""
    return Sighting(
        "awmf", watched.key, title=record.title, lifecycle=Lifecycle.ANNOUNCED, status_text=record.release_type,
        notices=(_registration(record.number, "", record, record.release_type),), url=page(watched.key),
        facts=_facts(record, record),
    )  # fmt: skip


def _patient_version(seen: Sighting, record: Record) -> Sighting:
    """Return the patient version of a guideline: its own file and day, no validity of its own (invariant 7)."""
    own = next((link for link in record.links if link.type == "patientGuideline"), None)
    files = tuple(one for one in seen.documents if one.role == "patient_version")
    return replace(
        seen, version_label="", valid_until="", reference=None, warnings=(), released_on="", documents=files,
        editions=(), notices=tuple(one for one in seen.notices if one.kind is NoticeKind.REGISTRATION),
        version_date=(own.released_on or month_of(own.file_name)) if own else "",
        lifecycle=Lifecycle.UNKNOWN if own is None or seen.lifecycle is Lifecycle.EXPIRED else seen.lifecycle,
    )  # fmt: skip


def _lifecycle(record: Record, *, ended: bool, in_work: bool) -> Lifecycle:
    marked = any(state_of(link.file_name) == "abgelaufen" for link in record.links)
    if ended or (marked and not record.valid_until):
        return Lifecycle.EXPIRED
    return Lifecycle.UNDER_REVISION if in_work else Lifecycle.CURRENT


def _follow_up(record: Record, registrations: Sequence[Record]) -> Record | None:
    """Return the registration of an update; one that is older than the Stand was that of this very version."""
    later = [one for one in registrations if (one.started_on or one.released_on or "9999") > record.dated]
    return max(later, key=lambda one: one.started_on or one.released_on, default=None)


def _update(record: Record, registration: Record | None) -> tuple[Notice, ...]:
    """Return that an update is registered: by a registration, a release type, or a link to one (registries, 1)."""
    typed = record.release_type.lower() not in ("", "ohne")
    link = next((one for one in record.links if _announces(one)), None)
    if registration is None and not typed and link is None:
        return ()
    words = next((one for one in (record.release_type if typed else "", link.title if link else "") if one), "")
    words = words or (registration.release_type if registration else "")
    return (_registration(record.number, record.dated, registration, words, link.url if link else ""),)


def _registration(number: str, dated: str, registration: Record | None, words: str, url: str = "") -> Notice:
    """Return the notice; its key is that of the version it follows, so that the same update is told once."""
    planned = registration.planned_for if registration else ""
    label = ", ".join(part for part in (words, planned and f"Geplante Fertigstellung {_german(planned)}") if part)
    on = (registration.started_on or registration.released_on) if registration else ""
    return Notice(NoticeKind.REGISTRATION, f"registration:{number}:{dated}", on, label, url or page(number))


def _german(iso: str) -> str:
    return ".".join(reversed(iso.split("-")))


def _announces(link: Link) -> bool:
    return link.type == "practiceGuidance" and link.title.lower().startswith("anmeldung")


def _elsewhere(record: Record) -> list[Pointer]:
    """Return the updates that are registered under another number: for an editor to judge."""
    found = [(link, number_of_address(link.url)) for link in record.links if _announces(link)]
    return [
        Pointer("awmf", number.canonical, Certainty.CANDIDATE, title=link.title)
        for link, number in found
        if number and number.canonical != record.number
    ]


def _extensions(record: Record) -> list[Notice]:
    """Return what the names of the files say about a longer validity; the dates decide, an editor judges."""
    names = [link.file_name for link in record.links if state_of(link.file_name) == "verlaengert"]
    return [Notice(NoticeKind.EXTENSION, f"extension:{name}", month_of(name), name) for name in dict.fromkeys(names)]


def _exchanged(watched: Watched, seen: Sighting) -> list[Notice]:
    """Return the cited files that took another's place since the last look, while version and Stand stayed."""
    before = watched.before
    if before is None or (before.version_label, before.version_date) != (seen.version_label, seen.version_date):
        return []
    roles = _CITED | ({"patient_version"} if watched.kind is SourceKind.AWMF_PATIENT_GUIDELINE else set())
    old = {(one.role, without_state(one.file_name)) for one in before.documents}
    had = {role for role, _ in old}
    new = [one for one in seen.documents if one.role in roles & had and one.file_name]
    return [
        Notice(NoticeKind.FILE_EXCHANGED, f"file:{one.file_name}", label=one.file_name, url=one.url)
        for one in new
        if (one.role, without_state(one.file_name)) not in old
    ]


def _warnings(record: Record, *, ended: bool) -> list[str]:
    states = {state_of(link.file_name) for link in record.links}
    contradicted = (
        ("abgelaufen" in states and bool(record.valid_until) and not ended)
        or ("verlaengert" in states and ended)
        or ("" < record.valid_until < record.stand)
    )
    return [
        *(["warning.dirty_version"] if not record.clean else []),
        *(["warning.contradiction_validity"] if contradicted else []),
        *(["warning.undated"] if not record.stand else []),
    ]


def _facts(record: Record, registration: Record | None) -> dict[str, str]:
    facts = {
        "guideline_class": record.guideline_class,
        "version": record.version,
        "release_type": record.release_type,
        "planned_completion": registration.planned_for if registration else "",
        "registered_on": (registration.started_on or registration.released_on) if registration else "",
    }
    return {name: value for name, value in facts.items() if value}
