"""The looks over HTTP: alarms in words, reminders by hand, and what is decided about what a registry offers."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlmodel import Session, delete, select

from citations.kept_sightings import sighting_row
from citations.kinds import Certainty, Lifecycle, LookOutcome
from citations.models import Identifier, Observation, SourceVersion, Visit, Watch
from citations.sightings import Pointer, Sighting
from jobs.ledger import sweep
from jobs.searching import CANDIDATES
from service.db import Sessions
from tests.databases import stocked
from tests.factories import bound, bring_in, moment, version_of
from tests.service.watching import KEY, source_of, visited, watched

NOW = moment()
WHO = {"person": "Anna Beispiel"}
SOFT = "title:the-diagnosis-and-treatment-of-soft-tissue-sarcomas-of-bannasch-2011-108"
DOI = "10.3238/arztebl.2011.0032"
OTHER = "10.1000/other"


@pytest.fixture
def visitor(client: FlaskClient, sessions: Sessions) -> FlaskClient:
    """Return a client of an application with one page that nobody watches yet."""
    stocked(sessions, _unwatched)
    return client


def _unwatched(session: Session) -> None:
    bring_in(session)
    session.connection().execute(delete(Watch))
    sweep(session, NOW)


def _offers(sessions: Sessions, *dois: str) -> int:
    """Store that a registry offers these works for an article without number, and return the source."""
    pointers = tuple(Pointer("doi", doi, Certainty.CANDIDATE, "Journal", "2011", f"Werk {doi}") for doi in dois)
    with sessions.write() as session:
        source = source_of(session, SOFT)
        row = sighting_row(Sighting("crossref", "", successors=pointers))
        session.add(
            Observation(
                source_id=source.id or 0, outcome=CANDIDATES, watcher="crossref", sighting=row,
                seen_on=NOW.today, by="crossref", recorded_at=NOW.now,
            )
        )  # fmt: skip
        return source.id or 0


@pytest.mark.parametrize("language, said", [("de", "schweigt seit 31 Tagen"), ("en", "has been silent for 31 days")])
def test_a_silent_registry_is_an_alarm_in_words_on_its_page_and_on_the_board(
    visitor: FlaskClient, sessions: Sessions, language: str, said: str
) -> None:
    with sessions.write() as session:
        watch = watched(session, NOW, good_days_ago=31)
        visited(session, watch, LookOutcome.UNAVAILABLE, NOW.now, "look.no_connection")
    for address in ("/looks", "/"):
        text = visitor.get(f"{address}?lang={language}").text
        assert said in text
        assert 'role="alert"' in text
    told = visitor.get("/health").json
    assert told is not None
    assert told["silent"] == ["timetable", "awmf"]
    assert told["registries"]["awmf"]["failures"] == 1


def test_what_is_not_checked_says_so_wherever_something_rests_on_it(visitor: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        statement, _ = bound(session, "Doxorubicin")
        watched(session, NOW, good_days_ago=31)
        number, page_id = statement.id, statement.page_id
    for address in (f"/statements/{number}", f"/pages/{page_id}", f"/sources/{KEY}"):
        assert "nicht geprüft seit 20.10.2026 (AWMF-Leitlinienregister)" in visitor.get(address).text
    english = visitor.get(f"/statements/{number}?lang=en").text
    assert "not checked since 20 Oct 2026 (AWMF guideline register)" in english


def test_the_words_of_a_registry_stand_beside_ours_and_what_differs_says_so(
    visitor: FlaskClient, sessions: Sessions
) -> None:
    sighting = Sighting(
        "awmf", "032-044OL", version_label="2.0", version_date="2026-10", lifecycle=Lifecycle.UNDER_REVISION,
        status_text="<b>in Überarbeitung</b>", url="https://register.awmf.org/x",
    )  # fmt: skip
    with sessions.write() as session:
        watch = watched(session, NOW, good_days_ago=1, sighting=sighting)
        visited(session, watch, LookOutcome.OK, NOW.now)
        visited(session, watch, LookOutcome.PARSE_FAILED, NOW.now)
    text = visitor.get(f"/sources/{KEY}").text
    assert text.count("weicht ab") == 2
    assert "&lt;b&gt;in Überarbeitung" in text
    assert "amtliche Schnittstelle" in text
    assert "nicht geprüft: Antwort nicht verstanden" in text


def test_what_a_registry_said_stands_there_in_words_and_under_its_name(
    visitor: FlaskClient, sessions: Sessions
) -> None:
    with sessions.write() as session:
        source = source_of(session)
        row = {"version": "2.0", "status": "current"}
        session.add(
            Observation(
                source_id=source.id or 0, outcome="recorded", watcher="awmf", by="awmf", values=row,
                seen_on=NOW.today, recorded_at=NOW.now,
            )
        )  # fmt: skip
    text = visitor.get(f"/sources/{KEY}").text
    said = text[text.index('id="observations"') :].partition("</ul>")[0]
    assert "AWMF-Leitlinienregister" in said
    assert "Status: gültig" in said
    assert "awmf" not in said.partition("<p")[0]


def test_a_look_by_hand_takes_one_click_and_is_asked_again_in_a_quarter(
    visitor: FlaskClient, sessions: Sessions
) -> None:
    with sessions.write() as session:
        number = watched(session, NOW, by_hand=True).id or 0
    assert f'id="look-{number}"' in visitor.get("/looks").text

    assert visitor.post("/looks", data={"watch": number, **WHO}).status_code == 303

    assert f'id="look-{number}"' not in visitor.get("/looks").text
    with sessions.read() as session:
        watch = session.get_one(Watch, number)
        assert watch.next_look_at == NOW.now + timedelta(days=91) or watch.next_look_at > NOW.now
        assert session.exec(select(Visit.by)).one() == "Anna Beispiel"


def test_a_change_seen_by_hand_needs_a_note_and_leads_to_the_fact(visitor: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        number = watched(session, NOW, by_hand=True).id or 0
    form = {"act": "look", "watch": number, "changed": "yes", **WHO}
    assert visitor.post("/looks", data=form).status_code == 400
    answer = visitor.post("/looks", data={**form, "note": "Neue Auflage angekündigt"})
    assert answer.headers["Location"].endswith(f"/sources/{KEY}#fact")
    assert visitor.post("/looks", data={**form, "watch": 4711, "note": "x"}).status_code == 404


def test_what_is_it_is_known_by_its_number_and_asked_no_more(visitor: FlaskClient, sessions: Sessions) -> None:
    number = _offers(sessions, DOI, OTHER)
    assert "Das ist es" in visitor.get(f"/sources/{SOFT}").text

    answer = visitor.post(f"/looks/sources/{number}", data={"act": "same", "offer": f"doi:{DOI}", **WHO})

    assert answer.status_code == 303
    with sessions.read() as session:
        assert (number, DOI) in session.exec(select(Identifier.source_id, Identifier.value)).all()
    assert "Das ist es" not in visitor.get(f"/sources/{SOFT}").text
    again = visitor.post(f"/looks/sources/{number}", data={"act": "same", "offer": f"doi:{OTHER}", **WHO})
    assert again.status_code == 409


def test_what_was_declined_is_never_offered_again_but_another_is(visitor: FlaskClient, sessions: Sessions) -> None:
    number = _offers(sessions, DOI, OTHER)
    form = {"act": "decline", "offer": [f"doi:{DOI}", f"doi:{OTHER}"], **WHO}
    assert visitor.post(f"/looks/sources/{number}", data=form).status_code == 303
    assert "Das ist es" not in visitor.get(f"/sources/{SOFT}").text
    _offers(sessions, DOI, "10.1000/third")
    text = visitor.get(f"/sources/{SOFT}").text
    assert "Werk 10.1000/third" in text
    assert f'value="doi:{DOI}"' not in text


def test_a_chosen_successor_becomes_a_version_that_follows(visitor: FlaskClient, sessions: Sessions) -> None:
    pointer = Pointer("doi", OTHER, Certainty.CANDIDATE, "Ann Oncol", "2026-03", "Neue Ausgabe")
    with sessions.write() as session:
        old = version_of(session, KEY).id
        watched(session, NOW, "esmo", good_days_ago=0, sighting=Sighting("esmo", "x", successors=(pointer,)))
        number = source_of(session).id
    assert "Das ist die neue Fassung" in visitor.get(f"/sources/{KEY}").text

    answer = visitor.post(f"/looks/sources/{number}", data={"act": "follows", "offer": f"doi:{OTHER}", **WHO})

    assert answer.status_code == 303
    with sessions.read() as session:
        fresh = version_of(session, KEY)
        assert (fresh.doi, fresh.title, fresh.succeeds) == (OTHER, "Neue Ausgabe", True)
        assert session.get_one(SourceVersion, old).superseded_by_id == fresh.id
    assert "Das ist die neue Fassung" not in visitor.get(f"/sources/{KEY}").text


def test_a_moved_address_is_taken_over_with_one_click(visitor: FlaskClient, sessions: Sessions) -> None:
    new = "https://www.example.org/neu"
    with sessions.write() as session:
        version = version_of(session, KEY)
        version.url = "https://www.example.org/alt"
        session.add(version)
        sighting = Sighting("page", version.url, url=new)
        watch = watched(session, NOW, "page", good_days_ago=0, sighting=sighting)
        watch.key = version.url
        visited(session, watch, LookOutcome.MOVED, NOW.now)
        number, version_id = watch.source_id, version.id
    form = {"act": "address", "version": version_id, "url": new, **WHO}
    assert visitor.post(f"/looks/sources/{number}", data={**form, "url": "https://evil.example"}).status_code == 409
    assert "Neue Adresse übernehmen" in visitor.get(f"/sources/{KEY}").text
    assert visitor.post(f"/looks/sources/{number}", data=form).status_code == 303
    with sessions.read() as session:
        assert session.get_one(SourceVersion, version_id).url == new
    assert "Neue Adresse übernehmen" not in visitor.get(f"/sources/{KEY}").text


@pytest.mark.parametrize(
    "form, status", [({"act": "same"}, 409), ({"act": "nix"}, 400), ({"act": "decline", "offer": "doi:x"}, 409)]
)
def test_a_wrong_form_is_refused_in_words(
    visitor: FlaskClient, sessions: Sessions, form: dict[str, str], status: int
) -> None:
    number = _offers(sessions, DOI)
    assert visitor.post(f"/looks/sources/{number}", data={**form, **WHO}).status_code == status
    assert visitor.post("/looks/sources/4711", data={"act": "same", "offer": "doi:x", **WHO}).status_code == 404


def test_an_address_that_is_none_of_the_web_is_no_link(visitor: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        watched(session, NOW, "manual", by_hand=True).key = "javascript:alert(1)"
    text = visitor.get("/looks").text
    assert "javascript:alert(1)" in text
    assert 'href="javascript' not in text
