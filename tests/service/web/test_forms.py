"""Forms of the editor's pages: what they become, and what is refused before any act is called."""

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage, MultiDict

from citations.kinds import Decision, Role, Status
from service.web import forms
from service.web.fields import FormError


def _keys(error: pytest.ExceptionInfo[FormError]) -> list[tuple[str, str]]:
    return [(fault.field, fault.key) for fault in error.value.faults]


def test_a_decision_carries_what_was_on_the_screen() -> None:
    form = MultiDict(
        [
            ("decision", "confirmed"), ("seen", "4"), ("seen", "9"), ("seen", "4"), ("last_review", "2"),
            ("opened", "7"), ("opened_on-7", "20.11.2026"), ("opened_on-8", "2026-11-01"), ("move-3", "5"),
            ("words", "Neu."), ("until", "2027-01-01"), ("note", " gelesen "),
        ]
    )  # fmt: skip
    verdict = forms.read_verdict(form)
    assert verdict.decision is Decision.CONFIRMED
    assert verdict.seen == (4, 9)
    assert verdict.last_review == 2
    assert verdict.accessed == {7: "2026-11-20"}
    assert (verdict.moves, verdict.words, verdict.until) == ({}, "", None)
    assert verdict.note == "gelesen"


def test_only_the_part_of_the_chosen_decision_counts() -> None:
    moved = forms.read_verdict(MultiDict([("decision", "source_updated"), ("move-3", "5"), ("move-4", "")]))
    assert moved.moves == {3: 5}
    revised = forms.read_verdict(MultiDict([("decision", "revised"), ("words", "Ein  neuer\r\nSatz.")]))
    assert revised.words == "Ein neuer Satz."


def test_a_ticked_source_needs_its_day() -> None:
    with pytest.raises(FormError) as error:
        forms.read_verdict(MultiDict([("decision", "confirmed"), ("opened", "7")]))
    assert _keys(error) == [("opened_on-7", "form.needed")]


def test_a_binding_is_read() -> None:
    binding = forms.read_binding(MultiDict([("version", "3"), ("role", "background"), ("locator", " Kap. 4 ")]))
    assert (binding.version_id, binding.role, binding.locator, binding.quote) == (3, Role.BACKGROUND, "Kap. 4", "")


def test_a_fact_takes_german_dates_and_at_least_one_thing() -> None:
    form = MultiDict([("stand", "06/2024"), ("valid_until", "31.05.2029"), ("status", "final")])
    fact = forms.read_fact(form)
    assert (fact.stand, fact.valid_until, fact.status) == ("2024-06", "2029-05-31", Status.FINAL)
    with pytest.raises(FormError) as error:
        forms.read_fact(MultiDict([("note", "nichts")]))
    assert _keys(error) == [("version", "form.no_fact")]


def test_a_status_nobody_knows_is_refused() -> None:
    with pytest.raises(FormError) as error:
        forms.read_fact(MultiDict([("status", "gut")]))
    assert ("status", "form.no_choice") in _keys(error)


def test_an_empty_number_of_the_policy_means_none() -> None:
    entry = forms.read_policy(MultiDict([("key", "access.portal"), ("value", ""), ("because", "zu selten")]))
    assert (entry.key, entry.value) == ("access.portal", None)


def _file(data: bytes, name: str = "seite.txt") -> FileStorage:
    return FileStorage(BytesIO(data), filename=name)


@pytest.mark.parametrize(
    "text,file,fault",
    [
        ("", None, ("file", "form.page_missing")),
        ("", _file(b"", ""), ("file", "form.page_missing")),
        ("", _file(b""), ("file", "form.empty_file")),
        ("Ein Satz.", _file(b"Ein Satz."), ("text", "form.file_or_text")),
        ("x" * 2_000_001, None, ("text", "form.too_long")),
    ],
)
def test_a_page_is_one_file_or_one_text(text: str, file: FileStorage | None, fault: tuple[str, str]) -> None:
    with pytest.raises(FormError) as error:
        forms.read_upload(MultiDict([("url", "https://www.example.org/"), ("text", text)]), file)
    assert _keys(error) == [fault]


def test_pasted_text_has_plain_line_ends() -> None:
    form = MultiDict([("url", "https://www.example.org/"), ("text", "Eins.\r\nZwei."), ("published", "11/2026")])
    upload = forms.read_upload(form, None)
    assert (upload.data, upload.published) == ("Eins.\nZwei.", "2026-11")
