"""The reader says how sure it is of each field, and what it calls certain is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.records import Reference
from citations.references import fields, read_line
from citations.references.sureness import Sure, sureness
from tests.citations.references.scoring import wrong_by_level

HOUSE = (
    "Leitlinienprogramm Onkologie (DKG, DKH, AWMF): S3-Leitlinie Melanom, Langversion, 3.3, 2020, "
    "AWMF-Registernummer: 032/024OL (Stand 07/2020, aufgerufen am 04.03.2025)."
)


def sure_of(line: str) -> dict[str, str]:
    reading = read_line(line)
    assert isinstance(reading, Reference)
    return {name: sure.value for name, sure in sureness(line, reading).items()}


def test_a_line_that_the_house_style_prints_back_is_certain_throughout() -> None:
    assert set(sure_of(HOUSE).values()) == {"certain"}


@pytest.mark.parametrize(
    "line, field, level",
    [
        ("Roe A. Haut. Gut 2020;69(3):4-9. doi: 10.1136/x-1", "doi", "certain"),
        ("Roe A. Haut. Gut 2020;69(3):4-9. PMID: 17059708", "pmid", "certain"),
        ("Roe A: Haut. 2. Aufl. Thieme 2009, ISBN: 978-3-131-26346-9", "isbn", "certain"),
        ("S3-Leitlinie Melanom, AWMF-Registernummer 032/024OL", "awmf_number", "certain"),
        ("S3-Leitlinie Melanom, Version 3.3, abgerufen am 4.3.2025", "guideline_class", "certain"),
        ("S3-Leitlinie Melanom, Version 3.3, abgerufen am 4.3.2025", "accessed", "certain"),
        ("S3-Leitlinie Melanom, Stand 07/2020", "stand", "certain"),
        ("S3-Leitlinie Melanom, Version 3.3", "title", "likely"),
        ("Roe A, Poe B. Haut. Gut 2020;69(3):4-9.", "authors", "likely"),
        ("Roe A. Haut und Haar. Der Hautbote 2020;69(3):4-9.", "container", "unsure"),
        ("Roe et al.: Haut und Haar. Gut 2020;69(3):4-9.", "authors", "unsure"),
        ("Netdoktor.de: Gicht", "kind", "unsure"),
        ("Krebshilfe Sarkome e.V. 2. Auflage 2022. S3-Leitlinie Haut", "version", "certain"),
        ("S3-Leitlinie Melanom, 3.3 – Juli 2020. Haut e.V. Bonn", "version", "likely"),
        ("S2k-Leitlinie Akne, Patienteninformation dazu, 013-017", "kind", "likely"),
        ("Haut und Haar. S3-Leitlinie Melanom Update 2020", "year", "likely"),
        ("Roe A. Haut. Gut 2020;69(3):4-9. https://doi.org/10.1136/x-1 doi: 10.1136/x-2", "doi", "unsure"),
    ],
)
def test_a_field_is_as_sure_as_the_line_shows(line: str, field: str, level: str) -> None:
    assert sure_of(line)[field] == level


@pytest.mark.parametrize("name", ["lines_worked.jsonl", "lines_kept.jsonl"])
def test_what_is_certain_is_right_and_what_is_unsure_no_oftener_right_than_the_rest(name: str) -> None:
    shares = {sure: wrong / count for sure, (count, wrong) in wrong_by_level(name).items()}
    assert shares[Sure.CERTAIN] < 0.01
    assert shares[Sure.UNSURE] >= shares[Sure.LIKELY]


@given(st.text(alphabet="Roe A.,;:()2013/-S3 Leitlinie„“", max_size=90))
def test_every_filled_field_has_a_level_and_no_other(line: str) -> None:
    reading = read_line(line)
    if isinstance(reading, Reference):
        assert set(sureness(line, reading)) == {name for name, value in fields(reading).items() if value}
