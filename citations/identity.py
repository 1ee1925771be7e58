"""One source, one key: which kind a source is, by which hard keys it is known, and when two names mean the same.

The only place that decides sameness (domain 1.1 register number, 6 identity keys). No database.
"""

import hashlib
import re
import unicodedata
from dataclasses import replace
from urllib.parse import urlsplit

from citations.alike.facts import journal_mark, plain_number, same_journal, same_name, same_people
from citations.alike.titles import alike_titles, plain_edition, title_forms
from citations.kinds import HOUSE_KINDS, SourceKind
from citations.records import Identity, Reference
from citations.references.houses import BY_SLUG, house_of_address, house_of_name, is_bare_address
from citations.references.numbers import RegisterNumber, read_doi, read_isbn, read_register_number
from citations.references.source_kinds import house_of, names_house_only, source_kind

__all__ = [
    "WEAK", "RegisterNumber", "apart", "contradict", "find_key", "identify", "missing_fields", "normal_address",
    "read_doi", "read_isbn", "read_register_number", "slug", "source_kind", "without",
]  # fmt: skip

_KEY_LIMIT = 80
_SLUG_WORD = re.compile(r"[a-z0-9]+")
_LONGEST_KEY = 1000
_TRANSLITERATION = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("æ", "ae"), ("ø", "oe"), ("œ", "oe"))
_COCHRANE = re.compile(r"(?<![A-Za-z0-9])(?:CD|MR)\d{6}(?![0-9])", re.IGNORECASE)
_LEADING_INITIALS = re.compile(r"^(?:[A-Z]{1,3} |(?:[A-Z]\.[ -]?){1,4})(?=[^\W\d_][^\W\d_])")
_PMID = re.compile(r"(?:PMID|pubmed(?:\.ncbi\.nlm\.nih\.gov/|/)?):?\s*(\d{1,8})(?!\d)", re.IGNORECASE)
_ISBN_TYPED = re.compile(r"(?:ISBN(?:-1[03])?:?\s*)?[\dXx \u2010-\u2015-]{10,20}", re.IGNORECASE)


def slug(text: str, limit: int = 69) -> str:
    """Return a stable ASCII slug: umlauts spelt out, words joined by hyphens, cut at a word before ``limit``."""
    if not text:
        return ""
    if text.isascii():
        plain = text.lower()
    else:
        plain = unicodedata.normalize("NFC", text).lower().replace("\u00ad", "")
        for letter, spelt in _TRANSLITERATION:
            plain = plain.replace(letter, spelt)
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = _SLUG_WORD.findall(plain)
    whole = "-".join(words)
    if not words or len(whole) <= limit:
        return whole
    return whole[: max(whole.rfind("-", 0, limit + 1), 0)] or whole[:limit]


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


def identify(reference: Reference, *, behind: str = "", kind: SourceKind | None = None) -> Identity:
    """Return kind, key and hard keys of the source that a reference names (domain 4.2, 6).

    ``behind`` is the document an editor says stands behind a portal; ``kind`` is known where a file states it. The same
    reference always gives the same key.
    """
    kind = kind or source_kind(reference, behind=behind)
    identifiers = _identifiers(reference, kind)
    return Identity(kind, _key(*identifiers[0]), identifiers)


def key_of(reference: Reference, kind: SourceKind) -> str:
    """Return the key that ``identify`` gives a reference of a known kind."""
    return _key(*_identifiers(reference, kind)[0])


def _identifiers(reference: Reference, kind: SourceKind) -> tuple[tuple[str, str], ...]:
    return _hard_keys(reference, kind) or (_soft_key(reference, kind),)


WEAK = frozenset({"title", "url", "isbn", "pmid"})
"""Schemes by which two works may be known alike: words of a title, a journal's own address, the book of a chapter.

PubMed's number is one of them because programs have put one under other papers, thousands of times."""


def contradict(scheme: str, one: Reference, other: Reference) -> bool:
    """Say whether two references that share a weak key cannot be one source: another journal, page, edition, person.

    What one of them leaves out contradicts nothing; spelling, abbreviations and initials do not count.
    """
    unlike = scheme in ("isbn", "pmid") and alike_titles(title_forms(one), title_forms(other)) is None
    if scheme == "isbn":
        return unlike and "chapter" in (one.kind, other.kind)
    if scheme == "pmid" and not (unlike and one.title and other.title):
        return False
    if same_journal(one.container, other.container) is False:
        return True
    printed = ((one.volume, other.volume), (one.pages, other.pages), (one.issue, other.issue))
    numbers = [(plain_number(left), plain_number(right)) for left, right in printed]
    if any(left and right and left != right for left, right in numbers):
        return True
    if scheme == "url":
        return False
    editions = plain_edition(one.edition), plain_edition(other.edition)
    reprinted = all(editions) and editions[0] != editions[1]
    return reprinted or same_people(one, other) is False or same_name(one.publisher, other.publisher) is False


