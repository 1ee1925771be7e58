"""``leitstand export``: every format of everything, a page or a selection; what does not go together is wrong use."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from citations.formats import FORMATS
from citations.formats.item import Of
from service.cli import COMMANDS
from service.cli.spoken import Spoken
from service.db import Sessions
from tests.citations.formats.reading import read_back
from tests.databases import stocked
from tests.factories import URL, bring_in
from tests.service.cli.test_commands import DAY, Run


@pytest.fixture
def run(sessions: Sessions, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return how to call the command line on a database with one page."""
    monkeypatch.setenv("LEITSTAND_DATABASE_URL", database_url)
    runner, group = CliRunner(), Spoken(COMMANDS, name="leitstand")
    stocked(sessions, bring_in)

    def call(*words: str, given: bytes | None = None) -> object:
        return runner.invoke(group, list(words), input=given, catch_exceptions=False)

    return call  # type: ignore[return-value]  # a result of click


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_for_all_and_for_a_page(run: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / "datei"
    for words in ((), ("--page", "1"), ("--page", URL)):
        ended = run("export", form, *words, *DAY)
        assert ended.exit_code == 0
        assert run("export", form, *words, *DAY, "-o", str(target)).exit_code == 0
        if not form.endswith("xlsx"):
            assert target.read_bytes() == ended.stdout_bytes != b""
        assert target.stat().st_size


def test_sources_are_chosen_by_citation_key_or_by_any_name(run: Run) -> None:
    keys = list(read_back([run("export", "bibtex").stdout]))
    assert len(keys) == 2
    assert list(read_back([run("export", "bibtex", "--key", keys[0]).stdout])) == [keys[0]]
    chosen = run("export", "csl-json", "--source", "032 - 044ol", "--key", keys[0], "--key", keys[1])
    assert {one["id"] for one in json.loads(chosen.stdout)} == {*keys}
    assert [one["number"] for one in json.loads(run("export", "csl-json", "--source", "032/044OL").stdout)] == [
        "032/044OL"
    ]


@pytest.mark.parametrize("option", ["--key", "--source"])
@pytest.mark.parametrize("form", [form for form, module in FORMATS.items() if module.FORMAT.of is not Of.SOURCES])
def test_a_selection_of_sources_with_another_format_is_wrong_use(run: Run, form: str, option: str) -> None:
    ended = run("export", form, option, "a")
    assert ended.exit_code == 2
    assert form in ended.stderr
    assert "biblatex" in ended.stderr


@pytest.mark.parametrize("words", [("--key", "niemand2020"), ("--source", "099/999"), ("--page", "77")])
def test_what_is_not_known_is_named_and_nothing_is_written(run: Run, tmp_path: Path, words: tuple[str, str]) -> None:
    target = tmp_path / "datei"
    ended = run("export", "bibtex", *words, "-o", str(target))
    assert ended.exit_code == 1
    assert words[1] in ended.stderr
    assert not target.exists()


def test_the_links_of_a_feed_lead_to_the_address_of_the_settings_or_another(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEITSTAND_PORT", "8123")
    assert 'href="http://127.0.0.1:8123/pages/1"' in run("export", "atom").stdout
    assert (
        'href="https://leitstand.example/pages/1"'
        in run("export", "atom", "--base", "https://leitstand.example/").stdout
    )
