"""Ways in which a fact could miss what rests on it, or stop the clocks; each did once. On both databases."""

from datetime import date

import pytest
from sqlmodel import col, select

from citations.kinds import Decision, Reason, Status
from citations.models import Citation, Flag, Source, Subject
from jobs.facts import Fact
from jobs.ledger import sweep
from jobs.refused import RefusedError
from service.acts.facts import Opened, record_access
from service.acts.policy import change_policy
from service.db import Sessions
from tests.factories import (
    EDITOR,
    GUIDELINE,
    PAGE,
    bound,
    bring_in,
    moment,
    open_flags,
    statement_with,
    version_of,
)
from tests.flows.deciding import EXPIRED, S3, decide, entry_of, tell

PATIENT = "patient-guideline:weichgewebesarkome-bei-erwachsenen"
PATIENT_LINE = "- Für Betroffene gibt es dazu die Patientenleitlinie Weichgewebesarkome bei Erwachsenen."
SECOND = "https://www.example.org/zweite"
NEWER = GUIDELINE.replace("1.1, 2022", "2.0, 2025").replace("06/2022", "05/2025").replace("04.03.2025", "01.11.2026")


def test_what_the_register_calls_expired_comes_back_after_it_was_kept(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, Fact(status=Status.EXPIRED))
        _, subject = bound(session, "Doxorubicin")
        decide(session, subject, Decision.CONFIRMED)
        assert "expired" not in open_flags(session, subject)
        sweep(session, moment("2027-05-20"))
        assert open_flags(session, subject)["expired"] == "2027-05-20"


def test_a_patient_version_kept_although_its_guideline_expired_comes_back(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, PAGE.replace(GUIDELINE, f"{GUIDELINE}\n{PATIENT_LINE}"))
        tell(session, EXPIRED)
        decide(session, entry_of(session, PATIENT), Decision.CONFIRMED)
        assert "expired" not in open_flags(session, key=PATIENT)
        sweep(session, moment("2027-05-20"))
        assert open_flags(session, key=PATIENT)["expired"] == "2027-05-20"


def test_a_patient_version_follows_its_guideline_to_the_new_version(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, PAGE.replace(GUIDELINE, f"{GUIDELINE}\n{PATIENT_LINE}"))
        entry = session.exec(select(Citation).where(Citation.version_id == version_of(session, S3).id)).one()
        tell(session, Fact(version="2.0", stand="2026-05", valid_until="2031-04-30"))
        assert "superseded_major" in open_flags(session, key=PATIENT)
        new = version_of(session, S3).id
        decide(session, session.get_one(Subject, entry.subject_id), Decision.SOURCE_UPDATED, moves={entry.id: new})
        assert "superseded_major" not in open_flags(session, key=PATIENT)


