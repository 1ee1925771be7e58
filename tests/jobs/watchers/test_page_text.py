"""The text of a cited page: what counts as its own, its Stand, and the words that pages rest on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.watchers.contract import Answer
from jobs.watchers.page_text import PageText, lost, read, settled

WORDS = "Das Risiko steigt mit der Dosis. Die Behandlung dauert sechs Wochen und wird in der Klinik begonnen."
TODAY = date(2026, 11, 20)


def _html(body: str) -> str:
    head = "<!doctype html><html><head><title>Behandlung</title></head>"
    return f"{head}<body><main><h1>Behandlung</h1><p>{WORDS}</p>{body}</main></body></html>"


def _read(body: bytes, kind: str = "text/html; charset=utf-8") -> PageText:
    return read(Answer(200, "https://haus.example/seite", {"content-type": kind}, body))


def _settled(body: str, today: date) -> str:
    return settled(_read(_html(body).encode()).main, today)


@pytest.mark.parametrize(
    "first, second",
    [
        ("<p>Heute ist Freitag, der 20. November 2026</p>", "<p>Heute ist Montag, der 21. Dezember 2026</p>"),
        ("<p>20.11.2026, 09:14 Uhr</p>", "<p>21.12.2026, 23:01 Uhr</p>"),
        ("<p>Saturday, November 20, 2026</p>", "<p>Monday, December 21, 2026</p>"),
        ("<p>Gedruckt am 20.11.2026 in Berlin.</p>", "<p>Gedruckt am 21.12.2026 in Berlin.</p>"),
        ("<p>Das Wetter am 20.11.2026 ist gut.</p>", "<p>Das Wetter am 21.12.2026 ist gut.</p>"),
        ("<p>© 2026 Haus</p>", "<p>© 2027 Haus</p>"),
        ("<p>Sitzung 4f9d8a7b6c5e4d3f2a1b0c9d</p>", "<p>Sitzung 0a1b2c3d4e5f60718293a4b5</p>"),
        ("<div>Wir verwenden Cookies. Akzeptieren</div>", ""),
        ('<div class="cookie-banner"><p>Cookies? Ja</p></div>', ""),
        ("<script>var nonce = 'a1';</script>", "<script>var nonce = 'b2';</script>"),
        ("<p>Noch   ein\n\nSatz.</p>", "<p>Noch ein\u00ad Satz.</p>"),
    ],
)
def test_what_differs_at_every_visit_is_no_change(first: str, second: str) -> None:
    assert _settled(first, TODAY) == _settled(second, date(2026, 12, 21))


def test_another_date_inside_a_sentence_is_a_change() -> None:
    first, second = "<p>Die Regel gilt bis 1. März 2027.</p>", "<p>Die Regel gilt bis 1. April 2027.</p>"
    assert _settled(first, TODAY) != _settled(second, TODAY)


def test_a_very_long_text_is_compared_as_it_stands() -> None:
    assert settled("heute " * 200_000, TODAY) == ("heute " * 200_000).strip()


@pytest.mark.parametrize(
    "lines, stand",
    [
        ("<p>Stand: 03/2025</p>", "2025-03"),
        ("<p>Zuletzt aktualisiert am 12. März 2025</p>", "2025-03-12"),
        ("<p>Stand: 03/2025</p><p>Letzte Aktualisierung: 04.05.2026</p>", "2026-05-04"),
        ("<p>Stand: 03/2025</p><p>Stand: 04/2025</p>", ""),
        ("<p>Die Leitlinie hat den Stand: 03/2025 und gilt.</p>", ""),
        ("<p>Erschienen: 2024</p>", ""),
    ],
)
def test_only_a_plainly_labelled_date_is_the_stand(lines: str, stand: str) -> None:
    assert _read(_html(lines).encode()).stand == stand


def test_quotes_are_found_whatever_their_spaces_hyphens_and_marks() -> None:
    text = "<p>Das „Ri\u00adsiko“ steigt\u00a0mit <b>der</b> Dosis.</p><p>Dann von 5–6 Wochen an.</p>"
    quotes = ('Das "Risiko" steigt mit der Dosis.', "Risiko […] Wochen", "5-6 Wochen", "Dosis. Dann", "Risiko sinkt")
    assert lost(quotes, _read(_html(text).encode()).whole) == ["Risiko sinkt"]


@given(st.text(alphabet="abc äß„“-–\u00ad\u00a0.", min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 60))
def test_a_piece_of_a_text_is_never_lost(text: str, start: int, length: int) -> None:
    assert lost([text[start : start + length]], f"vorher {text} nachher") == []


@pytest.mark.parametrize(
    "body, kind",
    [
        (_html("<p>Über Größe</p>").encode("cp1252"), "text/html"),
        (_html("<p>Über Größe</p>").encode("cp1252"), "text/html; charset=utf-8"),
        (_html("<p>Über Größe</p>").encode(), "text/html; charset=iso-8859-1"),
        (_html("<p>Über Größe</p>").encode("utf-16"), "text/html"),
        (_html("<p>Über Größe, żółć</p>").encode("iso8859-2"), "text/html; charset=iso-8859-2"),
        ("Über Größe".encode(), "text/plain"),
    ],
)
def test_a_wrong_or_missing_charset_does_not_matter(body: bytes, kind: str) -> None:
    assert lost(["Über Größe"], _read(body, kind).whole) == []
