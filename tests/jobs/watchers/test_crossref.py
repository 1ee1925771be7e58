"""Crossref: what is announced about a work, once whoever says it; what its fields are; what a 404 means."""

import json
from collections.abc import Mapping

import pytest

from citations.kinds import Certainty, Lifecycle, LookOutcome, NoticeKind, Reason, SourceKind
from citations.records import Reference
from citations.sightings import Sighting
from citations.verdicts import judge
from jobs.watchers import crossref
from jobs.watchers.contract import Watched, WatchError
from jobs.watchers.crossref_records import dated, lasting_hash, reference_of, rows
from tests.house import ROOT
from tests.jobs.watchers.conftest import Play
from tests.registries.crossref import LIMITED, notice
from tests.registries.world import World

ANSWERS = ROOT / "tests" / "answers" / "crossref"
DOI, NOTICE = "10.1177/1758835920922055", "10.1177/notice"


def _recorded(name: str) -> dict[str, object]:
    message = json.loads((ANSWERS / f"{name}.json").read_bytes())["message"]
    assert isinstance(message, dict)
    return message


def _look(play: Play, doi: str = DOI, etag: str = "") -> Sighting:
    return crossref.look(Watched(1, doi, SourceKind.JOURNAL_ARTICLE, "", etag=etag), play())


def _seen(world: World, play: Play, work: Mapping[str, object], doi: str = DOI) -> Sighting:
    world.on("2020-01-01", "crossref", doi, dict(work))
    return _look(play, doi)


def _failed(play: Play, doi: str = DOI) -> WatchError:
    with pytest.raises(WatchError) as caught:
        _look(play, doi)
    return caught.value


def test_a_recorded_correction_is_told_with_its_day_its_notice_and_who_says_it(world: World, play: Play) -> None:
    doi = "10.1371/journal.pone.0033693"
    seen = _seen(world, play, _recorded("work-updated-by-correction"), doi)
    told = seen.notices[0]
    assert (told.kind, told.on, told.label) == (NoticeKind.CORRECTION, "2012-05-08", "Correction")
    assert told.key == "correction:10.1371/annotation/c76da2c1-ccb8-4797-94c1-359d3ceceeda"
    assert told.asserted_by == ("publisher",)
    assert (seen.lifecycle, seen.status_text, seen.warnings) == (Lifecycle.CORRECTED, "Correction", ())
    assert [one.reason for one in judge(None, seen, today="2026-11-20").happenings] == [Reason.CORRECTED]
    assert seen.reference is not None
    assert seen.reference.authors == ("Sadasivan S", "Pond BB")
    assert (seen.reference.year, seen.reference.month, seen.reference.pages) == (2012, 3, "e33693")
    assert (seen.reference.volume, seen.reference.issue, seen.reference.container) == ("7", "3", "PLoS ONE")


def test_a_recorded_notice_is_known_as_a_notice_and_not_as_corrected(world: World, play: Play) -> None:
    seen = _seen(world, play, _recorded("work-update-to-correction"), "10.1371/journal.pone.0129989")
    assert (seen.notices, seen.lifecycle) == ((), Lifecycle.CURRENT)
    assert (seen.warnings, seen.facts["notice_of"]) == (("warning.is_notice",), "10.1371/journal.pone.0120799")


def test_a_recorded_work_that_corrects_itself_says_nothing(world: World, play: Play) -> None:
    seen = _seen(world, play, _recorded("work-update-to-itself"), "10.1103/physrevb.98.104436")
    assert (seen.notices, seen.warnings, seen.lifecycle) == ((), (), Lifecycle.CURRENT)


def test_a_work_that_is_retracted_in_its_own_place_is_retracted(world: World, play: Play) -> None:
    seen = _seen(world, play, {"updated-by": [notice("retraction", DOI.upper(), "2023-04-22", "retraction-watch")]})
    assert (seen.lifecycle, seen.warnings) == (Lifecycle.RETRACTED, ("warning.self_reference",))


def test_the_same_retraction_from_two_houses_counts_once(world: World, play: Play) -> None:
    rows = [notice("retraction", NOTICE, "2023-04", "retraction-watch"), notice("Retraction", NOTICE, "2023-04-22")]
    seen = _seen(world, play, {"updated-by": rows})
    assert [(one.kind, one.key, one.on) for one in seen.notices] == [
        (NoticeKind.RETRACTION, f"retraction:{NOTICE}", "2023-04-22")
    ]
    assert seen.notices[0].asserted_by == ("publisher", "retraction-watch")


def test_correction_and_retraction_by_one_notice_stay_two(world: World, play: Play) -> None:
    rows = [notice("correction", NOTICE, "2004-03-06"), notice("retraction", NOTICE, "2010-02-06")]
    seen = _seen(world, play, {"updated-by": rows})
    assert {one.key for one in seen.notices} == {f"correction:{NOTICE}", f"retraction:{NOTICE}"}
    assert seen.lifecycle is Lifecycle.RETRACTED


