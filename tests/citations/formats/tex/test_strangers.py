"""What strangers put where it does not belong is read where it belongs; a remark names what then has no field."""

from typing import Any

import pytest

from citations.formats import bibtex
from citations.formats.incoming import Entry, Problem
from citations.formats.tex.values import plain
from citations.records import Reference


def _read(fields: str, kind: str = "article") -> Entry:
    (found,) = bibtex.read([f"@{kind}{{k, {fields}}}\n"])
    assert isinstance(found, Entry)
    return found


def _reference(fields: str, kind: str = "article") -> Reference:
    return _read(fields, kind).item.reference


def _left(entry: Entry) -> set[str]:
    """Return the fields that remarks name."""
    named = [remark.facts.get("fields", "") for remark in entry.remarks if remark.why == "reading.bib_kept_raw"]
    return {name for names in named for name in names.split(", ") if name}


@pytest.mark.parametrize(
    "author, authors, et_al",
    [
        # the names of biber, as Better BibTeX and Citavi write them
        ("family=Vries, given=Andrie, prefix=de, useprefix=true", ("de Vries, Andrie",), False),
        ("given=Martin, family=Vogt, given-i=M and Meier, A.", ("Vogt, Martin", "Meier A"), False),
        ('family="Vogt, Berg", given=A., suffix=Jr', ("Vogt, Berg, A. Jr",), False),
        # more of them than are named
        ("Krause, M. et al", ("Krause M",), True),
        ("David R. Lide et al.", ("Lide, David R.",), True),
        ("Meier, Anna and Vogt, Bernd, et al.", ("Meier, Anna", "Vogt, Bernd"), True),
        # a person in braces, as export filters leave those that they cannot part
        ("{Grant, S. G. N.} and Vogt, J.", ("Grant SGN", "Vogt J"), False),
        # a control space behind the full stop
        (r"Booth, Wayne C.\ and Colomb, Gregory G.\ ", ("Booth, Wayne C.", "Colomb, Gregory G."), False),
        # degrees and titles
        ("Patton, PhD, David", ("Patton, David PhD",), False),
        ("Prof. Dr. med. Anna Meier", ("Meier, Prof. Dr. med. Anna",), False),
    ],
)
def test_people_are_read_in_every_manner_of_writing(author: str, authors: tuple[str, ...], et_al: bool) -> None:
    reference = _reference(f"author = {{{author}}}, title = {{T}}, journal = {{J}}")
    assert reference.authors == authors
    assert reference.et_al is et_al
    assert (reference.organisations, reference.group_author) == ((), "")


@pytest.mark.parametrize(
    "author",
    [
        "Meier, A., Vogt, B., Huber, C.",
        "Meier, A., Vogt, B. and Huber, C.",
        "Meier, A., Vogt, B. & Huber, C.",
        "A. Meier, B. Vogt, C. Huber",
        "A. Meier, B. Vogt and C. Huber",
        "A.Meier, B.Vogt und C.Huber",
        "Meier A, Vogt B, Huber C",
        r"M{e}ier, A.; Vogt, B.; Huber, C.",
    ],
)
def test_people_parted_by_other_signs_are_never_one_person(author: str) -> None:
    entry = _read(f"author = {{{author}}}, title = {{T}}, journal = {{J}}")
    assert entry.item.reference.authors == ("Meier A", "Vogt B", "Huber C")
    assert "reading.bib_author_separators" in [remark.why for remark in entry.remarks]


@pytest.mark.parametrize(
    "author",
    [
        "Smith & Nephew",
        "{Smith, Klein & Co}",
        "Vogt, Anna Maria",
        "von der Heide, Karl-Heinz",
        "{Department of Health, U.K. and Partners}",
        "{Gesundheit & Wissen e.V.}",
    ],
)
def test_one_name_stays_one(author: str) -> None:
    entry = _read(f"author = {{{author}}}, title = {{T}}, journal = {{J}}")
    reference = entry.item.reference
    assert len(reference.authors) + len(reference.organisations) == 1
    assert entry.remarks == ()


