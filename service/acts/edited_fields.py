"""Single fields of a source as people type them, read into what is stored; each wrong one is refused by its name.

Fields are the columns of a version, with ``kind`` and ``substances`` of its source. What they mean together is
checked by ``service.acts.edit_source``. Only what is changed is judged: what stands there already may be older than a
rule.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from citations.dates import BadDateError, PartialDate, read_iso
from citations.identity import read_doi, read_isbn, read_register_number
from citations.kinds import Origin, SourceKind, Status
from citations.records import Organisation
from citations.status_words import read_status
from jobs.refused import RefusedError
from jobs.watchers.substances import names_in

_TEXTS = (
    "title", "container", "volume", "issue", "pages", "group_author", "label", "form", "guideline_class", "url",
    "publisher", "place", "country", "series", "edition", "medium",
)  # fmt: skip
FIRST_YEAR = 1400
"""Nothing anybody cites was printed earlier."""
_MONTHS = 12
LONGEST = 4000
"""Characters of the longest field."""
_STRANGE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PMID = re.compile(r"(?:(?:https?://)?(?:www\.)?pubmed\.ncbi\.nlm\.nih\.gov/|PMID:?\s*)?(\d{1,8})/?", re.IGNORECASE)


def read_field(name: str, value: object, today: date) -> object:
    """Return a field as it is stored, of a value typed as text or given in its own type; None and "" mean empty.

    Raises RefusedError with the fact ``field`` for a field nobody edits and for a value that breaks its rule.
    """
    reader = READERS.get(name)
    if reader is None:
        raise RefusedError("refused.edit_field", field=name)
    return reader(name, value, today)


def _text(name: str, value: object, _today: date) -> str:
    text = " ".join(("" if value is None else str(value)).split())
    if len(text) > LONGEST:
        raise RefusedError("refused.edit_long", field=name, value=f"{text[:60]} …", longest=LONGEST)
    if _STRANGE.search(text):
        raise RefusedError("refused.edit_characters", field=name, value=_STRANGE.sub("\ufffd", text))
    return text


def _number(name: str, value: object, today: date, least: int, most: int) -> int | None:
    text = _text(name, value, today)
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(most)) or not least <= int(text) <= most:
        raise RefusedError("refused.edit_number", field=name, value=text, least=str(least), most=str(most))
    return int(text)


def _year(name: str, value: object, today: date) -> int | None:
    return _number(name, value, today, FIRST_YEAR, today.year + 1)  # a journal may print next year's number early


def _month(name: str, value: object, today: date) -> int | None:
    return _number(name, value, today, 1, _MONTHS)


def _past(name: str, value: object, today: date) -> str:
    """Return a partial date that is not ahead (invariant 2)."""
    text = _text(name, value, today)
    if not text:
        return ""
    known = _date(name, text)
    if known.earliest() > today:
        raise RefusedError("refused.stand_ahead", field=name, value=text, today=today.isoformat())
    return str(known)


def _end(name: str, value: object, today: date) -> date | None:
    """Return the last valid day; of a month or a year its last day (domain 0, inclusive)."""
    if isinstance(value, date):
        return value
    text = _text(name, value, today)
    return _date(name, text).latest() if text else None


def _date(name: str, text: str) -> PartialDate:
    try:
        return read_iso(text)
    except BadDateError as error:
        raise RefusedError("refused.no_date", field=name, value=text) from error


def _word(name: str, value: object, words: Iterable[StrEnum]) -> StrEnum:
    found = next((word for word in words if str(value) == word.value), None)
    if found is None:
        known = ", ".join(word.value for word in words)
        raise RefusedError("refused.edit_word", field=name, value=str(value)[:60], known=known)
    return found


def _kind(name: str, value: object, _today: date) -> StrEnum:
    return _word(name, value or "", SourceKind)


def _origin(name: str, value: object, _today: date) -> StrEnum | None:
    """Return where an end of validity comes from; what is computed nobody types (invariant 3)."""
    return _word(name, value, (Origin.PRINTED, Origin.REGISTER)) if value else None


def _status(name: str, value: object, _today: date) -> StrEnum | None:
    return read_status(str(value)) or _word(name, value, Status) if value else None


def _register_number(name: str, value: object, today: date) -> str:
    """Return a register number as the house prints it (invariant 18)."""
    text = _text(name, value, today)
    read = read_register_number(text)
    if text and read is None:
        raise RefusedError("refused.no_register_number", field=name, value=text)
    return read.printed if read else ""


def _doi(name: str, value: object, today: date) -> str:
    text = _text(name, value, today)
    found = read_doi(text)
    if text and not found:
        raise RefusedError("refused.no_doi", field=name, value=text)
    return found


def _pmid(name: str, value: object, today: date) -> str:
    text = _text(name, value, today)
    found = _PMID.fullmatch(text)
    if text and found is None:
        raise RefusedError("refused.no_pmid", field=name, value=text)
    return found[1] if found else ""


def _isbn(name: str, value: object, today: date) -> str:
    """Return an ISBN as it was typed, if its check digit is right."""
    text = _text(name, value, today)
    if text and not read_isbn(text):
        raise RefusedError("refused.no_isbn", field=name, value=text)
    return text


def _authors(name: str, value: object, today: date) -> list[str]:
    names = [_text(name, one, today) for one in _several(name, value)]
    return [one for one in names if one]


def _organisations(name: str, value: object, today: date) -> list[object]:
    """Return organisations as the triples a version stores: name, bracket, whether the bracket names members."""
    found: list[object] = []
    for one in _several(name, value):
        if not isinstance(one, Organisation):
            raise RefusedError("refused.edit_field", field=name)
        bracket = [_text(name, part, today) for part in one.bracket]
        found.append([_text(name, one.name, today), bracket, one.members])
    return found


def _substances(name: str, value: object, today: date) -> str:
    """Return active substances joined by "; ", each once in whatever spelling."""
    lines = str(value or "").splitlines()
    return "; ".join(names_in(_text(name, "; ".join(line for line in lines if line.strip()), today)))


def _several(name: str, value: object) -> Iterable[object]:
    if value is None or isinstance(value, list | tuple):
        return value or ()
    raise RefusedError("refused.edit_field", field=name)


def _yes(name: str, value: object, _today: date) -> bool:
    if not isinstance(value, bool):
        raise RefusedError("refused.edit_field", field=name)
    return value


READERS: Mapping[str, Callable[[str, object, date], object]] = MappingProxyType(
    dict.fromkeys(_TEXTS, _text)
    | {
        "kind": _kind,
        "authors": _authors,
        "organisations": _organisations,
        "et_al": _yes,
        "year": _year,
        "month": _month,
        "as_of": _past,
        "consensus_as_of": _past,
        "valid_until": _end,
        "valid_until_origin": _origin,
        "status": _status,
        "awmf_number": _register_number,
        "doi": _doi,
        "pmid": _pmid,
        "isbn": _isbn,
        "substances": _substances,
    }
)
"""Every field that people edit, and what reads it."""
