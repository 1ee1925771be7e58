"""What the sources are that stand in the files of ``zotero``, in the order of the files."""

from dataclasses import replace

from citations.records import Organisation, Reference
from tests.citations.formats.items import ARTICLE, BOOK, CHAPTER

SOURCES = {
    "article": replace(
        ARTICLE.reference,
        authors=("Gronchi A", "Miah, Aisha B.", "van der Berg H-J"),
        et_al=False,
        group_author="World Health Organization",
        title="Soft tissue sarcomas in Europe",
        pmid="34293461",
        accessed="2024-02-01",
    ),
    "guideline": Reference(
        "guideline",
        guideline_class="S3",
        organisations=(Organisation("Deutsche Krebsgesellschaft"),),
        title="Melanom",
        year=2020,
        stand="2020-07",
        accessed="2025-03-04",
        valid_until="2025-06-30",
        awmf_number="032/024OL",
        url="https://register.awmf.org/de/leitlinien/detail/032-024OL",
    ),
    "book": replace(
        BOOK.reference, publisher="IARC Press", country="", series="WHO classification of tumours", medium=""
    ),
    "chapter": replace(
        CHAPTER.reference,
        authors=("King ML Jr.", "Müller-Lüdenscheidt, Karla"),
        pages="10-22",
        publisher="Verlag",
        edition="2",
    ),
    "web page": Reference(
        "web-page",
        organisations=(Organisation("Robert Koch-Institut", ("RKI",)),),
        title="Masern: Ratgeber",
        year=2024,
        stand="2024-03-12",
        accessed="2025-01-24",
        url="https://www.rki.de/masern",
    ),
    "thesis": Reference(
        "book",
        authors=("Muster, Anna",),
        title="Über Sarkome",
        year=2018,
        publisher="Universität Bonn",
        place="Bonn",
    ),
    "conference paper": Reference(
        "chapter",
        authors=("Doe J",),
        et_al=True,
        title="A talk",
        container="Proceedings of the Meeting",
        year=2020,
        month=5,
        pages="7",
        doi="10.1000/Talk",
    ),
}
