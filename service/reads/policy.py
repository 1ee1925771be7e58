"""The numbers in force in their groups: value, default, who changed it last, when and why."""

from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session, col, func, select

from citations.kinds import Clock, SourceKind
from citations.models import PolicyRow
from citations.policy import DEFAULTS

_CLOCKS = (Clock.VALIDITY, Clock.REASSESS, Clock.ACCESS)
_AREAS = (
    ("statements", ("statement.", "page.")),
    ("again", ("access.drug_label.dose", "reassess.again", "expired.", "deferred.")),
    ("lead", ("lead.",)),
    ("severity", ("severity.",)),
    ("score", ("harm.", "reach.", "overdue.", "only_support", "time_word")),
    ("bands", ("band.",)),
    ("looks", ("looks.",)),
)


@dataclass(frozen=True, slots=True)
class Number:
    """One number. ``unit`` is months, days or points; ``author`` is "" while the default counts."""

    key: str
    value: int | None
    default: int | None
    unit: str
    may_be_none: bool
    since: date | None = None
    author: str = ""
    because: str = ""

    @property
    def changed(self) -> bool:
        """Whether somebody set it to something else than the default."""
        return self.value != self.default


@dataclass(frozen=True, slots=True)
class KindRow:
    """The three intervals of one kind of source."""

    kind: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class PolicySeen:
    """Everything the view of the numbers shows."""

    kinds: tuple[KindRow, ...]
    groups: tuple[tuple[str, tuple[Number, ...]], ...]
    changes: tuple[PolicyRow, ...]

    def number(self, key: str) -> Number | None:
        """Return one number by its key, None for an unknown one."""
        rows = [number for row in self.kinds for number in row.numbers]
        rows += [number for _, several in self.groups for number in several]
        return next((number for number in rows if number.key == key), None)


def seen_policy(session: Session) -> PolicySeen:
    """Return every number, in two questions."""
    newest = select(func.max(PolicyRow.id)).group_by(col(PolicyRow.key))
    rows = session.exec(select(PolicyRow).where(col(PolicyRow.id).in_(newest)).order_by(col(PolicyRow.id).desc())).all()
    changed = {row.key: row for row in rows}
    kinds = tuple(
        KindRow(kind.value, tuple(_number(f"{clock}.{kind}", changed) for clock in _CLOCKS)) for kind in SourceKind
    )
    taken = {number.key for row in kinds for number in row.numbers}
    groups = tuple(
        (area, tuple(_number(key, changed) for key in DEFAULTS if key not in taken and key.startswith(starts)))
        for area, starts in _AREAS
    )
    return PolicySeen(kinds, groups, tuple(rows))


def _number(key: str, changed: dict[str, PolicyRow]) -> Number:
    """Return one number as it stands."""
    row = changed.get(key)
    known = Number(
        key=key,
        value=row.value if row else DEFAULTS[key],
        default=DEFAULTS[key],
        unit=_unit(key),
        may_be_none=key.startswith(("validity.", "reassess.", "access.")),
    )
    if row is None:
        return known
    return replace(known, since=row.since, author=row.author, because=row.because)


def _unit(key: str) -> str:
    """Return what a number counts."""
    if key.startswith(("lead.", "deferred.", "overdue.step", "looks.")):
        return "days"
    months = ("validity.", "reassess.", "access.", "statement.", "page.", "expired.")
    return "months" if key.startswith(months) else "points"
