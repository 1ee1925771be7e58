"""Geometry of the charts: numbers to rectangles, so that templates compute nothing. Colours live in the style sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

_WIDTH = 960
_FLOOR = 150
_TOP = 18
_HEIGHT = 182
_GAP = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """One column: its rectangle, the number above it, up to two lines below it, its title for a pointer."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    number: str
    label: str
    second: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Columns:
    """A chart of columns on a common floor."""

    width: int
    height: int
    floor: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """What one column stands for; ``kind`` is a word of the style sheet (late, now)."""

    n: int
    label: str
    second: str
    title: str
    kind: str = ""


def columns(values: Sequence[Value]) -> Columns:
    """Return the chart of these values; the greatest fills the height, and nothing at all stays flat."""
    most = max((value.n for value in values), default=0) or 1
    step = _WIDTH / max(1, len(values))
    bars = []
    for place, value in enumerate(values):
        height = round((_FLOOR - _TOP) * value.n / most, 1)
        height = max(height, 2.0) if value.n else 0.0
        x = round(place * step + _GAP / 2, 1)
        width = round(step - _GAP, 1)
        middle = round(x + width / 2, 1)
        number = str(value.n) if value.n else ""
        y = round(_FLOOR - height, 1)
        bars.append(Bar(x, y, width, height, middle, number, value.label, value.second, value.title, value.kind))
    return Columns(_WIDTH, _HEIGHT, _FLOOR, tuple(bars))
