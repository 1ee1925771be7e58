"""The printed list: byte for byte while nothing changed, renewed by people's accesses only, moved with its entry."""

from dataclasses import replace

import pytest
from sqlmodel import Session, col, select

from citations.kinds import CitationState, Decision
from citations.models import Citation, Source, SourceVersion, Statement, Subject
from jobs.facts import Fact, record_fact
from jobs.refused import UnknownError
from service.acts.cite import Binding, bind
from service.acts.facts import Opened, record_access
from service.acts.review import Verdict, review
from service.acts.sources import source_named
from service.db import Sessions
from service.reads.printed_list import as_html, as_text, printed_list
from tests.databases import CountQueries
from tests.factories import BODY, EDITOR, GUIDELINE, PAGE, REVIEW, bring_in, moment, version_of

KEY = "awmf:032-044OL"
PROSE = "Für die Versorgung ebenfalls relevant ist die S3-Leitlinie Supportive Therapie bei onkologischen PatientInnen."
ODD = "Leitlinienprogramm Onkologie: S3-Leitlinie Adulte Weichgewebesarkome, abgerufen am 4.3.2025"


def test_nothing_changed_means_the_same_bytes(sessions: Sessions, seed_a: str) -> None:
    with sessions.write() as session:
        page_id = bring_in(session, seed_a).page_id
        printed = printed_list(session, page_id)
        lines = [line for line in as_text(printed).split("\n") if line]
    assert printed.changed == 0
    assert sum(len(group.lines) for group in printed.groups) == 16
    assert set(lines) <= set(seed_a.split("\n"))


def test_the_order_of_groups_and_lines_is_the_pages_own(sessions: Sessions) -> None:
    with sessions.write() as session:
        printed = printed_list(session, bring_in(session).page_id)
    assert as_text(printed) == f"Leitlinien\n{GUIDELINE}\n\nFachartikel\n{REVIEW}\n"
    assert as_html(printed).startswith("<h3>Leitlinien</h3>\n<p>Leitlinienprogramm Onkologie")


def test_an_access_renews_the_date_and_nothing_else(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        record_access(session, moment(), EDITOR, Opened(version_of(session, KEY).id or 0, (page_id,), "2026-11-19"))
        printed = printed_list(session, page_id)
    assert GUIDELINE.replace("04.03.2025", "19.11.2026") in as_text(printed)
    assert [line.how for group in printed.groups for line in group.lines] == ["renewed", "same"]


def test_an_access_for_another_page_renews_nothing_here(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        other = bring_in(session, url="https://www.example.org/andere").page_id
        record_access(session, moment(), EDITOR, Opened(version_of(session, KEY).id or 0, (other,), "2026-11-19"))
        assert printed_list(session, page_id).changed == 0
        assert printed_list(session, other).changed == 1


def test_an_irregular_line_keeps_its_words_and_gets_the_new_date(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session, PAGE.replace(GUIDELINE, ODD)).page_id
        version = session.exec(select(Citation.version_id).where(Citation.page_id == page_id)).first()
        record_access(session, moment(), EDITOR, Opened(version or 0, (page_id,), "2026-11-19"))
        assert ODD.replace("4.3.2025", "19.11.2026") in as_text(printed_list(session, page_id))


def test_prose_stays_and_says_what_moved(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session, PAGE.replace(REVIEW, PROSE)).page_id
        record_access(session, moment(), EDITOR, Opened(_version_of_prose(session), (page_id,), "2026-11-19"))
        assert PROSE in as_text(printed_list(session, page_id)).split("\n")


def _version_of_prose(session: Session) -> int:
    return session.exec(select(Citation.version_id).where(Citation.mention != "")).one()


def test_an_entry_that_moved_prints_the_newer_version(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        source = source_named(session, KEY)
        record_fact(session, moment(), EDITOR, source, Fact(version="2.0", stand="2026-10"))
        entry = session.exec(
            select(Citation).where(Citation.page_id == page_id, Citation.state == CitationState.CONFIRMED)
        ).first()
        assert entry is not None
        subject = session.get_one(Subject, entry.subject_id)
        newest = version_of(session, KEY).id or 0
        verdict = Verdict(Decision.SOURCE_UPDATED, moves={entry.id or 0: newest}, accessed={newest: "2026-11-20"})
        review(session, moment(), EDITOR, subject.id or 0, verdict)
        printed = printed_list(session, page_id)
    line = printed.groups[0].lines[0]
    assert (line.how, line.was) == ("moved", GUIDELINE)
    assert ", 2.0, " in line.text
    assert "(Stand 10/2026, aufgerufen am 20.11.2026)." in line.text


def test_what_people_recorded_fills_what_the_line_lacked(sessions: Sessions) -> None:
    bare = GUIDELINE.replace(", AWMF-Registernummer: 032/044OL", "")
    with sessions.write() as session:
        page_id = bring_in(session, PAGE.replace(GUIDELINE, bare)).page_id
        entry = session.exec(select(Citation.version_id).where(Citation.page_id == page_id)).first()
        source = source_named(session, _key_of(session, entry or 0))
        record_fact(session, moment(), EDITOR, source, Fact(awmf_number="032/044OL"))
        assert printed_list(session, page_id).groups[0].lines[0].text == GUIDELINE


def _key_of(session: Session, version_id: int) -> str:
    of_version = select(SourceVersion.source_id).where(SourceVersion.id == version_id)
    return session.exec(select(Source.key).where(col(Source.id).in_(of_version))).one()


def test_what_sentences_rest_on_and_no_line_names_is_hinted_at(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session, f"{BODY}Quellen\nFachartikel\n{REVIEW}\n").page_id
        bring_in(session, url="https://www.example.org/andere")
        first = _first_statement(session, page_id)
        bind(session, moment(), EDITOR, first, Binding(version_of(session, KEY).id or 0))
        printed = printed_list(session, page_id)
    assert [line.split(":")[0] for line in printed.missing] == [GUIDELINE.split(":")[0]]


def _first_statement(session: Session, page_id: int) -> int:
    wanted = select(Statement.id).where(Statement.page_id == page_id, Statement.kind == "sentence")
    return session.exec(wanted).first() or 0


def test_an_unknown_page_is_unknown(sessions: Sessions) -> None:
    with sessions.read() as session, pytest.raises(UnknownError):
        printed_list(session, 4711)


def test_the_number_of_questions_does_not_grow_with_the_list(sessions: Sessions, count_queries: CountQueries) -> None:
    with sessions.write() as session:
        few = bring_in(session).page_id
        many = [GUIDELINE.replace("032/044OL", f"032/{number:03}OL") for number in range(100, 130)]
        text = PAGE.replace(GUIDELINE, "\n".join(many))
        more = bring_in(session, text, url="https://www.example.org/viele").page_id
    counts = []
    for page_id in (few, more):
        with sessions.read() as session, count_queries(sessions) as sent:
            printed_list(session, page_id)
        counts.append(len(sent))
    assert counts == [5, 5]


def test_html_is_escaped(sessions: Sessions) -> None:
    with sessions.write() as session:
        printed = printed_list(session, bring_in(session).page_id)
    group = printed.groups[0]
    line = replace(group.lines[0], text="A & B <b>")
    html = as_html(replace(printed, groups=(replace(group, lines=(line,)),)))
    assert html == "<h3>Leitlinien</h3>\n<p>A &amp; B &lt;b&gt;</p>\n"
