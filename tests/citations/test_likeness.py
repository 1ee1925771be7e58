"""What is proposed as the same source twice, and what never is (domain 1.1, 4.2, 6)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.identity import identify
from citations.kinds import SourceKind
from citations.likeness import Likeness, compare, marks, work
from citations.records import Organisation, Reference

ARTICLE = Reference(
    kind="journal-article",
    authors=("Bannasch H", "Eisenhardt SU", "Grosu AL"),
    title="The diagnosis and treatment of soft tissue sarcomas of the limbs",
    container="Dtsch Arztebl Int",
    year=2011,
    volume="108",
    issue="3",
    pages="32–8",
)
BOOK = Reference(
    kind="book",
    organisations=(Organisation("WHO Classification of Tumours Editorial Board"),),
    title="Soft tissue and bone tumours",
    place="Lyon",
    publisher="International Agency for Research on Cancer",
    year=2020,
    edition="5",
)
GUIDELINE = Reference(
    kind="guideline",
    guideline_class="S3",
    organisations=(Organisation("Leitlinienprogramm Onkologie"),),
    title="Adulte Weichgewebesarkome",
    awmf_number="032/044OL",
    version="1.1",
    edition_form="Langversion",
)
BY_TITLE = Reference(kind="guideline", guideline_class="S3", title="Adulte Weichgewebesarkome")
REPORT = Reference(
    kind="report",
    organisations=(Organisation("Robert Koch-Institut"),),
    title="Bericht zum Krebsgeschehen in Deutschland",
    year=2016,
)
REVIEW = replace(
    ARTICLE,
    kind="systematic-review",
    authors=("Bramwell VH", "Anderson D"),
    title="Doxorubicin-based chemotherapy for the palliative treatment of soft tissue sarcoma",
    container="Cochrane Database Syst Rev",
    year=2003,
    volume="3",
    issue="",
    pages="CD003293",
)


def alike(one: Reference, other: Reference) -> Likeness | None:
    """Compare two references of the kinds they have."""
    return compare(*(work(identify(side).kind, side) for side in (one, other)))


NEVER = {
    "two editions of a book": (BOOK, replace(BOOK, edition="6", year=2026)),
    "two editions, one of them without a year": (BOOK, replace(BOOK, edition="4", year=None)),
    "two volumes of a book": (replace(BOOK, volume="1"), replace(BOOK, volume="2")),
    "two volumes named in the title": (
        replace(BOOK, title="Innere Medizin, Band 1"),
        replace(BOOK, title="Innere Medizin, Band 2"),
    ),
    "a guideline and its patient version": (
        GUIDELINE,
        replace(BY_TITLE, kind="patient-guideline", guideline_class="", title="Adulte Weichgewebesarkome"),
    ),
    "a guideline and its patient version by title": (
        BY_TITLE,
        replace(BY_TITLE, title="Patientenleitlinie Adulte Weichgewebesarkome"),
    ),
    "a long and a short version": (replace(BY_TITLE, edition_form="Kurzversion"), GUIDELINE),
    "a guideline and its report": (GUIDELINE, replace(BY_TITLE, title="Leitlinienreport Adulte Weichgewebesarkome")),
    "a guideline and its tables of evidence": (
        GUIDELINE,
        replace(BY_TITLE, title="Evidenzbericht zur S3-Leitlinie Adulte Weichgewebesarkome"),
    ),
    "an article and its erratum": (ARTICLE, replace(ARTICLE, title=f"Erratum: {ARTICLE.title}", pages="55")),
    "an article and its correction": (ARTICLE, replace(ARTICLE, title=f"Correction to: {ARTICLE.title}", pages="")),
    "an article and its retraction": (ARTICLE, replace(ARTICLE, title=f"Retraction notice: {ARTICLE.title}")),
    "a retracted article and its notice": (
        replace(ARTICLE, title=f"RETRACTED: {ARTICLE.title}"),
        replace(ARTICLE, title=f"Retraction of: {ARTICLE.title}", doi="10.3238/x"),
    ),
    "an article and a comment on it": (ARTICLE, replace(ARTICLE, title=f"Comment on: {ARTICLE.title}", authors=())),
    "an article and the reply": (ARTICLE, replace(ARTICLE, title=f"In reply: {ARTICLE.title}")),
    "an article and its editorial": (ARTICLE, replace(ARTICLE, title=f"Editorial: {ARTICLE.title}", pages="30")),
    "a protocol and its review": (REVIEW, replace(REVIEW, title=f"{REVIEW.title} (Protocol)")),
    "two parts": (
        replace(ARTICLE, title="Soft tissue sarcomas of the limbs. Part I"),
        replace(ARTICLE, title="Soft tissue sarcomas of the limbs. Part II", pages="39–44"),
    ),
    "two parts without a page": (
        replace(ARTICLE, title="Weichgewebesarkome I", pages="", volume=""),
        replace(ARTICLE, title="Weichgewebesarkome II", pages="", volume=""),
    ),
    "two years of a report": (REPORT, replace(REPORT, year=2020)),
    "two years of a report, in its title": (
        replace(REPORT, title="Krebs in Deutschland 2017/2018", year=None),
        replace(REPORT, title="Krebs in Deutschland 2019/2020", year=None),
    ),
    "two journals": (ARTICLE, replace(ARTICLE, container="Lancet Oncol", volume="", pages="")),
    "two journals and two DOI": (
        replace(ARTICLE, doi="10.1/a", container="Z Rheumatol"),
        replace(ARTICLE, doi="10.1/b", container="Gut"),
    ),
    "two DOI": (replace(ARTICLE, doi="10.1000/a"), replace(ARTICLE, doi="10.1000/b")),
    "two PMID": (replace(ARTICLE, pmid="21311712"), replace(ARTICLE, pmid="21311713")),
    "two register numbers": (GUIDELINE, replace(GUIDELINE, awmf_number="032/045OL")),
    "two register numbers with two suffixes": (GUIDELINE, replace(GUIDELINE, awmf_number="032/044XY")),
    "two editorials": (
        replace(ARTICLE, title="Editorial", authors=("Müller A",)),
        replace(ARTICLE, title="Editorial", authors=("Müller A",), volume="109", pages="1"),
    ),
    "two editorials that say little": (
        replace(ARTICLE, title="Editorial", authors=("Müller A",), volume="", pages="", issue=""),
        replace(ARTICLE, title="Editorial", authors=("Müller A",), volume="109", pages="1"),
    ),
    "other people": (ARTICLE, replace(ARTICLE, authors=("Gronchi A", "Miah AB"), volume="", pages="")),
    "children and adults": (
        replace(ARTICLE, title="Treatment of soft tissue sarcoma in adults"),
        replace(ARTICLE, title="Treatment of soft tissue sarcoma in children", pages="40–2"),
    ),
    "hepatitis B and C": (
        replace(ARTICLE, title="Behandlung der Hepatitis B"),
        replace(ARTICLE, title="Behandlung der Hepatitis C"),
    ),
    "too much and too little": (
        replace(ARTICLE, title="Behandlung der Hypothyreose im Alter", volume="", pages=""),
        replace(ARTICLE, title="Behandlung der Hyperthyreose im Alter", volume="", pages=""),
    ),
    "two topics": (BY_TITLE, replace(BY_TITLE, title="Uterine Sarkome")),
}


@pytest.mark.parametrize("case", NEVER)
def test_two_works_are_never_proposed_as_one(case: str) -> None:
    one, other = NEVER[case]

    assert alike(one, other) is None
    assert alike(other, one) is None


ALIKE = {
    "an article marked as retracted": (ARTICLE, replace(ARTICLE, title=f"RETRACTED: {ARTICLE.title}")),
    "case": (ARTICLE, replace(ARTICLE, title=ARTICLE.title.upper())),
    "umlauts spelt out": (
        replace(ARTICLE, title="Therapie der Gefäßtumoren bei älteren Männern", authors=("Müller K",)),
        replace(ARTICLE, title="Therapie der Gefaesstumoren bei aelteren Maennern", authors=("Mueller K",)),
    ),
    "umlauts lost": (
        replace(ARTICLE, title="Therapie der Gefäßtumoren bei älteren Männern", authors=("Müller K",)),
        replace(ARTICLE, title="Therapie der Gefasstumoren bei alteren Mannern", authors=("Muller K",)),
    ),
    "dashes": (
        replace(ARTICLE, title="Weichteil-Sarkome – ein Überblick über die Therapie"),
        replace(ARTICLE, title="Weichteilsarkome - ein Überblick über die Therapie"),
    ),
    "a subtitle on one side": (
        replace(ARTICLE, title=f"{ARTICLE.title}: a systematic overview of current practice"),
        ARTICLE,
    ),
    "the journal in full": (ARTICLE, replace(ARTICLE, container="Deutsches Ärzteblatt International")),
    "the journal by its letters": (
        replace(ARTICLE, container="BMJ"),
        replace(ARTICLE, container="British Medical Journal"),
    ),
    "given names": (ARTICLE, replace(ARTICLE, authors=("Bannasch, Holger", "Eisenhardt, Steffen U."))),
    "given names in front": (ARTICLE, replace(ARTICLE, authors=("Holger Bannasch", "Steffen Eisenhardt"))),
    "et al.": (ARTICLE, replace(ARTICLE, authors=("Bannasch H",), et_al=True)),
    "a slip in the title": (ARTICLE, replace(ARTICLE, title=ARTICLE.title.replace("treatment", "treatmnet"))),
    "a slip in the name": (ARTICLE, replace(ARTICLE, authors=("Banasch H", "Eisenhardt SU"))),
    "a slip in the year": (ARTICLE, replace(ARTICLE, year=2001)),
    "ahead of print": (ARTICLE, replace(ARTICLE, year=2010, volume="", issue="", pages="")),
    "a DOI on one side": (ARTICLE, replace(ARTICLE, doi="10.3238/arztebl.2011.0032", pages="")),
    "a title in German and in brackets": (
        replace(
            ARTICLE, title="Diagnostik und Therapie der Weichgewebesarkome [The diagnosis of soft tissue sarcomas]"
        ),
        replace(ARTICLE, title="[The diagnosis of soft tissue sarcomas]"),
    ),
    "a translated title on the same page": (
        ARTICLE,
        replace(ARTICLE, title="Diagnostik und Therapie der Weichgewebesarkome der Extremitäten"),
    ),
    "a guideline by number and by title": (GUIDELINE, BY_TITLE),
    "a guideline of two versions, one without a number": (GUIDELINE, replace(BY_TITLE, version="2.0", year=2024)),
    "a book without its edition": (BOOK, replace(BOOK, edition="", publisher="IARC")),
    "an editorial on the same page": (
        replace(ARTICLE, title="Editorial", authors=("Müller A",)),
        replace(ARTICLE, title="Editorial", authors=("Müller, Anna",), container="Deutsches Ärzteblatt International"),
    ),
}


@pytest.mark.parametrize("case", ALIKE)
def test_one_work_written_in_two_ways_is_proposed_with_its_reasons(case: str) -> None:
    one, other = ALIKE[case]
    found = alike(one, other)

    assert found is not None
    assert found.reasons
    assert 70 <= found.score < 100
    assert alike(other, one) == found


@pytest.mark.parametrize("case", ALIKE)
def test_whatever_is_alike_shares_a_mark_by_which_it_is_found(case: str) -> None:
    one, other = (marks(identify(side).kind, side) for side in ALIKE[case])

    assert one & other


def test_a_register_number_with_and_without_its_suffix_is_asked_whatever_the_titles_say() -> None:
    bare = replace(GUIDELINE, awmf_number="032/044", title="Weichteiltumoren")

    found = alike(GUIDELINE, bare)

    assert found is not None
    assert found.reasons == ("double.suffix",)
    assert marks(SourceKind.AWMF_GUIDELINE, GUIDELINE) & marks(SourceKind.AWMF_GUIDELINE, bare)


words = st.text(alphabet="abcdefghijklmnoprstuäöü", min_size=5, max_size=12)
titles = st.lists(words, min_size=3, max_size=8, unique=True).map(" ".join)


@given(title=titles, first=st.integers(1, 20), second=st.integers(1, 20))
def test_editions_and_volumes_are_never_doubles_whatever_the_title(title: str, first: int, second: int) -> None:
    one, other = (replace(BOOK, title=title, edition=str(number)) for number in (first, first + second))
    left, right = (replace(BOOK, title=title, volume=str(number)) for number in (first, first + second))

    assert alike(one, other) is None
    assert alike(left, right) is None


@given(title=titles, year=st.integers(1990, 2026))
def test_likeness_does_not_depend_on_which_side_is_named_first(title: str, year: int) -> None:
    one, other = replace(ARTICLE, title=title), replace(ARTICLE, title=title.upper(), year=year)

    assert alike(one, other) == alike(other, one)
