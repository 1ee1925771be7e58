"""What programs of others made us write: each a fault that one of them showed, see tests/interop."""

from dataclasses import replace

from citations.formats import bibtex, csl_json, ris
from citations.formats.biblatex import entry
from citations.formats.tex.names import person_parts
from tests.citations.formats.items import ARTICLE, BOOK, GUIDELINE, HARD, ONKOPEDIA, PAGE, PORTAL


def test_a_body_among_the_people_is_whole_in_every_format() -> None:
    assert person_parts("Team of A and B, Inc.") == ("Team of A and B, Inc.", "")
    assert person_parts("Müller, Anna") == ("Müller", "Anna")
    assert csl_json.described(HARD)["author"][0] == {"literal": "Team of A and B, Inc."}


def test_old_styles_can_sort_an_entry_without_author() -> None:
    assert bibtex.entry(PAGE)[2]["key"] == "{Ein Beispiel mit Datum}"
    assert "key" not in bibtex.entry(ARTICLE)[2]


def test_old_styles_get_the_volume_of_a_series_and_no_number_beside_it() -> None:
    fields = bibtex.entry(BOOK)[2]
    assert (fields["volume"], "number" in fields) == ("{3}", False)


def test_programs_do_not_put_the_form_into_the_title_a_second_time() -> None:
    fields = bibtex.entry(ONKOPEDIA)[2]
    assert (fields["title"], "titleaddon" in fields) == ("{{Onkopedia-Leitlinie Weichgewebssarkome}}", False)


def test_a_report_about_research_keeps_its_register_number_in_ris() -> None:
    item = replace(ARTICLE, reference=replace(GUIDELINE.reference, container=""))
    tags = ris.record(item)
    assert tags[0] == ("TY", "RPRT")
    assert ("M1", "032/044OL") in tags


def test_a_german_title_is_told_from_an_english_one() -> None:
    titles = ("Diagnostik & Therapie in der Onkologie", "Fachinformation Beispielmab", "Therapy in patients")
    items = [replace(ARTICLE, reference=replace(ARTICLE.reference, title=title, container="")) for title in titles]
    assert [entry(item)[2].get("langid") for item in [*items, PORTAL]] == ["{ngerman}", "{ngerman}", None, "{ngerman}"]
