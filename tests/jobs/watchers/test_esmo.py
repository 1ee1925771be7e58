"""ESMO: later guidelines on the same subject are candidates, never facts."""

from datetime import date

import pytest

from citations.kinds import Certainty, Lifecycle, LookOutcome, SourceKind
from citations.records import Reference
from citations.sightings import Sighting
from citations.verdicts import judge
from jobs.watchers import esmo
from jobs.watchers.contract import Known, Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.world import Outage, World

DOI = "10.1016/j.annonc.2021.07.006"
TITLE = (
    "Soft tissue and visceral sarcomas: ESMO-EURACAN-GENTURIS Clinical Practice Guidelines for diagnosis, treatment "
    "and follow-up"
)
LATER = "Soft tissue and visceral sarcomas: ESMO Clinical Practice Guideline"


def _watched(title: str = TITLE, key: str = DOI, year: int | None = 2021) -> Watched:
    reference = Reference("journal-article", year=year, month=11 if year else None)
    versions = (Known(1, doi=key if key.startswith("10.") else "", reference=reference),)
    return Watched(1, key, SourceKind.ESMO_CPG, title, (("doi", key),), versions)


def _crossref(world: World, doi: str, title: str, *day: int, issn: str = "0923-7534") -> None:
    work = {"title": [title], "issued": {"date-parts": [list(day)]}, "ISSN": [issn], "short-container-title": ["AO"]}
    world.on("2026-01-01", "crossref", doi, work)


def _pubmed(world: World, pmid: str, title: str, day: str, **fields: object) -> None:
    record = {"title": title, "date": day, "iso": "Ann Oncol", "types": ("Practice Guideline",)}
    world.on("2026-01-01", "pubmed", pmid, record | fields)


def _look(play: Play, watched: Watched | None = None) -> Sighting:
    return esmo.look(watched or _watched(), play())


def test_a_later_guideline_on_the_subject_is_a_candidate_and_no_fact(world: World, play: Play) -> None:
    _crossref(world, DOI, TITLE, 2021, 11)
    _crossref(world, "10.1016/j.annonc.2025.01.001", LATER, 2025, 4)
    seen = _look(play)
    (pointer,) = seen.successors
    assert (pointer.value, pointer.dated, pointer.title) == ("10.1016/j.annonc.2025.01.001", "2025-04", LATER)
    assert (pointer.certainty, seen.lifecycle) == (Certainty.CANDIDATE, Lifecycle.UNKNOWN)
    verdict = judge(None, seen, today="2026-11-20")
    assert (verdict.changed, verdict.successor, len(verdict.candidates)) == (False, None, 1)


def test_both_catalogues_are_asked_and_one_article_is_shown_once(world: World, play: Play) -> None:
    _crossref(world, "10.1016/j.annonc.2025.01.001", LATER, 2025, 4)
    _pubmed(world, "40000001", LATER, "2025 Apr", doi="10.1016/j.annonc.2025.01.001")
    _pubmed(world, "40000002", "Soft tissue sarcoma: an update.", "2026 Jan")
    assert [(one.scheme, one.value) for one in _look(play).successors] == [
        ("pmid", "40000002"),
        ("doi", "10.1016/j.annonc.2025.01.001"),
    ]


@pytest.mark.parametrize(
    "title, day",
    [
        ("Bone sarcomas: ESMO-EURACAN-GENTURIS-ERN PaedCan Clinical Practice Guideline", (2025, 12)),
        ("Gastrointestinal stromal tumours: ESMO Clinical Practice Guidelines", (2025, 1)),
        ("Corrigendum to 'Soft tissue and visceral sarcomas: ESMO Clinical Practice Guidelines'", (2022, 1)),
        ("Soft tissue and visceral sarcomas: ESMO Clinical Practice Guidelines", (2018, 10)),
        ("Soft tissue and visceral sarcomas: a phase III trial", (2025, 1)),
    ],
)
def test_other_subjects_earlier_editions_and_notices_are_no_candidates(
    world: World, play: Play, title: str, day: tuple[int, int]
) -> None:
    _crossref(world, "10.1016/j.annonc.other", title, *day)
    assert _look(play).successors == ()


def test_other_journals_are_no_candidates(world: World, play: Play) -> None:
    _crossref(world, "10.1000/other", LATER, 2025, 4, issn="1234-5678")
    _crossref(world, "10.1016/j.esmoop.2025.1", LATER, 2025, 4, issn="2059-7029")
    assert [one.value for one in _look(play).successors] == ["10.1016/j.esmoop.2025.1"]


def test_the_edition_itself_is_no_candidate_where_its_doi_is_not_stored(world: World, play: Play) -> None:
    _crossref(world, DOI, TITLE, 2021, 11)
    watched = _watched(key="soft-tissue-and-visceral-sarcomas")
    assert _look(play, watched).successors == ()


def test_the_month_of_the_doi_serves_where_no_year_is_stored(world: World, play: Play) -> None:
    _crossref(world, "10.1016/j.annonc.2019.01.001", LATER, 2019, 4)
    assert _look(play, _watched(year=None)).successors == ()


def test_nothing_found_is_a_look_that_went_well(play: Play) -> None:
    seen = _look(play)
    assert (seen.outcome, seen.successors, seen.url) == (LookOutcome.OK, (), f"https://doi.org/{DOI}")


@pytest.mark.parametrize("registry", ["crossref", "pubmed"])
def test_where_a_catalogue_does_not_answer_nothing_is_said(world: World, play: Play, registry: str) -> None:
    world.outages.append(Outage(registry, date(2026, 11, 20), date(2026, 11, 20), 503))
    with pytest.raises(WatchError) as caught:
        _look(play)
    assert caught.value.outcome is LookOutcome.UNAVAILABLE


def test_without_words_of_a_title_nothing_can_be_searched(play: Play) -> None:
    with pytest.raises(WatchError) as caught:
        _look(play, _watched("ESMO Guidelines"))
    assert (caught.value.outcome, caught.value.why) == (LookOutcome.SKIPPED, "look.esmo_no_title")


@pytest.mark.parametrize(
    "title, words",
    [
        (TITLE, ("soft", "tissue", "visceral", "sarcoma")),
        ("ESMO Clinical Practice Guideline: Early breast cancer", ("early", "breast", "cancer")),
        ("Pancreatic cancer – ESMO Clinical Practice Guidelines", ("pancreatic", "cancer")),
        ("Living Guideline", ()),
    ],
)
def test_the_subject_stands_before_the_subtitle(title: str, words: tuple[str, ...]) -> None:
    assert esmo.topic(title) == words


@pytest.mark.parametrize(
    "kind, identifiers, key",
    [
        (SourceKind.ESMO_CPG, {"doi": DOI, "pmid": "1"}, DOI),
        (SourceKind.ESMO_LIVING, {"title": "breast-cancer-esmo-2023"}, "breast-cancer-esmo-2023"),
        (SourceKind.JOURNAL_ARTICLE, {"doi": DOI}, ""),
    ],
)
def test_guidelines_of_esmo_alone_are_looked_at(kind: SourceKind, identifiers: dict[str, str], key: str) -> None:
    assert esmo.key_of(kind, identifiers, "") == key
