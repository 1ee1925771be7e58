r"""What other programs are known to read differently, each with its reason: the whole of it, and nothing that is loose.

``HABITS`` are rules of a program, applied to what is wanted of every item; ``SINGLE`` are values of one item. A test
compares exactly, so that a difference that is gone must leave its table as well.
"""

from collections.abc import Callable

from citations.formats.item import ExportItem
from citations.kinds import SourceKind
from tests.interop.wanted import ET_AL, Facts

Habit = Callable[[Facts, ExportItem], Facts]
Reader = tuple[str, str]


def _title_with_addon(facts: Facts, item: ExportItem) -> Facts:
    """``titleaddon`` is put behind the title; a style prints the same, the title alone is in ``title-short``."""
    onkopedia = item.kind is SourceKind.ONKOPEDIA
    addon = "Onkopedia-Leitlinie" if onkopedia else item.reference.edition_form
    return facts | {"title": f"{facts['title']}. {addon}"} if addon else facts


def _typographic_names(facts: Facts, _: ExportItem) -> Facts:
    """Straight apostrophes become typographic ones."""
    return facts | {"families": tuple(name.replace("'", "’") for name in facts["families"])}


def _typographic_title(facts: Facts, _: ExportItem) -> Facts:
    return facts | {"title": str(facts["title"]).replace("'", "’")}


def _closing_quotes(facts: Facts, _: ExportItem) -> Facts:
    """Every straight quotation mark becomes a closing one, as in the oldest TeX."""
    return facts | {"title": str(facts["title"]).replace('"', "”")}


def _book_for_manual(facts: Facts, _: ExportItem) -> Facts:
    """CSL 1.0 has no manual."""
    return facts | {"kind": "book"} if facts["kind"] == "manual" else facts


def _report_for_manual(facts: Facts, _: ExportItem) -> Facts:
    """CSL 1.0 has no manual."""
    return facts | {"kind": "report"} if facts["kind"] == "manual" else facts


def _no_access(facts: Facts, _: ExportItem) -> Facts:
    """Access dates are not read; the note says them."""
    return facts | {"accessed": ""}


def _no_access_online(facts: Facts, _: ExportItem) -> Facts:
    """Of ``ELEC`` neither ``Y2`` nor ``M1`` is read; the note says both."""
    return facts | {"accessed": "", "number": ""} if facts["kind"] == "online" else facts


def _no_number(facts: Facts, _: ExportItem) -> Facts:
    """``M1`` is not read; the note says the number."""
    return facts | {"number": ""}


def _family_before_the_comma(facts: Facts, _: ExportItem) -> Facts:
    """RIS has no braces: a comma parts a family name from given names, in a body's name as well."""
    return facts | {"families": tuple(name.split(",")[0] for name in facts["families"])}


_PANDOC = (_typographic_names, _typographic_title, _book_for_manual)
_BIBUTILS = (_typographic_names, _typographic_title, _closing_quotes)
HABITS: dict[Reader, tuple[Habit, ...]] = {
    ("pandoc", "biblatex"): (_title_with_addon, *_PANDOC),
    ("pandoc", "bibtex"): _PANDOC,
    ("pandoc", "csl-json"): (_typographic_names,),
    ("citation-js", "biblatex"): (_report_for_manual,),
    ("citation-js", "bibtex"): (_report_for_manual, _no_access),
    ("citation-js", "ris"): (_family_before_the_comma, _no_access_online),
    ("rispy", "ris"): (_family_before_the_comma,),
    ("bibutils", "biblatex"): (_title_with_addon, *_BIBUTILS),
    ("bibutils", "bibtex"): (*_BIBUTILS, _no_access),
    ("bibutils", "ris"): (_no_access, _no_number),
}


Singles = dict[tuple[str, str], str | tuple[str, ...]]
_NO_LANGUAGE = (
    "kind-nccn", "kind-nice_guideline", "kind-safety_notice", "kind-approval_decision", "kind-organisation",
    "kind-news_text", "kind-esmo_living",
)  # fmt: skip
_LETTERS = tuple(f"Muster{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")

