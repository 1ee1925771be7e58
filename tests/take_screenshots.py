"""Takes the picture of the board that the README shows: the demonstration on the day of the worked examples.

Run it with ``make screenshot``. Everything happens in a folder that is gone afterwards; another file than the picture
of the README can be named as the only argument.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright
from pydantic import SecretStr
from werkzeug.serving import make_server

from jobs.ledger import Moment
from service.acts.demo import load_demo
from service.app import create_app
from service.db import open_sessions
from service.places import static_folder
from service.schema import migrate
from service.settings import Settings
from tests.browsers import CHROMIUM_ARGUMENTS, NO_CHROMIUM, find_chromium
from tests.clocks import TODAY, standing_clock
from tests.serving import serving

WIDTH, HEIGHT = 1280, 900


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the demonstration from a database in ``folder`` on a free port, and give the address of its board."""
    settings = Settings(data_dir=folder, secret_key=SecretStr("for the picture only"))
    clock = standing_clock(TODAY)
    migrate(settings.database)
    sessions = open_sessions(settings.database)
    with sessions.write() as session:
        load_demo(session, Moment(TODAY, clock()))
    with serving(make_server("127.0.0.1", 0, create_app(settings, sessions, clock=clock), threaded=True)) as address:
        yield f"{address}/"
    sessions.close()


def take(address: str, picture: Path, chromium: str) -> None:
    """Write what ``address`` shows at desktop width to ``picture``, a PNG."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_ARGUMENTS))
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="de-DE")
        answer = page.goto(address, wait_until="load")
        if answer is None or not answer.ok:
            raise SystemExit(f"{address} answers {answer.status if answer else 'nothing'}")
        page.screenshot(path=picture)
        browser.close()


def main() -> None:
    """Take the picture; ends with a sentence where no browser is found."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(NO_CHROMIUM)
    picture = Path(sys.argv[1]) if len(sys.argv) > 1 else static_folder() / "board.png"
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address:
        take(address, picture, chromium)
    print(picture.name)


if __name__ == "__main__":
    main()
