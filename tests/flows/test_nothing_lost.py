"""Ways in which a decision could lose something or have it read twice; each did once. On both databases."""

from datetime import date

import pytest
from sqlmodel import col, select

from citations.kinds import CitationState, Decision, Harm, Role, Status, SubjectKind
from citations.models import Citation, Page, Subject
from jobs.facts import Fact
from jobs.ledger import sweep
from jobs.refused import RefusedError
from service.acts.cite import unbind
from service.acts.statements import contradict
from service.db import Sessions
from tests.factories import (
    EDITOR,
    PAGE,
    REVIEW,
    bound,
    bring_in,
    flag_ids,
    moment,
    open_flags,
    statement_with,
    subject_of,
    version_of,
)
from tests.flows.deciding import EXPIRED, S3, citation_of, decide, entry_of, tell


def test_an_entry_that_moved_on_stays_on_the_board(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, Fact(version="2.0", stand="2020-05"))
        tell(session, Fact(version="2.0", stand="2026-05", valid_until="2026-08-31"))
        entry = session.exec(
            select(Citation).where(col(Citation.version_id) != version_of(session, S3).id).order_by(col(Citation.id))
        ).first()
        assert entry is not None
        subject = session.get_one(Subject, entry.subject_id)
        decide(session, subject, Decision.SOURCE_UPDATED, moves={entry.id: version_of(session, S3).id})
        assert entry_of(session).active
        bring_in(session, PAGE.replace("Etwa 4", "Rund 4"))
        assert entry_of(session).active
        assert "expired" in open_flags(session, entry_of(session))


@pytest.mark.parametrize("decision, form", [(Decision.RETIRED, {}), (Decision.REVISED, {"words": "Anders gesagt."})])
def test_a_sentence_that_goes_answers_nothing_for_the_source_behind_it(
    sessions: Sessions, decision: Decision, form: dict[str, str]
) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        _, subject = bound(session, "Doxorubicin")
        decide(session, subject, decision, **form)
        assert entry_of(session).active
        assert open_flags(session, entry_of(session))["expired"] == "2026-09-07"


