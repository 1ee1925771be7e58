"""The societies printed around a guideline's title: "DEGAM-Leitlinie Nr. 11: ...", "... der DGVS", "..., DGN"."""

import re

from citations.records import Organisation
from citations.references.bodies import (
    is_known_body,
    is_named_body,
    is_short_name,
    is_society,
    looks_like_body,
    split_bodies,
)
from citations.references.house_brackets import split_outside_brackets
from citations.references.segments import trim

_PUBLISHER = re.compile(
    r"^(?:(?:Onkopedia[- ])?Leitlinien? (?:der|des|von)|Empfehlung(?:en)? (?:der|des)"
    r"|Herausgeber(?:in)?(?:schaft)?|Hrsg\.?"
    r"|(?:deutsch|englisch|deutschsprachig)e (?:Fassung|Version|Übersetzung) (?:de[rs]|durch (?:den|die|das))"
    r"|herausgegeben von|Federführung|Federführende"
    r" Fachgesellschaft(?:en)?|im Auftrag (?:der|des)|von der|der|des)[: ]+",
    re.IGNORECASE,
)
_OWN_LABEL = re.compile(
    r"^(?P<who>[A-ZÄÖÜ][A-Za-zÄÖÜ]{2,8}(?:/[A-ZÄÖÜ][A-Za-zÄÖÜ]{2,8}){0,3})[- ]"
    r"(?:Leitlinien?|Empfehlung(?:en)?(?=:))(?: (?:Nr|No)\. ?\d{1,3})?(?::| bei:?"
    r"| im Portal|(?= [„“»\"A-ZÄÖÜ])) ?(?=\S)|^(?P<w2>[A-ZÄÖÜ][A-Za-zÄÖÜ]{2,8})-Leitlinie$"
)
_MIXED_LABEL = re.compile(
    r"^(?P<who>(?:[A-ZÄÖÜ][\w-]{1,30}(?: (?:[A-ZÄÖÜ][\w-]{1,30}|of|for)){0,6}/){1,3}[A-ZÄÖÜ]{2,8})(?P<w2>)"
    r"-Leitlinien?:? (?=[^\W\d_])"
)
"""Societies by short and by whole names before one label ("Resuscitation Council/AAGBI-Leitlinien ...")."""
_LEAD_OF = re.compile(
    r"^(?:(?:Gemeinsame|Interdisziplinäre|Evidenzbasierte|Aktualisierte) )?Leitlinien? (?:von|der"
    r"|des) (?P<who>[^:]{2,150}?)(?:: |(?<!esellschaft) (?:zur|zum) (?=[A-ZÄÖÜ]))"
)
_LABEL_BEHIND = re.compile(r",? (?P<who>[A-ZÄÖÜ]{3,8})[- ]Leitlinie$")
_SHORT = r"[A-ZÄÖÜ][A-Za-zÄÖÜ-]{2,9}"
_BODY_BEHIND = re.compile(rf" (?:der|des|von der) (?P<who>{_SHORT}(?:(?:, | und | & |/)(?:der )?{_SHORT}){{0,5}})$")
_DASHED = re.compile(rf" [–—] (?P<who>{_SHORT}(?: ?/ ?{_SHORT}){{0,3}})$")
_SLASH = re.compile(r" ?/ ?")
_BETWEEN = re.compile(r", | und | & |/")
_NAME_BEHIND = re.compile(
    r" (?:der|des|von der|vom) (?P<who>(?:Deutschen|Österreichischen|Schweizerischen) Gesellschaft [^;:]{6,160}"
    r"|(?:Deutschen|Österreichischen|Schweizerischen|European|American|German|British|International|World)"
    r" [^,;:]{6,120})$"
)
_GENERIC = re.compile(r"\w*(?:[Ee]mpfehlung(?:en)?|[Ll]eitlinien?|[Ss]tellungnahme|[Ss]tandards?)")
"""A word that is no title without its society ("Konsensusempfehlungen der DGI")."""
_ENGLISH = re.compile(
    r"guideline|recommendation|strategy|standards of|report|statement|consensus|campaign|^Empfehlung", re.IGNORECASE
)
_LAST_YEAR = re.compile(r"(?P<before>[\w)“”\"-]+) (?P<y>(?:19|20)\d\d)$")
_DATED_WORD = re.compile(
    r"(?:[Uu]pdate|Version|Stand|Aktualisierung|Auflage|Resuscitation|Reanimation|Jahr|seit|ab|bis|von|vom|und|in|im|für|der"
    r"|[\w-]*[Ll]eitlinien?"
    r"|\w*[Ee]mpfehlungen)$"
)
"""Words that a year belongs to: it stays in the title with them."""
_YEAR_SLASHED = re.compile(rf" (?P<y>(?:19|20)\d\d) ?/ ?(?P<who>(?=[A-ZÄÖÜ]{{3}}){_SHORT}(?: ?/ ?{_SHORT}){{0,3}})$")
"""The year of a topic and who else is named behind it ("Maligne Hyperthermie 2018 / MHAUS")."""
_LAST_WORD = re.compile(r"(?<![,–-]) (?P<who>[A-ZÄÖÜ][\w-]{1,9}(?: ?/ ?[A-ZÄÖÜ][\w-]{1,9}){0,3})$")
_PREPOSITION = re.compile(
    r"\b(?:der|die|das|des|dem|den|von|vom|nach|für|mit|bei|und|zu[rm]?|im|in|am|an|auf|über|unter|ohne|per)$"
)
_MEDICINE = frozenset(("PEG", "SGA", "SGLT", "SGB", "ACR"))
"""Words of medicine that look like a society's short name where a title ends with them."""
_SMALL_WORDS = frozenset(("für", "und", "der", "des", "in", "of", "for", "the", "and"))


