"""Likely doubles over HTTP: the list, side by side, merging, calling different, and the way back."""

import re

import pytest
from flask.testing import FlaskClient
from sqlmodel import Session, col, select

from citations.kinds import SourceKind
from citations.models import LikelyDouble, Merge, Source, SourceVersion
from citations.records import Reference
from citations.stored import reference_of
from jobs.facts import Fact, record_fact
from service.acts.edit_source import edit_source
from service.acts.merge import Merging, merge
from service.acts.sources import source_named
from service.db import Sessions
from service.reads.doubles import likely, open_doubles
from service.reads.merge_preview import merge_preview
from tests.databases import CountQueries, stocked
from tests.factories import EDITOR, PAGE, REVIEW, bring_in, moment

SOFT = "title:the-diagnosis-and-treatment-of-soft-tissue-sarcomas-of-bannasch-2011-108"
DOI = "doi:10.3238/arztebl.2011.0032"
AGAIN = REVIEW.replace("2011; 108(3): 32–8.", "2011. doi: 10.3238/arztebl.2011.0032.")
WHO = {"person": "Anna Beispiel"}
OTHERS = 6


@pytest.fixture
def pair(sessions: Sessions) -> tuple[int, int]:
    """Return the numbers of one article that two pages name in two ways."""
    return stocked(sessions, _named_twice)


def _named_twice(session: Session) -> tuple[int, int]:
    bring_in(session)
    bring_in(session, PAGE.replace(REVIEW, AGAIN), url="https://www.example.org/zwei")
    return source_named(session, SOFT).id or 0, source_named(session, DOI).id or 0


def _form(client: FlaskClient, pair: tuple[int, int], **more: str) -> dict[str, str]:
    """Return the form of the page of comparison as a browser would send it."""
    keep, gone = pair
    text = client.get(f"/doubles/compare?keep={keep}&gone={gone}").text
    stamp = re.search(r'name="stamp" value="(\w+)"', text)
    assert stamp is not None
    return {"keep": str(keep), "gone": str(gone), "stamp": stamp.group(1), **more, **WHO}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_list_shows_each_pair_with_its_reasons_and_the_comparison_what_hangs_on_both(
    client: FlaskClient, pair: tuple[int, int], language: str
) -> None:
    listed = client.get(f"/doubles?lang={language}").text
    compared = client.get(f"/doubles/compare?keep={pair[0]}&gone={pair[1]}&lang={language}")

    assert ("gleicher Titel" in listed) is (language == "de")
    assert compared.status_code == 200
    assert 'name="choice-' in compared.text or "10.3238/arztebl.2011.0032" in compared.text


def test_a_source_says_what_it_may_be_once_more(client: FlaskClient, pair: tuple[int, int]) -> None:
    text = client.get(f"/sources/{SOFT}").text
    assert "Vielleicht dieselbe Quelle wie:" in text
    assert f'href="/doubles/compare?keep={pair[0]}&amp;gone={pair[1]}"' in text
    assert "gleicher Titel" in text
    client.post("/doubles", data={"act": "different", "keep": pair[0], "gone": pair[1], **WHO})
    assert "Vielleicht dieselbe Quelle wie:" not in client.get(f"/sources/{SOFT}").text


def test_days_of_both_sides_are_shown_as_they_are_written_here(
    client: FlaskClient, sessions: Sessions, pair: tuple[int, int]
) -> None:
    with sessions.write() as session:
        version = session.exec(select(SourceVersion).where(SourceVersion.source_id == pair[0])).one()
        edit_source(session, moment(), EDITOR, version.id or 0, {"as_of": "2011-06", "valid_until": "2030-01-31"})
    text = client.get(f"/doubles/compare?keep={pair[0]}&gone={pair[1]}").text
    assert "<strong>06/2011</strong>" in text
    assert "<strong>31.01.2030</strong>" in text
    assert "auf beiden Seiten: 2011" in text


def test_merging_and_undoing_by_hand(client: FlaskClient, sessions: Sessions, pair: tuple[int, int]) -> None:
    answer = client.post("/doubles/compare", data=_form(client, pair, act="merge"))
    assert answer.status_code == 303
    assert client.get(f"/sources/{DOI}").headers["Location"].endswith("bannasch-2011-108")
    with sessions.read() as session:
        number = session.exec(select(Merge.id)).one()
    shown = client.get(f"/sources/{SOFT}").text
    assert f"/doubles/undo/{number}" in shown

    undone = client.post(f"/doubles/undo/{number}", data={"source": str(pair[0]), **WHO})
    assert undone.status_code == 303
    assert client.get(f"/sources/{DOI}").status_code == 200
    assert client.post(f"/doubles/undo/{number}", data={"source": str(pair[0]), **WHO}).status_code == 409


