"""A way to a server that a test can close and open again: a TCP relay on this machine."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

_CHUNK = 65536


class Gate:
    """Relays what comes to its port to ``target``; closed, it refuses and cuts every connection."""

    def __init__(self, target: tuple[str, int]) -> None:
        """Open a port of this machine."""
        self._target = target
        self._links: list[socket.socket] = []
        self._door = self._opened(0)
        self.port = int(self._door.getsockname()[1])

    def open(self) -> None:
        """Let callers through again, on the same port as before."""
        self._door = self._opened(self.port)

    def _opened(self, port: int) -> socket.socket:
        door = socket.create_server(("127.0.0.1", port))
        Thread(target=self._accept, args=(door,), daemon=True).start()
        return door

    def close(self) -> None:
        """Refuse callers and cut those that are through."""
        _cut(self._door)
        while self._links:
            _cut(self._links.pop())

    def _accept(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                caller, _ = door.accept()
                server = socket.create_connection(self._target)
                self._links += [caller, server]
                for source, sink in ((caller, server), (server, caller)):
                    Thread(target=_relay, args=(source, sink), daemon=True).start()


def _relay(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(_CHUNK):
            sink.sendall(data)
    _cut(sink)


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


@contextmanager
def gate(host: str, port: int) -> Iterator[Gate]:
    """Give a gate to a server, closed at the end."""
    made = Gate((host, port))
    try:
        yield made
    finally:
        made.close()
