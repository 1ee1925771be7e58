"""Organisations as printed: told from titles by their words, split from each other, found in a guideline's title."""

import re
from functools import lru_cache

from citations.records import Organisation
from citations.references.house_brackets import split_outside_brackets
from citations.references.houses import house_of_name, is_house_name
from citations.references.signs import has_any

_HEADS = (
    "gesellschaft|institut|institute|institutes|association|society|college|academy|initiative|verband|verein|zentrum"
    "|centre|center|clinic|programm|programme|agency|agentur|behörde|kammer|vereinigung|organization"
    "|organisation|bundesamt"
    "|ministerium|gesundheitsministerium|arbeitsgemeinschaft|kooperationsgemeinschaft|stiftung|foundation|committee|commission|kommission"
    "|ausschuss|panel"
    "|board|group|arbeitsgruppe|netzwerk|network|verbraucherzentrale|universität|universitätsklinikum|klinikum"
    "|universitätsmedizin|university|hospital|council|alliance|federation|union|league|liga|krebshilfe|fachgesellschaft"
    "|krankenkasse|ministry|department|office|portal|dienst|informationsdienst|register|hilfe|service|services"
    "|research uk"
    "|bundesanstalt|landesamt|charité|task force|collaboration|consortium|kollegium|bund|dachverband|redaktion"
    "|online|wikipedia|uptodate|pschyrembel|flexikon|doccheck|netdoktor|onmeda|medscape"
    "|gmbh|pharma|ltd|limited|kgaa|inc|arbeitskreis|akademie|kasse|versicherung|trust|editorial board|ärzteblatt"
    "|spital|universitätsspital|program|research fund|fund|research team|study team|collaborators|investigators"
    "|observatory|program in oncology|gesundheitsamt|rat|administration|hauptstelle|beauftragte|umschau|telegramm"
    "|gesundheitsmagazin"
)
_NOUNS = frozenset(head + ending for head in _HEADS.split("|") for ending in ("", "es", "s", "en"))
_ENDS = {
    noun[-2:]: sorted({len(other) for other in _NOUNS if other[-2:] == noun[-2:] and " " not in other})
    for noun in _NOUNS
}
_WORD = re.compile(r"(?:^|(?<=[\s-]))\w+(?=$|[\s,.()/-])")
_TWO_WORDS = tuple(head for head in _HEADS.split("|") if " " in head)
_NAMED = frozenset(
    (
        "barmer", "dak-gesundheit", "msd manual", "mayo clinic", "nhs", "knappschaft", "medlineplus", "orphanet",
        "thieme", "springer", "elsevier", "hogrefe", "kohlhammer", "apotheken umschau", "nhs inform", "nhs england",
        "nhs scotland", "nhs digital", "nhs wales", "nhs choices", "via medici", "thieme via medici", "msd manuals",
        "radiopaedia", "healthline", "bmj best practice", "unaids", "destatis", "pharmazeutische zeitung",
        "krebsgesellschaft", "netzathleten", "macmillan cancer support", "macmillan", "breast cancer now",
        "marie curie", "pschyrembel online", "rote liste online", "msd manual professional edition",
        "johns hopkins medicine", "deximed",
        "cochrane kompakt", "webmd", "vdek", "die techniker", "planet wissen",
        "doccheck flexikon", "gelbe liste online", "wikipedia", "amboss", "netdoktor",
        "versus arthritis", "national comprehensive cancer network",
    )
)  # fmt: skip
_EDITED = re.compile(r" ?\((?:Hrsg|Hg|Hgg|eds?|editors?)\.?\)$")
_ABBREVIATED = re.compile(r"(?:Dt|Dtsch|Österr|Schweiz)\. Ges\. f")
_ACRONYM = re.compile(
    r"(?:(?:DG|ÖG|SG) (?=[A-ZÄÖÜ]{3}))?"
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü²\d]{0,8}[A-ZÄÖÜ][A-Za-z]{0,6}(?:[/+-][A-Z][A-Za-z]{1,8}){0,3}|AMBOSS|Amboss"
)
_DOCUMENT = re.compile(
    r"-(?:Ratgeber|Berichte?|\w*[Rr]eports?|Leitlinien?|Studie|Informationen|Information|Themenheft|Broschüre|Merkblatt"
    r"|Faktenblatt|Handbuch|Wochenbericht)\b"
)
_TOPIC = re.compile(
    r"\b(?:zur|zum|zu) (?:Diagnostik|Therapie|Behandlung|Prävention|Management|Versorgung|Betreuung|Nachsorge|Anwendung"
    r"|Früherkennung|Umsetzung|Durchführung)\b|\b[Gg]uid(?:elines?|ance) (?:on|for) "
)
_STARTS = re.compile(
    r"(?:Deutsch|Österreich|Schweiz|Bundes|Kassen|Ärztlich|Techniker|Spitzenverband|Ständige|Kommission"
    r"|Arbeitsgemeinschaft|European|American|National|International|World|"
    r"British|Royal|Canadian|Gesellschaft|Zentrum|Institut|Robert|Berufsverband|Verband|Stiftung|Krebs)\w*"
)
_ON_THE_NET = re.compile(r"[A-ZÄÖÜ][\w-]+(?: und [A-ZÄÖÜ][\w-]+)? im Netz")
_SITE = re.compile(r"(?:[\w-]{2,40}\.){1,3}(?:de|org|com|net|info|eu|ch|at|gov|uk)", re.IGNORECASE)
_TITLE_SIGNS = re.compile(
    r"[?!„“\"§]|\b(?:Diagnostik|Therapie|Behandlung|Leitlinie|Leitlinien"
    r"|guidelines?|Prävention|Wörterbuch|Lehrbuch|Handbuch|Leitfaden)\b"
)
_OTHERS = re.compile(
    r",? u\. ?a\.?$|,? et ?al\.?$| [Ww]ebsite$|(?:,| &| und) (?:beteiligte|weitere|andere) [A-ZÄÖÜ]\w+$"
)
_REGISTERED_NAME = re.compile(r"[A-ZÄÖÜ][^.:,;]{3,100} e\. ?V\.?(?: \([^()]{2,20}\))?")
"""The name of a registered society, whatever it is called."""
_REGISTERED = re.compile(r" e\. ?V\.?$")
_BRACKET = re.compile(r"^(?P<name>[^()]+?) ?\((?P<inside>[^()]+)\)(?P<tail> (?:e\. ?V\.|u\. ?a\.))?$")
_LENGTH = 200
_COUNTRIES = frozenset(("Deutschland", "Österreich", "Schweiz", "Germany", "USA", "UK"))
_SOCIETY_WORD = re.compile(r"\bGesellschaft|Society|Association\b")
_AND, _SLASH, _HALVES = re.compile(" und "), re.compile(" ?/ ?"), re.compile(" [&+] ")
_AND_BEHIND = re.compile(r"\) (?:und|and|sowie) (?=[A-ZÄÖÜ])")
_AT = re.compile(r" (?:am|beim) ")
_MEMBER = re.compile(r" (?:u\. ?a\.|et al\.) \((?P<who>[^()]+)\)$")
"""One of several behind the short names of others ("DGOU u. a. (AWMF)"), no other name of theirs."""
_APART = re.compile(r" [&+] (?=[A-ZÄÖÜ])|; | u\. ?a\.?$")
_INSIDE = re.compile(r", | / ")
_BOARD = re.compile(
    r"((?:National|Deutsches|European) [A-Z]\w+ (?:Institute|Society|Centre"
    r"|Center)) (?=[A-Z].{0,80}(?:Board|Panel|Committee)$)"
)
_BOARDS = ("Board", "Panel", "Committee")
_IN_BRACKETS = re.compile(r"\[([^\[\]()]+?)(?: \([A-Z]\w+\))?\]")
_JOINED = re.compile(r"/| and (?=[A-Z])| & ")
_LEADING_AND = re.compile(r"^(?:and|und) (?=[A-ZÄÖÜ])")
_COMMAS = re.compile(r", ")
_PARTS = re.compile(r", ?| ?/ ?| & | und | \+ | (?:am|beim) ")
_LIST_SIGNS = (", ", "/", " & ", " und ", " + ", " am ", " beim ")
_SPLIT_AT, _SHORT_LENGTH = 4, 8
_BEFORE_GUIDELINE = re.compile(
    r"(?P<who>[A-Z][A-Za-z&.²\d]+(?:[ /&-][A-Z][A-Za-z.²\d]+|[ /](?:of|for|and"
    r"|the)(?= )){0,12})(?: \([A-Z][\w-]{1,9}\))?(?: (?:Clinical|Practice|Practical|clinical|practice|practical"
    r"|Consensus|consensus|Evidence-based|evidence-based|joint|management|Management|Appropriateness"
    r"|Living|Medical|Treatment))*"
    r"(?: [12]\d{3}(?: Clinical| Practice){0,2})? (?:[Gg]uidelines?|[Rr]ecommendations|[Cc]riteria|Guidance)"
)
_AFTER_GUIDELINE = re.compile(
    r"\b(?:[Gg]uidelines?|[Rr]ecommendations?|[Ss]tatement|[Uu]pdate)(?: update)? (?:from|of|by) (?:the )?"
    r"(?P<who>[A-Z][\w&-]+(?: (?:[A-Z][\w&-]+|of|for|and|the|on|in)){1,12})"
)
_OF_SHORT_BODY = re.compile(
    r"\b(?:[Gg]uidelines?|[Rr]ecommendations) (?:of|from|by) the (?P<who>[A-Z]{3,8}(?:(?:, and |, "
    r"| and )(?:the )?[A-Z]{3,8})*)\b(?![-/])"
)
_ENGLISH_SIGNS = ("uideline", "ecommendation", "tatement", "pdate", "riteria", "uidance")
_LISTED = re.compile(r"(?:, and |, | and )(?:the )?")
_SMALL_END = re.compile(r"(?: (?:of|for|and|the|on|in))+$")
_PROGRAMME = re.compile(r"^(Leitlinienprogramm Onkologie) der (?=AWMF,|Arbeitsgemeinschaft der Wiss)")
_PROGRAMME_TITLE = re.compile(
    r"(?:(?:19|20)\d\d )?(?:(?P<who>GINA|GOLD|KDIGO|KDOQI|Surviving Sepsis Campaign|EuroGuiDerm)(?=[ :-]|$)"
    r"|(?P<own>[A-Z]{2,8}(?:/[A-Z]{2,8}){0,3})[- ](?:\w*[Ll]eitlinien?|Empfehlungen)(?= ))"
)
"""What a title begins with that names a programme of guidelines by itself, or a society before "-Leitlinie"."""
_GERMAN_NAMED = re.compile(r"\b(?:Empfehlung(?:en)?|Leitlinien?) (?:der|des) (?P<who>[A-ZÄÖÜ][A-Za-zÄÖÜ]{2,9})\b")
_NOT_WHO = frozenset(
    (
        "Appropriateness", "Criteria", "European", "International", "National", "Clinical", "Practice", "Consensus",
        "German", "American", "Pocket", "British", "Evidence", "The", "Updated", "New", "Current", "Update",
        "Management",
        "Treatment", "UK", "US", "USA", "EU",
        "World", "Global", "Joint", "Revised", "Cancer", "Care", "Core", "Living", "Medical",
    )
)  # fmt: skip


