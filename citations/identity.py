"""One source, one key: which kind a source is, by which hard keys it is known, and when two names mean the same.

The only place that decides sameness (domain 1.1 register number, 6 identity keys). No database.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from citations.kinds import SourceKind
from citations.records import Identity, Reference
from citations.references.houses import BY_SLUG, House, house_of_address, house_of_name, is_bare_address
from citations.references.numbers import RegisterNumber, read_doi, read_isbn, read_register_number
from citations.references.prose import is_generic_document

__all__ = [
    "RegisterNumber", "find_key", "identify", "missing_fields", "normal_address", "read_doi", "read_isbn",
    "read_register_number", "slug", "source_kind",
]  # fmt: skip

_KEY_LIMIT = 80
_TRANSLITERATION = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"})
_COCHRANE = re.compile(r"(?<![A-Za-z0-9])(?:CD|MR)\d{6}(?![0-9])", re.IGNORECASE)
_PMID = re.compile(r"(?:PMID|pubmed(?:\.ncbi\.nlm\.nih\.gov/|/)?):?\s*(\d{1,8})(?!\d)", re.IGNORECASE)
_ISBN_TYPED = re.compile(r"(?:ISBN(?:-1[03])?:?\s*)?[\dXx \u2010-\u2015-]{10,20}", re.IGNORECASE)


def slug(text: str, limit: int = 69) -> str:
    """Return a stable ASCII slug: umlauts spelt out, words joined by hyphens, cut at a word before ``limit``."""
    plain = unicodedata.normalize("NFC", text).lower().replace("\u00ad", "").translate(_TRANSLITERATION)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)
    out = words[0][:limit] if words else ""
    for word in words[1:]:
        if len(out) + 1 + len(word) > limit:
            break
        out += f"-{word}"
    return out


def normal_address(url: str) -> str:
    """Return an address without scheme, ``www.``, port, fragment and closing slash; host in lower case, "" for none."""
    text = url.strip().strip("<>")
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}" if "." in host else ""


def identify(reference: Reference, *, behind: str = "") -> Identity:
    """Return kind, key and hard keys of the source that a reference names (domain 4.2, 6).

    ``behind`` is the document an editor says stands behind a portal. The same reference always gives the same key.
    """
    kind = source_kind(reference, behind=behind)
    identifiers = _hard_keys(reference, kind) or (_soft_key(reference, kind),)
    scheme, value = identifiers[0]
    return Identity(kind, f"{scheme}:{value}", identifiers)


def source_kind(reference: Reference, *, behind: str = "") -> SourceKind:
    """Return the kind that decides the deadlines (domain 0), from the words of the reference alone.

    A society's guideline printed in a journal without register number or class has the clocks of an article: nobody
    renews it under the same key, its successor is a new article.
    """
    if reference.kind == "guideline":
        return _guideline_kind(reference)
    house = _house(reference)
    if house and _names_house_only(reference):
        return SourceKind(behind) if behind in _DOCUMENTS and reference.title and not is_generic_document(
            reference.title
        ) else _house_kind(house)
    simple = _SIMPLE_KINDS.get(reference.kind)
    return simple or _open_kind(reference, house, behind)


_DOCUMENTS = ("drug_label", "safety_notice", "iqwig_report", "gba_decision", "approval_decision")
_SIMPLE_KINDS = {
    "patient-guideline": SourceKind.AWMF_PATIENT_GUIDELINE,
    "law": SourceKind.WEB_PAGE,
}
_SAFETY = re.compile(r"rote-hand-brief|informationsbrief|direct healthcare professional|sicherheitsinformation", re.I)
_LABEL = re.compile(r"fachinformation|gebrauchsinformation|produktinformation|product information|summary of product", re.I)


def _open_kind(reference: Reference, house: House | None, behind: str) -> SourceKind:
    """Return the kind of an article, book, report, drug information or page."""
    if reference.kind in ("journal-article", "systematic-review"):
        return _article_kind(reference)
    if reference.kind in ("book", "chapter"):
        return _book_kind(reference)
    if _SAFETY.search(reference.title):
        return SourceKind.SAFETY_NOTICE
    if reference.kind == "drug-information":
        return SourceKind(behind or (house.behind if house and house.behind else "drug_label"))
    if reference.kind == "report" and house and house.behind in ("iqwig_report", "gba_decision"):
        return SourceKind(house.behind)
    if house and house.slug == "g-ba" and "beschlu" in reference.title.lower():
        return SourceKind.GBA_DECISION
    if reference.organisations and not (reference.title or reference.url):
        return SourceKind.ORGANISATION
    return SourceKind.WEB_PAGE


def _guideline_kind(reference: Reference) -> SourceKind:
    names = f"{reference.title} {reference.container} " + " ".join(o.name for o in reference.organisations)
    if reference.container == "Onkopedia":
        return SourceKind.ONKOPEDIA
    if reference.awmf_number or reference.guideline_class:
        living = re.search(r"\bliving\b", names, re.IGNORECASE)
        return SourceKind.AWMF_LIVING if living else SourceKind.AWMF_GUIDELINE
    if re.search(r"\bESMO\b", names):
        return SourceKind.ESMO_LIVING if re.search(r"\bliving\b", names, re.IGNORECASE) else SourceKind.ESMO_CPG
    if re.search(r"\bNCCN\b|National Comprehensive Cancer Network", names):
        return SourceKind.NCCN
    if re.search(r"\bNICE\b|National Institute for Health and Care Excellence", names):
        return SourceKind.NICE_GUIDELINE
    if re.search(r"versorgungs-?leitlinie|\bNVL\b|\bAWMF\b|Leitlinienprogramm Onkologie", names, re.IGNORECASE):
        return SourceKind.AWMF_GUIDELINE
    if reference.doi or (reference.container and (reference.volume or reference.pages)):
        return SourceKind.JOURNAL_ARTICLE
    return SourceKind.AWMF_GUIDELINE if re.search(r"leitlinie", names, re.IGNORECASE) else SourceKind.WEB_PAGE


def _article_kind(reference: Reference) -> SourceKind:
    if reference.container.lower().startswith("cochrane database") or "14651858" in reference.doi:
        return SourceKind.COCHRANE_REVIEW
    if reference.kind == "systematic-review":
        return SourceKind.SYSTEMATIC_REVIEW
    return SourceKind.JOURNAL_ARTICLE


def _book_kind(reference: Reference) -> SourceKind:
    makers = " ".join((*(o.name for o in reference.organisations), reference.publisher, reference.series))
    blue = re.search(r"WHO Classification|International Agency for Research on Cancer|\bIARC\b", makers, re.IGNORECASE)
    titled = re.search(r"WHO classification", reference.title, re.IGNORECASE)
    return SourceKind.WHO_BOOK if blue or titled else SourceKind.BOOK


def _house(reference: Reference) -> House | None:
    names = (house_of_name(organisation.name) for organisation in reference.organisations)
    named = next((house for house in names if house), None)
    return named or (house_of_address(reference.url) if reference.url else None)


def _names_house_only(reference: Reference) -> bool:
    """Say whether nothing but the house is named: no document, no year, no page of its site."""
    document = reference.title and not is_generic_document(reference.title)
    page = reference.url and not is_bare_address(reference.url)
    return not (document or page or reference.year or reference.doi or reference.isbn or reference.authors)


def _house_kind(house: House) -> SourceKind:
    return SourceKind.PORTAL if house.portal else SourceKind.ORGANISATION


def _hard_keys(reference: Reference, kind: SourceKind) -> tuple[tuple[str, str], ...]:
    """Return the (scheme, value) pairs nobody can dispute, the strongest first."""
    number = read_register_number(reference.awmf_number) if reference.awmf_number else None
    patient = kind is SourceKind.AWMF_PATIENT_GUIDELINE
    pairs = [("awmf", number.canonical + ("-patient" if patient else "") if number else "")]
    if kind is SourceKind.ONKOPEDIA:
        pairs.append(("onkopedia", slug(reference.title)))
    if kind is SourceKind.COCHRANE_REVIEW:
        review = _COCHRANE.search(f"{reference.doi} {reference.pages}")
        pairs.append(("cochrane", review.group().upper() if review else ""))
    isbn = read_isbn(reference.isbn)
    volume = f"-v{slug(reference.volume)}" if isbn and reference.volume else ""
    pairs += [("doi", read_doi(reference.doi)), ("pmid", reference.pmid), ("isbn", isbn + volume)]
    house = _house(reference)
    if house and _names_house_only(reference) and kind in (SourceKind.PORTAL, SourceKind.ORGANISATION):
        pairs.append(("house", house.slug))
    elif reference.url and not read_doi(reference.url):
        pairs.append(("url", normal_address(reference.url)))
    return tuple((scheme, value) for scheme, value in pairs if value)


_PREFIXES = {
    SourceKind.AWMF_GUIDELINE: "guideline",
    SourceKind.AWMF_LIVING: "guideline",
    SourceKind.AWMF_PATIENT_GUIDELINE: "patient-guideline",
    SourceKind.ORGANISATION: "house",
    SourceKind.PORTAL: "house",
}


def _soft_key(reference: Reference, kind: SourceKind) -> tuple[str, str]:
    """Return a key made of words, for sources without a hard one; year or edition keep editions apart."""
    scheme = _PREFIXES.get(kind, "title")
    organisation = reference.organisations[0].name if reference.organisations else reference.group_author
    if scheme == "house" or not reference.title:
        named = organisation or next(iter(reference.authors), "") or reference.container
        return "house" if organisation else scheme, slug(f"{named} {'' if organisation else reference.year or ''}") or "x"
    title = slug(reference.title, _KEY_LIMIT - len(scheme) - 1)
    if scheme != "title":
        return scheme, title or "x"
    lead = slug(reference.authors[0].partition(",")[0]).partition("-")[0] if reference.authors else ""
    edition = f"{reference.edition}ed" if reference.edition else ""
    tail = "-".join(part for part in (lead, str(reference.year or ""), edition, slug(reference.volume)) if part)
    return scheme, f"{slug(reference.title, _KEY_LIMIT - len(scheme) - len(tail) - 2)}-{tail}" if tail else title or "x"


_SCHEMES = frozenset(
    {"awmf", "doi", "cochrane", "pmid", "isbn", "onkopedia", "url", "house", "title", "guideline", "patient-guideline"}
)


def find_key(text: str) -> tuple[tuple[str, str], ...]:
    """Return the (scheme, value) pairs that what an editor typed may mean, the likeliest first.

    Takes our own keys, register numbers in every spelling, DOI with or without address, CD numbers with any ``pub``,
    PMID, ISBN with hyphens, addresses and names of houses. Empty for words that are no key.
    """
    typed = text.strip()
    scheme, colon, value = typed.partition(":")
    pairs: list[tuple[str, str]] = []
    if colon and scheme.lower() in _SCHEMES:
        pairs.append((scheme.lower(), _own_value(scheme.lower(), value.strip())))
    doi = read_doi(typed)
    review = _COCHRANE.search(typed)
    pairs += [("cochrane", review.group().upper())] if review else []
    pairs += [("doi", doi)] if doi else []
    pairs += _number_pairs(typed) if not doi else []
    house = house_of_name(typed) or (house_of_address(typed) if is_bare_address(typed) else None)
    pairs += [("house", house.slug)] if house else [("house", typed)] if typed in BY_SLUG else []
    address = normal_address(typed) if "." in typed and " " not in typed and not doi else ""
    pairs += [("url", address)] if address and not typed[0].isdigit() and scheme.lower() not in _SCHEMES else []
    return tuple(dict.fromkeys(pair for pair in pairs if pair[1]))


def _number_pairs(typed: str) -> list[tuple[str, str]]:
    number = read_register_number(typed)
    pairs = [("awmf", number.canonical)] if number else []
    isbn = read_isbn(typed) if _ISBN_TYPED.fullmatch(typed) else ""
    pairs += [("isbn", isbn)] if isbn else []
    pmid = _PMID.search(typed)
    plain = typed if typed.isdecimal() and len(typed) in range(5, 9) else ""
    pairs += [("pmid", pmid.group(1) if pmid else plain)] if pmid or plain else []
    return pairs


def _own_value(scheme: str, value: str) -> str:
    """Return the value of one of our own keys in its normal form; unreadable values stay as typed."""
    if scheme == "awmf":
        number = read_register_number(value)
        patient = "-patient" if value.endswith("-patient") else ""
        return (number.canonical if number else value) + patient
    readers = {"doi": read_doi, "isbn": read_isbn, "url": normal_address}
    if scheme in readers:
        return readers[scheme](value) or value
    return value.upper() if scheme == "cochrane" else value


_MANDATORY: dict[SourceKind, tuple[str, ...]] = {
    SourceKind.AWMF_GUIDELINE: ("awmf_number", "version", "stand", "accessed"),
    SourceKind.AWMF_LIVING: ("awmf_number", "version", "stand", "accessed"),
    SourceKind.AWMF_PATIENT_GUIDELINE: ("version|stand",),
    SourceKind.ONKOPEDIA: ("stand", "accessed"),
    SourceKind.ESMO_CPG: ("authors|group_author|organisations", "title", "year"),
    SourceKind.ESMO_LIVING: ("title", "version|stand", "accessed"),
    SourceKind.NCCN: ("title", "version|year", "accessed"),
    SourceKind.NICE_GUIDELINE: ("title", "year|stand", "accessed"),
    SourceKind.COCHRANE_REVIEW: ("authors|group_author|organisations", "title", "container", "year"),
    SourceKind.SYSTEMATIC_REVIEW: ("authors|group_author|organisations", "title", "container", "year"),
    SourceKind.JOURNAL_ARTICLE: ("authors|group_author|organisations", "title", "container", "year"),
    SourceKind.WHO_BOOK: ("title", "year"),
    SourceKind.BOOK: ("title", "year"),
    SourceKind.DRUG_LABEL: ("title", "stand"),
    SourceKind.SAFETY_NOTICE: ("title", "year|stand"),
    SourceKind.APPROVAL_DECISION: ("title", "year|stand"),
    SourceKind.GBA_DECISION: ("title", "year|stand"),
    SourceKind.IQWIG_REPORT: ("title", "year|stand"),
    SourceKind.WEB_PAGE: ("title|organisations|group_author", "url"),
    SourceKind.NEWS_TEXT: ("title", "year|stand"),
}


def missing_fields(kind: SourceKind, reference: Reference, *, behind: str = "") -> tuple[str, ...]:
    """Return the mandatory fields of the kind that the reference does not name (domain 6, ``reference_incomplete``).

    ``a|b`` means: one of them. A portal behind which documents stand lacks its ``document``, always (domain 8);
    portals with nothing behind them and organisations lack nothing.
    """
    if kind in (SourceKind.PORTAL, SourceKind.ORGANISATION):
        house = _house(reference)
        document = behind or (house.behind if house else "")
        return ("document",) if document and kind is SourceKind.PORTAL else ()
    wanted = _MANDATORY.get(kind, ())
    return tuple(name for name in wanted if not any(getattr(reference, option) for option in name.split("|")))
