"""Documents of others compile from what we write, with every source in the list and without a complaint."""

import re
from pathlib import Path

import pytest

from tests.interop.documents import CLASSIC, MARKDOWN, MODERN
from tests.interop.programs import run
from tests.interop.sixty import SIXTY
from tests.interop.wanted import FORMATS

pytestmark = pytest.mark.slow
_LATEX = ["pdflatex", "-draftmode", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "main.tex"]


def test_a_german_document_with_biblatex_compiles(tmp_path: Path) -> None:
    _write(tmp_path, MODERN, "biblatex")
    run(_LATEX, tmp_path)
    said = run(["biber", "main"], tmp_path)
    run(_LATEX, tmp_path)
    run(_LATEX, tmp_path)
    assert [line for line in said.splitlines() if line.startswith(("WARN", "ERROR"))] == []
    assert len(re.findall(r"^\s*\\entry\{", _text(tmp_path, "main.bbl"), re.MULTILINE)) == len(SIXTY)
    assert [line for line in _complaints(tmp_path) if "csquotes" not in line] == []  # a wish for another package


@pytest.mark.parametrize("style", ["plain", "gerplain"])
def test_a_german_document_with_classic_bibtex_compiles(style: str, tmp_path: Path) -> None:
    _write(tmp_path, CLASSIC.replace("STYLE", style), "bibtex")
    run(_LATEX, tmp_path)
    said = run(["bibtex", "main"], tmp_path)
    run(_LATEX, tmp_path)
    run(_LATEX, tmp_path)
    assert [line for line in said.splitlines() if "Warning" in line or "error" in line] == []
    assert len(re.findall(r"^\\bibitem", _text(tmp_path, "main.bbl"), re.MULTILINE)) == len(SIXTY)
    assert _complaints(tmp_path) == []


@pytest.mark.parametrize("written_as, file", [("biblatex", "quellen.bib"), ("csl-json", "quellen.json")])
def test_pandoc_renders_every_source_without_a_complaint(written_as: str, file: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text("".join(FORMATS[written_as](SIXTY)), encoding="utf-8")
    command = ["pandoc", "--citeproc", "--fail-if-warnings", f"--bibliography={file}", "-f", "markdown", "-t", "html"]
    listed = re.findall(r'id="ref-([^"]+)"', run(command, tmp_path, MARKDOWN))
    assert sorted(listed) == sorted(item.cite_key for item in SIXTY)


def _write(folder: Path, document: str, written_as: str) -> None:
    (folder / "main.tex").write_text(document, encoding="utf-8")
    (folder / "quellen.bib").write_text("".join(FORMATS[written_as](SIXTY)), encoding="utf-8")


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8", errors="replace")


def _complaints(folder: Path) -> list[str]:
    """Return what the last run complained of, lines that are too long or too loose aside."""
    log = _text(folder, "main.log")
    return re.findall(r"^(?:.*Warning:.*|! .*|Missing character.*)$", log, re.MULTILINE)
