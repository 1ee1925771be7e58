"""The societies printed around a guideline's title: "DEGAM-Leitlinie Nr. 11: ...", "... der DGVS", "..., DGN"."""

import re

from citations.records import Organisation
from citations.references.bodies import is_short_name, is_society, looks_like_body, split_bodies
from citations.references.house_brackets import split_outside_brackets
from citations.references.segments import trim

_PUBLISHER = re.compile(
    r"^(?:(?:Onkopedia[- ])?Leitlinien? (?:der|des|von)|Empfehlung(?:en)? (?:der|des)"
    r"|Herausgeber(?:in)?(?:schaft)?|Hrsg\.?"
    r"|herausgegeben von|Federführung|Federführende"
    r" Fachgesellschaft(?:en)?|im Auftrag (?:der|des)|von der|der|des)[: ]+",
    re.IGNORECASE,
)
_OWN_LABEL = re.compile(
    r"^(?P<who>[A-ZÄÖÜ][A-Za-zÄÖÜ]{2,8})[- ](?:Leitlinien?|Empfehlung(?:en)?(?=:))(?: (?:Nr|No)\. ?\d{1,3})?(?::| bei:?"
    r"| im Portal|(?= [„“»\"A-ZÄÖÜ])) ?(?=\S)|^(?P<w2>[A-ZÄÖÜ][A-Za-zÄÖÜ]{2,8})-Leitlinie$"
)
_LEAD_OF = re.compile(
    r"^(?:(?:Gemeinsame|Interdisziplinäre|Evidenzbasierte|Aktualisierte) )?Leitlinien? (?:von|der"
    r"|des) (?P<who>[^:]{2,150}?)(?:: |(?<!esellschaft) (?:zur|zum) (?=[A-ZÄÖÜ]))"
)
_LABEL_BEHIND = re.compile(r",? (?P<who>[A-ZÄÖÜ]{3,8})[- ]Leitlinie$")
_SHORT = r"[A-ZÄÖÜ][A-Za-zÄÖÜ-]{2,9}"
_BODY_BEHIND = re.compile(rf" (?:der|des|von der) (?P<who>{_SHORT}(?:(?:, | und | & |/)(?:der )?{_SHORT}){{0,5}})$")
_BETWEEN = re.compile(r", | und | & |/")
_NAME_BEHIND = re.compile(
    r" (?:der|von der) (?P<who>(?:Deutschen|Österreichischen|Schweizerischen) Gesellschaft [^;:]{6,160}"
    r"|(?:Deutschen|Österreichischen|Schweizerischen|European|American) [^,;:]{6,120})$"
)
_GENERIC = re.compile(r"\w*(?:[Ee]mpfehlung(?:en)?|[Ll]eitlinien?|[Ss]tellungnahme|[Ss]tandards?)")
"""A word that is no title without its society ("Konsensusempfehlungen der DGI")."""
_ENGLISH = re.compile(
    r"guideline|recommendation|strategy|standards of|report|statement|consensus|campaign|^Empfehlung", re.IGNORECASE
)
_LAST_YEAR = re.compile(r"(?P<before>[\w)“”\"]+) (?P<y>(?:19|20)\d\d)$")
_DATED_WORD = re.compile(
    r"(?:Update|Version|Stand|Aktualisierung|Auflage|Jahr|seit|ab|bis|von|vom|und|in|im|für|der|\w*[Ll]eitlinien?)$"
)
"""Words that a year belongs to: it stays in the title with them."""
_LAST_WORD = re.compile(r"(?<![,–-]) (?P<who>[A-ZÄÖÜ][\w-]{1,9}(?: ?/ ?[A-ZÄÖÜ][\w-]{1,9}){0,3})$")
_PREPOSITION = re.compile(
    r"\b(?:der|die|das|des|dem|den|von|vom|nach|für|mit|bei|und|zu[rm]?|im|in|am|an|auf|über|unter|ohne|per)$"
)
_MEDICINE = frozenset(("PEG", "SGA", "SGLT", "SGB", "ACR"))
"""Words of medicine that look like a society's short name where a title ends with them."""
_SMALL_WORDS = frozenset(("für", "und", "der", "des", "in", "of", "for", "the", "and"))


def title_end(title: str) -> tuple[str, list[Organisation], int | None]:
    """Return a German title without the societies and the year it ends with ("Intertrigo DDG 2022"), and both."""
    short = title.rpartition(" ")[2][1:2].isupper()
    if not (short or title[-4:].isdecimal()) or _ENGLISH.search(title):
        return title, [], None
    dated = _LAST_YEAR.search(title)
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
    whole = {_initials(body.name) for body in bodies if " " in body.name}
    names = [body.name for body in bodies]
    return [body for body in bodies if body.name not in whole and not any(_holds(name, body.name) for name in names)]


def _holds(name: str, short: str) -> bool:
    """Say whether a longer name has a short one in brackets or begins with it ("EBCP Guidelines Committees")."""
    return f"({short})" in name or name.startswith(f"{short} ")


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[ -]", name) if word and word not in _SMALL_WORDS)


def bare_publisher(text: str) -> str:
    """Return the name of a publisher without the words before it ("Leitlinie der ...", "Hrsg. ...")."""
    return trim(_PUBLISHER.sub("", trim(text)))


def bodies_around(title: str) -> tuple[str, list[Organisation]]:
    """Return the title and the societies printed around it: "DEGAM-Leitlinie Nr. 11: ...", "..., DGN und DMKG"."""
    bodies: list[Organisation] = []
    label = _OWN_LABEL.match(title)
    who = (label["who"] or label["w2"]) if label else ""
    if label and who and is_society(who):
        bodies, title = [Organisation(who)], title[label.end() :]
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
        bodies = [*split_bodies(re.sub(r" und (?=[A-ZÄÖÜ]{2})", ", ", pieces.pop())), *bodies]
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


def _is_edited(piece: str) -> bool:
    """Say whether a piece behind the title is a publisher that says so ("... (Hrsg.)")."""
    return piece.endswith((" (Hrsg.)", " (Hrsg)")) and looks_like_body(piece)


def _all_societies(piece: str) -> bool:
    name, bracket, _ = piece.partition(" (")
    names = re.split(r" und | ?/ ?| am | beim ", name)
    return (
        (any(map(is_society, names)) and all(map(is_short_name, names)))
        or all(map(is_society, names))
        or bool(bracket and "," in piece and looks_like_body(name))
    )
