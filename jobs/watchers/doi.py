"""doi.org: whether a DOI exists, where it leads, and which agency registered it. It knows nothing of what it names.

A DOI that nobody knows is mistyped or dead; one that leads elsewhere than before has moved, and stays good (registries,
2).
"""

from collections.abc import Mapping
from urllib.parse import quote

from citations.identity import normal_address
from citations.kinds import Evidence, LookOutcome, SourceKind
from citations.references.numbers import read_doi
from citations.sightings import Sighting
from jobs.watchers.answers import json_of, not_understood, object_of, text
from jobs.watchers.contract import Answer, Client, Politeness, Watched, Watcher, WatchError

REGISTRY = "doi.org"
POLITE = Politeness(gap=1.0, daily=10_000)
_OK, _MISSING = 200, 404
_FOUND, _UNKNOWN, _WITHOUT_VALUE = 1, 100, 200
_NOBODY = frozenset({"doi does not exist", "invalid doi"})


def key_of(_kind: SourceKind, identifiers: Mapping[str, str], url: str) -> str:
    """Return the DOI of a source in lower case, "" for none; an address at doi.org counts."""
    return read_doi(identifiers.get("doi", "")) or (read_doi(url) if "doi.org/" in url.lower() else "")


def page(key: str) -> str:
    """Return the address under which a DOI is opened."""
    return f"https://doi.org/{quote(key, safe='/')}"


def look(watched: Watched, client: Client) -> Sighting:
    """Return where a DOI leads; MOVED where that is elsewhere than at the last look.

    WatchError: NOT_FOUND where nobody registered it, UNAVAILABLE where the handle system fails, else PARSE_FAILED.
    """
    answer, values = _handle(watched.key, client, "?type=URL")
    if not values:
        answer, values = _handle(watched.key, client, "")
    alias = read_doi(values.get("HS_ALIAS", ""))
    target = page(alias) if alias else values.get("URL", "")
    before = watched.before.url if watched.before else ""
    moved = bool(before and target) and normal_address(before) != normal_address(target)
    return Sighting(
        "doi",
        watched.key,
        outcome=LookOutcome.MOVED if moved else LookOutcome.OK,
        evidence=Evidence.PROBE,
        url=target,
        facts=({"alias": alias} if alias else {}) | ({"moved_from": before} if moved else {}),
        raw=answer.body,
    )


def agency(doi: str, client: Client) -> str:
    """Return who registered a DOI ("Crossref", "DataCite"), "" where nobody did; WatchError where doi.org fails."""
    answer = client.get(f"{client.base('doi')}/doiRA/{quote(doi, safe='/')}", politeness=POLITE)
    rows = json_of(answer, REGISTRY)
    row = rows[0] if isinstance(rows, list) and len(rows) == 1 and isinstance(rows[0], dict) else {}
    if text(row, "RA"):
        return text(row, "RA")
    if text(row, "status").lower() in _NOBODY:
        return ""
    raise not_understood(answer, REGISTRY)


def unknown(doi: str) -> WatchError:
    """Return the error for a DOI that nobody registered."""
    return WatchError(LookOutcome.NOT_FOUND, "look.doi_unknown", {"doi": doi}, status=_MISSING)


def _handle(doi: str, client: Client, query: str) -> tuple[Answer, dict[str, str]]:
    """Return the values of a DOI by type; the slash stays as it is, escaped it would not be found."""
    answer = client.get(f"{client.base('doi')}/api/handles/{quote(doi, safe='/')}{query}", politeness=POLITE)
    record = object_of(answer, REGISTRY)
    code = record.get("responseCode")
    if code == _UNKNOWN and answer.status in (_OK, _MISSING):
        raise unknown(doi)
    if answer.status not in (_OK, _MISSING) or code not in (_FOUND, _WITHOUT_VALUE):
        facts = {"code": str(code), "status": str(answer.status)}
        outcome = LookOutcome.UNAVAILABLE if isinstance(code, int) else LookOutcome.PARSE_FAILED
        raise WatchError(outcome, "look.doi_error", facts, status=answer.status)
    if text(record, "handle").lower() != doi:
        raise not_understood(answer, REGISTRY)
    return answer, _values(record.get("values"))


def _values(rows: object) -> dict[str, str]:
    """Return the first value of each type."""
    found: dict[str, str] = {}
    for row in rows if isinstance(rows, list) else []:
        data = row.get("data") if isinstance(row, dict) else None
        if isinstance(data, dict) and text(data, "value"):
            found.setdefault(text(row, "type"), text(data, "value"))
    return found


WATCHER = Watcher("doi", key_of, every_days=30, look=look, is_link=True, asks={"doi": POLITE}, page=page)
