"""The score against the worked examples of domain section 7."""

from datetime import date, timedelta

import pytest

from citations.kinds import Band, Harm, Reason, Role
from citations.policy import Policy
from citations.priority import Standing, priority, weight

TODAY = date(2026, 11, 20)
SUPPORTS, SEE_ALSO = Role.SUPPORTS, Role.SEE_ALSO


def days_ago(days: int) -> date:
    """Return the day so many days before the fixture's day."""
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    "standing, points, band",
    [
        (Standing(Reason.EXPIRED, days_ago(74), SUPPORTS, Harm.H3, only_support=True, volatile=True), 73, Band.A),
        (Standing(Reason.EXPIRED, days_ago(74), SUPPORTS, Harm.H3, only_support=True), 71, Band.A),
        (Standing(Reason.EXPIRED, days_ago(74), SUPPORTS, Harm.H2, only_support=True), 61, Band.B),
        (Standing(Reason.SUPERSEDED_MAJOR, days_ago(598), SEE_ALSO, Harm.H2), 49, Band.C),
        (Standing(Reason.ACCESS_STALE, days_ago(251), SUPPORTS, Harm.H3), 48, Band.C),
        (Standing(Reason.EXPIRED, days_ago(815), SEE_ALSO, Harm.H2), 46, Band.C),
        (Standing(Reason.REASSESS_DUE, days_ago(688), SUPPORTS, Harm.H1), 36, Band.C),
        (Standing(Reason.REASSESS_DUE, days_ago(688), SUPPORTS, Harm.H1, only_support=True), 42, Band.C),
        (Standing(Reason.REASSESS_DUE, days_ago(173), SEE_ALSO, Harm.H2), 33, Band.C),
        (Standing(Reason.ACCESS_STALE, days_ago(251), SUPPORTS, Harm.H0), 20, Band.D),
        (Standing(Reason.CONTRADICTED, date(2012, 8, 3), None, Harm.H3, volatile=True), 86, Band.A),
        (Standing(Reason.CLAIM_LAPSED, date(2013, 1, 1), None, Harm.H3, volatile=True), 82, Band.A),
        (Standing(Reason.UNSOURCED, days_ago(5000), None, Harm.H2), 50, Band.B),
        (Standing(Reason.UNSOURCED, days_ago(5000), None, Harm.H1), 38, Band.C),
    ],
)
def test_worked_examples_come_out_to_the_point(standing: Standing, points: int, band: Band) -> None:
    score = priority(standing, TODAY, Policy())
    assert (score.points, score.band) == (points, band)
    assert sum(score.parts) == points


@pytest.mark.parametrize("reason", [Reason.RETRACTED, Reason.WITHDRAWN])
@pytest.mark.parametrize(
    "harm, role, at_once", [(Harm.H2, SUPPORTS, True), (Harm.H2, SEE_ALSO, False), (Harm.H1, SUPPORTS, False)]
)
def test_retracted_support_of_grave_sentences_is_at_once(reason: Reason, harm: Harm, role: Role, at_once: bool) -> None:
    score = priority(Standing(reason, TODAY, role, harm, reach="low"), TODAY, Policy())
    assert (score.band is Band.A) is at_once


def test_under_revision_alone_never_rises_above_the_last_band() -> None:
    grave = Standing(Reason.UNDER_REVISION, days_ago(900), SUPPORTS, Harm.H3, volatile=True, reach="high")
    assert priority(grave, TODAY, Policy()).band is Band.D


@pytest.mark.parametrize("severity, half", [(38, 19), (25, 13), (1, 1), (0, 0)])
def test_half_weight_rounds_up(severity: int, half: int) -> None:
    assert weight(severity, SEE_ALSO) == half
    assert weight(severity, Role.BACKGROUND) == half
    assert weight(severity, SUPPORTS) == severity


def test_the_score_never_exceeds_a_hundred() -> None:
    most = Standing(
        Reason.RETRACTED, date(2000, 1, 1), SUPPORTS, Harm.H3, only_support=True, volatile=True, reach="high"
    )
    assert priority(most, TODAY, Policy()).points == 100
