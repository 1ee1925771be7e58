"""People that stand behind their title, or between it and its journal."""

import re
from dataclasses import replace

from citations.records import Reference
from citations.references.bodies import looks_like_body
from citations.references.cleaning import BREAK, LINE_END
from citations.references.people import People, read_people
from citations.references.person_names import (
    BEHIND,
    ET_AL,
    NAMES,
    NOUN_END,
    SHORT_FAMILY,
    UP,
    is_given_name,
    is_topic,
    names_in_row,
)


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


def written_by(title: str) -> tuple[str, tuple[str, ...]]:
    """Return a title and the people whom it names as its writers ("Ikterus von Roe A und Doe B"), () where none."""
    for by in list(_BY.finditer(title))[-_LAST_ENDS:]:
        names, end = names_in_row(title, NAMES["vancouver"], by.end())
        if names and title[end:].strip(" )") == "" and not is_topic(names[0]):
            return title[: by.start()], tuple(names)
    return title, ()


def signed_title(title: str) -> tuple[Reference, str]:
    """Return the people in brackets behind a title, and the title; nobody where others stand in brackets there."""
    by = _IN_BRACKETS.search(title) if title.rstrip(" .").endswith(")") else None
    who = read_people(f"{by['who']}: ") if by else None
    if by is None or who is None:
        return Reference(""), title
    return Reference("", authors=who.authors, et_al=who.et_al), title[: by.start()]


_IN_BRACKETS = re.compile(r" \((?P<who>[^()]{3,120}? et al\.?|[^()]{0,60}?[a-zäöüß]{2} [A-Z]{1,3})\)[ .]*$")
"""Who wrote it, in brackets behind the title ("JAMA 2018: Title (Roe et al.)")."""


def signed_book(book: Reference, text: str) -> Reference:
    """Return a book with the people whose whole names end its title or stand beside its edition in brackets.

    "Title, J. Roe, Verlag 2018", "Title (5th Edition, Julia Roe)": by initials or by a known given name.
    """
    if book.kind != "book" or book.authors or book.organisations or ", " not in text:
        return book
    edition = _BESIDE_EDITION.search(text)
    names = _whole_names(edition["who"]) if edition else ()
    if names:
        return replace(book, authors=names)
    title, _, last = book.title.rpartition(", ")
    names = _whole_names(last) if " " in title else ()
    return replace(book, title=title, authors=names) if names else book


def _whole_names(text: str) -> tuple[str, ...]:
    """Return the people that a text is, each with initials or with a known given name first; () for any other text."""
    for style in ("before", "natural"):
        names, end = names_in_row(text, NAMES[style])
        known = style == "before" or all(is_given_name(name.partition(" ")[0]) for name in names)
        if names and end == len(text) and known and not looks_like_body(text):
            return tuple(names)
    return ()


_BESIDE_EDITION = re.compile(rf"\({BREAK}[,;] (?P<who>[^\W\d_][^(){BREAK}]{{4,80}})\)")
_BY = re.compile(r",? \(?(?:von|by) (?=[^\W\d_])")


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
        return (_comma_between(text) or _family_between(text)) if place < 0 else None
    names, _ = names_in_row(hit.group(), BEHIND[0])
    return title, People(tuple(names), et_al=True, editors=False, group="", end=place, closed=True), journal


def _comma_between(text: str) -> tuple[str, People, str] | None:
    """Return title, people and journal of "Study on X, Roe et al., Lancet"; None for others and for people only."""
    hit = _COMMA_BETWEEN.fullmatch(text.rstrip(f" .,;{BREAK}")) if ", " in text and " et al" in text else None
    if hit is None or not _NAMES_STUDY.search(hit["title"]) or is_topic(hit["who"]):
        return None
    people = People((hit["who"],), et_al=True, editors=False, group="", end=0, closed=True)
    return hit["title"], people, hit["journal"]


_COMMA_BETWEEN = re.compile(
    rf"(?P<title>[^,.:;{BREAK}]{{4,200}}), (?P<who>{SHORT_FAMILY}(?: [{UP}]{{1,3}})?),? et al\.?,? "
    rf"(?P<journal>[A-Z][^,:;{BREAK}]{{2,60}})"
)
_NAMES_STUDY = re.compile(
    r"(?:[Tt]rial|[Ss]tud(?:y|ie)|[Mm]eta-?[Aa]nalys[ei]s?|[Rr]eview|[Rr]egister|[Rr]egistry|[Cc]ohort|[Kk]ohorte)(?!\w)"
    r"|(?:ung|heit|keit|tät|therapie|itis|ose|krebs|schmerz)$"
    r"| (?:of|for|after|with|in|on|bei|nach|mit|für|im|als) "
)
"""What a title has and no row of people: the word for a study, the end of a noun, a preposition."""


def _family_between(text: str) -> tuple[str, People, str] | None:
    """Return title, people and journal of "Title. Roe. Gut. 2020", "Title. Roe et al. Gut. 2020"; None for others."""
    parts = text.rstrip(f" .,;{BREAK}").replace(" et al., ", " et al. ", 1).split(". ", _MOST_LINES)
    short = len(parts) == _MOST_LINES and parts[1].count(" ") <= _TWO_SIGNS
    hit = _FAMILY_BETWEEN.fullmatch(". ".join(parts)) if short else None
    names = [name for name in (hit["first"], hit["second"]) if name] if hit else []
    if (
        hit is None
        or read_people(f"{hit['title']}.")
        or looks_like_body(hit["title"])
        or any(_NO_NAME.search(name) or NOUN_END.search(name) or is_topic(name) for name in names)
    ):
        return None
    if hit["al"] is None and any(len(name) > _LONGEST_FAMILY and "-" not in name for name in names):
        return None
    people = People(tuple(names), et_al=hit["al"] is not None, editors=False, group="", end=0, closed=True)
    return hit["title"], people, hit["journal"]


_LONGEST_FAMILY = 12
"""A longer word alone between full stops is rather a subtitle ("Ernährungstipps")."""
_FAMILY_BETWEEN = re.compile(
    rf"(?P<title>[^.:;{BREAK}]{{1,300}} [a-zäöüß]{{2,30}}(?: [^.:;{BREAK}]{{2,90}})?)\. (?P<first>{SHORT_FAMILY})"
    rf"(?: (?:and|und|&) (?P<second>{SHORT_FAMILY}))?"
    rf"(?P<al> et al)?\. (?P<journal>[A-Z][^.:;{BREAK}]{{2,60}})"
)
_NO_NAME = re.compile(
    r"^(?:Editorial|Kommentar|Letter|Reply|Response|Update|Überblick|Erratum|Abstract|Summary|Report|Perspectives?"
    r"|Viewpoint|Essay|Interview|Konsensus|Teil|Fallbericht)$"
    r"|(?:isms|ings?|ents|ures|ions|ics|[ai]ry|iew|ness|cy|gy|phy"
    r"|sis|nces?|ties|ity|ien|ungen|fekte|rten)$"
)
"""What a title ends with behind its full stop, in one word, and no family is called."""
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
