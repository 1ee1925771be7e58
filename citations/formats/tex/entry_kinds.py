"""Which kind of source an entry is: by our own keyword, by its type, by the words of a guideline."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from citations.kinds import SourceKind
from citations.references.article_kind import kind_of_article

K = SourceKind
SOURCE_KINDS = MappingProxyType({kind.value.replace("_", "-"): kind for kind in SourceKind})
"""Our kinds as the writer puts them into ``keywords``."""
CHAPTERS = frozenset(
    "inbook incollection inproceedings conference bookinbook suppbook suppcollection inreference".split()  # noqa: SIM905
)
BOOKS = frozenset(
    "book mvbook collection mvcollection booklet proceedings mvproceedings reference mvreference".split()  # noqa: SIM905
)
BOOKISH = BOOKS | CHAPTERS
ARTICLES_IN = frozenset({"article", "periodical", "suppperiodical", "review"})
ONLINE = frozenset({"online", "electronic", "www", "webpage"})
REPORTS = frozenset({"report", "techreport", "manual", "standard"})
THESES = frozenset({"thesis", "phdthesis", "mastersthesis", "bachelorsthesis"})
LAWS = frozenset({"legislation", "legal", "jurisdiction", "commentary"})
DATED = frozenset({"guideline", "patient-guideline", "web-page", "drug-information"})
"""Kinds of a Reference whose day of publication is its Stand."""
_BY_TYPE = MappingProxyType(
    {
        **dict.fromkeys(CHAPTERS, "chapter"), **dict.fromkeys(BOOKS, "book"), **dict.fromkeys(ONLINE, "web-page"),
        **dict.fromkeys(THESES, "book"), **dict.fromkeys(REPORTS, "report"),
        **dict.fromkeys(LAWS - {"commentary"}, "law"),
    }
)  # fmt: skip
_BY_KIND = MappingProxyType(
    {
        **dict.fromkeys((K.AWMF_GUIDELINE, K.AWMF_LIVING, K.ONKOPEDIA, K.NCCN, K.NICE_GUIDELINE), "guideline"),
        K.AWMF_PATIENT_GUIDELINE: "patient-guideline", K.COCHRANE_REVIEW: "systematic-review",
        K.SYSTEMATIC_REVIEW: "systematic-review", K.JOURNAL_ARTICLE: "journal-article",
        K.DRUG_LABEL: "drug-information", K.PORTAL: "drug-information", K.ORGANISATION: "web-page",
        K.WEB_PAGE: "web-page", K.NEWS_TEXT: "other",
        **dict.fromkeys((K.SAFETY_NOTICE, K.APPROVAL_DECISION, K.GBA_DECISION, K.IQWIG_REPORT), "report"),
    }
)  # fmt: skip
_NO_GUIDELINE = BOOKISH | THESES | ARTICLES_IN | LAWS


def reference_kind(entry: str, kind: SourceKind | None, facts: Mapping[str, Any], fields: Mapping[str, str]) -> str:
    """Return the kind of a Reference; ``kind`` is ours where the entry says it."""
    if kind in (K.ESMO_CPG, K.ESMO_LIVING):
        return "journal-article" if entry == "article" else "guideline"
    if kind is not None and kind in _BY_KIND:
        return _BY_KIND[kind]
    if entry in ARTICLES_IN:
        return kind_of_article(facts.get("title", ""), facts.get("container", ""))
    if entry not in _NO_GUIDELINE and kind is None:
        named = _guideline(facts, fields)
        if named:
            return named
    return _BY_TYPE.get(entry) or _open_kind(facts)


def _guideline(facts: Mapping[str, Any], fields: Mapping[str, str]) -> str:
    title, kind = facts.get("title", ""), fields.get("type", "").lower()
    if "patientenleitlinie" in f"{kind} {title.lower()}":
        return "patient-guideline"
    named = "leitlinie" in kind or "guideline" in kind or kind_of_article(title, "") == "guideline"
    known = facts.keys() & {"awmf_number", "guideline_class"} or facts.get("container") == "Onkopedia"
    return "guideline" if named or known else ""


def _open_kind(facts: Mapping[str, Any]) -> str:
    """Return the kind of ``@misc`` and of types nobody knows: a journal's article, a page of the web, or other."""
    if facts.get("container") and (facts.get("volume") or facts.get("pages")):
        return "journal-article"
    return "web-page" if facts.get("url") and not facts.get("doi") else "other"
