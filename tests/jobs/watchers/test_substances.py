"""Active substances: one substance in all its spellings, never a part of another one's name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.watchers.substances import in_table, in_words

NAMES = ("doxorubicin", "ifosfamid", "trofosfamid", "pazopanib", "lapatinib", "trabectedin", "dacarbazin", "imatinib")


@pytest.mark.parametrize(
    "cell, name",
    [
        ("Doxorubicinhydrochlorid", "doxorubicin"),
        ("doxorubicin hydrochloride", "doxorubicin"),
        ("doxorubicin", "doxorubicin hydrochloride"),
        ("pazopanib hydrochloride", "pazopanib"),
        ("ifosfamide", "ifosfamid"),
        ("IFOSFAMID", "ifosfamide"),
        ("zoledronic acid monohydrate", "zoledronsäure"),
        ("ezetimibe / simvastatin", "simvastatin"),
        ("glecaprevir;pibrentasvir", "pibrentasvir"),
        ("paclitaxel (as albumin-bound)", "paclitaxel"),
        ("pegylated liposomal doxorubicin", "doxorubicin"),
        ("Natriumvalproat", "valproat"),
        ("Losartan-Kalium", "losartan"),
        ("Natriumchlorid", "natriumchlorid"),
        ("trastuzumab emtansine", "trastuzumab emtansin"),
    ],
)
def test_one_substance_is_known_in_every_spelling(cell: str, name: str) -> None:
    assert in_table(cell, [name])


@pytest.mark.parametrize(
    "cell, name",
    [
        ("trofosfamid", "ifosfamid"),
        ("lapatinib", "pazopanib"),
        ("trastuzumab emtansine", "trastuzumab"),
        ("trastuzumab deruxtecan", "trastuzumab"),
        ("pegfilgrastim", "filgrastim"),
        ("isosorbiddinitrat", "isosorbidmononitrat"),
        ("calciumcarbonat", "lithiumcarbonat"),
        ("sodium chloride", "kaliumchlorid"),
        ("epoetin beta", "epoetin alfa"),
        ("", "doxorubicin"),
        ("doxorubicin", ""),
    ],
)
def test_another_substance_never_matches(cell: str, name: str) -> None:
    assert not in_table(cell, [name])


@pytest.mark.parametrize(
    "words, name, named",
    [
        ("Rote-Hand-Brief zu Trabectedin-haltigen Arzneimitteln: Risiko", "trabectedin", True),
        ("Rote-Hand-Brief zu ifosfamidhaltigen Arzneimitteln: Risiko", "ifosfamid", True),
        ("Rote-Hand-Brief zu Holoxan (Ifosfamid): Risiko", "ifosfamide", True),
        ("Einsatz Ifosfamids bei Nierenschaden", "ifosfamid", True),
        ("Melphalanhydrochlorid, Melphalan AqVida 90 mg/ml Konzentrat", "melphalan", True),
        ("doxorubicinhydrochloridhaltige Arzneimittel", "doxorubicin", True),
        ("Nab-Paclitaxel", "paclitaxel", True),
        ("Depocon (Methotrexat-Dinatrium)", "methotrexat", True),
        ("Ixoten (Trofosfamid): Risiko", "ifosfamid", False),
        ("Kadcyla (Trastuzumab Emtansin): Risiko", "trastuzumab", False),
        ("Kadcyla (Trastuzumab-Emtansin): Risiko", "trastuzumab emtansine", True),
        ("Peg-Filgrastim", "filgrastim", False),
        ("Fluorouracil, Irinotecan", "fluorouracil", True),
    ],
)
def test_running_words_name_a_substance_or_do_not(words: str, name: str, named: bool) -> None:
    assert in_words(words, [name]) is named


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(["", "e", "hydrochlorid", " mesilate", "s"]))
def test_a_name_with_any_ending_is_itself_and_no_other(one: str, other: str, ending: str) -> None:
    assert in_words(f"Brief zu {one.title()}{ending} 50 mg", [other]) is (one == other)


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_words_break_the_reading(words: str, name: str) -> None:
    assert in_words(words, [name]) in (True, False)
    assert in_table(words, [name]) in (True, False)
