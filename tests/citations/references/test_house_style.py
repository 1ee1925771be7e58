"""The house style: the seed's lines come back byte for byte, and every kind has a proper line (domain 4.1)."""

import hashlib
from dataclasses import replace

import pytest

from citations.records import Organisation, Prose, Reference
from citations.references import default_style, print_line, print_reference, read_line, renew_verbatim

ORACLE = [
    (84, 223, 223, "0dbdeb9cb5c43a07", "guideline"),
    (85, 99, 100, "3b059677ba2ba6c7", ""),
    (86, 199, 201, "d5163ae1ec580acb", "guideline"),
    (87, 308, 308, "957a8f0fd82d855b", "nlm"),
    (88, 334, 341, "10317dd5cf605075", "guideline"),
    (89, 323, 325, "8dddb1afd435d46a", ""),
    (91, 97, 98, "d62bf728bd0da7d1", ""),
    (92, 210, 210, "2b8b54c6812a1b7e", "book"),
    (94, 263, 269, "343cab6ab3b96d9d", ""),
    (95, 124, 124, "3509df19d92f7119", ""),
    (96, 122, 123, "5ee3d3e6e40092b6", ""),
    (97, 61, 63, "7040ac6dfeb5ad9c", ""),
    (98, 293, 298, "e686c2a341aed2e6", ""),
    (99, 160, 161, "d3334804fc006fd1", ""),
    (101, 169, 171, "bf0d96e58f3a8649", "vancouver-colon"),
    (102, 284, 284, "68c7811bcfd4409a", "nlm-spaced"),
]
S3 = Reference(
    "guideline",
    guideline_class="S3",
    organisations=(Organisation("Leitlinienprogramm Onkologie", ("DKG", "DKH", "AWMF"), members=True),),
    title="Melanom",
    edition_form="Langversion",
    version="3.3",
    year=2020,
    awmf_number="032/024OL",
    stand="2020-07",
    accessed="2025-03-04",
    style="guideline",
)
HEAD = (
    "Leitlinienprogramm Onkologie (DKG, DKH, AWMF): S3-Leitlinie Melanom, Langversion, 3.3, 2020, AWMF-Registernummer: "
)


@pytest.mark.parametrize("number, characters, size, digest, style", ORACLE)
def test_a_line_of_the_seed_comes_back_byte_for_byte(
    seed_a: str, number: int, characters: int, size: int, digest: str, style: str
) -> None:
    line = seed_a.split("\n")[number - 1]
    assert (len(line), len(line.encode())) == (characters, size)
    assert hashlib.sha256(line.encode()).hexdigest()[:16] == digest
    reading = read_line(line)
    if style:
        assert isinstance(reading, Reference)
        assert reading.style == style
        assert print_line(reading) == line
    else:
        assert isinstance(reading, Prose)


@pytest.mark.parametrize(
    "stand, accessed, bracket",
    [
        ("2020-07", "2025-03-04", " (Stand 07/2020, aufgerufen am 04.03.2025)."),
        ("", "2025-03-04", " (aufgerufen am 04.03.2025)."),
        ("2020-07", "", " (Stand 07/2020)."),
        ("", "", "."),
        ("2020", "", " (Stand 2020)."),
    ],
)
def test_the_bracket_says_what_is_known_of_stand_and_access(stand: str, accessed: str, bracket: str) -> None:
    assert print_line(replace(S3, stand=stand, accessed=accessed)) == f"{HEAD}032/024OL{bracket}"


@pytest.mark.parametrize("accessed", ["", "2025-03-04"])
@pytest.mark.parametrize("stand", ["", "2020-07"])
def test_lines_with_a_shorter_bracket_are_read_too(stand: str, accessed: str) -> None:
    guideline = replace(S3, stand=stand, accessed=accessed)
    assert read_line(str(print_line(guideline))) == guideline


def test_the_renewed_list_carries_the_new_access_date() -> None:
    assert str(print_line(S3, accessed="2026-11-20")).endswith("(Stand 07/2020, aufgerufen am 20.11.2026).")


def test_a_line_without_style_has_no_printed_line_of_its_own() -> None:
    assert print_line(replace(S3, style="")) is None


