"""PubMed: what its records say of an article, and what is no record at all; over the wire and from recorded answers."""

from datetime import date

import pytest

from citations.kinds import Certainty, Lifecycle, LookOutcome, NoticeKind, Reason, SourceKind
from citations.sightings import Sighting
from citations.verdicts import judge
from jobs.watchers import pubmed
from jobs.watchers.contract import Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.pubmed import EMPTY, RATE_LIMIT
from tests.registries.world import Outage, World

NOTICE = "Ann Oncol. 2022 Jan;33(1):1. doi: 10.1016/J.ANNONC.2021.11.001."


def _watched(key: str) -> Watched:
    return Watched(1, key, SourceKind.JOURNAL_ARTICLE, "")


def _look(play: Play, key: str, others: tuple[str, ...] = ()) -> Sighting:
    return pubmed.look(_watched(key), play({"pubmed": others or (key,)}))


def _calls(world: World, call: str) -> list[str]:
    return [path for _, _, path in world.calls if f"/{call}.fcgi" in path]


def test_an_article_is_found_by_its_number(world: World, play: Play) -> None:
    world.on("2026-01-01", "pubmed", "34560242", {"title": "Sarcomas.", "date": "2021 Nov", "volume": "32"})
    seen = _look(play, "34560242")
    assert (seen.title, seen.released_on, seen.lifecycle) == ("Sarcomas.", "2021-11", Lifecycle.UNKNOWN)
    assert (seen.version_label, seen.version_date, seen.notices) == ("", "", ())
    assert seen.url == "https://pubmed.ncbi.nlm.nih.gov/34560242/"


@pytest.mark.parametrize("place", ["doi", "listed_doi"])
def test_an_article_is_found_by_its_doi(world: World, play: Play, place: str) -> None:
    world.on("2026-01-01", "pubmed", "34560242", {"title": "Sarcomas.", place: "10.1016/J.annonc.2021.07.006"})
    seen = _look(play, "10.1016/j.annonc.2021.07.006")
    assert seen.reference is not None
    assert (seen.reference.pmid, seen.reference.doi) == ("34560242", "10.1016/j.annonc.2021.07.006")


@pytest.mark.parametrize(
    "key, outcome, why",
    [
        ("999", LookOutcome.NOT_FOUND, "look.pubmed_missing"),
        ("10.1000/nowhere", LookOutcome.SKIPPED, "look.pubmed_not_listed"),
    ],
)
def test_what_pubmed_does_not_have_is_neither_withdrawn_nor_unchanged(
    play: Play, key: str, outcome: LookOutcome, why: str
) -> None:
    with pytest.raises(WatchError) as caught:
        _look(play, key)
    assert (caught.value.outcome, caught.value.why) == (outcome, why)


def test_one_call_serves_up_to_two_hundred_sources_of_a_run(world: World, play: Play) -> None:
    numbers = tuple(str(number) for number in range(30_000_000, 30_000_250))
    for number in numbers:
        world.on("2026-01-01", "pubmed", number, {"title": number})
    client = play({"pubmed": numbers})
    assert [pubmed.look(_watched(number), client).title for number in numbers] == list(numbers)
    assert len(_calls(world, "efetch")) == 2


def test_many_dois_are_asked_for_in_few_calls(world: World, play: Play) -> None:
    dois = tuple(f"10.1000/sarcoma.{number}" for number in range(50))
    for number, doi in enumerate(dois):
        world.on("2026-01-01", "pubmed", str(30_000_000 + number), {"title": doi, "doi": doi})
    client = play({"pubmed": dois})
    assert [pubmed.look(_watched(doi), client).title for doi in dois] == list(dois)
    assert (len(_calls(world, "esearch")), len(_calls(world, "efetch"))) == (2, 2)


