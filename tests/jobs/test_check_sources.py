"""Looks at played registries, day by day: what they change, and what they must never change."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from citations.kinds import LookOutcome
from citations.models import RawAnswer, SourceVersion
from citations.sightings import Sighting
from jobs.findings import says_dead
from jobs.plan_looks import prune_answers
from jobs.watchers import WATCHERS
from jobs.watchers.contract import Client, Watched, WatchError
from service.db import Sessions
from tests.databases import stocked
from tests.factories import GUIDELINE, bring_in, moment
from tests.looking import Play, findings, flags_of, observations, playing_on, reasons_of, visits, watch_of
from tests.registries.awmf import guideline, registration
from tests.registries.crossref import notice
from tests.registries.world import Outage, World

AWMF = "awmf:032-044OL"
NUMBER, NAME = "032-044OL", "Adulte Weichgewebesarkome"
JOURNAL_KEY, JOURNAL_DOI = "doi:10.1000/study", "10.1000/study"
STUDY = f"Miller A, Smith B. A study of sarcoma drugs. Lancet. 2018 May;391(10):100-110. doi: {JOURNAL_DOI}."
DAY = date(2026, 11, 20)
PAGE = (
    "Behandlung im Überblick\nDoxorubicin ist meist das erste Medikament.\n"
    f"Quellen\nLeitlinien\n{GUIDELINE}\nFachartikel\n{STUDY}\n"
)


def ours(**fields: object) -> dict[str, object]:
    """Return the register's record of the guideline."""
    said: dict[str, object] = {"version": "1.1", "stand": "07.09.2021", "until": "06.09.2027", "released": "30.06.2022"}
    return guideline(NUMBER, NAME, **(said | fields))


@pytest.fixture
def play(sessions: Sessions) -> Iterator[Play]:
    world = World(DAY)
    world.on("2022-06-30", "awmf", NUMBER, ours())
    world.on("2022-06-30", "awmf", "015-074", guideline("015-074", "Uterine Sarkome", version="4.0", stand="06.2024"))
    world.on("2018-05-01", "crossref", JOURNAL_DOI, {"title": ["A study of sarcoma drugs"]})
    stocked(sessions, _page)
    with playing_on(sessions, world) as made:
        yield made


def _page(session: Session) -> None:
    bring_in(session, PAGE)


def test_a_first_look_learns_the_registered_end_and_day(play: Play) -> None:
    before = reasons_of(play.sessions, AWMF)
    (looked,) = play.look_at_all("awmf")
    assert (looked.outcome, looked.version_label, looked.valid_until) == ("ok", "1.1", "2027-09-06")
    assert reasons_of(play.sessions, AWMF) == before


def test_an_unchanged_register_adds_a_visit_and_nothing_else(play: Play) -> None:
    play.look_at_all("awmf")
    flags = flags_of(play.sessions, AWMF)
    play.world.pass_days(7)
    play.look_at_all("awmf")
    assert [one.outcome.value for one in visits(play.sessions, "awmf")] == ["ok", "not_modified"]
    assert len(observations(play.sessions, "awmf")) == 1
    assert [flag for flag in flags_of(play.sessions, AWMF) if flag not in flags] == []


def test_a_new_version_supersedes_the_cited_one(play: Play) -> None:
    play.look_at_all("awmf")
    play.world.pass_days(7)
    new = ours(version="2.0", stand="01.10.2026", until="30.09.2031", released="25.11.2026")
    play.world.on(play.world.day, "awmf", NUMBER, new)
    (looked,) = play.look_at_all("awmf")
    assert "superseded_major" in looked.reasons
    assert ("superseded_major", "2026-10-01") in flags_of(play.sessions, AWMF)