def _has_head(text: str) -> bool:
    """Say whether a word ends with the noun of an organisation ("...gesellschaft", "...zentrums", "Society")."""
    low = text.lower()
    for word in _WORD.findall(low):
        for length in _ENDS.get(word[-2:], ()):
            if word[-length:] in _NOUNS:
                return True
    return " " in low and has_any(_TWO_WORDS, low)


@lru_cache(maxsize=32)
def looks_like_body(text: str) -> bool:
    """Say whether a piece of a line names an organisation: by a head noun, a known house or an acronym.

    Kept for a moment, because several readers ask for the same piece one after the other.
    """
    text = text.strip(" .,:;")
    if not text or len(text) > _LENGTH or _is_document(text):
        return False
    name = _unregistered(_alone(text).partition(" (")[0])
    if is_short_name(name) or name.lower() in _NAMED:
        return True
    if not (text[0].isupper() or text[0].isdigit()):
        return name.islower() and is_house_name(name.title())
    on_the_net = name.endswith(" im Netz") and _ON_THE_NET.fullmatch(name)
    if on_the_net or (")" in text and _EDITED.search(text)) or _ABBREVIATED.match(text):
        return True
    if _TITLE_SIGNS.search(name) and not _SOCIETY_WORD.search(name):
        return False
    return _has_head(name) or _are_short_names(name) or (name != text and _REGISTERED_NAME.fullmatch(text) is not None)


