"""Version, edition form, year and Stand of guidelines and books as they stand in running text (domain 1.1, Version)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from citations.references.bodies import looks_like_body
from citations.references.cleaning import BREAK
from citations.references.printed_dates import MONTHS, date_at
from citations.references.publishers import is_place, is_publisher
from citations.references.signs import has_any

_FORM = re.compile(
    r"[,;–—-]?\s?(?<![\w-])\(?(?P<part>Teilpublikation der )?"
    r"(?P<form>(?:Lang|Voll|Kurz)(?:version|fassung)"
    r"|Leitlinienreport|Long version|Short version"
    r"|Pocket(?:version|fassung|leitlinie)|Patienten(?:version|fassung)|Evidenzbericht)(?![\w])",
    re.IGNORECASE,
)
_ANY_FORM = r"(?:(?:Lang|Voll|Kurz|Patienten|Pocket)(?:version|fassung|leitlinie)|Leitlinienreport|Evidenzbericht)"
_FORMS_IN_ROW = re.compile(
    rf"[,;–—-]?\s?\(?{_ANY_FORM}(?:(?:,| und| and| sowie| ?/|\s*{BREAK}){{1,2}} {_ANY_FORM}){{1,4}}"
    r"(?: (?:verfügbar|abrufbar|available|vorhanden)|(?= )[^().;]{0,60}(?=\)))?\)?",
    re.IGNORECASE,
)
"""A row of forms says which of them there are, and none that is meant."""
_FORM_NAMES = {
    "lang": "Langversion", "voll": "Langversion", "long": "Langversion", "kurz": "Kurzversion", "shor": "Kurzversion",
    "leit": "Leitlinienreport", "pock": "Pocketversion", "pati": "Patientenversion", "evid": "Evidenzbericht",
}  # fmt: skip
_WORDS = (
    "(?:aktualisierte[nr]?|überarbeitete|erweiterte|vollständig|neu|bearbeitete|korrigierte|verbesserte"
    "|unveränderte|durchgesehene|ergänzte|komplett|neubearbeitete|und|revised|updated|völlig"
    "|vollst|aktual|akt|überarb|erw)"
)
_EDITION = re.compile(
    rf"\(?\b(?P<n>\d{{1,3}})\.,? ?(?:{_WORDS}\.?,? ){{0,5}}(?:Version|Auflage|Aufl|Fassung|Ausgabe"
    r"|Aktualisierung|Akt)\b\.?"
    r"|\(?(?:\b[Rr]evised )?\b(?P<e>\d{1,2})(?:st|nd|rd|th) (?:revised |updated )?ed(?:ition|n)?\b\.?"
    r"|\bAuflage (?P<a>\d{1,2})\b|,? \(?(?P<w>first|second|third|fourth|fifth|sixth|seventh) edition\b",
    re.IGNORECASE,
)
_VERSION = re.compile(
    rf"(?<! e\.)(?<! e\. )\b(?:[Vv]ersion(?:s?[ -]?(?:[Nn]r\.|[Nn]ummer))?|Vers\.|Ver\.|V\.?|v(?=\d\.))[\s:]{{0,2}}"
    rf"(?P<v>\d{{1,2}}\.20\d\d|20\d\d\.\d[A-Z]?"
    rf"|\d{{1,2}}\.x|\d{{1,4}}(?:\.\d{{1,2}}){{0,2}})(?![\w/]|[.-]\d)"
    rf"|(?<={BREAK})[\s,:]{{0,3}}(?P<f>\d{{1,2}}\.(?:\d{{1,2}}|x))(?![\w/]|\.\d)"
    r"|(?<=[,;.–] )(?<!Kap\. )(?<!Abb\. )(?<!Tab\. )(?P<b>\d{1,2}\.\d{1,2})(?= [–—-] | ?,|\.? |$)(?! ?[–-] ?\d)"
)
_KEYED_EDITION = re.compile(r"(?P<n>\d{1,2})/?e(?=[\s,.;)\x1e]|$)")
"""An edition as textbooks count theirs in English ("Essential Surgery, 7e"); a comma stands before it."""
_SHORT_VERSION = re.compile(r"V(?:ers?\.|\.)?[\s:]{0,2}\d")
_DECIMAL = re.compile(r"\d\.[\dx]")
_BETWEEN = re.compile(rf"[\s,;.:(–—{BREAK}-]{{0,6}}(?:(?:vom|from|of) )?")
_MONTH_YEAR = re.compile(
    r"(?<![\w])(?:(?:vom|im|from|Ausgabe|Version|Fassung) )?(?=(?:\d{1,2}(?:\.|st|nd|rd|th)? )?(?:"
    + ""
    r"|".join(sorted(MONTHS, key=len, reverse=True))
    + r")\b\.?(?: \d{1,2},)?\s(?:19|20)\d\d)",
    re.IGNORECASE,
)
_NUMBERED_MONTH = re.compile(
    rf"(?:(?<=[,;.(] )|(?<=\()|(?<={BREAK} ))(?:(?:[Aa]ktuelle |[Nn]eue )?(?:Version|Fassung|Ausgabe) )?"
    r"(?=(?:(?:0?[1-9]|1[0-2])/|(?<!\d\. )(?:0[1-9]|1[0-2])\.)(?:19|20)\d\d(?:[,;.)]|$))"
)
_YEAR = re.compile(
    rf"\((?:(?:[Uu]pdates?|Aktualisierung|Überarbeitung|Revision) |[A-Z][\w/.-]{{0,12}}\d, )?(?P<a>(?:19|20)\d\d)[a-z]?"
    rf"(?:[/–-](?:19|20)?\d\d)?(?:[,;][^()]{{0,80}})?\)"
    rf"|(?:^|(?<=[.,;:{BREAK}“”\"«])|(?<=[^\d]–))\s*(?P<b>(?:19|20)\d\d)"
    rf"(?=\s*(?:$|[.,;–({BREAK}]|/ ?(?:[Uu]pdate|[Aa]ktualis|[Üü]berarb)))"
    r"|\b(?P<c>(?:19|20)\d\d)(?= update\b)|(?<=, )(?P<d>20\d\d)/20\d\d(?=[\s.,;]*$)"
)
_PLACE_YEAR = re.compile(
    rf"(?:(?<=[.:!?{BREAK}] )|(?<=\) ))(?P<p>[A-ZÄÖÜ][^\W\d_]{{2,20}}(?:/[A-ZÄÖÜ][^\W\d_]{{2,20}})?),?"
    rf" (?P<y>(?:19|20)\d\d)(?:/(?:19|20)\d\d)?(?=[\s.,;]*(?:$|{BREAK}))"
)
_CITY_YEAR = re.compile(rf", (?P<p>[A-ZÄÖÜ][^,.;:()\d{BREAK}]{{2,80}}?) (?P<y>(?:19|20)\d\d)(?=[\s.,;]*(?:$|{BREAK}))")
_DAY = re.compile(
    r"(?:\bvom |(?<=-Brief) |[,;.(] ?|: )(?=\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d(?!\d))"
)
_IN_DAY = re.compile(r"\.\d{1,2}\.(?:19|20)|-\d\d-\d\d")
"""What every whole date has in it; a look for it costs a tenth of the search."""
_UPDATE = re.compile(
    r"\b(?:Update|Aktualisierung|Überarbeitung|Version|\w*-Leitlinie|\w*Leitlinien|Leitlinie|Guidelines?|Resuscitation|Reanimation"
    r"|\w*Empfehlungen) (?P<a>(?:19|20)\d\d)\b|\b(?P<b>(?:19"
    r"|20)\d\d) (?:(?:focused )?update|report|amendment|revision)\b",
    re.IGNORECASE,
)
_YEAR_LENGTH = 4
_FORM_SIGNS = (
    "langv", "langf", "vollv", "vollf", "kurzv", "kurzf", "leitlinienr", "long v", "short v", "pocket", "patientenv",
    "patientenf",
    "evidenzb",
)  # fmt: skip
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7"}
_EDITION_SIGNS = ("version", "aufl", " akt", "fassung", "ausgabe", " ed")
_NEAR = 120
_WITHIN = re.compile(
    r"(?<!\w)(?:der|die|das|den|dem|des|eine?[nrsm]?|von|vom|zur|zum|im|mit|als|und|oder|für|statt|the|an?|of|and"
    r"|neue[nrs]?|erste[nrs]?) \(?$",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(r"s? (?!of |from |to )[a-zäöüß]{2,}")
_OF_GUIDELINE = re.compile(
    r" (?:der|des|zur|zu der|von der|of the|vom|im|published) (?:(?:nationalen|interdisziplinären|evidenzbasierten) )?"
    r"(?:\w+[- ])?(?:S[123]|\w*Leitlinie|NVL|\w*VersorgungsLeitlinie|guideline|Auftrag|[12]\d{3}|\d)"
    r"|s? (?:vom|von|version|stand|aus|deutsch|english|verfügbar|abrufbar|online|abgerufen|aufgerufen)",
    re.IGNORECASE,
)
_DOTTED_YEAR = re.compile(r"[01]\d\.(?:19|20)\d\d")
_SPACED_YEAR = re.compile(r" (?:19|20)\d\d")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_BEFORE_YEAR, _BEFORE_MONTH, _BEFORE_NUMBER = 18, 50, 10
"""So far before its digits a year, a month or an edition may begin; what stands before is not searched."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What a line says of its edition, and ``text``, the line without it. ``stand`` is partial ISO."""

    text: str
    version: str = ""
    form: str = ""
    year: int | None = None
    stand: str = ""
    dated_version: bool = False


