"""What stands in the form of a source before anybody types: what is stored, or what a text shows by itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from citations.identity import read_doi, read_isbn, read_register_number
from citations.kinds import SourceKind
from citations.models import ListedSource, Page, Source, SourceVersion
from citations.stored import reference_of
from jobs.refused import UnknownError

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d./-])")
_PMID = re.compile(r"PMID:?\s*(\d{1,8})", re.IGNORECASE)
_ISBN = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]")


@dataclass(frozen=True, slots=True)
class Guess:
    """What a form may start with: a kind, and texts by field."""

    kind: SourceKind | None = None
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A printed line and the page it stands on."""

    text: str
    page_id: int
    page_title: str


@dataclass(frozen=True, slots=True)
class VersionStored:
    """A version as the form shows it: key, title and kind of its source, and its fields as text."""

    key: str
    title: str
    kind: SourceKind
    values: Mapping[str, str]


def guess_of(text: str) -> Guess:
    """Return what an unread text shows beyond doubt: numbers with a form of their own, an address, a single year."""
    number = read_register_number(text)
    address, pmid = _ADDRESS.search(text), _PMID.search(text)
    years = set(_YEAR.findall(text))
    isbn = next((hit.group().strip() for hit in _ISBN.finditer(text) if read_isbn(hit.group())), "")
    values = {
        "doi": read_doi(text),
        "isbn": isbn,
        "pmid": pmid.group(1) if pmid else "",
        "awmf_number": number.printed if number else "",
        "url": address.group().rstrip(".,;)") if address else "",
        "year": years.pop() if len(years) == 1 else "",
    }
    kind = SourceKind.AWMF_GUIDELINE if number else SourceKind.BOOK if isbn else None
    kind = kind or (SourceKind.JOURNAL_ARTICLE if values["doi"] or values["pmid"] else None)
    return Guess(kind, {name: value for name, value in values.items() if value})


def seen_line(session: Session, listed_id: int) -> LineSeen:
    """Return a printed line. UnknownError where there is none of this number."""
    row = session.exec(
        select(ListedSource.text, ListedSource.page_id, Page.title)
        .join(Page, col(Page.id) == col(ListedSource.page_id))
        .where(ListedSource.id == listed_id)
    ).first()
    if row is None:
        raise UnknownError("refused.unknown_line", number=listed_id)
    return LineSeen(*row)


def seen_version(session: Session, version_id: int) -> VersionStored:
    """Return a version as its form shows it. UnknownError where there is none of this number."""
    version = session.get(SourceVersion, version_id)
    if version is None:
        raise UnknownError("refused.unknown_version", number=version_id)
    source = session.get_one(Source, version.source_id)
    bodies = reference_of(version).organisations
    values = {
        name: _text(value)
        for name, value in version.model_dump().items()
        if value and not isinstance(value, list | bool)
    }
    values |= {
        "authors": "\n".join(version.authors),
        "organisations": "\n".join(f"{o.name} ({', '.join(o.bracket)})" if o.bracket else o.name for o in bodies),
    }
    values |= {"substances": source.substances}
    return VersionStored(source.key, source.title, source.kind, values)


def _text(value: object) -> str:
    return str(getattr(value, "value", value))