def test_every_call_says_who_asks_and_carries_the_key(world: World, play: Play) -> None:
    world.on("2026-01-01", "pubmed", "1", {"title": "A"})
    pubmed.look(_watched("1"), play(pubmed="k3y", contact="redaktion@example.org"))
    assert "tool=leitstand&email=redaktion%40example.org&api_key=k3y" in world.calls[0][2]


@pytest.mark.parametrize(
    "relation, kind",
    [
        ("RetractionIn", NoticeKind.RETRACTION),
        ("RetractedandRepublishedIn", NoticeKind.RETRACTION),
        ("PartialRetractionIn", NoticeKind.PARTIAL_RETRACTION),
        ("ExpressionOfConcernIn", NoticeKind.EXPRESSION_OF_CONCERN),
        ("ErratumIn", NoticeKind.ERRATUM),
        ("CorrectedandRepublishedIn", NoticeKind.CORRECTION),
        ("UpdateIn", NoticeKind.NEW_VERSION),
        ("RepublishedIn", NoticeKind.OTHER),
        ("SomethingNewIn", NoticeKind.OTHER),
    ],
)
def test_a_relation_forward_is_a_notice(world: World, play: Play, relation: str, kind: NoticeKind) -> None:
    world.on("2026-01-01", "pubmed", "1", {"title": "A", "comments": ((relation, NOTICE, None, "p 3"),)})
    (notice,) = _look(play, "1").notices
    assert (notice.kind, notice.key, notice.on) == (kind, f"{kind.value}:10.1016/j.annonc.2021.11.001", "2022-01")
    assert notice.label == f"{relation}: {NOTICE} p 3"


@pytest.mark.parametrize(
    "relation",
    [
        "UpdateOf", "RetractionOf", "ErratumFor", "ExpressionOfConcernFor", "RepublishedFrom", "CommentOn", "CommentIn",
        "Cites", "SummaryForPatientsIn",
    ],
)  # fmt: skip
def test_a_relation_that_points_back_says_nothing_of_the_record(world: World, play: Play, relation: str) -> None:
    world.on("2026-01-01", "pubmed", "1", {"title": "A", "comments": ((relation, NOTICE, "2"),)})
    seen = _look(play, "1")
    assert (seen.notices, seen.successors, seen.lifecycle) == ((), (), Lifecycle.UNKNOWN)


def test_a_newer_version_is_no_retraction_and_no_withdrawal(world: World, play: Play) -> None:
    world.on("2026-01-01", "pubmed", "1", {"title": "A", "comments": (("UpdateIn", NOTICE, "2"),)})
    seen = _look(play, "1")
    (pointer,) = seen.successors
    assert (pointer.scheme, pointer.value, pointer.dated) == ("doi", "10.1016/j.annonc.2021.11.001", "2022-01")
    assert (pointer.certainty, seen.lifecycle) == (Certainty.STATED, Lifecycle.SUPERSEDED)
    assert judge(None, seen, today="2026-11-20").happenings == ()


def test_an_update_without_any_address_still_asks_somebody(world: World, play: Play) -> None:
    world.on("2026-01-01", "pubmed", "1", {"title": "A", "comments": (("UpdateIn", "Ann Oncol. 2025", None),)})
    seen = _look(play, "1")
    assert (seen.successors, [one.kind for one in seen.notices]) == ((), [NoticeKind.OTHER])


@pytest.mark.parametrize(
    "record",
    [{"title": "A", "types": ("Retracted Publication",)}, {"title": "RETRACTED: A"}, {"title": "[Retracted: A]"}],
)
def test_the_mark_of_a_retraction_counts_without_its_notice(
    world: World, play: Play, record: dict[str, object]
) -> None:
    world.on("2026-01-01", "pubmed", "1", record)
    seen = _look(play, "1")
    assert (seen.lifecycle, [one.kind for one in seen.notices]) == (Lifecycle.RETRACTED, [NoticeKind.RETRACTION])