def without(identity: Identity, pairs: frozenset[tuple[str, str]], reference: Reference) -> Identity:
    """Return an identity without keys that turned out to be another source's; its words are the last resort."""
    left = tuple(pair for pair in identity.identifiers if pair not in pairs)
    left = left or (_soft_key(reference, identity.kind),)
    return replace(identity, key=_key(*left[0]), identifiers=left)


def apart(identity: Identity, reference: Reference) -> Identity:
    """Return the identity of a source whose words are another one's: its place or publisher is added as a checksum.

    The same reference always gives the same key, with its journal in full or abbreviated.
    """
    scheme, value = _soft_key(reference, identity.kind)
    facts = (
        journal_mark(reference.container), *map(plain_number, (reference.volume, reference.issue, reference.pages)),
        plain_edition(reference.edition), slug(reference.publisher), slug(" ".join(reference.authors[:1])),
    )  # fmt: skip
    told = f"{value[: _KEY_LIMIT - len(scheme) - 10]}-{hashlib.sha256('|'.join(facts).encode()).hexdigest()[:8]}"
    return replace(identity, key=_key(scheme, told), identifiers=((scheme, told),))


def _key(scheme: str, value: str) -> str:
    """Return the key people type; a value too long or not in ASCII is cut and told apart by a checksum."""
    if len(scheme) + len(value) < _KEY_LIMIT and value.isascii():
        return f"{scheme}:{value}"
    checksum = hashlib.sha256(value.encode()).hexdigest()[:8]
    return f"{scheme}:{slug(value, _KEY_LIMIT - len(scheme) - 10)}-{checksum}"


def _hard_keys(reference: Reference, kind: SourceKind) -> tuple[tuple[str, str], ...]:
    """Return the (scheme, value) pairs nobody can dispute, the strongest first."""
    pairs: list[tuple[str, str]] = []
    number = read_register_number(reference.awmf_number) if reference.awmf_number else None
    if number:
        patient = kind is SourceKind.AWMF_PATIENT_GUIDELINE
        pairs.append(("awmf", number.canonical + ("-patient" if patient else "")))
    if kind is SourceKind.ONKOPEDIA:
        pairs.append(("onkopedia", slug(reference.title)))
    elif kind is SourceKind.COCHRANE_REVIEW and (review := _COCHRANE.search(f"{reference.doi} {reference.pages}")):
        pairs.append(("cochrane", review.group().upper()))
    if reference.doi:
        pairs.append(("doi", read_doi(reference.doi)))
    if reference.pmid:
        pairs.append(("pmid", reference.pmid))
    if reference.isbn and (isbn := read_isbn(reference.isbn)):
        pairs.append(("isbn", isbn + (f"-v{slug(reference.volume)}" if reference.volume else "")))
    if kind in HOUSE_KINDS and (house := house_of(reference)) and names_house_only(reference):
        pairs.append(("house", house.slug))
    elif reference.url and not read_doi(reference.url):
        pairs.append(("url", normal_address(reference.url)))
    return tuple([pair for pair in pairs if pair[1]])


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
        return "house" if organisation else scheme, slug(
            f"{named} {'' if organisation else reference.year or ''}"
        ) or "x"
    if scheme != "title":
        return scheme, slug(reference.title, _KEY_LIMIT - len(scheme) - 1) or "x"
    first = _LEADING_INITIALS.sub("", reference.authors[0].partition(",")[0]) if reference.authors else ""
    lead = slug(first).partition("-")[0] if first else slug(organisation, 24)
    edition = f"{reference.edition}ed" if reference.edition else ""
    tail = "-".join(part for part in (lead, str(reference.year or ""), edition, slug(reference.volume)) if part)
    title = slug(reference.title, _KEY_LIMIT - len(scheme) - (len(tail) + 2 if tail else 1))
    return scheme, f"{title}-{tail}" if tail else title or "x"


_SCHEMES = frozenset(
    {"awmf", "doi", "cochrane", "pmid", "isbn", "onkopedia", "url", "house", "title", "guideline", "patient-guideline"}
)


def find_key(text: str) -> tuple[tuple[str, str], ...]:
    """Return the (scheme, value) pairs that what an editor typed may mean, the likeliest first.

    Takes our own keys, register numbers in every spelling, DOI with or without address, CD numbers with any ``pub``,
    PMID, ISBN with hyphens, addresses and names of houses. Empty for words that are no key.
    """
    typed = text.strip()[:_LONGEST_KEY]
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
    address = normal_address(typed) if not review and "." in typed and " " not in typed and not doi else ""
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
    if kind in HOUSE_KINDS:
        house = house_of(reference)
        document = behind or (house.behind if house else "")
        return ("document",) if document and kind is SourceKind.PORTAL else ()
    wanted = _MANDATORY.get(kind, ())
    return tuple(name for name in wanted if not any(getattr(reference, option) for option in name.split("|")))
