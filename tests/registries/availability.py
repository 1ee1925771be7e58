"""The web archive's "available" as played: the copy nearest to a day, an empty object for none; by registries 9.

``world.on(day, "availability", address, ["20260101000000", ...])`` enters copies of an address; a dict is given out as
the ``closest`` copy as it is. ``world.on(day, "availability", "broken", True)`` answers
without JSON, as it does at times.
"""

import json

from tests.registries.server import Request, Response
from tests.registries.world import World


def answer(world: World, request: Request) -> Response:
    """Answer as the interface does."""
    if request.path != "wayback/available":
        return Response(404, b"not found", "text/plain")
    if world.says("availability", "broken"):
        return Response(200, b"<html>busy</html>", "text/html")
    url, wanted = request.query.get("url", ""), request.query.get("timestamp", "")
    said = world.says("availability", url)
    closest = said
    if isinstance(said, list):
        stamp = min(said, key=lambda one: abs(int(one[:8]) - int(wanted or one[:8])))
        address = f"http://web.archive.org/web/{stamp}/{url}"
        closest = {"status": "200", "available": True, "url": address, "timestamp": stamp}
    found = {"closest": closest} if closest else {}
    return Response(200, json.dumps({"url": url, "archived_snapshots": found}).encode())
