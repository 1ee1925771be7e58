"""One CSL object to an item, in the manners of Zotero, Mendeley, Crossref, citation-js and our own (domain 5.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from citations.dates import PartialDate
from citations.formats.foreign.dates import ReadDate, read_date
from citations.formats.foreign.draft import Draft, Facts, facts
from citations.formats.foreign.kinds import ARTICLE
from citations.formats.foreign.markup import without_markup
from citations.formats.foreign.names import Makers, gathered, is_body, makers, person
from citations.formats.foreign.note import read_note
from citations.formats.foreign.numbers import doi, edition, isbn, pages, pmid
from citations.kinds import Origin, SourceKind, Status
from citations.records import Organisation
from citations.references.house_brackets import organisation
from citations.references.numbers import read_register_number

_KINDS = {
    **dict.fromkeys(
        ("article-journal", "article-magazine", "article", "journal-article", "article-newspaper",
         "posted-content", "peer-review", "review"), "journal-article",
    ),
    **dict.fromkeys(
        ("book", "monograph", "edited-book", "reference-book", "classic", "collection", "thesis", "dissertation"),
        "book",
    ),
    **dict.fromkeys(
        ("chapter", "book-chapter", "entry", "entry-encyclopedia", "entry-dictionary", "paper-conference",
         "proceedings-article"), "chapter",
    ),
    **dict.fromkeys(("report", "standard", "regulation"), "report"),
    **dict.fromkeys(("webpage", "post", "post-weblog", "dataset", "database", "software"), "web-page"),
    **dict.fromkeys(("legislation", "legal_case", "bill", "treaty", "hearing"), "law"),
    **dict.fromkeys(
        ("document", "manuscript", "broadcast", "pamphlet", "interview", "personal_communication", "speech", "other"),
        "",
    ),
}  # fmt: skip
_TEXTS = (
    ("title", ("title", "title-short", "shortTitle")),
    ("container", ("container-title-short", "journalAbbreviation", "short-container-title", "container-title")),
    ("series", ("collection-title",)),
    ("volume", ("volume",)),
    ("issue", ("issue",)),
    ("pages", ("page", "page-first")),
    ("version", ("version",)),
    ("medium", ("medium",)),
    ("publisher", ("publisher",)),
    ("place", ("publisher-place",)),
    ("url", ("URL",)),
)
_DATES = ("issued", "published-print", "published", "published-online", "event-date")
_PEOPLE = ("author", "editor", "collection-editor", "container-author")
NAMING = frozenset({"title", "title-short", "shortTitle", "DOI", "URL", "note", "custom", *_PEOPLE})
"""Keys of which one must be there for an object to name a source."""
_STATUS = {"abgelaufen": Status.EXPIRED, "zurückgezogen": Status.WITHDRAWN}


@dataclass(slots=True)
class Seen:
    """What an object says; the keys nobody took; and (catalogue key, text, facts) of what was doubtful."""

    facts: Facts
    left: dict[str, Any]
    draft: Draft
    doubtful: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)


def visible(value: Mapping[str, Any]) -> Seen:
    """Return what the keys of an object say, our own facts left out."""
    left = {name: one for name, one in value.items() if one not in (None, "", [], {})}
    doubtful: list[tuple[str, str, dict[str, str]]] = []
    written = _text(left.pop("type", ""))
    kind = _KINDS.get(written.lower())
    if kind is None:
        doubtful.append(("reading.csl_type", written, {}))
    draft = Draft(kind or "", cite_key=_text(left.pop("id", "")))
    draft.cite_key = _text(left.pop("citation-key", "")) or draft.cite_key
    _texts(draft, left)
    _numbers(draft, left)
    _people(draft, left)
    for name, text in _dates(draft, left):
        doubtful.append(("reading.csl_date", text, {"key": name}))
    _custom(draft, left)
    note = left.get("note")
    if isinstance(note, str):
        noted = read_note(note)
        if draft.note(noted):
            left["note"] = noted.left
        if not left["note"]:
            del left["note"]
    return Seen(facts(draft), left, draft, doubtful)


def _text(value: Any) -> str:  # noqa: ANN401 - a JSON value
    """Return a text; the first of a list (Crossref); a number as it was written."""
    if isinstance(value, list):
        return next((text for text in map(_text, value) if text), "")
    return value.strip() if isinstance(value, str) else ""


def _take(left: dict[str, Any], *names: str) -> str:
    """Take the first text of these keys, and every further one that says the same; what a list holds more stays."""
    found = ""
    for name in names:
        text = _text(left.get(name))
        if not text or (found and text != found):
            continue
        found = text
        value = left.pop(name)
        rest = [one for one in value if _text(one) not in ("", text)] if isinstance(value, list) else []
        left |= {name: rest} if rest else {}
    return found


def _texts(draft: Draft, left: dict[str, Any]) -> None:
    for name, keys in _TEXTS:
        draft.fields[name] = without_markup(_take(left, *keys)) if name != "url" else _take(left, *keys)
    draft.fields["pages"] = pages(draft.fields["pages"])
    draft.genre = _take(left, "genre")
    written = _take(left, "edition")
    read, whole = edition(written, book=draft.kind in ("book", "chapter")) if written else ({}, True)
    left |= {} if whole else {"edition": written}
    draft.fields |= {name: text for name, text in read.items() if text and not draft.fields.get(name)}


def _numbers(draft: Draft, left: dict[str, Any]) -> None:
    """Take the identifiers, each in its key; what is none of its kind stays."""
    for name, key, reads in (("doi", "DOI", doi), ("pmid", "PMID", pmid), ("isbn", "ISBN", isbn)):
        if key == "ISBN" and draft.kind == ARTICLE:
            continue  # an article has none, whatever programs put there: two articles of one number are not one source
        values = left.get(key) if isinstance(left.get(key), list) else [left.get(key)]
        texts = [part for value in values or [] for part in _text(value).split(" ")]
        whole = _text(left.get(key))
        text = reads(whole) or next((found for one in texts if (found := reads(one))), "")
        draft.fields[name] = text
        if text and (len([one for one in texts if one]) == 1 or text == whole):
            left.pop(key)
    number = _text(left.get("number"))
    if read_register_number(number):
        draft.fields["awmf_number"] = number
        left.pop("number")
    elif number and draft.kind == "journal-article" and not draft.fields["issue"]:
        draft.fields["issue"] = _take(left, "number")


def _people(draft: Draft, left: dict[str, Any]) -> None:
    """Take the authors, or the editors of what has none."""
    key = next((name for name in _PEOPLE if left.get(name)), None)
    if key is None:
        return
    value = left.pop(key)
    draft.makers = _makers(value if isinstance(value, list) else [value])


def _makers(names: list[Any]) -> Makers:
    people: list[str] = []
    bodies: list[Organisation] = []
    more = False
    for name in names:
        family, given, suffix = _parts(name) if isinstance(name, Mapping) else ("", "", "")
        whole = _text(name) or (_text(name.get("literal") or name.get("name")) if isinstance(name, Mapping) else "")
        if family and given:
            people.append(person(family, given, suffix))
            continue
        read = makers([family or given or whole])
        more |= read.et_al
        if isinstance(name, Mapping) and (whole or is_body(family)) and not read.et_al and not _vancouver(read, whole):
            bodies.append(organisation(whole or family))
        else:
            people += read.authors
            bodies += read.organisations
    return gathered(people, bodies, et_al=more)


def _vancouver(read: Makers, whole: str) -> bool:
    """Say whether a literal name is that of one person, with initials behind it."""
    return read.authors == (whole,) and whole.rpartition(" ")[2].isupper() and whole.count(" ") == 1


def _parts(name: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return family with its particles, given name and suffix."""
    particles = (_text(name.get("dropping-particle")), _text(name.get("non-dropping-particle")))
    family = _text(name.get("family"))
    whole = "".join(part if part.endswith(("'", "’")) else f"{part} " for part in (*particles, family) if part).strip()
    return (whole if family else ""), _text(name.get("given")), _text(name.get("suffix"))


