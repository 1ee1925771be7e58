"""People that stand behind their title, or between it and its journal."""

import re

from citations.references.cleaning import BREAK, LINE_END
from citations.references.people import People
from citations.references.person_names import BEHIND, ET_AL, SHORT_FAMILY, UP, is_topic, names_in_row


def people_behind(title: str) -> tuple[str, People] | None:
    """Return the title and the people printed behind it ("Title. A Smith and B Jones"), None where none stand there."""
    for place in reversed([hit.end() for hit in _TITLE_END.finditer(title)][-_LAST_ENDS:]):
        rest = title[place:].strip(" .")
        for pattern in BEHIND:
            names, end = names_in_row(rest, pattern)
            et_al = ET_AL.match(rest, end) if names else None
            if names and (et_al.end() if et_al else end) == len(rest) and not is_topic(names[0]):
                return title[:place].rstrip(f" .,;–{BREAK}"), People(
                    tuple(names), bool(et_al), False, "", end, closed=True
                )
    return None


def people_between(text: str) -> tuple[str, People, str] | None:
    """Return title, people and journal where the people stand between both ("Title / A Smith and others / Gut").

    They have a line or a part between slashes of their own, or "and others" ends them; None where neither is so.
    """
    text = text.replace(" / ", LINE_END) if text.count(" / ") == _TWO_SIGNS else text
    title, *lines = (part.strip(f" .,;{BREAK}") for part in text.split(LINE_END, _MOST_LINES))
    if len(lines) == _TWO_SIGNS and all((title, *lines)):
        found = people_behind(f"{title}{LINE_END}{lines[0]}")
        return (title, found[1], lines[1]) if found else None
    place = text.find(_OTHERS)
    hit = _BEFORE_OTHERS.search(text[max(0, place - _LONGEST_LIST) : place]) if place > 0 else None
    end = place - len(hit.group()) if hit else 0
    title, journal = text[:end].rstrip(f" .,;–{BREAK}"), text[place + len(_OTHERS) :].strip(f" .,;/–{BREAK}")
    if hit is None or not title or not journal:
        return None
    names, _ = names_in_row(hit.group(), BEHIND[0])
    return title, People(tuple(names), et_al=True, editors=False, group="", end=place, closed=True), journal


_OTHERS = " and others"
_LONGEST_LIST = 200
_INITIALS_AND_NAME = rf"[{UP}]{{1,3}} {SHORT_FAMILY}"
_BEFORE_OTHERS = re.compile(
    rf"(?<![^\s.{BREAK}])(?:{_INITIALS_AND_NAME}(?:, (?:and )?| and )){{0,9}}{_INITIALS_AND_NAME},?$"
)
_TITLE_END = re.compile(rf"[.?!:–] (?=[{UP}])|{BREAK}+ ?")
_LAST_ENDS = 4
_TWO_SIGNS = 2
"""So many slashes, or lines below the title, part title, people and journal."""
_MOST_LINES = 3
