"""What copying and printing do to a line, undone before reading: soft hyphens, odd blanks, broken umlauts, bullets.

Works on a copy for the readers; the printed line itself is kept by whoever owns it.
"""

import re
import unicodedata
from functools import lru_cache

BREAK = "\x1e"
"""Stands where a piece was taken out of a line or where the line broke: no field reaches over it."""

LINE_END = BREAK * 2
"""Where a printed line ended with one of its parts; a title in a line of its own goes up to here."""

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_ODD_BLANK = re.compile(r"[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\u2197\u29c9\U0001f517]")
"""What prints nothing, and the signs that say of a link that it opens elsewhere."""
_BULLET = re.compile(
    r"\s*(?:[↑^]\s*(?:[a-z]\s+){0,20}"
    r"|[-•◦▪●*·–—]\s+|\[[A-Z]?\d{1,3}\]\s*|\([A-Z]?\d{1,3}\)\s+|\d{1,3}[.)]\s+(?=[^\d\s])"
    r"|[A-Z]\d{1,3}\.\s+(?=[^\W\d_])|\d{1,3}\.(?=[A-ZÄÖÜ][a-zäöüß]{2,20} [A-Z]{1,3}[,.]))"
)
_LABEL = re.compile(
    r"(?:(?:Daten|Original|Primär|Sekundär)?[Qq]uellen?(?:angaben?|nachweise?)?|Literatur(?:angaben?|hinweise?)?"
    r"|Nachweise?|Belege?|Lit\.|Sources?|References?|Referenz(?:en)?)(?: \d{1,3})?: (?=\S)"
)
_KEY = re.compile(r"(?:\w{1,40} ?[/.-] ?){0,3}\w{1,40}(?: \([^()]{1,90}\))?(?:: | [–—] )(?=[A-ZÄÖÜ„“\"§])")
"""What a program calls a source, by an underscore told from all names ("LP_Aufklaerung (consent): ...")."""
_CITED_AS = re.compile(
    r"(?P<who>[^\W\d_]\w{2,30}+)(?:[- ](?!et\b)(?P<more>\w{2,20}+))?(?: et al\.?)?,? (?:1[89]|20)\d\d[a-z]?:? "
    r"(?=(?P=who)(?(more)[- ](?P=more))\b)",
    re.IGNORECASE,
)
"""Name and year by which a text cites what begins with the same name behind them."""
_CITED_LENGTH, _CITED_SIGNS = 100, 3
"""So far behind its first signs the name stands again; a look for them costs a tenth of the pattern."""
_SEE = re.compile(
    r"^(?:[Vv]gl\.|[Ss]iehe auch|[Ss]iehe|See also|See) (?:dazu |hierzu |auch )?:? ?"
    r"(?=[A-ZÄÖÜ][\w-]+(?:,? [A-ZÄÖÜ]| et al|,? \(?(?:19|20)\d\d)|[A-ZÄÖÜ][\w-]{0,20}Leitlinie )"
)
_SEE_SIGNS = ("Vgl", "vgl", "Sie", "sie", "See")
_LABEL_LENGTH = 40
_MOJIBAKE = {
    wrong: right
    for right in "äöüÄÖÜßéèáàçñøåæ–—„“”’…§®éíóúëïôîêûž­ "
    for encoding in ("cp1252", "latin-1")
    if (wrong := right.encode().decode(encoding, "ignore")) and len(wrong) == len(right.encode())
}
_MOJIBAKE_SIGNS = re.compile("|".join(sorted(map(re.escape, _MOJIBAKE), key=len, reverse=True)))
_DIAERESIS = re.compile(r"([aouAOU])\u00a8|\u00a8([aouAOU])")
_LINK = re.compile(r"\[([^\[\]]{1,600})\]\(((?:https?://|www\.)[^()\s]{1,500})\)")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=\S)([^*\n]{1,300})\*{1,3}(?![\w*])")
_ET_AL = re.compile(r"\bet\. ?al\b")
_SPLIT_WORD = re.compile(r"(?<=[a-zäöü])-\n(?=[a-zäöü])")
_LOST = {
    "f\ufffdr": "für", "\ufffdber": "über", "g\ufffdltig": "gültig", "gepr\ufffdft": "geprüft", "M\ufffdrz": "März",
    "\ufffdsterreich": "Österreich", "\ufffdrzt": "Ärzt", "Verf\ufffdgbar": "Verfügbar", "verf\ufffdgbar": "verfügbar",
    "Gyn\ufffdkologie": "Gynäkologie", "H\ufffdmatologie": "Hämatologie",
    "Bundes\ufffdrzte": "Bundesärzte", "Kassen\ufffdrzt": "Kassenärzt", "\ufffdrztebl": "Ärztebl",
}  # fmt: skip


