"""Whose a page is: the organisation before, behind or around its title, spelled out, in its imprint."""

import re
from dataclasses import replace

from citations.records import Organisation
from citations.references.bodies import (
    alone,
    is_abbreviation,
    is_known_body,
    is_named_body,
    is_portal,
    is_short_name,
    is_society,
    looks_like_body,
    split_bodies,
)
from citations.references.body_names import has_head
from citations.references.houses import find_houses, is_house_name
from citations.references.publishers import is_place
from citations.references.segments import trim

_ACRONYM_LENGTH = 8
_LAST_BODY = re.compile(r"(?P<title>.{3,200}), (?P<who>[^,;:.]{2,120}(?: e\. ?V)?\.?)")
_SITE_PART = re.compile(r"(?:[\w-]{2,40}\.){1,3}(?:de|org|com|net|info|eu|ch|at)(?: \([^()]{2,20}\))?", re.IGNORECASE)
"""A site as a part of its own, with its house in brackets."""
_IMPRINT = re.compile(r"[A-ZÄÖÜ][\w .,-]{1,30}(?: \([^()]+\))?: (?P<who>[^.;:]{2,80})")
_NETWORK = re.compile(r"\w{3,20}netz(?:werk)? [A-ZÄÖÜ][\w -]{2,40}$")
"""A network that a list names without any page of it."""
_TITLE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+")
_FIELD = re.compile(r"(?:ie|ik|medizin|kunde|krankheiten|störungen|forschung|pflege|wissenschaften)\b| und |^[a-z]")
"""What the name of a society goes on with behind a comma ("..., Kopf- und Hals-Chirurgie")."""
_QUOTED = re.compile(
    r"(?P<title>[^,„“\"]{0,60}[„“\"][^„“”\"]{3,200}[“”\"])(?:, | (?:der|des|vom|von) )(?P<who>[^„“”\"]{3,200})"
)
_UNTITLED = re.compile(r"\s*[–—-] (?:[\w-]*[Pp]ortal|Website) .*$")


def with_publisher(bodies: tuple[Organisation, ...], parts: list[str]) -> tuple[Organisation, ...]:
    """Return the organisations of a page, and the one of its imprint ("Bonn: BZgA") where that is another."""
    others = [part for part in parts[1:] if not part.startswith("In: ")]
    imprint = next((hit for part in others if (hit := _IMPRINT.fullmatch(part))), None)
    if imprint and looks_like_body(imprint["who"]) and (not bodies or _is_another(imprint["who"], bodies)):
        return (*bodies, *split_bodies(imprint["who"]))
    return bodies