@pytest.mark.parametrize(
    "fields, kind, expected, left",
    [
        (
            r"title = {\href{https://a.example/x?a=1\&b=2}{Graph transformation}}",
            "article",
            {"title": "Graph transformation", "url": "https://a.example/x?a=1&b=2"},
            set(),
        ),
        (
            r"title = {\href{https://a.example}{T}}, url = {https://b.example}",
            "misc",
            {"title": "T", "url": "https://b.example"},
            {"href"},
        ),
        (
            "title = {T}, isbn = {978-3-540-42290-7,978-3-642-48354-7}",
            "book",
            {"isbn": "978-3-540-42290-7"},
            {"isbn"},
        ),
        (
            "title = {T}, isbn = {0-226-03857-2 (hardcover), 0-226-03858-0 (paperback)}",
            "book",
            {"isbn": "0-226-03857-2"},
            {"isbn"},
        ),
        ("title = {T}, isbn = {978-3-540-42290-7}", "article", {"isbn": ""}, {"isbn"}),
        (
            "title = {T}, url = {http://a.example/1 https://b.example/2}",
            "misc",
            {"url": "http://a.example/1"},
            {"url"},
        ),
        (
            "title = {T}, url = {<Go to ISI>://WOS:000326919300018\nhttps://b.example/2}",
            "misc",
            {"url": "https://b.example/2"},
            {"url"},
        ),
        ("title = {T}, url = {http://a.example/a b.pdf}", "misc", {"url": "http://a.example/a b.pdf"}, set()),
        (
            "title = {T}, booktitle = {B}, location = {Pittsburgh}, address = {New York}, publisher = {ACM}",
            "inproceedings",
            {"place": "New York", "publisher": "ACM"},
            {"location"},
        ),
        ("title = {T}, location = {Bern}, address = {Bern}", "book", {"place": "Bern"}, set()),
        (
            r"title = {T}, howpublished = {\url{http://a.example/}, accessed December 2008}",
            "misc",
            {"url": "http://a.example/", "accessed": "2008-12", "publisher": ""},
            set(),
        ),
        (
            r"title = {T}, howpublished = {Webseite}, url = {http://a.example}",
            "misc",
            {"url": "http://a.example", "publisher": ""},
            {"howpublished"},
        ),
        (
            "title = {T}, note = {[Online; accessed 19-July-2008]}, url = {http://a.example}",
            "misc",
            {"accessed": "2008-07-19"},
            {"note"},
        ),
        ("title = {T}, note = {34293461[pmid]}", "article", {"pmid": "34293461"}, set()),
        ("title = {T}, date = {1990}, month = {9}", "article", {"year": 1990, "month": 9}, set()),
        (r"title = {T}, year = {{\noopsort{1973b}}1973}", "book", {"year": 1973}, set()),
        (
            r"title = {Bone {\&}amp$\mathsemicolon$ Joint &lt; 5 {\&}quot;x{\&}quot;}",
            "article",
            {"title": 'Bone & Joint < 5 "x"'},
            set(),
        ),
        (
            r"title = {{\textless}i{\textgreater}E. coli{\textless}/i{\textgreater} and CO<sub>2</sub>}",
            "article",
            {"title": "E. coli and CO₂"},
            set(),
        ),
        ('title = {Der "`Begriff"\' und \\"`mehr\\"\'}', "article", {"title": "Der „Begriff“ und „mehr“"}, set()),
    ],
)
def test_facts_are_read_where_strangers_put_them(
    fields: str, kind: str, expected: dict[str, Any], left: set[str]
) -> None:
    entry = _read(fields, kind)
    assert {name: getattr(entry.item.reference, name) for name in expected} == expected
    assert _left(entry) == left


@pytest.mark.parametrize("month", ["Winter", "1--3", "????"])
def test_a_month_that_is_none_does_not_deny_the_year(month: str) -> None:
    entry = _read(f"title = {{T}}, journal = {{J}}, year = {{1990}}, month = {{{month}}}")
    assert entry.item.reference.year == 1990
    assert [remark.facts["field"] for remark in entry.remarks] == ["month"]


def test_a_short_author_is_the_author_where_no_other_is_named() -> None:
    assert _reference("title = {epistulae}, shortauthor = {Aischines}", "book").authors == ("Aischines",)
    entry = _read("title = {T}, shortauthor = {Meier}, author = {Meier, Anna}", "book")
    assert (entry.item.reference.authors, _left(entry)) == (("Meier, Anna",), {"shortauthor"})


def test_a_child_takes_the_book_title_that_its_parent_has_for_it() -> None:
    text = [
        "@inproceedings{a, title={Talk}, crossref={b}}\n",
        "@proceedings{b, title={Proceedings on paper}, booktitle={Proc.}, year=2001}\n",
    ]
    child = next(found for found in bibtex.read(text) if isinstance(found, Entry) and found.item.cite_key == "a")
    assert child.item.reference.container == "Proc."


@pytest.mark.parametrize("fields", ["keywords = {ancient}, shorthand = {Aet.}", "year = {2001}", "publisher = {P}"])
def test_an_entry_that_names_no_source_is_a_problem(fields: str) -> None:
    (found,) = bibtex.read([f"@book{{k, {fields}}}\n"])
    assert isinstance(found, Problem)
    assert found.raw == f"@book{{k, {fields}}}"


def test_our_own_entries_are_read_to_the_letter() -> None:
    entry = _read('title = {Der "`Begriff"\' <i>x</i> &amp; y}, keywords = {journal-article}')
    assert entry.item.reference.title == 'Der "`Begriff"\' <i>x</i> &amp; y'


@pytest.mark.parametrize(
    "value, text",
    [
        (r"the $19^{th}$ century, 5$^{\mbox{th}}$, 2$^{\rm nd}$", "the 19th century, 5th, 2nd"),
        (r"H\ensuremath{_2}O and Ca\ensuremath{^{2+}}", "H₂O and Ca²⁺"),
        ("x^2 and a_1", "x^2 and a_1"),
        (r"\textgreek{b}-blocker, \textgreek{ab}", "β-blocker, αβ"),
        (r"{\dq}x{\dq}", '"x"'),
        (r"\LaTeXe{} and \LuaLaTeX", "LaTeX2e and LuaLaTeX"),
        (r"37\,\textcelsius, 5\,{\textperthousand}, p $\leqslant$ 0.05", "37 ℃, 5 ‰, p ≤ 0.05"),
        (r"S. 98\psqq", "S. 98ff."),
    ],
)
def test_commands_of_other_programs_are_signs(value: str, text: str) -> None:
    assert plain(value) == (text, ())
