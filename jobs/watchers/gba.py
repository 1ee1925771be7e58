"""G-BA: decisions on the benefit of new medicines (section 35a SGB V), out of one file (registries, 8).

A new decision on a substance is one with a new number; a new indication is a procedure of its own (domain 1.8).
"""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from html import unescape

from citations.dates import BadDateError, read_iso
from citations.kinds import Evidence, LookOutcome, NoticeKind, SourceKind
from citations.sightings import Notice, Sighting
from jobs.watchers.contract import Answer, Client, Politeness, Watched, Watcher, WatchError
from jobs.watchers.shared_files import elements, fetch
from jobs.watchers.substances import SUBSTANCE, in_table, names_in

POLITENESS = Politeness(gap=5.0, daily=20, size=80_000_000)
"""The file of all decisions has 24 MB (registries, 8), more than anything else may, and grows with each."""
_FILE = "/G-BA_Beschluss_Info.xml"
_TAG = re.compile(r"<[^<>]*>")
_LONGEST_INDICATION = 400


@dataclass(frozen=True, slots=True)
class _Decision:
    """One decision: its number, ISO day ("" unknown), product, substances, indications in words, address."""

    number: str
    on: str
    product: str
    substances: tuple[str, ...]
    indication: str
    url: str


def key_of(_kind: SourceKind, identifiers: Mapping[str, str], _url: str) -> str:
    """Return the substances of a source (scheme ``substance``, several joined by ";"), "" for none."""
    return identifiers.get(SUBSTANCE, "")


def look(watched: Watched, client: Client) -> Sighting:
    """Return the decisions on a source's substances, each with its day and its indication in words."""
    base = client.base("gba")
    url = base if base.lower().endswith(".xml") else base + _FILE
    answer = fetch(client, url, POLITENESS, "G-BA")
    substances = watched.substances or tuple(names_in(watched.key))
    decisions = _decisions(answer.body, answer.url)
    ours = [one for one in decisions if any(in_table(name, substances) for name in one.substances)]
    return Sighting(
        "gba",
        watched.key,
        evidence=Evidence.REGISTRY_RECORD,
        notices=tuple(_notice(one) for one in sorted(ours, key=lambda one: (one.on, one.number))),
        raw=json.dumps([asdict(one) for one in ours], ensure_ascii=False).encode() if ours else b"",
    )


@lru_cache(maxsize=1)
def _decisions(body: bytes, url: str) -> tuple[_Decision, ...]:
    """Return the decisions of the file, read once for all sources of a run; WatchError where it holds none."""
    answer = Answer(200, url, {}, body)
    found = tuple(one for one in map(_decision, elements(answer, "BE", "G-BA")) if one.number)
    if not found:
        raise WatchError(LookOutcome.PARSE_FAILED, "look.gba_no_decisions", {"url": url})
    return found


def _decision(element: ET.Element) -> _Decision:
    days = [_day(_said(one)) for one in element.iter("DATUM_BE_VOM")]
    indications = [_said(one) for one in element.iter("AWG_KURZ")] or [_said(one) for one in element.iter("AWG")]
    return _Decision(
        number=_first(element, "ID_BE_AKZ"),
        on=max(days, default=""),
        product=_first(element, "NAME_HN"),
        substances=tuple(dict.fromkeys(filter(None, map(_said, element.iter("NAME_WS_BEW"))))),
        indication="; ".join(dict.fromkeys(filter(None, indications))),
        url=_first(element, "URL"),
    )


def _notice(decision: _Decision) -> Notice:
    words = f"{decision.product} ({', '.join(decision.substances)}): {_shortened(decision.indication)}"
    return Notice(
        NoticeKind.DECISION, decision.number, decision.on, words.removesuffix(": ").strip(), decision.url, ("G-BA",)
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_INDICATION else text[:_LONGEST_INDICATION].rsplit(" ", 1)[0] + " …"


def _first(element: ET.Element, tag: str) -> str:
    return next(_values(element, tag), "")


def _values(element: ET.Element, tag: str) -> Iterator[str]:
    return (said for said in map(_said, element.iter(tag)) if said)


def _said(element: ET.Element) -> str:
    """Return the value of an element, as attribute or as text, without the markup inside."""
    words = element.get("value") or "".join(element.itertext())
    return " ".join(unescape(_TAG.sub(" ", words)).split())


def _day(text: str) -> str:
    try:
        return str(read_iso(text[:10]))
    except BadDateError:
        return ""


WATCHER = Watcher("gba", key_of, every_days=14, look=look, asks={"gba": POLITENESS})
