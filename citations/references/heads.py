"""The head of a line: people or organisations, a group, a year; shared by every general reader.

The rest of the line is left to the family.
"""

import re
from functools import lru_cache

from citations.records import Organisation, Reference
from citations.references.bodies import (
    is_known_body,
    is_portal,
    is_society,
    looks_like_body,
    split_bodies,
)
from citations.references.cleaning import BREAK
from citations.references.houses import is_house_name
from citations.references.people import begins_with_person, read_people
from citations.references.segments import segments
from citations.references.shaped_heads import GUIDELINE, by_shape, edited, titled_person
from citations.references.signs import has_any

LABEL = re.compile(
    r"(?:In|Europäisch|International|National|Deutschland|Österreich|Schweiz|USA|UK|Hrsg\.|Herausgeber(?:in)?"
    r"|Vgl\.|Siehe|Aus)"
    r"(?: \([^()]{1,40}\))?: (?=[A-ZÄÖÜ])"
)
_DEGREE_STARTS = ("Pr", "PD", "Dr", "Un", "ap", "Di")
_DEGREES = re.compile(
    r"(?:(?:(?:Univ\.-|apl\. )?Prof\.|PD|Priv\.-Doz\.|Dr\.|Dres\.|med\.|dent\.|rer\.|nat\.|phil\.|habil\."
    r"|pharm\.|h\. ?c\."
    r"|Dipl\.-[A-Z][a-zäöü]+\.?) ){1,6}(?=[A-ZÄÖÜ])"
)
_NEXT_DEGREES = re.compile(
    r"(?:(?<=, )|(?<=; )|(?<= und )|(?<= & ))(?:(?:Prof|PD|Priv\.-Doz|Dr|med|rer|nat|phil)\.? ){1,4}(?=[A-ZÄÖÜ])"
)
_YEAR = re.compile(
    rf"[\s{BREAK}]*(?:\((?P<y>(?:1[89]|20)\d\d)(?:[a-z]|/(?:19|20)?\d\d)?\)[.:,]?"
    rf"|(?P<b>(?:1[89]|20)\d\d)[a-z]?(?:[.:,]|(?= [–—] \D)))[\s{BREAK}]*"
    rf"|\s*\((?:o\. ?[DJ]\.|k\. ?A\.|n\.d\.)\)[.:]?\s*"
)
_EDITORS = re.compile(r" ?\((?:Hrsg|Hg|Hgg|eds?)\.?\)(?=[ :.,])")
_DATED_EDITORS = re.compile(r"\((Hrsg\.|Hg\.|[Ee]ds?\.), ((?:19|20)\d\d)\)")
_BODIES_END = re.compile(
    rf"(?=[.:\x1e ])(?:[.:](?=\s)(?<![ .][a-zA-Z].)(?<!e\.V.)|(?:(?<=e\.V)|(?<=e\. V))\."
    rf"(?=\s(?!\(|und |and |& |u\.|et al))|{BREAK}"
    rf"| (?=\((?:19|20)\d\d|\(o\. ?D)| [–—] )"
)
_PREFIX = re.compile(r"^Leitlinien? (?:der|des) (?=Deutsch|Österr|Schweiz|Gesell|Bundes|Robert|Europ|[A-ZÄÖÜ]{3})")
_DESCRIBED = re.compile(
    r"^\s?[Dd]ie freie Enzyklopädie[:.] |^\s?(?:Ausgabe|Version) für [^:.]{3,60}: |^\s?(?:Gesundheits|Patienten"
    r"|Informations)?[Pp]ortal [^:.]{3,60}: "
)
_SERIES = re.compile(
    r"[A-Z]{2,8}(?:/[A-Z]{2,8}){0,3} (?:[A-Z][a-z]+ ){0,2}(?:Bulletin|Opinion|Guideline|Consensus|Statement"
    r"|Report) No\. \d"
)
_COMMITTEE = re.compile(
    r"[\s.]*(?P<who>[A-Z][\w&/-]*(?: (?:[A-Z][\w&/-]*|of|for|and|on|the|in)){0,8}"
    r" (?:Committees?|Panel|Task Force|Group|Collaborators|Investigators|Council|Board))\. (?=[A-Z])"
)
"""The committee for which people write, between them and their title."""
_SERIES_END = 60
"""A society's numbered series is its own title: "ACOG Practice Bulletin No. 222: ..."."""
_OF_READERS = re.compile(r"(?P<who>[A-ZÄÖÜ][^,.:]{2,40}), (?:Ausgabe|Version) für [^:.]{3,60}[:.] ")
_LONGEST_OF_READERS = 60
_FULL_NAME = re.compile(
    r"(?:Dt|Dtsch|Österr|Schweiz)\. Ges(?:\.|ellschaft) (?:f\.|für) [^:.(,]{3,80}(?=[:.,]| \()"
    r"|Kidney Disease: Improving Global Outcomes(?: \(KDIGO\))?(?: [A-Z][^.:]{2,60}Group)?(?=[.:])"
    r"|(?:Deutsche|Österreichische|Schweizerische) Gesellschaft für [^:.–]{3,60} – [^:.()]{3,60} e\. ?V\.(?=[ :])"
)
_ABBREVIATION = re.compile(rf"[\s{BREAK}]*\(([A-Z][A-Za-z-]{{1,12}}|\w[\w .&-]{{2,50}} (?:g?GmbH|AG|Ltd|Inc))\)[.:]?\s")
_BEFORE_TITLE = re.compile(r"(?:,|(?<![.:,)–—-])) (?=[„“»\"])|; ")
_TITLE_SIGNS = ("„", "“", "»", '"', "; ")
"""What parts an organisation from its title in quotation marks, or from any ("DocCheck Flexikon; Gicht")."""
_CLOSED_NAME = re.compile(
    r"(?:[^.:„“\"»]*(?:e\. ?V\.?|GmbH|AG|\))|[^,.:„“\"»]*(?:stiftung|[Ff]oundation|zentrale|Society|Association"
    r"|[Ll]iga|[Gg]esellschaft|[Vv]erband|hilfe|-Institut|[Aa]kademie|kammer))"
)
_ADDENDUM = re.compile(r" [A-ZÄÖÜ][^.:()\x1e]{3,40} (?=\((?:19|20)\d\d\))")
_SECOND_NAME = re.compile(r" [–—] (?P<who>[A-ZÄÖÜ][^.:()\x1e–—]{3,80}):(?= )")
"""The rest of a name with a dash in it ("Charité – Universitätsmedizin Berlin: ")."""
_SHORT_NAME = re.compile(r"[A-ZÄÖÜ][\w-]{0,8}[A-ZÄÖÜ]\w?")
_BEHIND_BRACKET = re.compile(r"\)(?:,|,? und|,? and|,? sowie) (?=[A-ZÄÖÜ])")
_MORE = re.compile(r",? et ?al$")
_QUOTED = re.compile(r"[:.]? ?[„“»\"]")
_NAME = re.compile(r"[A-ZÄÖÜ][\w&.-]{1,30}(?: [A-ZÄÖÜ&][\w&.-]{0,30}){0,4}")
_EDGES = f" .:,;{BREAK}"
NOBODY = Reference("")
"""The head of a line that names neither people nor organisations."""


