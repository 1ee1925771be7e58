"""The words by which a line is told to name a guideline, and the remarks on its state that say nothing else."""

import re

from citations.references.signs import has_any

_WORDS = re.compile(
    r"leitlin(?!ien(?:synopse|recherche|vergleich|bewertung))|\bguide?lines?\b|\bNVL\b|expertenstandard"
    r"|global strategy|handlungsempfehlung"
    r"|empfehlung(?:en)? (?:der|des|zur)|empfehlungen für die (?:diagnostik|therapie|behandlung|prävention)"
    r"|National Institute for Health and Care Excellence|National Comprehensive Cancer Network"
    r"|Scottish Intercollegiate|Canadian Task Force"
    r"|\[(?:NG|CG|TA|PH|QS|DG)\d{1,3}\]|konsultationsfassung|\brecommendations\b|\bonkopedia\b"
    r"|appropriateness criteria|\bGOLD[ -]report\b|\bconsensus statement\b"
    r"|(?:^|[/,] ?)KRINKO\b|\bKRINKO-Empfehlung|praxisempfehlung"
    r"|\bNICE (?:NG|CG|TA|QS)\d"
    r"|\bNICE\b.{0,200}\((?:NG|CG|TA|QS)\d{1,3}\)"
    r"|\b(?:GINA|GOLD|ESC)\b.{0,30} pocket guide\b|\b(?:GINA|GOLD) (?:20\d\d )?(?:main )?report\b"
    r"|surviving sepsis campaign|\bstandards of (?:medical )?care in diabetes\b",
    re.IGNORECASE,
)
ADJECTIVES = re.compile(
    r"(?:(?:Die|Update|Neue|Aktualisierte|Interdisziplinäre|Deutsche|Updated|German"
    r"|New|The|Evidenzbasierte)(?:\s|$)){1,4}"
)
"""What stands before the label of a guideline and is neither its title nor its society."""
_STATE_SIGNS = (
    "überarbeit",
    "überprüf",
    "revision",
    "abgelaufen",
    "konsultation",
    "nicht mehr",
    "living",
    "standardw",
    " edn",
)
_WORD_SIGNS = (
    "leitlin", "guideline", "guidline", "nvl", "expertenstandard", "global strategy", "empfehlung", "[",
    "konsultationsfassung",
    "recommendations", "onkopedia", "gold", "gina ", "krinko", "nice ", "pocket guide", "surviving sepsis",
    "standards of", "consensus", "appropriateness", "national institute for",
    "national comprehensive", "scottish", "canadian task",
)  # fmt: skip
_LOOSE_STATE = re.compile(
    r"(?:[,;]| –) ?(?:(?:derzeit |zurzeit )?in (?:Überarbeitung|Überprüfung|Revision)|abgelaufen"
    r"|Konsultationsfassung|nicht mehr gültig"
    r"|wird (?:derzeit |zurzeit |aktuell )?überarbeitet|Living Guideline)(?=[,.;\x1e)]| –|\s*$)|^Living Guideline: "
    r"| \(Standardwerk[^()]*\)|(?<=[.,;] )Edn\.? presented at [^\d]{5,60}?(?=,? 20\d\d)",
    re.IGNORECASE,
)
_STATE = re.compile(r"\((?:abgelaufen|in Überarbeitung|wird (?:derzeit )?überarbeitet"
r"|Konsultationsfassung|in Überprüfung|zurückgezogen"
                    r"|nicht mehr gültig|Living Guideline|Entwurf)[^()]*\)", re.IGNORECASE)  # fmt: skip


def without_state(text: str) -> str:
    """Return a line without "(abgelaufen)", ", in Überarbeitung", "(Living Guideline)" and what else says its state."""
    text = _STATE.sub("", text) if "(" in text else text
    return _LOOSE_STATE.sub("", text) if has_any(_STATE_SIGNS, text.lower()) else text


def names_guideline(text: str) -> bool:
    """Say whether one of the words of guidelines stands in a text."""
    return _WORDS.search(text) is not None


def is_worded(text: str) -> bool:
    """Say whether the words of a guideline stand in a text; a look for a few letters first costs a tenth of it."""
    low = text.lower()
    return has_any(_WORD_SIGNS, low) and _WORDS.search(text) is not None
