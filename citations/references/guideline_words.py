"""The words by which a line is told to name a guideline, and the remarks on its state that say nothing else."""

import re

from citations.references.bodies import is_short_name, is_society, looks_like_body
from citations.references.cleaning import BREAK
from citations.references.document_words import ADVICE, ADVICE_SIGNS
from citations.references.report_parts import dated_body
from citations.references.signs import has_any

_WORDS = re.compile(
    r"leitlin(?!ien(?:synopse|recherche|vergleich|bewertung))|\bguide?lines?\b|\bNVL\b|expertenstandard"
    r"|global strategy|handlungsempfehlung"
    r"|empfehlung(?:en)? (?:der|des|zur)|empfehlungen für die (?:diagnostik|therapie|behandlung|prävention)"
    r"|National Institute for Health and Care Excellence|National Comprehensive Cancer Network"
    r"|Scottish Intercollegiate|Canadian Task Force"
    r"|\[(?:NG|CG|TA|PH|QS|DG)\d{1,3}\]|konsultationsfassung|\brecommendations\b|\bonkopedia\b"
    r"|appropriateness criteria|\bGOLD[ -]report\b|\bconsensus statement\b"
    r"|(?:^|[/,] ?)KRINKO\b|\bKRINKO-Empfehlung|(?:praxis|therapie|behandlungs|konsens|konsensus|experten)-?empfehlung"
    r"|\bNICE (?:NG|CG|TA|QS|CKS\b|Clinical Knowledge S) ?\d?"
    r"|\bNICE\b.{0,200}\((?:NG|CG|TA|QS)\d{1,3}\)"
    r"|\b(?:GINA|GOLD|ESC)\b.{0,30} pocket guide\b|\b(?:GINA|GOLD) (?:20\d\d )?(?:main )?report\b"
    r"|\bpractice bulletin\b|\bcommittee opinion\b|\brecommendation statement\b|\b(?:optimal )?care pathway\b"
    r"|(?-i:^(?:[A-Z]{3,8}[/–-]?){1,3}[.:,]? (?:20\d\d )?CPGs?\b)"
    r"|(?-i:\bNCCN\b|^SIGN \d{2,3}\b|(?:^|[.:,] )[A-ZÄÖÜ]{2,8}-Empfehlung(?:en)?\b)"
    r"|(?-i:^(?:NICE|USPSTF|SIGN|AWMF|KDIGO|KDOQI|GINA)(?: \(?20\d\d\)?)?(?:\.|:| [–—-]) "
    r"(?!.{0,40}(?:Stellungnahme|Regelwerk|Register\b|Homepage|Website)))"
    r"|^(?:U\.?S\.? )?Preventive Services Task Force\b"
    r"|(?-i:\b[A-Z]{3,8}(?:/[A-Z]{2,8}){0,3}[.:,]? )(?:clinical |practice ){0,2}"
    r"(?:guidance|update on|policy statement|position statement|clinical report|consensus report)\b"
    r"|(?-i:^AWMF (?:[–—-] )?(?!Register|Homepage|Website|Portal|Online|e\.)(?=[„A-ZÄÖÜ])|\bDNQP\b(?! [–—-] Deutsches))"
    r"|(?-i:^[A-ZÄÖÜ]{3,8} (?:[„“»\"][^„“”\"«»]{3,80}[“”\"«] )?Empfehlung(?:en)?\b)"
    r"|[:.] empfehlungen,? \(?20\d\d|Qualitätsentwicklung in der Pflege\b(?=[^\x1e]{12})"
    r"|(?-i:^[A-Z]{3,8}(?:/[A-Z]{3,8}){0,3} )(?:clinical )?practice (?:parameter|advisory)"
    r"|\bofficial positions\b|konsensuspapier"
    r"|surviving sepsis campaign|\bstandards of (?:medical )?care in diabetes\b"
    r"|(?-i:^(?:[A-Z]{3,8}|[A-Z][A-Za-z ]{8,60} (?:Association|Society|College|Federation)) )"
    r"standards of (?:medical )?care\b"
    r"|(?-i:^[A-Z][A-Za-z ]{3,40} (?:Association|Society|College|Federation|Academy)"
    r"(?: [A-Za-z]{2,20}){1,9} Guidance\b)",
    re.IGNORECASE,
)
_COMMONEST = re.compile(r"leitlin(?!ien(?:synopse|recherche|vergleich|bewertung))|guideline(?<=\bguideline)s?\b")
"""The commonest of the words, in small letters; where one stands, the dear look for all of them is spared."""
ADJECTIVES = re.compile(
    r"(?:(?:Die|Update|Neue|Aktualisierte|Interdisziplinäre|Deutsche|Updated|German"
    r"|New|The|Evidenzbasierte)(?:\s|$)){1,4}"
)
"""What stands before the label of a guideline and is neither its title nor its society."""
_STATE_SIGNS = (
    "überarbeit",
    "überprüf",
    "revision",
    "abgelaufen",
    "konsultation",
    "nicht mehr",
    "living",
    "standardw",
    " edn",
    "fassung 20",
    "section)",
    "chapter",
    "kapitel",
    "nice c",
)
_WORD_SIGNS = (
    "leitlin", "guideline", "guidline", "nvl", "expertenstandard", "global strategy", "empfehlung", "[",
    "konsultationsfassung",
    "recommendations", "onkopedia", "gold", "gina", "kdigo", "kdoqi", "krinko", "nice ", "pocket guide",
    "surviving sepsis",
    "standards of", "consensus", "appropriateness", "national institute for",
    "national comprehensive", "scottish", "canadian task", "practice bulletin", "committee opinion", "care pathway",
    "recommendation statement", "guidance", "update on", "policy statement", "position statement", "clinical report",
    "nccn", " cpg", "uspstf 2", "sign ", "preventive services", "nice.", "nice:", "uspstf", "sign.", "sign:", "awmf",
    "dnqp", "practice p", "practice a", "qualitätsentwicklung in", "official position", "konsensuspapier",
)  # fmt: skip
_LOOSE_STATE = re.compile(
    r"(?:[,;]| –) ?(?:(?:derzeit |zurzeit )?in (?:Überarbeitung|Überprüfung|Revision)|abgelaufen"
    r"|Konsultationsfassung|nicht mehr gültig"
    r"|wird (?:derzeit |zurzeit |aktuell )?überarbeitet|Living Guideline)(?=[,.;\x1e)]| –|\s*$)|^Living Guideline: "
    r"|,? Konsultationsfassung(?= (?:0[1-9]|1[0-2])[/.](?:19|20)\d\d)"
    r"|(?<=[,.]) Fassung(?= 20\d\d)"
    r"| \((?:(?:Chapter|Kapitel|Kap\.|Section|Abschnitt) [^()]{1,40}|[^()]{3,60} (?:section|chapter))\)(?=[\s.]*$)"
    r"|(?<=^NICE) (?:CKS|Clinical Knowledge Summar(?:y|ies)):?(?=[.,]|(?<=:)| [–—-])| \(Clinical Knowledge Summary\)"
    r"| \(Standardwerk[^()]*\)|(?<=[.,;] )Edn\.? presented at [^\d]{5,60}?(?=,? 20\d\d)",
    re.IGNORECASE,
)
_STATE = re.compile(r"\((?:abgelaufen|in Überarbeitung|wird (?:derzeit )?überarbeitet"
r"|Konsultationsfassung|in Überprüfung|zurückgezogen"
                    r"|nicht mehr gültig|Living Guideline|Entwurf)[^()]*\)", re.IGNORECASE)  # fmt: skip


