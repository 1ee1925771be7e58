"""Items to export: one of each kind, as many as wanted, and any at all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from citations.formats.item import ExportItem
from citations.identity import identify
from citations.kinds import Origin, SourceKind, Status
from citations.printed import PRINTED
from citations.records import Organisation, Reference

GUIDELINE = ExportItem(
    cite_key="leitlinienprogrammonkologie2022",
    kind=SourceKind.AWMF_GUIDELINE,
    reference=Reference(
        kind="guideline",
        guideline_class="S3",
        organisations=(
            Organisation(
                "Leitlinienprogramm Onkologie",
                ("Deutsche Krebsgesellschaft", "Deutsche Krebshilfe", "AWMF"),
                members=True,
            ),
        ),
        title="Adulte Weichgewebesarkome",
        version="1.1",
        edition_form="Langversion",
        year=2022,
        stand="2022-06",
        accessed="2025-03-04",
        awmf_number="032/044OL",
    ),
    key="awmf:032-044OL",
    valid_until=date(2026, 9, 6),
    valid_until_origin=Origin.REGISTER,
    consensus_as_of="2021-09-07",
    status=Status.EXPIRED,
)
ARTICLE = ExportItem(
    cite_key="gronchi2021",
    kind=SourceKind.ESMO_CPG,
    reference=Reference(
        kind="journal-article",
        authors=("Gronchi A", "Miah AB", "Dei Tos AP"),
        et_al=True,
        title="Soft tissue and visceral sarcomas: Ewing and others",
        container="Ann Oncol",
        year=2021,
        month=11,
        volume="32",
        issue="11",
        pages="1348-1365",
        doi="10.1016/j.annonc.2021.07.006",
    ),
    key="doi:10.1016/j.annonc.2021.07.006",
)
REVIEW = ExportItem(
    cite_key="bramwell2003",
    kind=SourceKind.COCHRANE_REVIEW,
    reference=Reference(
        kind="systematic-review",
        authors=("Bramwell VH",),
        group_author="Sarcoma Disease Site Group",
        title="Doxorubicin-based chemotherapy for the treatment of adult patients",
        container="Cochrane Database Syst Rev",
        year=2003,
        volume="2003",
        issue="3",
        pages="CD003293",
    ),
    key="cochrane:CD003293",
)
BOOK = ExportItem(
    cite_key="whoclassification2020",
    kind=SourceKind.WHO_BOOK,
    reference=Reference(
        kind="book",
        organisations=(Organisation("WHO Classification of Tumours Editorial Board"),),
        title="Soft tissue and bone tumours",
        place="Lyon",
        country="France",
        publisher="International Agency for Research on Cancer",
        year=2020,
        series="WHO classification of tumours series",
        edition="5",
        volume="3",
        medium="Internet",
        isbn="978-92-832-4502-5",
    ),
)
PORTAL = ExportItem(
    cite_key="bfarm",
    kind=SourceKind.PORTAL,
    reference=Reference(
        kind="drug-information",
        organisations=(Organisation("Bundesinstitut für Arzneimittel und Medizinprodukte", ("BfArM",)),),
        accessed="2025-03-14",
    ),
    key="house:bfarm",
)
LABEL = ExportItem(
    cite_key="muster2024",
    kind=SourceKind.DRUG_LABEL,
    reference=Reference(
        kind="drug-information",
        organisations=(Organisation("Muster & Söhne AG"),),
        title="Fachinformation Musterol 10 % Lösung",
        stand="2024-02",
        accessed="2025-03-14",
    ),
    key="url:muster.example",
)
DECISION = ExportItem(
    cite_key="gba2023",
    kind=SourceKind.GBA_DECISION,
    reference=Reference(
        kind="report",
        organisations=(Organisation("Gemeinsamer Bundesausschuss", ("G-BA",)),),
        title="Beschluss über eine Änderung der Richtlinie",
        year=2023,
        url="https://www.g-ba.de/beschluesse/1_2/?a=b&c=50%25#teil",
    ),
)
PAGE = ExportItem(
    cite_key="beispiel2025",
    kind=SourceKind.WEB_PAGE,
    reference=Reference(
        kind="web-page", title="Ein Beispiel mit Datum", url="www.beispiel.example/a_b", stand="2025-01-15"
    ),
)
ONKOPEDIA = ExportItem(
    cite_key="dgho2019",
    kind=SourceKind.ONKOPEDIA,
    reference=Reference(
        kind="guideline",
        organisations=(Organisation("Deutsche Gesellschaft für Hämatologie und medizinische Onkologie"),),
        container="Onkopedia",
        title="Weichgewebssarkome",
        stand="2019-04",
        accessed="2025-01-24",
    ),
    key="onkopedia:weichgewebssarkome",
)
CHAPTER = replace(
    BOOK,
    cite_key="muster2019",
    kind=SourceKind.BOOK,
    reference=Reference(
        kind="chapter",
        authors=("Müller-Lüdenscheidt K", "O'Neill J-P"),
        title="Aufklärung und Recht",
        container="Handbuch der Aufklärung",
        publisher="Verlag & Partner",
        place="Köln",
        year=2019,
        pages="10–22",
    ),
)
HARD = replace(
    ARTICLE,
    cite_key="hart2020",
    reference=replace(
        ARTICLE.reference,
        title='100 % of "A & B" cost $5_000 #1 ~ x^2 \\ {paired} <5 µm ≥ β₂ – ä ß',
        authors=("Team of A and B, Inc.", *(f"Muster{letter} A" for letter in "abcdefghijklmnopqrstuvwxyzabc")),
        organisations=(Organisation("Land and Sea, Institute"),),
        doi="10.1002/(SICI)1097(1996)78:6<1160::AID-5>3.0.CO;2-5",
        url="https://example.org/a_b?c=50%25&d={e}",
    ),
)
_AWMF = (SourceKind.AWMF_LIVING, SourceKind.AWMF_PATIENT_GUIDELINE)


def _like_the_guideline(kind: SourceKind) -> ExportItem:
    """Return the guideline as a source of another kind: only those of the register have class and number."""
    printed = replace(GUIDELINE.reference, kind=PRINTED[kind])
    if kind in _AWMF:
        return _keyed(replace(GUIDELINE, cite_key=f"kind-{kind.value}", kind=kind, reference=printed))
    bare = replace(printed, guideline_class="", awmf_number="")
    return _keyed(
        replace(GUIDELINE, cite_key=f"kind-{kind.value}", kind=kind, reference=bare, valid_until_origin=Origin.PRINTED)
    )


def _keyed(item: ExportItem) -> ExportItem:
    return replace(item, key=identify(item.reference, kind=item.kind).key)


ONE_OF_EACH = (
    GUIDELINE, ARTICLE, REVIEW, _keyed(BOOK), PORTAL, LABEL, _keyed(DECISION), _keyed(PAGE), ONKOPEDIA, _keyed(CHAPTER),
    HARD,
    *map(
        _like_the_guideline,
        (
            *_AWMF, SourceKind.NCCN, SourceKind.NICE_GUIDELINE, SourceKind.SAFETY_NOTICE, SourceKind.APPROVAL_DECISION,
            SourceKind.IQWIG_REPORT, SourceKind.ORGANISATION, SourceKind.NEWS_TEXT, SourceKind.ESMO_LIVING,
        ),
    ),
)  # fmt: skip


def many(count: int) -> Iterator[ExportItem]:
    """Yield items with keys in order, no two alike: titles, people, dates, pages, numbers and keys vary."""
    for number in range(count):
        model = ONE_OF_EACH[number % len(ONE_OF_EACH)]
        known, day = model.reference, f"20{number % 25:02d}-{number % 12 + 1:02d}"
        varied: dict[str, Any] = {
            "title": f"{known.title or 'Auskunft'} – Fassung {number}",
            "authors": (f"Muster{_letters(number)} A", *known.authors) if known.authors else (),
            "volume": known.volume and f"{number % 90 + 1}",
            "pages": ("-" in known.pages and f"{number % 1900 + 1}-{number % 1900 + 9}") or known.pages,
            "doi": known.doi and f"{known.doi}.{number}",
            "accessed": known.accessed and f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            "stand": known.stand and day,
            "year": known.year and 2000 + number % 25,
            "awmf_number": known.awmf_number and f"{number % 900 + 10:03d}/{number // 900 % 1000:03d}OL",
            "url": known.url and f"{known.url}{number}",
        }
        item = replace(model, cite_key=f"quelle{number:07d}", reference=replace(known, **varied))
        yield _keyed(item)


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


_TEXT = st.text(max_size=40) | st.text("{}\\\"'@%&_#$~^<>= ,\nab", max_size=30)
_ORGANISATION = st.builds(Organisation, _TEXT, st.lists(_TEXT, max_size=2).map(tuple), st.booleans())
_NO_TEXT = {"year", "month", "et_al", "organisations", "authors", "kind"}
_FIELDS = {name: _TEXT for name in Reference.__dataclass_fields__ if name not in _NO_TEXT}
REFERENCES = st.builds(
    Reference,
    kind=st.sampled_from(["guideline", "journal-article", "book", "chapter", "web-page", "other"]),
    year=st.none() | st.integers(-5, 12000),
    month=st.none() | st.integers(-1, 14),
    et_al=st.booleans(),
    organisations=st.lists(_ORGANISATION, max_size=2).map(tuple),
    authors=st.lists(_TEXT, max_size=3).map(tuple),
    **_FIELDS,
)
ITEMS = st.builds(
    ExportItem,
    cite_key=_TEXT,
    kind=st.sampled_from(SourceKind),
    reference=REFERENCES,
    key=_TEXT,
    valid_until=st.none() | st.dates(),
    valid_until_origin=st.none() | st.sampled_from(Origin),
    consensus_as_of=_TEXT | st.just("2021-09-07"),
    status=st.none() | st.sampled_from(Status),
)
