"""The demonstration: loaded once, true on any day, in words of its own."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from citations.kinds import Band, CitationState, Decision, Reason, StatementKind
from citations.models import Citation, Flag, Page, Review, Source, SourceVersion, Statement, Subject
from citations.pages import read_page
from citations.records import Prose, Reference, Unread
from jobs.ledger import SYSTEM, Moment
from service.acts import demo
from service.acts.demo import ADDRESS, BINDINGS, DemoError, demo_page, load_demo
from service.acts.import_page import Upload, import_page
from service.clock import clock_on
from service.db import Sessions, open_sessions
from tests import house

TODAY = date(2026, 11, 20)
DAYS = [date(2024, 2, 29), date(2025, 3, 31), date(2026, 9, 7), TODAY, date(2031, 1, 1)]


def _moment(day: date) -> Moment:
    return Moment(day, clock_on(day)())


@pytest.fixture(scope="module")
def loaded(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessions]:
    """Return a SQLite database with the demonstration, loaded on the day of the worked examples; only read it."""
    path = tmp_path_factory.mktemp("demo") / "leitstand.db"
    shutil.copyfile(migrated_file, path)
    opened = open_sessions(f"sqlite:///{path}")
    with opened.write() as session:
        assert load_demo(session, _moment(TODAY))
    yield opened
    opened.close()


def _standing(session: Session, words: str) -> tuple[Band | None, int | None, Reason | None]:
    subject = session.exec(
        select(Subject)
        .join(Statement, col(Statement.id) == col(Subject.statement_id))
        .where(col(Statement.exact).contains(words))
    ).one()
    return subject.band, subject.points, subject.reason


def test_it_is_loaded_once(sessions: Sessions) -> None:
    with sessions.write() as session:
        assert load_demo(session, _moment(TODAY)) is True
    with sessions.write() as session:
        counted = len(session.exec(select(Flag.id)).all())
        assert load_demo(session, _moment(date(2027, 1, 1))) is False
        assert len(session.exec(select(Flag.id)).all()) == counted
        assert [page.url for page in session.exec(select(Page))] == [ADDRESS]


def test_it_stays_away_where_somebody_has_pages_of_their_own(sqlite_sessions: Sessions) -> None:
    with sqlite_sessions.write() as session:
        import_page(session, _moment(TODAY), "Redaktion", Upload("https://example.org/a", "Ein Satz steht hier.\n"))
        assert load_demo(session, _moment(TODAY)) is False
        assert [page.url for page in session.exec(select(Page))] == ["https://example.org/a"]


def test_it_is_one_transaction(sqlite_sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "BINDINGS", (*BINDINGS, ("steht nirgends", "Adulte", BINDINGS[0][2])))
    with pytest.raises(DemoError, match="0 places with: steht nirgends"), sqlite_sessions.write() as session:
        load_demo(session, _moment(TODAY))
    with sqlite_sessions.read() as session:
        assert session.exec(select(Page.id)).all() == []


@pytest.mark.parametrize("day", DAYS)
def test_nothing_is_flagged_that_is_not_true_on_the_day(sqlite_sessions: Sessions, day: date) -> None:
    with sqlite_sessions.write() as session:
        assert load_demo(session, _moment(day)) is True
        triggers = session.exec(select(col(Flag.trigger_day))).all()
        ends = session.exec(select(col(SourceVersion.valid_until)).where(col(SourceVersion.valid_until) < day)).all()
        expired = session.exec(select(Flag.id).where(Flag.reason == Reason.EXPIRED)).all()
        newer = session.exec(select(Flag.id).where(Flag.reason == Reason.SUPERSEDED_MAJOR)).all()
        assert triggers
        assert max(triggers) <= day
        assert bool(expired) == bool(ends)
        assert bool(newer) == (day >= date(2025, 4, 1))


@pytest.mark.parametrize(
    "words, points, reason",
    [
        ("Checkpoint-Hemmer zählen", 73, Reason.EXPIRED),
        ("gilt Doxorubicin als Standard", 71, Reason.EXPIRED),
        ("raten Leitlinien dazu", 61, Reason.EXPIRED),
        ("Palliativmedizin behandelt", 46, Reason.EXPIRED),
        ("Wer sich seelisch", 33, Reason.REASSESS_DUE),
    ],
)
def test_the_worked_examples_of_the_domain_come_out(loaded: Sessions, words: str, points: int, reason: Reason) -> None:
    with loaded.read() as session:
        assert _standing(session, words)[1:] == (points, reason)


def test_the_first_minute_has_something_of_every_band_and_something_fine(loaded: Sessions) -> None:
    with loaded.read() as session:
        bands = set(session.exec(select(Subject.band).where(col(Subject.active).is_(True))))
        assert bands >= {Band.A, Band.B, Band.C, None}


def test_a_confirmed_sentence_and_one_that_needs_no_source_are_among_them(loaded: Sessions) -> None:
    with loaded.read() as session:
        assert [review.decision for review in session.exec(select(Review))] == [Decision.CONFIRMED]
        assert _standing(session, demo.CONFIRMED) == (None, None, None)
        needless = session.exec(select(Statement).where(Statement.no_source_because != "")).all()
        assert [demo.NEEDS_NO_SOURCE in statement.exact for statement in needless] == [True]


def test_nobody_is_named_who_does_not_exist(loaded: Sessions) -> None:
    with loaded.read() as session:
        people = set(session.exec(select(Citation.made_by))) | set(session.exec(select(Review.by)))
        assert people == {SYSTEM}


def test_every_binding_is_there(loaded: Sessions) -> None:
    with loaded.read() as session:
        bound = session.exec(
            select(Citation.id).where(
                col(Citation.statement_id).is_not(None), Citation.state == CitationState.CONFIRMED
            )
        ).all()
        assert len(bound) == len(BINDINGS)


def test_the_patient_guideline_hangs_on_its_guideline(loaded: Sessions) -> None:
    with loaded.read() as session:
        child = session.exec(select(Source).where(col(Source.parent_id).is_not(None))).one()
        assert "Patientenleitlinie" in child.title or "Erwachsenen" in child.title


def test_the_page_is_read_whole() -> None:
    draft = read_page(demo_page(), url=ADDRESS)
    claims = [s for s in draft.statements if s.kind not in (StatementKind.HEADING, StatementKind.CAPTION)]
    readings = [type(line.reading) for line in draft.listed]
    assert 45 <= len(claims) <= 70
    assert (readings.count(Reference), readings.count(Prose), readings.count(Unread)) == (7, 9, 0)
    assert not [line.text for line in draft.listed if line.irregular]
    assert draft.published == "2025-03-14"
    assert draft.notices == ()
    assert {line.group for line in draft.listed} == {
        "Leitlinien",
        "Weitere Informationen",
        "Arzneimittel",
        "Fachartikel",
    }


@pytest.mark.parametrize("seed", ["seed_a", "seed_b"])
def test_no_sentence_is_taken_from_a_seed(seed: str, request: pytest.FixtureRequest) -> None:
    theirs = house.sentences(request.getfixturevalue(seed), "Quellen und weiterführende Informationen")
    ours = {" ".join(statement.exact.split()) for statement in read_page(demo_page(), url=ADDRESS).statements}
    assert house.quoted("demo", demo_page().decode("utf-8"), theirs) == []
    assert ours.isdisjoint(" ".join(piece.split()) for piece in theirs)


def test_the_page_lies_in_the_package() -> None:
    assert (Path(demo.__file__).parents[1] / "demo" / "page.html").read_bytes() == demo_page()
