"""What the played registries know on a day: facts entered by day, and outages. No network here."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(frozen=True)
class Outage:
    """A registry answers with ``status`` from ``first`` to ``last``, both included; 0 cuts the connection."""

    registry: str
    first: date
    last: date
    status: int = 503
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@dataclass
class World:
    """A script: on which day which registry says what of which key. ``day`` is the present day of the play."""

    day: date
    outages: list[Outage] = field(default_factory=list)
    calls: list[tuple[date, str, str]] = field(default_factory=list)
    _facts: dict[str, dict[str, list[tuple[date, object]]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def on(self, day: date | str, registry: str, key: str, value: object) -> None:
        """From this day on the registry says ``value`` of a key; None takes the key from it."""
        at = date.fromisoformat(day) if isinstance(day, str) else day
        entries = self._facts[registry][key]
        entries.append((at, value))
        entries.sort(key=lambda entry: entry[0])

    def says(self, registry: str, key: str) -> object | None:
        """Return what the registry says of a key on the present day, None for nothing."""
        said = [value for at, value in self._facts[registry].get(key, []) if at <= self.day]
        return said[-1] if said else None

    def all(self, registry: str) -> Iterator[tuple[str, object]]:
        """Yield every key that the registry knows on the present day, with what it says, in the order of the keys."""
        for key in sorted(self._facts[registry]):
            value = self.says(registry, key)
            if value is not None:
                yield key, value

    def outage(self, registry: str) -> Outage | None:
        """Return the outage of a registry on the present day."""
        return next(
            (one for one in self.outages if one.registry == registry and one.first <= self.day <= one.last), None
        )

    def pass_days(self, days: int = 1) -> None:
        """Let days pass."""
        self.day += timedelta(days=days)
