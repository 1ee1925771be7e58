"""The wire: the only file that opens a connection. Who we are, limits, politeness per host, no private addresses.

httpx has no deadline for a whole call and no limit for what it unpacks, and a client that resolves a name anew may be
sent elsewhere than what was checked. So the network below it is ours: it connects to checked addresses only and lets
no read outlive the call; what comes is unpacked here, piece by piece, up to the limit.
"""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from http import HTTPStatus
from threading import local
from typing import Any
from urllib.parse import urljoin
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from citations.kinds import LookOutcome
from jobs.addresses import (
    Resolve,
    addresses,
    host_of,
    is_loopback,
    place_of,
    public_addresses,
    refuse_literal,
    refused,
    system_resolve,
)
from jobs.pace import Pace
from jobs.timed import TimedStream, left
from jobs.unpacking import PIECE, retry_after, unpacked
from jobs.watchers.contract import Answer, Politeness, WatchError

Permit = Callable[[str], Politeness]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may take: seconds to connect, between two pieces, and in all; bytes unpacked; redirects."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    size: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is sent with one step of a call."""

    method: str
    headers: Mapping[str, str] | None
    body: bytes | None

    def onward(self, status: int, *, leaves: bool) -> "_Asked":
        """Return what follows a redirect: a key is for the house it was given by, not for where that sends us."""
        keeps = status in (307, 308)
        return _Asked(self.method if keeps else "GET", None if leaves else self.headers, self.body if keeps else None)


@dataclass(frozen=True, slots=True)
class Manner:
    """Who we are, which private hosts are allowed all the same ("host" or "host:port"), limits, and the resolver."""

    identity: str
    allow_hosts: frozenset[str] = frozenset()
    limits: Limits = field(default_factory=Limits)
    resolve: Resolve = system_resolve


class Wire:
    """One long-lived client for a run; safe for several threads, one call at a time per host."""

    def __init__(self, manner: Manner, pace: Pace, now: Callable[[], datetime]) -> None:
        self.pace = pace
        self._manner, self._now = manner, now
        self._deadline = local()
        tls = ssl.create_default_context()
        self._transport = _Transport(lambda: _pool(tls, None, _Checked(manner, self._deadline)), tls, self._deadline)
        self._headers = {"User-Agent": manner.identity, "Accept-Encoding": "gzip", "Accept": "*/*"}

    def close(self) -> None:
        """Close every connection."""
        self._transport.close()

    def get(
        self, url: str, politeness: Politeness, headers: Mapping[str, str] | None = None, permit: Permit | None = None
    ) -> Answer:
        """Fetch an address, up to five redirects on; each is checked and waits its host's turn.

        ``permit`` is asked before every step, and says how polite the step must be; it may refuse it (robots.txt).
        Any status below 500 but 429 is an answer. WatchError for everything else: refused addresses, no answer in
        time, too large, too many redirects, 429 and 5xx with what the host asked for (registries, rules 1 and 5).
        """
        return self._call(_Asked("GET", headers, None), url, permit or (lambda _url: politeness))

    def post(self, url: str, politeness: Politeness, headers: Mapping[str, str] | None, body: bytes) -> Answer:
        """Send a body to an address; answers and errors are those of ``get``."""
        return self._call(_Asked("POST", headers, body), url, lambda _url: politeness)

    def _call(self, asked: "_Asked", url: str, permit: Permit) -> Answer:
        chain: list[tuple[int, str]] = []
        own = place_of(url)
        while True:
            polite = permit(url)
            answer = self._one(asked, url, polite if place_of(url) == own else replace(polite, size=0))
            target = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not target:
                return Answer(answer.status, answer.url, answer.headers, answer.body, tuple(chain))
            chain.append((answer.status, url))
            if len(chain) > self._manner.limits.redirects:
                raise WatchError(LookOutcome.UNAVAILABLE, "look.redirects", {"url": url}, status=answer.status)
            before, url = url, _joined(url, target)
            asked = asked.onward(answer.status, leaves=place_of(url) != place_of(before))

    def _one(self, asked: "_Asked", url: str, politeness: Politeness) -> Answer:
        place = place_of(url)
        with self.pace.turn(place, _towards(url, politeness)):
            try:
                answer = self._send(asked, url, max(self._manner.limits.size, politeness.size))
            except WatchError as error:
                if error.outcome is not LookOutcome.REFUSED:
                    self.pace.failed(place)
                raise
            self._judge(place, answer)
            return answer

    def _judge(self, host: str, answer: Answer) -> None:
        """Count what a host answered; raise for what says nothing about what was asked."""
        if answer.status != HTTPStatus.TOO_MANY_REQUESTS and answer.status < HTTPStatus.INTERNAL_SERVER_ERROR:
            self.pace.answered(host)
            return
        retry_at = retry_after(answer.headers.get("retry-after", ""), self._now())
        self.pace.failed(host, retry_at)
        limited = answer.status == HTTPStatus.TOO_MANY_REQUESTS
        outcome, why = (
            (LookOutcome.RATE_LIMITED, "look.too_often") if limited else (LookOutcome.UNAVAILABLE, "look.server_error")
        )
        raise WatchError(
            outcome, why, {"host": host, "status": str(answer.status)}, status=answer.status, retry_at=retry_at
        )

    def _send(self, asked: "_Asked", url: str, size: int) -> Answer:
        limits = self._manner.limits
        timeout = httpx.Timeout(limits.read, connect=limits.connect).as_dict()
        self._deadline.at = time.monotonic() + limits.total
        with _told(host_of(url)):
            request = httpx.Request(
                asked.method,
                url,
                headers=self._headers | dict(asked.headers or {}),
                content=asked.body,
                extensions={"timeout": timeout},
            )
            # not through httpx.Client: it judges every Location by itself, and fails on those that we must refuse
            with closing(self._transport.handle_request(request)) as got:
                kept = {name.lower(): value for name, value in got.headers.items()}
                whole = unpacked(got.iter_raw(PIECE), kept.get("content-encoding", ""), size)
                return Answer(got.status_code, url, kept, whole)


