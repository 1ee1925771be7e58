"""Announcements whose time can pass: what a sentence promises for when, as a small closed grammar of rules.

The rules: ``year_end``, ``next_year_end``, ``months:6``, ``after:2024``, ``after:2024-06``. Whether a promise came
true is not known here.
"""

import re
from datetime import date, timedelta

from citations.dates import BadDateError, PartialDate, add_months, read_iso

_MONTHS = (
    "januar january jänner", "februar february feber", "märz march", "april", "mai may", "juni june", "juli july",
    "august", "september", "oktober october", "november", "dezember december",
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_AHEAD = re.compile(
    r"\b(?:wird|werden|soll|sollen|dürfte|dürften|voraussichtlich\w{0,2}|aller Voraussicht|geplant|angekündigt"
    r"|planen|plant"
    r"|rechnet|rechnen|erwarten|erwartet|erhofft|in Aussicht|steht bevor|stehen bevor|kommt|kommen|erscheint|erscheinen"
    r"|startet|beginnt|will|shall|expected|planned|scheduled|due|is to|are to|likely|anticipated)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:wurden?|war|waren|worden|hatten?|was|were|has been|have been|had)\b", re.IGNORECASE)
_THIS_YEAR = re.compile(
    r"\bheuer\b|\b(?:noch )?(?:in )?diese[sm] Jahre?s?\b|\bbis (?:zum )?Jahresende\b|\b(?:later )?this year\b",
    re.IGNORECASE,
)
_NEXT_YEAR = re.compile(r"\b(?:im )?(?:nächste[snm]?|kommende[snm]?) Jahre?s?\b|\bnext year\b", re.IGNORECASE)
_SOON = re.compile(
    r"\bin Kürze\b|\bdemnächst\b|\bin (?:absehbarer|nächster) Zeit\b|\bbald\b|\bsoon\b"
    r"|\b(?:in|während) den (?:nächsten|kommenden) (?:Wochen|Monaten)\b|\bin the coming (?:weeks|months)\b",
    re.IGNORECASE,
)
_TITLE_SOON = re.compile(r"\b(?:Wichtig\w{1,4}|Fakten|Überblick|Alles)\s(?:[^\W\d_]+\s)?in Kürze\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:(?P<part>Anfang|Mitte|Ende|Herbst|Frühjahr|Frühling|Sommer|early|mid|end of"
    r"|late)[ -]?(?:des Jahres |von )?)?"
    r"(?:(?P<quarter>[1-4]|ersten|zweiten|dritten|vierten)\.? (?P<unit>Quartal|Halbjahr)\w{0,2} )?"
    r"(?:(?P<month>[^\W\d_]{3,9}) )?(?P<year>20[0-4]\d)\b(?![\d/.-]\d)",
    re.IGNORECASE,
)
_PART_MONTH = {"anfang": 3, "early": 3, "frühjahr": 5, "frühling": 5, "mitte": 6, "mid": 6, "sommer": 8, "herbst": 11}
_SINCE = re.compile(r"\b(?:seit|since)\b[^,;:(]{0,30}\Z", re.IGNORECASE)
_ORDINAL = {"ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4}
_YEAR_CLAUSE = 120
_DECEMBER = 12


def lapse_rule(sentence: str) -> str:
    """Return the rule by which what the sentence announces passes, "" if it announces nothing datable.

    "Erwartet" alone, or a year of the past ("wurde 2012 zugelassen"), gives none (domain section 6, claim_lapsed).
    """
    plain = re.sub(r"\s", " ", sentence.replace("\u00ad", ""))
    if not _AHEAD.search(plain):
        return ""
    if _NEXT_YEAR.search(plain):
        return "next_year_end"
    if _THIS_YEAR.search(plain) and not _PAST.search(plain):
        return "year_end"
    explicit = _explicit(plain)
    if explicit:
        return explicit
    return "months:6" if _SOON.search(_TITLE_SOON.sub("", plain)) else ""


def _explicit(plain: str) -> str:
    """Return after:... for a named year or month; of several the last, so that nothing lapses too early."""
    found = [_after(match) for match in _PART.finditer(plain) if _is_ahead(plain, match)]
    return f"after:{max(found)}" if found else ""


def _is_ahead(plain: str, match: re.Match[str]) -> bool:
    """Say whether the clause around a year looks forward and not back."""
    year = match.start("year")
    before = plain[max(0, year - _YEAR_CLAUSE) : year]
    after = plain[match.end() : match.end() + _YEAR_CLAUSE]
    clause = re.split(r"[,;:(]", before)[-1] + " " + re.split(r"[,;:)]", after)[0]
    return bool(_AHEAD.search(clause)) and not _PAST.search(clause) and not _SINCE.search(before)


def _after(match: re.Match[str]) -> str:
    year = int(match["year"])
    month = _MONTH_OF.get((match["month"] or "").lower(), 0) or _PART_MONTH.get((match["part"] or "").lower(), 0)
    if match["quarter"]:
        number = _ORDINAL.get(match["quarter"].lower(), 0) or int(match["quarter"])
        month = min(_DECEMBER, number * (3 if match["unit"].lower() == "quartal" else 6))
    return f"{year}-{month:02d}" if month and month < _DECEMBER else f"{year}"


def lapses_on(rule: str, said_on: PartialDate | None) -> date | None:
    """Return the first day on which an announcement is past; ``said_on`` is the date of the page.

    None without a rule, for a rule that is not of the grammar, and where the rule counts from a page date that is
    missing. ``months:6`` counts from the last day that fits ``said_on``: a reminder must not come too early.
    """
    kind, _, value = rule.partition(":")
    if kind == "after":
        return _day_after(value)
    if said_on is None:
        return None
    if kind == "year_end":
        return date(said_on.year + 1, 1, 1)
    if kind == "next_year_end":
        return date(said_on.year + 2, 1, 1)
    if kind == "months" and value.isdecimal():
        return add_months(said_on.latest(), int(value)) + timedelta(days=1)
    return None


def _day_after(value: str) -> date | None:
    try:
        return read_iso(value).latest() + timedelta(days=1)
    except BadDateError:
        return None
