"""The remark behind a work that says what the work is good for, or which of its issues is meant: it fills no field.

"Body: Title, 2026 — current staging, excision, nodal" has it behind the year; "Title – fehlender Beleg für die Wirkung"
has no year before it, and is told from a subtitle by its words alone. What may be a subtitle stays with its title.
"""

import re

from citations.references.bodies import looks_like_body
from citations.references.guideline_words import names_guideline
from citations.references.heads import NOBODY, head
from citations.references.journals import is_abbreviated, is_journal
from citations.references.segments import trim

_DASHES = (" – ", " — ")
_BEHIND_YEAR = re.compile(
    r"(?<=[^\W\d_)][,.] )(?:19|20)\d\d(?P<dash> [–—] )(?=[^\W\d_])|(?<=\d)(?P<em> — )(?=[a-zäöü])"
)
_KEPT = re.compile(
    r"(?i:https?://|www\.|doi\b|url\b|link\b|isbn|pm(?:id|c)|awmf|stand\b|version|ausgabe|auflage|fassung"
    r"|(?:lang|kurz|voll)(?:version|fassung)|(?:zuletzt )?(?:abruf|aufruf|abgeruf|aufgeruf|zugriff|zugegriffen)"
    r"|verfügbar|available|accessed|retrieved|updated?\b|aktualis|überarbeit|online|teil\b|part\b|band\b|vol)"
    r"|[\w-]{1,60}(?:\.[\w-]{1,60}){1,3}(?:[/ ),]|$)|§|S[123][ek]?\b"
)
"""What stands behind a dash and says something of the work itself: where it is found, its state, its part."""
_FIGURES = re.compile(r"\d{3}|://|\b10\.")
"""A year, a number or an address in what stands behind a dash makes it more than a remark."""
_PHRASE = re.compile(r"[^\W\d_][^.:;?!]{5,200}?\.?")
_WORDS = 3
_ASKS = re.compile(
    r"(?:was|wie|wann|warum|wer|wo|woran|wozu|welche[rs]?|what|how|when|why|who|where|which|ein|eine|der|die|das|a|an"
    r"|the|für|von|vom|bei|im|in|mit|for|from|by|of|with|und|and|oder|or)\b"
)
"""How subtitles begin that are printed in small letters."""
_WORTH = re.compile(
    r"(?:(?:[a-zäöüß-]{4,30} ){1,2}(?:Evidenz(?:lage)?|Belege?|Angaben|Nachweise?|Einordnung|Abgrenzung"
    r"|Grundlagen? für)"
    r"|(?:aktueller )?(?:(?:Forschungs|Studien|Wissens)stand|(?:Evidenz|Daten|Studien)lage) (?:und|zu[rm]?) "
    r"|(?:Warn|Sicherheits)hinweise zu[rm]? |Grundlagen? für |Quelle für |Beleg für )"
)
"""How a remark begins that says what a source is good for."""
_CONTRAST = re.compile(
    r".{3,120} (?:unterscheiden|abgrenzen|beachten|einordnen)"
    r"|.{3,60} als (?:Leit|Kardinal|Haupt|Warn)(?:symptom|zeichen)"
)
"""How one ends: by what is to be done with it, or the sign that it is cited for."""
_CHECKED = re.compile(r"[a-z].{10,200}[ -]cross-check", re.IGNORECASE)
_MEANT = re.compile(
    r"\((?:(?:die|in der|jeweils|derzeit|zurzeit|the) ){0,3}"
    r"(?:aktuell|neuest|geltend|gültig|jüngst|letzt|laufend|current|latest)"
    r"(?:e[nrs]?)? (?:gültige[nr]? )?(?:Fassung|Version|Ausgabe|Auflage|Berichtsband|Bericht|Stand|Band"
    r"|[Ee]dition|[Vv]ersion|[Ii]ssue|[Rr]eport)\)(?=[\s.,;]*$|[.,;] )"
)
"""The issue that is meant, where no number or date says which ("(aktuelle Fassung)")."""


def without_remark(line: str) -> str:
    """Return a line without the remark at its end; the line itself where what stands there may be of the work."""
    meant = _MEANT.search(line)
    if meant:
        line = line[: meant.start()].rstrip().rstrip(",;") + line[meant.end() :]
    if not any(dash in line for dash in _DASHES):
        return line
    return _before_dated(line) or _before_worth(line)


def _before_dated(line: str) -> str:
    """Return what stands before the remark behind a year, with the year; "" where there is none."""
    hit = _BEHIND_YEAR.search(line)
    if hit is None:
        return ""
    dash = "dash" if hit["dash"] else "em"
    before, behind = line[: hit.start(dash)], line[hit.end(dash) :]
    if _KEPT.match(behind) or _FIGURES.search(behind) or looks_like_body(behind.rstrip(". ")):
        return ""
    small = behind[0].islower()
    if behind.count(" ") + 1 < _WORDS - small or not (small or _PHRASE.fullmatch(behind)):
        return ""
    return before if _is_whole(before) else ""


def _is_whole(text: str) -> bool:
    """Say whether a text has a title, so that what a dash sets behind its year is none."""
    lead, rest = head(text)
    title = trim(rest)
    return " " in title and not title[:4].isdecimal() and (lead is not NOBODY or title.count(" ") >= _WORDS)


def _before_worth(line: str) -> str:
    """Return a line without a remark that its words alone tell from a subtitle."""
    place = max(line.rfind(dash) for dash in _DASHES)
    before, behind = line[:place], line[place + 3 :].rstrip(" .")
    if " " not in before or not _PHRASE.fullmatch(behind) or _KEPT.match(behind) or _FIGURES.search(behind):
        return line
    listed = behind[0].islower() and behind.count(", ") > 1 and not _ASKS.match(behind)
    listed = listed and (before[-2:].strip("e").isdecimal() or names_guideline(before))
    worded = _WORTH.match(behind) or _CONTRAST.fullmatch(behind) or _CHECKED.fullmatch(behind)
    return before if listed or worded or _is_placed(before, behind) else line


def _is_placed(before: str, behind: str) -> bool:
    """Say whether people with a year, a title and a journal stand before a dash, so that a remark must follow it."""
    journal = _LAST_PART.split(before)[-1]
    if not (is_abbreviated(journal) and is_journal(journal)) or is_journal(behind):
        return False
    lead, rest = head(before)
    return bool(lead.authors and lead.year) and len(rest) > len(journal)


_LAST_PART = re.compile(r"[,.] ")
