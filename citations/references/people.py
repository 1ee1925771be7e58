"""Author lists at the head of a line: Vancouver, APA, dotted initials, bare family names, full names.

Reads people only; organisations are ``bodies.py``.
"""

import re
from dataclasses import dataclass

from citations.references.bodies import is_known_body, looks_like_body
from citations.references.given_names import GIVEN_NAMES
from citations.references.journals import is_journal
from citations.references.person_names import (
    BARE,
    BEGINS,
    ET_AL,
    FAMILY,
    FULL,
    INITIALLED,
    INITIALS_FIRST,
    JOINT,
    NAMES,
    NO_INITIALS_BEHIND,
    NOUN_END,
    OPEN_STYLES,
    SHORT_FAMILY,
    STYLES,
    UP,
    WITH_COMMA,
    WORDS_ONLY,
    is_given_name,
    is_topic,
    is_turned_name,
    names_in_row,
)

_DOT_GOES_ON = re.compile(
    r"\.(?: ?[A-Z]\.(?:[,;]| &| und | and | \()|,? et al|, |;| & | und | and | u\. ?a| \((?:Hrsg|Hg|eds?)\b)"
)
_EDITORS = re.compile(r",? \(?(?:Hrsg|Hg|Hgg|eds?|editors?)\.?\)?\.?(?=[\s:.,;]|$)", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:;|, (?=for the|on behalf|[A-Z][^.,;:\x1e]{3,100} (?:Group|Committee|Collaborators|Investigators"
    r"|Consortium|Network|Panel)[.:])) ?((?:for the |on behalf of (?:the )?)?[^.;:\x1e]{3,120}?)(?=[.:]| \((?:19"
    r"|20)\d\d[a-z]?\))"
)


@dataclass(frozen=True, slots=True)
class People:
    """The people at the head of a line; ``end`` is where the rest begins, ``group`` a group author behind them."""

    authors: tuple[str, ...]
    et_al: bool
    editors: bool
    group: str
    end: int
    closed: bool


def read_people(text: str) -> People | None:
    """Return the author list that ``text`` begins with, None where it begins with something else."""
    if _SHORT_BODY.match(text):
        return None
    listed = _with_initials(text)
    if listed:
        return listed
    full, end = names_in_row(text, FULL) if "," in text[:_LONGEST_FULL] else ([], 0)
    if full and (is_topic(full[0]) or _is_body(full[0])):
        return None
    pair = len(full) == 1 and text[end : end + 1] == ":" and " In: " in text and not is_turned_name(full[0])
    if full and not pair and (len(full) > 1 or _TOLD.match(text, end) or ET_AL.match(text, end)):
        people = _closed(text, full, end)
        if people:
            return people
    return _turned_first(text) or _by_family(text)


def _with_initials(text: str) -> People | None:
    """Return a list in one of the forms that print initials, or of full names that something tells from a title."""
    comma = "," in text[:_LONGEST_FAMILY]
    for style in _may_begin(text):
        if style in WITH_COMMA and not comma:
            continue
        names, end = names_in_row(text, NAMES[style])
        if style == "natural" and len(names) > 1 and NOUN_END.search(names[1].partition(" ")[0]):
            names, end = names[:1], len(names[0])  # "Anna Roe, Versorgung in der Praxis"
        if not names or (style in OPEN_STYLES and not _told(style, names) and not _said_behind(names, text, end)):
            continue
        if style != "mixed" and text[end : end + 2] == ", ":
            names, end = max((names, end), names_in_row(text, NAMES["mixed"]), key=lambda found: len(found[0]))
            names, end = _turned(names, text, end) if style == "apa" else (names, end)
        if style == "vancouver" and _DOT_GOES_ON.match(text, end):
            continue
        if not is_topic(names[0]) and not looks_like_body(names[0]):
            people = _closed(text, names, end)
            if people:
                return people
    return None


def _may_begin(text: str) -> tuple[str, ...]:
    """Return the forms of names that a text can begin with; titles and societies have no initials behind a name."""
    if INITIALLED.match(text):
        return STYLES
    worded = text[1:2].islower() and text[2:3] != "."  # a word, so no initials are first
    if BEGINS.match(text):
        return WORDS_ONLY if worded else NO_INITIALS_BEHIND
    return () if worded else INITIALS_FIRST


def _turned_first(text: str) -> People | None:
    """Return a list of which only the first name is turned ("Roe, Karl, and Jane Doe."), or its one name."""
    first = _INVERTED.match(text) if "," in text[:_LONGEST_FAMILY] else None
    if first is None:
        return None
    joint = JOINT.match(text, first.end())
    more, end = names_in_row(text, NAMES["natural"], joint.end()) if joint else ([], 0)
    quoted = _THEN_QUOTE.match(text, end if more else first.end()) is not None
    if not (is_given_name(first["given"]) or quoted):
        return None
    alone = text.startswith(". ", first.end()) or ET_AL.match(text, first.end()) is not None
    return _closed(text, [first.group(), *more], end if more else first.end()) if more or alone else None


def _by_family(text: str) -> People | None:
    """Return a list of bare family names, told by slashes between them or by what follows the last."""
    slashed = _SLASHED.match(text) if "/" in text[:_LONGEST_FAMILY] else None
    whole = _SLASHED_WHOLE.match(text) if " / " in text[:_LONGEST_FAMILY] else None
    if whole and all(is_given_name(name.split(" ")[0]) for name in whole.group().split(" / ")):
        return _closed(text, whole.group().split(" / "), whole.end())
    joined = [name.strip() for name in slashed.group().split("/")] if slashed else []
    if slashed and not any(looks_like_body(name) or NOUN_END.search(name) for name in joined):
        return _closed(text, joined, slashed.end())
    bare, end = _joined(text) or names_in_row(text, BARE)
    if len(bare) == 1 and text.startswith(": ", end) and begins_with_person(text[end + 2 :]):
        return None  # the name of what the people made ("Glasgow-Skala: Roe A ...")
    people = _closed(text, bare, end) if bare and _short(bare) and not looks_like_body(bare[0]) else None
    if people is None:
        return None
    topic = len(bare) == 1 and NOUN_END.search(bare[0])  # "Psychotherapie: Grundlagen", no person
    titled = text[people.end - 1] == ":" and not topic
    told = titled or people.et_al or people.editors or _DATED.match(text, people.end) or _before_book(bare, text, end)
    return people if told or _is_in_journal(text, people.end) else None


def _joined(text: str) -> tuple[list[str], int] | None:
    """Return the families up to the one behind "&" or "und" and where they end, where a comma follows; None for others.

    What follows such a comma is no further family ("Roe, Doe & Poe, Pflege, 2019").
    """
    sign = _JOINED.search(text, 0, _LONGEST_LIST)
    last = BARE.match(text, sign.end()) if sign else None
    if sign is None or last is None or text[last.end() : last.end() + 1] != ",":
        return None
    names, end = names_in_row(text[: sign.start()] + ",", BARE)
    return ([*names, last.group()], last.end()) if names and end == sign.start() else None


_LONGEST_LIST = 120


def _before_book(bare: list[str], text: str, end: int) -> bool:
    """Say whether a title and nothing but a year or edition follows several families ("Roe & Doe, Pflege, 2019")."""
    joined = len(bare) >= _PAIR and _JOINED.search(text, 0, end) is not None and text[end : end + 2] == ", "
    return joined and not any(map(_is_noun, bare)) and _YEAR_LAST.search(text, end) is not None


_JOINED = re.compile(r" (?:&|und|and) ")
_YEAR_LAST = re.compile(
    r"(?:, |\(|Aufl(?:age|\.),? |\d\. ?A\.,? )(?:19|20)\d\d\)?\.?$"
    r"|, \d{1,2}(?:/?e|(?:st|nd|rd|th) [Ee]d(?:ition|n)?|\. Aufl(?:age)?)\.?$"
)


def _is_noun(name: str) -> bool:
    return NOUN_END.search(name) is not None


def _is_in_journal(text: str, end: int) -> bool:
    """Say whether a journal and its numbers stand right behind bare names ("Roe & Doe, Lancet 1976;16:31")."""
    hit = _JOURNAL_BEHIND.match(text, end) if text[end - 1] == "," else None
    return hit is not None and is_journal(hit["journal"])


_JOURNAL_BEHIND = re.compile(r" (?P<journal>[A-Z][^\d,;:\x1e]{2,40}?)[.,]? ?(?:$|\(?(?:19|20)\d\d\b|\d{1,3}[(:;])")


def _turned(names: list[str], text: str, end: int) -> tuple[list[str], int]:
    """Return the list with the names that go on with their initials first ("Roe, A., B. Doe, and C. Poe")."""
    joint = JOINT.match(text, end)
    more, behind = names_in_row(text, NAMES["before"], joint.end()) if joint else ([], 0)
    return ([*names, *more], behind) if more else (names, end)


def begins_with_person(text: str) -> bool:
    """Say whether a text begins with a family name and initials, as no organisation does."""
    if not INITIALLED.match(text):
        return False
    hits = (NAMES[style].match(text) for style in ("vancouver", "apa"))
    return any(hit and _NEXT.match(text, hit.end()) and not is_topic(hit.group()) for hit in hits)


def _told(style: str, names: list[str]) -> bool:
    """Say whether a list in the form of any words is one of people: by its length and an initial among full names."""
    if style != "natural":
        return len(names) >= _PAIR
    return len(names) >= _MANY_BARE and any("." in name for name in names)


def _said_behind(names: list[str], text: str, end: int) -> bool:
    """Say whether what follows names says that they are people's: "et al.", a year, "(Hrsg.)", a colon behind two."""
    if ET_AL.match(text, end) or ("," in names[0] and _DATED.match(text, end)):
        return True
    named = names[0].partition(" ")[0] in GIVEN_NAMES
    pair = len(names) >= _PAIR or named
    said = (pair and _EDITED.match(text, end)) or (named and _TOLD.match(text, end))
    said = said or (named and len(names) == 1 and _TITLE_BEHIND.match(text, end))
    return bool(said) and not any(map(looks_like_body, names))


def family_before(text: str) -> People | None:
    """Return the one family name before a book's title ("Roe, Pflege im Alter"); None for a noun or a list of nouns."""
    hit = _FAMILY_FIRST.match(text)
    if hit is None or NOUN_END.search(hit["name"]) or is_topic(hit["name"]) or looks_like_body(hit["name"]):
        return None
    return People((hit["name"],), et_al=False, editors=False, group="", end=hit.end(), closed=True)


_FAMILY_FIRST = re.compile(rf"(?P<name>{SHORT_FAMILY}), (?=[{UP}][\w-]+ (?!und |oder |and |& )\w)(?!\w+,)")
_SLASHED = re.compile(
    rf"{SHORT_FAMILY}(?: ?/ ?{SHORT_FAMILY}){{1,5}}(?=, |: | \((?:Hrsg|Hg|[Ee]ds?)\b| \(?(?:19|20)\d\d[),:])"
)
_SLASHED_WHOLE = re.compile(rf"[{UP}][a-zß-ÿ-]+ {SHORT_FAMILY}(?: / [{UP}][a-zß-ÿ-]+ {SHORT_FAMILY}){{1,4}}(?=, |: )")
"""Whole names with slashes between them ("Karl Roe / Jane Doe, Title")."""
_LONGEST_FAMILY, _LONGEST_FULL = 60, 160
_INVERTED = re.compile(rf"{FAMILY}, (?P<given>[{UP}][a-zß-ÿ]{{1,20}}(?:-[{UP}][a-zß-ÿ]{{1,20}})?)(?: [{UP}]\.)?")
_THEN_QUOTE = re.compile(r"(?:, et al)?\. [“\"„]")
"""What follows people in the style that turns the first name and quotes the title ("Roe, Ada, et al. “Title.”")."""
_NEXT = re.compile(r"[,.;:]|,? et al|,? ?\(| ?& | ?und | ?and ")
_EDITED = re.compile(r" \((?:Hrsg|Hg|Hgg|[Ee]ds?)\.?\)")
_TITLE_BEHIND = re.compile(
    rf", (?:[{UP}„][\w-]* )?[\w-]+ [a-zäöü]{{2,15}} [^.,]{{3}}"
    rf"|, [{UP}][\w-]+(?: / [{UP}][\w-]+)?, (?:\x1e|(?:19|20)\d\d)"
)
"""A title of several words, or in one word with its state or year, behind a person's full name and a comma."""
_TOLD = re.compile(r":| \(\d{4}")
_DATED = re.compile(r" ?\((?:19|20)\d\d[a-z]?\)")
_SHORT_BODY = re.compile(r"(?:Dt|Dtsch|Österr|Schweiz)\. Ges\. |(?:DG|ÖG|SG) [A-ZÄÖÜ]{3,8}(?!\w)")
_END_SIGN = re.compile(r"\s?[.:,;](?=\s|$|\x1e)|\s*(?=\(|\x1e)| (?=(?:19|20)\d\d[,:] )|$")
_DASH = re.compile(r" [–—] (?=[A-ZÄÖÜ„“\"])")
_TWO_INITIALS = re.compile(r" [A-ZÄÖÜ]-?[A-ZÄÖÜ]$|[A-ZÄÖÜ]\.$")
_SHORT_FORM = re.compile(r" \([A-Z][\w-]{1,12}\)")
_OPENED = (" (", " [", "(")
_STUDY = re.compile(
    r" ?[(\[](?:(?P<group>[^()\[\]\x1e]{3,100}(?: |-)(?:Group|Committee|Collaborat(?:ors|ion|ive)|Investigators"
    r"|Consortium|Network|Panel|Team|Studiengruppe)|(?:Arbeitsgruppe|Studiengruppe|Arbeitskreis) [^()\[\]\x1e]{2,80})"
    r"|(?:the )?[A-Z][^()\[\]\x1e]{1,80}(?: |-)(?:[Ss]tudy|[Tt]rials?|Studie|Cohort|Kohorte))[)\]](?=[\s.:,;]|$)"
)
"""The group in brackets behind people, which wrote with them, or the study that they tell of, which did not."""
_BEHALF = re.compile(r"^(?:for the|on behalf of(?: the)?) ")
_MANY_BARE, _MOST_BARE = 3, 6
_PAIR = 2
"""Initials before a name are told from a title's first word ("A Case") by a second name of the same form."""


def _is_body(name: str) -> bool:
    """Say whether "Family, Given" is rather an organisation and something of its own behind a comma."""
    return is_known_body(name.partition(", ")[0]) or all(map(looks_like_body, name.split(", ")))


def _short(names: list[str]) -> bool:
    told = len(names) <= _MANY_BARE or (len(names) <= _MOST_BARE and not any(map(NOUN_END.search, names)))
    return told and not is_topic(names[0])


def _closed(text: str, names: list[str], end: int) -> People | None:
    """Return the people with what may follow the last of them; None where a name runs on into a sentence."""
    et_al = ET_AL.match(text, end)
    end = et_al.end() if et_al else end
    editors = _EDITORS.match(text, end)
    end = editors.end() if editors else end
    group = _GROUP.match(text, end)
    end = group.end() if group else end
    study = _STUDY.match(text, end) if group is None and text[end : end + 2] in _OPENED else None
    end = study.end() if study else end
    dotted = text[end - 1 : end] == "."
    sign = _END_SIGN.match(text[end : end + 40]) or (
        _DASH.match(text[end : end + 4]) if _surely_people(names) else None
    )
    if sign is None and not dotted and not et_al and not study:
        return None
    end += sign.end() if sign else 0
    named = group.group(1).strip() if group else study["group"] or "" if study else ""
    named = _SHORT_FORM.sub("", _BEHALF.sub("", named))
    several = bool(et_al) or " et al" in text[:end]
    return People(tuple(names), several, bool(editors), named, end, closed=True)


def _surely_people(names: list[str]) -> bool:
    """Say whether names are people's beyond doubt before a dash: two of them, or one with a dot or two initials."""
    return len(names) >= _PAIR or _TWO_INITIALS.search(names[0]) is not None
