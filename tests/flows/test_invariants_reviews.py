"""Invariants 8 to 15 of domain section 6: reviews and sweeps; on the stored data of both databases."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from citations.kinds import Decision, Harm, Reason, Status
from citations.models import (
    Access,
    Flag,
)
from jobs.facts import Fact
from jobs.ledger import sweep
from jobs.refused import RefusedError
from service.db import Sessions
from tests.factories import (
    PAGE,
    bound,
    bring_in,
    flag_ids,
    moment,
    open_flags,
    statement_with,
    subject_of,
    version_of,
)
from tests.flows.deciding import EXPIRED, S3, decide, tell


def test_08_a_review_closes_what_was_seen_about_the_version_it_names(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        _, subject = bound(session, "Doxorubicin")
        tell(session, Fact(version="2.0", stand="2026-05"))
        decide(session, subject, Decision.CONFIRMED)
        assert set(open_flags(session, subject)) == {"superseded_major", "access_stale"}


def test_08_access_stale_closes_only_with_an_access_on_or_after_its_day(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, subject = bound(session, "Doxorubicin")
        version = version_of(session, S3).id or 0
        decide(session, subject, Decision.CONFIRMED, accessed={version: "2026-03-03"})
        assert open_flags(session, subject) == {"access_stale": "2026-03-04"}
        decide(session, subject, Decision.CONFIRMED, accessed={version: "2026-11-20"})
        assert open_flags(session, subject) == {}


def test_08_flags_that_opened_after_the_form_was_shown_stay_open(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, subject = bound(session, "Doxorubicin")
        shown = flag_ids(session, subject)
        tell(session, EXPIRED)
        decide(session, subject, Decision.CONFIRMED, seen=tuple(set(shown) & set(flag_ids(session, subject))))
        assert "expired" in open_flags(session, subject)


def test_09_an_expired_version_kept_with_a_note_comes_back_after_six_months(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        _, subject = bound(session, "Doxorubicin")
        with pytest.raises(RefusedError) as refused:
            decide(session, subject, Decision.CONFIRMED, note=" ")
        assert refused.value.key == "refused.confirm_needs_note"
        decide(session, subject, Decision.CONFIRMED)
        assert "expired" not in open_flags(session, subject)
        sweep(session, moment("2027-05-19"))
        assert "expired" not in open_flags(session, subject)
        sweep(session, moment("2027-05-20"))
        assert open_flags(session, subject)["expired"] == "2027-05-20"


@pytest.mark.parametrize("status", [Status.RETRACTED, Status.WITHDRAWN])
def test_10_retracted_support_of_a_grave_sentence_cannot_be_confirmed(sessions: Sessions, status: Status) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, subject = bound(session, "Doxorubicin", harm=Harm.H3)
        tell(session, Fact(status=status))
        assert subject_of(session, statement_with(session, "Doxorubicin")).band == "A"
        with pytest.raises(RefusedError) as refused:
            decide(session, subject, Decision.CONFIRMED)
        assert refused.value.key == "refused.confirm_retracted"
        decide(session, subject, Decision.RETIRED)
        assert open_flags(session, subject) == {}


def test_11_deferral_needs_a_reason_keeps_the_flag_and_ends_within_ninety_days(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, subject = bound(session, "Doxorubicin")
        flags = open_flags(session, subject)
        for form in ({"note": ""}, {"until": date(2027, 2, 19)}, {"until": date(2026, 11, 20)}, {"until": None}):
            with pytest.raises(RefusedError):
                decide(session, subject, Decision.DEFERRED, **({"until": date(2026, 12, 1)} | form))
        decide(session, subject, Decision.DEFERRED, until=date(2027, 2, 18))
        assert open_flags(session, subject) == flags
        assert subject_of(session, statement_with(session, "Doxorubicin")).deferred_until == date(2027, 2, 18)


def test_11_what_is_withdrawn_under_a_grave_sentence_cannot_be_deferred(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, subject = bound(session, "Doxorubicin", harm=Harm.H3)
        tell(session, Fact(status=Status.WITHDRAWN))
        with pytest.raises(RefusedError) as refused:
            decide(session, subject, Decision.DEFERRED, until=date(2026, 12, 1))
    assert refused.value.key == "refused.defer_grave"


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gaps=st.lists(st.integers(min_value=0, max_value=400), min_size=1, max_size=5))
def test_12_any_rhythm_of_sweeps_gives_the_same_flags(sessions: Sessions, gaps: list[int]) -> None:
    start, end = date(2022, 7, 1), date(2026, 11, 20)
    days = [start]
    for gap in gaps:
        days.append(min(end, days[-1] + timedelta(days=gap)))
    assert swept(sessions, [*days, end]) == swept(sessions, [end])


def swept(sessions: Sessions, days: list[date]) -> set[tuple[str, str, str]]:
    """Import a page long ago, sweep on these days, and return every flag; nothing is kept."""
    text = PAGE.replace("04.03.2025", "01.07.2022")
    with sessions.write() as session:
        bring_in(session, text, moment("2022-07-01"))
        bind_first(session)
        for day in days:
            sweep(session, moment(day))
        rows = session.exec(
            select(col(Flag.subject_id), col(Flag.reason), col(Flag.trigger_day)).order_by(col(Flag.subject_id))
        ).all()
        first = min(row[0] for row in rows)
        found = {(str(subject - first), reason.value, day.isoformat()) for subject, reason, day in rows}
        session.rollback()
    return found


def bind_first(session: Session) -> None:
    """Bind the guideline to the first sentence, on the day of the import."""
    bound(session, "Doxorubicin", when=moment("2022-07-01"))


def test_12_the_trigger_day_is_the_day_the_rule_became_true(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, when=moment("2025-03-05"))
        sweep(session, moment("2026-11-20"))
        assert open_flags(session, key=S3) == {"reassess_due": "2025-06-01", "access_stale": "2026-03-04"}


def test_13_the_same_evidence_never_opens_a_closed_flag_again_but_a_later_day_does(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        _, subject = bound(session, "Doxorubicin")
        version = version_of(session, S3).id or 0
        decide(session, subject, Decision.CONFIRMED, accessed={version: "2026-11-20"})
        tell(session, EXPIRED)
        for _ in range(2):
            sweep(session, moment("2026-11-21"))
        assert open_flags(session, subject) == {}
        sweep(session, moment("2027-12-01"))
        assert open_flags(session, subject)["access_stale"] == "2027-11-20"


def test_13_a_flag_that_a_fact_had_closed_opens_again_when_the_fact_holds_again(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        tell(session, Fact(valid_until="2029-01-31"))
        assert "expired" not in open_flags(session, key=S3)
        tell(session, EXPIRED)
        assert open_flags(session, key=S3)["expired"] == "2026-09-07"


def test_14_no_link_is_called_dead_without_a_watcher_that_looked(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        sweep(session, moment("2036-01-01"))
        assert session.exec(select(Flag).where(Flag.reason == Reason.LINK_DEAD)).all() == []


def test_15_a_sweep_never_sets_an_access(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        before = session.exec(select(Access.on, Access.by)).all()
        sweep(session, moment("2030-01-01"))
        assert session.exec(select(Access.on, Access.by)).all() == before
