"""Sentences of a source list: what they name, and where."""

import pytest

from citations.records import Prose, Reference, Unread
from citations.references import read_line


def mentions(line: str) -> list[tuple[str, Reference]]:
    reading = read_line(line)
    assert isinstance(reading, Prose)
    return [(line[mention.start : mention.end], mention.reference) for mention in reading.mentions]


@pytest.mark.parametrize(
    "line, names",
    [
        ("Auch das Paul-Ehrlich-Institut bietet dazu Hinweise.", ["Paul-Ehrlich-Institut"]),
        ("Hinweise des Bundesinstituts für Arzneimittel und Medizinprodukte (BfArM).",
         ["Bundesinstituts für Arzneimittel und Medizinprodukte"]),
        ("Angaben der Europäischen Arzneimittelbehörde EMA und des G-BA.",
         ["Europäischen Arzneimittelbehörde EMA", "G-BA"]),
        ("Eine Suche nach Zentren bietet OncoMap.", ["OncoMap"]),
        ("Die Deutsche Leberhilfe e.V. informiert Angehörige.", ["Deutsche Leberhilfe e.V."]),
        ("Fachleute lesen die Texte über www.fachinfo.de nach.", ["www.fachinfo.de"]),
        (("Sicherheitshinweise geben das Bundesinstitut für Arzneimittel und Medizinprodukte (BfArM) und das "
         "Paul-Ehrlich-Institut heraus."),
         ["Bundesinstitut für Arzneimittel und Medizinprodukte", "Paul-Ehrlich-Institut"]),
        ("Daten veröffentlichen das Robert Koch-Institut und das Zentrum für Krebsregisterdaten.",
         ["Robert Koch-Institut", "Zentrum für Krebsregisterdaten"]),
        ("Eine Datenbank hält das AWMF-Leitlinienregister bereit.", ["AWMF-Leitlinienregister"]),
        ("Fachinformationen stellen PharmNet.Bund und die Rote Liste bereit.", ["PharmNet.Bund", "Rote Liste"]),
    ],
)  # fmt: skip
def test_houses_are_found_in_every_inflection(line: str, names: list[str]) -> None:
    assert [name for name, _ in mentions(line)] == names


def test_several_guidelines_of_one_sentence_are_told_apart() -> None:
    line = (
        "Wichtig sind die S3-Leitlinie Melanom, die S2k-Leitlinie Kopf, Hals und Nacken sowie die S1-Leitlinie Lepra."
    )
    found = [(reference.guideline_class, reference.title) for _, reference in mentions(line)]
    assert found == [("S3", "Melanom"), ("S2k", "Kopf, Hals und Nacken"), ("S1", "Lepra")]


@pytest.mark.parametrize(
    "line, title",
    [
        ("Dazu gibt es die Patientenleitlinie Melanom in leichter Sprache.", "Melanom in leichter Sprache"),
        ("Die Leitlinie ist auch als Patientenleitlinie „Haut und Sonne“ erschienen.", "Haut und Sonne"),
        ("Es gibt auch eine Patientenleitlinie.", ""),
    ],
)
def test_a_patient_guideline_is_named_with_its_title(line: str, title: str) -> None:
    reference = mentions(line)[0][1]
    assert (reference.kind, reference.title) == ("patient-guideline", title)


@pytest.mark.parametrize(
    "line, title",
    [
        ("Was ist Krebs? Deutsche Krebshilfe, www.krebshilfe.de", "Was ist Krebs?"),
        ("Wie Ärzte informieren. Deutsche Krebshilfe. https://www.krebshilfe.de/x", "Wie Ärzte informieren"),
    ],
)
def test_a_title_with_a_verb_is_no_sentence_of_the_list(line: str, title: str) -> None:
    reading = read_line(line)
    assert isinstance(reading, Reference)
    assert reading.title == title


def test_the_house_that_writes_the_page_is_no_source_of_it() -> None:
    line = "Für Angaben zu Mitteln hat der Krebsinformationsdienst Fachinformationen genutzt (über www.fachinfo.de)."
    (name, reference), *others = mentions(line)
    assert (name, reference.url, reference.title, others) == ("www.fachinfo.de", name, "Fachinformationen", [])


@pytest.mark.parametrize("line", ["", " ", "Leitlinien", "Das ist nur ein Satz.", "– – –", "\x00", "12"])
def test_a_line_without_a_source_stays_unread(line: str) -> None:
    assert read_line(line) == Unread("no_source_recognised")


def test_a_text_longer_than_any_reference_stays_unread() -> None:
    assert read_line("a" * 20_001) == Unread("line_too_long")
