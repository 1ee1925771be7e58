"""Cochrane: the newest version by chain and by probe, withdrawn told apart from newer, and what nobody knows."""

from datetime import date

import pytest

from citations.kinds import Certainty, Evidence, Lifecycle, LookOutcome, NoticeKind, Reason, SourceKind
from citations.records import Reference
from citations.sightings import Sighting
from citations.verdicts import judge
from jobs.watchers import cochrane
from jobs.watchers.contract import Known, Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.world import Outage, World

NUMBER = "CD005296"
JOURNAL = {"journal": "The Cochrane database of systematic reviews", "iso": "Cochrane Database Syst Rev"}
TITLE = "Single versus multiple visits for endodontic treatment of permanent teeth."


def _doi(pub: int, number: str = NUMBER) -> str:
    return cochrane.doi_of(number, pub)


def _versions(world: World, *pubs: int, day: str = "2026-01-01", number: str = NUMBER) -> None:
    """Register versions at doi.org and Crossref."""
    for pub in pubs:
        world.on(day, "doi", _doi(pub, number), {"url": "https://www.cochranelibrary.com/"})
        issued = {"date-parts": [[2000 + 4 * pub, 3, 5]]}
        world.on(day, "crossref", _doi(pub, number), {"title": [TITLE], "issued": issued})


def _record(world: World, pmid: str, pub: int, day: str = "2026-01-01", **fields: object) -> None:
    """Enter a version into PubMed."""
    plain: dict[str, object] = {"title": TITLE, "doi": _doi(pub), "pages": NUMBER, "date": f"{2000 + 4 * pub} Mar 05"}
    world.on(day, "pubmed", pmid, JOURNAL | plain | fields)


def _update(pub: int, pmid: str | None, number: str = NUMBER) -> tuple[str, str, str | None]:
    doi = cochrane.doi_of(number, pub).replace(number.lower(), number)
    return ("UpdateIn", f"Cochrane Database Syst Rev. {2000 + 4 * pub} Mar 05;3:{number}. doi: {doi}.", pmid)


def _watched(*pubs: int, number: str = NUMBER) -> Watched:
    versions = tuple(Known(pub, doi=_doi(pub, number)) for pub in pubs)
    return Watched(1, number, SourceKind.COCHRANE_REVIEW, TITLE, (("cochrane", number),), versions)


def _look(play: Play, watched: Watched) -> Sighting:
    return cochrane.look(watched, play())


def _failure(play: Play, watched: Watched) -> WatchError:
    with pytest.raises(WatchError) as caught:
        _look(play, watched)
    return caught.value


def test_the_newest_version_is_found_along_the_chain_of_pubmed(world: World, play: Play) -> None:
    _versions(world, 2, 3, 4)
    _record(world, "17943848", 2, comments=(_update(3, "27905673"),), doi="", listed_doi=_doi(2))
    _record(world, "27905673", 3, comments=(_update(4, "36512807"), ("UpdateOf", "old", "17943848")))
    _record(world, "36512807", 4, comments=(("UpdateOf", "old", "27905673"),))
    seen = _look(play, _watched(2))
    (pointer,) = seen.successors
    assert (pointer.scheme, pointer.value, pointer.label) == ("doi", _doi(4), "pub4")
    assert (pointer.dated, pointer.certainty, seen.version_label) == ("2016-03-05", Certainty.STATED, "pub4")
    assert (seen.lifecycle, seen.evidence) == (Lifecycle.SUPERSEDED, Evidence.OFFICIAL_API)


def test_a_version_that_pubmed_does_not_name_is_found_by_asking_for_it(world: World, play: Play) -> None:
    _versions(world, 1, 2)
    seen = _look(play, _watched(1))
    (pointer,) = seen.successors
    assert (pointer.value, pointer.label, pointer.dated) == (_doi(2), "pub2", "2008-03-05")
    assert (pointer.certainty, pointer.title) == (Certainty.PROBED, TITLE)


