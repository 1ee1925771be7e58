"""Lines of a source list that are sentences with sources embedded in them (domain 4.1, prose lines).

Finds guidelines named by class and title, patient guidelines, known houses (``houses``) and organisations before a
verb. A line in which nothing is named is no prose line here; the text itself is never cut.
"""

import re
from dataclasses import replace

from citations.records import Mention, Organisation, Prose, Reference
from citations.references.bodies import looks_like_body
from citations.references.houses import HouseMatch, find_houses

_VERBS = frozenset(
    (
        "bietet", "bieten", "informiert", "informieren", "steht", "stehen", "findet", "finden", "gibt", "hat", "haben",
        "ist", "sind", "wird", "werden", "wurde", "wurden", "stellt", "stellen", "empfiehlt", "empfehlen", "handelt",
        "enthält", "enthalten", "erhalten", "listet", "zeigt", "veröffentlicht", "nutzt", "greift", "dienen", "diente",
        "dienten", "geben", "gaben", "veröffentlichen", "hält", "halten", "liefert", "liefern", "nennt", "nennen",
        "zeigen",
        "beschreibt", "beschreiben", "berichtet", "berichten", "betreibt", "betreiben", "erläutert", "erläutern",
        "nutzen",
        "warnt", "warnen", "verzeichnet", "verzeichnen", "sammelt", "sammeln", "pflegt", "pflegen", "listen",
        "unterstützt", "unterstützen", "berät", "beraten", "hilft", "helfen", "vermittelt", "offers", "offer",
        "provides", "provide", "available", "published",
    )
)  # fmt: skip
_OPENERS = frozenset(
    (
        "die", "der", "das", "den", "dem", "des", "für", "als", "zu", "zum", "zur", "auch", "weitere", "eine", "ein",
        "im", "in", "auf", "mehr", "bei", "außerdem", "zusätzlich", "darüber", "aktuelle", "ausführliche", "unter",
        "über", "beim", "vom", "von", "nach", "the", "for", "more", "further",
    )
)  # fmt: skip
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_CITATION_SIGNS = ("doi", "gerufen", "zugriff", "accessed", "et al", "awmf-reg")
_CITATION = re.compile(r"doi|(?:auf|ab)gerufen|Zugriff|accessed|et al|AWMF-Reg", re.IGNORECASE)
_LETTERS = re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]+")
_SITE = re.compile(r"[\w-]{1,40}(?:\.[\w-]{2,40}){1,3}(?: \([^()]{2,40}\))?(?:: | [–—-] |, )")
"""A site that leads a reference as its house ("gesund.bund.de: Gicht")."""
_NO_WORDS = ("http", "www.", "vgl. ")
"""Small letters that a reference may begin with."""
_LONGEST = 2000
"""No sentence of a source list is longer; what stands behind is not searched for a verb."""
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)")
_GUIDELINE = re.compile(r"(?<![\w-])(S1|S2e|S2k|S2|S3)-Leitlinie (?=\S)")
_TITLED = re.compile(rf"{_GUIDELINE.pattern}|(?:[A-ZÄÖÜ][\w/-]*-)?Richtlinien? (?:des|vom) ")
_PATIENT = re.compile(r"(?<![\w-])Patient(?:inn)?en(?:leitlinie|version|information)n?(?![\w-])")
_STOP = re.compile(
    r",? (?:sowie|und|oder) (?:die |der |auf die )?(?:S[123]|Leitlinie|Patient)|, (?:die |der )?(?:S[123]|Patient)"
    r"|, (?:die|der|das|in der|which)(?= )|\.(?:\s|$)|[;:!?\n]| \(|$"
    r"| (?:zur Verfügung|zu finden|abrufbar|verfügbar|empfiehlt|empfehlen|steht|stehen|ist|sind|gibt|nennt|enthält"
    r"|informiert|beschreibt|wird|werden|erschienen|herangezogen|genutzt|verwendet|heran|vor)(?![\w-])"
)
_QUOTES = {"„": "“", "»": "«", "“": "”", '"': '"', "«": "»"}
_DOCUMENT = re.compile(
    r"(?<![\w-])(?:(?:Fach|Gebrauchs|Produkt)information(?:en)?|Nutzenbewertung(?:en)?|Dossierbewertung(?:en)?"
    r"|Änderungen der Arzneimittel-Richtlinie|Arzneimittel-Informationssystem(?:s)? des Bundes"
    r"|Rote-Hand-Briefe?|Beschl(?:üsse|uss))"
    r"(?: gemäß §+ ?35a(?: Abs\. ?\d)?(?: des)? SGB V| nach §+ ?35a(?: Abs\. ?\d)?(?: des)? SGB V| der Hersteller"
    r"| der genannten Arzneimittel)?(?![\w-])"
)
_BODY = re.compile(
    r"(?:^|(?<=[.:] ))(?:Die|Der|Das|Auch die|Auch der|Auch das) "
    r"((?:[A-ZÄÖÜ][\w.-]{0,60} |(?:für|der|des|und|e\.V\.|zur|im|von|bei) ){0,12}[A-ZÄÖÜ]?[\w-]{0,40}"
    r"(?i:stiftung|gesellschaft|hilfe|verein|institut|zentrum|verband|bundesamt|behörde|register|netzwerk|dienst"
    r"|liga|selbsthilfe|ministerium|kammer|vereinigung)(?: e\. ?V\.)?)"
    r"(?: \([^()]{1,40}\))? (?=[a-zäöü]+)"
)
_OFFERING = (
    r"(?:bietet|bieten|informiert|informieren|berät|beraten|unterstützt|unterstützen|stellt|stellen|hilft|helfen|gibt"
    r"|geben|hält|veröffentlicht|veröffentlichen|listet|beschreibt|vermittelt|betreibt)"
)
_ACTOR = re.compile(
    r"(?:^|(?<=[.:] ))(?:Die|Der|Das|Auch die|Auch der|Auch das) "
    r"((?:[A-ZÄÖÜ][\w.-]{1,60}|für|der|des|und|e\. ?V\.)(?: (?:[A-ZÄÖÜ][\w.-]{1,60}|für|der|des|und|e\. ?V\.)){0,9})"
    rf"(?: \([^()]{{1,40}}\))? {_OFFERING}(?!\w)"
)
"""Somebody who offers something; a body without the noun of one ("Die Deutsche ILCO bietet ...")."""
_PROPER = re.compile(r"(?:Deutsch|Österreich|Schweiz|Europäisch|Bundes)\w*[ -][A-ZÄÖÜ]|(?:.* )?[A-ZÄÖÜ]{3,}(?![\w-])")


