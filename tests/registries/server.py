"""One server on loopback that plays every registry, each below a path of its own name: /awmf, /crossref, /pubmed ...

A registry is a module of this folder with ``answer(world, request) -> Response``; it is found by the first piece of the
path. What came is kept in ``world.calls``.
"""

import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from tests.registries.world import World
from tests.serving import serving


@dataclass(frozen=True)
class Request:
    """A call: method, path below the registry's name (unquoted), the raw one, query, headers in lower case, body."""

    method: str
    path: str
    raw_path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Response:
    """An answer: status, body, content type, further headers."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


REGISTRIES = frozenset(path.stem for path in Path(__file__).parent.glob("*.py")) - {
    "__init__",
    "__main__",
    "seed_world",
    "server",
    "world",
}
"""Every other file of this folder is a registry."""


def _robots(world: World) -> Response:
    said = world.says("robots", "*")
    return Response(404, b"none", "text/plain") if said is None else Response(200, str(said).encode(), "text/plain")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    world: World

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Play a registry."""
        self._play()

    do_POST = do_HEAD = do_GET  # noqa: N815 - names of the standard library

    def _play(self) -> None:
        parts = urlsplit(self.path)
        registry, _, path = parts.path.lstrip("/").partition("/")
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        self.world.calls.append((self.world.day, registry, self.path))
        outage = self.world.outage(registry)
        if outage is not None and not outage.status:
            self.close_connection = True
            return
        if outage is not None:
            self._send(Response(outage.status, outage.body, "text/plain", dict(outage.headers)))
            return
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        if registry not in REGISTRIES:
            self._send(_robots(self.world) if registry == "robots.txt" else Response(404, b"not found", "text/plain"))
            return
        module = importlib.import_module(f"tests.registries.{registry}")
        answer: Response = module.answer(self.world, Request(self.command, unquote(path), path, query, headers, body))
        self._send(answer)

    def _send(self, answer: Response) -> None:
        lines = [f"HTTP/1.1 {answer.status} Played", f"Content-Type: {answer.content_type}"]
        lines += [
            f"Content-Length: {len(answer.body)}",
            *(f"{name}: {value}" for name, value in answer.headers.items()),
        ]
        body = b"" if self.command == "HEAD" else answer.body
        self.wfile.write("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)


@contextmanager
def playing(world: World, port: int = 0) -> Iterator[str]:
    """Play the registries of a world; give the address of the server, without closing slash."""
    handler = type("Handler", (_Handler,), {"world": world})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    with serving(server) as address:
        yield address