_CRITERIA = re.compile(
    r"\b(?P<who>[A-Z][A-Za-z]{1,7}(?:/[A-Z]{2,8}){0,3})\)?[ -](?:(?:19|20)\d\d )?(?:[A-Z]\w+ ){0,2}"
    r"(?:\w*kriterien|[Cc]riteria)\b"
)
"""Criteria that a society sets ("ACR/EULAR Klassifikationskriterien"); those of a classification are none."""
_RESCUE_PLACES = ("rettungsdienst", "älrd", "notfallsanitäter", "notarzt", " kreis ")
_RESCUE = re.compile(
    r"\b(?:(?:[A-Z]\w+ )?\w*[Bb]ehandlungs(?:standard|pfad|richtlinie)|\w*[Aa]rbeitsanweisung|SAA\b|BPR\b|SOPs?\b"
    r"|Algorithm)"
)
"""What a rescue service treats by."""
_BARE = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w-]{1,9}(?:/[A-ZÄÖÜ][\w-]{1,9}){0,3})[ :] ?(?P<topic>[A-ZÄÖÜ][^,.:;()]{2,60}?),? "
    r"\(?(?:19|20)\d\d\)?[\s.;]*"
)
"""A society, a topic, a year and no other word ("ESC/EACTS Vorhofflimmern 2020")."""
_NO_TOPIC = re.compile(
    r"bericht|report|kongress|statisti|register|survey|atlas|broschüre|ratgeber|magazin|info|mitteilung|stellungnahme"
    r"|homepage|website|position|studie|news|daten|score|empfehlung|leitlinie|guideline|kriteri|criteri|^S[123]",
    re.IGNORECASE,
)
_NO_SOCIETIES = frozenset(
    (
        "WHO", "RKI", "KBV", "BÄK", "BfArM", "BfR", "CDC", "ECDC", "BZgA", "DHS", "KZBV", "BZÄK", "IQWiG", "STIKO",
        "IQTIG", "DKH", "DKHW", "PEG", "AQUA", "AZQ", "ÄZQ", "ACS", "ADA", "ASH", "ATA",
    )
)  # fmt: skip
"""Institutes, chambers and authorities, whose papers on a topic are reports, and names that are illnesses as well."""