def _alone(text: str) -> str:
    """Return a name without the others behind it ("u. a.", "et al.", "& beteiligte Fachgesellschaften")."""
    ended = text.endswith((" a", ".a", "al", "site", "a.", "l."))
    return _OTHERS.sub("", text) if ended or " beteiligte " in text or "ere " in text else text


def _is_document(text: str) -> bool:
    """Say whether a text names a document or what one is for, in whatever organisation's name."""
    purpose = " zu" in text or "uid" in text
    return bool(("-" in text and _DOCUMENT.search(text)) or (purpose and _TOPIC.search(text)))


def _are_short_names(text: str) -> bool:
    """Say whether a text is a list of known houses, acronyms and sites."""
    if not has_any(_LIST_SIGNS, text):
        return False
    return any(all(map(is_short_name, split.split(text))) for split in (_COMMAS, _PARTS))


def is_short_name(name: str) -> bool:
    """Say whether a name is a known house, an acronym or a site."""
    name = _unregistered(name)
    return bool(is_house_name(name) or _ACRONYM.fullmatch(name) or ("." in name and _SITE.fullmatch(name)))


def _unregistered(name: str) -> str:
    """Return a name without the "e.V." behind it."""
    return _REGISTERED.sub("", name) if name.endswith(("V", "V.")) else name


