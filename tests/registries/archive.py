"""The archive as played, where it says what it has; by registries section 9. What it saves is ``web_archive``.

``world.on(day, "archive", url, "20250314120000")`` lets it hold a snapshot; ``("20250314120000", "404")`` one of an
error page. ``world.on(day, "archive", "answer", (status, body))`` answers every question so.

Oddities: addresses with http, the status as text, ``{}`` inside for none, and sometimes no JSON at all.
"""

import json

from tests.registries.server import Request, Response
from tests.registries.world import World


def answer(world: World, request: Request) -> Response:
    """Answer as archive.org does."""
    said = world.says("archive", "answer")
    if isinstance(said, tuple):
        return Response(said[0], said[1], "text/html")
    if request.path != "wayback/available":
        return Response(404, b"<html><title>Not Found</title></html>", "text/html")
    url = request.query.get("url", "")
    kept = world.says("archive", url)
    found = {} if kept is None else {"closest": _snapshot(url, *(kept if isinstance(kept, tuple) else (kept, "200")))}
    return Response(200, json.dumps({"url": url, "archived_snapshots": found}).encode())


def _snapshot(url: str, timestamp: object, status: str) -> dict[str, object]:
    place = f"http://web.archive.org/web/{timestamp}/{url}"
    return {"available": True, "status": status, "timestamp": timestamp, "url": place}
