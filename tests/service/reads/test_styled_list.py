"""Lists in a published style: the page's own order and sentences, the style's entries; all sources in a stream."""

from pathlib import Path

import pytest
from sqlmodel import Session

from citations.formats.csl.names import OFFERED
from jobs.refused import RefusedError, UnknownError
from service.acts.facts import Opened, record_access
from service.db import Sessions
from service.reads.styled_list import Wanted, printer_for, styled_lines, styles_here
from tests.databases import CountQueries
from tests.factories import EDITOR, GUIDELINE, PAGE, bring_in, moment, version_of

PROSE = "Für die Versorgung ebenfalls relevant ist die S3-Leitlinie Supportive Therapie bei onkologischen PatientInnen."
ORG = "Leitlinienprogramm Onkologie (Deutsche Krebsgesellschaft, Deutsche Krebshilfe, AWMF)"
NOWHERE = Path("none")
NLM_GUIDELINE = (
    f"1. {ORG}. Adulte Weichgewebesarkome [S3-Leitlinie] [Internet]. Version 1.1, Langversion. AWMF; 2022 Juni "
    "[aufgerufen am 4. März 2025]. S3-Leitlinie 032/044OL. (Stand 06/2022)."
)
NLM_REVIEW = (
    "2. Bannasch H, Eisenhardt SU, Grosu AL, Heinz J, Momeni A, Stark GB. The diagnosis and treatment of soft tissue "
    "sarcomas of the limbs. Dtsch Arztebl Int. 2011;108(3):32-8."
)


def _lines(session: Session, style: str, page_id: int | None, locale: str = "de") -> list[tuple[str, str]]:
    made = printer_for(Wanted(style, locale, NOWHERE))
    assert made is not None
    return [(line.group, line.bullet + line.text) for line in styled_lines(session, made, page_id)]


def test_a_pages_list_keeps_its_groups_and_its_order(sessions: Sessions) -> None:
    with sessions.write() as session:
        lines = _lines(session, "vancouver", bring_in(session).page_id)
    assert lines == [("Leitlinien", NLM_GUIDELINE), ("Fachartikel", NLM_REVIEW)]


def test_a_style_that_sorts_does_not_sort_a_pages_list(sessions: Sessions) -> None:
    with sessions.write() as session:
        lines = _lines(session, "apa", bring_in(session).page_id)
    assert [text[:4] for _, text in lines] == ["Leit", "Bann"]


def test_prose_stays_word_for_word_and_has_no_number(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session, PAGE.replace(GUIDELINE, f"{GUIDELINE}\n{PROSE}")).page_id
        lines = _lines(session, "nlm", page_id)
    assert [text for _, text in lines] == [NLM_GUIDELINE, PROSE, NLM_REVIEW]


def test_a_newer_access_is_in_the_entry(sessions: Sessions) -> None:
    with sessions.write() as session:
        page_id = bring_in(session).page_id
        version = version_of(session, "awmf:032-044OL").id or 0
        record_access(session, moment(), EDITOR, Opened(version, (page_id,), "2026-11-19"))
        assert "Accessed November 19, 2026" in _lines(session, "ama", page_id, "en")[0][1]


def test_all_sources_come_in_the_order_of_their_keys(sessions: Sessions) -> None:
    with sessions.write() as session:
        bring_in(session)
        lines = _lines(session, "vancouver", None)
    assert [text[:6] for _, text in lines] == ["1. Ban", "2. Lei"]


def test_the_number_of_questions_does_not_grow_with_the_list(sessions: Sessions, count_queries: CountQueries) -> None:
    with sessions.write() as session:
        few = bring_in(session).page_id
        many = [GUIDELINE.replace("032/044OL", f"032/{number:03}OL") for number in range(100, 130)]
        more = bring_in(session, PAGE.replace(GUIDELINE, "\n".join(many)), url="https://www.example.org/viele").page_id
    counts = []
    for page_id in (few, more):
        with sessions.read() as session, count_queries(sessions) as sent:
            assert _lines(session, "ama", page_id)
        counts.append(len(sent))
    assert counts == [7, 7]


@pytest.mark.parametrize("name", ["", "house"])
def test_the_house_has_its_own_printer(name: str) -> None:
    assert printer_for(Wanted(name, "de", NOWHERE)) is None


def test_an_unknown_style_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(UnknownError) as caught:
        printer_for(Wanted("vancuver", "de", NOWHERE))
    assert caught.value.key == "refused.style_unknown"
    assert "vancouver" in str(caught.value.facts["near"])


@pytest.mark.parametrize(
    "style, locale, form, key",
    [
        ("ama", "fr", "text", "refused.style_locale"),
        ("house", "fr", "text", "refused.style_locale"),
        ("ama", "de", "bibtex", "refused.style_form"),
    ],
)
def test_what_does_not_go_together_is_refused(style: str, locale: str, form: str, key: str) -> None:
    with pytest.raises(RefusedError) as caught:
        printer_for(Wanted(style, locale, NOWHERE), form)
    assert caught.value.key == key


def test_without_the_extra_the_refusal_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citations.formats.csl.names.find_spec", lambda _: None)
    with pytest.raises(RefusedError) as caught:
        printer_for(Wanted("ama", "de", NOWHERE))
    assert caught.value.key == "refused.style_extra"
    assert styles_here(NOWHERE, OFFERED) == []


def test_a_path_is_a_style_only_for_who_may_name_files(tmp_path: Path) -> None:
    path = tmp_path / "eigen.csl"
    path.write_text("<html/>", encoding="utf-8")
    with pytest.raises(UnknownError):
        printer_for(Wanted(str(path), "de", NOWHERE))
    with pytest.raises(RefusedError) as caught:
        printer_for(Wanted(str(path), "de", NOWHERE, files=True))
    assert caught.value.key == "refused.style_broken"


def test_the_houses_own_files_come_first_in_the_menu(tmp_path: Path) -> None:
    (tmp_path / "eigen.csl").write_text("", encoding="utf-8")
    assert styles_here(tmp_path, ("ama", "nlm")) == ["eigen", "ama", "nlm"]