def test_an_end_that_passes_expires_and_a_longer_one_takes_it_back(play: Play) -> None:
    play.world.on(DAY, "awmf", NUMBER, ours(until="06.09.2026"))
    play.look_at_all("awmf")
    assert ("expired", "2026-09-07") in flags_of(play.sessions, AWMF)
    play.world.pass_days(7)
    play.world.on(play.world.day, "awmf", NUMBER, ours(until="06.09.2027"))
    play.look_at_all("awmf")
    assert "expired" not in reasons_of(play.sessions, AWMF)


def test_a_registered_update_is_told_once_and_is_over_with_the_new_version(play: Play) -> None:
    records = [
        ours(AWMFReleaseType="Überarbeitung"),
        registration(NUMBER, NAME, start="01.06.2026", planned="01.06.2028"),
    ]
    play.world.on(DAY, "awmf", NUMBER, records)
    play.look_at_all("awmf")
    assert ("under_revision", "2026-06-01") in flags_of(play.sessions, AWMF)
    play.world.pass_days(7)
    play.world.on(play.world.day, "awmf", NUMBER, ours())
    play.look_at_all("awmf")
    assert "under_revision" not in reasons_of(play.sessions, AWMF)


def test_a_number_that_vanishes_opens_no_flag(play: Play) -> None:
    play.look_at_all("awmf")
    flags = flags_of(play.sessions, AWMF)
    play.world.pass_days(7)
    play.world.on(play.world.day, "awmf", NUMBER, None)
    (looked,) = play.look_at_all("awmf")
    assert (looked.lifecycle, looked.reasons) == ("unlisted", ())
    assert flags_of(play.sessions, AWMF) == flags


def test_a_higher_number_with_an_older_day_is_a_conflict_and_changes_nothing(play: Play) -> None:
    flags = flags_of(play.sessions, AWMF)
    play.world.on(DAY, "awmf", NUMBER, ours(version="3.0", stand="01.01.2020", until="31.12.2024"))
    (looked,) = play.look_at_all("awmf")
    assert looked.reasons == ()
    assert [one.outcome for one in observations(play.sessions, "awmf")] == ["conflict"]
    assert flags_of(play.sessions, AWMF) == flags


def test_a_week_of_outage_opens_nothing_and_is_never_unchanged(play: Play) -> None:
    play.look_at_all()
    flags = flags_of(play.sessions, AWMF)
    first = date(2026, 11, 27)
    play.world.outages.append(Outage("awmf", first, date(2026, 12, 4)))
    play.days(21, "awmf")
    outcomes = [one.outcome.value for one in visits(play.sessions, "awmf") if one.at.date() >= first]
    assert set(outcomes[:-1]) == {"unavailable"}
    assert outcomes[-1] == "not_modified"
    assert [flag for flag in flags_of(play.sessions, AWMF) if flag[0] != "review_due"] == flags


@pytest.mark.parametrize("kind, reason", [
    ("retraction", "retracted"), ("withdrawal", "withdrawn"), ("expression_of_concern", "contradicted"),
    ("correction", "corrected"), ("something_new", "corrected"),
])  # fmt: skip
def test_what_crossref_announces_opens_its_flag_on_the_day_it_names(play: Play, kind: str, reason: str) -> None:
    play.world.on(DAY, "crossref", JOURNAL_DOI, {"updated-by": [notice(kind, "10.1000/notice", "2026-03-02")]})
    (looked,) = play.look_at_all("crossref")
    assert looked.reasons == (reason,)
    assert (reason, "2026-03-02") in flags_of(play.sessions, JOURNAL_KEY)
    assert len(flags_of(play.sessions, JOURNAL_KEY)) == len(set(flags_of(play.sessions, JOURNAL_KEY)))


def test_the_same_evidence_opens_nothing_again(play: Play) -> None:
    play.world.on(DAY, "crossref", JOURNAL_DOI, {"updated-by": [notice("retraction", "10.1000/notice", "2026-03-02")]})
    play.look_at_all("crossref")
    flags = flags_of(play.sessions, JOURNAL_KEY)
    for _ in range(3):
        play.world.pass_days(1)
        assert [one.reasons for one in play.look_at_all("crossref")] == [()]
    assert flags_of(play.sessions, JOURNAL_KEY) == flags
    assert len(findings(play.sessions)) == 1