@pytest.mark.parametrize(
    "reference, line",
    [
        (replace(S3, style="", awmf_number="032-024OL"), f"{HEAD}032/024OL (Stand 07/2020, aufgerufen am 04.03.2025)."),
        (
            Reference("patient-guideline", title="Melanom", stand="2021-03"),
            "Patientenleitlinie Melanom (Stand 03/2021).",
        ),
        (
            Reference("guideline", title="Melanom", container="Onkopedia", accessed="2025-01-02"),
            "Onkopedia-Leitlinie Melanom (aufgerufen am 02.01.2025).",
        ),
        (
            Reference("journal-article", authors=("Doe A",), title="Why?", container="Gut", year=2020, volume="3"),
            "Doe A. Why? Gut. 2020;3.",
        ),
        (
            Reference("book", authors=("Doe A",), title="Chirurgie", edition="2", publisher="Thieme", year=2008),
            "Doe A: Chirurgie. 2. Auflage. Thieme; 2008.",
        ),
        (
            Reference("chapter", authors=("Doe A",), title="Schmerz", container="Notfall", pages="3-9", year=2020),
            "Doe A: Schmerz. In: Notfall. 2020. S. 3-9.",
        ),
        (
            Reference("web-page", organisations=(Organisation("DKFZ"),), title="Haut", url="https://a.de/b"),
            "DKFZ: Haut. https://a.de/b.",
        ),
        (
            Reference("drug-information", title="Fachinformation Votrient", stand="2024-03-05", accessed="2025-01-02"),
            "Fachinformation Votrient (Stand 05.03.2024, aufgerufen am 02.01.2025).",
        ),
        (Reference("law", title="§ 35a SGB V"), "§ 35a SGB V."),
    ],
)
def test_a_reference_of_any_kind_has_a_line(reference: Reference, line: str) -> None:
    assert print_reference(reference) == line


def test_a_guideline_in_a_journal_is_printed_as_an_article() -> None:
    article = Reference("guideline", authors=("Doe A",), title="T", container="Ann Oncol", volume="3", pages="1-2")
    assert default_style(article) == "nlm"


@pytest.mark.parametrize(
    "before, after",
    [
        ("X (Stand 04.03.2025, aufgerufen am 04.03.2025).", "X (Stand 04.03.2025, aufgerufen am 20.11.2026)."),
        ("X, abgerufen am 4.3.2025", "X, abgerufen am 20.11.2026"),
        ("X. Zugriff: 4. März 2025", "X. Zugriff: 20. November 2026"),
        ("X (Abruf: 2025-03-04)", "X (Abruf: 2026-11-20)"),
        ("X. Accessed March 4, 2025.", "X. Accessed November 20, 2026."),
        ("X [cited 2025 Mar 4].", "X [cited 2026 Nov 20]."),
        ("X, aufgerufen am 05.03.2025", "X, aufgerufen am 05.03.2025"),
        ("X, Stand 04.03.2025", "X, Stand 04.03.2025"),
    ],
)
def test_an_irregular_line_changes_in_its_access_date_only(before: str, after: str) -> None:
    assert renew_verbatim(before, "2025-03-04", "2026-11-20") == after


@pytest.mark.parametrize(
    "stored, printed",
    [
        ("Judson, Ian", "Judson I"),
        ("Müller, Anna Maria", "Müller AM"),
        ("Blay, Jean-Yves", "Blay JY"),
        ("King, Martin L. Jr", "King ML Jr"),
        ("Beethoven, Ludwig van", "van Beethoven L"),
        ("Dei Tos, A. P.", "Dei Tos AP"),
        ("Gronchi A", "Gronchi A"),
        ("Bund, deutscher", "Bund, deutscher"),
    ],
)
def test_people_with_whole_given_names_are_printed_with_initials(stored: str, printed: str) -> None:
    reference = Reference("journal-article", authors=(stored, "Roe J"), title="T", container="Gut", year=2020)
    assert print_reference(reference) == f"{printed}, Roe J. T. Gut. 2020."


@pytest.mark.parametrize("number", ["1. ", "[12] ", "(3) ", "- "])
def test_a_number_before_a_line_of_the_house_is_no_part_of_a_name(number: str) -> None:
    line = print_line(S3)
    assert line is not None
    read = read_line(number + line)
    assert isinstance(read, Reference)
    assert replace(read, style="guideline") == read_line(line)


@pytest.mark.parametrize(
    "reference, line",
    [
        (Reference(kind="journal-article", doi="10.1000/x"), "doi: 10.1000/x."),
        (Reference(kind="journal-article", authors=("Roe A",), year=2020), "Roe A. 2020."),
        (Reference(kind="systematic-review", container="Gut", year=2020, volume="3"), "Gut. 2020;3."),
    ],
)
def test_an_article_without_a_title_begins_with_what_it_has(reference: Reference, line: str) -> None:
    assert print_reference(reference) == line
