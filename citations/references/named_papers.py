"""Papers that a list names by their people or their journal alone: an instrument's own paper, a place without a title.

"Suicide Severity Rating Scale: Posner et al. (2011)", "Barthel-Index (Mahoney & Barthel, 1965)", "Roe & Doe Safety Plan
Test (2012)", "Roe et al., J Clin Oncol. (2018)", "Roe 2018, JAMA", "FORUM DKG (14) Heft 2/1999, S. 132-138".
"""

import re
from dataclasses import replace

from citations.records import Reference
from citations.references.bodies import looks_like_body, split_bodies
from citations.references.guideline_words import names_guideline
from citations.references.heads import NOBODY, head
from citations.references.journals import is_abbreviated, is_journal
from citations.references.lines import line_of
from citations.references.person_names import NOUN_END, SHORT_FAMILY, UP, is_topic
from citations.references.segments import trim, unquoted
from citations.references.signs import has_any

_LONGEST = 180
_YEAR = r"(?:19|20)\d\d"
_FAMILIES = (
    rf"(?P<who>{SHORT_FAMILY}(?: [{UP}]{{1,3}})?(?:, (?!et al){SHORT_FAMILY}){{0,4}}"
    rf"(?:,? (?:&|and|und) {SHORT_FAMILY})?)(?P<al>,? et al\.?)?"
)
_INSTRUMENT = re.compile(
    r"(?:Scale|Skala|Ind(?:ex|ices)|Scores?|Inventar|Inventory|Test|Questionnaire|[Ff]ragebogen|Screen(?:er|ing)?"
    r"|Examination|Interview|Intervention|Criteria|Kriterien|Checklist[e]?|Schedule|Assessment|Modell?|Tool|Calculator"
    r"|Instrument|Klassifikation|Classification|Thermometer|Diary|Profile?)(?: \([\w -]{2,16}\))?$"
    r"|^[A-Z][\w-]{1,12}-\d{1,2}[A-Z]?$"
)
"""How an instrument is called, with its abbreviation behind it."""
_NAMED = re.compile(
    rf"(?P<title>[^:;.]{{4,120}}?)(?:: | [–—] | \((?!{_YEAR})){_FAMILIES}(?:, (?P<a>{_YEAR})\)|,? \((?P<b>{_YEAR})\)"
    rf"| (?P<c>{_YEAR})\))[.\x1e ]*"
)
_OWN = re.compile(rf"{_FAMILIES} (?P<title>[{UP}][\w-]+ [^:;.()]{{3,90}}) \((?P<y>{_YEAR})\)[.\x1e ]*")
_UNTITLED = re.compile(
    rf"{_FAMILIES}(?:,? \(?(?P<a>{_YEAR})\)?)?(?(al)[,.:;]?|[,.:;]) (?P<journal>[A-Z][^\d(),;:„“\"]{{2,50}}?)"
    rf"(?:[,.]? \(?(?P<b>{_YEAR})\)?)?[.\x1e ]*"
)
_BY_ONE_WORD = frozenset(("JAMA", "BMJ", "Lancet", "NEJM", "Nature", "Science", "Gut", "Circulation", "The Lancet"))
_ISSUE = re.compile(
    rf"(?P<journal>[{UP}][^\d(),;:.]{{2,60}}?),? \((?P<v>\d{{1,3}})\),? (?:Heft|Nr\.) ?(?P<i>\d{{1,3}})/(?P<y>{_YEAR})"
    r"(?:, (?:S\.|Seiten?|pp?\.) ?(?P<pages>\d{1,4}(?: ?[-–] ?\d{1,4})?))?[.\x1e ]*"
)
_NOTES = re.compile(
    r"(?P<title>[^\x1e]{4,160}?)[.,;] (?:(?:[Ss]eminar|[Ll]ecture|[Cc]ourse|[Ww]orkshop)"
    r" (?:[Nn]otes?|[Hh]andouts?|[Ss]lides)"
    r"|(?:Kurs|Seminar|Vorlesungs|Unterrichts|Vortrags|Schulungs)(?:skript(?:um|e)?|unterlagen?|material(?:ien)?|folien)"
    rf"|Skript(?:um)?|Handout)(?:,? (?P<who>[{UP}][^\d,;:]{{2,60}}?))?,? \(?(?P<y>{_YEAR})\)?[.\x1e ]*"
)
"""What was handed out where somebody taught, behind the title."""
_AND = re.compile(r",? (?:&|and|und) |, ")
_INITIALS = re.compile(rf" [{UP}]{{1,3}}$")
_PAIR = 2


