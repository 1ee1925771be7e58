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

WITH_LOOKS = WITH_FACTS | {
    PALLIATIVE: WITH_FACTS[PALLIATIVE] | {"under_revision": "2024-06-01"},
    "cochrane:CD003293": WITH_FACTS["cochrane:CD003293"] | {"reassess_due": "2005-01-01"},
}
"""What differs from facts that a person records, and why: the register dates the registration of the update, a person's
word counts from the day it is given; and the day to which a Cochrane review was assessed as up to date stands only on
a page that refuses programs (registries, 3), so that the year of publication counts."""

NUMBERS = {PSYCHO: "032-051OL", SUPPORTIVE: "032-054OL", PALLIATIVE: "128-001OL"}


def test_a_look_at_the_registries_gives_the_flags_that_facts_give(sessions: Sessions, seed_a: str) -> None:
    with sessions.write() as session:
        bring_in(session, seed_a)
        record_facts(session, [(key, Fact(awmf_number=number)) for key, number in NUMBERS.items()])
    with playing_on(sessions, seed_world(date(2026, 11, 20))) as play:
        play.look_at_all()
    with sessions.read() as session:
        found = by_source(session)
    assert {key: found[key] for key in WITH_LOOKS} == WITH_LOOKS


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
    assert {key: found[key] for key in WITH_LOOKS} == WITH_LOOKS
