"""The printed list as text and HTML."""

from dataclasses import replace

from citations.formats import html, text
from citations.formats.incoming import Entry
from citations.formats.item import ListedOut
from tests.citations.formats.items import ARTICLE, GUIDELINE, PORTAL

LINES = [
    ListedOut("Leitlinien", "", "Erste <Zeile> & mehr"),
    ListedOut("Leitlinien", "- ", "Zweite"),
    ListedOut("Leitlinien", "- ", "Dritte"),
    ListedOut("Bücher", "", "Vierte"),
]


def test_text_has_groups_apart_and_bullets_in_place() -> None:
    assert "".join(text.render_lines(LINES)) == (
        "Leitlinien\nErste <Zeile> & mehr\n- Zweite\n- Dritte\n\nBücher\nVierte\n"
    )


def test_html_is_escaped_with_headings_and_lists() -> None:
    assert "".join(html.render_lines(LINES)) == (
        "<h3>Leitlinien</h3>\n<p>Erste &lt;Zeile&gt; &amp; mehr</p>\n<ul>\n<li>Zweite</li>\n<li>Dritte</li>\n</ul>\n"
        "<h3>Bücher</h3>\n<p>Vierte</p>\n"
    )


def test_no_title_can_put_a_script_into_the_page() -> None:
    evil = replace(ARTICLE, reference=replace(ARTICLE.reference, title="<script>alert(1)</script>"))
    assert "<script" not in "".join(html.render([evil]))


def test_all_sources_stand_by_kind_and_title() -> None:
    second = replace(GUIDELINE, reference=replace(GUIDELINE.reference, title="Zweite"))
    lines = "".join(text.render([PORTAL, ARTICLE, second, GUIDELINE])).splitlines()
    assert ["Adulte" in lines[0], "Zweite" in lines[1], "Gronchi" in lines[2], "Bundesinstitut" in lines[3]] == [
        True
    ] * 4


def test_a_guideline_is_printed_in_house_style() -> None:
    assert "".join(text.render([GUIDELINE])) == (
        "Leitlinienprogramm Onkologie (Deutsche Krebsgesellschaft, Deutsche Krebshilfe, AWMF): S3-Leitlinie Adulte "
        "Weichgewebesarkome, Langversion, 1.1, 2022, AWMF-Registernummer: 032/044OL (Stand 06/2022, aufgerufen am "
        "04.03.2025).\n"
    )


def test_nothing_is_an_empty_list() -> None:
    assert list(text.render_lines([])) == list(html.render_lines([])) == []


def test_a_list_with_titles_and_a_few_bullets_is_read_line_by_line() -> None:
    """A page's list as it is copied: no empty lines, titles over the groups, bullets below some references only."""
    guideline, article = "".join(text.render([GUIDELINE])).strip(), "".join(text.render([ARTICLE])).strip()
    other = article.replace("Soft tissue", "Bone").replace("annonc", "bone")
    lines = [
        "Quellen und weiterführende Informationen",
        "Leitlinien",
        guideline,
        "- Die Leitlinie gibt es auch als Patientenleitlinie Weichgewebesarkome.",
        article,
        "Arzneimittel: Herstellerinformationen und Studien",
        "- Fachinformation Muster 5 mg, Stand Mai 2024.",
        "Fachartikel (Auswahl)",
        other,
        other.replace("Bone", "Skin").replace("bone", "skin"),
    ]
    read = [found for found in text.read(f"{line}\n" for line in lines) if isinstance(found, Entry)]
    assert [found.line for found in read] == [3, 4, 5, 7, 9, 10]
    assert [found.raw for found in read] == [lines[found.line - 1] for found in read]


def test_each_work_of_a_line_is_an_entry_and_a_remark_is_none() -> None:
    lines = (
        (
            "Roe, Doe u. a. (2025): S3-Leitlinie „Schwindel“, AWMF 063-003 · Poe u. a. (2023): Gut 57(7), 417–426"
            " · Low & Koe (2022): Sleep Medicine Reviews 65, 101666"
        ),
        "Roe A (2018): On sleep. Sleep 47(1), 1-9; Doe B (2019): On naps. Gut 3, 4-9.",
        "Robert Koch-Institut (RKI) — Ratgeber Masern · Fachliche Information zu Erreger und Verlauf.",
    )
    read = [found for found in text.read(f"{line}\n" for line in lines) if isinstance(found, Entry)]
    told = [(found.line, found.item.reference.container or found.item.reference.title) for found in read]
    assert told == [
        (1, "Schwindel"), (1, "Gut"), (1, "Sleep Medicine Reviews"), (2, "Sleep"), (2, "Gut"), (3, "Ratgeber Masern"),
    ]  # fmt: skip
    assert [found.raw[:8] for found in read[:3]] == ["Roe, Doe", "Poe u. a", "Low & Ko"]
    assert read[1].raw == "Poe u. a. (2023): Gut 57(7), 417–426"


def test_a_line_of_very_many_works_ends() -> None:
    line = "Roe A (2018): On sleep. Gut 4, 1-9" + " · Roe A (2018): On sleep. Gut 4, 1-9" * 400
    assert len(list(text.read([line]))) == len(line.split(" · "))
    assert len(list(text.read([line * 40]))) == 1


def test_the_number_of_a_line_is_nobodys_name() -> None:
    lines = "".join(text.render([GUIDELINE, GUIDELINE])).splitlines()
    numbered = [f"{place}. {line}\n" for place, line in enumerate(lines, 998)]
    read = [found for found in text.read(numbered) if isinstance(found, Entry)]
    assert [found.item.reference.organisations for found in read] == [GUIDELINE.reference.organisations] * 2
    assert [found.raw for found in read] == [line.strip() for line in numbered]
