"""Onkopedia guidelines: the Stand of the page, and where it went when its title and so its address changed.

A page for people is read, with its Stand and the fingerprint of its text; the text itself is not kept (registries, 5).
The moment in the address of an archived text is that of archiving, never the Stand.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, unquote, urljoin, urlsplit

from citations.alike.titles import alike_titles, title_forms
from citations.kinds import Evidence, Lifecycle, LookOutcome, SourceKind
from citations.pages.blocks import Document
from citations.pages.decode import decode
from citations.pages.html_blocks import read_html
from citations.pages.unreadable import PageUnreadableError
from citations.records import Reference
from citations.references.printed_dates import date_at
from citations.sightings import Document as Filed
from citations.sightings import Sighting
from jobs.watchers.contract import Answer, Client, Politeness, Watched, Watcher, WatchError
from jobs.watchers.hashing import record_hash

POLITENESS = Politeness(gap=5.0, daily=500, robots=True)

_SITE = re.compile(r"(?:^|\.)onkopedia(?:-guidelines)?\.(?:com|info)$")
_PLACE = re.compile(
    r"/(?P<language>de|en)/onkopedia/(?P<archive>archive/)?guidelines/(?P<slug>[^/?#@]+)(?:/(?P<version>version-\w+))?"
)
_PAGE = "@@guideline/html/index.html"
_HEAD = re.compile(r"(?:>|\s)Stand\s*:?\s*</(\w+)>\s*(?:<[^<>]{1,300}>\s*){0,3}:?\s*([^<>]{4,40})<", re.IGNORECASE)
_WORD = re.compile(r"\bStand\b[\s:]{1,4}(?:vom |von )?")
_LINK = re.compile(
    r"<a\b[^<>]{0,2000}?\bhref\s*=\s*[\"']([^\"'<>]{1,1000})[\"'][^<>]{0,2000}>(.{0,600}?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_TO_MONTH = 7
_SAME_TITLE = frozenset({"double.same_title", "double.without_subtitle"})
_MOST_CANDIDATES = 5
_CANDIDATES = "look.onkopedia_candidates"
_OK, _GONE = 200, 410
_MISSING = frozenset({404, _GONE})


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where a guideline should stand: its slug, the folder of its language, and the archived text that was stored."""

    slug: str
    home: str
    archived: str = ""

    @property
    def page(self) -> str:
        """Return the address of its page."""
        return f"{self.home}/guidelines/{quote(self.slug)}/{_PAGE}"


def key_of(kind: SourceKind, identifiers: Mapping[str, str], url: str) -> str:
    """Return the slug of a guideline: that of its address, else the one made of its title; "" for what is none."""
    place = _place(url)
    if place and _is_ours(url):
        return place["slug"]
    return identifiers.get("onkopedia", "") if kind is SourceKind.ONKOPEDIA else ""


def look(watched: Watched, client: Client) -> Sighting:
    """Return Stand and fingerprint of a guideline; MOVED where it stands elsewhere.

    WatchError: NOT_FOUND where neither its address nor the list of guidelines has it, PARSE_FAILED where the page
    prints no Stand.
    """
    asked = _asked(watched, client)
    answer = client.get(asked.page, politeness=POLITENESS)
    if _is_page(answer):
        return _sighting(watched, asked, answer, client)
    elsewhere = _moved_to(watched, asked, client)
    moved = client.get(elsewhere, politeness=POLITENESS) if elsewhere else None
    if moved is not None and _is_page(moved):
        return _sighting(watched, asked, moved, client)
    archived = client.get(asked.archived, politeness=POLITENESS) if asked.archived else None
    if archived is not None and _is_page(archived):
        return _sighting(watched, asked, archived, client)
    raise WatchError(LookOutcome.NOT_FOUND, "look.onkopedia_missing", {"slug": asked.slug}, status=answer.status)


def stand_of(source: str, words: str, today: str) -> str:
    """Return the Stand of a page as partial ISO: the one of its head, else the latest in its text; "" for none.

    ``source`` is the markup, ``words`` the text without it. A Stand in the text that lies after ``today`` is announced,
    not reached.
    """
    for match in _HEAD.finditer(source):
        read = date_at(" ".join(unescape(match.group(2)).split()), 0)
        if read is not None:
            return read.iso
    plain = " ".join(words.split())
    found = [date_at(plain, match.end()) for match in _WORD.finditer(plain)]
    stands = [one.iso for one in found if one and len(one.iso) >= _TO_MONTH and one.iso <= today[: len(one.iso)]]
    return max(stands, default="")


def _asked(watched: Watched, client: Client) -> _Asked:
    """Return where to look: by the stored address, the source's before its versions', else by the slug of its title."""
    stored = [watched.url, *(version.url for version in reversed(watched.versions))]
    place = next((place for place in map(_place, stored) if place), None)
    home = f"{client.base('onkopedia')}/{place['language'] if place else 'de'}/onkopedia"
    if place is None:
        return _Asked(watched.key, home)
    version = f"{home}/archive/guidelines/{place['slug']}/{place['version']}/{_PAGE}"
    return _Asked(place["slug"], home, version if place["archive"] and place["version"] else "")


