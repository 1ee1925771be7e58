"""Lists of sources in the browser: a look before anything is stored, ticks, one transaction, problems by hand."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient
from sqlmodel import col, select

from citations.models import Citation, Event, ImportedEntry, ListedSource, ListImport, Source, SourceVersion
from service.db import Sessions
from tests.factories import BODY, GUIDELINE, REVIEW, bring_in

WHO = {"person": "Anna Beispiel"}
LIST = f"1. {GUIDELINE}\n2. {REVIEW}\n3. Unleserliches Gekritzel\n"
RIS = "TY  - JOUR\nAU  - Meier, A\nTI  - Nachsorge bei Sarkomen\nJO  - J Test\nPY  - 2019\nDO  - 10.1000/a\nER  - \n"
BOOK = {
    "act": "fill",
    "kind": "book",
    "title": "Sarkome",
    "authors": "Meier AB\nHuber C",
    "year": "2020",
    "isbn": "978-3-16-148410-0",
} | WHO


def _hand_in(client: FlaskClient, text: str = LIST, **more: str) -> str:
    answer = client.post("/sources/import", data={"act": "list", "text": text} | more | WHO)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["Location"])


def _sources(sessions: Sessions) -> list[str]:
    with sessions.read() as session:
        return list(session.exec(select(Source.key).order_by(col(Source.key))))


def test_a_list_is_looked_at_then_stored_once(client: FlaskClient, sessions: Sessions) -> None:
    here = _hand_in(client)
    shown = client.get(here)
    assert shown.status_code == 200
    assert "Unleserliches Gekritzel" in shown.text
    assert _sources(sessions) == []
    ticks = {"act": "confirm", "shown": ["0", "1"], "keep": ["0", "1"]}
    for _ in range(2):
        assert client.post(here, data=ticks | WHO).status_code == 303
    assert len(_sources(sessions)) == 2
    with sessions.read() as session:
        assert session.exec(select(Event.act)).all().count("import_sources") == 1
        assert session.exec(select(ListImport.state, ListImport.data)).all() == [("imported", b"")]
    assert "von Hand ausfüllen" in client.get(here).text


def test_what_is_ticked_off_is_not_stored_and_stays_to_be_seen(client: FlaskClient, sessions: Sessions) -> None:
    here = _hand_in(client)
    client.post(here, data={"act": "turn", "shown": ["0", "1"], "keep": ["1"]} | WHO)
    client.post(here, data={"act": "confirm"} | WHO)
    assert _sources(sessions) == ["title:the-diagnosis-and-treatment-of-soft-tissue-sarcomas-of-bannasch-2011-108"]
    with sessions.read() as session:
        outcomes = session.exec(select(ImportedEntry.outcome).order_by(col(ImportedEntry.position))).all()
    assert outcomes == ["left_out", "new", "problem"]


def test_a_draft_that_is_thrown_away_stores_nothing_and_stays_so(client: FlaskClient, sessions: Sessions) -> None:
    here = _hand_in(client)
    assert client.post(here, data={"act": "discard"} | WHO).status_code == 303
    assert client.post(here, data={"act": "confirm"} | WHO).status_code == 400
    assert _sources(sessions) == []
    thrown = client.get(here)
    assert thrown.status_code == 200
    assert "<h1>Vorschau: " in thrown.text, "nothing was taken in"


def test_a_known_source_is_said_to_be_known(client: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
    page = client.get(_hand_in(client)).text
    assert "/sources/awmf:032-044OL" in page
    assert "bekannt" in page


def test_what_may_be_a_source_twice_is_shown_with_the_other_one(client: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
    twin = REVIEW.replace("of the limbs", "of limbs").rstrip() + " doi: 10.3238/arztebl.2011.0032."
    page = client.get(_hand_in(client, f"1. {twin}\n2. {GUIDELINE}")).text
    assert "vielleicht doppelt" in page
    assert "/sources/title:the-diagnosis-and-treatment" in page


def test_a_long_list_is_shown_a_stretch_at_a_time(client: FlaskClient) -> None:
    text = "\n".join(f"{n}. Meier A, Huber B. Titel {n} heute. J Test 2020;3:{n}-{n + 4}." for n in range(1, 131))
    here = _hand_in(client, text)
    first, second = client.get(here).text, client.get(f"{here}?page=2").text
    assert "Titel 100 heute" in first
    assert "Titel 101 heute" not in first
    assert "Titel 130 heute" in second


def test_the_file_of_another_program_is_shown_as_it_was_read(client: FlaskClient) -> None:
    page = client.get(_hand_in(client, RIS)).text
    assert "Meier A. Nachsorge bei Sarkomen. J Test" in page
    assert "Fachartikel" in page
    assert "DOI 10.1000/a" in page


def test_a_title_without_end_does_not_fill_the_page(client: FlaskClient) -> None:
    here = _hand_in(client, f"@book{{a, title = {{{'Lang' * 5000}}}, year = 2020}}")
    client.post(here, data={"act": "confirm", "shown": ["0"], "keep": ["0"]} | WHO)
    for page in (client.get(_hand_in(client, RIS.replace("Nachsorge", "Lang" * 5000))).text, client.get(here).text):
        assert "LangLang" in page
        assert len(page) < 30_000


def test_a_heading_that_is_pasted_along_is_no_fault(client: FlaskClient) -> None:
    page = client.get(_hand_in(client, f"Literatur\n\n1. {GUIDELINE}\n2. {REVIEW}")).text
    assert "nicht lesbar" not in page


def test_what_is_mostly_no_source_is_stored_only_when_somebody_ticks_that(
    client: FlaskClient, sessions: Sessions
) -> None:
    here = _hand_in(client, "Unleserliches Gekritzel")
    page = client.get(here).text
    assert "keine einzige Quelle" in page
    refused = client.post(here, data={"act": "confirm"} | WHO)
    assert refused.status_code == 400
    assert "1 von 1" in refused.text
    with sessions.read() as session:
        assert session.exec(select(ListImport.state)).all() == ["draft"]
    assert client.post(here, data={"act": "confirm", "unread": "1"} | WHO).status_code == 303
    assert "von Hand ausfüllen" in client.get(here).text


@pytest.mark.parametrize("name", ["quellen.csv", "quellen.xlsx", "liste.txt"])
def test_a_sheet_that_is_dropped_here_is_looked_at_as_a_sheet(
    client: FlaskClient, sessions: Sessions, name: str
) -> None:
    with sessions.write() as session:
        bring_in(session)
    data = client.get("/export/xlsx" if name.endswith("xlsx") else "/export/csv").data
    form = {"act": "list", "file": (BytesIO(data), name)} | WHO
    shown = client.post("/sources/import", data=form, content_type="multipart/form-data", follow_redirects=True)
    assert (shown.status_code, shown.request.path) == (200, "/sheets/1")
    assert "sagt dasselbe" in shown.text


def test_rows_copied_out_of_a_sheet_are_looked_at_as_a_sheet(client: FlaskClient) -> None:
    shown = client.get(_hand_in(client, "Titel\tAutoren\tJahr\nSarkome heute\tMeier A\t2020\n"))
    assert "Was sich ändern würde" in shown.text
    assert "<td>Meier A</td>" in shown.text


def test_a_sheet_nobody_can_read_is_refused_in_words(client: FlaskClient) -> None:
    for name, data, said in (
        ("a.xlsx", b"PK\x03\x04 xl/", "Arbeitsmappe"),
        ("a.csv", "Kopf;Fuß\nMeier;2012\n".encode(), "keine Überschrift"),
    ):
        form = {"act": "list", "file": (BytesIO(data), name)} | WHO
        answer = client.post("/sources/import", data=form, content_type="multipart/form-data")
        assert (answer.status_code, said in answer.text) == (400, True)


def test_lines_in_a_file_with_the_ending_of_a_sheet_are_read_as_text_by_request(client: FlaskClient) -> None:
    form = {"act": "list", "format": "text", "file": (BytesIO(LIST.encode()), "a.csv")} | WHO
    shown = client.post("/sources/import", data=form, content_type="multipart/form-data", follow_redirects=True)
    assert "Unleserliches Gekritzel" in shown.text


def test_bad_files_come_back_with_a_sentence(client: FlaskClient) -> None:
    for name, data in (
        ("a.bib", b""),
        ("a.pdf", b"%PDF-1.7"),
        ("a.html", b"<!doctype html><p>"),
    ):
        form = {"act": "list", "file": (BytesIO(data), name)} | WHO
        answer = client.post("/sources/import", data=form, content_type="multipart/form-data")
        assert answer.status_code == 400
        assert name in answer.text
    assert client.post("/sources/import", data={"act": "list"} | WHO).status_code == 400
    assert client.get("/sources/import/99").status_code == 404


def test_an_unread_entry_is_filled_in_beside_its_text(client: FlaskClient, sessions: Sessions) -> None:
    here = _hand_in(client)
    client.post(here, data={"act": "confirm"} | WHO)
    with sessions.read() as session:
        number = session.exec(select(ImportedEntry.id).where(ImportedEntry.outcome == "problem")).one()
    place = f"/sources/import/entries/{number}"
    assert "Unleserliches Gekritzel" in client.get(place).text
    assert 'name="isbn"' in client.get(f"{place}?kind=book").text
    wrong = client.post(place, data=BOOK | {"isbn": "978-3-16-148410-1"})
    assert wrong.status_code == 400
    assert "978-3-16-148410-1" in wrong.text
    answer = client.post(place, data=BOOK)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{here}?only=problem"), "the next one waits there"
    assert client.post(place, data=BOOK).status_code == 409
    page = client.get("/sources/isbn:9783161484100").text
    assert "Unleserliches Gekritzel" in page
    with sessions.read() as session:
        version = session.exec(select(SourceVersion).where(SourceVersion.title == "Sarkome")).one()
    assert version.authors == ["Meier AB", "Huber C"]


def test_what_is_filled_in_and_may_be_a_stored_source_is_said_at_once(client: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
    here = _hand_in(client, "Unleserliches Gekritzel")
    client.post(here, data={"act": "confirm", "unread": "1"} | WHO)
    with sessions.read() as session:
        number = session.exec(select(ImportedEntry.id).where(ImportedEntry.outcome == "problem")).one()
    title = "The diagnosis and treatment of soft tissue sarcomas of limbs"
    typed = {"act": "fill", "kind": "journal_article", "title": title, "year": "2011"} | WHO
    said = client.post(f"/sources/import/entries/{number}", data=typed, follow_redirects=True).text
    assert "Vielleicht gibt es sie schon" in said
    with sessions.read() as session:
        key = session.exec(select(Source.key).where(Source.title == title)).one()
    history = client.get(f"/sources/{key}").text
    assert "<dt>Quelle</dt>" in history
    assert "andere Quelle" not in history.partition('id="history"')[2]


def test_an_unread_line_of_a_page_is_filled_in_and_stays_so(client: FlaskClient, sessions: Sessions) -> None:
    text = f"{BODY}Quellen\n{GUIDELINE}\nUnleserliches Gekritzel\n"
    with sessions.write() as session:
        page_id = bring_in(session, text).page_id
        line = session.exec(select(ListedSource).where(ListedSource.reading == "unread")).one()
    place = f"/pages/lines/{line.id}"
    assert place in client.get(f"/pages/{page_id}").text
    answer = client.post(place, data=BOOK | {"accessed": "01.10.2026"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/pages/{page_id}#list")
    for _ in range(2):
        with sessions.read() as session:
            row = session.exec(select(ListedSource).where(ListedSource.text == "Unleserliches Gekritzel")).one()
            assert (row.reading, row.irregular) == ("reference", True)
            bound = session.exec(select(Citation).where(Citation.listed_id == row.id)).one()
            assert bound.page_id == page_id
        with sessions.write() as session:
            bring_in(session, text.replace("Etwa 4", "Etwa 5"))
    assert "Unleserliches Gekritzel" in client.get(f"/pages/{page_id}/list").text


def test_a_source_that_is_known_is_found_by_what_is_typed(client: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session, f"{BODY}Quellen\n{GUIDELINE}\nUnleserliches Gekritzel\n")
        line = session.exec(select(ListedSource).where(ListedSource.reading == "unread")).one()
    typed = {"act": "fill", "kind": "awmf_guideline", "title": "Sarkome", "awmf_number": "032-044OL"} | WHO
    client.post(f"/pages/lines/{line.id}", data=typed)
    assert _sources(sessions) == ["awmf:032-044OL"]


def test_stored_details_are_corrected_with_the_same_form(client: FlaskClient, sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        version = session.exec(select(SourceVersion).where(SourceVersion.container != "")).one()
    place = f"/sources/versions/{version.id}"
    assert "Dtsch Arztebl Int" in client.get(place).text
    typed = {"act": "fill", "kind": "journal_article", "title": version.title, "pages": "99"} | WHO
    assert client.post(place, data=typed).status_code == 303
    with sessions.read() as session:
        again = session.get_one(SourceVersion, version.id)
        assert (again.pages, again.container) == ("99", "Dtsch Arztebl Int")
