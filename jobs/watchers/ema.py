"""EMA: authorisations and safety letters, out of two tables with a row per medicine (registries, 8).

Medicines approved by single states are not in the table: absence of a row proves nothing.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote

from citations.dates import BadDateError, PartialDate
from citations.kinds import Certainty, Lifecycle, LookOutcome, NoticeKind, SourceKind
from citations.sightings import Notice, Pointer, Sighting
from jobs.watchers.answers import json_of, not_understood, text
from jobs.watchers.contract import Answer, Client, Politeness, Watched, Watcher, WatchError
from jobs.watchers.hashing import record_hash
from jobs.watchers.shared_files import fetch
from jobs.watchers.substances import MEDICINES, SUBSTANCE, in_table, in_words, names_in

POLITENESS = Politeness(gap=2.0, daily=50)
_REPORTS = "/en/documents/report"
_MEDICINES = f"{_REPORTS}/medicines-output-medicines_json-report_en.json"
_LETTERS = f"{_REPORTS}/dhpc-output-json-report_en.json"

_NUMBER = re.compile(r"EMEA/[HV]/[A-Z]/\d{6}", re.IGNORECASE)
_PRODUCT_PAGE = re.compile(r"ema\.europa\.eu/.*?/EPAR/([^/?#\s]+)", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_STATES = {
    "authorised": Lifecycle.CURRENT,
    "withdrawn": Lifecycle.WITHDRAWN,
    "suspended": Lifecycle.WITHDRAWN,
    "revoked": Lifecycle.WITHDRAWN,
    "expired": Lifecycle.EXPIRED,
    "lapsed": Lifecycle.EXPIRED,
    "not renewed": Lifecycle.EXPIRED,
    "opinion": Lifecycle.ANNOUNCED,
}
"""What a status means for the source. A refused application never was a source; its words are told all the same."""
_ROW = ("name_of_medicine", "ema_product_number", "active_substance", "therapeutic_indication", "atc_code_human")
_Row = Mapping[str, object]
_MOST_PROPOSALS = 5


def key_of(_kind: SourceKind, identifiers: Mapping[str, str], url: str) -> str:
    """Return the product number, else the name in the address of the product's page, else the substances; "" for none.

    Substances come under the scheme ``substance``, several joined by ";".
    """
    number = _NUMBER.search(identifiers.get("ema", ""))
    page = _PRODUCT_PAGE.search(unquote(url))
    return number.group().upper() if number else page[1].lower() if page else identifiers.get(SUBSTANCE, "")


def look(watched: Watched, client: Client) -> Sighting:
    """Return authorisation and safety letters of a medicine, or of all medicines with one of the substances.

    UNLISTED where the table has no row: then it is no medicine of this register, or not any more. The substance of a
    medicine that nobody has named is proposed. What is known by its substance alone has neither version nor text here:
    those of somebody else's product are none of its own.
    """
    medicines = _medicines(client)
    letters = _table(fetch(client, client.base("ema") + _LETTERS, POLITENESS, "EMA"), "dhpc_url")
    human = _human(medicines)
    of_substance = _rows_of_substance(watched, human)
    own = _own_rows(watched, human, of_substance)
    rows = own or of_substance
    notices = tuple(_notice(letter) for letter in letters if _concerns(letter, watched, rows))
    if not rows:
        return Sighting("ema", watched.key, lifecycle=Lifecycle.UNLISTED, notices=notices)
    reduced = sorted([[text(row, name) for name in _ROW] for row in own])
    return Sighting(
        "ema",
        watched.key,
        title="; ".join(text(row, "name_of_medicine") for row in rows),
        version_label=_label(own),
        version_date=max((_iso(text(row, "last_updated_date")) for row in own), default=""),
        lifecycle=_lifecycle(rows),
        status_text=_status_text(rows),
        successors=() if watched.substances else _proposals(rows),
        notices=notices,
        url=text(rows[0], "medicine_url"),
        content_hash=record_hash(reduced) if own else "",
        raw=json.dumps(rows, ensure_ascii=False, sort_keys=True).encode(),
    )


def search(watched: Watched, client: Client) -> Sighting:
    """Return the substances that a source's title may mean, by its product or by themselves, for a person to choose."""
    human = _human(_medicines(client))
    product = [row for row in human if text(row, "name_of_medicine") and _named(row, watched.title)]
    found = _proposals(product) or _proposals(human, within=watched.title)
    return Sighting("ema", "", successors=found)


def _proposals(rows: Sequence[_Row], within: str | None = None) -> tuple[Pointer, ...]:
    """Return the substances of medicines, or those of them that some words name, each once with its medicines."""
    found: dict[str, list[str]] = {}
    for row in rows:
        names = names_in(text(row, "active_substance"))
        named = names if within is None else [name for name in names if in_words(within, [name])]
        if named:
            found.setdefault("; ".join(named), []).append(text(row, "name_of_medicine"))
    chosen = list(found.items())[:_MOST_PROPOSALS]
    return tuple(
        Pointer(SUBSTANCE, value, Certainty.CANDIDATE, label=", ".join(medicines[:_MOST_PROPOSALS]))
        for value, medicines in chosen
    )


def _medicines(client: Client) -> Sequence[_Row]:
    return _table(fetch(client, client.base("ema") + _MEDICINES, POLITENESS, "EMA"), "medicine_status")


