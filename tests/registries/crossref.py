"""Crossref as played: single works, agency, queries; by registries section 2.

``world.on(day, "crossref", "10.1016/j.annonc.2021.07.006", {...})`` enters a work as the fields of its ``message``;
what is not given is filled with a plain article. Under "answer" stands what every call answers instead: a (status,
body, content type) triple. ``notice`` below writes one row of ``updated-by`` or ``update-to``.

Oddities: an unknown DOI is 404 with the text "Resource not found."; ``indexed``, ``score`` and the counts move with
every day; DOIs are found in any case; a ``rows`` that is no number is 400 in JSON; a wrong cursor is 404 in JSON.
"""

import json
from datetime import date

from tests.registries.server import Request, Response
from tests.registries.world import World

LIMITED = b"<html><body><h1>429 Too Many Requests</h1>\nYou have sent too many requests.\n</body></html>"
_LIMITS = {
    "x-rate-limit-limit": "10", "x-rate-limit-interval": "1s", "x-concurrency-limit": "3", "x-api-pool": "polite",
}  # fmt: skip
_BAD_ROWS = {"type": "integer-not-valid", "value": "things", "message": "Integer specified as things but must be …"}
_BAD_CURSOR = {"type": "cursor-invalid", "value": "thing", "message": "Cursor specified but it is invalid"}


def notice(kind: str, doi: str, on: str = "", source: str = "publisher", **fields: object) -> dict[str, object]:
    """Return a row of ``updated-by``; ``on`` is a partial ISO date, "" gives [[null]]."""
    parts = [int(part) for part in on.split("-")] if on else [None]
    row: dict[str, object] = {"type": kind, "label": kind.replace("_", " ").capitalize(), "source": source}
    return row | ({"DOI": doi} if doi else {}) | {"updated": {"date-parts": [parts]}} | fields


def answer(world: World, request: Request) -> Response:
    """Answer as Crossref does."""
    said = world.says("crossref", "answer")
    if isinstance(said, tuple):
        return Response(said[0], said[1], said[2], _LIMITS)
    path = request.path.removeprefix("v1/")
    if path == "works":
        return _listed(world, request)
    work = _works(world).get(path.removeprefix("works/").removesuffix("/agency").lower())
    if not path.startswith("works/") or work is None:
        return Response(404, b"Resource not found.", "text/plain", _LIMITS)
    if path.endswith("/agency"):
        return _sent("work-agency", {"DOI": work["DOI"], "agency": {"id": "crossref", "label": "Crossref"}})
    return _sent("work", work)


def _works(world: World) -> dict[str, dict[str, object]]:
    moving = {
        "indexed": {"date-parts": [_parts(world.day)], "timestamp": world.day.toordinal() * 86_400_000},
        "is-referenced-by-count": world.day.toordinal(),
        "score": 1,
    }
    found = {}
    for doi, said in world.all("crossref"):
        if isinstance(said, dict):
            plain = {"DOI": doi.lower(), "type": "journal-article", "title": ["Title"], "author": []}
            found[doi.lower()] = plain | {"issued": {"date-parts": [[None]]}} | moving | said
    return found


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def _listed(world: World, request: Request) -> Response:
    if not request.query.get("rows", "20").isdigit():
        return _sent("validation-failure", [_BAD_ROWS], 400, "failed")
    if request.query.get("cursor", "*") != "*":
        return _sent("resource-failure", [_BAD_CURSOR], 404, "failed")
    words = (request.query.get("query.bibliographic") or request.query.get("query.title", "")).lower().split()
    scored = [
        (sum(word in json.dumps(work, ensure_ascii=False).lower() for word in words), work)
        for work in _works(world).values()
        if _passes(work, request.query.get("filter", ""))
    ]
    hits = [work | {"score": float(score)} for score, work in sorted(scored, key=lambda pair: -pair[0]) if score]
    rows = hits[: int(request.query.get("rows", "20"))]
    return _sent("work-list", {"total-results": len(hits), "items-per-page": len(rows), "items": rows})


def _passes(work: dict[str, object], filters: str) -> bool:
    """Say whether a work passes the filters that are played: one of the ISSNs, and the year it appeared in."""
    pairs = [one.partition(":") for one in filters.split(",") if one]
    issns = {value for name, _, value in pairs if name == "issn"}
    since = max((value[:4] for name, _, value in pairs if name == "from-pub-date"), default="")
    listed, issued = work.get("ISSN"), work.get("issued")
    year = issued["date-parts"][0][0] if isinstance(issued, dict) else None
    return (not issns or bool(issns & set(listed if isinstance(listed, list) else []))) and str(year or "") >= since


def _sent(kind: str, message: object, status: int = 200, said: str = "ok") -> Response:
    body = {"status": said, "message-type": kind, "message-version": "1.0.0", "message": message}
    return Response(status, json.dumps(body, ensure_ascii=False).encode(), headers=_LIMITS)