def test_a_second_erratum_opens_a_second_flag_even_of_the_same_month(play: Play) -> None:
    one, other = notice("erratum", "10.1000/e1", "2026-03"), notice("erratum", "10.1000/e2", "2026-03")
    play.world.on(DAY, "crossref", JOURNAL_DOI, {"updated-by": [one]})
    play.look_at_all("crossref")
    play.world.pass_days(7)
    play.world.on(play.world.day, "crossref", JOURNAL_DOI, {"updated-by": [one, other]})
    (looked,) = play.look_at_all("crossref")
    assert looked.reasons == ("corrected",)
    assert reasons_of(play.sessions, JOURNAL_KEY).count("corrected") == 2


def test_a_reinstatement_takes_the_retraction_back(play: Play) -> None:
    gone = notice("retraction", "10.1000/notice", "2026-03-02")
    play.world.on(DAY, "crossref", JOURNAL_DOI, {"updated-by": [gone]})
    play.look_at_all("crossref")
    assert "retracted" in reasons_of(play.sessions, JOURNAL_KEY)
    play.world.pass_days(7)
    back = notice("reinstatement", "10.1000/back", "2026-11-25")
    play.world.on(play.world.day, "crossref", JOURNAL_DOI, {"updated-by": [gone, back]})
    play.look_at_all("crossref")
    assert "retracted" not in reasons_of(play.sessions, JOURNAL_KEY)


def test_a_second_look_on_a_day_changes_nothing(play: Play) -> None:
    play.look_at_all()
    flags = flags_of(play.sessions, AWMF) + flags_of(play.sessions, JOURNAL_KEY)
    seen = len(observations(play.sessions))
    assert {one.reasons for one in play.look_at_all()} == {()}
    assert flags_of(play.sessions, AWMF) + flags_of(play.sessions, JOURNAL_KEY) == flags
    assert len(observations(play.sessions)) == seen


def test_without_a_key_a_person_looks_and_nothing_fails(play: Play) -> None:
    play.keys = {}
    assert play.look_at_all("awmf") == []
    assert visits(play.sessions, "awmf") == []


def test_a_link_is_dead_after_three_looks_over_two_days_and_alive_again(play: Play) -> None:
    play.world.on("2018-05-01", "doi", JOURNAL_DOI, {"url": "https://publisher.example/study"})
    play.look_at_all("doi")
    play.world.on(DAY, "doi", JOURNAL_DOI, None)
    for _ in range(2):
        play.look_at_all("doi")
    assert "link_dead" not in reasons_of(play.sessions, JOURNAL_KEY)
    play.world.pass_days()
    play.look_at_all("doi")
    assert "link_dead" not in reasons_of(play.sessions, JOURNAL_KEY)
    play.world.pass_days()
    play.look_at_all("doi")
    assert ("link_dead", "2026-11-22") in flags_of(play.sessions, JOURNAL_KEY)
    play.world.on(play.world.day, "doi", JOURNAL_DOI, {"url": "https://publisher.example/study"})
    play.look_at_all("doi")
    assert "link_dead" not in reasons_of(play.sessions, JOURNAL_KEY)


def test_a_failure_in_between_tells_no_second_time_of_a_dead_link(play: Play) -> None:
    play.world.on("2018-05-01", "doi", JOURNAL_DOI, {"url": "https://publisher.example/study"})
    play.world.on(DAY, "doi", JOURNAL_DOI, None)
    play.world.outages.append(Outage("doi", DAY + timedelta(days=3), DAY + timedelta(days=3)))
    for _ in range(8):
        play.look_at_all("doi")
        play.world.pass_days()
    assert reasons_of(play.sessions, JOURNAL_KEY).count("link_dead") == 1


