"""Books and chapters in any style: edition, publisher, ISBN, "In: Editor (Hrsg.): Title", "Kapitel 28", "S. 705"."""

import re
from dataclasses import replace

from citations.records import Organisation, Reference
from citations.references.bodies import looks_like_body, split_bodies
from citations.references.cleaning import BREAK, LINE_END
from citations.references.editions import Edition, read_edition
from citations.references.heads import head
from citations.references.lines import Peeled, line_of
from citations.references.page_furniture import LINKED
from citations.references.people import family_before, read_people
from citations.references.people_behind import people_behind, signed_book, written_by
from citations.references.publisher_parts import YEAR_BEHIND, cut_publisher, without_place
from citations.references.publishers import PUBLISHER, imprint_of, is_place
from citations.references.segments import segments, trim, unquoted

_PAGES = re.compile(
    rf"[,;:(]? ?\b(?:S|pp?"
    rf"|Seiten?)(?:\. ?| )(?P<p>\d{{1,4}}(?: ?[-–] ?\d{{1,4}})?(?: ?ff?\.?)?)(?=[\s.,;)]|$|{BREAK})"
    rf"|(?<=[; ](?:19|20)\d\d): ?(?P<q>\d{{1,4}}[-–]\d{{1,4}})(?=[\s.;]|$|{BREAK})"
)
_PAGES_NEAR = re.compile(r"[Sp:](?:p|eiten?)?(?:\. ?| )?\d")
_BEFORE_PAGES = 2
"""So far before their label pages may begin; what stands before the first is not searched."""
_IN = re.compile(rf"(?:(?<=[.,;?!])[“”\"]?|{BREAK})\s*(?:[Ii]n:? (?=[A-ZÄÖÜ„])|(?=StatPearls\b(?! Pub)))")
_WRITTEN = re.compile(
    r"[.,]? (?:Updated? )?(?:19|20)\d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{1,2})?\.?$"
)
"""The day of a chapter of an online work, before "In: "."""
_CHAPTER = re.compile(
    r"\b(?:Kapitel|Chapter|Kap\.)(?: ?\d{1,3}+(?:\.\d+)*+[:.]?(?! ?(?:und|bis|and|to|[-–]) ?\d)"
    r"|[:.]?(?= ?(?:[A-ZÄÖÜ„“\"»]|$|\x1e)))"
    r" ?(?P<t>[^.\x1e]*)"
)
"""One chapter by its number or title; several of them, or what they are about, are a remark on the book."""
_CHAPTER_LABEL = re.compile(r"^(?:Kapitel|Chapter|Kap\.) ?\d{1,3}(?:\.\d+)*[:.]? ")
_BLUE = re.compile(r"WHO Classification of Tumours", re.IGNORECASE)
_SERIES = re.compile(r"WHO Classification of Tumours(?: series)?", re.IGNORECASE)
_IN_SERIES = re.compile(
    r"[.,;]? ?\((?P<series>[A-ZÄÖÜ][^()\x1e]{3,120}?)[,;:.\x1e ]{1,6}(?:[Vv]ol(?:ume|\.)|[Nn]o\.|Nr\.|Band|Bd\."
    r"|Heft) ?(?P<v>\d{1,4})\)"
)
_VOLUME = re.compile(r"\bvol(?:ume|\.)? ?(?P<v>\d{1,3})\b", re.IGNORECASE)
_EDITED = re.compile(r"\((?:Hrsg|Hg|eds?|editors?)\.?\)", re.IGNORECASE)
_ONLINE_WORK = re.compile(
    r"UpToDate|StatPearls|AMBOSS|Pschyrembel Online|Medscape|Wikipedia|[\w-]{2,40}\.(?:de|org|com|net|info|int"
    r"|eu|at|ch|gov|uk)\b",
    re.IGNORECASE,
)
_EDITORS = re.compile(r" ?\((?:Hrsg|Hg|eds?)\.?\)[.,:]? ?| ?\bHrsg\.[:,]? ?", re.IGNORECASE)
_CLASSIFICATION = re.compile(r"(?:ICD|ICF|OPS|TNM)-?\d")
_EXTENT = re.compile(r"\d{1,4} ?(?:Bände|Bde|Seiten|S|pp?|[Vv]ols?|[Vv]olumes|Abb\w*)\.?")
"""How long a work is."""
_ISSUED = re.compile(r",? Ausgabe$")
_THESIS_SIGN = re.compile(r"[Dd]iss|arbeit|[Tt]hesis|Habil")
_THESIS = re.compile(
    r"[.,;]? ?[(\[]?\b(?:(?:Unveröffentlichte|Medizinische|Unpublished|Doctoral|PhD|Ph\. ?D\.|Master'?s?"
    r"|Bachelor'?s?)[ -])?(?:(?:[Ii]naugural-?)?[Dd]issertation|Diss\.(?: med\.)?|[Tt]hesis"
    r"|(?:Doktor|Diplom|Master|Bachelor)arbeit|Habilitation(?:sschrift)?)(?:[)\]]|(?=[,.:;]))[,.:;]? ?"
)
"""What says that a work is a thesis; its university then is who publishes it."""
_EDITION_SIGN = re.compile(r"\b\d{1,2}\.,? (?:[a-zäöü]+\.?,? ){0,5}Aufl|\bAuflage \d")
_PAPER = re.compile(
    r"\b(?:Expertise|(?:Rechts)?[Gg]utachten|Arbeitspapier|(?:Working|Discussion) [Pp]aper|Policy [Bb]rief)\b"
    r"|[Bb]ericht\b"
)
"""What an institute has written for it; its printer is no publisher of books."""
_LAST_YEAR = re.compile(r"(?P<y>(?:19|20)(?<![\d/-]..)\d\d)(?![\d-]|/(?!(?:19|20)\d\d(?!\d)))")


