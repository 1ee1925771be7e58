"""What a cited page says: its main text without what changes at every visit, its Stand, quotes that are gone. Pure.

Dates of today, banners, nonces and years of copyright are dropped before the fingerprint is taken (registries, 9).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from citations.pages.blocks import Block, Document
from citations.pages.decode import decode
from citations.pages.html_blocks import read_html
from citations.pages.page_date import date_line
from citations.pages.text_blocks import read_text
from citations.pages.unreadable import PageUnreadableError
from citations.references.printed_dates import ENGLISH_MONTHS, GERMAN_MONTHS
from jobs.watchers.contract import Answer

_MONTH = "|".join(sorted({*GERMAN_MONTHS, *ENGLISH_MONTHS, "Jänner"}, key=len, reverse=True))
_DAY = (
    r"(?:\d{4}-\d\d-\d\d(?:T[\d:.+Z-]{5,})?|\d{1,2}[./]\s?\d{1,2}[./]\s?(?:20)?\d\d"
    rf"|\d{{1,2}}\.?\s(?:{_MONTH})\s\d{{4}}|(?:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
_A_DAY = re.compile(_DAY, re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?!\d)")
_TODAY_WORD = (
    r"\b(?:heute|today|abgerufen|abrufdatum|gedruckt|druckdatum|ausdruck|generiert|erzeugt|retrieved|printed)\b"
)
_ROLLING = re.compile(rf"{_TODAY_WORD}[^.\n]{{0,40}}?{_DAY}", re.IGNORECASE)
_AROUND_DAYS = re.compile(
    r"\b(?:mo(?:n(?:tag|day)?)?|di(?:enstag)?|tue(?:sday)?|mi(?:ttwoch)?|wed(?:nesday)?|do(?:nnerstag)?|thu(?:rsday)?"
    r"|fr(?:i(?:day)?|eitag)?|sa(?:t(?:urday)?|mstag)?|so(?:nnabend|nntag)?|sun(?:day)?|heute|today|ist|is|it|der|den|the"
    r"|am|um|on|at|vom|uhr|datum|date|zeit|time|uhrzeit|aktuell\w*)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*[-\u2013]\s*)?\d{4}", re.IGNORECASE)
_NONCE = re.compile(
    r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{16,}\b"
    r"|\b(?=\w{0,40}\d)(?=\w{0,40}[a-z])(?=\w{0,40}[A-Z])\w{20,}\b"
)
_BANNER = re.compile(r"\bcookies?\b", re.IGNORECASE)
_CONSENT = re.compile(r"akzeptier|zustimm|einwillig|einverstanden|verwende|nutz|ablehnen|accept|consent|reject|\buse")
_LONGEST_BANNER = 600
_SHELL = re.compile(r"<app-root\b|\bid\s*=\s*[\"']?(?:root|app|__next|__nuxt|q-app|svelte)\b", re.IGNORECASE)
_NEEDS_SCRIPT = re.compile(r"javascript", re.IGNORECASE)
_LITTLE = 200
_LONGEST = 1_000_000
_MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|main|div|p|h[1-6]|table|script|meta|title)\b", re.IGNORECASE)
_QUOTES = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2039\u203a'`\u00b4]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CUT = re.compile(r"\s*(?:\[\s*(?:\u2026|\.{3})\s*\]|\(\s*(?:\u2026|\.{3})\s*\)|\u2026|\.{3})\s*")


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as read: all of its words, its main text, its titles (window, first heading), its Stand; whether a shell.

    A shell is a page that holds nothing before a program in the browser has filled it.
    """

    whole: str
    main: str
    titles: tuple[str, ...]
    stand: str
    shell: bool


