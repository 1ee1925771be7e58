"""Styles are found by short name, published id and file; what is not there is named with what is near."""

import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from citations.formats.csl.entries import printer
from citations.formats.csl.names import (
    OFFERED,
    SHORT,
    BrokenStyleError,
    NoStylesError,
    UnknownStyleError,
    house_styles,
    style_file,
    style_named,
)
from tests.citations.formats import items

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info/>'
OWN = f'{HEAD}<bibliography><layout suffix="!"><text variable="title"/></layout></bibliography></style>'


@pytest.mark.parametrize("name", [*SHORT, *OFFERED])
def test_every_short_name_is_a_style_that_makes_lists(name: str) -> None:
    assert printer(style_named(name), "de").line(items.ARTICLE).text


@pytest.mark.parametrize(
    "name, parent",
    [
        ("jama", "american-medical-association"),
        ("JAMA", "american-medical-association"),
        ("vancouver-nlm", "nlm-citation-sequence"),
        ("bmj-open", "bmj"),
        ("apa.csl", "apa"),
    ],
)
def test_a_dependent_style_is_that_of_its_parent(name: str, parent: str) -> None:
    assert style_named(name).id == parent


@pytest.mark.parametrize("name, near", [("vancuver", "vancouver"), ("deutsches-ärzteblatt", "deutsches-arzteblatt")])
def test_an_unknown_name_is_told_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(UnknownStyleError) as caught:
        style_named(name)
    assert near in caught.value.near


@pytest.mark.parametrize("name", ["../styles/apa", "/etc/passwd", "dependent/jama", "", "."])
def test_a_name_is_never_a_path(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownStyleError):
        style_named(name, tmp_path)


def test_a_file_in_the_folder_of_the_house_goes_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "Unser-Stil.csl").write_text(OWN, encoding="utf-8")
    assert house_styles(tmp_path) == ["unser-stil"]
    made = printer(style_named("unser-stil", tmp_path), "de").line(items.REVIEW).text
    assert made == f"{items.REVIEW.reference.title}!"


def test_there_may_be_no_folder(tmp_path: Path) -> None:
    assert house_styles(tmp_path / "none") == []


BROKEN = [
    ("", "empty"),
    ("<style>", "no end"),
    ("<html/>", "style"),
    (f"{HEAD}<citation><layout/></citation></style>", "bibliography"),
    (f'{HEAD}<bibliography><layout><text macro="a"/></layout></bibliography></style>', "macro=a"),
    (
        (
            f'{HEAD}<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
            '<bibliography><layout><text macro="a"/></layout></bibliography></style>'
        ),
        "macro=",
    ),
]


@pytest.mark.parametrize("content, why", BROKEN, ids=[why for _, why in BROKEN])
def test_a_file_that_makes_no_lists_is_refused_with_its_reason(content: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "kaputt.csl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BrokenStyleError) as caught:
        printer(style_file(path), "de")
    assert caught.value.name == "kaputt"
    assert why in caught.value.why or why in ("empty", "no end")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenStyleError, match="No such file"):
        style_file(tmp_path / "none.csl")


def test_a_style_that_reads_other_files_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", encoding="utf-8")
    path = tmp_path / "offen.csl"
    doctype = f'<!DOCTYPE style [<!ENTITY x SYSTEM "file://{secret}">]>'
    path.write_text(doctype + OWN.replace("<text", "<text value='a&x;'/><text"), encoding="utf-8")
    with pytest.raises(BrokenStyleError, match="external entity"):
        printer(style_file(path), "de")


def test_without_the_extra_it_is_said_that_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec

    def without(name: str) -> ModuleSpec | None:
        return None if name.startswith("citeproc") else found(name)

    monkeypatch.setattr("citations.formats.csl.names.find_spec", without)
    with pytest.raises(NoStylesError, match="csl"):
        style_named("ama")
