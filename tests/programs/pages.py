"""Serves one answer on a free port; the argument says whether the answer waits for the stop, or comes never."""

import sys
from collections.abc import Iterable
from threading import Event
from wsgiref.types import StartResponse, WSGIEnvironment

from service.serving import Server, serve


class Bell:
    """Runs beside the pages and tells them that the stop was asked for."""

    def __init__(self) -> None:
        self.rung = Event()

    def request_stop(self) -> None:
        """Ring."""
        self.rung.set()

    def wait(self, seconds: float) -> bool:
        """Return at once: nothing runs here."""
        return seconds >= 0


def main(behaviour: str) -> None:
    """Serve until told to stop."""
    bell = Bell()

    def answer(_environment: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        print("asked", flush=True)
        if behaviour == "never":
            Event().wait()
        if behaviour == "at the stop":
            bell.rung.wait()
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "300000")])
        return [b"x" * 300_000]

    server = Server(answer, "127.0.0.1", 0, threads=2)
    print(server.port, flush=True)
    serve(server, lambda: bell)
    print("served", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
