"""EMA: states of medicines, revisions and safety letters, out of tables in both of their forms."""

from pathlib import Path

import pytest

from citations.kinds import Lifecycle, LookOutcome, NoticeKind, Reason, SourceKind, Status
from citations.sightings import Sighting
from citations.verdicts import judge
from jobs.watchers import ema
from jobs.watchers.contract import Answer, Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.world import Outage, World

ANSWERS = Path(__file__).parents[2] / "answers" / "ema"
LARTRUVO, VOTRIENT, HALAVEN = "EMEA/H/C/004216", "EMEA/H/C/001141", "EMEA/H/C/002084"


def _watched(key: str, *substances: str, title: str = "Produktinformation") -> Watched:
    return Watched(1, key, SourceKind.DRUG_LABEL, title, substances=substances)


def _row(name: str, substance: str, **more: str) -> dict[str, object]:
    told: dict[str, object] = {"revision_number": "9", "last_updated_date": "14/07/2026"}
    return {"name_of_medicine": name, "active_substance": substance} | told | more


def _look(play: Play, watched: Watched) -> Sighting:
    return ema.look(watched, play())


def _failure(play: Play, watched: Watched) -> WatchError:
    with pytest.raises(WatchError) as caught:
        _look(play, watched)
    return caught.value


def test_a_key_is_number_page_or_substance() -> None:
    label = SourceKind.DRUG_LABEL
    assert ema.key_of(label, {"ema": "emea/h/c/001141"}, "") == VOTRIENT
    page = "https://www.ema.europa.eu/en/medicines/human/EPAR/votrient"
    assert ema.key_of(label, {"url": "x"}, page) == "votrient"
    assert ema.key_of(label, {"substance": "pazopanib"}, "https://fachinfo.de/") == "pazopanib"
    assert ema.key_of(label, {}, "https://www.ema.europa.eu/") == ""


@pytest.mark.parametrize("bare", [True, False])
def test_a_medicine_is_found_by_number_page_and_substance(world: World, play: Play, bare: bool) -> None:
    world.on("2026-01-01", "ema", "bare", bare)
    world.on("2026-01-01", "ema", VOTRIENT, _row("Votrient", "pazopanib hydrochloride"))
    world.on("2026-01-01", "ema", LARTRUVO, _row("Lartruvo", "olaratumab"))
    by_title = _watched("pazopanib", "pazopanib", title="Fachinformation Votrient 200 mg")
    for watched in (_watched(VOTRIENT), _watched("votrient"), by_title):
        seen = _look(play, watched)
        assert (seen.title, seen.version_label, seen.version_date) == ("Votrient", "9", "2026-07-14")
        assert (seen.lifecycle, seen.status_text) == (Lifecycle.CURRENT, "Authorised")


def test_what_is_known_by_its_substance_alone_takes_no_version_of_another_product(world: World, play: Play) -> None:
    world.on("2026-01-01", "ema", VOTRIENT, _row("Votrient", "pazopanib hydrochloride"))
    generic = _watched("pazopanib", "pazopanib", title="Fachinformation Pazopanib Muster 200 mg")
    before = _look(play, generic)
    revised = _row("Votrient", "pazopanib hydrochloride", revision_number="10", therapeutic_indication="Neu")
    world.on("2026-11-25", "ema", VOTRIENT, revised)
    world.pass_days(5)
    after = _look(play, generic)
    assert (before.title, before.lifecycle) == ("Votrient", Lifecycle.CURRENT)
    assert (after.version_label, after.version_date, after.content_hash) == ("", "", "")
    verdict = judge(before, after, today="2026-11-25")
    assert (verdict.status, verdict.happenings) == (None, ())


@pytest.mark.parametrize(
    "status, lifecycle",
    [
        ("Withdrawn", Lifecycle.WITHDRAWN),
        ("Suspended", Lifecycle.WITHDRAWN),
        ("Revoked", Lifecycle.WITHDRAWN),
        ("Lapsed", Lifecycle.EXPIRED),
        ("Refused", Lifecycle.UNKNOWN),
        ("Something new", Lifecycle.UNKNOWN),
    ],
)
def test_a_status_keeps_its_words(world: World, play: Play, status: str, lifecycle: Lifecycle) -> None:
    world.on("2026-01-01", "ema", LARTRUVO, _row("Lartruvo", "olaratumab", medicine_status=status))
    seen = _look(play, _watched(LARTRUVO))
    assert (seen.lifecycle, seen.status_text) == (lifecycle, status)


def test_a_withdrawal_is_told_with_its_day_and_once(world: World, play: Play) -> None:
    world.on("2026-01-01", "ema", LARTRUVO, _row("Lartruvo", "olaratumab"))
    before = _look(play, _watched(LARTRUVO))
    day = {"withdrawal_of_marketing_authorisation_date": "19/07/2026"}
    world.on("2026-11-25", "ema", LARTRUVO, _row("Lartruvo", "olaratumab", medicine_status="Withdrawn", **day))
    world.pass_days(5)
    after = _look(play, _watched(LARTRUVO))
    verdict = judge(before, after, today="2026-11-25")
    assert after.status_text == "Withdrawn (2026-07-19)"
    assert (verdict.stated, verdict.status, verdict.happenings) == (True, Status.WITHDRAWN, ())


