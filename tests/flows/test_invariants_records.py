"""Invariants 16 to 22 of domain section 6 and the rules beside them; on the stored data of both databases."""

from datetime import date

import pytest
from sqlmodel import col, select

from citations.identity import read_register_number
from citations.kinds import CitationState, Decision, Harm, Reason, Role, Status, SubjectKind
from citations.models import (
    Citation,
    Event,
    Flag,
    Page,
    Statement,
    Subject,
)
from citations.records import Reference
from citations.references import print_line, read_line
from jobs.facts import Fact
from jobs.ledger import sweep
from service.acts.cite import Binding, bind, unbind
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
    moment,
    open_flags,
    statement_with,
    subject_of,
    version_of,
)
from tests.flows.deciding import EXPIRED, S3, decide, tell


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
