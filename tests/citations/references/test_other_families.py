"""Books, chapters, reports, pages, drug information and laws; nothing that the line does not say."""

import pytest

from tests.citations.references.reading import said


@pytest.mark.parametrize(
    "line, wanted",
    [
        (
            "Hirner, Weise (Hrsg.): Chirurgie. 2. Auflage Thieme 2008, ISBN: 978-3-131-30842-9.",
            {
                "kind": "book",
                "authors": ["Hirner", "Weise"],
                "title": "Chirurgie",
                "version": "2",
                "year": 2008,
                "organisations": ["Thieme"],
                "isbn": "978-3-131-30842-9",
            },
        ),
        (
            "Herold G et al. Innere Medizin 2019, S.705 ff.",
            {"kind": "book", "authors": ["Herold G"], "title": "Innere Medizin", "year": 2019, "pages": "705 ff."},
        ),
        (
            "Roe, C. (2014). Angst. In M. Berger (Hrsg.), Seele: Klinik (5. Aufl.). Urban & Fischer. – Gut zu lesen.",
            {
                "kind": "chapter",
                "authors": ["Roe, C."],
                "title": "Angst",
                "container": "Seele: Klinik",
                "version": "5",
                "year": 2014,
                "organisations": ["Urban & Fischer"],
            },
        ),
        (
            "Roe C: Notfall. 2020. Kapitel 28: Bauchschmerzen.",
            {"kind": "chapter", "authors": ["Roe C"], "title": "Bauchschmerzen", "container": "Notfall", "year": 2020},
        ),
        (
            "Robert Koch-Institut. (2026). Krebs in Deutschland 2021 (Stand 04.03.2026).",
            {
                "kind": "report",
                "organisations": ["Robert Koch-Institut"],
                "title": "Krebs in Deutschland 2021",
                "year": 2026,
                "stand": "2026-03-04",
            },
        ),
        (
            "Robert Koch-Institut. (2024). Schätzung (Epidemiologisches Bulletin 28/2024).",
            {
                "kind": "report",
                "organisations": ["Robert Koch-Institut"],
                "title": "Schätzung",
                "issue": "28",
                "container": "Epidemiologisches Bulletin",
                "year": 2024,
            },
        ),
        (
            "Deutsche Krebsgesellschaft: Brustkrebs. www.krebsgesellschaft.de/brust (zuletzt geprüft am 12.03.2022)",
            {
                "kind": "web-page",
                "organisations": ["Deutsche Krebsgesellschaft"],
                "title": "Brustkrebs",
                "accessed": "2022-03-12",
                "url": "www.krebsgesellschaft.de/brust",
            },
        ),
        (
            "Verbraucherzentrale (2018)\nWas wird gemacht?\nURL: https://a.de/b,\nzuletzt abgerufen am 08.07.2024",
            {
                "kind": "web-page",
                "organisations": ["Verbraucherzentrale"],
                "title": "Was wird gemacht?",
                "year": 2018,
                "accessed": "2024-07-08",
                "url": "https://a.de/b",
            },
        ),
        (
            "Bundesministerium für Gesundheit: Krebsplan, www.bund.de, Zugriff: 11/22",
            {
                "kind": "web-page",
                "organisations": ["Bundesministerium für Gesundheit"],
                "title": "Krebsplan",
                "accessed": "2022-11",
                "url": "www.bund.de",
            },
        ),
        (
            "Fachinformation Keytruda. MSD Sharp & Dohme GmbH. Stand 05/2023",
            {
                "kind": "drug-information",
                "organisations": ["MSD Sharp & Dohme GmbH"],
                "title": "Fachinformation Keytruda",
                "stand": "2023-05",
            },
        ),
        (
            "§ 44 SGB V – Krankengeld – Gesetze im Internet",
            {"kind": "law", "title": "§ 44 SGB V – Krankengeld", "container": "Gesetze im Internet"},
        ),
    ],
)
def test_every_field_of_the_line_and_no_other(line: str, wanted: dict[str, object]) -> None:
    assert said(line) == wanted


def test_an_isbn_with_a_wrong_check_digit_is_no_isbn() -> None:
    assert "isbn" not in said("Roe C: Haut. Thieme 2008, ISBN: 978-3-131-30842-8.")
