"""PubMed: retractions, concerns, errata and newer versions of articles, by number or DOI (registries, 4).

Cochrane reviews are looked after in ``jobs.watchers.cochrane``, which asks the same records.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from citations.kinds import Certainty, Lifecycle, LookOutcome, NoticeKind, SourceKind
from citations.references.numbers import read_doi
from citations.references.printed_dates import date_at
from citations.search import fold
from citations.sightings import Notice, Pointer, Sighting
from jobs.watchers import doi as doi_names
from jobs.watchers.contract import Client, Watched, Watcher, WatchError
from jobs.watchers.eutils import MOST_IDS, SLOW, by_doi, doi_term, fetch, find_ids
from jobs.watchers.hashing import record_hash
from jobs.watchers.pubmed_records import PUBMED, Article, Comment, reference_of, review_number

_KINDS = {
    "RetractionIn": NoticeKind.RETRACTION,
    "RetractedandRepublishedIn": NoticeKind.RETRACTION,
    "PartialRetractionIn": NoticeKind.PARTIAL_RETRACTION,
    "ExpressionOfConcernIn": NoticeKind.EXPRESSION_OF_CONCERN,
    "ErratumIn": NoticeKind.ERRATUM,
    "CorrectedandRepublishedIn": NoticeKind.CORRECTION,
    "UpdateIn": NoticeKind.NEW_VERSION,
}
"""What a relation on the cited record means. A relation that stands in none of these lists is told as OTHER."""

_BACKWARDS = frozenset(
    {
        "UpdateOf", "RetractionOf", "PartialRetractionOf", "ErratumFor", "ExpressionOfConcernFor", "RepublishedFrom",
        "CorrectedandRepublishedFrom", "RetractedandRepublishedFrom", "ReprintOf", "CommentOn",
    }
)  # fmt: skip
"""Relations by which a record points back at another: they say nothing about the record itself."""

_NO_STATE = frozenset(
    {
        "CommentIn", "Cites", "SummaryForPatientsIn", "OriginalReportIn", "ReprintIn", "DatasetIn",
        "DatasetUseReportedIn", "AssociatedDataset", "AssociatedPublication",
    }
)  # fmt: skip

_LISTED_KINDS = frozenset(
    {
        SourceKind.JOURNAL_ARTICLE, SourceKind.SYSTEMATIC_REVIEW, SourceKind.COCHRANE_REVIEW, SourceKind.ESMO_CPG,
        SourceKind.ESMO_LIVING, SourceKind.NCCN, SourceKind.NICE_GUIDELINE, SourceKind.AWMF_GUIDELINE,
        SourceKind.AWMF_LIVING,
    }
)  # fmt: skip

_RETRACTED, _WITHDRAWN = "retracted", "withdrawn"
_LONGEST_KEY = 200
_DOIS_A_CALL = 25
"""So many DOIs fit into one address with room to spare."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def key_of(kind: SourceKind, identifiers: Mapping[str, str], _url: str) -> str:
    """Return a source's number in PubMed, else its DOI; "" for Cochrane reviews and for sources with neither.

    Books, labels, decisions and pages have DOIs that PubMed does not list; of them only a number counts.
    """
    doi = read_doi(identifiers.get("doi", ""))
    if identifiers.get("cochrane") or (review_number(doi) and "14651858" in doi):
        return ""
    number = identifiers.get("pmid", "").strip()
    if number.isdecimal() and number.isascii():
        return number
    return doi if kind in _LISTED_KINDS else ""


def look(watched: Watched, client: Client) -> Sighting:
    """Return what PubMed says of an article.

    WatchError: NOT_FOUND for a number that it does not know, SKIPPED for a DOI that it does not list: it has far from
    every article, so that is no sign of anything.
    """
    article = _record(watched.key, client)
    if article is None and watched.key.isdecimal():
        raise WatchError(LookOutcome.NOT_FOUND, "look.pubmed_missing", {"number": watched.key})
    if article is None:
        raise WatchError(LookOutcome.SKIPPED, "look.pubmed_not_listed", {"doi": watched.key})
    return Sighting(
        registry="pubmed",
        key=watched.key,
        title=article.title,
        released_on=article.dated,
        lifecycle=lifecycle(article),
        status_text="; ".join(one for one in article.types if _RETRACTED in one.lower()),
        successors=successors(article),
        notices=notices(article),
        url=f"{PUBMED}/{article.pmid}/",
        content_hash=title_hash(article.title),
        reference=reference_of(article),
        raw=article.raw,
    )


def notices(article: Article) -> tuple[Notice, ...]:
    """Return what was announced about an article, each once. The mark of a retraction counts without its notice."""
    found = [_notice(one) for one in article.comments if one.relation not in _BACKWARDS | _NO_STATE]
    marked = "Retracted Publication" in article.types or _stamp(article.title) == _RETRACTED
    if marked and not any(one.kind is NoticeKind.RETRACTION for one in found):
        label = "Retracted Publication" if "Retracted Publication" in article.types else article.title
        found.append(Notice(NoticeKind.RETRACTION, "retraction:title", label=label, asserted_by=("pubmed",)))
    if is_withdrawn(article.title) and not article.review:
        found.append(Notice(NoticeKind.WITHDRAWAL, "withdrawal:title", label=article.title, asserted_by=("pubmed",)))
    return tuple(dict.fromkeys(found))