def mend(text: str) -> str:
    """Return the text composed (NFC), without soft hyphens and with the umlauts that a wrong encoding destroyed."""
    if text.isascii():
        return text
    text = _NOTHING.sub("", text).replace("\u2010", "-").replace("\u2011", "-")
    if "Ã" in text or "â" in text or "Â" in text:
        text = _NOTHING.sub("", _MOJIBAKE_SIGNS.sub(lambda hit: _MOJIBAKE[hit.group()], text))
    if "\u00a8" in text:
        text = _DIAERESIS.sub(lambda hit: (hit.group(1) or hit.group(2)) + "\u0308", text)
    if "\ufffd" in text:
        for wrong, right in _LOST.items():
            text = text.replace(wrong, right)
    return unicodedata.normalize("NFC", text)


def _unmarked(text: str) -> str:
    """Return the line without the marks of marked-up text: "[title](address)" is both, "*journal*" the journal."""
    if "](" in text:
        text = _LINK.sub(r"\1 \2", text)
    return _EMPHASIS.sub(r"\1", text) if "*" in text else text


def without_bullet(text: str) -> str:
    """Return the line without the number or bullet before it."""
    if text[:1].isalpha() and not text[1:2].isdecimal():
        return text
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet and bullet.end() < len(text) else text


@lru_cache(maxsize=2)
def without_label(text: str) -> str:
    """Return the line without what announces it ("Quelle: "), its key in a program, and what a text cites it as.

    Kept for a moment, because a line is first asked for its label and then cleaned.
    """
    text = _SEE.sub("", text) if text[:3] in _SEE_SIGNS else text
    label = _LABEL.match(text) if ": " in text[:_LABEL_LENGTH] else None
    text = text[label.end() :] if label else text
    key = _KEY.match(text) if "_" in text[:_LABEL_LENGTH] else None
    if key and "_" in key.group().partition(" (")[0]:
        text = text[key.end() :]
    lead = text[:_CITED_LENGTH].lower()
    cited = _CITED_AS.match(text) if lead.find(lead[:_CITED_SIGNS], 1) > 0 else None
    return text[cited.end() :] if cited else text


@lru_cache(maxsize=2)
def clean(text: str) -> str:
    """Return one line to read: mended, without bullet, blanks single; a line break that ends a part is BREAK.

    Kept for a moment, because a line is read and then judged.
    """
    text = _unmarked(mend(text.replace("\r\n", "\n").replace("\r", "\n").replace(BREAK, " ")))
    if "  " in text or ((not text.isascii() or "\t" in text) and _ODD_BLANK.search(text)):
        text = _BLANKS.sub(" ", text)
    text = _ET_AL.sub("et al", text) if "et." in text else text
    text = _SPLIT_WORD.sub("", text) if "\n" in text else text
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    out = without_label(without_bullet(lines[0])) if lines else ""
    for line in lines[1:]:
        out += _joint(out, line) + line
    if out.startswith("(") and out.rstrip(".").endswith(")") and out.count("(") == 1 == out.count(")"):
        out = out.strip("().")
    return (out.replace(" | ", f" {LINE_END} ") if out.count(" | ") > 1 else out).strip()


def _joint(before: str, line: str) -> str:
    """Return what stands between two lines: a break, or a blank where a sentence merely ran over the margin."""
    if line.startswith("- ") and before.endswith(":"):
        return f" {LINE_END} "  # a row of what the line above announces
    runs_on = before.endswith((",", "-", ";", "–", "(", ":", "&")) or not (line[0].isupper() or line[0] in "„\"'(")
    return " " if runs_on else f" {LINE_END} "
