"""doi.org: a DOI exists, or nobody knows it, or it leads elsewhere than before."""

import json

import pytest

from citations.kinds import Evidence, Lifecycle, LookOutcome, SourceKind
from citations.sightings import Sighting
from jobs.watchers import doi
from jobs.watchers.contract import Watched, WatchError
from tests.house import ROOT
from tests.jobs.watchers.conftest import Play
from tests.registries.world import World

ANSWERS = ROOT / "tests" / "answers" / "doi"
NAME = "10.1016/j.annonc.2021.07.006"
HOME = "https://linkinghub.elsevier.com/retrieve/pii/S0923753421021840"


def _look(play: Play, name: str = NAME, before: Sighting | None = None) -> Sighting:
    return doi.look(Watched(1, name, SourceKind.JOURNAL_ARTICLE, "", before=before), play())


def _failed(play: Play, name: str = NAME) -> WatchError:
    with pytest.raises(WatchError) as caught:
        _look(play, name)
    return caught.value


def test_a_doi_that_exists_says_where_it_leads_and_nothing_about_the_work(world: World, play: Play) -> None:
    world.on("2022-01-01", "doi", NAME, {"url": HOME})
    seen = _look(play)
    assert (seen.url, seen.outcome, seen.evidence) == (HOME, LookOutcome.OK, Evidence.PROBE)
    assert (seen.lifecycle, seen.notices, seen.content_hash) == (Lifecycle.UNKNOWN, (), "")


def test_a_doi_that_leads_elsewhere_than_before_has_moved(world: World, play: Play) -> None:
    world.on("2022-01-01", "doi", NAME, {"url": HOME})
    first = _look(play)
    assert _look(play, before=first).outcome is LookOutcome.OK
    world.on("2022-01-01", "doi", NAME, {"url": HOME.replace("https:", "http:") + "/"})
    assert _look(play, before=first).outcome is LookOutcome.OK
    world.on("2022-01-02", "doi", NAME, {"url": "https://journal.example/new"})
    second = _look(play, before=first)
    assert (second.outcome, second.url, second.facts) == (
        LookOutcome.MOVED, "https://journal.example/new", {"moved_from": HOME},
    )  # fmt: skip


def test_a_name_that_stands_for_another_leads_there(world: World, play: Play) -> None:
    world.on("2022-01-01", "doi", NAME, {"alias": "10.1000/NEW"})
    seen = _look(play)
    assert (seen.url, seen.facts) == ("https://doi.org/10.1000/new", {"alias": "10.1000/new"})


def test_a_doi_without_an_address_exists_all_the_same(world: World, play: Play) -> None:
    world.on("2022-01-01", "doi", NAME, {"url": ""})
    assert (_look(play).outcome, _look(play).url) == (LookOutcome.OK, "")


def test_a_doi_that_nobody_registered_is_missing(play: Play) -> None:
    assert (_failed(play).outcome, _failed(play).why) == (LookOutcome.NOT_FOUND, "look.doi_unknown")


@pytest.mark.parametrize(
    "status, body, outcome",
    [
        (404, b"<html>DOI Not Found</html>", LookOutcome.PARSE_FAILED),
        (200, b"<html></html>", LookOutcome.PARSE_FAILED),
        (200, json.dumps({"responseCode": 2, "handle": NAME}).encode(), LookOutcome.UNAVAILABLE),
        (200, json.dumps({"responseCode": 1, "handle": "10.1/other"}).encode(), LookOutcome.PARSE_FAILED),
        (200, b"{}", LookOutcome.PARSE_FAILED),
        (403, b'{"responseCode": 1}', LookOutcome.UNAVAILABLE),
    ],
)
def test_any_other_answer_says_nothing_about_the_doi(
    world: World, play: Play, status: int, body: bytes, outcome: LookOutcome
) -> None:
    world.on("2022-01-01", "doi", "answer", (status, body))
    assert _failed(play).outcome is outcome


def test_recorded_answers_read(world: World, play: Play) -> None:
    world.on("2022-01-01", "doi", "answer", (200, (ANSWERS / "handle-found.json").read_bytes()))
    assert _look(play, "10.1016/j.cedpsych.2020.101860").url.startswith("https://linkinghub.elsevier.com/")
    world.on("2022-01-01", "doi", "answer", (404, (ANSWERS / "handle-missing.404.json").read_bytes()))
    assert _failed(play, "10.1016/j.cedpsych.2020.101816").outcome is LookOutcome.NOT_FOUND


@pytest.mark.parametrize(
    "row, said",
    [
        ({"DOI": NAME, "RA": "DataCite"}, "DataCite"),
        ({"DOI": NAME, "status": "DOI does not exist"}, ""),
        ({"DOI": NAME, "status": "Invalid DOI"}, ""),
    ],
)
def test_the_agency_of_a_doi_is_named(world: World, play: Play, row: dict[str, str], said: str) -> None:
    rows = json.loads((ANSWERS / "doira-many.json").read_bytes())
    assert {frozenset(one) for one in rows} == {frozenset({"DOI", "RA"}), frozenset({"DOI", "status"})}
    world.on("2022-01-01", "doi", "answer", (200, json.dumps([row]).encode()))
    assert doi.agency(NAME, play()) == said


@pytest.mark.parametrize("body", [b"[]", b"{}", b'[{"DOI": "10.1/x", "status": "Unknown"}]', b"<html>"])
def test_an_agency_that_nobody_understands_is_no_missing_doi(world: World, play: Play, body: bytes) -> None:
    world.on("2022-01-01", "doi", "answer", (200, body))
    with pytest.raises(WatchError) as caught:
        doi.agency(NAME, play())
    assert caught.value.outcome is LookOutcome.PARSE_FAILED


@pytest.mark.parametrize(
    "identifiers, url, key",
    [
        ({"doi": NAME.upper()}, "", NAME),
        ({}, f"https://doi.org/{NAME}", NAME),
        ({}, f"https://publisher.example/{NAME}", ""),
        ({"awmf": "032-044OL"}, "", ""),
    ],
)
def test_a_source_is_known_by_its_doi(identifiers: dict[str, str], url: str, key: str) -> None:
    assert doi.key_of(SourceKind.JOURNAL_ARTICLE, identifiers, url) == key