@lru_cache(maxsize=8)
def read_edition(text: str, *, months: bool = True) -> Edition:
    """Return version, form, year and Stand; a month printed with a version or alone gives year and Stand.

    ``months`` False leaves a free month alone (an issue of a journal, no Stand). Kept for a moment, because several
    readers ask for the same text one after the other.
    """
    form, text = _form(text)
    version, stand, text = _version(text)
    dated = bool(version and len(stand) > _YEAR_LENGTH)
    if months and len(stand) <= _YEAR_LENGTH:
        free, text = _free_month(text)
        stand = free or stand
    if not stand and not version:
        stand, text = _free_day(text)
    year = int(stand[:_YEAR_LENGTH]) if stand else None
    if year is None and len(version) == _YEAR_LENGTH and version.isdecimal():
        year = int(version)
    if year is None and version[-5:-2] == ".20":
        year = int(version[-_YEAR_LENGTH:])
    if year is None:
        year, text = _year(text)
    return Edition(text, version, form, year, stand if len(stand) > _YEAR_LENGTH else "", dated)


def update_year(title: str) -> int | None:
    """Return the year of "Update 2018" or "2025 Update" in a title, None where there is none."""
    hit = _UPDATE.search(title) if "20" in title or "19" in title else None
    return int(hit["a"] or hit["b"]) if hit else None


