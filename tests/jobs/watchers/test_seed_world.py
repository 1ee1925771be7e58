"""What the registries say of the sources of the first seed page on 2026-11-20: the facts of domain 4.2 and 8."""

from datetime import date

import pytest

from citations.kinds import Lifecycle, NoticeKind, SourceKind
from citations.records import Reference
from citations.sightings import Sighting
from jobs.client import RunClient
from jobs.watchers import awmf, crossref, doi
from jobs.watchers.contract import Watched
from tests.jobs.watchers.conftest import Play
from tests.registries.awmf import KEY
from tests.registries.seed_world import BANNASCH, COCHRANE, ESMO, seed_world
from tests.registries.world import World


@pytest.fixture
def world() -> World:
    return seed_world()


def _guideline(client: RunClient, number: str) -> Sighting:
    return awmf.look(Watched(1, number, SourceKind.AWMF_GUIDELINE, ""), client)


@pytest.mark.parametrize(
    "number, version, stand, until, lifecycle",
    [
        ("032-044OL", "1.1", "2021-09-07", "2026-09-06", Lifecycle.EXPIRED),
        ("032-051OL", "2.1", "2023-05-31", "2028-05-30", Lifecycle.CURRENT),
        ("032-054OL", "2.0", "2025-04", "", Lifecycle.CURRENT),
        ("128-001OL", "2.0", "2019-08-27", "2024-08-26", Lifecycle.EXPIRED),
        ("015-074", "4.0", "2024-06", "", Lifecycle.CURRENT),
    ],
)
def test_a_guideline_has_the_facts_of_its_register(
    play: Play, number: str, version: str, stand: str, until: str, lifecycle: Lifecycle
) -> None:
    seen = _guideline(play(awmf=KEY), number)
    assert (seen.version_label, seen.version_date, seen.valid_until) == (version, stand, until)
    assert (seen.lifecycle, seen.warnings) == (lifecycle, ())


def test_the_expired_guideline_that_is_in_work_says_until_when(play: Play) -> None:
    seen = _guideline(play(awmf=KEY), "128-001OL")
    assert [(one.kind, one.on) for one in seen.notices] == [(NoticeKind.REGISTRATION, "2024-06")]
    assert seen.facts["planned_completion"] == "2026-05"


def test_the_first_version_of_the_renewed_guideline_was_seen_before(world: World, play: Play) -> None:
    world.day = date(2025, 3, 14)
    seen = _guideline(play(awmf=KEY), "032-054OL")
    assert (seen.version_label, seen.version_date, seen.valid_until) == ("1.0", "2016-11-11", "2021-11-10")


@pytest.mark.parametrize(
    "title, number",
    [("Psychoonkologie", "032-051OL"), ("Supportive Therapie", "032-054OL"), ("Palliativmedizin", "128-001OL"),
     ("S3-Leitlinie Palliativmedizin", "128-001OL"), ("Adulte Weichgewebesarkome", "032-044OL")],
)  # fmt: skip
def test_a_guideline_named_by_title_alone_finds_its_number(play: Play, title: str, number: str) -> None:
    assert [one.value for one in awmf.candidates(title, play(awmf=KEY))] == [number]


@pytest.mark.parametrize("name", [ESMO, COCHRANE.lower(), BANNASCH])
def test_nothing_was_announced_about_the_works(play: Play, name: str) -> None:
    client = play()
    seen = crossref.look(Watched(1, name, SourceKind.JOURNAL_ARTICLE, ""), client)
    assert (seen.lifecycle, seen.notices, seen.successors) == (Lifecycle.CURRENT, (), ())
    assert doi.look(Watched(1, name, SourceKind.JOURNAL_ARTICLE, ""), client).url


def test_the_article_without_a_doi_finds_it(play: Play) -> None:
    printed = Reference(
        "journal-article", authors=("Bannasch H", "Eisenhardt SU"), container="Dtsch Arztebl Int", year=2011,
        title="The diagnosis and treatment of soft tissue sarcomas of the limbs", volume="108", issue="3",
    )  # fmt: skip
    assert [one.value for one in crossref.candidates(printed, play())] == [BANNASCH]