@lru_cache(maxsize=4)
def _read(body: bytes, url: str) -> object:
    """Return a table once for all sources of a run: it has thousands of rows."""
    return json_of(Answer(200, url, {}, body), "EMA")


def _table(answer: Answer, column: str) -> Sequence[_Row]:
    """Return the rows of a table, bare or in its envelope; WatchError where there are none with this column."""
    value = _read(answer.body, answer.url)
    rows = value.get("data") if isinstance(value, dict) else value
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise not_understood(answer, "EMA")
    if not any(column in row for row in rows):
        raise WatchError(LookOutcome.PARSE_FAILED, "look.ema_columns", {"column": column, "url": answer.url})
    return rows


def _own_rows(watched: Watched, human: Sequence[_Row], of_substance: Sequence[_Row]) -> list[_Row]:
    """Return the rows of the very product: by its number, page or name, also as the title of the source names it."""
    if _NUMBER.fullmatch(watched.key):
        return [row for row in human if text(row, "ema_product_number").upper() == watched.key]
    key = watched.key.casefold()
    named = [row for row in human if key and key in (text(row, "name_of_medicine").casefold(), _page_of(row))]
    return named or [row for row in of_substance if text(row, "name_of_medicine") and _named(row, watched.title)]


def _rows_of_substance(watched: Watched, human: Sequence[_Row]) -> list[_Row]:
    """Return the rows of all medicines with one of the substances, in the order of their names."""
    if _NUMBER.fullmatch(watched.key):
        return []
    substances = _substances(watched)
    rows = (row for row in human if _has(row, substances))
    return sorted(rows, key=lambda row: text(row, "name_of_medicine"))


def _human(medicines: Sequence[_Row]) -> list[_Row]:
    return [row for row in medicines if text(row, "category").casefold() != "veterinary"]


def _page_of(row: _Row) -> str:
    """Return the name of a medicine as the address of its page has it, "" for none."""
    page = _PRODUCT_PAGE.search(unquote(text(row, "medicine_url")))
    return page[1].casefold() if page else ""


def _substances(watched: Watched) -> tuple[str, ...]:
    return watched.substances or tuple(names_in(watched.key))


def _has(row: _Row, substances: Sequence[str]) -> bool:
    names = ("active_substance", "international_non_proprietary_name_common_name")
    return any(in_table(text(row, name), substances) for name in names)


def _named(row: _Row, title: str) -> bool:
    """Say whether a title names the product of a row."""
    return in_words(title, [text(row, "name_of_medicine")])


def _concerns(letter: _Row, watched: Watched, rows: Sequence[_Row]) -> bool:
    """Say whether a safety letter is about these medicines, or one of the substances."""
    if not text(letter, "dhpc_url"):
        return False
    names = {text(row, "name_of_medicine").casefold() for row in rows}
    of_rows = [text(row, "active_substance") for row in rows]
    substances = watched.substances or of_rows or _substances(watched)
    medicines = {part.strip().casefold() for part in re.split(r"[;,]", text(letter, "name_of_medicine"))}
    return bool(names & medicines) or in_table(text(letter, "active_substances"), substances)


def _notice(letter: _Row) -> Notice:
    words = (
        text(letter, name) for name in ("name_of_medicine", "active_substances", "dhpc_type", "regulatory_outcome")
    )
    days = (_iso(text(letter, name)) for name in ("dissemination_date", "first_published_date"))
    link = text(letter, "dhpc_url")
    on = next((day for day in days if day), "")
    return Notice(NoticeKind.SAFETY_LETTER, link, on, ", ".join(filter(None, words)), link, ("EMA",))


def _label(rows: Sequence[_Row]) -> str:
    """Return the revision of the product information; of several medicines each by its name."""
    if len(rows) == 1:
        return text(rows[0], "revision_number")
    named = [(text(row, "name_of_medicine"), text(row, "revision_number")) for row in rows]
    return "; ".join(f"{name} {revision}" for name, revision in named if revision)


def _lifecycle(rows: Sequence[_Row]) -> Lifecycle:
    """Return what the states of all medicines say: one that is left over keeps the substance authorised."""
    states = [_STATES.get(text(row, "medicine_status").casefold(), Lifecycle.UNKNOWN) for row in rows]
    if Lifecycle.CURRENT in states:
        return Lifecycle.CURRENT
    return states[0] if len(set(states)) == 1 else Lifecycle.UNKNOWN


def _status_text(rows: Sequence[_Row]) -> str:
    said = [(text(row, "name_of_medicine"), _status_words(row)) for row in rows]
    if len({status for _, status in said}) == 1:
        return said[0][1]
    return "; ".join(f"{name}: {status}" for name, status in said)


def _status_words(row: _Row) -> str:
    """Return the status in the register's words, with the day of a withdrawal where it names one."""
    ended = next((_iso(str(row[name])) for name in sorted(row) if name.startswith(("withdrawal_", "suspension_"))), "")
    return " ".join(filter(None, (text(row, "medicine_status"), ended and f"({ended})")))


def _iso(day: str) -> str:
    """Return DD/MM/YYYY as an ISO day, "" for what is none."""
    match = _DAY.fullmatch(day.strip())
    try:
        return str(PartialDate(int(match[3]), int(match[2]), int(match[1]))) if match else ""
    except BadDateError:
        return ""


WATCHER = Watcher("ema", key_of, every_days=1, look=look, asks={"ema": POLITENESS}, search=search, searches=MEDICINES)
