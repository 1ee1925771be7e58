"""Reports of institutes and registries: cancer statistics, IQWiG reports, bulletins, health technology assessments."""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.bodies import (
    is_known_body,
    is_named_body,
    is_short_name,
    is_society,
    looks_like_body,
    split_bodies,
)
from citations.references.cleaning import BREAK
from citations.references.collected import Collection, cut_bulletin
from citations.references.document_words import REPORTS, WEAK_REPORTS
from citations.references.editions import Edition, read_edition
from citations.references.heads import head
from citations.references.houses import is_house_name
from citations.references.journals import is_journal
from citations.references.lines import Peeled, line_of
from citations.references.page_bodies import with_publisher
from citations.references.printed_dates import date_at
from citations.references.publishers import PUBLISHER, is_place
from citations.references.report_parts import PLACE, cut_pages, cut_series, is_file, with_dated_body, with_subtitle
from citations.references.segments import quoted_title, segments, trim, unquoted
from citations.references.signs import has_any

_SPOKEN, _SPOKEN_WEAKLY = (
    re.compile("|".join(REPORTS).replace("bericht|", "bericht(?!erstatt)|", 1)),
    re.compile("|".join(WEAK_REPORTS)),
)
_OWN_SERIES = re.compile(r"^(?P<who>IQWiG)-Berichte?(?: [–-])?,? Nr\. ?\d{1,4}[:.] ")
_OWN_NOTICE = re.compile(r"^(?P<who>[A-ZÄÖÜ]\w{1,9})-(?=(?:Mitteilung|Stellungnahme|Information) (?:Nr\. ?)?\d{1,3}/)")
_STATEMENT = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w-]{1,9}?(?:(?: ?/ ?|, | und | & )[A-ZÄÖÜ][\w-]{1,9}?){0,6})[- ](?:[Gg]emeinsame[sn]? )?"
    r"(?:Stellungnahme|Positionspapier|Thesenpapier|Erklärung|Eckpunktepapier)(?::| [–—-]) (?=[„“\"A-ZÄÖÜ])"
)
"""What societies say together, before its title ("DGN/DGG gemeinsame Stellungnahme: ...")."""
_STATEMENT_SIGNS = ("tellungnahme", "papier", "rklärung")
_DECISION = re.compile(r"Beschluss de[sr] (?P<who>Gemeinsamen Bundesausschuss(?:es)?|G-BA)\b")
_SORTS = r"\w*(?:[Rr]eport|[Bb]ericht|[Bb]roschüre|[Ll]eitfaden|[Ss]tatistik|[Hh]andreichung"
_OWN_NAME = re.compile(
    rf"^(?P<who>[A-ZÄÖÜ][A-Za-zÄÖÜ]{{0,6}}[A-ZÄÖÜ]|Barmer|G-BA)[- ](?=(?:{_SORTS}|monitor|studie|[Bb]eschluss)\b))"
)
_SORT_OF_BODY = re.compile(
    rf"(?P<sort>(?=[A-ZÄÖÜ]){_SORTS}|[Hh]andbuch|[Mm]erkblatt|[Ff]altblatt))(?: de[rs])?"
    r" (?P<who>[A-ZÄÖÜ][^:;,.]{3,100}?)(?:,? (?P<year>(?:19|20)\d\d))?"
)
"""What a document is, and whose ("Jahresbericht Deutsche Stiftung Organtransplantation 2022"); it has no other name."""
_VERSIONED = re.compile(r"\b[Vv]ersion \d")
"""What an institute counts its papers by, as a book has editions."""
_NOTICE = re.compile(
    r"(?:^|(?<=[.,;:\x1e] ))(?:Mitteilung|Stellungnahme|Information) (?:Nr\. ?)?(?P<no>\d{1,3}/(?:19|20)\d\d)"
    r"(?: de[sr] [A-Z]\w{1,20})?(?P<day>,? (?:vom )?(?=\d))?"
)
"""A numbered notice of an institute; the day behind the number is the one of its publication."""
_IMPRINT = re.compile(r"(?<=[.,!?] )(?P<place>[A-ZÄÖÜ][^\W\d_]{2,20})(?:,? (?P<year>(?:19|20)\d\d))?[\s.,;]*$")
_BODY_BEHIND = re.compile(r", (?P<who>[A-ZÄÖÜ][^,;:()]{4,120}(?: \([^()]{2,20}\))?)$")
_SORT = re.compile(
    r"[,;.:]? (?:Abschlussbericht|Vorbericht|Rapid Report|Dossierbewertung(?= [A-Z]?\d)|Auftrag [A-Z]\d\d"
    r"|HTA-Bericht(?= \w*\d)|IQWiG-Berichte)\b.*$"
)
_SORT_BEFORE = re.compile(
    r"^(?:Abschlussbericht|Vorbericht|Rapid Report|Dossierbewertung|Addendum|HTA-Bericht) "
    r"(?:(?:Nr\. )?[A-Z]{0,2}\d[\w.-]*)?[:,]? ?(?=[„“\"»])"
)
_PUBLISHED_BY = re.compile(r", (?:[A-ZÄÖÜ][\w&]{1,20} ){1,3}(?:Publishing|Verlag|Press)(?:, [A-ZÄÖÜ]\w{2,20})?$")
_SHORT_NAMES = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜa-z-]{1,11}(?:(?:, | \+ | & |/| und )[A-ZÄÖÜ][A-ZÄÖÜa-z-]{1,11}){0,5}")
_SAYS_SO = ("Technical Report", "Report", "Bericht", "Abschlussbericht", "White Paper", "Methodenpapier")
_NAMED_SORT = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w-]*(?: [\w-]+){0,4})(?::| [–—-]) "
    r"(?P<sort>(?:[A-ZÄÖÜ]\w*(?:bericht|report)|Annual [Rr]eport)(?: (?:19|20)\d\d(?:[/–-]\d{2,4})?)?)"
)
"""A stranger's annual report: what stands before such a title can only be whose it is."""
_DATED_PRINT = re.compile(r"(?:[Bb]roschüre|[Ll]eitfaden|[Hh]andreichung)(?: .{1,100})? (?P<y>(?:19|20)\d\d)$")
"""The year of what is printed for readers is its own; a report's is the reported one."""
_SHORT, _TWO = 30, 2
_BOOKLETS = re.compile(
    r"(?P<series>(?:Fachserie|Statistischer? Berichte?)(?:/(?:Fachserie|Statistischer? Berichte?))?"
    r" [A-Z\d][^.()]{0,60}?(?:\.\d[\d.]*)?)(?: \([^()]*\))?"
)
"""The series of an office of statistics with its number, and a remark on what stands there."""


