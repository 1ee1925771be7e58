"""What an article is by the words of its title: a guideline in a journal, a systematic review, or neither."""

import re

_SYSTEMATIC = re.compile(
    r"systematic (?:literature )?review(?!s)|meta-?\s?analys|umbrella review"
    r"|systematische[rn]? (?:übersicht|literatur|review)"
    r"|cochrane review",
    re.IGNORECASE,
)
_GUIDELINE = re.compile(
    r"\b(?:practice |clinical |management |treatment |european |international |national |consensus |evidence-based )*"
    r"(?:guidelines?|guidance)\b|\brecommendations\b|\bappropriateness criteria\b|\bconsensus (?:statement|report)\b"
    r"|\b(?:S1|S2e|S2k|S3)[- ](?:leitlinie|guideline)|\b(?:leitlinie|empfehlungen) de[rs]\b|\bexpertenstandard\b"
    r"|\bversorgungsleitlinie\b",
    re.IGNORECASE,
)
# A paper about guidelines (how they are followed, compared, what changed in them) is no guideline.
_ABOUT = re.compile(
    r"\?\s*$|\b(?:adherence|compliance|concordance|implementation|impact|appraisal|quality|comparison|review|survey"
    r"|overview|summary|development|methods?|methodology|evaluation) (?:of|to|with|from|for) (?:\S+ ){0,8}"
    r"(?:guidelines?|recommendations)\b"
    r"|\b(?:according to|based on|following|beyond|versus|vs\.?) (?:\S+ ){0,5}(?:guidelines?|recommendations)\b"
    r"|\bguidelines?[- ](?:based|adherent|concordant|adherence|compliance|conform)"
    r"|\bleitlinien(?:gerecht|konform|treu)",
    re.IGNORECASE,
)


def is_systematic(title: str, container: str = "") -> bool:
    """Say whether title or journal name a systematic review (Cochrane, "a systematic review and meta-analysis")."""
    return container.lower().startswith(("cochrane database", "cochrane libr")) or bool(_SYSTEMATIC.search(title))


def kind_of_article(title: str, container: str) -> str:
    """Return guideline, systematic-review or journal-article; a guideline printed in a journal is a guideline."""
    if is_systematic(title, container):
        return "systematic-review"
    title = title[:2000]
    return "guideline" if _GUIDELINE.search(title) and not _ABOUT.search(title) else "journal-article"
