"""The names of people in every form in which lists print them, and the row of them that a text begins with. Grammar."""

import re

from citations.references.given_names import GIVEN_NAMES

UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_PARTICLES = (
    r"(?:(?:von der|von dem|van der|van den|van de|von|van|de la|de|del|della|di|da|dos|du|el|al|le"
    r"|la|ter|ten|zur|zum|zu|an der|an den|aus dem|aus der|in der|op de"
    r"|St\.|[Aa]uf der|vom|Van der|Van den|Van de|De la|An der|Von der) )?"
)
_LONG = r"(?![\w'’´`-]{41})"
_REST = rf"{_LONG}(?:[^\W\d_]|['’´`-])[^\W\d_]*+(?:['’´`-]++[^\W\d_]*+)*+"
"""A name behind its first letter: letters, hyphens and apostrophes, forty of them at most.

Written as runs, for a choice at every letter takes ten times as long; no name gives back what it has taken.
"""
_NEXT_REST = rf"{_LONG}(?:[^\W\d_]|['’-])[^\W\d_]*+(?:['’-]++[^\W\d_]*+)*+"
FAMILY = rf"{_PARTICLES}[{UP}]{_REST}(?: (?:vo[nm] |van )?[{UP}]{_NEXT_REST}){{0,2}}"
SHORT_FAMILY = rf"{_PARTICLES}[{UP}]{_REST}"
_VON = r"(?:von der|van der|van den|van de|von|van|de la|de|vom|zu)"
_CAPITAL = r"(?:(?:De|Van|Von|Di|Da|Dos|Del|Della|Du|Le|La|El|Al|Ter|Ten|Mac|Mc) )?"
"""Particles with a capital letter, as they are told from a title's words behind initials only ("V. De Bock")."""
_INITIALS = (
    rf"(?:[{UP}](?: [{UP}](?:-[{UP}])?){{1,2}}(?=[,.;:]| et al)|[{UP}]{{1,3}}(?:-?[{UP}])?)"
    r"(?: (?:Jr|Sr|II|III|3rd|2nd))?"
)
_DOTTED = rf"(?:(?!Nr|Dr|No)[{UP}][a-z]?\.[ -]?){{1,4}}"
_NATURAL = (
    rf"[{UP}][a-zß-ÿ]{{1,20}}(?:-[{UP}][a-zß-ÿ]{{1,20}})?(?:(?: [{UP}]\.){{1,3}}| [{UP}][a-zß-ÿ]{{1,20}})?"
    rf" {SHORT_FAMILY}"
)
NAMES = {
    "natural": re.compile(rf"{_NATURAL}(?=[,.;:\s(&/]|$)"),
    "vancouver": re.compile(rf"{FAMILY} {_INITIALS}(?=[,.;:\s(/&]|$)"),
    "apa": re.compile(rf"{FAMILY}, {_DOTTED}(?: ?{_VON}(?=[,;: (&/]|$))?(?=[,;:\s(&/]|$)"),
    "dotted": re.compile(rf"{FAMILY} {_DOTTED}(?=[,;:\s(&/]|$)"),
    "before": re.compile(
        rf"{_DOTTED} ?(?:{_VON} [{UP}][^\W\d_]{{1,40}} [{UP}][^\W\d_]{{1,40}}|{_CAPITAL}{SHORT_FAMILY})"
        r"(?=[,.;:\s(&/]|$)"
    ),
    "leading": re.compile(rf"[{UP}]{{1,3}} {SHORT_FAMILY}(?=[,.;:\s(&/]|$)"),
    "mixed": re.compile(rf"{FAMILY} (?:{_INITIALS}\b\.?|{_DOTTED})(?=[,;:\s(&/]|$)"),
    "inverted": re.compile(rf"{FAMILY}, [{UP}]{{1,3}}(?=[,;:\s(&/]|$)"),
}
OPEN_STYLES = ("natural", "leading", "inverted")
"""Forms that two words of a title have as well."""
INITIALLED = re.compile(rf"{FAMILY},? [{UP}](?:[a-z]?\.|[{UP}]|[-,;:\s(/&]|$)")
"""A family name with initials behind it."""
BEGINS = re.compile(rf"{FAMILY},? [{UP}]")
"""A family name with something capital behind it, as all forms begin but those with initials first."""
WORDS_ONLY = ("natural",)
NO_INITIALS_BEHIND = ("natural", "before", "leading")
INITIALS_FIRST = ("before", "leading")
WITH_COMMA = ("apa", "inverted")
STYLES = ("natural", "vancouver", "apa", "dotted", "before", "mixed", "leading", "inverted")
BEHIND = (
    re.compile(rf"[{UP}]{{1,3}} {FAMILY}(?=[,.;:\s]|$)"),
    NAMES["vancouver"],
    NAMES["dotted"],
    NAMES["before"],
)
"""The names in a list that stands behind its title ("A Smith and B Jones"); initials alone may come first there."""
_GIVEN = rf"[{UP}](?:[^\W\d_]|-){{1,25}}(?: [{UP}](?:[^\W\d_]|-|\.){{0,20}})?"
FULL = re.compile(rf"{FAMILY}, {_GIVEN}(?=[;:/]| \(| &| und| et al)")
BARE = re.compile(rf"(?!\w*[{UP}]{{2}}){SHORT_FAMILY}(?=[,:;/&]| et al| u\. ?a\.| und | and | & | \()")
JOINT = re.compile(
    r"(?:, ?& |,? & |, and | and |, und | und "
    r"|,? et al\.,? (?:& |and )"
    r"|,? (?:…|\. ?\. ?\.),? ?(?:& )?|,? u\. (?=[A-ZÄÖÜ][\w-]+,? [A-ZÄÖÜ]\.)"
    r"|; ?| ?/ ?|, ?)(?=\S)(?!Mitarb|others|andere |colleagues|u\. )"
)
ET_AL = re.compile(
    r"[,;]? ?(?:et\.? ?al\.{0,2}|u\. ?a\.|und andere|and others|and colleagues"
    r"|(?:und|u\.) ?(?:Mitarbeiter(?:innen)?\b|Mitarb\.)"
    r"|\[et al\.?\])(?=[\s:.,;(]|$)"
)
_NO_FAMILY = frozenset(
    (
        "Hepatitis", "Vitamin", "Typ", "Type", "Version", "Teil", "Part", "Band", "Kapitel", "Faktor", "Factor", "Grad",
        "Grade", "Protein", "Influenza", "Interleukin", "Klasse", "Class", "Stadium", "Stage", "Phase", "Gruppe",
        "Group", "NVL", "AWMF", "NCCN", "ESMO", "Leitlinie", "Cyclosporin", "Mitomycin", "Section", "Amphotericin",
        "Streptokokken", "Patienteninformation", "Ratgeber", "Themenheft", "Faktenblatt", "Merkblatt", "Broschüre",
        "Infoblatt", "Flyer", "Podcast", "Fachinformation",
        "Review", "Übersicht", "Metaanalyse", "Meta-Analyse", "Gebrauchsinformation", "Studie", "Artikel",
        "Onkopedia", "Patienteninformationen",
        "Pressemitteilung", "Leitlinien", "Stellungnahme", "Positionspapier",
    )
)  # fmt: skip
NOUN_END = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|ik|ie|itis|ose|iker|medizin|pflege|angst|schmerz|krebs|herz|atlas|buch|kunde"
    r"|kurs|ismus|haut|kinder|frauen|männer|eltern|alter|therapie"
    r"|lehre|hilfe|ment|wesen|recht|system|test|score|index|skala|training|ernährung|stress)$",
    re.IGNORECASE,
)
"""The last letters of common nouns, as titles begin with and family names do not end with."""
_UMLAUTS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


