"""Onkopedia: the Stand in every form, addresses that moved, archived texts, and pages that say nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.kinds import Evidence, Lifecycle, LookOutcome, Reason, SourceKind
from citations.sightings import Sighting
from citations.verdicts import judge
from jobs.watchers import onkopedia
from jobs.watchers.contract import Known, Watched, WatchError
from tests.jobs.watchers.conftest import Play
from tests.registries.world import Outage, World

TITLE = "Weichgewebssarkome (maligne Weichgewebstumoren) des Erwachsenen"
OLD, NEW = "weichteilsarkome", "weichgewebssarkome-maligne-weichgewebstumoren-des-erwachsenen"
ARCHIVED = f"{OLD}/version-19122016T111709"
ARCHIVE_URL = f"https://onkopedia.com/de/onkopedia/archive/guidelines/{ARCHIVED}/@@guideline/html/index.html"


def _watched(key: str = NEW, url: str = "", title: str = TITLE) -> Watched:
    return Watched(1, key, SourceKind.ONKOPEDIA, title, (("onkopedia", key),), url=url)


def _live(slug: str) -> str:
    return f"https://www.onkopedia.com/de/onkopedia/guidelines/{slug}/@@guideline/html/index.html"


def _look(play: Play, watched: Watched | None = None) -> Sighting:
    return onkopedia.look(watched or _watched(), play())


def _failure(play: Play, watched: Watched | None = None) -> WatchError:
    with pytest.raises(WatchError) as caught:
        _look(play, watched)
    return caught.value


def test_the_stand_of_the_head_is_the_stand(world: World, play: Play) -> None:
    text = "Die Leitlinie Stand Juni 2017 ist im Archiv. Stand Mai 2023."
    world.on("2026-01-01", "onkopedia", NEW, {"title": TITLE, "stand": "April 2019", "text": text})
    seen = _look(play)
    assert (seen.version_date, seen.title, seen.outcome) == ("2019-04", TITLE, LookOutcome.OK)
    assert (seen.lifecycle, seen.evidence, seen.valid_until) == (Lifecycle.UNKNOWN, Evidence.SCRAPED, "")


@pytest.mark.parametrize(
    "text, stand",
    [
        ("ICD-10 C48, C49 / Stand Juni 2017", "2017-06"),
        ("Stand März 2011; der Text vom Stand: Dezember 2009 gilt nicht mehr.", "2011-03"),
        ("Stand Maerz 2011", "2011-03"),
        ("Stand&nbsp;Jänner 2020", "2020-01"),
        ("Stand: 04/2019", "2019-04"),
        ("Stand 12.04.2019", "2019-04-12"),
        ("Stand Mai 2018. Nächste Fassung: Stand Januar 2027", "2018-05"),
    ],
)
def test_without_a_head_the_latest_stand_of_the_text_counts(world: World, play: Play, text: str, stand: str) -> None:
    world.on("2026-01-01", "onkopedia", NEW, {"title": TITLE, "text": text})
    assert _look(play).version_date == stand


@pytest.mark.parametrize(
    "markup, stand",
    [
        ('<span class="a">Stand</span> <span class="b">April 2019</span>', "2019-04"),
        ("<dt>Stand:</dt>\n<dd><time>März&nbsp;2022</time></dd>", "2022-03"),
        ("<th>Stand</th><td>November 2025</td>", "2025-11"),
        ("<b>Stand:</b> Mai 2020<br>", "2020-05"),
    ],
)
def test_the_head_is_read_in_any_markup(markup: str, stand: str) -> None:
    assert onkopedia.stand_of(markup, "", "2026-11-20") == stand


@given(st.text(alphabet="Stand <>/span&;: März2019.", max_size=80), st.text(max_size=80))
def test_no_markup_breaks_the_reading_of_a_stand(markup: str, words: str) -> None:
    assert onkopedia.stand_of(markup, f"{words} Stand Mai 2019", "2026-11-20")


@pytest.mark.parametrize("text", ["Kein Datum.", "Auf dem Stand der Technik 2019", "Verstand April 2019", "Stand 2019"])
def test_a_page_without_a_stand_is_not_understood_and_never_unchanged(world: World, play: Play, text: str) -> None:
    world.on("2026-01-01", "onkopedia", NEW, {"title": TITLE, "text": text})
    error = _failure(play)
    assert (error.outcome, error.why) == (LookOutcome.PARSE_FAILED, "look.onkopedia_no_stand")


@pytest.mark.parametrize("status", [301, 302, 308])
def test_an_address_that_leads_elsewhere_has_moved(world: World, play: Play, status: int) -> None:
    world.on("2026-01-01", "onkopedia", OLD, {"moved": NEW, "status": status})
    world.on("2026-01-01", "onkopedia", NEW, {"title": TITLE, "stand": "April 2019"})
    seen = _look(play, _watched(OLD, _live(OLD)))
    assert (seen.outcome, seen.version_date, seen.key) == (LookOutcome.MOVED, "2019-04", OLD)
    assert seen.url.endswith(f"/de/onkopedia/guidelines/{NEW}/@@guideline/html/index.html")


def test_an_address_that_is_gone_is_looked_up_by_its_title(world: World, play: Play) -> None:
    world.on("2026-01-01", "onkopedia", "kolonkarzinom", {"title": "Kolonkarzinom", "stand": "Mai 2024"})
    world.on("2026-01-01", "onkopedia", NEW, {"title": TITLE, "stand": "April 2019"})
    seen = _look(play, _watched(OLD, _live(OLD)))
    assert (seen.outcome, seen.version_date) == (LookOutcome.MOVED, "2019-04")
    assert f"/guidelines/{NEW}/" in seen.url


def test_a_title_that_is_only_alike_is_shown_and_not_taken(world: World, play: Play) -> None:
    for number in ("I", "II"):
        said = {"title": f"Kolonkarzinome {number}", "stand": "Mai 2024"}
        world.on("2026-01-01", "onkopedia", f"kolon-{number.lower()}", said)
    error = _failure(play, _watched("kolonkarzinom", title="Kolonkarzinome"))
    assert (error.outcome, error.why) == (LookOutcome.NOT_FOUND, "look.onkopedia_candidates")
    assert "Kolonkarzinome II (" in error.facts["candidates"]


@pytest.mark.parametrize("said", [None, {"home": True}])
def test_a_guideline_that_is_nowhere_is_missing_and_not_withdrawn(world: World, play: Play, said: object) -> None:
    world.on("2026-01-01", "onkopedia", "kolonkarzinom", {"title": "Kolonkarzinom", "stand": "Mai 2024"})
    world.on("2026-01-01", "onkopedia", OLD, said)
    error = _failure(play, _watched(OLD, _live(OLD), "Weichteilsarkome"))
    assert (error.outcome, error.why) == (LookOutcome.NOT_FOUND, "look.onkopedia_missing")


def test_of_an_archived_text_the_present_one_is_looked_at(world: World, play: Play) -> None:
    world.on("2026-01-01", "onkopedia", OLD, {"title": "Weichteilsarkome", "stand": "April 2019"})
    seen = _look(play, _watched(OLD, ARCHIVE_URL, "Weichteilsarkome"))
    assert (seen.version_date, seen.outcome) == ("2019-04", LookOutcome.OK)
    assert [(one.role, ARCHIVED in one.url) for one in seen.documents] == [("archive", True)]


def test_the_stamp_of_an_archived_text_is_not_its_stand(world: World, play: Play) -> None:
    world.on("2026-01-01", "onkopedia", ARCHIVED, {"title": "Weichteilsarkome", "stand": "März 2011"})
    seen = _look(play, _watched(OLD, ARCHIVE_URL, "Weichteilsarkome"))
    assert (seen.version_date, seen.lifecycle) == ("2011-03", Lifecycle.SUPERSEDED)
    assert seen.warnings == ("warning.onkopedia_archived",)


def test_a_title_like_it_does_not_hide_that_a_text_was_archived(world: World, play: Play) -> None:
    world.on("2026-01-01", "onkopedia", ARCHIVED, {"title": "Weichteilsarkome", "stand": "März 2011"})
    world.on("2026-01-01", "onkopedia", NEW, {"title": "Weichteilsarkome des Kindes", "stand": "April 2019"})
    assert _look(play, _watched(OLD, ARCHIVE_URL, "Weichteilsarkome")).lifecycle is Lifecycle.SUPERSEDED


def test_the_address_of_a_version_serves_where_the_source_has_none(world: World, play: Play) -> None:
    world.on("2026-01-01", "onkopedia", "mammakarzinom-der-frau", {"title": "Mammakarzinom", "stand": "Juni 2025"})
    versions = (Known(1, url="https://www.onkopedia.com/de/onkopedia/guidelines/mammakarzinom-der-frau"),)
    watched = Watched(1, "mammakarzinom", SourceKind.ONKOPEDIA, "Mammakarzinom", versions=versions)
    assert _look(play, watched).outcome is LookOutcome.OK


def test_a_new_text_under_the_same_stand_is_a_change_of_content(world: World, play: Play) -> None:
    page = {"title": TITLE, "stand": "April 2019", "text": "Doxorubicin ist Standard."}
    world.on("2026-01-01", "onkopedia", NEW, page)
    before = _look(play)
    world.on("2026-06-01", "onkopedia", NEW, page | {"text": "Doxorubicin ist nicht mehr Standard."})
    verdict = judge(before, _look(play), today="2026-11-20")
    assert [one.reason for one in verdict.happenings] == [Reason.CONTENT_CHANGED]


def test_spaces_and_banners_change_no_content(world: World, play: Play) -> None:
    page = {"title": TITLE, "stand": "April 2019", "text": "Doxorubicin ist Standard."}
    world.on("2026-01-01", "onkopedia", NEW, page)
    before = _look(play)
    other = {"text": "Doxorubicin\n   ist&#32;Standard.", "banner": "Heute ist der 20.11.2026. Cookies?"}
    world.on("2026-06-01", "onkopedia", NEW, page | other)
    assert not judge(before, _look(play), today="2026-11-20").changed


def test_robots_are_honoured(world: World, play: Play) -> None:
    world.on("2026-01-01", "onkopedia", NEW, {"title": TITLE, "stand": "April 2019"})
    world.on("2026-01-01", "robots", "*", "User-agent: *\nDisallow: /onkopedia/")
    assert _failure(play).outcome is LookOutcome.BLOCKED


@pytest.mark.parametrize(
    "status, outcome",
    [(403, LookOutcome.BLOCKED), (418, LookOutcome.UNAVAILABLE), (503, LookOutcome.UNAVAILABLE)],
)
def test_a_page_that_is_refused_says_nothing_of_the_guideline(
    world: World, play: Play, status: int, outcome: LookOutcome
) -> None:
    world.outages.append(Outage("onkopedia", date(2026, 11, 20), date(2026, 11, 20), status))
    assert _failure(play).outcome is outcome


@pytest.mark.parametrize(
    "kind, identifiers, url, key",
    [
        (SourceKind.ONKOPEDIA, {"onkopedia": NEW}, "", NEW),
        (SourceKind.ONKOPEDIA, {"onkopedia": NEW}, _live("kolonkarzinom"), "kolonkarzinom"),
        (SourceKind.WEB_PAGE, {}, "www.onkopedia.com/de/onkopedia/guidelines/kolonkarzinom/", "kolonkarzinom"),
        (SourceKind.WEB_PAGE, {}, ARCHIVE_URL, OLD),
        (SourceKind.WEB_PAGE, {}, ARCHIVE_URL.replace("onkopedia.com", "redaktion.onkopedia.com/onkopedia", 1), OLD),
        (SourceKind.WEB_PAGE, {}, "https://www.onkopedia.com/de", ""),
        (SourceKind.WEB_PAGE, {}, "https://example.org/de/onkopedia/guidelines/kolonkarzinom", ""),
        (SourceKind.WEB_PAGE, {"onkopedia": NEW}, "", ""),
        (SourceKind.WEB_PAGE, {}, "http://[onkopedia", ""),
    ],
)  # fmt: skip
def test_a_guideline_is_known_by_its_address_or_by_its_title(
    kind: SourceKind, identifiers: dict[str, str], url: str, key: str
) -> None:
    assert onkopedia.key_of(kind, identifiers, url) == key
