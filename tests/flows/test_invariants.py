"""The 22 invariants of domain section 6, each by its number, on the stored data of both databases."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from citations.identity import read_register_number
from citations.kinds import CitationState, Decision, Harm, Origin, Reason, Role, Status, SubjectKind
from citations.models import (
    Access,
    Citation,
    Event,
    Flag,
    ListedSource,
    Observation,
    Page,
    Review,
    SourceVersion,
    Statement,
    Subject,
)
from citations.records import Reference
from citations.references import print_line, read_line
from jobs.ledger import sweep
from service.acts.cite import Binding, bind, unbind
from service.acts.facts import Fact, Opened, record_access, record_fact
from service.acts.refused import RefusedError
from service.acts.review import Verdict, review
from service.acts.sources import source_named
from service.acts.statements import set_harm
from service.db import Sessions
from tests.factories import (
    EDITOR,
    GUIDELINE,
    PAGE,
    REVIEW,
    after,
    bound,
    bring_in,
    flag_ids,
    moment,
    open_flags,
    statement_with,
    subject_of,
    version_of,
)

S3 = "awmf:032-044OL"
EXPIRED = Fact(stand="2021-09-07", valid_until="2026-09-06")


def tell(session: Session, fact: Fact, key: str = S3, day: str = "2026-11-20") -> None:
    """Record a fact about a source."""
    record_fact(session, moment(day), EDITOR, source_named(session, key), fact)


def decide(session: Session, subject: Subject, decision: Decision, day: str = "2026-11-20", **form: object) -> Review:
    """Decide on everything that is open on a subject, with a note unless the form says otherwise."""
    session.refresh(subject)
    form = {"note": "gelesen", "seen": flag_ids(session, subject), "last_review": subject.last_review_id or 0} | form
    return review(session, moment(day, 10), EDITOR, subject.id or 0, Verdict(decision, **form))  # type: ignore[arg-type]


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
    line = "- Die Leitlinie steht auch als Patientenleitlinie Weichgewebesarkome bei Erwachsenen zur Verfügung."
    with sessions.write() as session:
        bring_in(session, PAGE.replace(GUIDELINE, f"{GUIDELINE}\n{line}"))
        tell(session, EXPIRED)
        flags = open_flags(session, key="patient-guideline:weichgewebesarkome-bei-erwachsenen")
    assert flags == {"expired": "2026-09-07", "reference_incomplete": "2026-11-20"}


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


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


def test_16_nothing_is_deleted_when_a_source_is_unbound_and_a_line_leaves_the_list(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement, _ = bound(session, "Doxorubicin")
        cited = session.exec(select(Citation.id)).all()
        flags = session.exec(select(Flag.id)).all()
        own = session.exec(select(Citation).where(Citation.statement_id == statement.id)).one()
        unbind(session, moment(), EDITOR, own.id or 0, "passt nicht")
        bring_in(session, PAGE.replace(REVIEW, ""))
        assert set(cited) <= set(session.exec(select(Citation.id)).all())
        assert set(flags) <= set(session.exec(select(Flag.id)).all())
        states = session.exec(select(Citation.state).where(Citation.ended_by != "")).all()
        assert states == [CitationState.ENDED, CitationState.ENDED]


def test_17_every_grave_sentence_has_support_or_is_flagged_or_rests_on_its_page(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        bring_in(
            session, "Doxorubicin ist ein Medikament. Die Operation ist eine Behandlung.", url="https://example.org/b"
        )
        listed = set(session.exec(select(Citation.page_id).where(col(Citation.statement_id).is_(None))))
        rows = session.exec(
            select(Statement, Subject)
            .join(Subject, col(Subject.statement_id) == col(Statement.id))
            .where(col(Statement.harm).in_([Harm.H2, Harm.H3]))
        ).all()
        bare = [(statement, subject) for statement, subject in rows if statement.page_id not in listed]
        assert len(bare) == 2
        assert all("unsourced" in open_flags(session, subject) for _, subject in bare)


def test_17_the_last_support_taken_from_a_page_without_a_list_opens_unsourced(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        bring_in(session, "Ifosfamid ist ein Medikament.", url="https://example.org/b")
        statement, subject = bound(session, "Ifosfamid")
        assert "unsourced" not in open_flags(session, subject)
        own = session.exec(select(Citation).where(Citation.statement_id == statement.id)).one()
        unbind(session, moment(), EDITOR, own.id or 0)
        assert "unsourced" in open_flags(session, subject)


@pytest.mark.parametrize("printed", ["032/044OL", "015/074", "128/001OL", "nvl/007"])
def test_18_a_register_number_keeps_its_suffix_both_ways(printed: str) -> None:
    number = read_register_number(printed)
    assert number is not None
    assert number.printed == printed
    again = read_register_number(number.canonical)
    assert again == number


@pytest.mark.parametrize("line", [GUIDELINE, REVIEW])
def test_19_a_printed_reference_comes_back_byte_for_byte(line: str) -> None:
    reading = read_line(line)
    assert isinstance(reading, Reference)
    assert print_line(reading) == line


def test_20_a_harm_class_changes_by_a_person_with_new_deadlines_at_once(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement = statement_with(session, "Operation")
        assert "review_due" not in open_flags(session, subject_of(session, statement))
        set_harm(session, moment(), EDITOR, statement.id or 0, Harm.H3)
        assert open_flags(session, subject_of(session, statement))["review_due"] == "2026-03-04"
        logged = session.exec(select(Event).where(Event.act == "set_harm")).one()
        assert (logged.by, logged.before, logged.after) == (EDITOR, {"harm": "H2"}, {"harm": "H3"})


def test_21_silence_changes_no_content_flag(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        before = open_flags(session, key=S3)
        sweep(session, moment("2026-11-30"))
        assert open_flags(session, key=S3) == before


def test_22_under_revision_alone_makes_nothing_due(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(
            session,
            PAGE.replace("04.03.2025", "04.11.2026").replace("06/2022", "06/2025").replace("1.1, 2022", "1.1, 2025"),
        )
        _, subject = bound(session, "Doxorubicin")
        ahead = subject.due_on
        tell(session, Fact(status=Status.UNDER_REVISION))
        now = subject_of(session, statement_with(session, "Doxorubicin"))
        assert open_flags(session, now) == {"under_revision": "2026-11-20"}
        assert (now.due_on, now.band) == (ahead, "D")
        assert ahead is not None
        assert ahead > date(2026, 11, 20)


def test_a_page_entry_rests_while_its_source_is_bound_and_wakes_when_it_is_not(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        entry = session.exec(
            select(Subject)
            .join(Citation, col(Citation.subject_id) == col(Subject.id))
            .where(Subject.kind == SubjectKind.ENTRY, Citation.version_id == version_of(session, S3).id)
        ).one()
        assert entry.active
        statement, _ = bound(session, "Doxorubicin")
        session.refresh(entry)
        assert not entry.active
        own = session.exec(select(Citation).where(Citation.statement_id == statement.id)).one()
        unbind(session, moment(), EDITOR, own.id or 0)
        session.refresh(entry)
        assert entry.active
        assert entry.reason is Reason.REASSESS_DUE


def test_a_whole_page_review_sets_the_clocks_of_page_and_sentences(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        subject = session.exec(select(Subject).where(Subject.kind == SubjectKind.PAGE)).one()
        decide(session, subject, Decision.CONFIRMED)
        page = session.get_one(Page, page_id)
        assert (page.reviewed_on, page.reviewed_inferred) == (date(2026, 11, 20), False)
        assert (
            session.exec(select(Flag.id).where(Flag.reason == Reason.REVIEW_DUE, col(Flag.closed_at).is_(None))).all()
            == []
        )


def test_binding_with_see_also_gives_half_weight_and_no_due_day(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        _, subject = bound(session, "Operation", role=Role.SEE_ALSO)
        assert (subject.points, subject.reason) == (16 + 20 + 1 + 2, Reason.EXPIRED)
        assert subject.due_on is not None
        assert subject.due_on.isoformat() == "2027-03-04"


def test_moving_on_to_the_new_version_takes_the_entry_along(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement, subject = bound(session, "Doxorubicin")
        old = session.exec(select(Citation).where(Citation.statement_id == statement.id)).one()
        tell(session, Fact(version="2.0", stand="2026-05", valid_until="2031-04-30"))
        new = version_of(session, S3).id or 0
        decide(session, subject, Decision.SOURCE_UPDATED, moves={old.id: new}, accessed={new: "2026-11-20"})
        live = session.exec(
            select(Citation.version_id).where(Citation.state == CitationState.CONFIRMED, Citation.version_id == new)
        ).all()
        assert len(live) == 2
        assert open_flags(session, subject) == {}
        assert after(moment(), days=1).today == date(2026, 11, 21)


def test_rewording_retires_the_old_sentence_and_hands_its_sources_over_as_proposals(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        old, subject = bound(session, "Doxorubicin")
        decide(session, subject, Decision.REVISED, words="Doxorubicin wird meist zuerst gegeben.")
        new = statement_with(session, "zuerst gegeben")
        handed = session.exec(select(Citation).where(Citation.statement_id == new.id)).one()
        session.refresh(old)
        assert (old.state, new.replaces_id, handed.state) == ("retired", old.id, CitationState.PROPOSED)
        bind(session, moment(), EDITOR, new.id or 0, Binding(handed.version_id))
        session.refresh(handed)
        assert handed.state is CitationState.CONFIRMED


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