def is_turned_name(name: str) -> bool:
    """Say whether "Family, Given" is one person, no two family names: by a known given name or an initial."""
    given = name.partition(", ")[2]
    return "." in given or any(map(is_given_name, given.split(" ")))


def is_given_name(name: str) -> bool:
    """Say whether a word is a given name, with its umlaut printed as one or as two letters."""
    low = name.lower()
    return name in GIVEN_NAMES or any(
        name[:1] + low[1:].replace(pair, sign) in GIVEN_NAMES for pair, sign in _UMLAUTS if pair in low
    )


_TOPIC = re.compile(r"leitlinie|guideline|empfehlung|expertenstandard", re.IGNORECASE)


def is_topic(name: str) -> bool:
    """Say whether a word and capitals are a topic ("Vitamin D", "Nationale VersorgungsLeitlinie COPD"), no person."""
    return name.split(maxsplit=1)[0] in _NO_FAMILY or _TOPIC.search(name) is not None


_JOURNALS = (
    "Am J", "Aust J", "Br J", "Can J", "Chin J", "Clin J", "Eur J", "Indian J", "Int J", "Jpn J", "Scand J", "World J",
)  # fmt: skip
"""How journals begin whose first words have the form of a name ("Roe A, Br J Surg")."""


def names_in_row(text: str, pattern: re.Pattern[str], position: int = 0) -> tuple[list[str], int]:
    """Return the names in a row from ``position`` on that one pattern reads, and where they end."""
    hit = pattern.match(text, position)
    if hit is None:  # the commonest: most texts begin with no name in most of the forms
        return [], position
    names: list[str] = []
    end = position
    while hit is not None and not (names and hit.group().startswith(_JOURNALS)):
        printed = hit.group().rstrip()
        names.append(printed.lstrip())
        end = hit.start() + len(printed)
        joint = JOINT.match(text, end)
        if joint is None:
            break
        hit = pattern.match(text, joint.end())
    return names, end
