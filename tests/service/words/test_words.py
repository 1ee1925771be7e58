"""The catalogue is whole: both languages have the same texts, every text that is asked for exists, none lies unused."""

import re
from pathlib import Path

import pytest

from citations.kinds import Band, Decision, Harm, Origin, Reason, Role, SourceKind, StatementKind, Status, SubjectKind
from service.words import LANGUAGES, MissingTextError, Translate, translator
from tests.house import ROOT

_WORD = re.compile(r"""["']([a-z_]+(?:[._][a-zA-Z0-9_]+)*)["':]""")
_PREFIX = re.compile(r"""["']([a-z_]+(?:\.[a-z_0-9]+)*\.)(?:\{|["'] ~)""")
_ASKED = re.compile(r"""\bt\(\s*["']([a-z_]+\.[a-zA-Z0-9_.]+)["']\s*[,)]""")
_FILLED = re.compile(r"%\((\w+)\)s")
_LOGGED = re.compile(r"""\brecord\([^"']*["']([a-z_]+)["']""")
_RAISED = re.compile(
    r"""["']((?:refused|conflict)\.[a-z_]+|furniture_[a-z_]+|"""
    r"""page_(?:empty|binary|undecodable|without_text|too_large|text_too_long))["']"""
)
_BY_DATA = ("citation_state.", "format.", "row.")
"""Areas whose keys are made of words that stand in the data: service.web.telling, formats by name, tables by name."""
_LISTS = {
    "source_kind": [*SourceKind, "statement", "page"],
    "statement_kind": list(StatementKind),
    "role": list(Role),
    "decision": list(Decision),
    "origin": list(Origin),
    "status": list(Status),
    "harm": list(Harm),
    "band": list(Band),
    "subject": list(SubjectKind),
}


def _sources() -> list[Path]:
    places = [(ROOT / "service", "*.py"), (ROOT / "citations", "*.py"), (ROOT / "templates", "*.html")]
    places.append((ROOT / "jobs", "*.py"))
    return [path for folder, kind in places for path in folder.rglob(kind)]


def _found(pattern: re.Pattern[str]) -> set[str]:
    return {word for path in _sources() for word in pattern.findall(path.read_text(encoding="utf-8"))}


def test_both_languages_have_the_same_texts() -> None:
    german, english = (translator(language).texts for language in LANGUAGES)
    assert german.keys() == english.keys()


def test_both_languages_fill_the_same_values() -> None:
    german, english = (translator(language).texts for language in LANGUAGES)
    wrong = [key for key in german if _names(german[key]) != _names(english[key])]
    assert not wrong


def _names(forms: tuple[str, ...]) -> set[str]:
    return set(_FILLED.findall(" ".join(forms)))


def test_every_text_that_is_asked_for_exists() -> None:
    assert _found(_ASKED) - translator("de").texts.keys() == set()


def test_no_text_lies_unused() -> None:
    words, prefixes = _found(_WORD), (*_found(_PREFIX), *_BY_DATA)
    assert [key for key in translator("de").texts if key not in words and not key.startswith(prefixes)] == []


@pytest.mark.parametrize("area, words", _LISTS.items())
def test_every_word_of_the_field_has_a_text(area: str, words: list[str]) -> None:
    t = translator("de")
    assert [word for word in words if not t.has(f"{area}.{word}")] == []


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("form", ["short", "line", "sentence"])
def test_every_reason_is_said_in_three_lengths(reason: Reason, form: str) -> None:
    assert translator("de").has(f"reason.{reason}.{form}")


def test_every_refusal_has_a_sentence() -> None:
    keys = {key for path in _sources() for key in _RAISED.findall(path.read_text(encoding="utf-8"))}
    assert len(keys) > 20
    assert keys - translator("en").texts.keys() == set()


def test_plurals_and_values_are_filled() -> None:
    t = translator("de", strict=True)
    assert t("days.since", n=1) == "seit einem Tag"
    assert t("days.since", n=74) == "seit 74 Tagen"
    assert t("days.since", 1835) == "seit 1.835 Tagen"
    assert translator("en")("days.since", 1835) == "for 1,835 days"


def test_a_value_nobody_named_shows_as_a_dash() -> None:
    assert translator("de")("refused.unknown_page") == "Die Seite Nummer – gibt es nicht."


def test_a_missing_text_is_an_error_where_it_is_strict_and_shown_as_its_key_elsewhere(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert translator("de")("no.such.key") == "no.such.key"
    assert "no.such.key" in caplog.text
    with pytest.raises(MissingTextError):
        translator("de", strict=True)("no.such.key")


def test_no_value_can_break_a_sentence() -> None:
    t = Translate("de", {"a": ("100 %% von %(name)s",)})
    assert t("a", name="%s %(x)s 50%") == "100 % von %s %(x)s 50%"
    assert t("a") == "100 % von –"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no catalogue"):
        translator("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_that_is_logged_has_its_words(language: str) -> None:
    logged = {act for path in _sources() for act in _LOGGED.findall(path.read_text())}
    assert {"merge", "import_sources", "edit_source"} <= logged
    silent = {act for act in logged - {"sweep"} if not translator(language).has(f"act.{act}")}
    assert silent == set()
