"""What a sighting means beside the last one, as a table."""

import pytest

from citations.kinds import Certainty, Lifecycle, NoticeKind, Reason, Status
from citations.sightings import Notice, Pointer, Sighting
from citations.verdicts import Happening, Told, is_news, judge

TODAY = "2026-11-20"


def seen(**fields: object) -> Sighting:
    """Return a sighting."""
    return Sighting("awmf", "032-044OL", **fields)  # type: ignore[arg-type]


def told(kind: NoticeKind, key: str = "x:1", on: str = "2026-03") -> Sighting:
    """Return a sighting with one notice."""
    return seen(notices=(Notice(kind, key, on),))


@pytest.mark.parametrize(
    "kind, reason",
    [
        (NoticeKind.RETRACTION, Reason.RETRACTED),
        (NoticeKind.WITHDRAWAL, Reason.WITHDRAWN),
        (NoticeKind.EXPRESSION_OF_CONCERN, Reason.CONTRADICTED),
        (NoticeKind.ERRATUM, Reason.CORRECTED),
        (NoticeKind.OTHER, Reason.CORRECTED),
        (NoticeKind.FILE_EXCHANGED, Reason.CONTENT_CHANGED),
        (NoticeKind.REGISTRATION, Reason.UNDER_REVISION),
    ],
)
def test_each_notice_gives_its_reason(kind: NoticeKind, reason: Reason) -> None:
    (happening,) = judge(None, told(kind), today=TODAY).happenings
    assert (happening.reason, happening.key, happening.on) == (reason, "x:1", "2026-03")


@pytest.mark.parametrize("kind", [NoticeKind.NEW_VERSION, NoticeKind.EXTENSION, NoticeKind.REINSTATEMENT])
def test_what_comes_with_its_facts_is_no_happening(kind: NoticeKind) -> None:
    assert judge(None, told(kind), today=TODAY).happenings == ()


def test_a_sighting_that_says_nothing_changes_nothing() -> None:
    assert not judge(None, seen(), today=TODAY).changed
    assert not judge(seen(title="a"), seen(title="b"), today=TODAY).changed


@pytest.mark.parametrize("lifecycle", [Lifecycle.UNLISTED, Lifecycle.UNKNOWN, Lifecycle.CURRENT, Lifecycle.ANNOUNCED])
def test_absence_and_rest_are_no_state(lifecycle: Lifecycle) -> None:
    verdict = judge(seen(version_label="1.0"), seen(version_label="1.0", lifecycle=lifecycle), today=TODAY)
    assert not verdict.changed


def test_a_status_without_a_notice_is_a_status_and_with_one_it_is_the_notice() -> None:
    assert judge(None, seen(lifecycle=Lifecycle.WITHDRAWN), today=TODAY).status is Status.WITHDRAWN
    both = seen(lifecycle=Lifecycle.WITHDRAWN, notices=(Notice(NoticeKind.WITHDRAWAL, "w:1"),))
    assert judge(None, both, today=TODAY).status is None


def test_another_text_under_the_same_number_and_stand_has_changed() -> None:
    one, other = (seen(version_label="1.0", content_hash=text * 16) for text in "ab")
    (happening,) = judge(one, other, today=TODAY).happenings
    assert happening.reason is Reason.CONTENT_CHANGED
    newer = seen(version_label="2.0", content_hash="b" * 16)
    assert judge(one, newer, today=TODAY).happenings == ()
    assert judge(None, other, today=TODAY).happenings == ()


def test_a_candidate_is_never_a_successor() -> None:
    offered = Pointer("doi", "10.1/2", Certainty.CANDIDATE)
    verdict = judge(None, seen(successors=(offered,)), today=TODAY)
    assert (verdict.successor, verdict.candidates, verdict.changed) == (None, (offered,), False)
    stated = Pointer("doi", "10.1/3", Certainty.STATED)
    assert judge(None, seen(successors=(offered, stated)), today=TODAY).successor == stated


def _happening(reason: Reason, key: str, on: str = "") -> Happening:
    return Happening(reason, key.partition(":")[0], key, on)


def test_what_is_known_is_not_told_again_whatever_another_registry_calls_it() -> None:
    told = [Told(Reason.CORRECTED, "correction:10.1/e", "2026-04-01")]
    assert not is_news(_happening(Reason.CORRECTED, "erratum:10.1/e"), told)
    assert is_news(_happening(Reason.CORRECTED, "erratum:10.1/f"), told)


def test_there_is_one_retraction_at_a_time() -> None:
    told = [Told(Reason.RETRACTED, "retraction:title")]
    assert not is_news(_happening(Reason.RETRACTED, "retraction:10.1/r", "2030"), told)
    assert is_news(_happening(Reason.WITHDRAWN, "withdrawal:10.1/r"), told)


@pytest.mark.parametrize(
    "on, news", [("", False), ("2026-03-02", False), ("2026", False), ("2026-06", True), ("2026-05-02", True)]
)
def test_after_a_reinstatement_only_a_later_retraction_is_news(on: str, news: bool) -> None:
    told = [Told(Reason.RETRACTED, "retraction:10.1/r", "2026-05-01")]
    assert is_news(_happening(Reason.RETRACTED, "retraction:pmid:7", on), told) is news


def test_several_words_of_one_retraction_are_one_and_the_first_day_counts() -> None:
    rows = (
        Notice(NoticeKind.RETRACTION, "retraction:title"),
        Notice(NoticeKind.RETRACTION, "retraction:10.1/b", "2026-05"),
        Notice(NoticeKind.RETRACTION, "retraction:10.1/a", "2026-03-02"),
    )
    (happening,) = judge(None, seen(notices=rows), today=TODAY).happenings
    assert (happening.key, happening.on) == ("retraction:10.1/a", "2026-03-02")


def test_what_is_announced_after_a_reinstatement_stands() -> None:
    rows = (
        Notice(NoticeKind.RETRACTION, "r:1", "2026-01"), Notice(NoticeKind.REINSTATEMENT, "b:1", "2026-02"),
        Notice(NoticeKind.EXPRESSION_OF_CONCERN, "c:1", "2026-06-01"),
    )  # fmt: skip
    verdict = judge(None, seen(notices=rows), today=TODAY)
    assert [one.key for one in verdict.happenings] == ["c:1"]
    assert verdict.taken_back[Reason.RETRACTED] == "2026-02"


def test_a_reinstatement_takes_back_what_stood_before() -> None:
    rows = (Notice(NoticeKind.RETRACTION, "r:1"), Notice(NoticeKind.REINSTATEMENT, "b:1"))
    verdict = judge(None, seen(notices=rows), today=TODAY)
    assert verdict.happenings == ()
    assert Reason.RETRACTED in verdict.taken_back


def test_an_archived_page_without_a_successor_is_superseded() -> None:
    (happening,) = judge(None, seen(version_date="2019-04", lifecycle=Lifecycle.SUPERSEDED), today=TODAY).happenings
    assert (happening.reason, happening.key) == (Reason.SUPERSEDED_MAJOR, "superseded:2019-04")
