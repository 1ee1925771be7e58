"""Author lists at the head of a line: Vancouver, APA, dotted initials, bare family names, full names.

Reads people only; organisations are ``bodies.py``.
"""

import re
from dataclasses import dataclass

from citations.references.bodies import is_known_body, looks_like_body
from citations.references.cleaning import BREAK, LINE_END
from citations.references.given_names import GIVEN_NAMES

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_PARTICLES = (
    r"(?:(?:von der|von dem|van der|van den|van de|von|van|de la|de|del|della|di|da|dos|du|el|al|le"
    r"|la|ter|ten|zur|zum|zu|an der|an den|aus dem|aus der|in der|op de"
    r"|St\.|[Aa]uf der|vom|Van der|Van den|Van de|De la|An der|Von der) )?"
)
_LONG = r"(?![\w'’´`-]{41})"
_REST = rf"{_LONG}(?:[^\W\d_]|['’´`-])[^\W\d_]*+(?:['’´`-]++[^\W\d_]*+)*+"
"""A name behind its first letter: letters, hyphens and apostrophes, forty of them at most.

Written as runs, for a choice at every letter takes ten times as long; no name gives back what it has taken.
"""
_NEXT_REST = rf"{_LONG}(?:[^\W\d_]|['’-])[^\W\d_]*+(?:['’-]++[^\W\d_]*+)*+"
_FAMILY = rf"{_PARTICLES}[{_UP}]{_REST}(?: (?:vo[nm] |van )?[{_UP}]{_NEXT_REST}){{0,2}}"
_SHORT_FAMILY = rf"{_PARTICLES}[{_UP}]{_REST}"
_VON = r"(?:von der|van der|van den|van de|von|van|de la|de|vom|zu)"
_INITIALS = rf"(?:[{_UP}](?: [{_UP}]){{1,2}}(?=[,.;:])|[{_UP}]{{1,3}}(?:-?[{_UP}])?)(?: (?:Jr|Sr|II|III|3rd|2nd))?"
_DOTTED = rf"(?:(?!Nr|Dr)[{_UP}][a-z]?\.[ -]?){{1,4}}"
_NATURAL = (
    rf"[{_UP}][a-zß-ÿ]{{1,20}}(?:-[{_UP}][a-zß-ÿ]{{1,20}})?(?:(?: [{_UP}]\.){{1,3}}| [{_UP}][a-zß-ÿ]{{1,20}})?"
    rf" {_SHORT_FAMILY}"
)
_NAMES = {
    "natural": re.compile(rf"{_NATURAL}(?=[,.;:\s(&/]|$)"),
    "vancouver": re.compile(rf"{_FAMILY} {_INITIALS}(?=[,.;:\s(/&]|$)"),
    "apa": re.compile(rf"{_FAMILY}, {_DOTTED}(?: ?{_VON}(?=[,;: (&/]|$))?(?=[,;:\s(&/]|$)"),
    "dotted": re.compile(rf"{_FAMILY} {_DOTTED}(?=[,;:\s(&/]|$)"),
    "before": re.compile(
        rf"{_DOTTED} ?(?:{_VON} [{_UP}][^\W\d_]{{1,40}} [{_UP}][^\W\d_]{{1,40}}|{_SHORT_FAMILY})(?=[,.;:\s(&/]|$)"
    ),
    "leading": re.compile(rf"[{_UP}]{{1,3}} {_SHORT_FAMILY}(?=[,.;:\s(&/]|$)"),
    "mixed": re.compile(rf"{_FAMILY} (?:{_INITIALS}\b\.?|{_DOTTED})(?=[,;:\s(&/]|$)"),
    "inverted": re.compile(rf"{_FAMILY}, [{_UP}]{{1,3}}(?=[,;:\s(&/]|$)"),
}
_OPEN_STYLES = ("natural", "leading", "inverted")
"""Forms that two words of a title have as well."""
_INITIALLED = re.compile(rf"{_FAMILY},? [{_UP}](?:[a-z]?\.|[{_UP}]|[-,;:\s(/&]|$)")
"""A family name with initials behind it."""
_BEGINS = re.compile(rf"{_FAMILY},? [{_UP}]")
"""A family name with something capital behind it, as all forms begin but those with initials first."""
_NO_INITIALS_BEHIND = ("natural", "before", "leading")
_INITIALS_FIRST = ("before", "leading")
_WITH_COMMA = ("apa", "inverted")
_STYLES = ("natural", "vancouver", "apa", "dotted", "before", "mixed", "leading", "inverted")
_BEHIND = (
    re.compile(rf"[{_UP}]{{1,3}} {_FAMILY}(?=[,.;:\s]|$)"),
    _NAMES["vancouver"],
    _NAMES["dotted"],
    _NAMES["before"],
)
"""The names in a list that stands behind its title ("A Smith and B Jones"); initials alone may come first there."""
_GIVEN = rf"[{_UP}](?:[^\W\d_]|-){{1,25}}(?: [{_UP}](?:[^\W\d_]|-|\.){{0,20}})?"
_FULL = re.compile(rf"{_FAMILY}, {_GIVEN}(?=[;:/]| \(| &| und| et al)")
_BARE = re.compile(rf"(?!\w*[{_UP}]{{2}}){_SHORT_FAMILY}(?=[,:;/&]| et al| u\. ?a\.| und | and | & | \()")
_JOINT = re.compile(
    r"(?:, ?& |,? & |, and | and |, und | und "
    r"|,? et al\.,? (?:& |and )"
    r"|,? (?:…|\. ?\. ?\.),? ?(?:& )?|,? u\. (?=[A-ZÄÖÜ][\w-]+,? [A-ZÄÖÜ]\.)"
    r"|; ?| ?/ ?|, ?)(?=\S)(?!Mitarb|others|andere |colleagues|u\. )"
)
_ET_AL = re.compile(
    r"[,;]? ?(?:et\.? ?al\.{0,2}|u\. ?a\.|und andere|and others|and colleagues"
    r"|(?:und|u\.) ?(?:Mitarbeiter(?:innen)?\b|Mitarb\.)"
    r"|\[et al\.?\])(?=[\s:.,;(]|$)"
)
_DOT_GOES_ON = re.compile(r"\.(?:,? et al|, |;| & | und | and | u\. ?a| \((?:Hrsg|Hg|eds?)\b)")
_EDITORS = re.compile(r",? \(?(?:Hrsg|Hg|Hgg|eds?|editors?)\.?\)?\.?(?=[\s:.,;]|$)", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:;|, (?=for the|on behalf|[A-Z][^.,;:\x1e]{3,100} (?:Group|Committee|Collaborators|Investigators"
    r"|Consortium|Network|Panel)[.:])) ?((?:for the |on behalf of (?:the )?)?[^.;:\x1e]{3,120}?)(?=[.:]| \((?:19"
    r"|20)\d\d[a-z]?\))"
)
_NO_FAMILY = frozenset(
    (
        "Hepatitis", "Vitamin", "Typ", "Type", "Version", "Teil", "Part", "Band", "Kapitel", "Faktor", "Factor", "Grad",
        "Grade", "Protein", "Influenza", "Interleukin", "Klasse", "Class", "Stadium", "Stage", "Phase", "Gruppe",
        "Group", "NVL", "AWMF", "NCCN", "ESMO", "Leitlinie", "Cyclosporin", "Mitomycin", "Section", "Amphotericin",
        "Streptokokken", "Patienteninformation", "Ratgeber", "Themenheft", "Faktenblatt", "Merkblatt", "Broschüre",
        "Infoblatt", "Flyer", "Podcast", "Fachinformation", "Gebrauchsinformation", "Studie", "Artikel",
        "Onkopedia", "Patienteninformationen",
        "Pressemitteilung", "Leitlinien", "Stellungnahme", "Positionspapier",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class People:
    """The people at the head of a line; ``end`` is where the rest begins, ``group`` a group author behind them."""

    authors: tuple[str, ...]
    et_al: bool
    editors: bool
    group: str
    end: int
    closed: bool


def read_people(text: str) -> People | None:
    """Return the author list that ``text`` begins with, None where it begins with something else."""
    if _SHORT_BODY.match(text):
        return None
    listed = _with_initials(text)
    if listed:
        return listed
    full, end = _list(text, _FULL)
    if full and (_is_topic(full[0]) or _is_body(full[0])):
        return None
    pair = len(full) == 1 and text[end : end + 1] == ":" and " In: " in text and not _is_given(full[0])
    if full and not pair and (len(full) > 1 or _TOLD.match(text, end) or _ET_AL.match(text, end)):
        return _closed(text, full, end)
    return _turned_first(text) or _by_family(text)


def _with_initials(text: str) -> People | None:
    """Return a list in one of the forms that print initials, or of full names that something tells from a title."""
    comma = "," in text[:_LONGEST_FAMILY]
    for style in _may_begin(text):
        if style in _WITH_COMMA and not comma:
            continue
        names, end = _list(text, _NAMES[style])
        if not names or (style in _OPEN_STYLES and not _told(style, names) and not _said_behind(names, text, end)):
            continue
        if style != "mixed" and text[end : end + 2] == ", ":
            names, end = max((names, end), _list(text, _NAMES["mixed"]), key=lambda found: len(found[0]))
            names, end = _turned(names, text, end) if style == "apa" else (names, end)
        if style == "vancouver" and _DOT_GOES_ON.match(text, end):
            continue
        if not _is_topic(names[0]) and not looks_like_body(names[0]):
            people = _closed(text, names, end)
            if people:
                return people
    return None


def _may_begin(text: str) -> tuple[str, ...]:
    """Return the forms of names that a text can begin with; titles and societies have no initials behind a name."""
    if _INITIALLED.match(text):
        return _STYLES
    return _NO_INITIALS_BEHIND if _BEGINS.match(text) else _INITIALS_FIRST


def _turned_first(text: str) -> People | None:
    """Return a list of which only the first name is turned ("Roe, Karl, and Jane Doe."), or its one name."""
    first = _INVERTED.match(text) if "," in text[:_LONGEST_FAMILY] else None
    if first is None or not _given(first["given"]):
        return None
    joint = _JOINT.match(text, first.end())
    more, end = _list(text, _NAMES["natural"], joint.end()) if joint else ([], 0)
    alone = text.startswith(". ", first.end())
    return _closed(text, [first.group(), *more], end if more else first.end()) if more or alone else None


def _by_family(text: str) -> People | None:
    """Return a list of bare family names, told by slashes between them or by what follows the last."""
    slashed = _SLASHED.match(text) if "/" in text[:_LONGEST_FAMILY] else None
    joined = slashed.group().split("/") if slashed else []
    if slashed and not any(looks_like_body(name) or _NOUN.search(name) for name in joined):
        return _closed(text, joined, slashed.end())
    bare, end = _list(text, _BARE)
    people = _closed(text, bare, end) if bare and _short(bare) and not looks_like_body(bare[0]) else None
    told = people and (people.et_al or people.editors or text[people.end - 1] == ":" or _DATED.match(text, people.end))
    return people if told else None


def _turned(names: list[str], text: str, end: int) -> tuple[list[str], int]:
    """Return the list with the names that go on with their initials first ("Roe, A., B. Doe, and C. Poe")."""
    joint = _JOINT.match(text, end)
    more, behind = _list(text, _NAMES["before"], joint.end()) if joint else ([], 0)
    return ([*names, *more], behind) if more else (names, end)


def begins_with_person(text: str) -> bool:
    """Say whether a text begins with a family name and initials, as no organisation does."""
    if not _INITIALLED.match(text):
        return False
    hits = (_NAMES[style].match(text) for style in ("vancouver", "apa"))
    return any(hit and _NEXT.match(text, hit.end()) and not _is_topic(hit.group()) for hit in hits)


def _told(style: str, names: list[str]) -> bool:
    """Say whether a list in the form of any words is one of people: by its length and an initial among full names."""
    if style != "natural":
        return len(names) >= _PAIR
    return len(names) >= _MANY_BARE and any("." in name for name in names)


def _said_behind(names: list[str], text: str, end: int) -> bool:
    """Say whether what follows names says that they are people's: "et al.", a year, "(Hrsg.)", a colon behind two."""
    if _ET_AL.match(text, end) or ("," in names[0] and _DATED.match(text, end)):
        return True
    named = names[0].partition(" ")[0] in GIVEN_NAMES
    pair = len(names) >= _PAIR or named
    said = (pair and _EDITED.match(text, end)) or (named and _TOLD.match(text, end))
    return bool(said) and not any(map(looks_like_body, names))


def people_behind(title: str) -> tuple[str, People] | None:
    """Return the title and the people printed behind it ("Title. A Smith and B Jones"), None where none stand there."""
    for place in reversed([hit.end() for hit in _TITLE_END.finditer(title)][-_LAST_ENDS:]):
        rest = title[place:].strip(" .")
        for pattern in _BEHIND:
            names, end = _list(rest, pattern)
            et_al = _ET_AL.match(rest, end) if names else None
            if names and (et_al.end() if et_al else end) == len(rest) and not _is_topic(names[0]):
                return title[:place].rstrip(f" .,;–{BREAK}"), People(
                    tuple(names), bool(et_al), False, "", end, closed=True
                )
    return None


def people_between(text: str) -> tuple[str, People, str] | None:
    """Return title, people and journal where the people stand between both ("Title / A Smith and others / Gut").

    They have a line or a part between slashes of their own, or "and others" ends them; None where neither is so.
    """
    text = text.replace(" / ", LINE_END) if text.count(" / ") == _PAIR else text
    title, *lines = (part.strip(f" .,;{BREAK}") for part in text.split(LINE_END, _MANY_BARE))
    if len(lines) == _PAIR and all((title, *lines)):
        found = people_behind(f"{title}{LINE_END}{lines[0]}")
        return (title, found[1], lines[1]) if found else None
    place = text.find(_OTHERS)
    hit = _BEFORE_OTHERS.search(text[max(0, place - _LONGEST_LIST) : place]) if place > 0 else None
    end = place - len(hit.group()) if hit else 0
    title, journal = text[:end].rstrip(f" .,;–{BREAK}"), text[place + len(_OTHERS) :].strip(f" .,;/–{BREAK}")
    if hit is None or not title or not journal:
        return None
    names, _ = _list(hit.group(), _BEHIND[0])
    return title, People(tuple(names), et_al=True, editors=False, group="", end=place, closed=True), journal


def family_before(text: str) -> People | None:
    """Return the one family name before a book's title ("Roe, Pflege im Alter"); None for a noun or a list of nouns."""
    hit = _FAMILY_FIRST.match(text)
    if hit is None or _NOUN.search(hit["name"]) or _is_topic(hit["name"]) or looks_like_body(hit["name"]):
        return None
    return People((hit["name"],), et_al=False, editors=False, group="", end=hit.end(), closed=True)


_FAMILY_FIRST = re.compile(rf"(?P<name>{_SHORT_FAMILY}), (?=[{_UP}][\w-]+ (?!und |oder |and |& )\w)(?!\w+,)")
_NOUN = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|ik|ie|itis|ose|iker|medizin|pflege|angst|schmerz|krebs|herz|atlas|buch|kunde"
    r"|kurs|ismus|haut|kinder|frauen|männer|eltern|alter|therapie|lehre|hilfe|training|ernährung|stress)$",
    re.IGNORECASE,
)
"""The last letters of common nouns, as titles begin with and family names do not end with."""
_SLASHED = re.compile(rf"{_SHORT_FAMILY}(?:/{_SHORT_FAMILY}){{1,5}}(?=, |: | \((?:Hrsg|Hg|[Ee]ds?)\b)")
_LONGEST_FAMILY = 60
_INVERTED = re.compile(rf"{_FAMILY}, (?P<given>[{_UP}][a-zß-ÿ]{{1,20}}(?:-[{_UP}][a-zß-ÿ]{{1,20}})?)(?: [{_UP}]\.)?")
_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


def _is_given(name: str) -> bool:
    """Say whether "Family, Given" is one person, no two family names: by a known given name or an initial."""
    given = name.partition(", ")[2]
    return "." in given or any(map(_given, given.split(" ")))


def _given(name: str) -> bool:
    """Say whether a word is a given name, with its umlaut printed as one or as two letters."""
    low = name.lower()
    return name in GIVEN_NAMES or any(
        name[:1] + low[1:].replace(pair, sign) in GIVEN_NAMES for pair, sign in _UMLAUTS if pair in low
    )


_OTHERS = " and others"
_LONGEST_LIST = 200
_INITIALS_AND_NAME = rf"[{_UP}]{{1,3}} {_SHORT_FAMILY}"
_BEFORE_OTHERS = re.compile(
    rf"(?<![^\s.{BREAK}])(?:{_INITIALS_AND_NAME}(?:, (?:and )?| and )){{0,9}}{_INITIALS_AND_NAME},?$"
)
_NEXT = re.compile(r"[,.;:]|,? et al|,? \(")
_EDITED = re.compile(r" \((?:Hrsg|Hg|Hgg|[Ee]ds?)\.?\)")
_TOLD = re.compile(r":| \(\d{4}")
_TITLE_END = re.compile(rf"[.?!:–] (?=[{_UP}])|{BREAK}+ ?")
_LAST_ENDS = 4
_DATED = re.compile(r" ?\((?:19|20)\d\d[a-z]?\)")
_SHORT_BODY = re.compile(r"(?:Dt|Dtsch|Österr|Schweiz)\. Ges\. |(?:DG|ÖG|SG) [A-ZÄÖÜ]{3,8}(?!\w)")
_END_SIGN = re.compile(r"\s?[.:,;](?=\s|$|\x1e)|\s*(?=\(|\x1e)|$")
_SHORT_FORM = re.compile(r" \([A-Z][\w-]{1,12}\)")
_BEHALF = re.compile(r"^(?:for the|on behalf of(?: the)?) ")
_MANY_BARE, _MOST_BARE = 3, 6
_PAIR = 2
"""Initials before a name are told from a title's first word ("A Case") by a second name of the same form."""
_TOPIC = re.compile(r"leitlinie|guideline|empfehlung|expertenstandard", re.IGNORECASE)


def _is_topic(name: str) -> bool:
    """Say whether a word and capitals are a topic ("Vitamin D", "Nationale VersorgungsLeitlinie COPD"), no person."""
    return name.split(maxsplit=1)[0] in _NO_FAMILY or _TOPIC.search(name) is not None


def _is_body(name: str) -> bool:
    """Say whether "Family, Given" is rather an organisation and something of its own behind a comma."""
    return is_known_body(name.partition(", ")[0]) or all(map(looks_like_body, name.split(", ")))


def _short(names: list[str]) -> bool:
    told = len(names) <= _MANY_BARE or (len(names) <= _MOST_BARE and not any(map(_NOUN.search, names)))
    return told and not _is_topic(names[0])


def _list(text: str, pattern: re.Pattern[str], position: int = 0) -> tuple[list[str], int]:
    """Return the names in a row from ``position`` on that one pattern reads, and where they end."""
    names: list[str] = []
    end = position
    while hit := pattern.match(text, position):
        names.append(hit.group().strip())
        end = hit.end() - (len(hit.group()) - len(hit.group().rstrip()))
        joint = _JOINT.match(text, end)
        if joint is None:
            break
        position = joint.end()
    return names, end


def _closed(text: str, names: list[str], end: int) -> People | None:
    """Return the people with what may follow the last of them; None where a name runs on into a sentence."""
    et_al = _ET_AL.match(text, end)
    end = et_al.end() if et_al else end
    editors = _EDITORS.match(text, end)
    end = editors.end() if editors else end
    group = _GROUP.match(text, end)
    end = group.end() if group else end
    dotted = text[end - 1 : end] == "."
    sign = _END_SIGN.match(text[end : end + 40])
    if sign is None and not dotted and not et_al:
        return None
    end += sign.end() if sign else 0
    named = _SHORT_FORM.sub("", _BEHALF.sub("", group.group(1).strip())) if group else ""
    several = bool(et_al) or " et al" in text[:end]
    return People(tuple(names), several, bool(editors), named, end, closed=True)
