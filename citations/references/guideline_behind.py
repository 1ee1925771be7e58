"""What stands behind the title of a guideline: societies, publisher, journal, series, year and pages."""

import re

from citations.records import Organisation
from citations.references.bodies import is_named_body, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.guideline_bodies import bare_publisher, once, stands_for
from citations.references.guideline_parts import Parts
from citations.references.houses import house_of_name
from citations.references.journals import is_journal
from citations.references.lines import Peeled
from citations.references.locators import find_tail
from citations.references.publishers import imprint_of, is_publisher
from citations.references.segments import trim
from citations.references.signs import has_any
from citations.references.title_bodies import bodies_in_title

_NICE = re.compile(
    r"(?P<c>NICE guideline(?: \[[A-Z]{2}\d+\]| (?:[A-Z]{2})?\d+)?"
    r"|NICE clinical guideline(?: \[?[A-Z]{2}\d+\]?)|Clinical guideline(?: \[[A-Z]{2}\d+\])"
    r"|(?:Green-top|Practice|Clinical|SIGN|BSH) (?:guideline|publication) (?:No\.? ?)?\d+\w?)\.?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^[A-Z][\w .-]{1,30}(?: \([^()]+\))?: [^.;:]{2,60}$")
_OWN_LABEL = re.compile(r"[- ]Leitlinie(?: Nr\.? ?\d{1,3})?$")
_BRACKETED = re.compile(r"\([^()]{2,60}\)")
_NOISE = re.compile(
    r"^(?:\(?(?:abgelaufen|in Überarbeitung|wird überarbeitet"
    r"|Konsultationsfassung)\)?|NVL|Current .*|Stand|o\. ?D\.|Text|PDF|Link|Online|Volltext)$",
    re.IGNORECASE,
)


def with_rest(
    rest: tuple[str, ...], bodies: list[Organisation], container: str, *, by_people: bool
) -> tuple[list[Organisation], str]:
    """Return bodies and container with what the parts behind the title add; people print in journals only."""
    for part in rest:
        bodies, container = _rest(part, bodies, container)
    journals = (part for part in rest if by_people and is_journal(part) and not looks_like_body(part))
    return bodies, container or next(journals, "")


def all_bodies(bodies: list[Organisation], title: str, rest: tuple[str, ...]) -> list[Organisation]:
    """Return the bodies with those that the title names, or the one of the imprint where there is no other."""
    inside = bodies_in_title(title) if not bodies or "ESMO" in title else ()
    said = {sign for body in bodies for sign in (body.name, *body.bracket)}
    bodies = [*bodies, *(body for body in inside if body.name not in said)]
    published = _in_imprint(rest)
    return once(published if not bodies or _spelled_out(bodies, published) else bodies)


def year_at_end(parts: Parts, peeled: Peeled) -> int | None:
    """Return the year that title or imprint end with ("... Cancer 2023") where the line says no other date."""
    dated = (part for part in parts.rest if _PLACE.match(part) or is_journal(part))
    ends = () if peeled.stand else (parts.title, *dated)
    return next((int(hit["y"]) for end in ends if (hit := _LAST_YEAR.search(end))), None)


_PAGE_SIGNS = ("Seite", " S.", " p.", " pp.")
_PAGES = re.compile(
    rf"[\w,;.){BREAK}] (?:Seiten?|S\.|pp?\.) ?"
    rf"(?P<p>\d{{1,4}}(?: ?[–-] ?\d{{1,4}})?)(?: ?ff?\.?)?[\s.){BREAK}]*$"
)
_LAST_YEAR = re.compile(r"[a-zäöüß)][ —](?P<y>(?:19|20)\d\d)$")


def _rest(part: str, bodies: list[Organisation], container: str) -> tuple[list[Organisation], str]:
    """Return bodies and container with what one part behind the title adds to them."""
    plain = _OWN_LABEL.sub("", bare_publisher(part[1:-1] if _BRACKETED.fullmatch(part) else part))
    nice = _NICE.fullmatch(part.rstrip("."))
    if nice:
        return bodies, part.rstrip(".")
    if _NOISE.match(part) or not plain or (plain == trim(part) and (_PLACE.match(part) or imprint_of(part))):
        return bodies, container
    tail = find_tail(part)
    dated = trim(part[: tail.start]) if tail and tail.year else ""
    if is_named_body(dated):
        plain = dated
    elif tail and not container and tail.year and is_journal(trim(part[: tail.start])):
        return bodies, trim(part[: tail.start])
    if is_publisher(plain):
        return bodies, container
    known = {body.name for body in bodies} | {sign for body in bodies for sign in body.bracket}
    if len(plain) > _ROMAN and looks_like_body(plain) and not _SENTENCE.search(plain) and plain not in known:
        bodies = [*bodies, *(body for body in split_bodies(plain) if body.name not in known)]
    return bodies, container


_SENTENCE = re.compile(r"(?:^[A-Z][a-z]+s|\b(?:is|are|was|were)) (?:[\w()-]+ ){2,12}[a-z]{4,}$")
"""What an English sentence has and no name: a verb, and a word in small letters at its end."""
_ROMAN = 2
"""So long are the grades ("IB", "II") that look like a society's short name."""


def _spelled_out(bodies: list[Organisation], published: list[Organisation]) -> bool:
    """Say whether the publisher is the one body of a title with its whole name ("WHO", "World Health Organization")."""
    houses = {house_of_name(body.name) for body in (*bodies, *published)}
    if len(bodies) != 1 or not bodies[0].name.isupper() or not published:
        return False
    if stands_for(bodies[0].name, published[0].name):
        return True
    return len(houses) == 1 and None not in houses and " " in published[0].name


def _in_imprint(parts: tuple[str, ...]) -> list[Organisation]:
    """Return the society that publishes a guideline which names no other ("Edinburgh: Scottish ... Network; 2019")."""
    publishers = (part.partition(": ")[2] for part in parts if _PLACE.match(part) or imprint_of(part))
    return [Organisation(name) for name in publishers if looks_like_body(name)][:1]


def cut_pages(text: str) -> tuple[str, str]:
    """Return the pages that a line ends with ("..., S. 44"), "" where it names none, and the line without them."""
    pages = _PAGES.search(text) if has_any(_PAGE_SIGNS, text) else None
    return (pages["p"], f"{text[: pages.start() + 1]}{BREAK}") if pages else ("", text)
