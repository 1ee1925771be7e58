"""The web archive: which snapshot of an address is nearest to a day. Asked only for a dead link (registries, 9)."""

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import quote

from citations.kinds import LookOutcome, SourceKind
from citations.sightings import Document, Sighting
from jobs.watchers.answers import not_understood, object_of
from jobs.watchers.contract import Client, Politeness, Watched, Watcher, WatchError
from jobs.watchers.shared_files import expect_ok

POLITENESS = Politeness(gap=5.0)
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)\d{6}")
_AT_ARCHIVE = re.compile(r"https?://web\.archive\.org(?::80)?/", re.IGNORECASE)


def snapshot(url: str, near: date, client: Client) -> Document | None:
    """Return the snapshot of an address nearest to a day, its address with https and its day as name; None for none.

    None means that the archive names none now: sometimes it does although it has one. WatchError where it gave no
    answer, or one nobody understands.
    """
    query = f"url={quote(url, safe='')}&timestamp={near:%Y%m%d}"
    answer = client.get(f"{client.base('availability')}/wayback/available?{query}", politeness=POLITENESS)
    found = object_of(expect_ok(answer, "Internet Archive"), "Internet Archive").get("archived_snapshots")
    if not isinstance(found, dict):
        raise not_understood(answer, "Internet Archive")
    closest = found.get("closest")
    if not isinstance(closest, dict) or closest.get("available") is not True or str(closest.get("status")) != "200":
        return None
    address, stamp = str(closest.get("url", "")), _STAMP.fullmatch(str(closest.get("timestamp", "")))
    if not _AT_ARCHIVE.match(address) or stamp is None:
        raise not_understood(answer, "Internet Archive")
    return Document("archive", _AT_ARCHIVE.sub("https://web.archive.org/", address, count=1), "-".join(stamp.groups()))


def key_of(_kind: SourceKind, _identifiers: Mapping[str, str], _url: str) -> str:
    """Return "": no source is looked at here by itself, only an address that is dead."""
    return ""


def look(watched: Watched, client: Client) -> Sighting:
    """Return the snapshot of a dead address nearest to the last good look; NOT_FOUND where the archive names none."""
    near = watched.last_look.date() if watched.last_look else client.today
    address = watched.url or watched.key
    found = snapshot(address, near, client)
    if found is None:
        raise WatchError(LookOutcome.NOT_FOUND, "look.archive_none", {"url": address})
    return Sighting("archive", watched.key, documents=(found,), url=found.url)


WATCHER = Watcher("archive", key_of, every_days=30, look=look)