def _sighting(watched: Watched, asked: _Asked, answer: Answer, client: Client) -> Sighting:
    """Return what a page says."""
    source, document = _read(answer)
    stand = stand_of(source, document.text, client.today.isoformat())
    if not stand:
        raise WatchError(LookOutcome.PARSE_FAILED, "look.onkopedia_no_stand", {"url": answer.url})
    place = _place(answer.url)
    archived = bool(place and place["archive"])
    moved = archived or not place or place["slug"] != asked.slug
    main = "\n".join(document.words(block) for block in document.blocks if not block.why)
    return Sighting(
        registry="onkopedia",
        key=watched.key,
        outcome=LookOutcome.MOVED if moved else LookOutcome.OK,
        evidence=Evidence.SCRAPED,
        title=_title(document),
        version_date=stand,
        lifecycle=Lifecycle.SUPERSEDED if archived else Lifecycle.UNKNOWN,
        documents=(Filed("archive", asked.archived),) if asked.archived else (),
        warnings=("warning.onkopedia_archived",) if archived else (),
        url=answer.url,
        content_hash=record_hash(" ".join((main or document.text).split())),
        etag=answer.headers.get("etag", ""),
        last_modified=answer.headers.get("last-modified", ""),
    )


def _moved_to(watched: Watched, asked: _Asked, client: Client) -> str:
    """Return where the list has this guideline now; titles only like it do not hide that its text was archived."""
    try:
        return _listed(watched, asked, client)
    except WatchError as error:
        if not asked.archived or error.why != _CANDIDATES:
            raise
        return ""


def _listed(watched: Watched, asked: _Asked, client: Client) -> str:
    """Return where the list of guidelines has this title now, "" for nowhere.

    WatchError NOT_FOUND with the titles that are only like it: whether one of them is meant, a person decides.
    """
    answer = client.get(f"{asked.home}/guidelines", politeness=POLITENESS, share=True)
    if answer.status != _OK:
        return ""
    wanted = title_forms(Reference("guideline", title=watched.title))
    likeness = [
        (alike_titles(wanted, title_forms(Reference("guideline", title=title))), title, url)
        for url, title in _links(answer, asked).items()
        if title
    ]
    ranked = sorted(((like, title, url) for like, title, url in likeness if like), reverse=True)
    same = [url for like, _, url in ranked if _SAME_TITLE & set(like[1])]
    if len(same) == 1:
        return same[0]
    if not ranked:
        return ""
    candidates = "; ".join(f"{title} ({url})" for _, title, url in ranked[:_MOST_CANDIDATES])
    facts = {"slug": asked.slug, "candidates": candidates}
    raise WatchError(LookOutcome.NOT_FOUND, _CANDIDATES, facts)


def _links(answer: Answer, asked: _Asked) -> dict[str, str]:
    """Return the guidelines that a list links, address to title, each once."""
    found: dict[str, str] = {}
    for href, inside in _LINK.findall(answer.text):
        try:
            place = _place(urljoin(f"{asked.home}/guidelines/", unescape(href)))
        except ValueError:
            continue
        if place and not place["archive"]:
            title = " ".join(unescape(_TAG.sub(" ", inside)).split())
            found.setdefault(f"{asked.home}/guidelines/{place['slug']}/{_PAGE}", title)
    return found


def _read(answer: Answer) -> tuple[str, Document]:
    """Return markup and text of a page; WatchError where nobody can read it."""
    try:
        source, _encoding = decode(answer.body)
        return source, read_html(source, answer.url, ())
    except PageUnreadableError as error:
        raise WatchError(LookOutcome.PARSE_FAILED, "look.onkopedia_unreadable", {"url": answer.url}) from error


def _is_page(answer: Answer) -> bool:
    """Say whether an answer is the page of a guideline. One that led to a page of another kind is none (soft 404)."""
    if answer.status in _MISSING:
        return False
    if answer.status != _OK:
        outcome = LookOutcome.BLOCKED if answer.status in (401, 403, 451) else LookOutcome.UNAVAILABLE
        facts = {"url": answer.url, "status": str(answer.status)}
        raise WatchError(outcome, "look.onkopedia_status", facts, status=answer.status)
    return not answer.chain or _place(answer.url) is not None


def _title(document: Document) -> str:
    return re.sub(r"\s+[\u2014\u2013|-]\s+Onkopedia.*$", "", document.title).strip()


def _place(url: str) -> re.Match[str] | None:
    """Return language, archive, slug and archived version of an address of a guideline, None for any other address."""
    return _PLACE.search(unquote(url))


def _is_ours(url: str) -> bool:
    """Say whether an address is one of Onkopedia's hosts."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return False
    return _SITE.search(host.lower()) is not None


def page(key: str) -> str:
    """Return where people read a guideline."""
    return f"https://www.onkopedia.com/de/onkopedia/guidelines/{quote(key)}"


WATCHER = Watcher("onkopedia", key_of, every_days=14, look=look, asks={"onkopedia": POLITENESS}, page=page)
