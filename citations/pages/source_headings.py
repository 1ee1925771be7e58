"""The words over a printed list of sources, over its groups, and of what stands behind it; and how references look."""

import re

_STRONG = re.compile(
    r"(?:verwendete|genutzte|benutzte|zitierte|ausgewählte|wichtige|wichtigste|unsere|alle|wissenschaftliche)?\s?"
    r"(?:quellen(?:angaben?|verzeichnis|nachweise?|hinweise)?|literatur(?:verzeichnis|angaben?|hinweise"
    r"|liste|nachweise?|"
    r"quellen|auswahl|empfehlungen)?|referenzen|bibliogra(?:ph|f)ie|einzelnachweise|nachweise|belege|fußnoten|"
    r"references?|bibliography|sources|literature(?: cited)?|works cited)"
    r"(?:\s?(?:und|&|/|,|-)\s?.{0,80}|\s(?:für|zu|zum|zur|dieses|dieser|for|and|used)\s.{0,80}|\s?\(.{0,40}\))?",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"(?:weiterführende|weitere|mehr|zusätzliche)\s(?:informationen?|links?|quellen|literatur|texte|infos)\b.{0,80}"
    r"|zum weiterlesen|further (?:reading|information)|(?:nützliche\s)?links(?:\s.{0,60})?|leitlinien und .{0,40}",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:\w{2,30}\s){0,2}"
    r"(?:leitlinien?|weblinks?|patientenleitlinien?|fachartikel|fachliteratur|arzneimittel\w*"
    r"|weitere (?:informationen|quellen|links)|"
    r"bücher|fachbücher|lehrbücher|buchbeiträge|studien|übersichtsarbeiten|reviews?|internet\w*|links|gesetze|"
    r"rechtliche\w*|zeitschriften\w*|artikel|originalarbeiten|metaanalysen|meta-analysen|datenbanken|statistik\w*|"
    r"krebsregister|register|guidelines?|articles?|books?|websites?|webseiten|"
    r"broschüren|informationsmaterial\w*|herstellerinformationen|fachinformationen|berichte|behörden|"
    r"organisationen|fachgesellschaften|institutionen|sonstige\w*|weiterführende \w+|empfehlungen|stellungnahmen)"
    r"(?:\s?[:(,/&-].*|\s(?:und|zu|zum|zur|für|der|des|von|aus|im|on|for|and)\s.*|)",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:erstellt|letzte\s|zuletzt|aktualisiert|veröffentlicht|stand\b|autor|autorin|redaktion|impressum|kontakt\b|"
    r"datenschutz|über uns|über diese|haftungs|disclaimer|teilen|drucken|newsletter|mehr zum thema|zum thema|"
    r"das könnte|passend|ähnliche|verwandte|verantwortlich|hinweis|wissenschaftliche (?:beratung|prüfung)|"
    r"fachliche (?:beratung|prüfung)|bildnachweis|copyright|©|last updated|updated|about|contact|related|share|"
    r"kategorien?\b|schlagw|tags?\b|kommentare?\b|\d{1,4} kommentare?\b|\d{1,4} comments?\b|ihr kontakt|next review|"
    r"haben sie (?:noch )?fragen|fragen\b|ihre meinung|anhang|qualitätssicherung|"
    r"interessenkonflikt|authors?\b|reviewed)",
    re.IGNORECASE,
)
_END_LINE = re.compile(
    r"(?:autor(?:en|in|innen)?|redaktion|erstellt|letzte (?:aktualisierung|änderung|überarbeitung)|zuletzt \w+|"
    r"nächste \w+|aktualisiert|veröffentlicht|copyright|©|verantwortlich|impressum|bildnachweis|bildquelle|"
    r"(?:fachliche|wissenschaftliche|medizinische|ärztliche) (?:beratung|prüfung|leitung|redaktion)|text"
    r"|kategorien?|tags?|"
    r"(?:fachlich|wissenschaftlich|medizinisch|ärztlich|inhaltlich) (?:geprüft|überprüft|begutachtet)"
    r"|next \w+(?: due)?|"
    r"last (?:updated|reviewed)|reviewed by|authors?|written by)\b\s?(?::|am\b|von\b|by\b|durch\b|on\b|\d|\|)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:doi|pmid|isbn|issn)\b|10\.\d{4,9}/|https?://|www\.|\bet al\b|aufgerufen|abgerufen|zugriff|accessed"
    r"|awmf|\bstand:?\s\d|[;,]\s?\d{1,4}\s?\(\d|\b\d{1,4}\s?\(\d{1,4}[^)]{0,12}\)\s?:|:\s?[es]?\d{1,6}\s?[-–]\s?[es]?\d"
    r"|s[123][ek]?-leitlinie|onkopedia|\b(?:19|20)\d\d\s?;|\((?:19|20)\d\d[a-z]?\)|\b(?:hrsg|verlag"
    r"|auflage|press|edn|eds?)\b"
    r"|\bet\.? al|\b(?:19|20)\d\d\.?$|^[^\W\d_][\w'’-]+(?: [\w'’-]+)?,? [A-ZÄÖÜ]{1,3}(?:,|\.|:|;) ",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"\b(?:folgende[nrs]?|im folgenden|auswahl|dieser? (?:text|seite|information)|dieses textes"
    r"|erstellung|herangezogen|"
    r"verwendet|genutzt|beruh\w+|basier\w+|stütz\w+|the following|based on)\b",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_LONGEST_HEADING = 140
_LONGEST_INTRO = 400
LONGEST_GROUP = 100
"""Characters of the longest line that names a group."""


def is_source_title(words: str) -> bool:
    """Say whether a line is the title of a list of sources ("Quellen", "Literatur und Links", "References")."""
    line = _bare(words)
    return len(line) <= _LONGEST_HEADING and _STRONG.fullmatch(line) is not None


def is_weak_title(words: str) -> bool:
    """Say whether a line may be the title of a list of sources, if what follows looks like one."""
    line = _bare(words)
    if len(line) > _LONGEST_HEADING:
        return False
    return _WEAK.fullmatch(line) is not None and not _END.match(line)


def is_group_title(words: str) -> bool:
    """Say whether a line names a group of sources ("Leitlinien", "Fachartikel (Auswahl)")."""
    line = _bare(words)
    if len(line) > LONGEST_GROUP or looks_like_reference(line):
        return False
    return _GROUP.fullmatch(line) is not None or is_source_title(line) or bool(_WEAK.fullmatch(line))


def ends_list(words: str) -> bool:
    """Say whether a line belongs to what stands behind a list of sources (dates, authors, imprint, more links)."""
    return _END.match(_bare(words)) is not None and not looks_like_reference(words)


def ends_list_line(words: str) -> bool:
    """Say whether a line that is no heading stands behind the list ("Erstellt am ...", "Autorin: ...")."""
    return _END_LINE.match(_bare(words)) is not None


def looks_like_reference(words: str) -> bool:
    """Say whether a line carries a mark of a printed reference: a DOI, an address, a volume, an access date ..."""
    return _REFERENCE.search(words[:2000]) is not None


def is_intro(words: str) -> bool:
    """Say whether a sentence only announces the list below it."""
    return len(words) <= _LONGEST_INTRO and _INTRO.search(words) is not None and not looks_like_reference(words)


def _bare(words: str) -> str:
    """Return a heading without its number, its colon and double spaces."""
    visible = _INVISIBLE.sub("", words[:400])
    line = re.sub(r"^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+", "", " ".join(visible.split()))
    return line.strip(" :*_")
