"""Exact lines of the main kinds in the styles of medicine, in German and in English (Citing Medicine; AMA 11)."""

from dataclasses import replace

import pytest

from citations.formats.csl.entries import printer
from citations.formats.csl.names import style_named
from citations.formats.item import ExportItem
from citations.kinds import SourceKind
from citations.records import Organisation, Reference
from tests.citations.formats import items

SIX = ("Gronchi A", "Miah AB", "Dei Tos AP", "Abecassis N", "Bajpai J", "Bauer S")
ARTICLE = replace(
    items.ARTICLE,
    reference=replace(items.ARTICLE.reference, authors=(*SIX, "Biagini R"), et_al=False, title="Soft tissue sarcomas"),
)
CUT = replace(items.ARTICLE, reference=replace(ARTICLE.reference, authors=SIX[:3], et_al=True))
REVIEW = replace(items.REVIEW, reference=replace(items.REVIEW.reference, title="Chemotherapy for sarcoma?"))
WEB = ExportItem(
    cite_key="bfarm2024",
    kind=SourceKind.WEB_PAGE,
    reference=Reference(
        kind="web-page",
        organisations=(Organisation("Bundesinstitut für Arzneimittel und Medizinprodukte", ("BfArM",)),),
        title="Rote-Hand-Briefe",
        url="https://www.bfarm.de/x",
        stand="2024-02-01",
        accessed="2025-03-04",
    ),
)

ORG = "Leitlinienprogramm Onkologie (Deutsche Krebsgesellschaft, Deutsche Krebshilfe, AWMF)"
BODY = "Bundesinstitut für Arzneimittel und Medizinprodukte (BfArM)"
BOARD = "WHO Classification of Tumours Editorial Board"
IARC = "International Agency for Research on Cancer"
ALL = "Gronchi A, Miah AB, Dei Tos AP, Abecassis N, Bajpai J, Bauer S, Biagini R"
DOI = "10.1016/j.annonc.2021.07.006"

