"""``leitstand import-sheet``: what it prints, with which exit code, and that a preview changes nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import COMMANDS
from service.cli.spoken import Spoken
from service.db import Sessions
from tests.databases import stocked
from tests.factories import bring_in

Run = Callable[..., Result]
DAY = ("--today", "2026-11-20")


@pytest.fixture
def run(sqlite_sessions: Sessions, sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return how to call the command line on a database with one page."""
    monkeypatch.setenv("LEITSTAND_DATABASE_URL", sqlite_database)
    runner, group = CliRunner(), Spoken(COMMANDS, name="leitstand")
    stocked(sqlite_sessions, bring_in)

    def call(*words: str) -> Result:
        return runner.invoke(group, list(words), catch_exceptions=False)

    return call


def test_a_sheet_goes_out_and_comes_back(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "quellen.csv"
    assert run("export", "csv", "-o", str(sheet)).exit_code == 0
    changed = sheet.read_bytes().replace(b"Adulte Weichgewebesarkome", b"Weichteilsarkome")
    sheet.write_bytes(changed.replace(b";2011;", b";x;"))
    shown = json.loads(run("import-sheet", str(sheet), "--preview", "--json", *DAY).stdout)
    assert (shown["counts"]["changed"], shown["counts"]["problem"]) == (1, 1)
    assert json.loads(run("import-sheet", str(sheet), "--preview", "--json", *DAY).stdout) == shown
    told = run("import-sheet", str(sheet), "--by", "Redaktion", *DAY)
    assert told.exit_code == 0
    assert "geändert: 1" in told.stdout
    assert "„x“ passt nicht" in told.stderr
    again = json.loads(run("import-sheet", str(sheet), "--json", *DAY).stdout)
    assert again["counts"]["changed"] == 0


def test_a_new_row_that_may_be_a_stored_source_is_said(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "neu.csv"
    title = "The diagnosis and treatment of soft tissue sarcomas of limbs"
    sheet.write_text(f"Art;Titel;Jahr\nFachartikel;{title};2011\n", encoding="utf-8")
    (row,) = json.loads(run("import-sheet", str(sheet), "--preview", "--json", *DAY).stdout)["rows"]
    assert row["double"]["title"] == title.replace("of limbs", "of the limbs")
    assert "gleiches Jahr" in row["double"]["reasons"]
    assert "Vielleicht dieselbe Quelle wie: The diagnosis" in run("import-sheet", str(sheet), *DAY).stdout


@pytest.mark.parametrize("data", [b"", b"%PDF", b"a;b\n"])
def test_what_is_no_sheet_ends_with_a_sentence(run: Run, tmp_path: Path, data: bytes) -> None:
    sheet = tmp_path / "falsch.csv"
    sheet.write_bytes(data)
    ended = run("import-sheet", str(sheet), *DAY)
    assert ended.exit_code == 1
    assert "Traceback" not in ended.stderr
    assert ended.stderr.strip()
