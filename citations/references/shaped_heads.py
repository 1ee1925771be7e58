"""Heads of lines that tell a body by their shape alone: a house and its portal, a name with its short one, editors."""

import re

from citations.records import Organisation
from citations.references.bodies import is_abbreviation, is_portal, looks_like_body, split_bodies

_HOUSE_AND_PORTAL = re.compile(
    r"(?P<house>[A-ZÄÖÜ][\w&]{2,20}(?: [A-ZÄÖÜ]\w{2,20})?)[.,] (?P<portal>[A-Za-z][\w.]{2,20}(?: \w{2,20}){0,2})"
    r"(?: [–—-] |: )(?=\S)"
)
"""Who runs a portal, and the portal, before the title of its page ("Thieme. via medici – Asthma")."""
_SHORT = r"[A-ZÄÖÜ][\w-]{0,8}[A-ZÄÖÜ]\w?"
_ABBREVIATED = re.compile(
    rf"(?P<who>[A-ZÄÖÜ][^().:;,–—]{{7,100}}) \((?P<short>{_SHORT})\) "
    r"(?!(?:Guidelines?|Leitlinien?|Clinical|Practice|Consensus|Recommendations?|Position|Committee|Task|Working|Group"
    r"|Section|Sektion|Kommission|Arbeitsgruppe|Expert|Scientific|European|Deutsche|Leitlinienprogramm)\b)"
    r"(?=[A-ZÄÖÜ][a-zäöüß]{2}|[A-ZÄÖÜ][a-zäöüß]*-)"
)
"""A name and its short one, no sign between them and the title ("World Health Organization (WHO) Global report")."""
_WHOLE_BEHIND = re.compile(
    rf"(?P<short>{_SHORT}) [–—-] (?P<who>[A-ZÄÖÜ][^.:()\x1e–—]{{3,80}}?)(?: \([^()]{{3,80}}\))?[\s.,;\x1e]*$"
)
"""A short name, the whole one and nothing else but a remark on the body ("KZBV – Kassen... (Träger des ...)")."""
_PERSON = re.compile(
    r"(?P<who>[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?(?: [A-ZÄÖÜ][\w-]+){1,2})(?: [–—-]|:) (?=[^\W\d_„])"
)
_TWO_EDITORS = re.compile(
    r"([^.:]{3,120}?)(?: \(Hrsg\.?\))? und (?:die |das |der )?([^:]{3,120}?)(?: \(Hrsg\.?\))[,.:]? (?=[A-ZÄÖÜ])"
)
_EDITED_BODY = re.compile(r"([^.:]{3,200}?) \((?:Hrsg|Hg)\.?\),? (?=[A-ZÄÖÜ„])(?!.{0,200}\((?:Hrsg|Hg))")
GUIDELINE = re.compile(r"eitlinie|uideline|xpertenstandard")
_NEAR = 60
Bodies = tuple[tuple[Organisation, ...], str]


def by_shape(text: str) -> Bodies | None:
    """Return the organisations that the shape of a head tells, and the rest; None for any other head."""
    near = text[:_NEAR]
    portal = _HOUSE_AND_PORTAL.match(text) if ". " in near or ", " in near else None
    if portal and is_portal(portal["portal"]):
        return (Organisation(portal["house"]), Organisation(portal["portal"])), text[portal.end() :]
    named = _ABBREVIATED.match(text) if ") " in text else None
    if named and is_abbreviation(named["short"], named["who"]) and looks_like_body(named["who"]):
        return (Organisation(named["who"], (named["short"],)),), text[named.end() :]
    whole = _WHOLE_BEHIND.match(text) if " – " in near or " — " in near or " - " in near else None
    if whole and is_abbreviation(whole["short"], whole["who"]) and looks_like_body(whole["who"]):
        return (Organisation(whole["who"], (whole["short"],)),), text[whole.end() :]
    return None


def titled_person(text: str) -> tuple[str, str]:
    """Return the one person before a dash or colon that a degree told to begin a line, and the rest; "" for none."""
    person = _PERSON.match(text)
    found = person is not None and not looks_like_body(person["who"])
    return (person["who"], text[person.end() :]) if person and found else ("", text)


def edited(text: str) -> Bodies | None:
    """Return publishers that say so: "X (Hrsg.) Title", "X (Hrsg.) und Y (Hrsg.), Title"; None for other heads."""
    one = _EDITED_BODY.match(text)
    if one and looks_like_body(one[1]) and not GUIDELINE.search(one[1]):
        return split_bodies(one[1]), text[one.end() :]
    two = _TWO_EDITORS.match(text)
    if two is None or two[1].endswith("-") or not looks_like_body(two[2].partition(", ")[0]):
        return None  # else "Institut für Arzneimittel und Medizinprodukte, ... (Hrsg.)" would be two of them
    return (*split_bodies(two[1]), *split_bodies(two[2])), text[two.end() :]
