"""Files under stable addresses: what a browser is told, what is in them, and what a wrong address says."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import Session

from citations.formats import FORMATS
from citations.formats.item import Of
from jobs.ledger import Moment
from service.acts.import_page import Upload, import_page
from service.db import Sessions
from service.web import exports
from tests.citations.formats.reading import read_back
from tests.clocks import NOON, TODAY
from tests.databases import stocked

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
    stocked(sessions, _imported)
    return app.test_client()


def _imported(session: Session) -> None:
    import_page(session, Moment(TODAY, NOON), "Anna", Upload("https://a.example/1", TEXT, format="text"))


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
    assert ", ".join(FORMATS) in said


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("query", ["", "?page=1"])
def test_every_format_has_an_address_for_all_and_for_a_page(visitor: FlaskClient, form: str, query: str) -> None:
    answer = visitor.get(f"/export/{form}{query}")
    described = FORMATS[form].FORMAT
    assert (answer.status_code, answer.content_type) == (200, described.content_type)
    assert answer.get_data() == visitor.get(f"/export/{form}{query}").get_data() != b""
    name = answer.headers["Content-Disposition"].partition("filename=")[2].strip('"')
    assert name.endswith(f".{described.extension}")
    assert ("seite-1" in name) is bool(query)


def test_a_file_is_named_after_what_is_in_it(visitor: FlaskClient) -> None:
    names = {
        "bibtex?page=1": "quellen-seite-1.bib",
        "schema-org?page=1": "seite-1.jsonld",
        "web-annotation": "seiten.anno.jsonld",
        "atom": "aenderungen.atom",
        "ris?keys=": "quellen-auswahl.ris",
        "csl-json?page=1&keys=": "quellen-seite-1-auswahl.json",
        "fhir": "quellen.fhir.json",
    }
    for address, name in names.items():
        assert f'filename="{name}"' in visitor.get(f"/export/{address}").headers["Content-Disposition"]


@pytest.mark.parametrize("form", ["bibtex", "schema-org", "atom", "xlsx"])
def test_a_program_may_ask_for_the_head_alone(visitor: FlaskClient, form: str) -> None:
    answer = visitor.head(f"/export/{form}?page=1")
    assert (answer.status_code, answer.get_data()) == (200, b"")
    assert answer.content_type == FORMATS[form].FORMAT.content_type
    assert visitor.head(f"/export/{form}?page=9").status_code == 404


@pytest.mark.parametrize("form", ["atom", "schema-org", "statements-csv", "web-annotation"])
def test_keys_with_a_format_that_is_not_made_of_sources_are_refused_in_words(visitor: FlaskClient, form: str) -> None:
    answer = visitor.get(f"/export/{form}?keys=a")
    assert answer.status_code == 400
    assert form in answer.text
    assert "biblatex" in answer.text


def test_the_words_of_a_feed_are_those_of_the_settings_for_everybody(visitor: FlaskClient) -> None:
    visitor.set_cookie("language", "en")
    feed = visitor.get("/export/atom", base_url="https://leitstand.example").text
    assert "Leitstand: was sich geändert hat" in feed
    assert 'href="https://leitstand.example/export/atom"' in feed
    assert 'href="https://leitstand.example/pages/1"' in feed


@pytest.mark.parametrize("address, query", [("/pages/1", "?page=1"), ("/pages/1/list", "?page=1"), ("/sources", "")])
def test_a_page_offers_every_format_that_fits_it(visitor: FlaskClient, address: str, query: str) -> None:
    shown = visitor.get(address).text
    for form in FORMATS:
        assert f'href="/export/{form}{query}"' in shown


def test_a_source_offers_each_version_in_the_formats_of_sources(visitor: FlaskClient) -> None:
    shown = visitor.get("/sources/awmf:999-001OL").text
    offered = set(re.findall(r'href="/export/([a-z-]+)\?keys=[a-z0-9]+"', shown))
    assert offered == {form for form, module in FORMATS.items() if module.FORMAT.of is Of.SOURCES}