@pytest.mark.parametrize(
    "kind, told",
    [
        ("corrigendum", NoticeKind.CORRECTION),
        ("erratum", NoticeKind.ERRATUM),
        ("expression-of-concern", NoticeKind.EXPRESSION_OF_CONCERN),
        ("Expression of concern", NoticeKind.EXPRESSION_OF_CONCERN),
        ("partial_retraction", NoticeKind.PARTIAL_RETRACTION),
        ("removal", NoticeKind.WITHDRAWAL),
        ("withdrawal", NoticeKind.WITHDRAWAL),
        ("something_new", NoticeKind.OTHER),
    ],
)
def test_every_type_is_told_and_an_unknown_one_is_reported(
    world: World, play: Play, kind: str, told: NoticeKind
) -> None:
    seen = _seen(world, play, {"updated-by": [notice(kind, NOTICE)]})
    assert [(one.kind, one.on) for one in seen.notices] == [(told, "")]
    assert ("warning.unknown_update_type" in seen.warnings) is (told is NoticeKind.OTHER)


def test_a_new_version_is_a_successor_that_is_stated(world: World, play: Play) -> None:
    seen = _seen(world, play, {"updated-by": [notice("new_version", NOTICE, "2024-01-02")]})
    assert [(one.value, one.certainty, one.dated) for one in seen.successors] == [
        (NOTICE, Certainty.STATED, "2024-01-02")
    ]
    assert seen.lifecycle is Lifecycle.SUPERSEDED


def test_a_work_that_is_itself_the_newer_version_is_neither_superseded_nor_a_notice(world: World, play: Play) -> None:
    seen = _seen(world, play, {"update-to": [notice("new_version", NOTICE, "2024-01-02")]})
    assert (seen.successors, seen.warnings, seen.lifecycle) == ((), (), Lifecycle.CURRENT)


def test_a_reinstated_work_is_good_again_until_it_is_retracted_anew(world: World, play: Play) -> None:
    rows = [notice("retraction", NOTICE, "2020-01-01"), notice("reinstatement", "10.1177/back", "2021-01-01")]
    seen = _seen(world, play, {"updated-by": rows})
    assert (seen.lifecycle, judge(None, seen, today="2026-11-20").happenings) == (Lifecycle.CURRENT, ())
    rows.append(notice("retraction", "10.1177/again", "2022-01-01"))
    assert _seen(world, play, {"updated-by": rows}).lifecycle is Lifecycle.RETRACTED


@pytest.mark.parametrize(
    "title, lifecycle",
    [
        ("RETRACTED: A trial", Lifecycle.RETRACTED),
        ("[Retracted] A trial", Lifecycle.RETRACTED),
        ("RETRACTED ARTICLE: A trial", Lifecycle.RETRACTED),
        ("WITHDRAWN: A trial", Lifecycle.WITHDRAWN),
        ("Retraction: A trial", Lifecycle.CURRENT),
        ("Retracted studies and how they are cited", Lifecycle.CURRENT),
        ("Withdrawn from practice", Lifecycle.CURRENT),
    ],
)
def test_the_title_is_a_second_sign(world: World, play: Play, title: str, lifecycle: Lifecycle) -> None:
    seen = _seen(world, play, {"title": [title]})
    assert (seen.lifecycle, seen.title) == (lifecycle, title)


def test_the_title_of_a_notice_says_nothing_about_the_notice(world: World, play: Play) -> None:
    seen = _seen(world, play, {"title": ["Retracted: A trial"], "update-to": [notice("retraction", NOTICE)]})
    assert (seen.lifecycle, seen.warnings) == (Lifecycle.CURRENT, ("warning.is_notice",))


def test_what_moves_by_itself_is_no_change(world: World, play: Play) -> None:
    first = _seen(world, play, {"updated-by": [notice("correction", NOTICE), notice("erratum", "10.1/b")]})
    world.pass_days(7)
    world.on("2020-01-02", "crossref", DOI, {"updated-by": [notice("erratum", "10.1/b"), notice("correction", NOTICE)]})
    again = _look(play, etag=first.etag)
    assert (again.outcome, again.notices[0].kind in {one.kind for one in first.notices}) == (
        LookOutcome.NOT_MODIFIED, True,
    )  # fmt: skip
    world.on("2020-01-03", "crossref", DOI, {"updated-by": [notice("retraction", NOTICE)]})
    assert _look(play, etag=first.etag).outcome is LookOutcome.OK


def test_a_doi_is_found_in_any_case_and_with_every_sign_a_doi_may_have(world: World, play: Play) -> None:
    doi = "10.1016/s0140-6736(97)11096-0<1::aid-x>3.0.co;2-#"
    assert _seen(world, play, {"DOI": doi.upper()}, doi).key == doi


@pytest.mark.parametrize(
    "named, outcome, why",
    [
        (None, LookOutcome.NOT_FOUND, "look.doi_unknown"),
        ({"agency": "DataCite"}, LookOutcome.SKIPPED, "look.crossref_other_agency"),
        ({"agency": "Crossref"}, LookOutcome.UNAVAILABLE, "look.crossref_not_listed"),
    ],
)
def test_a_404_means_missing_only_where_nobody_knows_the_doi(
    world: World, play: Play, named: dict[str, str] | None, outcome: LookOutcome, why: str
) -> None:
    if named:
        world.on("2020-01-01", "doi", DOI, named)
    assert (_failed(play).outcome, _failed(play).why) == (outcome, why)


