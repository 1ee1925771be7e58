"""Records of PubMed, a PubmedArticleSet read into frozen articles. What an article means for a source is the watchers'.

Shared by the watchers that ask PubMed (registries, 3, 4 and 6); how they ask is ``eutils``.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from citations.dates import BadDateError, read_iso
from citations.kinds import LookOutcome
from citations.records import Reference
from citations.references.numbers import read_doi
from citations.references.printed_dates import MONTHS
from jobs.watchers.contract import WatchError
from jobs.watchers.shared_files import xml_root

PUBMED = "https://pubmed.ncbi.nlm.nih.gov"
"""Where people read a record; never called."""

_REVIEW = re.compile(r"(?<![A-Za-z0-9])(?:CD|MR)\d{6}(?![0-9])", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)")
_MONTH = re.compile(r"[A-Za-z]{3,9}")
_NOBODY = re.compile(r"no correct ids|id list is empty", re.IGNORECASE)
_NOT_KEPT = frozenset({"Abstract", "OtherAbstract", "ReferenceList"})
_RAW_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Comment:
    """What one record says of another: how they are related, where that one stands, its number, a note."""

    relation: str
    source: str
    pmid: str = ""
    note: str = ""

    @property
    def doi(self) -> str:
        """Return the DOI that stands in the source, "" for none."""
        return read_doi(self.source)


@dataclass(frozen=True, slots=True)
class Article:
    """A record of PubMed without what changes by itself (the day of its revision). ``dated`` is a partial ISO date.

    ``own_title`` is the title in the article's own language where that is not English; ``raw`` is the record without
    its abstract, which is the publisher's (registries, 3 and 4).
    """

    pmid: str
    title: str = ""
    own_title: str = ""
    doi: str = ""
    journal: str = ""
    dated: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    authors: tuple[str, ...] = ()
    group: str = ""
    types: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    review: str = ""
    abstract: str = ""
    raw: bytes = b""


def review_number(text: str) -> str:
    """Return the number of a Cochrane review ("CD003293", "MR000010") in a text, "" for none."""
    match = _REVIEW.search(text)
    return match.group().upper() if match else ""


@lru_cache(maxsize=4)
def read_articles(body: bytes) -> Mapping[str, Article]:
    """Return the articles of a PubmedArticleSet by number; read once, however many sources it serves.

    WatchError for what is none: PARSE_FAILED, or RATE_LIMITED where the body complains of too many calls. Elements that
    nobody knows are passed over (the DTD changes yearly).
    """
    try:
        root = xml_root(body)
    except ValueError as error:
        raise not_understood("xml") from error
    said = " ".join(_plain(one) for one in root.iter("ERROR"))
    if _NOBODY.search(said):
        return {}
    if said or root.tag != "PubmedArticleSet":
        raise complaint(said) if said else not_understood("efetch")
    try:
        read = [_article(one) for one in root if one.tag in ("PubmedArticle", "PubmedBookArticle")]
    except RecursionError as error:
        raise not_understood("depth") from error
    return MappingProxyType({one.pmid: one for one in read if one.pmid})


def reference_of(article: Article) -> Reference:
    """Return the bibliographic fields of a record, for filling in what a printed line leaves out."""
    year, _, rest = article.dated.partition("-")
    return Reference(
        kind="systematic-review" if "Systematic Review" in article.types else "journal-article",
        authors=article.authors,
        group_author=article.group,
        title=(article.own_title or article.title).removesuffix("."),
        container=article.journal,
        year=int(year) if year else None,
        month=int(rest[:2]) if rest else None,
        volume=article.volume,
        issue=article.issue,
        pages=article.pages,
        doi=article.doi,
        pmid=article.pmid,
    )


def complaint(said: str) -> WatchError:
    """Return the error for a complaint in the body of an answer, whatever its status (registries, 4)."""
    if "rate limit" in said.lower():
        return WatchError(LookOutcome.RATE_LIMITED, "look.pubmed_limit", {"said": said[:200]})
    if "api key" in said.lower():
        return WatchError(LookOutcome.UNAUTHORIZED, "look.pubmed_key")
    return WatchError(LookOutcome.PARSE_FAILED, "look.pubmed_error", {"said": said[:200]})


def not_understood(call: str) -> WatchError:
    """Return the error for an answer that is none PubMed gives."""
    return WatchError(LookOutcome.PARSE_FAILED, "look.pubmed_form", {"call": call})


def _article(element: ET.Element) -> Article:
    """Return one record. Inline tags in titles give their text."""
    journal = element.find(".//Article/Journal")
    issue = journal.find("JournalIssue") if journal is not None else None
    dated = issue.find("PubDate") if issue is not None else element.find(".//Book/PubDate")
    pages = _text(element, ".//Pagination/MedlinePgn") or _text(element, ".//Pagination/StartPage")
    doi = _doi(element)
    return Article(
        pmid=_text(element, ".//PMID"),
        title=_text(element, ".//ArticleTitle") or _text(element, ".//BookTitle"),
        own_title=_text(element, ".//VernacularTitle"),
        doi=doi,
        journal=_text(element, ".//ISOAbbreviation") or _text(element, ".//Journal/Title"),
        dated=_dated(dated),
        volume=_text(element, ".//JournalIssue/Volume"),
        issue=_text(element, ".//JournalIssue/Issue"),
        pages=pages,
        authors=tuple(_authors(element)),
        group=_text(element, ".//AuthorList/Author/CollectiveName"),
        types=tuple(_plain(one) for one in element.iter("PublicationType")),
        comments=tuple(_comment(one) for one in element.iter("CommentsCorrections")),
        review=_review(element, pages, doi),
        abstract=" ".join(_plain(one) for one in element.iterfind(".//Abstract/AbstractText")),
        raw=_raw(element),
    )


def _raw(element: ET.Element) -> bytes:
    """Return a record as it came, without abstracts and the list of what it cites."""
    for parent in list(element.iter()):
        for child in [one for one in parent if one.tag in _NOT_KEPT]:
            parent.remove(child)
    whole: bytes = ET.tostring(element, encoding="utf-8")
    return whole[:_RAW_LIMIT]


def _doi(element: ET.Element) -> str:
    """Return a record's own DOI; its list of references has ids of the same form, which are others'."""
    places = (
        *element.iterfind(".//Article/ELocationID[@EIdType='doi']"),
        *element.iterfind("./PubmedData/ArticleIdList/ArticleId[@IdType='doi']"),
        *element.iterfind("./PubmedBookData/ArticleIdList/ArticleId[@IdType='doi']"),
    )
    return next((doi for doi in (read_doi(_plain(one)) for one in places if one.get("ValidYN") != "N") if doi), "")


def _review(element: ET.Element, pages: str, doi: str) -> str:
    """Return the number of the Cochrane review: in the DOI, the pages or the publisher's number (registries, 3)."""
    own = _text(element, ".//Article/ELocationID[@EIdType='pii']")
    return review_number(f"{doi} {pages} {own}") if "cochrane" in _text(element, ".//Journal/Title").lower() else ""


