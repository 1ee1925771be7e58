"""What an article is by the words of its title: a guideline in a journal, a systematic review, or neither."""

import re

from citations.references.signs import has_any

_SYSTEMATIC = re.compile(
    r"systematic (?:literature )?review(?!s)|meta-?\s?analys|meta-?analytic(?:al)? review|umbrella review"
    r"|systematische[rn]? (?:übersicht|literatur|review)"
    r"|cochrane review",
    re.IGNORECASE,
)
_GUIDELINE = re.compile(
    r"\b(?:practice |clinical |management |treatment |european |international |national |consensus |evidence-based )*"
    r"(?:guidelines?|guidance)\b|\brecommendations\b|\brecommendation statement\b|\bappropriateness criteria\b"
    r"|\bconsensus (?:statement|report)\b|\bpractice bulletin\b|\bcommittee opinion\b"
    r"|\b(?:society|association|academy|college|federation|council|foundation|alliance)\b[^:]{0,60}"
    r"\bposition (?:statement|stand|paper)\b|\bposition (?:statement|stand|paper) (?:of|from|by) the\b"
    r"|\bbest practice (?:statement|report|policy|recommendation)"
    r"|\bstandards of (?:medical )?care in diabetes\b|^surviving sepsis campaign(?: 20\d\d)?$"
    r"|\b(?:S1|S2e|S2k|S3)[- ](?:leitlin(?:ie|e)|guideline)"
    r"|\bleitlinie der (?:qualität|entwicklungsstufe|stufe|klasse) s[123]"
    r"|\b(?:leitlinie|empfehlung|empfehlungen) (?:de[rs]|von (?-i:[A-ZÄÖÜ]{3}))\b"
    r"|^leitlinien?: |^leitlinien (?:für (?:das|die)|zur|zum) |\bexpertenstandard\b"
    r"|\bversorgungsleitlinie\b|^(?:(?:aktualisierte|neue|interdisziplinäre|gemeinsame|deutsche|update"
    r"|kurzfassung der) )*leitlinie(?: |\.\.\. |… )"
    r"(?!(?:in|im|für die praxis|und)\b)"
    r"|(?-i:\b[A-Z]{3,8}(?:[/–-][A-Z]{2,9}){0,3} (?:20\d\d )?CPGs?\b)",
    re.IGNORECASE,
)
_UP_TO = r"(?:[^\s:;.,–—]+ ){0,6}"
_WITH = (
    r"(?:deriv(?:ing|ation of)|framework for|developing|implementing|applying|evaluating|comparing|assessing|updating"
    r"|barriers to|knowledge of|awareness of|attitudes? (?:to|towards?)|(?:use|role|value|limits|uptake|effects?"
    r"|influence|performance|validation|application) of|agreement with|consistency with|deviations? from|lessons from"
    r"|critique of)"
)
"""What a paper does with guidelines."""
# A paper about guidelines (how they are followed, compared, what changed in them) is no guideline.
_ABOUT = re.compile(
    r"\?\s*$|^(?:do|does|did|are|is|how|why|what|warum|wie|was|sind|ist) [^?]{3,200}\?"
    r"|\b(?:adherence|compliance|concordance|implementation|impact|appraisal|quality|comparison|review|survey"
    r"|overview|summary|development|methods?|methodology|evaluation) (?:of|to|with|from|for) (?:\S+ ){0,8}"
    r"(?:guidelines?|recommendations)\b"
    r"|\b(?:according to|based on|following|beyond|versus|vs\.?) (?:\S+ ){0,5}(?:guidelines?|recommendations)\b"
    rf"|^(?:the |an? )?{_WITH} {_UP_TO}guidelines?\b|\b{_WITH} {_UP_TO}(?:guidelines?|recommendations)\b"
    r"(?! (?:on|for|of|from|by) )"
    r"|\b(?:implementierung|umsetzung|anwendung|einhaltung|entwicklung|bewertung|akzeptanz|kenntnis|stellenwert"
    r"|bedeutung|auswirkung(?:en)?|einfluss|evaluation|nutzung|verbreitung) (?:der|von|einer|des) "
    r"(?:[^\s:;.,–—]+ ){0,5}[^\s:;.,–—]{0,30}leitlinien?\b"
    r"|: an? (?!delphi)(?:[^\s:]+ ){0,6}(?:study|analysis|survey|trial|perspective|commentary|audit|experience)$"
    r"|^(?:kommentar|stellungnahme|anmerkungen?) z"
    r"|\bempfehlungen (?:aus )?der (?:[^\s:;.,–—]+ ){0,3}[^\s:;.,–—]{0,30}leitlinien?\b"
    r"|\bguidelines? (?:appraisal|development|implementation|adherence|dissemination)\b"
    r"|\bguidelines?[- ](?:based|adherent|concordant|adherence|compliance|conform)"
    r"|\bleitlinien(?:gerecht|konform|treu)",
    re.IGNORECASE,
)


_SYSTEMATIC_SIGNS = ("review", "meta", "systematisch")
_GUIDELINE_SIGNS = (
    "guid",
    "recommend",
    "standards of",
    "surviving sepsis",
    "appropriateness",
    "consensus",
    "practice bulletin",
    "best practice",
    "committee opinion",
    "position ",
    "leitlinie",
    "empfehlung",
    "expertenstandard",
    " cpg",
)


def makes_guidelines(body: str) -> bool:
    """Say whether an organisation prints nothing but recommendations, so that no title of its needs to say so."""
    return body in ("KRINKO", "USPSTF") or body.startswith(_MAKERS)


_MAKERS = (
    "Kommission für Krankenhaushygiene",
    "US Preventive Services Task Force",
    "U.S. Preventive Services Task Force",
    "Canadian Task Force on Preventive",
)


def is_systematic(title: str, container: str = "") -> bool:
    """Say whether title or journal name a systematic review (Cochrane, "a systematic review and meta-analysis")."""
    if container.lower().removeprefix("the ").startswith(("cochrane database", "cochrane libr")):
        return True
    low = title.lower()
    return has_any(_SYSTEMATIC_SIGNS, low) and _SYSTEMATIC.search(title) is not None


def kind_of_article(title: str, container: str) -> str:
    """Return guideline, systematic-review or journal-article; a guideline printed in a journal is a guideline."""
    if is_systematic(title, container):
        return "systematic-review"
    title = title[:2000]
    low = title.lower()
    if not has_any(_GUIDELINE_SIGNS, low):
        return "journal-article"
    return "guideline" if _GUIDELINE.search(title) and not _ABOUT.search(title) else "journal-article"
