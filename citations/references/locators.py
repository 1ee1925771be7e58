"""The tail of an article: year, volume, issue and pages in the many orders in which journals print them.

Walks back from the end over words that can only be numbers of an issue, then reads that short tail.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from citations.references.cleaning import BREAK
from citations.references.printed_dates import MONTHS

_LABELS = frozenset(
    (
        "s", "p", "pp", "seite", "seiten", "band", "bd", "nummer", "nr", "no", "vol", "volume", "jg", "jahrgang",
        "heft", "h", "issue", "page", "pages", "to", "art", "article", "von", "ff", "f", "suppl", "supplement", "pt",
        "spec", "iss", "abstr", "abstract", "ausgabe", "e", "bis", "pii",
        "web", "exclusive", "exclusives",
    )
)  # fmt: skip
_ATOM = re.compile(
    r"[A-Za-z]{0,5}\d+[A-Za-z]{0,2}(?:[-–—‐‑]{1,2}[A-Za-z]{0,3}\d+[A-Za-z]{0,2})?"
    r"|[IVXLC]{1,7}|[A-Z]{1,3}-?\d+|[Ss]uppl(?:ement)?_\d{1,2}"
)
_SEPARATORS = re.compile(rf"[;:(),.·\[\]/{BREAK}]+|^[-–—]+|[-–—]+$")
_BROKEN = re.compile(rf"[\s,;.]*{BREAK}[\s,;.]*")
_EDGES = f" .,;{BREAK}"
_ONLY_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_ROMAN_LENGTH = 7
_TAIL = 160
_BEGIN = re.compile(r"(?<!\S)[^\s\x1e,;:.]")
"""Where the tail may begin: a title's own number before the journal is not part of it."""
_MOST_BEGINS = 8

