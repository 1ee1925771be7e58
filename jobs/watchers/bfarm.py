"""BfArM: Rote-Hand-Briefe and letters of information, out of a feed with the newest ones (registries, 8)."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit, urlunsplit

from citations.kinds import Evidence, LookOutcome, NoticeKind, SourceKind
from citations.sightings import Notice, Sighting
from jobs.watchers.contract import Answer, Client, Politeness, Watched, Watcher, WatchError
from jobs.watchers.shared_files import fetch, root_of
from jobs.watchers.substances import SUBSTANCE, in_words, names_in

POLITENESS = Politeness(gap=5.0, daily=50)
_FEED = "/SiteGlobals/Functions/RSSFeed/DE/Pharmakovigilanz/Rote-Hand-Briefe/RSSNewsfeed.xml"
_SUBJECT = re.compile(r"(?i:brief)(?:e[ns]?|s)?\b[^:]{0,60}?\b(?:zu|zur|zum|über)\s+([^:]+)")
_PRODUCT = re.compile(r"\s*[\"„]?([A-ZÄÖÜ][\w-]{3,})")
_NO_PRODUCT = frozenset(
    ["arzneimittel", "arzneimitteln", "präparate", "präparaten", "wirkstoff", "wirkstoffe", "produkte", "produkten"]
)
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter of the feed; ``on`` is an ISO day, "" where the feed does not say it."""

    title: str
    link: str
    on: str
    description: str


def key_of(_kind: SourceKind, identifiers: Mapping[str, str], _url: str) -> str:
    """Return the substances of a source (scheme ``substance``, several joined by ";"), "" for none."""
    return identifiers.get(SUBSTANCE, "")


def look(watched: Watched, client: Client) -> Sighting:
    """Return the letters of the feed about a source's substances, or about the product that its title names.

    Warns where letters may have come and gone since the last look: the feed holds some twenty only.
    """
    answer = fetch(client, client.base("bfarm") + _FEED, POLITENESS, "BfArM")
    letters = _letters(answer, client.base("bfarm"))
    ours = [letter for letter in letters if _concerns(letter, watched)]
    oldest = min((letter.on for letter in letters if letter.on), default="")
    gap = watched.last_look is not None and oldest > watched.last_look.date().isoformat()
    return Sighting(
        "bfarm",
        watched.key,
        evidence=Evidence.OFFICIAL_FEED,
        notices=tuple(
            Notice(NoticeKind.SAFETY_LETTER, one.link, one.on, one.title, one.link, ("BfArM",)) for one in ours
        ),
        warnings=("warning.bfarm_gap",) if gap else (),
        raw=json.dumps([asdict(one) for one in ours], ensure_ascii=False).encode() if ours else b"",
    )


def _letters(answer: Answer, base: str) -> list[_Letter]:
    """Return the letters of a feed; WatchError for an answer that is none, or holds not one letter."""
    root = root_of(answer, "BfArM")
    items = root.findall("./channel/item") if root.tag == "rss" else []
    read = [_letter(item, base) for item in items]
    letters = [letter for letter in read if letter.title and urlsplit(letter.link).path.strip("/")]
    if not letters:
        raise WatchError(LookOutcome.PARSE_FAILED, "look.bfarm_no_letters", {"url": answer.url})
    return letters


def _letter(item: ET.Element, base: str) -> _Letter:
    said = {name: " ".join((item.findtext(name) or "").split()) for name in ("title", "link", "pubDate", "description")}
    return _Letter(said["title"], _plain_link(said["link"], base), _day(said["pubDate"]), said["description"])


def _plain_link(link: str, base: str) -> str:
    """Return an address without query and fragment: by it a letter is known for ever; "" for what is no address."""
    try:
        parts = urlsplit(urljoin(f"{base}/", link))
    except ValueError:
        return ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", "")) if link else ""


def _day(stamp: str) -> str:
    """Return the day of a time stamp in the sender's own zone (RFC 822), "" for what is none."""
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _concerns(letter: _Letter, watched: Watched) -> bool:
    substances = watched.substances or tuple(names_in(watched.key))
    return in_words(f"{letter.title}. {letter.description}", substances) or _same_product(letter.title, watched.title)


def _same_product(letter: str, title: str) -> bool:
    """Say whether a source's title names a product that a letter is about: many letters name no substance."""
    words = {word.casefold() for word in _WORD.findall(title)}
    return any(product.casefold() in words for product in products(letter))


def products(letter: str) -> Sequence[str]:
    """Return the first word of each thing that a letter is about."""
    match = _SUBJECT.search(letter)
    pieces = re.split(r"[,;/()]|\sund\s|\soder\s", match[1]) if match else []
    names = [found[1] for piece in pieces if (found := _PRODUCT.match(piece.replace("®", "").replace("™", "")))]
    return [name for name in names if name.casefold() not in _NO_PRODUCT]


WATCHER = Watcher("bfarm", key_of, every_days=1, look=look, asks={"bfarm": POLITENESS})
