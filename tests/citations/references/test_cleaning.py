"""What copying did to a line is undone before reading."""

import pytest

from citations.references.cleaning import LINE_END, clean


@pytest.mark.parametrize(
    "line, cleaned",
    [
        ("Wurzel\u00adbehandlung", "Wurzelbehandlung"),
        ("a\u00a0b\u202fc", "a b c"),
        ("fÃ¼r MÃ¤rz", "für März"),
        ("fu¨r", "für"),
        ("f\ufffdr Gyn\ufffdkologie", "für Gynäkologie"),
        ("12. Text", "Text"),
        ("[12] Text", "Text"),
        ("• Text", "Text"),
        ("- Text", "Text"),
        ("2019 Text", "2019 Text"),
        ("Behand-\nlung", "Behandlung"),
        ("der langen\nzeile", "der langen zeile"),
        ("Titel\nVerlag", f"Titel {LINE_END} Verlag"),
    ],
)
def test_a_line_is_mended(line: str, cleaned: str) -> None:
    assert clean(line) == cleaned
