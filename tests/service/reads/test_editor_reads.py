"""What the editor's pages show, and that the number of questions does not grow with what is stored."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import Session, select

from citations.kinds import Decision, SourceKind
from citations.models import Statement, Subject
from citations.policy import DEFAULTS
from jobs.facts import Fact, record_fact
from jobs.refused import UnknownError
from service.acts.review import Verdict, review
from service.acts.sources import source_named
from service.acts.statements import declare_no_source
from service.db import Sessions
from service.reads import source
from service.reads.entry import seen_entry
from service.reads.import_result import import_result
from service.reads.next_item import next_item
from service.reads.outcome import outcome
from service.reads.page import seen_page
from service.reads.page_list import page_stretch
from service.reads.policy import seen_policy
from service.reads.source import seen_source
from service.reads.source_list import source_stretch
from service.reads.statement import seen_statement
from tests.clocks import TODAY
from tests.databases import CountQueries, stocked
from tests.factories import (
    BODY,
    EDITOR,
    GUIDELINE,
    PAGE,
    bound,
    bring_in,
    flag_ids,
    moment,
    statement_with,
)

KEY = "awmf:032-044OL"
LONG = "".join(f"Eine Operation Nummer {number} wird im Zentrum geplant. " for number in range(60))


def test_a_statement_stands_in_its_place(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        statement, subject = bound(session, "Doxorubicin")
        seen = seen_statement(session, statement.id or 0, TODAY)
    assert seen.heading_path == ("Behandlung im Überblick",)
    assert seen.before is not None
    assert seen.before.text == "Behandlung im Überblick"
    assert seen.after is not None
    assert seen.after.text.startswith("Eine Operation")
    assert [(one.version.awmf_number, one.role, one.accessed) for one in seen.cited] == [
        ("032/044OL", "supports", "2025-03-04"),
    ]
    assert [offer.short for offer in seen.offers] == ["Bannasch 2011"]
    assert [one.act for one in seen.history] == ["bind"]
    assert seen.history[0].changes[0].after == "S3 032/044OL"
    assert seen.standing.subject_id == subject.id


@pytest.mark.parametrize("words", ["weichgewebe", "032 / 044OL", "Leitlinienprogramm Onkologie"])
def test_a_source_of_another_page_is_found_to_bind(sessions: Sessions, words: str) -> None:
    with sessions.write() as session:
        bring_in(session, f"{BODY}", url="https://www.example.org/ohne")
        statement = statement_with(session, "Doxorubicin")
        bring_in(session, f"Anderes\nHier steht etwas anderes.\nQuellen\n{GUIDELINE}\n")
        seen = seen_statement(session, statement.id or 0, TODAY, words)
    assert [offer.key for offer in seen.found] == [KEY]


def test_a_derived_end_says_that_it_is_derived(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        version = seen_source(session, KEY).versions[0]
        assert (version.valid_until, version.origin) == (date(2027, 5, 31), "derived")
        record_fact(session, moment(), EDITOR, source_named(session, KEY), Fact(valid_until="2026-09-06"))
        version = seen_source(session, KEY).versions[0]
        assert (version.valid_until, version.origin) == (date(2026, 9, 6), "register")


def test_a_source_says_where_it_is_used_and_what_was_observed(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        bring_in(session, url="https://www.example.org/andere", text=PAGE.replace("Doxorubicin", "Ifosfamid"))
        bound(session, "Doxorubicin")
        source = source_named(session, KEY)
        record_fact(session, moment(), EDITOR, source, Fact(version="2.0", stand="2021"))
        seen = seen_source(session, KEY)
    assert [len(used.uses) for used in seen.used_on] == [2, 1]
    assert [row.outcome for row in seen.observations] == ["conflict"]
    assert [row.on for row in seen.accesses] == ["2025-03-04", "2025-03-04"]
    assert seen.printed == (GUIDELINE,)


def test_coverage_counts_bound_declared_and_open(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        bound(session, "Doxorubicin")
        number = statement_with(session, "Etwa 4").id or 0
        declare_no_source(session, moment(), EDITOR, number, "allgemein bekannt")
        seen = seen_page(session, page_id, TODAY)
        row = page_stretch(session).rows[0]
    assert (seen.total.counted, seen.total.bound, seen.total.declared, seen.total.unbound) == (3, 1, 1, 1)
    assert (row.counted, row.bound, row.declared, row.settled) == (3, 1, 1, 2)
    assert [piece.binding for piece in seen.pieces if piece.kind == "sentence"] == ["bound", "unbound", "declared"]
    assert [group.title for group in seen.groups] == ["Leitlinien", "Fachartikel"]


def test_lost_statements_stand_apart(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        page_id = bring_in(session, PAGE.replace("meist das erste", "oft das erste")).page_id
        seen = seen_page(session, page_id, TODAY)
        result = import_result(session, page_id)
    assert [piece.text for piece in seen.lost] == ["Doxorubicin ist meist das erste Medikament."]
    assert "Doxorubicin ist oft das erste Medikament." in [piece.text for piece in seen.pieces]
    assert (result.revision, result.new, len(result.lost)) == (2, 1, 1)


def test_a_decision_says_what_it_closed_and_what_stays_open(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        _, subject = bound(session, "Doxorubicin")
        verdict = Verdict(Decision.CONFIRMED, seen=flag_ids(session, subject))
        row = review(session, moment(), EDITOR, subject.id or 0, verdict)
        result = outcome(session, row)
        following = next_item(session, subject.id or 0, TODAY)
    assert "reassess_due" in result.closed
    assert result.open == ("access_stale",)
    assert following is not None
    assert following.subject_id != subject.id


def test_what_is_put_off_is_not_next(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        first = next_item(session, 0, TODAY)
        assert first is not None
        verdict = Verdict(Decision.DEFERRED, note="Urlaub", until=date(2026, 12, 1))
        review(session, moment(), EDITOR, first.subject_id, verdict)
        later = next_item(session, 0, TODAY)
        assert later is None or later.subject_id != first.subject_id
        again = next_item(session, 0, date(2026, 12, 1))
        assert again == first


def test_an_entry_shows_its_line_and_the_sentences_on_it(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        bound(session, "Doxorubicin")
        entry = seen_page(session, page_id, TODAY).groups[0].lines[0].entries[0]
        seen = seen_entry(session, entry.subject_id, TODAY)
    assert seen.line == GUIDELINE
    assert not seen.active
    assert [text for _, text in seen.bound] == ["Doxorubicin ist meist das erste Medikament."]


def test_sources_are_narrowed_by_kind_and_words(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        assert len(source_stretch(session).rows) == 2
        assert [row.key for row in source_stretch(session, SourceKind.AWMF_GUIDELINE).rows] == [KEY]
        assert [row.key for row in source_stretch(session, None, "Weichgewebesarkome").rows] == [KEY]
        assert source_stretch(session, SourceKind.PORTAL).rows == ()


def test_every_number_of_the_policy_is_shown_once(sessions: Sessions) -> None:
    with sessions.read() as session:
        seen = seen_policy(session)
    shown = [number.key for row in seen.kinds for number in row.numbers]
    shown += [number.key for _, several in seen.groups for number in several]
    assert sorted(shown) == sorted(DEFAULTS)


@pytest.mark.parametrize(
    "read",
    [
        lambda session: seen_page(session, 4711, TODAY),
        lambda session: seen_statement(session, 4711, TODAY),
        lambda session: seen_entry(session, 4711, TODAY),
        lambda session: seen_source(session, "awmf:999-999"),
        lambda session: import_result(session, 4711),
    ],
)
def test_what_does_not_exist_is_unknown(sessions: Sessions, read: Callable[[Session], object]) -> None:
    with sessions.read() as session, pytest.raises(UnknownError):
        read(session)


def _first(session: Session, page_id: int) -> int:
    wanted = select(Statement.id).where(Statement.page_id == page_id, Statement.kind == "sentence")
    return session.exec(wanted).first() or 0


def _entry(session: Session, page_id: int) -> int:
    wanted = select(Subject.id).where(Subject.page_id == page_id, Subject.kind == "entry")
    return session.exec(wanted).first() or 0


@pytest.mark.parametrize(
    "most,read",
    [
        (4, lambda session, _: page_stretch(session)),
        (9, lambda session, page_id: seen_page(session, page_id, TODAY)),
        (18, lambda session, page_id: seen_statement(session, _first(session, page_id), TODAY, "sarkom")),
        (15, lambda session, page_id: seen_entry(session, _entry(session, page_id), TODAY)),
        (5, lambda session, _: source_stretch(session, SourceKind.AWMF_GUIDELINE)),
        (12, lambda session, _: seen_source(session, KEY)),
        (4, import_result),
    ],
)
def test_the_questions_are_counted(
    sessions: Sessions, count_queries: CountQueries, most: int, read: Callable[[Session, int], object]
) -> None:
    counts = []
    for page_id in stocked(sessions, _small_and_large):
        with sessions.read() as session, count_queries(sessions) as sent:
            read(session, page_id)
        counts.append(len(sent))
    assert counts == [most, most]


def _small_and_large(session: Session) -> tuple[int, int]:
    lines = "\n".join(GUIDELINE.replace("032/044OL", f"032/{number:03}OL") for number in range(100, 120))
    text = PAGE.replace("Etwa", f"{LONG}Etwa").replace("Fachartikel", f"{lines}\nFachartikel")
    small = bring_in(session).page_id
    return small, bring_in(session, text, url="https://www.example.org/lang").page_id


def test_a_source_used_very_often_counts_the_rest(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    with sessions.write() as session:
        bring_in(session)
        bound(session, "Doxorubicin")
    monkeypatch.setattr(source, "MOST", 1)
    with sessions.read() as session:
        seen = seen_source(session, KEY)
    assert (sum(len(page.uses) for page in seen.used_on), seen.hidden) == (1, 1)
