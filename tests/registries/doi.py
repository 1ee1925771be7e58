"""doi.org as played: the handle interface and the names of the agencies; by registries section 2.

``world.on(day, "doi", "10.1016/j.annonc.2021.07.006", {"url": ..., "agency": ...})`` registers a DOI: ``url`` where it
leads ("" for a name without that value), ``agency`` ("Crossref" unless said), ``alias`` another DOI. Under "answer"
stands what every call answers instead: a (status, body) pair.

Oddities: a slash that came escaped is not found; an unknown DOI is 404 with responseCode 100; one without the value
that was asked for has responseCode 200; every other path gives an HTML page with 404.
"""

import json

from tests.registries.server import Request, Response
from tests.registries.world import World

_PAGE = b"<!doctype html><html><head><title>DOI Not Found</title></head><body>" + b" " * 10_000 + b"</body></html>"


def answer(world: World, request: Request) -> Response:
    """Answer as doi.org does."""
    said = world.says("doi", "answer")
    if isinstance(said, tuple):
        return Response(said[0], said[1], "application/json" if said[1][:1] == b"{" else "text/html")
    if request.path.startswith("doiRA/"):
        names = request.path.removeprefix("doiRA/").split(",")
        return Response(200, json.dumps([_agency(world, name) for name in names]).encode())
    if request.raw_path.startswith("api/handles/10.") and "%2F" not in request.raw_path.upper():
        return _handle(world, request.path.removeprefix("api/handles/"), request.query.get("type", ""))
    return Response(404, _PAGE, "text/html")


def _named(world: World, doi: str) -> dict[str, str] | None:
    return next(
        (value for key, value in world.all("doi") if key.lower() == doi.lower() and isinstance(value, dict)), None
    )


def _agency(world: World, doi: str) -> dict[str, str]:
    named = _named(world, doi)
    return {"DOI": doi, "status": "DOI does not exist"} if named is None else {
        "DOI": doi, "RA": named.get("agency", "Crossref")
    }  # fmt: skip


def _handle(world: World, doi: str, wanted: str) -> Response:
    named = _named(world, doi)
    if named is None:
        return Response(404, json.dumps({"responseCode": 100, "handle": doi}).encode())
    kinds = (("URL", named.get("url", "")), ("HS_ALIAS", named.get("alias", "")))
    values = [
        {"index": place, "type": kind, "data": {"format": "string", "value": value}}
        for place, (kind, value) in enumerate(kinds, 1)
        if value and wanted in ("", kind)
    ]
    found = {"responseCode": 1, "handle": doi, "values": values} if values else {"responseCode": 200, "handle": doi}
    return Response(200, json.dumps(found).encode())