def spelled_out(bodies: tuple[Organisation, ...], parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return bodies and parts where a short name leads a line and the whole one stands behind its title."""
    if not parts or not bodies or not all(is_short_name(body.name) for body in bodies):
        return bodies, parts
    last = _LAST_BODY.fullmatch(parts[0])
    if last and _is_whole(last["who"]):
        return split_bodies(last["who"]), [last["title"], *parts[1:]]
    if last and is_house_name(last["who"]):  # "Robert Koch-Institut – Scharlach, RKI"
        return bodies, [last["title"], *parts[1:]]
    whole = next(filter(_is_whole, parts[1:]), "")
    return (split_bodies(whole), [part for part in parts if part != whole]) if whole else (bodies, parts)


def without_place(bodies: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
    """Return the bodies without the place that an imprint prints behind the last ("World Health ..., Geneva")."""
    name, comma, place = bodies[-1].name.rpartition(", ") if bodies else ("", "", "")
    return (*bodies[:-1], replace(bodies[-1], name=name)) if comma and is_place(place) else bodies


def _is_whole(name: str) -> bool:
    """Say whether a name of several words is a body's."""
    return is_named_body(name) or is_known_body(name) or (" " in name and name.endswith(("e. V", "e. V.", "e.V.")))


def one_name(name: str, parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return organisations and rest of a line that begins with one word and a colon: a site's name, or a topic."""
    if looks_like_body(name) or not parts:
        return (Organisation(name),), parts
    last = _LAST_BODY.fullmatch(parts[0])
    if last and _is_sure(last["who"]):
        return split_bodies(last["who"]), [f"{name}: {last['title']}", *parts[1:]]
    topic, _, site = parts[0].rpartition(" – ")
    if topic and looks_like_body(site):
        return split_bodies(site), [f"{name}: {topic}", *parts[1:]]
    named = next((part for part in parts[1:] if is_known_body(part)), "")
    if named:
        return split_bodies(named), [f"{name}: {parts[0]}", *(part for part in parts[1:] if part != named)]
    return (Organisation(name),), parts


def _is_another(publisher: str, bodies: tuple[Organisation, ...]) -> bool:
    """Say whether a page's publisher is another body than those who wrote it, and no short name of theirs."""
    return " " in publisher and not any(publisher in body.name or body.name in publisher for body in bodies)


def named_title(name: str) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return the organisation and the title that follows it without a stop ("...ministerium Nationaler Krebsplan")."""
    body, comma, topic = name.rpartition(", ")
    if comma and looks_like_body(body) and not looks_like_body(topic) and not _FIELD.search(topic):
        return (Organisation(body),), [topic]
    first, _, rest = name.partition(" ")
    houses = find_houses(name)
    if houses and not houses[0].start and _TITLE.match(behind := name[houses[0].end :].lstrip()):
        return (Organisation(name[: houses[0].end]),), [behind]
    apart = looks_like_body(first) and _TITLE.match(rest)
    return ((Organisation(first),), [rest]) if apart else ((Organisation(name),), [])


def bodies_among(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return the organisations among the parts, around a dash or at the head, and the rest."""
    if not parts:
        return (), []
    if len(parts) == 1 and (_NETWORK.match(parts[0]) or _is_whole_with_short(parts[0])):
        return split_bodies(parts[0]), []
    tool = _TOOL.fullmatch(parts[0])
    if tool:
        return (Organisation(tool["who"]),), [tool["title"], *parts[1:]]
    return _around_dash(parts) or _behind_quotes(parts) or _behind_comma(parts) or _at_head(parts)


def _is_whole_with_short(part: str) -> bool:
    """Say whether a part is a body's whole name, by the short one or the legal form behind it."""
    hit = _WITH_SHORT.fullmatch(part)
    if hit is None or not has_head(hit["who"].partition(" ")[0]):
        return False
    return hit["short"] is None or is_abbreviation(hit["short"], hit["who"])


_WITH_SHORT = re.compile(
    r"(?P<who>[A-ZÄÖÜ][^().:;,–—]{8,120}) (?:\((?P<short>[A-ZÄÖÜ][\w-]{0,8}[A-ZÄÖÜ]\w?)\)|e\. ?V\.?)"
)
_TOOL = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w.-]{2,30}[®™]) [–—-] (?P<title>(?:[Dd]ie|[Dd]er|[Dd]as|[Ee]ine?) (?:\w+ )?"
    r"\w*(?:[Dd]atenbank|[Pp]ortal|[Aa]pp"
    r"|[Rr]echner|[Pp]lattform|[Rr]egister|[Vv]erzeichnis|[Nn]achschlagewerk|[Ss]oftware|[Ss]uchmaschine)\b.*)"
)
"""A service on the net by its mark, and what it says of itself ("Onkodat® – das Portal für ...")."""
_INDEX = re.compile(
    r"(?P<title>[A-ZÄÖÜ][\w-]*(?:[Ii]ndex|[Dd]atenbank|[Aa]tlas|[Kk]atalog|[Mm]onitor|[Tt]abelle|[Vv]erzeichnis))"
    r" (?:im|am|beim|der|des) (?P<who>.{5,160})"
)


def cut_index(bodies: tuple[Organisation, ...]) -> tuple[str, tuple[Organisation, ...]]:
    """Return the list that a body keeps, read as a part of its name ("Heilindex im Institut ..."), and the body."""
    hit = _INDEX.fullmatch(bodies[0].name) if bodies else None
    if hit is None or not looks_like_body(hit["who"]):
        return "", bodies
    return hit["title"], (replace(bodies[0], name=hit["who"]), *bodies[1:])


def named_by_site(title: str, url: str) -> tuple[str, str]:
    """Return the maker that a title begins with and whose site the address is, and the title; "" for none.

    "Möllner, Wundauflagen — moellner.com": nothing but the site's name tells the firm from a topic.
    """
    hit = _LEADING_NAME.match(title)
    if hit is None or _site(url) not in _spelled(hit["who"]) or _ILLNESS.search(hit["who"]):
        return "", title
    return hit["who"], title[hit.end() :]


_LEADING_NAME = re.compile(r"(?P<who>[A-ZÄÖÜ][\w&-]{2,24}(?: [A-ZÄÖÜ][\w&-]{2,24}){0,2})(?:,|:| [–—]) (?=[A-ZÄÖÜ„])")
_ILLNESS = re.compile(
    r"(?:itis|ose|osis|ismus|en|[eo]m|[eo]ma|krebs|krankheit|[st]ion|akne|rheuma|asthma|betes|schmerz|gicht|fieber"
    r"|sucht|demenz|infarkt|allergie|psyche|migräne|impfung|ernährung|herz|lunge|niere|darm|haut|leber)$",
    re.IGNORECASE,
)
"""How illnesses and organs end, after which sites are named as well."""
_PAIR = 2
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", " ": "", "-": "", "&": ""})
_LONG = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", " ": "", "-": "", "&": "und"})


