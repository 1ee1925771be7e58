"""Names of people and bodies as other programs write them, in their stored form ("Gronchi A", "Müller, Anna").

Never invents: what does not say which part is which stays as it was written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from citations.records import Organisation
from citations.references.bodies import looks_like_body
from citations.references.house_brackets import organisation

_MORE = re.compile(r"\[?(?:et\.? ?al\.?|u\. ?a\.|others|and others|und andere|\.\.\.|…)\]?", re.IGNORECASE)
_INITIAL = re.compile(r"[^\W\d_]\.?(?:[ -]?[^\W\d_]\.)*|[^\W\d_]\.?(?: [^\W\d_]\.?)+|[^\W\d_]{2,4}")
_JOINED = re.compile(r"[^\W\d_]{1,4}(?:-[^\W\d_])?")
_VANCOUVER = re.compile(r"[^\W\d_][^\d,;:.()]{0,60} [^\W\d_]{1,4}(?:-[^\W\d_])?(?: (?:Jr|Sr|II|III|IV|2nd|3rd))?")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|2nd|3rd|Ph\.?D\.?|M\.?D\.?", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[^\W\d_]\.[ -]?){1,5}")
_DOTTED_LAST = re.compile(r"([^\W\d_][^\d,;:.()&]{0,60}) ((?:[^\W\d_]\.[ -]?){1,5})")
_DOTTED_FIRST = re.compile(
    r"((?:[^\W\d_]\.[ -]?){1,4}) ?"
    r"((?:(?:von|van|vom|de|del|della|der|den|di|da|du|la|le|zu|zur|ter|ten) ){0,3}[^\W\d_][^\W\d_'’-]{1,40})"
)
_JOINT = re.compile(r" (?:&|und|u\.) ")
_AND_MORE = re.compile(r"(?<![\s,])[\s,]++(?:et\.? ?al\b\.?|u\. ?a\.)\s*\Z", re.IGNORECASE)
_FIRM = re.compile(r".*(?:&.*|\w \S+ )(?:AG|GmbH|KG|KGaA|SE|Ltd|Inc|Corp|LLC|plc|e\. ?V)\.?")
_MOST_PARTS = 3
_LONGEST_FIRM = 300
"""Signs of a name up to which its end is looked at."""


@dataclass(frozen=True, slots=True)
class Makers:
    """Who made a source: people in the stored form, bodies, and whether the list goes on."""

    authors: tuple[str, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    group_author: str = ""
    et_al: bool = False


def person(family: str, given: str, suffix: str = "") -> str:
    """Return a person as stored: ``Family II`` for initials, ``Family, Given`` for any other given name."""
    family, given, suffix = family.strip(), given.strip(), suffix.strip(" ,")
    if not family or not given:
        return " ".join(part for part in (family or given, suffix) if part)
    letters = _initials(given)
    if letters and " ".join(family.split()) == family and "," not in family:
        return f"{family} {letters}" + (f" {suffix}" if suffix else "")
    return f"{family}, {given}" + (f" {suffix}" if suffix else "")


def _initials(given: str) -> str:
    """Return "AP" for "A. P." and "A P", "J-P" for "J.-P.", "" for anything but initials."""
    if not given.isupper() or _INITIAL.fullmatch(given) is None:
        return ""
    joined = given.replace(".", "").replace(" ", "")
    return joined if _JOINED.fullmatch(joined) else ""


def named(parts: list[str]) -> str:
    """Return the stored form of the parts between the commas of "Family, Given", also with a suffix in any place."""
    if len(parts) == 1 or not all(parts):
        return _whole(" ".join(" ".join(part for part in parts if part).split()))
    if len(parts) >= _MOST_PARTS and _SUFFIX.fullmatch(parts[1]):
        return person(parts[0], ", ".join(parts[2:]), parts[1])
    if len(parts) == _MOST_PARTS and _SUFFIX.fullmatch(parts[2]):
        return person(*parts)
    return person(parts[0], ", ".join(parts[1:]))


def _whole(name: str) -> str:
    """Return the stored form of "Liu R.-K." and "R. K. Liu", whose dots say what is which; any other name as it is."""
    last = _DOTTED_LAST.fullmatch(name)
    if last:
        return person(last[1], last[2])
    first = _DOTTED_FIRST.fullmatch(name)
    return person(first[2], first[1]) if first else name


def makers(names: Iterable[str]) -> Makers:
    """Return the makers of a list of written names: "Gronchi, A.", "Gronchi A", "World Health Organization," ..."""
    people: list[str] = []
    bodies: list[Organisation] = []
    more = False
    for written in names:
        whole = written.strip()
        short = _AND_MORE.sub("", whole)
        more |= short != whole
        for name in apart(short):
            if is_more(name):
                more = True
            elif is_body(name):
                bodies.append(organisation(name.rstrip(" ,")))
            else:
                people.append(named([part.strip() for part in name.split(",")]))
    return gathered(people, bodies, et_al=more)


def gathered(people: list[str], bodies: list[Organisation], *, et_al: bool) -> Makers:
    """Return the makers; one body beside people is the group they wrote for."""
    people, bodies = [name for name in people if name], [one for one in bodies if one.name]
    if people and len(bodies) == 1 and not bodies[0].bracket:
        return Makers(tuple(people), (), bodies[0].name, et_al)
    return Makers(tuple(people), tuple(bodies), "", et_al)


def is_more(name: str) -> bool:
    """Say whether a name says that the list goes on: "et al.", "others"."""
    return _MORE.fullmatch(name) is not None


def apart(written: str) -> list[str]:
    """Return the names of a field that holds several, told by semicolons, by "&" and "und", or by their initials.

    A list with commas is one of "Meier A, Vogt B", "A. Meier, B. Vogt" or "Meier, A., Vogt, B.". Else it is one name.
    """
    if ";" in written and "(" not in written:
        return [part.strip() for part in written.split(";") if part.strip()]
    if "," not in written and not ("." in written and _JOINT.search(written)):
        return [written] if written else []
    joined = _JOINT.split(written)
    if len(joined) > 1 and all(map(_is_person, joined)):
        return [name for part in joined for name in _by_commas(part)]
    return _by_commas(written)


def _is_person(name: str) -> bool:
    """Say whether a name is one of people for sure: with a given name behind a comma, or with initials."""
    family, _, given = name.partition(",")
    return bool(family.strip() and given.strip(" ,")) or _DOTTED_FIRST.fullmatch(name.strip()) is not None


def _by_commas(written: str) -> list[str]:
    parts = [part.strip() for part in written.split(",") if part.strip()]
    if len(parts) <= 1:
        return [written] if written else []
    if all(map(_is_listed, parts)) or all(_DOTTED_FIRST.fullmatch(part) or is_more(part) for part in parts):
        return parts
    more = [parts.pop()] if is_more(parts[-1]) else []
    pairs = [*zip(parts[::2], parts[1::2], strict=False)]
    if len(pairs) > 1 and len(parts) % 2 == 0 and all(map(_is_pair, pairs)):
        return [*map(", ".join, pairs), *more]
    return [written]


def _is_pair(pair: tuple[str, str]) -> bool:
    return _DOTTED.fullmatch(pair[1]) is not None and _DOTTED.fullmatch(pair[0]) is None


def _is_listed(name: str) -> bool:
    """Say whether a name is one of a list as PubMed prints it: with its initials behind it, or "et al."."""
    return (_VANCOUVER.fullmatch(name) is not None and name.rsplit(" ", 1)[1].isupper()) or is_more(name)


def is_body(name: str) -> bool:
    """Say whether a written name is that of a body: a closing comma says so, else its words."""
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma and not given:
        return True
    if "(" in name and ")" in name and looks_like_body(name.partition(" (")[0]):
        return True
    if comma:
        return (" " in family and looks_like_body(family)) or (" " in given and looks_like_body(given))
    return is_firm(name) or (looks_like_body(name) and not _initialled(name))


def is_firm(name: str) -> bool:
    """Say whether a name ends as firms and registered societies do."""
    return len(name) <= _LONGEST_FIRM and _FIRM.fullmatch(name) is not None


def _initialled(name: str) -> bool:
    return _VANCOUVER.fullmatch(name) is not None and name.rsplit(" ", 1)[1].isupper() and len(name.split()) == 2  # noqa: PLR2004