def _bodies_behind(parts: list[str]) -> tuple[Organisation, ...]:
    """Return the organisations that stand behind a report's title, () where the title speaks of no report."""
    if not parts or not (speaks_of_report(parts[0]) or _speaks_weakly(parts[0])):
        return ()
    own = _OWN_NAME.match(parts[0])
    named = next((part for part in parts[1:] if "Hrsg" in part or is_named_body(part) or is_known_body(part)), "")
    named = named or next((part for part in parts[1:] if _SHORT_NAMES.fullmatch(part) and looks_like_body(part)), "")
    named = named or (own["who"] if own and looks_like_body(own["who"]) else "")
    return split_bodies(re.sub(r" ?\(Hrsg\.?\)", "", named).replace(" und die ", ", ")) if named else ()


def _notice(text: str) -> tuple[str, int | None, str]:
    """Return number and year of a numbered notice ("Mitteilung Nr. 008/2025, 06.03.2025") and the text without it."""
    hit = _NOTICE.search(text) if "/" in text else None
    if hit is None:
        return "", None, text
    date = date_at(text, hit.end()) if hit["day"] is not None else None
    year = int(date.iso[:4]) if date else int(hit["no"][-4:])
    return hit["no"], year, f"{text[: hit.start()]}{BREAK}{text[date.end if date else hit.end() :]}"


