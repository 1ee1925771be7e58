"""PubMed: retractions, concerns, errata and newer versions of articles, by number or DOI (registries, 4).

Cochrane reviews are looked after in ``jobs.watchers.cochrane``, which asks the same records.
"""

import re
from collections.abc import Mapping, Sequence

from citations.kinds import Certainty, Lifecycle, LookOutcome, NoticeKind, SourceKind
from citations.references.numbers import read_doi
from citations.references.printed_dates import date_at
from citations.search import fold
from citations.sightings import Notice, Pointer, Sighting
from jobs.watchers.contract import Client, Watched, Watcher, WatchError
from jobs.watchers.eutils import MOST_IDS, by_doi, doi_term, fetch, find_ids
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

_RETRACTED, _WITHDRAWN = "retracted", "withdrawn"
_DOIS_A_CALL = 25
"""So many DOIs fit into one address with room to spare."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def key_of(_kind: SourceKind, identifiers: Mapping[str, str], _url: str) -> str:
    """Return a source's number in PubMed, else its DOI; "" for Cochrane reviews and for sources with neither."""
    doi = read_doi(identifiers.get("doi", ""))
    if identifiers.get("cochrane") or (review_number(doi) and "14651858" in doi):
        return ""
    number = identifiers.get("pmid", "").strip()
    return number if number.isdecimal() and number.isascii() else doi


def look(watched: Watched, client: Client) -> Sighting:
    """Return what PubMed says of an article; WatchError NOT_FOUND where it has no record of it."""
    article = _record(watched.key, client)
    if article is None:
        raise WatchError(LookOutcome.NOT_FOUND, "look.pubmed_missing", {"key": watched.key})
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
        found.append(Notice(NoticeKind.RETRACTION, "retracted-publication", label=label, asserted_by=("pubmed",)))
    if is_withdrawn(article.title) and not article.review:
        found.append(Notice(NoticeKind.WITHDRAWAL, "withdrawn-title", label=article.title, asserted_by=("pubmed",)))
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
    """Return one comment as a notice. Its DOI tells it apart, else its number, else its place."""
    key = comment.doi or (
        f"pmid:{comment.pmid}" if comment.pmid else f"{comment.relation}:{fold(comment.source)}"[:200]
    )
    words = " ".join(part for part in (comment.source, comment.note) if part)
    url = f"https://doi.org/{comment.doi}" if comment.doi else f"{PUBMED}/{comment.pmid}/" if comment.pmid else ""
    kind = _KINDS.get(comment.relation, NoticeKind.OTHER)
    if kind is NoticeKind.NEW_VERSION and not (comment.doi or comment.pmid):
        kind = NoticeKind.OTHER  # there is nothing to point to, and still somebody must look
    return Notice(kind, key, said_on(comment), f"{comment.relation}: {words}", url, ("pubmed",))


def _stamp(title: str) -> str:
    """Return how a register marked an article in front of its title: retracted, withdrawn, or "" for no mark."""
    first = title.lstrip("[").partition(":")[0].strip().lower()
    return first.removesuffix(" article") if first.removesuffix(" article") in (_RETRACTED, _WITHDRAWN) else ""


def _record(key: str, client: Client) -> Article | None:
    """Return the record of a key, None where there is none. One call serves up to 200 sources of the run."""
    if key.isdecimal():
        numbers = [one for one in client.others("pubmed") if one.isdecimal()]
        return fetch(client, _chunk(key, numbers, MOST_IDS), share=True).get(key)
    dois = [one for one in client.others("pubmed") if not one.isdecimal()]
    chunk = _chunk(key, dois, _DOIS_A_CALL)
    term = " OR ".join(doi_term(doi) for doi in chunk)
    several = fetch(client, find_ids(client, term, share=True), share=True)
    own = next((one for one in several.values() if one.doi == key), None)
    return own or by_doi(key, client)


def _chunk(key: str, keys: Sequence[str], size: int) -> tuple[str, ...]:
    """Return the keys that are asked together with this one: always the same ones in a run."""
    ordered = sorted(set(keys))
    if key not in ordered:
        return (key,)
    start = ordered.index(key) // size * size
    return tuple(ordered[start : start + size])


WATCHER = Watcher("pubmed", key_of, 7, look)
