"""RIS and CSL-JSON: native fields where there are, the note in any case."""

import json
import re

from hypothesis import given, settings

from citations.formats import csl_json, ris
from citations.formats.item import ExportItem
from citations.formats.tex.words import entry_key
from tests.citations.formats.items import ARTICLE, BOOK, GUIDELINE, ITEMS, ONE_OF_EACH, PORTAL


def test_a_guideline_as_a_report_in_ris() -> None:
    tags = ris.record(GUIDELINE)
    assert tags[0] == ("TY", "RPRT")
    wanted = [
        ("ET", "Version 1.1 (Langversion)"), ("PB", "AWMF"), ("PY", "2022"), ("DA", "2022/06//"), ("Y2", "2025/03/04/"),
        ("M1", "032/044OL"), ("M3", "S3-Leitlinie"), ("LA", "de"),
    ]  # fmt: skip
    assert [tag for tag in wanted if tag not in tags] == []
    assert any(tag == "N1" and "gültig bis 06.09.2026" in text for tag, text in tags)


def test_an_article_in_ris() -> None:
    tags = ris.record(ARTICLE)
    assert [tag for tag in tags if tag[0] in ("TY", "JO", "SP", "EP", "DO")] == [
        ("TY", "JOUR"), ("JO", "Ann Oncol"), ("SP", "1348"), ("EP", "1365"), ("DO", "10.1016/j.annonc.2021.07.006"),
    ]  # fmt: skip
    assert ("AU", "Dei Tos, A. P.") in tags


@settings(max_examples=100)
@given(ITEMS)
def test_any_item_is_one_record_of_whole_lines(item: ExportItem) -> None:
    lines = "".join(ris.render([item])).split("\r\n")
    assert lines[-3:] == ["ER  - ", "", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - .*\S", line) for line in lines[:-3])


def test_csl_json_is_one_list_with_the_facts_of_the_house() -> None:
    items = json.loads("".join(csl_json.render(ONE_OF_EACH)))
    assert len(items) == len(ONE_OF_EACH)
    first = items[0]
    assert (first["type"], first["genre"], first["number"]) == ("report", "S3-Leitlinie", "032/044OL")
    assert first["issued"] == {"date-parts": [[2022, 6]]}
    assert first["accessed"] == {"date-parts": [[2025, 3, 4]]}
    assert first["original-date"] == {"date-parts": [[2021, 9, 7]]}
    assert first["status"] == "abgelaufen"
    assert first["custom"] == {
        "stand": "2022-06", "valid_until": "2026-09-06", "valid_until_origin": "register", "awmf": "032/044OL",
        "status": "expired", "key": "awmf:032-044OL", "kind": "awmf_guideline",
    }  # fmt: skip


def test_csl_json_knows_bodies_from_people() -> None:
    assert csl_json.described(BOOK)["author"] == [{"literal": "WHO Classification of Tumours Editorial Board"}]
    assert csl_json.described(ARTICLE)["author"][2] == {"family": "Dei Tos", "given": "A. P."}
    assert csl_json.described(PORTAL)["type"] == "webpage"


def test_csl_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads("".join(csl_json.render([]))) == []


@settings(max_examples=100)
@given(ITEMS)
def test_any_item_is_a_csl_object(item: ExportItem) -> None:
    (described,) = json.loads("".join(csl_json.render([item])))
    assert described["id"] == entry_key(item)
    assert all(described.values())
