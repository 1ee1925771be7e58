"""The first seed page and the played registries: one look gives what else would have to be typed (domain 8)."""

from datetime import date

from jobs.facts import Fact
from service.db import Sessions
from tests.factories import bring_in
from tests.flows.test_seed_fixture import PALLIATIVE, PSYCHO, SUPPORTIVE, WITH_FACTS, by_source, record_facts
from tests.looking import playing_on
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
