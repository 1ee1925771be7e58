"""Cited pages: alive, moved, gone, shut, only seemingly there; changed or only served anew; quotes that are lost."""

import json
from dataclasses import replace
from datetime import date

import pytest

from citations.kinds import Evidence, LookOutcome, Reason, SourceKind
from citations.sightings import Sighting
from citations.verdicts import judge
from jobs.watchers import page
from jobs.watchers.contract import Answer, Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.world import Outage, World

WORDS = "Das Risiko steigt mit der Dosis. Die Behandlung dauert sechs Wochen und wird in der Klinik begonnen."


def _html(body: str = f"<p>{WORDS}</p>", title: str = "Behandlung") -> str:
    head = f"<!doctype html><html><head><title>{title}</title></head>"
    return f"{head}<body><main><h1>{title}</h1>{body}</main></body></html>"


def _watched(play: Play, path: str = "haus/seite", *quotes: str) -> Watched:
    url = f"{play().base('page')}/{path}"
    return Watched(1, url, SourceKind.WEB_PAGE, "Seite", url=url, quotes=quotes)


def _after(watched: Watched, seen: Sighting) -> Watched:
    return replace(
        watched, before=seen, content_hash=seen.content_hash, etag=seen.etag, last_modified=seen.last_modified
    )


def _look(play: Play, watched: Watched) -> Sighting:
    return page.look(watched, play())


def _failure(play: Play, watched: Watched) -> WatchError:
    with pytest.raises(WatchError) as caught:
        _look(play, watched)
    return caught.value


def _enter(world: World, day: str = "2026-01-01", path: str = "haus/seite", **said: object) -> None:
    world.on(day, "page", path, said)


def _hash(world: World, play: Play, body: str, day: str) -> str:
    _enter(world, day, body=_html(body))
    world.day = date.fromisoformat(day)
    return _look(play, _watched(play)).content_hash


@pytest.mark.parametrize(
    "kind, identifiers, url, key",
    [
        (SourceKind.WEB_PAGE, {"url": "haus.example/a"}, "https://haus.example/a", "https://haus.example/a"),
        (SourceKind.PORTAL, {"house": "x"}, "www.haus.example", "https://www.haus.example"),
        (SourceKind.WEB_PAGE, {"url": "haus.example/a"}, "", "https://haus.example/a"),
        (SourceKind.BOOK, {"isbn": "9789283245025"}, "https://haus.example/buch", "https://haus.example/buch"),
        (SourceKind.AWMF_GUIDELINE, {"awmf": "032-044OL"}, "https://register.awmf.org/x", ""),
        (SourceKind.JOURNAL_ARTICLE, {}, "https://doi.org/10.1000/x", ""),
        (SourceKind.WEB_PAGE, {}, "", ""),
        (SourceKind.WEB_PAGE, {}, "kein Wort davon", ""),
    ],
)
def test_addresses_without_a_better_registry_are_watched(
    kind: SourceKind, identifiers: dict[str, str], url: str, key: str
) -> None:
    assert page.key_of(kind, identifiers, url) == key


def test_a_page_that_is_there_is_seen(world: World, play: Play) -> None:
    _enter(world, body=_html(f"<p>{WORDS}</p><p>Letzte Aktualisierung: 12.03.2025</p>"), etag='"a"')
    seen = _look(play, _watched(play))
    assert (seen.outcome, seen.evidence, seen.title) == (LookOutcome.OK, Evidence.SCRAPED, "Behandlung")
    assert (seen.version_date, seen.etag) == ("2025-03-12", '"a"')
    assert seen.content_hash


@pytest.mark.parametrize(
    "status, outcome",
    [
        (401, LookOutcome.BLOCKED),
        (403, LookOutcome.BLOCKED),
        (451, LookOutcome.BLOCKED),
        (404, LookOutcome.NOT_FOUND),
        (410, LookOutcome.GONE),
        (405, LookOutcome.UNAVAILABLE),
        (429, LookOutcome.RATE_LIMITED),
        (503, LookOutcome.UNAVAILABLE),
    ],
)
def test_a_status_is_read_as_what_it_says(world: World, play: Play, status: int, outcome: LookOutcome) -> None:
    _enter(world, body=_html(), status=status)
    assert _failure(play, _watched(play)).outcome is outcome


def test_a_connection_that_is_cut_says_nothing(world: World, play: Play) -> None:
    world.outages.append(Outage("page", world.day, world.day, 0))
    assert _failure(play, _watched(play)).outcome is LookOutcome.UNAVAILABLE


