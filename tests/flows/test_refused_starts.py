"""A database that is not this program's: every command and service says so, names what to run, and does not start."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from service.db import open_sessions
from service.schema import MIGRATE
from tests.leitstand import leitstand, surroundings
from tests.processes import started

pytestmark = pytest.mark.slow

KEY = "awmf:032-044OL"
OPENING = (
    ("serve", "--port", "0"),
    ("web", "--port", "0"),
    ("scheduler",),
    ("demo",),
    ("import-page", "-", "--url", "https://www.example.org/x"),
    ("pages",),
    ("sweep",),
    ("due",),
    ("sources",),
    ("record-access", KEY, "--on", "2026-11-20"),
    ("record-fact", KEY, "--version", "2.0"),
    ("export", "bibtex"),
)
"""Every command that opens the database."""


def set_step(address: str, step: str | None) -> None:
    """Say behind the program's back at which step the tables are; None says nothing any more."""
    sessions = open_sessions(address)
    with sessions.write() as session:
        if step is None:
            session.execute(text("DELETE FROM alembic_version"))
        else:
            session.execute(text("UPDATE alembic_version SET version_num = :step"), {"step": step})
    sessions.close()


def refused(environment: dict[str, str], said: str) -> None:
    """Check that every command ends with 1 and one sentence, and prints nothing else."""
    with ThreadPoolExecutor(4) as pool:
        ended = list(pool.map(lambda words: leitstand(environment, *words, given="Ein Satz."), OPENING))
    found = [(one.code, one.stdout, len(one.stderr.splitlines()), said in one.stderr) for one in ended]
    assert found == [(1, "", 1, True)] * len(OPENING)


def test_a_database_without_tables_is_refused_by_every_command(bare_database_url: str, tmp_path: Path) -> None:
    environment = surroundings(bare_database_url, tmp_path / "data")
    refused(environment, f"hat noch keine Tabellen. Legen Sie sie an: {MIGRATE}")
    assert not (tmp_path / "data").exists()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "step, german, english", [("0001", "ist älter als", "is older"), ("9999", "ist neuer als", "is newer")]
)
def test_an_older_or_newer_database_is_refused_by_every_command(
    sqlite_database: str, tmp_path: Path, step: str, german: str, english: str
) -> None:
    set_step(sqlite_database, step)
    refused(surroundings(sqlite_database, tmp_path / "data"), german)
    said = leitstand(surroundings(sqlite_database, tmp_path / "data", "en"), "due").stderr
    assert english in said
    assert (step in said, MIGRATE in said, sqlite_database in said) == (True, True, True)


def test_a_newer_database_is_left_as_it_is_by_migrate(bare_database_url: str, tmp_path: Path) -> None:
    environment = surroundings(bare_database_url, tmp_path)
    assert leitstand(environment, "migrate").code == 0
    set_step(bare_database_url, "9999")
    ended = leitstand(environment, "migrate")
    assert (ended.code, ended.stdout) == (1, "")
    assert "einen Weg zurück gibt es nicht" in ended.stderr


def test_tables_without_their_step_are_left_as_they_are(bare_database_url: str, tmp_path: Path) -> None:
    environment = surroundings(bare_database_url, tmp_path)
    assert leitstand(environment, "migrate").code == 0
    set_step(bare_database_url, None)
    for words in (("migrate",), ("due",)):
        ended = leitstand(environment, *words)
        assert ended.code == 1
        assert "auf welchem Schritt sie sind" in ended.stderr


@pytest.mark.parametrize(
    "content", [b"no database at all" * 500, b"\x00" * 8192, b"SQLite format 3\x00" + b"\xff" * 8000]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(content)
    environment = surroundings(f"sqlite:///{path}", tmp_path / "data")
    for words in (("serve", "--port", "0"), ("due",), ("migrate",)):
        ended = leitstand(environment, *words)
        assert ended.code == 1
        assert str(path) in ended.stderr
        assert ("keine Datenbank" in ended.stderr) or ("beschädigt" in ended.stderr)
        assert "Traceback" not in ended.stderr
    assert path.read_bytes() == content


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    ended = leitstand(surroundings(f"sqlite:///{tmp_path}", tmp_path), "migrate")
    assert ended.code == 1
    assert "Die Datenbank ist nicht erreichbar." in ended.stderr


def test_an_empty_file_becomes_a_database_by_migrate(tmp_path: Path) -> None:
    (tmp_path / "leer.db").touch()
    environment = surroundings(f"sqlite:///{tmp_path / 'leer.db'}", tmp_path)
    assert leitstand(environment, "due").code == 1
    assert leitstand(environment, "migrate").code == 0
    assert leitstand(environment, "due").code == 0


def test_programs_that_migrate_at_once_all_end_well(bare_database_url: str, tmp_path: Path) -> None:
    environment = surroundings(bare_database_url, tmp_path)
    with (
        started("service", "migrate", environment=environment) as one,
        started("service", "migrate", environment=environment) as two,
        started("service", "migrate", environment=environment) as three,
    ):
        printed = [process.communicate(timeout=60) for process in (one, two, three)]
        codes = [process.returncode for process in (one, two, three)]
    assert codes == [0, 0, 0], printed
    assert leitstand(environment, "pages", "--json").stdout.strip() == "[]"


def test_a_strange_name_under_our_prefix_is_said_once_and_stops_nothing(sqlite_database: str, tmp_path: Path) -> None:
    environment = surroundings(sqlite_database, tmp_path) | {"LEITSTAND_SWEEPHOUR": "4", "LEITSTAND_OF_TOMORROW": "x"}
    ended = leitstand(environment, "pages", "--json")
    assert (ended.code, ended.stdout.strip()) == (0, "[]")
    lines = ended.stderr.splitlines()
    assert len(lines) == 2
    assert "LEITSTAND_OF_TOMORROW ist keine Einstellung" in lines[0]
    assert "Gemeint war vielleicht LEITSTAND_SWEEP_HOUR." in lines[1]


@pytest.mark.parametrize(
    "language, said",
    [
        ("de", "LEITSTAND_PORT: „99999“ passt nicht; erlaubt ist eine ganze Zahl von 1 bis 65535.\n"),
        ("en", "LEITSTAND_PORT: “99999” does not fit; allowed is a whole number from 1 to 65535.\n"),
    ],
)
def test_a_wrong_setting_is_wrong_use_in_the_language_of_the_command_line(
    sqlite_database: str, tmp_path: Path, language: str, said: str
) -> None:
    ended = leitstand(surroundings(sqlite_database, tmp_path, language) | {"LEITSTAND_PORT": "99999"}, "serve")
    assert (ended.code, ended.stdout, ended.stderr) == (2, "", said)
