"""Marks of recommendations, entered in whatever order: the same flags, and no decision lost (invariants 12, 13)."""

from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest
from sqlmodel import Session, col, select

from citations.kinds import Because, Change, CitationState, Decision, Reason
from citations.models import Citation, Flag, Review, SourceVersion, Statement, Subject
from citations.recommendations import read_marks
from jobs.facts import Fact, record_fact
from service.acts.cite import Binding, bind
from service.acts.locate import locate
from service.acts.marks import end_mark, mark_recommendations
from service.acts.merge import Merging, merge
from service.acts.not_touched import Reading, Ticked, not_touched
from service.acts.review import Verdict, review
from service.db import Sessions
from service.reads.source import source_keyed
from tests.databases import stocked
from tests.factories import EDITOR, GUIDELINE, bring_in, flag_ids, moment, statement_with, subject_of
from tests.recomputing import assert_in_step

KEY = "awmf:032-044OL"
WORDS = ("Doxorubicin", "Operation", "Etwa 4")


def tell(session: Session, version: str, stand: str) -> None:
    record_fact(session, moment(), EDITOR, source_keyed(session, KEY), Fact(version=version, stand=stand))


def mark(session: Session, version: str, text: str) -> None:
    number = session.exec(select(SourceVersion.id).where(SourceVersion.label == version)).one()
    mark_recommendations(session, moment(), EDITOR, number or 0, read_marks(text).marked)


def cite(session: Session) -> None:
    old = session.exec(select(SourceVersion.id).where(SourceVersion.label == "1.1")).one()
    for words in WORDS:
        bind(session, moment(), EDITOR, statement_with(session, words).id or 0, Binding(old or 0))


def place(session: Session) -> None:
    for words, at in zip(WORDS, ("Empfehlung 3.1", "E 3.2", "3.9"), strict=True):
        statement = statement_with(session, words)
        found = select(Citation.id).where(
            Citation.statement_id == statement.id, Citation.state == CitationState.CONFIRMED
        )
        locate(session, moment(), EDITOR, session.exec(found).one() or 0, at)


