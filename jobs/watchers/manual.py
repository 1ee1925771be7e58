"""Houses without an interface: a person looks, and this only says how often and where (registries, 8).

The key of such a source is the address to open. A registry that has an interface, but wants a key that is not set, is
looked at by a person as well.
"""

from collections.abc import Mapping

from citations.kinds import HOUSE_KINDS, SourceKind
from citations.references.houses import BY_SLUG, house_of_address
from jobs.watchers.contract import Client, Watcher

EVERY_DAYS = 91
"""A quarter: what a person can be asked for (registries, politeness defaults)."""

_AUTOMATIC = frozenset({"bfarm", "ema", "g-ba"})
"""Houses that a watcher of their own looks at."""

_DOCUMENTS = {
    SourceKind.DRUG_LABEL: "https://www.fachinfo.de",
    SourceKind.IQWIG_REPORT: "https://www.iqwig.de/projekte/",
    SourceKind.NCCN: "https://www.nccn.org/guidelines",
    SourceKind.NICE_GUIDELINE: "https://www.nice.org.uk/guidance",
}
"""Where a document of a kind is looked for, as long as its own address is not known."""


def key_of(kind: SourceKind, identifiers: Mapping[str, str], url: str) -> str:
    """Return the address that a person opens for a source, "" where a program can look or nobody needs to.

    What ESMO writes between two editions a person looks for as well, but a program finds candidates: ``esmo``.
    """
    if kind in _DOCUMENTS:
        return "" if _house_at(url) in _AUTOMATIC else _address(url) or _DOCUMENTS[kind]
    if kind is SourceKind.SAFETY_NOTICE:
        return _address(url) if _house_at(url) == "pei" else ""
    house = BY_SLUG.get(identifiers.get("house", "")) if kind in HOUSE_KINDS else None
    if house is None or house.slug in _AUTOMATIC or not house.domains:
        return ""
    return _address(url) or f"https://www.{house.domains[0]}"


def needs_hand(watcher: Watcher, client: Client) -> bool:
    """Say whether a person looks instead of the watcher: it has no interface, or lacks its key in the settings."""
    return watcher.by_hand or bool(watcher.secret and not client.secret(watcher.secret))


def days_between(watcher: Watcher, client: Client) -> int:
    """Return how many days lie between two looks: a quarter where a person must look."""
    return EVERY_DAYS if needs_hand(watcher, client) else watcher.every_days


def _house_at(url: str) -> str:
    """Return the name of the house whose site an address belongs to, "" for a stranger's."""
    house = house_of_address(url) if url else None
    return house.slug if house else ""


def _address(url: str) -> str:
    """Return an address that a browser opens: one printed without its scheme gets it."""
    return url if not url or "://" in url else f"https://{url}"


WATCHER = Watcher("manual", key_of, every_days=EVERY_DAYS, look=None, by_hand=True, page=str)
