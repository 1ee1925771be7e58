"""Organisations as printed: told from titles by their words, split from each other, found in a guideline's title."""

import re
from functools import lru_cache

from citations.records import Organisation
from citations.references.body_names import NAMED, ONE_WORD, SOCIETY, has_head, is_branch
from citations.references.house_brackets import split_outside_brackets
from citations.references.houses import house_of_name, is_house_name
from citations.references.signs import has_any

_EDITED = re.compile(r" ?\((?:Hrsg|Hg|Hgg|eds?|editors?)\.?\)$")
_ABBREVIATED = re.compile(r"(?:Dt|Dtsch|Österr|Schweiz)\. Ges(?:\.|ellschaft) f")
ACRONYM = re.compile(
    r"(?:(?:DG|ÖG|SG) (?=[A-ZÄÖÜ]{3}))?"
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü²\d]{0,8}[A-ZÄÖÜ][A-Za-z]{0,6}(?:[/+-][A-Z][A-Za-z]{1,8}){0,3}|AMBOSS|Amboss"
)
_DOCUMENT = re.compile(
    r"-(?:Ratgeber|Berichte?|\w*[Rr]eports?|Leitlinien?|Studie|Informationen|Information|Themenheft|Broschüre|Merkblatt"
    r"|Faktenblatt|Handbuch|Wochenbericht|Programme?)\b"
)
_TOPIC = re.compile(
    r"\b(?:zur|zum|zu) (?:Diagnostik|Therapie|Behandlung|Prävention|Management|Versorgung|Betreuung|Nachsorge|Anwendung"
    r"|Früherkennung|Umsetzung|Durchführung)\b|\b[Gg]uid(?:elines?|ance) (?:on|for) "
)
_SORT_FIRST = re.compile(
    r"[A-ZÄÖÜ]\w*?(?:[Bb]roschüre|(?<=\w)bericht|[Ll]eitfaden|[Hh]andbuch|[Mm]erkblatt|[Ff]altblatt)"
    r" (?:de[rs] )?[A-ZÄÖÜ]"
)
"""What a document is, before whose it is."""
_INSURANCE = re.compile(r"(?:Pflege|Kranken|Renten|Unfall|Sozial|Arbeitslosen|Lebens)versicherung(?:en)?")
"""A branch of insurance, and nobody who insures."""
_SPELLED_OUT = re.compile(r"[A-Z]{2,8}(?: [A-Z][a-z]+)?(?:-[A-Z][a-z]+)? \([A-ZÄÖÜ][^()]+ [^()]+\)")
"""A stranger's short name with the whole one in brackets ("AMMI Canada (Association of ... Canada)")."""
_GUIDELINE_SIGNS = ("uid", "eitl", "pinion", "ulletin")
_GUIDELINE = re.compile(
    r"\b(?:Guidelines?|Committee Opinion|Practice Bulletin)(?: (?:19|20)\d\d)?$"
    r"|[a-zäöü]leitlinien? (?:(?:19|20)\d\d )?(?:de[rs]|von) "
)
_STARTS = re.compile(
    r"(?:Deutsch|Österreich|Schweiz|Bundes|Kassen|Ärztlich|Techniker|Spitzenverband|Ständige|Kommission"
    r"|Arbeitsgemeinschaft|German |Australian |Scottish |Austrian |Swiss |European|American|National|International"
    r"|World|British|Royal|Canadian|Gesellschaft|Zentrum|Institut|Robert|Berufsverband|Verband|Stiftung|Krebs)\w*"
)
_ON_THE_NET = re.compile(r"[A-ZÄÖÜ][\w-]+(?: und [A-ZÄÖÜ][\w-]+)? im Netz")
_SITE = re.compile(r"(?:[\w-]{2,40}\.){1,3}(?:de|org|com|net|info|eu|ch|at|gov|uk)", re.IGNORECASE)
_TITLE_SIGNS = re.compile(
    r"[?!„“\"§]|\b(?:Diagnostik|Therapie|Behandlung|Leitlinie|Leitlinien"
    r"|guidelines?|Prävention|Wörterbuch|Lehrbuch|Handbuch|Leitfaden)\b"
)
_OTHERS = re.compile(
    r",? u\. ?a\.?$|,? et ?al\.?$"
    r"| [Ww]eb(?:site|seite| page|portal)$| (?:[Pp]ortal|[Hh]omepage)$"
    r"|(?:,| &| und) (?:beteiligte|weitere|andere) [A-ZÄÖÜ]\w+$"
)
_SAID_BY_SIGNS = (
    "Info", "Angabe", "Daten de", "Daten vo", "Web", "Home", "Inter", "Bekannt", "Mitteil", "Empfehl", "Stell",
    "Gemeins", "Studie de", "Umfrage de", "Gutachten de", "Posit", "Online-I", "Pressem", "Hinweis",
)  # fmt: skip
_SAID_BY = re.compile(
    r"(?:Gemeinsame[srn]? )?(?:(?:Online-)?Informationen|Information|Angaben|Daten|Web(?:site|seite|auftritt)|Homepage"
    r"|Internet(?:seiten?|auftritt|portal)|Bekanntmachung|(?:Presse)?[Mm]itteilung(?:en)?|Empfehlung(?:en)?|Hinweise?"
    r"|Stellungnahme|Positionspapier|Studie|Umfrage|Gutachten)"
    r" (?:vom|von|der|des) (?:(?:Herstellers?|Firma|Unternehmens?) )?(?=[A-ZÄÖÜ])"
)
"""What says that the body behind it speaks ("Website von ...", "Bekanntmachung des ...", "... vom Hersteller ...")."""
_TOGETHER_SIGNS = (" mit ", " with ")
_TOGETHER = re.compile(
    r",? (?:in (?:Zusammenarbeit|Kooperation|Verbindung|Abstimmung|Partnerschaft) mit|gemeinsam mit|zusammen mit"
    r"|in (?:collaboration|cooperation|association|partnership|conjunction) with|together with)"
    r" (?:the |der |dem |den |die |das )?"
)
_REGISTERED_NAME = re.compile(r"[A-ZÄÖÜ][^.:,;]{3,100} e\. ?V\.?(?: \([^()]{2,20}\))?")
"""The name of a registered society, whatever it is called."""
_REGISTERED = re.compile(r" e\. ?V\.?$")
_BRACKET = re.compile(r"^(?P<name>[^()]+?) ?\((?P<inside>[^()]+)\)(?P<tail> (?:e\. ?V\.|u\. ?a\.))?$")
_LENGTH = 200
_PREFIX_LENGTH = 3
"""So long is what a blank may stand behind in an acronym ("DG ...")."""
_COUNTRIES = frozenset(("Deutschland", "Österreich", "Schweiz", "Germany", "USA", "UK"))
_SOCIETY_WORD = re.compile(r"\bGesellschaft|Society|Association\b")
_AND, _SLASH, _HALVES = re.compile(" und (?:de[rs] |die |das )?(?=[A-ZÄÖÜ])"), re.compile(" ?/ ?"), re.compile(" [&+] ")
_AND_BEHIND = re.compile(r"\) (?:und|and|sowie) (?=[A-ZÄÖÜ])")
_AT = re.compile(r" (?:am|beim) | im (?=[A-Z]{2,6}$)")
_MEMBER = re.compile(r" (?:u\. ?a\.|et al\.) \((?P<who>[^()]+)\)$")
"""One of several behind the short names of others ("DGOU u. a. (AWMF)"), no other name of theirs."""
_APART = re.compile(r" [&+] (?=[A-ZÄÖÜ])|; | u\. ?a\.?$")
_INSIDE = re.compile(r", | / ")
_BOARD = re.compile(
    r"((?:National|Deutsches|European) [A-Z]\w+ (?:Institute|Society|Centre"
    r"|Center)) (?=[A-Z].{0,80}(?:Board|Panel|Committee)$)"
)
_BOARDS = ("Board", "Panel", "Committee")
_LEADING_AND = re.compile(r"^(?:and|und) (?=[A-ZÄÖÜ])")
_COMMAS = re.compile(r", ")
_PARTS = re.compile(r", ?| ?/ ?| & | und (?:de[rs] )?| \+ | (?:am|beim) ")
_LIST_SIGNS = (", ", "/", " & ", " und ", " + ", " am ", " beim ")
_SECOND = re.compile(
    r"(?:(?:Deutsche|Österreichische|Schweizerische) (?:Gesellschaft|Akademie|Vereinigung)"
    r"|\w{0,20}(?:[Gg]esellschaft|[Aa]kademie|[Ii]nstitut|[Vv]erband|[Ss]tiftung|[Uu]niversität|[Zz]entrum))"
    r" (?:für|der|des|zur) "
)
"""How the second of two bodies begins; else "und" stands within the name of one."""
_TWO = 2
_WITH_PLACE = re.compile(
    r"(?:Medicine|Deutschland|Österreich|Schweiz|Germany|Canada|Australia|Europe|International|Baden-Württemberg|Bayern"
    r"|Berlin|Brandenburg|Bremen|Hamburg|Hessen|Mecklenburg-Vorpommern|Niedersachsen|Nordrhein(?:-Westfalen)?|NRW|Saarland"
    r"|Rheinland-Pfalz|Sachsen(?:-Anhalt)?|Schleswig-Holstein|Thüringen|Westfalen-Lippe|(?:Landk|K)reis [A-ZÄÖÜ]\w+)"
)
"""What a short name goes on with that is the one of a country's house ("LAVES Niedersachsen")."""
_SPLIT_AT, _SHORT_LENGTH = 4, 8
_PROGRAMME = re.compile(r"^(Leitlinienprogramm Onkologie) der (?=AWMF,|Arbeitsgemeinschaft der Wiss)")