@lru_cache(maxsize=8)
def head(text: str) -> tuple[Reference, str]:
    """Return the people, bodies and year at the head of a line (in a Reference without kind), and the rest.

    Kept for a moment, because several readers ask for the same head one after the other.
    """
    text = _DATED_EDITORS.sub(r"(\1) (\2)", text) if "., 2" in text or "., 1" in text else text
    if "No. " in text[:_SERIES_END] and _SERIES.match(text):
        return NOBODY, text
    label = LABEL.match(text)
    text = text[label.end() :] if label else text
    degrees = _DEGREES.match(text) if text[:2] in _DEGREE_STARTS else None
    text = _NEXT_DEGREES.sub("", text[degrees.end() :], count=8) if degrees else text
    person, behind = titled_person(text) if degrees else ("", text)
    if person:
        return Reference("", authors=(person,)), behind.lstrip(_EDGES)
    text = _behind_topic(text)
    people = read_people(text)
    lead, behind = ((), text) if people else _lead_group(text)
    people, text = (read_people(behind), behind) if behind is not text else (people, text)
    twice = people is not None and len(people.authors) == 1 and text.startswith(people.authors[0], people.end + 1)
    bodies, rest = ((), text[people.end :]) if people else _bodies(text)
    if people and twice:  # "Skin IT. Skin IT. https://...": what has a page of its own name is no person
        bodies, people = (Organisation(people.authors[0]),), None
    groups, rest = _groups(rest) if people and text[people.end - 1 : people.end] == ";" else ((), rest)
    committee = _COMMITTEE.match(rest) if people and people.et_al and not groups else None
    groups, rest = (split_bodies(committee["who"]), rest[committee.end() :]) if committee else (groups, rest)
    bodies = (*lead, *bodies, *groups)
    year = _YEAR.match(rest) if people or bodies else None
    if year:
        rest = rest[year.end() :]
    bracket = _ABBREVIATION.match(rest) if people else None
    if bracket:
        bodies = (*lead, Organisation(bracket.group(1)))
        rest = rest[bracket.end() :]
    if not (people or bodies):
        return NOBODY, rest.lstrip(_EDGES)
    printed = (year["y"] or year["b"]) if year else None
    reference = Reference(
        "",
        organisations=bodies,
        authors=people.authors if people else (),
        et_al=people.et_al if people else False,
        group_author=people.group if people else "",
        year=int(printed) if printed else None,
    )
    return reference, rest.lstrip(_EDGES)