def slashed_end(title: str) -> tuple[str, list[Organisation], int | None]:
    """Return a title without the year and the body behind it that a slash parts ("... 2018 / MHAUS"), and both."""
    hit = _YEAR_SLASHED.search(title) if "/" in title else None
    return (
        (title[: hit.start()], list(map(Organisation, _SLASH.split(hit["who"]))), int(hit["y"]))
        if hit
        else (title, [], None)
    )


def title_end(title: str) -> tuple[str, list[Organisation], int | None]:
    """Return a German title without the societies and the year it ends with ("Intertrigo DDG 2022"), and both."""
    short = title.rpartition(" ")[2][1:2].isupper()
    if not (short or title[-4:].isdecimal()):
        return title, [], None
    dated = _LAST_YEAR.search(title)
    if _ENGLISH.search(title):
        own = dated is None or _ENGLISH.match(dated["before"]) or _DATED_WORD.match(dated["before"])
        if dated is None or own or title.startswith("Empfehlung"):
            return title, [], None
        return title[:-_YEAR_AND_BLANK], [], int(dated["y"])
    year = int(dated["y"]) if dated and not _DATED_WORD.match(dated["before"]) else None
    title = title[:-_YEAR_AND_BLANK] if year else title
    last = _LAST_WORD.search(title)
    names = re.split(r" ?/ ?", last["who"]) if last else []
    if last is None or not all(is_society(name) and name not in _MEDICINE for name in names):
        return title, [], year
    if _PREPOSITION.search(title[: last.start()]):
        return title, [], year
    return title[: last.start()], list(map(Organisation, names)), year


_YEAR_AND_BLANK = 5


def without_key(before: str, bodies: list[Organisation], rest: tuple[str, ...]) -> list[Organisation]:
    """Return the bodies without what the page calls the guideline in its own list ("LAG – S2k-Leitlinie ...").

    A society's short name stands there as well: it stays where it is known, named again, or the only one.
    """
    key = _KEY.fullmatch(before)
    if key is None or is_society(key["name"]) or key["name"] in " ".join(rest):
        return bodies
    return [body for body in bodies if body.name != key["name"]] or bodies


_KEY = re.compile(r"(?P<name>[A-ZÄÖÜ]{2,8}) [–—] ?")


def once(bodies: list[Organisation]) -> list[Organisation]:
    """Return the bodies without a short name beside the whole name that its letters stand for ("DGN")."""
    if len(bodies) == 1:
        return bodies
    names = [body.name for body in bodies]
    return [body for body in bodies if not any(stands_for(body.name, name) for name in names if name != body.name)]


def stands_for(short: str, name: str) -> bool:
    """Say whether a short name is one of a longer name: its letters, in brackets behind it, or its first word.

    Its letters are the first ones of the words, and may be more of them ("DGEM", "... für Ernährungsmedizin").
    """
    if f"({short})" in name or name.lower().startswith(f"{short.lower()} ") or _SPELLED_OUT.get(name) == short:
        return True
    if " " not in name or " " in short:
        return False
    words = [word for word in _WORDS.split(name) if word and word not in _SMALL_WORDS]
    left = iter(short)
    rest = iter("".join(words).lower())
    return all(word[0] in left for word in words) and all(sign in rest for sign in short.lower())


