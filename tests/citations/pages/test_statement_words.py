"""What is read out of the words of one statement: time words, announcements, harm class, sources it names."""

from datetime import date

import pytest

from citations.dates import PartialDate
from citations.kinds import Harm, StatementKind
from citations.pages import lapse_rule, lapses_on, propose_harm, time_words
from citations.pages.mentions import mentions

S, L = StatementKind.SENTENCE, StatementKind.LIST_ITEM


@pytest.mark.parametrize(
    "sentence, words",
    [
        ("Bislang fehlt ein Test.", ("bislang",)),
        ("Derzeit läuft das.", ("derzeit",)),
        ("Aktuelle Daten fehlen.", ("aktuelle",)),
        ("Ein neuer Weg.", ("neuer",)),
        ("Neue Wege und neue Ziele.", ("neue",)),
        ("Zurzeit prüft man das.", ("zurzeit",)),
        ("Das kommt heuer.", ("heuer",)),
        ("Das kommt in Kürze.", ("in kürze",)),
        ("Das steht am Horizont.", ("am horizont",)),
        ("Ein Ergebnis wird erwartet.", ("erwartet",)),
        ("Einen Test gibt es nicht.", ("gibt es nicht",)),
        ("Das gibt es noch nicht.", ("gibt es noch nicht",)),
        ("It is currently tested.", ("currently",)),
        ("So far so good.", ("so far",)),
        ("Neuropathische Schmerzen treten erneut auf.", ()),
        ("Folgen sind zu erwarten.", ()),
        ("Unerwartete Funde.", ()),
        ("Weder Tee noch Saft hilft.", ()),
        ("Das Wichtigste in Kürze", ()),
        ("Er prüft es noch einmal.", ()),
        ("Die Nochnichtse.", ()),
        ("Es war anders als erwartet.", ()),
        ("in\u00a0Kürze da", ("in kürze",)),
        ("bis\u00adlang fehlt er", ("bislang",)),
    ],
)
def test_time_words_are_whole_words(sentence: str, words: tuple[str, ...]) -> None:
    assert time_words(sentence) == words


@pytest.mark.parametrize(
    "sentence, rule",
    [
        ("Ein Test wird noch heuer erwartet.", "year_end"),
        ("In diesem Jahr soll das Mittel kommen.", "year_end"),
        ("Das Register soll nächstes Jahr starten.", "next_year_end"),
        ("Eine Zulassung wird in Kürze erwartet.", "months:6"),
        ("Demnächst werden Daten vorgelegt.", "months:6"),
        ("In den nächsten Monaten sollen Daten kommen.", "months:6"),
        ("Das Ergebnis wird 2024 erwartet.", "after:2024"),
        ("Voraussichtlich Mitte 2024 endet die Studie.", "after:2024-06"),
        ("Bis Ende 2024 soll sie fertig sein.", "after:2024"),
        ("Das soll ab 2025 gelten.", "after:2025"),
        ("Die Leitlinie soll im März 2025 erscheinen.", "after:2025-03"),
        ("Im 2. Quartal 2025 soll sie erscheinen.", "after:2025-06"),
        ("Results are expected in June 2025.", "after:2025-06"),
        ("Im Herbst 2025 wird ein Bericht erwartet.", "after:2025-11"),
        ("Das Mittel wurde 2012 zugelassen.", ""),
        ("Ein Ergebnis wird erwartet.", ""),
        ("Seit 2019 wird das Mittel genutzt.", ""),
        ("Heuer war der Winter mild.", ""),
        ("Das Wichtigste in Kürze wird hier erklärt.", ""),
        ("Die Lunge wird untersucht.", ""),
    ],
)
def test_announcements_get_a_rule_and_nothing_else_does(sentence: str, rule: str) -> None:
    assert lapse_rule(sentence) == rule


@pytest.mark.parametrize(
    "rule, said_on, day",
    [
        ("year_end", PartialDate(2012), date(2013, 1, 1)),
        ("year_end", PartialDate(2012, 12, 31), date(2013, 1, 1)),
        ("next_year_end", PartialDate(2012, 5), date(2014, 1, 1)),
        ("after:2024", None, date(2025, 1, 1)),
        ("after:2024-06", None, date(2024, 7, 1)),
        ("after:2024-12", PartialDate(2020), date(2025, 1, 1)),
        ("months:6", PartialDate(2024, 1, 31), date(2024, 8, 1)),
        ("year_end", None, None),
        ("months:6", None, None),
        ("", None, None),
        ("", PartialDate(2020), None),
        ("after:soon", None, None),
        ("never", PartialDate(2020), None),
        ("months:x", PartialDate(2020), None),
    ],
)
def test_a_rule_lapses_on_the_first_day_that_is_past(rule: str, said_on: PartialDate | None, day: date | None) -> None:
    assert lapses_on(rule, said_on) == day


