"""The loop of an editor in a real Chromium: read a page in, bind a source, confirm, see the flag close."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.factories import GUIDELINE, PAGE, URL
from tests.web import LiveServer

# pytest-base-url, which pytest-playwright brings along, defines its fixture in a class
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestRemovedIn10Warning")

PERSON = "Anna Beispiel"
RENEWED = GUIDELINE.replace("04.03.2025", "20.11.2026")


@pytest.fixture
def upload(tmp_path: Path) -> Path:
    """Return a page as a file."""
    path = tmp_path / "knochen.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def _read_in(page: Page, live_server: LiveServer, upload: Path) -> None:
    page.goto(f"{live_server.url}/pages/import")
    page.get_by_label("Adresse der Seite").fill(URL)
    page.get_by_label("Titel").fill("Knochen")
    page.get_by_label("Datei", exact=True).set_input_files(upload)
    page.get_by_label("Ihr Name").fill(PERSON)
    page.get_by_role("button", name="Einlesen").click()
    expect(page.get_by_role("status")).to_contain_text("Aussagen: 7 (davon neu: 7), Zeilen der Quellenliste: 2")
    page.get_by_role("link", name="Zur Seite").click()


def _bind(page: Page) -> None:
    page.get_by_role("link", name="Doxorubicin ist meist").first.click()
    page.get_by_label("Quelle", exact=True).select_option(index=1)
    page.get_by_label("Stelle").fill("Empfehlung 5.3")
    page.get_by_role("button", name="Binden").click()
    expect(page.get_by_role("status")).to_have_text("Quelle gebunden.")
    expect(page.locator("#flags")).to_contain_text("Abruf veraltet")


def test_an_editor_works_a_sentence_down(page: Page, live_server: LiveServer, upload: Path) -> None:
    _read_in(page, live_server, upload)
    address = page.url
    _bind(page)
    statement = page.url.split("#")[0]
    page.get_by_label("S3 032/044OL 1.1", exact=True).check()
    page.get_by_role("button", name="Entscheiden").click()
    expect(page.get_by_role("status")).to_contain_text("Abruf veraltet")
    page.goto(statement)
    expect(page.locator("#flags")).to_contain_text("An diesem Satz ist nichts offen.")
    expect(page.locator("#history")).to_contain_text(PERSON)
    page.goto(f"{address.split('#')[0]}/list")
    expect(page.locator("#printed")).to_contain_text(RENEWED)
    renewed = f"Leitlinien\n{RENEWED}\n\nFachartikel\n{PAGE.splitlines()[-1]}\n"
    expect(page.get_by_label("Als Text")).to_have_value(renewed)
    page.get_by_text("Mitnehmen", exact=True).first.click()
    with page.expect_download() as bibtex:
        page.get_by_role("link", name="BibTeX", exact=False).first.click()
    assert "032/044OL" in Path(bibtex.value.path()).read_text(encoding="utf-8")


def test_a_refused_form_stays_filled_and_says_why(page: Page, live_server: LiveServer, upload: Path) -> None:
    _read_in(page, live_server, upload)
    page.get_by_label("Datum der Seite").fill("31.02.2026")
    page.get_by_label("Begründung", exact=False).last.fill("steht unten")
    page.get_by_role("button", name="Datum speichern").click()
    expect(page.get_by_role("alert")).to_contain_text("31.02.2026")
    expect(page.get_by_label("Datum der Seite")).to_have_value("31.02.2026")


ADDRESSES = (
    "/", "/queue", "/pages", "/pages/1", "/pages/1/list", "/pages/1/imported", "/pages/1/revisions/1", "/pages/import",
    "/sources", "/sources/awmf:032-044OL", "/search?q=Sarkom", "/policy", "/policy?key=deferred.days", "/person",
    "/statements/2", "/entries/9", "/nowhere",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_and_used_by_everybody(
    page: Page, live_server: LiveServer, upload: Path, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    _read_in(page, live_server, upload)
    barriers = Path(__file__).with_name("barriers.js").read_text(encoding="utf-8")
    found = {}
    for address in ADDRESSES:
        answer = page.goto(live_server.url + address)
        assert answer is not None
        assert answer.status == (404 if address == "/nowhere" else 200), address
        found[address] = page.evaluate(barriers)
    assert {address: several for address, several in found.items() if several} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_lies_under_the_pointer_can_still_be_read(page: Page, live_server: LiveServer, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    barriers = Path(__file__).with_name("barriers.js").read_text(encoding="utf-8")
    for address in ("/sources/import", "/pages/import", "/sheets"):
        page.goto(live_server.url + address)
        for button in page.locator("button:visible, .button:visible").all():
            button.hover()
            assert page.evaluate(barriers) == [], (address, button.text_content())


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_its_window(
    page: Page, live_server: LiveServer, upload: Path, width: int, scheme: str
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    _read_in(page, live_server, upload)
    own = page.url
    _bind(page)
    for address in (
        page.url, own, f"{own}/list", f"{own}/imported", f"{own}/revisions/1", f"{live_server.url}/pages",
        f"{live_server.url}/sources", f"{live_server.url}/sources/awmf:032-044OL", f"{live_server.url}/policy",
    ):  # fmt: skip
        page.goto(address)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, address
    assert said == []
