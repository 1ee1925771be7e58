"""CSL-JSON as Zotero, Mendeley, Crossref and citation-js write it, and files in which one entry is broken."""

import json
from typing import Any

import pytest

from citations.formats import csl_json
from citations.formats.incoming import Entry, Incoming, Problem
from citations.kinds import SourceKind

CROSSREF: dict[str, Any] = {
    "status": "ok",
    "message-type": "work",
    "message": {
        "DOI": "10.1016/j.annonc.2021.07.006",
        "type": "journal-article",
        "title": ["Soft tissue sarcomas"],
        "container-title": ["Annals of Oncology"],
        "short-container-title": ["Ann Oncol"],
        "page": "1348-1365",
        "published-print": {"date-parts": [[2021, 11]]},
        "issued": {"date-parts": [[2021, 11]]},
        "volume": "32",
        "author": [{"given": "A.", "family": "Gronchi", "affiliation": []}, {"name": "ESMO Guidelines Committee"}],
        "URL": "https://doi.org/10.1016/j.annonc.2021.07.006",
        "ISSN": ["0923-7534"],
    },
}
ZOTERO = """[
  {
    "id": "http://zotero.org/users/1/items/ABC",
    "type": "article-journal",
    "title": "Soft tissue",
    "journalAbbreviation": "Ann Oncol",
    "volume": 32,
    "author": [
      {"family": "Berg", "given": "H. J.", "non-dropping-particle": "van der"},
      {"family": "King", "given": "M. L.", "suffix": "Jr"},
      {"literal": "World Health Organization"}
    ],
    "issued": {"date-parts": [["2021", 11]]},
    "accessed": {"raw": "2025-03-04"},
    "note": "PMID: 34293461\\nPMCID: PMC123",
    "version": 1.10,
    "x": NaN
  },
  {
    "id": "b,
    "title": "broken"
  },
  {
    "id": "c", "type": "webpage", "title": "Gut", "issued": "2021-05", "URL": "https://example.org"
  }
]
"""


def _read(text: str) -> list[Incoming]:
    return list(csl_json.read(text.splitlines(keepends=True)))


def _one(**keys: object) -> Entry:
    (entry,) = _read(json.dumps([{"type": "article-journal", "title": "A"} | keys]))
    assert isinstance(entry, Entry)
    return entry


def test_a_work_of_crossref() -> None:
    (entry,) = _read(json.dumps(CROSSREF))
    assert isinstance(entry, Entry)
    reference = entry.item.reference
    assert (reference.title, reference.container) == ("Soft tissue sarcomas", "Ann Oncol")
    assert (reference.authors, reference.group_author) == (("Gronchi A",), "ESMO Guidelines Committee")
    assert (reference.year, reference.month, reference.doi) == (2021, 11, "10.1016/j.annonc.2021.07.006")
    assert [remark.facts["keys"] for remark in entry.remarks] == ["container-title, ISSN"]


def test_a_file_of_zotero_with_a_broken_entry() -> None:
    first, broken, last = _read(ZOTERO)
    assert isinstance(first, Entry)
    assert isinstance(broken, Problem)
    assert isinstance(last, Entry)
    reference = first.item.reference
    assert (reference.authors, reference.group_author) == (
        ("van der Berg HJ", "King ML Jr"),
        "World Health Organization",
    )
    assert (reference.pmid, reference.version, reference.volume) == ("34293461", "1.10", "32")
    assert (reference.accessed, reference.month) == ("2025-03-04", 11)
    assert [remark.facts["keys"] for remark in first.remarks] == ["note, x"]
    assert (broken.line, broken.why, "broken" in broken.raw) == (19, "reading.csl_deep", True)
    assert (last.line, last.item.kind, last.item.reference.stand) == (23, SourceKind.WEB_PAGE, "2021-05")


def test_a_missing_brace_costs_one_entry() -> None:
    found = _read('[{"title": "A"},\n{"title": "B", "author": [{"family": "X"}\n,\n{"title": "C"},\n{"title": "D"}]')
    assert isinstance(found[0], Entry)
    assert any(isinstance(one, Problem) for one in found)


@pytest.mark.parametrize(
    "text, count",
    [
        ('{"type": "book", "title": "A"}', 1),
        ('{"items": [{"title": "A"}, {"title": "B"}], "total": 5}', 2),
        ('{"message": {"items": [{"title": "A"}]}}', 1),
        ('{"title": "A"}\n{"title": "B"}\n', 2),
        ("[]", 0),
        ('{"references": [{"title": "A"}]}', 1),
        ('\ufeff[{"title": "A"}]', 1),
    ],
)
def test_every_wrapping(text: str, count: int) -> None:
    assert len([one for one in _read(text.removeprefix("\ufeff")) if isinstance(one, Entry)]) == count


