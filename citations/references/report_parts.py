"""What a report has beside its name: a subtitle, a series with a number, pages; and which page of a house is one."""

import re
from dataclasses import replace

from citations.records import Reference
from citations.references.bodies import is_portal, looks_like_body
from citations.references.cleaning import BREAK
from citations.references.document_words import PAGES
from citations.references.journals import is_journal
from citations.references.publishers import is_place, is_publisher
from citations.references.signs import has_any

_NO_SUBTITLE = re.compile(
    r"^(?:In: |Stand\b|Version\b|Nr\b|Bd\b|Band\b|Heft\b|Auftrag\b|Abschluss|Rapid|Fachserie"
    r"|Statistischer? Berichte? [A-Z]?\d|Berichtsjahr|Technical"
    r"|IQWiG-|Status \d|Datenjahr\b|(?:[A-Z]\w+ ){0,2}(?:Bewertung|Report|Fassung|Stellungnahme|Mitteilung)$"
    r"|Kap(?:itel|\.)|Abschnitt\b|EMA/|Licen|Series\b|\d)"
    r"|\b(?:bulletin|Verlag|Portal|Internetportal|online|Website)\b",
    re.IGNORECASE,
)
_SERIES = re.compile(
    r"(?P<name>(?:Schriftenreihe|Reihe|Forschungsberichte?|Materialien|Beiträge|Technical Report Series)\b[^,;]{0,100})"
    r"(?:[,;]? (?:Bd|Band|Heft|Nr|No|[Vv]ol)\.? ?(?P<no>\d{1,4}))?"
)
"""The series that a report appeared in, as a part of its own behind the title."""
_NO_REPORT = re.compile(
    rf"(?:{'|'.join(PAGES)})\b|\bwas ist\b|^(?:was|wie|warum|wann) ",
    re.IGNORECASE,
)
"""What a page for readers calls itself, or begins with."""
_NO_AUTHORITY = re.compile(
    r"publishing|clinic\b|klinik|spital|dienst|online|verlag|zentralen?\b|redaktion|kasse\b|\.[a-z]{2,4}\b|apotheke"
    r"|wiki|manual|gmbh|news",
    re.IGNORECASE,
)
"""A house that fills a site and issues no reports."""
_PAGES = re.compile(r"[;,.] (?:S\.|Seiten?|pp?\.) ?(?P<p>\d{1,5}(?: ?[–-] ?\d{1,5}| ?ff?\.)?)(?=[\s.,;)\x1e]|$)")
_CHAPTER = re.compile(r"[;,.] (?:Chapter|Kapitel|Kap\.|Abschnitt|Section) \d[\d.]*(?=[\s,;)\x1e]|$)")
_TUMOURS = re.compile(r"[Cc]lassification of (?:[\w-]+ ){1,8}[Tt]umou?rs\b")
"""A volume of the series of books on tumours."""
_DATED_BODY = re.compile(r"^(?P<who>[A-ZÄÖÜ][^():;,.]{8,100} \([A-Z][\w/-]{1,12}\)) (?P<year>20\d\d) (?=[A-ZÄÖÜ])")
_LONGEST_NAME = 120
PLACE = re.compile(r"^[A-ZÄÖÜ][\w .,-]{1,30}(?: \([^()]+\))?: [^.;:]{2,80}$")
_CHAPTER_SIGNS, _PAGE_SIGNS = ("Chapter", "Kap", "Abschnitt", "Section"), (" S.", " Seite", " p.", " pp.")
_SHORT, _TWO = 30, 2


_TOPIC = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]{3,40}(?: \([^()]{2,40}\))?(?:: [A-ZÄÖÜ][a-zäöüß-]{2,40})?")
"""A disease and nothing else: the page on it of a house that speaks to the sick, and no report."""
_FOR_READERS = re.compile(
    r"[Kk]rebsgesellschaft|hilfe\b|liga\b|[Ss]tiftung\b|verein\b|bund\b|[Ss]ociety\b|[Ff]oundation\b"
)
_PUBLISHED_ON = re.compile(
    r"(?<=[.\w) ])\((?:(?P<y>20\d\d), (?:\d{1,2}\. )?[A-ZÄ][a-zä]{2,8}(?: \d{1,2})?"
    r"|(?:[A-Z][a-z]{2,8} \d{1,2},|\d{1,2}\. [A-ZÄ][a-zä]{2,8}) (?P<year>20\d\d))\)(?=\. |: )"
)
"""The day of publication behind who wrote ("Statista. (August 16, 2023). ..."); it is no Stand."""


def dated_body(text: str) -> re.Match[str] | None:
    """Return ``who`` and ``year`` where a line begins with a body's two names and a year ("... (AHA) 2020 Title")."""
    return _DATED_BODY.match(text) if ") 20" in text[:_LONGEST_NAME] else None