@pytest.mark.parametrize("status, moved", [(301, True), (308, True), (302, False), (303, False), (307, False)])
def test_only_permanent_redirects_move_a_page(world: World, play: Play, status: int, moved: bool) -> None:
    _enter(world, redirect="/page/haus/neu", status=status)
    _enter(world, path="haus/neu", body=_html())
    watched = _watched(play)
    seen = _look(play, watched)
    assert seen.outcome is (LookOutcome.MOVED if moved else LookOutcome.OK)
    assert seen.url == (watched.url.replace("seite", "neu") if moved else watched.url)


def test_a_chain_moves_as_far_as_it_is_permanent(world: World, play: Play) -> None:
    _enter(world, redirect="/page/haus/zwei", status=301)
    _enter(world, path="haus/zwei", redirect="/page/haus/drei", status=302)
    _enter(world, path="haus/drei", body=_html())
    assert _look(play, _watched(play)).url.endswith("/haus/zwei")


def test_another_closing_slash_is_no_move(world: World, play: Play) -> None:
    _enter(world, redirect="/page/haus/seite/", status=301)
    _enter(world, path="haus/seite/", body=_html())
    assert _look(play, _watched(play)).outcome is LookOutcome.OK


def test_redirects_in_a_ring_end(world: World, play: Play) -> None:
    _enter(world, redirect="/page/haus/seite", status=301)
    assert _failure(play, _watched(play)).why == "look.redirects"


@pytest.mark.parametrize(
    "title",
    [
        "Seite nicht gefunden",
        "404",
        "404 – Klinikum",
        "Klinikum | 404",
        "Fehler 404",
        "Page not found",
        "Diese Seite existiert nicht",
        "Die Seite ist nicht mehr verfügbar",
        "This page no longer exists",
        "The page cannot be found",
    ],
)
def test_a_page_that_only_says_it_is_missing_is_missing(world: World, play: Play, title: str) -> None:
    _enter(world, body=_html("<p>Bitte benutzen Sie die Suche.</p>", title))
    failure = _failure(play, _watched(play))
    assert (failure.outcome, failure.why) == (LookOutcome.NOT_FOUND, "look.page_says_missing")


@pytest.mark.parametrize("title", ["404 Patienten mit Sarkom", "Studie mit 404 Erkrankten", "Behandlung", "Raum 4040"])
def test_a_title_with_such_a_number_is_no_error_page(world: World, play: Play, title: str) -> None:
    _enter(world, body=_html(title=title))
    assert _look(play, _watched(play)).outcome is LookOutcome.OK


def test_a_shell_without_text_is_told_apart(world: World, play: Play) -> None:
    shell = (
        '<!doctype html><html><head><title>Portal</title><script src="a.js"></script></head><body><div id="root"></div>'
    )
    _enter(world, body=f"{shell}<noscript>You need to enable JavaScript.</noscript></body></html>")
    failure = _failure(play, _watched(play))
    assert (failure.outcome, failure.why) == (LookOutcome.NOT_FOUND, "look.page_shell")


def test_a_question_whether_a_person_asks_is_a_shut_door(world: World, play: Play) -> None:
    _enter(world, body=_html("<p>Checking your browser</p>", "Just a moment..."))
    failure = _failure(play, _watched(play))
    assert (failure.outcome, failure.why) == (LookOutcome.BLOCKED, "look.page_captcha")


@pytest.mark.parametrize(
    "asked, led_to, why",
    [
        ("https://haus.example/tief/seite", "https://haus.example/", "look.page_home"),
        ("https://haus.example/tief/seite", "https://www.haus.example/de/", "look.page_home"),
        ("https://haus.example/seite.html", "https://haus.example/index.html", "look.page_home"),
        ("https://haus.example/tief/seite", "https://haus.example/login?next=x", "look.page_log_in"),
    ],
)
def test_a_deep_page_that_leads_home_is_missing(play: Play, asked: str, led_to: str, why: str) -> None:
    answer = Answer(200, led_to, {}, _html().encode(), ((302, asked),))
    with pytest.raises(WatchError) as caught:
        page.judged(Watched(1, asked, SourceKind.WEB_PAGE, ""), answer, play())
    assert caught.value.why == why


def test_a_short_address_may_lead_to_a_site_of_its_own(play: Play) -> None:
    asked = "https://haus.example/sarkom"
    answer = Answer(200, "https://sarkom.example/", {}, _html().encode(), ((301, asked),))
    seen = page.judged(Watched(1, asked, SourceKind.WEB_PAGE, ""), answer, play())
    assert (seen.outcome, seen.url) == (LookOutcome.MOVED, "https://sarkom.example/")


