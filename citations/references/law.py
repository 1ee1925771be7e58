"""Laws: "§ 44 SGB V – Krankengeld – Gesetze im Internet"."""

import re

from citations.records import Reference
from citations.references.cleaning import BREAK
from citations.references.editions import read_edition
from citations.references.lines import line_of
from citations.references.printed_dates import date_at

_LAW = re.compile(r"^(?:§{1,2} ?\d+|Art(?:ikel|\.) ?\d+[a-z]? )")
_NAMED = re.compile(
    r"^(?:[A-ZÄÖÜ][\w-]*- und -?)?[A-ZÄÖÜa-z][\w-]*(?:gesetz|verordnung"
    r"|gesetzbuch)(?:es)?(?: \([A-Z][\w-]+\))?(?=[\s,.:]|$)"
    r"|^(?:Durchführungs)?(?:Verordnung|Richtlinie) (?:\((?:EU|EG|EWG)\) )?(?:Nr\. )?\d+/\d+"
    r"|^(?:Arzneimittel|Heilmittel|Hilfsmittel)-Richtlinie"
    r"|^(?:Gesetz|Verordnung) (?:über|zur|zum|für)\b|^(?:SGB|StGB|BGB|AMG|BtMG|MBO-Ä)\b|^Sozialgesetzbuch\b"
    r"|^(?:Erstes|Fünftes|Siebtes|Neuntes|Elftes|Zwölftes) Buch Sozialgesetzbuch\b"
    r"|^(?:Grundgesetz|Strafgesetzbuch|Bürgerliches Gesetzbuch)\b"
)
_PARTS = re.compile(
    r" [–—|-] |(?<!\d)(?<!BGBl)(?<!Abs)(?<!Art)(?<!Nr)(?<!ff)(?<!f)\. (?=[A-Z])|\x1e|, (?=Gesetze im Internet"
    r"|gesetze-im-internet|Bundesgesetzblatt$|dejure|buzer)"
)
_AMENDED = re.compile(
    r"[,;(]? ?(?:das |die )?(?:zuletzt )?(?:geändert|ergänzt) (?:durch|mit) .{0,120}?(?:vom|v\.) ?(?=\d)"
    r"|[,;]? (?:das|die) zuletzt durch .{0,120}? vom (?=\d)"
    r"|[,;]? ?(?:in der Fassung|i\. ?d\. ?F\.)(?: der Bekanntmachung| d\. ?Bek\.)? (?:vom|v\.) "
)
_SITES = (
    "gesetze im internet",
    "gesetze-im-internet.de",
    "bundesgesetzblatt",
    "buzer.de",
    "dejure.org",
    "sozialgesetzbuch-sgb.de",
)


def read(line: str) -> Reference | None:
    """Return the law of a line that begins with a paragraph or a law's name, None for any other line."""
    peeled = line_of(line)
    if not (_LAW.match(peeled.text) or _NAMED.match(peeled.text)):
        return None
    text, stand = _amended(peeled.text)
    edition = read_edition(text, months=False)
    parts = [part for piece in _PARTS.split(edition.text) if (part := piece.strip(" .,;:–—"))]
    site = next((part for part in parts if part.lower() in _SITES), "")
    title = " – ".join(part for part in parts if part != site)
    title = re.sub(r"\s*\([^()]*\)$", "", title) if _LAW.match(title) else title
    return Reference(
        "law",
        title=title.rstrip("."),
        container=site,
        year=edition.year,
        stand=peeled.stand or stand,
        accessed=peeled.accessed,
        url=peeled.url,
    )


def _amended(text: str) -> tuple[str, str]:
    """Return the line without the words on its last amendment, and the day of that as its Stand."""
    stand = ""
    while (hit := _AMENDED.search(text)) and (date := date_at(text, hit.end())):
        source = _GAZETTE.match(text, date.end)
        text = f"{text[: hit.start()]}{BREAK}{text[source.end() if source else date.end :]}"
        stand = date.iso
    return text, stand


_GAZETTE = re.compile(r"(?: ?\(BGBl[^()]*\))?(?: geändert worden ist)?")