def read(line: str) -> Reference | None:
    """Return the book or chapter of a line, None where no ISBN, publisher, edition or pages speak for one."""
    peeled = line_of(line)
    text = peeled.text
    thesis = _THESIS.search(text) if _THESIS_SIGN.search(text) else None
    text = f"{text[: thesis.start()]}{BREAK}{_closed(thesis.group(), text[thesis.end() :])}" if thesis else text
    three = _three_lines(text)
    near = _PAGES_NEAR.search(text)
    pages = _PAGES.search(text, max(0, near.start() - _BEFORE_PAGES)) if near else None
    body = text[: pages.start()] + BREAK + text[pages.end() :] if pages else text
    lead, rest = three or head(body)
    family = None if lead.authors or lead.organisations else family_before(rest)
    if family and not (peeled.isbn or PUBLISHER.search(rest) or _EDITION_SIGN.search(rest)):
        family = None
    lead, rest = (replace(lead, authors=family.authors), rest[family.end :]) if family else (lead, rest)
    edition = read_edition(rest, months=False)
    inside, chapter = _IN.search(edition.text), _CHAPTER.search(edition.text)
    publisher = PUBLISHER.search(edition.text)
    signs = (
        peeled.isbn,
        thesis,
        publisher,
        edition.version and (not peeled.url or (lead.authors and _EDITED.search(text))),
        pages,
        chapter,
        inside and (_EDITORS.search(text) or _placed(edition.text[inside.end() :])),
    )
    online = inside and _ONLINE_WORK.match(edition.text, inside.end())
    page = peeled.accessed and (online or (peeled.url and not (peeled.isbn or edition.version or pages or inside)))
    if page or (not any(signs) and not _BLUE.search(text) and not _by_author(peeled, text)):
        return _bare(lead, edition, peeled)
    reference = _chapter(lead, edition, inside, chapter) if inside or chapter else _book(lead, edition)
    if reference is None or not reference.title or _CLASSIFICATION.match(reference.title):
        return None
    reference = signed_book(reference, edition.text)
    if not (reference.authors or publisher or peeled.isbn) and _SOFTWARE.search(text):
        reference = replace(reference, kind="other")
    if not (publisher or edition.version or peeled.isbn or thesis):
        reference = _as_page(reference) if LINKED.intersection(peeled.remarks) else _as_paper(reference)
    return replace(
        reference,
        edition=edition.version,
        year=reference.year or edition.year,
        pages=(pages["p"] or pages["q"]).rstrip() if pages else "",
        isbn=peeled.isbn,
        doi=peeled.doi,
        url=peeled.url,
        stand=peeled.stand,
        accessed=peeled.accessed,
    )


def _placed(text: str) -> bool:
    """Say whether what follows "In: " is a title and the place where the book appeared, without any publisher."""
    parts = segments(text)
    return len(parts) == 1 and without_place(parts[0]) != parts[0]