def test_a_retraction_is_told_once_with_its_notice(world: World, play: Play) -> None:
    comments = (("RetractionIn", "Lancet. 2010 Feb 6;375(9713):445", "20137807"),)
    record = {"title": "RETRACTED: A", "types": ("Retracted Publication",), "comments": comments}
    world.on("2026-01-01", "pubmed", "1", record)
    (notice,) = _look(play, "1").notices
    assert (notice.key, notice.on, notice.url) == (
        "retraction:pmid:20137807",
        "2010-02-06",
        "https://pubmed.ncbi.nlm.nih.gov/20137807/",
    )


def test_a_retraction_opens_one_flag_and_no_change_of_content(world: World, play: Play) -> None:
    world.on("2026-01-01", "pubmed", "1", {"title": "A title.", "revised": "2024"})
    before = _look(play, "1")
    world.on("2026-11-20", "pubmed", "1", {"title": "RETRACTED: A title.", "types": ("Retracted Publication",)})
    verdict = judge(before, _look(play, "1"), today="2026-11-20")
    assert [one.reason for one in verdict.happenings] == [Reason.RETRACTED]


def test_what_changes_by_itself_changes_nothing(world: World, play: Play) -> None:
    record = {"title": "A title.", "date": "2021 Jul", "revised": "2024"}
    world.on("2026-01-01", "pubmed", "1", record)
    before = _look(play, "1")
    later = {"revised": "2026", "date": "2021 Nov", "volume": "32", "comments": (("CommentIn", "Lancet. 2022", "2"),)}
    world.on("2026-11-20", "pubmed", "1", record | later)
    assert not judge(before, _look(play, "1"), today="2026-11-20").changed


@pytest.mark.parametrize(
    "fields, iso",
    [
        ({"date": "2016 Dec 01"}, "2016-12-01"),
        ({"date": "2016 12"}, "2016-12"),
        ({"date": "2016"}, "2016"),
        ({"medline_date": "2024 Jan-Feb"}, "2024-01"),
        ({"medline_date": "2024 Spring"}, "2024"),
        ({"medline_date": "1998 Dec-1999 Jan"}, "1998-12"),
        ({"date": "2016 Feb 31"}, "2016-02"),
        ({}, ""),
    ],
)
def test_a_date_is_as_precise_as_it_is_given(world: World, play: Play, fields: dict[str, str], iso: str) -> None:
    world.on("2026-01-01", "pubmed", "1", {"title": "A"} | fields)
    assert _look(play, "1").released_on == iso


def test_a_record_fills_in_a_reference(world: World, play: Play) -> None:
    record = {
        "title": "[<i>MDM2</i> in soft tissue sarcoma<sub>2</sub>].", "own_title": "MDM2 beim Weichteilsarkom.",
        "iso": "Dtsch Arztebl Int", "date": "2011 Jan", "volume": "108", "issue": "3", "pages": "32-8",
        "authors": (("Bannasch", "H"), ("Eisenhardt", "SU")), "group": "AG Sarkome", "types": ("Systematic Review",),
    }  # fmt: skip
    world.on("2026-01-01", "pubmed", "1", record)
    seen = _look(play, "1")
    assert seen.title == "[MDM2 in soft tissue sarcoma2]."
    assert seen.reference is not None
    found = seen.reference
    assert (found.title, found.authors) == ("MDM2 beim Weichteilsarkom", ("Bannasch H", "Eisenhardt SU"))
    assert (found.year, found.month, found.kind, found.doi) == (2011, 1, "systematic-review", "")
    assert (found.container, found.pages, found.group_author) == ("Dtsch Arztebl Int", "32-8", "AG Sarkome")


def test_the_abstract_is_not_kept(world: World, play: Play) -> None:
    world.on("2026-01-01", "pubmed", "1", {"title": "A", "abstract": "Somebody's words."})
    raw = _look(play, "1").raw
    assert b"Somebody" not in raw
    assert b"<PMID" in raw