def _closed_name(text: str) -> int:
    """Return where a name ends that says itself that it ends, with a comma and a title behind it; 0 for none.

    "... e.V., Title", "Bundesministerium (BMG), Title": no other comma parts a name from a title for sure.
    """
    start = place = 0
    while (place := text.find(", ", start, _LONGEST_NAME)) > 0:
        name, behind = text[:place], text[place + 2 :]
        end = _PIECE_END.search(behind)
        piece = behind[: end.start()] if end else behind
        own = name[start:]
        if own.count("(") != own.count(")") or _DATED_NAME.search(own):
            return 0
        ended = _CLOSED_NAME.fullmatch(own) or (": " not in own and _TITLE_BEGINS.match(behind))
        short = " " not in own and is_society(own)
        if not (short or is_house_name(own) or is_portal(own) or (ended and looks_like_body(own))):
            return 0
        if not looks_like_body(piece) and not _BODY_GOES_ON.match(behind):
            return place
        start = place + 2
    return 0


_LONGEST_NAME, _LONGEST_BODIES = 200, 700
_DATED_NAME = re.compile(r" \((?:19|20)\d\d[a-z]?\)$")
_TITLE_BEGINS = re.compile(
    r"(?:Clinical |Practice )?(?:Guidelines?|Recommendations|Leitlinien?|Empfehlungen) \w|"
    r"(?:Die|Der|Das|Was|Wie|Wenn|Warum|Ein|Eine|Leben|What|How|Your|Living|Understanding) \w"
    r"|(?:[A-ZÄÖÜ][a-zäöüß]{3,20}[er] )?(?:[A-ZÄÖÜ][\w-]{0,40})?(?:[Bb]erichte?|[Rr]eport"
    r"|[Ss]tatistik(?:en)?|[Rr]atgeber|[Mm]erkblatt|[Ff]aktenblatt|[Tt]afel|[Ss]tudie|[Ll]eitfaden|[Hh]andbuch"
    r"|[Dd]atenbank|[Aa]bfrage|[Bb]roschüre)\b"
)
_PIECE_END = re.compile(r",(?= )|[.:](?=\s)| [–—-] |\x1e| \(")
_BODY_GOES_ON = re.compile(r"(?:und|and|for|of|et al|u\. ?a)\b|\d|.{0,80}? (?:e\. ?V\.?|GmbH)[ :.,]")


def _lead_group(text: str) -> tuple[tuple[Organisation, ...], str]:
    """Return a group printed before the people ("Expert Panel on Breast Imaging; Sanford MF, ...")."""
    group, sign, rest = text[:200].partition("; ")
    if sign and begins_with_person(rest) and _is_group(group):
        return split_bodies(group), text[len(group) + 2 :]
    place = text.find(", ", 0, _LONGEST_NAME)
    group = text[:place] if place > 0 else ""
    if group and not _STOPPED.search(group) and begins_with_person(text[place + 2 :]) and looks_like_body(group):
        return split_bodies(group), text[place + 2 :]
    place = text.find(": ", 0, _LONGEST_LABEL)
    rest = text[place + 2 :]
    topic = place > 0 and not _STOPPED.search(text[:place]) and not GUIDELINE.search(text[:place])
    if topic and begins_with_person(rest) and _goes_on(rest):
        named = is_society(text[:place]) or is_known_body(text[:place])
        return split_bodies(text[:place]) if named else (), rest
    return (), text


def _behind_topic(text: str) -> str:
    """Return the text without the topic that stands before a body with its year ("Glaukom: Y-Spital (2021). ...")."""
    place = text.find(": ", 0, _LONGEST_LABEL)
    dated = _DATED_BODY.match(text, place + 2) if place > 0 else None
    topic = dated and looks_like_body(dated["who"]) and not looks_like_body(text[:place])
    return text[place + 2 :] if topic else text


def _goes_on(text: str) -> bool:
    """Say whether people begin a text and more than a journal follows them: a title and what it stands in."""
    people = read_people(text)
    several = people and (len(people.authors) > 1 or people.et_al or _YEAR.match(text, people.end))
    return bool(people and several and len(segments(text[people.end :])) > 1)


_LONGEST_LABEL = 40
"""A test's or topic's name before the people ("PHQ-9: Roe A, Doe B. ..."), "Deutsche Fassung" or a society."""


