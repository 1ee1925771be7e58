"""The active substance of a medicine: typed, proposed, stored with its history, and watched by from then on."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session, select

from citations.kinds import SourceKind
from citations.models import Event, Source, Watch
from jobs.refused import RefusedError
from service.acts.choose_offer import take_number
from service.acts.edit_source import edit_source
from service.acts.fill_in import Filled, add_typed
from service.acts.sources import source_named
from service.db import Sessions
from service.reads.looks import seen_looks
from service.reads.source import seen_source
from service.reads.source_list import source_stretch
from service.reads.source_looks import looks_of
from tests.factories import EDITOR, moment, version_of
from tests.looking import Play, playing_on
from tests.played import bases_at
from tests.registries.world import World

HOUSES = ["bfarm", "ema", "gba"]


@pytest.fixture
def session(sessions: Sessions) -> Iterator[Session]:
    with sessions.write() as opened:
        yield opened


def _add(session: Session, title: str, **more: object) -> str:
    """Add a label as the form does, and return its key."""
    return add_typed(session, moment(), EDITOR, Filled(SourceKind.DRUG_LABEL, {"title": title} | more)).key


def _watched(session: Session, key: str) -> dict[str, str]:
    """Return the registries that look at a source, each with the key that it asks for."""
    source = source_named(session, key)
    rows = session.exec(select(Watch).where(Watch.source_id == source.id))
    return {row.watcher: row.key for row in rows if row.watcher in HOUSES}


def test_a_typed_substance_is_watched_by_and_many_sources_may_share_it(session: Session) -> None:
    keys = [_add(session, f"Fachinformation {name}", substances="pazopanib") for name in ("Votrient", "Pazopanib AL")]
    for key in keys:
        assert _watched(session, key) == dict.fromkeys(HOUSES, "pazopanib")
    assert {row.key for row in source_stretch(session, None, "pazopanib", None).rows} == set(keys)


@pytest.mark.parametrize(
    "typed, stored",
    [
        ("Trifluridin / Tipiracil", "Trifluridin; Tipiracil"),
        ("Doxorubicin\nIfosfamid,  Doxorubicinhydrochlorid", "Doxorubicin; Ifosfamid"),
        (" ; ", ""),
    ],
)
def test_several_substances_are_kept_each_once(session: Session, typed: str, stored: str) -> None:
    key = _add(session, "Fachinformation Beispiel", substances=typed)
    assert source_named(session, key).substances == stored


def test_a_changed_substance_stands_in_the_history_and_is_asked_for(session: Session) -> None:
    key = _add(session, "Fachinformation Beispiel")
    assert _watched(session, key) == {"ema": ""}
    version = version_of(session, key).id or 0
    event = edit_source(session, moment(), EDITOR, version, {"substances": "Ifosfamid"})
    assert (event.before, event.after) == ({"substances": ""}, {"substances": "Ifosfamid"})
    assert _watched(session, key) == dict.fromkeys(HOUSES, "Ifosfamid")
    edit_source(session, moment(), EDITOR, version, {"substances": ""})
    assert _watched(session, key) == {"ema": ""}
    with pytest.raises(RefusedError, match=r"refused\.edit_nothing"):
        edit_source(session, moment(), EDITOR, version, {"substances": ""})


def test_a_known_source_learns_a_substance_and_never_loses_one(session: Session) -> None:
    key = _add(session, "Fachinformation Beispiel")
    for typed, stored in (("Ifosfamid", "Ifosfamid"), ("Trabectedin", "Ifosfamid"), ("", "Ifosfamid")):
        assert _add(session, "Fachinformation Beispiel", substances=typed) == key
        assert source_named(session, key).substances == stored
    learned = [row.after for row in session.exec(select(Event).where(Event.act == "record_fact"))]
    assert learned == [{"substances": "Ifosfamid"}]


@pytest.fixture
def play(sessions: Sessions) -> Iterator[Play]:
    world = World(moment().today)
    row = {"name_of_medicine": "Votrient", "active_substance": "pazopanib", "last_updated_date": "14/07/2026"}
    world.on("2026-01-01", "ema", "EMEA/H/C/001141", row)
    with playing_on(sessions, world) as made:
        yield made


@pytest.mark.parametrize(
    "title, url",
    [
        ("Fachinformation Votrient 200 mg Filmtabletten", ""),
        ("Fachinformation Pazopanibhydrochlorid Muster", ""),
        ("Produktinformation", "https://www.ema.europa.eu/en/medicines/human/EPAR/votrient"),
    ],
    ids=["by its product", "by its title", "by its address"],
)
def test_what_the_agency_knows_is_proposed_and_taken_by_a_person_only(play: Play, title: str, url: str) -> None:
    with play.sessions.write() as session:
        key = _add(session, title, url=url)
    play.look_at_all("ema")
    with play.sessions.write() as session:
        source = source_named(session, key)
        assert source.substances == ""
        seen = looks_of(session, seen_source(session, key), moment().now)
        (offer,) = seen.offers
        assert (offer.name, offer.registry, offer.successor) == ("substance:pazopanib", "ema", False)
        assert seen.unnamed == ("some" if url else "all")
        take_number(session, moment(), EDITOR, source, offer.pointer)
    with play.sessions.read() as session:
        seen = looks_of(session, seen_source(session, key), moment().now)
        assert (seen.offers, seen.unnamed) == ((), "")
        assert set(_watched(session, key)) == set(HOUSES)


def test_a_title_that_names_nothing_of_the_agency_gets_no_proposal(play: Play) -> None:
    with play.sessions.write() as session:
        key = _add(session, "Fachinformation Ifosfamid Muster")
    play.look_at_all("ema")
    with play.sessions.read() as session:
        assert looks_of(session, seen_source(session, key), moment().now).offers == ()


def test_medicines_without_a_substance_are_listed(play: Play) -> None:
    with play.sessions.write() as session:
        lacking = _add(session, "Fachinformation Votrient")
        _add(session, "Fachinformation Ifosfamid", substances="Ifosfamid")
        rows = session.exec(select(Source)).all()
        assert len(rows) == 2
    with play.sessions.read() as session:
        assert [one.source_key for one in seen_looks(session, moment(), bases_at(play.address)).unnamed] == [lacking]
