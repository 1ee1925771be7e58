"""How one line of plain text looks: its bullet, whether it is a heading, a caption, a glossary entry. No positions."""

import re

_MONTH = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_BULLET = re.compile(
    r"(?:[-–—•*·▪◦‣●○■]|\(?\d{1,3}[.)]|\[\d{1,3}\]|[a-z]\))[ \t\u00a0]+(?=\S)"
    r"|\[\d{1,3}\](?=[^\s\[(])"
)
_DATE_AHEAD = re.compile(rf"\d{{1,2}}\.\s+(?:{_MONTH}|\d)")
_CAPTION = re.compile(
    r"(?:Bild|Foto|Fotos|Bilder|Abbildung|Abb\.|Grafik|Illustration|Bildquelle|Bildnachweis|Figure|Image|Photo|Picture)"
    r"(?:\s\d{1,3}[a-z]?)?\s?[:©]|©"
)
_GLOSSARY_TITLE = re.compile(
    r"(?:Kleines\s)?(?:Lexikon|Glossar|Begriffserklärung(?:en)?|Glossary|Wörterbuch)\s?:?",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?P<term>[^\s:.,;!?][^:.!?,;]{0,70}?)\s?:\s+\S")
_NOT_A_TERM = re.compile(
    r"\b(?:ist|sind|wird|werden|kann|können|läuft|gibt|hat|haben|soll|sollen|gilt|geht|is|are|can)\b"
    r"|^(?:wichtig|hinweis|achtung|tipp|ziel|vorsicht|fazit|gut zu wissen|beispiel|note|important)\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 120
_MOST_TERM_WORDS = 6


def bullet_of(line: str) -> str:
    """Return the bullet a line begins with ("- ", "1. ", "[3] "), "" if none. A date ("4. März ...") is no bullet."""
    match = _BULLET.match(line)
    if match is None or _DATE_AHEAD.match(line):
        return ""
    return match.group()


def is_caption(line: str) -> bool:
    """Say whether a line names a picture or its maker."""
    return _CAPTION.match(line) is not None


def is_glossary_title(line: str) -> bool:
    """Say whether a line is the title of a glossary box."""
    return _GLOSSARY_TITLE.fullmatch(line.strip()) is not None


def is_glossary_entry(line: str) -> bool:
    """Say whether a line reads ``term: definition``, as the lines below a glossary title do."""
    match = _ENTRY.match(line)
    if match is None:
        return False
    term = match["term"]
    return len(term.split()) <= _MOST_TERM_WORDS and not _NOT_A_TERM.search(term)


def is_heading(line: str) -> bool:
    """Say whether a bare line is a heading: short, begins large, no final mark; a single question may be one."""
    if len(line) > _LONGEST_HEADING or not line or "\n" in line or is_caption(line):
        return False
    if "://" in line or "www." in line:
        return False
    if not (line[0].isupper() or line[0].isdigit() or line[0] in "„\"“»«'"):
        return False
    if line[-1] == "?":
        return not re.search(r"[.!?]\s", line)
    return line[-1] not in ".!,;:…–-" and not re.search(r"[.!?]\)?[\"“”»«]\Z|[^.\s]{3}[.!?]\s+\w", line)