def _towards(url: str, politeness: Politeness) -> Politeness:
    """Return the politeness towards the host of an address: this machine's own servers need no pause."""
    return replace(politeness, gap=0.0, daily=0) if is_loopback(host_of(url)) else politeness


def _joined(url: str, target: str) -> str:
    """Return where a redirect leads; WatchError where that is no address."""
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise refused("look.no_address", url=target) from error


@contextmanager
def _told(host: str) -> Iterator[None]:
    """Turn what the library raises into a look that failed, with the reason in words."""
    try:
        yield
    except (httpcore.TimeoutException, TimeoutError) as error:
        raise WatchError(LookOutcome.UNAVAILABLE, "look.too_slow", {"host": host}) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, ssl.SSLError, OSError) as error:
        facts = {"host": host, "error": str(error) or type(error).__name__}
        raise WatchError(LookOutcome.UNAVAILABLE, "look.no_connection", facts) from error
    except (httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError) as error:
        raise refused("look.no_address", url=host) from error


class _Transport(httpx.BaseTransport):
    """httpx over a pool with our own network below; a proxy of the environment gets a pool of its own."""

    def __init__(self, direct: Callable[[], httpcore.ConnectionPool], tls: ssl.SSLContext, deadline: local) -> None:
        self._direct, self._tls, self._deadline = direct(), tls, deadline
        self._proxied: dict[str, httpcore.ConnectionPool] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raises what httpcore raises."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        sent = httpcore.Request(
            request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions
        )
        got = self._pool(request.url.scheme, request.url.host).handle_request(sent)
        return httpx.Response(
            status_code=got.status, headers=got.headers, stream=_Stream(got), extensions=got.extensions
        )

    def close(self) -> None:
        """Close every pool."""
        for pool in (self._direct, *self._proxied.values()):
            pool.close()

    def _pool(self, scheme: str, host: str) -> httpcore.ConnectionPool:
        proxy = getproxies().get(scheme, "")
        if not proxy or proxy_bypass(host) or is_loopback(host):
            return self._direct
        refuse_literal(host)
        return self._proxied.setdefault(proxy, _pool(self._tls, proxy, _Timed(self._deadline)))


class _Stream(httpx.SyncByteStream):
    """The body of an answer, as httpx wants it."""

    def __init__(self, got: httpcore.Response) -> None:
        self._got = got

    def __iter__(self) -> Iterator[bytes]:
        yield from self._got.iter_stream()

    def close(self) -> None:
        """Give the connection back."""
        self._got.close()


def _pool(tls: ssl.SSLContext, proxy: str | None, network: httpcore.NetworkBackend) -> httpcore.ConnectionPool:
    kept: dict[str, Any] = {"ssl_context": tls, "max_connections": 50, "keepalive_expiry": 30.0}
    if proxy is None:
        return httpcore.ConnectionPool(network_backend=network, **kept)
    return httpcore.HTTPProxy(proxy, network_backend=network, **kept)


class _Timed(httpcore.NetworkBackend):
    """A network whose every step ends with the call's deadline, however slowly a host drips."""

    def __init__(self, deadline: local) -> None:
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that takes the call."""
        failure: Exception | None = None
        for address in self._addresses(host, port):
            try:
                stream = self._plain.connect_tcp(
                    address, port, left(self._deadline, timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return TimedStream(stream, self._deadline)
        raise failure or httpcore.ConnectError(host)

    def _addresses(self, host: str, port: int) -> list[str]:
        return addresses(host, port, system_resolve, left(self._deadline, None))


class _Checked(_Timed):
    """The network of direct calls: it connects to public addresses, and to hosts that a setting allows."""

    def __init__(self, manner: Manner, deadline: local) -> None:
        super().__init__(deadline)
        self._manner = manner

    def _addresses(self, host: str, port: int) -> list[str]:
        allowed = self._manner.allow_hosts
        look_up = addresses if {host, f"{host}:{port}"} & allowed else public_addresses
        return look_up(host, port, self._manner.resolve, left(self._deadline, None))