def _sets_criteria(text: str, low: str) -> bool:
    hit = _CRITERIA.search(text) if "riteri" in low else None
    return hit is not None and any(map(is_society, hit["who"].split("/")))


def _recommends(text: str) -> bool:
    """Say whether a line begins with societies and what they recommend on ("DGE/ÖGE Ernährungsempfehlungen")."""
    hit = _OWN_ADVICE.match(text) if "empfehlungen" in text else None
    return hit is not None and all(map(is_society, _SLASH.split(hit["who"])))


_SLASH = re.compile(r" ?/ ?")
_OWN_ADVICE = re.compile(r"(?P<who>[A-ZÄÖÜ]{3,8}(?: ?/ ?[A-ZÄÖÜ]{3,8}){0,3}) [A-ZÄÖÜ][a-zäöüß]{3,24}empfehlungen\b")


def _advises(text: str, low: str) -> bool:
    """Say whether a society leads a line to what it calls its advice ("ASRA Practice Advisory ...")."""
    hit = _ADVICE.search(text) if has_any(ADVICE_SIGNS, low) else None
    if hit is None:
        return False
    before = text[: min(hit.start(), _LONGEST_NAME)]
    return is_society(before.partition(" ")[0].rstrip(".:,")) or _LEARNED.search(before) is not None


_ADVICE = re.compile(rf"\b(?:{'|'.join(ADVICE)})\b", re.IGNORECASE)
_LEARNED = re.compile(
    r"[Gg]esellschaft|[Kk]ommission|[Aa]kademie|verband|[Kk]ammer|Society|Association|College|Academy|Federation"
    r"|Council|Committee|Task Force|Alliance|Initiative|World Health Organi[sz]ation"
)
"""Who gives medical advice by its name."""
_LONGEST_NAME = 120


def _of_rescue(text: str, low: str) -> bool:
    return has_any(_RESCUE_PLACES, low) and _RESCUE.search(text) is not None


def begins_with_sort(text: str) -> bool:
    """Say whether a line begins with what a rescue service treats by ("SOP Anaphylaxie, ..."), so with a title."""
    return _RESCUE.match(text) is not None


