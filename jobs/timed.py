"""A connection whose every step ends with the deadline of the call, however slowly a host drips. Opens none itself."""

import ssl
import time
from threading import local
from typing import Any

import httpcore


class TimedStream(httpcore.NetworkStream):
    """A connection whose reads and writes end with the call's deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: local) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, not longer than the call may take."""
        return self._stream.read(max_bytes, left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all, not longer than the call may take."""
        self._stream.write(buffer, left(self._deadline, timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Begin TLS, verified against the name that was asked for."""
        inside = self._stream.start_tls(ssl_context, server_hostname, left(self._deadline, timeout))
        return TimedStream(inside, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - signature of httpcore
        """Return what the connection knows of itself."""
        return self._stream.get_extra_info(info)


def left(deadline: local, timeout: float | None) -> float:
    """Return the seconds a step may still take; raise httpcore.ReadTimeout where the call has none left."""
    left = float(getattr(deadline, "at", 0.0)) - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the call took too long")
    return left if timeout is None else min(left, timeout)
