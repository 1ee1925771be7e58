"""Reasons, refusals and notices in words: the examples of the domain sheet, and every reason with any facts."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.kinds import Reason
from service.wording import explain, missing, notice, queue_line, refusal, short
from service.words import LANGUAGES, translator

TODAY = date(2026, 11, 20)
DE = translator("de", strict=True)
EN = translator("en", strict=True)


@dataclass
class Row:
    """A row of the queue as the domain sheet shows it."""

    reason: str = "expired"
    facts: dict[str, str] = field(default_factory=lambda: {"valid_until": "2026-09-06", "origin": "register"})
    due_on: date = date(2026, 9, 7)
    overdue_days: int = 74
    priority: int | None = 73
    band: str | None = "A"
    harm: str = "H3"
    source_name: str = "S3 032/044OL"
    time_words: tuple[str, ...] = ("bislang",)
    only_support: bool = True
    text: str = ""


def test_a_line_of_the_queue_reads_as_the_domain_sheet_says() -> None:
    said = "A 73 | abgelaufen seit 74 Tagen (S3 032/044OL) | Therapieaussage | keine andere gültige Quelle | „bislang“"
    assert queue_line(DE, Row()) == said


def test_what_does_not_hold_is_left_out_of_the_line() -> None:
    row = Row(source_name="", time_words=(), only_support=False, harm="H1", text="Ein Satz.")
    assert queue_line(EN, row) == "A 73 | expired for 74 days | Background | Ein Satz."


@pytest.mark.parametrize(
    "reason, facts, since, said",
    [
        ("expired", {"valid_until": "2026-09-06", "origin": "register"}, "2026-09-07", "abgelaufen seit 74 Tagen"),
        ("expired", {"kept_on": "2026-05-20"}, "2026-11-20", "behalten, obwohl abgelaufen; wieder fällig seit heute"),
        ("superseded_major", {"from": "1", "to": "2.0"}, "2026-11-19", "neue Version 2.0 seit einem Tag"),
        (
            "reference_incomplete",
            {"missing": "version|stand,url"},
            "2026-11-20",
            "es fehlt: Version oder Stand, Adresse",
        ),
        (
            "claim_lapsed",
            {"words": "heuer", "undated": "1"},
            "2026-11-20",
            "kündigt etwas ohne Datum an, offen seit heute",
        ),
        ("review_due", {"reviewed_on": "2025-01-01", "months": "12"}, "2026-11-22", "zu prüfen in 2 Tagen"),
    ],
)
def test_a_reason_is_said_in_short(reason: str, facts: dict[str, str], since: str, said: str) -> None:
    assert short(DE, reason, facts, date.fromisoformat(since), TODAY) == said


def test_a_reason_is_explained_with_its_days_and_its_origin() -> None:
    facts = {"valid_until": "2026-09-06", "origin": "register", "parent": "Weichgewebe"}
    said = explain(DE, "expired", facts, date(2026, 9, 7), TODAY, source="Patientenleitlinie")
    assert said == (
        "Patientenleitlinie: Die Quelle war bis 06.09.2026 gültig (laut Register) und ist seit 74 Tagen abgelaufen. "
        "Das gilt für die Leitlinie „Weichgewebe“, die hier für Patienten wiedergegeben wird."
    )


def test_an_access_taken_from_the_page_says_so() -> None:
    facts = {"accessed": "2025-03-14", "months": "12", "inferred": "1"}
    said = explain(DE, "access_stale", facts, date(2026, 3, 14), TODAY)
    assert "gezählt wird vom jüngsten Abruf der Seite, 14.03.2025" in said


def test_where_counting_began_is_not_confused_with_how_long_it_is_due() -> None:
    said = explain(DE, "reassess_due", {"since": "2022-06", "months": "36"}, date(2025, 6, 1), TODAY)
    assert "von 06/2022; nach 36 Monaten" in said
    assert said.endswith("fällig seit 537 Tagen.")


@given(
    st.sampled_from(Reason),
    st.dictionaries(
        st.sampled_from(["valid_until", "since", "missing", "months", "words", "parent", "note", "undated", "x"]),
        st.text(),
    ),
    st.integers(-4000, 4000),
    st.sampled_from(LANGUAGES),
)
def test_no_facts_can_break_a_sentence(reason: Reason, facts: dict[str, str], days: int, language: str) -> None:
    t = translator(language, strict=True)
    assert explain(t, reason, facts, TODAY - timedelta(days=days), TODAY)
    assert short(t, reason, facts, TODAY - timedelta(days=days), TODAY)


def test_a_refusal_writes_out_days_and_reasons() -> None:
    assert "20.03.2027" in refusal(DE, "refused.defer_days", {"most": 90, "until": "2027-03-20"})
    assert "Quelle zurückgezogen" in refusal(DE, "refused.confirm_retracted", {"reason": "withdrawn"})


def test_a_conflict_says_who_decided_what_and_when() -> None:
    facts = {"who": "Anna", "decision": "confirmed", "at": "2026-11-20T08:30:00+00:00", "note": "", "closed": 0}
    said = refusal(DE, "conflict.reviewed", facts)
    assert said.startswith("Inzwischen hat Anna entschieden: bestätigt (20.11.2026, 09:30). Begründung: –.")
    assert "2 geschlossen" in refusal(DE, "conflict.reviewed", facts | {"who": "", "closed": 2})


def test_a_notice_keeps_its_detail() -> None:
    assert "„main > p“" in notice(DE, "profile_no_longer_matches:main > p")
    assert notice(EN, "no_source_list") == "No list of sources was found on the page."


def test_missing_details_are_listed_in_words() -> None:
    assert missing(EN, "authors|group_author|organisations,year") == (
        "authors or group of authors or organisation, year"
    )
