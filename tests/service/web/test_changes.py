"""The card of a new version over HTTP: marks in, every touched sentence, and what is decided together."""

import re

import pytest
from flask.testing import FlaskClient
from sqlmodel import Session, col, select

from citations.kinds import Because, CitationState, Harm
from citations.models import Citation, RecommendationMark, Review, SourceVersion, Statement
from jobs.facts import Fact, record_fact
from service.acts.cite import Binding, bind, unbind
from service.acts.locate import locate
from service.db import Sessions
from service.reads.source import source_keyed
from tests.databases import CountQueries, stocked
from tests.factories import EDITOR, bound, bring_in, moment, open_flags, statement_with, subject_of

KEY = "awmf:032-044OL"
WHO = {"person": "Anna Beispiel"}
PLACES = {"Doxorubicin": "Empfehlung 3.1", "Operation": "3.2", "Etwa 4": ""}


def placed(session: Session) -> None:
    """Bind three sentences of a page to the first version, two of them to a recommendation."""
    bring_in(session)
    for words, place in PLACES.items():
        bound(session, words, KEY, Harm.H2)
        citation = session.exec(
            select(Citation).where(Citation.statement_id == statement_with(session, words).id)
        ).one()
        locate(session, moment(), EDITOR, citation.id or 0, place)


@pytest.fixture
def card(sessions: Sessions) -> str:
    """Return the address of the card of version 2.0, which three sentences do not rest on yet."""
    return f"/sources/{KEY}/changes/{stocked(sessions, _superseded)}"


def _superseded(session: Session) -> int:
    placed(session)
    record_fact(session, moment(), EDITOR, source_keyed(session, KEY), Fact(version="2.0", stand="2026-10"))
    return session.exec(select(SourceVersion.id).where(SourceVersion.label == "2.0")).one() or 0


def flags(sessions: Sessions, words: str) -> set[str]:
    """Return the reasons about newer versions that are open on a sentence."""
    with sessions.read() as session:
        found = open_flags(session, subject_of(session, statement_with(session, words)))
    return {reason for reason in found if reason.startswith("superseded")}


LIST = "3.1\tDie Diagnostik bei neu aufgetretenem Tumor\tA\tmodifiziert 2025\n3.2 geprüft\n9.9 neu\nKopfzeile\n"


def test_a_pasted_list_is_previewed_with_every_line_that_was_not_read(
    client: FlaskClient, sessions: Sessions, card: str
) -> None:
    text = client.post(card, data={"act": "read", "list": LIST}).text
    assert "3 Angaben gelesen, noch nicht übernommen." in text
    assert "Kopfzeile" in text
    with sessions.read() as session:
        assert session.exec(select(RecommendationMark)).all() == []


def test_marks_decide_which_reason_stands_and_can_be_taken_back(
    client: FlaskClient, sessions: Sessions, card: str
) -> None:
    assert flags(sessions, "Operation") == {"superseded_major"}
    assert client.post(card, data={"act": "keep", "list": LIST} | WHO).status_code == 303
    assert flags(sessions, "Doxorubicin") == {"superseded_major"}
    assert flags(sessions, "Operation") == {"superseded_minor"}
    assert flags(sessions, "Etwa 4") == {"superseded_major"}
    text = client.get(card).text
    assert "Eine neue Empfehlung, die kein Satz nutzt" in text
    assert "Empfehlung 3.1 modifiziert 2025" in text or "3.1 modifiziert 2025" in text
    with sessions.read() as session:
        mark = session.exec(select(RecommendationMark.id).where(RecommendationMark.place == "3.2")).one()
    assert client.post(card, data={"act": "end", "mark": str(mark)}).status_code == 303
    assert flags(sessions, "Operation") == {"superseded_major"}


def test_a_single_mark_needs_a_place_that_can_be_read(client: FlaskClient, card: str) -> None:
    form = {"act": "mark", "place": "irgendwo", "change": "checked"} | WHO
    refused = client.post(card, data=form)
    assert refused.status_code == 400
    assert "keine Nummer einer Empfehlung" in refused.text
    assert client.post(card, data=form | {"place": "3.2", "year": "2025"}).status_code == 303
    assert "geprüft 2025" in client.get(card).text


def test_only_ticked_sentences_are_decided_and_their_number_stands_on_the_button(
    client: FlaskClient, sessions: Sessions, card: str
) -> None:
    client.post(card, data={"act": "keep", "list": LIST} | WHO)
    offered = client.get(f"{card}?pick=1").text
    ticks = re.findall(r'name="tick" value="(\d+)" checked', offered)
    assert len(ticks) == 1
    asked = client.get(f"{card}?step=decide&tick={ticks[0]}").text
    assert "Einen Satz so lassen" in asked
    form = dict(re.findall(r'type="hidden" name="(tick|last-\d+)" value="(\d+)"', asked))
    form |= {"act": "bulk", "because": "same", "note": "Text verglichen"}
    assert client.post(card, data=form).status_code == 303
    assert flags(sessions, "Operation") == set()
    assert flags(sessions, "Doxorubicin") == {"superseded_major"}
    with sessions.read() as session:
        review = session.exec(select(Review)).one()
        assert (review.in_bulk, review.because, review.note) == (True, Because.SAME, "Text verglichen")
        statement = session.exec(select(Statement).where(col(Statement.exact).contains("Operation"))).one()
        assert statement.reviewed_on != moment().today
    assert "0 einzeln am Satz entschieden, 1 gesammelt" in client.get(card).text
    again = client.post(card, data=form)
    assert again.status_code == 409
    assert "hat inzwischen Anna Beispiel entschieden" in again.text
    assert "<pre>inhaltlich unverändert</pre>" in again.text, "what was chosen is told in words"