@pytest.mark.parametrize(
    "status, body, kind, outcome",
    [
        (400, (ANSWERS / "rows-not-integer.400.json").read_bytes(), "application/json", LookOutcome.PARSE_FAILED),
        (404, (ANSWERS / "cursor-invalid.404.json").read_bytes(), "application/json", LookOutcome.PARSE_FAILED),
        (404, b"<html>gone</html>", "text/html", LookOutcome.PARSE_FAILED),
        (404, (ANSWERS / "work-unknown.404.txt").read_bytes(), "application/json", LookOutcome.NOT_FOUND),
        (429, LIMITED, "text/html", LookOutcome.RATE_LIMITED),
        (403, b"no", "text/html", LookOutcome.BLOCKED),
        (503, b"", "text/html", LookOutcome.UNAVAILABLE),
        (200, b"<html></html>", "text/html", LookOutcome.PARSE_FAILED),
        (200, b'{"message-type": "work", "message": []}', "application/json", LookOutcome.PARSE_FAILED),
        (200, b'{"message-type": "work", "message": {"DOI": "10.1/x"}}', "application/json", LookOutcome.PARSE_FAILED),
    ],
)
def test_every_other_answer_has_its_own_ending(
    world: World, play: Play, status: int, body: bytes, kind: str, outcome: LookOutcome
) -> None:
    world.on("2020-01-01", "crossref", "answer", (status, body, kind))
    assert _failed(play).outcome is outcome


def test_a_recorded_preprint_is_followed_by_its_article_and_not_by_its_reviews(world: World, play: Play) -> None:
    seen = _seen(world, play, _recorded("work-relation"), "10.5194/acp-2021-781")
    assert [(one.value, one.certainty) for one in seen.successors] == [("10.5194/acp-22-2365-2022", Certainty.STATED)]
    assert seen.reference is not None
    assert (seen.reference.kind, seen.reference.authors) == ("other", ("Huang Y", "Wu W"))


def test_recorded_works_of_a_list_have_no_year_where_the_date_is_null() -> None:
    chapter = reference_of(rows(_recorded("works-list-cursor"), "items")[0])
    assert (chapter.kind, chapter.year, chapter.pages, chapter.isbn) == ("chapter", None, "305-349", "9781590598160")


@pytest.mark.parametrize(
    "parts, iso",
    [
        ([[2021, 11, 3]], "2021-11-03"), ([[2021, 11]], "2021-11"), ([[2021]], "2021"), ([[None]], ""), ([], ""),
        ([[2021, 13]], "2021"), ([[2021, 2, 30]], "2021-02"), ([["2021"]], ""), ([[0]], ""), (None, ""), ([None], ""),
    ],
)  # fmt: skip
def test_dates_keep_their_precision(parts: object, iso: str) -> None:
    assert dated({"date-parts": parts}) == iso


def test_fields_are_plain_text_and_bodies_are_no_people() -> None:
    work: dict[str, object] = {
        "title": ["Response to &lt;5 mg of\n <i>drug</i> &amp; others"],
        "author": [{"family": "Dei Tos", "given": "Angelo Paolo"}, {"name": "ESMO Guidelines Committee"}],
        "type": "journal-article", "issued": {"date-parts": [[2021, 7, 2]]},
        "published-print": {"date-parts": [[2021, 11]]}, "article-number": "12",
    }  # fmt: skip
    read = reference_of(work)
    assert read.title == "Response to <5 mg of drug & others"
    assert (read.authors, read.group_author) == (("Dei Tos AP",), "ESMO Guidelines Committee")
    assert (read.year, read.month, read.pages) == (2021, 11, "12")
    assert reference_of(work | {"author": [{"name": "WHO"}]}).organisations[0].name == "WHO"


def test_the_hash_takes_what_lasts() -> None:
    work = _recorded("work-updated-by-correction")
    assert lasting_hash(work) == lasting_hash(work | {"indexed": {}, "score": 9, "is-referenced-by-count": 1})
    assert lasting_hash(work) != lasting_hash(work | {"volume": "8"})


def test_an_article_without_doi_gets_candidates_that_fit_title_and_year(world: World, play: Play) -> None:
    title = "The diagnosis and treatment of soft tissue sarcomas of the limbs"
    for doi, name, year in (("10.1/a", title, 2011), ("10.1/b", title, 1999), ("10.1/c", f"Correction: {title}", 2011)):
        world.on("2020-01-01", "crossref", doi, {"title": [name], "issued": {"date-parts": [[year]]}})
    sought = Reference(
        "journal-article", authors=("Bannasch H",), title=title, year=2011, container="Dtsch Arztebl Int"
    )
    found = crossref.candidates(sought, play())
    assert [(one.value, one.certainty) for one in found] == [("10.1/a", Certainty.CANDIDATE)]
    assert crossref.candidates(Reference("journal-article"), play()) == ()
