"""The scan for formats: every file is one, and one that is not stops the start with its name."""

import sys
from pathlib import Path

import pytest

from citations.formats import FORMATS, BrokenFormatError, scan, written
from citations.formats.item import Of
from tests.citations.formats.items import ONE_OF_EACH

SOURCES = [slug for slug, module in FORMATS.items() if module.FORMAT.of is Of.SOURCES]
SHEETS = {"csv", "xlsx"}
"""Formats with a column for each fact, which need no note."""


def test_the_formats_there_are() -> None:
    assert list(FORMATS) == [
        "atom", "biblatex", "bibtex", "csl-json", "csv", "fhir", "html", "ris", "schema-org", "statements-csv",
        "statements-xlsx", "text", "web-annotation", "xlsx",
    ]  # fmt: skip


@pytest.mark.parametrize("slug", list(FORMATS))
def test_every_format_says_what_it_is(slug: str) -> None:
    form = FORMATS[slug].FORMAT
    assert form.slug == slug
    assert form.label == f"format.{slug}"
    assert "charset=utf-8" in form.content_type or "ld+json" in form.content_type or slug.endswith("xlsx")
    assert form.extension


@pytest.mark.parametrize("slug", sorted({*SOURCES} - {"xlsx"}))
def test_every_format_of_sources_writes_every_kind(slug: str) -> None:
    text = b"".join(written(slug, ONE_OF_EACH)).decode()
    assert "Weichgewebesarkome" in text
    assert "None" not in text


@pytest.mark.parametrize("slug", sorted({*SOURCES} - SHEETS))
def test_the_facts_of_the_house_survive_in_every_format(slug: str) -> None:
    text = b"".join(written(slug, ONE_OF_EACH)).decode()
    for fact in ("032/044OL", "1.1", "04.03.2025", "06/2022"):
        assert fact in text
    assert slug in ("text", "html") or "gültig bis 06.09.2026" in text


@pytest.mark.parametrize(
    "source, complaint",
    [
        ("", "has no FORMAT"),
        ("from citations.formats.item import Format\nFORMAT = Format('x', 'y', 'z', 'l')\n", "has no FORMAT"),
    ],
)
def test_a_file_that_is_no_format_stops_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, complaint: str
) -> None:
    name = f"strange{abs(hash(source))}"
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    (tmp_path / name / "broken.py").write_text(source)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(BrokenFormatError, match=complaint):
        scan(name, [str(tmp_path / name)])
