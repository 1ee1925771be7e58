"""The clocks against the due days of domain section 8."""

from datetime import date

import pytest

from citations import clocks
from citations.clocks import VersionDates
from citations.kinds import Clock, Harm, Origin, Reason, SourceKind
from citations.policy import DEFAULTS, Policy

POLICY = Policy()
S3 = SourceKind.AWMF_GUIDELINE


def on(due: clocks.Due | None) -> str:
    """Return a due day as text, "" for none."""
    return due.on.isoformat() if due else ""


@pytest.mark.parametrize(
    "version, due",
    [
        (VersionDates(S3, as_of="2022-06"), "2027-06-01"),
        (VersionDates(S3, as_of="2022-06", consensus_as_of="2021-09-07"), "2026-09-07"),
        (
            VersionDates(S3, as_of="2022-06", valid_until=date(2026, 9, 6), valid_until_origin=Origin.REGISTER),
            "2026-09-07",
        ),
        (VersionDates(S3), ""),
        (VersionDates(SourceKind.ONKOPEDIA, as_of="2019-04"), ""),
        (VersionDates(SourceKind.NCCN, as_of="2024-01-10"), "2025-01-10"),
    ],
)
def test_validity_ends_the_day_after_the_last_valid_day(version: VersionDates, due: str) -> None:
    assert on(clocks.validity(version, POLICY)) == due


def test_a_register_end_names_its_origin_and_a_derived_one_says_so() -> None:
    known = VersionDates(S3, as_of="2022-06", valid_until=date(2026, 9, 6), valid_until_origin=Origin.REGISTER)
    derived = clocks.validity(VersionDates(S3, as_of="2022-06"), POLICY)
    registered = clocks.validity(known, POLICY)
    assert derived is not None
    assert derived.facts["origin"] == "derived"
    assert registered is not None
    assert registered.facts["origin"] == "register"


@pytest.mark.parametrize(
    "version, due",
    [
        (VersionDates(S3, as_of="2022-06"), "2025-06-01"),
        (VersionDates(S3, as_of="2022-06", consensus_as_of="2021-09-07"), "2024-09-07"),
        (VersionDates(SourceKind.ONKOPEDIA, as_of="2019-04"), "2021-04-01"),
        (VersionDates(SourceKind.ESMO_CPG, issued="2021-11"), "2024-11-01"),
        (VersionDates(SourceKind.WHO_BOOK, issued="2020"), "2025-01-01"),
        (VersionDates(SourceKind.JOURNAL_ARTICLE, issued="2011"), "2016-01-01"),
        (VersionDates(SourceKind.COCHRANE_REVIEW, issued="2003"), "2005-01-01"),
        (VersionDates(SourceKind.COCHRANE_REVIEW, as_of="2006-09-29", issued="2003"), "2008-09-29"),
        (VersionDates(SourceKind.PORTAL), ""),
        (VersionDates(S3, as_of="2016-11-11", superseded=True), ""),
    ],
)
def test_reassessment_counts_from_the_date_of_the_version(version: VersionDates, due: str) -> None:
    assert on(clocks.reassess(version, POLICY)) == due


@pytest.mark.parametrize(
    "reviewed, due",
    [
        ("2024-01-10", "2027-01-10"),
        ("2025-06-01", "2026-06-01"),
        ("2026-11-20", "2027-11-20"),
        ("2022-05-01", "2025-06-01"),
    ],
)
def test_a_review_moves_the_next_assessment_and_a_late_one_by_a_year_only(reviewed: str, due: str) -> None:
    version = VersionDates(S3, as_of="2022-06")
    assert on(clocks.reassess(version, POLICY, date.fromisoformat(reviewed))) == due


@pytest.mark.parametrize(
    "kind, last, due",
    [
        (S3, "2025-03-04", "2026-03-04"),
        (SourceKind.ONKOPEDIA, "2025-01-24", "2025-07-24"),
        (SourceKind.WHO_BOOK, "2025-03-14", "2027-03-14"),
        (SourceKind.JOURNAL_ARTICLE, "2025-03-14", ""),
        (S3, "", ""),
        (SourceKind.DRUG_LABEL, "2026-01-01", "2026-07-01"),
    ],
)
def test_access_counts_from_the_last_human_access(kind: SourceKind, last: str, due: str) -> None:
    assert on(clocks.access(VersionDates(kind), POLICY, last)) == due


def test_a_label_behind_a_dose_is_opened_twice_as_often() -> None:
    assert on(clocks.access(VersionDates(SourceKind.DRUG_LABEL), POLICY, "2026-01-01", dose=True)) == "2026-04-01"


@pytest.mark.parametrize(
    "harm, volatile, due",
    [
        (Harm.H3, False, "2026-03-14"),
        (Harm.H3, True, "2025-09-14"),
        (Harm.H2, False, "2027-03-14"),
        (Harm.H1, False, "2028-03-14"),
        (Harm.H0, False, "2026-03-14"),
    ],
)
def test_a_statement_is_due_by_its_harm_class(harm: Harm, volatile: bool, due: str) -> None:
    assert on(clocks.statement(harm, date(2025, 3, 14), POLICY, volatile=volatile)) == due


def test_a_page_is_due_after_three_years() -> None:
    assert on(clocks.page(date(2025, 3, 14), POLICY)) == "2028-03-14"


def test_a_kept_version_comes_back_after_six_months() -> None:
    assert on(clocks.kept(date(2026, 11, 20), POLICY)) == "2027-05-20"


def test_an_override_for_one_source_comes_before_its_kind() -> None:
    policy = Policy(dict(DEFAULTS) | {"reassess.source:awmf:032-044OL": 6}, {"reassess.source:awmf:032-044OL": 9})
    due = clocks.reassess(VersionDates(S3, key="awmf:032-044OL", as_of="2022-06"), policy)
    assert due is not None
    assert (due.on, due.policy_id, due.reason) == (date(2022, 12, 1), 9, Reason.REASSESS_DUE)


@pytest.mark.parametrize("kind", list(SourceKind))
@pytest.mark.parametrize("clock", [Clock.VALIDITY, Clock.REASSESS, Clock.ACCESS])
def test_every_kind_has_its_intervals(kind: SourceKind, clock: Clock) -> None:
    months, row = POLICY.interval(clock, kind)
    assert row is None
    assert months is None or 3 <= months <= 60