def firm_of_two(names: tuple[str, ...], url: str) -> str:
    """Return the firm whose two names were read as people's where the address is its site, "" for people."""
    if len(names) != _PAIR:
        return ""
    joined = {"".join(spelled) for spelled in zip(*map(_spelled, names), strict=True)}
    return " & ".join(names) if _site(url) in joined else ""


def _site(url: str) -> str:
    """Return the name of a site, without what stands before and behind it in an address ("rki" for "www.rki.de/x")."""
    labels = (url.partition("://")[2] or url).partition("/")[0].lower().replace("-", "").split(".")
    return labels[-2] if len(labels) > 1 else ""


def _spelled(name: str) -> tuple[str, str]:
    """Return how a name may be spelled in an address."""
    return name.lower().translate(_PLAIN), name.lower().translate(_LONG)


def _around_dash(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]] | None:
    """Return organisations and rest where a dash parts them in the first part, None where none does."""
    first = parts[0]
    left, dash, right = re.sub(r" [—|-] ", " – ", first).partition(" – ")
    if dash and looks_like_body(right) and (not looks_like_body(left) or len(parts) > 1):
        known = _UNTITLED.search(first)
        return (split_bodies(left), parts[1:]) if known else (split_bodies(right), [left, *parts[1:]])
    return (split_bodies(left), [trim(right), *parts[1:]]) if dash and looks_like_body(left) else None


def _behind_quotes(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]] | None:
    """Return the organisations behind a title in quotation marks ("Information „Akne“, BÄK, KBV"), None for others."""
    quoted = _QUOTED.fullmatch(parts[0])
    if quoted is None or not all(map(looks_like_body, quoted["who"].split(", "))):
        return None
    return split_bodies(quoted["who"]), [quoted["title"], *parts[1:]]


def _behind_comma(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]] | None:
    """Return the known organisation that ends the first part ("Hormone und Risiken, BfArM"), None for others."""
    last = _LAST_BODY.fullmatch(parts[0])
    if last is None or _is_listed(last["title"]):
        return None
    return (split_bodies(last["who"]), [last["title"], *parts[1:]]) if _is_sure(last["who"]) else None


def _is_listed(title: str) -> bool:
    """Say whether what stands before the last comma is a body too, and no disease ("FSME (Hirnhautentzündung)")."""
    short = title.partition(" (")[0]
    topic = title.endswith(")") and is_short_name(short) and not (is_society(short) or is_house_name(short))
    return looks_like_body(title) and not topic


def _is_sure(who: str) -> bool:
    """Say whether a text is an organisation's name and no topic."""
    who = alone(who)
    return is_house_name(who) or is_portal(who) or is_named_body(who) or is_known_body(who)


def _is_behind(part: str) -> bool:
    """Say whether a part behind a title is surely an organisation, or a site; its place may stand behind it."""
    name, comma, place = part.rpartition(", ")
    if is_short_name(part) or (comma and is_place(place) and is_short_name(name)):
        return True
    return bool(is_named_body(part) or is_house_name(part) or is_known_body(part) or _SITE_PART.fullmatch(part))


def _at_head(parts: list[str]) -> tuple[tuple[Organisation, ...], list[str]]:
    """Return organisations and rest where the first part is one, or begins with a known house or a head noun."""
    first = parts[0]
    if len(parts) > 1 and looks_like_body(first):
        return split_bodies(first), parts[1:]
    word, _, rest = first.partition(" ")
    if (
        rest[:1].isupper()
        and looks_like_body(word)
        and not rest.startswith("Deutschland")
        and len(word) > _ACRONYM_LENGTH
    ):
        return split_bodies(word), [rest, *parts[1:]]
    behind = next(filter(_is_behind, parts[1:]), "")
    if behind:
        who, comma, place = behind.rpartition(", ")
        return split_bodies(who if comma and is_place(place) else behind), [part for part in parts if part != behind]
    name, comma, title = first.partition(", ")
    if comma and title[:1].isupper() and is_known_body(name) and not looks_like_body(title) and " für " not in name:
        return split_bodies(name), [title, *parts[1:]]
    houses = find_houses(first)
    if houses and houses[0].start == 0 and not houses[0].by_address and rest and first[houses[0].end :][:1] != "-":
        end = houses[0].end
        return split_bodies(first[:end]), [trim(first[end:]), *parts[1:]] if trim(first[end:]) else parts[1:]
    return (), parts
