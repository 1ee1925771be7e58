"""What an operator writes about the world outside, judged by its form: base addresses, hosts, mail. Pure."""

import re
from urllib.parse import urlsplit

_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
_PLAIN = re.compile(r"[!-~]+")
_HIGHEST_PORT = 65535


def listed(text: str) -> tuple[str, ...]:
    """Return the parts between commas, without white space and empty ones."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def is_base(address: str) -> bool:
    """Say whether a text is a base address: http or https, a host, perhaps port and path; no password, no query."""
    if not _PLAIN.fullmatch(address) or set(address) & set('()<>"\\;'):
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or "@" in parts.netloc)
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0


def is_place(text: str) -> bool:
    """Say whether a text is a host, or a host with its port."""
    host, colon, port = text.partition(":")
    valid = port.isascii() and port.isdigit() and 0 < int(port) <= _HIGHEST_PORT if colon else True
    return bool(_HOST.fullmatch(host)) and valid


def is_mail(text: str) -> bool:
    """Say whether a text is an address of mail."""
    return bool(_MAIL.fullmatch(text))
