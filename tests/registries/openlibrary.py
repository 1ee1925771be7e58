"""Open Library as played: ``api/books`` by ISBN, an unknown one gives ``{}`` with 200; by registries 7.

``world.on(day, "openlibrary", isbn13, details)`` enters the ``details`` of an edition as the service writes them:
``title``, ``publishers`` (texts), ``publish_date`` (free text), ``isbn_10``, ``isbn_13``, ``authors`` ({"name": ...}).
"""

import json

from tests.registries.server import Request, Response
from tests.registries.world import World


def answer(world: World, request: Request) -> Response:
    """Answer as the service does."""
    if request.path != "api/books":
        return Response(404, b"<html>not found</html>", "text/html")
    found = {}
    for key in request.query.get("bibkeys", "").split(","):
        details = world.says("openlibrary", key.removeprefix("ISBN:"))
        if details is not None:
            page = f"https://openlibrary.org/books/{key.removeprefix('ISBN:')}M"
            found[key] = {"bib_key": key, "info_url": page, "preview": "noview"} | (
                {"details": details} if request.query.get("jscmd") == "details" else {}
            )
    return Response(200, json.dumps(found).encode())
