"""The reader of BibTeX: the sins of strangers are mended or reported, none is silent, and no next entry is lost."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.formats import biblatex, bibtex
from citations.formats.incoming import Entry, Problem
from citations.records import Reference


def _all(text: str) -> list[Entry | Problem]:
    return list(bibtex.read(text.splitlines(keepends=True)))


def _entries(text: str) -> list[Entry]:
    return [found for found in _all(text) if isinstance(found, Entry)]


def _one(text: str) -> Entry:
    (found,) = _all(text)
    assert isinstance(found, Entry)
    return found


def _whys(found: Entry) -> set[str]:
    return {remark.why.removeprefix("reading.bib_") for remark in found.remarks}


def _field(field: str, value: str, name: str, kind: str = "article") -> object:
    return getattr(_one(f"@{kind}{{k, title = {{T}}, {field} = {value}}}").item.reference, name)


@pytest.mark.parametrize(
    "text, title, why",
    [
        ("@article{k, title = {A}, title = {B}}", "A", "doubled_field"),
        ("@article{k, title = {A} year = 2001}", "A", "missing_comma"),
        ("@article{k\n title = {A}}", "A", "missing_comma"),
        ("@article{,title = {A}}", "A", "no_key"),
        ("@article{ title = {A}}", "A", "no_key"),
        ("@article{a,b, title = {A}}", "A", "odd_key"),
        ("@article{k, title = {A}}, year = 2001}", "A", "surplus_brace"),
        ("@article{k, title = {A}", "A", "missing_end"),
        ("@article{k,\n title = {A,\n year = 2001\n}\n", "A", "missing_brace"),
        ('@article{k,\n title = "A,\n year = 2001\n}\n', "A", "missing_brace"),
        ("@article{k, title = {A, year = 2001, author = {Doe, J}}", "A", "missing_brace"),
        (r"@article{k, title = {A \nosuch{b}}}", r"A \nosuch{b}", "unknown_command"),
        ("@article{k, title = {A}, journal = nosuch}", "A", "unknown_macro"),
        ("@inbook{k, title = {A}, crossref = {none}}", "A", "no_parent"),
        ("@inbook{k, title = {A}, crossref = {k}}", "A", "circular_parent"),
        ("@article{k, title = {A}, year = {in press}}", "A", "no_date"),
        ("@article{k, title = {A}, abstract = {B}}", "A", "kept_raw"),
        ("@article{k, title = {A}, stray words}", "A", "no_field"),
        ("@book{k, title = {A}, editor = {Doe, J}}", "A", "editors"),
        ("@book{k, title = {A}, author = {Doe J, Roe AB}}", "A", "author_separators"),
        (r"@misc{k, title = {A}, url = {https://x.example/a{\_}b}}", "A", "escaped_address"),
    ],
)
def test_a_sin_is_mended_and_remarked_and_the_next_entry_is_read(text: str, title: str, why: str) -> None:
    read = _entries(f"{text}\n@article{{next, title = {{Next}}}}\n")
    first, second = sorted(read, key=lambda found: found.line)
    assert (first.item.reference.title, second.item.reference.title) == (title, "Next")
    assert why in _whys(first)
    assert second.remarks == ()


@pytest.mark.parametrize(
    "text",
    [
        "@article{k, title={Unclosed {word}, year=2001, author={Doe, J}\n}",
        "@article{k, title={Unclosed {word}, year=2001, author={Doe, J}}",
        "@article{k, author={Doe, J}, title={Unclosed {word}, year={2001}\n}",
        "@article{k, author={Doe, J}, title={Unclosed {word},\n year=2001\n}",
        "@article(k, author={Doe, J}, title={Unclosed {word}, YEAR = 2001\n)",
        '@article{k, title="Unclosed word, year=2001, author="Doe, J"}',
        '@article{k,\n title="Unclosed word,\n year=2001,\n author="Doe, J"\n}',
        "@article{k\n , title={Unclosed {word}\n , year=2001\n , author={Doe, J}\n}",
    ],
)
@pytest.mark.parametrize("followers", [0, 1, 12])
def test_a_value_without_end_ends_where_the_next_field_begins(text: str, followers: int) -> None:
    more = "\n".join(f"@article{{n{n}, title = {{Next}}}}" for n in range(followers))
    first, *rest = _entries(f"{text}\n{more}\n")
    read = first.item.reference
    assert (read.title, read.year, read.authors) == ("Unclosed word", 2001, ("Doe J",))
    assert "missing_brace" in _whys(first)
    assert [(found.item.reference.title, found.remarks) for found in rest] == [("Next", ())] * followers


@pytest.mark.parametrize(
    "text",
    ["@article{k, title = {A}, note = {a, b={c}}", "@article{k, title = {A}, note = {the year = {c}}"],
)
def test_a_note_with_a_formula_is_no_swallowed_field(text: str) -> None:
    assert _whys(_one(text)) == {"missing_end", "kept_raw"}


@pytest.mark.parametrize(
    "text",
    [
        "@article{k, title = {A}}",
        '@ARTICLE ( k , Title = "A" )',
        "@article{k, title = {A},,}",
        "\ufeff@article{k,\r\n  title = {A}\r\n}",
        "@article{k,\r  title = {A}\r}",
        "@string{a = {A}} @article{k, title = a}",
        '@string(a = "A")\n@article{k, title = a # {}}',
        "@article{k, title = a}\n@string{a = {A}}",
        "@preamble{ {x} # {y} }\n@comment{jabref-meta: x;}\nprose\n@article{k, title = {{A}}}",
        "@article{müller 2020, title = {A}}",
        "@commentary{k, title = {A}}",
        "@article{k, title = {A}, langid = {ngerman}}",
        "@article{k, title = {\n@ A\n}}".replace("@ A", "A"),
    ],
)
def test_what_is_right_is_read_without_remark(text: str) -> None:
    found = _one(text)
    assert found.item.reference.title == "A"
    assert found.remarks == ()


@pytest.mark.parametrize(
    "field, kind",
    [
        ("journal = {Der Onkologe}", "journal-article"),
        ("journaltitle = {Der Onkologe}, url = {https://a.example}", "journal-article"),
        ("booktitle = {Great book}, publisher = {P}", "chapter"),
        ("publisher = {P}", "book"),
        ("isbn = {978-3-527-34772-1}", "book"),
        ("school = {U}", "book"),
        ("institution = {I}", "report"),
        ("url = {https://a.example}", "web-page"),
    ],
)
@pytest.mark.parametrize("entry", ["commentary", "blurb"])
def test_the_fields_say_the_kind_where_the_type_does_not(field: str, kind: str, entry: str) -> None:
    found = _one(f"@{entry}{{k, title = {{T}}, {field}}}")
    assert found.item.reference.kind == kind
    assert ("unknown_type" in _whys(found)) == (entry == "blurb")


def test_a_line_that_begins_with_an_at_sign_does_not_end_a_value() -> None:
    found = _one("@article{k, title = {see\n@article{x, y}\n@ z}, year = 2001}")
    assert (found.item.reference.title, found.item.reference.year) == ("see @articlex, y @ z", 2001)


def test_doubled_keys_are_both_kept_and_each_entry_knows_its_line_and_text() -> None:
    one, two = _entries("% head\n@article{k, title = {A}}\n\n@article{K,\n title = {B}}")
    assert (one.line, two.line) == (2, 4)
    assert two.raw == "@article{K,\n title = {B}}"
    assert _whys(two) == {"doubled_key"}


@pytest.mark.parametrize(
    "text, why",
    [
        ("stray, title = {lost}\n", "between_entries"),
        ("% @article{hidden, title = {x}}\n", "commented_out"),
        ("@article{k, title = {never", "never_closed"),
        ("@article{k}", "no_fields"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_text(text: str, why: str) -> None:
    (problem,) = _all(text)
    assert isinstance(problem, Problem)
    assert problem.why == f"reading.bib_{why}"
    assert problem.raw == text.strip()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_parent_is_found_before_and_behind_its_child(order: tuple[int, int]) -> None:
    texts = (
        "@inproceedings{c, title = {Talk}, author = {Doe, J}, crossref = {P}}",
        "@proceedings{p, title = {Conference}, year = 2001, publisher = {Springer}}",
    )
    found = {entry.item.cite_key: entry.item.reference for entry in _entries("\n".join(texts[at] for at in order))}
    assert found["c"].container == "Conference"
    assert (found["c"].title, found["c"].year, found["c"].publisher) == ("Talk", 2001, "Springer")


def test_xdata_is_inherited_and_parents_of_parents_too() -> None:
    text = "@xdata{a, publisher = {P}, xdata = {b}}\n@xdata{b, location = {Köln}}\n@book{k, title = {T}, xdata = {a}}"
    assert _entries(text)[-1].item.reference.publisher == "P"
    assert _entries(text)[-1].item.reference.place == "Köln"


@pytest.mark.parametrize(
    "month", ["jan", "{Jan.}", "{January}", "{Januar}", "{01}", "1", "{1~January}", '"10~" # jan', "{jan}"]
)
def test_a_month_is_read_in_every_form(month: str) -> None:
    found = _one(f"@article{{k, title = {{T}}, year = 2020, month = {month}}}").item.reference
    assert (found.year, found.month) == (2020, 1)


@pytest.mark.parametrize(
    "field, value, name, wanted",
    [
        ("year", "{2021/11}", "month", 11),
        ("date", "{2021-11/2021-12}", "month", 11),
        ("pages", "{1348--1365}", "pages", "1348-1365"),
        ("pages", "{pp. 12–19}", "pages", "12-19"),
        ("eid", "{e2034}", "pages", "e2034"),
        ("doi", "{https://doi.org/10.1000/A_b--c}", "doi", "10.1000/A_b--c"),
        ("pmid", "{12345678}", "pmid", "12345678"),
        ("url", r"{\url{https://x.example/a_b%20c~d--e}}", "url", "https://x.example/a_b%20c~d--e"),
        ("note", "{accessed 2020-01-01}", "accessed", "2020-01-01"),
        ("note", r"{See \url{https://x.example/a}}", "url", "https://x.example/a"),
        ("howpublished", r"{\url{https://x.example/a}}", "url", "https://x.example/a"),
        ("urldate", "{5. März 2020}", "accessed", "2020-03-05"),
        ("journal", r"{Z. \"{A}rztl. \& Fortbild.}", "container", "Z. Ärztl. & Fortbild."),
        ("author", "{{Land and Sea, Inc.}}", "authors", ()),
        ("author", "{von der Heide, Jr., Hans}", "authors", ("von der Heide, Hans Jr.",)),
        ("author", "{Ludwig van Beethoven and Doe, J. P. and others}", "authors", ("van Beethoven, Ludwig", "Doe JP")),
        ("author", "{Doe, J and others}", "et_al", True),
        ("note", "{AWMF-Registernummer: 032/044OL}", "awmf_number", "032/044OL"),
        ("note", "{Stand: Juni 2022}", "stand", "2022-06"),
    ],
)
def test_a_field_of_an_article_is_read_in_every_form(field: str, value: str, name: str, wanted: object) -> None:
    assert _field(field, value, name) == wanted


@pytest.mark.parametrize("edition", ["5th", "Fifth", "5", "5.", "5. Auflage", "fünfte", "5., aktualisierte Auflage"])
def test_an_edition_is_its_number(edition: str) -> None:
    assert _field("edition", f"{{{edition}}}", "edition", "book") == "5"


@pytest.mark.parametrize(
    "kind, wanted",
    [
        ("techreport", "report"), ("manual", "report"), ("electronic", "web-page"), ("www", "web-page"),
        ("incollection", "chapter"), ("inbook", "chapter"), ("proceedings", "book"), ("phdthesis", "book"),
        ("misc", "other"), ("unheard-of", "other"),
    ],
)  # fmt: skip
def test_types_of_both_formats_are_known(kind: str, wanted: str) -> None:
    assert _one(f"@{kind}{{k, title = {{T}}}}").item.reference.kind == wanted


def test_a_guideline_of_a_stranger_is_a_guideline() -> None:
    found = _one(
        "@techreport{k, title = {S3-Leitlinie Sarkome}, institution = {AWMF}, number = {032/044OL},"
        " year = 2022, note = {Stand 06/2022, aufgerufen am 04.03.2025}}"
    ).item
    assert found.reference == Reference(
        "guideline", guideline_class="S3", title="Sarkome", awmf_number="032/044OL", year=2022, stand="2022-06",
        accessed="2025-03-04",
    )  # fmt: skip
    assert found.kind == "awmf_guideline"


@pytest.mark.parametrize(
    "head, modern",
    [
        ("@online{k, title = {T}, urldate = {2020-01-01}}", True),
        ("@article{k, journaltitle = {J}, date = {2020}}", True),
        ("@article{k, journal = {J}, year = 2020}", False),
        ("@techreport{k, title = {T}, urldate = {2020-01-01}}", False),
    ],
)
def test_each_format_recognises_its_own(head: str, modern: bool) -> None:
    assert biblatex.recognises(head) is modern
    assert bibtex.recognises(head) is not modern


@pytest.mark.parametrize("head", ["", "TY  - JOUR\n", "someone@example.org (home)", '[{"id": "x"}]', "title = {x}"])
def test_no_format_recognises_what_is_no_bibtex(head: str) -> None:
    assert not biblatex.recognises(head)
    assert not bibtex.recognises(head)


@settings(max_examples=300)
@given(st.text('@{}(),="#\\ab \n%') | st.text())
def test_no_input_raises_and_all_that_looks_like_an_entry_is_reported(text: str) -> None:
    for found in bibtex.read([text]):
        assert found.line >= 1


def test_pieces_of_any_size_give_the_same_entries() -> None:
    text = "".join(f"@article{{k{number},\n  title = {{T {number}}},\n}}\n" for number in range(3000))
    lines: Iterator[str] = iter(text.splitlines(keepends=True))
    assert [found.line for found in bibtex.read(lines)] == [1 + 3 * number for number in range(3000)]
    assert len(_all(text)) == len(list(bibtex.read([text]))) == 3000
