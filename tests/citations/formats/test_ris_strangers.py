"""RIS as other programs and people write it: small files in the manner of each, and the sins of all."""

from dataclasses import replace
from time import process_time

import pytest

from citations.formats import ris
from citations.formats.incoming import Entry, Incoming
from citations.kinds import SourceKind
from citations.records import Organisation, Reference
from tests.citations.formats.same_sources import SOURCES

ZOTERO = """TY  - JOUR
TI  - Soft tissue and visceral sarcomas: ESMO-EURACAN-GENTURIS Clinical Practice Guidelines
AU  - Gronchi, A.
AU  - Miah, Aisha B.
T2  - Annals of Oncology
J2  - Ann Oncol
DA  - 2021/11//
PY  - 2021
DO  - https://doi.org/10.1016/j.annonc.2021.07.006
DP  - PubMed
VL  - 32
IS  - 11
SP  - 1348
EP  - 1365
SN  - 1569-8041
AN  - 34293461
ER  -
"""
ENDNOTE = """TY  - JOUR
A1  - Bramwell, V. H.
A1  - World Health Organization,
T1  - Doxorubicin-based chemotherapy
JF  - Cochrane Database Syst Rev
Y1  - 2003/07/21/
SP  - 1348-1365
EP  - 1365
AB  - Patients with
ER-positive tumours had
T2-weighted imaging.
KW  - one
two
UR  - https://example.org/a
UR  - https://example.org/b
ID  - 17
ER  -
"""


def _read(text: str) -> list[Incoming]:
    return list(ris.read(text.splitlines(keepends=True)))


def _one(text: str) -> Entry:
    (entry,) = _read(text)
    assert isinstance(entry, Entry)
    return entry


def _of(*tags: str) -> Reference:
    return _one("\n".join((*tags, "ER  - "))).item.reference


def test_an_article_of_zotero() -> None:
    entry = _one(ZOTERO)
    assert entry.item.reference == replace(
        SOURCES["article"],
        kind="guideline",
        authors=("Gronchi A", "Miah, Aisha B."),
        group_author="",
        title="Soft tissue and visceral sarcomas: ESMO-EURACAN-GENTURIS Clinical Practice Guidelines",
        accessed="",
    )
    assert entry.item.kind is SourceKind.ESMO_CPG
    assert [(remark.line, remark.raw) for remark in entry.remarks] == [
        (5, "Annals of Oncology"),
        (10, "PubMed"),
        (15, "1569-8041"),
    ]
    assert entry.raw == ZOTERO.rstrip()


def test_a_review_of_endnote_with_an_abstract_that_looks_like_tags() -> None:
    entry = _one(ENDNOTE)
    reference = entry.item.reference
    assert (reference.authors, reference.group_author) == (("Bramwell VH",), "World Health Organization")
    assert (reference.pages, reference.year, reference.month) == ("1348-1365", 2003, 7)
    assert (entry.item.cite_key, entry.item.kind) == ("17", SourceKind.COCHRANE_REVIEW)
    left = {remark.facts["tag"]: remark.raw for remark in entry.remarks}
    assert left["AB"] == "Patients with ER-positive tumours had T2-weighted imaging."
    assert (left["KW"], left["UR"], left["DA"]) == ("one\ntwo", "https://example.org/b", "2003-07-21")


@pytest.mark.parametrize("dash", ["  - ", " - ", "  -", " -", "-", "- ", "   -  "])
@pytest.mark.parametrize("lower", [False, True])
def test_any_room_around_the_dash_and_any_case(dash: str, lower: bool) -> None:
    tags = [
        f"{tag.lower() if lower else tag}{dash}{text}"
        for tag, text in (("TY", "BOOK"), ("AU", "Muster, A."), ("TI", "Titel"), ("PY", "2020"), ("ER", ""))
    ]
    reference = _one("\n".join(tags)).item.reference
    assert (reference.authors, reference.title, reference.year) == (("Muster A",), "Titel", 2020)


def test_a_missing_end_costs_no_record() -> None:
    first, second = _read("TY  - BOOK\nTI  - Eins\n\nTY  - BOOK\nTI  - Zwei\n")
    assert isinstance(first, Entry)
    assert isinstance(second, Entry)
    assert (first.item.reference.title, second.item.reference.title, second.line) == ("Eins", "Zwei", 4)
    assert [remark.why for remark in first.remarks] == ["reading.ris_no_end"]