def _leave(client: FlaskClient, card: str) -> None:
    """Leave every sentence of the card as it is, as a browser would."""
    ticks = re.findall(r'name="tick" value="(\d+)"', client.get(card).text)
    asked = client.get(f"{card}?step=decide&" + "&".join(f"tick={one}" for one in ticks)).text
    form: dict[str, list[str]] = {"act": ["bulk"], "because": ["wording"], "person": [WHO["person"]]}
    for name, value in re.findall(r'type="hidden" name="(tick|last-\d+|seen)" value="(\d+)"', asked):
        form.setdefault(name, []).append(value)
    assert client.post(card, data=form).status_code == 303


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_was_left_in_bulk_is_taken_back_from_the_card(
    client: FlaskClient, sessions: Sessions, card: str, language: str
) -> None:
    _leave(client, card)
    assert flags(sessions, "Operation") == set()
    shown = client.get(f"{card}?lang={language}").text
    left = re.findall(r'name="left" value="(\d+)"', shown)
    assert len(left) == 1
    assert ("Gesammelt so gelassen" in shown) is (language == "de")
    assert client.post(card, data={"act": "back", "left": left[0]} | WHO).status_code == 303
    assert flags(sessions, "Operation") == {"superseded_major"}
    assert 'name="left"' not in client.get(card).text
    assert client.post(card, data={"act": "back", "left": left[0]} | WHO).status_code == 409
    assert client.post(card, data={"act": "back", "left": "99999"} | WHO).status_code == 404


def test_a_card_names_the_sentence_that_keeps_a_decision_in_bulk_from_being_taken_back(
    client: FlaskClient, sessions: Sessions, card: str
) -> None:
    _leave(client, card)
    left = re.findall(r'name="left" value="(\d+)"', client.get(card).text)[0]
    with sessions.write() as session:
        statement = statement_with(session, "Operation")
        live = select(Citation.id).where(
            Citation.statement_id == statement.id, Citation.state == CitationState.CONFIRMED
        )
        unbind(session, moment(), EDITOR, session.exec(live).one() or 0)
        words = statement.exact[:30]

    shown = client.get(card).text
    assert 'name="left"' not in shown
    assert f"hier wurde seitdem weitergearbeitet: „{words}" in shown
    refused = client.post(card, data={"act": "back", "left": left} | WHO)
    assert (refused.status_code, words in refused.text) == (400, True)


def test_another_reason_needs_a_note(client: FlaskClient, sessions: Sessions, card: str) -> None:
    with sessions.read() as session:
        citation = session.exec(select(Citation.id).where(Citation.state == CitationState.CONFIRMED)).all()[-1]
    form = {"act": "bulk", "because": "other", "tick": str(citation), f"last-{citation}": "0"}
    refused = client.post(card, data=form | WHO)
    assert refused.status_code == 400
    assert "braucht eine Notiz" in refused.text


def test_what_was_said_last_time_stands_on_the_next_card(client: FlaskClient, sessions: Sessions, card: str) -> None:
    with sessions.read() as session:
        number = statement_with(session, "Operation").id
        citation = session.exec(select(Citation.id).where(Citation.statement_id == number)).one()
    form = {"act": "bulk", "because": "wider", "note": "", "tick": str(citation), f"last-{citation}": "0"}
    assert client.post(card, data=form | WHO).status_code == 303
    client.post(f"/sources/{KEY}", data={"act": "fact", "version": "3.0", "stand": "11/2026"})
    with sessions.read() as session:
        number = session.exec(select(SourceVersion.id).where(SourceVersion.label == "3.0")).one()
    text = client.get(f"/sources/{KEY}/changes/{number}").text
    assert "Letztes Mal:" in text
    assert "unser Satz ist allgemeiner" in text
    old = client.get(card).text
    assert "entschieden wird dort" in old
    assert client.post(card, data=form).status_code in (400, 409)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_card_is_whole_and_reached_from_source_and_work_list(client: FlaskClient, card: str, language: str) -> None:
    client.set_cookie("language", language)
    answer = client.get(card)
    assert answer.status_code == 200
    assert "<script" not in answer.text
    ids = re.findall(r'\sid="([^"]+)"', answer.text)
    assert len(ids) == len(set(ids))
    assert card in client.get(f"/sources/{KEY}").text
    assert card in client.get("/queue").text


def test_a_card_that_is_none_is_not_found(client: FlaskClient, card: str) -> None:
    assert client.get(f"/sources/{KEY}/changes/99999").status_code == 404
    other = re.sub(r"awmf:032-044OL", "x", card)
    assert client.get(other).headers["Location"] == card


def test_the_card_takes_as_many_questions_for_many_sentences(
    client: FlaskClient, sessions: Sessions, card: str, count_queries: CountQueries
) -> None:
    with count_queries(sessions) as few:
        client.get(card)
    with sessions.write() as session:
        text = " ".join(f"Satz {n} nennt Ifosfamid als Medikament." for n in range(12))
        bring_in(session, f"Titel\n{text}\n", url="https://www.example.org/viele")
        old = session.exec(select(SourceVersion.id).where(SourceVersion.label == "1.1")).one()
        for number in session.exec(select(Statement.id).where(col(Statement.exact).contains("Ifosfamid"))).all():
            bind(session, moment(), EDITOR, number or 0, Binding(old or 0, locator="3.1"))
    with count_queries(sessions) as many:
        client.get(card)
    assert len(many) == len(few)