def _as_paper(reference: Reference) -> Reference:
    """Return what is no book but an institute's paper as the report that it is, and any other reference as it was."""
    if reference.kind != "book" or not (reference.authors and reference.publisher and _PAPER.search(reference.title)):
        return reference
    bodies = (*reference.organisations, *split_bodies(reference.publisher))
    return replace(reference, kind="report", organisations=bodies, publisher="")


def _as_page(reference: Reference) -> Reference:
    """Return what a list links to for reading, without a publisher of books, as the page that it is."""
    bodies = (*reference.organisations, *split_bodies(reference.publisher)) if reference.publisher else ()
    return replace(reference, kind="web-page", organisations=bodies or reference.organisations, publisher="")


_SOFTWARE = re.compile(r"(?<=[,)]) Version \d|\bVersion \d+\.\d|\bv\d{1,2}\.\d")
"""How data bases, classifications and programs count, as books do not."""


def _closed(label: str, behind: str) -> str:
    """Return what stands behind a label without the bracket that closes the one before it."""
    for opened, sign in ("[]", "()"):
        if opened in label and sign not in label:
            return behind.replace(sign, "", 1)
    return behind


def _bare(lead: Reference, edition: Edition, peeled: Peeled) -> Reference | None:
    """Return the book of a line that says people, title and year only; None where it says anything of another kind."""
    parts = segments(edition.text)
    other = peeled.url or peeled.doi or peeled.pmid or peeled.accessed or peeled.stand or peeled.number
    last = _LAST_YEAR.search(parts[0]) if len(parts) == 1 and not (lead.year or edition.year) else None
    title = parts[0] if parts else ""
    title = _ISSUED.sub("", trim(title[: last.start()])) if last and last.end() == len(title) else title
    year = lead.year or edition.year or (int(last["y"]) if last and title != parts[0] else None)
    if other or len(parts) != 1 or not lead.authors or not year or not _names_book(title, lead):
        return None if other else _undated(lead, peeled.text, parts)
    return replace(lead, kind="book", title=unquoted(title), year=year)


def _names_book(title: str, lead: Reference) -> bool:
    """Say whether what stands beside people and a year can be a book's title: several words, or one behind several."""
    return " " in title or (len(lead.authors) > 1 and len(title) >= _LONG_WORD)


_LONG_WORD = 8


def _undated(lead: Reference, text: str, parts: list[str]) -> Reference | None:
    """Return the book of a line that says no more than "Roe, A. – Title. Subtitle" or "Roe A: Title"."""
    told = _NAME_THEN_TITLE.match(text) if any(map(_INITIALS.search, lead.authors)) else None
    if told is None or not 1 <= len(parts) <= _TITLE_AND_SUBTITLE or " " not in " ".join(parts):
        return None
    return replace(lead, kind="book", title=unquoted(". ".join(parts)))


_NAME_THEN_TITLE = re.compile(r"[^:–—]{3,160}?(?:(?<=[A-ZÄÖÜ])|(?<=\.)|(?<=\))): (?=\S)|[^:–—]{3,160}?\.? [–—] (?=\S)")
_INITIALS = re.compile(r"[A-ZÄÖÜ](?:\.|$)")
_TITLE_AND_SUBTITLE = 2


def _three_lines(text: str) -> tuple[Reference, str] | None:
    """Return people and the rest where a title, its authors and the publisher each have a line of their own."""
    title, end, below = text.partition(LINE_END)
    names, ended, rest = below.partition(LINE_END)
    behind = people_behind(f"{title}{LINE_END}{names}") if end and ended else None
    if behind is None:
        return None
    return Reference("", authors=behind[1].authors, et_al=behind[1].et_al), f"{title}{BREAK} {rest}"


def _by_author(peeled: Peeled, text: str) -> bool:
    """Say whether people, a year and an organisation as publisher speak for a book without any other sign."""
    lead, rest = head(text)
    parts = segments(rest)
    placed = any(imprint_of(part) or is_place(YEAR_BEHIND.sub("", part)) for part in parts[1:])
    if lead.authors and placed and not (peeled.url or peeled.doi):
        return True
    bodies = any(looks_like_body(part) for part in parts[1:])
    return bool(lead.authors and lead.year and bodies and not peeled.url and not peeled.doi)