def test_a_doubled_type_is_one_record() -> None:
    entry = _one("TY  - BOOK\nTY  - JOUR\nTI  - Eins\nER  - \n")
    assert (entry.item.reference.kind, [remark.why for remark in entry.remarks]) == (
        "book",
        ["reading.ris_doubled_type"],
    )


def test_junk_and_lone_ends_are_problems_in_their_place() -> None:
    found = _read("Provider: X\nContent: Y\n\n1.\nTY  - BOOK\nTI  - A\nER  - \nER  - \nTY  - BOOK\nER  - \n")
    assert [(one.line, getattr(one, "why", "entry")) for one in found] == [
        (1, "reading.ris_outside"),
        (5, "entry"),
        (8, "reading.ris_outside"),
        (9, "reading.ris_empty"),
    ]


def test_unknown_tags_and_types_are_named() -> None:
    remarks = _one("TY  - WHAT\nTI  - A\nXX  - hello\nER  - \n").remarks
    assert [(remark.why, remark.raw) for remark in remarks] == [
        ("reading.ris_type", "WHAT"),
        ("reading.ris_unknown", "hello"),
    ]


@pytest.mark.parametrize(
    "written, year, month",
    [
        ("2021/11/05/", 2021, 11),
        ("2021///", 2021, None),
        ("2021", 2021, None),
        ("2021/11//", 2021, 11),
        ("2021 Nov 5", 2021, 11),
        ("November 2021", 2021, 11),
        ("05.11.2021", 2021, 11),
        ("[2021]", 2021, None),
        ("2021//11", 2021, None),
        ("2021/13/01", 2021, None),
        ("2021///Nov", 2021, 11),
        ("Spring 2021", 2021, None),
        ("20211105", 2021, 11),
        ("c2021", None, None),
        ("in press", None, None),
        ("99", None, None),
    ],
)
def test_years_in_any_wording(written: str, year: int | None, month: int | None) -> None:
    reference = _of("TY  - JOUR", "TI  - A", f"PY  - {written}")
    assert (reference.year, reference.month) == (year, month)


@pytest.mark.parametrize(
    "written, authors",
    [
        ("Gronchi, A.", ("Gronchi A",)),
        ("Dei Tos, A. P.", ("Dei Tos AP",)),
        ("O'Neill, J.-P.", ("O'Neill J-P",)),
        ("Müller, Anna", ("Müller, Anna",)),
        ("Gronchi A", ("Gronchi A",)),
        ("Anna Müller", ("Anna Müller",)),
        ("King, M. L., Jr", ("King ML Jr",)),
        ("King, Jr, M. L.", ("King ML Jr",)),
        ("Muster A, Miah AB", ("Muster A", "Miah AB")),
        ("Muster, A.; Miah, A. B.", ("Muster A", "Miah AB")),
        ("Li, Wei-Xu", ("Li, Wei-Xu",)),
        ("van der Berg, HJ", ("van der Berg HJ",)),
    ],
)
def test_people_in_the_stored_form(written: str, authors: tuple[str, ...]) -> None:
    assert _of("TY  - JOUR", "TI  - A", f"AU  - {written}").authors == authors


@pytest.mark.parametrize(
    "written, name, bracket",
    [
        ("World Health Organization,", "World Health Organization", ()),
        ("AWMF", "AWMF", ()),
        (
            "Bundesinstitut für Arzneimittel und Medizinprodukte (BfArM)",
            "Bundesinstitut für Arzneimittel und Medizinprodukte",
            ("BfArM",),
        ),
        ("Deutsche Gesellschaft für Chirurgie", "Deutsche Gesellschaft für Chirurgie", ()),
    ],
)
def test_bodies_are_no_people(written: str, name: str, bracket: tuple[str, ...]) -> None:
    assert _of("TY  - RPRT", "TI  - A", f"AU  - {written}").organisations == (Organisation(name, bracket),)