def _groups(text: str) -> tuple[tuple[Organisation, ...], str]:
    """Return the groups printed behind people and a semicolon ("Roe A, et al; X Task Force; Y Committee. ...")."""
    names, stop, rest = text[:_LONGEST_GROUPS].lstrip().partition(". ")
    pieces = names.split("; ")
    if not stop or not all(map(looks_like_body, pieces)):
        return (), text
    return tuple(body for piece in pieces for body in split_bodies(piece)), rest + text.lstrip()[_LONGEST_GROUPS:]


_LONGEST_GROUPS = 400


def _is_group(text: str) -> bool:
    """Say whether what stands before "; Roe A, ..." is a group: a known one, or several words, as no person is."""
    return looks_like_body(text) or (text.count(" ") >= _GROUP_WORDS and ". " not in text and ": " not in text)


_DATED_BODY = re.compile(r"(?P<who>[A-ZÄÖÜ][^:.()]{3,100}) \((?:19|20)\d\d(?:/(?:19|20)?\d\d)?\)")
"""A body with its year behind a topic ("Glaukom: Universitätsspital Zürich (2021). ...")."""
_GROUP_WORDS = 2
_STOPPED = re.compile(r"[.:] ")


def _bodies(text: str) -> tuple[tuple[Organisation, ...], str]:
    """Return the organisations before the first full stop, colon or bracketed year, and the rest."""
    shaped = (edited(text) if "(H" in text else None) or by_shape(text)
    if shaped:
        return shaped
    editors = _EDITORS.search(text, 0, 400) if "(H" in text or "(e" in text else None
    if editors:
        publisher, behind = text[: editors.start()], text[editors.end() :]
        if behind[:1] == ":" and not _STOPPED.search(publisher) and not looks_like_body(publisher):
            return split_bodies(publisher), behind.lstrip(" :")
        text = publisher + behind
    parted = _parted(text)
    if parted:
        return parted
    full = _FULL_NAME.match(text)
    sort = _OF_READERS.match(text) if " für " in text[:_LONGEST_OF_READERS] else None
    if sort and looks_like_body(sort["who"]):
        return split_bodies(sort["who"]), text[sort.end() :]
    closed = full.end() if full else _closed_name(text)
    if closed:
        return split_bodies(text[:closed]), text[closed:].lstrip(" .:,–—-")
    end = _BODIES_END.search(text, 0, _LONGEST_BODIES)
    return _before(text, end) if end else ((), text)


def _parted(text: str) -> tuple[tuple[Organisation, ...], str] | None:
    """Return the organisations before a quoted title or a semicolon, and the rest; None for any other head."""
    sign = _BEFORE_TITLE.search(text, 1, _LONGEST_NAME) if has_any(_TITLE_SIGNS, text) else None
    name = text[: sign.start()] if sign else ""
    if sign is None or name.endswith(":") or _STOPPED.search(name.replace("e. V.", "")) or not looks_like_body(name):
        return None
    piece = _PIECE_END.search(text, sign.end())
    if sign.group() == "; " and looks_like_body(
        text[sign.end() : piece.start() if piece else len(text)].partition("; ")[0]
    ):
        return None  # societies may be parted by semicolons, too
    return split_bodies(name), text[sign.end() :]


def _before(text: str, end: re.Match[str]) -> tuple[tuple[Organisation, ...], str]:
    """Return the organisations before a place where a name may end, and the rest."""
    dashed = _SECOND_NAME.match(text, end.start())
    if dashed and looks_like_body(dashed["who"]) and looks_like_body(text[: end.start()]):
        short, name = text[: end.start()], text[: dashed.end() - 1]
        if dashed["who"].endswith(" im Netz"):  # a society and its portal
            return (Organisation(short), Organisation(dashed["who"])), text[dashed.end() :]
        body = Organisation(dashed["who"], (short,)) if _SHORT_NAME.fullmatch(short) else Organisation(name)
        return (body,), text[dashed.end() :]
    name = text[: end.start()]
    name = _MORE.sub("", name) if name.endswith("al") else name
    added = _ADDENDUM.match(text, end.end()) if name.endswith("e.V") else None
    if added:
        return (Organisation(text[: added.end()].strip()),), text[added.end() - 1 :]
    quoted = _QUOTED.match(text, end.start()) and _NAME.fullmatch(name)
    many = len(name) > _LONGEST_NAME and (
        all(map(looks_like_body, _BEHIND_BRACKET.split(name))) or all(map(looks_like_body, name.split("; ")))
    )
    if quoted or many or looks_like_body(name) or (" " in name and f": {name};" in text):
        return split_bodies(_PREFIX.sub("", name)), _DESCRIBED.sub("", text[end.end() :])
    return (), text
