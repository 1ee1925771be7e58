"""What happens to each source in ten years, and which flags must follow. Knows nothing of the program's own rules."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

BEGIN, END = date(2016, 11, 20), date(2026, 11, 20)
STEP, LONG = timedelta(days=130), timedelta(days=100)
"""So far apart are two happenings of a source, and so long something is away: longer than any outage and interval."""

INTERVAL = {
    "awmf": 7, "crossref": 7, "doi": 30, "page": 30, "cochrane": 14, "onkopedia": 14, "ema": 1, "bfarm": 1, "gba": 14,
}  # fmt: skip
ASKS = {"cochrane": ("pubmed", "doi", "crossref")}
"""Whom a watcher asks that has no register of its own."""
WHOLE_FILES = frozenset({"ema", "bfarm", "gba"})
"""Registries of which one file serves every source."""
DEAD = timedelta(days=3)
"""A dead link needs three looks over two days."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A flag that must open: its reason, since when it can, and which registry tells of it after which interval."""

    reason: str
    since: date
    registry: str
    extra: timedelta = timedelta(0)


@dataclass(slots=True)
class Scripted:
    """A source: what kind, by which number or path it is known, what its registries say from which day on.

    ``line`` is what is printed under ``heading``, with "{site}" for the address of the server; ``key`` the source's own
    key where its name does not tell; ``marks`` are further words by which a call made for it is known; ``substance`` is
    its active substance, ``quote`` what a sentence quotes of it, ``parent`` the guideline that it is a version of.
    """

    kind: str
    name: str
    heading: str
    line: str
    key: str = ""
    marks: list[str] = field(default_factory=list)
    substance: str = ""
    quote: str = ""
    parent: "Scripted | None" = None
    says: list[tuple[date, str, object]] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    ends: list[date] = field(default_factory=list)
    happened: list[str] = field(default_factory=list)

    def concerns(self, registry: str, path: str) -> bool:
        """Say whether a call of a registry was made for this source."""
        if registry == "awmf":
            number = (self.parent or self).name
            return path.startswith("list/") or number.replace("-", "/") in path
        if registry in WHOLE_FILES or (registry == "onkopedia" and path.endswith("/guidelines")):
            return True
        return any(one.lower() in path.lower() for one in (self.name, *self.marks))

    def flag(self, reason: str, day: date, registry: str, *, extra: timedelta = timedelta(0)) -> None:
        """Note that a flag must follow."""
        self.expected.append(Expected(reason, day, registry, extra))


def days(chance: Random, until: date) -> list[date]:
    """Return the days on which something happens to a source."""
    found, day = [], BEGIN + timedelta(days=40 + chance.randrange(60))
    while day + 2 * STEP < until:
        found.append(day)
        day += STEP + timedelta(days=chance.randrange(60))
    return found


def latest(expected: Expected, bad: set[date]) -> date:
    """Return the last day on which a flag may open: an interval on, or an interval after the last day of an outage."""
    span = timedelta(days=INTERVAL[expected.registry]) + expected.extra
    day, end = expected.since, expected.since + span
    while day <= end:
        if day in bad:
            end = max(end, day + span)
        day += timedelta(days=1)
    return end


@dataclass(frozen=True, slots=True)
class Said:
    """A flag that was announced: on which day, of which source, why."""

    day: date
    name: str
    reason: str


def differences(
    sources: list[Scripted], said: list[Said], bad: dict[str, dict[str, set[date]]], end: date
) -> list[str]:
    """Return what was announced late, not at all, twice or without a cause; ``bad`` are days without sight.

    The days are those of a registry by the name of the source. What need not be known by ``end`` may be known.
    """
    wrong: list[str] = []
    for source in sources:
        left = [one for one in said if one.name == source.name]
        for one in source.expected:
            last = latest(one, bad[source.name].get(one.registry, set()))
            hit = next((s for s in left if s.reason == one.reason and one.since <= s.day <= last), None)
            if hit is not None:
                left.remove(hit)
            elif last < end:
                wrong.append(f"{source.name}: {one.reason} since {one.since} missing by {last}")
        wrong += [f"{source.name}: {one.reason} on {one.day} without a cause" for one in left]
    return wrong