def is_generic_document(title: str) -> bool:
    """Say whether a title names a sort of document only ("Fachinformationen der Hersteller"), no single one."""
    return not title or _DOCUMENT.fullmatch(title) is not None


def read(line: str) -> Prose | None:
    """Return the mentions of a line that is a sentence, None for a line that is a reference or names nothing."""
    if not _is_running_text(line):
        return None
    mentions = _guidelines(line) or _houses(line) or _organisations(line)
    if ("www." in line or "://" in line) and not _says_of(line, mentions):
        return None
    return Prose(tuple(mentions)) if mentions else None


def _is_running_text(line: str) -> bool:
    first = _LETTERS.search(line, 0, _LONGEST) if " " in line else None
    if first is None:
        return False
    if _YEAR.search(line) or _is_citation(line):
        opened = first.group().lower() in _OPENERS and not line.startswith(("Der ", "Das "))
        return opened and line.rstrip().endswith(".") and _has_verb(line)
    begins_small = line[0].islower() and not (line.startswith(_NO_WORDS) or _SITE.match(line))
    return _has_verb(line) or begins_small or (_embedded(line) and not _TITLED.match(line))


def _is_citation(line: str) -> bool:
    low = line.lower()
    return any(sign in low for sign in _CITATION_SIGNS) and _CITATION.search(line) is not None


def _has_verb(line: str) -> bool:
    return not _VERBS.isdisjoint(_LETTERS.findall(line, 0, _LONGEST))


