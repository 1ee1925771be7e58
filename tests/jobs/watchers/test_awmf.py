"""The guideline register: what a record says on a day, what a change looks like, and what is no answer at all."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from citations.kinds import Certainty, Lifecycle, LookOutcome, NoticeKind, Reason, SourceKind
from citations.sightings import Edition, Sighting
from citations.verdicts import judge
from jobs.watchers import awmf
from jobs.watchers.contract import Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.awmf import KEY, SHELL, file, guideline, registration
from tests.registries.world import World

NUMBER, NAME = "032-044OL", "Adulte Weichgewebesarkome"
PLAIN = guideline(NUMBER, NAME, version="1.1", stand="07.09.2021", until="06.09.2030", released="30.06.2022")


def _look(play: Play, number: str = NUMBER, before: Sighting | None = None, **fields: object) -> Sighting:
    kind = fields.get("kind", SourceKind.AWMF_GUIDELINE)
    assert isinstance(kind, SourceKind)
    watched = Watched(1, number, kind, NAME, etag=before.etag if before else "", before=before)
    return awmf.look(watched, play(awmf=KEY))


def _calls(world: World, call: str) -> list[str]:
    return [path for _, _, path in world.calls if path.startswith(f"/awmf/{call}")]


def _failed(play: Play, number: str = NUMBER) -> WatchError:
    with pytest.raises(WatchError) as caught:
        _look(play, number)
    return caught.value


def test_a_record_says_version_stand_end_and_documents(world: World, play: Play) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN)
    seen = _look(play)
    assert (seen.title, seen.version_label, seen.version_date) == (NAME, "1.1", "2021-09-07")
    assert (seen.valid_until, seen.released_on, seen.lifecycle) == ("2030-09-06", "2022-06-30", Lifecycle.CURRENT)
    assert (seen.warnings, seen.notices, seen.status_text) == ((), (), "ohne")
    assert seen.documents[0].role == "long_version"
    assert seen.documents[0].url.endswith(f"/assets/guidelines/{NUMBER}l_S3_Titel_2022-06.pdf")
    assert seen.url == "https://register.awmf.org/de/leitlinien/detail/032-044OL"
    assert seen.reference is not None
    assert (seen.reference.awmf_number, seen.reference.guideline_class) == ("032/044OL", "S3")
    assert seen.reference.organisations[0].bracket == ("DKG",)


@pytest.mark.parametrize("today, lifecycle", [("2026-09-06", Lifecycle.CURRENT), ("2026-09-07", Lifecycle.EXPIRED)])
def test_the_last_valid_day_is_valid(world: World, play: Play, today: str, lifecycle: Lifecycle) -> None:
    world.day = date.fromisoformat(today)
    world.on("2022-07-01", "awmf", NUMBER, PLAIN | {"validUntilDate": "06.09.2026"})
    assert _look(play).lifecycle is lifecycle


def test_the_whole_list_is_asked_once_in_a_run_and_a_number_only_where_it_changed(world: World, play: Play) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN)
    world.on("2022-07-01", "awmf", "015-074", guideline("015-074", "Uterine Sarkome", stand="01.06.2024"))
    client = play(awmf=KEY)
    first = awmf.look(Watched(1, NUMBER, SourceKind.AWMF_GUIDELINE, ""), client)
    awmf.look(Watched(2, "015-074", SourceKind.AWMF_GUIDELINE, ""), client)
    assert (len(_calls(world, "list")), len(_calls(world, "get"))) == (1, 2)
    again = _look(play, before=first)
    assert len(_calls(world, "get")) == 2
    assert again == replace(first, outcome=LookOutcome.NOT_MODIFIED)


def test_a_record_that_did_not_change_still_expires_on_its_day(world: World, play: Play) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN | {"validUntilDate": "06.09.2026"})
    world.day = date(2026, 9, 6)
    first = _look(play)
    world.pass_days(1)
    assert (_look(play, before=first).outcome, _look(play, before=first).lifecycle) == (
        LookOutcome.OK, Lifecycle.EXPIRED,
    )  # fmt: skip


def test_a_new_version_is_told_by_its_stand_and_number(world: World, play: Play) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN)
    first = _look(play)
    world.on("2026-11-01", "awmf", NUMBER, PLAIN | {"lastEdit": "15.10.2026", "versionMajor": "2", "versionMinor": "0"})
    second = _look(play, before=first)
    verdict = judge(first, second, today="2026-11-20")
    assert (verdict.version, verdict.stand, verdict.happenings) == ("2.0", "2026-10-15", ())


def test_a_registration_makes_the_guideline_under_revision_and_is_told_once(world: World, play: Play) -> None:
    update = registration(NUMBER, NAME, start="01.09.2026", planned="31.12.2027")
    world.on("2026-10-01", "awmf", NUMBER, [update, PLAIN])
    seen = _look(play)
    notice = seen.notices[0]
    assert (seen.lifecycle, seen.version_label) == (Lifecycle.UNDER_REVISION, "1.1")
    assert (notice.kind, notice.on) == (NoticeKind.REGISTRATION, "2026-09-01")
    assert notice.label == "Überarbeitung, Geplante Fertigstellung 31.12.2027"
    assert seen.facts["planned_completion"] == "2027-12-31"
    world.on("2026-10-02", "awmf", NUMBER, [PLAIN | {"AWMFReleaseType": "Überarbeitung"}, update])
    assert _look(play).notices[0].key == notice.key
    assert [one.reason for one in judge(None, seen, today="2026-11-20").happenings] == [Reason.UNDER_REVISION]


@pytest.mark.parametrize(
    "fields",
    [
        {"AWMFReleaseType": "Überarbeitung"},
        {"links": [{"href": "https://www.awmf.org/leitlinien/detail/anmeldung/1/ll/032-044OL.html",
                    "title": "Anmeldung Update Weichgewebesarkome", "type": "practiceGuidance"}]},
    ],
)  # fmt: skip
def test_a_release_type_or_a_link_to_a_registration_is_a_sign_as_well(
    world: World, play: Play, fields: dict[str, object]
) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN | fields)
    seen = _look(play)
    assert (seen.lifecycle, [one.kind for one in seen.notices]) == (Lifecycle.UNDER_REVISION, [NoticeKind.REGISTRATION])


def test_the_registration_that_led_to_this_very_version_is_no_update(world: World, play: Play) -> None:
    old = registration(NUMBER, NAME, start="01.07.2016", planned="31.07.2019", AWMFReleaseType="Neuanmeldung")
    world.on("2022-07-01", "awmf", NUMBER, [PLAIN, old])
    assert (_look(play).lifecycle, _look(play).notices) == (Lifecycle.CURRENT, ())


def test_what_is_only_registered_is_announced(world: World, play: Play) -> None:
    world.on("2022-07-01", "awmf", NUMBER, registration(NUMBER, NAME, start="01.07.2026", planned="31.07.2028"))
    seen = _look(play)
    assert (seen.lifecycle, seen.version_label, seen.valid_until) == (Lifecycle.ANNOUNCED, "", "")


@pytest.mark.parametrize("version, told", [(("1,0", ""), "1,0"), (("", "2"), "2"), (("v1", "0"), "v1.0")])
def test_a_version_that_is_not_clean_is_kept_in_its_own_words_and_never_taken(
    world: World, play: Play, version: tuple[str, str], told: str
) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN | {"versionMajor": version[0], "versionMinor": version[1]})
    seen = _look(play)
    assert (seen.version_label, seen.facts["version"], seen.warnings) == ("", told, ("warning.dirty_version",))


@pytest.mark.parametrize(
    "name, until, warned, lifecycle",
    [
        ("032-044OLl_S3_X_2022-06-abgelaufen.pdf", "06.09.2030", True, Lifecycle.CURRENT),
        ("032-044OLl_S3_X_2022-06-abgelaufen.pdf", "06.09.2025", False, Lifecycle.EXPIRED),
        ("032-044OLl_S3_X_2022-06-abgelaufen.pdf", "", False, Lifecycle.EXPIRED),
        ("063-001l_S3_SBAS_2023-01_verlaengert_und_Hinweis.pdf", "22.12.2021", True, Lifecycle.EXPIRED),
        ("032-044OLl_S3_X_2026-01-verlaengert.pdf", "06.09.2030", False, Lifecycle.CURRENT),
    ],
)
def test_a_file_name_that_contradicts_the_dates_is_said_and_the_dates_decide(
    world: World, play: Play, name: str, until: str, warned: bool, lifecycle: Lifecycle
) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN | {"links": [file(name)], "validUntilDate": until})
    seen = _look(play)
    assert ("warning.contradiction_validity" in seen.warnings, seen.lifecycle) == (warned, lifecycle)
    assert [one.kind for one in seen.notices] == ([NoticeKind.EXTENSION] if "verlaengert" in name else [])


def test_a_file_exchanged_without_a_new_stand_is_a_change_of_content_told_by_its_name(world: World, play: Play) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN)
    first = _look(play)
    renamed = PLAIN | {"links": [file(f"{NUMBER}l_S3_Titel_2022-06-abgelaufen.pdf")]}
    world.on("2022-07-01", "awmf", NUMBER, renamed)
    assert [one.kind for one in _look(play, before=first).notices] == []
    world.on("2022-07-01", "awmf", NUMBER, PLAIN | {"links": [file(f"{NUMBER}l_S3_Titel_2022-09.pdf")]})
    second = _look(play, before=first)
    assert [(one.kind, one.key) for one in second.notices] == [
        (NoticeKind.FILE_EXCHANGED, f"file:{NUMBER}l_S3_Titel_2022-09.pdf")
    ]
    assert [one.reason for one in judge(first, second, today="2026-11-20").happenings] == [Reason.CONTENT_CHANGED]


def test_a_number_that_vanished_is_unlisted_and_not_withdrawn(world: World, play: Play) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN)
    world.on("2022-07-01", "awmf", "015-074", guideline("015-074", "Uterine Sarkome"))
    first = _look(play)
    world.on("2022-07-01", "awmf", NUMBER, None)
    second = _look(play, before=first)
    assert (second.lifecycle, second.outcome) == (Lifecycle.UNLISTED, LookOutcome.OK)
    verdict = judge(first, second, today="2026-11-20")
    assert (verdict.status, verdict.happenings) == (None, ())
    assert _look(play, before=second).lifecycle is Lifecycle.UNLISTED


def test_a_number_that_never_was_there_is_missing_and_one_with_another_suffix_is_named(
    world: World, play: Play
) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN)
    assert (_failed(play, "999-001").outcome, _failed(play, "999-001").why) == (
        LookOutcome.NOT_FOUND, "look.awmf_missing",
    )  # fmt: skip
    assert (_failed(play, "032-044").why, _failed(play, "032-044").facts["near"]) == ("look.awmf_suffix", NUMBER)


def test_without_a_key_nobody_asks_and_the_page_to_open_is_named(world: World, play: Play) -> None:
    with pytest.raises(WatchError) as caught:
        awmf.look(Watched(1, NUMBER, SourceKind.AWMF_GUIDELINE, ""), play())
    assert (caught.value.outcome, caught.value.why) == (LookOutcome.SKIPPED, "look.awmf_no_key")
    assert caught.value.facts["url"] == awmf.WATCHER.page(NUMBER)
    assert world.calls == []


@pytest.mark.parametrize("status", [200, 400, 401, 403])
def test_a_key_that_is_refused_is_told_whatever_the_status(world: World, play: Play, status: int) -> None:
    world.on("2022-07-01", "awmf", "refusal", status)
    with pytest.raises(WatchError) as caught:
        awmf.look(Watched(1, NUMBER, SourceKind.AWMF_GUIDELINE, ""), play(awmf="wrong"))
    assert caught.value.outcome is LookOutcome.UNAUTHORIZED


@pytest.mark.parametrize(
    "status, body",
    [
        (200, SHELL),
        (200, b""),
        (200, b"[]"),
        (200, b'{"records": []}'),
        (200, b"[" * 100_000),
        (404, b"{}"),
        (200, b"{"),
    ],
)
def test_an_answer_that_is_not_understood_is_never_unchanged(
    world: World, play: Play, status: int, body: bytes
) -> None:
    world.on("2022-07-01", "awmf", "answer", (status, body))
    assert _failed(play).outcome is LookOutcome.PARSE_FAILED


@pytest.mark.parametrize("field", ["lastEdit", "validUntilDate"])
@pytest.mark.parametrize("words", ["demnächst", "31.02.2027", "2027/01/01"])
def test_a_date_nobody_can_read_is_no_answer(world: World, play: Play, field: str, words: str) -> None:
    world.on("2022-07-01", "awmf", NUMBER, PLAIN | {field: words})
    assert (_failed(play).outcome, _failed(play).facts["words"]) == (LookOutcome.PARSE_FAILED, words)


def test_a_patient_version_has_its_own_file_and_no_validity(world: World, play: Play) -> None:
    own = file(f"{NUMBER}p_S3_Titel_2023-01.pdf", "patientGuideline", releaseDate="2023-01-21T15:55:39", title=None)
    world.on("2022-07-01", "awmf", NUMBER, PLAIN | {"links": [file(f"{NUMBER}l_S3_Titel.pdf"), own]})
    seen = _look(play, kind=SourceKind.AWMF_PATIENT_GUIDELINE)
    assert (seen.version_date, seen.valid_until, seen.version_label) == ("2023-01-21", "", "")
    assert [one.role for one in seen.documents] == ["patient_version"]


def test_candidates_for_a_title_come_from_the_search_page_by_page(world: World, play: Play) -> None:
    world.on("2022-07-01", "awmf", "128-001OL", guideline("128-001OL", "Palliativmedizin für Patienten mit Krebs"))
    world.on("2022-07-01", "awmf", "032-051OL", guideline(
        "032-051OL", "Psychoonkologische Diagnostik, Beratung und Behandlung", titleKeywords="Psychoonkologie",
    ))  # fmt: skip
    world.on("2022-07-01", "awmf", "032-099", registration("032-099", "Palliativmedizin der Zukunft"))
    world.on("2022-07-01", "awmf", "001-001", guideline("001-001", "Antimikrobielle Therapie"))
    found = awmf.candidates("S3-Leitlinie Palliativmedizin", play(awmf=KEY))
    assert [(one.value, one.certainty) for one in found] == [("128-001OL", Certainty.CANDIDATE)]
    assert [one.value for one in awmf.candidates("Psychoonkologie", play(awmf=KEY))] == ["032-051OL"]
    assert awmf.candidates("Supportive Therapie", play(awmf=KEY)) == ()
    assert awmf.candidates("S3-Leitlinie", play(awmf=KEY)) == ()
    assert [parse_qs(urlsplit(path).query)["offset"] for path in _calls(world, "search")[:2]] == [["0"], ["50"]]


def test_records_of_earlier_versions_are_editions_and_never_fight_the_newest(world: World, play: Play) -> None:
    old = PLAIN | {"versionMajor": "1", "versionMinor": "0", "lastEdit": "01.03.2015", "validUntilDate": "28.02.2020"}
    nameless = old | {"versionMajor": "", "versionMinor": "", "lastEdit": "01.03.2010"}
    for records in ([PLAIN, old, nameless], [nameless, old, PLAIN]):
        world.on("2022-07-01", "awmf", NUMBER, records)
        seen = _look(play)
        assert seen.version_label == "1.1"
        assert seen.editions == (Edition("1.0", "2015-03-01", "2020-02-28"),)
