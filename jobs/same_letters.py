"""One safety letter that several registries announce, each under an address of its own. Pure.

EMA names product, substance and type, BfArM prints a title (registries, 8): no number joins the two. Two letters of one
registry are always two.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from citations.dates import BadDateError, read_iso
from citations.kinds import NoticeKind
from citations.verdicts import Happening
from jobs.watchers.bfarm import products
from jobs.watchers.substances import in_words, names_in

DAYS_APART = 14
"""So many days may lie between the days that two registries give one letter (ours)."""

_TOPICS = {
    "quality": re.compile(r"qualit|defe[ck]t|verunreinig|impurit|partikel|particul|steril|[ck]ontamin|rückruf|recall"),
    "supply": re.compile(r"engp[aä]ss|liefer|shortage|supply|verfügbar|availab|discontinu"),
    "safety": re.compile(
        r"adverse|safety|nebenwirk|toxi[cz]|schädig|schäden|kontraindik|contraindic|sterblich|mortal|todesf|blutung"
        r"|restrict|anwendungsbeschr|eingeschränkt|überempfind|hypersens|fehlbild|malform|schwangerschaft|pregnan"
    ),
}
"""What a letter is about, in the words of both registries. A letter whose words say none of it may be about any."""

_BRACKET = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Letter:
    """A safety letter as it is stored: its own key, ISO day, words, and who tells of it by which key."""

    key: str
    on: str
    label: str
    told: Mapping[str, str]


def told_before(happened: Iterable[Happening], stored: Sequence[Letter]) -> dict[str, str]:
    """Return which of the announced letters are stored ones that another registry told of: stored key by its key.

    Each stored letter is at most one of a registry's; the nearest comes first.
    """
    fresh = [
        one for one in happened if one.kind == NoticeKind.SAFETY_LETTER and not any(_has(row, one) for row in stored)
    ]
    pairs = sorted(
        (apart, one.key, row.key)
        for one in fresh
        for row in stored
        if one.registry and row.told and one.registry not in row.told and (apart := _apart(one, row)) is not None
    )
    found: dict[str, str] = {}
    for _, key, known in pairs:
        if key not in found and known not in found.values():
            found[key] = known
    return found


def _has(row: Letter, one: Happening) -> bool:
    return one.key == row.key or one.key in row.told.values()


def _apart(one: Happening, row: Letter) -> tuple[bool, int] | None:
    """Return how far two letters are apart that may be one: no common topic, days; None for two different ones."""
    days = _day(one.on), _day(row.on)
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) > DAYS_APART:
        return None
    topics = _topics(one.label), _topics(row.label)
    if all(topics) and not topics[0] & topics[1]:
        return None
    same = _names(one.label, row.label) or _names(row.label, one.label)
    return (not topics[0] & topics[1], abs((days[0] - days[1]).days)) if same else None


def _names(title: str, words: str) -> bool:
    """Say whether a title is about a medicine that the other names, and not about another product of its substance."""
    names = names_in(words)
    named = products(_BRACKET.sub(" ", title))
    return in_words(title, names) and (not named or any(in_words(product, names) for product in named))


def _topics(label: str) -> set[str]:
    return {topic for topic, pattern in _TOPICS.items() if pattern.search(label.casefold())}


def _day(text: str) -> date | None:
    """Return a day that is known to the day."""
    try:
        known = read_iso(text)
    except BadDateError:
        return None
    return known.earliest() if known.earliest() == known.latest() else None
