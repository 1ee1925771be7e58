"""Web pages: an organisation, a title, an address, an access date, in any order and with any of them missing.

The last reader: reads a line only where an address, an access date, an organisation or a Stand speaks for a page.
"""

import re
from dataclasses import dataclass, replace

from citations.records import Organisation, Reference
from citations.references.bodies import is_known_body, is_named_body, looks_like_body, split_bodies
from citations.references.cleaning import BREAK
from citations.references.editions import Edition, read_edition
from citations.references.heads import head
from citations.references.journals import is_journal, is_magazine
from citations.references.lines import Peeled, line_of
from citations.references.page_bodies import (
    bodies_among,
    cut_index,
    firm_of_two,
    named_by_site,
    named_title,
    one_name,
    spelled_out,
    with_publisher,
    without_place,
)
from citations.references.page_sites import cut_section, is_site_name, led_by_site, site_behind, with_inside, with_maker
from citations.references.publishers import is_place
from citations.references.report import speaks_of_figures, speaks_of_report
from citations.references.report_parts import as_report, is_file, with_dated_body, with_subtitle
from citations.references.segments import quoted_title, segments, unquoted
from citations.references.signs import has_any

_CLASSIFICATION = re.compile(r"\b(?:ICD|ICF|DSM|ICD-O|OPS|TNM)(?:-\d+|-[IV]+)?\b", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:Current .*|Artikel|Online|Internet|Web ?page|Website|PDF|o\. ?D\.|n\.d\."
    r"|Online-Quelle|\[?online\]?|Text)$",
    re.IGNORECASE,
)
_READ_ONLINE = re.compile(
    r"(?:Online|Hier|Mehr|Jetzt) (?:lesen|ansehen|erfahren)|Weiterlesen|Zu[mr] (?:Artikel|Web(?:site|seite)|Quelle"
    r"|Seite|Beitrag|Homepage)|Read (?:more|online)|View online",
    re.IGNORECASE,
)
"""What the link on a page says."""
_REMARK = re.compile(
    r"\s*\((?:klinischer Kontext|sekundär|[^()]*Kontext[^()]*|PDF|Website|online"
    r"|deutsch|englisch|o\. ?[JD]\.|ohne Jahr|n\.d\.)\)$",
    re.IGNORECASE,
)
_MEDIUM = re.compile(
    r" \[(?:Graph|Grafik|Infogra(?:f|ph)ik|Infographic|Chart|Statisti[ck]|Video|Film|Podcast"
    r"|Web(?:seite|site|page)|Web page"
    r"|Blog ?post|Fact ?sheet|Data set|Image|Bild|Foto)\]$",
    re.IGNORECASE,
)
"""What sort of thing stands under the address, behind its title."""
_OWN_LABEL = re.compile(
    r"(?P<who>[A-ZÄÖÜ]{2,8}|[A-Z][A-Za-z]{1,6}[A-Z])(?:-(?:Ratgeber|Merkblatt|Faktenblatt|Themenheft|Patienten)"
    r"|[- ](?:Information|Regel|Vorschrift|Empfehlung) (?=[\d„]))"
)
_LINKED = (" Link", " Link.")
"""What a page prints in place of the address."""
_SORT_OF_PAGE = (
    r"(?:(?:Gesundheits|Verbraucher|Fach)?[Ii]nformation(?:en)?|Themenseite|Infoseite|Dossier|(?:Presse)?[Mm]itteilung"
    r"|Übersicht|Faktencheck|Hinweise?)"
)
_LABELLED = re.compile(
    rf"(?P<who>[A-ZÄÖÜ]{{2,8}}|[A-Z][A-Za-z]{{1,6}}[A-Z]\w?)-(?={_SORT_OF_PAGE} (?:zu[rm]?|über|für|[A-ZÄÖÜ„]))"
)
"""A house right before the sort of its page ("IQWiG-Gesundheitsinformation zu Asthma")."""
_STANDARD = re.compile(r"(?:DIN|ISO|IEC|ÖNORM|VDI|TRBA|TRGS|ASR)\b[\w /-]{0,20} [A-Z]?\d")
"""A standard or technical rule by its number."""
_OWN_SERIES = re.compile(
    r"[A-ZÄÖÜ]{2,8}-(?:Ratgeber|Merkblätter|Merkblatt|Faktenblätter|Faktenblatt)(?: für [^.:]{3,60})?"
)
"""The series of an institute, as a part of its own behind the title."""
_SITE = re.compile(r"[A-ZÄÖÜ][\w-]+")
_UNDATED = re.compile(r"\((?:o\. ?D\.|n\. ?d\.)\)")
_PUBLISHED = re.compile(r"\((?:Hrsg|Hg)\.?\)")
_YEAR_BEHIND = re.compile(
    r"(?<=[^\W\d]{3})(?<! bis)(?<! von)(?<!seit)(?<! und)(?<! für)(?<!Jahr) (?P<year>(?:19|20)\d\d)$"
)
_EDGES = f" .,;:–—{BREAK}"
_TITLE_AND_SITE = 2
_SERIES = re.compile(r"(?:ratgeber|reihe|hefte?|magazin|bulletin|broschüren)$", re.IGNORECASE)
"""The last word of a series that has its own place on the way to a page ("Blaue Ratgeber")."""
_WORK = re.compile(r",.*$")
_SITE_BEHIND = re.compile(r" \| (?:[\w-]{2,40}\.){1,3}(?:de|org|com|net|info|eu|ch|at)$", re.IGNORECASE)
_ARTICLE_SITES = ("pmc.ncbi.", "ncbi.nlm.nih.gov/pmc/", "pubmed.ncbi.", "europepmc.org/")
"""Where nothing but articles stands."""