def test_one_medicine_left_keeps_a_substance_authorised(world: World, play: Play) -> None:
    world.on("2026-01-01", "ema", "EMEA/H/C/000001", _row("Caelyx", "doxorubicin hydrochloride"))
    withdrawn = _row("Dox-Test", "doxorubicin", medicine_status="Withdrawn")
    world.on("2026-01-01", "ema", "EMEA/H/C/000002", withdrawn)
    seen = _look(play, _watched("doxorubicin", "doxorubicin"))
    assert seen.lifecycle is Lifecycle.CURRENT
    assert seen.status_text == "Caelyx: Authorised; Dox-Test: Withdrawn"
    label = _watched("doxorubicin", "doxorubicin", title="Fachinformation Dox-Test 2 mg/ml")
    assert _look(play, label).lifecycle is Lifecycle.WITHDRAWN


def test_a_row_that_is_gone_proves_nothing(world: World, play: Play) -> None:
    world.on("2026-01-01", "ema", LARTRUVO, _row("Lartruvo", "olaratumab"))
    before = _look(play, _watched(LARTRUVO))
    world.on("2026-11-21", "ema", LARTRUVO, None)
    world.pass_days()
    after = _look(play, _watched(LARTRUVO))
    assert after.lifecycle is Lifecycle.UNLISTED
    verdict = judge(before, after, today="2026-11-21")
    assert (verdict.status, verdict.happenings) == (None, ())


def test_a_safety_letter_is_known_by_its_address(world: World, play: Play) -> None:
    world.on("2026-01-01", "ema", VOTRIENT, _row("Votrient", "pazopanib"))
    letter = {"name_of_medicine": "Votrient", "active_substances": "pazopanib", "dissemination_date": "12/06/2026"}
    world.on("2026-06-12", "ema", "dhpc/votrient", letter | {"dhpc_type": "Adverse event"})
    world.on(
        "2026-06-12", "ema", "dhpc/tyverb", letter | {"name_of_medicine": "Tyverb", "active_substances": "lapatinib"}
    )
    for watched in (_watched(VOTRIENT), _watched("pazopanib", "pazopanib")):
        (notice,) = _look(play, watched).notices
        assert (notice.kind, notice.on) == (NoticeKind.SAFETY_LETTER, "2026-06-12")
        assert notice.key == notice.url == "https://www.ema.europa.eu/en/medicines/dhpc/votrient"
        assert notice.label == "Votrient, pazopanib, Adverse event"


def test_a_letter_about_a_substance_without_a_row_is_told(world: World, play: Play) -> None:
    world.on("2026-06-12", "ema", "dhpc/ifosfamide", {"active_substances": "ifosfamide"})
    seen = _look(play, _watched("ifosfamid", "ifosfamid"))
    assert seen.lifecycle is Lifecycle.UNLISTED
    assert [notice.kind for notice in seen.notices] == [NoticeKind.SAFETY_LETTER]


def test_a_changed_indication_is_a_changed_text(world: World, play: Play) -> None:
    world.on("2026-01-01", "ema", VOTRIENT, _row("Votrient", "pazopanib", therapeutic_indication="<p>A</p>"))
    before = _look(play, _watched(VOTRIENT))
    world.on("2026-11-21", "ema", VOTRIENT, _row("Votrient", "pazopanib", therapeutic_indication="<p>B</p>"))
    world.pass_days()
    verdict = judge(before, _look(play, _watched(VOTRIENT)), today="2026-11-21")
    assert [one.reason for one in verdict.happenings] == [Reason.CONTENT_CHANGED]


def test_a_table_is_fetched_once_for_all_sources(world: World, play: Play) -> None:
    world.on("2026-01-01", "ema", VOTRIENT, _row("Votrient", "pazopanib"))
    client = play()
    for name in ("pazopanib", "ifosfamid", "trabectedin"):
        ema.look(_watched(name, name), client)
    assert len(world.calls) == 2


def test_an_answer_that_is_no_table_is_not_understood(world: World, play: Play) -> None:
    world.on("2026-01-01", "ema", "html", True)
    assert _failure(play, _watched(VOTRIENT)).outcome is LookOutcome.PARSE_FAILED


@pytest.mark.parametrize(
    "status, outcome",
    [
        (404, LookOutcome.UNAVAILABLE),
        (403, LookOutcome.BLOCKED),
        (429, LookOutcome.RATE_LIMITED),
        (503, LookOutcome.UNAVAILABLE),
    ],
)
def test_a_table_that_is_away_says_nothing_of_a_source(
    world: World, play: Play, status: int, outcome: LookOutcome
) -> None:
    world.outages.append(Outage("ema", world.day, world.day, status))
    assert _failure(play, _watched(VOTRIENT)).outcome is outcome


def test_recorded_tables_are_read() -> None:
    body = (ANSWERS / "medicines.synthetic.json").read_bytes()
    rows = ema._table(Answer(200, "https://ema.example", {}, body), "medicine_status")
    assert [row["name_of_medicine"] for row in rows] == ["Keytruda", "Testsarkomab"]
    letters = ema._table(
        Answer(200, "https://ema.example", {}, (ANSWERS / "dhpc.synthetic.json").read_bytes()), "dhpc_url"
    )
    assert [ema._notice(one).on for one in letters] == ["2026-06-12"]
