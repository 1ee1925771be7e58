"""What is refused, with which key and place, and what is read although it looks bad."""

import time

import pytest

from citations.pages import PageUnreadableError
from tests.citations.pages.reading import page, read_or_key

TEXT = "Müdigkeit ist häufig. Schlaf hilft – meistens."


def refusal(data: bytes | str) -> PageUnreadableError:
    with pytest.raises(PageUnreadableError) as caught:
        page(data)
    return caught.value


@pytest.mark.parametrize(
    "data, encoding",
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("cp1252"), "windows-1252"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le"),
        (b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_encoding_that_can_be_known_is_read(data: bytes, encoding: str) -> None:
    draft = page(data)
    assert (draft.text, draft.encoding) == (TEXT, encoding)


def test_charset_declared_by_the_page_is_read() -> None:
    html = '<html><head><meta charset="iso-8859-2"></head><body><p>Őszi köhögés.</p></body></html>'
    draft = page(html.encode("iso-8859-2"))
    assert draft.encoding == "iso8859-2"
    assert "Őszi köhögés." in draft.text


@pytest.mark.parametrize(
    "data, position",
    [
        (b"Husten \xc3\xa4 und \xff\xfa\xfb Ende", 14),
        (b"<meta charset=utf-8><p>M\xfcde</p>", 24),
        ("Fu\u00df \u00e4".encode() + b"\xc3 und \xc3\xbc", 7),
        (b"\xff\xfea", 2),
        (b"Husten \x81 Ende \xfc", 7),
    ],
)
def test_broken_bytes_are_refused_with_their_place(data: bytes, position: int) -> None:
    error = refusal(data)
    assert error.key == "page_undecodable"
    assert error.facts["position"] == position


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", "", "\ufeff", b"\xef\xbb\xbf"])
def test_empty_input_is_refused(data: bytes | str) -> None:
    assert refusal(data).key == "page_empty"


@pytest.mark.parametrize(
    "data", ["- - -\n...", "<html><body><script>a()</script></body></html>", "<p>&nbsp;</p><img src='x.png'>"]
)
def test_input_without_text_is_refused(data: str) -> None:
    assert refusal(data).key == "page_without_text"


def test_nul_bytes_are_refused_with_their_place() -> None:
    error = refusal(b"Husten\x00 vergeht.")
    assert (error.key, error.facts) == ("page_binary", {"position": 6})


def test_lone_surrogate_is_refused() -> None:
    assert refusal("Husten \ud800").key == "page_undecodable"


def test_more_than_twenty_megabytes_are_refused() -> None:
    assert refusal(b"a" * 20_000_001).key == "page_too_large"


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["Ein Satz. ", "a", "(", "„", "z. B. ", "Wort\t", "wird 2024 ", "1. ", "weder "])
def test_one_endless_line_is_read_or_refused_at_a_cost_that_grows_with_its_length(unit: str) -> None:
    draft, key = read_or_key(_line_of(unit, 20_000_000))
    assert (draft, key) == (None, "page_text_too_long")
    short, long = (_processor_seconds(_line_of(unit, size)) for size in (60_000, 480_000))
    assert long < 8 * 5 * (short + 0.05)


def _line_of(unit: str, size: int) -> str:
    return "x" + unit * (size // len(unit.encode()) - 1)


def _processor_seconds(line: str) -> float:
    before = time.process_time()
    draft, _ = read_or_key(line)
    assert draft is not None
    return time.process_time() - before


def test_replacement_characters_of_the_input_stay_and_are_told() -> None:
    draft = page("Der Wert war 3 \ufffdg am Tag.")
    assert "\ufffd" in draft.text
    assert "replacement_characters" in draft.notices


def test_message_names_key_and_facts() -> None:
    assert "position" in str(refusal(b"Husten\x00"))
