"""Files under stable addresses: what a browser is told, what is in them, and what a wrong address says."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from jobs.ledger import Moment
from service.acts.import_page import Upload, import_page
from service.db import Sessions
from service.web import exports
from tests.citations.formats.reading import read_back
from tests.clocks import NOON, TODAY

TEXT = """Leben nach der Operation

Die Nachsorge dauert einige Jahre.

Quellen

Musterverband der Beispiele (MdB): S3-Leitlinie Ein Beispiel, Langversion, 2.0, 2024, AWMF-Registernummer: 999/001OL \
(Stand 06/2024, aufgerufen am 14.03.2025).
Muster A, Beispiel BC. A study of <examples> & more. Example J. 2020;1(2):3-4. doi: 10.1000/xyz.
"""


@pytest.fixture
def visitor(app: Flask, sessions: Sessions) -> FlaskClient:
    """Return a client of an application with one page imported."""
    if "exports" not in app.blueprints:
        app.register_blueprint(exports.pages)
    with sessions.write() as session:
        import_page(session, Moment(TODAY, NOON), "Anna", Upload("https://a.example/1", TEXT, format="text"))
    return app.test_client()


@pytest.mark.parametrize("query", ["", "?page=1"])
def test_biblatex_is_a_file_that_a_build_can_pull(visitor: FlaskClient, query: str) -> None:
    answer = visitor.get(f"/export/biblatex{query}")
    assert answer.status_code == 200
    assert answer.content_type == "application/x-bibtex; charset=utf-8"
    assert answer.headers["Content-Disposition"].endswith('.bib"')
    entries = read_back([answer.get_data(as_text=True)])
    assert {entry["ENTRYTYPE"] for entry in entries.values()} == {"report", "article"}
    report = next(entry for entry in entries.values() if entry["ENTRYTYPE"] == "report")
    assert (report["number"], report["urldate"], report["version"]) == ("999/001OL", "2025-03-14", "2.0")


def test_a_selection_by_key(visitor: FlaskClient) -> None:
    key = next(iter(read_back([visitor.get("/export/bibtex").get_data(as_text=True)])))
    assert list(read_back([visitor.get(f"/export/bibtex?keys={key}").get_data(as_text=True)])) == [key]
    assert visitor.get("/export/bibtex?keys=").get_data() == b""


def test_the_list_of_a_page_keeps_its_own_lines(visitor: FlaskClient) -> None:
    text = visitor.get("/export/text?page=1").get_data(as_text=True)
    assert TEXT.splitlines()[-1] in text.splitlines()
    assert "<examples>" not in visitor.get("/export/html?page=1").get_data(as_text=True)


@pytest.mark.parametrize(
    "address, status",
    [
        ("/export/word", 404),
        ("/export/bibtex?page=99", 404),
        ("/export/bibtex?keys=nobody2020", 404),
        ("/export/bibtex?page=abc", 400),
        ("/export/bibtex?page=99999999999999999999", 400),
        ("/export/bibtex?page=%C2%B2", 400),
    ],
)
def test_a_wrong_address_says_so(visitor: FlaskClient, address: str, status: int) -> None:
    assert visitor.get(address).status_code == status


def test_an_unknown_format_names_those_there_are(visitor: FlaskClient) -> None:
    said = visitor.get("/export/word").get_data(as_text=True)
    assert "biblatex, bibtex, csl-json, html, ris, text" in said