def test_asking_begins_behind_the_end_of_the_chain(world: World, play: Play) -> None:
    _versions(world, 2, 3, 4)
    _record(world, "1", 2, comments=(_update(3, "2"),))
    _record(world, "2", 3)
    seen = _look(play, _watched(2))
    assert [(one.label, one.certainty) for one in seen.successors] == [("pub4", Certainty.PROBED)]


def test_one_number_may_be_skipped_and_two_misses_are_the_end(world: World, play: Play) -> None:
    _versions(world, 2, 4, 7)
    assert _look(play, _watched(2)).version_label == "pub4"
    asked = [path.partition("handles/")[2].partition("?")[0] for _, _, path in world.calls if "handles" in path]
    assert asked == [_doi(3), _doi(4), _doi(5), _doi(6)]


def test_an_old_review_that_is_the_newest_is_nothing_but_old(world: World, play: Play) -> None:
    _versions(world, 1, number="CD003293")
    seen = _look(play, _watched(1, number="CD003293"))
    assert (seen.successors, seen.notices, seen.version_label) == ((), (), "")
    assert (seen.lifecycle, seen.version_date) == (Lifecycle.UNKNOWN, "")
    assert judge(None, seen, today="2026-11-20").happenings == ()


def test_a_newer_version_never_withdraws_or_retracts(world: World, play: Play) -> None:
    _versions(world, 2, 3)
    _record(world, "1", 2, comments=(_update(3, "2"),))
    _record(world, "2", 3)
    seen = _look(play, _watched(2))
    assert [(one.kind, one.key) for one in seen.notices] == [(NoticeKind.NEW_VERSION, f"new_version:{_doi(3)}")]
    verdict = judge(None, seen, today="2026-11-20")
    assert (verdict.happenings, verdict.status) == ((), None)
    assert verdict.successor is not None


@pytest.mark.parametrize("indexed", [True, False])
def test_a_withdrawal_is_told_on_its_day_and_is_no_version_to_cite(world: World, play: Play, *, indexed: bool) -> None:
    _versions(world, 2, 3)
    issued = {"date-parts": [[2021, 3, 5]]}
    world.on("2026-02-01", "crossref", _doi(3), {"title": [f"WITHDRAWN: {TITLE}"], "issued": issued})
    if indexed:
        _record(world, "1", 2, comments=(_update(3, "2"),))
        _record(world, "2", 3, title=f"WITHDRAWN: {TITLE}", date="2021 Mar 05", abstract="Serious error.")
    seen = _look(play, _watched(2))
    assert (seen.lifecycle, seen.successors, seen.warnings) == (Lifecycle.WITHDRAWN, (), ())
    verdict = judge(None, seen, today="2026-11-20")
    assert [(one.reason, one.on) for one in verdict.happenings] == [(Reason.WITHDRAWN, "2021-03-05")]
    assert ("Serious error." in verdict.happenings[0].label) is indexed


@pytest.mark.parametrize(
    "day, lifecycle",
    [
        ([2015, 1, 1], Lifecycle.UNKNOWN),
        ([2019, 6, 30], Lifecycle.UNKNOWN),
        ([2019, 7, 1], Lifecycle.WITHDRAWN),
        ([2019], Lifecycle.WITHDRAWN),
        ([None], Lifecycle.WITHDRAWN),
    ],
)
def test_before_july_2019_a_withdrawal_may_mean_mere_age(
    world: World, play: Play, day: list[int | None], lifecycle: Lifecycle
) -> None:
    _versions(world, 2, 3)
    said = {"title": [f"WITHDRAWN: {TITLE}"], "issued": {"date-parts": [day]}}
    world.on("2026-02-01", "crossref", _doi(3), said)
    seen = _look(play, _watched(2))
    assert seen.lifecycle is lifecycle
    early = lifecycle is Lifecycle.UNKNOWN
    assert seen.warnings == (("warning.withdrawn_before_2019",) if early else ())
    assert [one.kind for one in seen.notices] == [NoticeKind.OTHER if early else NoticeKind.WITHDRAWAL]
    assert seen.notices[0].label == f"WITHDRAWN: {TITLE}"


