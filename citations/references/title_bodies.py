"""The societies that the title of a guideline names ("ESC Guidelines ...", "Empfehlungen der DGN und DSG")."""

import re

from citations.records import Organisation
from citations.references.bodies import ACRONYM, is_society, looks_like_body
from citations.references.body_names import has_head
from citations.references.signs import has_any

_SLASH = re.compile(" ?/ ?")
_IN_BRACKETS = re.compile(r"\[([^\[\]()]+?)(?: \([A-Z]\w+\))?\]")
_JOINED = re.compile(r"/| and (?=[A-Z])| & ")
_BEFORE_GUIDELINE = re.compile(
    r"(?P<who>[A-Z][A-Za-z&.²\d]+(?:[ /&-][A-Z][A-Za-z.²\d]+(?:['’]s)?|[ /](?:of|for|and"
    r"|the)(?= )){0,12})(?: \([A-Z][\w-]{1,9}\))?(?: (?:Clinical|Practice|Practical|clinical|practice|practical"
    r"|Consensus|consensus|Evidence-based|evidence-based|joint|management|Management|Appropriateness"
    r"|Living|Medical|Treatment))*"
    r"(?: [12]\d{3}(?: Clinical| Practice){0,2})? (?:[Gg]uidelines?|[Rr]ecommendations?|[Cc]riteria|Guidance"
    r"|CPGs?(?!\w)|Practice Bulletin|Committee Opinion|[Pp]osition (?:[Ss]tatement|[Ss]tand|[Pp]aper)|Pocket Guide"
    r"|[Pp]arameters?|[Aa]dvisory"
    r"|Standards of (?:Medical )?Care)"
)
_WHOLE_NAME = r"(?P<who>[A-Z][\w&-]+(?: (?:[A-Z][\w&-]+|of|for|and|the|on|in)){1,12})"
_AFTER_GUIDELINE = re.compile(
    r"\b(?:[Gg]uidelines?|[Rr]ecommendations?|[Ss]tatement|[Uu]pdate|[Pp]osition(?: [Pp]aper| [Ss]tand)?"
    r"|[Cc]onsensus [Rr]eport)(?: update)?"
    rf" (?:from|of|by) (?:the )?{_WHOLE_NAME}"
)
_SECOND_BODY = re.compile(rf" \([A-Z][\w-]{{1,11}}\)(?:,| and|, and) (?:the )?{_WHOLE_NAME}")
"""The next society behind one with its short name in brackets."""
_OF_SHORT_BODY = re.compile(
    r"\b(?:[Gg]uidelines?|[Rr]ecommendations|[Uu]pdate) (?:of|from|by) (?:the )?(?P<who>[A-Z]{3,8}(?:(?:, and |, "
    r"| and )(?:the )?[A-Z]{3,8})*)\b(?![-/])"
)
_ENGLISH_SIGNS = (
    "uideline", "ecommendation", "tatement", "pdate", "riteria", "uidance", "ulletin", "pinion", "tandards of",
    " CPG", "onsensus ", "osition ", "UIDANCE", "UIDELINE", "ractice Param", "dvisory",
)  # fmt: skip
_IN_FRONT = re.compile(r"(?:(?:19|20)\d\d )?(?P<who>[A-Z][A-Za-z]{1,9}(?:[/–][A-Z][A-Za-z]{1,9}){0,5})(?=[ :])")
"""The societies that an English title begins with ("ESC 2024 Atrial Fibrillation Guidelines")."""
_NAMED_BEFORE_SHORT = re.compile(
    r"(?P<who>[A-Z]\w+(?: (?:[A-Z]\w+|of|for|and|the|on|in)){1,10}) \([A-Z][A-Za-z]{1,9}\)(?= )"
)
_PARTY_OF = re.compile(
    r"\b(?:[Gg]uidelines?|[Rr]ecommendations?|[Ss]tatement|[Uu]pdate|[Rr]eport) (?:from|of|by) (?:the )?"
    r"(?P<party>[A-Z][\w&-]+(?: (?:[A-Z][\w&-]+|of|for|and|the|on|in)){1,9})(?: \([A-Z][\w-]{1,12}\))?"
    r" (?:of|within|at) the "
    r"(?P<who>[A-Z][\w&-]+(?: (?:[A-Z][\w&-]+|of|for|and|the|on|in)){1,9})"
)
"""A working party and the society that it belongs to ("... of the X Working Party of the German Society of Y")."""
_PARTY_SIGNS = ("Party", "Group", "Committee", "Section", "Task Force", "Council", "Panel", "Board", "Commission")
_OF_BOTH = re.compile(" and the ")
_LISTED = re.compile(r"(?:, and |, | and )(?:the )?")
_SMALL_END = re.compile(r"(?: (?:of|for|and|the|on|in))+$")
_PROGRAMME_TITLE = re.compile(
    r"(?:(?:19|20)\d\d )?(?:(?P<who>GINA|GOLD|KDIGO|KDOQI|Surviving Sepsis Campaign|EuroGuiDerm|SIGN(?= \d))(?=[ :-]|$)"
    r"|(?P<own>[A-ZÄÖÜ]{2,8}(?:/[A-ZÄÖÜ]{2,8}){0,3})[- ]"
    r"(?:[\w-]*[Ll]eitlinien?|\w*[Ee]mpfehlung(?:en)?|\w+kriterien)(?=[ :]|$))"
)
"""What a title begins with that names a programme of guidelines by itself, or a society before "-Leitlinie"."""
_GERMAN_NAMED = re.compile(
    r"(?:[Ee]mpfehlung(?:en)?|Leitlinien?) (?:(?:der|des|von) )?"
    r"(?P<who>[A-ZÄÖÜ][A-Za-zÄÖÜ]{2,9}(?:(?:, | und )(?:der )?[A-ZÄÖÜ][A-Za-zÄÖÜ]{2,9})*)\b"
)
_GERMAN_AND = re.compile(r"(?:, | und )(?:der )?")
_ANY_PANEL = re.compile(
    r"(?:(?:International|European|National|Joint) )?(?:(?:Expert|Consensus|Multidisciplinary|Interdisciplinary"
    r"|Working|Study|Task|Writing|Guidelines?|Delphi|Steering)[ -]?){1,3}"
    r"(?:Panel|Group|Committee|Force|Board|Consortium)?"
)
"""Whoever wrote it: a group without a name."""
_NOT_WHO = frozenset(
    (
        "Appropriateness", "Criteria", "European", "International", "National", "Clinical", "Practice", "Consensus",
        "German", "American", "Pocket", "British", "Evidence", "The", "Updated", "New", "Current", "Update",
        "Management",
        "Treatment", "UK", "US", "USA", "EU",
        "COPD", "BPPV", "ADHD", "CTS", "IBS", "IBD", "UTI", "HIV", "GERD", "CKD", "PTSD", "OSA", "DVT", "NSCLC",
        "World", "Global", "Joint", "Revised", "Cancer", "Care", "Core", "Living", "Medical",
    )
)  # fmt: skip