@lru_cache(maxsize=32)
def looks_like_body(text: str) -> bool:
    """Say whether a piece of a line names an organisation: by a head noun, a known house or an acronym.

    Kept for a moment, because several readers ask for the same piece one after the other.
    """
    text = text.strip(" .,:;")
    return 0 < len(text) <= _LENGTH and _is_named(text) and not _is_document(text)


def _is_named(text: str) -> bool:
    """Say whether a text has what the name of an organisation has; a document may have it as well."""
    name = _unregistered(alone(text).partition(" (")[0])
    if is_short_name(name) or name.lower() in NAMED or is_branch(name):
        return True
    if not (text[0].isupper() or text[0].isdigit()):
        return name.islower() and is_house_name(name.title())
    on_the_net = name.endswith(" im Netz") and _ON_THE_NET.fullmatch(name)
    spelled = text.endswith(")") and _SPELLED_OUT.fullmatch(text) and has_head(text[text.index("(") :])
    if on_the_net or spelled or (")" in text and _EDITED.search(text)) or _ABBREVIATED.match(text):
        return True
    if has_head(name) or _are_short_names(name) or (name != text and _REGISTERED_NAME.fullmatch(text)):
        return not _TITLE_SIGNS.search(name) or _SOCIETY_WORD.search(name) is not None
    return False


