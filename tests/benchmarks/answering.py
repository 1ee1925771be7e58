"""A host that costs next to nothing: a program of its own that gives every handle the same short answer."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from socketserver import StreamRequestHandler, ThreadingTCPServer

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
_BODY = (
    b'{"responseCode":1,"handle":"%s","values":[{"index":1,"type":"URL","data":'
    b'{"format":"string","value":"https://example.org/%s"},"ttl":86400,"timestamp":"2026-01-01T00:00:00Z"}]}'
)


class _Handler(StreamRequestHandler):
    """Answers as the handle interface of doi.org does for a DOI that leads somewhere; nothing else is asked."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        """Answer until the other side hangs up."""
        while line := self.rfile.readline():
            doi = line.split(b" ")[1].partition(b"/api/handles/")[2].partition(b"?")[0]
            while self.rfile.readline() not in (b"\r\n", b""):
                pass
            body = _BODY % (doi, doi)
            self.wfile.write(_HEAD % len(body) + body)


class _Server(ThreadingTCPServer):
    daemon_threads = True


def _serve(told: Connection) -> None:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        told.send(server.server_address[1])
        server.serve_forever()


@contextmanager
def answering() -> Iterator[str]:
    """Start the host and give its address, without closing slash; end it with the block."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join()
