"""``leitstand export text --style``: names, files, languages, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import COMMANDS
from service.cli.spoken import Spoken
from service.db import Sessions
from tests.databases import stocked
from tests.factories import URL, bring_in

Run = Callable[..., Result]
OWN = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info/><bibliography>'
    '<layout suffix="."><text variable="title"/></layout></bibliography></style>'
)


@pytest.fixture
def run(sqlite_sessions: Sessions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return how to call the command line on a database with one page."""
    stocked(sqlite_sessions, bring_in)
    address = sqlite_sessions.engine.url.render_as_string(hide_password=False)
    monkeypatch.setenv("LEITSTAND_DATABASE_URL", address)
    monkeypatch.setenv("LEITSTAND_DATA_DIR", str(tmp_path))
    runner, group = CliRunner(), Spoken(COMMANDS, name="leitstand")
    return lambda *words: runner.invoke(group, ["export", *words], catch_exceptions=False)


def test_the_house_style_is_the_default(run: Run) -> None:
    plain = run("text", "--page", URL)
    assert plain.exit_code == 0
    assert run("text", "--page", URL, "--style", "house").stdout == plain.stdout


@pytest.mark.parametrize("locale, words", [("de", "Aufgerufen am 4. März 2025"), ("en", "Accessed March 4, 2025")])
def test_a_style_and_a_language_are_chosen(run: Run, locale: str, words: str) -> None:
    made = run("text", "--page", URL, "--style", "ama", "--locale", locale)
    assert made.exit_code == 0
    assert words in made.stdout


def test_a_style_may_be_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "eigen.csl"
    path.write_text(OWN, encoding="utf-8")
    made = run("text", "--page", URL, "--style", str(path))
    assert "\nThe diagnosis and treatment of soft tissue sarcomas of the limbs.\n" in made.stdout


def test_a_style_may_lie_in_the_data_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "eigen.csl").write_text(OWN, encoding="utf-8")
    assert run("text", "--style", "eigen").exit_code == 0


@pytest.mark.parametrize(
    "words, said",
    [
        (("text", "--style", "vancuver"), "vancouver"),
        (("text", "--style", "nirgends.csl"), "nirgends.csl"),
        (("text", "--style", "ama", "--locale", "fr"), "de, en"),
        (("ris", "--style", "ama"), "html, text"),
    ],
)
def test_what_does_not_go_is_said_in_a_sentence(run: Run, words: tuple[str, ...], said: str) -> None:
    ended = run(*words)
    assert ended.exit_code == 1
    assert said in ended.stderr
    assert ended.stdout == ""