def is_society(text: str) -> bool:
    """Say whether a short piece is surely a society and no disease: "DGVS", "AWMF", a known house, a named society."""
    return bool(_SOCIETY.fullmatch(text)) or is_house_name(text) or is_named_body(text)


_SOCIETY = re.compile(
    r"(?:D|Ö|OE|Oe|S)G[A-ZÄÖÜ][A-Za-zÄÖÜ]{0,8}|[GN]?DG|DGN|DEGAM|AGO|AWMF|BÄK|KBV|DKG|DKH|AZQ|ÄZQ|DMKG|GPGE"
    r"|GNPI|DIVI|DKHW"
    r"|BVKJ|BVF|ESC|ESMO|EASL|EAU|EULAR|ACR|AHA|ACC|NICE|WHO|RKI|STIKO|DNQP|AQUA|DVO|GTH|PEG|ÖGGG|IQWiG|G-BA"
    r"|DDG|DSG|DTG|DEGRO|DEGUM|DAIG|DVGS|GPOH|GfV|BVDD|VDBD|KRINKO|GINA|KDIGO|ERC|GRC|ESH|ERS|ATS|IDSA|ESPEN|ESPGHAN|ASPEN|ESGE|ECCO|EASD|ASCO|NCCN|ESTRO|ESGO|ESHRE|FIGO"
    r"|ACOG|RCOG|SIGN|USPSTF|ECDC|BfArM|BfR|ESICM|SCCM|ESAIC|EACTS|BZgA|DHS|KZBV|BZÄK|EuroGuiDerm|ESCMID|EORTC|DAG"
)


def is_named_body(text: str) -> bool:
    """Say whether a text is the whole name of one organisation ("Deutsche ... Gesellschaft"), and not a topic."""
    named = _STARTS.match(text) is not None and " " in text and len(text) <= _LENGTH
    return named and _has_head(text) and looks_like_body(text)


def is_portal(text: str) -> bool:
    """Say whether a text is the name of a known insurer, portal or work of reference and nothing more."""
    return text.lower() in _NAMED


def is_known_body(text: str) -> bool:
    """Say whether a text of several words is an organisation by the head noun that it has and no word of titles."""
    return " " in text and _has_head(text.partition(" (")[0]) and looks_like_body(text)


@lru_cache(maxsize=32)
def split_bodies(text: str) -> tuple[Organisation, ...]:
    """Return the organisations of a printed list; a comma inside a name ("Verdauungs- und ...") does not split it.

    Kept for a moment, because several readers ask for the same list one after the other.
    """
    text = _PROGRAMME.sub(r"\1, ", text) if text.startswith("Leitlinienprogramm") else text
    text = _AND_BEHIND.sub("), ", text) if ") " in text else text
    text = _MEMBER.sub(r", \g<who>", text) if text.endswith(")") else text
    pieces: list[str] = []
    for piece in split_outside_brackets(_alone(text.strip(" .:;,"))):
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
    both = piece.split(" und ")
    if len(both) > 1 and all(map(_ACRONYM.fullmatch, both)):
        return _AND
    if len(both) > 1 and all(half.rstrip(".").endswith(("e.V", "e. V")) for half in both[:-1]):
        return _AND
    slashed = _SLASH.split(piece) if "/" in piece else ()
    if len(slashed) > 1 and all(is_known_body(name) or is_short_name(name) for name in slashed):
        return _SLASH
    within = _AT.split(piece) if " am " in piece or " beim " in piece else ()
    if len(within) > 1 and all(map(is_short_name, within)):
        return _AT
    halves = _HALVES.split(piece) if "&" in piece or "+" in piece else ()
    return _APART if "(" in piece or (len(halves) > 1 and all(map(looks_like_body, halves))) else None


