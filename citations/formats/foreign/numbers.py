"""Numbers and short forms that every program words its own way: DOI, PMID, ISBN, pages, editions."""

import re
from functools import lru_cache

from citations.references.numbers import read_isbn, read_register_number, trim_doi

DOI_ADDRESS = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/10\.\d{4,9}/\S+", re.IGNORECASE)
PUBMED_ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,8})/?"
)
MEDIA = frozenset({"internet", "cd-rom", "dvd", "print", "online"})
"""Words that name the medium of a book where they stand alone in a note."""
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_PMID = re.compile(r"(?:PMID:?\s*|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/)?(\d{1,8})(?:/|\[pmid\])?", re.IGNORECASE)
_ISBN_LABEL = re.compile(r"^ISBN(?:-1[03])?:?\s*|\s*\([^()]*\)$", re.IGNORECASE)
_PAGE_LABEL = re.compile(r"(?:pp?|pages|S|Seiten?)\.? ", re.IGNORECASE)
_PAGE_DASH = re.compile(r"\s?(?:-{1,3}|[‐-―−])\s?")
_PLAIN_PAGES = re.compile(r"[\w.]*(?:-[\w.]+)?")
_VERSION = re.compile(r"(?:Version|Vers\.|V\.?)\s?(?P<version>\d[^\s()]*)(?:\s\((?P<form>[^()]+)\))?", re.IGNORECASE)
_FORMS = frozenset({"Langversion", "Kurzversion", "Patientenversion", "Leitlinienreport", "Pocketversion"})
_ORDINALS = (
    ("first", "erste"), ("second", "zweite"), ("third", "dritte"), ("fourth", "vierte"), ("fifth", "fünfte"),
    ("sixth", "sechste"), ("seventh", "siebte"), ("eighth", "achte"), ("ninth", "neunte"), ("tenth", "zehnte"),
    ("eleventh", "elfte"), ("twelfth", "zwölfte"), ("thirteenth", "dreizehnte"), ("fourteenth", "vierzehnte"),
    ("fifteenth", "fünfzehnte"), ("sixteenth", "sechzehnte"), ("seventeenth", "siebzehnte"),
    ("eighteenth", "achtzehnte"), ("nineteenth", "neunzehnte"), ("twentieth", "zwanzigste"),
)  # fmt: skip
_NUMERALS = {word: str(number) for number, words in enumerate(_ORDINALS, 1) for word in words}
_NAMED = r"(?:[ ,]{0,2}(?:ed(?:ition|n)?|aufl(?:age)?|ausgabe)\.?)?"
_EDITION = re.compile(rf"(\d{{1,3}})(?:st|nd|rd|th|\.)?{_NAMED}", re.IGNORECASE)
_EDITION_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th|\.)(?!\w)", re.IGNORECASE)
_EDITION_WORD = re.compile(rf"([^\W\d_]+?)[rns]?{_NAMED}", re.IGNORECASE)
_LONGEST_EDITION = 100
_LONGEST_NUMBER = 80
PRINTED_NUMBER = re.compile(r"[0-9]{3}/[0-9]{3}[A-Z]{0,3}")
"""A number of the AWMF's register as the house prints it, which needs no reading."""


def doi(text: str) -> str:
    """Return the DOI in a text as it is written, without address and label; "" where there is none."""
    found = _DOI.search(text) if "10." in text else None
    return trim_doi(found.group()) if found else ""


def pmid(text: str) -> str:
    """Return the number of "PMID:123", of an address of PubMed, or a number alone; "" for anything else."""
    found = PUBMED_ADDRESS.fullmatch(text.strip()) or _PMID.fullmatch(text.strip())
    return found[1] if found else ""


def isbn(text: str) -> str:
    """Return an ISBN as it is written, without label and remark ("978-... (print)"); "" for what has no valid one."""
    bare = _ISBN_LABEL.sub("", text.strip()).strip(" ,;")
    return bare if read_isbn(bare) else ""


def pages(text: str) -> str:
    """Return pages without label and with a plain hyphen: "12-19" for "pp. 12–19" and "12 -- 19"."""
    return text if _PLAIN_PAGES.fullmatch(text) else _PAGE_DASH.sub("-", _PAGE_LABEL.sub("", text, count=1))


def edition(text: str, *, book: bool) -> tuple[dict[str, str], bool]:
    """Return (fields, whether they say all) of "Version 1.1 (Langversion)", else of the edition of a book.

    An edition is its number: "5" for "5th ed.", "Fifth", "5. Auflage"; for "5., neue Auflage" as well, but not all of
    it. Other words stay as they are.
    """
    version = _VERSION.fullmatch(text)
    if version and not book:
        return {"version": version["version"], "edition_form": version["form"] or ""}, True
    if text in _FORMS:
        return {"edition_form": text}, True
    hit = _EDITION.fullmatch(text)
    if hit:
        return {"edition": hit[1]}, True
    word = _EDITION_WORD.fullmatch(text) if len(text) <= _LONGEST_EDITION else None
    number = _NUMERALS.get(word[1].lower(), "") if word else ""
    if number:
        return {"edition": number}, True
    hit = _EDITION_NUMBER.match(text)
    return ({"edition": hit[1]}, False) if hit else ({"edition": text}, True)


def register_number(text: str) -> str:
    """Return a number of the AWMF's register in its one form ("032-044OL"), "" for what is none."""
    return (_register_number if len(text) <= _LONGEST_NUMBER else _register_number.__wrapped__)(text)


@lru_cache(maxsize=4096)
def _register_number(text: str) -> str:
    number = read_register_number(text)
    return number.canonical if number else ""
