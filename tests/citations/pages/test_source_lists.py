"""Where lists of sources begin and end, what groups them, and which lines belong together."""

import pytest

from tests.citations.pages.reading import assert_partition, page

BODY = "Husten hat viele Ursachen. Meist vergeht er.\n"
ONE = "Muster A. Cough in adults. J Sample 2020;3(1):1-9."
TWO = "Probe B. Cough in children. J Sample 2018;1(2):3-7."


@pytest.mark.parametrize(
    "title",
    [
        "Quellen",
        "Quellen:",
        "Quellen und weiterführende Informationen",
        "Quellen und Links",
        "Literatur",
        "Literaturverzeichnis",
        "Quellenangaben",
        "Referenzen",
        "References",
        "Bibliographie",
        "Einzelnachweise",
        "Verwendete Literatur",
        "Quellenverzeichnis",
        "Weiterführende Literatur",
        "Literatur (Auswahl)",
        "7. Literatur",
        "Sources",
        "Quellen und Literatur",
        "QUELLEN",
        "Literaturhinweise",
        "Quellen für diesen Text",
        "Weiterführende Informationen",
    ],
)
def test_title_opens_the_list(title: str) -> None:
    draft = page(f"{BODY}{title}\n{ONE}\n{TWO}", kind="text")
    assert [one.text for one in draft.listed] == [ONE, TWO]
    assert "no_source_list" not in draft.notices
    assert_partition(draft)


@pytest.mark.parametrize(
    "title", ["Quellen der Angst", "Literaturkurse im Haus", "Nachweisgrenzen", "Belegung der Betten"]
)
def test_other_headings_do_not(title: str) -> None:
    draft = page(f"{BODY}{title}\nEin Satz über das Haus. Noch ein Satz.\n", kind="text")
    assert draft.listed == ()
    assert draft.notices == ("no_source_list",)


@pytest.mark.parametrize(
    "after",
    [
        "Erstellt: 12.03.2024",
        "Autorin: Redaktion",
        "Haben Sie noch Fragen?\nRufen Sie an.",
        "Impressum\nBeispielhaus",
        "Copyright: Haus",
    ],
)
def test_list_ends_where_something_else_begins(after: str) -> None:
    draft = page(f"{BODY}Quellen\n{ONE}\n{TWO}\n{after}\n", kind="text")
    assert [one.text for one in draft.listed] == [ONE, TWO]
    assert_partition(draft)


def test_groups_stand_over_their_lines() -> None:
    draft = page(
        f"{BODY}Quellen\nLeitlinien\n{ONE}\nFachartikel (Auswahl)\n{TWO}\nInternetseiten\nwww.example.org\n",
        kind="text",
    )
    assert [(one.group, one.text) for one in draft.listed] == [
        ("Leitlinien", ONE),
        ("Fachartikel (Auswahl)", TWO),
        ("Internetseiten", "www.example.org"),
    ]


def test_bullets_are_marks_and_not_text() -> None:
    draft = page(f"{BODY}Quellen\n- {ONE}\n[2] {TWO}\n• www.example.org\n", kind="text")
    assert [one.bullet for one in draft.listed] == ["- ", "[2] ", "• "]
    assert [one.text for one in draft.listed] == [ONE, TWO, "www.example.org"]


def test_wrapped_reference_is_one_line_with_its_break() -> None:
    wrapped = "Muster A. Cough in adults. J Sample\n2020;3(1):1-9."
    draft = page(f"{BODY}Quellen\n{wrapped}\n{TWO}", kind="text")
    assert [one.text for one in draft.listed] == [wrapped, TWO]
    assert draft.listed[0].irregular
    assert not draft.listed[1].irregular


def test_names_below_each_other_are_lines() -> None:
    draft = page(f"{BODY}Quellen\n{ONE}\nBeispielbund Husten\nVerein Atem\nHaus der Lunge\n", kind="text")
    assert [one.text for one in draft.listed] == [ONE, "Beispielbund Husten", "Verein Atem", "Haus der Lunge"]


def test_intro_between_two_titles_is_no_line() -> None:
    text = f"{BODY}Quellen und Links\nHier steht, was wir genutzt haben.\nLiteratur\n{ONE}\n"
    draft = page(text, kind="text")
    assert [one.text for one in draft.listed] == [ONE]
    assert [one.harm.value for one in draft.statements if one.exact.startswith("Hier")] == ["H0"]


def test_only_a_list_is_told() -> None:
    assert page(f"Literatur\n{ONE}\n{TWO}\n", kind="text").notices == ("only_source_list",)


def test_two_lists_of_one_page_are_both_read() -> None:
    draft = page(f"{BODY}Literatur\n{ONE}\nWas tun?\nMan trinkt Tee.\nQuellen\n{TWO}\n", kind="text")
    assert [one.text for one in draft.listed] == [ONE, TWO]
    assert "Man trinkt Tee." in [one.exact for one in draft.statements]


def test_title_in_the_line_itself() -> None:
    draft = page(f"<p>Husten vergeht.</p><p><b>Quellen:</b> {ONE}</p><p><strong>Impressum</strong></p>")
    assert [one.text for one in draft.listed] == [ONE]
    assert_partition(draft)


def test_line_breaks_of_html_part_the_lines() -> None:
    draft = page(f"<h1>Husten</h1><p>Er vergeht.</p><h2>Literatur</h2><p>{ONE}<br>{TWO}<br/>www.example.org</p>")
    assert [one.text for one in draft.listed] == [ONE, TWO, "www.example.org"]


def test_heading_of_the_same_rank_ends_the_list_of_an_html_page() -> None:
    draft = page(
        f"<h2>Husten</h2><p>Er vergeht.</p><h2>Quellen</h2><ul><li>{ONE}</li></ul><h2>Kurse</h2><p>Wir üben.</p>"
    )
    assert [one.text for one in draft.listed] == [ONE]
    assert draft.statements[-1].exact == "Wir üben."
    assert draft.statements[-1].heading_path == ("Kurse",)
