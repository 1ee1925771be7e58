"""Works of Crossref and names at doi.org as other watchers need them: title and day of one, a search, existence.

Shared by the watchers of Cochrane and ESMO (registries, 3 and 6); what is announced about a work is Crossref's own.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from citations.kinds import LookOutcome, SourceKind
from citations.references.numbers import read_doi
from citations.references.printed_dates import date_at
from jobs.watchers import crossref, doi
from jobs.watchers.answers import not_understood, object_of, text
from jobs.watchers.contract import Client, Watched, WatchError
from jobs.watchers.crossref_records import first, published, rows

_OK, _MISSING = 200, 404
_ASSESSED = re.compile(r"assessed[ _]as[ _]up[ _-]to[ _-]date", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Work:
    """A work as Crossref lists it. ``dated`` and ``assessed`` (assessed as up to date) are partial ISO dates."""

    doi: str
    title: str = ""
    dated: str = ""
    container: str = ""
    assessed: str = ""


def is_registered(client: Client, name: str) -> bool:
    """Say whether a DOI exists; WatchError where doi.org does not say."""
    try:
        doi.look(_asked(name), client)
    except WatchError as error:
        if error.outcome is LookOutcome.NOT_FOUND:
            return False
        raise
    return True


def find_work(client: Client, name: str) -> Work | None:
    """Return a work of Crossref by its DOI, None where it lists none; WatchError where it does not say."""
    try:
        seen = crossref.look(_asked(name), client)
    except WatchError as error:
        if error.status == _MISSING:
            return None
        raise
    return Work(name, seen.title, seen.released_on, assessed=_assessed(seen.raw))


def search_works(client: Client, query: Mapping[str, str]) -> tuple[Work, ...]:
    """Return the works that Crossref finds for a query, in its order."""
    answer = client.get(f"{client.base('crossref')}/works?{urlencode(query, safe=':,-')}", politeness=crossref.POLITE)
    message = object_of(answer, crossref.REGISTRY).get("message")
    if answer.status != _OK or not isinstance(message, dict) or not isinstance(message.get("items"), list):
        raise not_understood(answer, crossref.REGISTRY)
    found = [(read_doi(text(one, "DOI")), one) for one in rows(message, "items")]
    return tuple(
        Work(name, first(one, "title"), published(one), first(one, "short-container-title") or _journal(one))
        for name, one in found
        if name
    )


def _journal(work: Mapping[str, object]) -> str:
    return first(work, "container-title")


def _asked(name: str) -> Watched:
    return Watched(0, name, SourceKind.JOURNAL_ARTICLE, "")


def _assessed(raw: bytes) -> str:
    """Return the day on which a review was assessed as up to date, where the publisher deposited one (domain 1.4)."""
    try:
        message = json.loads(raw).get("message", {})
    except (ValueError, AttributeError):
        return ""  # the raw answer is cut at a limit, and this day is an extra
    for one in rows(message, "assertion") if isinstance(message, dict) else []:
        if _ASSESSED.search(f"{text(one, 'name')} {text(one, 'label')}"):
            read = date_at(text(one, "value"), 0)
            return read.iso if read else ""
    return ""
