"""Reports that people wrote for somebody, or that an organisation edits: "... Gutachten im Auftrag des ...".

The commission is told behind the title and is no part of it; who ordered the report did not write it.
"""

import re

from citations.records import Organisation, Reference
from citations.references.bodies import looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.editions import read_edition
from citations.references.heads import head
from citations.references.lines import line_of
from citations.references.page_bodies import without_place
from citations.references.publishers import is_place
from citations.references.report_parts import with_subtitle
from citations.references.segments import segments, unquoted
from citations.references.signs import has_any

_SIGNS = ("uftrag", "utachten", "eport ", "ericht ", "xpertise ", "tudie ", "ublication No", "rsg", "Hg.", "erausgeb")
_COMMISSIONED = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]* ){0,2}(?:[\w-]*(?:[Gg]utachten|[Bb]ericht|[Ss]tudie|[Ee]xpertise)"
    r" (?:im Auftrag|für (?:de[nr]|die|das)|an (?:de[nr]|die|das))"
    r"|[Rr]eport (?:for|to|on behalf of|commissioned by|prepared for)) .{3,200}"
)
_NUMBERED = re.compile(r"(?P<who>[A-Z][^,.:;]{5,100}), [A-Z]{2,8} Publication No\. ?[\w-]{2,20}")
"""The institute and the number under which it printed what people wrote."""
_MONTH = r"(?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc])[a-zä]{0,6}"
_EDITED = re.compile(
    r"(?<=[.?!] )(?:(?:Hrsg\.?|Hg\.?|Herausgegeben) (?:v\.|von|vom|durch) (?:de[mnr] |die |das )?"
    r"|(?:Hrsg|Hg)\.:? |Herausgeber(?:in)?: (?:die |das )?)"
    rf"(?P<who>[A-ZÄÖÜ][^.()]{{4,300}}?)(?:,? (?P<when>(?:{_MONTH} )?(?:19|20)\d\d))?"
    rf"(?: \((?P<series>[A-ZÄÖÜ][^(),]{{3,80}}), (?P<issue>\d{{1,3}})\))?\.?(?=\s*{BREAK}|\s|$)(?=[\s.{BREAK}]*$)"
)
_DATED_LEAD = re.compile(r"(?P<name>[A-ZÄÖÜ][^().,:;]{2,80}) \((?P<year>(?:19|20)\d\d)\)[.:]? ")
_APPENDIX = re.compile(r", (?:Appendix|Annex|Anhang) [A-Z\d]{1,3}(?=\. )")


def read(line: str) -> Reference | None:
    """Return the report that people wrote on commission or that an organisation edits, None for any other line."""
    peeled = line_of(line)
    if not has_any(_SIGNS, peeled.text) or peeled.isbn:
        return None
    edited = _EDITED.search(peeled.text)
    dated = f"({edited['when']})." if edited and edited["when"] else ""
    lead, rest = head(f"{peeled.text[: edited.start()]}{dated}" if edited else peeled.text)
    if not lead.authors and not (edited and lead.organisations):
        return None
    edition = read_edition(_APPENDIX.sub("", rest), months=not peeled.stand)
    parts = segments(edition.text)
    named = _maker(parts[1:]) if not edited else without_place(split_bodies(edited["who"]))
    if not parts or named is None:
        return None
    return Reference(
        "report",
        authors=lead.authors,
        et_al=lead.et_al,
        organisations=tuple(dict.fromkeys((*lead.organisations, *named))) if edited and lead.authors else named,
        title=unquoted(with_subtitle(parts) if edited else parts[0]),
        container=(edited["series"] or "") if edited else "",
        issue=(edited["issue"] or "") if edited else "",
        version=edition.version,
        year=lead.year or edition.year,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        doi=peeled.doi,
        url=peeled.url,
    )


def read_own(line: str) -> Reference | None:
    """Return what a stranger's house printed itself: its name stands before the year and again before the place.

    Stands behind the other readers: any name may be a house's, so only the imprint tells.
    """
    peeled = line_of(line)
    led = _DATED_LEAD.match(peeled.text)
    if led is None or (own := f". {led['name']}, ") not in peeled.text:
        return None
    title, _, place = peeled.text[led.end() :].strip(f" .;:{BREAK}").rpartition(own)
    if not is_place(place) or not title:
        return None
    return Reference(
        "report",
        organisations=split_bodies(led["name"]),
        title=title,
        year=int(led["year"]),
        accessed=peeled.accessed,
        url=peeled.url,
    )


def _maker(parts: list[str]) -> tuple[Organisation, ...] | None:
    """Return the institute behind a commission or in front of a number, () for none; None without either."""
    numbered = next((hit for part in parts if (hit := _NUMBERED.fullmatch(part))), None)
    if numbered and looks_like_body(numbered["who"]):
        return split_bodies(numbered["who"])
    if not any(map(_COMMISSIONED.fullmatch, parts)):
        return None
    behind = (part for part in parts if not _COMMISSIONED.fullmatch(part))
    bodies = (without_place((Organisation(part),)) for part in behind)
    return next((body for body in bodies if looks_like_body(body[0].name)), ())
