"""Any item the model allows, as hypothesis makes it: every field with any text, or with texts such as real ones."""

from hypothesis import strategies as st

from citations.formats.item import ExportItem
from citations.kinds import Origin, SourceKind, Status
from citations.records import Organisation, Reference
from tests.citations.formats.items import ITEMS

_KINDS = (
    "guideline", "patient-guideline", "journal-article", "systematic-review", "book", "chapter", "report", "web-page",
    "drug-information", "law", "other",
)  # fmt: skip
_DATES = st.sampled_from(["", "2022", "2022-06", "2022-06-15", "um 2020"])
_PEOPLE = st.sampled_from(
    [
        "Gronchi A",
        "Dei Tos AP",
        "O'Neill J-P",
        "Müller, Anna",
        "van der Berg HJ",
        "Team A, Inc.",
        "Aristoteles",
        "et al.",
    ]
)
_BODIES = st.builds(
    Organisation,
    st.sampled_from(["AWMF", "Deutsche Gesellschaft für Chirurgie", "Muster & Söhne AG", "Land and Sea, Institute"]),
    st.sampled_from([(), ("DGCH",), ("Deutsche Krebshilfe", "AWMF")]),
    st.booleans(),
)


def _word(*texts: str) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *texts])


PLAUSIBLE_REFERENCES = st.builds(
    Reference,
    kind=st.sampled_from(_KINDS),
    guideline_class=_word("S3", "S2k", "S1"),
    organisations=st.lists(_BODIES, max_size=2).map(tuple),
    authors=st.lists(_PEOPLE, max_size=4).map(tuple),
    et_al=st.booleans(),
    group_author=_word("Sarcoma Disease Site Group", "AWMF"),
    title=_word("Adulte Weichgewebesarkome", "S3-Leitlinie Melanom", "A systematic review of pain", "5 µm; ≥ 2 {a}"),
    container=_word("Ann Oncol", "Onkopedia", "Handbuch"),
    version=_word("1.1", "2.2024", "2"),
    edition_form=_word("Langversion", "Kurz (neu)"),
    year=st.none() | st.integers(1950, 2030),
    month=st.none() | st.integers(1, 12),
    volume=_word("32"),
    issue=_word("11", "Suppl 4"),
    pages=_word("1348-1365", "10–22", "CD003293", "e12"),
    stand=_DATES,
    accessed=_DATES,
    valid_until=_DATES,
    awmf_number=_word("032/044OL", "nvl-007", "32"),
    doi=_word("10.1016/j.annonc.2021.07.006", "10.1002/(SICI)1097(1996)78:6<1160::AID-5>3.0.CO;2-5"),
    pmid=_word("34293461", "x"),
    isbn=_word("978-92-832-4502-5", "123"),
    url=_word(
        "https://doi.org/10.1016/j.annonc.2021.07.006", "www.awmf.org/leitlinien/032-044OL", "https://a.example/?b=c"
    ),
    publisher=_word("AWMF", "Springer"),
    place=_word("Lyon", "Köln, Bonn"),
    country=_word("France"),
    series=_word("Reihe"),
    edition=_word("5", "5., neue"),
    medium=_word("Internet", "CD"),
    style=_word("nlm"),
)
PLAUSIBLE_ITEMS = st.builds(
    ExportItem,
    cite_key=_word("gronchi2021", "ä b"),
    kind=st.sampled_from(SourceKind),
    reference=PLAUSIBLE_REFERENCES,
    key=_word("awmf:032-044OL", "title:x"),
    valid_until=st.none() | st.dates(),
    valid_until_origin=st.none() | st.sampled_from(Origin),
    consensus_as_of=_DATES,
    status=st.none() | st.sampled_from(Status),
)
ANY_ITEM = ITEMS | PLAUSIBLE_ITEMS
