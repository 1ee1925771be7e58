"""Invariants 1 to 7 of domain section 6: dates, versions, families; on the stored data of both databases."""

from datetime import date

import pytest
from sqlmodel import col, select

from citations.kinds import Origin
from citations.models import (
    Access,
    Event,
    ListedSource,
    Observation,
    SourceVersion,
)
from jobs.facts import Fact
from jobs.refused import RefusedError
from service.acts.facts import Opened, record_access
from service.db import Sessions
from tests.factories import (
    EDITOR,
    GUIDELINE,
    PAGE,
    bring_in,
    moment,
    open_flags,
    version_of,
)
from tests.flows.deciding import EXPIRED, S3, tell


@pytest.mark.parametrize(
    "on, rule",
    [
        ("2026-11-21", "refused.access_ahead"),
        ("2022-05-31", "refused.access_before_stand"),
        ("2025-02-31", "refused.no_date"),
        ("2025-13", "refused.no_date"),
    ],
)
def test_01_an_access_lies_between_stand_and_today(sessions: Sessions, on: str, rule: str) -> None:
    with sessions.write() as session:
        page = bring_in(session).page_id
        with pytest.raises(RefusedError) as refused:
            record_access(session, moment(), EDITOR, Opened(version_of(session, S3).id or 0, (page,), on))
    assert refused.value.key == rule


def test_01_an_access_in_the_month_of_the_stand_is_legal(sessions: Sessions) -> None:
    with sessions.write() as session:
        page = bring_in(session).page_id
        record_access(session, moment(), EDITOR, Opened(version_of(session, S3).id or 0, (page,), "2022-06-15"))
        assert "2022-06-15" in session.exec(select(Access.on)).all()


def test_01_a_printed_access_that_breaks_a_rule_stays_in_its_line_and_counts_for_nothing(sessions: Sessions) -> None:
    with sessions.write() as session:
        result = bring_in(session, PAGE.replace("04.03.2025", "04.03.2027"))
        assert "refused.access_ahead" in result.notices
        assert session.exec(select(Access)).all() == []


def test_02_a_stand_ahead_of_today_is_refused(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        with pytest.raises(RefusedError) as refused:
            tell(session, Fact(version="2.0", stand="2027-01"))
    assert refused.value.key == "refused.stand_ahead"


def test_03_an_end_before_the_stand_is_refused(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        with pytest.raises(RefusedError) as refused:
            tell(session, Fact(stand="2021-09-07", valid_until="2021-01-01"))
    assert refused.value.key == "refused.valid_before_stand"


def test_03_a_registered_end_replaces_the_derived_one_and_the_change_is_logged(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        version = version_of(session, S3)
        assert (version.valid_until, version.valid_until_origin) == (date(2026, 9, 6), Origin.REGISTER)
        logged = session.exec(select(Event).where(Event.act == "record_fact")).one()
        assert (logged.before["valid_until"], logged.after["valid_until"]) == ("", "2026-09-06")


def test_04_one_current_version_and_no_cycles(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        for label, stand in (("3.0", "2026-03"), ("2.0", "2025-04"), ("2.1", "2025-10")):
            tell(session, Fact(version=label, stand=stand))
        rows = session.exec(select(SourceVersion).where(SourceVersion.awmf_number == "032/044OL")).all()
    current = [row for row in rows if row.superseded_by_id is None]
    assert [row.label for row in current] == ["3.0"]
    assert all(row.superseded_by_id == current[0].id for row in rows if row is not current[0])


def test_05_a_higher_version_with_an_older_date_is_kept_as_a_conflict_and_changes_nothing(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        before = open_flags(session, key=S3)
        tell(session, Fact(version="2.0", stand="2019-01"))
        assert open_flags(session, key=S3) == before
        assert [row.outcome for row in session.exec(select(Observation))] == ["conflict"]
        assert len(session.exec(select(SourceVersion).where(SourceVersion.awmf_number == "032/044OL")).all()) == 1


def test_06_a_minor_version_moves_neither_consensus_nor_end(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        tell(session, Fact(version="1.2", stand="2025-01"))
        minor = version_of(session, S3)
        assert (minor.label, minor.consensus_as_of, minor.valid_until) == ("1.2", "2021-09-07", date(2026, 9, 6))


def test_07_a_patient_version_inherits_what_became_true_of_its_guideline(sessions: Sessions) -> None:
    line = "- Für Betroffene gibt es dazu die Patientenleitlinie Weichgewebesarkome bei Erwachsenen."
    with sessions.write() as session:
        bring_in(session, PAGE.replace(GUIDELINE, f"{GUIDELINE}\n{line}"))
        tell(session, EXPIRED)
        flags = open_flags(session, key="patient-guideline:weichgewebesarkome-bei-erwachsenen")
    assert flags == {"expired": "2026-09-07", "reference_incomplete": "2026-11-20"}


@pytest.mark.parametrize("stand", ["13/2022", "00/2022", "06/2031"])
def test_02_a_printed_stand_that_no_rule_allows_stays_in_its_line_and_counts_for_nothing(
    sessions: Sessions, stand: str
) -> None:
    with sessions.write() as session:
        result = bring_in(session, PAGE.replace("Stand 06/2022", f"Stand {stand}"))
        assert version_of(session, S3).as_of == ""
        line = session.exec(select(ListedSource).where(col(ListedSource.text).contains(stand))).one()
        assert line.irregular
    assert ("refused.stand_ahead" in result.notices) is (stand == "06/2031")