def _in_print(text: str) -> bool:
    """Say whether a line ends with the place where it was printed ("Titel. Bonn, 2024", "Titel. BfArM, Bonn")."""
    imprint = _IMPRINT.search(text, max(0, len(text) - _SHORT * 2))
    if imprint is None or not is_place(imprint["place"]):
        return False
    before = text[: imprint.start()].rstrip(" ,")
    return imprint["year"] is not None or looks_like_body(re.split(r"[.?!] ", before)[-1])


def _named_behind(title: str, bodies: tuple[Organisation, ...]) -> tuple[str, tuple[Organisation, ...]]:
    """Return title and organisations where the title ends with its publisher ("Jahresbericht 2023, X-Register gGmbH").

    A short name before the title gives way to the whole name that begins with it.
    """
    behind = _BODY_BEHIND.search(title) if ", " in title else None
    known = behind and (is_known_body(behind["who"]) or is_house_name(behind["who"]))
    if behind is None or not known or not speaks_of_figures(title[: behind.start()]):
        return title, bodies
    named = split_bodies(behind["who"])
    short = all(is_short_name(body.name) or f" {body.name} " in f" {behind['who']} " for body in bodies)
    return title[: behind.start()], named if short else bodies


def _on_net(url: str) -> bool:
    """Say whether an address is a page's and no file's."""
    return bool(url) and not is_file(url)


def speaks_of_report(text: str) -> bool:
    """Say whether one of the words of reports stands in a text."""
    return _SPOKEN.search(text.lower()) is not None


def speaks_of_figures(text: str) -> bool:
    """Say whether a text is the title of a report by any of its words, so that a year in it is the reported one."""
    return speaks_of_report(text) or _speaks_weakly(text)


def _may_speak(text: str) -> bool:
    """Say whether anything in a line may turn out to speak of a report."""
    said = ": " in text or speaks_of_report(text) or _speaks_weakly(text)
    return said or bool(_VERSIONED.search(text)) or _in_print(text)


def _speaks_weakly(text: str) -> bool:
    return _SPOKEN_WEAKLY.search(text.lower()) is not None


def _lead(text: str) -> tuple[Reference, str]:
    """Return who leads a line, its own series or decision told, and the rest."""
    own, decision = _OWN_SERIES.match(text) or _OWN_NOTICE.match(text), _DECISION.match(text)
    if decision:
        return Reference("", organisations=split_bodies(decision["who"])), text
    if own:
        return Reference("", organisations=split_bodies(own["who"])), text[own.end() :]
    said = _stated(text)
    if said:
        return Reference("", organisations=split_bodies(said["who"])), text[said.end() :]
    return head(with_dated_body(text))


def _stated(text: str) -> re.Match[str] | None:
    """Return the societies before a statement of theirs, None where a line begins with anything else."""
    hit = _STATEMENT.match(text) if has_any(_STATEMENT_SIGNS, text) else None
    return hit if hit and all(is_short_name(body.name) for body in split_bodies(hit["who"])) else None


def _parts(lead: Reference, serial: Collection, text: str) -> tuple[Reference, list[str], bool]:
    """Return the head, the parts behind it and whether the first stood in quotation marks; a bulletin is its title."""
    quoted = quoted_title(text)
    parts = [quoted[0], *segments(quoted[1])] if quoted else segments(text)
    if serial.name and len(parts) < _TWO and not lead.organisations and all(map(looks_like_body, parts)):
        lead, parts = replace(lead, organisations=split_bodies(parts[0]) if parts else ()), []
    sort = _SORT_OF_BODY.fullmatch(parts[0]) if parts and not lead.organisations else None
    if sort and (is_known_body(sort["who"]) or is_house_name(sort["who"])):
        year = int(sort["year"]) if sort["year"] else None
        lead, parts = replace(lead, organisations=split_bodies(sort["who"]), year=year), [sort["sort"], *parts[1:]]
    named = _NAMED_SORT.fullmatch(parts[0]) if parts and not lead.organisations else None
    if named:
        lead, parts = replace(lead, organisations=split_bodies(named["who"])), [named["sort"], *parts[1:]]
    first, _, rest = parts[0].partition(" ") if parts and not lead.organisations else ("", "", "")
    if rest[:1].isupper() and is_society(first) and not _OWN_NAME.match(parts[0]) and speaks_of_report(rest):
        lead, parts = replace(lead, organisations=split_bodies(first)), [rest, *parts[1:]]
    return lead, parts or ([serial.name] if serial.name else []), quoted is not None