def lifecycle(article: Article) -> Lifecycle:
    """Return the gravest state that the notices give; PubMed states none of its own."""
    kinds = {one.kind for one in notices(article)}
    ranks = (
        (Lifecycle.RETRACTED, {NoticeKind.RETRACTION}),
        (Lifecycle.WITHDRAWN, {NoticeKind.WITHDRAWAL}),
        (Lifecycle.SUPERSEDED, {NoticeKind.NEW_VERSION}),
        (Lifecycle.CORRECTED, {NoticeKind.ERRATUM, NoticeKind.CORRECTION}),
    )
    return next((state for state, signs in ranks if kinds & signs), Lifecycle.UNKNOWN)


def successors(article: Article) -> tuple[Pointer, ...]:
    """Return the newer versions that a record names (``UpdateIn``), by DOI where it says one, else by number."""
    return tuple(
        Pointer("doi" if one.doi else "pmid", one.doi or one.pmid, Certainty.STATED, dated=said_on(one))
        for one in article.comments
        if one.relation == "UpdateIn" and (one.doi or one.pmid)
    )


def is_withdrawn(title: str) -> bool:
    """Say whether a title begins with the register's mark of a withdrawal, "WITHDRAWN: ..."."""
    return _stamp(title) == _WITHDRAWN


def title_hash(title: str) -> str:
    """Return the fingerprint of what a record is about. Volume, pages and days come later and change no content."""
    plain = fold(title)
    for stamp in (_RETRACTED, _WITHDRAWN):
        plain = plain.removeprefix(stamp).lstrip(": ")
    return record_hash(plain.rstrip(". "))


def said_on(comment: Comment) -> str:
    """Return the day that a comment's source names, as partial ISO: "Lancet. 2010 Feb 6;375:445" gives 2010-02-06."""
    places = (date_at(comment.source, year.start()) for year in _YEAR.finditer(comment.source))
    return next((place.iso for place in places if place is not None), "")


def _notice(comment: Comment) -> Notice:
    """Return one comment as a notice. Its DOI tells it apart, as Crossref's do, else its number or place."""
    words = " ".join(part for part in (comment.source, comment.note) if part)
    url = f"https://doi.org/{comment.doi}" if comment.doi else f"{PUBMED}/{comment.pmid}/" if comment.pmid else ""
    kind = _KINDS.get(comment.relation, NoticeKind.OTHER)
    if kind is NoticeKind.NEW_VERSION and not (comment.doi or comment.pmid):
        kind = NoticeKind.OTHER  # there is nothing to point to, and still somebody must look
    place = comment.doi or (f"pmid:{comment.pmid}" if comment.pmid else fold(comment.source)[:_LONGEST_KEY])
    return Notice(kind, f"{kind.value}:{place}", said_on(comment), f"{comment.relation}: {words}", url, ("pubmed",))


def _stamp(title: str) -> str:
    """Return how a register marked an article in front of its title: retracted, withdrawn, or "" for no mark."""
    first = title.lstrip("[").partition(":")[0].strip().lower()
    return first.removesuffix(" article") if first.removesuffix(" article") in (_RETRACTED, _WITHDRAWN) else ""


def _record(key: str, client: Client) -> Article | None:
    """Return the record of a key, None where there is none. One call serves up to 200 sources of the run."""
    together = _chunks(client.others("pubmed")).get(key, (key,))
    if key.isdecimal():
        return fetch(client, together, share=True).get(key)
    term = " OR ".join(doi_term(doi) for doi in together)
    several = fetch(client, find_ids(client, term, share=True), share=True)
    own = next((one for one in several.values() if one.doi == key), None)
    return own or by_doi(key, client)


@lru_cache(maxsize=2)
def _chunks(keys: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return for each key which ones are asked together with it: always the same ones in a run."""
    found: dict[str, tuple[str, ...]] = {}
    numbers, dois = (sorted({key for key in keys if key.isdecimal() is kind}) for kind in (True, False))
    for ordered, size in ((numbers, MOST_IDS), (dois, _DOIS_A_CALL)):
        for start in range(0, len(ordered), size):
            chunk = tuple(ordered[start : start + size])
            found |= dict.fromkeys(chunk, chunk)
    return found


def page(key: str) -> str:
    """Return where people read the record of a number, or the article of a DOI."""
    return f"{PUBMED}/{key}/" if key.isdecimal() else doi_names.page(key)


WATCHER = Watcher("pubmed", key_of, every_days=7, look=look, asks={"pubmed": SLOW}, page=page)
