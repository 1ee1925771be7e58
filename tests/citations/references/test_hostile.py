"""No line hangs a reader: a megabyte of anything is answered at once, and nothing raises."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.identity import find_key, identify, read_register_number
from citations.records import Prose, Reference
from citations.references import fields, print_reference, read_line, renew_verbatim, split_list
from citations.references.cleaning import BREAK
from citations.references.sureness import sureness

PIECES = [
    "(",
    "1",
    " ",
    ". ",
    "Aa B, ",
    "www.",
    "http://a.de/ ",
    "S3-Leitlinie ",
    "„",
    "a\n",
    "\x1e",
    "10.1234/",
    "1-",
    "Patientenleitlinie und ",
    "1. A ",
    "abgerufen am ",
    "Stand ",
    "032-044 ",
    "Gesellschaft für ",
    "; A 2020",
    "A Roe, ",
    "‘A ",
    ", DGN",
    "Dr. ",
    " (Hrsg.) ",
    "\tA\n",
    "a) A\n",
    ", A e.V.",
    " und A (Hrsg.)",
    " zuletzt geändert durch A vom 1.1.2020",
    "Leitlinie der ",
    "/A Society",
    "CrossRef ",
    "A | ",
    "Guideline of the A, ",
    "Die A ",
    "[Internet]. A: ",
    "A Roe and others ",
    ". a.de ",
    " / A Roe",
    "Leitlinie der Qualität ",
    "use of guidelines ",
    "A: Roe A, ",
    "A – Cochrane Review ",
    "A, 2019 – a ",
    " (die aktuelle ",
    "Anna Roe / ",
    "A Studie, Roe et al, ",
    "A: Roe & Doe (2019",
    "Cochrane Review Roe A ",
    "X: (PubMed",
    "Roe-Doe 2011 ",
    "Title (Gut 2020;3(4):5)",
    "by the A Society (AS) and the ",
    "von Roe A ",
    "Gut 2019: ",
    "10.1234/ a",
    "Roe / ",
    " (2018) A",
    "DAZ: A, 1/",
    "leitlin",
    " In: AWMF online",
    "Leitlinie A (DGVS, ",
    "(AWMF 021-",
    "S3-Leitlinie A DG/",
    "KRINKO – A, Gut 2019;1:2",
    "NICE (",
    " für die Leitliniengruppe A",
    "A et al; B Task Force; ",
    "Leitlinie A 2020 ",
    "12. neu ",
    "Aa/",
    "2019;1(2):3. A ",
    "A (Gut 2019): ",
    "Gut, „A“ ",
    "Dissertation, ",
    "Aa, A; ",
    "Aa, Karl and ",
    "Quelle: ",
    "X_y (",
    "RKI; ",
    "BSG B 1 KR ",
    "Mitteilung Nr. 1/2020 ",
    "Jahresbericht A, ",
    "Fachinformation A (SmPC ",
    "Fachinformation A – ",
    ". Hrsg. von A ",
    "A Gutachten im Auftrag ",
    ", Fassung 2020",
    " (AHA) 2020 A",
    "Anlage zu § 2 ",
    "a.de, b.de und ",
    "Aa.de (RKI): ",
    "(Konsultationsfassung 1",
    "Langversion, Kurzversion, ",
    "guidelines of the A Party of the B Society ",
    "DGN/DGG Stellungnahme: ",
    " (Klinikum A 2017)",
    "? – https",
    "A – Ressort ",
    " Bull 1/2020; Version 2 vom 1",
    ", Tabelle 1 „",
    "AOK Plus ",
    "KBV – Kassen ",
    "Aa. amboss – ",
    "A Society (AS) A",
    "Resuscitation Council/",
    " (nur A; ",
    "Society position statement ",
    "EBM, GOP 1 ",
    "Aa-Vereinbarung A",
    "Dr. med. Aa Bb – ",
    "A (2021, 3. Mai). ",
    "RKI — A · ",
    "Roe A (2019): A · ",
    "Roe A (2019): A; ",
    "Roe A (A Group ",
    "Guyton & Hall the ",
    "Roe A (2019), Universität A: „",
    "Roe A et al. A. ",
    "StatPearls: A, ",
    "Roe, Ada, et al. “",
    "JAMA 2018: A (Roe et al.",
    "In: Roe A (Hrsg) A, ",
]


def _judge(text: str) -> None:
    reading = read_line(text)
    if isinstance(reading, Reference):
        sureness(text, reading)


ACTS: list[Callable[[str], object]] = [
    read_line,
    split_list,
    read_register_number,
    find_key,
    _judge,
    lambda text: renew_verbatim(text, "2025-03-04", "2026-11-20"),
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("size", [19_999, 1_000_000])
def test_a_long_line_is_answered_within_seconds(piece: str, size: int) -> None:
    text = (piece * (size // len(piece) + 1))[:size]
    before = time.process_time()
    for act in ACTS:
        act(text)
    assert time.process_time() - before < 5


WORDS = st.sampled_from(
    [
        "S3-Leitlinie",
        "Stand",
        "04/2019",
        "(",
        ")",
        "Roe A,",
        "et al.",
        "AWMF",
        "032/044OL",
        "2020;3(4):5-6",
        "In:",
        "Hrsg.",
        "Gut.",
        "doi:",
        "10.1/x",
        "aufgerufen am",
        "04.03.2025",
        "ISBN",
        "Verlag",
        "4. Aufl.",
        "§ 3",
        "–",
        "„Haut“",
        "EMA",
        "bietet",
        "Die",
        "https://a.de",
        "Kapitel 3:",
        "Robert Koch-Institut",
        ";",
        ":",
        "\n",
        "Version 1.1",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_any_line_is_read_printed_and_named_without_a_fault(line: str) -> None:
    reading = read_line(line)
    found = [reading] if isinstance(reading, Reference) else []
    if isinstance(reading, Prose):
        found = [mention.reference for mention in reading.mentions]
        assert all(0 <= mention.start < mention.end <= len(line) for mention in reading.mentions)
    assert len(fields(reading)) == 19
    assert not any(BREAK in str(value) for value in fields(reading).values())
    for reference in found:
        assert print_reference(reference)
        key = identify(reference).key
        assert key.isascii()
        assert len(key) <= 80


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    assert len(fields(read_line(text))) == 19
