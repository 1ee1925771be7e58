"""Every command on a real database: what it prints, what it refuses, and with which exit code."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import COMMANDS
from service.cli.speech import speak
from service.cli.spoken import Spoken
from tests.factories import GUIDELINE, PAGE, URL

Run = Callable[..., Result]
DAY = ("--today", "2026-11-20")


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return how to call the command line on the test's database."""
    monkeypatch.setenv("LEITSTAND_DATABASE_URL", database_url)
    runner, group = CliRunner(), Spoken(COMMANDS, name="leitstand")
    return lambda *words, given=None: runner.invoke(group, list(words), input=given, catch_exceptions=False)


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:
    """Return the same with one page imported."""
    page = tmp_path / "seite.txt"
    page.write_text(PAGE, encoding="utf-8")
    assert run("import-page", str(page), "--url", URL, "--title", "Sarkome", *DAY).exit_code == 0
    return run


def due(run: Run, *words: str) -> list[dict[str, object]]:
    """Return what ``due --json`` prints."""
    found: list[dict[str, object]] = json.loads(run("due", "--json", *DAY, *words).stdout)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_words(name: str) -> None:
    shown = CliRunner().invoke(Spoken(COMMANDS, name="leitstand"), [name, "--help"])
    assert shown.exit_code == 0
    assert "cli." not in shown.stdout
    assert speak()(f"cli.{name}")[:20] in shown.stdout