def test_what_was_announced_about_the_cited_version_is_told(world: World, play: Play) -> None:
    _versions(world, 2)
    _record(world, "1", 2, comments=(("ErratumIn", "Cochrane Database Syst Rev. 2010;1:1. doi: 10.1000/err.", None),))
    seen = _look(play, _watched(2))
    assert [(one.kind, one.key) for one in seen.notices] == [(NoticeKind.ERRATUM, "erratum:10.1000/err")]
    assert seen.lifecycle is Lifecycle.CORRECTED


def test_a_review_that_took_over_under_another_number_is_named(world: World, play: Play) -> None:
    _versions(world, 2)
    _record(world, "1", 2, comments=(_update(1, None, "CD012345"),))
    (pointer,) = _look(play, _watched(2)).successors
    assert (pointer.value, pointer.label) == ("10.1002/14651858.cd012345", "CD012345")
    assert pointer.certainty is Certainty.STATED


def test_a_chain_that_runs_in_a_ring_ends(world: World, play: Play) -> None:
    _versions(world, 2, 3)
    _record(world, "1", 2, comments=(_update(3, "2"),))
    _record(world, "2", 3, comments=(_update(2, "1"),))
    assert _look(play, _watched(2)).version_label == "pub3"


def test_a_stored_version_stays_the_reason_for_the_newer_one(world: World, play: Play) -> None:
    _versions(world, 2, 3)
    assert [one.label for one in _look(play, _watched(2, 3)).successors] == ["pub3"]
    assert _look(play, _watched(3)).successors == ()


@pytest.mark.parametrize("year, newer", [(2003, True), (2008, False), (None, False)])
def test_without_a_number_of_the_version_its_year_decides(
    world: World, play: Play, year: int | None, *, newer: bool
) -> None:
    _versions(world, 1, 2)
    versions = (Known(1, reference=Reference("systematic-review", year=year)),)
    watched = Watched(1, NUMBER, SourceKind.COCHRANE_REVIEW, TITLE, versions=versions)
    assert bool(_look(play, watched).successors) is newer


def test_a_version_without_a_title_anywhere_is_shown_with_a_warning(world: World, play: Play) -> None:
    world.on("2026-01-01", "doi", _doi(1), {"url": "https://www.cochranelibrary.com/"})
    seen = _look(play, _watched(1))
    assert (seen.warnings, seen.evidence) == (("warning.cochrane_title_unseen",), Evidence.PROBE)
    assert seen.lifecycle is Lifecycle.UNKNOWN


def test_the_day_of_the_last_assessment_is_the_stand(world: World, play: Play) -> None:
    _versions(world, 1)
    told = [{"name": "assessed_as_up_to_date", "label": "Review assessed as up-to-date", "value": "29 September 2006"}]
    world.on("2026-02-01", "crossref", _doi(1), {"title": [TITLE], "assertion": told})
    assert _look(play, _watched(1)).version_date == "2006-09-29"


def test_a_review_that_nobody_knows_is_missing(play: Play) -> None:
    error = _failure(play, _watched(1))
    assert (error.outcome, error.why) == (LookOutcome.NOT_FOUND, "look.cochrane_missing")


@pytest.mark.parametrize("registry", ["pubmed", "doi", "crossref"])
def test_where_one_of_the_three_does_not_answer_nothing_is_said(world: World, play: Play, registry: str) -> None:
    _versions(world, 2, 3)
    world.outages.append(Outage(registry, date(2026, 11, 20), date(2026, 11, 20), 503))
    assert _failure(play, _watched(2)).outcome is LookOutcome.UNAVAILABLE


@pytest.mark.parametrize(
    "identifiers, key",
    [
        ({"cochrane": "cd003293"}, "CD003293"),
        ({"doi": "10.1002/14651858.CD003293.pub2."}, "CD003293"),
        ({"doi": "10.1002/14651858.MR000010"}, "MR000010"),
        ({"doi": "10.1000/CD003293"}, ""),
        ({"doi": "10.1002/14651858.ED000123"}, ""),
        ({}, ""),
    ],
)
def test_a_review_is_known_by_its_number(identifiers: dict[str, str], key: str) -> None:
    assert cochrane.key_of(SourceKind.COCHRANE_REVIEW, identifiers, "") == key
