"""Guidelines in the spellings that pages print: one row per form met in the wild."""

import pytest

from citations.records import Reference
from citations.references import read_line
from tests.citations.references.reading import said

CASES = [
    (
        "S3-Leitlinie Melanom. Kurzversion 1.1 – März 2019. AWMF-Register-Nr. 032-024OL. Leitlinienprogramm Onkologie.",
        {
            "guideline_class": "S3",
            "title": "Melanom",
            "version": "1.1",
            "edition_form": "Kurzversion",
            "year": 2019,
            "stand": "2019-03",
            "awmf_number": "032-024OL",
            "organisations": ["Leitlinienprogramm Onkologie"],
        },
    ),
    (
        "[3] DGU. S3-LL Harnblase, Langfassung 2.0, März 2020, AWMF-Reg.-Nr. 032 - 038OL (abgerufen: 1.2.2021)",
        {
            "guideline_class": "S3",
            "title": "Harnblase",
            "version": "2.0",
            "edition_form": "Langversion",
            "year": 2020,
            "stand": "2020-03",
            "accessed": "2021-02-01",
            "awmf_number": "032-038OL",
            "organisations": ["DGU"],
        },
    ),
    (
        "S1-Leitlinie Kutane Lymphome, AWMF-Registernr.: 032–027, Stand: 12/2021 (in Überarbeitung)",
        {"guideline_class": "S1", "title": "Kutane Lymphome", "stand": "2021-12", "awmf_number": "032–027"},
    ),
    (
        "AWMF S2k-Leitlinie: „Antikoagulation“ (2021)",
        {"guideline_class": "S2k", "title": "Antikoagulation", "year": 2021, "organisations": ["AWMF"]},
    ),
    (
        "S1-Leitlinie Leistenhernie, Hydrozele. Stand: 2020. Abgerufen am: 04.02.2021.",
        {"guideline_class": "S1", "title": "Leistenhernie, Hydrozele", "stand": "2020", "accessed": "2021-02-04"},
    ),
    (
        "BÄK, KBV, AWMF. NVL Asthma. 4. Aufl. 2020 (abgelaufen). Register-nummer: nvl-002",
        {
            "title": "NVL Asthma",
            "version": "4",
            "year": 2020,
            "awmf_number": "nvl-002",
            "organisations": ["BÄK", "KBV", "AWMF"],
        },
    ),
    (
        "NCCN Guidelines: Breast Cancer, Version 4.2023. www.nccn.org (accessed 12 May 2023)",
        {
            "title": "NCCN Guidelines: Breast Cancer",
            "version": "4.2023",
            "year": 2023,
            "accessed": "2023-05-12",
            "url": "www.nccn.org",
            "organisations": ["NCCN"],
        },
    ),
    (
        "Anal cancer: ESMO Clinical Practice Guidelines for diagnosis, Juni 2021",
        {
            "title": "Anal cancer: ESMO Clinical Practice Guidelines for diagnosis",
            "year": 2021,
            "stand": "2021-06",
            "organisations": ["ESMO"],
        },
    ),
    (
        "Gesellschaft für Magen-, Darm- und Leberkrankheiten: S2k-Leitlinie zur Therapie der Gicht. Reg.-Nr: 021/008",
        {
            "guideline_class": "S2k",
            "title": "Therapie der Gicht",
            "awmf_number": "021/008",
            "organisations": ["Gesellschaft für Magen-, Darm- und Leberkrankheiten"],
        },
    ),
    (
        "Leitlinie Melanom. Onkopedia, Stand November 2022 (zuletzt besucht 03.01.2024)",
        {"title": "Melanom", "container": "Onkopedia", "stand": "2022-11", "accessed": "2024-01-03"},
    ),
    (
        "AWMF: Haut, <https://www.awmf.org/uploads/028-018l_S3_Haut_2016-05.pdf>, S3-Leitlinie, Zugriff am 1.11.2016",
        {
            "guideline_class": "S3",
            "title": "Haut",
            "accessed": "2016-11-01",
            "awmf_number": "028-018",
            "url": "https://www.awmf.org/uploads/028-018l_S3_Haut_2016-05.pdf",
            "organisations": ["AWMF"],
        },
    ),
]


@pytest.mark.parametrize("line, wanted", CASES)
def test_a_guideline_is_read_in_any_spelling(line: str, wanted: dict[str, object]) -> None:
    assert said(line) == {"kind": "guideline", **wanted}


def test_a_line_that_is_not_printed_back_the_same_has_no_style() -> None:
    reading = read_line(CASES[0][0])
    assert isinstance(reading, Reference)
    assert reading.style == ""


def test_a_patient_guideline_keeps_its_own_kind() -> None:
    line = 'Patientenleitlinie "Melanom", Leitlinienprogramm Onkologie, 1. Auflage, August 2022'
    assert said(line) == {
        "kind": "patient-guideline",
        "title": "Melanom",
        "organisations": ["Leitlinienprogramm Onkologie"],
        "version": "1",
        "year": 2022,
        "stand": "2022-08",
    }


@pytest.mark.parametrize(
    "line, title, form, version",
    [
        ("S3-Leitlinie „Die Langfassung im Alltag“, Version 2.0, 2021, AWMF-Registernummer: 020/001",
         "Die Langfassung im Alltag", None, "2.0"),
        ("Muster A: „Von der Langfassung zur Praxis“. S2k-Leitlinie Husten, Kurzversion 1.0, 2020",
         "Husten", "Kurzversion", "1.0"),
        ("Langfassung der S3-Leitlinie Melanom, Version 3.3, Juli 2020", "Melanom", "Langversion", "3.3"),
        ("NVL Asthma – Langfassung, 4. Auflage. Version 1, 2020", "NVL Asthma", "Langversion", "1"),
        ("Nationale VersorgungsLeitlinie COPD, 2. Auflage, 2021", "Nationale VersorgungsLeitlinie COPD", None, "2"),
        ("NVL COPD – Teilpublikation der Langfassung, 2. Auflage. Version 1. 2021", "NVL COPD", "Langversion", "1"),
    ],
)  # fmt: skip
def test_form_and_version_are_what_is_printed_of_the_edition(
    line: str, title: str, form: str | None, version: str
) -> None:
    found = said(line)
    assert (found["title"], found.get("edition_form"), found["version"]) == (title, form, version)