_MON = r"(?P<mon>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?(?:[-–/][A-Za-z]{3,9}\.?)?"
_Y = r"(?P<y>(?:1[89]|20)\d\d)"
_V = r"(?:(?:Band|Bd|Vol|Volume|Jg|Jahrgang)[.:]? ?)?(?P<v>\d{1,4})(?:\. ?(?:Jg|Jahrg|Jahrgang)\b\.?)?"
_I = (
    r"(?: ?\((?P<i>[^()\x1e]{1,25})\)"
    r"|,? ?(?P<sup>[Ss]uppl?(?:ement)?\.? ?\d{0,3})(?: ?\((?P<i2>[^()]{1,10})\))?|,? (?:Nummer|Nr|No|Heft|H|Ausgabe"
    r"|Issue)[.:]? ?(?P<i3>\d{1,5}(?:[-/]\d{1,3})?))?"
)
_P = (
    r"(?:(?:(?:S|p|pp)(?:[.:] ?| )|(?:Seiten?|Pages?|Art(?:icle)?|Abstr(?:act)?|pii)[.:]? ?(?:No\.?:? ?)?))?"
    r"(?P<p>(?:[A-Za-z]{1,5}-?)?\d+[A-Za-z]{0,2}(?: ?(?:[-–—‐‑]{1,2}"
    r"|to|bis) ?[A-Za-z]{0,3}-?\d+[A-Za-z]{0,2}(?:\.e\d{1,3})?| ff?\.?)?"
    r"(?: ?/ ?[A-Z]-?\d+)*)"
)
_ISSUE = r"(?:Issue|Heft|Nr\.?|Ausgabe)"
_SEP = r"(?: · |[;,:. ]{1,3})"
_NO = r"(?:Nr|No|Heft|H|Ausgabe|Issue)"
_TO = r"(?:[;,:] ?[;,:]? ?|\. ?(?=pii)|(?<=\)) |(?<=\d) (?=[A-Z]\d))"
_DAY = r"(?:[ ]\d{1,2})?"
_EARLY = r"(?P<p>[a-z]{1,5}\d{4,9}|S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])"
"""The number of a paper ahead of print; the day before it is no volume."""
_STRONG = (
    rf"{_Y} {_MON} \d{{1,2}}[:;] ?{_EARLY}",
    rf"{_Y}(?:[ ,]+{_MON}{_DAY})?{_SEP}{_V}{_I}{_TO}{_P}",
    rf"\({_Y}(?:[ ,]+{_MON}{_DAY})?\)[,.;:]? {_V}{_I}{_TO}{_P}",
    rf"{_Y}:{_V} {_P}",
    rf"{_Y}(?:[ ,]+{_MON}{_DAY})?[;,: ]{{0,2}}\((?P<i4>[^()]{{1,20}})\){_SEP}{_P}",
    rf"{_Y}[;,]? ?{_ISSUE} (?P<i5>\d{{1,3}})(?:[.,:]? ?(?:Art(?:icle)?\.?(?: No\.?)?:? ?)?{_P})?",
    rf"(?:{_NO}\.? ?)?(?P<i6>\d{{1,2}})[/-]{_Y}(?:[,;:] ?| \(?(?=S|p)){_P}\)?",
    rf"{_Y}[;:,.] ?(?P<p>CD\d{{6}})(?:\.pub\d)?",
    rf"{_Y}; ?(?P<i16>\d{{1,2}}/\d{{1,2}}): ?{_P}",
    rf"(?:\d{{1,2}}\.? )?{_MON}(?: \d{{1,2}},?)? {_Y}{_SEP}{_V}{_I}{_TO}{_P}",
    rf"{_V} ?\({_Y}\),? ?(?:{_NO}\.? ?)?(?P<i7>\d{{1,3}}), {_P}",
    rf"{_V}[,;]? {_NO}\.? ?(?P<i9>\d{{1,3}})[/-]{_Y}{_SEP}{_P}",
    rf"{_V}, (?:{_NO}\.? ?)?(?P<i10>\d{{1,3}}), {_Y}, {_P}",
    rf"{_V}, {_Y}, (?P<sup3>Suppl\.? ?\d{{0,2}}|(?:{_NO}\.? ?)\d{{1,3}}), {_P}",
    rf"\((?P<i8>[^()\x1e]{{1,10}})\){_TO}{_P}",
    rf"{_V}{_I} ?\({_Y}\)(?:[;,: ]{{1,2}}){_P}",
    rf"{_V}{_I}, (?:von )?(?:(?:\d{{1,2}}\. )?{_MON} )?{_Y},? (?:\x1e[, ]*)?{_P}",
    rf"{_V}{_I}{_TO}{_P}[,;. ]+\(?(?:{_MON} )?{_Y}\)?(?: ?\((?P<sup2>suppl\.? ?\d+)\))?",
    rf"{_Y}[;:] ?(?=[A-Z]?\d{{1,4}}[-–]){_P}",
    rf"{_Y}[;,] ?(?P<sup4>(?:Suppl )?Web Exclusives?|Suppl\.? ?\d{{0,3}}):? ?{_P}",
    rf"{_Y}; ?\((?P<i12>[^()]{{1,20}})\)",
    rf"{_V}\.(?P<i13>\d{{1,5}}) \({_Y}\): ?{_P}",
    rf"{_NO}\.? ?(?P<i15>\d{{1,3}}),? {_Y}, {_P}",
    rf"(?!(?:1[89]|20)\d\d\b){_V}{_I}(?!, (?:19|20)\d\d\b(?![-–])){_TO}{_P}",
)
_LOOSE = (
    rf"(?!\d{{4}}[ ,]+[a-z]{{3,9}}\.? \d{{1,2}}$){_Y}(?:[ ,]+{_MON}{_DAY})?{_SEP}{_V}{_I}",
    rf"{_Y}(?:[ ,]+{_MON}{_DAY})?;?(?: {_P})?",
    rf"{_V},? {_NO}\.? ?(?P<i14>\d{{1,3}}),? {_Y}",
    rf"(?:{_NO}\.? ?)?(?P<i11>\d{{1,2}})/{_Y}",
    rf"(?:\d{{1,2}}\.? ?)?{_MON}(?: \d{{1,2}},)? {_Y}",
    rf"{_ISSUE}\.? ?(?P<i18>\d{{1,3}}),? \({_Y}\)",
    rf"{_V}\.(?P<i19>\d{{1,3}}) \(?{_Y}\)?",
    rf"(?!(?:1[89]|20)\d\d\b){_V} ?\({_Y}\)",
    rf"(?!(?:1[89]|20)\d\d\b){_V} ?\((?P<i>[^()\x1e]{{1,12}})\)",
    rf"{_ISSUE}[.:]? ?(?P<i17>\d{{1,3}})(?:[.,:] ?(?:Art(?:icle)?\.?(?: No\.?)?:? ?)?{_P})?",
    rf"\d{{1,2}}\.\d{{1,2}}\.{_Y}",
    rf"(?:{_Y}[;:, ]{{1,2}})?(?P<p>CD\d{{6}})(?:\.pub\d)?",
    r"(?:(?:S|pp?)\.? ?)?(?!(?:19|20)\d\d[-–](?:19|20)\d\d)(?P<p>\d{1,4}[-–]\d{1,4})",
)
_FORMS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*_STRONG, *_LOOSE))


