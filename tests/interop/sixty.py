r"""Sixty sources to export: every kind, every sign that a format gives a meaning, and names that are easily split.

Each row is there for what its key says; what other programs must read of them lives in ``facts``.
"""

from dataclasses import replace
from typing import Any

from citations.formats.item import ExportItem
from citations.kinds import SourceKind
from citations.records import Organisation
from tests.citations.formats.items import (
    ARTICLE,
    BOOK,
    DECISION,
    GUIDELINE,
    LABEL,
    ONE_OF_EACH,
    PAGE,
)

K = SourceKind


def _like(model: ExportItem, cite_key: str, kind: SourceKind | None = None, **fields: Any) -> ExportItem:  # noqa: ANN401 - any field
    """Return a source like the model with its own key and fields."""
    return replace(model, cite_key=cite_key, kind=kind or model.kind, reference=replace(model.reference, **fields))


def _titled(cite_key: str, title: str, **fields: Any) -> ExportItem:  # noqa: ANN401 - any field
    """Return an article of one author with this title."""
    plain = {"authors": ("Muster A",), "et_al": False, "doi": f"10.1000/{cite_key}", "container": "Dtsch Arztebl Int"}
    return _like(ARTICLE, cite_key, K.JOURNAL_ARTICLE, title=title, **plain | fields)


def _by(cite_key: str, *authors: str, **fields: Any) -> ExportItem:  # noqa: ANN401 - any field
    """Return an article of these authors."""
    return _titled(cite_key, "Ein Titel für die Namen seiner Verfasser", authors=authors, **fields)


TITLES = (
    _titled("percent2020", "100 % Ansprechen: 50%-Dosis und 10%"),
    _titled("ampersand2020", "Diagnostik & Therapie in der Onkologie", container="Health & Place"),
    _titled("underscore2020", "Das Feld first_line_therapy und sein Wert _"),
    _titled("hash2020", "Fall #1 und Fall #2"),
    _titled("dollar2020", "Treatment below $100 and above $5 per day"),
    _titled("tilde2020", "Eine Dosis von ~5 mg und ~ 10 mg"),
    _titled("caret2020", "Konzentrationen von 10^6 bis 10^-3"),
    _titled("backslash2020", "Der Pfad C:\\Daten\\neu und ein Ende auf \\"),
    _titled("paired2020", "Die {paarigen} Klammern {{doppelt}}"),
    _titled("lone2020", "Eine } lose { Klammer"),
    _titled("quoted2020", 'The "gold standard" of the therapy'),
    _titled("gerade2020", 'Was "Heilung" für die Betroffenen bedeutet'),
    _titled("anfuehrung2020", "Was „Heilung“ und ‚Besserung‘ für die Betroffenen bedeuten"),
    _titled("apostrophe2020", "Crohn's disease and the 'so-called' Wilms' tumour"),
    _titled("compared2020", "Wirkung bei p < 0,05 und bei p > 0,01 im Vergleich"),
    _titled("mathematisch2020", "Alter ≥ 65 und ≤ 80 Jahre, 5 µg ± 2, 3 × täglich, 20 °C"),
    _like(_titled("greek2020", "Blockers of β₂ receptors and TNF-α in the γ range"), "greek2020", K.SYSTEMATIC_REVIEW),
    _titled("dashes2020", "Der Übergang – ein Gedanke — und mehr -- oder --- weniger …"),
    _titled("spaces2020", "Gabe von z.\u202fB. 5\u00a0mg je Tag"),
    _titled("capitals2020", "Use of mRNA and BRCA1/2 in HIV: A Review of the NSCLC"),
    _titled("asked2020", "Is it safe for the patient? Yes! Or is it not?"),
    _titled("at2020", "@online und @article, geschrieben mit = und , und ;"),
    _titled("oestlich2020", "Łódź, Žižkov, Şişli, İzmir, Ærø, Œuvre, Straße, naïve und Ångström"),
    _titled("and2020", "Salt and pepper and water and others"),
)
NAMES = (
    _by("thirty2021", *(f"Muster{letter} {letter.upper()}" for letter in "abcdefghijklmnopqrstuvwxyz"), *(
        f"Beispiel{letter} {letter.upper()}P" for letter in "abcd"
    )),
    _by("particles2021", "van der Muster A", "von Beispiel AB", "Dei Tos AP", "van 't Veer LJ", "de la Muster C"),
    _by("umlauts2021", "Müller-Lüdenscheidt Ö", "Groß Ü", "Łukasiewicz J", "Şahin U", "O'Muster J-P"),
    _by("given2021", "Müller, Anna Maria", "Beispiel, K.-H."),
    _by("whole2021", "Mustermann"),
    _by("group2021", "Muster A", group_author="Arbeitsgruppe für Leber, Galle and Pankreas", et_al=True),
)  # fmt: skip
BODIES = (
    _like(GUIDELINE, "comma2023", organisations=(Organisation("Salt, Pepper and Partners, Inc."),), stand="2023-05-17"),
    _like(
        GUIDELINE, "several2023", guideline_class="S2k", awmf_number="021/007", stand="", year=2023, month=None,
        organisations=(
            Organisation("Deutsche Gesellschaft für Gynäkologie und Geburtshilfe", ("DGGG",)),
            Organisation("Müller & Söhne_GmbH"), Organisation("Centers for Disease Control and Prevention", ("CDC",)),
        ),
    ),
    _like(LABEL, "label2024", title="Fachinformation Beispielmab 5 mg/ml", version="3", publisher="Muster AG"),
)  # fmt: skip
ADDRESSES = (
    _like(PAGE, "address2024", url="https://example.org/~a/a_b/?q=1&r=50%25#teil_2", title="Eine Seite mit ~ und #"),
    _like(PAGE, "umlaut2024", url="https://example.org/käse/größe?wert={1}|2", title="Eine Seite über Größen"),
    _titled(
        "doi2024", "The DOI of the past and its signs",
        doi="10.1002/(SICI)1097-0142(19960715)78:2<213::AID-CNCR5>3.0.CO;2-#",
    ),
    _titled(
        "zahlen2024", "Ein Artikel mit Nummer",
        pages="e12–e15", issue="Suppl 1", volume="A 12", pmid="12345678", month=None,
    ),
    _like(DECISION, "tag2024", K.SAFETY_NOTICE, stand="2024-02-29", publisher="BfArM & PEI", accessed="2025-01-02"),
    _like(
        BOOK, "band2024", K.BOOK, publisher="Thieme & Partner", edition="", volume="", series="", isbn="3-16-148410-0",
    ),
)  # fmt: skip
SIXTY = (*ONE_OF_EACH, *TITLES, *NAMES, *BODIES, *ADDRESSES)