def _dates(draft: Draft, left: dict[str, Any]) -> list[tuple[str, str]]:
    """Take the dates; return (key, text) of those that are none, or say more than could be read."""
    odd: list[tuple[str, str]] = []
    for key in (*_DATES, "accessed", "original-date"):
        if key not in left:
            continue
        value = left[key]
        read = _date(value)
        if key in _DATES and draft.issued:
            if read == ReadDate(draft.issued):
                left.pop(key)
            continue
        if read.day is None and isinstance(value, Mapping) and not _text(list(value.values())):
            if value.get("date-parts") in ([[None]], [[]], []):
                left.pop(key)
            continue
        left.pop(key)
        odd += [] if read.exact else [(key, _shown(value))]
        _put(draft, key, read.day)
    return odd


def _put(draft: Draft, key: str, day: PartialDate | None) -> None:
    if day is None:
        return
    if key == "accessed":
        draft.fields["accessed"] = str(day)
    elif key == "original-date":
        draft.consensus = str(day)
    else:
        draft.issued = day


def _date(value: Any) -> ReadDate:  # noqa: ANN401 - a JSON value
    """Return the date of ``date-parts`` (the first of a range), ``raw``, ``literal``, or of a text alone."""
    if not isinstance(value, Mapping):
        return read_date(_text(value))
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    first = first if isinstance(first, list) else parts if isinstance(parts, list) else None
    numbers = [_text(part) for part in first or [] if isinstance(part, str)]
    if numbers:
        read = read_date("/".join([numbers[0].rjust(4, "0"), *(part.rjust(2, "0") for part in numbers[1:3])]))
        more = isinstance(parts, list) and len(parts) > 1 and isinstance(parts[0], list)
        return ReadDate(read.day, read.exact and not more and not value.get("season") and not value.get("circa"))
    text = _text(value.get("raw") or value.get("literal") or value.get("date-time") or value.get("edtf"))
    read = read_date(text)
    return ReadDate(read.day, read.exact and not value.get("season") and not value.get("circa"))


def _shown(value: Any) -> str:  # noqa: ANN401 - a JSON value
    return str(value)[:200]


def _custom(draft: Draft, left: dict[str, Any]) -> None:
    """Take the facts of the house that stand in ``custom`` for everybody (domain 5.4), and the register's status."""
    custom = left.get("custom")
    if isinstance(custom, Mapping) and "kind" in custom:
        texts = {str(name): _text(one) for name, one in custom.items()}
        draft.source_kind = SourceKind(texts["kind"]) if texts["kind"] in set(SourceKind) else None
        draft.key = texts.get("key", "")
        draft.fields["stand"] = texts.get("stand", "")
        draft.fields["awmf_number"] = texts.get("awmf", "") or draft.fields.get("awmf_number", "")
        draft.status = Status(texts["status"]) if texts.get("status") in set(Status) else None
        origin = texts.get("valid_until_origin")
        draft.origin = Origin(origin) if origin in set(Origin) else None
        draft.valid_until = _day(texts.get("valid_until", ""))
        left.pop("custom")
    written = _text(left.get("status"))
    if written in _STATUS:
        draft.status = draft.status or _STATUS[written]
        left.pop("status")


def _day(text: str) -> date | None:
    found = read_date(text).day
    return found.earliest() if found and found.day else None
