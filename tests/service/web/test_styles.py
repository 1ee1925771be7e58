"""Citation styles in the browser: the form, the list in a style, the files, and what a wrong name says."""

import pytest
from flask.testing import FlaskClient
from sqlmodel import Session

from service.acts.importing import ImportResult
from service.db import Sessions
from service.settings import Settings
from tests.databases import stocked
from tests.factories import PAGE, bring_in

REVIEW = "Dtsch Arztebl Int. 2011;108(3):32"


@pytest.fixture
def number(sessions: Sessions) -> int:
    """Return the number of a page with a list, one title of which looks like markup."""
    return stocked(sessions, _marked_up).page_id


def _marked_up(session: Session) -> ImportResult:
    return bring_in(session, PAGE.replace("The diagnosis", "<script>The</script> diagnosis"))


def test_the_house_style_is_what_is_shown_first(client: FlaskClient, number: int) -> None:
    plain = client.get(f"/pages/{number}/list").get_data(as_text=True)
    assert '<option value="house" selected>Hausstil</option>' in plain
    assert "Dtsch Arztebl Int 2011; 108(3): 32–8." in plain
    chosen = client.get(f"/pages/{number}/list?style=house&locale=de").get_data(as_text=True)
    assert chosen.partition("<main")[2] == plain.partition("<main")[2]


def test_a_style_shows_its_list_and_offers_its_files(client: FlaskClient, number: int) -> None:
    shown = client.get(f"/pages/{number}/list?style=ama&locale=en").get_data(as_text=True)
    assert '<option value="ama" selected>AMA, 11. Auflage</option>' in shown
    assert "<i>Dtsch Arztebl Int</i>. 2011;108(3):32-8." in shown
    for form in ("text", "html"):
        assert f"/export/{form}?page={number}&amp;style=ama&amp;locale=en" in shown


def test_no_markup_of_a_title_reaches_the_page(client: FlaskClient, number: int) -> None:
    for address in (f"/pages/{number}/list?style=nlm", f"/export/html?page={number}&style=nlm"):
        body = client.get(address).get_data(as_text=True)
        assert "<script>The" not in body
        assert "&lt;script&gt;The&lt;/script&gt; diagnosis" in body


def test_a_style_that_the_menu_does_not_name_can_be_typed(client: FlaskClient, number: int) -> None:
    shown = client.get(f"/pages/{number}/list?style=ama&other=bmj-open").get_data(as_text=True)
    assert '<option value="bmj-open" selected>bmj-open</option>' in shown


def test_a_file_is_pulled_in_a_style(client: FlaskClient, number: int) -> None:
    answer = client.get(f"/export/text?page={number}&style=vancouver&locale=en")
    assert answer.content_type == "text/plain; charset=utf-8"
    lines = answer.get_data(as_text=True).splitlines()
    assert [line[:2] for line in lines] == ["Le", "1.", "", "Fa", "2."]
    assert f"{REVIEW}-8." in lines[-1]
    everything = client.get("/export/html?style=vancouver").get_data(as_text=True)
    assert everything.startswith("<p>1. Bannasch H")


def test_without_a_language_it_is_the_operators(client: FlaskClient, number: int) -> None:
    assert "aufgerufen am 4. März 2025" in client.get(f"/export/text?page={number}&style=nlm").get_data(as_text=True)


@pytest.mark.parametrize(
    "query, status, words",
    [
        ("style=vancuver", 404, "vancouver"),
        ("style=../../etc/passwd", 404, "Zitierstil"),
        ("style=ama&locale=fr", 400, "de, en"),
    ],
)
def test_what_does_not_go_is_said_with_what_does(
    client: FlaskClient, number: int, query: str, status: int, words: str
) -> None:
    for address in (f"/pages/{number}/list?{query}", f"/export/text?page={number}&{query}"):
        answer = client.get(address)
        assert answer.status_code == status
        assert words in answer.get_data(as_text=True)


def test_a_format_without_styles_refuses_one(client: FlaskClient, number: int) -> None:
    answer = client.get(f"/export/bibtex?page={number}&style=ama")
    assert answer.status_code == 400
    assert "html, text" in answer.get_data(as_text=True)


def test_a_file_of_the_house_is_in_the_menu_and_prints(client: FlaskClient, settings: Settings, number: int) -> None:
    folder = settings.data_dir / "styles"
    folder.mkdir(parents=True)
    (folder / "eigen.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info/><bibliography><layout>'
        '<text variable="citation-number" suffix=") "/><text variable="title"/></layout></bibliography></style>',
        encoding="utf-8",
    )
    assert '<option value="eigen">eigen</option>' in client.get(f"/pages/{number}/list").get_data(as_text=True)
    lines = client.get(f"/export/text?page={number}&style=eigen").get_data(as_text=True).splitlines()
    assert lines[1].startswith("1) Adulte Weichgewebesarkome (Stand 06/2022; aufgerufen am 04.03.2025; AWMF-")