def test_an_entry_that_wakes_has_the_clocks_of_the_review_that_answered_for_it(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        statement, subject = bound(session, "Doxorubicin")
        decide(session, subject, Decision.CONFIRMED)
        unbind(session, moment(), EDITOR, citation_of(session, statement).id or 0)
        assert set(open_flags(session, entry_of(session))) == {"access_stale"}
        sweep(session, moment("2027-11-20"))
        assert open_flags(session, entry_of(session)) == {
            "access_stale": "2026-03-04",
            "expired": "2027-05-20",
            "reassess_due": "2027-11-20",
        }


def test_what_contradicts_a_sentence_stays_until_somebody_answers_that(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement, subject = bound(session, "Doxorubicin")
        shown = flag_ids(session, subject)
        contradict(session, moment(), EDITOR, statement.id or 0, date(2026, 11, 1), "neue Studie")
        decide(session, subject, Decision.CONFIRMED, seen=shown)
        assert open_flags(session, subject)["contradicted"] == "2026-11-01"


def test_newer_evidence_of_the_same_day_is_not_swallowed_by_the_answer_to_the_first(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement, subject = bound(session, "Doxorubicin")
        for note in ("neue Studie", "noch eine Studie"):
            contradict(session, moment(), EDITOR, statement.id or 0, date(2026, 11, 1), note)
            assert "contradicted" in open_flags(session, subject)
            decide(session, subject, Decision.CONFIRMED)
            assert "contradicted" not in open_flags(session, subject)
        with pytest.raises(RefusedError):
            contradict(session, moment(), EDITOR, statement.id or 0, date(2026, 11, 1), "und noch eine")


def test_sentences_are_unsourced_once_the_last_source_of_their_page_is_retired(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, PAGE.replace(f"Fachartikel\n{REVIEW}\n", ""))
        subject = subject_of(session, statement_with(session, "Operation"))
        assert "unsourced" not in open_flags(session, subject)
        decide(session, entry_of(session), Decision.RETIRED)
        assert "unsourced" in open_flags(session, subject)


@pytest.mark.parametrize("text", [PAGE, PAGE.replace("Etwa 4", "Rund 4")])
def test_a_retired_page_that_comes_in_again_is_a_page_again(sessions: Sessions, text: str) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        whole = session.exec(select(Subject).where(Subject.kind == SubjectKind.PAGE)).one()
        decide(session, whole, Decision.RETIRED)
        bring_in(session, text)
        session.expire_all()
        assert session.get_one(Page, page_id).retired_on is None
        assert session.get_one(Subject, whole.id).active
        assert session.get_one(Subject, whole.id).due_on is not None
        assert subject_of(session, statement_with(session, "Operation")).active
        assert entry_of(session).active


def test_a_source_moves_to_a_version_only_once(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement, subject = bound(session, "Doxorubicin")
        old = citation_of(session, statement)
        tell(session, Fact(version="2.0", stand="2026-05"))
        bound(session, "Doxorubicin")
        new = version_of(session, S3).id
        decide(session, subject, Decision.SOURCE_UPDATED, moves={old.id: new})
        assert citation_of(session, statement).version_id == new


@pytest.mark.parametrize("target", ["same", "older", "other", "nobody"])
def test_a_source_moves_only_to_a_newer_version_of_itself(sessions: Sessions, target: str) -> None:
    with sessions.write() as session:
        bring_in(session)
        first = version_of(session, S3).id or 0
        tell(session, Fact(version="2.0", stand="2026-05"))
        other = version_of(session, "title:the-diagnosis-and-treatment-of-soft-tissue-sarcomas-of-bannasch-2011-108")
        statement, subject = bound(session, "Doxorubicin")
        cited = citation_of(session, statement)
        version = {"same": cited.version_id, "older": first, "other": other.id, "nobody": first}[target]
        moves = {0 if target == "nobody" else cited.id: version}
        with pytest.raises(RefusedError):
            decide(session, subject, Decision.SOURCE_UPDATED, moves=moves)


def test_a_sentence_is_not_revised_by_saying_the_same_again(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement, subject = bound(session, "Doxorubicin")
        with pytest.raises(RefusedError):
            decide(session, subject, Decision.REVISED, words=f" {statement.exact} ")


def test_nobody_decides_on_what_has_left_the_work(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        entry = entry_of(session)
        _, subject = bound(
            session, "Operation", "title:the-diagnosis-and-treatment-of-soft-tissue-sarcomas-of-bannasch-2011-108"
        )
        for gone in (subject, entry):
            decide(session, gone, Decision.RETIRED)
            for decision in (Decision.CONFIRMED, Decision.REVISED, Decision.RETIRED):
                with pytest.raises(RefusedError):
                    decide(session, gone, decision, words="Neu.")


def test_a_decision_to_wait_ends_when_something_new_comes_up(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, subject = bound(session, "Doxorubicin", harm=Harm.H3)
        decide(session, subject, Decision.DEFERRED, until=date(2027, 2, 1))
        sweep(session, moment("2026-11-21"))
        assert subject_of(session, statement_with(session, "Doxorubicin")).deferred_until == date(2027, 2, 1)
        tell(session, Fact(status=Status.RETRACTED))
        assert subject_of(session, statement_with(session, "Doxorubicin")).deferred_until is None


def test_a_source_that_two_lines_name_stays_while_one_of_them_stands(sessions: Sessions) -> None:
    prose = "- Beim BfArM (www.bfarm.de) und bei der EMA (www.ema.europa.eu) finden Sie Warnungen."
    alone = "- Bei der EMA (www.ema.europa.eu) finden Sie Berichte."
    both = PAGE.replace(REVIEW, f"{REVIEW}\nPortale\n{prose}\n{alone}")
    with sessions.write() as session:
        bring_in(session, both)
        live = select(Citation.version_id).where(
            col(Citation.statement_id).is_(None), Citation.state == CitationState.CONFIRMED
        )
        before = set(session.exec(live))
        bring_in(session, both.replace(f"\n{alone}", ""))
        assert set(session.exec(live)) == before


def test_a_role_that_sets_no_day_leaves_only_the_clock_of_the_sentence(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        tell(session, EXPIRED)
        _, subject = bound(session, "Operation", role=Role.CONTRADICTS)
        assert subject.due_on == date(2027, 3, 4)