def test_help_loads_no_database_and_no_web_framework() -> None:
    script = (
        "import sys\nfrom click.testing import CliRunner\nfrom service.cli import COMMANDS\n"
        "from service.cli.spoken import Spoken\n"
        "assert CliRunner().invoke(Spoken(COMMANDS), ['--help']).exit_code == 0\n"
        "print(sorted({'sqlmodel', 'sqlalchemy', 'flask', 'alembic', 'apscheduler'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_due_prints_one_object_per_open_reason(filled: Run) -> None:
    rows = due(filled)
    wanted = {
        "page_url",
        "statement",
        "source_key",
        "reason",
        "priority",
        "band",
        "due_on",
        "overdue_days",
        "explanation",
    }
    assert all(wanted <= set(row) for row in rows)
    guideline = {
        row["reason"]: (row["due_on"], row["overdue_days"]) for row in rows if row["source_key"] == "awmf:032-044OL"
    }
    assert guideline == {"reassess_due": ("2025-06-01", 537), "access_stale": ("2026-03-04", 261)}
    assert [row["priority"] for row in rows] == sorted((row["priority"] for row in rows), key=lambda n: -int(str(n)))
    assert all(row["explanation"] for row in rows)


def test_due_for_people_is_a_line_per_item_with_the_reason_in_words(filled: Run) -> None:
    lines = filled("due", *DAY).stdout.splitlines()
    assert any("inhaltlich zu prüfen seit 537 Tagen (S3 032/044OL)" in line for line in lines)
    for most in range(1, len(lines) + 1):
        assert filled("due", "--limit", str(most), *DAY).stdout.splitlines() == lines[:most]
    assert len(due(filled, "--limit", "2")) == 2


def test_due_on_an_earlier_day_gives_the_points_of_that_day(filled: Run) -> None:
    later = {
        row["flag_id"]: row["priority"] for row in json.loads(filled("due", "--json", "--today", "2028-01-01").stdout)
    }
    now = {row["flag_id"]: row["priority"] for row in due(filled)}
    assert all(int(str(now[flag])) <= int(str(later[flag])) for flag in now)
    assert any(now[flag] != later[flag] for flag in now)


def test_the_same_page_again_says_that_nothing_changed(filled: Run) -> None:
    again = filled("import-page", "-", "--url", URL, "--json", *DAY, given=PAGE)
    assert json.loads(again.stdout)["unchanged"] is True


def test_facts_and_accesses_are_recorded_under_any_spelling_of_the_key(filled: Run) -> None:
    said = filled("record-fact", "032 - 044ol", "--stand", "2021-09-07", "--valid-until", "2026-09-06", *DAY)
    assert said.exit_code == 0
    assert {"expired", "reassess_due"} <= {
        row["reason"] for row in due(filled) if row["source_key"] == "awmf:032-044OL"
    }
    opened = filled("record-access", "032/044OL", "--on", "2026-11-20", "--by", "Redaktion", "--json", *DAY)
    assert json.loads(opened.stdout) == {"source_key": "awmf:032-044OL", "on": "2026-11-20", "pages": 1}
    spoken = filled("record-access", "032/044OL", "--on", "2026-11-20", "--by", "Redaktion", *DAY)
    assert "für eine Seite festgehalten" in spoken.stdout
    assert "access_stale" not in {row["reason"] for row in due(filled) if row["source_key"] == "awmf:032-044OL"}


@pytest.mark.parametrize("status", ["in Überarbeitung", "under_revision", "angemeldet"])
def test_a_status_may_be_said_in_the_words_of_the_register(filled: Run, status: str) -> None:
    assert filled("record-fact", "awmf:032-044OL", "--status", status, *DAY).exit_code == 0
    assert "under_revision" in {row["reason"] for row in due(filled)}


@pytest.mark.parametrize(
    "words, code, said",
    [
        (("due", "--today", "2026-13-01"), 2, "Datum"),
        (("due", "--limit", "0"), 2, "--limit"),
        (("record-fact", "032/044OL"), 2, ""),
        (("record-fact", "032/044OL", "--status", "hübsch"), 2, "withdrawn"),
        (("record-fact", "099/999", "--version", "2.0"), 1, "099/999"),
        (("record-fact", "032/044OL", "--version", "2.0", "--stand", "2019-01", *DAY), 1, "2.0"),
        (("record-access", "032/044OL", "--on", "2026-11-21", *DAY), 1, "Zukunft"),
        (("record-access", "032/044OL", "--on", "2026-02-31", *DAY), 1, "Datum"),
        (("record-access", "032/044OL"), 2, "--on"),
        (("export", "word"), 2, "bibtex"),
        (("export", "text", "--page", "77"), 1, "77"),
        (("import-page", "gibt-es-nicht.html", "--url", URL), 1, "gibt-es-nicht.html"),
        (("gibt-es-nicht",), 2, "gibt-es-nicht"),
    ],
)
def test_what_is_wrong_ends_with_a_sentence_and_a_code(
    filled: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    before = due(filled)
    ended = filled(*words)
    assert ended.exit_code == code
    assert said in ended.stderr
    assert "Traceback" not in ended.output
    assert due(filled) == before


@pytest.mark.parametrize(
    "given, said",
    [(b"", "leer"), (b"Satz \xff\xfe\x00 kaputt \x81\x8d", "Byte"), (b"   \n ", "")],
)
def test_a_page_that_cannot_be_read_is_refused_and_leaves_nothing(run: Run, given: bytes, said: str) -> None:
    ended = run("import-page", "-", "--url", URL, *DAY, given=given)
    assert ended.exit_code == 1
    assert said in ended.stderr
    assert json.loads(run("pages", "--json").stdout) == []


def test_a_wrong_address_is_refused(run: Run) -> None:
    assert run("import-page", "-", "--url", "ftp://example.org/x", *DAY, given=PAGE).exit_code == 1


def test_pages_and_sources_are_listed_for_programs_and_people(filled: Run) -> None:
    page = json.loads(filled("pages", "--json").stdout)[0]
    assert (page["url"], page["title"], sum(page["open"].values()) > 0) == (URL, "Sarkome", True)
    keys = {row["key"]: row for row in json.loads(filled("sources", "--json").stdout)}
    assert keys["awmf:032-044OL"]["version"] == "1.1"
    assert "Sarkome" in filled("pages").stdout
    assert "awmf:032-044OL" in filled("sources").stdout


def test_references_are_read_line_by_line_and_from_objects(run: Run, tmp_path: Path) -> None:
    read = json.loads(run("read-references", "-", given=f"{GUIDELINE}\n\n").stdout)
    assert (read["fields"]["awmf_number"], read["fields"]["stand"]) == ("032/044OL", "2022-06")
    objects = tmp_path / "angaben.jsonl"
    objects.write_text(json.dumps({"id": "a", "text": GUIDELINE, "more": 1}) + "\n", encoding="utf-8")
    row = json.loads(run("read-references", "--jsonl", str(objects)).stdout)
    assert (row["id"], row["more"], row["fields"]["kind"]) == ("a", 1, "guideline")
    objects.write_text('{"id": "a"}\n', encoding="utf-8")
    assert run("read-references", "--jsonl", str(objects)).exit_code == 1
    assert run("read-references").exit_code == 2


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "text", "html"])
def test_exports_go_to_standard_output_and_whole_into_files(filled: Run, tmp_path: Path, form: str) -> None:
    shown = filled("export", form, "--page", URL)
    target = tmp_path / "quellen"
    assert "032/044OL" in shown.stdout
    assert filled("export", form, "-o", str(target)).exit_code == 0
    assert "032/044OL" in target.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
