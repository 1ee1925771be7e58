"""What names no source stays unread: headings, prose, credits, keywords, rows of tables, parts of a page."""

import pytest

from citations.records import Unread
from citations.references import read_line

GERMAN = (
    "Weitere Informationen", "Häufige Fragen und Antworten", "Ursachen und Risikofaktoren", "Letzte Aktualisierung",
    "Symptome: Fieber, Husten, Schnupfen", "Hintergrund: Die Erkrankung tritt selten auf.", "Tipp: Trinken Sie viel.",
    "Therapie: Antibiotika, Ruhe, viel trinken", "Vorteile — schnelle Heilung, kurze Liegezeit", "Nachteile — Kosten",
    "Autorin: Dr. Anna Roe", "Redaktion: Anna Roe, Karl Doe", "Fachliche Prüfung: Prof. Dr. Karl Doe",
    "Schlagwörter: Asthma, COPD, Rauchen", "Interessenkonflikte: keine", "Telefon: 030 123456, Fax: 030 123457",
    "Bild: Adobe Stock / Roe", "Lesezeit: 5 Minuten", "Müdigkeit & Erschöpfung", "Magen & Darm Anatomie",
    "Herz & Kreislauf Physiologie", "Muskeln & Gelenke Anatomie", "Praxis Miller Innere Medizin", "Innere Medizin",
    "Chronische Bronchitis (COPD) Ursachen und Folgen", "Fieber | 38 °C | 39 °C", "Männer | 12 % | 14 %",
    "Wert: 12 mg/dl | Norm: 8–10 mg/dl", "Alter 18–24: 12 %, 25–34: 15 %", "Leber: vergrößert, Milz: normal",
    "Kopf: unauffällig. Thorax: frei.", "Frühstück: Haferflocken mit Obst", "Gruppe A: Placebo, Gruppe B: Verum",
    "Schritt 1: Hände waschen", "Woche 2–4: Belastung steigern", "Dosis 500 mg 1-0-1", "Kapitel 1", "Seite 3 von 10",
    "Abb. 3: Anatomie des Knies", "Anhang A", "Tab. 4", "Startseite · Themen · Kontakt",
    "Bewegung · Ernährung · Schlaf", "Schlaf; Bewegung; Ernährung",
    "Was ist eine Thrombose?", "Wie wird Asthma behandelt?",
    "Bitte beachten Sie auch unsere Hinweise.", "Wenden Sie sich bei Fragen an Ihre Ärztin.",
    "Diese Informationen ersetzen keinen Arztbesuch.", "Die Studie von Roe et al. zeigte keinen Unterschied.",
    "Roe et al. zeigten, dass Schlaf gut tut.", "Wie Roe und Doe berichten, hilft Bewegung.",
    "Vielen Dank an Anna Roe für die Durchsicht.", "Roe A. Chefarzt. Klinik Musterstadt.",
    "Roe A, Doe B. Ihre Ansprechpartner für alle Fragen zur Reha", "Anna Roe, Karl Doe", "Roe A, Doe B, Poe C",
    "Prof. Dr. med. Anna Roe, Chefärztin", "Copyright 2023 Roe GmbH", "Verband: alle zwei Tage wechseln",
)  # fmt: skip
ENGLISH = (
    "Read more about this topic", "Related articles", "Back to top", "About this page", "Treatment and prevention",
    "Keywords: asthma, COPD, smoking", "Conflict of interest: none declared", "Note: Results may vary.",
    "Author: Jane Roe", "Written by: Jane Roe, reviewed by John Doe", "Photo: John Doe", "Table 2: Adverse events",
    "Figure 1. Flow of participants", "Section 3", "Page 2 of 7", "Day 1: rest, Day 2: walking",
    "Breakfast: oats, fruit", "Liver: enlarged, spleen: normal", "Heart & Lung Physiology",
    "Gray Matter Anatomy", "What causes asthma?",
    "When should I see a doctor?", "Patients should talk to their doctor.", "As shown by Roe et al., sleep helps.",
    "The following section describes the treatment.", "Roe and colleagues found no difference between groups.",
    "Roe et al.", "et al.", "p < 0.05", "n = 120", "asdf jkl qwertz", "Home > Topics > Back pain",
)  # fmt: skip


@pytest.mark.parametrize("line", [*GERMAN, *ENGLISH])
def test_a_line_that_names_no_source_stays_unread(line: str) -> None:
    assert read_line(line) == Unread("no_source_recognised")