def bodies_in_title(title: str) -> tuple[Organisation, ...]:
    """Return the societies that a guideline's title names before "guideline", "recommendations" or "criteria"."""
    bracket = _IN_BRACKETS.search(title) if "[" in title else None
    if bracket and looks_like_body(bracket.group(1)):
        return (Organisation(bracket.group(1)),)
    programme = _PROGRAMME_TITLE.match(title)
    names = _SLASH.split(programme["who"] or programme["own"]) if programme else []
    if programme and (programme["who"] or all(map(is_society, names))):
        return tuple(map(Organisation, names))
    title = title[:1000]
    listed = [_GERMAN_AND.split(hit["who"]) for hit in _GERMAN_NAMED.finditer(title)]
    found = [Organisation(name) for who in listed if _are_societies(who) for name in who]
    return tuple(dict.fromkeys(found + _english_bodies(title) if has_any(_ENGLISH_SIGNS, title) else found))


def _are_societies(names: list[str]) -> bool:
    """Say whether names are societies: each by its name, or several together by their short ones."""
    return all(map(is_society, names)) or (len(names) > 1 and all(map(ACRONYM.fullmatch, names)))


def _english_bodies(title: str) -> list[Organisation]:
    """Return the societies of an English title, of the words behind "guideline" first."""
    found: list[Organisation] = []
    for hit in _OF_SHORT_BODY.finditer(title):
        found += map(Organisation, _LISTED.split(hit["who"]))
    for hit in _AFTER_GUIDELINE.finditer(title):
        names = _OF_BOTH.split(hit["who"])
        names = names if all(map(has_head, names)) else [hit["who"]]
        behind = _SECOND_BODY.match(title, hit.end())
        while behind:
            names.append(behind["who"])
            behind = _SECOND_BODY.match(title, behind.end())
        found += [Organisation(body) for name in names if has_head(body := _SMALL_END.sub("", name))]
    party = _PARTY_OF.search(title) if has_any(_PARTY_SIGNS, title) else None
    society = _SMALL_END.sub("", party["who"]) if party else ""
    if party and has_head(society) and has_any(_PARTY_SIGNS, party["party"]):
        found = [Organisation(_SMALL_END.sub("", party["party"])), Organisation(society)]
    front = _IN_FRONT.match(title)
    names = front["who"].replace("–", "/").split("/") if front else []
    found += _before_guideline(title)
    force = _TASK_FORCE.search(title) if not found and "task force" in title else None
    found += [Organisation(force.group())] if force else []
    together = any(map(is_society, names)) and all(map(ACRONYM.fullmatch, names))  # a stranger beside a known one
    found += map(Organisation, names if together else ())
    whole = _NAMED_BEFORE_SHORT.search(title) if "(" in title and not found else None
    return [*found, Organisation(whole["who"])] if whole and has_head(whole["who"]) else found