def _says_of(line: str, mentions: list[Mention]) -> bool:
    """Say whether a sentence speaks of what it names; in "Was ist Krebs? Krebshilfe, www..." the verb is a title's."""
    if (
        (line[0].islower() and not line.startswith(_NO_WORDS))
        or line.split(None, 1)[0].lower() in _OPENERS
        or _embedded(line)
    ):
        return True
    for mention in mentions:
        start = max((hit.end() for hit in _SENTENCE_END.finditer(line, 0, mention.start)), default=0)
        end = _SENTENCE_END.search(line, mention.end)
        stretch = line[start : end.start() if end else len(line)]
        if any(word in _VERBS for word in _LETTERS.findall(stretch)):
            return True
    return False


def _embedded(line: str) -> bool:
    """Say whether a house stands inside a phrase ("vor allem im ... PharmNet.Bund"), as no printed author does."""
    houses = find_houses(line)
    if not houses or not houses[0].start:
        return False
    before = _DOCUMENT.sub("", line[: houses[0].start]).rstrip()
    return before.rpartition(" ")[2].lower() in {"im", "des", "der", "beim", "vom", "von", "bei", "dem", "über", "den"}


def _title_after(line: str, start: int) -> tuple[int, int]:
    """Return where the title that begins at ``start`` stands: inside its quotes, or up to the words that end it."""
    closing = _QUOTES.get(line[start : start + 1])
    if closing and line.find(closing, start + 1) > 0:
        return start + 1, line.find(closing, start + 1)
    stop = _STOP.search(line, start)
    return start, stop.start() if stop else len(line)


def _guidelines(line: str) -> list[Mention]:
    mentions = []
    for label in _GUIDELINE.finditer(line):
        start, end = _title_after(line, label.end())
        reference = Reference(kind="guideline", guideline_class=label.group(1), title=line[start:end])
        mentions.append(Mention(label.start(), end, reference))
    for label in _PATIENT.finditer(line):
        start, end = _title_after(line, label.end() + 1) if line[label.end() : label.end() + 1] == " " else (0, 0)
        title = line[start:end] if line[start : start + 1].isupper() else ""
        mentions.append(Mention(label.start(), end if title else label.end(), _patient(title)))
    return sorted(mentions, key=lambda mention: mention.start)


def _patient(title: str) -> Reference:
    return Reference(kind="patient-guideline", title=title)


def _house_mention(line: str, hit: HouseMatch) -> Mention:
    printed = line[hit.start : hit.end]
    reference = Reference(kind=hit.house.kind)
    if hit.by_address:
        return Mention(hit.start, hit.end, replace(reference, url=printed))
    return Mention(hit.start, hit.end, replace(reference, organisations=(Organisation(printed),)))


def _houses(line: str) -> list[Mention]:
    hits = find_houses(line)
    abbreviations = {line[h.start : h.end] for h in hits if h.end < len(line) and line[h.start - 1 : h.start] == "("}
    hits = [hit for hit in hits if not hit.by_address or hit.house.portal or len(hits) == 1]
    readers = [hit for hit in hits if not _is_author_of_page(line, hit)]
    mentions = [_house_mention(line, hit) for hit in readers or hits if line[hit.start : hit.end] not in abbreviations]
    document = _DOCUMENT.search(line)
    if document is None:
        return mentions
    if not mentions:
        kind = "report" if "bewertung" in document.group().lower() else "drug-information"
        return [Mention(document.start(), document.end(), Reference(kind=kind, title=document.group()))]
    first = mentions[0]
    return [replace(first, reference=replace(first.reference, title=document.group())), *mentions[1:]]


def _is_author_of_page(line: str, hit: HouseMatch) -> bool:
    """Say whether the house is the one that writes the page ("hat der Krebsinformationsdienst ... herangezogen")."""
    before = line[: hit.start].rstrip().rpartition(" ")[0].rpartition(" ")[2]
    return not hit.by_address and before in {"hat", "haben", "nutzt", "greift", "verwendet"}


def _organisations(line: str) -> list[Mention]:
    match = _BODY.search(line)
    if match is None:
        match = _ACTOR.search(line)
        name = match.group(1) if match else ""
        if match is None or not (
            _PROPER.match(name) or any(looks_like_body(word) for word in name.split() if "-" not in word)
        ):
            return []
    reference = Reference(kind="web-page", organisations=(Organisation(match.group(1)),))
    return [Mention(match.start(1), match.end(1), reference)]