def read(answer: Answer) -> PageText:
    """Return what an answer in HTML or plain text says. Raises PageUnreadableError for what nobody can read."""
    source = _characters(answer)
    if not _MARKUP.search(source[:20_000]):
        document = read_text(source)
        return PageText(source, source, (), _stand(document), shell=False)
    document = read_html(source, answer.url, ())
    body = [document.words(block) for block in document.blocks if not block.why]
    spare = [document.words(block) for block in document.blocks if block.why not in ("furniture_page_title", "")]
    titles = [document.words(block) for block in document.blocks if block.why == "furniture_page_title"]
    main = "\n".join(body)
    waits = _SHELL.search(source) or _NEEDS_SCRIPT.search(" ".join(spare))
    shell = len(main) < _LITTLE and "<script" in source.lower() and waits is not None
    return PageText(document.text, main or "\n".join(spare), (*titles, document.title), _stand(document), shell)


def settled(main: str, today: date) -> str:
    """Return a main text without what is another at every visit, white space normalised.

    A text of more than a million characters is no page with a date of today on it: only its white space is normalised.
    """
    if len(main) > _LONGEST:
        return " ".join(main.split())
    lines = [line for line in main.splitlines() if not _passing(line)]
    text = _ROLLING.sub(" ", "\n".join(lines))
    for written in _written(today):
        text = re.sub(rf"(?<!\d){re.escape(written)}(?!\d)", " ", text, flags=re.IGNORECASE)
    text = _NONCE.sub(" ", _COPYRIGHT.sub(" ", text))
    return " ".join(_HIDDEN.sub("", unicodedata.normalize("NFC", text)).split())


def lost(quotes: Iterable[str], whole: str) -> list[str]:
    """Return the quotes that a text no longer holds; marks of omission inside a quote stand for anything.

    Spaces, soft hyphens, kinds of dashes and quotation marks do not count.
    """
    plain = _plain(whole)
    return [quote for quote in quotes if not _holds(plain, [_plain(part) for part in _CUT.split(quote)])]


def _holds(text: str, parts: Sequence[str]) -> bool:
    place = 0
    for part in parts:
        found = text.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True


def _plain(text: str) -> str:
    shown = _HIDDEN.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(_DASHES.sub("-", _QUOTES.sub('"', shown)).casefold().split())


def _characters(answer: Answer) -> str:
    """Return the characters of a body: as it shows itself, else by the charset of the header."""
    try:
        return decode(answer.body)[0]
    except PageUnreadableError as error:
        charset = answer.headers.get("content-type", "").lower().partition("charset=")[2].split(";")[0].strip("\"' ")
        if error.key != "page_undecodable" or not charset:
            raise
        try:
            return decode(answer.body.decode(charset))[0]
        except (LookupError, UnicodeDecodeError):
            raise error from None


def _passing(line: str) -> bool:
    """Say whether a line says nothing but a date of the page, a date of today, or that cookies are used."""
    if date_line(line)[0]:
        return True
    rest = _TIME.sub(" ", _A_DAY.sub(" ", line))
    if rest != line and not any(character.isalnum() for character in _AROUND_DAYS.sub(" ", rest)):
        return True
    return len(line) < _LONGEST_BANNER and bool(_BANNER.search(line) and _CONSENT.search(line.lower()))


def _written(day: date) -> tuple[str, ...]:
    """Return a day in the forms that pages print."""
    names = (GERMAN_MONTHS[day.month - 1], ENGLISH_MONTHS[day.month - 1])
    numbers = (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}", f"{day}")
    words = [f"{day.day}{dot} {name} {day.year}" for name in names for dot in (".", "")]
    return (*numbers, *words, *(f"{names[1]} {day.day}{comma} {day.year}" for comma in (",", "")))


def _stand(document: Document) -> str:
    """Return the date a page plainly prints as its own, as partial ISO; "" where it prints none, or several."""
    inside = [block for block in document.blocks if not block.why]
    around = [block for block in document.blocks if block.why in ("furniture_header", "furniture_footer")]
    return _one_date(document, inside) or _one_date(document, around)


def _one_date(document: Document, blocks: Sequence[Block]) -> str:
    lines = [line for block in blocks for line in document.words(block).splitlines()]
    said = {(what, iso) for what, iso in map(date_line, lines) if iso}
    updated = {iso for what, iso in said if what == "updated"}
    dates = updated or {iso for what, iso in said if what == "stand"}
    return dates.pop() if len(dates) == 1 else ""
