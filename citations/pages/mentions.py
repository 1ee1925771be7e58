"""Sources the body itself names by a distinctive name, where a sentence sends its reader there. A table, no guess."""

import re

from citations.records import Organisation, Reference

_NAMES: tuple[str, ...] = (
    "OncoMap",
    "PharmNet.Bund",
    "Onkopedia",
    "ClinicalTrials.gov",
    "Deutsches Register Klinischer Studien",
    "Cochrane Library",
    "PubMed",
    "Orphanet",
    "Weisse Liste",
    "Weiße Liste",
    "gesundheitsinformation.de",
    "gesund.bund.de",
    "fachinfo.de",
    "Embryotox",
    "Krebshilfe-Studiensuche",
)
_PORTAL = re.compile("|".join(rf"(?<![\w.-]){re.escape(name)}(?![\w-])" for name in _NAMES), re.IGNORECASE)
_NAMED = {name.lower(): name for name in _NAMES}
_FOUNDATION = re.compile(
    r"\b(?:Deutsche[nrs]?|Österreichische[nrs]?|Schweizerische[nrs]?|Europäische[nrs]?)\s"
    r"(?:[A-ZÄÖÜ][\w-]{2,40}[- ])?(?:[A-ZÄÖÜ][\w-]{0,40}-)?"
    r"(?:Stiftung|Krebshilfe|Krebsgesellschaft|Lebenshilfe|Fatigue-Gesellschaft)\b"
)
_SENDS = re.compile(
    r"\b(?:finden|findet|suche|internetseiten?|webseiten?|website|seiten?|datenbank|abrufbar|lesen Sie|informiert"
    r"|informieren|portal|verzeichnis|über die|register|online|find|search|visit)\b",
    re.IGNORECASE,
)


def mentions(sentence: str) -> tuple[Reference, ...]:
    """Return the sources a sentence sends its reader to, in order, each once; () if it only names somebody.

    Nothing beyond the name is claimed: no address, no date (domain 4.2, A:32).
    """
    if not _SENDS.search(sentence):
        return ()
    found = [(match.start(), _portal(match.group())) for match in _PORTAL.finditer(sentence)]
    found += [(match.start(), _organisation(match.group())) for match in _FOUNDATION.finditer(sentence)]
    return tuple(dict.fromkeys(reference for _, reference in sorted(found, key=lambda pair: pair[0])))


def _portal(name: str) -> Reference:
    return Reference(kind="web-page", organisations=(Organisation(_NAMED[name.lower()]),))


def _organisation(name: str) -> Reference:
    """Return the house by its name in the nominative: "Deutschen ...-Stiftung" is the "Deutsche ...-Stiftung"."""
    first, _, rest = name.partition(" ")
    nominative = re.sub(r"[nrs]$", "", first)
    return Reference(kind="web-page", organisations=(Organisation(f"{nominative} {rest}"),))