def leading_year(title: str) -> int | None:
    """Return the year that a title says it is of ("2024 ESC Guidelines ...", "GINA 2023 Main Report"), or None."""
    hit = _LEADING_YEAR.match(title)
    return int(hit["y"]) if hit else None


_LEADING_YEAR = re.compile(r"(?:[A-Z][\w/-]* ){0,5}(?:\([A-Z]\w+\) )?(?P<y>(?:19|20)\d\d)(?=:? [A-Z(]|$)")


def _form(text: str) -> tuple[str, str]:
    low = text.lower()
    hits = _FORM.finditer(text) if has_any(_FORM_SIGNS, low) else ()
    hit = next((one for one in hits if not _in_title(text, one)), None)
    row = _FORMS_IN_ROW.match(text, hit.start()) if hit else None
    if row:
        return "", f"{text[: row.start()]}{BREAK}{text[row.end() :]}"
    if hit is None:
        return "", text
    opened = "(" if "(" in hit.group() else ""
    return _FORM_NAMES[hit["form"][:4].lower()], f"{text[: hit.start()]} {opened}{BREAK}{text[hit.end() :]}"


def _in_title(text: str, hit: re.Match[str]) -> bool:
    """Say whether the word is one of a title ("Die Langfassung im Alltag", „Von der Kurzversion zur Praxis“)."""
    before = text[max(0, hit.start("form") - _NEAR) : hit.start("form")]
    behind = text[hit.end() : hit.end() + _NEAR]
    if hit["part"]:
        return False
    if _WITHIN.search(before):
        return True
    opened = max(before.rfind(sign) for sign in "„“»")
    quoted = opened >= 0 and not any(sign in before[opened + 1 :] for sign in "“”«") and before[opened] != "“"
    return quoted or bool(_RUNS_ON.match(behind) and not _OF_GUIDELINE.match(behind))


