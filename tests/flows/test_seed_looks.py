"""The first seed page and the played registries: one look gives what else would have to be typed (domain 8)."""

from datetime import date

from sqlmodel import Session

from jobs.facts import Fact
from service.acts.choose_offer import take_number
from service.acts.sources import source_named
from service.db import Sessions
from service.reads.source import seen_source
from service.reads.source_looks import Offer, looks_of
from tests.factories import EDITOR, bring_in, moment
from tests.flows.test_seed_fixture import (
    BANNASCH,
    PALLIATIVE,
    PSYCHO,
    SEED_ONLY,
    SUPPORTIVE,
    WITH_FACTS,
    by_source,
    record_facts,
)
from tests.looking import playing_on
from tests.registries.seed_world import BANNASCH as DOI
from tests.registries.seed_world import seed_world

NUMBERS = {PSYCHO: "032-051OL", SUPPORTIVE: "032-054OL", PALLIATIVE: "128-001OL"}


def test_a_look_at_the_registries_gives_the_flags_that_facts_give(sessions: Sessions, seed_a: str) -> None:
    with sessions.write() as session:
        bring_in(session, seed_a)
        record_facts(session, [(key, Fact(awmf_number=number)) for key, number in NUMBERS.items()])
    with playing_on(sessions, seed_world(date(2026, 11, 20))) as play:
        play.look_at_all()
    with sessions.read() as session:
        found = by_source(session)
    expected = {key: set(reasons) for key, reasons in WITH_FACTS.items()}
    expected[SUPPORTIVE] -= {"expired"}  # its end is that of a record which the register shows no more
    assert {key: set(found[key]) for key in expected} == expected
    assert found["awmf:032-044OL"] == WITH_FACTS["awmf:032-044OL"]


def _offers(session: Session, key: str) -> list[Offer]:
    return [one for one in looks_of(session, seen_source(session, key), moment().now).offers if not one.successor]


def test_what_the_seed_names_by_title_only_is_offered_its_own_record(sessions: Sessions, seed_a: str) -> None:
    with sessions.write() as session:
        bring_in(session, seed_a)
    with playing_on(sessions, seed_world(date(2026, 11, 20))) as play:
        play.look_at_all()
    with sessions.read() as session:
        names = {key: [one.name for one in _offers(session, key)] for key in (*NUMBERS, BANNASCH)}
        flags = by_source(session)
    assert names == {key: [f"awmf:{number}"] for key, number in NUMBERS.items()} | {BANNASCH: [f"doi:{DOI}"]}
    assert {key: set(flags[key]) for key in NUMBERS} == {key: set(SEED_ONLY[key]) for key in NUMBERS}


def test_choosing_what_is_offered_and_a_second_look_give_the_flags_that_facts_give(
    sessions: Sessions, seed_a: str
) -> None:
    with sessions.write() as session:
        bring_in(session, seed_a)
    with playing_on(sessions, seed_world(date(2026, 11, 20))) as play:
        play.look_at_all()
        with sessions.write() as session:
            for key in (*NUMBERS, BANNASCH):
                (offer,) = _offers(session, key)
                take_number(session, moment(), EDITOR, source_named(session, key), offer.pointer)
        play.look_at_all()
    with sessions.read() as session:
        found = by_source(session)
    expected = {key: set(reasons) for key, reasons in WITH_FACTS.items()}
    expected[SUPPORTIVE] -= {"expired"}  # its end is that of a record which the register shows no more
    assert {key: set(found[key]) for key in expected} == expected
