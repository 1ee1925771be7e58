"""Takes out of a line what is the same in every family: address, DOI, PMID, ISBN, dates, register number, version.

What is left, with BREAK where a piece was, goes to the family readers. Nothing here decides what a line is.
"""

import re
from dataclasses import dataclass, field

from citations.references.access_dates import find_access
from citations.references.cleaning import BREAK
from citations.references.numbers import read_isbn, read_register_number, trim_doi
from citations.references.page_furniture import without_furniture
from citations.references.printed_dates import PrintedDate, date_at
from citations.references.signs import has_any

_REMARK = re.compile(
    r"(?<=[.!?])(?<!e\.V\.)(?<!e\. V\.) [–—] (?=[^\d\W])(?!AWMF|Stand|Version|Langversion|Kurzversion|Leitlinie)"
)
_LATER = re.compile(r"(?<=[.;] )(?:Erratum|Comment|Update|Correction|Retraction|Published correction appears) in\b")
_REMARK_HEAD = 20
_URL = re.compile(
    r"<?\b(?i:https?://|www\.)[^\s<>\"\x1e]+>?"
    r"|(?<![\w@./-])(?:[a-z0-9-]{1,60}\.){1,3}(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)/[^\s<>\"\x1e]+"
    r"|(?<= )(?:(?<=URL: )|(?<=URL )|(?<=unter )|(?<=unter: ))(?:[a-z0-9-]{1,60}\.){1,3}(?:de|org|com|net"
    r"|info|eu|uk|ch|at|gov|int|edu)\b"
)
_SITE = re.compile(
    r"(?<=[.,;?!)\x1e] )(?!gesetze-im-internet\.|dejure\.|buzer\.)"
    r"(?:[a-z0-9-]{1,60}\.){1,3}(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)"
    r"(?=[.;)]{0,2} ?(?:$|\x1e|[,;.]? ?[(\[]?(?i:(?:zu)?(?:letzte?[rs]?)? ?(?:zugriff|zugegriffen|abruf|abgerufen"
    r"|aufruf|aufgerufen|besucht|eingesehen|geprüft|access|retrieved|stand\b))))"
    r"|(?:(?<=\()|(?<=, ))(?:[a-z0-9-]{1,60}\.){1,3}(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)(?=\)(?:[.;]|$))"
)
"""An address without scheme and path where a line ends or its day of access stands; collections of laws are works."""
_URL_LABEL = re.compile(
    r"(?<![^\W\d_])(?:(?:Online(?:-Quelle|-Dokument|-Publikation)?|Im Internet|Internet|Web)[.:,]?\s*)?"
    r"(?:(?:zu finden |online )?(?:verfügbar|abrufbar|erhältlich|einsehbar|zugänglich"
    r"|einzusehen) (?:unter|über|auf|via)"
    r"|Available (?:from|at|online|online at)|Retrieved from|URL|DOI|Link|Internetadresse|Quelle|unter|at|from"
    r"|von|Homepage)"
    r"[:;]?\s*(?=[<(]?\x1e)|(?<![^\W\d_])(?:Online(?:-Quelle|-Dokument)?|Im Internet|Internet"
    r"|Online)[.:,]?\s*(?=[<(]?\x1e)",
    re.IGNORECASE,
)
_DOI = re.compile(
    r"(?:\(?\bDOI\s?:?\s*)?(?:(?:https?://)?(?:dx\.)?doi\.org/)?\b(10\.\d{4,9}/[^\s<>\"\x1e]+)", re.IGNORECASE
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
    r"|(?<![\w/.-])((?:\d{3}\s?[-/]\s?\d{3}[\s-]?OL|nvl-\d{3})[a-z]{0,2})(?![\w/])"
)
_STAND = re.compile(
    r"(?=[abdglprsuvz])"
    r"(?:\b(?:(?:aktueller |Bearbeitungs)?Stand(?: der (?:Information|Recherche))?"
    r"|(?:zu)?letzte?[rs]? (?:Aktualisierung|Änderung"
    r"|Überarbeitung|Update|am)?"
    r"|(?:zuletzt )?(?:aktualisiert|geändert)|aktualisierte Fassung|,? ?Version(?= vom \d)"
    r"|Last (?:updated?|reviewed|revised|modified)"
    r"|(?:page )?(?:updated|revised|reviewed)|revision|literature review current through|Datenstand"
    r"|Letzte Bearbeitung|Vollständige Überprüfung(?:/Überarbeitung)?))(?: am| on| vom"
    r"| im)?\s?:?\s*(?:am )?(?=(?-i:[\dA-ZÄÖÜ]))",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[(\[<]\s*(?:[\x1e,;:.–-]\s*)+[)\]>]|[(\[<]\s*[)\]>]")

_HOUR = re.compile(r",? (?:um )?\d{1,2}[:.]\d{2}(?: Uhr| [A-Z]{2,4}\b)?")
_LABEL_LENGTH = 70
_WORDS_LENGTH = 40
_BARE_LENGTH = 12
"""So far before the middle of a register number it may begin, its "Nummer" too."""
_ADDRESS_SIGN = re.compile(r"://|www\.|\.(?:de|org|com|net|info|eu|uk|ch|at|gov|int|edu)")
_LABEL_ENDS = (
    "adresse", "at", "auf", "doi", "dokument", "from", "homepage", "internet", "link", "online", "quelle", "unter",
    "url", "via", "von", "über",
)  # fmt: skip
"""How the words end that announce an address; what else stands before one is not searched for them."""
_PMID_SIGNS = ("pmid", "pubmed")
_VALID_SIGNS = ("gültig", "valid")
_STAND_SIGNS = ("stand", "version vom", "letzte", "aktualisiert", "geändert", "updat", "last ", "revi", "überprüf")
_DIGITS = re.compile(r"[-/_\u2010-\u2015\u2212]\s?\d\d")
"""What every register number has in its middle; a look for it costs a fifth of the search."""
_NUMBER_SIGNS = ("reg", "awmf", "leitlinien")


@dataclass(slots=True)
class Peeled:
    """What was taken out of a line, and ``text``, what is left. Dates are partial ISO; "" means not printed."""

    text: str
    url: str = ""
    doi: str = ""
    pmid: str = ""
    isbn: str = ""
    accessed: str = ""
    stand: str = ""
    valid_until: str = ""
    number: str = ""
    remarks: list[str] = field(default_factory=list)

    def take(self, start: int, end: int) -> None:
        """Put a BREAK in place of ``text[start:end]``."""
        self.text = f"{self.text[:start]}{BREAK}{self.text[end:]}"

    def drop(self, pattern: re.Pattern[str], by: str = BREAK) -> None:
        """Put ``by`` in place of all that matches."""
        self.text = pattern.sub(by, self.text)


def peel(line: str) -> Peeled:
    """Return a cleaned line taken apart as far as that is the same for every family."""
    peeled = Peeled(line)
    _remark(peeled)
    low = line.lower()
    later = _LATER.search(line) if " in" in low else None
    if later:
        peeled.remarks.append(line[later.start() :])
        peeled.text = peeled.text[: later.start()]
    peeled.text = without_furniture(peeled.text, low)
    if _ADDRESS_SIGN.search(low):
        _addresses(peeled)
    _identifiers(peeled)
    if BREAK in peeled.text:
        peeled.text = _without_labels(peeled.text)
    _access(peeled)
    if has_any(_VALID_SIGNS, low):
        peeled.valid_until = _dated(peeled, _VALID, _VALID_SIGNS)
    _number(peeled)
    if has_any(_STAND_SIGNS, low):
        peeled.stand = _dated(peeled, _STAND, _STAND_SIGNS)
    if "(" in peeled.text or "[" in peeled.text or "<" in peeled.text:
        peeled.drop(_EMPTY)
    return peeled


def _without_labels(text: str) -> str:
    """Return the text without the words that announce what was taken out ("Available from: "); they end at a BREAK."""
    *pieces, end = text.split(BREAK)
    return "".join([*map(_without_label, pieces), end])


def _without_label(piece: str) -> str:
    """Return what stands before a BREAK, and the BREAK, without the words at its end that announce what was there."""
    before, last = piece[:-_LABEL_LENGTH], piece[-_LABEL_LENGTH:]
    if last.rstrip("(<").rstrip().rstrip(".,:;").lower().endswith(_LABEL_ENDS):
        return before + _URL_LABEL.sub("", last + BREAK)
    return f"{piece}{BREAK}"


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


def _addresses(peeled: Peeled) -> None:
    start = 0
    while hit := _URL.search(peeled.text, start):
        start = hit.start()
        url = hit.group().strip("<>")
        while url and (url[-1] in ".,;:'\"“”]" or (url[-1] == ")" and url.count(")") > url.count("("))):
            url = url[:-1]
        end = hit.start() + hit.group().index(url) + len(url) if url else hit.end()
        is_doi = "doi.org/10." in url
        peeled.doi = peeled.doi or _linked_doi(url)
        if not peeled.url or ("doi.org/" in peeled.url and not is_doi):
            peeled.url = url
        peeled.take(hit.start(), end)
        if peeled.text.count(BREAK) > _MANY:
            break
    site = None if peeled.url else _SITE.search(peeled.text)
    if site:
        peeled.url = site.group()
        peeled.take(site.start(), site.end())


def _linked_doi(url: str) -> str:
    """Return the DOI that an address carries in its path ("link.springer.com/article/10.1007/..."), "" for none."""
    hit = _DOI_IN_URL.search(url) if "/10." in url else None
    return trim_doi(_AFTER_DOI.sub("", hit.group(1))) if hit else ""


_DOI_IN_URL = re.compile(r"/(10\.\d{4,9}/[^\s?#]+)")
_AFTER_DOI = re.compile(
    r"(?:/(?:full|abstract|pdf|epdf|epub|html|summary|references|meta))+(?:/.*)?$|\.(?:pdf|html?|full)$"
)
_MANY = 60


def _identifiers(peeled: Peeled) -> None:
    ten = peeled.text.find("10.")
    doi = _DOI.search(peeled.text, max(0, ten - _WORDS_LENGTH)) if ten >= 0 else None
    if doi:
        value = trim_doi(doi.group(1))
        peeled.doi = peeled.doi or value
        peeled.take(doi.start(), doi.start(1) + len(value))
    low = peeled.text.lower()
    pmid = _PMID.search(peeled.text) if has_any(_PMID_SIGNS, low) else None
    if pmid is None and has_any(_PMID_SIGNS, peeled.url.lower()):
        pmid = _PMID.search(peeled.url)
    if pmid:
        peeled.pmid = next(group for group in pmid.groups() if group)
        peeled.drop(_PMID)
    if "pmc" in low:
        peeled.drop(_PMCID)
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
    elif "awmf.org" in peeled.url or "leitlinien.de" in peeled.url:
        number = read_register_number(peeled.url)
        peeled.number = number.canonical if number else ""