def read(line: str) -> Reference | None:
    """Return the paper of a line in one of these forms, None for any other line."""
    if len(line) > _LONGEST or not _has_sign(line.strip()):
        return None
    peeled = line_of(line)
    if peeled.url or peeled.stand or peeled.number or peeled.isbn:
        return None
    found = _issue(peeled.text) or _untitled(peeled.text) or _named(peeled.text) or _notes(peeled.text)
    return None if found and names_guideline(peeled.text) else found


def _has_sign(line: str) -> bool:
    """Say whether a line has what every such line has; cheaper than to try its forms."""
    if " et al" in line and _BEHIND_AL.search(line):
        return True
    if line.endswith((")", ").")) and _PAIR_OF_FAMILIES.search(line):
        return True
    return ") Heft" in line or ") Nr" in line or _YEAR_LEADS.search(line) is not None or has_any(_TAUGHT, line)


_BEHIND_AL = re.compile(rf" et al\.?(?:[,:)]? \(?{_YEAR}|,? [A-Z][^,:]{{2,50}} \(?{_YEAR}\)?\.?$)")
_PAIR_OF_FAMILIES = re.compile(rf"(?:&|and|und) [{UP}][^()]{{2,90}},? \(?{_YEAR}\)\.?$")
_YEAR_LEADS = re.compile(rf"{_YEAR}, [A-Z]")
_TAUGHT = ("otes", "andout", "lides", "kript", "unterlage", "material", "folien")


def _people(hit: re.Match[str]) -> tuple[str, ...]:
    """Return the families of a match, none where one of them is no person's name."""
    names = tuple(_AND.split(hit["who"]))
    strange = any(is_topic(name) or NOUN_END.search(name) for name in names) or looks_like_body(hit["who"])
    return () if strange else names


def _issue(text: str) -> Reference | None:
    hit = _ISSUE.fullmatch(text) if ") " in text else None
    if hit is None:
        return None
    return Reference(
        "journal-article",
        container=hit["journal"],
        year=int(hit["y"]),
        volume=hit["v"],
        issue=hit["i"],
        pages=hit["pages"] or "",
    )


def _untitled(text: str) -> Reference | None:
    """Return the paper of people and a journal; a journal is surely one by its abbreviations or as a known one."""
    hit = _UNTITLED.fullmatch(text)
    if hit is None or bool(hit["a"]) == bool(hit["b"]):
        return None
    journal, names = trim(hit["journal"].rstrip(".")), _people(hit)
    if not names or not _is_surely_journal(journal):
        return None
    if not (hit["al"] or hit["a"] or len(names) >= _PAIR or _INITIALS.search(names[0])):
        return None
    return Reference(
        "journal-article", authors=names, et_al=bool(hit["al"]), container=journal, year=int(hit["a"] or hit["b"])
    )


def _is_surely_journal(name: str) -> bool:
    """Say whether a name is a known journal or has its abbreviations, and no title before a full stop."""
    if name in _BY_ONE_WORD:
        return True
    *before, last = name.split(". ")
    titled = before and " " in last and is_journal(last)  # "Heatstroke. N Engl J Med"
    whole = not titled and all(" " not in piece for piece in before)
    return whole and " " in name and is_abbreviated(name) and is_journal(name)


def _notes(text: str) -> Reference | None:
    """Return what people handed out where they taught; it is no book and stands in no journal."""
    lead, rest = head(text) if _HANDED_OUT.search(text) else (NOBODY, "")
    hit = _NOTES.fullmatch(rest) if lead.authors else None
    if hit is None:
        return None
    bodies = split_bodies(hit["who"]) if hit["who"] and looks_like_body(hit["who"]) else ()
    return replace(lead, kind="other", title=unquoted(trim(hit["title"])), organisations=bodies, year=int(hit["y"]))


_HANDED_OUT = re.compile(r"[Nn]otes?\b|[Hh]andout|[Ss]lides|[Ss]kript|unterlage|material|folien")
"""A sign of what is handed out, without its year and place."""


def _named(text: str) -> Reference | None:
    """Return the paper named by what it made known; without "et al." only an instrument's name tells its people."""
    hit = _NAMED.fullmatch(text)
    own = None if hit else _OWN.fullmatch(text)
    found = hit or own
    if found is None:
        return None
    names, title = _people(found), trim(found["title"])
    told = _INSTRUMENT.search(title) and (found["al"] or (len(names) >= _PAIR and " " in found["who"]))
    told = told or (hit and found["al"])
    if not names or not told or looks_like_body(title):
        return None
    year = own["y"] if own else found["a"] or found["b"] or found["c"]
    return Reference("journal-article", authors=names, et_al=bool(found["al"]), title=title, year=int(year))
