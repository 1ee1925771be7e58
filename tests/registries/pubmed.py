"""PubMed's E-utilities as played: esearch (JSON), efetch (XML); by registries section 4.

``world.on(day, "pubmed", "27905673", {...})`` enters a record under its number. The fields, all optional: ``title``
(XML inside, so that inline tags can stand there), ``own_title``, ``doi``, ``pii``, ``journal``, ``iso`` (abbreviated
journal), ``date`` ("2016 Dec 01", as many parts as known), ``medline_date``, ``volume``, ``issue``, ``pages``,
``authors`` (("Family", "AB"), ...), ``group``, ``types``, ``comments`` ((RefType, RefSource, number or None), ...),
``abstract``, ``revised`` (a day that means nothing). A str is the whole PubmedArticle as it is. Under the key
"esearch" or "efetch" stands what a call answers instead: a (status, body) pair. Unknown numbers are absent.

Oddities: 429 comes as JSON on an XML call too (``RATE_LIMIT``, for an Outage or an answer); an esearch without
``retmax`` gives twenty; DOIs match whole and in any case.
"""

import json
import re
from collections.abc import Iterable, Mapping
from html import escape

from tests.registries.server import Request, Response
from tests.registries.world import World

RATE_LIMIT = b'{"error":"API rate limit exceeded","api-key":"203.0.113.5","count":"5","limit":"3"}'
EMPTY = (
    b'<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2026//EN" '
    b'"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_260101.dtd">\n<PubmedArticleSet></PubmedArticleSet>'
)
_HEAD, _FOOT = EMPTY.split(b"</PubmedArticleSet>")[0], b"</PubmedArticleSet>"


def answer(world: World, request: Request) -> Response:
    """Answer as the E-utilities do."""
    call = request.path.removesuffix(".fcgi")
    said = world.says("pubmed", call)
    if isinstance(said, tuple):
        status, body = said
        return Response(status, body, "application/json" if body[:1] == b"{" else "text/xml")
    if request.query.get("db") != "pubmed" or not request.query.get("tool"):
        return Response(400, b'{"error":"Invalid db name or no tool"}')
    if call == "esearch":
        return _found(world, request)
    if call == "efetch":
        ids = request.query.get("id", "").split(",")
        records = [(one, world.says("pubmed", one)) for one in ids if one.isdecimal()]
        body = b"".join(_record(number, said).encode() for number, said in records if said is not None)
        return Response(200, _HEAD + body + _FOOT, "text/xml; charset=UTF-8")
    return Response(404, b"<html>not found</html>", "text/html")


def _found(world: World, request: Request) -> Response:
    term = request.query.get("term", "")
    records = [(key, said) for key, said in world.all("pubmed") if key.isdecimal() and isinstance(said, Mapping)]
    ids = [key for key, said in records if _fits(said, term)][: int(request.query.get("retmax", "20"))]
    found = {"header": {"type": "esearch"}, "esearchresult": {"count": str(len(ids)), "idlist": ids}}
    return Response(200, json.dumps(found).encode())


def _fits(said: Mapping[str, object], term: str) -> bool:
    """Say whether a record fits the fields of a term: one of its DOIs, or else journal, type, title and year."""
    dois = [doi.lower() for doi in re.findall(r'"([^"]+)"\[doi\]', term)]
    if dois:
        return str(said.get("doi") or said.get("listed_doi") or "").lower() in dois
    journals = re.findall(r'"([^"]+)"\[ta\]', term)
    words = re.findall(r"(\w+)\*\[ti\]", term)
    types = [str(one).lower() for one in _several(said.get("types"))]
    since = re.search(r"(\d{4}):3000\[dp\]", term)
    return (
        said.get("iso") in journals
        and ("practice guideline[pt]" not in term or "practice guideline" in types)
        and any(re.search(rf"\b{word}", str(said.get("title")), re.IGNORECASE) for word in words)
        and (since is None or str(said.get("date", "9"))[:4] >= since.group(1))
    )


def _record(number: str, said: object) -> str:
    """Return a record as PubMed writes one."""
    if not isinstance(said, Mapping):
        return str(said)
    comments = "".join(_comment(*one) for one in _several(said.get("comments")))
    return (
        '<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM">'
        f'<PMID Version="1">{number}</PMID><DateRevised><Year>{said.get("revised", "2025")}</Year></DateRevised>'
        f'<Article PubModel="Print">{_journal(said)}<ArticleTitle>{said.get("title", "")}</ArticleTitle>'
        f"<Pagination><MedlinePgn>{said.get('pages', '')}</MedlinePgn></Pagination>{_places(said)}"
        f"<Abstract><AbstractText>{said.get('abstract', '')}</AbstractText></Abstract>{_authors(said)}"
        f"<PublicationTypeList>{_each('PublicationType', _several(said.get('types')))}</PublicationTypeList>"
        f"{_one('VernacularTitle', said.get('own_title'))}</Article>"
        f"<CommentsCorrectionsList>{comments}</CommentsCorrectionsList></MedlineCitation>{_listed_doi(said)}"
        "</PubmedArticle>"
    )


def _listed_doi(said: Mapping[str, object]) -> str:
    """Return the second place of a DOI, and the list of references, whose DOIs are others'."""
    own = f'<ArticleId IdType="doi">{escape(str(said["listed_doi"]))}</ArticleId>' if said.get("listed_doi") else ""
    other = '<Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList></Reference>'
    return f"<PubmedData><ArticleIdList>{own}</ArticleIdList><ReferenceList>{other}</ReferenceList></PubmedData>"


def _journal(said: Mapping[str, object]) -> str:
    issue = _one("Volume", said.get("volume")) + _one("Issue", said.get("issue")) + f"<PubDate>{_date(said)}</PubDate>"
    names = _one("Title", said.get("journal")) + _one("ISOAbbreviation", said.get("iso"))
    return f"<Journal><JournalIssue>{issue}</JournalIssue>{names}</Journal>"


def _date(said: Mapping[str, object]) -> str:
    if said.get("medline_date"):
        return _one("MedlineDate", said["medline_date"])
    return "".join(
        _one(*pair) for pair in zip(("Year", "Month", "Day"), str(said.get("date", "")).split(), strict=False)
    )


def _places(said: Mapping[str, object]) -> str:
    kinds = [(kind, said.get(kind)) for kind in ("pii", "doi")]
    return "".join(
        f'<ELocationID EIdType="{kind}" ValidYN="Y">{escape(str(value))}</ELocationID>'
        for kind, value in kinds
        if value
    )


def _authors(said: Mapping[str, object]) -> str:
    people = [
        f"<Author>{_one('LastName', family)}{_one('Initials', initials)}</Author>"
        for family, initials in _several(said.get("authors"))
    ]
    group = f"<Author>{_one('CollectiveName', said.get('group'))}</Author>" if said.get("group") else ""
    return f"<AuthorList>{''.join(people)}{group}</AuthorList>"


def _comment(relation: str, source: str, number: str | None = None, note: str = "") -> str:
    pmid = f'<PMID Version="1">{number}</PMID>' if number else ""
    return (
        f'<CommentsCorrections RefType="{relation}"><RefSource>{escape(source)}</RefSource>{pmid}'
        f"{_one('Note', note)}</CommentsCorrections>"
    )


def _one(tag: str, value: object) -> str:
    return f"<{tag}>{escape(str(value))}</{tag}>" if value else ""


def _each(tag: str, values: Iterable[object]) -> str:
    return "".join(_one(tag, value) for value in values)


def _several(value: object) -> tuple:  # type: ignore[type-arg]
    return tuple(value) if isinstance(value, tuple | list) else ()