@pytest.mark.parametrize(
    "date, year, month, remarks",
    [
        ({"date-parts": [[2021, 11]]}, 2021, 11, 0),
        ({"date-parts": [["2021"]]}, 2021, None, 0),
        ({"date-parts": [[2021, 1], [2022, 1]]}, 2021, 1, 1),
        ({"raw": "Nov 2021"}, 2021, 11, 0),
        ({"literal": "Spring 2021"}, 2021, None, 1),
        ({"date-parts": [[2021]], "season": 2}, 2021, None, 1),
        ({"date-parts": [[2021]], "circa": True}, 2021, None, 1),
        ("2021-11", 2021, 11, 0),
        (2021, 2021, None, 0),
        ({"date-parts": [[None]]}, None, None, 0),
        ({"date-parts": [2021, 11]}, 2021, 11, 0),
        ({"raw": "soon"}, None, None, 1),
        ({"date-parts": [[2021, 13]]}, 2021, None, 1),
        ({"date-parts": [[2021, 11, 5]]}, 2021, 11, 1),
    ],
)
def test_dates_of_every_shape(date: object, year: int | None, month: int | None, remarks: int) -> None:
    entry = _one(issued=date)
    assert (entry.item.reference.year, entry.item.reference.month, len(entry.remarks)) == (year, month, remarks)


@pytest.mark.parametrize(
    "name, author",
    [
        ({"family": "Goethe", "given": "J. W.", "dropping-particle": "von"}, "von Goethe JW"),
        ("Gronchi, A.", "Gronchi A"),
        ({"family": "Angelo", "given": "Maria", "non-dropping-particle": "d'"}, "d'Angelo, Maria"),
        ({"family": "Plato"}, "Plato"),
        ({"literal": "Gronchi A"}, "Gronchi A"),
        ({"given": "Madonna"}, "Madonna"),
    ],
)
def test_names_of_every_shape(name: object, author: str) -> None:
    assert _one(author=[name]).item.reference.authors == (author,)


def test_a_doubled_key_is_named_and_the_last_one_counts() -> None:
    (entry,) = _read('[{"type": "book", "title": "A", "title": "B"}]')
    assert isinstance(entry, Entry)
    assert (entry.item.reference.title, entry.remarks[0].why, entry.remarks[0].raw) == ("B", "reading.csl_doubled", "A")


def test_foreign_custom_facts_are_named_and_damaged_own_ones_too() -> None:
    assert _one(custom={"a": 1}).remarks[0].facts["keys"] == "custom"
    assert _one(custom={"kind": "book", "leitstand": {"status": 5}}).remarks[0].why == "reading.own_facts"


@pytest.mark.parametrize("text", ["[" * 5000, '{"a":' * 5000, '[{"title": "A", "x": ' + "[" * 500 + "]" * 500 + "}]"])
def test_deep_nesting_is_a_problem(text: str) -> None:
    assert [type(one) for one in _read(text)] == [Problem]


def test_a_file_that_breaks_off_says_so() -> None:
    found = _read('[{"title": "A"},\n{"title": "B')
    assert [type(one) for one in found] == [Entry, Problem]
    assert found[1].line == 2


def test_a_title_is_one_line_without_markup() -> None:
    entry = _one(type="report", title="<i>E. coli</i> &amp; CO<sub>2</sub>:\n  p < 0.05 and x > 3")
    assert entry.item.reference.title == "E. coli & CO₂: p < 0.05 and x > 3"


def test_of_several_isbns_the_first_is_read_and_all_are_named() -> None:
    entry = _one(type="book", title="T", ISBN="978-3-540-42290-7, 978-3-642-48354-7")
    assert entry.item.reference.isbn == "978-3-540-42290-7"
    assert "978-3-642-48354-7" in entry.remarks[0].raw


def test_an_article_has_no_isbn() -> None:
    entry = _one(type="article-journal", title="T", ISBN="978-3-540-42290-7")
    assert entry.item.reference.isbn == ""
    assert [remark.facts["keys"] for remark in entry.remarks] == ["ISBN"]


def test_more_authors_than_are_named() -> None:
    reference = _one(type="book", title="T", author=[{"literal": "Meier, A. et al."}]).item.reference
    assert (reference.authors, reference.et_al) == (("Meier A",), True)