@dataclass(slots=True)
class _Page:
    """A page taken apart: who leads it, its parts with the title first, and what stands beside them."""

    lead: Reference
    edition: Edition
    parts: list[str]
    bodies: tuple[Organisation, ...] = ()
    authors: tuple[str, ...] = ()
    inside: str = ""
    quoted: bool = False
    online: bool = False


def _taken_apart(line: str, peeled: Peeled, text: str) -> _Page:
    """Return the parts of a page and whose it is; ``text`` is the line without the site before it."""
    lead, rest = head(with_dated_body(text))
    edition = read_edition(rest, months=not peeled.stand)
    quoted = quoted_title(edition.text) if lead.organisations or lead.authors else None
    parts = with_inside([quoted[0], *segments(quoted[1])] if quoted else segments(edition.text))
    page = _Page(lead, edition, parts, lead.organisations, lead.authors, quoted=quoted is not None)
    page.online = any(map(_READ_ONLINE.fullmatch, parts))
    page.parts = [part for part in parts if not (_NOISE.match(part) or (page.online and _READ_ONLINE.fullmatch(part)))]
    bars = line.count(" | ") > 1
    if bars and page.bodies:
        page.inside, page.parts = _trail(page.parts)
    told = bool(peeled.url or peeled.accessed or peeled.stand or lead.year or edition.year or quoted or page.online)
    _name_bodies(page, peeled.url, told=told)
    if bars and page.bodies and not lead.organisations and not page.authors:  # "Topic | Series | Society"
        page.inside, page.parts = next(filter(_SERIES.search, page.parts[1:]), ""), page.parts[:1]
    own = _OWN_LABEL.match(page.parts[0]) if page.parts and not page.bodies and not page.authors else None
    if own and looks_like_body(own["who"]):
        page.bodies = (Organisation(own["who"]),)
    labelled = _LABELLED.match(page.parts[0]) if page.parts and not page.bodies and not page.authors else None
    if labelled and looks_like_body(labelled["who"]):
        page.bodies, page.parts[0] = (Organisation(labelled["who"]),), page.parts[0][labelled.end() :]
    page.bodies = with_publisher(page.bodies, page.parts)
    series = next(filter(_OWN_SERIES.fullmatch, page.parts[1:]), "")
    page.parts = [part for part in page.parts if part != series]
    if bars and not page.bodies and not page.authors and peeled.url and len(page.parts) == _TITLE_AND_SITE:
        page.parts, series = page.parts[:1], page.parts[1]
    page.inside = _inside(page.parts) or page.inside or series
    page.bodies, page.parts = spelled_out(page.bodies, page.parts)
    page.bodies = without_place(page.bodies)
    return page


