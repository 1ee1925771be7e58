"""Looking up in the form of a source: a preview beside what is typed, ticks decide, and nothing typed is lost."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from sqlmodel import SQLModel, col, func, select

from citations.models import Event, ImportedEntry, ListedSource, Source, SourceVersion
from jobs.wire import Limits
from service import looking_up
from service.db import Sessions
from service.settings import Settings
from tests.bad_server import bad_server
from tests.factories import BODY, GUIDELINE, bring_in
from tests.played import addresses
from tests.registries import crossref
from tests.registries.world import Outage, World

WHO = {"person": "Anna Beispiel"}
DOI = "10.1016/j.annonc.2021.07.006"
WORK = {
    "title": ["Soft tissue and visceral sarcomas"], "author": [{"given": "A.", "family": "Gronchi"},
    {"given": "A.B.", "family": "Miah"}], "container-title": ["Annals of Oncology"], "volume": "32", "issue": "11",
    "page": "1348-1365", "issued": {"date-parts": [[2021, 11]]},
}  # fmt: skip
NEW = "/sources/new"


@pytest.fixture
def bad() -> Iterator[str]:
    """Keep a server running that hangs."""
    with bad_server() as address:
        yield address


@pytest.fixture
def settings(settings: Settings, played: str, bad: str) -> Settings:
    """Return settings of an application that looks at the played registries, and at a server that hangs."""
    told = addresses(played)
    hosts = f"{told['allow_hosts']},{urlsplit(bad).netloc}"
    return settings.model_copy(update=told | {"allow_hosts": hosts})


@pytest.fixture(autouse=True)
def _listed(world: World) -> None:
    world.on("2021-12-01", "crossref", DOI, WORK)


def _look(client: FlaskClient, address: str = NEW, typed: str = DOI, **more: str) -> str:
    answer = client.post(address, data={"act": "look_up", "look_up": typed} | more)
    assert answer.status_code == 200, answer.text
    return answer.text


def _fields(page: str) -> dict[str, str | list[str]]:
    """Return what a browser would send of the form ``fill``."""
    form = page[page.index('id="fill"') :].partition("</form>")[0]
    sent: dict[str, str | list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag, re.DOTALL)
        if name is None or ('type="checkbox"' in tag and "checked" not in tag):
            continue
        text = value[1].replace("&amp;", "&") if value else ""
        if name[1] == "take":
            taken = sent.setdefault("take", [])
            assert isinstance(taken, list)
            taken.append(text)
        else:
            sent[name[1]] = text
    sent |= dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</textarea>', form))
    for name, options in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        sent[name] = chosen[1] if chosen else ""
    return sent


def _counts(sessions: Sessions) -> dict[str, int]:
    with sessions.read() as session:
        return {
            name: session.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in SQLModel.metadata.tables.items()
        }


def test_a_source_is_added_by_its_doi_alone(client: FlaskClient, sessions: Sessions) -> None:
    assert NEW in client.get("/sources").text
    before = _counts(sessions)
    shown = _look(client)
    assert "Gronchi A, Miah AB. Soft tissue" in shown
    assert _counts(sessions) == before
    answer = client.post(NEW, data=_fields(shown) | {"act": "fill"} | WHO)
    assert answer.status_code == 303, answer.text
    with sessions.read() as session:
        assert session.exec(select(Source.key)).all() == [f"doi:{DOI}"]
        version = session.exec(select(SourceVersion)).one()
        assert (version.authors, version.year, version.volume) == (["Gronchi A", "Miah AB"], 2021, "32")
        assert "add_source" in session.exec(select(Event.act)).all()


def test_what_is_typed_stays_and_only_empty_fields_are_ticked(client: FlaskClient, sessions: Sessions) -> None:
    typed = {"kind": "journal_article", "title": "Mein Titel", "volume": "32", "authors": "Meier A\r\nHuber B"}
    shown = _look(client, **typed, accessed="1.2.2026", person="Anna Beispiel")
    sent = _fields(shown)
    assert (sent["title"], sent["volume"], sent["accessed"]) == ("Mein Titel", "32", "1.2.2026")
    assert (sent["person"], sent["kind"], sent["look_up"]) == ("Anna Beispiel", "journal_article", DOI)
    assert str(sent["authors"]).split() == ["Meier", "A", "Huber", "B"]
    assert "issue:0" in sent["take"]
    assert not {"title:0", "volume:0", "authors:0"} & set(sent["take"])
    assert "found-title:0" in sent
    assert "found-volume:0" not in sent
    taken = client.post(NEW, data=sent | {"act": "take"})
    after = _fields(taken.text)
    assert (after["title"], after["issue"], after["pages"]) == ("Mein Titel", "11", "1348-1365")
    assert "take" not in after
    assert _counts(sessions)["source"] == 0


def test_a_ticked_value_takes_the_place_of_what_was_typed(client: FlaskClient) -> None:
    sent = _fields(_look(client, kind="book", title="Mein Titel"))
    assert "kind:0" not in sent["take"]
    after = _fields(client.post(NEW, data=sent | {"act": "take", "take": ["title:0", "kind:0"]}).text)
    assert (after["title"], after["kind"]) == ("Soft tissue and visceral sarcomas", "journal_article")
    assert after["volume"] == ""


def test_looking_up_another_identifier_takes_nothing_of_the_first(client: FlaskClient) -> None:
    again = client.post(NEW, data=_fields(_look(client)) | {"act": "look_up", "look_up": "10.1016/nobody"})
    assert (_fields(again.text)["title"], _fields(again.text)["doi"]) == ("", "")


def test_what_is_typed_after_the_preview_wins_over_a_tick(client: FlaskClient, sessions: Sessions) -> None:
    sent = _fields(_look(client))
    assert "title:0" in sent["take"]
    assert client.post(NEW, data=sent | {"act": "fill", "title": "Selbst getippt"} | WHO).status_code == 303
    with sessions.read() as session:
        version = session.exec(select(SourceVersion)).one()
        assert (version.title, version.volume) == ("Selbst getippt", "32")


def test_of_two_values_that_registries_give_the_lower_ticked_one_counts(client: FlaskClient, world: World) -> None:
    record = {"title": "Soft tissue and visceral sarcomas.", "doi": DOI, "volume": "33"}
    world.on("2021-12-01", "pubmed", "34303807", record)
    sent = _fields(_look(client))
    assert (sent["found-volume:0"], sent["found-volume:1"]) == ("32", "33")
    assert "volume:1" not in sent["take"]
    after = _fields(client.post(NEW, data=sent | {"act": "take", "take": [*sent["take"], "volume:1"]}).text)
    assert after["volume"] == "33"


def test_an_entry_that_nobody_could_read_is_looked_up_by_what_its_text_shows(
    client: FlaskClient, sessions: Sessions
) -> None:
    text = f"Unleserliches Gekritzel {DOI}"
    here = client.post("/sources/import", data={"act": "list", "text": text, "format": "text"} | WHO).location
    client.post(here, data={"act": "confirm", "unread": "1"} | WHO)
    with sessions.read() as session:
        entry = session.exec(select(ImportedEntry).where(col(ImportedEntry.outcome) == "problem")).one()
    address = f"/sources/import/entries/{entry.id}"
    assert f'value="{DOI}"' in client.get(address).text
    sent = _fields(_look(client, address))
    assert sent["doi"] == DOI
    assert client.post(address, data=sent | {"act": "fill"} | WHO).status_code == 303
    with sessions.read() as session:
        assert session.exec(select(Source.key)).all() == [f"doi:{DOI}"]


def test_an_unread_line_of_a_page_can_be_looked_up(client: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, f"{BODY}Quellen\n{GUIDELINE}\nUnleserliches Gekritzel\n")
    with sessions.read() as session:
        line = session.exec(select(ListedSource).where(ListedSource.reading == "unread")).one()
    sent = _fields(_look(client, f"/pages/lines/{line.id}"))
    assert client.post(f"/pages/lines/{line.id}", data=sent | {"act": "fill"} | WHO).status_code == 303


def test_a_stored_source_is_compared_and_corrected(client: FlaskClient, sessions: Sessions) -> None:
    client.post(
        NEW, data={"act": "fill", "kind": "journal_article", "title": "Sarkome", "doi": DOI, "year": "2020"} | WHO
    )
    with sessions.read() as session:
        version = session.exec(select(SourceVersion)).one()
    address = f"/sources/versions/{version.id}"
    shown = client.post(address, data=_fields(client.get(address).text) | {"act": "look_up"}).text
    sent = _fields(shown)
    assert {"authors:0", "volume:0"} <= set(sent["take"])
    assert "year:0" not in sent["take"]
    assert client.post(address, data=sent | {"act": "fill"} | WHO).status_code == 303
    with sessions.read() as session:
        stored = session.exec(select(SourceVersion)).one()
        assert (stored.title, stored.year, stored.volume, len(stored.authors)) == ("Sarkome", 2020, "32", 2)


def test_a_retraction_is_told_before_anything_is_taken(client: FlaskClient, world: World) -> None:
    row = crossref.notice("retraction", "10.1016/notice", "2023-05-01")
    world.on("2023-05-02", "crossref", DOI, WORK | {"updated-by": [row]})
    shown = _look(client)
    assert "Retraktion" in shown
    assert 'href="https://doi.org/10.1016/notice"' in shown


@pytest.mark.parametrize("typed", ["", "Sarkome", "10.1016/nobody", "http://127.0.0.1:1/", "ftp://example.org/x"])
def test_what_is_not_found_is_said_and_what_was_typed_stays(client: FlaskClient, typed: str) -> None:
    shown = _look(client, typed=typed, kind="book", title="Mein Titel")
    assert 'role="alert"' in shown
    assert "look." not in re.sub(r"<[^>]*>", "", shown)
    assert (_fields(shown)["title"], _fields(shown)["look_up"]) == ("Mein Titel", typed)


def test_a_registry_that_is_away_is_named_and_the_form_stays(client: FlaskClient, world: World) -> None:
    world.outages.append(Outage("crossref", world.day, world.day, 503))
    world.outages.append(Outage("pubmed", world.day, world.day, 0))
    shown = _look(client, kind="book", title="Mein Titel")
    assert 'role="alert"' in shown
    assert _fields(shown)["title"] == "Mein Titel"


def test_a_page_that_hangs_ends_with_the_deadline_of_a_call_and_the_form_says_so(
    client: FlaskClient, world: World, played: str, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_up, "PATIENCE", Limits(connect=0.3, read=0.3, total=0.3))
    world.on("2026-01-01", "page", "house/page", {"redirect": f"{bad}/hangs"})
    shown = _look(client, typed=f"{played}/page/house/page", kind="web_page", title="Mein Titel")
    assert 'role="alert"' in shown
    assert _fields(shown)["title"] == "Mein Titel"


def test_only_found_values_of_known_fields_are_taken(client: FlaskClient) -> None:
    data = {"act": "take", "kind": "book", "take": ["person:0", "nonsense", "title:7"], "found-person:0": "Fremd"}
    after = _fields(client.post(NEW, data=data).text)
    assert (after["title"], after["person"]) == ("", "")
