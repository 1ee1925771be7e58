"""Cochrane reviews by number: which citation version is the newest, and whether it withdraws the review.

A composed watcher (registries, 3): PubMed names newer versions, doi.org is asked for the next two ``.pubN``, Crossref
gives title and day of what was found. Newer and withdrawn are two things: a newer version never withdraws anything,
and a withdrawal is never offered as the version to cite instead.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from citations.dates import BadDateError, newer, read_iso
from citations.kinds import Certainty, Evidence, Lifecycle, LookOutcome, NoticeKind, SourceKind
from citations.references.numbers import read_doi
from citations.sightings import Notice, Pointer, Sighting
from jobs.watchers import crossref
from jobs.watchers import doi as doi_names
from jobs.watchers.contract import Client, Known, Watched, Watcher, WatchError
from jobs.watchers.crossref_works import Work, find_work, is_registered
from jobs.watchers.eutils import SLOW, by_doi, fetch
from jobs.watchers.pubmed import is_withdrawn, lifecycle, notices, said_on, title_hash
from jobs.watchers.pubmed_records import Article, Comment, reference_of, review_number

SERIOUS_SINCE = "2019-07"
"""Since this month reviews are withdrawn for serious reasons only, before that for mere age as well (domain 1.4)."""

_PREFIX = "10.1002/14651858."
_LABEL = re.compile(r"pub(\d{1,3})", re.IGNORECASE)
_MOST_VERSIONS = 60
_LONGEST_CHAIN = 20
_MISSES = 2
"""So many names in a row that do not exist: a number could have been skipped (registries, 3)."""
_REASON_LIMIT = 400


@dataclass(slots=True)
class _Trail:
    """What PubMed shows of a review: records by number of the version, and the numbers that they name as newer.

    ``elsewhere`` took over under another review's number (splits and merges get one of their own); ``cited`` are the
    records of the versions that are stored.
    """

    number: str
    records: dict[int, Article] = field(default_factory=dict)
    stated: set[int] = field(default_factory=set)
    elsewhere: list[Pointer] = field(default_factory=list)
    cited: list[Article] = field(default_factory=list)


def key_of(_kind: SourceKind, identifiers: Mapping[str, str], _url: str) -> str:
    """Return the number of a review ("CD003293", "MR000010"), "" for what is none."""
    doi = read_doi(identifiers.get("doi", ""))
    return review_number(identifiers.get("cochrane", "")) or (review_number(doi) if doi.startswith(_PREFIX) else "")


def look(watched: Watched, client: Client) -> Sighting:
    """Return the newest version of a review; WatchError NOT_FOUND where neither PubMed nor doi.org knows any."""
    trail = _trail(watched, client)
    known = [pub for pub in (_pub(watched.key, one) for one in watched.versions) if pub]
    start = max([1, *known, *trail.records, *trail.stated])
    newest = _newest(watched.key, start, client)
    if newest == start and not (trail.cited or is_registered(client, doi_of(watched.key, newest))):
        raise WatchError(LookOutcome.NOT_FOUND, "look.cochrane_missing", {"number": watched.key})
    work = find_work(client, doi_of(watched.key, newest))
    article = trail.records.get(newest)
    if article is None and (work is None or not work.title):
        article = by_doi(doi_of(watched.key, newest), client)
    found = _Newest(newest, doi_of(watched.key, newest), article, work)
    return _sighting(watched, trail, found, known)


def doi_of(number: str, pub: int) -> str:
    """Return the DOI of a version in lower case; the first one has no suffix (registries, 3)."""
    return f"{_PREFIX}{number}{f'.pub{pub}' if pub > 1 else ''}".lower()


@dataclass(frozen=True, slots=True)
class _Newest:
    """The newest version: its number, its DOI, and what PubMed and Crossref say of it."""

    pub: int
    doi: str
    article: Article | None
    work: Work | None

    @property
    def label(self) -> str:
        return f"pub{self.pub}" if self.pub > 1 else ""

    @property
    def dated(self) -> str:
        """Return the more precise of the two days."""
        days = (self.article.dated if self.article else "", self.work.dated if self.work else "")
        return max(days, key=len)

    @property
    def title(self) -> str:
        """Return the title; one that says WITHDRAWN before one that does not yet."""
        titles = [one.title for one in (self.article, self.work) if one is not None and one.title]
        return next((one for one in titles if is_withdrawn(one)), titles[0] if titles else "")


def _sighting(watched: Watched, trail: _Trail, newest: _Newest, known: Sequence[int]) -> Sighting:
    own = [one for article in trail.cited for one in notices(article) if one.kind is not NoticeKind.NEW_VERSION]
    found = Sighting(
        registry="cochrane",
        key=watched.key,
        evidence=Evidence.OFFICIAL_API if newest.article or newest.work else Evidence.PROBE,
        title=newest.title,
        released_on=newest.dated,
        notices=tuple(dict.fromkeys(own)),
        url=f"https://doi.org/{newest.doi}",
        content_hash=title_hash(newest.title) if newest.title else "",
        reference=reference_of(newest.article) if newest.article else None,
        raw=newest.article.raw if newest.article else b"",
    )
    if is_withdrawn(newest.title):
        return _withdrawn(found, newest)
    pointers = (*_successor(watched, trail, newest, known), *trail.elsewhere)
    told = [
        Notice(NoticeKind.NEW_VERSION, f"new_version:{one.value}", one.dated, one.label or one.value)
        for one in pointers
    ]
    return replace(
        found,
        version_label=newest.label,
        version_date=newest.work.assessed if newest.work else "",
        lifecycle=_lifecycle(trail, pointers),
        successors=pointers,
        notices=(*found.notices, *told),
        warnings=() if newest.title else ("warning.cochrane_title_unseen",),
    )


def _withdrawn(found: Sighting, newest: _Newest) -> Sighting:
    """Return what a withdrawal says: withdrawn, or, before July 2019, something a person must read (domain 1.4).

    The version that withdraws is no version to cite, so no label and no successor is stated.
    """
    abstract = newest.article.abstract if newest.article else ""
    label = " ".join(part for part in (newest.title, abstract) if part)[:_REASON_LIMIT]
    early = _before(newest.dated, SERIOUS_SINCE)
    kind = NoticeKind.OTHER if early else NoticeKind.WITHDRAWAL
    notice = Notice(kind, f"{kind.value}:{newest.doi}", newest.dated, label, found.url, ("cochrane",))
    return replace(
        found,
        lifecycle=Lifecycle.UNKNOWN if early else Lifecycle.WITHDRAWN,
        status_text="WITHDRAWN",
        notices=(*found.notices, notice),
        warnings=("warning.withdrawn_before_2019",) if early else (),
    )


def _successor(watched: Watched, trail: _Trail, newest: _Newest, known: Sequence[int]) -> tuple[Pointer, ...]:
    """Return the newest version where an older one is stored; by the year where no stored version has a number."""
    years = [one.reference.year for one in watched.versions if one.reference and one.reference.year]
    by_year = not known and any(_before(str(year), newest.dated) for year in years)
    if not by_year and not any(pub < newest.pub for pub in known):
        return ()
    certainty = Certainty.STATED if newest.pub in trail.stated else Certainty.PROBED
    return (Pointer("doi", newest.doi, certainty, newest.label, newest.dated, newest.title),)


def _lifecycle(trail: _Trail, pointers: Sequence[Pointer]) -> Lifecycle:
    """Return the gravest state of the stored versions; being the newest is no state of its own."""
    states = {lifecycle(article) for article in trail.cited}
    if Lifecycle.RETRACTED in states:
        return Lifecycle.RETRACTED
    return (
        Lifecycle.SUPERSEDED
        if pointers
        else Lifecycle.CORRECTED
        if Lifecycle.CORRECTED in states
        else Lifecycle.UNKNOWN
    )


def _trail(watched: Watched, client: Client) -> _Trail:
    """Follow what PubMed says from the stored versions on, record by record."""
    trail = _Trail(watched.key)
    for version in watched.versions:
        doi = read_doi(version.doi)
        article = fetch(client, [version.pmid]).get(version.pmid) if version.pmid else None
        article = article or (by_doi(doi, client) if doi else None)
        pub = _pub_of_doi(trail.number, article.doi) if article else None
        if article is not None:
            trail.cited.append(article)
            trail.records.setdefault(pub or _pub(watched.key, version) or 0, article)
    seen: set[Comment] = set()
    ahead = [one for article in trail.cited for one in _updates(article)]
    while ahead and len(seen) < _LONGEST_CHAIN:
        comment = ahead.pop(0)
        if comment not in seen:
            seen.add(comment)
            ahead += _follow(trail, comment, client)
    return trail


def _updates(article: Article) -> list[Comment]:
    return [one for one in article.comments if one.relation == "UpdateIn"]


def _follow(trail: _Trail, comment: Comment, client: Client) -> list[Comment]:
    """Keep the newer version that a comment names; return what that one names in turn."""
    article = fetch(client, [comment.pmid]).get(comment.pmid) if comment.pmid else None
    doi = (article.doi if article else "") or comment.doi
    pub = _pub_of_doi(trail.number, doi)
    if pub is None:
        pointer = Pointer("doi" if doi else "pmid", doi or comment.pmid, Certainty.STATED, review_number(doi))
        trail.elsewhere += [replace(pointer, dated=said_on(comment))] if pointer.value else []
        return []
    trail.stated.add(pub)
    if article is None:
        return []
    trail.records.setdefault(pub, article)
    return _updates(article)


def _newest(number: str, start: int, client: Client) -> int:
    """Return the newest version by asking for the next names until two in a row do not exist."""
    newest, asked = start, start + 1
    while asked <= min(newest + _MISSES, _MOST_VERSIONS):
        newest = asked if is_registered(client, doi_of(number, asked)) else newest
        asked += 1
    return newest


def _pub(number: str, version: Known) -> int | None:
    """Return the number of a stored version, None where neither its DOI nor its label says one."""
    label = _LABEL.fullmatch(version.label.strip().lstrip("."))
    return _pub_of_doi(number, read_doi(version.doi)) or (int(label.group(1)) if label else None)


def _pub_of_doi(number: str, doi: str) -> int | None:
    """Return the number of the version that a DOI of this review names, None for any other DOI."""
    head, dot, tail = doi.removeprefix(_PREFIX).partition(".")
    if head.upper() != number or not doi.startswith(_PREFIX):
        return None
    label = _LABEL.fullmatch(tail)
    return int(label.group(1)) if label else None if dot else 1


def _before(one: str, other: str) -> bool:
    """Say whether a day is certainly before another; never where one of them is unknown."""
    try:
        return bool(newer(read_iso(other), read_iso(one)))
    except BadDateError:
        return False


def page(key: str) -> str:
    """Return where people read the review: its first version, which shows the others."""
    return doi_names.page(doi_of(key, 1))


_ASKS = {"pubmed": SLOW, "doi": doi_names.POLITE, "crossref": crossref.POLITE}
WATCHER = Watcher("cochrane", key_of, every_days=14, look=look, asks=_ASKS, page=page)