def _authors(element: ET.Element) -> Iterable[str]:
    """Yield the people as "Family AB"."""
    for author in element.iterfind(".//Article/AuthorList/Author"):
        family = _text(author, "LastName")
        if family and author.get("ValidYN") != "N":
            yield " ".join(part for part in (family, _text(author, "Initials"), _text(author, "Suffix")) if part)


def _comment(element: ET.Element) -> Comment:
    relation = element.get("RefType", "")
    return Comment(relation, _text(element, "RefSource"), _text(element, "PMID"), _text(element, "Note"))


def _dated(element: ET.Element | None) -> str:
    """Return a PubDate as partial ISO, "" for none. Of a MedlineDate its year, and its first month where it has one."""
    if element is None:
        return ""
    printed = _text(element, "MedlineDate")
    if printed:
        year = _YEAR.search(printed)
        words = _MONTH.findall(printed[year.end() :]) if year else []
        return _iso(year.group() if year else "", words[0] if words else "", "")
    return _iso(_text(element, "Year"), _text(element, "Month"), _text(element, "Day"))


def _iso(year: str, month: str, day: str) -> str:
    """Return as much of a date as is one."""
    number = int(month) if month.isdecimal() else MONTHS.get(month.lower(), 0)
    parts = [year, f"{number:02d}" if number else "", f"{int(day):02d}" if number and day.isdecimal() else ""]
    for length in (3, 2, 1):
        text = "-".join(part for part in parts[:length] if part)
        try:
            return str(read_iso(text))
        except BadDateError:
            continue
    return ""


def _text(element: ET.Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else _plain(found)


def _plain(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())