def alone(text: str) -> str:
    """Return a name without the others behind it ("u. a.", "et al.", "& beteiligte Fachgesellschaften")."""
    if text.startswith(_SAID_BY_SIGNS):
        text = _SAID_BY.sub("", text)
    ended = text.endswith((" a", ".a", "al", "site", "eite", "page", "a.", "l."))
    return _OTHERS.sub("", text) if ended or " beteiligte " in text or "ere " in text else text


def _is_document(text: str) -> bool:
    """Say whether a text names a document or what one is for, in whatever organisation's name."""
    if " " not in text and "." in text and _SITE.fullmatch(text):
        return False
    purpose = " zu" in text or "uid" in text
    if has_any(_GUIDELINE_SIGNS, text) and _GUIDELINE.search(text):
        return True
    if _SORT_FIRST.match(text) or _INSURANCE.fullmatch(text):
        return True
    return bool(("-" in text and _DOCUMENT.search(text)) or (purpose and _TOPIC.search(text)))


def _are_short_names(text: str) -> bool:
    """Say whether a text is a list of known houses, acronyms and sites."""
    if not has_any(_LIST_SIGNS, text):
        return False
    return any(all(map(is_short_name, split.split(text))) for split in (_COMMAS, _PARTS))


def is_short_name(name: str) -> bool:
    """Say whether a name is a known house, an acronym or a site."""
    name = _unregistered(name)
    short, _, place = name.partition(" ")
    if place and short[1:2].isupper() and _WITH_PLACE.fullmatch(place):
        name = short
    if is_house_name(name) or (" " not in name[_PREFIX_LENGTH:] and ACRONYM.fullmatch(name)):
        return True
    return "." in name and _SITE.fullmatch(name) is not None


def _unregistered(name: str) -> str:
    """Return a name without the "e.V." behind it."""
    return _REGISTERED.sub("", name) if name.endswith(("V", "V.")) else name


def is_society(text: str) -> bool:
    """Say whether a short piece is surely a society and no disease: "DGVS", "AWMF", a known house, a named society."""
    return bool(SOCIETY.fullmatch(text)) or is_house_name(text) or is_named_body(text)


def is_named_body(text: str) -> bool:
    """Say whether a text is the whole name of one organisation ("Deutsche ... Gesellschaft"), and not a topic."""
    named = _STARTS.match(text) is not None and " " in text and ": " not in text and len(text) <= _LENGTH
    return named and has_head(text) and looks_like_body(text)


def is_portal(text: str) -> bool:
    """Say whether a text is the name of a known insurer, portal or work of reference and nothing more."""
    return text.lower() in NAMED


def is_known_body(text: str) -> bool:
    """Say whether a text of several words is an organisation by the head noun that it has and no word of titles."""
    worded = " " in text or text.count("-") > 1 or ONE_WORD.fullmatch(text)
    return bool(worded) and ": " not in text and has_head(text.partition(" (")[0]) and looks_like_body(text)


