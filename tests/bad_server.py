"""A server that is bad on purpose: each path is another way to waste, flood, mislead or hang whoever calls it."""

import gzip
import socket
import socketserver
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event

from tests.serving import serving

BOMB = gzip.compress(b"\0" * 60_000_000, 9)
"""Sixty megabytes of nothing in some sixty kilobytes."""

_OK = b"HTTP/1.1 200 OK\r\n"


class _Bad(socketserver.StreamRequestHandler):
    ended: Event
    key: str

    def handle(self) -> None:
        """Answer calls until the caller has enough."""
        with suppress(OSError):
            while line := self.rfile.readline(65_536):
                self.key = ""
                while header := self.rfile.readline(65_536).strip():
                    if header.lower().startswith(b"api-key:"):
                        self.key = header.decode("latin-1")
                path = line.split()[1].decode("latin-1")
                BADNESS[path.partition("?")[0]](self, path.partition("?")[2])

    def say(self, data: bytes) -> None:
        """Send bytes at once."""
        self.wfile.write(data)
        self.wfile.flush()


def _good(bad: _Bad, _: str) -> None:
    bad.say(_OK + b"Content-Length: 4\r\n\r\ngood")


def _hangs(bad: _Bad, _: str) -> None:
    bad.ended.wait(120)


def _resets(bad: _Bad, _: str) -> None:
    bad.say(_OK)
    bad.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    raise ConnectionAbortedError


def _drips_headers(bad: _Bad, _: str) -> None:
    bad.say(_OK)
    while not bad.ended.wait(0.05):
        bad.say(b"X-More: 1\r\n")


def _drips_body(bad: _Bad, _: str) -> None:
    bad.say(_OK + b"Content-Length: 100000\r\n\r\n")
    while not bad.ended.wait(0.05):
        bad.say(b".")


def _lies_short(bad: _Bad, _: str) -> None:
    bad.say(_OK + b"Content-Length: 100000\r\n\r\nlittle")
    raise ConnectionAbortedError


def _endless(bad: _Bad, _: str) -> None:
    bad.say(_OK + b"Transfer-Encoding: chunked\r\n\r\n")
    while not bad.ended.is_set():
        bad.say(b"10000\r\n" + b"x" * 65_536 + b"\r\n")


def _endless_header(bad: _Bad, _: str) -> None:
    bad.say(_OK)
    while not bad.ended.is_set():
        bad.say(b"X-Long: " + b"y" * 65_536 + b"\r\n")


def _redirects(bad: _Bad, where: str) -> None:
    bad.say(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + where.encode("latin-1") + b"\r\n\r\n")


def _tells_key(bad: _Bad, _: str) -> None:
    key = bad.key.encode("latin-1")
    bad.say(_OK + b"Content-Length: %d\r\n\r\n" % len(key) + key)


def _loops(bad: _Bad, _: str) -> None:
    _redirects(bad, "/loops")


def _bomb(bad: _Bad, _: str) -> None:
    bad.say(_OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(BOMB) + BOMB)


def _broken_gzip(bad: _Bad, _: str) -> None:
    cut = BOMB[: len(BOMB) // 2]
    bad.say(_OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(cut) + cut)


def _no_gzip(bad: _Bad, _: str) -> None:
    bad.say(_OK + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain")


def _other_packing(bad: _Bad, _: str) -> None:
    bad.say(_OK + b"Content-Encoding: br\r\nContent-Length: 5\r\n\r\nplain")


def _wrong_charset(bad: _Bad, _: str) -> None:
    bad.say(_OK + b"Content-Type: text/html; charset=klingon\r\nContent-Length: 4\r\n\r\nM\xe4rz")


def _fails(bad: _Bad, _: str) -> None:
    bad.say(b"HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n")


def _limits(bad: _Bad, after: str) -> None:
    header = f"Retry-After: {after.replace('_', ' ')}\r\n".encode() if after else b""
    bad.say(b"HTTP/1.1 429 Slow down\r\nContent-Length: 0\r\n" + header + b"\r\n")


def _nonsense(bad: _Bad, _: str) -> None:
    bad.say(b"\x00\x01\x02 this is no HTTP\r\n\r\n")
    raise ConnectionAbortedError


BADNESS: dict[str, Callable[[_Bad, str], None]] = {
    "/good": _good,
    "/hangs": _hangs,
    "/resets": _resets,
    "/drips-headers": _drips_headers,
    "/drips-body": _drips_body,
    "/lies-short": _lies_short,
    "/endless": _endless,
    "/endless-header": _endless_header,
    "/redirects": _redirects,
    "/loops": _loops,
    "/tells-key": _tells_key,
    "/bomb": _bomb,
    "/broken-gzip": _broken_gzip,
    "/no-gzip": _no_gzip,
    "/other-packing": _other_packing,
    "/wrong-charset": _wrong_charset,
    "/fails": _fails,
    "/limits": _limits,
    "/nonsense": _nonsense,
}


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, *_: object) -> None:
        """Say nothing: callers cut us off, as they should."""


@contextmanager
def bad_server() -> Iterator[str]:
    """Run the server; give its address, without closing slash."""
    ended = Event()
    server = _Server(("127.0.0.1", 0), type("Handler", (_Bad,), {"ended": ended}))
    with serving(server) as address:
        try:
            yield address
        finally:
            ended.set()
