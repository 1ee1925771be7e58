"""``look-up`` on the command line: fields and warnings for people and programs, one source stored, and how it ends."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from sqlmodel import Session, create_engine, select

from citations.models import Event, Source, SourceVersion
from service.cli import COMMANDS
from service.cli.spoken import Spoken
from tests.played import addresses
from tests.registries import awmf, crossref
from tests.registries.world import Outage, World

Run = Callable[..., Result]
ISBN, DOI = "9783161484100", "10.1016/j.annonc.2021.07.006"
WORK = {
    "title": ["Soft tissue and visceral sarcomas"], "author": [{"given": "A.", "family": "Gronchi"}],
    "container-title": ["Annals of Oncology"], "volume": "32", "issue": "11", "page": "1348-1365",
    "issued": {"date-parts": [[2021, 11]]},
}  # fmt: skip


@pytest.fixture
def run(sqlite_database: str, played: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return how to call the command on an empty database, towards the played registries."""
    monkeypatch.setenv("LEITSTAND_DATABASE_URL", sqlite_database)
    for name, value in addresses(played).items():
        monkeypatch.setenv(f"LEITSTAND_{name.upper()}", value)
    runner, group = CliRunner(), Spoken(COMMANDS, name="leitstand")
    return lambda *words: runner.invoke(group, ["look-up", *words, "--today", "2026-11-20"], catch_exceptions=False)


def _stored(database: str) -> tuple[list[str], list[str]]:
    engine = create_engine(database)
    with Session(engine) as session:
        found = list(session.exec(select(Source.key))), list(session.exec(select(Event.act)))
    engine.dispose()
    return found


def test_people_get_every_field_with_its_house_and_the_printed_line(
    run: Run, world: World, sqlite_database: str
) -> None:
    world.on("2021-12-01", "crossref", DOI, WORK)
    done = run(DOI)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "(Crossref)" in done.stdout
    assert done.stdout.strip().splitlines()[-1].startswith("Gronchi A.")
    assert _stored(sqlite_database) == ([], [])


def test_what_is_to_be_wary_of_stands_on_standard_error(run: Run, world: World) -> None:
    row = crossref.notice("retraction", "10.1016/notice", "2023-05-01")
    world.on("2021-12-01", "crossref", DOI, WORK | {"updated-by": [row]})
    done = run(DOI)
    assert done.exit_code == 0
    assert "Retraktion" in done.stderr
    assert "2023-05-01" in done.stderr


def test_programs_get_one_object(run: Run, world: World) -> None:
    world.on("2021-12-01", "crossref", DOI, WORK)
    told = json.loads(run(f"https://doi.org/{DOI}", "--json").stdout)
    assert (told["scheme"], told["value"], told["kind"]) == ("doi", DOI, "journal_article")
    assert told["fields"]["title"] == "Soft tissue and visceral sarcomas"
    assert told["said"]["volume"] == [{"text": "32", "registries": ["crossref"]}]
    assert set(told) == {"scheme", "value", "kind", "fields", "said", "line", "warnings", "remarks"}


def test_the_source_is_stored_once(run: Run, world: World, sqlite_database: str) -> None:
    world.on("2021-12-01", "crossref", DOI, WORK)
    told = [json.loads(run(DOI, "--add", "--by", "Redaktion", "--json").stdout) for _ in range(2)]
    assert [(one["key"], one["new"]) for one in told] == [(f"doi:{DOI}", True), (f"doi:{DOI}", False)]
    assert _stored(sqlite_database) == ([f"doi:{DOI}"], ["add_source"])
    assert f"doi:{DOI}" in run(DOI, "--add").stdout


def test_the_end_of_a_guideline_is_stored_as_the_registers(
    run: Run, world: World, sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEITSTAND_AWMF_KEY", awmf.KEY)
    record = awmf.guideline(
        "032-044OL", "Adulte Weichgewebesarkome", version="1.1", stand="07.09.2021", until="06.09.2026",
        links=[awmf.file("032-044OLl_S3_Adulte-Weichgewebesarkome_2022-06.pdf")],
    )  # fmt: skip
    world.on("2022-06-30", "awmf", "032-044OL", record)
    assert run("032/044OL", "--add").exit_code == 0
    engine = create_engine(sqlite_database)
    with Session(engine) as session:
        version = session.exec(select(SourceVersion)).one()
        assert (version.as_of, str(version.valid_until), version.valid_until_origin) == (
            "2021-09-07",
            "2026-09-06",
            "register",
        )
    engine.dispose()


def test_a_book_is_found_by_its_isbn(run: Run, world: World) -> None:
    book = {"title": "Sarkome", "publishers": ["Thieme"], "publish_date": "2012", "isbn_13": [ISBN]}
    world.on("2021-12-01", "openlibrary", ISBN, book)
    told = json.loads(run("978-3-16-148410-0", "--json").stdout)
    assert (told["kind"], told["fields"]["title"], told["fields"]["isbn"]) == ("book", "Sarkome", ISBN)
    assert told["said"]["title"] == [{"text": "Sarkome", "registries": ["openlibrary"]}]


@pytest.mark.parametrize(
    "typed", ["Sarkome", "10.1016/nobody", "978-3-16-148410-1", "http://127.0.0.1:1/", "032/044OL"]
)
def test_what_is_not_found_ends_with_one_sentence(run: Run, typed: str, sqlite_database: str) -> None:
    ended = run(typed, "--add")
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert len(ended.stderr.strip().splitlines()) == 1
    assert "look." not in ended.stderr
    assert _stored(sqlite_database) == ([], [])


def test_a_registry_that_is_away_is_named(run: Run, world: World) -> None:
    world.outages += [Outage("crossref", world.day, world.day, 0), Outage("pubmed", world.day, world.day, 503)]
    ended = run(DOI)
    assert ended.exit_code == 1
    assert "127.0.0.1" in ended.stderr