def test_a_newer_version_that_another_page_prints_is_a_newer_version(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, subject = bound(session, "Doxorubicin")
        bring_in(session, PAGE.replace(GUIDELINE, NEWER), url=SECOND)
        assert open_flags(session, subject)["superseded_major"] == "2025-05-01"


def test_what_another_page_knows_better_of_a_source_sets_the_clocks_of_both(sessions: Sessions) -> None:
    bare = GUIDELINE.replace("Stand 06/2022, ", "")
    with sessions.write() as session:
        bring_in(session, PAGE.replace(GUIDELINE, bare))
        assert open_flags(session, key=S3)["reassess_due"] == "2025-01-01"
        bring_in(session, url=SECOND)
        cited = select(Citation.id).where(Citation.version_id == version_of(session, S3).id)
        flags = select(col(Flag.citation_key), col(Flag.trigger_day)).where(
            Flag.reason == Reason.REASSESS_DUE, col(Flag.closed_at).is_(None), col(Flag.citation_key).in_(cited)
        )
        assert [day for _, day in session.exec(flags)] == [date(2025, 6, 1), date(2025, 6, 1)]


def test_a_newer_stand_of_a_source_without_version_numbers_is_a_newer_version(sessions: Sessions) -> None:
    onkopedia = (
        "Deutsche Gesellschaft für Hämatologie und Medizinische Onkologie (DGHO): Onkopedia-Leitlinie "
        "Weichgewebssarkome (Stand 04/2019, aufgerufen am 24.01.2025)."
    )
    with sessions.write() as session:
        bring_in(session, PAGE.replace(GUIDELINE, onkopedia))
        key = "onkopedia:weichgewebssarkome"
        old = version_of(session, key)
        tell(session, Fact(stand="2026-05"), key)
        session.refresh(old)
        assert (old.as_of, old.consensus_as_of) == ("2019-04", "")
        assert open_flags(session, key=key)["superseded_major"] == "2026-05-01"
        tell(session, Fact(stand="2026-05", valid_until="2031-05-31"), key)
        assert version_of(session, key).valid_until == date(2031, 5, 31)


def test_an_access_closes_every_older_flag_that_asked_for_one(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        version = version_of(session, S3).id or 0
        record_access(session, moment(), EDITOR, Opened(version, (page_id,), "2025-06-01"))
        record_access(session, moment(), EDITOR, Opened(version, (page_id,), "2026-11-20"))
        assert "access_stale" not in open_flags(session, key=S3)


def test_an_interval_that_grows_takes_back_the_flag_it_gave(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        for value, expected in ((None, False), (12, True), (60, False), (12, True)):
            change_policy(session, moment(), EDITOR, "access.awmf_guideline", value, "neue Regel")
            assert ("access_stale" in open_flags(session, key=S3)) is expected


def test_a_flag_that_opens_again_weighs_what_its_reason_weighs_now(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        change_policy(session, moment(), EDITOR, "access.awmf_guideline", None, "Versuch")
        change_policy(session, moment(), EDITOR, "severity.access_stale", 31, "Versuch")
        change_policy(session, moment(), EDITOR, "access.awmf_guideline", 12, "zurück")
        assert entry_of(session).reason is Reason.ACCESS_STALE


def test_a_flag_names_the_newest_version(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, Fact(version="2.0", stand="2025-05"))
        tell(session, Fact(version="3.0", stand="2026-05"))
        rows = session.exec(
            select(Flag).where(Flag.reason == Reason.SUPERSEDED_MAJOR, col(Flag.closed_at).is_(None))
        ).all()
        assert [(row.facts["to"], row.trigger_day) for row in rows] == [("3.0", date(2025, 5, 1))]


@pytest.mark.parametrize("status, reason", [(Status.RETRACTED, "retracted"), (Status.CORRECTED, "corrected")])
def test_word_of_a_revision_takes_nothing_graver_back(sessions: Sessions, status: Status, reason: str) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, Fact(status=status))
        tell(session, Fact(status=Status.UNDER_REVISION))
        assert reason in open_flags(session, key=S3)


def test_an_extension_closes_what_the_register_called_expired(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, Fact(status=Status.EXPIRED))
        tell(session, Fact(valid_until="2029-01-31"))
        assert "expired" not in open_flags(session, key=S3)
        sweep(session, moment("2029-02-01"))
        assert open_flags(session, key=S3)["expired"] == "2029-02-01"


@pytest.mark.parametrize("end", ["9999-12-31", "9999"])
def test_an_end_at_the_end_of_the_calendar_never_comes(sessions: Sessions, end: str) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, Fact(valid_until=end))
        assert "expired" not in open_flags(session, key=S3)


@pytest.mark.parametrize("year", ["9999", "2031", "0001", "0000"])
def test_a_year_nobody_can_mean_stops_no_import(sessions: Sessions, year: str) -> None:
    with sessions.write() as session:
        bring_in(session, PAGE.replace("Int 2011;", f"Int {year};").replace("1.1, 2022,", f"1.1, {year},"))
        assert statement_with(session, "Operation").state == "active"


@pytest.mark.parametrize(
    "key, value", [("overdue.step", 0), ("overdue.most", 1200), ("statement.H2", 0), ("reassess.onkopedia", 0)]
)
def test_a_number_that_would_stop_the_clocks_is_refused(sessions: Sessions, key: str, value: int) -> None:
    with sessions.write() as session:
        bring_in(session)
        with pytest.raises(RefusedError):
            change_policy(session, moment(), EDITOR, key, value, "Versuch")


@pytest.mark.parametrize("most, step", [(0, 60), (100, 1200)])
def test_the_widest_and_the_narrowest_count_of_overdue_days_can_be_swept(
    sessions: Sessions, most: int, step: int
) -> None:
    with sessions.write() as session:
        bring_in(session)
        change_policy(session, moment(), EDITOR, "overdue.step", step, "Versuch")
        change_policy(session, moment(), EDITOR, "overdue.most", most, "Versuch")
        for day in ("2026-11-20", "2026-11-21", "2029-01-01"):
            sweep(session, moment(day))
        assert open_flags(session, key=S3)


def test_a_label_behind_a_dose_is_opened_twice_as_often(sessions: Sessions) -> None:
    label = "Fachinformation Adriamycin 2 mg/ml, Pfizer Pharma GmbH, Stand 01/2026 (aufgerufen am 01.06.2026)."
    page = (
        "Die Dosis beträgt 75 mg/m² alle drei Wochen. Doxorubicin ist ein Zellgift.\n"
        f"Quellen\nArzneimittel\n{label}\n{GUIDELINE}\n"
    )
    with sessions.write() as session:
        bring_in(session, page, moment("2026-06-02"))
        key = session.exec(select(Source.key).where(Source.kind == "drug_label")).one()
        _, dose = bound(session, "Dosis", key, when=moment("2026-06-02"))
        _, other = bound(session, "Zellgift", key, when=moment("2026-06-02"))
        sweep(session, moment("2026-09-01"))
        assert open_flags(session, dose)["access_stale"] == "2026-09-01"
        assert "access_stale" not in open_flags(session, other)
        opened = Opened(version_of(session, key).id or 0, (dose.page_id,), "2026-09-02")
        record_access(session, moment("2026-09-02"), EDITOR, opened)
        assert "access_stale" not in open_flags(session, dose)
        sweep(session, moment("2026-12-02"))
        assert open_flags(session, dose)["access_stale"] == "2026-12-02"
