"""The priority score of domain section 7, as a pure function. Its twin in SQL, for sets, is ``queries.standing``."""

from dataclasses import dataclass
from datetime import date

from citations.kinds import Band, Harm, Reason, Role
from citations.policy import Policy

MOST = 100
HALVED = frozenset({Role.BACKGROUND, Role.SEE_ALSO})


@dataclass(frozen=True, slots=True)
class Score:
    """The score and its six parts, in the order in which they are shown: reason, harm, overdue, only, word, reach."""

    points: int
    band: Band
    parts: tuple[int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the score looks at: the worst open reason with its role and day, and the statement it stands on."""

    reason: Reason
    since: date
    role: Role | None
    harm: Harm
    only_support: bool = False
    volatile: bool = False
    reach: str = "unknown"


def weight(severity: int, role: Role | None) -> int:
    """Return the points of a reason, halved and rounded up for background and see_also (domain 7, reason)."""
    return (severity + 1) // 2 if role in HALVED else severity


def overdue_points(since: date, today: date, policy: Policy) -> int:
    """Return one point per full 60 days since the trigger day, at most 8 (domain 7, overdue)."""
    return max(0, min(policy.number("overdue.most"), (today - since).days // policy.number("overdue.step")))


def priority(standing: Standing, today: date, policy: Policy) -> Score:
    """Return the score of a statement on a day: the sum of its parts, at most 100, and its band (domain 7)."""
    parts = (
        weight(policy.severity(standing.reason), standing.role),
        policy.number(f"harm.{standing.harm}"),
        overdue_points(standing.since, today, policy),
        policy.number("only_support") if standing.only_support else 0,
        policy.number("time_word") if standing.volatile else 0,
        policy.number(f"reach.{standing.reach}"),
    )
    points = min(MOST, sum(parts))
    return Score(points, _band(points, standing, policy), parts)


def _band(points: int, standing: Standing, policy: Policy) -> Band:
    """Return the band with its two overrides (domain 7, bands)."""
    if standing.reason is Reason.UNDER_REVISION:
        return Band.D
    grave = standing.reason in (Reason.RETRACTED, Reason.WITHDRAWN)
    if grave and standing.role is Role.SUPPORTS and standing.harm in (Harm.H2, Harm.H3):
        return Band.A
    return next((band for band in (Band.A, Band.B, Band.C) if points >= policy.number(f"band.{band}")), Band.D)
