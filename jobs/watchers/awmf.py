"""The guideline register of the AWMF: Stand, end of validity, version, registered updates and files of a guideline.

One call gives the whole list; a single number is asked only where the list shows a change. The interface wants a key:
without one a person looks instead (``jobs.watchers.manual``). Absence from the list is no withdrawal (registries, 1).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from itertools import chain
from urllib.parse import quote, urlencode

from rapidfuzz import fuzz

from citations.kinds import Certainty, Lifecycle, LookOutcome, SourceKind
from citations.references.numbers import read_register_number
from citations.search import fold
from citations.sightings import Pointer, Sighting
from jobs.watchers.answers import not_understood, object_of, text
from jobs.watchers.awmf_folding import folded, has_ended, number_of_address, page
from jobs.watchers.awmf_records import SITE, BadRecordError, Record, indexed, read_record, records_in
from jobs.watchers.contract import Answer, Client, Politeness, Watched, Watcher, WatchError
from jobs.watchers.hashing import record_hash

REGISTRY = "AWMF"
POLITE = Politeness(gap=2.0, daily=500)
_OK, _REFUSED = 200, (401, 403)
_SHORT, _RAW_LIMIT = 2_000, 100_000
_PAGE_SIZE, _MOST_PAGES, _MOST_CANDIDATES = 50, 4, 5
_ALIKE, _LONG_WORD = 82.0, 4
_NO_TOPIC = re.compile(r"\b(?:s[123][ek]?[ -])?(?:patienten)?leitlinien?(?:programm)?\b|\bs[123][ek]?\b")


def key_of(_kind: SourceKind, identifiers: Mapping[str, str], url: str) -> str:
    """Return the register number of a source ("032-044OL"), "" for none.

    Addresses of the register count, those of its former site too; a patient version has the number of its guideline.
    """
    number = read_register_number(identifiers.get("awmf", "").removesuffix("-patient"))
    if number is None:
        number = next(filter(None, map(number_of_address, (url, identifiers.get("url", "")))), None)
    return number.canonical if number else ""


def look(watched: Watched, client: Client) -> Sighting:
    """Return what the register says of a number on the day of the client.

    WatchError: SKIPPED without a key, UNAUTHORIZED where the key is refused, NOT_FOUND for a number that never was
    there, PARSE_FAILED for an answer in another form.
    """
    _need_key(client, page(watched.key))
    listed = _read(_list(client).get(watched.key, ()), watched.key)
    fingerprint = _fingerprint(listed, client)
    if watched.etag and fingerprint == watched.etag:
        return _unchanged(watched, listed, client)
    answer = _single(watched.key, client)
    single = _read(_records(answer), watched.key)
    records = (*single, *listed)
    if not records:
        return _absent(watched, client)
    seen = folded(watched, records, client.today)
    return replace(seen, etag=fingerprint or _fingerprint(single, client), raw=answer.body[:_RAW_LIMIT])


def candidates(title: str, client: Client) -> tuple[Pointer, ...]:
    """Return the guidelines of the register whose title is like that of a source without number, the likest first.

    For an editor to choose from, never a fact. WatchError as for ``look``.
    """
    _need_key(client, SITE)
    wanted = _topic(title)
    if not wanted:
        return ()
    found: dict[str, tuple[float, Pointer]] = {}
    for raw in _search(title, client):
        record = _record(raw)
        score = _alike(wanted, _topic(record.title), _topic(text(raw, "titleKeywords")))
        if not record.is_registration and score >= _ALIKE:
            found.setdefault(record.number, (score, _candidate(record)))
    ordered = sorted(found.values(), key=lambda one: (-one[0], len(one[1].title)))
    return tuple(pointer for _, pointer in ordered[:_MOST_CANDIDATES])


def search(watched: Watched, client: Client) -> Sighting:
    """Return the guidelines that a source without number may be, by its title. WatchError as for ``look``."""
    return Sighting("awmf", "", successors=candidates(watched.title, client))


def _candidate(record: Record) -> Pointer:
    return Pointer("awmf", record.number, Certainty.CANDIDATE, record.guideline_class, record.stand, record.title)


def _need_key(client: Client, address: str) -> None:
    """Say that a person must look instead where no key is set, and at which address."""
    if not client.secret("awmf"):
        raise WatchError(LookOutcome.SKIPPED, "look.awmf_no_key", {"url": address})


def _get(path: str, client: Client, *, share: bool = False) -> Answer:
    """Ask the register; WatchError where it refuses the key: the status may say so, or only the body."""
    url = f"{client.base('awmf')}/{path}"
    answer = client.get(url, politeness=POLITE, headers={"Api-Key": client.secret("awmf")}, share=share)
    short = answer.body if len(answer.body) < _SHORT else b""
    if answer.status in _REFUSED or b'"unauthorized' in short.lower():
        raise WatchError(LookOutcome.UNAUTHORIZED, "look.awmf_key_refused", status=answer.status)
    if answer.status != _OK:
        raise not_understood(answer, REGISTRY)
    return answer


def _list(client: Client) -> Mapping[str, tuple[Mapping[str, object], ...]]:
    """Return the whole register by number, fetched once in a run; an empty list is no list."""
    answer = _get("list/guidelines?grouping=association&lang=de", client, share=True)
    try:
        found = indexed(answer.body)
    except (ValueError, RecursionError) as error:
        raise not_understood(answer, REGISTRY) from error
    if not found:
        raise not_understood(answer, REGISTRY)
    return found


def _single(key: str, client: Client) -> Answer:
    society, _, serial = key.partition("-")
    return _get(f"get/{quote(society)}/{quote(serial)}?limit=20&lang=de", client)


def _search(title: str, client: Client) -> tuple[Mapping[str, object], ...]:
    """Return the records that the register's search finds, page after page until one is empty (registries, 1)."""
    found: list[Mapping[str, object]] = []
    for offset in range(0, _PAGE_SIZE * _MOST_PAGES, _PAGE_SIZE):
        query = {
            "keywords": " ".join(_topic(title)), "sorting": "relevance", "limit": _PAGE_SIZE, "offset": offset,
            "lang": "de",
        }  # fmt: skip
        more = _records(_get(f"search?{urlencode(query)}", client))
        found += more
        if not more:
            break
    return tuple(found)