def _name_bodies(page: _Page, url: str, *, told: bool) -> None:
    """Find whose a page is where its head did not say so, or took the name of a site for a person's."""
    bare = bool(url) and "/" not in url
    firm = firm_of_two(page.authors, url) if url and not page.lead.et_al else ""
    if firm:
        page.bodies, page.authors = (Organisation(firm),), ()
    if len(page.authors) == 1 and _SITE.fullmatch(page.authors[0]) and not page.lead.et_al:
        if bare and page.parts and not looks_like_body(page.authors[0]):  # "Akne: Behandlung, example.org"
            maker, title = named_by_site(f"{page.authors[0]}: {page.parts[0]}", url)
            page.bodies, page.parts[0], page.authors = (Organisation(maker),) if maker else (), title, ()
            return
        name, page.authors = page.authors[0], ()
        page.bodies, page.parts = one_name(name, page.parts)
        if not (told or looks_like_body(name)) and page.bodies == (Organisation(name),):
            page.bodies = ()  # "Frühstück: Obst" names nobody
    if not page.bodies and not page.authors:
        page.bodies, page.parts = bodies_among(page.parts)
    maker, title = named_by_site(page.parts[0], url) if bare and page.parts and not page.bodies else ("", "")
    if maker and not page.authors:
        page.bodies, page.parts[0] = (Organisation(maker),), title
    if page.bodies and not page.parts:
        title, page.bodies = cut_index(page.bodies)
        page.parts = [title] if title else []
    if not page.bodies and not page.authors and len(page.parts) == 1 and is_named_body(page.parts[0]):
        page.bodies, page.parts = split_bodies(page.parts[0]), []
    if not page.parts and len(page.bodies) == 1 and url:
        page.bodies, page.parts = named_title(page.bodies[0].name)


def read(line: str) -> Reference | None:
    """Return the page of a line, None where nothing but words speaks for one."""
    peeled = line_of(line)
    paper, text = cut_section(with_maker(peeled.text))
    site, text = led_by_site(text)
    address = peeled.url or (site if site.islower() else "")
    page = _taken_apart(line, peeled, text)
    lead, edition, parts = page.lead, page.edition, page.parts
    if paper and not page.authors:
        page.bodies = (Organisation(paper),)
    title = _title(parts[:1] if page.quoted else _before_remark(parts, edition.text))
    told = lead.year or edition.year or peeled.stand or page.authors or page.quoted
    title, year = (title, None) if told else _dated(title)
    article = not page.bodies and _is_article(peeled, title, by_people=bool(page.authors))
    undated = "(" in line and _UNDATED.search(line) is not None
    seen = peeled.url or peeled.accessed or peeled.stand or page.bodies or article or (undated and page.authors)
    if not (seen or _STANDARD.match(title)) or not (title or page.bodies or peeled.url or article):
        return None
    classification = (_CLASSIFICATION.match(title) or _STANDARD.match(title)) and "/" not in peeled.url
    names = [body.name for body in page.bodies]
    inside = (
        page.inside
        or ("" if site == address else site)
        or (site_behind(parts, names, undated=undated) if names else "")
    )
    if not inside and peeled.url and not page.authors:
        inside = next(filter(_is_journal, parts[1:]), "")
    reference = Reference(
        "journal-article" if article else "other" if classification else "web-page",
        organisations=page.bodies,
        authors=page.authors,
        et_al=lead.et_al,
        title=title,
        container=inside,
        version=edition.version,
        year=lead.year or edition.year or year,
        stand=peeled.stand or edition.stand,
        accessed=peeled.accessed,
        doi=peeled.doi,
        pmid=peeled.pmid,
        url=address,
    )
    if page.authors and (peeled.url or undated) and not inside and len(parts) == _TITLE_AND_SITE:
        reference = _published(reference, parts)
    if _is_file(reference) and speaks_of_report(title):
        return replace(reference, kind="report")
    edited = "(H" in line and _PUBLISHED.search(line) is not None
    return reference if page.online or line.endswith(_LINKED) else as_report(_in_magazine(reference), edited=edited)


