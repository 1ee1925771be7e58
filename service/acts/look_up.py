"""Fill in by identifier: which registries answer for a DOI, a number or an address, and what each of them says.

Nothing is stored and no database is open: the registries are asked through a client, each at most once in a look-up.
What their answers mean together is ``service.acts.looked_up``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from citations.identity import find_key, read_doi
from citations.kinds import Lifecycle, LookOutcome, SourceKind
from citations.sightings import Sighting
from jobs.refused import RefusedError
from jobs.watchers import WATCHERS
from jobs.watchers.contract import Client, Known, Look, Watched, WatchError
from jobs.watchers.substances import MEDICINES

MEDICINE = "medicine"
"""The scheme of a medicine: its number, name or substance as the European agency has it."""
LONGEST = 2000
"""Characters of the longest address that is looked at."""

_ASKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "doi": ("crossref", "pubmed"),
        "awmf": ("awmf",),
        "pmid": ("pubmed",),
        "isbn": ("isbn",),
        "cochrane": ("cochrane",),
        "onkopedia": ("onkopedia",),
        MEDICINE: ("ema",),
    }
)
"""Which registries know a scheme, in the order in which they are asked. A text is taken for the first that fits."""
_KINDS = {
    "awmf": SourceKind.AWMF_GUIDELINE,
    "cochrane": SourceKind.COCHRANE_REVIEW,
    "isbn": SourceKind.BOOK,
    "onkopedia": SourceKind.ONKOPEDIA,
    MEDICINE: SourceKind.DRUG_LABEL,
    "ema": SourceKind.DRUG_LABEL,
}
_BY_ADDRESS = ("awmf", "onkopedia", "ema")
"""Registries that know their own addresses; any other address is looked at as a page."""
_LOOKS: Mapping[str, Look] = {slug: watcher.look for slug, watcher in WATCHERS.items() if watcher.look is not None}
_NO_MATTER = frozenset({"look.pubmed_not_listed"})
"""PubMed lists far from every article: where another registry answered, that it does not is no news."""
_REVIEW = "10.1002/14651858."
_NAME = re.compile(r"[^\W\d_][\w .,;/+()\u2010-\u2015-]{2,79}")
_HTTP = re.compile(r"https?://\S+", re.IGNORECASE)
_LIKE_ISBN = re.compile(r"(?:ISBN(?:-1[03])?:?\s*)?97[89][\d \u2010-\u2015-]{10,15}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Failed:
    """A registry that said nothing: how the look ended and why (catalogue key ``look.…`` with facts)."""

    registry: str
    outcome: LookOutcome
    why: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What the registries say, in the order in which they were asked; ``scheme`` and ``value`` are what was asked."""

    scheme: str
    value: str
    sightings: tuple[Sighting, ...]
    failed: tuple[Failed, ...]


@dataclass(frozen=True, slots=True)
class _Call:
    registry: str
    watched: Watched


def look_up(text: str, client: Client, kind: SourceKind | None = None) -> LookedUp:
    """Return what the registries say of what an editor typed: DOI, PMID, ISBN, CD or register number, or an address.

    Of a source about a medicine (``kind``) it may be the name of the medicine, or its substance.

    Raises RefusedError for a text that is none of these, and, where no registry said anything, with why the first one
    did not.
    """
    scheme, value = _meant(text, kind)
    calls, asked = [*_calls(scheme, value)], set[str]()
    sightings: list[Sighting] = []
    failed: list[Failed] = []
    while calls:
        call = calls.pop(0)
        if call.registry in asked:
            continue
        asked.add(call.registry)
        try:
            sightings.append(_seen(call, client))
        except WatchError as error:
            failed.append(Failed(call.registry, error.outcome, error.why, error.facts))
        else:
            calls += _further(sightings[-1])
    if not sightings:
        raise RefusedError(failed[0].why, **failed[0].facts)
    return LookedUp(scheme, value, tuple(sightings), tuple(one for one in failed if one.why not in _NO_MATTER))


def _meant(text: str, kind: SourceKind | None) -> tuple[str, str]:
    """Return scheme and value; of a source about a medicine any other short text is a name."""
    typed = " ".join(text.split())
    number = WATCHERS["ema"].key_of(SourceKind.DRUG_LABEL, {"ema": typed}, "")
    if number:
        return MEDICINE, number
    try:
        return understood(text)
    except RefusedError as refused:
        if kind not in MEDICINES or refused.key != "refused.look_up_what" or not _NAME.fullmatch(typed):
            raise
        return MEDICINE, typed.casefold()


def _seen(call: _Call, client: Client) -> Sighting:
    """Return what a registry says; a table without the medicine says nothing."""
    seen = _LOOKS[call.registry](call.watched, client)
    if call.registry == "ema" and seen.lifecycle is Lifecycle.UNLISTED:
        raise WatchError(LookOutcome.NOT_FOUND, "look.ema_unknown", {"name": call.watched.key})
    return seen


def understood(text: str) -> tuple[str, str]:
    """Return scheme and value of what somebody typed; RefusedError for what no registry could be asked about."""
    typed = " ".join(text.split())
    if not typed or len(typed) > LONGEST:
        raise RefusedError("refused.look_up_what", value=typed[:80])
    pairs = dict(reversed(find_key(typed)))  # the likeliest comes first, and wins
    known = next((scheme for scheme in _ASKED if scheme in pairs), "")
    if known:
        return known, pairs[known]
    if _HTTP.fullmatch(typed):
        return "url", typed
    if "url" in pairs and " " not in typed:
        return "url", typed if "://" in typed else f"https://{typed}"
    if _LIKE_ISBN.fullmatch(typed):
        raise RefusedError("refused.no_isbn", value=typed)
    raise RefusedError("refused.look_up_what", value=typed[:80])


def _calls(scheme: str, value: str) -> Iterable[_Call]:
    """Yield whom to ask about an identifier. A DOI of a review names a version, of which its own watcher knows more."""
    if scheme == "url":
        yield _by_address(value)
        return
    kind = _KINDS.get(scheme, SourceKind.JOURNAL_ARTICLE)
    if scheme == "awmf" and value.endswith("-patient"):
        kind, value = SourceKind.AWMF_PATIENT_GUIDELINE, value.removesuffix("-patient")
    for registry in _ASKED[scheme]:
        yield _Call(registry, Watched(0, value, kind, "", ((scheme, value),)))
    if scheme == "doi" and value.startswith(_REVIEW):
        number = WATCHERS["cochrane"].key_of(SourceKind.COCHRANE_REVIEW, {"doi": value}, "")
        known = (Known(0, doi=value),)
        yield _Call("cochrane", Watched(0, number, SourceKind.COCHRANE_REVIEW, "", (("doi", value),), known))


def _by_address(address: str) -> _Call:
    for registry in _BY_ADDRESS:
        key = WATCHERS[registry].key_of(SourceKind.WEB_PAGE, {}, address)
        if key:
            return _Call(registry, Watched(0, key, _KINDS[registry], "", url=address))
    return _Call("page", Watched(0, address, SourceKind.WEB_PAGE, "", url=address))


def _further(seen: Sighting) -> Iterable[_Call]:
    """Return whom to ask next: a record that names a DOI leads to those who know the DOI."""
    doi = seen.reference.doi if seen.reference else ""
    doi = read_doi(seen.url) if seen.registry == "cochrane" and not doi else doi
    return _calls("doi", doi) if doi else ()