LINES = [
    ("nlm", "de", ARTICLE, f"1. {ALL}. Soft tissue sarcomas. Ann Oncol. 2021 Nov;32(11):1348-65. doi: {DOI}"),
    ("nlm", "en", ARTICLE, f"1. {ALL}. Soft tissue sarcomas. Ann Oncol. 2021 Nov;32(11):1348-65. doi: {DOI}"),
    (
        "vancouver",
        "en",
        ARTICLE,
        f"1. {', '.join(SIX)}, et al. Soft tissue sarcomas. Ann Oncol. 2021 Nov;32(11):1348-65. doi: {DOI}",
    ),
    (
        "vancouver",
        "de",
        ARTICLE,
        f"1. {', '.join(SIX)}, et al. Soft tissue sarcomas. Ann Oncol. 2021 Nov;32(11):1348-65. doi: {DOI}",
    ),
    (
        "ama",
        "en",
        ARTICLE,
        f"1. {', '.join(SIX[:3])}, et al. Soft tissue sarcomas. Ann Oncol. 2021;32(11):1348-1365. doi:{DOI}",
    ),
    (
        "ama",
        "de",
        ARTICLE,
        f"1. {', '.join(SIX[:3])}, et al. Soft tissue sarcomas. Ann Oncol. 2021;32(11):1348–1365. doi:{DOI}",
    ),
    (
        "nlm",
        "de",
        CUT,
        f"1. {', '.join(SIX[:3])}, et al. Soft tissue sarcomas. Ann Oncol. 2021 Nov;32(11):1348-65. doi: {DOI}",
    ),
    (
        "nlm",
        "en",
        REVIEW,
        (
            "1. Bramwell VH; Sarcoma Disease Site Group. Chemotherapy for sarcoma? Cochrane Database Syst Rev. "
            "2003;2003(3):CD003293."
        ),
    ),
    (
        "ama",
        "en",
        REVIEW,
        (
            "1. Bramwell VH; Sarcoma Disease Site Group. Chemotherapy for sarcoma? Cochrane Database Syst Rev. "
            "2003;2003(3):CD003293."
        ),
    ),
    (
        "nlm",
        "de",
        items.GUIDELINE,
        (
            f"1. {ORG}. Adulte Weichgewebesarkome [S3-Leitlinie] [Internet]. Version 1.1, Langversion. AWMF; 2022 Juni "
            "[aufgerufen am 4. März 2025]. S3-Leitlinie 032/044OL. (Stand 06/2022; gültig bis 06.09.2026)."
        ),
    ),
    (
        "vancouver",
        "en",
        items.GUIDELINE,
        (
            f"1. {ORG}. Adulte Weichgewebesarkome [S3 guideline] [Internet]. Version 1.1, Langversion. AWMF; 2022 Jun "
            "[cited 2025 Mar 4]. S3 guideline 032/044OL. (as of Jun 2022; valid until 6 Sep 2026)."
        ),
    ),
    (
        "ama",
        "de",
        items.GUIDELINE,
        (
            f"1. {ORG}. Adulte Weichgewebesarkome. Version 1.1, Langversion. AWMF; 2022. Aufgerufen am 4. März 2025 "
            "(Stand 06/2022; gültig bis 06.09.2026; AWMF-Registernummer: 032/044OL)."
        ),
    ),
    (
        "ama",
        "en",
        items.GUIDELINE,
        (
            f"1. {ORG}. Adulte Weichgewebesarkome. Version 1.1, Langversion. AWMF; 2022. Accessed March 4, 2025 "
            "(as of Jun 2022; valid until 6 Sep 2026; AWMF register number: 032/044OL)."
        ),
    ),
    (
        "nlm",
        "en",
        items.BOOK,
        (
            f"1. {BOARD}. Soft tissue and bone tumours [Internet]. 5th ed. Lyon (France): {IARC}; 2020. "
            "(WHO classification of tumours series; vol. 3)."
        ),
    ),
    (
        "nlm",
        "de",
        items.BOOK,
        (
            f"1. {BOARD}. Soft tissue and bone tumours [Internet]. 5. Aufl. Lyon (France): {IARC}; 2020. "
            "(WHO classification of tumours series; Bd. 3)."
        ),
    ),
    (
        "ama",
        "en",
        items.BOOK,
        f"1. {BOARD}. Soft Tissue and Bone Tumours. 5th ed. {IARC}; 2020. WHO classification of tumours series; vol 3.",
    ),
    (
        "nlm",
        "de",
        WEB,
        (
            f"1. {BODY}. Rote-Hand-Briefe [Internet]. 2024 [aufgerufen am 4. März 2025]. "
            "Verfügbar unter: https://www.bfarm.de/x (Stand 02/2024)."
        ),
    ),
    (
        "nlm",
        "en",
        WEB,
        (
            f"1. {BODY}. Rote-Hand-Briefe [Internet]. 2024 [cited 2025 Mar 4]. "
            "Available from: https://www.bfarm.de/x (as of Feb 2024)."
        ),
    ),
    (
        "ama",
        "en",
        WEB,
        (
            f"1. {BODY}. Rote-Hand-Briefe. February 1, 2024. Accessed March 4, 2025. "
            "https://www.bfarm.de/x (as of Feb 2024)."
        ),
    ),
    ("ama", "de", items.PORTAL, f"1. {BODY}. Aufgerufen am 14. März 2025"),
    ("nlm", "de", items.PORTAL, f"1. {BODY} [Internet]. [aufgerufen am 14. März 2025]."),
    (
        "deutsches-aerzteblatt",
        "de",
        CUT,
        f"1. {', '.join(SIX[:3])}, et al.: Soft tissue sarcomas. Ann Oncol 2021; 32: 1348–65.",
    ),
    (
        "apa",
        "en",
        CUT,
        (
            "Gronchi, A., Miah, A. B., Dei Tos, A. P., et al. (2021). Soft tissue sarcomas. Ann Oncol, 32(11), "
            f"1348–1365. https://doi.org/{DOI}"
        ),
    ),
]


@pytest.mark.parametrize("style, locale, item, line", LINES)
def test_a_line_is_what_the_style_asks_for(style: str, locale: str, item: ExportItem, line: str) -> None:
    assert printer(style_named(style), locale).line(item).text == line


def test_a_list_is_numbered_in_the_order_given_and_not_sorted() -> None:
    ama = printer(style_named("ama"), "en")
    made = [ama.line(item).text.split(".")[0] for item in (items.REVIEW, items.ARTICLE, items.REVIEW)]
    assert made == ["1", "2", "3"]


def test_an_author_year_style_keeps_the_order_as_well() -> None:
    apa = printer(style_named("apa"), "de")
    made = [apa.line(item).text[:4] for item in (items.ONKOPEDIA, items.REVIEW, items.ARTICLE)]
    assert made == ["Deut", "Bram", "Gron"]


def test_a_line_does_not_depend_on_the_lines_before_it() -> None:
    for name in ("nlm", "bmj", "lancet", "springer-medizin"):
        style = style_named(name)
        together, alone = printer(style, "de"), []
        made = [together.line(item).text for item in items.ONE_OF_EACH]
        for place, item in enumerate(items.ONE_OF_EACH, 1):
            fresh = printer(style, "de")
            for _ in range(place - 1):
                next(fresh._numbers)
            alone.append(fresh.line(item).text)
        assert made == alone


def test_the_markup_of_a_style_is_in_the_html_only() -> None:
    line = printer(style_named("ama"), "en").line(items.ARTICLE)
    assert "<i>Ann Oncol</i>." in line.html
    assert "<" not in line.text