@pytest.mark.parametrize("mark", [{"etag": '"a"'}, {"modified": "Fri, 20 Nov 2026 08:00:00 GMT"}])
def test_what_did_not_change_is_not_sent_again(world: World, play: Play, mark: dict[str, str]) -> None:
    _enter(world, body=_html(), **mark)
    watched = _watched(play, "haus/seite", "Risiko steigt")
    seen = _look(play, watched)
    again = _look(play, _after(watched, seen))
    assert (again.outcome, again.content_hash) == (LookOutcome.NOT_MODIFIED, seen.content_hash)
    assert again.facts == seen.facts
    assert not judge(seen, again, today="2026-11-20").changed


def test_a_page_that_moved_and_did_not_change_has_moved(world: World, play: Play) -> None:
    _enter(world, body=_html(), etag='"a"')
    watched = _watched(play)
    seen = _look(play, watched)
    _enter(world, "2026-11-20", redirect="/page/haus/neu", status=301)
    _enter(world, "2026-11-20", path="haus/neu", body=_html(), etag='"a"')
    again = _look(play, _after(watched, seen))
    assert (again.outcome, again.content_hash) == (LookOutcome.MOVED, seen.content_hash)


def test_a_new_quote_is_sought_although_the_page_did_not_change(world: World, play: Play) -> None:
    _enter(world, body=_html(), etag='"a"')
    seen = _look(play, _watched(play))
    again = _look(play, _after(_watched(play, "haus/seite", "steht nicht da"), seen))
    assert again.outcome is LookOutcome.OK
    assert json.loads(again.facts["lost_quotes"]) == ["steht nicht da"]


def test_unchanged_to_nobodys_question_is_not_understood(play: Play) -> None:
    watched = Watched(1, "https://haus.example/a", SourceKind.WEB_PAGE, "")
    with pytest.raises(WatchError) as caught:
        page.judged(watched, Answer(304, watched.key, {}, b""), play())
    assert caught.value.outcome is LookOutcome.PARSE_FAILED


def test_a_flapping_mark_with_the_same_text_is_no_change(world: World, play: Play) -> None:
    _enter(world, body=_html(), flapping=True)
    watched = _watched(play)
    seen = _look(play, watched)
    again = _look(play, _after(watched, seen))
    assert seen.etag != again.etag
    assert seen.content_hash == again.content_hash


def test_a_changed_text_is_a_change(world: World, play: Play) -> None:
    first = _hash(world, play, f"<p>{WORDS}</p>", "2026-11-20")
    second = _hash(world, play, f"<p>{WORDS.replace('sechs', 'acht')}</p>", "2026-11-21")
    assert first != second


def test_a_new_stand_with_the_same_text_is_a_stand_and_no_changed_text(world: World, play: Play) -> None:
    _enter(world, body=_html(f"<p>{WORDS}</p><p>Stand: 03/2025</p>"))
    before = _look(play, _watched(play))
    _enter(world, "2026-11-20", body=_html(f"<p>{WORDS}</p><p>Stand: 10/2026</p>"))
    after = _look(play, _watched(play))
    verdict = judge(before, after, today="2026-11-20")
    assert (verdict.stand, verdict.stated) == ("2026-10", True)
    assert Reason.CONTENT_CHANGED not in [one.reason for one in verdict.happenings]


def test_without_quotes_none_is_lost(world: World, play: Play) -> None:
    _enter(world, body=_html())
    assert _look(play, _watched(play)).facts == {}


def test_a_file_is_compared_byte_by_byte(world: World, play: Play) -> None:
    _enter(world, body=b"%PDF-1.7 eins", type="application/pdf")
    first = _look(play, _watched(play, "haus/seite", "Worte"))
    _enter(world, "2026-11-20", body=b"%PDF-1.7 zwei", type="application/pdf")
    second = _look(play, _watched(play, "haus/seite", "Worte"))
    assert first.content_hash != second.content_hash
    assert "lost_quotes" not in second.facts, "nobody looked for them"


@pytest.mark.parametrize("body", ["", "<html><body></body></html>", b"<html>\x00\x01</html>"])
def test_a_page_without_text_is_not_understood(world: World, play: Play, body: str | bytes) -> None:
    _enter(world, body=body)
    assert _failure(play, _watched(play)).outcome is LookOutcome.PARSE_FAILED
