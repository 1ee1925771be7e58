"""The societies printed around a guideline's title: "DEGAM-Leitlinie Nr. 11: ...", "... der DGVS", "..., DGN"."""

import re

from citations.records import Organisation
from citations.references.bodies import is_society, looks_like_body, split_bodies
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
    r"^(?P<who>[A-ZÄÖÜ][A-Za-zÄÖÜ]{2,8})[- ]Leitlinien?(?: (?:Nr|No)\. ?\d{1,3})?(?::| bei:?"
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
        return title[: of.start()], [*map(Organisation, names), *bodies]
    named = _NAME_BEHIND.search(title)
    if named and looks_like_body(named["who"]):
        return title[: named.start()], [*split_bodies(named["who"]), *bodies]
    return title, bodies


def _is_edited(piece: str) -> bool:
    """Say whether a piece behind the title is a publisher that says so ("... (Hrsg.)")."""
    return piece.endswith((" (Hrsg.)", " (Hrsg)")) and looks_like_body(piece)


def _all_societies(piece: str) -> bool:
    name, bracket, _ = piece.partition(" (")
    return all(map(is_society, re.split(r" und |/", name))) or bool(bracket and "," in piece and looks_like_body(name))
