"""Carries statements over an edited page: which old statement is which new one, and which lost its place. Pure.

Order of domain section 6: exact words with both contexts; exact words alone if they are unique; else the place is
lost. Never a silent guess.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from citations.kinds import StatementKind


@dataclass(frozen=True, slots=True)
class Place:
    """A statement as far as finding it again goes."""

    kind: StatementKind
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Carried:
    """``found[i]`` is the old index of new statement i, None for a new one; ``lost`` are old ones without a place."""

    found: tuple[int | None, ...]
    lost: tuple[int, ...]


def carry(old: Sequence[Place], new: Sequence[Place]) -> Carried:
    """Return which old statement each new one is. Every old one is used at most once, and none is guessed."""
    found: dict[int, int] = {}
    for key in (_whole, _after, _before, _words):
        _pair(old, new, found, key)
    taken = set(found.values())
    lost = tuple(index for index in range(len(old)) if index not in taken)
    return Carried(tuple(found.get(index) for index in range(len(new))), lost)


def _pair(old: Sequence[Place], new: Sequence[Place], found: dict[int, int], key: Callable[[Place], Hashable]) -> None:
    """Pair what is unique under a key on both sides; under the whole selector equals are paired in order."""
    taken = set(found.values())
    left: dict[Hashable, list[int]] = defaultdict(list)
    right: dict[Hashable, list[int]] = defaultdict(list)
    for index, place in enumerate(old):
        if index not in taken:
            left[key(place)].append(index)
    for index, place in enumerate(new):
        if index not in found:
            right[key(place)].append(index)
    for value, news in right.items():
        olds = left.get(value, [])
        if (key is _whole and len(olds) == len(news)) or len(olds) == len(news) == 1:
            found.update(zip(news, olds, strict=True))


def _whole(place: Place) -> Hashable:
    """Exact words with both contexts."""
    return (place.exact, place.prefix, place.suffix)


def _after(place: Place) -> Hashable:
    """Exact words with what stands before them."""
    return (place.exact, place.prefix)


def _before(place: Place) -> Hashable:
    """Exact words with what stands behind them."""
    return (place.exact, place.suffix)


def _words(place: Place) -> Hashable:
    """Exact words alone."""
    return place.exact
