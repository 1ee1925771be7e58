"""What the settings give to those who look at the registries: where they are, what opens them, and who we are."""

import os
import secrets
import socket
import time
from importlib.metadata import PackageNotFoundError, version

from jobs.check_sources import Looking
from jobs.client import Places
from jobs.wire import Manner
from service.clock import Clock, system_clock
from service.outside import is_mail, listed
from service.settings import Settings

AGENT = "Leitstand"
_BASES = (
    "awmf",
    "crossref",
    "doi",
    "pubmed",
    "onkopedia",
    "openlibrary",
    "dnb",
    "ema",
    "bfarm",
    "gba",
    "archive",
    "web_archive",
)


def places(settings: Settings) -> Places:
    """Return base addresses and keys of the registries by name; "contact" is our mail, which PubMed asks for."""
    bases = {name: str(getattr(settings, f"{name}_url")) for name in _BASES}
    secrets = {
        "awmf": settings.awmf_key.get_secret_value(),
        "pubmed": settings.pubmed_key.get_secret_value(),
        "archive": settings.archive_key.get_secret_value(),
        "contact": next(filter(is_mail, listed(settings.contact)), ""),
    }
    return Places(bases, {name: key for name, key in secrets.items() if key}, AGENT)


def manner(settings: Settings) -> Manner:
    """Return our honest name and the private hosts that are allowed all the same (registries, rule 6)."""
    return Manner(identity(settings.contact), frozenset(listed(settings.allow_hosts)))


def identity(contact: str) -> str:
    """Return ``Leitstand/<version> (+<page>; mailto:<mail>)``, as far as the operator says whom to ask."""
    parts = [f"mailto:{part}" if is_mail(part) else f"+{part}" for part in listed(contact)]
    told = f" ({'; '.join(sorted(parts))})" if parts else ""
    return f"{AGENT}/{_version()}{told}"


def _version() -> str:
    """Return the version of the program; one that runs from its folder without being installed has none."""
    try:
        return version("leitstand")
    except PackageNotFoundError:
        return "0"


def looking_with(settings: Settings, clock: Clock) -> Looking:
    """Return what looks need of a program; one whose clock stands still keeps no books with others about hosts."""
    owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
    running = clock is system_clock
    return Looking(places(settings), manner(settings), clock, settings.zone, time.sleep, owner, shares=running)
