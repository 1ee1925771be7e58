"""Servers of this machine for a block of a test, on a thread of their own; each ends at once."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import TCPServer
from threading import Event, Thread


@contextmanager
def serving(server: TCPServer) -> Iterator[str]:
    """Serve for a block and give the address, without closing slash.

    A last call of ours wakes the server at the end: ``serve_forever`` would look for a shutdown only now and then.
    """
    ended = Event()

    def serve() -> None:
        while not ended.is_set():
            server.handle_request()

    thread = Thread(target=serve, name="server of a test", daemon=True)
    thread.start()
    port = int(server.server_address[1])
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        ended.set()
        socket.create_connection(("127.0.0.1", port)).close()
        thread.join()
        server.server_close()