@lru_cache(maxsize=32)
def split_bodies(text: str) -> tuple[Organisation, ...]:
    """Return the organisations of a printed list; a comma inside a name ("Verdauungs- und ...") does not split it.

    Kept for a moment, because several readers ask for the same list one after the other.
    """
    together = _TOGETHER.split(text) if has_any(_TOGETHER_SIGNS, text) else ()
    if len(together) > 1:
        return tuple(body for piece in together for body in split_bodies(piece))
    listed = text.split("; ")
    if len(listed) > 1 and all(map(looks_like_body, listed)):
        return tuple(dict.fromkeys(body for name in listed for body in split_bodies(name)))
    text = _PROGRAMME.sub(r"\1, ", text) if text.startswith("Leitlinienprogramm") else text
    text = f"AWMF, {text[5:]}" if text.startswith(("AWMF Leitlinienprogramm", "AWMF-Leitlinienprogramm")) else text
    text = _AND_BEHIND.sub("), ", text) if ") " in text else text
    text = _MEMBER.sub(r", \g<who>", text) if text.endswith(")") else text
    pieces: list[str] = []
    for piece in split_outside_brackets(alone(text.strip(" .:;,"))):
        apart = _between(piece)
        for printed in apart.split(piece) if apart else (piece,):
            goes_on = bool(pieces) and printed.startswith(("and ", "und ")) and not _STARTS.match(printed[4:])
            part = printed if goes_on or not pieces else _LEADING_AND.sub("", printed)
            starts = not goes_on and (not pieces or _starts_body(part) or pieces[-1].endswith(")"))
            pieces = [*pieces, part] if starts else [*pieces[:-1], f"{pieces[-1]}, {part}"]
    closed = [
        f"{piece}." if piece.endswith(("e.V", "e. V")) else piece for piece in (part.strip(" ") for part in pieces)
    ]
    return tuple(body for piece in closed if piece.strip(" .") for body in _body(piece))


def _between(piece: str) -> re.Pattern[str] | None:
    """Return the pattern of what parts the organisations of a piece, None for one: "&" and "und" only between two."""
    both = _AND.split(piece) if " und " in piece else []
    if len(both) > 1 and all(map(ACRONYM.fullmatch, both)):
        return _AND
    second = len(both) == _TWO and (_SECOND.match(both[1]) or is_house_name(both[1]) or is_society(both[1]))
    if second and not both[0].endswith("-") and looks_like_body(both[0]):
        return _AND
    if len(both) > 1 and all(half.rstrip(".").endswith(("e.V", "e. V")) for half in both[:-1]):
        return _AND
    slashed = _SLASH.split(piece) if "/" in piece else ()
    if len(slashed) > 1 and all(is_known_body(name) or is_short_name(name) or is_portal(name) for name in slashed):
        return _SLASH
    within = _AT.split(piece) if " am " in piece or " beim " in piece or " im " in piece else ()
    if len(within) > 1 and all(map(is_short_name, within)):
        return _AT
    halves = _HALVES.split(piece) if "&" in piece or "+" in piece else ()
    return _APART if "(" in piece or (len(halves) > 1 and all(map(looks_like_body, halves))) else None


def _starts_body(part: str) -> bool:
    first = " ".join(part.split()[:_SPLIT_AT])
    return bool(
        house_of_name(part)
        or is_portal(part)
        or ACRONYM.fullmatch(_unregistered(part.partition(" (")[0]))
        or _STARTS.match(part)
        or has_head(first)
    )


def is_abbreviation(short: str, name: str) -> bool:
    """Say whether a short name stands for the whole one in brackets behind it ("BfR (Bundesinstitut für ...)")."""
    rest = iter(name.lower())
    shortened = " " not in short and len(short) <= _SHORT_LENGTH and " " in name and short[:1] == name[:1]
    return shortened and all(sign in rest for sign in short.lower().replace("-", ""))


def _body(piece: str) -> tuple[Organisation, ...]:
    """Return one organisation with its bracket; a board named behind its institute becomes a second one."""
    bracket = _BRACKET.match(piece) if "(" in piece else None
    if bracket:
        whole, short = bracket["inside"], bracket["name"].strip()
        if ", " in whole and " " not in short and is_abbreviation(short, whole) and is_named_body(whole):
            return (Organisation(whole, (short,)),)
        inside = tuple(part.strip() for part in _INSIDE.split(whole))
        if len(inside) == 1 and is_abbreviation(bracket["name"].partition(" ")[0], inside[0]):
            short = bracket["name"].strip()
            return (Organisation(short, inside) if " " in short else Organisation(inside[0], (short,)),)
        members = (len(inside) > 1 and inside[-1] not in _COUNTRIES) or (
            " " in inside[0] and not ACRONYM.fullmatch(inside[0]) and looks_like_body(inside[0])
        )
        return (Organisation(bracket["name"].strip(), inside, members=members),)
    board = _BOARD.match(piece) if piece.endswith(_BOARDS) else None
    if board:
        return (Organisation(board.group(1)), Organisation(piece[board.end() :]))
    return (Organisation(_OTHERS.sub("", piece).strip()),)