def _records(answer: Answer) -> tuple[Mapping[str, object], ...]:
    """Return the records of an answer; an envelope without the list of records is not understood."""
    envelope = object_of(answer, REGISTRY)
    if not isinstance(envelope.get("records"), list):
        raise not_understood(answer, REGISTRY)
    return tuple(records_in(envelope["records"]))


def _read(raw: Sequence[Mapping[str, object]], key: str) -> tuple[Record, ...]:
    return tuple(_record(one) for one in raw if text(one, "AWMFGuidelineID") == key)


def _record(raw: Mapping[str, object]) -> Record:
    try:
        return read_record(raw)
    except BadRecordError as error:
        facts = {"number": text(raw, "AWMFGuidelineID"), "words": str(error)}
        raise WatchError(LookOutcome.PARSE_FAILED, "look.awmf_date", facts) from error


def _fingerprint(records: Sequence[Record], client: Client) -> str:
    """Return a mark that moves with the records, and on the day on which the validity ends; "" for no records."""
    ended = [has_ended(one, client.today) for one in records]
    return record_hash([*map(asdict, records), ended]) if records else ""


def _unchanged(watched: Watched, listed: Sequence[Record], client: Client) -> Sighting:
    seen = watched.before or replace(folded(watched, listed, client.today), etag=watched.etag)
    return replace(seen, outcome=LookOutcome.NOT_MODIFIED)


def _absent(watched: Watched, client: Client) -> Sighting:
    """Say that a number is not listed any more; one that never was seen there is probably mistyped."""
    if not watched.etag:
        raise _missing(watched.key, client)
    return Sighting(
        "awmf",
        watched.key,
        title=watched.before.title if watched.before else watched.title,
        lifecycle=Lifecycle.UNLISTED,
        url=page(watched.key),
        etag=record_hash("unlisted"),
    )


def _missing(key: str, client: Client) -> WatchError:
    """Return the error for a number that the register does not have, with the one that differs by its suffix only."""
    near = next((number for number in sorted(_list(client)) if number[:7] == key[:7]), "")
    if near:
        return WatchError(LookOutcome.NOT_FOUND, "look.awmf_suffix", {"number": key, "near": near})
    return WatchError(LookOutcome.NOT_FOUND, "look.awmf_missing", {"number": key})


def _topic(title: str) -> tuple[str, ...]:
    """Return the words of a title that say what it is about."""
    return tuple(word for word in re.findall(r"\w+", _NO_TOPIC.sub(" ", fold(title))) if len(word) >= _LONG_WORD)


def _alike(wanted: Sequence[str], name: Sequence[str], keywords: Sequence[str]) -> float:
    """Return from 0 to 100 how well the words of a title stand in a name; keywords of the register help a little."""
    there = tuple(chain(name, keywords))
    best = [max((fuzz.ratio(word, other) for other in there), default=0.0) for word in wanted]
    in_name = [max((fuzz.ratio(word, other) for other in name), default=0.0) for word in wanted]
    return (sum(best) / len(best) + sum(in_name) / len(in_name)) / 2


WATCHER = Watcher(
    "awmf",
    key_of,
    every_days=7,
    look=look,
    asks={"awmf": POLITE},
    secret="awmf",  # noqa: S106 - a setting's name
    page=page,
    search=search,
    searches=frozenset({SourceKind.AWMF_GUIDELINE, SourceKind.AWMF_LIVING}),
)