@dataclass(frozen=True, slots=True)
class Tail:
    """What the end of an article's line says; ``start`` is where it begins, ``strong`` whether it names an issue."""

    start: int
    year: int | None
    month: int | None
    volume: str
    issue: str
    pages: str
    strong: bool


def _is_locator(word: str) -> bool:
    if word.isalpha():
        low = word.lower()
        return low in _LABELS or low in MONTHS or (len(word) <= _ROMAN_LENGTH and not word.strip("IVXLC"))
    if word.strip(".,;:()").isdecimal():
        return True
    for atom in _SEPARATORS.split(word):
        if atom and not (_ATOM.fullmatch(atom) or atom.lower() in _LABELS or _is_month(atom.lower())):
            return False
    return True


def _is_month(atom: str) -> bool:
    """Say whether a word is a month, or two of them with a dash or slash between ("Jan-Feb")."""
    first, dash, second = atom.replace("–", "-").partition("-")
    return first in MONTHS and (not dash or second in MONTHS)


@lru_cache(maxsize=4)
def find_tail(text: str) -> Tail | None:
    """Return the tail of year, volume, issue and pages that ``text`` ends with, None where it ends otherwise."""
    window = text[-_TAIL:]
    offset = len(text) - len(window)
    start = len(window)
    for word in reversed(window.split()):
        if not _is_locator(word):
            break
        start = window.rfind(word, 0, start)
    for begin in islice(_BEGIN.finditer(window, start), _MOST_BEGINS):
        tail = _read(window[begin.start() :], offset + begin.start())
        if tail:
            return tail
    return None


def _read(tail: str, start: int) -> Tail | None:
    plain = tail.strip(_EDGES)
    if plain.isdecimal():
        year = int(plain) if _ONLY_YEAR.fullmatch(plain) else None
        return Tail(start, year, None, "", "", "", strong=False) if year else None
    whole = _BROKEN.sub(", ", plain).strip(" ,.;") if BREAK in plain else ""
    for number, form in _may_fit(plain[:1]):
        hit = form.fullmatch(plain) or (form.fullmatch(whole) if whole else None)
        if hit:
            return _tail(hit.groupdict(), start, strong=number < _WEAK)
    return None


_Numbered = tuple[tuple[int, re.Pattern[str]], ...]
_NUMBERED: _Numbered = tuple(enumerate(_FORMS))
_BRACKETED: _Numbered = tuple((n, form) for n, form in _NUMBERED if form.pattern.startswith(r"\("))
_PLAIN: _Numbered = tuple((n, form) for n, form in _NUMBERED if not form.pattern.startswith(r"\("))
_YEARLESS: _Numbered = tuple((n, form) for n, form in _PLAIN if not form.pattern.startswith(_Y))
_LABELLED = (_ISSUE, _NO)
_NUMERIC: _Numbered = tuple((n, form) for n, form in _PLAIN if not form.pattern.startswith(_LABELLED))


def _may_fit(sign: str) -> _Numbered:
    """Return the forms that can begin with a sign, each with its place in the order of forms."""
    return _BRACKETED if sign == "(" else _NUMERIC if sign in "12" else _YEARLESS


_WEAK = len(_STRONG)
"""The forms from here on name no pages, or no volume: weak."""
_ISSUE_LABEL = re.compile(r"^(?:Nr|No|Heft|H|Ausgabe|Issue)\.? ?(?=\d)", re.IGNORECASE)


def _tail(groups: dict[str, str | None], start: int, *, strong: bool) -> Tail:
    numbers = [value for name, value in groups.items() if value and name[0] == "i"]
    supplements = [value for name, value in groups.items() if value and name.startswith("sup")]
    issue = next(iter((*numbers, *supplements)), "")
    issue = _ISSUE_LABEL.sub("", issue)
    month = MONTHS.get((groups.get("mon") or "").lower())
    year = groups.get("y")
    printed = groups.get("p") or ""
    pages = printed if " to " in printed or " bis " in printed else printed.replace(" ", "")
    return Tail(start, int(year) if year else None, month, groups.get("v") or "", issue, pages, strong)