def _is_file(page: Reference) -> bool:
    """Say whether a page nobody is named for is a dated file to print."""
    told = page.organisations or page.authors or page.container or page.kind != "web-page"
    return not told and page.year is not None and is_file(page.url)


def _published(page: Reference, parts: list[str]) -> Reference:
    """Return the page of people with what stands behind its title: a site, or the organisation that issued it."""
    title, behind = unquoted(parts[0]), parts[1]
    name, comma, place = behind.rpartition(", ")
    behind = name if comma and is_place(place) else behind
    if not (is_site_name(behind) or behind is name):
        return page
    if not (is_known_body(behind) or is_named_body(behind)):
        return replace(page, title=title, container=behind) if behind is not name else page
    kind = "book" if page.version else "report" if is_file(page.url) else page.kind  # what has editions is a book
    return replace(page, kind=kind, title=title, organisations=split_bodies(behind))


def _is_article(peeled: Peeled, title: str, *, by_people: bool) -> bool:
    """Say whether a line is nothing but the key of an article, or has people, a title and such a key or its place."""
    key = bool(peeled.doi or peeled.pmid)
    if not title:
        return key
    return by_people and not peeled.accessed and (key or has_any(_ARTICLE_SITES, peeled.url))


def _title(parts: list[str]) -> str:
    """Return the title at the head of the parts, without what a page says of itself behind it."""
    title = with_subtitle(parts) if parts else ""
    title = _MEDIUM.sub("", title) if title.endswith("]") else title
    return unquoted(_REMARK.sub("", _SITE_BEHIND.sub("", title)))


def _before_remark(parts: list[str], text: str) -> list[str]:
    """Return the parts that stand before a year, a Stand or a site; what follows is said about the page."""
    before = set(segments(text.lstrip(_EDGES).partition(BREAK)[0]))
    told = [part for part in parts if part in before]
    return told if parts and parts[0] in before else parts


def _dated(title: str) -> tuple[str, int | None]:
    """Return a title without the year at its end, and the year; figures are of their year, so it is their title's."""
    hit = _YEAR_BEHIND.search(title)
    if hit is None or speaks_of_figures(title):
        return title, None
    return title[: hit.start()], int(hit["year"])


def _is_journal(part: str) -> bool:
    """Say whether a part behind a page's title is the journal that it belongs to."""
    return is_journal(part) and ": " not in part and not looks_like_body(part)


def _in_magazine(page: Reference) -> Reference:
    """Return the article that a page is which names a journal where others name their house ("Ärzteblatt: Gicht")."""
    names = [body.name for body in page.organisations]
    said = page.title and not (page.authors or page.container or page.accessed) and len(names) == 1
    if not said or not is_magazine(names[0]):
        return page
    return replace(page, kind="journal-article", organisations=(), container=names[0])


def _trail(parts: list[str]) -> tuple[str, list[str]]:
    """Return (series, the last part as the title) of a line that bars cut into the way to its page."""
    *way, title = parts or [""]
    if not way or any(map(looks_like_body, parts)):
        return "", parts
    return next((part for part in way if _SERIES.search(part)), ""), [title]


def _inside(parts: list[str]) -> str:
    """Return what a page stands in ("In: Wikipedia, Die freie Enzyklopädie"), "" for none."""
    inside = next((part.removeprefix("In: ") for part in parts[1:] if part.startswith("In: ")), "")
    return _WORK.sub("", inside) if looks_like_body(inside.partition(",")[0]) else inside
