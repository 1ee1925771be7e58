"""The world behind the sources of the first seed page: what each registry says of them, day by day (domain 4.2, 8).

Bibliographic facts only. Every registry has a function of its own here.
"""

from datetime import date

from tests.registries.awmf import file, guideline, registration
from tests.registries.world import World

TODAY = date(2026, 11, 20)
BEGINNING = date(2017, 1, 1)

ESMO, COCHRANE, BANNASCH = (
    "10.1016/j.annonc.2021.07.006", "10.1002/14651858.CD003293", "10.3238/arztebl.2011.0032",
)  # fmt: skip


def seed_world(day: date = TODAY) -> World:
    """Return the world on a day; days may pass in it."""
    world = World(day)
    _guidelines(world)
    _articles(world)
    return world


def _guidelines(world: World) -> None:
    """Enter the guidelines: one expired, one renewed since, one expired and in work, one valid, one without an end."""
    world.on("2022-06-30", "awmf", "032-044OL", guideline(
        "032-044OL", "Adulte Weichgewebesarkome", version="1.1", stand="07.09.2021", until="06.09.2026",
        released="30.06.2022", links=[file("032-044OLl_S3_Adulte-Weichgewebesarkome_2022-06.pdf")],
    ))  # fmt: skip
    world.on("2023-06-15", "awmf", "032-051OL", guideline(
        "032-051OL", "Psychoonkologische Diagnostik, Beratung und Behandlung von erwachsenen Krebspatient*innen",
        version="2.1", stand="31.05.2023", until="30.05.2028", titleKeywords="Psychoonkologie, Krebs",
        links=[file("032-051OLl_S3_Psychoonkologische-Diagnostik-Beratung-Behandlung_2023-06.pdf")],
    ))  # fmt: skip
    supportive = "Supportive Therapie bei onkologischen PatientInnen"
    first = guideline(
        "032-054OL", supportive, version="1.0", stand="11.11.2016", until="10.11.2021",
        links=[file("032-054OLl_S3_Supportiv_2017-05.pdf")],
    )  # fmt: skip
    second = guideline(
        "032-054OL", supportive, version="2.0", stand="04.2025", links=[file("032-054OLl_S3_Supportiv_2025-04.pdf")],
    )  # fmt: skip
    world.on(BEGINNING, "awmf", "032-054OL", first)
    world.on("2025-04-01", "awmf", "032-054OL", [second, first])
    palliative = "Palliativmedizin für Patienten mit einer nicht-heilbaren Krebserkrankung"
    old = guideline(
        "128-001OL", palliative, version="2.0", stand="27.08.2019", until="26.08.2024",
        links=[file("128-001OLl_S3_Palliativmedizin_2020-09.pdf")],
    )  # fmt: skip
    world.on("2019-09-01", "awmf", "128-001OL", old)
    update = registration("128-001OL", palliative, start="06.2024", planned="05.2026")
    world.on("2024-06-01", "awmf", "128-001OL", [update, old | {"AWMFReleaseType": "Überarbeitung"}])
    world.on("2024-06-30", "awmf", "015-074", guideline(
        "015-074", "Uterine Sarkome", version="4.0", stand="06.2024", AWMFGuidelineClass="S2k",
        links=[file("015-074l_S2k_Uterine-Sarkome_2024-06.pdf")],
    ))  # fmt: skip


def _articles(world: World) -> None:
    """Enter what Crossref and doi.org have: three works of which nothing was announced."""
    world.on(BEGINNING, "crossref", ESMO, {
        "title": ["Soft tissue and visceral sarcomas: ESMO–EURACAN–GENTURIS Clinical Practice Guidelines"],
        "author": [{"given": "A.", "family": "Gronchi"}, {"given": "A.B.", "family": "Miah"}],
        "container-title": ["Annals of Oncology"], "volume": "32", "issue": "11", "page": "1348-1365",
        "published-print": {"date-parts": [[2021, 11]]}, "issued": {"date-parts": [[2021, 11]]},
    })  # fmt: skip
    title = "Doxorubicin-based chemotherapy for the palliative treatment of adult patients with locally advanced or"
    world.on(BEGINNING, "crossref", COCHRANE, {
        "title": [f"{title} metastatic soft tissue sarcoma"],
        "author": [{"given": "Vivien HC", "family": "Bramwell"}],
        "container-title": ["Cochrane Database of Systematic Reviews"],
        "issued": {"date-parts": [[2003, 7, 21]]},
    })  # fmt: skip
    world.on(BEGINNING, "crossref", BANNASCH, {
        "title": ["The diagnosis and treatment of soft tissue sarcomas of the limbs"],
        "author": [{"given": "Holger", "family": "Bannasch"}],
        "container-title": ["Deutsches Ärzteblatt international"], "volume": "108", "issue": "3", "page": "32-38",
        "published-print": {"date-parts": [[2011]]}, "issued": {"date-parts": [[2011, 1, 21]]},
    })  # fmt: skip
    for doi in (ESMO, COCHRANE, BANNASCH):
        world.on(BEGINNING, "doi", doi, {"url": f"https://publisher.example/{doi}"})
