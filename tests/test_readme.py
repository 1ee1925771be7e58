"""The README keeps step with the program: every command, setting, folder and target, and nothing that is not there."""

import re
import shlex

import click
import pytest

from citations.formats import FORMATS
from citations.kinds import Decision
from service.cli import COMMANDS
from service.cli.spoken import Spoken
from service.settings import Settings
from service.words import translator
from tests.house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|\n"))]
    for line in README.splitlines()
    if line[:1] == "|"
]
FIRST_SCREEN = README.split("\n## ", 1)[0]
DEFAULTS = {f"LEITSTAND_{name.upper()}": field.default for name, field in Settings.model_fields.items()}
FOLDERS = ("citations", "jobs", "service", "templates", "tests")


def _row(first: str) -> list[str]:
    found = [row for row in ROWS if row[0] == f"`{first}`"]
    assert len(found) == 1, f"{first} has {len(found)} rows"
    return found[0]


def _shown(value: object) -> str:
    text = value.get_secret_value() if hasattr(value, "get_secret_value") else str(value)
    return f"`{text}`" if text else "empty"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_one_line_and_an_example_that_it_understands(name: str) -> None:
    row = _row(f"leitstand {name}")
    words = shlex.split(row[2].strip("`"))
    assert row[1]
    assert words[:2] == ["leitstand", name]
    command = Spoken(COMMANDS, name="leitstand").get_command(click.Context(click.Command("leitstand")), name)
    assert command is not None
    command.make_context(name, words[2:])


def test_every_format_is_named_with_the_command_that_writes_it() -> None:
    assert set(re.findall(r"`([a-z-]+)`", _row("leitstand export")[1])) == set(FORMATS)


def test_no_command_is_promised_that_is_not_there() -> None:
    assert {name for name in re.findall(r"`leitstand ([a-z-]+)", README) if name not in COMMANDS} == set()


@pytest.mark.parametrize("name", DEFAULTS)
def test_every_setting_is_named_with_its_default(name: str) -> None:
    assert _row(name)[1] == _shown(DEFAULTS[name])


def test_no_setting_is_promised_that_is_not_there() -> None:
    known = {*DEFAULTS, "LEITSTAND_TEST_DATABASE_URL", "LEITSTAND_CHROMIUM", "LEITSTAND_CI", "LEITSTAND_TEST_TEN_YEARS"}
    assert set(re.findall(r"LEITSTAND_[A-Z_]+[A-Z]", README)) == known


@pytest.mark.parametrize("name", FOLDERS)
def test_every_folder_at_the_top_is_named(name: str) -> None:
    assert (ROOT / name).is_dir()
    assert _row(f"{name}/")[1]


def test_no_folder_at_the_top_is_passed_over() -> None:
    made = {"build", "dist", "data"}
    named = [path for path in ROOT.iterdir() if path.is_dir() and path.name not in made and path.name[0] != "."]
    assert {path.name for path in named if any(path.rglob("*.py"))} <= {*FOLDERS}


def test_every_target_of_make_that_is_named_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE))
    assert {"run", "test"} <= named <= targets


def test_every_file_that_is_named_is_there() -> None:
    named = set(re.findall(r"`((?:citations|jobs|service|tests)/[a-z_/]+\.py)`", README))
    assert len(named) > 3
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_the_first_screen_says_what_it_is_and_shows_it() -> None:
    pictures = re.findall(r"!\[([^\]]{20,})\]\(([^)]+)\)", FIRST_SCREEN)
    assert len(FIRST_SCREEN.splitlines()) < 30
    assert [(ROOT / path).read_bytes()[:8] for _, path in pictures] == [b"\x89PNG\r\n\x1a\n"]


def test_every_link_to_a_file_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert "CHANGELOG.md" in targets
    assert [target for target in targets if not (ROOT / target).is_file()] == []


@pytest.mark.parametrize("decision", Decision)
def test_the_glossary_calls_a_decision_what_the_pages_call_it(decision: Decision) -> None:
    word = translator("de")(f"decision.{decision.value}")
    assert [row[0] for row in ROWS if row[2:3] == [f"`Decision.{decision.name}`"]] == [word]
