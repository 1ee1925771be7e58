"""Serving the pages: waitress, and a stop that lets running requests end. Knows nothing of the application."""

import errno
import gc
import time
from collections.abc import Callable
from typing import Any, Protocol
from wsgiref.types import WSGIApplication

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, create_server

from jobs.stopping import leave_at_once, on_stop
from service.said import OperatorError

STOP_SECONDS = 3.0
"""How long running requests and jobs get together after the signal; the whole stop stays below five seconds."""

_TURN_SECONDS = 1.0
_DRAIN_SECONDS = 0.02
_LAST_SECONDS = 0.3


class ServingError(OperatorError):
    """The pages cannot be served here; the sentence says why and what to do (exit code 1)."""


class Beside(Protocol):
    """What runs beside the pages in the same program: the timetable."""

    def request_stop(self) -> None:
        """Begin nothing more."""

    def wait(self, seconds: float) -> bool:
        """Return whether all is done, after at most ``seconds``."""


class Server:
    """The pages on one address. It serves until ``stop`` is called, by a signal or another thread."""

    def __init__(self, app: WSGIApplication, host: str, port: int, threads: int = 8) -> None:
        """Take the port; raise ServingError where it is taken or not ours to take."""
        self._map: dict[int, Any] = {}
        self._stopping = False
        try:
            self._server = create_server(app, map=self._map, host=host, port=port, threads=threads, ident=None)
        except (OSError, ValueError) as error:  # waitress says ValueError of a host that has no address
            wasyncore.close_all(self._map, ignore_all=True)
            raise _reason(error, host, port) from error
        self._listeners = [handler for handler in self._map.values() if isinstance(handler, BaseWSGIServer)]

    @property
    def port(self) -> int:
        """The port that is served on, also where 0 was asked for."""
        return int(self._listeners[0].effective_port)

    def stop(self) -> None:
        """Take no more requests, answer the running ones, end. May be called from a signal handler, and twice."""
        if not self._stopping:
            self._stopping = True
            self._listeners[0].pull_trigger()

    def serve_requests(self) -> None:
        """Serve until ``stop``; then take no new connection, but leave the running requests to ``drain``."""
        while not self._stopping:
            self._turn(_TURN_SECONDS)
        for listener in self._listeners:
            listener.del_channel()
            listener.socket.close()  # who calls from now on is refused at once and may ask the next program

    def drain(self, deadline: float) -> bool:
        """Answer what is running, until ``deadline`` (monotonic seconds); return whether all of it was answered."""
        while (busy := self._busy()) and time.monotonic() < deadline:
            self._turn(_DRAIN_SECONDS)
        if not busy:
            self._server.task_dispatcher.shutdown(timeout=_LAST_SECONDS)
        wasyncore.close_all(self._map, ignore_all=True)
        return not busy

    def _turn(self, seconds: float) -> None:
        wasyncore.loop(timeout=seconds, use_poll=True, map=self._map, count=1)

    def _busy(self) -> bool:
        """Say whether a request is being read, worked on or answered; connections that only wait are closed."""
        busy = False
        for channel in [handler for handler in self._map.values() if isinstance(handler, HTTPChannel)]:
            if channel.requests or channel.request or channel.total_outbufs_len:
                busy = True
            else:
                channel.will_close = True
        return busy


def serve(server: Server, start_beside: Callable[[], Beside] | None = None) -> None:
    """Serve until SIGTERM or SIGINT, with what ``start_beside`` starts; return within five seconds of the signal.

    For the main thread. Where a request or a job does not end in that time, the program ends here, with 0.
    """
    with on_stop(server.stop):
        beside = start_beside() if start_beside else None
        gc.collect()
        gc.freeze()  # what was built at the start is never looked through again: no pauses in the middle of answers
        server.serve_requests()
        deadline = time.monotonic() + STOP_SECONDS
        if beside:
            beside.request_stop()
        finished = server.drain(deadline)
        if beside and not beside.wait(max(deadline - time.monotonic(), _LAST_SECONDS)):
            finished = False
    if not finished:
        leave_at_once()


def _reason(error: OSError | ValueError, host: str, port: int) -> ServingError:
    number = error.errno if isinstance(error, OSError) else None
    facts = {"host": host, "port": str(port)}
    if number == errno.EADDRINUSE:
        return ServingError("operator.port_taken", **facts)
    if number == errno.EACCES:
        return ServingError("operator.port_forbidden", **facts)
    if number == errno.EADDRNOTAVAIL or not isinstance(error, OSError):
        return ServingError("operator.host_unknown", **facts)
    return ServingError("operator.not_served", **facts, why=error.strerror or str(error))
