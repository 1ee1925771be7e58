"""The registries, one file each, found by a scan: ``WATCHERS`` maps the name of a registry to its watcher.

A file of this folder has a constant ``WATCHER``; one that lacks it, or fails to import, stops the start with its name.
What several share, and the archive, which is asked on a wish only, stand in the modules of ``_SHARED``.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from jobs.watchers.contract import Watcher

_SHARED = frozenset(
    {
        "answers",
        "archive",
        "awmf_folding",
        "awmf_records",
        "books",
        "contract",
        "crossref_records",
        "crossref_works",
        "eutils",
        "hashing",
        "marc",
        "page_text",
        "pubmed_records",
        "shared_files",
        "substances",
    }
)


class BrokenWatcherError(ImportError):
    """A file of this folder is no watcher: it lacks its constant, or takes another's name."""


def scan(package: str, paths: Iterable[str]) -> Mapping[str, Watcher]:
    """Return the watchers of a package by slug, in the order of their names; BrokenWatcherError names a file."""
    found: dict[str, Watcher] = {}
    for info in sorted(pkgutil.iter_modules(list(paths)), key=lambda info: info.name):
        if info.ispkg or info.name in _SHARED:
            continue
        watcher = getattr(importlib.import_module(f"{package}.{info.name}"), "WATCHER", None)
        if not isinstance(watcher, Watcher):
            raise BrokenWatcherError(f"{package}.{info.name} has no WATCHER")
        if watcher.slug in found:
            raise BrokenWatcherError(f"{package}.{info.name} takes the name {watcher.slug} a second time")
        found[watcher.slug] = watcher
    return MappingProxyType(dict(sorted(found.items())))


WATCHERS: Mapping[str, Watcher] = scan(__name__, __path__)