def test_an_article_that_pubmed_lacks_is_no_dead_link(play: Play) -> None:
    for _ in range(4):
        (looked,) = play.look_at_all("pubmed")
        assert (looked.saw, looked.reasons) == (False, ())
        play.world.pass_days(2)
    assert "link_dead" not in reasons_of(play.sessions, JOURNAL_KEY)


def test_an_article_with_a_successor_is_superseded_by_a_version_with_its_doi(play: Play) -> None:
    after = {"updated-by": [notice("new_version", "10.1000/study2", "2026-02-01")]}
    play.world.on(DAY, "crossref", JOURNAL_DOI, after)
    (looked,) = play.look_at_all("crossref")
    assert looked.reasons == ("superseded_major",)
    assert ("superseded_major", "2026-02-01") in flags_of(play.sessions, JOURNAL_KEY)
    play.world.pass_days(7)
    assert [one.reasons for one in play.look_at_all("crossref")] == [()]
    with play.sessions.read() as session:
        dois = session.exec(select(SourceVersion.doi).where(SourceVersion.doi != "")).all()
    assert sorted(dois) == [JOURNAL_DOI, "10.1000/study2"]


def test_the_same_retraction_from_two_registries_is_one(play: Play) -> None:
    row = notice("retraction", "10.1000/notice", "2026-03-02")
    play.world.on(DAY, "crossref", JOURNAL_DOI, {"updated-by": [row]})
    comment = ("RetractionIn", "Lancet. 2026 Mar 5;407:1. doi: 10.1000/notice", "99")
    said = {"doi": JOURNAL_DOI, "title": "A study of sarcoma drugs", "comments": [comment]}
    play.world.on(DAY, "pubmed", "1234", said)
    play.look_at_all("crossref")
    (looked,) = play.look_at_all("pubmed")
    assert ("retraction" in looked.notices, looked.reasons) == (True, ())
    assert reasons_of(play.sessions, JOURNAL_KEY).count("retracted") == 1


def test_a_watcher_with_a_bug_waits_an_hour_and_the_others_go_on(
    play: Play, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_watched: Watched, _client: Client) -> Sighting:
        raise ZeroDivisionError

    watchers = dict(WATCHERS) | {"awmf": replace(WATCHERS["awmf"], look=broken)}
    monkeypatch.setattr("jobs.check_sources.WATCHERS", watchers)
    looked = {one.registry: one.outcome for one in play.look_at_all()}
    assert (looked["awmf"], looked["crossref"]) == ("bug", "ok")
    assert "ZeroDivisionError" in caplog.text
    with play.sessions.read() as session:
        watch = watch_of(session, AWMF, "awmf")
        assert (watch.next_look_at, watch.last_look_at) == (moment(DAY, 11).now + timedelta(hours=1), None)


def test_what_was_seen_is_kept_with_the_answer_and_pruned_but_for_the_newest(play: Play) -> None:
    play.look_at_all("awmf")
    play.world.pass_days(200)
    play.world.on(play.world.day, "awmf", NUMBER, ours(version="1.2"))
    play.look_at_all("awmf")
    with play.sessions.write() as session:
        assert prune_answers(session, moment(play.world.day).now + timedelta(days=1)) == 1
        kept = session.exec(select(RawAnswer)).all()
        assert len(kept) == 1
        assert NUMBER.encode() in zlib.decompress(kept[0].body)
    assert len(observations(play.sessions, "awmf")) == 2


@pytest.mark.parametrize("status, why, dead", [
    (404, "look.page_missing", True), (410, "look.page_gone", True), (None, "look.unknown_host", True),
    (200, "look.page_shell", False), (200, "look.page_home", False), (200, "look.page_says_missing", False),
])  # fmt: skip
def test_only_a_missing_page_or_host_counts_as_dead(status: int | None, why: str, dead: bool) -> None:
    assert says_dead(WatchError(LookOutcome.NOT_FOUND, why, status=status)) is dead
    assert WATCHERS["page"].is_link