def with_colon(text: str) -> str:
    """Return a line that is a medical society, a topic and a year only with a colon between them, "" for any other.

    The year may stand before the topic as well, behind a society's name with its short one.
    """
    named = dated_body(text)
    rest = text[named.end() :] if named else ""
    own = rest.startswith("Guidelines")  # "... Association (AHA) 2020 Guidelines for CPR" is a name as a whole
    if named and not own and looks_like_body(named["who"]) and (names_guideline(rest) or "riteria" in rest):
        return f"{named['who']} ({named['year']}): {rest}"
    hit = _BARE.fullmatch(text) if text[-7:].rstrip(" .;)")[-4:].isdecimal() else None
    if hit is None or _NO_TOPIC.search(hit["topic"]):
        return ""
    names = hit["who"].split("/")
    societies = any(map(is_society, names)) and all(map(is_short_name, names)) and _NO_SOCIETIES.isdisjoint(names)
    return f"{hit['who']}: {text[hit.start('topic') :]}" if societies else ""


_DATED_STATE = re.compile(
    r"(?<=\()(?:Konsultationsfassung|Konsultationsversion|Entwurf|Living Guideline)[,:]?(?: vom)? "
    r"(?=\d|[A-ZÄ][a-zä]{2,8} 20\d\d)"
)
"""A state with the month of the version behind it, which is kept ("(Konsultationsfassung 04/2026, ...)")."""
_DATED_STATES = ("(Konsultation", "(Entwurf", "(Living")
_PARTS = ("Tab", "Abb", "Kap", "Absch")
_DASHES = (" – ", " — ")
_REMARK_BRACKET = re.compile(
    r" \((?=[^()]*; )[^()]{0,80}\b(?:nur|kein|keine|nicht|ohne|statt|siehe|vgl|gilt|ersetzt|enthält|only|no|not|see)\b"
    r"[^()]{0,120}\)(?=[\s.]*$)"
)
"""A bracket behind the title with two remarks in it ("(nur peripher; keine eigene Leitlinie)")."""
_PASSAGE = re.compile(
    r"[,;] (?:Tabelle|Tab\.|Abbildung|Abb\.|Kapitel|Kap\.|Abschnitt) \d[\d.]{0,8}\w? [„“\"]"
    r"(?![^\x1e]{0,300}(?:ersion|20\d\d))[^\x1e]{0,300}$"
)
"""The part that is meant, by its number and its name, and all behind it."""
_SMALL_REMARK = re.compile(rf"{BREAK}[).]?\s*[–—] (?=[a-zäöüß]{{3}})[^{BREAK}]*$")
"""What is said in small letters behind the register number ("AWMF 083-043 — maßgeblicher Standard")."""


def without_state(text: str) -> str:
    """Return a line without "(abgelaufen)", ", in Überarbeitung", "(Living Guideline)" and what else says its state."""
    text = _DATED_STATE.sub("", text) if has_any(_DATED_STATES, text) else text
    text = _STATE.sub("", text) if "(" in text else text
    text = _PASSAGE.sub("", text) if has_any(_PARTS, text) else text
    text = _REMARK_BRACKET.sub("", text) if "; " in text and "(" in text else text
    text = _SMALL_REMARK.sub(BREAK, text) if BREAK in text and has_any(_DASHES, text) else text
    return _LOOSE_STATE.sub("", text) if has_any(_STATE_SIGNS, text.lower()) else text


def names_guideline(text: str) -> bool:
    """Say whether one of the words of guidelines stands in a text."""
    return _WORDS.search(text) is not None


def is_worded(text: str) -> bool:
    """Say whether the words of a guideline stand in a text; a look for a few letters first costs a tenth of it."""
    low = text.lower()
    if has_any(_WORD_SIGNS, low) and (_COMMONEST.search(low) or _WORDS.search(text)):
        return True
    return _sets_criteria(text, low) or _of_rescue(text, low) or _recommends(text) or _advises(text, low)
