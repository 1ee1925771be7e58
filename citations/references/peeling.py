"""Takes out of a line what is the same in every family: address, DOI, PMID, ISBN, dates, register number, version.

What is left, with BREAK where a piece was, goes to the family readers. Nothing here decides what a line is.
"""

import re

from citations.references.access_dates import find_access
from citations.references.addresses import ADDRESS_SIGN, take_addresses, without_labels
from citations.references.cleaning import BREAK, LINE_END
from citations.references.numbers import SICI, read_isbn, read_register_number, trim_doi
from citations.references.page_furniture import LINKED, without_furniture
from citations.references.peeled import Peeled
from citations.references.printed_dates import PrintedDate, date_at
from citations.references.signs import has_any

_REMARK = re.compile(
    r"(?<=[.!?])(?<!e\.V\.)(?<!e\. V\.) [–—] (?=[^\d\W])(?!AWMF|Stand\b|Version|Langversion|Kurzversion|Leitlinie"
    r"|(?i:https?://|www\.|doi\b|url\b|link\b|online\b|(?:zuletzt )?"
    r"(?:abruf|aufruf|abgeruf|aufgeruf|zugriff|zugegriffen)"
    r"|verfügbar|available|accessed|retrieved)|(?:[a-z\d-]{1,60}\.){1,3}[a-z]{2,4}(?:[/ .),]|$))"
)
"""Where an editor's remark begins; a Stand, an address or a day of access behind a dash belongs to the reference."""
_LATER = re.compile(
    r"[.;] (?:(?:Erratum|Comment|Update|Correction|Retraction|Published correction appears|(?:Re)?[Cc]ited|Reviewed"
    r"|Reprinted|Reproduced|Summarized|Summarised) in\b"
    r"|[Zz]itiert (?:nach|in)|[Nn]achdruck in|zit\. n(?:ach|\.)|(?<=; )(?:dies|ders)\., )"
)
"""Begins with its one sign, so that the search leaps over all letters."""
_LATER_STOP = 2
_REMARK_HEAD = 20
_DOI = re.compile(
    r"(?:\(?\bDOI\s?:?\s*)?(?:(?:https?://)?(?:dx\.)?doi\.org/)?\b(10\.\d{4,9}/(?:[^\s<>\"\x1e]+"
    rf"(?:{SICI}[^\s<>\"\x1e]+)?|(?= [a-z])))",
    re.IGNORECASE,
)
_DOI_OPEN = "-_/.("
"""Signs that no DOI ends with; a "." may end the sentence."""
_DOI_GOES_ON = re.compile(
    r"(?:(?<=[-_/(]) {1,2}(?=[^\s\x1e]{0,80}\d)|(?<=[a-z]\.) {1,2}(?=[a-z]{1,20}[.\d][^\s\x1e]{0,80}\d))"
    r"([^\s<>\"\x1e]{1,100}?)(?=[.,;]?(?:\s|$|\x1e))"
)
_PMID = re.compile(
    r"(?:PubMed\s+)?PMID:?\s*(\d{1,8})\b[.;]?|PubMed(?:-ID)?:\s?(\d{5,8})\b"
    r"|pubmed\.ncbi\.nlm\.nih\.gov/(\d{1,8})",
    re.IGNORECASE,
)
_PMCID = re.compile(r"(?:PMCID:?\s*)?\bPMC ?\d{4,9}\b[.;]?", re.IGNORECASE)
_ISBN = re.compile(r"(?:e-?)?ISBN(?:-1[03])?:?\s*([\dXx][\dXx \u2010-\u2015-]{8,20}[\dXx])", re.IGNORECASE)
_VALID = re.compile(
    r"[(,;]?\s*(?:gültig|Gültigkeit|valid)(?:\s*(?:bis|until|through))?:?\s*(?=\d"
    r"|[A-Z])",
    re.IGNORECASE,
)
# _NUMBER and _STAND look at the first letters of all their words first: most signs are refused by that alone.
_NUMBER = re.compile(
    r"(?=[(alnr])"
    r"\(?(?:(?:AWMF|NVL)[ -]*)?(?:Leitlinien-?\s?)?(?:(?:Register|Registrierungs|Registrier|Registration|Registry"
    r"|Reg)[ .-]*(?:nummer|nr|no|number)?|"
    r"AWMF(?:[ -]?(?:Nr|No|Nummer|Leitlinie(?:n)?(?:-?nummer|-Nr)?|register))?|Leitlinien-?(?:nummer|Nr))"
    r"[.,:]*\s*(?:Nr\.?|no\.?|number|nummer)?[.:]?\s*"
    r"((?:\d{3}|nvl)\s?[-/_\u2010-\u2015\u2212]\s?(?:\d{3}(?:[\s-]?OL|[a-zA-Z]{0,4})|\d\d(?![/.-]\d)))(?![\w])",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    r"\(((?:\d{3}|nvl)\s?[-/_\u2010-\u2015]\s?\d{3}(?:\s?OL|[a-z]{0,3}))\)"
    r"|(?:(?<=Leitlinie )|(?<=uideline ))(?:Nr\.? ?|Nummer ?)?"
    r"((?:\d{3}|nvl)\s?[-/_\u2010-\u2015]\s?\d{3}(?:\s?OL|[a-z]{0,3}))(?!\w)"
    r"|(?<![\w/.-])((?:\d{3}\s?[-/]\s?\d{3}[\s-]?OL|(?:nvl|NVL)-\d{3})[a-z]{0,2})(?![\w/])"
)
_STAND = re.compile(
    r"(?=[abdglprsuvzü])"
    r"(?:\b(?:(?:aktueller |Bearbeitungs)?Stand(?: der (?:Information|Recherche))?"
    r"|(?:zu)?letzte?[rs]? (?:Aktualisierung|Änderung|Revision"
    r"|Überarbeitung|Update|am)?"
    r"|(?:zuletzt )?(?:aktualisiert|geändert|überarbeitet)|aktualisierte Fassung|,? ?Version(?= vom \d)"
    r"|Last (?:updated?|reviewed|revised|modified)"
    r"|(?:page )?(?:updated|revised|reviewed|amended)"
    r"|(?:verabschiedet|beschlossen|konsentiert|adopted)(?= (?:am|on|im)\b)"
    r"|Update(?= (?:0?[1-9]|1[0-2])[/.]20\d\d)"
    r"|(?:vollständige )?Überarbeitung(?=:? (?:vom |am )?(?:\d{1,2}[./]\d|20\d\d[-/]\d\d|[a-zä]{3,9} 20\d\d))"
    r"|revision|literature review current through|Datenstand"
    r"|Letzte Bearbeitung|Vollständige Überprüfung(?:/Überarbeitung)?))(?: am| on| vom"
    r"| im)?\s?:?\s*(?:am )?(?=(?-i:[\dA-ZÄÖÜ]))",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[(\[<]\s*(?:[\x1e,;:.–-]\s*)+[)\]>]|[(\[<]\s*[)\]>]")
_HOUR = re.compile(r",? (?:um )?\d{1,2}[:.]\d{2}(?: Uhr| [A-Z]{2,4}\b)?")
_WORDS_LENGTH = 40
_BARE_LENGTH = 12
"""So far before the middle of a register number it may begin, its "Nummer" too."""
_PMID_SIGNS = ("pmid", "pubmed")
_VALID_SIGNS = ("gültig", "valid")
_STAND_SIGNS = (
    "stand", "version vom", "letzte", "aktualisiert", "geändert", "updat", "last ", "revi", "überprüf", "überarbeit",
    "amended", "verabschiedet", "beschlossen", "konsentiert", "adopted",
)  # fmt: skip
_DIGITS = re.compile(r"[-/_\u2010-\u2015\u2212]\s?\d\d")
"""What every register number has in its middle; a look for it costs a fifth of the search."""
_NUMBER_SIGNS = ("reg", "awmf", "leitlinien")


_RENEWED = re.compile(
    r"(?:(?<=\((?:19)\d\d)|(?<=\((?:20)\d\d)), \d{1,2}\. (?:Aktualisierung|Überarbeitung|Fortschreibung)"
    r" (?P<y>(?:19|20)\d\d)(?=\))"
)
"""The year of the last renewal behind that of the first issue ("(2017, 2. Aktualisierung 2024)")."""


def peel(line: str) -> Peeled:
    """Return a cleaned line taken apart as far as that is the same for every family."""
    peeled = Peeled(line)
    _remark(peeled)
    before, below, link = peeled.text.rpartition(f"{LINE_END} ")
    if below and link.strip(" .→»>") in LINKED:
        peeled.text = before.rstrip()
        peeled.remarks.append(link.strip(" .→»>"))
    low = line.lower()
    later = _LATER.search(line)
    if later:
        peeled.remarks.append(line[later.start() + _LATER_STOP :])
        peeled.text = peeled.text[: later.start() + _LATER_STOP]
    peeled.text = without_furniture(peeled.text, low)
    if ADDRESS_SIGN.search(low):
        take_addresses(peeled)
    _identifiers(peeled)
    if BREAK in peeled.text:
        peeled.text = without_labels(peeled.text)
    _access(peeled)
    if has_any(_VALID_SIGNS, low):
        peeled.valid_until = _dated(peeled, _VALID, _VALID_SIGNS)
    _number(peeled)
    renewed = _RENEWED.search(peeled.text) if "ung 20" in peeled.text or "ung 19" in peeled.text else None
    if renewed:
        peeled.stand, peeled.text = renewed["y"], peeled.text[: renewed.start()] + peeled.text[renewed.end() :]
    elif has_any(_STAND_SIGNS, low):
        peeled.stand = _dated(peeled, _STAND, _STAND_SIGNS)
    if "(" in peeled.text or "[" in peeled.text or "<" in peeled.text:
        peeled.drop(_EMPTY)
    return peeled


def _from(signs: tuple[str, ...], text: str) -> int:
    """Return a place before the first of the signs from which words with a sign in them may begin, -1 for none."""
    low = text.lower()
    places = [place for sign in signs if (place := low.find(sign)) >= 0]
    return max(0, min(places) - _WORDS_LENGTH) if places else -1


def _remark(peeled: Peeled) -> None:
    """Take the editor's remark off the end ("... Verlag. – Standardwerk zur Selbsthilfe")."""
    dashed = " – " in peeled.text or " — " in peeled.text
    hit = _REMARK.search(peeled.text, _REMARK_HEAD) if dashed else None
    if hit:
        peeled.remarks.append(peeled.text[hit.end() :])
        peeled.text = peeled.text[: hit.start()]


_ISBN_IN_URL = re.compile(r"(?<=/)97[89]\d{10}(?!\d)")


def _identifiers(peeled: Peeled) -> None:
    ten = peeled.text.find("10.")
    doi = _DOI.search(peeled.text, max(0, ten - _WORDS_LENGTH)) if ten >= 0 else None
    printed = doi.group(1) if doi else ""
    broken = _DOI_GOES_ON.match(peeled.text, doi.end()) if doi and printed[-1] in _DOI_OPEN else None
    if doi and (broken or printed[-1] != "/"):
        value = trim_doi(printed + broken.group(1) if broken else printed)
        peeled.doi = peeled.doi or value
        peeled.take(doi.start(), broken.end() if broken else doi.start(1) + len(value))
    low = peeled.text.lower()
    pmid = _PMID.search(peeled.text) if has_any(_PMID_SIGNS, low) else None
    if pmid is None and has_any(_PMID_SIGNS, peeled.url.lower()):
        pmid = _PMID.search(peeled.url)
    if pmid:
        peeled.pmid = next(group for group in pmid.groups() if group)
        peeled.drop(_PMID)
    if "pmc" in low:
        peeled.drop(_PMCID)
    linked = _ISBN_IN_URL.search(peeled.url) if "/97" in peeled.url else None
    if linked and read_isbn(linked.group()):
        peeled.isbn = linked.group()
    isbn = _ISBN.search(peeled.text) if "isbn" in low else None
    if isbn:
        peeled.isbn = isbn.group(1) if read_isbn(isbn.group(1)) else ""
        peeled.take(isbn.start(), isbn.end())


def _access(peeled: Peeled) -> None:
    found = find_access(peeled.text) or (_behind_address(peeled.text) if peeled.url else None)
    if found:
        start, date = found
        peeled.accessed = date.iso
        bracket = peeled.text[date.end : date.end + 1] == "]" and "[" in peeled.text[start : date.end]
        peeled.take(start, date.end + bracket)


def _behind_address(text: str) -> tuple[int, PrintedDate] | None:
    """Return a bare date right behind the address ("www... (12/23)"): when the page was looked at, no other date."""
    for place in _BEHIND_ADDRESS.finditer(text):
        date = date_at(text, place.end())
        if date and (len(date.iso) > _MONTH if "(" not in place.group() else len(date.iso) > _YEAR_ONLY):
            return place.end(), date
    return None


_BEHIND_ADDRESS = re.compile(r"\x1e[,;]? ?[(\[]?(?=\d)")
_YEAR_ONLY, _MONTH = 4, 7


def _dated(peeled: Peeled, words: re.Pattern[str], signs: tuple[str, ...]) -> str:
    """Take words with the date behind them out of the line; return the date, "" where none stood."""
    start = _from(signs, peeled.text)
    for hit in words.finditer(peeled.text, start) if start >= 0 else ():
        date = date_at(peeled.text, hit.end())
        if date:
            keep = 1 if peeled.text[hit.start()] == "(" else 0
            hour = _HOUR.match(peeled.text, date.end)
            peeled.take(hit.start() + keep, hour.end() if hour else date.end)
            return date.iso
    return ""


def _number(peeled: Peeled) -> None:
    digits = _DIGITS.search(peeled.text)
    start = _from(_NUMBER_SIGNS, peeled.text) if digits else -1
    hit = _NUMBER.search(peeled.text, start) if start >= 0 else None
    if hit is None and digits:
        hit = _BARE_NUMBER.search(peeled.text, max(0, digits.start() - _BARE_LENGTH))
    if hit:
        printed = next(group for group in hit.groups() if group)
        peeled.number = re.sub(r"\s", "", printed)
        opened = hit.group().startswith("(") and not hit.group().endswith(")")
        peeled.take(hit.start() + opened, hit.end())
        peeled.text = peeled.text.replace(printed, BREAK)  # "... S2k-Leitlinie 006/128, ... AWMF register 006/128"
    elif "awmf.org" in peeled.url or "leitlinien.de" in peeled.url:
        number = read_register_number(peeled.url)
        peeled.number = number.canonical if number else ""
