"""One retraction is one finding, whichever registries tell of it, under which names, in which order, how often."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from citations.kinds import Reason
from citations.models import Finding
from citations.verdicts import Happening, Told, is_news
from jobs.facts import Fact, learn_fact, versions_of_source
from jobs.findings import Concerned, open_findings
from jobs.ledger import SYSTEM
from service.acts.sources import source_named
from service.db import Sessions
from tests.databases import stocked
from tests.factories import GUIDELINE, bring_in, moment
from tests.looking import Play, findings, playing_on, reasons_of
from tests.registries.crossref import notice
from tests.registries.world import World

KEY, DOI, PMID = "doi:10.1000/study", "10.1000/study", "1234"
NAMED = f"Miller A, Smith B. A study of sarcoma drugs. Lancet. 2018 May;391(10):100-110. doi: {DOI}."
TEXT = (
    "Behandlung im Überblick\nDoxorubicin ist meist das erste Medikament.\n"
    f"Quellen\nLeitlinien\n{GUIDELINE}\nFachartikel\n{NAMED}\n"
)
DAY = date(2026, 11, 20)
GONE = notice("retraction", "10.1000/notice", "2026-03-02")
GONE_AGAIN = notice("retraction", "10.1000/second", "2026-12-10")
BACK = notice("reinstatement", "10.1000/back", "2026-11-25")
LOOK = {"c": "crossref", "p": "pubmed"}

_days = st.sampled_from(["", "2026", "2026-03", "2026-03-02", "2026-03-05"])
_words = st.sampled_from(["retraction:10.1/n", "retraction:pmid:99", "retraction:title", "retraction:10.1/other"])


@given(st.lists(st.tuples(_words, _days), min_size=1))
def test_however_often_a_retraction_is_announced_it_is_news_once(said: list[tuple[str, str]]) -> None:
    told: list[Told] = []
    for key, on in said:
        if is_news(Happening(Reason.RETRACTED, "retraction", key, on), told):
            told.append(Told(Reason.RETRACTED, key))
    assert len(told) == 1


@pytest.fixture
def play(sessions: Sessions) -> Iterator[Play]:
    """Play one article that Crossref knows by its DOI and PubMed by its number."""
    world = World(DAY)
    world.on("2018-05-01", "crossref", DOI, {"title": ["A study of sarcoma drugs"]})
    _pubmed(world)
    stocked(sessions, _page)
    with playing_on(sessions, world) as made:
        yield made


def _page(session: Session) -> None:
    bring_in(session, TEXT)


def _pubmed(world: World, *comments: tuple[str, str, str | None]) -> None:
    world.on(world.day, "pubmed", PMID, {"doi": DOI, "title": "A study of sarcoma drugs", "comments": comments})


def _crossref(world: World, *rows: dict[str, object]) -> None:
    world.on(world.day, "crossref", DOI, {"title": ["A study of sarcoma drugs"], "updated-by": list(rows)})


def _looks(play: Play, order: str) -> None:
    for one in order:
        play.look_at_all(LOOK[one])
        play.world.pass_days(1)


def _retractions(sessions: Sessions) -> list[Finding]:
    return [one for one in findings(sessions) if one.reason is Reason.RETRACTED]


@pytest.mark.parametrize("order", ["cpcp", "ppcc"])
@pytest.mark.parametrize("source", ["Lancet. 2026 Mar 5;407:1", "Lancet"])
def test_a_notice_that_pubmed_knows_by_number_only_is_the_one_of_crossref(play: Play, order: str, source: str) -> None:
    _crossref(play.world, GONE)
    _pubmed(play.world, ("RetractionIn", source, "99"))
    _looks(play, order)
    assert len(_retractions(play.sessions)) == 1
    assert reasons_of(play.sessions, KEY).count("retracted") == 1


@pytest.mark.parametrize("before", ["", "c", "p"])
@pytest.mark.parametrize("after", ["cpcp", "ppcc"])
def test_what_was_taken_back_stays_so_though_another_registry_tells_of_it_still(
    play: Play, before: str, after: str
) -> None:
    _crossref(play.world, GONE)
    _pubmed(play.world, ("RetractionIn", "Lancet. 2026 Mar 5;407:1", "99"))
    _looks(play, before)
    _crossref(play.world, GONE, BACK)
    _looks(play, after)
    assert len(_retractions(play.sessions)) == 1
    assert "retracted" not in reasons_of(play.sessions, KEY)


@pytest.mark.parametrize("order", ["cp", "pc", "pcp"])
def test_a_second_retraction_after_a_reinstatement_is_a_second_finding(play: Play, order: str) -> None:
    _crossref(play.world, GONE)
    _looks(play, "cp")
    _crossref(play.world, GONE, BACK)
    _looks(play, "cp")
    play.world.pass_days(30)
    _crossref(play.world, GONE, BACK, GONE_AGAIN)
    _pubmed(play.world, ("RetractionIn", "Lancet. 2026 Dec 10;407:2", "100"))
    _looks(play, order)
    assert len(_retractions(play.sessions)) == 2
    assert reasons_of(play.sessions, KEY).count("retracted") == 1


def test_a_later_retraction_stands_though_crossref_has_only_the_reinstatement_yet(play: Play) -> None:
    _crossref(play.world, GONE, BACK)
    _looks(play, "cp")
    play.world.pass_days(30)
    _pubmed(play.world, ("RetractionIn", "Lancet. 2026 Dec 10;407:2", "100"))
    _looks(play, "pcp")
    assert reasons_of(play.sessions, KEY).count("retracted") == 1


def test_the_retraction_of_one_version_does_not_hide_that_of_another(play: Play) -> None:
    _crossref(play.world, GONE)
    play.look_at_all("crossref")
    with play.sessions.write() as session:
        source = source_named(session, KEY)
        fact = Fact(doi="10.1000/study2", issued="2026-04", succeeds=True)
        newer = learn_fact(session, moment(), SYSTEM, source, fact).version
        versions = versions_of_source(session, source)
        happening = Happening(Reason.RETRACTED, "retraction", "retraction:10.1000/n2", "2026-11-20")
        for names, news in (
            (frozenset({"10.1000/study2"}), True),
            (frozenset({DOI}), False),
            (frozenset({"x"}), False),
        ):
            concerned = Concerned(versions, versions[:1], None, names)
            touched = open_findings(session, moment(), [happening], concerned, None)
            assert touched.versions == ({newer.id} if news else set())