def newer(session: Session) -> dict[str, list[tuple[str, str]]]:
    """Return what is open about newer versions, sentence by sentence."""
    session.expire_all()
    rows = session.exec(
        select(col(Statement.exact), col(Flag.reason), col(Flag.trigger_day))
        .join(Subject, col(Subject.id) == col(Flag.subject_id))
        .join(Statement, col(Statement.id) == col(Subject.statement_id))
        .where(col(Flag.closed_at).is_(None), col(Flag.reason).in_([Reason.SUPERSEDED_MAJOR, Reason.SUPERSEDED_MINOR]))
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for exact, reason, day in rows:
        words = next(one for one in WORDS if one in exact)
        found.setdefault(words, []).append((reason.value, day.isoformat()))
    return found


STEPS: dict[str, Callable[[Session], None]] = {
    "cited": cite,
    "placed": place,
    "version": lambda session: tell(session, "2.0", "2025-02"),
    "marked": lambda session: mark(session, "2.0", "3.1 modifiziert 2025\n3.2 geprüft"),
    "next": lambda session: tell(session, "3.0", "2026-05"),
    "marked again": lambda session: mark(session, "3.0", "3.1 geprüft\n3.2 bestätigt 2026"),
}
_AFTER = (("cited", "placed"), ("version", "marked"), ("next", "marked again"))
ORDERS = [
    order for order in permutations(STEPS) if all(order.index(one) < order.index(other) for one, other in _AFTER)
][::9]
_EACH = [pytest.param(order, marks=pytest.mark.slow if place % 3 else ()) for place, order in enumerate(ORDERS)]


@pytest.mark.parametrize("order", _EACH, ids="-".join)
def test_whatever_comes_first_the_same_reasons_are_open(sessions: Sessions, order: tuple[str, ...]) -> None:
    with sessions.write() as session:
        bring_in(session)
        for name in order:
            STEPS[name](session)
            assert_in_step(session, moment().today, [name])
        assert newer(session) == {
            "Doxorubicin": [("superseded_major", "2025-02-01")],
            "Operation": [("superseded_minor", "2025-02-01")],
            "Etwa 4": [("superseded_major", "2025-02-01")],
        }
        session.rollback()


@pytest.fixture
def ready(sessions: Sessions) -> Sessions:
    """Return a database in which three sentences rest on a version that a newer one supersedes."""
    stocked(sessions, superseded)
    return sessions


def superseded(session: Session) -> None:
    """Let three sentences rest on a version that a newer one supersedes."""
    bring_in(session)
    for name in ("cited", "placed", "version"):
        STEPS[name](session)


def _put_off(session: Session, words: str) -> Subject:
    subject = subject_of(session, statement_with(session, words))
    verdict = Verdict(
        Decision.DEFERRED,
        "warten",
        flag_ids(session, subject),
        subject.last_review_id or 0,
        until=date(2026, 12, 20),
    )
    review(session, moment(), EDITOR, subject.id or 0, verdict)
    return subject


def test_what_was_put_off_stays_put_off_unless_it_becomes_graver(ready: Sessions) -> None:
    with ready.write() as session:
        subject = _put_off(session, "Operation")
        mark(session, "2.0", "3.2 geprüft")
        session.expire_all()
        assert session.get_one(Subject, subject.id).deferred_until == date(2026, 12, 20)
        assert newer(session)["Operation"] == [("superseded_minor", "2025-02-01")]
        mark(session, "2.0", "3.2 modifiziert")
        session.expire_all()
        assert session.get_one(Subject, subject.id).deferred_until is None
        assert newer(session)["Operation"] == [("superseded_major", "2025-02-01")]
        assert_in_step(session, moment().today, [])


def test_a_mark_taken_back_that_weighed_as_much_as_the_version_wakes_nobody(ready: Sessions) -> None:
    with ready.write() as session:
        mark(session, "2.0", "3.2 modifiziert")
        subject = _put_off(session, "Operation")
        version = session.exec(select(SourceVersion.id).where(SourceVersion.label == "2.0")).one()
        end_mark(session, moment(), EDITOR, version or 0, 1)
        session.expire_all()
        assert session.get_one(Subject, subject.id).deferred_until == date(2026, 12, 20)
        assert newer(session)["Operation"] == [("superseded_major", "2025-02-01")]
        assert_in_step(session, moment().today, [])


@pytest.mark.parametrize("change", list(Change))
def test_a_decided_flag_turns_and_stays_decided(ready: Sessions, change: Change) -> None:
    with ready.write() as session:
        subject = subject_of(session, statement_with(session, "Operation"))
        flag = session.exec(
            select(Flag).where(Flag.subject_id == subject.id, Flag.reason == Reason.SUPERSEDED_MAJOR)
        ).one()
        now = moment()
        row = Review(subject_id=subject.id or 0, decision=Decision.CONFIRMED, by=EDITOR, at=now.now, on=now.today)
        session.add(row)
        session.flush()
        flag.closed_at, flag.closed_review_id = row.at, row.id
        session.flush()
        word = {"checked": "geprüft", "confirmed": "bestätigt", "modified": "modifiziert", "new": "neu"}
        mark(session, "2.0", f"3.2 {word.get(change.value, 'gestrichen')}")
        assert "Operation" not in newer(session)
        place(session)
        assert "Operation" not in newer(session)


def test_a_mark_that_is_taken_back_leaves_what_was_before(ready: Sessions) -> None:
    with ready.write() as session:
        before = newer(session)
        mark(session, "2.0", "3.1 bestätigt\n3.2 geprüft")
        assert {reason for several in newer(session).values() for reason, _ in several} == {
            "superseded_minor",
            "superseded_major",
        }
        version = session.exec(select(SourceVersion.id).where(SourceVersion.label == "2.0")).one()
        for number in (1, 2):
            end_mark(session, moment(), EDITOR, version or 0, number)
        assert newer(session) == before
        assert_in_step(session, moment().today, [])


def test_the_reason_names_the_mark(ready: Sessions) -> None:
    with ready.write() as session:
        mark(session, "2.0", "3.1 modifiziert 2025")
        flag = session.exec(select(Flag).where(col(Flag.facts)["place"].as_string() == "3.1")).one()
        assert flag.reason is Reason.SUPERSEDED_MAJOR
        assert (flag.facts["change"], flag.facts["year"], flag.facts["to"]) == ("modified", "2025", "2.0")


def test_what_is_decided_in_bulk_moves_nothing_but_the_source_that_was_read(ready: Sessions) -> None:
    with ready.write() as session:
        statement = statement_with(session, "Operation")
        subject = subject_of(session, statement)
        before = statement.reviewed_on
        citation = session.exec(select(Citation).where(Citation.statement_id == statement.id)).one()
        version = session.exec(select(SourceVersion.id).where(SourceVersion.label == "2.0")).one()
        reading = Reading(version or 0, [Ticked(citation.id or 0, 0, flag_ids(session, subject))], Because.SAME)
        assert not_touched(session, moment(), EDITOR, reading) == 1
        session.expire_all()
        live = session.exec(
            select(Citation).where(Citation.statement_id == statement.id, Citation.state == CitationState.CONFIRMED)
        ).one()
        assert (live.version_id, live.locator) == (version, "E 3.2")
        assert session.get_one(Statement, statement.id).reviewed_on == before
        assert_in_step(session, moment().today, [])


def test_marks_follow_a_source_that_is_merged(ready: Sessions) -> None:
    with ready.write() as session:
        text = "Ein Satz.\nQuellen\nS3-Leitlinie Adulte Weichgewebesarkome, Version 2.0, 2025.\n"
        bring_in(session, text, url="https://www.example.org/b")
        kept = source_keyed(session, KEY)
        others = select(SourceVersion).where(SourceVersion.source_id != kept.id).order_by(col(SourceVersion.id).desc())
        other = session.exec(others).first()
        assert other is not None
        mark_recommendations(session, moment(), EDITOR, other.id or 0, read_marks("3.2 geprüft").marked)
        merge(session, moment(), EDITOR, Merging(kept.id or 0, other.source_id))
        assert_in_step(session, moment().today, [])


def test_a_sentence_that_rests_on_two_older_versions_is_decided_once(ready: Sessions) -> None:
    with ready.write() as session:
        statement = statement_with(session, "Operation")
        version = session.exec(select(SourceVersion.id).where(SourceVersion.label == "2.0")).one()
        bind(session, moment(), EDITOR, statement.id or 0, Binding(version or 0))
        tell(session, "3.0", "2026-05")
        newest = session.exec(select(SourceVersion.id).where(SourceVersion.label == "3.0")).one()
        cited = session.exec(select(Citation.id).where(Citation.statement_id == statement.id)).all()
        reading = Reading(newest or 0, [Ticked(number or 0, 0) for number in cited], Because.SAME)
        assert not_touched(session, moment(), EDITOR, reading) == 2
        assert "Operation" not in newer(session)
        assert len(session.exec(select(Review)).all()) == 1
        assert_in_step(session, moment().today, [])


def test_of_twenty_sentences_three_changed_recommendations_leave_three_to_read_again(sessions: Sessions) -> None:
    with sessions.write() as session:
        text = " ".join(f"Satz {n} nennt ein Medikament." for n in range(1, 21))
        bring_in(session, f"Titel\n{text}\nQuellen\n{GUIDELINE}\n")
        old = session.exec(select(SourceVersion.id).where(SourceVersion.label == "1.1")).one()
        for n in range(1, 21):
            statement = statement_with(session, f"Satz {n} ")
            bind(session, moment(), EDITOR, statement.id or 0, Binding(old or 0, locator=f"Empfehlung 4.{n}"))
        tell(session, "2.0", "2025-02")
        mark(session, "2.0", "4.1–4.20 geprüft 2025")
        mark(session, "2.0", "4.3 modifiziert 2025\n4.7 gestrichen\n4.20 neu")
        active = select(Subject.id).where(Subject.active)
        rows = session.exec(
            select(Flag.reason).where(col(Flag.closed_at).is_(None), col(Flag.subject_id).in_(active))
        ).all()
        assert [rows.count(reason) for reason in (Reason.SUPERSEDED_MAJOR, Reason.SUPERSEDED_MINOR)] == [3, 17]