def read(line: str) -> Reference | None:
    """Return the report of an organisation, None where no organisation leads or nothing speaks of a report."""
    peeled = line_of(line)
    serial, text = cut_bulletin(peeled.text)
    lead, rest = _lead(text)
    number, noticed, rest = _notice(rest)
    pages, rest = cut_pages(rest) if lead.organisations and not lead.authors else ("", rest)
    own = _OWN_SERIES.match(text) is not None or _stated(text) is not None
    speaks = not lead.authors and speaks_of_report(rest)
    told = speaks or serial.name or own or number or pages or _may_speak(rest)
    if lead.authors or (peeled.isbn and not speaks) or not told:
        return None
    edition = read_edition(rest, months=not peeled.stand)
    lead, parts, quoted = _parts(lead, serial, edition.text)
    series, volume, parts = cut_series(parts)
    bodies = lead.organisations or _bodies_behind(parts)
    title, bodies = _named_behind(parts[0] if quoted else trim(with_subtitle(parts)), bodies) if parts else ("", ())
    dated = _DATED_PRINT.search(title) if not (edition.year or lead.year) else None
    title, noticed = (title[: dated.start("y")], int(dated["y"])) if dated else (title, noticed)
    bodies = with_publisher(bodies, parts)
    imprint = next((part for part in parts[1:] if PLACE.match(part)), "")
    page = bool(peeled.accessed or (peeled.url and not (edition.year or lead.year)))
    printed = not (page or peeled.url or edition.version) and _in_print(rest)
    paged = pages and (lead.year or edition.year) and not any(is_journal(body.name) for body in bodies)
    spoken = speaks or own or serial.name or number or imprint or printed or paged
    page = page or _on_net(peeled.url)
    page = page or (bool(peeled.stand) and not (edition.year or lead.year) and " " in title)  # kept up to date
    weakly = not page and (_speaks_weakly(rest) or (edition.version and _VERSIONED.search(rest)))
    if not (bodies and parts) or not (spoken or weakly) or _is_book(rest, imprint, edition, peeled, speaks=speaks):
        return None
    sort = any(part in _SAYS_SO for part in parts[1:])
    if peeled.accessed and not (serial.name or sort or speaks_of_report(parts[0])):
        return None
    return Reference(
        "report",
        organisations=bodies,
        title=unquoted(_SORT_BEFORE.sub("", _SORT.sub("", _PUBLISHED_BY.sub("", title)))),
        container=serial.name or _booklet(parts) or series,
        volume=volume,
        issue=serial.issue or number,
        pages=pages,
        version=edition.version,
        year=lead.year or (serial.year if edition.version else None) or edition.year or serial.year or noticed,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        doi=peeled.doi,
        isbn=peeled.isbn,
        url=peeled.url,
    )


def _booklet(parts: list[str]) -> str:
    """Return the numbered series of an office of statistics that stands behind a title, "" for none."""
    return next((hit["series"] for part in parts[1:] if (hit := _BOOKLETS.fullmatch(part))), "")


def _is_book(rest: str, imprint: str, edition: Edition, peeled: Peeled, *, speaks: bool) -> bool:
    """Say whether a publisher, a volume or a classification speaks against a report."""
    if peeled.isbn and PUBLISHER.search(edition.text):
        return True
    if "ahrbuch" in rest and PUBLISHER.search(edition.text):
        return True  # an institute that has a publisher of books for its yearbook
    if (" In: " in rest and not speaks) or "who classification" in rest.lower():
        return True
    return PUBLISHER.search(imprint) is not None and bool(edition.version or not speaks)
