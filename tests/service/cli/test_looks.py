"""``leitstand check`` against played registries: what it prints and how it ends."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from service.cli import COMMANDS
from service.cli.spoken import Spoken
from service.db import Sessions
from tests.databases import stocked
from tests.factories import URL, bring_in
from tests.registries.awmf import KEY, guideline
from tests.registries.server import REGISTRIES, playing
from tests.registries.world import World

Run = Callable[..., Result]
DAY = ("--today", "2026-11-20")


@pytest.fixture
def world() -> World:
    made = World(date(2026, 11, 20))
    made.on("2022-06-30", "awmf", "032-044OL", guideline(
        "032-044OL", "Adulte Weichgewebesarkome", version="1.1", stand="07.09.2021", until="06.09.2026",
    ))  # fmt: skip
    return made


@pytest.fixture
def run(
    sqlite_sessions: Sessions, sqlite_database: str, world: World, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Run]:
    """Give how to call the command line on a database with one page, with the registries played."""
    monkeypatch.setenv("LEITSTAND_DATABASE_URL", sqlite_database)
    monkeypatch.setenv("LEITSTAND_AWMF_KEY", KEY)
    runner, group = CliRunner(), Spoken(COMMANDS, name="leitstand")
    stocked(sqlite_sessions, bring_in)
    with playing(world) as address:
        monkeypatch.setenv("LEITSTAND_ALLOW_HOSTS", urlsplit(address).netloc)
        for name in {"awmf", "crossref", "doi", "pubmed", "onkopedia"} & REGISTRIES:
            monkeypatch.setenv(f"LEITSTAND_{name.upper()}_URL", f"{address}/{name}")

        def call(*words: str) -> Result:
            return runner.invoke(group, list(words), catch_exceptions=False)

        yield call


def test_check_tells_each_look_and_what_it_opened(run: Run) -> None:
    (look,) = json.loads(run("check", "--registry", "awmf", "--json", *DAY).stdout)
    assert look == {
        "source_key": "awmf:032-044OL",
        "registry": "awmf",
        "outcome": "ok",
        "version_label": "1.1",
        "version_date": "2021-09-07",
        "valid_until": "2026-09-06",
        "lifecycle": "expired",
        "notices": [],
        "reasons": ["expired", "reassess_due"],
    }


def test_check_says_in_words_what_came_of_it_and_ends_well_though_a_look_fails(run: Run, world: World) -> None:
    world.on("2026-11-20", "awmf", "answer", (500, b"broken"))
    ended = run("check", "--registry", "awmf", *DAY)
    assert ended.exit_code == 0
    assert "nicht gesehen" in ended.stderr
    assert "1 Mal nachgesehen: 0 gesehen, 1 nicht gesehen" in ended.stdout


def test_check_of_one_source_looks_at_no_other(run: Run) -> None:
    looks = json.loads(run("check", "--source", "032/044OL", "--json", *DAY).stdout)
    assert {look["source_key"] for look in looks} == {"awmf:032-044OL"}
    assert run("check", "--source", "032/999", *DAY).exit_code == 1


def test_what_was_looked_at_is_not_due_again(run: Run) -> None:
    assert run("check", "--registry", "awmf", *DAY).exit_code == 0
    assert json.loads(run("check", "--due", "--registry", "awmf", "--json", *DAY).stdout) == []
    later = run("check", "--due", "--registry", "awmf", "--json", "--today", "2026-11-27")
    assert [look["outcome"] for look in json.loads(later.stdout)] == ["not_modified"]


def test_a_guideline_without_number_is_told_with_what_is_offered_for_it(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "zweite.txt"
    page.write_text("Überblick\nEin Satz.\nQuellen\nLeitlinien\nS3-Leitlinie Weichgewebesarkome.\n", encoding="utf-8")
    assert run("import-page", str(page), "--url", f"{URL}-2", *DAY).exit_code == 0
    said = run("check", "--registry", "awmf", *DAY).stderr
    assert "(awmf): 1 Vorschlag auf der Seite der Quelle" in said
    looks = json.loads(run("check", "--registry", "awmf", "--json", *DAY).stdout)
    (searched,) = [look for look in looks if look["source_key"] != "awmf:032-044OL"]
    expected = {"registry": "awmf", "outcome": "ok", "notices": [], "reasons": []}
    assert {name: searched[name] for name in expected} == expected
