"""Which addresses may be called: http and https, no credentials, nothing on a private network. Opens no connection.

A name is resolved once, every address it has is checked, and the connection goes to the one that was checked: a name
that answers differently the second time gains nothing (rebinding).
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlowError
from urllib.parse import urlsplit

from citations.kinds import LookOutcome
from jobs.watchers.contract import WatchError

Resolve = Callable[[str, int], Sequence[str]]
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
"""IPv6 addresses that carry one of IPv4 in their last four bytes; the standard library calls them global."""

_LONGEST = 4096
_resolvers = ThreadPoolExecutor(4, thread_name_prefix="resolve")


def refused(why: str, **facts: str) -> WatchError:
    """Return the error for an address that is never called."""
    return WatchError(LookOutcome.REFUSED, why, facts)


def host_of(url: str) -> str:
    """Return the host of an address in lower case; WatchError for what is no http address or carries credentials."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError as error:
        raise refused("look.no_address", url=url[:_LONGEST]) from error
    if parts.scheme.lower() not in ("http", "https") or not host or port == 0 or len(url) > _LONGEST:
        raise refused("look.no_address", url=url[:_LONGEST])
    if "@" in parts.netloc:
        raise refused("look.credentials", host=host)
    return host


def place_of(url: str) -> str:
    """Return the host of an address, with its port where it is not the usual one: what politeness counts as a host."""
    host, parts = host_of(url), urlsplit(url)
    usual = {"http": 80, "https": 443}[parts.scheme.lower()]
    return host if parts.port in (None, usual) else f"{host}:{parts.port}"


def is_private(address: Address) -> bool:
    """Say whether an address is not of the public network: loopback, private, link-local, multicast, reserved ..."""
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inside is None and any(address in network for network in _NAT64):
            inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inside is not None:
            return is_private(inside)
    return not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified


def public_addresses(host: str, port: int, resolve: Resolve, seconds: float) -> list[str]:
    """Return the addresses of a host after checking every one of them; WatchError where one is private.

    Decimal, octal and shortened spellings of an address are resolved like names, and so are judged by what they mean.
    """
    found = addresses(host, port, resolve, seconds)
    for one in found:
        if is_private(_read(one)):
            raise refused("look.private_address", host=host, address=one)
    return found


def addresses(host: str, port: int, resolve: Resolve, seconds: float) -> list[str]:
    """Return the addresses of a host, whatever they are; WatchError where the name is unknown or nobody answers."""
    waiting = _resolvers.submit(resolve, host, port)
    try:
        found = list(dict.fromkeys(waiting.result(timeout=seconds)))
    except (OSError, UnicodeError) as error:
        if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:  # we have no net: says nothing of it
            facts = {"host": host, "error": error.strerror or ""}
            raise WatchError(LookOutcome.UNAVAILABLE, "look.no_connection", facts) from error
        raise WatchError(LookOutcome.UNAVAILABLE, "look.unknown_host", {"host": host}) from error
    except TooSlowError as error:
        raise WatchError(LookOutcome.UNAVAILABLE, "look.too_slow", {"host": host}) from error
    if not found:
        raise WatchError(LookOutcome.UNAVAILABLE, "look.unknown_host", {"host": host})
    return found


def system_resolve(host: str, port: int) -> Sequence[str]:
    """Return what the machine's own resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(place[4][0]) for place in found]


def refuse_literal(host: str) -> None:
    """Refuse a host that is itself a private address in any spelling: all that is seen where a proxy resolves."""
    try:
        spelled = socket.inet_ntoa(socket.inet_aton(host)) if ":" not in host else host.strip("[]")
        private = is_private(_read(spelled))
    except (OSError, ValueError):
        return
    if private:
        raise refused("look.private_address", host=host, address=spelled)


def is_loopback(host: str) -> bool:
    """Say whether a host is plainly this machine: then it needs no pause between two calls."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _read(text: str) -> Address:
    return ipaddress.ip_address(text.partition("%")[0])
