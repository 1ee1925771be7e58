"""What the answers of several registries mean together: one reference, who said which field, and what to be wary of.

Pure: no wire, no database. The first registry that says a field is believed; another word for the same thing is no
difference, another thing is shown.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from citations.alike.facts import same_journal, same_name, same_people
from citations.identity import identify, read_isbn
from citations.kinds import Lifecycle, Origin, Reason, SourceKind
from citations.records import Organisation, Reference
from citations.search import fold
from citations.sightings import Sighting
from citations.verdicts import judge
from jobs.watchers import WATCHERS
from jobs.watchers.substances import SUBSTANCE, in_table
from service.acts.fill_in import Filled
from service.acts.look_up import LookedUp

COLUMNS: Mapping[str, str] = MappingProxyType({"version": "label", "edition_form": "form", "stand": "as_of"})
"""Fields of a reference that a version calls otherwise."""
NEWER = "newer"
"""The word of a warning that there is a newer version."""

_NOT_FOUND = frozenset({"kind", "style", "et_al", "accessed"})
"""What no registry says: how a line is printed, and when a person opened the source."""
_ARTICLES = frozenset({"journal-article", "systematic-review"})
_FIRST_ASKED = ("pubmed",)
_HOUSE_FORM = frozenset({"container"})
"""Fields whose form in ``_FIRST_ASKED`` is that of the house: journals are abbreviated as in NLM (domain 4.1)."""
_OWN_ADDRESS = frozenset({"onkopedia", "page", "ema"})
"""Registries whose address of a source is the source's own, and not that of a record about it."""
_PRINTED = {
    "ema": "drug-information",
    "awmf": "guideline",
    "onkopedia": "guideline",
    "cochrane": "systematic-review",
    "isbn": "book",
}
_STATES = {
    Lifecycle.RETRACTED: Reason.RETRACTED,
    Lifecycle.WITHDRAWN: Reason.WITHDRAWN,
    Lifecycle.EXPIRED: Reason.EXPIRED,
    Lifecycle.SUPERSEDED: Reason.SUPERSEDED_MAJOR,
    Lifecycle.CORRECTED: Reason.CORRECTED,
    Lifecycle.UNDER_REVISION: Reason.UNDER_REVISION,
}
_PAGES = {"awmf": "awmf", "doi": "doi", "pmid": "pubmed"}
"""Who shows people a record, by scheme."""
_RANGE = re.compile(r"([a-z]*)(\d+)\s*[-\u2010-\u2015]\s*[a-z]*(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A value of a field as text, a name a line, and the registries that say it."""

    text: str
    registries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundField:
    """A field by its column; ``values`` holds more than one where the registries differ, the believed one first."""

    name: str
    values: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to be wary of: a word (a ``Reason``, or ``NEWER``), its day, the registry's words, address, houses."""

    word: str
    on: str
    label: str
    url: str
    registries: tuple[str, ...]


def reference_of(looked: LookedUp) -> Reference:
    """Return the reference that the answers make together; nothing is invented."""
    told = _told(looked)
    values = {name: said[0][1] for name, said in told.items()}
    kind = next((one.kind for _, one in _references(looked) if one.kind != "other"), "other")
    return Reference(kind=kind, **values)


def kind_of(looked: LookedUp) -> SourceKind:
    """Return the kind of source that was found."""
    if looked.sightings[0].registry == "ema":  # its medicines are authorised, each with its label
        return SourceKind.DRUG_LABEL
    if looked.value.endswith("-patient"):
        return SourceKind.AWMF_PATIENT_GUIDELINE
    return identify(reference_of(looked)).kind


def found_fields(looked: LookedUp) -> tuple[FoundField, ...]:
    """Return every field that was found, with who says it."""
    found = [FoundField(COLUMNS.get(name, name), _values(name, said)) for name, said in _told(looked).items()]
    substances = _substances(looked)
    return (*found, FoundField("substances", substances)) if substances else tuple(found)


def filled_of(looked: LookedUp) -> Filled:
    """Return what was found as if a person had typed it; an end of validity comes from the register."""
    reference = reference_of(looked)
    values: dict[str, object] = {
        COLUMNS.get(one.name, one.name): getattr(reference, one.name)
        for one in fields(reference)
        if one.name not in _NOT_FOUND and getattr(reference, one.name)
    }
    if one_substance := _substances(looked):
        values["substances"] = one_substance[0].text
    if "valid_until" in values:
        values["valid_until_origin"] = Origin.REGISTER.value
    return Filled(kind_of(looked), values)


def warnings_of(looked: LookedUp, today: date) -> tuple[Warned, ...]:
    """Return what is announced about the source, each once however many registries say it."""
    merged: dict[tuple[str, str], Warned] = {}
    for seen in looked.sightings:
        for one in _warned(seen, today):
            known = merged.get((one.word, one.url), one)
            houses = tuple(dict.fromkeys((*known.registries, *one.registries)))
            merged[one.word, one.url] = replace(known, registries=houses)
    told = {word for word, url in merged if url}
    return tuple(one for one in merged.values() if one.url or one.word not in told)


def as_text(value: object) -> str:
    """Return a value of a reference as a form shows it: a name a line, abbreviation or members in brackets."""
    if isinstance(value, tuple):
        return "\n".join(as_text(one) for one in value)
    if isinstance(value, Organisation):
        return f"{value.name} ({', '.join(value.bracket)})" if value.bracket else value.name
    return str(value)


def _substances(looked: LookedUp) -> tuple[Said, ...]:
    """Return the active substances that a registry names."""
    return _values(
        "substances",
        [(seen.registry, one.value) for seen in looked.sightings for one in seen.successors if one.scheme == SUBSTANCE],
    )


def _told(looked: LookedUp) -> dict[str, list[tuple[str, Any]]]:
    """Return for each field of a reference who says what, the believed one first."""
    told: dict[str, list[tuple[str, Any]]] = {}
    for one in fields(Reference):
        if one.name in _NOT_FOUND:
            continue
        said = [(registry, getattr(reference, one.name)) for registry, reference in _references(looked)]
        said = [(registry, value) for registry, value in said if value]
        if one.name in _HOUSE_FORM:
            said.sort(key=lambda pair: pair[0] not in _FIRST_ASKED)
        if said:
            told[one.name] = said
    return told


def _references(looked: LookedUp) -> list[tuple[str, Reference]]:
    return [(_house(seen), _completed(seen)) for seen in looked.sightings]


def _house(seen: Sighting) -> str:
    """Return who said it: a book comes from one of two libraries."""
    if seen.registry != "isbn":
        return seen.registry
    return "dnb" if "d-nb.info/" in seen.url else "openlibrary"


def _completed(seen: Sighting) -> Reference:
    """Return the fields of a sighting, those included that it says outside its reference."""
    known = seen.reference or Reference(_PRINTED.get(seen.registry, "web-page"))
    if seen.registry == "ema" and ";" in seen.title:  # several medicines of one substance: none of them is meant
        return known
    if seen.registry == "onkopedia":
        known = replace(known, container=known.container or "Onkopedia")
    if known.kind in _ARTICLES:  # who publishes a journal is not cited
        return replace(known, title=known.title or seen.title, publisher="", place="")
    return replace(
        known,
        title=known.title or seen.title,
        version=known.version or seen.version_label,
        stand=known.stand or seen.version_date,
        valid_until=known.valid_until or seen.valid_until,
        url=known.url or (seen.url if seen.registry in _OWN_ADDRESS else ""),
    )


def _values(name: str, said: Iterable[tuple[str, object]]) -> tuple[Said, ...]:
    """Return the values of a field that differ, each with everybody who says it."""
    groups: list[tuple[str, list[str]]] = []
    for registry, value in said:
        text = as_text(value)
        same = next((houses for other, houses in groups if same_text(name, text, other)), None)
        if same is None:
            groups.append((text, [registry]))
        else:
            same.append(registry)
    return tuple(Said(text, tuple(houses)) for text, houses in groups)


def same_text(name: str, one: str, other: str) -> bool:
    """Say whether two values of a field, as forms show them, are one: abbreviations, initials, signs do not count."""
    if name == "container":
        return same_journal(one, other) is True
    if name == "publisher":
        return same_name(one, other) is True
    if name == "authors":
        left, right = one.splitlines(), other.splitlines()
        return len(left) == len(right) and all(map(_same_person, left, right))
    if name == "pages":
        return _whole_range(one) == _whole_range(other)
    if name in _SAME:
        return _SAME[name](one, other)
    return _plain(one) == _plain(other)


_SAME: Mapping[str, Callable[[str, str], bool]] = MappingProxyType(
    {
        "isbn": lambda one, other: read_isbn(one) == read_isbn(other),
        "substances": lambda one, other: in_table(one, [other]),
    }
)
"""Fields whose values are one in several spellings."""


def _same_person(one: str, other: str) -> bool:
    return same_people(Reference("other", authors=(one,)), Reference("other", authors=(other,))) is True


def _whole_range(pages: str) -> str:
    """Return a range of pages with its end in full: "1348-65" is "1348-1365"."""
    found = _RANGE.fullmatch(pages.strip())
    if found is None:
        return _plain(pages)
    letters, start, end = found.groups()
    whole = start[: len(start) - len(end)] + end if len(end) < len(start) else end
    return f"{letters.lower()}{start}-{whole}"


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _warned(seen: Sighting, today: date) -> Iterable[Warned]:
    """Yield what one registry announces. A state without a notice of its own is said too."""
    verdict = judge(None, seen, today=today.isoformat())
    words = {one.reason for one in verdict.happenings}
    for one in verdict.happenings:
        yield Warned(one.reason.value, one.on, one.label, one.url, (seen.registry,))
    if verdict.successor is not None:
        newer = verdict.successor
        url = WATCHERS[_PAGES[newer.scheme]].page(newer.value) if newer.scheme in _PAGES else ""
        yield Warned(NEWER, newer.dated, newer.title or newer.label, url, (seen.registry,))
    state = _STATES.get(seen.lifecycle)
    if state is None or state in words or (state is Reason.SUPERSEDED_MAJOR and verdict.successor):
        return
    yield Warned(
        state.value, seen.valid_until if state is Reason.EXPIRED else "", seen.status_text, "", (seen.registry,)
    )
