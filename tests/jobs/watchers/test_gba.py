"""G-BA: decisions by substance, each by its number, out of one large file."""

from pathlib import Path

import pytest

from citations.kinds import LookOutcome, NoticeKind, SourceKind
from citations.verdicts import judge
from jobs.watchers import gba
from jobs.watchers.contract import Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.world import World

SAMPLE = Path(__file__).parents[2] / "answers" / "gba" / "beschluss-info.synthetic.xml"


def _watched(name: str) -> Watched:
    return Watched(1, name, SourceKind.GBA_DECISION, "Nutzenbewertung", substances=(name,))


def _decision(product: str, *substances: str, on: str = "2024-07-04", indication: str = "Sarkom") -> dict[str, object]:
    return {"product": product, "substances": list(substances), "on": on, "indication": indication}


def test_a_new_decision_is_a_notice_with_day_and_indication(world: World, play: Play) -> None:
    world.on("2024-07-15", "gba", "2024-01-15-D-001", _decision("Yondelis", "Trabectedin"))
    world.on("2024-07-15", "gba", "2024-01-15-D-002", _decision("Tyverb", "Lapatinib"))
    before = gba.look(_watched("trabectedin"), play())
    (notice,) = before.notices
    assert (notice.kind, notice.key, notice.on) == (NoticeKind.DECISION, "2024-01-15-D-001", "2024-07-04")
    assert notice.label == "Yondelis (Trabectedin): Sarkom"
    world.on("2026-12-01", "gba", "2026-06-01-D-003", _decision("Yondelis", "Trabectedin", on="2026-11-19"))
    world.pass_days(11)
    after = gba.look(_watched("trabectedin"), play())
    verdict = judge(before, after, today="2026-12-01")
    assert [(one.key, one.on) for one in verdict.happenings if one.key != notice.key] == [
        ("2026-06-01-D-003", "2026-11-19")
    ]


def test_a_long_indication_is_cut_at_a_word(world: World, play: Play) -> None:
    decision = _decision("A", "imatinib", indication="Erwachsene mit einem Tumor " * 40)
    world.on("2024-07-15", "gba", "1", decision)
    (notice,) = gba.look(_watched("imatinib"), play()).notices
    assert len(notice.label) < 450
    assert notice.label.endswith(" …")


@pytest.mark.parametrize("oddity", ["html", "broken"])
def test_a_file_that_is_none_or_breaks_off_is_not_understood(world: World, play: Play, oddity: str) -> None:
    world.on("2024-07-15", "gba", "1", _decision("Glivec", "imatinib"))
    world.on("2024-07-15", "gba", oddity, True)
    with pytest.raises(WatchError) as caught:
        gba.look(_watched("imatinib"), play())
    assert caught.value.outcome is LookOutcome.PARSE_FAILED


def test_a_file_without_decisions_is_not_understood(play: Play) -> None:
    with pytest.raises(WatchError) as caught:
        gba.look(_watched("imatinib"), play())
    assert (caught.value.outcome, caught.value.why) == (LookOutcome.PARSE_FAILED, "look.gba_no_decisions")


def test_the_file_is_fetched_once_for_all_sources(world: World, play: Play) -> None:
    world.on("2024-07-15", "gba", "1", _decision("Glivec", "imatinib"))
    client = play()
    assert [len(gba.look(_watched(name), client).notices) for name in ("imatinib", "ifosfamid")] == [1, 0]
    assert len(world.calls) == 1


def test_the_recorded_form_is_read() -> None:
    (decision,) = gba._decisions(SAMPLE.read_bytes(), "https://gba.example")
    assert decision.number == "2024-01-15-D-999"
    assert decision.on == "2024-07-04"
    assert decision.substances == ("Testwirkstoff",)
    assert decision.indication == "Weichteilsarkom"


@pytest.mark.slow
def test_the_file_may_be_larger_than_anything_else_may(world: World, play: Play) -> None:
    world.on("2024-07-15", "gba", "1", _decision("Glivec", "imatinib", indication="Tumor " * 4_000_000))
    world.on("2024-07-15", "gba", "2", _decision("Yondelis", "Trabectedin"))
    (notice,) = gba.look(_watched("trabectedin"), play()).notices
    assert notice.key == "2"
