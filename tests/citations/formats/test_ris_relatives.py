"""The exports of PubMed (.nbib) and EndNote (.enw): each record is one entry, and none is taken for printed text."""

import pytest

from citations.formats import recognised, ris
from citations.formats.incoming import Entry, Incoming
from citations.records import Reference

PUBMED = """
PMID- 34293461
OWN - NLM
STAT- MEDLINE
IS  - 1569-8041 (Electronic)
VI  - 32
IP  - 11
DP  - 2021 Nov
TI  - Soft tissue and visceral sarcomas: a guideline
      in two lines.
PG  - 1348-1365
LID - S0923-7534(21)02184-0 [pii]
LID - 10.1016/j.annonc.2021.07.006 [doi]
AB  - Patients with
      T2 - weighted images.
FAU - Gronchi, Alessandro
AU  - Gronchi A
AD  - Department of Surgery, Milan.
CN  - ESMO Guidelines Committee
LA  - eng
PT  - Journal Article
TA  - Ann Oncol
JT  - Annals of oncology
JID - 9007735
SO  - Ann Oncol. 2021 Nov;32(11):1348-1365.

PMID- 12345678
TI  - Second.
AU  - Meier AB
DP  - 2003 Jul 21
JT  - The Journal
"""
ENDNOTE = """%0 Journal Article
%A Gronchi, Alessandro
%A World Health Organization,
%T Soft tissue sarcomas
%J Annals of Oncology
%D 2021
%V 32
%N 11
%P 1348-1365
%R 10.1016/j.annonc.2021.07.006
%@ 1569-8041
%0 Book
%E Meier, Anna
%T The book
%I Springer
%C Berlin
%7 2nd
%@ 978-3-540-42290-7
%L shelf 7
"""


def _read(text: str) -> list[Incoming]:
    assert recognised(text) == "ris"
    return list(ris.read(text.splitlines(keepends=True)))


def _references(text: str) -> list[Reference]:
    return [found.item.reference for found in _read(text) if isinstance(found, Entry)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_export_of_pubmed(end: str) -> None:
    first, second = _references(PUBMED.replace("\n", end))
    assert first.title == "Soft tissue and visceral sarcomas: a guideline in two lines."
    assert (first.authors, first.group_author) == (("Gronchi, Alessandro",), "ESMO Guidelines Committee")
    assert (first.container, first.volume, first.issue, first.pages) == ("Ann Oncol", "32", "11", "1348-1365")
    assert (first.year, first.month) == (2021, 11)
    assert (first.doi, first.pmid) == ("10.1016/j.annonc.2021.07.006", "34293461")
    assert (second.title, second.authors, second.year) == ("Second.", ("Meier AB",), 2003)


def test_what_an_export_of_pubmed_says_beyond_is_named_with_its_line() -> None:
    first, second = _read(PUBMED)
    assert isinstance(first, Entry)
    named = [(remark.line, remark.facts["tag"], remark.raw) for remark in first.remarks]
    assert (14, "AB", "Patients with T2 - weighted images.") in named
    assert {tag for _, tag, _ in named} == {"SN", "AB", "AD", "LA", "JF"}
    assert (first.line, second.line) == (2, 27)
    assert first.raw.startswith("PMID- 34293461")
    assert first.raw.endswith("1348-1365.")


def test_an_export_of_endnote() -> None:
    article, book = _references(ENDNOTE)
    assert (article.authors, article.group_author) == (("Gronchi, Alessandro",), "World Health Organization")
    assert (article.container, article.pages, article.doi) == (
        "Annals of Oncology",
        "1348-1365",
        "10.1016/j.annonc.2021.07.006",
    )
    assert (book.kind, book.authors, book.edition, book.isbn) == ("book", ("Meier, Anna",), "2", "978-3-540-42290-7")
    last = _read(ENDNOTE)[1]
    assert isinstance(last, Entry)
    assert [(remark.line, remark.raw) for remark in last.remarks] == [(19, "shelf 7")]


def test_text_between_records_is_a_problem() -> None:
    found = _read("PMID- 1\nTI  - One.\n\nno tag at all\n\nPMID- 2\nTI  - Two.\n")
    assert [(one.line, getattr(one, "why", "entry")) for one in found] == [
        (1, "entry"),
        (4, "reading.ris_outside"),
        (6, "entry"),
    ]


def test_printed_lists_are_not_taken_for_exports() -> None:
    assert recognised("PMID: 34293461. Gronchi A. Soft tissue. Ann Oncol 2021\n") == "text"
    assert recognised("%0 complete\nText\n") == "text"
