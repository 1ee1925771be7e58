"""One source, one key, however it is printed or typed."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.identity import (
    RegisterNumber,
    apart,
    contradict,
    find_key,
    identify,
    missing_fields,
    normal_address,
    read_doi,
    read_isbn,
    read_register_number,
    without,
)
from citations.kinds import SourceKind
from citations.records import Organisation, Prose, Reference
from citations.references import read_line

SEED_KEYS = [
    (84, ["awmf:032-044OL"]),
    (85, ["patient-guideline:weichgewebesarkome-bei-erwachsenen"]),
    (86, ["onkopedia:weichgewebssarkome-maligne-weichgewebstumoren-des-erwachsenen"]),
    (87, ["doi:10.1016/j.annonc.2021.07.006"]),
    (88, ["awmf:015-074"]),
    (91, ["house:deutsche-sarkom-stiftung"]),
    (94, ["house:fachinfo"]),
    (95, ["house:pharmnet-bund"]),
    (96, ["house:bfarm", "house:pei"]),
    (97, ["house:ema"]),
    (98, ["house:iqwig"]),
    (99, ["house:g-ba"]),
    (102, ["cochrane:CD003293"]),
]


def references(line: str) -> list[Reference]:
    reading = read_line(line)
    if isinstance(reading, Prose):
        return [mention.reference for mention in reading.mentions]
    return [reading] if isinstance(reading, Reference) else []


@pytest.mark.parametrize("number, keys", SEED_KEYS)
def test_the_sources_of_the_seed_have_their_keys(seed_a: str, number: int, keys: list[str]) -> None:
    line = seed_a.split("\n")[number - 1]
    assert [identify(reference).key for reference in references(line)] == keys


@pytest.mark.parametrize(
    "text, canonical",
    [
        ("032/044OL", "032-044OL"),
        ("032 - 044OL", "032-044OL"),
        ("021/ 007OL", "021-007OL"),
        ("001_044", "001-044"),
        ("020-007OL_l", "020-007OL"),
        ("032-044ol", "032-044OL"),
        ("032–044OL", "032-044OL"),
        ("nvl-007", "nvl-007"),
        ("032/044 OL", "032-044OL"),
        ("128/001-OL", "128-001OL"),
        ("030-070l", "030-070"),
        ("053-032b", "053-032"),
        ("187-059l_S2k_Kreuzschmerz_2024-08.pdf", "187-059"),
        ("032-044OLl_S3_Haut", "032-044OL"),
        ("https://register.awmf.org/de/leitlinien/detail/032-044OL", "032-044OL"),
        ("https://www.awmf.org/leitlinien/detail/ll/032-044OL.html", "032-044OL"),
        ("https://www.awmf.org/leitlinien/detail/anmeldung/1/ll/015-074.html", "015-074"),
        ("AWMF-Registernummer: 015/074 (Stand 06/2024)", "015-074"),
        ("S1-Leitlinie Haut (013-100), 2021", "013-100"),
        ("10.1002/14651858.CD003293", None),
        ("Tel. 0800 420-304", None),
        ("06221/420-304", None),
        ("Ann Oncol 32: 439-451", None),
        ("Internist 62, 513–525.", None),
        ("1032-0444", None),
        ("", None),
    ],
)
def test_a_register_number_is_read_in_every_spelling(text: str, canonical: str | None) -> None:
    number = read_register_number(text)
    assert (number.canonical if number else None) == canonical


@given(
    st.from_regex(r"\A(?:[0-9]{3}|nvl)\Z"),
    st.from_regex(r"\A[0-9]{3}\Z"),
    st.sampled_from(["", "OL"]) | st.text(alphabet=string.ascii_uppercase, max_size=3),
)
def test_a_number_survives_print_and_key(society: str, serial: str, suffix: str) -> None:
    number = RegisterNumber(society, serial, suffix)
    assert read_register_number(number.canonical) == number
    assert read_register_number(number.printed) == number


def test_the_same_number_with_and_without_suffix_is_two_sources() -> None:
    with_suffix, without = (Reference("guideline", awmf_number=number) for number in ("032/044OL", "032/044"))
    assert identify(with_suffix).key != identify(without).key


@pytest.mark.parametrize(
    "typed, pair",
    [
        ("032/044OL", ("awmf", "032-044OL")),
        ("awmf:032-044ol", ("awmf", "032-044OL")),
        ("https://doi.org/10.1016/J.annonc.2021.07.006", ("doi", "10.1016/j.annonc.2021.07.006")),
        ("CD003293.pub2", ("cochrane", "CD003293")),
        ("PMID 12345", ("pmid", "12345")),
        ("ISBN 978-3-131-26346-9", ("isbn", "9783131263469")),
        ("3-131-26346-X", None),
        ("house:bfarm", ("house", "bfarm")),
        ("g-ba", ("house", "g-ba")),
        ("Paul-Ehrlich-Institut", ("house", "pei")),
        ("https://www.Beispiel.de/haut/", ("url", "beispiel.de/haut")),
        ("title:haut-doe-2020", ("title", "haut-doe-2020")),
        ("guideline:haut", ("guideline", "haut")),
        ("Melanom", None),
    ],
)
def test_what_an_editor_types_leads_to_the_source(typed: str, pair: tuple[str, str] | None) -> None:
    assert next(iter(find_key(typed)), None) == pair


@pytest.mark.parametrize(
    "reference, kind",
    [
        (Reference("guideline", awmf_number="032-044OL"), SourceKind.AWMF_GUIDELINE),
        (Reference("guideline", title="Living guideline Haut", guideline_class="S3"), SourceKind.AWMF_LIVING),
        (Reference("guideline", container="Onkopedia", title="Haut"), SourceKind.ONKOPEDIA),
        (Reference("guideline", title="Skin: ESMO Clinical Practice Guideline"), SourceKind.ESMO_CPG),
        (Reference("guideline", title="NCCN Guidelines: Skin"), SourceKind.NCCN),
        (Reference("guideline", title="Skin", organisations=(Organisation("NICE"),)), SourceKind.NICE_GUIDELINE),
        (Reference("guideline", title="Skin", doi="10.1/x", container="Gut"), SourceKind.JOURNAL_ARTICLE),
        (Reference("systematic-review", title="Skin", container="Gut"), SourceKind.SYSTEMATIC_REVIEW),
        (Reference("journal-article", title="Skin", container="Gut"), SourceKind.JOURNAL_ARTICLE),
        (Reference("book", title="Skin", publisher="IARC"), SourceKind.WHO_BOOK),
        (Reference("book", title="Haut"), SourceKind.BOOK),
        (Reference("drug-information", title="Fachinformation Votrient"), SourceKind.DRUG_LABEL),
        (Reference("drug-information", title="Rote-Hand-Brief zu Votrient", year=2020), SourceKind.SAFETY_NOTICE),
        (Reference("drug-information", organisations=(Organisation("EMA"),)), SourceKind.PORTAL),
        (
            Reference("report", title="A21-12 Avapritinib", organisations=(Organisation("IQWiG"),)),
            SourceKind.IQWIG_REPORT,
        ),
        (Reference("report", title="Beschluss Haut", organisations=(Organisation("G-BA"),)), SourceKind.GBA_DECISION),
        (Reference("web-page", organisations=(Organisation("Verein Haut"),)), SourceKind.ORGANISATION),
        (Reference("web-page", title="Haut", url="https://a.de/haut"), SourceKind.WEB_PAGE),
    ],
)
def test_the_kind_follows_the_words(reference: Reference, kind: SourceKind) -> None:
    assert identify(reference).kind is kind


def test_versions_of_a_cochrane_review_are_one_source() -> None:
    dois = ("10.1002/14651858.CD003293", "10.1002/14651858.CD003293.pub4")
    keys = {identify(Reference("systematic-review", doi=doi)).key for doi in dois}
    assert keys == {"cochrane:CD003293"}


def test_editions_of_a_book_are_two_sources() -> None:
    keys = {identify(Reference("book", title="Haut", edition=edition)).key for edition in ("1", "2")}
    assert len(keys) == 2


@pytest.mark.parametrize(
    "kind, reference, missing",
    [
        (
            SourceKind.AWMF_GUIDELINE,
            Reference("guideline", title="Haut"),
            ("awmf_number", "version", "stand", "accessed"),
        ),
        (SourceKind.AWMF_PATIENT_GUIDELINE, Reference("patient-guideline"), ("version|stand",)),
        (SourceKind.ONKOPEDIA, Reference("guideline", stand="2019-04"), ("accessed",)),
        (
            SourceKind.JOURNAL_ARTICLE,
            Reference("journal-article", authors=("A",), title="T", container="J", year=1),
            (),
        ),
        (SourceKind.PORTAL, Reference("drug-information", organisations=(Organisation("EMA"),)), ("document",)),
        (SourceKind.PORTAL, Reference("web-page", organisations=(Organisation("OncoMap"),)), ()),
        (SourceKind.ORGANISATION, Reference("web-page", organisations=(Organisation("Verein"),)), ()),
        (SourceKind.WEB_PAGE, Reference("web-page", title="Haut"), ("url",)),
    ],
)
def test_mandatory_fields_that_are_missing_are_named(
    kind: SourceKind, reference: Reference, missing: tuple[str, ...]
) -> None:
    assert missing_fields(kind, reference) == missing


@pytest.mark.parametrize(
    "read, text, value",
    [
        (read_isbn, "3-540-00000-1", ""),
        (read_isbn, "0-306-40615-2", "9780306406157"),
        (read_isbn, "978-0-306-40615-8", ""),
        (read_doi, "doi: 10.1016/S1470-2045(19)30001-2).", "10.1016/s1470-2045(19)30001-2"),
        (read_doi, "10.1111/ddg.15566.", "10.1111/ddg.15566"),
        (read_doi, "doi.org/10.1002/(SICI)1(96)7:6%3C11::C%3E3.0.CO;2-5", "10.1002/(sici)1(96)7:6<11::c>3.0.co;2-5"),
        (read_doi, "10.1562/0031(2001)074<0401:POBMAA>2.0.CO;2.", "10.1562/0031(2001)074<0401:pobmaa>2.0.co;2"),
        (read_doi, "<10.1111/ddg.15566>", "10.1111/ddg.15566"),
        (read_doi, "10.1111/ddg.15566<br>3.0. Text", "10.1111/ddg.15566"),
        (normal_address, "HTTPS://www.A.de:443/B/?q=1#x", "a.de/B?q=1"),
        (normal_address, "http://[", ""),
    ],
)
def test_numbers_and_addresses_have_one_form(read: object, text: str, value: str) -> None:
    assert callable(read)
    assert read(text) == value


def test_two_articles_of_an_issue_with_old_dois_are_two() -> None:
    lines = (
        f"Roe A. Title {word}. Gut. 2001;74(3):{page}-9. DOI: 10.1562/0031-8655(2001)074<{page:04}:ABC>2.0.CO;2."
        for word, page in (("one", 401), ("two", 410))
    )
    keys = [identify(read).key for read in map(read_line, lines) if isinstance(read, Reference)]
    assert keys == [f"doi:10.1562/0031-8655(2001)074<{page}:abc>2.0.co;2" for page in ("0401", "0410")]


MUELLER = Reference(
    kind="journal-article",
    authors=("Müller A",),
    title="Editorial",
    container="Dtsch Arztebl Int",
    year=2011,
    volume="108",
    pages="1–2",
)


@pytest.mark.parametrize(
    "other",
    [
        replace(MUELLER, pages="71–2"),
        replace(MUELLER, container="Lancet Oncol", pages=""),
        replace(MUELLER, issue="5", volume="109"),
        replace(MUELLER, authors=("Müller B",)),
        replace(MUELLER, kind="book", edition="3"),
    ],
    ids=["page", "journal", "volume", "person", "edition"],
)
def test_the_same_words_with_other_facts_get_a_key_of_their_own(other: Reference) -> None:
    known = replace(MUELLER, edition="2") if other.edition else MUELLER
    identity = identify(other)

    assert contradict("title", known, other)
    assert apart(identity, other).key != identify(known).key
    assert apart(identity, other) == apart(identity, replace(other, title=other.title.upper()))


@pytest.mark.parametrize(
    "other",
    [
        replace(MUELLER, container="Deutsches Ärzteblatt International", pages="1-2"),
        replace(MUELLER, authors=("Mueller, Anna",), pages=""),
        replace(MUELLER, volume="", issue="", container=""),
    ],
    ids=["journal in full", "given name", "left out"],
)
def test_spelling_and_what_is_left_out_contradict_nothing(other: Reference) -> None:
    assert not contradict("title", MUELLER, other)


@pytest.mark.parametrize(
    "other, denied",
    [
        (replace(MUELLER, title="Ganz anderes Thema", authors=("Doe J",)), True),
        (replace(MUELLER, title="Ganz anderes Thema", pages="300-310"), True),
        (replace(MUELLER, title="Quite another wording of it"), False),
        (replace(MUELLER, authors=("Muller A",), pages=""), False),
        (replace(MUELLER, pages="71–2"), False),
    ],
    ids=["another paper", "another page", "translated title", "spelling", "same title"],
)
def test_a_number_of_pubmed_that_stands_under_another_paper_is_no_proof(other: Reference, denied: bool) -> None:
    assert contradict("pmid", MUELLER, other) is denied


def test_two_chapters_of_one_book_are_two_sources_and_its_own_address_is_no_proof() -> None:
    chapter = Reference(kind="chapter", title="Weichgewebesarkome", isbn="9783131316219", url="https://www.example.org")
    other = replace(chapter, title="Knochentumoren im Kindesalter")
    identity = identify(other)

    assert contradict("isbn", chapter, other)
    assert not contradict("isbn", replace(chapter, kind="book"), replace(chapter, kind="book", title=other.title))
    kept = without(identity, frozenset(identity.identifiers), other)
    assert kept.key.startswith("title:knochentumoren")