def _version(text: str) -> tuple[str, str, str]:
    """Return (version, date behind it, text without both)."""
    low = text.lower()
    edition = _edition(text, low) if has_any(_EDITION_SIGNS, low) else _keyed(text)
    spoken = edition is None and ("version" in low or _SHORT_VERSION.search(text) or _DECIMAL.search(text))
    hit = _VERSION.search(text) if spoken else edition
    if hit is None:
        return "", "", text
    if edition and "version" in low and "version" not in edition.group().lower():
        # a national guideline prints both ("2. Auflage, Version 1"); the version is the finer of the two
        finer = _VERSION.search(text)
        if finer and finer["v"]:
            return _cut_version(f"{text[: edition.start()]}{BREAK}{text[edition.end() :]}")
    return _taken(text, hit)


def _edition(text: str, low: str) -> re.Match[str] | None:
    """Return the words of an edition; all but "second edition" begin right before the digits of its number."""
    if " edition" in low:
        return _EDITION.search(text)
    number = _DIGIT.search(text)
    return _EDITION.search(text, max(0, number.start() - _BEFORE_NUMBER)) if number else None


def _keyed(text: str) -> re.Match[str] | None:
    """Return the short form of an edition behind a comma ("..., 7e"), None where none stands."""
    hit = _KEYED_EDITION.search(text)
    return hit if hit and text[max(0, hit.start() - 2) : hit.start()] == ", " else None


def _cut_version(text: str) -> tuple[str, str, str]:
    hit = _VERSION.search(text)
    return _taken(text, hit) if hit else ("", "", text)


def _taken(text: str, hit: re.Match[str]) -> tuple[str, str, str]:
    version = next(value for value in hit.groups() if value)
    version = _ORDINALS.get(version.lower(), version)
    between = _BETWEEN.match(text, hit.end())
    date = date_at(text, between.end() if between else hit.end())
    end = date.end if date else hit.end()
    start = hit.start() + hit.group().startswith("(")
    return version, date.iso if date else "", f"{text[:start]}{BREAK}{text[end:]}"


def _free_month(text: str) -> tuple[str, str]:
    spaced = _SPACED_YEAR.search(text)
    hit = _MONTH_YEAR.search(text, max(0, spaced.start() - _BEFORE_MONTH)) if spaced else None
    hit = hit or (_NUMBERED_MONTH.search(text) if "/" in text or _DOTTED_YEAR.search(text) else None)
    date = date_at(text, hit.end()) if hit else None
    if hit is None or date is None:
        return "", text
    return date.iso, f"{text[: hit.start()]}{BREAK}{text[date.end :]}"


def _free_day(text: str) -> tuple[str, str]:
    """Take a whole date that stands alone ("vom 06.07.2021") out of the text."""
    hit = _DAY.search(text) if _IN_DAY.search(text) else None
    date = date_at(text, hit.end()) if hit else None
    if hit is None or date is None:
        return "", text
    return date.iso, f"{text[: hit.start()]}{BREAK}{text[date.end :]}"


def _year(text: str) -> tuple[int | None, str]:
    digits = _ANY_YEAR.search(text)
    if digits is None:
        return None, text
    hit = _YEAR.search(text, max(0, digits.start() - _BEFORE_YEAR))
    placed = None if hit else _PLACE_YEAR.search(text)
    if placed and text[placed.start() - 2] == ":" and not (is_place(placed["p"]) or is_publisher(placed["p"])):
        placed = None  # "Germany: Globocan 2020" is a title
    if placed:
        named = is_publisher(placed["p"]) or looks_like_body(placed["p"])
        start = placed.start("y") if named else placed.start()
        return int(placed["y"]), f"{text[:start]}{BREAK}{text[placed.end() :]}"
    city = None if hit else _CITY_YEAR.search(text)
    named = city is not None and looks_like_body(city["p"])
    if city and (named or ("/" not in city["p"] and is_place(city["p"]))):
        start = city.start("y") if named else city.start()
        return int(city["y"]), f"{text[:start]}{BREAK}{text[city.end() :]}"
    if hit is None:
        return None, text
    return int(next(value for value in hit.groups() if value)), f"{text[: hit.start()]}{BREAK}{text[hit.end() :]}"
