"""What a piece stands in is cut out of its line: bulletins, a society's collected guidelines, numbered series."""

import pytest

from citations.references.cleaning import BREAK
from citations.references.collected import NOTHING, cut_bulletin, cut_collection

NEUROLOGY = "Leitlinien für Diagnostik und Therapie in der Neurologie"


@pytest.mark.parametrize(
    "line, name, issue, year, rest",
    [
        ("RKI: Epidemiologisches Bulletin 4/2023: Impfen", "Epidemiologisches Bulletin", "4", 2023, "RKI: Impfen"),
        ("Zahlen (Epidemiologisches Bulletin 28/2024).", "Epidemiologisches Bulletin", "28", 2024, "Zahlen ."),
        ("Epid Bull 12/2020. Masern", "Epid Bull", "12", 2020, "Masern"),
    ],
)
def test_a_bulletin_gives_its_name_issue_and_year(line: str, name: str, issue: str, year: int, rest: str) -> None:
    found, left = cut_bulletin(line)
    assert (found.name, found.issue, found.year, left) == (name, issue, year, rest)


@pytest.mark.parametrize(
    "line, name, body, rest",
    [
        (
            f"Gicht, in: Bund für Neurologie (Hrsg.), {NEUROLOGY}. x",
            NEUROLOGY,
            "Bund für Neurologie",
            f"Gicht{BREAK}. x",
        ),
        (f"Gicht. In: {NEUROLOGY}, 2020", NEUROLOGY, "", f"Gicht{BREAK}, 2020"),
        ("NICE guideline [NG12]. Suspected cancer", "NICE guideline [NG12]", "NICE", "Suspected cancer"),
        ("Clinical guideline CG173: Pain", "Clinical guideline CG173", "", "Pain"),
    ],
)
def test_a_collection_gives_its_name_and_its_publisher(line: str, name: str, body: str, rest: str) -> None:
    found, left = cut_collection(line)
    assert (found.name, "".join(one.name for one in found.organisations), left) == (name, body, rest)


def test_a_line_that_stands_alone_stays_as_it_is() -> None:
    assert cut_collection("S3-Leitlinie Melanom, 3.3, 07/2020") == (NOTHING, "S3-Leitlinie Melanom, 3.3, 07/2020")
