"""ESMO guidelines: articles that could be the next edition, for an editor to choose from; never facts.

A new edition is a new DOI that the old one does not name, so it is searched for in Crossref and PubMed. eUpdates and
Living Guidelines have no number at all: of them ``manual`` reminds a person (registries, 6; domain 1.3).
"""

import re
from collections.abc import Iterable, Mapping

from citations.dates import BadDateError, newer, read_iso
from citations.kinds import Certainty, LookOutcome, SourceKind
from citations.references.numbers import read_doi
from citations.search import fold
from citations.sightings import Pointer, Sighting
from jobs.watchers import crossref
from jobs.watchers import doi as doi_names
from jobs.watchers.contract import Client, Watched, Watcher, WatchError
from jobs.watchers.crossref_works import search_works
from jobs.watchers.eutils import SLOW, fetch, find_ids
from jobs.watchers.pubmed_records import PUBMED

JOURNALS = {"0923-7534": "Ann Oncol", "2059-7029": "ESMO Open"}
"""Where the guidelines appear: ISSN and the name in PubMed."""

_KINDS = frozenset({SourceKind.ESMO_CPG, SourceKind.ESMO_LIVING})
_SUBTITLE = re.compile(r"[:\u2013\u2014]|\s-\s|\bESMO\b|\bClinical Practice\b|\bguidelines?\b", re.IGNORECASE)
_GUIDELINE = re.compile(r"guideline|recommendation|e-?update|living", re.IGNORECASE)
_ABOUT_OTHERS = re.compile(r"^(?:correction|corrigend|errat|reply|comment|letter|re:|withdrawn|retract)", re.IGNORECASE)
_DOI_MONTH = re.compile(r"10\.1016/j\.(?:annonc|esmoop)\.(\d{4})\.(\d{2})\.")
_LITTLE = frozenset(
    {"and", "the", "for", "with", "from", "pan", "asian", "adapted", "esmo", "clinical", "practice", "management"}
    | {"diagnosis", "treatment", "follow", "patients", "consensus"}
)
_SHORTEST, _MOST_WORDS, _ROWS, _MOST_FOUND = 3, 6, 20, 100


def key_of(kind: SourceKind, identifiers: Mapping[str, str], url: str) -> str:
    """Return what a guideline of ESMO is known by: DOI, PubMed number, words of its title, address; "" for others."""
    if kind not in _KINDS:
        return ""
    named = (identifiers.get(scheme, "") for scheme in ("doi", "pmid", "title", "guideline", "url"))
    return next((one for one in named if one), url)


def look(watched: Watched, client: Client) -> Sighting:
    """Return the later guidelines on the same subject, the newest first, every one of them a candidate only."""
    words = topic(watched.title)
    if not words:
        raise WatchError(LookOutcome.SKIPPED, "look.esmo_no_title", {"key": watched.key})
    since = _since(watched)
    found = [*_in_crossref(words, since, client), *_in_pubmed(words, since, client)]
    fresh = {one.value: one for one in reversed(found) if _could_follow(one, watched, words, since)}
    candidates = sorted(fresh.values(), key=lambda one: (one.dated, one.value), reverse=True)
    return Sighting(
        registry="esmo",
        key=watched.key,
        successors=tuple(candidates),
        url=page(watched.key) or watched.url,
    )


def topic(title: str) -> tuple[str, ...]:
    """Return the words that say what a guideline is about: those before its subtitle, the plural's s left away."""
    for part in (_SUBTITLE.split(title, maxsplit=1)[0], title):
        plain = dict.fromkeys(_singular(word) for word in re.findall(r"[^\W\d_]+", fold(part)))
        words = [word for word in plain if len(word) > _SHORTEST and word not in _LITTLE and not _GUIDELINE.match(word)]
        if words:
            return tuple(words[:_MOST_WORDS])
    return ()


def _singular(word: str) -> str:
    return word.removesuffix("s") if not word.endswith(("ss", "is", "us")) else word


def _since(watched: Watched) -> str:
    """Return when the newest stored edition appeared, as partial ISO; "" where nothing says it."""
    printed = [one.reference for one in watched.versions if one.reference is not None and one.reference.year]
    days = [f"{one.year}-{one.month:02d}" if one.month else str(one.year) for one in printed]
    dois = [read_doi(one.doi) for one in watched.versions] + [read_doi(watched.key)]
    months = (_DOI_MONTH.match(doi) for doi in dois)
    return max(days, default="") or max(("-".join(one.groups()) for one in months if one), default="")


def _in_crossref(words: tuple[str, ...], since: str, client: Client) -> Iterable[Pointer]:
    """Yield the articles that Crossref finds in ESMO's journals."""
    filters = [f"issn:{issn}" for issn in JOURNALS] + ([f"from-pub-date:{since}"] if since else [])
    query = {
        "filter": ",".join(filters),
        "query.title": f"{' '.join(words)} clinical practice guideline",
        "select": "DOI,title,issued,published-online,published-print,container-title,short-container-title",
        "rows": str(_ROWS),
    }
    for work in search_works(client, query):
        if _GUIDELINE.search(work.title):
            yield Pointer("doi", work.doi, Certainty.CANDIDATE, work.container, work.dated, work.title)


def _in_pubmed(words: tuple[str, ...], since: str, client: Client) -> Iterable[Pointer]:
    """Yield the practice guidelines that PubMed finds in ESMO's journals."""
    journals = " OR ".join(f'"{name}"[ta]' for name in JOURNALS.values())
    titles = " OR ".join(f"{word}*[ti]" for word in words)
    parts = [f"({journals})", "practice guideline[pt]", f"({titles})"]
    parts += [f"{since[:4]}:3000[dp]"] if since else []
    ids = find_ids(client, " AND ".join(parts), most=_MOST_FOUND)
    for article in fetch(client, ids).values():
        scheme, value = ("doi", article.doi) if article.doi else ("pmid", article.pmid)
        yield Pointer(scheme, value, Certainty.CANDIDATE, article.journal, article.dated, article.title)


def _could_follow(one: Pointer, watched: Watched, words: tuple[str, ...], since: str) -> bool:
    """Say whether an article is on the subject, of its own, later than what is stored, and none of it."""
    stored = {read_doi(version.doi) for version in watched.versions} | {version.pmid for version in watched.versions}
    if one.value in stored | {watched.key} or _ABOUT_OTHERS.match(one.title):
        return False
    title = {_singular(word) for word in re.findall(r"[^\W\d_]+", fold(one.title))}
    return len(title & set(words)) * 2 > len(words) and _later(one.dated, since)


def _later(one: str, since: str) -> bool:
    """Say whether a day lies after another; a record of the same year could be the stored edition itself."""
    try:
        return newer(read_iso(one), read_iso(since)) is True if one and since else True
    except BadDateError:
        return True


def page(key: str) -> str:
    """Return where people read the article, "" where it is known by its words only."""
    return doi_names.page(read_doi(key)) if read_doi(key) else f"{PUBMED}/{key}/" if key.isdecimal() else ""


_ASKS = {"crossref": crossref.POLITE, "pubmed": SLOW}
WATCHER = Watcher("esmo", key_of, every_days=91, look=look, asks=_ASKS, page=page)