def test_a_source_says_which_of_its_merges_can_no_longer_be_undone_and_why(
    client: FlaskClient, sessions: Sessions, pair: tuple[int, int]
) -> None:
    client.post("/doubles/compare", data=_form(client, pair, act="merge"))
    with sessions.write() as session:
        number = session.exec(select(Merge.id)).one()
        version = session.exec(select(SourceVersion).where(SourceVersion.source_id == pair[0])).one()
        edit_source(session, moment(), EDITOR, version.id or 0, {"doi": "10.1000/ganz-anders"})
        name = version.cite_key

    shown = client.get(f"/sources/{SOFT}?lang=de").text
    assert f"/doubles/undo/{number}" not in shown
    assert f"Seit der Zusammenführung wurde eine ihrer Versionen geändert („{name}“)" in shown
    refused = client.post(f"/doubles/undo/{number}", data={"source": str(pair[0]), **WHO})
    assert (refused.status_code, name in refused.text) == (400, True)


def test_a_colleague_who_changed_one_of_both_meanwhile_is_not_overrun(
    client: FlaskClient, sessions: Sessions, pair: tuple[int, int]
) -> None:
    form = _form(client, pair, act="merge")
    with sessions.write() as session:
        record_fact(session, moment(), "Kollegin", source_named(session, DOI), Fact(stand="2011", note="neu"))

    assert client.post("/doubles/compare", data=form).status_code == 409
    with sessions.read() as session:
        assert session.exec(select(Merge)).all() == []


def test_what_is_called_different_leaves_the_list(
    client: FlaskClient, sessions: Sessions, pair: tuple[int, int]
) -> None:
    answer = client.post("/doubles", data=_form(client, pair, act="different"))

    assert answer.status_code == 303
    with sessions.read() as session:
        assert session.exec(select(LikelyDouble.state)).one() == "different"
        assert open_doubles(session).rows == ()


def test_any_source_can_be_compared_with_one_that_is_named_by_hand(client: FlaskClient, pair: tuple[int, int]) -> None:
    answer = client.get(f"/doubles/compare?keep={pair[0]}&with=032/044OL")
    unlike = client.get(answer.headers["Location"])

    assert unlike.status_code == 200
    assert "sehen nicht nach derselben Quelle aus" in unlike.text
    assert client.get(f"/doubles/compare?keep={pair[0]}&gone={pair[0]}").text.count('value="merge"') == 0


@pytest.mark.parametrize(
    "address", ["/doubles/compare", "/doubles/compare?keep=1&gone=x", "/doubles/compare?keep=1&gone=99999999999999"]
)
def test_a_wrong_address_is_refused_in_words(client: FlaskClient, pair: tuple[int, int], address: str) -> None:
    assert client.get(address).status_code == 400
    assert client.get(f"/doubles/compare?keep={pair[0]}&gone=4711").status_code == 404


def test_the_questions_of_each_page_are_counted(
    sessions: Sessions, pair: tuple[int, int], count_queries: CountQueries
) -> None:
    few = _questions(sessions, pair, count_queries)
    with sessions.write() as session:
        for number in range(OTHERS):
            line = AGAIN.replace("Bannasch H", f"Bannasch {chr(65 + number)}").replace("0032", f"1{number}")
            bring_in(session, PAGE.replace(REVIEW, line), url=f"https://www.example.org/noch/{number}")

    assert _questions(sessions, pair, count_queries) == few
    assert few == [7, 23]


def _questions(sessions: Sessions, pair: tuple[int, int], count_queries: CountQueries) -> list[int]:
    """Return how many questions the list and a comparison ask."""
    counted = []
    for ask in (open_doubles, lambda session: merge_preview(session, *pair, {})):
        with sessions.read() as session, count_queries(sessions) as sent:
            ask(session)
        counted.append(len(sent))
    return counted


def test_what_a_preview_asks_about_is_found_without_storing_anything(sessions: Sessions, pair: tuple[int, int]) -> None:
    with sessions.write() as session:
        kinds, reference = _stored(session, pair[0])
        before = session.exec(select(LikelyDouble.id)).all()
        found = likely(session, [(kinds, reference)])

        assert {one.source_id for one in found[0]} == set(pair)
        assert session.exec(select(LikelyDouble.id)).all() == before


def test_a_merged_source_is_proposed_no_more(sessions: Sessions, pair: tuple[int, int]) -> None:
    with sessions.write() as session:
        merge(session, moment(), EDITOR, Merging(*pair))
        kind, reference = _stored(session, pair[0])

        assert [one.source_id for one in likely(session, [(kind, reference)])[0]] == [pair[0]]
        assert open_doubles(session).count == 0


def _stored(session: Session, source_id: int) -> tuple[SourceKind, Reference]:
    """Return kind and newest reference of a stored source."""
    version = session.exec(
        select(SourceVersion).where(SourceVersion.source_id == source_id).order_by(col(SourceVersion.id).desc())
    ).first()
    assert version is not None
    return session.get_one(Source, source_id).kind, reference_of(version)
