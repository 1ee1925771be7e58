"""Records of the guideline register, recorded and made up: numbers, days, versions, names of files."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.kinds import SourceKind
from jobs.watchers import awmf
from jobs.watchers.awmf_records import BadRecordError, day, documents, indexed, month_of, read_record, state_of
from tests.house import ROOT
from tests.registries.awmf import guideline

RECORDED = (ROOT / "tests" / "answers" / "awmf" / "search-2023-09-12.json").read_bytes()
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize(
    "identifiers, url, key",
    [
        ({"awmf": "032-044OL"}, "", "032-044OL"),
        ({"awmf": "032-044OL-patient"}, "", "032-044OL"),
        ({"awmf": "nvl-002"}, "", "nvl-002"),
        ({}, "https://www.awmf.org/leitlinien/detail/ll/032-044OL.html", "032-044OL"),
        ({}, "http://www.awmf.org/leitlinien/detail/anmeldung/1/ll/032-044ol.html", "032-044OL"),
        ({}, "https://register.awmf.org/de/leitlinien/detail/015-074", "015-074"),
        ({"url": "register.awmf.org/assets/guidelines/032-044OLl_S3_Titel_2022-06.pdf"}, "", "032-044OL"),
        ({"url": "register.awmf.org/assets/guidelines/083_D_Ges/083-038e1_S3_X_2021-12.pdf"}, "", "083-038"),
        ({}, "https://example.org/leitlinien/detail/ll/032-044OL.html", ""),
        ({}, "https://register.awmf.org/de/leitlinien/2021-044-5", ""),
        ({"doi": "10.1055/a-2496-2591"}, "http://[", ""),
        ({}, "", ""),
    ],
)
def test_a_source_is_known_by_number_or_by_address(identifiers: dict[str, str], url: str, key: str) -> None:
    assert awmf.key_of(SourceKind.AWMF_GUIDELINE, identifiers, url) == key


def test_recorded_records_read_as_they_stand() -> None:
    records = [read_record(raw) for raws in indexed(RECORDED).values() for raw in raws]
    told = {one.number: (one.stand, one.valid_until, one.version, one.clean, one.release_type) for one in records}
    assert told["032-055OL"] == ("2021-07-22", "2026-07-21", "1.0", True, "Überarbeitung")
    assert told["083-034"] == ("2019-07-01", "2024-06-30", "1,0", False, "ohne")
    assert told["083-050"][:2] == ("", "")
    assert [one.number for one in records if one.is_registration] == ["083-050"]
    marks = {one.number: {state_of(link.file_name) for link in one.links} - {""} for one in records}
    assert (marks["007-065"], marks["063-001"]) == ({"abgelaufen"}, {"verlaengert"})
    patient = next(link for one in records for link in one.links if link.type == "patientGuideline")
    assert (patient.title, patient.released_on) == ("", "2021-12-21")
    assert len(json.loads(RECORDED)["records"]) == len(records)


@pytest.mark.parametrize(
    "words, iso",
    [("07.09.2021", "2021-09-07"), ("7.9.2021", "2021-09-07"), ("09.2021", "2021-09"), ("2021", "2021"),
     ("2021-12-21T15:55:39", "2021-12-21"), ("", "")],
)  # fmt: skip
def test_days_keep_their_precision(words: str, iso: str) -> None:
    assert day(words) == iso


def test_the_last_month_in_a_file_name_is_the_files() -> None:
    assert month_of("063-001l_S3_Teil-Aktualisierung_2020_2020-09.pdf") == "2020-09"
    assert month_of("083-038l_S3_X_2022-01_01.pdf") == "2022-01"
    assert month_of("Leitlinie.pdf") == ""


@given(st.dictionaries(st.sampled_from(sorted(guideline("032-044OL", "X"))), ANYTHING))
def test_a_record_of_any_shape_is_read_or_refused_and_never_breaks_the_look(fields: dict[str, object]) -> None:
    raw = guideline("032-044OL", "X") | fields
    try:
        record = read_record(raw)
    except BadRecordError:
        return
    assert isinstance(record.title, str)
    assert all(one.role for one in documents(record))


@given(ANYTHING)
def test_an_index_holds_records_with_a_number_only(value: object) -> None:
    body = json.dumps([value, {"AWMFGuidelineID": "032-044OL"}]).encode()
    assert "032-044OL" in indexed(body)
    assert "" not in indexed(body)