@pytest.mark.parametrize(
    "kind, sentence, path, harm",
    [
        (S, "Man beginnt mit Cisplatin.", (), Harm.H3),
        (S, "Nivolumabs Wirkung hält an.", (), Harm.H3),
        (S, "Kinase-Hemmer helfen selten.", (), Harm.H3),
        (S, "Die Zweitlinientherapie folgt später.", (), Harm.H3),
        (S, "Das Mittel ist zugelassen.", (), Harm.H3),
        (S, "Man gibt 75 mg/m² am Tag.", (), Harm.H3),
        (S, "Rufen Sie sofort an, mehr dazu unter www.example.org.", (), Harm.H3),
        (S, "Bei Atemnot gehen Sie umgehend in die Klinik.", (), Harm.H3),
        (S, "Take the tablets with water: 5 mg.", (), Harm.H3),
        (S, "Die Operation folgt meist zuerst.", (), Harm.H2),
        (S, "Fachleute empfehlen ein Zentrum.", (), Harm.H2),
        (S, "Die Nachsorge dauert Jahre.", (), Harm.H2),
        (S, "Etwa 30 % der Fälle sprechen auf die Therapie an.", (), Harm.H2),
        (S, "Rund 200 Menschen im Jahr werden behandelt.", (), Harm.H1),
        (S, "Etwa 15 % aller Tumoren brauchen keine Therapie.", (), Harm.H1),
        (S, "Im April blüht die Birke.", (), Harm.H1),
        (S, "Globuline sind Eiweiße.", (), Harm.H1),
        (S, "Die Haut hat drei Schichten.", (), Harm.H1),
        (S, "Mehr dazu lesen Sie unter Husten.", (), Harm.H0),
        (S, "Adressen finden Sie auf www.example.org.", (), Harm.H0),
        (S, "Der Arzt Muster prägte den Begriff Zitterhusten.", (), Harm.H0),
        (S, "Metastasen finden sich am häufigsten in der Lunge.", (), Harm.H2),
        (S, "Auch im Gehirn sind Metastasen zu finden.", (), Harm.H2),
        (S, "Auf beiden Seiten finden sich vergrößerte Mandeln.", (), Harm.H1),
        (S, "Im unteren Abschnitt des Darms finden sich Polypen.", (), Harm.H1),
        (S, "Eine Übersicht findet sich im Beitrag Therapie.", (), Harm.H0),
        (S, "Adressen finden sich auf der Seite der Stiftung.", (), Harm.H0),
        (S, "Eine Liste findet sich unter „Adressen“.", (), Harm.H0),
        (S, "Die Broschüre ist hier zu finden.", (), Harm.H0),
        (S, "Bei Hörverlust kommen Glukokortikoide infrage.", (), Harm.H3),
        (StatementKind.HEADING, "Therapie mit Cisplatin", (), Harm.H0),
        (StatementKind.CAPTION, "Bild: Tablette", (), Harm.H0),
        (StatementKind.GLOSSARY, "Cisplatin: ein Wirkstoff", (), Harm.H1),
        (L, "wie alt jemand ist,", ("Welche Behandlung?",), Harm.H2),
        (L, "wie alt jemand ist,", ("Alltag",), Harm.H1),
    ],
)
def test_harm_class_is_proposed_by_words(kind: StatementKind, sentence: str, path: tuple[str, ...], harm: Harm) -> None:
    assert propose_harm(kind, sentence, path) is harm


@pytest.mark.parametrize(
    "sentence, titles",
    [
        ("Häuser finden Sie über die Suche von OncoMap.", ["OncoMap"]),
        ("Mehr finden Sie bei der Deutschen Muster-Stiftung.", ["Deutsche Muster-Stiftung"]),
        ("Foto: Deutsche Muster-Stiftung", []),
        ("Das Projekt OncoMap entstand früher.", []),
        ("Studien finden Sie auf ClinicalTrials.gov und in PubMed.", ["ClinicalTrials.gov", "PubMed"]),
    ],
)
def test_sources_are_named_only_where_the_reader_is_sent(sentence: str, titles: list[str]) -> None:
    assert [one.organisations[0].name for one in mentions(sentence)] == titles
