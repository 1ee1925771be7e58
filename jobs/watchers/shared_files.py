"""Files of a registry that serve many sources: fetched once a run, read strictly. XML with entities is refused."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO

from citations.kinds import LookOutcome
from jobs.watchers.answers import not_understood
from jobs.watchers.contract import Answer, Client, Politeness, WatchError

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_OK = 200
_SHUT_OUT = frozenset({401, 403, 451})


def fetch(client: Client, url: str, politeness: Politeness, registry: str) -> Answer:
    """Return a file of a registry; WatchError for any status but 200.

    A missing file is an address of the registry that changed: it says nothing about a source, so it is no NOT_FOUND.
    """
    return expect_ok(client.get(url, politeness=politeness, share=True), registry)


def expect_ok(answer: Answer, registry: str) -> Answer:
    """Return an answer with status 200; WatchError BLOCKED or UNAVAILABLE for any other."""
    if answer.status == _OK:
        return answer
    outcome = LookOutcome.BLOCKED if answer.status in _SHUT_OUT else LookOutcome.UNAVAILABLE
    facts = {"registry": registry, "status": str(answer.status), "url": answer.url}
    raise WatchError(outcome, "look.file_status", facts, status=answer.status)


def root_of(answer: Answer, registry: str) -> ET.Element:
    """Return the root of an XML answer; WatchError PARSE_FAILED for anything else, an HTML page included."""
    try:
        return xml_root(answer.body)
    except ValueError as error:
        raise not_understood(answer, registry) from error


def xml_root(body: bytes) -> ET.Element:
    """Return the root of some XML; ValueError for anything else, and for XML with entities of its own."""
    if _has_entities(body):
        raise ValueError("entities")
    try:
        return ET.fromstring(body)  # noqa: S314 - no entities, size bounded by the wire
    except (ET.ParseError, LookupError) as error:
        raise ValueError("no XML") from error


def elements(answer: Answer, tag: str, registry: str) -> Iterator[ET.Element]:
    """Yield every element of a name, each dropped when the next is read: the tree of a large file never stands whole.

    WatchError PARSE_FAILED where the file is no XML, or breaks off.
    """
    if _has_entities(answer.body):
        raise not_understood(answer, registry)
    try:
        root: ET.Element | None = None
        for event, element in ET.iterparse(BytesIO(answer.body), ("start", "end")):  # noqa: S314 - no entities
            if root is None:
                root = element
            if event == "end" and element.tag == tag:
                yield element
                root.clear()
    except (ET.ParseError, LookupError, ValueError) as error:
        raise not_understood(answer, registry) from error


def _has_entities(body: bytes) -> bool:
    """Say whether XML declares entities of its own (it could be a bomb), or may hide them in another encoding."""
    return bool(_ENTITY.search(body)) or b"\0" in body[:1000]
