"""Books by ISBN: check digit, Open Library, then the German National Library (registries, 7).

Fills bibliographic fields and confirms the book; no service links editions, so it never tells of a newer one.
"""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from citations.kinds import Evidence, LookOutcome, SourceKind
from citations.records import Reference
from citations.references.numbers import read_isbn
from citations.sightings import Sighting
from jobs.watchers.answers import not_understood, object_of, text
from jobs.watchers.books import book
from jobs.watchers.contract import Client, Politeness, Watched, Watcher, WatchError
from jobs.watchers.hashing import record_hash
from jobs.watchers.marc import isbns, records, reference_of
from jobs.watchers.shared_files import expect_ok, root_of

POLITENESS = Politeness(gap=1.0, daily=2_000)
_DIAGNOSTIC = "{http://www.loc.gov/zing/srw/diagnostic/}diagnostic"
_RESPONSE = "{http://www.loc.gov/zing/srw/}searchRetrieveResponse"
_LENGTHS = frozenset({10, 13})
_VOLUME = re.compile(r"-v[a-z0-9-]+\Z")


@dataclass(frozen=True, slots=True)
class _Found:
    """A book as a library has it: its fields, its page, the record."""

    reference: Reference
    url: str
    raw: bytes


def key_of(_kind: SourceKind, identifiers: Mapping[str, str], _url: str) -> str:
    """Return the ISBN of a source as thirteen digits; one with a wrong check digit as it is, "" for none."""
    said = _VOLUME.sub("", identifiers.get("isbn", "").strip())
    digits = re.sub(r"[^0-9X]", "", said.upper())
    return read_isbn(said) or (digits if len(digits) in _LENGTHS else "")


def look(watched: Watched, client: Client) -> Sighting:
    """Return the book of an ISBN; with a wrong check digit nobody is asked, and the warning says so.

    WatchError NOT_FOUND where both libraries answered and neither has it.
    """
    isbn = read_isbn(watched.key)
    printed = [version.reference.isbn for version in watched.versions if version.reference]
    wrong = [one for one in (watched.key, *printed) if one and not read_isbn(one)]
    warnings = ("warning.isbn_check_failed",) if wrong else ()
    if not isbn:
        return Sighting("isbn", watched.key, evidence=Evidence.PROBE, warnings=warnings)
    found = _find(isbn, client)
    reference = found.reference
    return Sighting(
        "isbn",
        watched.key,
        title=reference.title,
        warnings=warnings,
        url=found.url,
        content_hash=record_hash([reference.title, reference.edition, reference.year, reference.volume]),
        reference=reference,
        raw=found.raw,
    )


def page(key: str) -> str:
    """Return the address for people of a book."""
    return f"https://openlibrary.org/isbn/{key}"


def _find(isbn: str, client: Client) -> _Found:
    """Return a book from the first library that has it. Absence needs an answer of both."""
    failed: WatchError | None = None
    for ask in (_open_library, _dnb):
        try:
            found = ask(isbn, client)
        except WatchError as error:
            failed = failed or error
            continue
        if found is not None:
            return found
    if failed is not None:
        raise failed
    raise WatchError(LookOutcome.NOT_FOUND, "look.isbn_unknown", {"isbn": isbn})


def _open_library(isbn: str, client: Client) -> _Found | None:
    """Return the edition that Open Library has for an ISBN, None where it has none or names another one."""
    query = urlencode({"bibkeys": f"ISBN:{isbn}", "format": "json", "jscmd": "details"}, safe=":")
    answer = client.get(f"{client.base('openlibrary')}/api/books?{query}", politeness=POLITENESS)
    record = object_of(expect_ok(answer, "Open Library"), "Open Library").get(f"ISBN:{isbn}")
    if record is None:
        return None
    details = record.get("details") if isinstance(record, dict) else None
    if not isinstance(record, dict) or not isinstance(details, dict):
        raise not_understood(answer, "Open Library")
    numbers = {read_isbn(one) for name in ("isbn_13", "isbn_10") for one in _texts(details, name)}
    if isbn not in numbers:
        return None
    raw = json.dumps(details, ensure_ascii=False, sort_keys=True).encode()
    return _Found(_edition(details, isbn), text(record, "info_url"), raw)


def _edition(details: Mapping[str, object], isbn: str) -> Reference:
    title = ": ".join(filter(None, (text(details, "title"), text(details, "subtitle"))))
    series = next(iter(_texts(details, "series")), "")
    number = re.search(r"[\s,;(]+(?:(?:vol(?:ume)?|bd|band|no)\.?\s*|#)?(\d+)\W*\Z", series, re.IGNORECASE)
    return replace(
        book(isbn, _texts(details, "authors"), text(details, "edition_name"), text(details, "publish_date")),
        title=title,
        publisher=next(iter(_texts(details, "publishers")), ""),
        place=next(iter(_texts(details, "publish_places")), ""),
        series=series[: number.start()] if number else series,
        volume=number[1] if number else "",
    )


def _texts(record: Mapping[str, object], name: str) -> list[str]:
    """Return a list of texts; of objects their names."""
    value = record.get(name)
    listed = value if isinstance(value, list) else []
    said = [text(one, "name") if isinstance(one, dict) else one for one in listed]
    return [one.strip() for one in said if isinstance(one, str) and one.strip()]


def _dnb(isbn: str, client: Client) -> _Found | None:
    """Return the record that the German National Library has for an ISBN, None for none."""
    query = {
        "version": "1.1",
        "operation": "searchRetrieve",
        "query": f"num={isbn}",
        "recordSchema": "MARC21-xml",
        "maximumRecords": "5",
    }
    answer = client.get(f"{client.base('dnb')}?{urlencode(query)}", politeness=POLITENESS)
    root = root_of(expect_ok(answer, "DNB"), "DNB")
    diagnostic = next(root.iter(_DIAGNOSTIC), None)
    if diagnostic is not None:
        said = " ".join(" ".join(diagnostic.itertext()).split())
        raise WatchError(LookOutcome.UNAVAILABLE, "look.dnb_diagnostic", {"error": said}, status=answer.status)
    if root.tag != _RESPONSE:
        raise not_understood(answer, "DNB")
    record = next((one for one in records(root) if isbn in isbns(one)), None)
    return _Found(reference_of(record, isbn), _dnb_page(record), ET.tostring(record)) if record is not None else None


def _dnb_page(record: ET.Element) -> str:
    number = record.findtext("{http://www.loc.gov/MARC21/slim}controlfield[@tag='001']") or ""
    return f"https://d-nb.info/{number.strip()}" if number.strip() else ""


WATCHER = Watcher(
    "isbn", key_of, every_days=182, look=look, asks={"openlibrary": POLITENESS, "dnb": POLITENESS}, page=page
)
