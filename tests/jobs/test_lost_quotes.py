"""A quoted passage that a source no longer holds: from the look over the finding to the flag, and back."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlmodel import Session, select

from citations.kinds import Reason, Role, SourceKind
from citations.models import Citation, Source, SourceVersion, Subject
from jobs.watching import plan
from service.acts.cite import Binding, bind
from service.db import Sessions
from tests.factories import EDITOR, bring_in, moment, open_flags, statement_with, subject_of
from tests.looking import Play, findings, playing_on
from tests.registries.world import Outage, World

DAY = date(2026, 11, 20)
KEY = "url:haus"
SAID, OTHER = "Doxorubicin bleibt das erste Mittel der Wahl.", "Die Dosis richtet sich nach der Körperoberfläche."
PAGE = "<!doctype html><title>Behandlung</title><main><h1>Behandlung</h1><p>{}</p></main>"


@pytest.fixture
def play(sessions: Sessions) -> Iterator[Play]:
    """Play a cited page that two statements quote, each another sentence of it."""
    world = World(DAY)
    with playing_on(sessions, world) as made:
        _shows(made, SAID, OTHER)
        with sessions.write() as session:
            bring_in(session, "Behandlung im Überblick\nDoxorubicin ist das erste Medikament.\nDie Dosis ist hoch.\n")
            source = Source(key=KEY, kind=SourceKind.WEB_PAGE, title="Haus")
            session.add(source)
            session.flush()
            url = f"{made.address}/page/haus"
            version = SourceVersion(source_id=source.id or 0, cite_key="haus", title="Haus", url=url, first_seen_on=DAY)
            session.add(version)
            session.flush()
            for words, quote in (("Doxorubicin", SAID), ("Dosis", OTHER)):
                binding = Binding(version.id or 0, Role.SUPPORTS, quote=quote)
                bind(session, moment(DAY), EDITOR, statement_with(session, words).id or 0, binding)
            plan(session, [source.id or 0], moment(DAY).now)
        yield made


def _shows(play: Play, *sentences: str) -> None:
    play.world.on(play.world.day, "page", "haus", {"body": PAGE.format(" ".join(sentences))})


def _subject(session: Session, words: str) -> Subject:
    return subject_of(session, statement_with(session, words))


def _lost(play: Play) -> dict[str, bool]:
    """Return which statements are flagged for a quote that was lost."""
    with play.sessions.read() as session:
        return {
            words: "quote_lost" in open_flags(session, _subject(session, words)) for words in ("Doxorubicin", "Dosis")
        }


def test_a_quote_that_is_gone_flags_the_statement_that_rests_on_it_and_no_other(play: Play) -> None:
    assert play.look_at_all("page")[0].reasons == ()
    assert _lost(play) == {"Doxorubicin": False, "Dosis": False}
    play.world.pass_days(30)
    _shows(play, OTHER)
    (looked,) = play.look_at_all("page")
    assert Reason.QUOTE_LOST in looked.reasons
    assert _lost(play) == {"Doxorubicin": True, "Dosis": False}
    (found,) = [one for one in findings(play.sessions) if one.reason is Reason.QUOTE_LOST]
    with play.sessions.read() as session:
        assert (session.get_one(Citation, found.citation_id).quote, found.on) == (SAID, play.world.day)
        assert open_flags(session, _subject(session, "Doxorubicin"))["quote_lost"] == play.world.day.isoformat()


def test_a_quote_that_came_back_closes_its_flag_and_stays_one_finding(play: Play) -> None:
    _shows(play, OTHER)
    for _ in range(3):
        play.look_at_all("page")
        play.world.pass_days(30)
    assert len([one for one in findings(play.sessions) if one.reason is Reason.QUOTE_LOST]) == 1
    _shows(play, SAID, OTHER)
    play.look_at_all("page")
    assert _lost(play) == {"Doxorubicin": False, "Dosis": False}


def test_a_failed_look_neither_loses_nor_finds_a_quote(play: Play) -> None:
    play.look_at_all("page")
    play.world.pass_days(30)
    play.world.outages.append(Outage("page", play.world.day, play.world.day))
    play.look_at_all("page")
    assert _lost(play) == {"Doxorubicin": False, "Dosis": False}
    play.world.pass_days()
    _shows(play, OTHER)
    play.look_at_all("page")
    play.world.pass_days()
    play.world.on(play.world.day, "page", "haus", None)
    play.look_at_all("page")
    assert _lost(play) == {"Doxorubicin": True, "Dosis": False}


def test_a_quote_that_was_corrected_is_sought_anew_though_the_page_says_unchanged(play: Play) -> None:
    play.world.on(DAY, "page", "haus", {"body": PAGE.format(OTHER), "etag": '"1"'})
    play.look_at_all("page")
    assert _lost(play)["Doxorubicin"]
    with play.sessions.write() as session:
        session.exec(select(Citation).where(Citation.quote == SAID)).one().quote = OTHER
    play.world.pass_days(30)
    play.look_at_all("page")
    assert _lost(play) == {"Doxorubicin": False, "Dosis": False}