def _book(reference: Reference, edition: Edition) -> Reference | None:
    within = _IN_SERIES.search(edition.text) if "(" in edition.text else None
    if within:
        edition = replace(edition, text=f"{edition.text[: within.start()]}{BREAK}{edition.text[within.end() :]}")
    publisher, place, rest = cut_publisher(edition.text)
    parts, before = _said(rest), len(_said(rest.partition(BREAK)[0]))
    if not parts:
        return None
    parts = _with_subtitle(parts, before) if publisher or edition.version else parts
    title = unquoted(parts[0])
    own_line, ended, _ = rest.partition(LINE_END)
    if ended and BREAK not in own_line:
        title = unquoted(own_line.rstrip(" ."))
    series = next((hit for part in parts[1:] if (hit := _SERIES.match(part))), None)
    number = next((hit for part in parts[1:] if (hit := _VOLUME.search(part))), None)
    for part in parts[1:]:
        joined = not publisher and not ended and part[0].islower() and not _VOLUME.match(part)
        title = f"{title}. {part}" if joined else title
    if len(parts) > 1 and publisher and (parts[0].endswith(("!", "?")) or parts[1].endswith("?")):
        title = f"{parts[0]}{'' if parts[0].endswith(('!', '?')) else '.'} {parts[1]}"
    year = _LAST_YEAR.search(title)
    if edition.year is None and reference.year is None and year and year.end() == len(title):
        reference, title = replace(reference, year=int(year["y"])), trim(title[: year.start()])
    loose = next((_LAST_YEAR.search(part) for part in parts[1:] if _LAST_YEAR.search(part)), None)
    if edition.year is None and reference.year is None and loose:
        reference = replace(reference, year=int(loose["y"]))
    if _BLUE.search(title) and not (reference.organisations or reference.authors):
        reference = replace(reference, organisations=(Organisation("WHO"),))
    return replace(
        reference,
        kind="book",
        title=title.partition(" / ")[0],
        publisher=publisher,
        place=place,
        series=within["series"] if within else series.group() if series else "",
        volume=within["v"] if within else number["v"] if number else "",
    )


def _said(text: str) -> list[str]:
    """Return the parts of a text without those that only say how long the work is."""
    return [part for part in segments(text) if not _EXTENT.fullmatch(part)]


def _with_subtitle(parts: list[str], before: int) -> list[str]:
    """Return the parts with the first ``before`` of them, which stand before edition and publisher, as one title."""
    count = 1
    while count < before and not (is_place(parts[count]) or _SERIES.match(parts[count]) or _VOLUME.match(parts[count])):
        count += 1
    title = parts[0]
    for part in parts[1:count]:
        title += f" {part}" if title.endswith(("!", "?")) else f". {part}"
    return [title, *parts[count:]]


def _chapter(
    reference: Reference, edition: Edition, inside: re.Match[str] | None, chapter: re.Match[str] | None
) -> Reference | None:
    text = edition.text
    if chapter and trim(chapter["t"]) and not inside:
        book = _book(reference, replace(edition, text=text[: chapter.start()] + BREAK + text[chapter.end() :]))
        title, writers = written_by(trim(chapter["t"]))
        book = replace(book, authors=writers, et_al=False) if book and writers else book
        return replace(book, kind="chapter", container=book.title, title=title) if book else None
    if inside is None:
        return _book(reference, edition)
    editors = _EDITORS.search(text, inside.end())  # one of them may be called as a publisher is
    publisher, place, rest = cut_publisher(text[editors.end() if editors else inside.end() :])
    title = _WRITTEN.sub("", _CHAPTER_LABEL.sub("", text[: inside.start()]).rstrip(f" .,{BREAK}"))
    people = None if editors else read_people(rest)
    container = rest[people.end :] if people else rest
    parts = segments(container)
    dated = next((hit for part in parts[1:] if (hit := _LAST_YEAR.search(part))), None)
    if edition.year is None and reference.year is None and dated:
        reference = replace(reference, year=int(dated["y"]))
    return replace(
        reference,
        kind="chapter",
        title=unquoted(" ".join(title.strip(f" .,{BREAK}").replace(BREAK, " ").split())),
        container=without_place(parts[0]) if parts else "",
        publisher=publisher,
        place=place,
    )