_TASK_FORCE = re.compile(r"\bU\.?S\.? preventive services task force\b", re.IGNORECASE)


_FIELD = r"\w*(?:logy|ics|icians|iatry|ists|eons|Diseases?|Medicine|Surgery|Care|Cancer)"
_NAME_AND_TOPIC = re.compile(
    r"(?P<name>.{0,80}?\b(?:Society|Association|College|Academy|Federation|Foundation|Alliance)"
    rf"(?: (?:of|for)(?: the)?(?: (?!and\b)\w+){{0,4}}? (?:{_FIELD}|America|Europe|Canada)"
    rf"(?:(?: and|,| &) {_FIELD})?)?) (?!Medicine|Surgery|Oncology|Nurs|Therap|Research|Pharm)(?=[A-Z])(?P<topic>.+)"
)
"""A society's name and the topic of its guideline, no sign between them ("American ... Society Severe Asthma")."""
_NAMED_FIRST = re.compile(
    r"(?P<who>(?:American|British|European|German|Canadian|International|World|Infectious|Royal|National|Endocrine)"
    r"(?: [\w'’-]{2,24}){2,14}) (?:[Gg]uidelines?|[Gg]uidance)\b"
)
"""A society, a topic with words in small letters, and what it is ("... Society of X Candida auris Guidelines")."""
_IN_CAPITALS = re.compile(r"[A-Z][A-Z&'’ /-]{12,150}(?=:)")
_SMALL_WORDS = re.compile(r"\b(?:Of|For|And|The|On|In)\b")


def _without_topic(name: str) -> str:
    """Return the name of a society without the topic behind it; a panel of the society is a part of its name."""
    hit = _NAME_AND_TOPIC.fullmatch(name)
    return hit["name"] if hit and not has_head(hit["topic"]) else name


def _in_small_letters(title: str) -> str:
    """Return a title that begins with a label in capitals with this as other titles have it, sign for sign."""
    label = _IN_CAPITALS.match(title) if title[:12].isupper() else None
    if label is None:
        return title
    return _SMALL_WORDS.sub(lambda word: word.group().lower(), label.group().title()) + title[label.end() :]


def _before_guideline(printed: str) -> list[Organisation]:
    """Return the societies right before "guideline", "recommendations" or "criteria"."""
    title = _in_small_letters(printed)
    found = []
    for hit in _BEFORE_GUIDELINE.finditer(title):
        for name in _JOINED.split(hit["who"]):
            words = name.strip().split()
            words = words[1:] if words[:1] in (["An"], ["A"], ["The"]) else words
            while words and words[0] in _NOT_WHO and not has_head(" ".join(words)):
                words = words[1:]
            while words and words[-1] in _NOT_WHO:
                words = words[:-1]
            body = _without_topic(" ".join(words))
            if _ANY_PANEL.fullmatch(body):
                continue
            if body and "-" not in body and (ACRONYM.fullmatch(body) or (has_head(body) and len(words) > 1)):
                place = title.find(body, hit.start())
                found.append(Organisation(printed[place : place + len(body)] if place >= 0 else body))
    first = None if found else _NAMED_FIRST.match(title)
    name = _without_topic(first["who"]) if first else ""
    return [Organisation(name)] if name and first and name != first["who"] else found
