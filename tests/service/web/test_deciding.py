"""Decisions over HTTP that change what a sentence says or rests on: rewording, and moving to a newer version."""

import pytest
from flask.testing import FlaskClient
from sqlmodel import select

from citations.models import Citation, SourceVersion
from service.db import Sessions
from tests.databases import stocked
from tests.factories import bound, bring_in, statement_with

KEY = "awmf:032-044OL"
WHO = {"person": "Anna Beispiel"}


@pytest.fixture
def ready(sessions: Sessions) -> int:
    """Return a sentence of a page that was read in."""
    stocked(sessions, bring_in)
    with sessions.read() as session:
        return statement_with(session, "Doxorubicin").id or 0


def test_a_sentence_is_reworded_in_other_words_only(client: FlaskClient, sessions: Sessions, ready: int) -> None:
    with sessions.read() as session:
        text = statement_with(session, "Doxorubicin").exact
    form = {"act": "decide", "decision": "revised", "last_review": "0", "words": f" {text} "} | WHO
    same = client.post(f"/statements/{ready}", data=form)
    assert same.status_code == 400
    assert "derselbe wie der alte" in same.text
    other = client.post(f"/statements/{ready}", data=form | {"words": "Doxorubicin kommt zuerst."})
    assert (other.status_code, other.headers["Location"]) == (303, f"/statements/{ready}#content")
    assert "Doxorubicin kommt zuerst." in client.get(f"/statements/{ready}").text


def test_the_newer_version_can_be_ticked_as_opened_while_a_sentence_moves_to_it(
    client: FlaskClient, sessions: Sessions, ready: int
) -> None:
    with sessions.write() as session:
        bound(session, "Doxorubicin")
    client.post(f"/sources/{KEY}", data={"act": "fact", "version": "2.0", "stand": "10/2026"} | WHO)
    with sessions.read() as session:
        newer = session.exec(select(SourceVersion.id).where(SourceVersion.label == "2.0")).one()
        citation = session.exec(select(Citation.id).where(Citation.statement_id == ready)).one()
    assert f'name="opened" value="{newer}"' in client.get(f"/statements/{ready}").text
    form = {
        "act": "decide", "decision": "source_updated", "last_review": "0", f"move-{citation}": str(newer),
        "opened": str(newer), f"opened_on-{newer}": "2026-11-20",
    }  # fmt: skip
    assert client.post(f"/statements/{ready}", data=form | WHO).status_code == 303
    assert "aufgerufen am 20.11.2026" in client.get("/pages/1/list").text
