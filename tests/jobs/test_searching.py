"""Sources that a registry knows under no number: what it offers, and that nothing follows until a person chooses."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlmodel import Session, col, select

from citations.kinds import LookOutcome
from citations.models import Event, Observation, Source, Watch
from jobs.check_sources import take_back_from_hand
from jobs.ledger import Moment
from jobs.searching import CANDIDATES, EVERY_DAYS
from jobs.taking import Wish
from service.acts.choose_offer import decline_offers, take_number
from service.acts.sources import source_named
from service.db import Sessions
from service.reads.looks import seen_looks
from service.reads.source import seen_source
from service.reads.source_looks import SourceLooks, looks_of
from service.reads.unchecked import unchecked_of
from tests.databases import stocked
from tests.factories import EDITOR, REVIEW, bring_in, moment
from tests.looking import Play, flags_of, observations, playing_on, visits, watch_of
from tests.played import bases_at
from tests.registries.awmf import KEY, guideline
from tests.registries.world import Outage, World

NUMBER, OTHER = "128-001OL", "128-002"
NAME = "Palliativmedizin für Patienten mit einer nicht-heilbaren Krebserkrankung"
DOI, TITLE = "10.3238/arztebl.2011.0032", "The diagnosis and treatment of soft tissue sarcomas of the limbs"
WORK = {
    "title": [TITLE], "author": [{"given": "Holger", "family": "Bannasch"}],
    "container-title": ["Deutsches Ärzteblatt international"], "volume": "108", "issue": "3", "page": "32-38",
    "issued": {"date-parts": [[2011, 1, 21]]},
}  # fmt: skip
PAGE = (
    "Behandlung im Überblick\nDoxorubicin ist meist das erste Medikament.\n"
    f"Quellen\nLeitlinien\nS3-Leitlinie Palliativmedizin.\nFachartikel\n{REVIEW}\n"
)


@pytest.fixture
def play(sessions: Sessions) -> Iterator[Play]:
    world = World(date(2026, 11, 20))
    world.on("2019-09-01", "awmf", NUMBER, guideline(NUMBER, NAME, version="2.0", stand="27.08.2019"))
    world.on("2011-02-01", "crossref", DOI, WORK)
    stocked(sessions, _page)
    with playing_on(sessions, world) as made:
        yield made


def _page(session: Session) -> None:
    bring_in(session, PAGE)


def _named(play: Play, registry: str) -> str:
    """Return the key of the source that is searched for at a registry."""
    with play.sessions.read() as session:
        mine = select(Source.key).join(Watch, col(Watch.source_id) == col(Source.id))
        return session.exec(mine.where(Watch.watcher == registry, Watch.key == "")).one()


def _at(play: Play) -> Moment:
    return moment(play.world.day)


def _looks(play: Play, key: str) -> SourceLooks:
    with play.sessions.read() as session:
        return looks_of(session, seen_source(session, key), _at(play).now)


def _offered(play: Play, key: str) -> list[str]:
    return [one.name for one in _looks(play, key).offers]


def _events(play: Play) -> int:
    with play.sessions.read() as session:
        return len(session.exec(select(Event.id)).all())


@pytest.mark.parametrize("registry, name", [("awmf", f"awmf:{NUMBER}"), ("crossref", f"doi:{DOI}")])
def test_a_source_without_number_gets_candidates_and_nothing_else(play: Play, registry: str, name: str) -> None:
    key = _named(play, registry)
    before = _events(play), flags_of(play.sessions, key)
    (looked,) = play.look_at_all(registry)
    assert (looked.outcome, looked.candidates, looked.reasons, looked.notices) == ("ok", 1, (), ())
    assert _offered(play, key) == [name]
    assert [(one.key, one.outcome) for one in visits(play.sessions, registry)] == [("", LookOutcome.OK)]
    assert [one.outcome for one in observations(play.sessions, registry)] == [CANDIDATES]
    assert (_events(play), flags_of(play.sessions, key)) == before


def test_the_same_candidates_are_observed_once_and_searched_for_once_a_quarter(play: Play) -> None:
    key = _named(play, "awmf")
    for _ in range(3):
        play.look_at_all("awmf")
    assert len(visits(play.sessions, "awmf")) == 3
    assert len(observations(play.sessions, "awmf")) == 1
    with play.sessions.read() as session:
        pause = watch_of(session, key, "awmf").next_look_at - play.looking.clock()
    assert EVERY_DAYS * 0.9 <= pause.days <= EVERY_DAYS


def test_what_is_offered_no_more_is_shown_no_more(play: Play) -> None:
    key = _named(play, "awmf")
    play.look_at_all("awmf")
    play.world.on(play.world.day.isoformat(), "awmf", NUMBER, guideline(NUMBER, "Etwas anderes", version="3.0"))
    (looked,) = play.look_at_all("awmf")
    assert (looked.candidates, _offered(play, key)) == (0, [])
    assert len(observations(play.sessions, "awmf")) == 2


def test_where_nothing_is_like_it_nothing_is_observed(play: Play) -> None:
    play.world.on(play.world.day.isoformat(), "awmf", NUMBER, guideline(NUMBER, "Etwas anderes", version="3.0"))
    (looked,) = play.look_at_all("awmf")
    assert (looked.outcome, looked.candidates) == ("ok", 0)
    assert observations(play.sessions, "awmf") == []


def test_what_was_declined_is_never_offered_again_but_another_record_is(play: Play) -> None:
    key = _named(play, "awmf")
    play.look_at_all("awmf")
    offers = _looks(play, key).offers
    with play.sessions.write() as session:
        decline_offers(session, _at(play), EDITOR, source_named(session, key), [one.pointer for one in offers])
    play.world.pass_days(EVERY_DAYS)
    (looked,) = play.look(Wish(registry="awmf"))
    assert (looked.candidates, _offered(play, key)) == (0, [])
    assert len(observations(play.sessions, "awmf")) == 1
    play.world.on(play.world.day.isoformat(), "awmf", OTHER, guideline(OTHER, "Palliativmedizin", version="1.0"))
    (looked,) = play.look_at_all("awmf")
    assert (looked.candidates, _offered(play, key)) == (1, [f"awmf:{OTHER}"])


@pytest.mark.parametrize("registry, number", [("awmf", NUMBER), ("crossref", DOI)])
def test_a_chosen_number_is_watched_from_then_on(play: Play, registry: str, number: str) -> None:
    key = _named(play, registry)
    play.look_at_all(registry)
    (offer,) = _looks(play, key).offers
    with play.sessions.write() as session:
        source = source_named(session, key)
        take_number(session, _at(play), EDITOR, source, offer.pointer)
        source_id = source.id
    (looked,) = play.look_at_all(registry)
    assert (looked.outcome, looked.candidates) == ("ok", 0)
    with play.sessions.read() as session:
        watch = session.exec(select(Watch).where(Watch.source_id == source_id, Watch.watcher == registry)).one()
        assert (watch.key, watch.last_good_at is not None) == (number, True)
        first = select(Observation).where(Observation.source_id == source_id).order_by(col(Observation.id))
        assert [row.outcome for row in session.exec(first).all()[:1]] == [CANDIDATES]
    assert _offered(play, looked.source_key) == []


def test_a_failed_search_is_a_visit_and_nothing_else(play: Play) -> None:
    key = _named(play, "crossref")
    play.world.outages.append(Outage("crossref", play.world.day, play.world.day))
    before = _events(play)
    (looked,) = play.look_at_all("crossref")
    assert (looked.saw, looked.candidates) == (False, 0)
    assert [one.outcome for one in visits(play.sessions, "crossref")] == [LookOutcome.UNAVAILABLE]
    assert observations(play.sessions, "crossref") == []
    assert (_events(play), _offered(play, key)) == (before, [])
    play.world.pass_days()
    assert [one.candidates for one in play.look(Wish(registry="crossref"))] == [1]


def test_without_a_key_of_the_register_nobody_searches_and_no_person_is_asked_to(play: Play) -> None:
    play.keys = {}
    assert play.look_at_all("awmf") == []
    play.world.pass_days(400)
    assert play.look(Wish(registry="awmf")) == []
    assert visits(play.sessions, "awmf") == []
    with play.sessions.read() as session:
        assert [one.registry for one in seen_looks(session, _at(play), bases_at(play.address)).reminders] == []
    play.keys = {"awmf": KEY}
    with play.sessions.write() as session:
        take_back_from_hand(session, play.looking.places)
    assert [one.candidates for one in play.look(Wish(registry="awmf"))] == [1]


def test_a_search_is_no_check_of_the_source_and_no_silence_of_the_registry(play: Play) -> None:
    play.look_at_all()
    keys = {_named(play, registry) for registry in ("awmf", "crossref")}
    play.world.pass_days(400)
    with play.sessions.read() as session:
        ids = [source_named(session, key).id or 0 for key in keys]
        assert unchecked_of(session, ids, _at(play).now) == {}
        assert {"awmf", "crossref"}.isdisjoint(
            one.slug for one in seen_looks(session, _at(play), bases_at(play.address)).health.silent
        )
    assert [one.registry for key in keys for one in _looks(play, key).said] == []
