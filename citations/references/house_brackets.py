"""Two pieces that several lines share: the organisations before a colon and the bracket of dates at the end (4.1)."""

import re

from citations.records import Organisation

_DATES = re.compile(
    r"(?:Stand (?P<m>0[1-9]|1[0-2])/(?P<y>\d{4}))?(?P<comma>, )?"
    r"(?:aufgerufen am (?P<d>\d{2})\.(?P<am>0[1-9]|1[0-2])\.(?P<ay>\d{4}))?"
)
_SIGN = re.compile(r"[()]|, ")


def split_dates(line: str) -> tuple[str, str, str] | None:
    """Return (body, stand, accessed) of a line of the house style, None where it does not end as one (domain 4.1).

    Both dates are partial ISO, "" where not printed.
    """
    if not line.endswith("."):
        return None
    opening = max(line.rfind(" (Stand "), line.rfind(" (aufgerufen am "))
    if opening < 0 or not line.endswith(")."):
        return line[:-1], "", ""
    match = _DATES.fullmatch(line, opening + 2, len(line) - 2)
    if match is None or bool(match["comma"]) != bool(match["y"] and match["ay"]):
        return None
    stand = f"{match['y']}-{match['m']}" if match["y"] else ""
    accessed = f"{match['ay']}-{match['am']}-{match['d']}" if match["ay"] else ""
    return line[:opening], stand, accessed


def split_outside_brackets(text: str) -> list[str]:
    """Return the parts of ``text`` between the commas that stand outside round brackets."""
    if "(" not in text:
        return [part for part in text.split(", ") if part]
    parts, depth, start = [], 0, 0
    for sign in _SIGN.finditer(text):
        if sign.group() in "()":
            depth = max(0, depth + (1 if sign.group() == "(" else -1))
        elif depth == 0:
            parts.append(text[start : sign.start()])
            start = sign.end()
    return [part for part in (*parts, text[start:]) if part]


def organisation(text: str) -> Organisation:
    """Return one organisation; its bracket holds an abbreviation or, with a comma or blank inside, its members."""
    name, opening, rest = text.partition(" (")
    if not opening or not rest.endswith(")") or not name:
        return Organisation(text)
    inside = rest[:-1]
    if "(" in inside or ")" in inside:
        return Organisation(text)
    members = tuple(inside.split(", "))
    return Organisation(name, members, members=len(members) > 1 or " " in inside)


def organisations(text: str) -> tuple[Organisation, ...]:
    """Return the organisations of the printed list, split at commas outside brackets only (domain 4.1, ``orgs``)."""
    return tuple(organisation(part) for part in split_outside_brackets(text))
