"""Laws: "§ 44 SGB V – Krankengeld – Gesetze im Internet"."""

import re

from citations.records import Reference
from citations.references.editions import read_edition
from citations.references.lines import line_of
from citations.references.segments import trim

_LAW = re.compile(r"^(?:§{1,2} ?\d+|Art(?:ikel|\.) ?\d+[a-z]? )")
_NAMED = re.compile(
    r"^[A-ZÄÖÜ][\w-]*(?:gesetz|verordnung|gesetzbuch)(?:es)?(?: \([A-Z]\w+\))?(?=[\s,.:]|$)"
    r"|^(?:Arzneimittel|Heilmittel|Hilfsmittel)-Richtlinie"
    r"|^(?:Gesetz|Verordnung) (?:über|zur|zum|für)\b|^(?:SGB|StGB|BGB|AMG|BtMG|MBO-Ä)\b|^Sozialgesetzbuch\b"
    r"|^(?:Erstes|Fünftes|Siebtes|Neuntes|Elftes|Zwölftes) Buch Sozialgesetzbuch\b"
    r"|^(?:Grundgesetz|Strafgesetzbuch|Bürgerliches Gesetzbuch)\b"
)
_PARTS = re.compile(r" [–—-] |(?<!\d)(?<!BGBl)(?<!Abs)(?<!Art)(?<!Nr)(?<!ff)(?<!f)\. (?=[A-Z])|\x1e")
_SITES = ("gesetze im internet", "bundesgesetzblatt", "buzer.de", "dejure.org", "sozialgesetzbuch-sgb.de")


def read(line: str) -> Reference | None:
    """Return the law of a line that begins with a paragraph or a law's name, None for any other line."""
    peeled = line_of(line)
    if not (_LAW.match(peeled.text) or _NAMED.match(peeled.text)):
        return None
    edition = read_edition(peeled.text, months=False)
    parts = [part for piece in _PARTS.split(edition.text) if (part := trim(piece))]
    site = next((part for part in parts if part.lower() in _SITES), "")
    title = " – ".join(part for part in parts if part != site)
    title = re.sub(r"\s*\([^()]*\)$", "", title) if _LAW.match(title) else title
    return Reference(
        "law",
        title=title.rstrip("."),
        container=site,
        year=edition.year,
        stand=peeled.stand,
        accessed=peeled.accessed,
        url=peeled.url,
    )