@pytest.mark.parametrize(
    "said, outcome",
    [
        ((200, RATE_LIMIT), LookOutcome.RATE_LIMITED),
        ((429, RATE_LIMIT), LookOutcome.RATE_LIMITED),
        ((200, b'{"error":"address table is empty"}'), LookOutcome.PARSE_FAILED),
        ((400, b'{"error":"API key invalid","api-key":"x"}'), LookOutcome.UNAUTHORIZED),
        ((200, b"<eFetchResult><ERROR>Backend failed</ERROR></eFetchResult>"), LookOutcome.PARSE_FAILED),
        ((200, b"<eFetchResult><ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR></eFetchResult>"),
         LookOutcome.NOT_FOUND),
        ((200, EMPTY), LookOutcome.NOT_FOUND),
        ((200, b""), LookOutcome.PARSE_FAILED),
        ((200, b"<html><body>Maintenance</body></html>"), LookOutcome.PARSE_FAILED),
        ((200, b"<PubmedArticleSet><PubmedArticle>"), LookOutcome.PARSE_FAILED),
        ((200, b'<!DOCTYPE a [<!ENTITY b "c">]><PubmedArticleSet>&b;</PubmedArticleSet>'), LookOutcome.PARSE_FAILED),
        ((403, b"no"), LookOutcome.BLOCKED),
        ((404, b"no"), LookOutcome.UNAVAILABLE),
        ((502, b"no"), LookOutcome.UNAVAILABLE),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_says_nothing_of_the_source(
    world: World, play: Play, said: tuple[int, bytes], outcome: LookOutcome
) -> None:
    world.on("2026-01-01", "pubmed", "efetch", said)
    with pytest.raises(WatchError) as caught:
        _look(play, "1")
    assert caught.value.outcome is outcome


@pytest.mark.parametrize(
    "body", [b"[]", b"{}", b'{"esearchresult":{"ERROR":"x"}}', b'{"esearchresult":{"idlist":[1]}}', b"<a/>"]
)
def test_a_search_that_is_not_understood_is_not_taken_for_nothing_found(world: World, play: Play, body: bytes) -> None:
    world.on("2026-01-01", "pubmed", "esearch", (200, body))
    with pytest.raises(WatchError) as caught:
        _look(play, "10.1000/a")
    assert caught.value.outcome is LookOutcome.PARSE_FAILED


def test_the_limit_holds_for_xml_calls_too(world: World, play: Play) -> None:
    day = date(2026, 11, 20)
    world.outages.append(Outage("pubmed", day, day, 429, (("Retry-After", "7"),), RATE_LIMIT))
    with pytest.raises(WatchError) as caught:
        _look(play, "1")
    assert (caught.value.outcome, caught.value.why) == (LookOutcome.RATE_LIMITED, "look.too_often")


@pytest.mark.parametrize(
    "identifiers, key",
    [
        ({"pmid": "34560242", "doi": "10.1016/j.annonc.2021.07.006"}, "34560242"),
        ({"doi": "10.1016/J.annonc.2021.07.006"}, "10.1016/j.annonc.2021.07.006"),
        ({"pmid": "3456x"}, ""),
        ({"cochrane": "CD003293", "pmid": "1"}, ""),
        ({"doi": "10.1002/14651858.CD003293"}, ""),
        ({"isbn": "9789283245025"}, ""),
    ],
)
def test_an_article_is_known_by_number_or_doi(identifiers: dict[str, str], key: str) -> None:
    assert pubmed.key_of(SourceKind.JOURNAL_ARTICLE, identifiers, "") == key


def test_a_book_is_known_by_its_number_only() -> None:
    assert pubmed.key_of(SourceKind.BOOK, {"doi": "10.1007/978-3-1"}, "") == ""
    assert pubmed.key_of(SourceKind.BOOK, {"pmid": "30000000"}, "") == "30000000"