@pytest.mark.parametrize(
    "tags, field, value",
    [
        (("JOUR", "SP  - 12", "EP  - 19"), "pages", "12-19"),
        (("JOUR", "SP  - 12-9"), "pages", "12-9"),
        (("JOUR", "EP  - 19"), "pages", "19"),
        (("JOUR", "C7  - e123"), "pages", "e123"),
        (("BOOK", "ET  - 5th ed."), "edition", "5"),
        (("BOOK", "ET  - 3. Auflage"), "edition", "3"),
        (("RPRT", "ET  - Version 1.1 (Langversion)"), "edition_form", "Langversion"),
        (("RPRT", "M1  - 032/044OL"), "awmf_number", "032/044OL"),
        (("RPRT", "M3  - S3-Leitlinie"), "guideline_class", "S3"),
        (("ELEC", "UR  - https://dx.doi.org/10.1000/ab"), "doi", "10.1000/ab"),
        (("JOUR", "M3  - doi:10.1000/ab"), "doi", "10.1000/ab"),
        (("CHAP", "T2  - Handbuch"), "container", "Handbuch"),
        (("BOOK", "SN  - ISBN 978-92-832-4502-5 (print)"), "isbn", "978-92-832-4502-5"),
        (("WEB", "Y2  - 2025/03/04/"), "accessed", "2025-03-04"),
        (("GOVDOC", "DA  - 2022/06//"), "stand", "2022-06"),
        (("JOUR", "N1  - PMID: 34293461"), "pmid", "34293461"),
        (("STAT",), "kind", "law"),
        (("THES",), "kind", "book"),
        (("RPRT", "N1  - Stand 06/2022; gültig bis 06.09.2026"), "valid_until", "2026-09-06"),
    ],
)
def test_a_tag_gives_its_field(tags: tuple[str, ...], field: str, value: str) -> None:
    assert getattr(_of(f"TY  - {tags[0]}", "TI  - A", *tags[1:]), field) == value


def test_damaged_facts_of_our_own_are_left_out_and_said() -> None:
    entry = _one('TY  - BOOK\nTI  - A\nU1  - leitstand {"kind": "x"}\nER  - \n')
    assert [remark.why for remark in entry.remarks] == ["reading.own_facts"]
    assert entry.item.reference.title == "A"


@pytest.mark.parametrize(
    "written, author",
    [
        ("Liu R.", "Liu R"),  # Embase
        ("van den Berg A.-B.", "van den Berg A-B"),
        ("R. K. Liu", "Liu RK"),  # IEEE
        ("A. von der Heide", "von der Heide A"),
        ("Catarina Barata", "Catarina Barata"),  # nothing says which is which
        ("Meier, A. et al.", "Meier A"),
    ],
)
def test_dots_say_which_part_of_a_name_is_which(written: str, author: str) -> None:
    assert _of("TY  - JOUR", "TI  - T", f"AU  - {written}").authors == (author,)


@pytest.mark.parametrize(
    "tags",
    [
        ("N1  - 34293461[pmid]",),  # PubMed Central
        ("U1  - 34293461[pmid]",),
        ("DB  - Scopus", "C2  - 34293461"),
        ("DB  - Embase", "DB  - Medline", "C5  - 34293461"),
    ],
)
def test_databases_give_the_number_of_pubmed_in_tags_of_their_own(tags: tuple[str, ...]) -> None:
    assert _of("TY  - JOUR", "TI  - T", *tags).pmid == "34293461"


def test_a_title_is_one_line_without_markup() -> None:
    reference = _of("TY  - JOUR", "TI  - <i>E. coli</i> &amp; CO<sub>2</sub>   under", "different   conditions")
    assert reference.title == "E. coli & CO₂ under different conditions"


def test_an_article_has_no_isbn() -> None:
    entry = _one("TY  - JOUR\nTI  - T\nSN  - 978-3-540-42290-7\nER  - \n")
    assert entry.item.reference.isbn == ""
    assert [remark.raw for remark in entry.remarks] == ["978-3-540-42290-7"]


@pytest.mark.parametrize("piece", [" , ", "& ", " , et", "A. ", "A, B., "])
def test_a_name_without_end_is_read_at_once(piece: str) -> None:
    begun = process_time()
    _one(f"TY  - JOUR\nTI  - T\nAU  - {piece * (200_000 // len(piece))}\nER  - \n")
    assert process_time() - begun < 5
