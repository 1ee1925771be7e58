"""``import-sources`` on the command line: counts for people, one object for programs, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import COMMANDS
from service.cli.spoken import Spoken
from tests.factories import REVIEW

Run = Callable[..., Result]
TEXT = f"1. {REVIEW}\n2. Unleserliches Gekritzel\n"


@pytest.fixture
def run(sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return how to call the command on an empty database."""
    monkeypatch.setenv("LEITSTAND_DATABASE_URL", sqlite_database)
    runner, group = CliRunner(), Spoken(COMMANDS, name="leitstand")
    return lambda *words, given=None: runner.invoke(
        group, ["import-sources", *map(str, words)], input=given, catch_exceptions=False
    )


def test_a_list_from_standard_input_is_told_as_one_object(run: Run) -> None:
    told = [json.loads(run("-", "--json", *more, given=TEXT).stdout) for more in (("--preview",), (), ())]
    assert [one["new"] for one in told] == [1, 1, 0]
    assert [one["known"] for one in told] == [0, 0, 1]
    assert all(one["kept"] == one["new"] + one["known"] + one["double"] == 1 for one in told)
    assert [set(one) for one in told] == [{"format", "kept", "new", "known", "double", "problems", "remarks"}] * 3
    (problem,) = told[0]["problems"]
    assert (problem["line"], problem["raw"]) == (2, "2. Unleserliches Gekritzel")
    assert problem["why"]


def test_people_get_counts_and_problems_on_standard_error(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "liste.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = run(path, "--text", "--by", "Redaktion")
    assert done.exit_code == 0
    assert "neu" in done.stdout
    assert "Gekritzel" in done.stderr
    assert "Gekritzel" not in done.stdout


def test_a_list_of_which_nothing_is_readable_is_no_success(run: Run) -> None:
    assert run("-", given="quux\n").exit_code == 1
    forced = run("-", "--text", given="quux\n")
    assert forced.exit_code == 0
    assert "quux" in forced.stderr


def test_what_is_no_file_ends_with_a_sentence(run: Run, tmp_path: Path) -> None:
    for path, said in (
        (tmp_path, "ist ein Ordner"),
        (tmp_path / "nix.bib", "gibt es nicht"),
        (Path("/dev/null"), "ist leer"),
    ):
        ended = run(path)
        assert (ended.exit_code, ended.stdout) == (1, "")
        assert said in ended.stderr


def test_a_sheet_is_sent_to_its_command(run: Run, tmp_path: Path) -> None:
    sheet = tmp_path / "quellen.csv"
    sheet.write_text("Titel;Autoren;Jahr\nSarkome;Meier A;2020\n", encoding="utf-8")
    ended = run(sheet)
    assert ended.exit_code == 1
    assert "leitstand import-sheet" in ended.stderr


def test_two_formats_at_once_are_wrong_use(run: Run) -> None:
    assert run("-", "--text", "--format", "ris", given=TEXT).exit_code == 2
    assert run("-", "--format", "docx", given=TEXT).exit_code == 1
