"""The class label of a guideline ("S3-Leitlinie", "Entwicklungsstufe: S2k", "(S1)") wherever it stands in a line."""

import re
from functools import lru_cache

from citations.references.bodies import is_society
from citations.references.cleaning import BREAK

_CLASS = re.compile(
    r"\(?(?:(?<![\w-])|(?<=[A-ZÄÖÜ]-))(?P<a>S1|S2e|S2k|S2"
    r"|S3)\)?(?:[ +–-]{1,4})(?:Living[ -])?(?:Leitlin(?:ien?|en?)|LL|guidelines?"
    r"|Konsensus-?Leitlinie|(?:Handlungs)?empfehlung)"
    r"(?![\w-])\)?"
    r"|\bLeitlini?e \(?(?:(?:Entwicklungsstufe|Stufe|Klasse|Qualität):? )?(?P<b>S1|S2e|S2k|S2|S3)\)?(?![\w-])"
    rf"|\((?P<c>S1|S2e|S2k|S3)\)|(?:(?<=[,;.{BREAK}] )|(?<=\())(?P<d>S1|S2e|S2k|S3)(?=\s*[,;.{BREAK}]|\s*$)"
    r"|(?P<g>S3)(?=/(?:Nationalen? |NVL))"
    rf"|(?:[,;(]|^|{BREAK}) ?(?:Klasse|Entwicklungsstufe|Stufe|Klassifikation|Evidenzstufe):? (?P<f>S1|S2e|S2k|S2"
    rf"|S3)(?![\w-])"
    r"|\bLeitlini?e der (?:Qualität|Qualitätsstufe|Entwicklungsstufe|Stufe|Klasse) (?P<e>S1|S2e|S2k|S3)(?![\w-])"
    rf"|(?:(?<=[A-ZÄÖÜ] )|(?<=[A-ZÄÖÜ][.:] )|(?<=[A-ZÄÖÜ] – )|(?<={BREAK} )|(?<={BREAK} – ))"
    rf"(?P<h>S1|S2e|S2k|S3)"
    rf"(?=(?::| [–—-])? (?:[„“»«\"A-ZÄÖÜ]|\d{{3}}[/-]\d{{3}})|\s*{BREAK})",
    re.IGNORECASE,
)
_CLASS_WORDS = 40
"""So far before a class its label may begin ("Entwicklungsstufe: S3")."""


@lru_cache(maxsize=4)
def class_of(text: str) -> re.Match[str] | None:
    """Return the first class label of a line, None where none stands; the class is the one group that matched.

    Kept for a moment, because several readers ask for the same line one after the other.
    """
    low = text.lower()
    places = [place for sign in ("s1", "s2", "s3") if (place := low.find(sign)) >= 0]
    hit = _CLASS.search(text, max(0, min(places) - _CLASS_WORDS)) if places else None
    before = text[: hit.start()].strip(f" .:–-{BREAK}") if hit and hit["h"] else ""
    return (
        hit if hit is None or not before or before == "Leitlinie" or all(map(is_society, before.split("/"))) else None
    )
