"""Articles in the styles of journals, German and English."""

import pytest

from tests.citations.references.reading import said

ARTICLE = {
    "kind": "journal-article", "authors": ["Doe AB", "van der Berg C"], "title": "Pain in practice", "year": 2019,
    "container": "J Clin Oncol", "volume": "20", "issue": "5", "pages": "333–42",
}  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Doe AB, van der Berg C. Pain in practice. J Clin Oncol. 2019;20(5):333–42.",
        "1. Doe AB, van der Berg C: Pain in practice. J Clin Oncol 2019; 20(5): 333–42",
        "Doe AB, van der Berg C (2019) Pain in practice. J Clin Oncol 20(5):333–42CrossRefPubMed",
        "Doe AB, van der Berg C. Pain in practice. In: J Clin Oncol. Band: 20, Nummer: 5, 2019, p.333–42.",
        "Doe AB, van der Berg C. Pain in practice. J Clin Oncol 20 (5), von 2019, S. 333–42",
        "• Doe AB, van der Berg C, et al. Pain in practice. J Clin Oncol, 2019, 20(5), 333–42.",
        "Doe AB, van der Berg C. Pain in\u00a0prac\u00adtice. J Clin Oncol. 2019 Mar 4;20(5):333–42. Epub 2018 Dec 1.",
    ],
)
def test_one_article_is_the_same_in_every_style(line: str) -> None:
    assert said(line) == ARTICLE


@pytest.mark.parametrize(
    "line, wanted",
    [
        ("Roe, C., & Poe, D. (2023). Haut. Bundesgesundheitsblatt, 66(10), 1081–1091. https://doi.org/10.1/x",
         {"title": "Haut", "url": "https://doi.org/10.1/x"}),
        ("Roe C. Haut. Der Internist 62, 513–525. PMID: 30810764",
         {"authors": ["Roe C"], "pmid": "30810764", "pages": "513–525"}),
        ("Roe C et al. Haut. BMJ 2021;372:n71. doi: 10.1136/bmj.n71.", {"doi": "10.1136/bmj.n71", "pages": "n71"}),
        ("Roe C et al.: Haut; Der Nephrologe 2013.", {"container": "Der Nephrologe", "year": 2013, "title": "Haut"}),
        ("Roe C. Haut: a systematic review. Gut 2020;3:1-2.", {"kind": "systematic-review"}),
        ("Roe C. Haut. Cochrane Database of Systematic Reviews 2015, Issue 1. Art. No.: CD004376.",
         {"kind": "systematic-review", "issue": "1", "pages": "CD004376"}),
        ("Roe C, et al. S2k guideline haut. J Dtsch Dermatol Ges. 2024;22(12):1697-1714.",
         {"kind": "guideline", "guideline_class": "S2k", "title": "haut"}),
        ("Roe C. Adherence to guidelines in Japan. Gut 2020;3:1-2.", {"kind": "journal-article"}),
        ("Roe C: EULAR recommendations for gout. Ann Rheum Dis 2026;85:991–9.",
         {"kind": "guideline", "organisations": ["EULAR"]}),
        ("American Thyroid Association. What now? Clinical Notes. December 2025;18(12):4-5.",
         {"organisations": ["American Thyroid Association"], "title": "What now?", "year": 2025, "issue": "12"}),
        ("Roe C. Haut. Ann Oncol 29:iv51-iv67, 2018 (suppl 4)", {"issue": "suppl 4", "pages": "iv51-iv67"}),
        ("Dtsch Arztebl 2016; 113(9): A-376 / B-317", {"container": "Dtsch Arztebl", "pages": "A-376/B-317"}),
    ],
)  # fmt: skip
def test_what_a_style_prints_is_read(line: str, wanted: dict[str, object]) -> None:
    found = said(line)
    assert {name: found.get(name) for name in wanted} == wanted


def test_a_style_of_the_house_is_recognised_by_its_bytes() -> None:
    found = said("Doe AB. Pain in practice. J Clin Oncol. 2019;20:333.")
    assert (found["title"], found["pages"]) == ("Pain in practice", "333")


@pytest.mark.parametrize(
    "title, kind",
    [
        ("A methodological framework for deriving the German dietary guidelines 2024: food groups", "journal-article"),
        ("Implementation of the S3 guideline on lung cancer in Germany", "journal-article"),
        ("Umsetzung der S3-Leitlinie Adipositas in der Hausarztpraxis", "journal-article"),
        ("Updating the 2016 ESC guidelines on heart failure", "journal-article"),
        ("Knowledge of breast cancer guidelines among nurses", "journal-article"),
        ("The role of guidelines in primary care", "journal-article"),
        ("Recommendations for patients with gout: a qualitative study", "journal-article"),
        ("EASL guidelines on the management of hepatitis B", "guideline"),
        ("European Academy of Neurology guidelines on the treatment of cluster headache", "guideline"),
        ("Use of statins in diabetes: guidelines for primary care", "guideline"),
        ("Guidelines for the application of lasers in dermatology", "guideline"),
        ("S2k-Leitlinie Anwendung von Lasern in der Dermatologie", "guideline"),
    ],
)
def test_a_paper_about_guidelines_is_none(title: str, kind: str) -> None:
    found = said(f"Roe A, Doe B. {title}. BMJ 2020; 74: 1-9.")
    assert found["kind"] == kind
    assert kind == "guideline" or (found["title"], "guideline_class" in found) == (title, False)
