"""HTML pages: no text is lost, furniture is set aside with its reason, a site's profile is used and complains."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.kinds import StatementKind
from citations.pages.profiles import PROFILES, Profile
from tests.citations.pages.reading import all_text, assert_partition, page, read_or_key

PAGES = Path(__file__).resolve().parents[2] / "pages"
SOURCE = (PAGES / "leberflecken.html").read_text(encoding="utf-8")
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class=nav>",
        "</div>",
        "<ul>",
        "<li>",
        "</ul>",
        "<b>",
        "</b>",
        "<a href='x'>",
        "</a>",
        "<br>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<h2>",
        "</h2>",
        "<h1>Titel</h1>",
        "<main>",
        "</main>",
        "<aside>",
        "</aside>",
        "<nav>",
        "</nav>",
        "<dl><dt>",
        "<dd>",
        "</dl>",
        "<select><option>",
        "</select>",
        "<style>p</style>",
        "<script>x<y</script>",
        "<!-- a -->",
        "Ein Satz. Noch einer.",
        "Quellen",
        "Muster A. Lancet 2020;3(1):1-9.",
        "&amp;",
        "&nbsp;",
        "&#228;",
        " < ",
        "a&b",
        "\u00ad",
        "\n",
        "<footer>",
        "</footer>",
        "<svg><text>",
        "</svg>",
        "<h3>Lexikon</h3>",
        "Nävus: Mal",
        "<template>x</template>",
        "<hr>",
        "<pre>",
    ]
)


def visible(text: str) -> str:
    return "".join(text.split())


def test_every_character_of_a_real_page_is_in_the_draft() -> None:
    draft = page(SOURCE)
    assert visible(draft.text) == all_text(SOURCE)
    assert_partition(draft)


@given(st.lists(TAGS, max_size=30).map("".join))
def test_no_text_is_lost_however_broken_the_markup(source: str) -> None:
    draft, _ = read_or_key(source, "html")
    if draft is None:
        assert not any(character.isalnum() for character in all_text(source))
        return
    assert visible(draft.text) == all_text(source)
    assert_partition(draft)


def test_kinds_of_a_real_page() -> None:
    draft = page(SOURCE)
    by_kind = {kind: [one.exact for one in draft.statements if one.kind is kind] for kind in StatementKind}
    assert len(by_kind[StatementKind.GLOSSARY]) == 4
    assert by_kind[StatementKind.CAPTION] == ["Bild: Beispielportal, Foto: Archiv", "Befund und weiteres Vorgehen"]
    assert "Er wirkt dabei unscharf." in by_kind[StatementKind.LIST_ITEM]
    assert "unauffällig\nKontrolle in einem Jahr" in by_kind[StatementKind.LIST_ITEM]
    assert [(one.group, one.position) for one in draft.listed] == [
        ("Leitlinien", 1),
        ("Fachartikel", 2),
        ("Fachartikel", 3),
    ]
    assert (draft.title, draft.language, draft.published) == ("Auffällige Muttermale abklären", "de", "2025-02-11")


def test_furniture_of_a_real_page_has_its_reasons() -> None:
    found = {one.text: one.why for one in page(SOURCE).set_aside}
    assert found["Zum Inhalt springen"] == "furniture_navigation"
    assert found["Krankheiten"] == "furniture_navigation"
    assert found["Haut"] == "furniture_breadcrumb"
    assert found["Einverstanden"].startswith("furniture_")
    assert found["Sonnenschutz im Alltag"] == "furniture_linkbox"
    assert found["Teilen Drucken"] == "furniture_share"
    assert found["Impressum"] == "furniture_footer"
    assert not any("Muttermale sind harmlos" in text for text in found)


def test_heading_path_follows_the_ranks() -> None:
    draft = page("<h1>A eins</h1><h2>B zwei</h2><h4>C drei</h4><p>Text da.</p><h2>D vier</h2><p>Mehr da.</p>")
    paths = {one.exact: one.heading_path for one in draft.statements}
    assert paths["Text da."] == ("A eins", "B zwei", "C drei")
    assert paths["Mehr da."] == ("A eins", "D vier")


@pytest.mark.parametrize(
    "source",
    [
        "<div class='nav-wrapper'><main><h1>Husten</h1><p>Er vergeht.</p></main></div>",
        "<form id='search-form'><h1>Husten</h1><p>Er vergeht.</p></form>",
        "<header><h1>Husten</h1><p>Er vergeht.</p></header>",
        "<main><p class='teaser'>Er vergeht.</p></main>",
        "<article><footer><p>Er vergeht.</p></footer></article>",
        "<aside><p>Er vergeht.</p></aside>",
    ],
)
def test_in_doubt_it_is_body(source: str) -> None:
    assert "Er vergeht." in [one.exact for one in page(source).statements]


def test_list_of_sources_in_a_footer_is_no_furniture() -> None:
    draft = page(
        "<main><p>Er vergeht.</p></main><footer><h2>Quellen</h2><p>Muster A. Lancet 2020;3(1):1-9.</p></footer>"
    )
    assert len(draft.listed) == 1


def test_link_box_without_any_class_is_known_by_its_heading() -> None:
    draft = page(
        "<p>Er vergeht.</p><h3>Zum Thema</h3><ul><li><a href='a'>Tee</a></li><li><a href='b'>Ruhe</a></li></ul>"
        "<p>Ende da.</p>"
    )
    assert [one.text for one in draft.set_aside] == ["Zum Thema", "Tee", "Ruhe"]
    assert [one.exact for one in draft.statements] == ["Er vergeht.", "Ende da."]


def test_inline_markup_does_not_part_words_and_blocks_do() -> None:
    draft = page("<p>Er ver<b>geh</b>t.</p><div>Eins da.</div><div>Zwei da.</div>")
    assert draft.text == "Er vergeht.\nEins da.\nZwei da."


def test_entities_soft_hyphens_and_no_break_spaces_stay() -> None:
    draft = page("<p>M&uuml;dig&shy;keit &amp; z.&nbsp;B. Husten &lt; 3&#160;Tage.</p>")
    assert draft.text == "Müdig\u00adkeit & z.\u00a0B. Husten < 3\u00a0Tage."
    assert len(draft.statements) == 1


PROFILE = Profile("beispiel.example", "main .text", "section.quellen", ((".kasten", "furniture_linkbox"),))
SITE = (
    "<main><p>Oben da.</p><div class='text'><h1>Husten</h1><p>Er vergeht.</p><div class='kasten'>Kasten da.</div></div>"
    "<section class='quellen'><h2>Womit wir arbeiten</h2><p>Muster A. Lancet 2020;3(1):1-9.</p></section></main>"
)


def test_profile_says_where_body_and_list_stand() -> None:
    draft = page(SITE, url="https://www.beispiel.example/x", profiles=(PROFILE,))
    assert {one.text: one.why for one in draft.set_aside} == {
        "Oben da.": "furniture_outside_body",
        "Kasten da.": "furniture_linkbox",
    }
    assert [one.text for one in draft.listed] == ["Muster A. Lancet 2020;3(1):1-9."]
    assert draft.notices == ()
    assert_partition(draft)


def test_profile_that_no_longer_matches_complains_and_gives_way() -> None:
    draft = page(SITE.replace("class='text'", "class='t2'"), url="https://beispiel.example/", profiles=(PROFILE,))
    assert "profile_no_longer_matches:main .text" in draft.notices
    assert "Er vergeht." in [one.exact for one in draft.statements]
    assert "Oben da." in [one.exact for one in draft.statements]


def test_profile_of_another_host_is_not_used() -> None:
    assert page(SITE, url="https://notbeispiel.example/", profiles=(PROFILE,)).notices == ("no_source_list",)


def test_own_profiles_are_readable() -> None:
    for profile in PROFILES:
        draft = page("<main><p>Er vergeht.</p></main>", url=f"https://{profile.host}/", profiles=PROFILES)
        assert f"profile_no_longer_matches:{profile.body}" in draft.notices


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 40_000 + "Ein Satz.",
        "<div><p><b>x " * 9_000,
        "<table><tr><td>x " * 9_000,
        "<ul><li>x " * 9_000,
        "<a " * 90_000 + "x",
        "<a b='" * 90_000 + "x",
        "<!--" * 90_000 + "x",
        "<script>" * 90_000 + "x",
        "<" * 90_000 + "x",
        "<p>" + "a" * 400_000 + "</p>",
        "<p>" + "<br>" * 90_000 + "x</p>",
        "<p " + "a=b " * 500_000 + ">x</p>",
        "<div>" * 40_000 + "</span></td></table>" * 15_000 + "x",
        "<p>" * 600_000,
    ],
)
def test_hostile_markup_is_read_or_refused_in_time(source: str) -> None:
    begun = time.perf_counter()
    draft, key = read_or_key(source, "html")
    assert key in {"", "page_too_large", "page_text_too_long", "page_without_text"}
    assert (draft is None) == bool(key)
    assert time.perf_counter() - begun < 10
