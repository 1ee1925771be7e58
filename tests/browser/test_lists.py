"""Lists in a real Chromium: long addresses at the width of a telephone, and ticks that outlive a look aside."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_editors_loop import PERSON
from tests.web import LiveServer

# pytest-base-url, which pytest-playwright brings along, defines its fixture in a class
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestRemovedIn10Warning")

_LONG = "https://www.example.org/fachbereiche/onkologie/" + "behandlung-und-begleitung-" * 4 + "uebersicht"
LINE = f"Beispielhaus: Behandlung und Begleitung. {_LONG} (abgerufen am 04.03.2025)"


TWO = f"{LINE}\nMuster A. Ein Aufsatz. Lancet. 2020;1:2-3."


def _preview(page: Page, live_server: LiveServer, text: str) -> None:
    page.goto(f"{live_server.url}/sources/import")
    page.get_by_label("… oder die Liste einfügen").fill(text)
    page.get_by_label("Ihr Name").fill(PERSON)
    page.get_by_role("button", name="Vorschau zeigen").click()


def _wider(page: Page) -> int:
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider


def test_a_long_address_makes_no_page_wider_than_a_telephone(page: Page, live_server: LiveServer) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    _preview(page, live_server, LINE)
    assert _wider(page) <= 0, "the preview"
    page.get_by_role("button", name="Aufnehmen").click()
    expect(page.get_by_role("status")).to_contain_text("Aufgenommen")
    assert _wider(page) <= 0, "the result"
    page.get_by_role("link", name="Behandlung und Begleitung").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Behandlung und Begleitung")
    assert _wider(page) <= 0, "the source"


def test_what_was_ticked_off_stays_so_when_only_one_kind_of_entry_is_looked_at(
    page: Page, live_server: LiveServer
) -> None:
    _preview(page, live_server, TWO)
    page.get_by_role("checkbox").first.uncheck()
    page.locator(".tiles").get_by_text("neu").click()
    expect(page.get_by_text("Ein Eintrag ist abgewählt.")).to_be_visible()
    expect(page.get_by_role("checkbox").first).not_to_be_checked()
    page.get_by_text("Alle zeigen").click()
    expect(page.get_by_role("checkbox").first).not_to_be_checked()