def with_dated_body(text: str) -> str:
    """Return a line with the year between a body's two names and the title in brackets, without month and day."""
    day = _PUBLISHED_ON.search(text, 0, _LONGEST_NAME) if "(" in text[:_LONGEST_NAME] else None
    if day:
        return f"{text[: day.start()]}({day['y'] or day['year']}){text[day.end() :]}"
    hit = dated_body(text)
    return f"{hit['who']} ({hit['year']}) {text[hit.end() :]}" if hit else text


def cut_series(parts: list[str]) -> tuple[str, str, list[str]]:
    """Return the series that stands among the parts behind a title, the number in it, and the parts without it."""
    series = next((hit for part in parts[1:] if (hit := _SERIES.fullmatch(part))), None)
    if series is None:
        return "", "", parts
    return series["name"], series["no"] or "", [part for part in parts if part != series.group()]


def is_file(url: str) -> bool:
    """Say whether an address is a file's to print (PDF) and no page's."""
    return url.lower().partition("?")[0].endswith(".pdf")


def as_report(page: Reference, *, edited: bool) -> Reference:
    """Return the report that a page is which an authority or society issued in a year, and nobody looked at on the net.

    ``edited`` where the line says "(Hrsg.)" of the body; a file to print is no page either, a volume of the
    classification of tumours is a book.
    """
    if _TUMOURS.match(page.title) and [body.name for body in page.organisations] == ["WHO"]:
        return replace(page, kind="book", title=f"WHO {page.title}")
    file = is_file(page.url)
    net = page.accessed or page.url or page.doi or page.pmid
    if page.kind != "web-page" or page.authors or page.container or not page.title or not (page.year or edited):
        return page
    if (net and not file) or _NO_REPORT.search(page.title) or not page.organisations:
        return page
    names = [body.name for body in page.organisations]
    filled = all(is_portal(name) or _NO_AUTHORITY.search(name) for name in names) or names[-1].endswith("dienst")
    filled = filled or (_TOPIC.fullmatch(page.title) is not None and all(map(_FOR_READERS.search, names)))
    return page if filled else replace(page, kind="report")


def _body_in_place(part: str) -> bool:
    """Say whether a part is an organisation and its place only ("BfArM, Bonn")."""
    name, comma, place = part.partition(", ")
    return bool(comma) and is_place(place.rstrip(" 0123456789")) and looks_like_body(name)


_SAID = re.compile(
    r"[A-ZÄÖÜ][^\s.:;!?]{1,40}(?: [A-ZÄÖÜ][^\s.:;!?]{1,40})?"
    r" (?:reich(?:en|t)|lieg(?:en|t)|beträgt|betragen|sind|soll(?:te)?n|should|müssen|wird|werden|gilt"
    r"|gelten|empfiehlt|empfehlen|steigt|sinkt|schwankt|schwanken|umfasst|umfassen) (?=[^.!?]{25})(?!.*[!?]$)"
)
"""A sentence of the page on what the source says: a name and its verb; a subtitle has none of these."""


def with_subtitle(parts: list[str]) -> str:
    """Return the title of the first part and of a second one that can only be its subtitle."""
    if len(parts) < _TWO or " " not in parts[1] or not parts[1][0].isupper():
        return parts[0]
    if (
        _NO_SUBTITLE.search(parts[1])
        or _SAID.match(parts[1])
        or PLACE.match(parts[1])
        or is_place(parts[1].rstrip(" 0123456789"))
    ):
        return parts[0]
    if (
        looks_like_body(parts[1])
        or is_publisher(parts[1].partition(",")[0])
        or _body_in_place(parts[1])
        or (is_journal(parts[1]) and len(parts[1]) < _SHORT)
    ):
        return parts[0]
    return f"{parts[0]} {parts[1]}" if parts[0].endswith(("?", "!")) else f"{parts[0]}. {parts[1]}"


_PASSAGE = re.compile(r"(?:[,;.(:] ?| )(?:gedruckte )?S\. \d")
"""Where the first of several passages begins; what a line says of them is no extent of its source."""


def cut_pages(text: str) -> tuple[str, str]:
    """Return the pages of a report that a line means ("..., S. 45–48"), and the line without them and its chapter."""
    first = _PASSAGE.search(text) if text.count(" S. ") > 1 else None
    if first:
        return "", f"{text[: first.start()]}{BREAK}"
    hit = _PAGES.search(text) if has_any(_PAGE_SIGNS, text) else None
    before = text[: hit.start()] if hit else ""
    before = _CHAPTER.sub("", before) if has_any(_CHAPTER_SIGNS, before) else before
    if hit is None:
        return "", _CHAPTER.sub(BREAK, text) if has_any(_CHAPTER_SIGNS, text) else text
    return hit["p"], f"{before}{BREAK}{text[hit.end() :]}"