_WORDS = re.compile(r"[ -]")
_SPELLED_OUT = {
    "National Institute for Health and Care Excellence": "NICE",
    "National Institute for Health and Clinical Excellence": "NICE",
    "US Preventive Services Task Force": "USPSTF",
}
"""Names whose short name has fewer letters than they have words."""


def bare_publisher(text: str) -> str:
    """Return the name of a publisher without the words before it ("Leitlinie der ...", "Hrsg. ...")."""
    return trim(_PUBLISHER.sub("", trim(text)))


def bodies_around(title: str) -> tuple[str, list[Organisation]]:
    """Return the title and the societies printed around it: "DEGAM-Leitlinie Nr. 11: ...", "..., DGN und DMKG"."""
    bodies: list[Organisation] = []
    label = _OWN_LABEL.match(title) or (_MIXED_LABEL.match(title) if "/" in title else None)
    who = (label["who"] or label["w2"]) if label else ""
    makers = _SLASH.split(who)
    known = [name for name in makers if is_society(name) or is_known_body(name)]
    if label and who and known and all(is_short_name(name) or name in known for name in makers):
        bodies, title = list(map(Organisation, makers)), title[label.end() :]
    lead = _LEAD_OF.match(title)
    if lead and (looks_like_body(lead["who"]) or all(map(is_society, _BETWEEN.split(lead["who"])))):
        bodies, title = list(split_bodies(lead["who"])), title[lead.end() :]
    behind = _LABEL_BEHIND.search(title)
    if behind and is_society(behind["who"]):
        bodies, title = [Organisation(behind["who"])], title[: behind.start()]
    pieces = split_outside_brackets(title) if ", " in title else [title]
    edited = next((place for place in range(1, len(pieces)) if _is_edited(pieces[place])), 0)
    if edited:
        bodies, pieces = [*bodies, *split_bodies(pieces[edited])], pieces[:edited]
    while len(pieces) > 1 and _all_societies(pieces[-1]):
        bodies = [*split_bodies(re.sub(r" und (?=[A-ZÄÖÜ]{2})", ", ", bare_publisher(pieces.pop()))), *bodies]
    dashed = _DASHED.search(pieces[-1])
    names = _SLASH.split(dashed["who"]) if dashed else []
    if dashed and all(map(is_society, names)):
        bodies, pieces = [*bodies, *map(Organisation, names)], [*pieces[:-1], pieces[-1][: dashed.start()]]
    pieces, named_last = _named_last(pieces)
    bodies = [*bodies, *named_last]
    title = ", ".join(pieces)
    of = _BODY_BEHIND.search(title)
    names = _BETWEEN.split(of["who"].replace(" der ", " ")) if of else []
    if of and all(map(is_society, names)):
        left = title if _GENERIC.fullmatch(title[: of.start()]) else title[: of.start()]
        return left, [*map(Organisation, names), *bodies]
    named = _NAME_BEHIND.search(title)
    if named and looks_like_body(named["who"]):
        return title[: named.start()], [*split_bodies(named["who"]), *bodies]
    return title, bodies


def _named_last(pieces: list[str]) -> tuple[list[str], tuple[Organisation, ...]]:
    """Return the pieces of a title without the organisation that its last ones name in full, and this."""
    for start in range(1, len(pieces)):
        tail = ", ".join(pieces[start:])
        bare = bare_publisher(tail)
        name, bracket, _ = bare.partition(" (")
        english = _ENGLISH_NAME.fullmatch(name) and _ENGLISH_TITLE.search(pieces[0])
        if is_named_body(name) or ((bracket or bare != tail or english) and is_known_body(name)):
            return pieces[:start], split_bodies(bare)
    return pieces, ()


_ENGLISH_NAME = re.compile(r"[A-Z]\w+(?: (?:[A-Z]\w+|of|for|and|on|in)){1,9}")
_ENGLISH_TITLE = re.compile(r"[Gg]uid(?:eline|ance)|[Pp]athway|[Ff]ramework|[Rr]ecommendations|[Ss]tandards? of")
"""An English title, in which no topic is written like a name."""


def _is_edited(piece: str) -> bool:
    """Say whether a piece behind the title is a publisher that says so ("... (Hrsg.)")."""
    return piece.endswith((" (Hrsg.)", " (Hrsg)")) and looks_like_body(piece)


def _all_societies(piece: str) -> bool:
    name, bracket, _ = piece.partition(" (")
    names = re.split(r" und | ?/ ?| am | beim ", name)
    return (
        (any(map(is_society, names)) and all(map(is_short_name, names)))
        or all(map(is_society, names))
        or (" " in name and is_short_name(name))
        or bool(bracket and "," in piece and looks_like_body(name))
    )
