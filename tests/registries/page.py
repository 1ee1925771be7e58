"""Any pages as played: one key per path, with redirects, conditional requests, wrong charsets; by registries 9.

``world.on(day, "page", "house/page", {...})``: ``body`` (text or bytes), ``type`` (content type), ``headers``,
``status``; ``redirect`` leads to an address ("/page/new" is below this server) with ``status`` 301 unless said
otherwise. An ``etag`` is sent and answered with 304 when it comes back; ``flapping`` sends another one each time, as
servers of a cluster do. ``modified`` is the same for Last-Modified. Paths that the world does not know are 404.
"""

from collections.abc import Mapping

from tests.registries.server import Request, Response
from tests.registries.world import World


def answer(world: World, request: Request) -> Response:
    """Answer as a site does."""
    said = world.says("page", request.path)
    if not isinstance(said, Mapping):
        return Response(404, b"<html><title>404</title></html>", "text/html")
    headers = {name: str(value) for name, value in dict(said.get("headers", {})).items()}
    if "redirect" in said:
        return Response(int(said.get("status", 301)), b"", "text/html", headers | {"Location": str(said["redirect"])})
    etag, modified = str(said.get("etag", "")), str(said.get("modified", ""))
    same = etag and request.headers.get("if-none-match") == etag
    same = same or (not etag and modified and request.headers.get("if-modified-since") == modified)
    if said.get("flapping"):
        etag, same = f'W/"{len(world.calls)}"', False
    headers |= {name: value for name, value in (("ETag", etag), ("Last-Modified", modified)) if value}
    if same:
        return Response(304, b"", "text/html", headers)
    body = said.get("body", "")
    whole = body if isinstance(body, bytes) else str(body).encode()
    return Response(int(said.get("status", 200)), whole, str(said.get("type", "text/html; charset=utf-8")), headers)