def _starts_body(part: str) -> bool:
    first = " ".join(part.split()[:_SPLIT_AT])
    return bool(
        house_of_name(part)
        or _ACRONYM.fullmatch(_unregistered(part.partition(" (")[0]))
        or _STARTS.match(part)
        or _has_head(first)
    )


def _is_abbreviation(short: str, name: str) -> bool:
    """Say whether a short name stands for the whole one in brackets behind it ("BfR (Bundesinstitut für ...)")."""
    rest = iter(name.lower())
    shortened = " " not in short and len(short) <= _SHORT_LENGTH and " " in name and short[:1] == name[:1]
    return shortened and all(sign in rest for sign in short.lower().replace("-", ""))


def _body(piece: str) -> tuple[Organisation, ...]:
    """Return one organisation with its bracket; a board named behind its institute becomes a second one."""
    bracket = _BRACKET.match(piece) if "(" in piece else None
    if bracket:
        inside = tuple(part.strip() for part in _INSIDE.split(bracket["inside"]))
        if len(inside) == 1 and _is_abbreviation(bracket["name"].strip(), inside[0]):
            return (Organisation(bracket["name"].strip(), inside),)
        members = (len(inside) > 1 and inside[-1] not in _COUNTRIES) or (
            " " in inside[0] and not _ACRONYM.fullmatch(inside[0]) and looks_like_body(inside[0])
        )
        return (Organisation(bracket["name"].strip(), inside, members=members),)
    board = _BOARD.match(piece) if piece.endswith(_BOARDS) else None
    if board:
        return (Organisation(board.group(1)), Organisation(piece[board.end() :]))
    return (Organisation(_OTHERS.sub("", piece).strip()),)


def bodies_in_title(title: str) -> tuple[Organisation, ...]:
    """Return the societies that a guideline's title names before "guideline", "recommendations" or "criteria"."""
    bracket = _IN_BRACKETS.search(title) if "[" in title else None
    if bracket and looks_like_body(bracket.group(1)):
        return (Organisation(bracket.group(1)),)
    programme = _PROGRAMME_TITLE.match(title)
    names = _SLASH.split(programme["who"] or programme["own"]) if programme else []
    if programme and (programme["who"] or all(map(is_society, names))):
        return tuple(map(Organisation, names))
    title = title[:1000]
    found = [Organisation(hit["who"]) for hit in _GERMAN_NAMED.finditer(title) if is_society(hit["who"])]
    return tuple(dict.fromkeys(found + _english_bodies(title) if has_any(_ENGLISH_SIGNS, title) else found))


def _english_bodies(title: str) -> list[Organisation]:
    """Return the societies of an English title, of the words behind "guideline" first."""
    found: list[Organisation] = []
    for hit in _OF_SHORT_BODY.finditer(title):
        found += map(Organisation, _LISTED.split(hit["who"]))
    for hit in _AFTER_GUIDELINE.finditer(title):
        body = _SMALL_END.sub("", hit["who"])
        if _has_head(body):
            found.append(Organisation(body))
    return found + _before_guideline(title)


def _before_guideline(title: str) -> list[Organisation]:
    """Return the societies right before "guideline", "recommendations" or "criteria"."""
    found = []
    for hit in _BEFORE_GUIDELINE.finditer(title):
        for name in _JOINED.split(hit["who"]):
            words = name.strip().split()
            words = words[1:] if words[:1] in (["An"], ["A"], ["The"]) else words
            while words and words[0] in _NOT_WHO and not _has_head(" ".join(words)):
                words = words[1:]
            while words and words[-1] in _NOT_WHO:
                words = words[:-1]
            body = " ".join(words)
            if body and "-" not in body and (_ACRONYM.fullmatch(body) or (_has_head(body) and len(words) > 1)):
                found.append(Organisation(body))
    return found