# No form of the caret, the backslash and a brace that stands alone is read by all; ours is exact in LaTeX.
_BIBTEXPARSER: Singles = {
    ("hart2020", "title"): '100 % of "A & B" cost $5_000 #1 ~ xˆ2 \\ {paired} <5 µm ≥ β₂ – ä ß',
    ("caret2020", "title"): "Konzentrationen von 10ˆ6 bis 10ˆ-3",
    ("lone2020", "title"): "Eine  lose  Klammer",
}
# The rich text of pybtex knows few commands; the values as parsed are whole.
_PYBTEX: Singles = {
    ("hart2020", "title"): r'100 % of "A & B" cost \$5_000 #1 ~ x\textasciicircum 2 \ \paired\ $<$5 µm ≥ β₂ – ä ß',
    ("dollar2020", "title"): r"Treatment below \$100 and above \$5 per day",
    ("caret2020", "title"): r"Konzentrationen von 10\textasciicircum 6 bis 10\textasciicircum -3",
    ("paired2020", "title"): "Die \\paarigen\\ Klammern \\\\doppelt\\\\",
    ("lone2020", "title"): r"Eine \textbraceright  lose \textbraceleft  Klammer",
    ("compared2020", "title"): "Wirkung bei p $<$ 0,05 und bei p $>$ 0,01 im Vergleich",
    ("spaces2020", "title"): "Gabe von z. B. 5 mg je Tag",  # every space becomes a plain one
}
# By default English titles lose their capitals, whatever braces stand around the whole; no language counts as English.
_SENTENCE: Singles = {
    ("capitals2020", "title"): "Use of mRNA and BRCA1/2 in HIV: a review of the NSCLC",
    **{(key, "title"): "Adulte weichgewebesarkome" for key in _NO_LANGUAGE},
}
# The last publisher is the company that stands in ``organization``; a manual has become another type, see the habits.
_COMPANY: Singles = {("label2024", "publisher"): "Muster AG"}
_PUBMED = "https://www.ncbi.nlm.nih.gov/pubmed/12345678"
_PANDOC_TEX: Singles = _COMPANY | {
    ("lone2020", "title"): "Eine  lose  Klammer",
    ("zahlen2024", "url"): _PUBMED,  # made of the number in PubMed
}
_NO_EID: Singles = {("bramwell2003", "pages"): ""}  # the field ``eid`` is not known; ``pages`` would be wrong in LaTeX
_SPACES: Singles = {("spaces2020", "title"): "Gabe von z. B. 5 mg je Tag"}  # every space becomes a plain one
_BIBUTILS_TEX: Singles = {
    ("hart2020", "title"): "100 % of ”A & B” cost $5_000 #1 ~ x⌃2 \\textbackslash {paired} <5 µm ≥ β₂ – ä ß",
    ("caret2020", "title"): "Konzentrationen von 10⌃6 bis 10⌃-3",
    ("backslash2020", "title"): r"Der Pfad C:\textbackslashDaten\textbackslashneu und ein Ende auf \textbackslash",
    ("dashes2020", "title"): "Der Übergang – ein Gedanke — und mehr – oder — weniger …",  # joined in spite of {}
}
_SPLIT: Singles = {("asked2020", "title"): "Is it safe for the patient?: Yes! Or is it not?"}  # title and subtitle

SINGLE: dict[Reader, Singles] = {
    ("bibtexparser", "biblatex"): _BIBTEXPARSER,
    ("bibtexparser", "bibtex"): _BIBTEXPARSER,
    ("pybtex", "biblatex"): _PYBTEX,
    ("pybtex", "bibtex"): _PYBTEX,
    ("better-bibtex", "biblatex"): _SENTENCE,
    ("better-bibtex", "bibtex"): _SENTENCE,
    # a volume with letters is no integer to the data model: only the validating run leaves it out, documents print it
    ("biber", "biblatex"): {("zahlen2024", "volume"): ""},
    ("pandoc", "biblatex"): _PANDOC_TEX | _NO_EID,
    ("pandoc", "bibtex"): _PANDOC_TEX,
    # pandoc makes the quotes of the language of a text, and sets a thin space before a lone semicolon
    ("pandoc", "csl-json"): {
        ("hart2020", "title"): "100 % of “A & B” cost $5_000 #1 ~ x^2 \\ {paired} <5 µm ≥ β₂ – ä ß",
        ("quoted2020", "title"): "The “gold standard” of the therapy",
        ("gerade2020", "title"): "Was “Heilung” für die Betroffenen bedeutet",
        ("apostrophe2020", "title"): "Crohn’s disease and the “so-called” Wilms’ tumour",
        ("at2020", "title"): "@online und @article, geschrieben mit = und , und\u202f;",
    },
    ("citation-js", "biblatex"): _SPACES | _COMPANY,
    ("citation-js", "bibtex"): _SPACES | _COMPANY | {
        ("umlaut2024", "url"): "https://example.org/käse/größe?wert={1}|2",  # decoded
    },
    ("bibutils", "biblatex"): _BIBUTILS_TEX | _NO_EID,
    # a name that is there twice is read once
    ("bibutils", "bibtex"): _BIBUTILS_TEX | _SPLIT | {
        ("hart2020", "families"): ("Team of A and B, Inc.", *_LETTERS, "Land and Sea, Institute", ET_AL),
    },
    # " and " parts names, even of bodies that bibutils was told of; ``T2`` of a chapter is a short title
    ("bibutils", "ris"): _SPLIT | {
        ("muster2019", "journal"): "",
        ("hart2020", "families"): ("of A", "B", *_LETTERS, "Land", "Sea", ET_AL),
        ("group2021", "families"): ("Muster", "Arbeitsgruppe für Leber", "Pankreas", ET_AL),
        ("comma2023", "families"): ("Salt", "Partners"),
        ("several2023", "families"): (
            "Deutsche Gesellschaft für Gynäkologie und Geburtshilfe (DGGG)", "Müller & Söhne_GmbH",
            "for Disease Control", "(CDC)",
        ),
    },
}  # fmt: skip
