"""Atom out: what RFC 4287 demands is there, once; the words survive, and nothing that XML cannot hold gets in."""

import re
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given

from citations.formats import written
from citations.formats.page_item import FeedOut
from tests.citations.formats.any_page import CHANGE, FEED, FEEDS

ATOM = "{http://www.w3.org/2005/Atom}"
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


def feed(made: FeedOut) -> Element:
    """Return the feed as a parser reads it, with all that RFC 4287 demands of it and its entries."""
    root = fromstring(b"".join(written("atom", [made])))  # noqa: S314 - our own file
    assert root.tag == f"{ATOM}feed"
    for one in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1
        assert urlsplit(one.findtext(f"{ATOM}id", "")).scheme
        assert _INSTANT.fullmatch(one.findtext(f"{ATOM}updated", ""))
        assert one.findtext(f"{ATOM}author/{ATOM}name", "").strip()
        links = [(link.get("rel"), link.get("type")) for link in one.findall(f"{ATOM}link")]
        assert len(links) == len(set(links))
        assert ("alternate", "text/html") in links
        assert all(urlsplit(link.get("href", "")).netloc for link in one.findall(f"{ATOM}link"))
    assert root.find(f"{ATOM}link[@rel='self']") is not None
    return root


def test_an_entry_says_what_who_when_and_where() -> None:
    entry = feed(FEED).find(f"{ATOM}entry")
    assert entry is not None
    told = {child.tag.removeprefix(ATOM): child.text for child in entry}
    assert (told["id"], told["title"], told["content"]) == (CHANGE.id, CHANGE.title, CHANGE.text)
    assert told["updated"] == "2026-11-20T11:00:00Z"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Anna"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == CHANGE.url


def test_a_feed_without_entries_is_a_feed() -> None:
    assert feed(replace(FEED, entries=())).findall(f"{ATOM}entry") == []


@pytest.mark.parametrize("odd", ["\x00\x01\x0b", "\ud800", "\ufffe\uffff", "\x1b[31m"])
def test_what_xml_cannot_hold_is_dropped_and_the_rest_stays(odd: str) -> None:
    entry = replace(CHANGE, title=f"vor{odd}nach <b>&", text=odd + "x")
    shown = feed(replace(FEED, entries=(entry,))).findtext(f"{ATOM}entry/{ATOM}title") or ""
    assert shown.startswith("vor")
    assert shown.endswith("nach <b>&")


@given(FEEDS)
def test_any_feed_is_valid_with_its_entries_in_order(made: FeedOut) -> None:
    entries = feed(made).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [entry.id for entry in made.entries]
    moments = [datetime.fromisoformat(entry.findtext(f"{ATOM}updated", "")) for entry in entries]
    assert moments == [entry.at.replace(microsecond=0) for entry in made.entries]
