"""What a host sent, unpacked up to a limit, and the moment it asks to wait until. Opens no connection."""

import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from citations.kinds import LookOutcome
from jobs.watchers.contract import WatchError

PIECE = 65_536
"""Bytes that are held at once while unpacking."""

_PERMITTED_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


def retry_after(text: str, now: datetime) -> datetime | None:
    """Return the moment a ``Retry-After`` names, as seconds or as a date (RFC 9110); None where it names none."""
    text = text.strip()
    if text.isascii() and text.isdecimal():
        return now + timedelta(seconds=min(int(text[:9]), 10**8))
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at


def unpacked(pieces: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """Return a body unpacked, at most ``limit`` bytes of it: a bomb ends here, before it is in memory."""
    encoding = encoding.strip().lower()
    if encoding not in _PERMITTED_ENCODINGS:
        raise WatchError(LookOutcome.PARSE_FAILED, "look.encoding", {"encoding": encoding[:40]})
    whole = bytearray()
    plain = encoding in ("", "identity")
    for part in pieces if plain else _inflated(pieces):
        whole += part
        if len(whole) > limit:
            raise WatchError(LookOutcome.PARSE_FAILED, "look.too_large", {"limit": str(limit // 1_000_000)})
    return bytes(whole)


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what gzip or deflate packed, in pieces of bounded size; WatchError where it is cut off or damaged."""
    engine = zlib.decompressobj(47)
    begun = False
    try:
        for piece in pieces:
            rest = piece
            while rest:
                begun = True
                if engine.eof:
                    engine = zlib.decompressobj(47)
                yield engine.decompress(rest, PIECE)
                rest = engine.unused_data if engine.eof else engine.unconsumed_tail
    except zlib.error as error:
        raise WatchError(LookOutcome.PARSE_FAILED, "look.damaged", {"error": str(error)}) from error
    if begun and not engine.eof:
        raise WatchError(LookOutcome.PARSE_FAILED, "look.damaged", {"error": "cut off"})
