"""What changed, in words: which events, in which order, with which reasons, and where the links lead."""

from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlmodel import Session

from citations.formats.page_item import FeedOut
from citations.kinds import Decision, Harm
from citations.models import Page
from jobs.facts import Fact, record_fact
from jobs.ledger import Moment, sweep
from service.acts.facts import Opened, record_access
from service.acts.pages import set_reach
from service.acts.review import Verdict, review
from service.acts.sources import source_named
from service.db import Sessions
from service.reads import export_changes
from service.reads.export_changes import Voice, changes_out
from service.words import LANGUAGES, translator
from tests.databases import CountQueries, stocked
from tests.factories import EDITOR, PAGE, after, bound, bring_in, flag_ids, moment, version_of

START = moment("2025-01-10")
OTHER = "https://www.example.org/andere"
ELSEWHERE = "Überschrift\nHier steht ein ganz anderer Satz über Bewegung im Alltag.\n"


@pytest.fixture
def filled(sessions: Sessions) -> Sessions:
    """Store what an editor does in some days: imports, a binding, a sweep, a fact, an access, decisions."""
    stocked(sessions, _some_days)
    return sessions


def _some_days(session: Session) -> None:
    bring_in(session, PAGE, START)
    bring_in(session, ELSEWHERE, after(START, hours=1), url=OTHER)
    _, subject = bound(session, "Doxorubicin", harm=Harm.H3, when=after(START, hours=2))
    sweep(session, moment())
    verdict = Verdict(Decision.CONFIRMED, seen=flag_ids(session, subject), note="Passt noch.")
    review(session, moment(hour=10), "Anna", subject.id or 0, verdict)
    source = source_named(session, "032/044OL")
    record_fact(session, moment(hour=11), EDITOR, source, Fact(valid_until="2026-09-06"))
    version = version_of(session, "awmf:032-044OL").id or 0
    record_access(session, moment(hour=12), EDITOR, Opened(version, (1,), "2026-11-20"))
    set_reach(session, moment(hour=13), EDITOR, 2, "high")


def feed(sessions: Sessions, page_id: int | None = None, language: str = "de") -> FeedOut:
    """Return what changed."""
    voice = Voice(translator(language, strict=True), "https://leitstand.example/haus/")
    with sessions.read() as session:
        return changes_out(session, voice, page_id)


def test_the_newest_comes_first_and_each_has_a_name_of_its_own(filled: Sessions) -> None:
    made = feed(filled)
    moments = [entry.at for entry in made.entries]
    assert moments == sorted(moments, reverse=True)
    assert made.updated == moments[0]
    assert len({entry.id for entry in made.entries}) == len(made.entries)


def test_acts_and_decisions_are_told_in_words_with_person_and_thing(filled: Sessions) -> None:
    told = {entry.title: entry for entry in feed(filled).entries}
    decided = next(entry for title, entry in told.items() if title.startswith("Entscheidung: bestätigt – Doxorubicin"))
    assert decided.by == "Anna"
    assert "Passt noch." in decided.text
    assert any(title.startswith("Angabe eingetragen – ") for title in told)
    assert any(title.startswith("Seite eingelesen – ") for title in told)


def test_what_a_sweep_and_an_act_opened_is_counted_by_reason(filled: Sessions) -> None:
    entries = feed(filled).entries
    swept = next(entry for entry in entries if entry.title.startswith("Prüflauf"))
    assert swept.text.startswith("Neue Gründe: ")
    fact = next(entry for entry in entries if entry.title.startswith("Angabe eingetragen"))
    assert fact.text == "Gültig bis: 06.09.2026\nNeue Gründe: Gültigkeit abgelaufen (2)"


def test_of_a_page_is_what_changed_on_it(filled: Sessions) -> None:
    first, second = feed(filled, 1), feed(filled, 2)
    assert {entry.url.rpartition("/haus")[2] for entry in second.entries} >= {"/pages/2"}
    assert not any("Doxorubicin" in entry.title for entry in second.entries)
    assert not any("Reichweite" in entry.title for entry in first.entries)
    assert any("Abruf eingetragen" in entry.title for entry in first.entries)
    assert any("Prüflauf" in entry.title for entry in first.entries)
    with filled.read() as session:
        assert session.get_one(Page, 1).title in first.title


def test_names_last_wherever_the_feed_is_read(filled: Sessions) -> None:
    with filled.read() as session:
        elsewhere = changes_out(session, Voice(translator("en", strict=True), "http://127.0.0.1:8000"))
    here = feed(filled)
    assert (here.id, [one.id for one in here.entries]) == (elsewhere.id, [one.id for one in elsewhere.entries])
    assert len({here.id, feed(filled, 1).id, feed(filled, 2).id}) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(filled: Sessions, app: Flask, language: str) -> None:
    made = feed(filled, language=language)
    client = app.test_client()
    for address in {made.url, made.own_url, *(entry.url for entry in made.entries)}:
        assert address.startswith("https://leitstand.example/haus/")
        path = urlsplit(address).path.removeprefix("/haus")
        assert client.get(path).status_code == 200, path


def test_the_questions_stay_the_same_and_the_oldest_fall_out(
    filled: Sessions, count_queries: CountQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    with count_queries(filled) as sent:
        made = feed(filled)
    assert len(sent) == 10
    with filled.write() as session:
        for hour in range(14, 24):
            set_reach(session, Moment(START.today, moment(hour=hour).now), EDITOR, 2, "low" if hour % 2 else "middle")
    monkeypatch.setattr(export_changes, "NEWEST", 10)
    with count_queries(filled) as sent:
        later = feed(filled)
    assert len(sent) == 10
    assert len(later.entries) == 10
    assert made.entries[0].id not in {entry.id for entry in later.entries}


def test_an_empty_log_is_an_empty_feed(sessions: Sessions) -> None:
    assert feed(sessions).entries == ()
